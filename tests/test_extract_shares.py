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
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
