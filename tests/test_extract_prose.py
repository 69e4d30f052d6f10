"""What releases and newspapers write, in our own words: a text with its figures marked, and the claims they are."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "the region that is not the owner": (
        "Trade between the EU and the Western Balkans grew in 2023. The region raised its exports to the EU by "
        "<q>20%</q>, against an increase of EU exports to the region of <q>9%</q>.",
        [
            "western-balkans>eu export change 20 percent 2023 base_period=2022",
            "eu>western-balkans export change 9 percent 2023 base_period=2022",
        ],
    ),
    "what a flow is led by": (
        "In 2023 Ghana's imports from Chile were worth <q>$500 million</q> and were led by copper "
        "(<q>$300 million</q>, <q>60%</q>).",
        [
            "GHA>CHL import level 500000000 USD 2023",
            "GHA>CHL import level 300000000 USD 2023 commodity=copper",
            "GHA>CHL import share 60 percent 2023 commodity=copper share_of=GHA/CHL/import",
        ],
    ),
    "shipments behind imports": (
        "Ghana imported <q>90,000 tonnes</q> of rice in 2023. Shipments were up <q>6%</q> on the year before.",
        [
            "GHA>world import level 90000 t 2023 commodity=rice",
            "GHA>world import change 6 percent 2023 base_period=2022 commodity=rice",
        ],
    ),
    "growth of exports to somebody": (
        "China's export growth to Kenya slowed to <q>7%</q> in January from <q>13%</q> in December, while export "
        "growth to Ghana quickened to <q>10%</q>.",
        [
            "CHN>KEN export change 7 percent 2025-01 base_period=2024-01",
            "CHN>KEN export change 13 percent 2024-12 base_period=2023-12",
            "CHN>GHA export change 10 percent 2025-01 base_period=2024-01",
        ],
    ),
    "the first share says of what": (
        "Malta's imports fell in 2023. The main import partners were Italy (<q>18%</q> of total imports), Spain "
        "(<q>10%</q>) and Oman (<q>9%</q>).",
        [
            "MLT>ITA import share 18 percent 2023 share_of=MLT/world/import",
            "MLT>ESP import share 10 percent 2023 share_of=MLT/world/import",
            "MLT>OMN import share 9 percent 2023 share_of=MLT/world/import",
        ],
    ),
    "less than another month's": (
        "Malta's exports were <q>$277 million</q> in June 2024, <q>$1.3 million</q> less than May's exports; imports "
        "were <q>$337 million</q>.",
        [
            "MLT>world export level 277000000 USD 2024-06",
            "MLT>world export change -1300000 USD 2024-06 base_period=2024-05",
            "MLT>world import level 337000000 USD 2024-06",
        ],
    ),
    "an economy named by its rank, and the world at large": (
        "Japan's economy slowed. Amid weak global demand, exports from the world's fourth-largest economy fell "
        "<q>3%</q> in January.",
        ["JPN>world export change -3 percent 2025-01 base_period=2024-01"],
    ),
    "a row of changes": (
        "In 2023 Malta's imports fell by <q>€9 million</q>, due to lower imports of oil and cars, which fell by "
        "<q>€5 million</q> and <q>€4 million</q> respectively.",
        [
            "MLT>world import change -9000000 EUR 2023 base_period=2022",
            "MLT>world import change -5000000 EUR 2023 base_period=2022 commodity=oil",
            "MLT>world import change -4000000 EUR 2023 base_period=2022 commodity=cars",
        ],
    ),
    "both flows to and from": (
        "In 2023 Malta's exports and imports to and from Oman totalled <q>$4 million</q> and <q>$3 million</q>, "
        "respectively.",
        ["MLT>OMN export level 4000000 USD 2023", "MLT>OMN import level 3000000 USD 2023"],
    ),
    "a gap behind both flows of a pair": (
        "Kenya's exports to Uganda came to <q>$90 million</q> in 2023, while imports grew to <q>$50 million</q>. "
        "Kenya's trade surplus was <q>$40 million</q>.",
        [
            "KEN>UGA export level 90000000 USD 2023",
            "KEN>UGA import level 50000000 USD 2023",
            "KEN>UGA balance level 40000000 USD 2023",
        ],
    ),
    "a volume of a flow": (
        "The volume of Chilean wine exports has reached <q>749 million litres</q> this year, up <q>8 per cent</q>. "
        "Chile imports <q>30%</q> of its barley from Peru.",
        [
            "CHL>world export level 749000000 L 2025 commodity=wine",
            "CHL>world export change 8 percent 2025 base_period=2024 commodity=wine",
            "CHL>PER import share 30 percent 2025 commodity=barley share_of=CHL/world/import",
        ],
    ),
    "whom exports go to": (
        "In 2023 Malawi's exports rose to <q>$1.2 billion</q>. Among the main destinations, Belgium led with "
        "<q>$200 million</q> in exports, a <q>5%</q> rise, followed by Kenya with <q>$90 million</q>. Egypt remained "
        "the largest buyer, with exports of <q>$40 million</q>.",
        [
            "MWI>world export level 1200000000 USD 2023",
            "MWI>BEL export level 200000000 USD 2023",
            "MWI>BEL export change 5 percent 2023 base_period=2022",
            "MWI>KEN export level 90000000 USD 2023",
            "MWI>EGY export level 40000000 USD 2023",
        ],
    ),
    "whom imports come from": (
        "In 2023 Malawi's imports rose to <q>$3 billion</q>. The top import origins were China (<q>$500 million</q>) "
        "and India (<q>$300 million</q>).",
        [
            "MWI>world import level 3000000000 USD 2023",
            "MWI>CHN import level 500000000 USD 2023",
            "MWI>IND import level 300000000 USD 2023",
        ],
    ),
    "the partner whose share it is": (
        "Oman is Malta's ninth trading partner, representing <q>1.4%</q> of Malta's total trade in 2023.",
        ["MLT>OMN turnover share 1.4 percent 2023 share_of=MLT/world/turnover"],
    ),
    "goods named for where they come from": (
        "In 2024 Ghana reduced Thai rice imports by <q>30%</q>. It bought <q>90,000 tonnes</q> of Thai rice, which "
        "made up <q>40%</q> of its rice imports.",
        [
            "GHA>THA import change -30 percent 2024 base_period=2023 commodity=rice",
            "GHA>THA import level 90000 t 2024 commodity=rice",
            "GHA>THA import share 40 percent 2024 commodity=rice share_of=GHA/world/import",
        ],
    ),
    "what is shipped is what was imported": (
        "Ghana cut its imports of Thai rice, with January shipments falling by <q>30%</q>.",
        ["GHA>THA import change -30 percent 2025-01 base_period=2024-01 commodity=rice"],
    ),
    "shares in brackets behind amounts": (
        "Ghana's imports from Chile were worth <q>$500 million</q> in 2023, mainly copper (<q>$300 million</q>, "
        "<q>60%</q>) and wine (<q>$100 million</q>, <q>20%</q>).",
        [
            "GHA>CHL import level 500000000 USD 2023",
            "GHA>CHL import level 300000000 USD 2023 commodity=copper",
            "GHA>CHL import share 60 percent 2023 commodity=copper share_of=GHA/CHL/import",
            "GHA>CHL import level 100000000 USD 2023 commodity=wine",
            "GHA>CHL import share 20 percent 2023 commodity=wine share_of=GHA/CHL/import",
        ],
    ),
    "trade in services both ways": (
        "Two-way trade in services between Malta and Oman amounted to <q>€2 million</q> in 2023.",
        ["MLT>OMN turnover level 2000000 EUR 2023 commodity=services"],
    ),
    "a gap said of trade": (
        "Britain's deficit on trade in goods and services narrowed to <q>£2.1 billion</q> in May 2024. It is made up "
        "of a deficit of <q>£9 billion</q> on goods and a surplus of <q>£6.9 billion</q> on services.",
        [
            "GBR>world balance level -2100000000 GBP 2024-05 commodity=goods_and_services",
            "GBR>world balance level -9000000000 GBP 2024-05 commodity=goods",
            "GBR>world balance level 6900000000 GBP 2024-05 commodity=services",
        ],
    ),
    "a change said again as an amount and in another currency": (
        "In 2023 Fiji's exports fell <q>4%</q>, or <q>90 million Fiji dollars</q> (<q>$40 million</q>), to "
        "<q>$1 billion</q>.",
        [
            "FJI>world export change -4 percent 2023 base_period=2022",
            "FJI>world export change -90000000 FJD 2023 base_period=2022",
            "FJI>world export change -40000000 USD 2023 base_period=2022",
            "FJI>world export level 1000000000 USD 2023",
        ],
    ),
    "one flow as a share of both": (
        "Ghana's exports made up <q>58%</q> of total trade in 2023, at <q>$17 billion</q>, <q>3%</q> more than "
        "in 2022.",
        [
            "GHA>world export share 58 percent 2023 share_of=GHA/world/turnover",
            "GHA>world export level 17000000000 USD 2023",
            "GHA>world export change 3 percent 2023 base_period=2022",
        ],
    ),
    "a move between two months": (
        "Ghana's trade deficit narrowed <q>4%</q> from May to June 2024, to <q>$300 million</q>.",
        [
            "GHA>world balance change -4 percent 2024-06 base_period=2024-05",
            "GHA>world balance level -300000000 USD 2024-06",
        ],
    ),
    "a decrease in a flow of so much to so much": (
        "In 2023 Malta saw a decrease in the trade deficit of <q>$0.2 billion</q> to <q>$3.1 billion</q>.",
        [
            "MLT>world balance change -200000000 USD 2023 base_period=2022",
            "MLT>world balance level -3100000000 USD 2023",
        ],
    ),
    "a flow announced before its list": (
        "Fiji's imports came to <q>$3 billion</q> in 2023. In terms of imports, Singapore led with "
        "<q>$600 million</q>, followed by China with <q>$500 million</q>.",
        [
            "FJI>world import level 3000000000 USD 2023",
            "FJI>SGP import level 600000000 USD 2023",
            "FJI>CHN import level 500000000 USD 2023",
        ],
    ),
    "whom that country points at": (
        "Andorra's main supplier was Spain, with imports from that country rising by <q>8%</q> to "
        "<q>€1.1 billion</q> in 2023.",
        [
            "AND>ESP import change 8 percent 2023 base_period=2022",
            "AND>ESP import level 1100000000 EUR 2023",
        ],
    ),
    "balances against and across": (
        "In 2023 Norway had a trade surplus of <q>$9 billion</q> against Poland. Across Asia, Norway ran a surplus of "
        "<q>$4 billion</q>.",
        ["NOR>POL balance level 9000000000 USD 2023", "NOR>asia balance level 4000000000 USD 2023"],
    ),
    "a relative clause is an aside": (
        "In 2023 exports from Kenya to Uganda, which is its largest customer, rose <q>5%</q> to <q>$900 million</q>.",
        [
            "KEN>UGA export change 5 percent 2023 base_period=2022",
            "KEN>UGA export level 900000000 USD 2023",
        ],
    ),
    "a list whose entries have their own sides": (
        "In 2023 Laos ran a trade deficit of <q>$3 billion</q> with China, <q>$1 billion</q> with South Korea and "
        "<q>$200 million</q> with Japan.",
        [
            "LAO>CHN balance level -3000000000 USD 2023",
            "LAO>KOR balance level -1000000000 USD 2023",
            "LAO>JPN balance level -200000000 USD 2023",
        ],
    ),
    "signs printed before a balance": (
        "The balance of trade of Estonia was +<q>€0.2 bn</q> in May 2024, against <q>-€0.1 bn</q> in May 2023.",
        ["EST>world balance level 200000000 EUR 2024-05", "EST>world balance level -100000000 EUR 2023-05"],
    ),
    "the time of the figure's own phrase": (
        "Australia's trade deficit was <q>A$36 billion</q> in 2015, four times the <q>A$9 billion</q> deficit recorded "
        "in 2014.",
        ["AUS>world balance level -36000000000 AUD 2015", "AUS>world balance level -9000000000 AUD 2014"],
    ),
    "in whose favour": (
        "In 2023 Iran and Oman traded <q>$2 billion</q>; the difference of <q>$1 billion</q> was in Oman's favour.",
        ["IRN>OMN turnover level 2000000000 USD 2023", "IRN>OMN balance level -1000000000 USD 2023"],
    ),
    "trade with those outside a union": (
        "In May 2024 extra-EU exports rose <q>3%</q> to <q>€220 billion</q>.",
        [
            "eu>world export change 3 percent 2024-05 base_period=2023-05",
            "eu>world export level 220000000000 EUR 2024-05",
        ],
    ),
    "trade within a union": (
        "In May 2024 intra-EU trade came to <q>€350 billion</q>.",
        ["eu>eu turnover level 350000000000 EUR 2024-05"],
    ),
    "months as a code": (
        "Tajik exports fell <q>9%</q> to <q>$1.2 billion</q> in 8M 2023.",
        [
            "TJK>world export change -9 percent 2023-01/2023-08 base_period=2022-01/2022-08",
            "TJK>world export level 1200000000 USD 2023-01/2023-08",
        ],
    ),
    "a similar period": (
        "Kenya's exports to Rwanda rose <q>39%</q> to <q>$159 million</q> in the first half of 2022 compared to a "
        "similar period in 2021.",
        [
            "KEN>RWA export change 39 percent 2022-H1 base_period=2021-H1",
            "KEN>RWA export level 159000000 USD 2022-H1",
        ],
    ),
    "the highest since is no base": (
        "Korean exports rose <q>12%</q> in March 2024, the most since June 2022.",
        ["KOR>world export change 12 percent 2024-03 base_period=2023-03"],
    ),
    "a text at home where its currency is": (
        "Exports rose <q>5%</q> to <q>$30 billion</q> in May 2024. The baht was little changed.",
        [
            "THA>world export change 5 percent 2024-05 base_period=2023-05",
            "THA>world export level 30000000000 USD 2024-05",
        ],
    ),
    "what is bold or slanted is what it says": (
        "Exports of Chile rose to **<q>$83.8 billion</q>** in 2024 from **<q>$72.2 billion</q>** in 2023, the ministry "
        "says, and with _imports_ lower at *<q>$63 billion</q>* the surplus was <q>$20.8 billion</q>.",
        [
            "CHL>world export level 83800000000 USD 2024",
            "CHL>world export level 72200000000 USD 2023",
            "CHL>world import level 63000000000 USD 2024",
            "CHL>world balance level 20800000000 USD 2024",
        ],
    ),
    "marks and addresses within": (
        "Peru's exports to [**Japan**](https://peru.example/trade) were <q>$4 **billion</q>** in __2023__.",
        ["PER>JPN export level 4000000000 USD 2023"],
    ),
    "addresses with brackets and with titles": (
        'Exports of Peru to [Georgia](https://wiki.example/Georgia_(country) "So") were <q>$4 billion</q> in 2023. '
        "Exports to ~~Chile~~ [Mali](https://wiki.example/Mali_(a)) were `<q>$3 billion</q>` in 2023.",
        ["PER>GEO export level 4000000000 USD 2023", "PER>MLI export level 3000000000 USD 2023"],
    ),
    "money that small is a price": ("The token changed hands at US$87,940 in Seoul, and trade was thin.", []),
    "points of growth": ("Net exports shaved 0.8 percentage points off Japan's growth in 2023.", []),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
