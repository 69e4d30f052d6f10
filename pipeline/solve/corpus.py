"""Everything that was observed, by article and by fact: who else says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.observation import Interval, Observation, Reading
from pipeline.setting import Setting


@dataclass(slots=True)
class Corpus:
    """All observations, and the settings that they were read in."""

    by_doc: dict[str, list[Observation]] = field(default_factory=dict)
    settings: dict[str, Setting] = field(default_factory=dict)
    by_id: dict[str, Observation] = field(default_factory=dict)
    _facts: dict[tuple[object, ...], list[Observation]] | None = None

    def add(self, doc: str, seen: Sequence[Observation], setting: Setting) -> None:
        """Take an article's observations in."""
        self.by_doc[doc] = list(seen)
        self.settings[doc] = setting
        self.by_id.update((one.id, one) for one in seen)
        self._facts = None

    def everything(self) -> Iterator[Observation]:
        """All observations in the order of the articles."""
        for seen in self.by_doc.values():
            yield from seen

    def same_fact(self, one: Observation) -> Sequence[Observation]:
        """The observations of the same fact, this one included where it is of the corpus."""
        if self._facts is None:
            facts: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
            for seen in self.everything():
                facts[seen.fact].append(seen)
            self._facts = facts
        return self._facts.get(one.fact, ())

    def agreeing(self, one: Observation) -> list[Observation]:
        """Other claims of the same fact whose natural reading meets this one's."""
        mine = one.intervals[Reading.NATURAL]
        if None in mine:
            return []
        others = (other for other in self.same_fact(one) if other.id != one.id)
        return [other for other in others if meets(mine, other.intervals[Reading.NATURAL])]

    def vouched(self, one: Observation) -> float:
        """How many other articles give the same figure; a repetition in the same article counts for half of one."""
        docs = {other.claim.doc for other in self.agreeing(one)}
        return len(docs - {one.claim.doc}) + (0.5 if one.claim.doc in docs else 0.0)


def meets(left: Interval, right: Interval) -> bool:
    """Whether two bounded intervals overlap; to touch at an end is no agreement."""
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return False
    return left == right or (left.low < right.high and right.low < left.high)
