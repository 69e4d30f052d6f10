"""Amounts of wholes, times of changes and months beside a month: each belongs where its own words put it."""

from __future__ import annotations

from datetime import date

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "the total of one who is named is with all": (
        "Turkey's trade with Italy totalled <q>$179 million</q> in 2023. Turkey's overall trade was put at "
        "<q>$52 billion</q> in 2023. Turkey's total trade with Chile was <q>$6 million</q> in 2022. Total trade was "
        "<q>$3 million</q> in 2021.",
        [
            "TUR>ITA turnover level 179000000 USD 2023",
            "TUR>world turnover level 52000000000 USD 2023",
            "TUR>CHL turnover level 6000000 USD 2022",
            "TUR>CHL turnover level 3000000 USD 2021",
        ],
    ),
    "an overall gap beside a part of it": (
        "Exports to non-EU countries rose to <q>£13.2bn</q> in July 2023 and imports from them fell to "
        "<q>£14.9bn</q>, helping the UK's overall trade deficit ease to <q>£1.5bn</q>.",
        [
            "GBR>non-eu export level 13200000000 GBP 2023-07",
            "GBR>non-eu import level 14900000000 GBP 2023-07",
            "GBR>world balance level -1500000000 GBP 2023-07",
        ],
    ),
    "a whole with its amount between the share and where it goes": (
        "In 1992, <q>81 percent</q> (<q>$311 million</q>) of Ghana's total exports of <q>$383 million</q> "
        "were to Chile.",
        [
            "GHA>CHL export share 81 percent 1992 share_of=GHA/world/export",
            "GHA>CHL export level 311000000 USD 1992",
            "GHA>world export level 383000000 USD 1992",
        ],
    ),
    "a whole with its amount, and a verb of going": (
        "<q>40 percent</q> of Norway's exports of <q>$9 billion</q> went to Poland in 2023.",
        [
            "NOR>POL export share 40 percent 2023 share_of=NOR/world/export",
            "NOR>world export level 9000000000 USD 2023",
        ],
    ),
    "a share of an amount that is worth of the total": (
        "Kenya's exports to Rwanda were worth <q>$42 million</q> in 2023, representing <q>19 per cent</q> of "
        "<q>$222 million</q> worth of total exports of Kenya.",
        [
            "KEN>RWA export level 42000000 USD 2023",
            "KEN>RWA export share 19 percent 2023 share_of=KEN/world/export",
            "KEN>world export level 222000000 USD 2023",
        ],
    ),
    "a change goes with the amount that it leads to": (
        "Peru's exports to Chile came to <q>$49 million</q> in 2010, then sank <q>14%</q> to <q>$42 million</q> "
        "in 2011.",
        [
            "PER>CHL export level 49000000 USD 2010",
            "PER>CHL export change -14 percent 2011 base_period=2010",
            "PER>CHL export level 42000000 USD 2011",
        ],
    ),
    "the whole of a total is all trade, whoever was listed": (
        "Peru, Chile and Brazil topped the list of Norway's export destinations in 2023, with Peru alone accounting "
        "for <q>17%</q> of total shipments.",
        ["NOR>PER export share 17 percent 2023 share_of=NOR/world/export"],
    ),
    "a turnover partner": (
        "Poland's trade with Norway was <q>$12 billion</q> in 2023. Chile is Norway's second largest trade turnover "
        "partner with a <q>15%</q> share (worth <q>$9 billion</q>).",
        [
            "POL>NOR turnover level 12000000000 USD 2023",
            "NOR>CHL turnover share 15 percent 2023 share_of=NOR/world/turnover",
            "NOR>CHL turnover level 9000000000 USD 2023",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_a_month_beside_a_month_is_of_its_year_behind_a_look_back() -> None:
    text = (
        "Chile's surplus fell to $900 million in March.\n\nIn February last year it had stood at $750 million.\n\n"
        "Exports fell to $3.2 billion in March from $3.4 billion in February."
    )
    claims = {claim.text: claim.period for claim in read(text, published=date(2024, 4, 20))}
    assert (claims["$750 million"], claims["$3.2 billion"], claims["$3.4 billion"]) == ("2023-02", "2024-03", "2024-02")
