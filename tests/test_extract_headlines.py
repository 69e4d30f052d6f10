"""What a headline says of whom the text is about: a label, the other economy that it names."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a label": (
        "Bolivia: Peru's hub\n\nPeru's exports to Bolivia rose <q>5%</q> in 2023. Peru's miners were "
        "glad.\n\nBolivia's trade has changed, with exports surging by <q>55%</q> and imports by <q>40%</q>.",
        [
            "PER>BOL export change 5 percent 2023 base_period=2022",
            "BOL>world export change 55 percent 2023 base_period=2022",
            "BOL>world import change 40 percent 2023 base_period=2022",
        ],
    ),
    "partners by a flow": (
        "Peru's foreign trade in 2023\n\nPeru exported goods worth <q>$2 billion</q> in 2023. The top partners by "
        "exports were Chile (<q>$461 million</q>) and Ghana (<q>$338 million</q>).",
        [
            "PER>world export level 2000000000 USD 2023",
            "PER>CHL export level 461000000 USD 2023",
            "PER>GHA export level 338000000 USD 2023",
        ],
    ),
    "another producer": (
        "Ivory Coast's cocoa exports\n\nIvory Coast's cocoa exports were <q>$3 billion</q> in 2023. Ghana, the "
        "second-largest producer, shipped <q>410,000 tonnes</q> in 2023.",
        [
            "CIV>world export level 3000000000 USD 2023 commodity=cocoa",
            "GHA>world export level 410000 t 2023 commodity=cocoa",
        ],
    ),
    "they are the flow": (
        "Turkey and its neighbour\n\nTurkish imports from Russia jumped to <q>$59 billion</q> in 2022. Exports went "
        "another way: they rose by <q>61%</q>.",
        [
            "TUR>RUS import level 59000000000 USD 2022",
            "TUR>RUS export change 61 percent 2022 base_period=2021",
        ],
    ),
    "the volume just told": (
        "Peru's coffee\n\nPeru exported <q>5,000 tonnes</q> of coffee in 2023. The volume was <q>20 percent</q> "
        "higher than in 2022.",
        [
            "PER>world export level 5000 t 2023 commodity=coffee",
            "PER>world export change 20 percent 2023 base_period=2022 commodity=coffee",
        ],
    ),
    "the other direction": (
        "China-Africa trade hit a record in 2022. African exports to China came to <q>$117 billion</q>, against "
        "<q>$164 billion</q> in the other direction.",
        ["africa>CHN export level 117000000000 USD 2022", "CHN>africa export level 164000000000 USD 2022"],
    ),
    "to import somebody's goods": (
        "China has promised to import <q>$300 billion</q> worth of African products in 2026.",
        ["CHN>africa import level 300000000000 USD 2026 target"],
    ),
    "a neighbour by name": (
        "Tunisia's trade with Libya, its eastern neighbour, amounted to <q>2.7 billion dinars</q> in 2021.",
        ["TUN>LBY turnover level 2700000000 TND 2021"],
    ),
    "a whole that a relative clause gives": (
        "Coffee makes up a <q>third</q> of Peru's total export revenue, which stood at <q>$3.8 billion</q> in 2023.",
        [
            "PER>world export share 33.3333333 percent 2023 commodity=Coffee share_of=PER/world/export",
            "PER>world export level 3800000000 USD 2023",
        ],
    ),
    "behind a list of goods": (
        "Ukraine's grain\n\nUkraine's grain exports reached <q>23 million tonnes</q> in 2023. That included <q>9 "
        "million tonnes</q> of wheat, <q>12 million</q> of corn and <q>1 million</q> of barley. In January 2024 alone "
        "the country exported <q>4 million tonnes</q>.",
        [
            "UKR>world export level 23000000 t 2023 commodity=grain",
            "UKR>world export level 9000000 t 2023 commodity=wheat",
            "UKR>world export level 12000000 t 2023 commodity=corn",
            "UKR>world export level 1000000 t 2023 commodity=barley",
            "UKR>world export level 4000000 t 2024-01 commodity=grain",
        ],
    ),
    "the other one": (
        "What China's reopening means for Latin America\n\nThe economy is back. Brazil sends <q>70%</q> of its "
        "soybean exports to China.\n\nTrade with China grew from <q>$12bn</q> in 2000 to <q>$445bn</q> in 2021.",
        [
            "BRA>CHN export share 70 percent - commodity=soybean share_of=BRA/world/export",
            "latin-america>CHN turnover level 12000000000 USD 2000",
            "latin-america>CHN turnover level 445000000000 USD 2021",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_headline_tells_whom_the_text_is_about(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 1989, 65% of Peru's trade was with Chile. Trade with Bolivia now comprises 70% of the total.", None),
        ("Peru's exports were $3 billion in 2011. Today the EU takes 40% of Peru's exports.", None),
    ],
)
def test_an_undated_text_does_not_tell_what_time_is_now(text: str, period: str | None) -> None:
    assert read(text, None)[-1].period == period


def test_those_imports_are_of_the_time_just_told() -> None:
    text = (
        "Peru's oil imports rose 6% in January 2025.\n\nThe worry is old. In 2023 nearly 90% of the oil that it burns "
        "was foreign. Roughly a third of those imports came from Ecuador."
    )
    claim = read(text)[-1]
    assert (claim.reporter, claim.partner, claim.period) == ("PER", "ECU", "2023")
