"""Whose part of which whole: what shares say of the two sides, and of the whole beside them."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
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
