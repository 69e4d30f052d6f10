"""Parts of a change, margins told twice, the same figure again, and whom a role or "the two" names."""

from __future__ import annotations

import pytest
from reading import check, line, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "what a rise was due to": (
        "Peru's imports grew in May 2023. The rise in imports was due to cars (<q>€5 million</q>), fuels, oils and "
        "similar stuff (<q>€4 million</q>) and tea (<q>€3 million</q>).",
        [
            "PER>world import change 5000000 EUR 2023-05 base_period=2022-05 commodity=cars",
            "PER>world import change 4000000 EUR 2023-05 base_period=2022-05 commodity=fuels,_oils_and_similar_stuff",
            "PER>world import change 3000000 EUR 2023-05 base_period=2022-05 commodity=tea",
        ],
    ),
    "what accounted for a rise": (
        "Peru's exports grew in May 2023. Among exports, copper (<q>$5 million</q>) accounted for the biggest rise.",
        ["PER>world export change 5000000 USD 2023-05 base_period=2022-05 commodity=copper"],
    ),
    "an amount and its rate": (
        "Peru's exports were <q>$20 billion</q> in 2023, a <q>$5 billion</q> or <q>20%</q> fall from 2022.",
        [
            "PER>world export level 20000000000 USD 2023",
            "PER>world export change -5000000000 USD 2023 base_period=2022",
            "PER>world export change -20 percent 2023 base_period=2022",
        ],
    ),
    "ahead of and behind": (
        "Irish beef exports reached <q>200,000 tonnes</q> in May 2023, <q>5%</q> behind the same month of 2022. Lamb "
        "exports were <q>9%</q> ahead of May 2022.",
        [
            "IRL>world export level 200000 t 2023-05 commodity=beef",
            "IRL>world export change -5 percent 2023-05 base_period=2022-05 commodity=beef",
            "IRL>world export change 9 percent 2023-05 base_period=2022-05 commodity=Lamb",
        ],
    ),
    "a source of imports": (
        "Chile was the top source of Peru's imports in 2023, with <q>$5 billion</q>.",
        ["PER>CHL import level 5000000000 USD 2023"],
    ),
    "the two are those of the sentence": (
        "Peru's exports to Chile rose <q>3%</q> in 2023. Japan is Peru's main partner, with a <q>$5 billion</q> "
        "turnover between the two countries.",
        [
            "PER>CHL export change 3 percent 2023 base_period=2022",
            "PER>JPN turnover level 5000000000 USD 2023",
        ],
    ),
    "this figure, in a new paragraph": (
        "Peru's trade with Chile was <q>$5 billion</q> in 2023.\n\nThis figure is <q>9%</q> higher than in 2022.",
        [
            "PER>CHL turnover level 5000000000 USD 2023",
            "PER>CHL turnover change 9 percent 2023 base_period=2022",
        ],
    ),
    "a group within the last partner": (
        "The EU's foreign trade had a deficit of <q>$4 billion</q> in 2023. Turkey's exports to the EU were "
        "<q>$5 billion</q>. The euro area posted a trade surplus of <q>$9 billion</q>.",
        [
            "eu>world balance level -4000000000 USD 2023",
            "TUR>eu export level 5000000000 USD 2023",
            "euro-area>world balance level 9000000000 USD 2023",
        ],
    ),
    "it should be noted": (
        "It should be noted that Peru's exports were <q>$5 billion</q> in 2023.",
        ["PER>world export level 5000000000 USD 2023"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_the_head_of_a_section_is_for_the_time_of_the_amount_behind_it() -> None:
    text = (
        "EU wheat exports were 20 million tonnes in 2018.\n\nArgentina - beef exports hit $3 billion\n\n"
        "Argentine beef exports for 2019 were valued at more than $3 billion."
    )
    assert [line(claim).split()[5] for claim in read(text)] == ["2018", "2019", "2019"]


def test_a_gap_that_is_wider_or_narrower_by_a_rate_has_changed_by_it():
    for words, value in (("5% wider", 5), ("5% narrower", -5)):
        (one,) = read(f"Peru's trade deficit was {words} in 2019 than in 2018.")
        assert (one.measure, one.value, one.base_period) == ("change", value, "2018")
