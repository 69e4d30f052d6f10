"""From claims to findings: each article against itself, then each source, then the sources against each other."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Final

from pipeline.claim import Claim
from pipeline.conflict.agreed import Agreed, agreed_on, told
from pipeline.conflict.case import Case, Verdict, collapsed
from pipeline.conflict.conversion import conversions
from pipeline.conflict.doubt.all_in_all import in_view_of_all
from pipeline.conflict.findings import Told, clearest, finding_of
from pipeline.conflict.mirror import mirrored
from pipeline.conflict.settings import DEFAULT, CheckSettings
from pipeline.finding import LEFT, Finding
from pipeline.normalise import comparable_abroad, observe, printed_definition
from pipeline.observation import Observation, Reading, in_order
from pipeline.setting import Setting
from pipeline.solve.corpus import Corpus
from pipeline.solve.dispute import Dispute, agrees_singly
from pipeline.solve.system import assemble, conflict
from pipeline.solve.ties import components
from pipeline.solve.witness import has_witness
from pipeline.source import is_nobody

_ORDER: Final = {"impossible": 0, "unlikely": 1, "needs-reading": 2}
_VERSIONS: Final = 6
"""Other versions of a fact that are tried in a dispute between sources."""
_REPAIRS: Final = 40
"""Conflicts of an article for which a repair is looked for: a hostile text has thousands."""
_ROUNDS: Final = 3
"""How often claims that must be read again are set aside to see what the clear ones say."""
_SCOPES: Final = {"article": 0, "source": 1, "cross-source": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check of claims found, which of them it could check at all, and why not the others."""

    findings: tuple[Finding, ...] = ()
    checked: frozenset[str] = frozenset()
    not_compared: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def check(claims: Sequence[Claim], *, settings: CheckSettings = DEFAULT) -> Check:
    """The contradictions among claims, of one article or of many; the order of the claims does not matter."""
    with _collector_at_rest(many=len(claims) > settings.large_corpus):
        work = _Work.of(claims, settings)
        findings = [*work.articles(), *work.abroad(), *work.conversions(), *work.currencies()]
    findings.sort(key=lambda one: _rank(one, work.corpus.by_id))
    left = work.left.difference(*((*one.claims, *one.witnesses) for one in findings))
    checked = frozenset(work.checked - left)
    lonely = "no other figure is about the same trade, or about trade that it adds up with"
    for one in work.corpus.everything():
        if one.id not in checked:
            work.reasons.setdefault(one.id, LEFT if one.id in left else lonely)
    return Check(
        findings=tuple(findings),
        checked=checked,
        not_compared=MappingProxyType(dict(sorted(work.reasons.items()))),
    )


def _rank(one: Finding, by_id: Mapping[str, Observation]) -> tuple[object, ...]:
    """Certain before uncertain, one article before several; then in the order of the text."""
    return _ORDER[one.certainty], _SCOPES[one.scope], [by_id[claim].claim.position for claim in one.claims]


@contextmanager
def _collector_at_rest(*, many: bool) -> Iterator[None]:
    """No search for circles of objects while many are made that stay: it finds none, and takes a sixth of the time."""
    pause = many and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


@dataclass(slots=True)
class _Work:
    """The claims of a check on their way through its stages."""

    corpus: Corpus
    settings: CheckSettings
    reasons: dict[str, str]
    checked: set[str] = field(default_factory=set)
    doubted: set[str] = field(default_factory=set)
    sought: Counter[str] = field(default_factory=Counter)
    """For how many conflicts of an article a repair was looked for."""
    taken_apart: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many conflicts of an article were taken apart, at each scope."""
    left: set[str] = field(default_factory=set)
    """Claims that contradict others still, where there were too many conflicts to take them all apart."""
    agreed: Agreed | None = None
    """What a large corpus agrees on; None where each article is looked at."""

    @classmethod
    def of(cls, claims: Sequence[Claim], settings: CheckSettings) -> _Work:
        docs: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda claim: claim.position):
            docs[claim.doc].append(claim)
        corpus, reasons = Corpus(), {}
        for doc, its in docs.items():
            setting = Setting.of(its)
            seen, why = observe(its, setting=setting)
            corpus.add(doc, seen, setting)
            reasons.update(why)
        work = cls(corpus=corpus, settings=settings, reasons=reasons)
        if len(corpus.by_id) > settings.large_corpus:
            work.agreed = agreed_on(printed_definition(one) for one in corpus.everything() if comparable_abroad(one))
        return work

    def articles(self) -> Iterator[Finding]:
        """Each article against itself, one source at a time."""
        for seen in self.corpus.by_doc.values():
            if self.agreed is not None and self._is_settled(seen):
                continue
            its = [finding for voice in voices(seen) for finding in self._cases(voice, "article", chains=True)]
            yield from in_view_of_all(its, self.corpus)

    def conversions(self) -> Iterator[Finding]:
        """Printed conversions of one article against each other."""
        docs: dict[str, list[Claim]] = defaultdict(list)
        for one in self.corpus.everything():
            docs[one.claim.doc].append(one.claim)
        for claims in docs.values():
            if any(claim.conversion_of for claim in claims):
                yield from conversions(claims, self.settings)

    def currencies(self) -> Iterator[Finding]:
        """Facts in two currencies, of one article and one source, then of several."""
        rates = self.settings.rates
        if rates is None:
            return
        from pipeline.conflict.currency import across

        for seen in self.corpus.by_doc.values():
            for voice in voices(seen):
                yield from across(voice, rates, self.settings, scope="article", checked=self.checked)
        abroad = [printed_definition(one) for one in self.corpus.everything() if comparable_abroad(one)]
        yield from across(abroad, rates, self.settings, scope="cross-source", checked=self.checked)

    def _is_settled(self, seen: Sequence[Observation]) -> bool:
        """Whether what the corpus agrees on satisfies every claim of an article as it stands in the article."""
        assert self.agreed is not None
        return all(self.agreed.settles(one) and not one.is_read_by_its_article for one in seen)

    def abroad(self) -> Iterator[Finding]:
        """Articles that cite one source, then everything; what is already disputed is left out."""
        seen = self._comparable()
        named: dict[str, list[Observation]] = defaultdict(list)
        for one in seen:
            if one.claim.source:
                named[one.claim.source].append(one)
        for source in sorted(named):
            if len({one.claim.doc for one in named[source]}) > 1:
                yield from self._cases(named[source], "source", chains=True)
        if len(self.corpus.by_doc) > 1 or any(len(voices(its)) > 1 for its in self.corpus.by_doc.values()):
            yield from self._cases(seen, "cross-source", chains=False)

    def _comparable(self) -> list[Observation]:
        """What may be compared across articles; of a large corpus what is near something disputable."""
        seen = [printed_definition(one) for one in self.corpus.everything() if comparable_abroad(one)]
        if self.agreed is None:
            return seen
        self.checked.update(one.id for one in seen if told(one) in self.agreed.tied)
        return [one for one in seen if self.agreed.is_near(one)]

    def _cases(self, seen: Sequence[Observation], scope: str, *, chains: bool) -> Iterator[Finding]:
        """The findings of one scope, component by component."""
        kept, copies = collapsed([one for one in seen if one.id not in self.doubted])
        by_id = {one.id: one for one in kept}
        for members, calm in _tied_together(kept, copies, chains=chains):
            for claim in members:
                self.checked.update((claim, *copies[claim]))
            if calm:
                continue
            look = partial(self._look, by_id=by_id, copies=copies, scope=scope, chains=chains)
            for one in self._by_the_clear(members, look):
                self.taken_apart[scope, by_id[one.finding.claims[0]].claim.doc] += 1
                if not one.ours:
                    yield one.finding

    def _by_the_clear(self, members: Sequence[str], look: Callable[[Sequence[str]], list[Told]]) -> list[Told]:
        """What is found among claims, by those whose reading is clear before those that must be read again.

        A conflict with a doubtful claim, told first, would hide that clear ones conflict without it.
        """
        doubted = set(self.doubted)
        found = look(members)
        unclear: set[str] = set()
        for _ in range(_ROUNDS):
            opened = {claim for told in found for claim in told.open} - unclear
            if not opened:
                break
            unclear |= opened
            first, self.doubted = self.doubted, set(doubted)
            clear = look([claim for claim in members if claim not in unclear])
            accused = {claim for told in clear if told.is_proof for claim in told.finding.suspects}
            left = [told for told in found if not told.is_proof and accused.isdisjoint(told.finding.claims)]
            if sum(told.is_proof for told in clear) <= sum(told.is_proof for told in found):
                self.doubted = first
                break
            found = [*clear, *(told for told in left if told.open)]
            self.doubted.update(claim for told in left for claim in told.finding.suspects)
        return found

    def _look(
        self,
        members: Sequence[str],
        *,
        by_id: Mapping[str, Observation],
        copies: Mapping[str, tuple[str, ...]],
        scope: str,
        chains: bool,
    ) -> list[Told]:
        """The findings among the members of a component."""
        case = Case(
            seen=mirrored([by_id[claim] for claim in members], self.settings),
            most=self._room_for_more(members, scope, by_id),
            vouched=self.corpus.vouched,
            chains=chains and len(members) <= self.settings.longest_chains,
            admits=self._is_news if scope == "cross-source" else None,
            voices={claim: _voice(by_id[claim]) for claim in members} if scope == "cross-source" else None,
        )
        before = list(case.seen)
        verdicts = case.verdicts()
        self.left.update(case.left)
        self.doubted.update(case.left)
        for verdict in verdicts:
            self._doubt(verdict, copies)
        tell = partial(finding_of, scope=scope, seen=before, copies=copies, corpus=self.corpus)

        def told_of(verdict: Verdict) -> Told:
            doc = in_order(verdict.shown.claims, by_id)[0].claim.doc
            self.sought[doc] += scope != "cross-source"
            return tell(
                verdict,
                mended=self.sought[doc] <= _REPAIRS,
                beyond=partial(self._beyond_dispute, verdict=verdict, by_id=by_id),
                against=partial(self._beyond_dispute, verdict=replace(verdict, suspect=None), by_id=by_id),
            )

        return [clearest(verdict, told_of, by_id) for verdict in verdicts]

    def _room_for_more(self, members: Sequence[str], scope: str, by_id: Mapping[str, Observation]) -> int:
        """How many more conflicts of the articles that the members are from are taken apart."""
        docs = {by_id[claim].claim.doc for claim in members}
        return max(0, sum(self.settings.most_conflicts - self.taken_apart[scope, doc] for doc in docs))

    def _is_news(self, dispute: Dispute) -> bool:
        """Whether no simpler difference tells it: with another source's figure for one of the facts, all would fit."""
        if dispute.kind in ("same-fact", "threshold"):
            return True
        seen = in_order(dispute.claims, self.corpus.by_id)
        for one in seen:
            rest = [other for other in seen if other is not one]
            same = self.corpus.same_fact(one)
            others = list({other.intervals: other for other in same if other.intervals != one.intervals}.values())
            if any(conflict([*rest, other], dispute.reading) is None for other in others[:_VERSIONS]):
                return False
        return True

    def _beyond_dispute(self, claim: str, verdict: Verdict, by_id: Mapping[str, Observation]) -> list[Observation]:
        """What nobody disputes but this claim: the rest of its own voice, and what it was caught against."""
        suspect = by_id[claim]
        spoken = next(voice for voice in voices(self.corpus.by_doc[suspect.claim.doc]) if _within(suspect, voice))
        tied = {*verdict.suspects, *verdict.shown.claims} if verdict.suspect is None else set()
        against = in_order(verdict.shown.claims, by_id)
        sound = {one.id: one for one in (*spoken, *against) if one.id not in self.doubted or one.id in tied}
        sound.pop(claim, None)
        return list(sound.values())

    def _doubt(self, verdict: Verdict, copies: Mapping[str, tuple[str, ...]]) -> None:
        for claim in (*verdict.suspects, *verdict.companions):
            self.doubted.update((claim, *copies[claim]))


def voices(seen: Sequence[Observation]) -> list[list[Observation]]:
    """The article's own voice with its main source, and apart from it each source that it sets against that one."""
    named = (one.claim.source for one in seen)
    counts = Counter(source for source in named if source and not is_nobody(source))
    if len(counts) < 2:
        return [list(seen)]
    main = max(counts, key=lambda source: counts[source])
    own = [one for one in seen if one.claim.source not in counts or one.claim.source == main]
    return [own, *([one for one in seen if one.claim.source == source] for source in counts if source != main)]


def _voice(one: Observation) -> str:
    """Who speaks: the named source, else the article itself."""
    return one.claim.source or f"the article {one.claim.doc}"


def _within(one: Observation, voice: Sequence[Observation]) -> bool:
    return any(other.id == one.id for other in voice)


def _tied_together(
    seen: Sequence[Observation], copies: Mapping[str, Sequence[str]], *, chains: bool
) -> list[tuple[list[str], bool]]:
    """The claims of each component that has at least two, copies counted; and whether nothing can be disputed there."""
    calm = has_witness if chains else agrees_singly
    placed = {one.id for one in seen if one.is_behind_the_first}
    place = {one.id: at for at, one in enumerate(seen)}
    groups = []
    for rows in components(assemble(seen, Reading.NATURAL, proof=False)):
        members = sorted({claim for row in rows for claim in row.claims}, key=place.__getitem__)
        if len(members) > 1 or any(copies[claim] for claim in members):
            groups.append((members, placed.isdisjoint(members) and calm(rows)))
    return groups
