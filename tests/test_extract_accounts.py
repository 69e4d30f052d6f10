"""Bare surpluses and deficits beside a current account or a budget, and the goods that an account names for them."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

CURRENT = "Chile's current account deficit was $7 billion in 2023. "

TEXTS: dict[str, tuple[str, list[str]]] = {
    "trade was in deficit": (
        CURRENT + "In the same year its merchandise trade was in deficit by <q>$2 billion</q>.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=merchandise"],
    ),
    "a surplus against a shortfall": (
        CURRENT
        + "Visible trade recorded a <q>$2 billion</q> surplus in 2023 against a <q>$3 billion</q> shortfall in 2022.",
        ["CHL>world balance level 2000000000 USD 2023", "CHL>world balance level -3000000000 USD 2022"],
    ),
    "the deficit of goods, and one of nothing": (
        CURRENT + "The goods deficit was <q>$2 billion</q> in 2023.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=goods"],
    ),
    "a current account is no trade": (CURRENT + "A year before the shortfall had been $9 billion.", []),
    "a deficit on trade in services": (
        CURRENT + "In 2023 it ran a deficit of <q>$2 billion</q> on trade in services.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=services"],
    ),
    "the balance of goods and services": (
        CURRENT + "In 2023 it had a deficit of <q>$2 billion</q> on its balance of goods and services, "
        "against a surplus of <q>$1 billion</q> in 2022 and a surplus of <q>$3 billion</q> in 2021.",
        [
            "CHL>world balance level -2000000000 USD 2023 commodity=goods_and_services",
            "CHL>world balance level 1000000000 USD 2022 commodity=goods_and_services",
            "CHL>world balance level 3000000000 USD 2021 commodity=goods_and_services",
        ],
    ),
    "what imports of some goods leave": (
        CURRENT + "Net fuel imports produced a deficit of <q>$2 billion</q> in 2023.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=fuel"],
    ),
    "the gap in the trade in some goods moved": (
        "Chile's 2023 surplus on copper trade was <q>$4 billion</q> higher than in 2022, while the deficit on fuel "
        "fell by <q>$1 billion</q>.",
        [
            "CHL>world balance change 4000000000 USD 2023 base_period=2022 commodity=copper",
            "CHL>world balance change -1000000000 USD 2023 base_period=2022 commodity=fuel",
        ],
    ),
    "a rise in the surplus on goods": (
        "Chile's trade improved in 2023 due to a rise in the surplus on copper of <q>$4 billion</q>.",
        ["CHL>world balance change 4000000000 USD 2023 base_period=2022 commodity=copper"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_gap(name: str) -> None:
    check(*TEXTS[name])


OTHERS: dict[str, tuple[str, list[str]]] = {
    "the other Community states": (
        "In 1986 Spain had a deficit of <q>$2 billion</q> in its trade with the other Community states.",
        ["ESP>eu balance level -2000000000 USD 1986"],
    ),
    "all but some goods": (
        "Despite a <q>5%</q> fall in its wheat exports, Chile saw a <q>7%</q> rise in non-industrial exports in 2023.",
        [
            "CHL>world export change -5 percent 2023 base_period=2022 commodity=wheat",
            "CHL>world export change 7 percent 2023 base_period=2022 commodity=non-industrial",
        ],
    ),
    "the surplus is the one just spoken of": (
        "Peru was glad of its exports. The ministry expects a lower trade surplus with Chile.\n\n"
        "The surplus, which rose to <q>$7 billion</q> in 2024 from <q>$4 billion</q> in 2023, is the largest so far.",
        ["PER>CHL balance level 7000000000 USD 2024", "PER>CHL balance level 4000000000 USD 2023"],
    ),
    "a headline on the trade of two": (
        "Ores Out, Tools In: Peru's Trade with Chile\n\nPeru sells ores and buys tools, as it has done for so many "
        "years that few remember another time. Trade turnover grew from <q>$5 billion</q> in 2020 to <q>$9 billion</q> "
        "in 2024. A surplus of <q>$2 billion</q> in 2020 turned into a deficit of <q>$3 billion</q> in 2024.",
        [
            "PER>CHL turnover level 5000000000 USD 2020",
            "PER>CHL turnover level 9000000000 USD 2024",
            "PER>CHL balance level 2000000000 USD 2020",
            "PER>CHL balance level -3000000000 USD 2024",
        ],
    ),
    "goods named before the clause": (
        "Chile exported <q>5 million tonnes</q> of wheat in 2023. In flour, exports totalled <q>3,000 tonnes</q>, "
        "up <q>6.5%</q> on 2022.",
        [
            "CHL>world export level 5000000 t 2023 commodity=wheat",
            "CHL>world export level 3000 t 2023 commodity=flour",
            "CHL>world export change 6.5 percent 2023 base_period=2022 commodity=flour",
        ],
    ),
    "in terms of services": (
        "In terms of services, Chile exported <q>$2 billion</q> in 2023 and imported <q>$3 billion</q>.",
        [
            "CHL>world export level 2000000000 USD 2023 commodity=services",
            "CHL>world import level 3000000000 USD 2023 commodity=services",
        ],
    ),
    "a total is of more than the goods named before": (
        "In flour, Chile led. Its total exports were <q>$3 billion</q> in 2023.",
        ["CHL>world export level 3000000000 USD 2023"],
    ),
    "two goods worth something with one verb": (
        "In 2023, buttons worth <q>$2 million</q> and zippers worth <q>$3 million</q> were imported by Chile.",
        [
            "CHL>world import level 2000000 USD 2023 commodity=buttons",
            "CHL>world import level 3000000 USD 2023 commodity=zippers",
        ],
    ),
    "this deficit is that of services": (
        "Trade in services has long been in deficit for Chile, and in 2023 this deficit reached <q>$2 billion</q>.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=services"],
    ),
    "a part of a contract is no trade": ("Chile agreed to buy Peruvian goods worth 10% of the contract in 2023.", []),
    "a part of the partners is no trade": (
        "The trade balances of Chile improved with more than 63% of its trading partners in 2023.",
        [],
    ),
    "its trade stays whose it was": (
        "Peru is the main trade partner of Chile. Around <q>23%</q> of its trade takes place with Peru, followed by "
        "Japan (<q>14%</q>).",
        [
            "CHL>PER turnover share 23 percent - share_of=CHL/world/turnover",
            "CHL>JPN turnover share 14 percent - share_of=CHL/world/turnover",
        ],
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_goods_and_sides(name: str) -> None:
    check(*OTHERS[name])
