"""The exact solver: what it calls impossible is, what it calls possible has a solution."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.core import core_of
from pipeline.solve.exact import claims_of, infeasible
from pipeline.solve.witness import has_witness

X, Y, Z = (Flow.of("F", name, "world", "", 0, 11, "USD") for name in ("AAA", "BBB", "CCC"))


def row(low: int | None, high: int | None, *terms: tuple[Flow, int], claims: tuple[str, ...] = ()) -> Row:
    return Row("sum", terms, low, high, claims)


CASES = {
    "nothing": ([], True),
    "bounds that meet": ([row(1, 2, (X, 1)), row(2, 3, (X, 1))], True),
    "bounds that do not": ([row(1, 2, (X, 1)), row(3, 4, (X, 1))], False),
    "below zero": ([row(None, -1, (X, 1))], False),
    "a sum": ([row(4, 4, (X, 1), (Y, 1)), row(1, 1, (X, 1)), row(3, 3, (Y, 1))], True),
    "a sum that fails": ([row(4, 4, (X, 1), (Y, 1)), row(1, 1, (X, 1)), row(4, 4, (Y, 1))], False),
    "a circle": ([row(1, None, (X, 1), (Y, -1)), row(1, None, (Y, 1), (Z, -1)), row(1, None, (Z, 1), (X, -1))], False),
    "open": ([row(None, None, (X, 1), (Y, 1))], True),
    "one flow twice in a row": ([row(4, 4, (X, 1), (X, 1)), row(2, 2, (X, 1))], True),
}


@pytest.mark.parametrize("name", CASES)
def test_rows(name):
    rows, possible = CASES[name]
    assert (infeasible(rows) is None) == possible


def test_the_reason_is_a_set_of_rows_that_fails_by_itself():
    rows = [row(0, 9, (X, 1), claims=("idle",)), row(4, 4, (X, 1), (Y, 1)), row(5, 9, (Y, 1), claims=("y",))]
    clash = infeasible(rows)
    assert clash is not None
    assert claims_of(rows, clash) == {"y"}
    assert infeasible([rows[place] for place in sorted(clash)]) is not None


numbers = st.integers(-4, 4)
terms = st.lists(st.tuples(st.sampled_from([X, Y, Z]), numbers), min_size=1, max_size=3).map(tuple)
bounds = st.tuples(st.one_of(st.none(), numbers), st.one_of(st.none(), st.integers(0, 4)))
systems = st.lists(
    st.builds(lambda t, b: row(b[0], None if b[1] is None else (b[0] or 0) + b[1], *t), terms, bounds), max_size=6
)


def _grid_has_solution(rows: list[Row]) -> bool:
    steps = [Fraction(n, 2) for n in range(13)]
    return any(
        all(
            (r.low is None or total >= r.low) and (r.high is None or total <= r.high)
            for r in rows
            for total in [sum(c * {X: x, Y: y, Z: z}[flow] for flow, c in r.terms)]
        )
        for x in steps
        for y in steps
        for z in steps
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(systems)
def test_what_has_a_solution_is_never_called_impossible(rows):
    clash = infeasible(rows)
    if clash is not None:
        assert not _grid_has_solution(rows)
        assert infeasible([rows[place] for place in sorted(clash)]) is not None
        assert not has_witness(rows)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(systems)
def test_a_core_of_floats_agrees_with_fractions(rows):
    named = [r._replace(claims=(str(place),)) for place, r in enumerate(rows)]
    core = core_of(named) if named else None
    if core is not None:
        assert infeasible([named[int(place)] for place in sorted(core, key=int)]) is not None
