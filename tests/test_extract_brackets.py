"""Figures in brackets: of which time they are, what they measure, and that they part nothing."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "behind a time": (
        "Peru also sold barley to Chile, the value of these exports nearly <q>doubling</q> from 2021 (<q>70 tonnes</q> "
        "[<q>$50 million</q>]) to 2022 (<q>140 tonnes</q> [<q>$99 million</q>]).",
        [
            "PER>CHL export change 100 percent 2022 base_period=2021",
            "PER>CHL export level 70 t 2021 commodity=barley",
            "PER>CHL export level 50000000 USD 2021 commodity=barley",
            "PER>CHL export level 140 t 2022 commodity=barley",
            "PER>CHL export level 99000000 USD 2022 commodity=barley",
        ],
    ),
    "behind a time that is only compared with": (
        "Peru's barley exports to Chile came to <q>$5 billion</q> in 2022, <q>20%</q> more than in 2021 "
        "(<q>$4.2 billion</q>).",
        [
            "PER>CHL export level 5000000000 USD 2022 commodity=barley",
            "PER>CHL export change 20 percent 2022 base_period=2021 commodity=barley",
            "PER>CHL export level 4200000000 USD 2021 commodity=barley",
        ],
    ),
    "before a time": (
        "Trade between Peru and Chile was <q>$5 billion</q> (<q>4%</q> share of Peruvian trade) in 2004 and "
        "<q>$9 billion</q> (<q>3%</q> share of Peruvian trade) in 2013.",
        [
            "PER>CHL turnover level 5000000000 USD 2004",
            "PER>CHL turnover share 4 percent 2004 share_of=PER/world/turnover",
            "PER>CHL turnover level 9000000000 USD 2013",
            "PER>CHL turnover share 3 percent 2013 share_of=PER/world/turnover",
        ],
    ),
    "the amounts of changes, given one each": (
        "In 2022, EU and U.S. exports to Chile shrank by <q>40 percent</q> (<q>$43 billion</q>) and <q>73 "
        "percent</q> (<q>$4 billion</q>), respectively.",
        [
            "eu>CHL export change -40 percent 2022 base_period=2021",
            "eu>CHL export change -43000000000 USD 2022 base_period=2021",
            "USA>CHL export change -73 percent 2022 base_period=2021",
            "USA>CHL export change -4000000000 USD 2022 base_period=2021",
        ],
    ),
    "imports into somebody": (
        "The 2022 value of Peruvian imports of barley into Chile reached <q>467 tonnes</q>.",
        ["CHL>PER import level 467 t 2022 commodity=barley"],
    ),
    "between two times": (
        "Between May 2021 and June 2022, Peru exported goods worth <q>$5 billion</q> to Chile. During the same period, "
        "Peruvian exports to Ghana totalled <q>$3 billion</q>.",
        [
            "PER>CHL export level 5000000000 USD 2021-05/2022-06",
            "PER>GHA export level 3000000000 USD 2021-05/2022-06",
        ],
    ),
    "from one to the other between two times": (
        "Peru's exports of chips to Chile grew between 2021 and 2023, from <q>$28 million</q> to <q>$158 million</q>.",
        [
            "PER>CHL export level 28000000 USD 2021 commodity=chips",
            "PER>CHL export level 158000000 USD 2023 commodity=chips",
        ],
    ),
    "moved between two times": (
        "Between 2010 and 2020 Peru's exports rose to <q>$5 billion</q> from <q>$3 billion</q>.",
        ["PER>world export level 5000000000 USD 2020", "PER>world export level 3000000000 USD 2010"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
