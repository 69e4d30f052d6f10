"""What else a change may be against, where nothing says against what it is."""

from __future__ import annotations

import pytest
from claims import change

from pipeline.conflict.doubt.bases import other_bases


@pytest.mark.parametrize(
    ("period", "base", "others"),
    [
        ("2024-Q2", "2023-Q2", ("2024-Q1",)),
        ("2024-Q2", "2024-Q1", ("2023-Q2",)),
        ("2024-Q2", "2022-Q2", ("2023-Q2", "2024-Q1")),
        ("2024-03", "2023-03", ("2024-02",)),
        ("2024", "2023", ()),
        ("2024", "2020", ("2023",)),
    ],
)
def test_a_change_may_be_against_a_year_ago_or_the_time_just_before(period: str, base: str, others: tuple[str, ...]):
    assert other_bases(change(f"KAZ/CHN/export {period}", "5%", base)) == others


@pytest.mark.parametrize(("figure", "anytime"), [("99%", 0), ("100%", 1), ("$100 million", 0)])
def test_what_doubled_may_have_taken_any_time(figure: str, anytime: int):
    assert len(other_bases(change("KAZ/CHN/export 2024", figure, "2023"))) == anytime
