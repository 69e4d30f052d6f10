"""Who says so: the origin that a claim carries, figures of an office without a country included."""

from __future__ import annotations

import pytest
from reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("China bought 1.2 million tonnes of coal from Mongolia in July 2024, customs data showed.", "GACC"),
        (
            "Customs figures out late last week show that Peru exported $4 billion of copper in May 2024.",
            "Customs figures",
        ),
        ("China's exports rose 4% in May 2024, customs data showed, said Tran Van Minh, a trader.", "Tran Van Minh"),
        ("Peru's copper exports fell 3.2% in June 2024, according to port data, China taking most.", None),
        (
            "Peru's copper exports fell 3.2% in June 2024, according to shipping data, China taking most.",
            "shipping data",
        ),
        (
            "China imported 4 million tonnes of ore in May 2024, customs figures showed. Washington said the talks "
            "went on. China's imports of coal were 2 million tonnes in May 2024, the figures showed.",
            "GACC",
        ),
        ("Fedecafe estimated on Tuesday that Colombia's coffee exports rose 8% in July 2024.", "Fedecafe"),
        ("France's deficit grew to €19.7 billion in 2024, wider than in Peru, customs data showed.", "customs data"),
        (
            "The exporters' group Comexa on May 1 raised its Peru 2023 coffee export forecast to 44 million bags.",
            "Comexa",
        ),
        ("By Eurostat's count, Peru's exports to the EU were only $3 billion in 2024.", "Eurostat"),
        (
            "Peru fell short of the State Statistical Bureau's provisional estimate of a $3 billion surplus for 2024.",
            "State Statistical Bureau",
        ),
        ("The WTO warned of new tariffs. Peru said it had registered a deficit of $3 billion in 2024.", "Peru"),
        ("Colombia estimated coffee exports of 1.1 million bags in July 2024.", None),
    ],
)
def test_claim_carries_its_origin(text: str, source: str | None) -> None:
    assert read(text)[-1].source == source


def test_who_asked_what_was_expected_is_no_source_of_what_was_measured() -> None:
    text = (
        "Exports from China expanded 4.8% in May 2024, customs data showed, slowing from an 8.1% jump in April "
        "and missing the 5.0% growth expected in a Reuters poll."
    )
    said = [(claim.text, claim.source, claim.modality) for claim in read(text)]
    assert said[:3] == [("4.8%", "GACC", "reported"), ("8.1%", "GACC", "reported"), ("5.0%", "Reuters", "projected")]
