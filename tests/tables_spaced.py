"""Tables whose columns one blank sets apart, pasted from a page: as in ``tables_plain.py``."""

from __future__ import annotations

SPACED = {
    "flows as heads, years as rows, figures without a nought": (
        """Trade (expressed in billions of US$): Paraguay
Exports Imports
1980 .310 .615
1985 .304 .502
1990 N/A N/A
1995 .919 3.136
Source: Central Bank of Paraguay. Bulletin 1999.
""",
        """.310 PRY/world/export 310000000 USD 1980
.615 PRY/world/import 615000000 USD 1980
.304 PRY/world/export 304000000 USD 1985
.502 PRY/world/import 502000000 USD 1985
.919 PRY/world/export 919000000 USD 1995
3.136 PRY/world/import 3136000000 USD 1995""",
    ),
    "a head of two words, and one over the years": (
        """Foreign trade of Kenya, US$ million
Year Exports Imports Trade Balance
2019 5,836 17,655 -11,819
2020 6,034 15,436 -9,402
""",
        """5,836 KEN/world/export 5836000000 USD 2019
17,655 KEN/world/import 17655000000 USD 2019
11,819 KEN/world/balance -11819000000 USD 2019
6,034 KEN/world/export 6034000000 USD 2020
15,436 KEN/world/import 15436000000 USD 2020
9,402 KEN/world/balance -9402000000 USD 2020""",
    ),
    "each head two words, fiscal years": (
        """Nepal's trade, Rs billion
Fiscal year Total exports Total imports Trade deficit
2020/21 141.1 1,539.8 1,398.7
2021/22 200.0 1,920.4 1,720.4
""",
        """141.1 NPL/world/export 141100000000 NPR 2020-07/2021-06
1,539.8 NPL/world/import 1539800000000 NPR 2020-07/2021-06
1,398.7 NPL/world/balance -1398700000000 NPR 2020-07/2021-06
200.0 NPL/world/export 200000000000 NPR 2021-07/2022-06
1,920.4 NPL/world/import 1920400000000 NPR 2021-07/2022-06
1,720.4 NPL/world/balance -1720400000000 NPR 2021-07/2022-06""",
    ),
    "months as rows": (
        """Zambia's exports and imports, US$ million
Exports Imports
Jan 2023 900.1 850.2
Feb 2023 870.4 900.3
""",
        """900.1 ZMB/world/export 900100000 USD 2023-01
850.2 ZMB/world/import 850200000 USD 2023-01
870.4 ZMB/world/export 870400000 USD 2023-02
900.3 ZMB/world/import 900300000 USD 2023-02""",
    ),
    "years as heads, partners of several words as rows": (
        """Ghana's exports by partner, US$ million
Partner 2021 2022 2023
United Arab Emirates 1,200 1,300 1,450
Switzerland 2,100 2,300 2,450
South Africa 900 950 999
""",
        """1,200 GHA/ARE/export 1200000000 USD 2021
1,300 GHA/ARE/export 1300000000 USD 2022
1,450 GHA/ARE/export 1450000000 USD 2023
2,100 GHA/CHE/export 2100000000 USD 2021
2,300 GHA/CHE/export 2300000000 USD 2022
2,450 GHA/CHE/export 2450000000 USD 2023
900 GHA/ZAF/export 900000000 USD 2021
950 GHA/ZAF/export 950000000 USD 2022
999 GHA/ZAF/export 999000000 USD 2023""",
    ),
    "years as heads, flows as rows, the unit over the rows": (
        """Vietnam's foreign trade
(billion USD) 2021 2022
Exports 336.3 371.3
Imports 332.2 358.9
Trade balance 4.1 12.4
""",
        """336.3 VNM/world/export 336300000000 USD 2021
371.3 VNM/world/export 371300000000 USD 2022
332.2 VNM/world/import 332200000000 USD 2021
358.9 VNM/world/import 358900000000 USD 2022
4.1 VNM/world/balance 4100000000 USD 2021
12.4 VNM/world/balance 12400000000 USD 2022""",
    ),
    "partners as heads": (
        """Peru's exports to its main markets, US$ million
Year United States Japan South Korea
2019 5,700 1,900 2,200
2020 6,200 1,700 2,500
2021 6,300 1,800 2,600
""",
        """5,700 PER/USA/export 5700000000 USD 2019
1,900 PER/JPN/export 1900000000 USD 2019
2,200 PER/KOR/export 2200000000 USD 2019
6,200 PER/USA/export 6200000000 USD 2020
1,700 PER/JPN/export 1700000000 USD 2020
2,500 PER/KOR/export 2500000000 USD 2020
6,300 PER/USA/export 6300000000 USD 2021
1,800 PER/JPN/export 1800000000 USD 2021
2,600 PER/KOR/export 2600000000 USD 2021""",
    ),
    "stretches of a year as heads": (
        """Turkey's exports to its neighbours, $ million
Country Jan-May 2023 Jan-May 2024
Iraq 4,300 4,900
Iran 1,100 1,250
Georgia 900 850
""",
        """4,300 TUR/IRQ/export 4300000000 USD 2023-01/2023-05
4,900 TUR/IRQ/export 4900000000 USD 2024-01/2024-05
1,100 TUR/IRN/export 1100000000 USD 2023-01/2023-05
1,250 TUR/IRN/export 1250000000 USD 2024-01/2024-05
900 TUR/GEO/export 900000000 USD 2023-01/2023-05
850 TUR/GEO/export 850000000 USD 2024-01/2024-05""",
    ),
    "goods as rows, shares beside amounts": (
        """Imports of Bolivia, 2022
Product US$ million %
Machinery 2,300 21.4
Fuels 4,100 38.2
Food 900 8.4
""",
        """2,300 BOL/world/import 2300000000 USD 2022 of:Machinery
21.4 BOL/world/import 21.4 percent 2022 share(BOL/world/import) of:Machinery
4,100 BOL/world/import 4100000000 USD 2022 of:Fuels
38.2 BOL/world/import 38.2 percent 2022 share(BOL/world/import) of:Fuels
900 BOL/world/import 900000000 USD 2022 of:Food
8.4 BOL/world/import 8.4 percent 2022 share(BOL/world/import) of:Food""",
    ),
    "heads that go on behind the flow": (
        """Trade of Norway with partners in 2022 (USD bn)
Country Exports to Imports from
China 12.3 13.1
United Kingdom 40.1 6.2
""",
        """12.3 NOR/CHN/export 12300000000 USD 2022
13.1 NOR/CHN/import 13100000000 USD 2022
40.1 NOR/GBR/export 40100000000 USD 2022
6.2 NOR/GBR/import 6200000000 USD 2022""",
    ),
    "rows with their numbers, figures with a sign apart": (
        """Exports of goods by country in 2023
Rank Country Exports (US$ billion) Share of total
1. China 3,380 14.2 %
2. United States 2,019 8.5 %
3. Germany 1,688 7.1 %
""",
        """3,380 CHN/world/export 3380000000000 USD 2023 of:goods
14.2 % CHN/world/export 14.2 percent 2023 share(world/world/export) of:goods
2,019 USA/world/export 2019000000000 USD 2023 of:goods
8.5 % USA/world/export 8.5 percent 2023 share(world/world/export) of:goods
1,688 DEU/world/export 1688000000000 USD 2023 of:goods
7.1 % DEU/world/export 7.1 percent 2023 share(world/world/export) of:goods""",
    ),
    "one column": (
        """Colombia, exports
Year Value (US$ million)
2019 39,489
2020 31,056
2021 41,390
""",
        """39,489 COL/world/export 39489000000 USD 2019
31,056 COL/world/export 31056000000 USD 2020
41,390 COL/world/export 41390000000 USD 2021""",
    ),
    "a list of goods under its lead": (
        """In 2004 Nepal's imports were divided among the following categories:

Consumer goods 4.6%
Food 17.2%
Transportation 4.0%
Miscellaneous 2.1%
Chemicals and plastics 3.1%
""",
        """4.6% NPL/world/import 4.6 percent 2004 share(NPL/world/import) of:Consumer goods
17.2% NPL/world/import 17.2 percent 2004 share(NPL/world/import) of:Food
4.0% NPL/world/import 4 percent 2004 share(NPL/world/import) of:Transportation
3.1% NPL/world/import 3.1 percent 2004 share(NPL/world/import) of:Chemicals and plastics""",
    ),
    "a list of partners under its lead": (
        """Kenya's main export partners in 2020 were:
Uganda 11.2%
United States 8.1%
Netherlands 7.4%
""",
        """11.2% KEN/UGA/export 11.2 percent 2020 share(KEN/world/export)
8.1% KEN/USA/export 8.1 percent 2020 share(KEN/world/export)
7.4% KEN/NLD/export 7.4 percent 2020 share(KEN/world/export)""",
    ),
    "a list of amounts under its lead": (
        """The main imports of Kenya in 2021, by value:
Petroleum $3.4 billion
Vehicles $1.2 billion
Wheat $600 million
""",
        """$3.4 billion KEN/world/import 3400000000 USD 2021 of:Petroleum
$1.2 billion KEN/world/import 1200000000 USD 2021 of:Vehicles
$600 million KEN/world/import 600000000 USD 2021 of:Wheat""",
    ),
    "a list of rates is read with the verb of its lead": (
        """In 2019 exports of Chile fell in the following markets:
China 12%
Japan 5%
Peru 3%
""",
        """12% CHL/CHN/export -12 percent 2019 change<2018
5% CHL/JPN/export -5 percent 2019 change<2018
3% CHL/PER/export -3 percent 2019 change<2018""",
    ),
    "a box of facts among other facts": (
        """Economy of Ghana

Currency | cedi (GHS) |
---|---|
Trade organisations | WTO, ECOWAS |
Population | 33,000,000 (2022) [3] |
GDP growth |
|
Main industries | mining, cocoa |
External | |
Exports | $17.49 billion (66th; October 2021) [19] |
Export goods | gold, cocoa, oil |
Main export partners | Switzerland 23% United Arab Emirates 15% South Africa 9% (2022) [20] |
Imports | $14.62 billion (FOB; 2021) [19] |
Main import partners | China 30% Democratic Republic of the Congo 5% (2020) |
Trade policy | free trade zone member |
FDI stock | $12.7 billion (2013) [21] |
Gross external debt | $15.4 billion (2021) |
""",
        """$17.49 billion GHA/world/export 17490000000 USD 2021-10
23% GHA/CHE/export 23 percent 2022 share(GHA/world/export)
15% GHA/ARE/export 15 percent 2022 share(GHA/world/export)
9% GHA/ZAF/export 9 percent 2022 share(GHA/world/export)
$14.62 billion GHA/world/import 14620000000 USD 2021
30% GHA/CHN/import 30 percent 2020 share(GHA/world/import)
5% GHA/COD/import 5 percent 2020 share(GHA/world/import)""",
    ),
    "a box of facts with its words first": (
        """Economy of Laos

Currency | kip (LAK)
Trade organisations | WTO, ASEAN
Exports | $7.82 billion (2021)
Main export partners | Thailand 36.2%, China 29% (2020 est.)
Imports | $6.8 billion (2021)
Trade balance | $1.02 billion (2021)
""",
        """$7.82 billion LAO/world/export 7820000000 USD 2021
36.2% LAO/THA/export 36.2 percent 2020 share(LAO/world/export)
29% LAO/CHN/export 29 percent 2020 share(LAO/world/export)
$6.8 billion LAO/world/import 6800000000 USD 2021
$1.02 billion LAO/world/balance 1020000000 USD 2021""",
    ),
    "facts of an almanac, each on its line": (
        """The almanac: Kenya

Exports: $5.6 billion (2015 est.)
Export partners: Uganda 11.1%, US 8.3% (2014)
Imports: $14.2 billion (2015 est.)
Import partners: China 30.3%, India 15.5% (2013)
""",
        """$5.6 billion KEN/world/export 5600000000 USD 2015
11.1% KEN/UGA/export 11.1 percent 2014 share(KEN/world/export)
8.3% KEN/USA/export 8.3 percent 2014 share(KEN/world/export)
$14.2 billion KEN/world/import 14200000000 USD 2015
30.3% KEN/CHN/import 30.3 percent 2013 share(KEN/world/import)
15.5% KEN/IND/import 15.5 percent 2013 share(KEN/world/import)""",
    ),
    "facts of an almanac, each under its name": (
        """Uganda

Exports
$9.1 billion (2023 est.)
$7.0 billion (2022 est.)
Note: balance of payments - exports of goods and services in current dollars
Exports - partners
UAE 31%, South Sudan 11%, Kenya 9% (2022)
note: top five export partners based on percentage share of exports
Imports
$12.1 billion (2023 est.)
Imports - partners
China 24%, Kenya 10% (2022)
""",
        """$9.1 billion UGA/world/export 9100000000 USD 2023
$7.0 billion UGA/world/export 7000000000 USD 2022
31% UGA/ARE/export 31 percent 2022 share(UGA/world/export)
11% UGA/SSD/export 11 percent 2022 share(UGA/world/export)
9% UGA/KEN/export 9 percent 2022 share(UGA/world/export)
$12.1 billion UGA/world/import 12100000000 USD 2023
24% UGA/CHN/import 24 percent 2022 share(UGA/world/import)
10% UGA/KEN/import 10 percent 2022 share(UGA/world/import)""",
    ),
    "facts on trade among others": (
        """Uganda

Industries: sugar, brewing
Current account balance: -$4.5 billion (2023 est.)
Exports: $5.6 billion (2015 est.)
Exports - commodities: coffee, fish, gold (2014)
Export partners: Kenya 20%, South Sudan 11% (2014)
GDP - composition, by end use: exports of goods and services: 18.1% (2017 est.)
Reserves of foreign exchange and gold: $3.6 billion (2017 est.)
Imports: $6.1 billion (2015 est.)
Import partners: China 24%, Kenya 10% (2013)
Debt: $8 billion
""",
        """$5.6 billion UGA/world/export 5600000000 USD 2015
20% UGA/KEN/export 20 percent 2014 share(UGA/world/export)
11% UGA/SSD/export 11 percent 2014 share(UGA/world/export)
$6.1 billion UGA/world/import 6100000000 USD 2015
24% UGA/CHN/import 24 percent 2013 share(UGA/world/import)
10% UGA/KEN/import 10 percent 2013 share(UGA/world/import)""",
    ),
    "partners only": (
        """Economy of Togo

Sectors: agriculture 40%, industry 20% (2019)
Export partners: India 16%, Benin 15%, Burkina Faso 6% (2019)
Import partners: China 18%, Nigeria 12% (2018)
Labour force by occupation: agriculture 50%, China 30% (2010)
""",
        """16% TGO/IND/export 16 percent 2019 share(TGO/world/export)
15% TGO/BEN/export 15 percent 2019 share(TGO/world/export)
6% TGO/BFA/export 6 percent 2019 share(TGO/world/export)
18% TGO/CHN/import 18 percent 2018 share(TGO/world/import)
12% TGO/NGA/import 12 percent 2018 share(TGO/world/import)""",
    ),
    "facts without whose they are": (
        """Export partners: India 16%, Benin 15% (2019)
Import partners: China 18%, Nigeria 12% (2018)
""",
        """16% None/IND/export 16 percent 2019 share(None)
15% None/BEN/export 15 percent 2019 share(None)
18% None/CHN/import 18 percent 2018 share(None)
12% None/NGA/import 12 percent 2018 share(None)""",
    ),
    "names of facts in prose are none": (
        """Chile's trade is growing. Export partners are China and Japan.

Export partners
China took 30% of Chile's exports in 2021. It bought copper.
""",
        """growing CHL/world/turnover 1 trend None
30% CHL/CHN/export 30 percent 2021 share(CHL/world/export)""",
    ),
    "years with one figure each": (
        """Exports of Peru (US$ billion)
2019 47.7
2020 42.9
2021 62.1
""",
        """47.7 PER/world/export 47700000000 USD 2019
42.9 PER/world/export 42900000000 USD 2020
62.1 PER/world/export 62100000000 USD 2021""",
    ),
    "quarters with one figure each": (
        """Peru's imports, US$ million
Q1 2021 120.5
Q2 2021 99.1
Q3 2021 112.2
""",
        """120.5 PER/world/import 120500000 USD 2021-Q1
99.1 PER/world/import 99100000 USD 2021-Q2
112.2 PER/world/import 112200000 USD 2021-Q3""",
    ),
    "times of a table on something else are not those of the text": (
        """Exports of Peru fell by 3% in 2002.

Exchange rates: Peru
soles per US$1
Dec 2000 3.51
2000 3.49
1999 3.38
1998 2.93

In that year imports rose by 5%.
""",
        """3% PER/world/export -3 percent 2002 change<2001
5% PER/world/import 5 percent 2002 change<2001""",
    ),
}
