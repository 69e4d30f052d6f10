"""Trade told in other words: gaps and what is sold and bought, amounts that were doubled, goods with long names."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a surplus in goods, in two currencies": (
        "Talks went on about Japan's <q>€19 billion</q> (<q>$21 billion</q>) trade surplus in goods in 2023.",
        [
            "JPN>world balance level 19000000000 EUR 2023 commodity=goods",
            "JPN>world balance level 21000000000 USD 2023 commodity=goods",
        ],
    ),
    "the divide between sales and purchases": (
        "The divide between Canada's sales and what it buys from others fell <q>6.7%</q> in January 2020 to "
        "<q>$2.3 billion</q>.",
        [
            "CAN>world balance change -6.7 percent 2020-01 base_period=2019-12",
            "CAN>world balance level -2300000000 USD 2020-01",
        ],
    ),
    "an amount that was doubled": (
        "Peru's trade with Chile resulted in a <q>$107 million</q> deficit in August 2020, which more than "
        "<q>doubled</q> the <q>$42 million</q> of that month twelve months before.",
        [
            "PER>CHL balance level -107000000 USD 2020-08",
            "PER>CHL balance change 100 percent 2020-08 base_period=2019-08",
            "PER>CHL balance level -42000000 USD 2019-08",
        ],
    ),
    "goods with a long name": (
        "Oman's total exports of goods were <q>$12 billion</q> in Q3 2022. Petroleum gases and other light "
        "hydrocarbons "
        "amounted to <q>$9 billion</q>.",
        [
            "OMN>world export level 12000000000 USD 2022-Q3 commodity=goods",
            "OMN>world export level 9000000000 USD 2022-Q3 commodity=Petroleum_gases_and_other_light_hydrocarbons",
        ],
    ),
    "who buys goes on buying": (
        "Italy remained the largest importer of Kenya's coffee, purchasing coffee valued at <q>$50 million</q> "
        "from Kenya "
        "in 2022.",
        ["ITA>KEN import level 50000000 USD 2022 commodity=coffee"],
    ),
    "goods at the head of a sentence, and all goods": (
        "Swiss trade rose. Watch exports were up <q>5%</q> in May 2023. Overall exports rose <q>2%</q>. Imports "
        "were up "
        "<q>1%</q>; they had been down <q>3%</q> in April.",
        [
            "CHE>world export change 5 percent 2023-05 base_period=2022-05 commodity=Watch",
            "CHE>world export change 2 percent 2023-05 base_period=2022-05",
            "CHE>world import change 1 percent 2023-05 base_period=2022-05",
            "CHE>world import change -3 percent 2023-04 base_period=2022-04",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
