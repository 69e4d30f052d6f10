"""Claims from tables: every slot from the heads of rows and columns and from the lines around the table."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claim import Claim
from pipeline.extract.headwords import find_headwords
from pipeline.extract.reader import read_article
from pipeline.lexicon import read_toml


def article(text: str, published: date | None = None) -> Any:
    return SimpleNamespace(name="t.txt", text=text, published=published, outlet=None, title=None)


def shown(claim: Claim) -> str:
    """A claim in one line: ``figure REPORTER/PARTNER/flow value unit period [what makes it special]``."""
    value = claim.value.normalize() if claim.value is not None else None
    parts = [
        claim.text,
        f"{claim.reporter}/{claim.partner}/{claim.flow}",
        f"{value:f}",
        str(claim.unit),
        str(claim.period),
    ]
    if claim.measure == "change":
        parts.append(f"change<{claim.base_period}")
    if claim.measure == "share":
        parts.append(f"share({claim.share_of})")
    if claim.commodity:
        parts.append(f"of:{claim.commodity}")
    if claim.modality != "reported":
        parts.append(claim.modality)
    return " ".join(parts)


def read(text: str, **given: Any) -> list[str]:
    return [shown(claim) for claim in read_article(article(text, **given))]


CASES = {
    "partners in rows, flows in columns": (
        """Peru's goods trade in 2024, US$ million

| Partner | Exports | Imports | Balance |
|---|---|---|---|
| China | 25,100 | 15,900 | 9,200 |
| Chile | 1,050 | 1,400 | (350) |
| World | 74,600 | 52,000 | 22,600 |
""",
        """25,100 PER/CHN/export 25100000000 USD 2024
15,900 PER/CHN/import 15900000000 USD 2024
9,200 PER/CHN/balance 9200000000 USD 2024
1,050 PER/CHL/export 1050000000 USD 2024
1,400 PER/CHL/import 1400000000 USD 2024
350 PER/CHL/balance -350000000 USD 2024
74,600 PER/world/export 74600000000 USD 2024
52,000 PER/world/import 52000000000 USD 2024
22,600 PER/world/balance 22600000000 USD 2024""",
    ),
    "flows in rows, partners in columns": (
        """Foreign trade of Georgia, 2023 ($ mn)

|  | Turkey | Russia | Armenia | Total |
|---|---|---|---|---|
| Exports | 400 | 657 | 788 | 6,090 |
| Imports | 2,610 | 1,740 | 352 | 15,560 |
""",
        """400 GEO/TUR/export 400000000 USD 2023
657 GEO/RUS/export 657000000 USD 2023
788 GEO/ARM/export 788000000 USD 2023
6,090 GEO/world/export 6090000000 USD 2023
2,610 GEO/TUR/import 2610000000 USD 2023
1,740 GEO/RUS/import 1740000000 USD 2023
352 GEO/ARM/import 352000000 USD 2023
15,560 GEO/world/import 15560000000 USD 2023""",
    ),
    "a group's members in rows are the reporters": (
        """EU exports of goods to Japan by member state, EUR billion

| Member state | 2022 | 2023 |
|---|---|---|
| Germany | 20.5 | 20.2 |
| Italy | 8.0 | 8.3 |
| EU | 71.6 | 64.0 |
""",
        """20.5 DEU/JPN/export 20500000000 EUR 2022 of:goods
20.2 DEU/JPN/export 20200000000 EUR 2023 of:goods
8.0 ITA/JPN/export 8000000000 EUR 2022 of:goods
8.3 ITA/JPN/export 8300000000 EUR 2023 of:goods
71.6 eu/JPN/export 71600000000 EUR 2022 of:goods
64.0 eu/JPN/export 64000000000 EUR 2023 of:goods""",
    ),
    "neighbours of one partner": (
        """Central Asia's trade with China in 2024, $ billion

| Country | Exports | Imports | Total |
|---|---|---|---|
| Kazakhstan | 15.0 | 15.2 | 30.2 |
| Uzbekistan | 2.1 | 10.4 | 12.5 |
""",
        """15.0 KAZ/CHN/export 15000000000 USD 2024
15.2 KAZ/CHN/import 15200000000 USD 2024
30.2 KAZ/CHN/turnover 30200000000 USD 2024
2.1 UZB/CHN/export 2100000000 USD 2024
10.4 UZB/CHN/import 10400000000 USD 2024
12.5 UZB/CHN/turnover 12500000000 USD 2024""",
    ),
    "exporters of one commodity in tonnes": (
        """Leading exporters of rice, 2023, million tonnes

| Exporter | Exports |
|---|---|
| India | 17.8 |
| Thailand | 8.8 |
""",
        """17.8 IND/world/export 17800000 t 2023 of:rice
8.8 THA/world/export 8800000 t 2023 of:rice""",
    ),
    "months in rows, the year in the caption": (
        """Thailand's trade in 2025, US$ million

| Month | Exports | Imports | Trade balance |
|---|---|---|---|
| January | 25,277 | 27,157 | -1,880 |
| February | 26,707 | 24,718 | 1,989 |
""",
        """25,277 THA/world/export 25277000000 USD 2025-01
27,157 THA/world/import 27157000000 USD 2025-01
1,880 THA/world/balance -1880000000 USD 2025-01
26,707 THA/world/export 26707000000 USD 2025-02
24,718 THA/world/import 24718000000 USD 2025-02
1,989 THA/world/balance 1989000000 USD 2025-02""",
    ),
    "rows of growth under rows of levels": (
        """Trade of Vietnam

| | 2022 | 2023 |
|---|---|---|
| Exports, $ billion | 371.3 | 354.7 |
| y/y, % | 10.5 | -4.4 |
| Imports, $ billion | 358.9 | 326.4 |
| y/y, % | 7.8 | -9.2 |
""",
        """371.3 VNM/world/export 371300000000 USD 2022
354.7 VNM/world/export 354700000000 USD 2023
10.5 VNM/world/export 10.5 percent 2022 change<2021
4.4 VNM/world/export -4.4 percent 2023 change<2022
358.9 VNM/world/import 358900000000 USD 2022
326.4 VNM/world/import 326400000000 USD 2023
7.8 VNM/world/import 7.8 percent 2022 change<2021
9.2 VNM/world/import -9.2 percent 2023 change<2022""",
    ),
    "a change between the two columns before it": (
        """Serbia: exports by partner, EUR million

| Destination | 2019 | 2023 | Change, % |
|---|---|---|---|
| Germany | 2,210 | 4,290 | 94.1 |
| Bosnia and Herzegovina | 1,330 | 1,980 | 48.9 |
""",
        """2,210 SRB/DEU/export 2210000000 EUR 2019
4,290 SRB/DEU/export 4290000000 EUR 2023
94.1 SRB/DEU/export 94.1 percent 2023 change<2019
1,330 SRB/BIH/export 1330000000 EUR 2019
1,980 SRB/BIH/export 1980000000 EUR 2023
48.9 SRB/BIH/export 48.9 percent 2023 change<2019""",
    ),
    "two rows of column heads": (
        """Trade of Kenya with neighbours, KSh billion

<table>
<tr><th rowspan="2">Partner</th><th colspan="2">Exports</th><th colspan="2">Imports</th></tr>
<tr><th>2022</th><th>2023</th><th>2022</th><th>2023</th></tr>
<tr><td>Uganda</td><td>97.6</td><td>126.3</td><td>38.0</td><td>44.5</td></tr>
<tr><td>Tanzania</td><td>56.8</td><td>67.2</td><td>53.4</td><td>56.9</td></tr>
</table>
""",
        """97.6 KEN/UGA/export 97600000000 KES 2022
126.3 KEN/UGA/export 126300000000 KES 2023
38.0 KEN/UGA/import 38000000000 KES 2022
44.5 KEN/UGA/import 44500000000 KES 2023
56.8 KEN/TZA/export 56800000000 KES 2022
67.2 KEN/TZA/export 67200000000 KES 2023
53.4 KEN/TZA/import 53400000000 KES 2022
56.9 KEN/TZA/import 56900000000 KES 2023""",
    ),
    "commodities in rows with their share": (
        """Chile's exports by commodity in 2023, US$ million FOB

| Commodity | Value | Share, % |
|---|---|---|
| Copper | 43,900 | 46.4 |
| Salmon | 6,500 | 6.9 |
| Wine | 1,500 | 1.6 |
| Others | 42,700 | 45.1 |
""",
        """43,900 CHL/world/export 43900000000 USD 2023 of:Copper
46.4 CHL/world/export 46.4 percent 2023 share(CHL/world/export) of:Copper
6,500 CHL/world/export 6500000000 USD 2023 of:Salmon
6.9 CHL/world/export 6.9 percent 2023 share(CHL/world/export) of:Salmon
1,500 CHL/world/export 1500000000 USD 2023 of:Wine
1.6 CHL/world/export 1.6 percent 2023 share(CHL/world/export) of:Wine""",
    ),
    "parts under the flow that they are of": (
        """Brazil, trade in 2024

| US$ billion | 2023 | 2024 |
|---|---|---|
| Exports | 339.7 | 337.0 |
| of which soybeans | 53.2 | 42.9 |
| Imports | 240.8 | 262.5 |
| of which fertilizers | 14.6 | 13.6 |
| Trade surplus | 98.9 | 74.6 |
""",
        """339.7 BRA/world/export 339700000000 USD 2023
337.0 BRA/world/export 337000000000 USD 2024
53.2 BRA/world/export 53200000000 USD 2023 of:soybeans
42.9 BRA/world/export 42900000000 USD 2024 of:soybeans
240.8 BRA/world/import 240800000000 USD 2023
262.5 BRA/world/import 262500000000 USD 2024
14.6 BRA/world/import 14600000000 USD 2023 of:fertilizers
13.6 BRA/world/import 13600000000 USD 2024 of:fertilizers
98.9 BRA/world/balance 98900000000 USD 2023
74.6 BRA/world/balance 74600000000 USD 2024""",
    ),
    "a deficit is negative, however it is printed": (
        """Nepal: foreign trade, Rs billion

| | 2022 | 2023 |
|---|---|---|
| Exports | 200.0 | 157.1 |
| Imports | 1,920.4 | 1,611.7 |
| Trade deficit | 1,720.4 | 1,454.6 |
""",
        """200.0 NPL/world/export 200000000000 NPR 2022
157.1 NPL/world/export 157100000000 NPR 2023
1,920.4 NPL/world/import 1920400000000 NPR 2022
1,611.7 NPL/world/import 1611700000000 NPR 2023
1,720.4 NPL/world/balance -1720400000000 NPR 2022
1,454.6 NPL/world/balance -1454600000000 NPR 2023""",
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
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_each_figure_takes_its_slots_from_its_heads(text: str, expected: str) -> None:
    assert read(text) == expected.splitlines()


SILENT = {
    "output, not trade": """National accounts of Estonia, EUR million

| | 2022 | 2023 |
|---|---|---|
| GDP | 36,000 | 38,200 |
| Investment | 9,400 | 9,900 |
""",
    "trade in percent of output": """Exports of Estonia

| | 2022 | 2023 |
|---|---|---|
| Exports, % of GDP | 85.6 | 78.0 |
""",
    "no unit anywhere": """Trade of Estonia

| | 2022 | 2023 |
|---|---|---|
| Exports | 21.3 | 18.2 |
""",
    "a firm's sales": """Sales of the carmaker by region, $ million

| Region | 2022 | 2023 |
|---|---|---|
| Europe | 1,200 | 1,300 |
| Asia | 900 | 980 |
""",
    "ranks and codes": """Exports of Estonia in 2023, EUR million

| Partner | Rank | HS code |
|---|---|---|
| Finland | 1 | 85 |
| Latvia | 2 | 44 |
""",
    "a rest of which nobody knows what it holds": """Exports of Estonia in 2023, EUR million

| Partner | Value |
|---|---|
| Others | 3,100 |
| Other EU countries | 2,200 |
""",
    "an index on the year before": """Exports of Estonia

| | 2022 | 2023 |
|---|---|---|
| Exports, in % of 2021 | 118.1 | 101.4 |
""",
    "a league table": """| Club | Played | Points |
|---|---|---|
| Ajax | 30 | 71 |
| Chelsea | 30 | 66 |
""",
    "a firm's exports": """Acme's exports by region, trillion won

| Region | 2022 | 2023 |
|---|---|---|
| Europe | 50 | 48 |
""",
    "a balance between row and column, seen from nobody": """Trade balance between members, EUR billion, 2023

| | Germany | France |
|---|---|---|
| China | -59.0 | -30.1 |
| Japan | 3.3 | -1.0 |
""",
    "harbours": """Exports of Spain by port, 2023, EUR million

| Port | Exports |
|---|---|
| Valencia | 30,100 |
""",
    "tariffs": """Tariffs on imports into Estonia

| Product | Rate, % |
|---|---|
| Wine | 12.0 |
| Cars | 10.0 |
""",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_no_trade_or_has_no_unit_is_left_alone(text: str) -> None:
    assert read(text) == []


SOURCED = """Trade of Oman in 2023, $ million

| Partner | Exports | Imports |
|---|---|---|
| India | 3,100 | 2,900 |

Source: National Centre for Statistics
"""


def test_evidence_points_at_the_heads() -> None:
    (claim, _) = read_article(article(SOURCED))
    spots = {slot: SOURCED[spot.start : spot.end] for slot, spot in claim.evidence.items()}
    assert spots == {
        "value": "3,100",
        "flow": "Exports",
        "reporter": "Oman",
        "partner": "India",
        "period": "2023",
        "source": "National Centre for Statistics",
    }
    rules = {slot: (spot.rule, spot.inherited) for slot, spot in claim.evidence.items()}
    assert rules["partner"] == ("row-head", False)
    assert rules["flow"] == ("column-head", False)
    assert rules["reporter"] == rules["period"] == ("caption", True)


def test_intervals_are_those_of_the_printed_digits_in_the_scale_of_the_head() -> None:
    (claim, _) = read_article(article(SOURCED))
    assert (claim.natural_low, claim.natural_high) == (Decimal("3099500000"), Decimal("3100500000"))
    assert claim.low is not None
    assert claim.low <= Decimal("3099500000")


def test_the_total_of_listed_months_is_no_year() -> None:
    text = "Exports of Oman, $ million\n\n| | 2023 |\n|---|---|\n| January | 10 |\n| February | 12 |\n| Total | 22 |\n"
    assert [claim.text for claim in read_article(article(text))] == ["10", "12"]


RECORDS = read_toml("tables.toml")["head"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_the_words_of_heads_have_their_meaning(record: dict[str, Any]) -> None:
    for example in record["examples"]:
        assert record["id"] in {word.id for word in find_headwords(example)}, example
    for example in record["counterexamples"]:
        assert record["id"] not in {word.id for word in find_headwords(example)}, example


CELLS = st.sampled_from(
    [
        "", " ", "China", "World", "Total", "Exports", "Imports, $ bn", "Balance", "2023", "12.5", "-3", "(4)",
        "1,200.5", "$3bn", "45%", "n/a", "Share, %", "Others", "of which oil", "US 9%, EU 8% (2020)", "€", "|", "<td>",
        "y/y", "９",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=7), st.booleans())
def test_no_table_breaks_the_reader_and_spans_are_slices(rows: list[list[str]], tagged: bool) -> None:
    if tagged:
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}" for row in rows)
        text = f"Exports of Chile in 2023, $ million\n\n<table>{body}</table>\n"
    else:
        text = "Exports of Chile in 2023, $ million\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
    for claim in read_article(article(text)):
        assert text[claim.start : claim.end] == claim.text
        assert claim.unit is not None
        assert all(0 <= spot.start < spot.end <= len(text) for spot in claim.evidence.values())


def grid(rows: int) -> str:
    heads = "".join(f"{year} | " for year in range(2005, 2025))
    body = "".join(f"| China | {' | '.join(f'{row}.{column}' for column in range(20))} |\n" for row in range(rows))
    return f"Exports of Chile, $ million\n\n| Partner | {heads}\n|---|{'---|' * 20}\n{body}"


def seconds(rows: int) -> float:
    begin = time.process_time()
    assert len(read_article(article(grid(rows)))) == rows * 20
    return time.process_time() - begin


def test_time_grows_with_the_number_of_cells() -> None:
    seconds(5)
    assert seconds(400) < 14 * max(seconds(50), 0.1)
