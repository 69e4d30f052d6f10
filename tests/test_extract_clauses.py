"""Whom a clause is about: pronouns, relative clauses, ranks, and whoever supplies what another imports."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "it is the subject of its own sentence": (
        "Peru's trade with Chile and Kenya grew in 2023. Kenya was alone with a surplus: it shipped "
        "<q>$9 million</q>, mostly tea, to Peru.",
        ["KEN>PER export level 9000000 USD 2023"],
    ),
    "which bought and sold": (
        "Peru's surplus in trade with Africa was <q>$7 million</q> in 2023. It came from Kenya, which"
        " imported Peruvian goods worth "
        "<q>$8 million</q> but exported <q>$1 million</q>.",
        [
            "PER>africa balance level 7000000 USD 2023",
            "KEN>PER import level 8000000 USD 2023",
            "KEN>PER export level 1000000 USD 2023",
        ],
    ),
    "the world's top maker": (
        "Chile's copper exports were worth <q>$4 billion</q> in 2023. The world's top copper producer"
        " ran a trade surplus of <q>$2 billion</q>.",
        ["CHL>world export level 4000000000 USD 2023 commodity=copper", "CHL>world balance level 2000000000 USD 2023"],
    ),
    "whoever supplies imports": (
        "Chile's trade grew in 2023. Peru supplied <q>$3 billion</q> of imports, a <q>12 percent</q> share.",
        ["CHL>PER import level 3000000000 USD 2023", "CHL>PER import share 12 percent 2023 share_of=CHL/world/import"],
    ),
    "goods of every kind in a text on one": (
        "Australian beef exports hit <q>1.3 million tonnes</q> in 2024, up from <q>1.1 million tonnes</q>. Australia "
        "exported <q>A$24 billion</q> worth of goods to the US and imported <q>A$51 billion</q>.",
        [
            "AUS>world export level 1300000 t 2024 commodity=beef",
            "AUS>world export level 1100000 t 2023 commodity=beef",
            "AUS>USA export level 24000000000 AUD 2024",
            "AUS>USA import level 51000000000 AUD 2024",
        ],
    ),
    "a list behind its flow": (
        "Serbia's exports rose in 2023. In imports: Germany (<q>EUR 4 817.5 million</q>), China "
        "(<q>EUR 4 465.4 million</q>).",
        ["SRB>DEU import level 4817500000 EUR 2023", "SRB>CHN import level 4465400000 EUR 2023"],
    ),
    "from the current one to the next": (
        "Peru and Chile agreed to raise bilateral trade from the current <q>$2.8bn</q> to <q>$10bn</q>.",
        ["PER>CHL turnover level 2800000000 USD - target", "PER>CHL turnover level 10000000000 USD - target"],
    ),
    "between dashes is no subject": (
        "The EU's exports to the four "
        "Mercosur countries - Brazil, Argentina, Paraguay and Uruguay - have grown from <q>$4 "
        "billion</q> in 2014, while "
        "imports have risen from <q>$3 billion</q> that year.",
        ["eu>mercosur export level 4000000000 USD 2014", "eu>mercosur import level 3000000000 USD -"],
    ),
    "a greater increase than": (
        "In 2023 Chile's exports posted a greater increase (<q>14%</q>) than imports (<q>4.5%</q>).",
        [
            "CHL>world export change 14 percent 2023 base_period=2022",
            "CHL>world import change 4.5 percent 2023 base_period=2022",
        ],
    ),
    "last year's volume of the pair": (
        "Peru's exports to Chile stood at <q>$698 million</q> in 2024. "
        "\n\nLast year's volume was up from <q>$500 million</q> in 2023.",
        ["PER>CHL export level 698000000 USD 2024", "PER>CHL turnover level 500000000 USD 2023"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_the_year_to_date_ends_with_the_month_that_the_text_is_on() -> None:
    check(
        "Chile's exports slid by <q>8%</q> in January 2025. Year to date, exports were <q>$9 billion</q> at most.",
        [
            "CHL>world export change -8 percent 2025-01 base_period=2024-01",
            "CHL>world export level 9000000000 USD 2025-01",
        ],
    )
