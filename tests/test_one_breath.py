"""The slip that the project was founded on, in an article that nobody can look up elsewhere; and its near misses."""

from __future__ import annotations

import pytest

from pipeline.library import Reading, check_text

pytestmark = pytest.mark.model

REGION = """\
Trade between Brazil and the Baltic states came to $9.6 billion in 2023, up from $8.0 billion in 2022.

Its trade with Estonia reached $4.1 billion. Estonia's imports from Brazil totalled $2.9 billion and its exports to
Brazil $1.2 billion, with bilateral turnover rising by about 11% to {figure}.

Trade between Brazil and Latvia stood at $2.8 billion.
"""


def _proofs(reading: Reading) -> list[set[str]]:
    text = {claim.id: claim.text for claim in reading.claims}
    return [{text[claim] for claim in one.claims} for one in reading.findings if one.certainty == "impossible"]


def test_another_figure_for_the_same_trade_is_a_proof_and_is_given_to_the_country_that_is_missing():
    reading = check_text(REGION.format(figure="$2.7 billion"))
    (found,) = [one for one in reading.findings if one.certainty == "impossible" and one.repair]
    text = {claim.id: claim.text for claim in reading.claims}
    assert found.suspect is not None
    assert found.repair is not None
    assert text[found.suspect] == "$2.7 billion"
    assert found.repair.change == {"reporter": "LTU"}


def test_the_figure_that_fits_is_left_alone():
    assert not _proofs(check_text(REGION.format(figure="$4.1 billion")))


BREATH = """\
Baltic exporters had a good year in 2023, with sales to Brazil of $3.3 billion.

The biggest buyer was Estonia, ahead of Latvia. Its trade with Brazil expanded to $4.1 billion. The republic took in
Brazilian products worth $2.9 billion and sent back $1.2 billion of its own, as its turnover with Brazil climbed to
{figure}.
"""


def test_figures_of_one_breath_prove_whoever_is_meant():
    (proof,) = _proofs(check_text(BREATH.format(figure="$2.7 billion")))
    assert "$2.7 billion" in proof
    assert proof <= {"$2.9 billion", "$1.2 billion", "$2.7 billion"}


def test_figures_of_one_breath_that_fit_prove_nothing():
    assert not _proofs(check_text(BREATH.format(figure="$4.1 billion")))


PRONOUN = """\
Vietnam's exports to Germany hit a record $7.8 billion in 2023, the customs office said.

They had been {figure} in 2022 and $7.3 billion in 2021.
"""


def test_what_they_had_been_is_of_the_flow_that_was_told():
    (proof,) = _proofs(check_text(PRONOUN.format(figure="$8.1 billion")))
    assert proof == {"record", "$7.8 billion", "$8.1 billion"}
    assert not _proofs(check_text(PRONOUN.format(figure="$7.5 billion")))
