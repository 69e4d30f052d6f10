"""Words that are read together: rates of a move, adjectives with a hyphen, "to ship", and figures that are no trade."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "at a rate of": (
        "Peru's exports grew at a slower pace of <q>4 percent</q> in August 2023, while imports rose at a double-digit "
        "rate of <q>12%</q>.",
        [
            "PER>world export change 4 percent 2023-08 base_period=2022-08",
            "PER>world import change 12 percent 2023-08 base_period=2022-08",
        ],
    ),
    "at a much higher rate": (
        "Although Kenyan tea exports increased by <q>9%</q> in 2022, imports grew at a far higher rate of <q>21%</q>.",
        [
            "KEN>world export change 9 percent 2022 base_period=2021 commodity=tea",
            "KEN>world import change 21 percent 2022 base_period=2021 commodity=tea",
        ],
    ),
    "adjectives before a partner": (
        "Turkish exports to the smaller six-member oil-rich GCC fell <q>3 percent</q> in 2023. Turkey's sales to "
        "crisis-hit Argentina fell by <q>9%</q> and those to the export-dependent EU by <q>2%</q>.",
        [
            "TUR>gcc export change -3 percent 2023 base_period=2022",
            "TUR>ARG export change -9 percent 2023 base_period=2022",
            "TUR>eu export change -2 percent 2023 base_period=2022",
        ],
    ),
    "to ship": (
        "Chile, the world's top grape exporter, expects to ship <q>900,000 tonnes</q> of grapes in 2025. Chile "
        "hopes to "
        "ship <q>$5 billion</q> worth of goods to Japan in 2025.",
        [
            "CHL>world export level 900000 t 2025 commodity=grapes projected",
            "CHL>JPN export level 5000000000 USD 2025 projected",
        ],
    ),
    "what is run up": (
        "Chile chalks up <q>$399 million</q> May trade surplus\n\nChile racked up exports of <q>$7 billion</q> in May "
        "2024.",
        ["CHL>world balance level 399000000 USD 2024-05", "CHL>world export level 7000000000 USD 2024-05"],
    ),
    "verbs of a fall": (
        "Oman's trade surplus cooled <q>17%</q> in May 2023. Export growth moderated to <q>5%</q>.",
        [
            "OMN>world balance change -17 percent 2023-05 base_period=2022-05",
            "OMN>world export change 5 percent 2023-05 base_period=2022-05",
        ],
    ),
    "trade at the border": (
        "Thai border trade was worth <q>90 billion baht</q> in May 2023. Trade with Laos came to <q>12 billion "
        "baht</q>.",
        ["THA>world turnover level 90000000000 THB 2023-05", "THA>LAO turnover level 12000000000 THB 2023-05"],
    ),
    "growth of an economy": (
        "Kenya's imports rose <q>5%</q> in August 2023. Kenyan growth of 4 percent last year helped imports. "
        "Imports of "
        "tea were up <q>3%</q> on Chinese growth of 6%. Chinese export growth of <q>7%</q> was a surprise.",
        [
            "KEN>world import change 5 percent 2023-08 base_period=2022-08",
            "KEN>world import change 3 percent 2023-08 base_period=2022-08 commodity=tea",
            "CHN>world export change 7 percent 2023-08 base_period=2022-08",
        ],
    ),
    "what is only imagined, and how two figures differ": (
        "Armenia's gold exports were <q>$2 billion</q> in 2023. Even if this figure were to increase 100-fold, little "
        "would change. The data of the two sides differ almost four times.",
        ["ARM>world export level 2000000000 USD 2023 commodity=gold"],
    ),
    "parts of what the world makes": (
        "Malaysia's exports fell <q>3%</q> in May 2023. It provides 13 percent of the world's chip packaging. "
        "Electronics "
        "accounted for <q>40 percent</q> of total outbound cargoes.",
        [
            "MYS>world export change -3 percent 2023-05 base_period=2022-05",
            "MYS>world export share 40 percent 2023-05 commodity=Electronics share_of=MYS/world/export",
        ],
    ),
    "the content of goods": (
        "Mexico's exports rose <q>9%</q> in 2023. The proposal asks for cars imported into the U.S. to have a "
        "minimum -- "
        "including 50% U.S. content -- which Mexico rejects.",
        ["MEX>world export change 9 percent 2023 base_period=2022"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
