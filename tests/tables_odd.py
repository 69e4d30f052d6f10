"""Tables that have something out of the way, each with its claims, for ``test_extract_tables.py``."""

from __future__ import annotations

ODD = {
    "tiles with their labels below": (
        """Two-way Trade of Peru with Chile

$34.1 bn
Turnover, 2024

$15.2 bn
Exports, 2024

$18.9 bn
Imports, 2024

−$3.7 bn
Balance, 2024

23.7%
Chile's share, 2024
""",
        """$34.1 bn PER/CHL/turnover 34100000000 USD 2024
$15.2 bn PER/CHL/export 15200000000 USD 2024
$18.9 bn PER/CHL/import 18900000000 USD 2024
−$3.7 bn PER/CHL/balance -3700000000 USD 2024
23.7% PER/CHL/turnover 23.7 percent 2024 share(PER/world/turnover)""",
    ),
    "a matrix of exporters and importers": (
        """Exports within the Gulf, 2022, $ billion (from row to column)

| | Oman | Kuwait |
|---|---|---|
| Saudi Arabia | 2.1 | 1.9 |
| Qatar | 3.3 | 0.9 |
""",
        """2.1 SAU/OMN/export 2100000000 USD 2022
1.9 SAU/KWT/export 1900000000 USD 2022
3.3 QAT/OMN/export 3300000000 USD 2022
0.9 QAT/KWT/export 900000000 USD 2022""",
    ),
    "value beside volume": (
        """Indonesia's exports of palm oil

| Year | Value, US$ million | Volume, thousand tonnes |
|---|---|---|
| 2022 | 29,500 | 26,300 |
| 2023 | 22,700 | 26,100 |
""",
        """29,500 IDN/world/export 29500000000 USD 2022 of:palm oil
26,300 IDN/world/export 26300000 t 2022 of:palm oil
22,700 IDN/world/export 22700000000 USD 2023 of:palm oil
26,100 IDN/world/export 26100000 t 2023 of:palm oil""",
    ),
    "fiscal years": (
        """India's merchandise trade, US$ billion

| | FY2022-23 | FY2023-24 |
|---|---|---|
| Exports | 451.1 | 437.1 |
| Imports | 716.0 | 678.2 |
""",
        """451.1 IND/world/export 451100000000 USD 2022-04/2023-03
437.1 IND/world/export 437100000000 USD 2023-04/2024-03
716.0 IND/world/import 716000000000 USD 2022-04/2023-03
678.2 IND/world/import 678200000000 USD 2023-04/2024-03""",
    ),
    "a forecast column": (
        """Malaysia's exports, RM billion

| | 2023 | 2024 (forecast) |
|---|---|---|
| Exports | 1,426 | 1,500 |
""",
        """1,426 MYS/world/export 1426000000000 MYR 2023
1,500 MYS/world/export 1500000000000 MYR 2024 projected""",
    ),
    "a box of facts": (
        """## Economy of Ghana

Trade of Ghana

Exports | $25.7 billion (2021)
---|---
Export goods | gold 37%, cocoa 15%
Export partners | Switzerland 17.6%, India 15.5% (2021)
Imports | $25.9 billion (2021)
Import partners | China 41%, India 5% (2020)
Public debt | $55 billion (2021)
""",
        """$25.7 billion GHA/world/export 25700000000 USD 2021
17.6% GHA/CHE/export 17.6 percent 2021 share(GHA/world/export)
15.5% GHA/IND/export 15.5 percent 2021 share(GHA/world/export)
$25.9 billion GHA/world/import 25900000000 USD 2021
41% GHA/CHN/import 41 percent 2020 share(GHA/world/import)
5% GHA/IND/import 5 percent 2020 share(GHA/world/import)""",
    ),
    "the unit in the corner, the source below": (
        """### Exports of Azerbaijan to its main markets

| Million dollars | 2023 | 2024 |
|---|---|---|
| Italy | 15,200 | 9,600 |
| Turkey | 5,500 | 5,700 |

Source: State Customs Committee
""",
        """15,200 AZE/ITA/export 15200000000 USD 2023
9,600 AZE/ITA/export 9600000000 USD 2024
5,500 AZE/TUR/export 5500000000 USD 2023
5,700 AZE/TUR/export 5700000000 USD 2024""",
    ),
    "columns set apart by spaces": (
        """Pakistan: imports by origin, US$ million, 2023

                        Value     Share, %
China                  12,100         24.0
United Arab Emirates    6,000         11.9
Saudi Arabia            4,500          8.9
""",
        """12,100 PAK/CHN/import 12100000000 USD 2023
24.0 PAK/CHN/import 24 percent 2023 share(PAK/world/import)
6,000 PAK/ARE/import 6000000000 USD 2023
11.9 PAK/ARE/import 11.9 percent 2023 share(PAK/world/import)
4,500 PAK/SAU/import 4500000000 USD 2023
8.9 PAK/SAU/import 8.9 percent 2023 share(PAK/world/import)""",
    ),
    "a bloc's mutual trade is with the bloc": (
        """EAEU mutual trade, billion dollars

| Country | H1 2023 | H1 2024 | H1 2024 as % of H1 2023 |
|---|---|---|---|
| Armenia | 1.5 | 1.6 | 104.2 |
""",
        """1.5 ARM/eaeu/turnover 1500000000 USD 2023-H1
1.6 ARM/eaeu/turnover 1600000000 USD 2024-H1""",
    ),
    "a column of years says when": (
        """# Exports by country

| Rank | Country | Exports (US$ millions) | Year |
|---|---|---|---|
| 1 | China | 3,511,248 | 2024 |
| – | European Union | 2,795,000 | 2023 est. |
""",
        """3,511,248 CHN/world/export 3511248000000 USD 2024
2,795,000 eu/world/export 2795000000000 USD 2023""",
    ),
    "a change in brackets behind the level": (
        """Exports of Bangladesh by product, $ million

| | FY2023-24 | FY2024-25 |
|---|---|---|
| Garments | 36,150 (-4.0%) | 39,340 (+8.8%) |
""",
        """36,150 BGD/world/export 36150000000 USD 2023-07/2024-06 of:Garments
4.0% BGD/world/export -4 percent 2023-07/2024-06 change<2022-07/2023-06 of:Garments
39,340 BGD/world/export 39340000000 USD 2024-07/2025-06 of:Garments
8.8% BGD/world/export 8.8 percent 2024-07/2025-06 change<2023-07/2024-06 of:Garments""",
    ),
    "the later column first": (
        """Vietnam's exports to its top markets (US$ billion)

| | 2024 | 2023 | Change |
|---|---|---|---|
| USA | 119.5 | 97.0 | 23.2% |
""",
        """119.5 VNM/USA/export 119500000000 USD 2024
97.0 VNM/USA/export 97000000000 USD 2023
23.2% VNM/USA/export 23.2 percent 2024 change<2023""",
    ),
    "months of the year in the caption, in crowns": (
        """Czech trade figures, April 1996 (billion crowns)

                 April   March   Jan-April
Exports           47.3    46.1      181.4
Imports           60.2    59.0      229.6
Balance          -12.9   -12.9      -48.2
""",
        """47.3 CZE/world/export 47300000000 CZK 1996-04
46.1 CZE/world/export 46100000000 CZK 1996-03
181.4 CZE/world/export 181400000000 CZK 1996-01/1996-04
60.2 CZE/world/import 60200000000 CZK 1996-04
59.0 CZE/world/import 59000000000 CZK 1996-03
229.6 CZE/world/import 229600000000 CZK 1996-01/1996-04
12.9 CZE/world/balance -12900000000 CZK 1996-04
12.9 CZE/world/balance -12900000000 CZK 1996-03
48.2 CZE/world/balance -48200000000 CZK 1996-01/1996-04""",
    ),
    "shares by the caption alone": (
        """EU imports of gas by supplier, share in %

| Supplier | 2021 | 2023 |
|---|---|---|
| Russia | 45 | 15 |
| Norway | 24 | 30 |
""",
        """45 eu/RUS/import 45 percent 2021 share(eu/world/import) of:gas
15 eu/RUS/import 15 percent 2023 share(eu/world/import) of:gas
24 eu/NOR/import 24 percent 2021 share(eu/world/import) of:gas
30 eu/NOR/import 30 percent 2023 share(eu/world/import) of:gas""",
    ),
    "the total of a year among its months is the partner's, not the world's": (
        """2024: U.S. trade in goods with Brazil

| Millions of U.S. dollars | Exports | Imports |
|---|---|---|
| January 2024 | 3,600.1 | 3,300.4 |
| TOTAL 2024 | 49,700.3 | 42,300.1 |
""",
        """3,600.1 USA/BRA/export 3600100000 USD 2024-01
3,300.4 USA/BRA/import 3300400000 USD 2024-01
49,700.3 USA/BRA/export 49700300000 USD 2024
42,300.1 USA/BRA/import 42300100000 USD 2024""",
    ),
    "each flow with its rate": (
        """Trade of Japan by partner, June 2025 (billion yen; change on year in %)

| | Exports | Change | Imports | Change |
|---|---|---|---|---|
| United States | 1,707 | -11.4% | 1,000 | -2.0% |
| Total | 9,162 | -0.5% | 9,009 | 0.2% |
""",
        """1,707 JPN/USA/export 1707000000000 JPY 2025-06
11.4% JPN/USA/export -11.4 percent 2025-06 change<2024-06
1,000 JPN/USA/import 1000000000000 JPY 2025-06
2.0% JPN/USA/import -2 percent 2025-06 change<2024-06
9,162 JPN/world/export 9162000000000 JPY 2025-06
0.5% JPN/world/export -0.5 percent 2025-06 change<2024-06
9,009 JPN/world/import 9009000000000 JPY 2025-06
0.2% JPN/world/import 0.2 percent 2025-06 change<2024-06""",
    ),
    "the sentence above the table names partners of two flows": (
        """Foreign trade of Slovenia in 2023

Exports to Germany rose by 3% to €3.4 billion. Imports from China fell by 7% to €1.1 billion.
| Country | Exports, EUR million | |
| | 2022 | 2023 |
| Austria | 3298 | 3400 |
| France | 1002 | 1100 |
""",
        """3% SVN/DEU/export 3 percent 2023 change<2022
€3.4 billion SVN/DEU/export 3400000000 EUR 2023
7% SVN/CHN/import -7 percent 2023 change<2022
€1.1 billion SVN/CHN/import 1100000000 EUR 2023
3298 SVN/AUT/export 3298000000 EUR 2022
3400 SVN/AUT/export 3400000000 EUR 2023
1002 SVN/FRA/export 1002000000 EUR 2022
1100 SVN/FRA/export 1100000000 EUR 2023""",
    ),
    "a row without a figure, and figures with a word behind them": (
        """Exports of Chile by partner in 2023, $ billion

| Partner | Exports |
|---|---|
| Peru | **3.1** |
| Ecuador | see note |
| Bolivia | 2.2 (est.) |
| Panama | `4.4` |
""",
        """3.1 CHL/PER/export 3100000000 USD 2023
2.2 CHL/BOL/export 2200000000 USD 2023
4.4 CHL/PAN/export 4400000000 USD 2023""",
    ),
    "the second part of a table has heads of its own": (
        """Trade of Chile by partner in 2023, $ billion

| Partner | Exports |
|---|---|
| Peru | 3.1 |
| Partner | Imports |
| Peru | 2.2 |
""",
        """3.1 CHL/PER/export 3100000000 USD 2023
2.2 CHL/PER/import 2200000000 USD 2023""",
    ),
    "a heading parts a table from what was said above it": (
        """Chile's exports were large in 2016.

Sold most in India.

### Trade statistics

Year | Goods exports ($ million) | Goods imports ($ million)
---|---|---
2023 | 16,703 | 14,009
""",
        """16,703 CHL/world/export 16703000000 USD 2023
14,009 CHL/world/import 14009000000 USD 2023""",
    ),
    "whose money a head says is no partner": (
        """Top destinations for exports of Chile in 2016

Rank | Country | Volume (bln. US $)
---|---|---
1 | Peru | 17.6
2 | Ghana | 4.44
""",
        """17.6 CHL/PER/export 17600000000 USD 2016
4.44 CHL/GHA/export 4440000000 USD 2016""",
    ),
}
