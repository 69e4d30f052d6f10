"""A verdict as a finding: scope, certainty, words, witnesses, suspect and repair."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, NamedTuple

from pipeline.claim import Claim
from pipeline.conflict.case import Verdict
from pipeline.conflict.doubt.borne_out import is_corroborated
from pipeline.conflict.doubt.one_sentence import is_said_together
from pipeline.conflict.doubt.plain import is_plain, is_said
from pipeline.conflict.doubt.support import doubt_of
from pipeline.conflict.doubt.weighed import only_weighed
from pipeline.conflict.mirror import is_mirror
from pipeline.explain import explanation, tell
from pipeline.finding import Finding, Repair
from pipeline.observation import Observation, Reading, in_order
from pipeline.repair import repair_of
from pipeline.solve.corpus import Corpus
from pipeline.solve.dispute import Dispute

_NOTES: Final = {
    Reading.NATURAL: "They fit only if round figures and hedges are read at their widest.",
    Reading.WIDEST: "They fit only if digits were cut off instead of rounded.",
}
_UNSOUGHT: Final = "Nothing was looked for that would put it right: the text has too many conflicts."
_TIED: Final = 5
_COMMON_SLIP: Final = 4
"""A slip no rarer than this may tell that another claim than the likeliest one is wrong."""
_SLIP: Final = 6
"""Of tied claims, a slip no rarer than this may tell which one is wrong: a digit too few, but not any other digit."""
_FOLLOWS_SHOWN: Final = 8


class Told(NamedTuple):
    """A finding, and the claims whose reading its doubt leaves open."""

    finding: Finding
    open: tuple[str, ...] = ()
    ours: bool = False
    """Whether all holds where a partner that was weighed is read as the rules alone would read it: no finding."""

    @property
    def is_proof(self) -> bool:
        """Whether nothing of it must be read again."""
        return self.finding.certainty != "needs-reading"


def finding_of(
    verdict: Verdict,
    *,
    scope: str,
    seen: Sequence[Observation],
    beyond: Callable[[str], Sequence[Observation]],
    against: Callable[[str], Sequence[Observation]],
    copies: Mapping[str, tuple[str, ...]],
    corpus: Corpus,
    mended: bool = True,
) -> Told:
    """The finding of a verdict.

    ``beyond`` tells for the suspect what around it is beyond dispute, ``against`` for any other of the claims. Repairs
    are looked for where it is to be ``mended``.
    """
    by_id = {one.id: one for one in seen}
    shown = verdict.shown
    its = in_order(shown.claims, by_id)
    if is_mirror(its):
        shown = replace(shown, kind="mirror")
    scope = _scope(its, scope)
    ask = partial(_blamed, verdict, its, scope=scope, beyond=beyond, against=against, corpus=corpus)
    suspect, repairs = _mended(ask) if mended else (verdict.suspect, ())
    repair = repairs[0] if len(repairs) == 1 else None
    article = corpus.by_doc.get(its[0].claim.doc, ()) if len({one.claim.doc for one in its}) == 1 else ()
    doubt = doubt_of(shown, its, repairs if _is_borne_out(verdict, repairs, its) else (), article=article)
    told = tell(shown, by_id, scope=scope, suspect=suspect)
    finding = Finding(
        id=finding_id(shown, by_id),
        kind=shown.kind,
        scope=scope,
        certainty="needs-reading" if doubt else _certainty(shown, its),
        claims=tuple(one.id for one in its),
        explanation=told.explanation,
        headline=told.headline,
        suspect=suspect,
        suspects=() if shown.crowd else (suspect,) if suspect else verdict.suspects,
        repair=repair,
        steps=told.steps,
        witnesses=_witnesses(its, copies, corpus=corpus, crowd=shown.crowd),
        follows=tuple(explanation(dispute, by_id) for dispute in verdict.follows[:_FOLLOWS_SHOWN]),
        note=" ".join(filter(None, (doubt.reason if doubt else _note(shown), "" if mended else _UNSOUGHT))),
    )
    return Told(finding, doubt.claims if doubt else (), ours=only_weighed(its, article, shown.reading))


Blamed = tuple[str | None, tuple[Repair, ...]]
"""The suspect, and what would put it right."""


def _mended(ask: Callable[..., Blamed]) -> Blamed:
    """Whom to blame; what stands in another conflict, too, bears out a repair only where nothing else does."""
    suspect, repairs = ask(shared=False)
    return (suspect, repairs) if repairs else ask(shared=True)


def _blamed(
    verdict: Verdict,
    its: Sequence[Observation],
    *,
    scope: str,
    beyond: Callable[[str], Sequence[Observation]],
    against: Callable[[str], Sequence[Observation]],
    corpus: Corpus,
    shared: bool,
) -> Blamed:
    """The suspect with its repairs: another claim than the verdict's where only that one was missed by a common slip.

    Where the verdict was sure of its suspect, the slip must be borne out by more than the conflict itself, and no other
    figure may agree with that claim as it is printed.
    """
    suspect, shown = verdict.suspect, verdict.shown
    if suspect:
        repairs = _repairs([one for one in its if one.id == suspect], its, beyond, corpus, shared=shared)
        if scope != "cross-source" and not any(repair.slip for repair in repairs):
            others = [one for one in its if one.id != suspect and len(its) <= _TIED]
            others = [one for one in others if one.id in verdict.tied or not _is_vouched_for(one, suspect, corpus)]
            slips = _repairs(others, its, against, corpus, rarest=_COMMON_SLIP, shared=shared)
            if len(slips) == 1 and (slips[0].claim in verdict.tied or _is_borne_out(verdict, slips, its)):
                return slips[0].claim, slips
        return suspect, repairs
    if scope == "cross-source" or shown.crowd or len(verdict.suspects) > _TIED:
        return None, ()
    suspects = [one for one in its if one.id in verdict.suspects]
    repairs = _repairs(suspects, its, beyond, corpus, rarest=_SLIP, shared=shared)
    return (repairs[0].claim if len(repairs) == 1 else None), repairs


def _is_vouched_for(one: Observation, suspect: str, corpus: Corpus) -> bool:
    """Whether figures of its article agree with a claim, the suspect set aside: then no slip of its own explains it."""
    article = [other for other in corpus.by_doc[one.claim.doc] if other.id != suspect]
    return any(other.claim.doc == one.claim.doc for other in corpus.agreeing(one)) or is_corroborated([one], article)


def _is_borne_out(verdict: Verdict, repairs: Sequence[Repair], its: Sequence[Observation]) -> bool:
    """Whether more than the conflict itself speaks for a repair of another claim than the verdict's suspect.

    Only then does it say anything about the reading: by chance one slip in ten makes misread figures fit, too.
    """
    other = verdict.suspect is not None and any(repair.claim != verdict.suspect for repair in repairs)
    return not other or any(not {*repair.support} <= {one.id for one in its} for repair in repairs)


def clearest(verdict: Verdict, told_of: Callable[[Verdict], Told], by_id: Mapping[str, Observation]) -> Told:
    """What is told of a verdict: where its simplest conflict must be read again, one of figures said together.

    They are about one trade however the sentence is read: "it sold for $5 billion and bought for $6 billion, a turnover
    of $8 billion". Such a proof must not hide under a conflict with a figure that stands elsewhere.
    """
    first = told_of(verdict)
    if first.is_proof or verdict.suspect is None:
        return first
    near = [one for one in verdict.follows if _is_clear([by_id[claim].claim for claim in one.claims])]
    for other in near[:_FOLLOWS_SHOWN]:
        rest = (verdict.shown, *(one for one in verdict.follows if one is not other))
        told = told_of(replace(verdict, shown=other, follows=rest))
        if told.is_proof:
            return told
    return first


def _is_clear(claims: Sequence[Claim]) -> bool:
    """Whether no other reading would tell the claims of a conflict apart."""
    return is_said_together(claims) or all(is_said(claim) and is_plain(claim) for claim in claims)


def _repairs(
    suspects: Sequence[Observation],
    its: Sequence[Observation],
    beyond: Callable[[str], Sequence[Observation]],
    corpus: Corpus,
    **how: Any,
) -> tuple[Repair, ...]:
    """What would explain everything, one for each suspect that it would: of tied ones only one may have one.

    It settles the conflict of ``its`` that is shown.
    """
    found = (
        repair_of(one, beyond(one.id), corpus, settles=[other for other in its if other is not one], **how)
        for one in suspects
    )
    return tuple(repair for repair in found if repair is not None)


def _scope(its: Sequence[Observation], scope: str) -> str:
    """The narrowest scope that the claims themselves give."""
    if scope != "cross-source":
        return scope
    named = {one.claim.source for one in its}
    return "source" if len(named) == 1 and None not in named else scope


def _certainty(shown: Dispute, its: Sequence[Observation]) -> str:
    if shown.reading != Reading.CUT or shown.kind == "mirror":
        return "unlikely"
    several = len({one.claim.doc for one in its}) > 1
    return "unlikely" if several and shown.kind == "growth" else "impossible"


def _note(shown: Dispute) -> str:
    if shown.kind == "mirror":
        return "Exports and imports of one flow are counted by two offices and differ by nature."
    return _NOTES.get(shown.reading, "")


def _witnesses(
    its: Sequence[Observation], copies: Mapping[str, tuple[str, ...]], *, corpus: Corpus, crowd: frozenset[str]
) -> tuple[str, ...]:
    """Claims that say the same as one of the dispute's."""
    own = {one.id for one in its}
    same = set(crowd) | {copy for one in its for copy in copies[one.id]}
    same.update(other.id for one in its for other in corpus.agreeing(one))
    return tuple(one.id for one in in_order(same - own, corpus.by_id))


def finding_id(shown: Dispute, by_id: Mapping[str, Observation]) -> str:
    """A stable id: the kind and what the claims say, never where they stand."""
    return digest(shown.kind, [_canonical(by_id[claim]) for claim in shown.claims])


def digest(kind: str, told: Sequence[str]) -> str:
    """A finding's id from its kind and what its claims say, in whatever order."""
    return "f" + hashlib.sha256("\n".join([kind, *sorted(told)]).encode()).hexdigest()[:12]


def _canonical(one: Observation) -> str:
    claim = one.claim
    return "\0".join(
        str(part)
        for part in (claim.doc, claim.text, one.kind, one.subject, one.base, one.whole, claim.modality, claim.order)
    )
