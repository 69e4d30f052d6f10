"""A case: disputed facts are taken one by one, each with its culprit set aside before the next is looked at.

So what merely follows from a conflict that is already told is not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pipeline.conflict.blame import blame, cheapest, cost, is_vague, vouched_within
from pipeline.conflict.tied import Surroundings, able_to_settle
from pipeline.observation import OPEN, Observation, Reading, in_order
from pipeline.solve.dispute import Dispute, Proofs, find_disputes
from pipeline.solve.system import conflict
from pipeline.solve.ties import connected

_SAME_BREATH: Final = 40
"""Characters between two figures of one flow within which one repair moves both."""
_HARDLY: Final = 0.05
"""Costs that differ by less tell next to nothing of who is wrong."""
_TWO: Final = 2
_SETTLED: Final = 8
"""Disputes of one suspect up to which it is asked whether one figure would settle them all."""
_GUILTY: Final = 100.0
"""What it costs to doubt a claim once more that is blamed for other disputes already."""
_LARGE: Final = 100
"""Disputes that share claims from which on what a verdict leaves of them is judged without a new look."""
_SLICE: Final = 500
"""Disputes of a large group that are weighed together; those behind show themselves again, if they are not settled."""
_FROM_THE_WORST: Final = (Reading.CUT, Reading.WIDEST, Reading.NATURAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One disputed fact: the dispute that is shown, those that go with it, and who is suspected."""

    shown: Dispute
    suspect: str | None
    suspects: tuple[str, ...]
    follows: tuple[Dispute, ...] = ()
    companions: tuple[str, ...] = ()
    """Claims beside the suspect that stand and fall with it."""
    tied: tuple[str, ...] = ()
    """Where next to nothing told the suspect from others: all of them."""
    aside: tuple[str, ...] = ()
    """Of two suspects the one that is set aside, where the rest contradicts itself without either; empty: all."""

    @property
    def gone(self) -> tuple[str, ...]:
        """What is left out when the rest is looked at again."""
        return (*(self.aside or self.suspects), *self.companions)


@dataclass(slots=True)
class Case:
    """The observations that are compared, and what is known about each from outside."""

    seen: list[Observation]
    most: int
    """How many disputed facts are taken apart before the rest is left."""
    vouched: Callable[[Observation], float]
    """How many independent figures elsewhere say the same."""
    chains: bool = True
    voices: Mapping[str, str] | None = None
    """Who speaks in each claim, where different sources are held against each other."""
    admits: Callable[[Dispute], bool] | None = None
    """Which disputes are worth telling; all, where there is no such question."""
    left: frozenset[str] = frozenset()
    """Claims that contradict each other still, where there were more disputed facts than are taken apart."""
    _vouched: dict[str, float] = field(default_factory=dict)

    def verdicts(self) -> list[Verdict]:
        """The disputed facts of the case; afterwards ``seen`` holds what is left undisputed.

        No more are taken apart than ``most``; ``left`` then names the claims that still contradict each other.
        """
        found: list[Verdict] = []
        proofs: Proofs = {}
        for reading in _FROM_THE_WORST:
            while disputes := self._disputes(reading, proofs):
                if len(found) >= self.most:
                    self.left = frozenset(claim for dispute in disputes for claim in dispute.claims)
                    return found
                found += self._judged(disputes, self.most - len(found))
        return found

    def _disputes(self, reading: Reading, proofs: Proofs) -> list[Dispute]:
        """What is worth telling of the disputes among those that are still seen."""
        chains = self.chains and reading != Reading.NATURAL
        now = find_disputes(self.seen, reading, chains=chains, voices=self.voices, proofs=proofs)
        return [dispute for dispute in now if self.admits is None or self.admits(dispute)]

    def _judged(self, disputes: Sequence[Dispute], most: int) -> list[Verdict]:
        """One verdict for each group of disputes that share claims, or the first ones; what they doubt is set aside.

        What is left of a group shows itself again without the culprit. Of a large group it is judged at once, for only
        a text that contradicts itself everywhere has one.
        """
        agreeing = vouched_within(self.seen)
        by_id = {one.id: one for one in self.seen}
        surroundings = Surroundings(self.seen)
        verdicts: list[Verdict] = []
        groups = _connected(disputes)
        for group in groups:
            if len(verdicts) >= most:
                break
            together = group[:_SLICE]
            involved = in_order({claim for dispute in together for claim in dispute.claims}, by_id)
            costs = {
                one.id: cost(one, agreeing[one.id] + self._vouched_for(one), vague=is_vague(one, together))
                for one in involved
            }
            told = self._judge_all(together, costs, by_id, surroundings)
            verdicts += told
            if len(together) > _LARGE:
                gone = {claim for verdict in told for claim in verdict.gone}
                groups += _connected([dispute for dispute in together if gone.isdisjoint(dispute.claims)])
        verdicts = _folded(verdicts, by_id)
        gone = {claim for verdict in verdicts for claim in verdict.gone}
        self.seen = [one for one in self.seen if one.id not in gone]
        return verdicts

    def _vouched_for(self, one: Observation) -> float:
        if one.id not in self._vouched:
            self._vouched[one.id] = self.vouched(one)
        return self._vouched[one.id]

    def _judge_all(
        self,
        together: Sequence[Dispute],
        costs: Mapping[str, float],
        by_id: Mapping[str, Observation],
        surroundings: Surroundings,
    ) -> list[Verdict]:
        """The first disputed fact of a group, and what is a fact of its own though it hangs on the same suspect.

        What no one figure in the suspect's place would settle together has more than one error.
        """
        first = self._judge(together, costs, by_id, surroundings)
        hit = (first.shown, *first.follows)
        amount = first.suspect is not None and by_id[first.suspect].kind == "level"
        if first.suspect is None or not amount or self.voices is not None or not 1 < len(hit) <= _SETTLED:
            return [first]
        together = _settled_together(hit, first.suspect, by_id)
        apart = [dispute for dispute in hit if dispute not in together]
        if not apart:
            return [first]
        rest = self._judge_all(apart, {**costs, first.suspect: _GUILTY}, by_id, surroundings)
        return [replace(first, shown=together[0], follows=tuple(together[1:])), *rest]

    def _judge(
        self,
        together: Sequence[Dispute],
        costs: Mapping[str, float],
        by_id: Mapping[str, Observation],
        surroundings: Surroundings,
    ) -> Verdict:
        """The first disputed fact of a group; what is left of the group shows itself again without its culprit."""
        if together[0].crowd:
            return Verdict(shown=together[0], suspect=None, suspects=_in_order(together[0].crowd, by_id))
        doubted = blame(together, costs)
        if doubted.suspects:
            suspect = doubted.suspects[0]
            hit = [dispute for dispute in together if suspect in dispute.claims]
            if self.voices is None or not _two_named(hit[0], by_id):
                return Verdict(shown=hit[0], suspect=suspect, suspects=(suspect,), follows=tuple(hit[1:]))
            return Verdict(shown=hit[0], suspect=None, suspects=_in_order(hit[0].claims, by_id), follows=tuple(hit[1:]))
        shown = together[0]
        tied = _in_order(shown.claims.intersection(doubted.tied) or shown.claims, by_id)
        able = able_to_settle(tied, surroundings, shown.reading) if self.voices is None else tied
        alone = able[0] if len(able) == 1 else None
        culprit = alone or (cheapest(tied, costs) if self.voices is None else None)
        if culprit is not None:
            hit = [dispute for dispute in together[1:] if culprit in dispute.claims]
            rivals = () if alone else tuple(claim for claim in tied if costs[claim] <= costs[culprit] + _HARDLY)
            return Verdict(shown=shown, suspect=culprit, suspects=(culprit,), follows=tuple(hit), tied=rivals)
        hit = [dispute for dispute in together[1:] if dispute.claims.intersection(tied)]
        return Verdict(
            shown=shown,
            suspect=None,
            suspects=tied,
            follows=tuple(hit),
            aside=() if able or len(tied) > _TWO else tied[-1:],
        )


def _in_order(claims: Iterable[str], by_id: Mapping[str, Observation]) -> tuple[str, ...]:
    return tuple(one.id for one in in_order(claims, by_id))


def _settled_together(disputes: Sequence[Dispute], suspect: str, by_id: Mapping[str, Observation]) -> list[Dispute]:
    """The most of the disputes that one other figure in the suspect's place would settle, simplest first."""
    groups = []
    for first in disputes:
        group, claims = [first], set(first.claims)
        for other in disputes:
            both = claims | other.claims
            its = [_any_figure(one) if one.id == suspect else one for one in in_order(both, by_id)]
            if other is not first and conflict(its, first.reading) is None:
                group, claims = [*group, other], both
        groups.append([dispute for dispute in disputes if dispute in group])
    return max(groups, key=len)


def _any_figure(one: Observation) -> Observation:
    """The claim as if its figure were not printed; a word stays as it is."""
    return replace(one, intervals=(OPEN, OPEN, OPEN)) if one.kind == "level" else one


def _two_named(dispute: Dispute, by_id: Mapping[str, Observation]) -> bool:
    """Two named sources that differ: a disagreement, of which the engine knows no culprit."""
    return len({by_id[claim].claim.source for claim in dispute.claims} - {None, ""}) > 1


def _folded(verdicts: Sequence[Verdict], by_id: Mapping[str, Observation]) -> list[Verdict]:
    """A growth printed beside a suspect amount stands and falls with it: its own dispute goes under the amount's."""
    told = list(verdicts)
    for verdict in verdicts:
        beside = _beside(by_id[verdict.suspect], by_id) if verdict.suspect else frozenset()
        under = [other for other in told if beside.intersection(other.suspects)]
        if verdict in told and under:
            told = [other for other in told if other not in under and other is not verdict]
            follows = (*verdict.follows, *(dispute for other in under for dispute in (other.shown, *other.follows)))
            companions = _in_order(beside.intersection(*[other.suspects for other in under]), by_id)
            told.append(replace(verdict, follows=follows, companions=companions))
    return told


def _beside(suspect: Observation, by_id: Mapping[str, Observation]) -> frozenset[str]:
    """Growth figures of the same flow in the same clause: "by 15 percent to 22.7 billion"."""
    if suspect.kind != "level":
        return frozenset()
    return frozenset(
        one.id
        for one in by_id.values()
        if one.kind in ("growth", "difference") and one.subject == suspect.subject and _near(one, suspect)
    )


def _near(one: Observation, other: Observation) -> bool:
    left, right = sorted((one.claim, other.claim), key=lambda claim: claim.start)
    return left.doc == right.doc and right.start - left.end <= _SAME_BREATH


def _connected(disputes: Sequence[Dispute]) -> list[list[Dispute]]:
    """The disputes that share claims, directly or through others; groups and members simplest first."""
    return [[disputes[place] for place in places] for places in connected([dispute.claims for dispute in disputes])]


def collapsed(seen: Sequence[Observation]) -> tuple[list[Observation], dict[str, tuple[str, ...]]]:
    """One observation for each fact and interval, and for its id the ids of those that say the very same."""
    same: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in seen:
        same[(one.fact, one.intervals, one.ranking, one.gap, one.claim.source)].append(one)
    kept = [group[0] for group in same.values()]
    return kept, {group[0].id: tuple(one.id for one in group[1:]) for group in same.values()}
