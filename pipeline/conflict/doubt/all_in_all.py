"""An article as a whole: where several of its conflicts hang on open readings, the others may well do so, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.claim import WORDS
from pipeline.conflict.doubt.chance import least_chance
from pipeline.conflict.doubt.one_sentence import is_said_together
from pipeline.conflict.doubt.slips import is_other_word, is_slip
from pipeline.finding import Finding, Repair
from pipeline.observation import Observation
from pipeline.solve.corpus import Corpus

_SEVERAL: Final = 3
"""Conflicts of an article that must be read again, from which on its other readings are not trusted either."""
_MANY: Final = 8
"""As many, from which on not even a slip makes a proof of figures whose sides were read from elsewhere."""
_HARDLY: Final = 0.05
"""How unlikely it must be that some slip fits by chance."""
_PARTIES: Final = frozenset({"reporter", "partner"})
_NOTE: Final = "Other figures of this article are read in doubt, so this one may be misread, too: read the passages."


def in_view_of_all(findings: Sequence[Finding], corpus: Corpus) -> list[Finding]:
    """The findings of one article; proofs that no slip explains are doubts where several others of it are.

    Figures that stand together, each with words of its own for what it is about, are no matter of reading.
    """
    doubts = sum(one.certainty == "needs-reading" for one in findings)
    if doubts < _SEVERAL:
        return list(findings)
    return [_doubted(one) if _may_be_misread(one, corpus, doubts) else one for one in findings]


def _may_be_misread(one: Finding, corpus: Corpus, doubts: int) -> bool:
    seen = [corpus.by_id[claim] for claim in one.claims]
    its = [other.claim for other in seen]
    slip = one.repair is not None and _explains(one.repair, seen, corpus) and _PARTIES.isdisjoint(one.repair.change)
    slip = slip or least_chance(seen) < _HARDLY
    elsewhere = any(claim.evidence[side].inherited for claim in its for side in _PARTIES & claim.evidence.keys())
    explained = slip and not (doubts >= _MANY and elsewhere)
    return one.certainty == "impossible" and not explained and not is_said_together(its)


def _explains(repair: Repair, seen: Sequence[Observation], corpus: Corpus) -> bool:
    """Whether the repair is a slip that hardly fits by chance, or puts another word for the one that is printed."""
    words = {one.id for one in seen if one.claim.measure in WORDS}
    if repair.claim in words or is_other_word(repair):
        return repair.slip
    return is_slip(seen, (repair,), corpus.by_doc[seen[0].claim.doc])


def _doubted(one: Finding) -> Finding:
    return replace(one, certainty="needs-reading", note=_NOTE)
