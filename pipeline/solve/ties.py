"""What hangs together, directly or through others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from pipeline.relations.row import Row


class Ties:
    """Things of any kind that are tied to one another; each group of them is known by one of its members."""

    def __init__(self) -> None:
        self._above: dict[object, object] = {}

    def head(self, one: object) -> object:
        """The member by which the group of a thing is known."""
        known = self._above
        while (above := known.setdefault(one, one)) is not one:
            known[one] = one = known[above]
        return one

    def tie(self, one: object, other: object) -> bool:
        """Tie two things; False where they hang together already."""
        left, right = self.head(one), self.head(other)
        self._above[left] = right
        return left is not right


def connected(groups: Iterable[Collection[object]]) -> list[list[int]]:
    """The places of groups that have anything in common, directly or through others, in the order of their first."""
    ties = Ties()
    firsts: list[object] = []
    for first, *others in groups:
        for node in others:
            ties.tie(node, first)
        firsts.append(first)
    found: dict[object, list[int]] = defaultdict(list)
    for place, first in enumerate(firsts):
        found[ties.head(first)].append(place)
    return list(found.values())


def components(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows that are tied together by flows or claims, in the order of their first rows."""
    ties = ([*(flow for flow, _ in row.terms), *row.claims] for row in rows)
    return [[rows[place] for place in places] for places in connected(ties)]


def is_circular(rows: Sequence[Row]) -> bool:
    """Whether rows and flows, joined where a row speaks of a flow, close a circle. Twin rows of one rate count once."""
    ties = Ties()
    seen: set[tuple[object, ...]] = set()
    for place, row in enumerate(rows):
        twin = (row.claims, *(flow for flow, _ in row.terms))
        if twin in seen and row.claims:
            continue
        seen.add(twin)
        if not all(ties.tie(place, flow) for flow, _ in row.terms):
            return True
    return False
