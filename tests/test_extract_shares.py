"""Whose part of which whole: what shares say of the two sides, and of the whole beside them."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "points before the share that they led to": (
        "Kenya gained <q>2.5 percentage points</q> to hold <q>14 percent</q> of Uganda's imports in 2023.",
        [
            "UGA>KEN import change 2.5 percentage-point 2023 base_period=2022 share_of=UGA/world/import",
            "UGA>KEN import share 14 percent 2023 share_of=UGA/world/import",
        ],
    ),
    "points lost, and what was left": (
        "Peru shed <q>1.5 percentage points</q> and ended up with <q>9 percent</q> of Chile's exports in 2023.",
        [
            "CHL>PER export change -1.5 percentage-point 2023 base_period=2022 share_of=CHL/world/export",
            "CHL>PER export share 9 percent 2023 share_of=CHL/world/export",
        ],
    ),
    "points of growth are of no share": (
        "Kenya's exports were <q>$7 billion</q> in 2023. They added 2 percentage points to growth and made up "
        "12 percent of output.",
        ["KEN>world export level 7000000000 USD 2023"],
    ),
    "a share in a flow moves by a rate to a share": (
        "The share of Peru in Chile's imports rose by <q>4 percent</q> to <q>21 percent</q> in 2023.",
        [
            "CHL>PER import change 4 percent 2023 base_period=2022 share_of=CHL/world/import",
            "CHL>PER import share 21 percent 2023 share_of=CHL/world/import",
        ],
    ),
    "a flow that moves by a rate is no share": (
        "Chile's imports from Peru rose by <q>4 percent</q> to <q>$21 billion</q> in 2023.",
        [
            "CHL>PER import change 4 percent 2023 base_period=2022",
            "CHL>PER import level 21000000000 USD 2023",
        ],
    ),
    "the whole that a share is of": (
        "In 2023 Peru accounted for <q>12%</q> of Chile's imports, which totalled <q>$36 billion</q>.",
        [
            "CHL>PER import share 12 percent 2023 share_of=CHL/world/import",
            "CHL>world import level 36000000000 USD 2023",
        ],
    ),
    "the whole behind a noun": (
        "In 2023 Peru took a <q>20 percent</q> share of Chilean exports, which stood at <q>$30 billion</q>.",
        [
            "CHL>PER export share 20 percent 2023 share_of=CHL/world/export",
            "CHL>world export level 30000000000 USD 2023",
        ],
    ),
    "a partner's share in the flow of whom the text is about": (
        "Chile exported goods worth <q>$90 billion</q> in 2023. Peru's share in exports was <q>28%</q>.",
        [
            "CHL>world export level 90000000000 USD 2023",
            "CHL>PER export share 28 percent 2023 share_of=CHL/world/export",
        ],
    ),
    "the amount before, as a share": (
        "Chile's exports rose in 2023. Peru was the leading destination with <q>$9 billion</q>, or "
        "<q>20 percent</q> of exports, "
        "followed by Kenya with almost <q>$4 billion</q>, a share of <q>9 percent</q>.",
        [
            "CHL>PER export level 9000000000 USD 2023",
            "CHL>PER export share 20 percent 2023 share_of=CHL/world/export",
            "CHL>KEN export level 4000000000 USD 2023",
            "CHL>KEN export share 9 percent 2023 share_of=CHL/world/export",
        ],
    ),
    "an amount, or so much of the total": (
        "Mongolia's trade grew in 2024. Trade with China made up <q>$19 billion</q>, or <q>69.8 "
        "percent</q> of the total.",
        [
            "MNG>CHN turnover level 19000000000 USD 2024",
            "MNG>CHN turnover share 69.8 percent 2024 share_of=MNG/world/turnover",
        ],
    ),
    "nobody is a part of what is their own": (
        "In 2023 Peru accounted for <q>18%</q> of Chile's exports, <q>6%</q> of its imports and "
        "<q>10%</q> of its overall trade.",
        [
            "CHL>PER export share 18 percent 2023 share_of=CHL/world/export",
            "CHL>PER import share 6 percent 2023 share_of=CHL/world/import",
            "CHL>PER turnover share 10 percent 2023 share_of=CHL/world/turnover",
        ],
    ),
    "whence imports come, as a part of all": (
        "Peruvian copper imports went from <q>1%</q> of Chile's imports in 2020 to <q>9%</q> in 2023.",
        [
            "CHL>PER import share 1 percent 2020 commodity=copper share_of=CHL/world/import",
            "CHL>PER import share 9 percent 2023 commodity=copper share_of=CHL/world/import",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
