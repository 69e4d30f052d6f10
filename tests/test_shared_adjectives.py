"""Whom "European" means: the Union behind the Union's name, the region behind the region's or none."""

from __future__ import annotations

import pytest
from reading import read

from pipeline.economy import is_group
from pipeline.lexicon import read_csv

pytestmark = pytest.mark.model


def partners(text: str) -> list[str | None]:
    return [claim.partner for claim in read(text)]


BLOC = [
    "India's sales to the European Union fell 9% to $6 billion in May. Its imports of European goods rose 3%.",
    "India sold goods worth $6 billion to the EU in May and bought European products worth $5 billion.",
    "Exports to the EU fell 9% in May. The weather was mild. India's imports of European cars rose 3%.",
    "Armenia's exports to the Eurasian Economic Union rose 9% in May, its imports of Eurasian goods 3%.",
]


@pytest.mark.parametrize("text", BLOC)
def test_behind_the_name_of_the_bloc_the_adjective_means_the_bloc(text: str):
    assert len({*partners(text)}) == 1
    assert partners(text)[0] in {"eu", "eaeu"}


REGION = [
    "India's imports of European goods rose 3% in May.",
    "India's sales to Europe fell 9% to $6 billion in May. Its imports of European goods rose 3%.",
    "India's sales to the EU and to Europe as a whole fell in May. Its imports of European goods rose 3%.",
    "The EU was slow. It rained. It rained. It rained again. India's imports of European goods rose 3% in May.",
]


@pytest.mark.parametrize("text", REGION)
def test_behind_the_name_of_the_region_or_far_from_the_bloc_it_means_the_region(text: str):
    assert partners(text)[-1] == "europe"


def test_a_region_and_a_bloc_that_share_an_adjective_are_groups():
    for row in read_csv("shared_adjectives.csv"):
        assert is_group(row["region"])
        assert is_group(row["bloc"])
