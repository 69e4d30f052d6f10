"""Whose a figure may be that names no source: one of two sources that have spoken just before."""

from __future__ import annotations

import dataclasses

import pytest
from claims import claim, seen

from pipeline.claim import Claim
from pipeline.conflict.doubt.speaking import unsaid_voice

EXPORTS, IMPORTS = "KAZ/CHN/export 2024", "KAZ/CHN/import 2024"


def told(edge: str, start: int, source: str | None = None) -> Claim:
    return claim(edge, "$43.8 billion", start=start, source=source)


BANK, FUND = told(IMPORTS, 1000, "World Bank"), told(IMPORTS, 3000, "IMF")
CASES = {
    "each figure follows another source": ([told(EXPORTS, 1100), told(EXPORTS, 3100)], 0),
    "one of them is of a source itself": ([told(EXPORTS, 900, "GACC"), told(EXPORTS, 1300)], 1),
    "both are of their sources": ([told(EXPORTS, 1100, "World Bank"), told(EXPORTS, 3100, "IMF")], None),
    "both follow one source": ([told(EXPORTS, 1100), told(EXPORTS, 1200)], None),
    "one is too far behind its source": ([told(EXPORTS, 1301), told(EXPORTS, 3100)], None),
    "one is in front of all sources": ([told(EXPORTS, 900), told(EXPORTS, 3100)], None),
    "the first is in front of all sources, the others follow them": (
        [told(EXPORTS, 900), told(EXPORTS, 1100), told(EXPORTS, 3100)],
        1,
    ),
    "one is of nobody in particular": ([told(EXPORTS, 1100, "official data"), told(EXPORTS, 3100)], None),
}


@pytest.mark.parametrize(("claims", "which"), CASES.values(), ids=CASES)
def test_a_figure_without_a_source_may_be_of_the_one_that_spoke_before(claims: list[Claim], which: int | None):
    its = seen(*claims)
    found = unsaid_voice(its, seen(BANK, FUND, *claims))
    assert (found and found.id) == (None if which is None else claims[which].id)


def test_figures_of_nobody_in_particular_are_no_source_that_others_follow():
    claims = [told(EXPORTS, 1100), told(EXPORTS, 3100)]
    data = dataclasses.replace(BANK, source="official data")
    assert unsaid_voice(seen(*claims), seen(data, FUND, *claims)) is None
