"""Shares of the world's trade, of a whole with its amount in front, and the amount itself."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a group without a name as an entry": (
        "Japan was the largest market for Chile's exports in 2023, accounting for <q>49%</q> of the total, followed by "
        "Turkic-speaking countries at <q>13%</q> and Europe at <q>6%</q>.",
        [
            "CHL>JPN export share 49 percent 2023 share_of=CHL/world/export",
            "CHL>turkic-speaking-countries export share 13 percent 2023 share_of=CHL/world/export",
            "CHL>europe export share 6 percent 2023 share_of=CHL/world/export",
        ],
    ),
    "what is left over is not the last one's": (
        "Of Chile's imports in 2023 <q>41%</q> came from Japan, <q>3%</q> from Peru and <q>56%</q> from other states.",
        [
            "CHL>JPN import share 41 percent 2023 share_of=CHL/world/import",
            "CHL>PER import share 3 percent 2023 share_of=CHL/world/import",
            "CHL>other-states import share 56 percent 2023 share_of=CHL/world/import",
        ],
    ),
    "a country's exports in those of the world": (
        "Chile's exports represented <q>0.3%</q> of world exports in 2023.",
        ["CHL>world export share 0.3 percent 2023 share_of=world/world/export"],
    ),
    "a share that moves, and the next country's": (
        "Chile's share of global imports was <q>2%</q> in 2023, Peru's <q>1%</q>.",
        [
            "CHL>world import share 2 percent 2023 share_of=world/world/import",
            "PER>world import share 1 percent 2023 share_of=world/world/import",
        ],
    ),
    "whoever takes exports of the world is a buyer": (
        "Chile took <q>6%</q> of world tea exports in 2023.",
        ["world>CHL export share 6 percent 2023 commodity=tea share_of=world/world/export"],
    ),
    "whoever they went to as well": (
        "In 2023 <q>6%</q> of world tea exports went to Chile.",
        ["world>CHL export share 6 percent 2023 commodity=tea share_of=world/world/export"],
    ),
    "goods are nobody's": (
        "Tea made up <q>3%</q> of world exports in 2023.",
        ["world>world export share 3 percent 2023 commodity=Tea share_of=world/world/export"],
    ),
    "whose share only the sentence says": (
        "Chile's copper exports hit <q>$8 billion</q> in 2023, with a share in world copper exports of <q>40%</q>.",
        [
            "CHL>world export level 8000000000 USD 2023 commodity=copper",
            "CHL>world export share 40 percent 2023 commodity=copper share_of=world/world/export",
        ],
    ),
    "a part of a surplus with its amount": (
        "Copper accounted for <q>14%</q> of Chile's <q>$44 billion</q> trade surplus in 2023.",
        [
            "CHL>world balance share 14 percent 2023 commodity=Copper share_of=CHL/world/balance",
            "CHL>world balance level 44000000000 USD 2023",
        ],
    ),
    "a partner's part of a deficit with its amount": (
        "Peru accounted for a <q>third</q> of Chile's overall <q>$17 billion</q> trade deficit in 2023.",
        [
            "CHL>PER balance share 33.3333333 percent 2023 share_of=CHL/world/balance",
            "CHL>world balance level -17000000000 USD 2023",
        ],
    ),
    "who has a part stands before the verb": (
        "Australia accounts for <q>40%</q> of Fiji's trade, with Japan, Chile and Peru far behind.",
        ["FJI>AUS turnover share 40 percent - share_of=FJI/world/turnover"],
    ),
    "the balance for some goods": (
        "Cars made up <q>$5 billion</q> of Chile's trade deficit in 2023, while the balance for tools showed a "
        "<q>$2 billion</q> surplus.",
        [
            "CHL>world balance level -5000000000 USD 2023 commodity=Cars",
            "CHL>world balance level 2000000000 USD 2023 commodity=tools",
        ],
    ),
    "transfers are no trade": (
        "Chile's trade surplus was <q>$5 billion</q> in 2023. Transfer payments swung to a $1 billion deficit.",
        ["CHL>world balance level 5000000000 USD 2023"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_share(name: str) -> None:
    check(*TEXTS[name])
