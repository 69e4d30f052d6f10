"""Times of a clause that a figure does not stand in: what came before, what is to come, what another noun did."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.period.tense import PRESENT, tense_of
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_NOUN_THAT: Final = re.compile(r",d[vwTJ]{1,2}([Wd])(?=[vLTw])")
""" ", a trend that continued": a noun for what was told, and what is said of it."""
_WHICH_WAS: Final = re.compile(r"[^,;yQ%M]*,W[dv]*L[dv]*(?P<figure>[Q%])[dv]*[iw]?[dv]*P")
""" ", which was 8 % in 2021": what the figure before it was at another time."""
_HAVING: Final = re.compile(r",(L)(?=[vw]?[TL])")
_AND_EXPECTS: Final = re.compile(r"[,;&][dv]*[&y]?[dvprwLEG]{0,4}A")
_AND_OVER: Final = re.compile(r"[&y][^NQ%M&y]*[%M][dvw]*[gi]?[dv]*$")
_CLAUSE_ENDS: Final = frozenset(",&;y")
_JOINT: Final = re.compile(r"([wB])(?=[dp]?[rNE][vL]{0,2}[TV])")
"""A word before a clause of its own: "before it jumped to $5 billion in 2006"."""
_EVENT: Final = re.compile(r"[dvy&,]*(B)[dv]*(?:[E'wvrKC-]{1,8}[oi])?[dv]*(P),")
"""What the sentence opens with: after what happened then it tells."""
_EXPLAINS: Final = re.compile(r"(?<=[NEC]),(?:W|v?w)[^,;:\"Q%M]{1,20},(?=[dvA]*[TUL])")
"""A clause, or a quality, between a flow and its verb: ", which peaked in May,", ", stagnant for three months,"."""


def is_event(sentence: Sentence, at: int) -> bool:
    """ "After the crisis of August 2008, sales fell 5 %": the time of what was before, and of no figure."""
    found = _EVENT.match(sentence.codes)
    return found is not None and found.start(2) == at and says(sentence.items[found.start(1)], "temporal")


def in_explanation(sentence: Sentence, at: int) -> bool:
    """ "Imports, which hit a record in August, fell 4 %": whether a time says when something else was so."""
    return any(found.start() < at < found.end() for found in _EXPLAINS.finditer(sentence.codes))


def is_of_other_clause(sentence: Sentence, figure: int, at: int) -> bool:
    """Whether a time behind a figure stands in a clause that tells of something else than the figure's."""
    if at < figure:
        return False
    codes, items = sentence.codes, sentence.items
    if "A" not in codes[:figure] and _AND_EXPECTS.search(codes, figure + 1, at) is not None:
        return True  # "the 5 % fall was due to prices, and they expect a recovery this year"
    if _was_then(sentence, figure, at):
        return True
    joined = _words(_JOINT, codes, figure, at)
    having = _words(_HAVING, codes, figure, at)
    nouns = _words(_NOUN_THAT, codes, figure, at)
    return (
        any(says(items[place], "clause_joints") for place in joined)
        or any(says(items[place], "having_done") for place in having)
        or any(says(items[place], "relatives") for place in nouns)
    )


def is_counted_beside(sentence: Sentence, figure: int, at: int) -> bool:
    """ "38 % more than in 2009 and up 393 % over the last 16 years": what only the figure beside is counted over."""
    counted = sentence.items[at].ref.rule == "window"
    return counted and at > figure and _AND_OVER.search(sentence.codes, figure + 1, at) is not None


def is_then(sentence: Sentence, figure: int) -> bool:
    """Whether a figure is only what the one before it was at another time: "a share of 9 %, which was 8 % in 2021"."""
    places = (at for at in range(figure) if sentence.codes[at] == sentence.codes[figure])
    ends = ((at, _WHICH_WAS.match(sentence.codes, at + 1)) for at in places)
    return any(
        found is not None and found.start("figure") == figure and _was_then(sentence, at, found.end() - 1)
        for at, found in ends
    )


def _was_then(sentence: Sentence, figure: int, at: int) -> bool:
    found = _WHICH_WAS.match(sentence.codes, figure + 1)
    if found is None or found.end() - 1 != at:
        return False
    first, second = sentence.items[figure].ref, sentence.items[found.start("figure")].ref
    return bool(first.kind == second.kind and first.unit == second.unit)


def is_of_past(sentence: Sentence, figure: int, at: int) -> bool:
    """ "Began in the 1990s, and today make up 8 %": whether a time is over when the text comes to what is so now."""
    if tense_of(sentence, figure) != PRESENT:
        return False
    now = (place for place in range(at + 1, figure) if _is_now(sentence, place))
    return any(not _CLAUSE_ENDS.isdisjoint(sentence.codes[at:place]) for place in now)


def _is_now(sentence: Sentence, place: int) -> bool:
    return sentence.codes[place] in "vw" and says(sentence.items[place], "nowadays")


def _words(pattern: re.Pattern[str], codes: str, first: int, last: int) -> list[int]:
    """Where the word of each match stands between two places."""
    return [found.start(1) for found in pattern.finditer(codes, first + 1, last)]
