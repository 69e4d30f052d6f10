"""Whether a figure that the rules leave without a claim is one of trade, and of which phrase.

The rules tie a figure to a phrase by what stands between the two, and refuse what looks like another topic. Where they
find nothing, many weak signs still tell: the codes around the figure, what became of the figure before it, how the
phrases of its sentence stand to it. Each phrase is weighed against no claim at all; only where the rules have found
trade before in the text, so that no text comes to be on trade by weights alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.claim import WEIGHED
from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Known
from pipeline.extract.row.items import Sentence
from pipeline.extract.weighing.loose import Candidate, Loose
from pipeline.extract.weighing.odds import Question, choose, is_heard
from pipeline.extract.weighing.phrase_signs import signs_of_none, signs_of_phrase

NO_CLAIM: Final = "none"
"""The reading that a figure is no claim of trade."""
MARGIN: Final = 0.4
"""By how much likelier the phrases of one flow must be than no claim."""
_NEVER: Final = 1.0
"""No reading is likelier than another by more."""


def weigh_phrase(figure: Loose) -> Binding | None:
    """The binding of a figure that is clearly likelier a claim of trade than none; marked as weighed."""
    if not figure.candidates or not (figure.is_open or is_heard()):
        return None
    flows = {one.name: one.flow for one in figure.candidates}
    margin = MARGIN if figure.is_open else _NEVER
    chosen = choose(question_of_phrase(figure), NO_CLAIM, margin=margin, alike=lambda name: flows.get(name, name))
    return next((_bound(figure, one) for one in figure.candidates if one.name == chosen), None)


def question_of_phrase(figure: Loose) -> Question[str]:
    """Each phrase in view against no claim."""
    item = figure.sentence.items[figure.figure]
    names = [one.name for one in figure.candidates]
    phrases = {one.name: tuple(signs_of_phrase(figure, one)) for one in figure.candidates}
    return Question(
        of="phrases",
        signs={NO_CLAIM: tuple(signs_of_none(figure))} | phrases,
        readings={NO_CLAIM: ((NO_CLAIM, NO_CLAIM),)} | {name: (("phrase", name),) for name in names},
        places={one.name: _place(figure.sentence, one) for one in figure.candidates},
        figure=Known(value=item.text, start=item.start, end=item.end),
    )


def _place(sentence: Sentence, candidate: Candidate) -> Known:
    """The flow, and the word that names it."""
    item = sentence.items[candidate.nominal.head]
    return Known(value=candidate.flow, start=item.start, end=item.end)


def _bound(figure: Loose, candidate: Candidate) -> Binding:
    """The figure on its phrase: by the rule that the gate refused, where that is the phrase, else by weight alone."""
    nominal = replace(candidate.nominal, cue=candidate.cue)
    if candidate.governs(figure.binding):
        return replace(figure.binding, nominal=nominal, weighed=True)
    side = "before" if nominal.last <= figure.figure else "after"
    return Binding(figure=figure.figure, nominal=nominal, rule=WEIGHED, strength=MARGIN, side=side, weighed=True)
