"""Tables whose heads were broken into lines, as they are pasted from a page: as in ``tables_plain.py``."""

from __future__ import annotations

FOLDED = {
    "heads broken into lines, each closed by its unit": (
        """Exports of ASEAN to Japan

2010 exports
($ million)
share (%) 2015 exports
($ million)
share (%) 2010-2015 growth (%)
Malaysia 20,100 10.4 19,000 9.5 -5
Vietnam 7,700 10.7 14,100 8.7 83
Thailand 20,300 10.5 20,000 9.4 -1
""",
        """20,100 MYS/JPN/export 20100000000 USD 2010
10.4 MYS/JPN/export 10.4 percent 2010 share(MYS/world/export)
19,000 MYS/JPN/export 19000000000 USD 2015
9.5 MYS/JPN/export 9.5 percent 2015 share(MYS/world/export)
5 MYS/JPN/export -5 percent 2015 change<2010
7,700 VNM/JPN/export 7700000000 USD 2010
10.7 VNM/JPN/export 10.7 percent 2010 share(VNM/world/export)
14,100 VNM/JPN/export 14100000000 USD 2015
8.7 VNM/JPN/export 8.7 percent 2015 share(VNM/world/export)
83 VNM/JPN/export 83 percent 2015 change<2010
20,300 THA/JPN/export 20300000000 USD 2010
10.5 THA/JPN/export 10.5 percent 2010 share(THA/world/export)
20,000 THA/JPN/export 20000000000 USD 2015
9.4 THA/JPN/export 9.4 percent 2015 share(THA/world/export)
1 THA/JPN/export -1 percent 2015 change<2010""",
    ),
    "heads in two lines, behind the name of the rows": (
        """Trade of Kenya with its neighbours, 2022
Country Exports
(KSh billion) Imports (KSh
billion)
Uganda 98.2 41.0
Tanzania 57.3 60.1
""",
        "",
    ),
    "heads in four lines, the rows named": (
        """Trade of Kenya with its neighbours, 2022
Country Exports
(KSh billion)
Imports
(KSh billion)
Uganda 98.2 41.0
Tanzania 57.3 60.1
Rwanda 31.4 2.2
""",
        """98.2 KEN/UGA/export 98200000000 KES 2022
41.0 KEN/UGA/import 41000000000 KES 2022
57.3 KEN/TZA/export 57300000000 KES 2022
60.1 KEN/TZA/import 60100000000 KES 2022
31.4 KEN/RWA/export 31400000000 KES 2022
2.2 KEN/RWA/import 2200000000 KES 2022""",
    ),
    "more units than columns of figures": (
        """Peru's exports, by product
Value
(US$ million) Weight
(tonnes) Share
(%)
Copper 19,100 40.2
Gold 7,200 15.1
""",
        "",
    ),
    "shares of one sum are of the bloc": (
        """Exports of Mercosur to China, 2021
Country Exports
(US$ million)
Share
(%)
Brazil 87,900 90.9
Argentina 6,200 6.4
Uruguay 2,600 2.7
""",
        """87,900 BRA/CHN/export 87900000000 USD 2021
90.9 BRA/CHN/export 90.9 percent 2021 share(mercosur/CHN/export)
6,200 ARG/CHN/export 6200000000 USD 2021
6.4 ARG/CHN/export 6.4 percent 2021 share(mercosur/CHN/export)
2,600 URY/CHN/export 2600000000 USD 2021
2.7 URY/CHN/export 2.7 percent 2021 share(mercosur/CHN/export)""",
    ),
}
