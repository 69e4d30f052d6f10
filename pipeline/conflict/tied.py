"""Where blame ties: the claim without which everything that hangs together can be true, if it is the only one.

A conflict is shown by its shortest proof, and often each of its claims could be the wrong one. The rest of the
component knows more: if without one of them the others still contradict each other, that one is not the culprit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Final

from pipeline.observation import Observation, Reading
from pipeline.solve.system import assemble, conflict
from pipeline.solve.ties import components

_MOST_TIED: Final = 8
_LARGEST: Final = 150
"""Claims of a component up to which the exact solver is asked."""
_STRICTER: Final = {
    Reading.CUT: (Reading.CUT, Reading.WIDEST, Reading.NATURAL),
    Reading.WIDEST: (Reading.WIDEST, Reading.NATURAL),
    Reading.NATURAL: (Reading.NATURAL,),
}


def able_to_settle(tied: Collection[str], seen: Surroundings, reading: Reading) -> Sequence[str]:
    """Those of the tied claims whose removal settles their component, read ever more strictly until one is left.

    All of them where the component is too large to be asked; none where there must be more than one error.
    """
    around = seen.around(tied) if 1 < len(tied) <= _MOST_TIED else []
    suspects = list(tied)
    if not 0 < len(around) <= _LARGEST:
        return suspects
    for stricter in _STRICTER[reading]:
        left = [claim for claim in suspects if conflict([one for one in around if one.id != claim], stricter) is None]
        if len(left) < 2:
            return left if left or stricter == reading else suspects
        suspects = left
    return suspects


class Surroundings:
    """Observations, and what hangs together among them: worked out once, when it is first asked for."""

    def __init__(self, seen: Sequence[Observation]) -> None:
        self._seen = seen

    def around(self, tied: Collection[str]) -> list[Observation]:
        """The observations of the components that the tied claims are in."""
        members = set(tied).union(*(self._part[claim] for claim in tied if claim in self._part))
        return [one for one in self._seen if one.id in members]

    @cached_property
    def _part(self) -> dict[str, frozenset[str]]:
        """For each claim those of its component."""
        rows = assemble(self._seen, Reading.NATURAL, proof=False)
        parts = (frozenset(claim for row in part for claim in row.claims) for part in components(rows))
        return {claim: part for part in parts for claim in part}
