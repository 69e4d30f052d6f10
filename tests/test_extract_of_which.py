"""Parts of an amount that are told behind "of which": "trade of $5 billion, of which 70 % were imports"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.article import Article
from pipeline.extract.reader import read_article


def read(text: str, figure: str) -> tuple[object, ...]:
    article = Article(name="t.txt", text=text, published=date(2023, 3, 10))
    (claim,) = (claim for claim in read_article(article) if claim.text == figure)
    return claim.flow, claim.measure, claim.value, claim.share_of


@pytest.mark.parametrize(
    ("text", "figure", "flow", "whole"),
    [
        ("Kenya's trade reached $20 billion in 2021, of which 70 percent were imports.", "70 percent", "import", "KEN"),
        ("Peru's trade was $9 billion in May 2022, of which 52% was exports.", "52%", "export", "PER"),
        (
            "Laos traded goods worth $1.2 billion in May 2022, 4 percent lower than last year's $1.3 billion, "
            "of which 61 percent comprised of imports.",
            "61 percent",
            "import",
            "LAO",
        ),
        (
            "Togo's trade came to $3 billion in 2020, of which some 60% consisted of imports.",
            "60%",
            "import",
            "TGO",
        ),
        ("Fiji's trade was $3 billion in 2020, of which 60% were imports and 40% exports.", "40%", "export", "FJI"),
        ("Fiji's trade was $3 billion in 2020, of which 60% were imports and 40% exports.", "60%", "import", "FJI"),
    ],
)
def test_a_flow_is_a_part_of_all_trade(text: str, figure: str, flow: str, whole: str) -> None:
    told = read(text, figure)
    assert (told[0], told[1], told[3]) == (flow, "share", f"{whole}/world/turnover")
    assert told[2] == Decimal(figure.split()[0].rstrip("%"))


@pytest.mark.parametrize(
    ("text", "figure", "measure", "whole"),
    [
        (
            "Ghana's exports reached $9 billion in 2022, of which 52% were gold exports.",
            "52%", "share", "GHA/world/export",
        ),
        (
            "Oman's exports rose to $9 billion in 2022, of which 5% went to India.",
            "5%", "share", "OMN/world/export",
        ),
        ("Oman's trade rose to $9 billion in 2022, of which exports grew 5%.", "5%", "change", None),
        ("Chile's trade, which includes imports, rose 5% in 2022.", "5%", "change", None),
    ],
)  # fmt: skip
def test_other_parts_keep_their_whole_and_moves_stay_moves(
    text: str, figure: str, measure: str, whole: str | None
) -> None:
    told = read(text, figure)
    assert (told[1], told[3]) == (measure, whole)
