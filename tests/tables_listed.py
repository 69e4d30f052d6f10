"""Lists of a name and its figure with a dash between, under a line that tells what they are: as ``tables_plain.py``."""

from __future__ import annotations

LISTED = {
    "goods and their shares, each closed by a stop": (
        """The main goods that Kenya imported from China in 2019 were:

Machinery and equipment—31.2 per cent;

Iron and steel—14.0 per cent;

Plastics—6.1 per cent.

Exports of Kenya grew.
""",
        """31.2 per cent KEN/CHN/import 31.2 percent 2019 share(KEN/CHN/import) of:Machinery and equipment
14.0 per cent KEN/CHN/import 14 percent 2019 share(KEN/CHN/import) of:Iron and steel
6.1 per cent KEN/CHN/import 6.1 percent 2019 share(KEN/CHN/import) of:Plastics
grew KEN/world/export 1 trend 2019""",
    ),
    "partners and amounts, dashes with blanks": (
        """Peru's exports by partner in 2021 were as follows:
China – $17.6 billion
United States – $6.2 billion
Canada – $2.4 billion
Japan - $2.3 billion

Nothing else moved.
""",
        """$17.6 billion PER/CHN/export 17600000000 USD 2021
$6.2 billion PER/USA/export 6200000000 USD 2021
$2.4 billion PER/CAN/export 2400000000 USD 2021
$2.3 billion PER/JPN/export 2300000000 USD 2021""",
    ),
    "sectors, closed by commas": (
        """Shares of Chile's exports to Brazil in 2018 by sectors:
Salmon -- 22.5%,
Copper -- 18.1%,
Knitted headgear and gloves for winter sports and for mountain rescue -- 9.2%.
""",
        """22.5% CHL/BRA/export 22.5 percent 2018 share(CHL/BRA/export) of:Salmon
18.1% CHL/BRA/export 18.1 percent 2018 share(CHL/BRA/export) of:Copper
9.2% CHL/BRA/export 9.2 percent 2018 share(CHL/BRA/export) \
of:Knitted headgear and gloves for winter sports and for mountain rescue""",
    ),
    "two lists under each other": (
        """Main product groups in Ghana's exports to France in 2017:
Cocoa—61.0 per cent.
Tuna—12.3 per cent.
Pineapples—4.4 per cent.

Main product groups in Ghana's imports from France in 2017:
Wheat—21.0 per cent.
Medicines—10.2 per cent.
Vehicles—8.9 per cent.
""",
        """61.0 per cent GHA/FRA/export 61 percent 2017 share(GHA/FRA/export) of:Cocoa
12.3 per cent GHA/FRA/export 12.3 percent 2017 share(GHA/FRA/export) of:Tuna
4.4 per cent GHA/FRA/export 4.4 percent 2017 share(GHA/FRA/export) of:Pineapples
21.0 per cent GHA/FRA/import 21 percent 2017 share(GHA/FRA/import) of:Wheat
10.2 per cent GHA/FRA/import 10.2 percent 2017 share(GHA/FRA/import) of:Medicines
8.9 per cent GHA/FRA/import 8.9 percent 2017 share(GHA/FRA/import) of:Vehicles""",
    ),
    "what follows a list and is of investment": (
        """The main goods in Norway's exports to Brazil in 2018 were:
Fish—41 per cent.
Fertilisers—12 per cent.
Machinery—9 per cent.

Norway's direct investment in Brazil at the end of 2018 was 2.1 per cent of the total level of its direct investment.
""",
        """41 per cent NOR/BRA/export 41 percent 2018 share(NOR/BRA/export) of:Fish
12 per cent NOR/BRA/export 12 percent 2018 share(NOR/BRA/export) of:Fertilisers
9 per cent NOR/BRA/export 9 percent 2018 share(NOR/BRA/export) of:Machinery""",
    ),
    "chapters of a report are no goods": (
        """The report on the trade of Peru had these chapters:

Introduction—5 per cent.

Methods—40 per cent.

Results—55 per cent.
""",
        "",
    ),
}
