"""Tables as offices print them, each with its claims, for ``test_extract_tables.py``, which says how to read these."""

from __future__ import annotations

PLAIN = {
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
}
