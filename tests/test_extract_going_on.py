"""Sentences that go on with the flow just told and name none: their figures can be of nothing else."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

_ROSE = (("CHL", 5), ("KEN", 8), ("OMN", 3))
_TOOK = (("CHL", 15), ("KEN", 18), ("OMN", 13))
_MAY = "2024-05 base_period=2023-05"
_MOST = (
    *(("Copper", 12), ("tin", 9), ("tea", -3), ("nuts", 11), ("wool", 8), ("rice", -4), ("gold", 7), ("zinc", 6)),
    *(("coal", 15), ("wheat", 14), ("fish", -30), ("sugar", -20), ("cocoa", 2), ("Cotton", 21), ("steel", -22)),
)
_PARTNERS = (("CHL", 12), ("KEN", 8), ("MLI", 20), ("FJI", -11))

TEXTS: dict[str, tuple[str, list[str]]] = {
    "what exports earned": (
        "Kenya's tea exports rose <q>9 percent</q> to <q>40 million kilograms</q> in May 2024. Earnings were <q>95 "
        "million dollars</q> up from <q>88 million</q> a year earlier. In the first five months exports were <q>210 "
        "million kilograms</q>. In the same period receipts fell <q>2 percent</q> to <q>$510 million</q>.",
        [
            "KEN>world export change 9 percent 2024-05 base_period=2023-05 commodity=tea",
            "KEN>world export level 40000000 kg 2024-05 commodity=tea",
            "KEN>world export level 95000000 USD 2024-05 commodity=tea",
            "KEN>world export level 88000000 USD 2023-05 commodity=tea",
            "KEN>world export level 210000000 kg 2024-01/2024-05 commodity=tea",
            "KEN>world export change -2 percent 2024-01/2024-05 base_period=2023-01/2023-05 commodity=tea",
            "KEN>world export level 510000000 USD 2024-01/2024-05 commodity=tea",
        ],
    ),
    "what they earned, higher than before": (
        "Chile's exports grew by <q>8%</q> to <q>$7.5 billion</q> in October 2024. Receipts were also higher than the "
        "<q>$7 billion</q> in September. But revenues were lower than the <q>$8 billion</q> of August.",
        [
            "CHL>world export change 8 percent 2024-10 base_period=2023-10",
            "CHL>world export level 7500000000 USD 2024-10",
            "CHL>world export level 7000000000 USD 2024-09",
            "CHL>world export level 8000000000 USD 2024-08",
        ],
    ),
    "what somebody else earned, or from something else": (
        "Peru's exports of grapes fell by <q>8%</q> in 2022. Growers' earnings were $300 million. Tax receipts were "
        "$2 billion. Earnings of the largest company fell 3%. Earnings from tourism reached $4 billion.",
        ["PER>world export change -8 percent 2022 base_period=2021 commodity=grapes"],
    ),
    "what imports do not earn": (
        "Norway's imports of cars fell by <q>8%</q> in 2022. Receipts were $2 billion.",
        ["NOR>world import change -8 percent 2022 base_period=2021 commodity=cars"],
    ),
    "growth behind a joint, and a year of its own": (
        "Qatar's non-oil trade grew <q>16 percent</q> in 2012 to <q>123 billion riyals</q>. Growth, however, slowed to "
        "<q>8 percent</q> to touch <q>132 billion riyals</q> in 2013. The following year's result was similar, with "
        "a value of <q>131 billion riyals</q>, while in 2015 it was <q>128 billion riyals</q>.",
        [
            "QAT>world turnover change 16 percent 2012 base_period=2011 commodity=non-oil",
            "QAT>world turnover level 123000000000 QAR 2012 commodity=non-oil",
            "QAT>world turnover change 8 percent 2013 base_period=2012 commodity=non-oil",
            "QAT>world turnover level 132000000000 QAR 2013 commodity=non-oil",
            "QAT>world turnover level 131000000000 QAR 2014 commodity=non-oil",
            "QAT>world turnover level 128000000000 QAR 2015 commodity=non-oil",
        ],
    ),
    "a change and what it came to": (
        "Trade between Fiji and Tonga shrank <q>3 percent</q> in 2014. But it rose <q>8 percent</q> in 2015, with a "
        "total value of <q>$126 million</q>. The increase, though, was <q>2 percent</q> in 2016, at a value of <q>$129 "
        "million</q>.",
        [
            "FJI>TON turnover change -3 percent 2014 base_period=2013",
            "FJI>TON turnover change 8 percent 2015 base_period=2014",
            "FJI>TON turnover level 126000000 USD 2015",
            "FJI>TON turnover change 2 percent 2016 base_period=2015",
            "FJI>TON turnover level 129000000 USD 2016",
        ],
    ),
    "moves of what is no trade": (
        "Peru's exports grew <q>4 percent</q> in 2024. But the peso fell 3 percent. The peso has lost 20 percent since "
        "May. Meanwhile, hotel stays rose 5 percent. The economy, however, grew 2 percent. But the number of firms "
        "rose by 8 percent. Demand in China rose 8 percent. Shares of the miner fell 3 percent. Chile produced 5 "
        "million tonnes. The port handled 2 million tonnes, up 8 percent. Growth is forecast at 2.5 percent "
        "in 2025.",
        ["PER>world export change 4 percent 2024 base_period=2023"],
    ),
    "the figure just told": (
        "Peru's exports grew <q>4 percent</q> in 2023. The figure rose <q>5 percent</q> in 2024.",
        [
            "PER>world export change 4 percent 2023 base_period=2022",
            "PER>world export change 5 percent 2024 base_period=2023",
        ],
    ),
    "goods and their moves": (
        "Thailand's exports rose <q>4%</q> in July 2024. The largest gains were in rice, up <q>12%</q>, rubber, up "
        "<q>9%</q>, and cars, up <q>4%</q>. The biggest falls were in pepper which dropped by <q>30%</q>, sugar by "
        "<q>20%</q> and canned fish by <q>5%</q>.",
        [
            "THA>world export change 4 percent 2024-07 base_period=2023-07",
            "THA>world export change 12 percent 2024-07 base_period=2023-07 commodity=rice",
            "THA>world export change 9 percent 2024-07 base_period=2023-07 commodity=rubber",
            "THA>world export change 4 percent 2024-07 base_period=2023-07 commodity=cars",
            "THA>world export change -30 percent 2024-07 base_period=2023-07 commodity=pepper",
            "THA>world export change -20 percent 2024-07 base_period=2023-07 commodity=sugar",
            "THA>world export change -5 percent 2024-07 base_period=2023-07 commodity=canned_fish",
        ],
    ),
    "moves seen in three groups": (
        "India's imports fell by <q>2%</q> in May 2024. Declines were seen in three groups – coal down <q>9%</q>, "
        "fertilizer down <q>6%</q>, and gold down <q>1%</q>. There were increases in machinery (<q>5%</q>) and "
        "toys (<q>3%</q>).",
        [
            "IND>world import change -2 percent 2024-05 base_period=2023-05",
            "IND>world import change -9 percent 2024-05 base_period=2023-05 commodity=coal",
            "IND>world import change -6 percent 2024-05 base_period=2023-05 commodity=fertilizer",
            "IND>world import change -1 percent 2024-05 base_period=2023-05 commodity=gold",
            "IND>world import change 5 percent 2024-05 base_period=2023-05 commodity=machinery",
            "IND>world import change 3 percent 2024-05 base_period=2023-05 commodity=toys",
        ],
    ),
    "who moved most": (
        "Peru's exports rose <q>9 percent</q> in May 2024. Copper (up <q>12 percent</q>), tin (up <q>9 percent</q>)"
        " and tea (down <q>3 percent</q>) stood out. Gains in nuts (<q>11 percent</q>) and wool (<q>8 percent</q>) "
        "offset a drop in rice (<q>4 percent</q>). Notable increases came from gold (<q>7 percent</q>) and zinc "
        "(<q>6 percent</q>). The strongest growth was in coal at <q>15 percent</q>, followed by wheat at <q>14 "
        "percent</q>. Leading the decline was fish, which plunged <q>30 percent</q>, followed by sugar, down <q>20 "
        "percent</q>. Other gainers included cocoa (<q>2 percent</q>). Cotton saw the biggest increase of <q>21 "
        "percent</q>, while steel recorded the largest drop of <q>22 percent</q>.",
        [
            "PER>world export change 9 percent 2024-05 base_period=2023-05",
            *(
                f"PER>world export change {rate} percent 2024-05 base_period=2023-05 commodity={one}"
                for one, rate in _MOST
            ),
        ],
    ),
    "whose trade moved most": (
        "Peru's exports rose <q>9 percent</q> in May 2024. The strongest growth was in Chile at <q>12 percent</q>, "
        "followed by Kenya at <q>8 percent</q>. Mali saw the biggest increase of <q>20 percent</q>, while Fiji "
        "recorded the largest drop of <q>11 percent</q>.",
        [
            "PER>world export change 9 percent 2024-05 base_period=2023-05",
            *(f"PER>{one} export change {rate} percent {_MAY}" for one, rate in _PARTNERS),
        ],
    ),
    "moves of no goods": (
        "Thailand's exports rose <q>4%</q> in July 2024. The largest gains were in rents, up 12%, and wages, up 9%. "
        "Increases were seen in hotel prices, up 8%.",
        ["THA>world export change 4 percent 2024-07 base_period=2023-07"],
    ),
    "moves announced, and told one by one": (
        "Kenya's exports were <q>$7 billion</q> in 2022. Declines were recorded in four product groups. They were tea "
        "(<q>4.2%</q>), coffee (<q>7%</q>), cut flowers (<q>3%</q>) and leather goods (<q>12%</q>). Leading the gains "
        "were avocados (<q>8%</q>).",
        [
            "KEN>world export level 7000000000 USD 2022",
            "KEN>world export change -4.2 percent 2022 base_period=2021 commodity=tea",
            "KEN>world export change -7 percent 2022 base_period=2021 commodity=coffee",
            "KEN>world export change -3 percent 2022 base_period=2021 commodity=cut_flowers",
            "KEN>world export change -12 percent 2022 base_period=2021 commodity=leather_goods",
            "KEN>world export change 8 percent 2022 base_period=2021 commodity=avocados",
        ],
    ),
    "parts announced, and told one by one": (
        "Kenya's exports were <q>$7 billion</q> in 2022. Four product groups made up most of them. They were tea "
        "(<q>42%</q>), coffee (<q>17%</q>) and cut flowers (<q>13%</q>).",
        [
            "KEN>world export level 7000000000 USD 2022",
            "KEN>world export share 42 percent 2022 commodity=tea share_of=KEN/world/export",
            "KEN>world export share 17 percent 2022 commodity=coffee share_of=KEN/world/export",
            "KEN>world export share 13 percent 2022 commodity=cut_flowers share_of=KEN/world/export",
        ],
    ),
    "the top buyer, and the next": (
        "Kenya's tea exports fell in May 2024. Oman was the top buyer of Kenyan tea up to May, taking <q>24 million "
        "kilograms</q>, up from <q>21 million</q> a year earlier. Egypt slipped to second place with <q>22 million "
        "kilos</q>, down from <q>24 million</q> a year earlier.",
        [
            "KEN>OMN export level 24000000 kg 2024-01/2024-05 commodity=tea",
            "KEN>OMN export level 21000000 kg 2023-01/2023-05 commodity=tea",
            "KEN>EGY export level 22000000 kg 2024-01/2024-05 commodity=tea",
            "KEN>EGY export level 24000000 kg 2023-01/2023-05 commodity=tea",
        ],
    ),
    "what it is expected to reach": (
        "Trade between Peru and Chile rose to <q>$687 million</q> in 2023. The ministry projects it to exceed <q>$1 "
        "billion</q> by 2027. Imports from Chile were <q>$300 million</q> in 2023, and the bank expects them to reach "
        "<q>$400 million</q> in 2026.",
        [
            "PER>CHL turnover level 687000000 USD 2023",
            "PER>CHL turnover level 1000000000 USD 2027 projected",
            "PER>CHL import level 300000000 USD 2023",
            "PER>CHL import level 400000000 USD 2026 projected",
        ],
    ),
    "what arrived, and where from": (
        "Peru's wheat imports rose <q>9 percent</q> to <q>2 million tonnes</q> in May 2024. Arrivals from Chile jumped "
        "<q>20 percent</q> to <q>300,000 tonnes</q>. Shipments from Kenya came to <q>600,000 tonnes</q>. Tourist "
        "arrivals from Mali jumped 30 percent to 300,000.",
        [
            "PER>world import change 9 percent 2024-05 base_period=2023-05 commodity=wheat",
            "PER>world import level 2000000 t 2024-05 commodity=wheat",
            "PER>CHL import change 20 percent 2024-05 base_period=2023-05 commodity=wheat",
            "PER>CHL import level 300000 t 2024-05 commodity=wheat",
            "PER>KEN import level 600000 t 2024-05 commodity=wheat",
        ],
    ),
    "volumes, and the figure before": (
        "Peru's wheat imports came to <q>2 million tonnes</q> in May 2024. The figure compares with <q>1.5 million "
        "tonnes</q> a year ago. Volumes were up <q>8 percent</q> in April.",
        [
            "PER>world import level 2000000 t 2024-05 commodity=wheat",
            "PER>world import level 1500000 t 2023-05 commodity=wheat",
            "PER>world import change 8 percent 2024-04 base_period=2023-04 commodity=wheat",
        ],
    ),
    "who supplied which part": (
        "Peru's wheat imports came to <q>2 million tonnes</q> in May 2024. Chile supplied <q>40 percent</q>, followed "
        "by Kenya with <q>20 percent</q>. Spain, which supplies <q>5 percent</q> of Peru's wheat imports, wants more. "
        "Coal supplied 30 percent of the power.",
        [
            "PER>world import level 2000000 t 2024-05 commodity=wheat",
            "PER>CHL import share 40 percent 2024-05 commodity=wheat share_of=PER/world/import",
            "PER>KEN import share 20 percent 2024-05 commodity=wheat share_of=PER/world/import",
            "PER>ESP import share 5 percent 2024-05 commodity=wheat share_of=PER/world/import",
        ],
    ),
    "moves announced of partners": (
        "Peru's exports to six destinations rose in 2022. They were Chile (<q>5%</q>), Kenya (<q>8%</q>) and Oman "
        "(<q>3%</q>). Five countries took most of its exports. They were Chile (<q>15%</q>), Kenya (<q>18%</q>) and "
        "Oman (<q>13%</q>).",
        [
            *(f"PER>{one} export change {rate} percent 2022 base_period=2021" for one, rate in _ROSE),
            *(f"PER>{one} export share {part} percent 2022 share_of=PER/world/export" for one, part in _TOOK),
        ],
    ),
    "what two countries aim at": (
        "Bilateral trade between Chile and Kenya came to <q>$40 million</q> in 2020. Both countries aim to reach "
        "<q>$100 million</q> by 2027. The two nations want to bring annual turnover to <q>$300 million</q> by 2030. "
        "The two sides plan to invest $300 million in a port. The two countries intend to provide $5 billion in loans.",
        [
            "CHL>KEN turnover level 40000000 USD 2020",
            "CHL>KEN turnover level 100000000 USD 2027 target",
            "CHL>KEN turnover level 300000000 USD 2030 target",
        ],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_flow_just_told_goes_on_where_the_figures_can_be_of_nothing_else(text: str, wanted: list[str]):
    check(text, wanted)
