"""Times that belong to another figure: what one is compared with, when it was said, since when a change is counted."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.period.set_against import is_base_of_pair
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says, says_first

RECALLING: Final = frozenset({"recalled", "recalled-unit", "recalled-months"})
"""Time phrases that mean the time that the text is on."""
_SAME: Final = RECALLING | {
    "following-unit",
    "unit-later",
    "that-year",
    "whole-year",
    "whole-year-owning",
    "same-without-year",
    "same",
}
"""Anaphoric time phrases that can say what a figure itself is for."""
_EARLIER: Final = frozenset({"earlier", "year-earlier", "previous-unit", "ago"})
_OF_NEXT_AMOUNT: Final = re.compile(r"Q[dv]*(?:o[dv]*C[Cw]*)?i[dv]*P[dv]*,?[dv]*[&,][dvwLNp]{0,4}Q[dvi]*$")
"""Before a time: an amount with another, and the amount of this one ("$5 billion in 2010 and a mere $2 billion")."""
UP_FROM: Final = re.compile(r"U[dv]*f[dv]*$")
"""Before a figure that another has moved from: "up from", "down from"."""
_SAID_THEN: Final = re.compile(r"P[^EQ%MNVTLPC]*$")
_BY_WHOM: Final = re.compile(r"b[dvw]{0,2}[GECw]['GECwN]{0,3}$")
"""Between a word for telling and its time: "published by the customs office last month"."""
_BELOW: Final = re.compile(r"[%Q]U(?:[dpvwK]{0,4}o|[dp][vwK]{1,3}o?)$|Md[vwK]{0,3}o$")
_CHANGE_IN: Final = re.compile(r"d[v]*[%Q]-?w?[TJ]i[dv]*$")
_COUNTED_IN: Final = re.compile(r",v*d[wK]{1,3}[TJ][iw]{0,2}P$")
"""The time in which moves are counted: "fell 5 %, the third decline so far this year, to $4 billion"."""
_SUBJECT: Final = re.compile(r"(?:^|[,;&y(])[dvw]*(?:E'|p)?[vwKCE]*N(?:[thfob][dv]*[Er])?[io][dv]*$")
_TELLS: Final = re.compile(r"v?(?:L|V|T(?![dv]*[iw]?P))(?:dP)?[^,;yP]{0,6}[Q%]")
"""Before and behind a time: the flow that is told of as of then, and the verb with its figure."""
_OWNS_SUBJECT: Final = re.compile(r"'[dvwC]{0,3}N[dv]{0,2}L[dvw]{0,3}Q")
""" "The previous month's deficit was $5 billion": behind a time that owns what the clause is about."""
_OPENS: Final = re.compile(r"[dvy&]*i[dv]*")
_MOVES_THEN: Final = re.compile(r",?[dv]*(?:E'?|p)?[vwKC]*N[^,;yPQ%]{0,8}[TL][dv]*b?[Q%](?![^;y]*P)")
"""Before and behind "the previous month": what it did then, with no other time in its clause."""
_CLAUSE_ENDS: Final = frozenset(",;Q%MP")
_CLAUSE_REACH: Final = 16
_SHORTEST_CLAUSE: Final = 3
"""Items of a clause with subject and verb, so that "since 2019" and "since the end of 2019" are none."""


def is_comparison(sentence: Sentence, index: int) -> bool:
    """Whether a time phrase says what a figure is compared with, or when it was published, and not what it is for."""
    if is_said(sentence, index) or is_base_of_pair(sentence, index):
        return True
    if _COUNTED_IN.search(sentence.codes[: index + 1]) is not None:
        return True
    mention = sentence.items[index].ref
    if mention.rule in _EARLIER and _OF_NEXT_AMOUNT.search(sentence.codes[:index]) is not None:
        return False
    if mention.comparison is not None or (mention.kind == "anaphoric" and mention.rule not in _SAME):
        return not (_of_change_behind(sentence, index) or _of_subject(sentence, index))
    apposed = sentence.codes[:index].rstrip("dv,")
    parted = sentence.codes[:index].rstrip("dv").endswith(",")
    if parted and apposed[-1:] == "P" and sentence.items[len(apposed) - 1].ref.comparison is not None:
        return True
    starts = mention.role == "from" and not (mention.rule == "months" and _is_stretch(sentence.codes, index))
    return mention.role == "base" or starts or _is_compared(sentence, index) or since_clause(sentence, index)


def _is_stretch(codes: str, index: int) -> bool:
    """ "From Oct-Dec, exports rose 5 %": months that the figures are for; but "up 5 % from Oct-Dec"."""
    return codes[:index].rstrip("dvf")[-1:] not in {*FIGURES, "T", "U", "J"}


def since_clause(sentence: Sentence, index: int) -> bool:
    """ "… have doubled since Italy joined in 2019": the time of what a change is counted from."""
    for at in range(index - 1, max(-1, index - _CLAUSE_REACH), -1):
        if sentence.codes[at] in _CLAUSE_ENDS:
            return False
        if says(sentence.items[at], "since"):
            then = says(sentence.items[at + 1], "back_then")  # "since then, sales have risen so much that in 2023 …"
            return index - at > _SHORTEST_CLAUSE and not then
    return False


def is_said(sentence: Sentence, index: int) -> bool:
    """ "…, the agency noted in January.": when it was said; but "$5 billion reported in the same month of 2019"."""
    if says_first(sentence.items[index], "same_time"):
        return False
    before = sentence.codes[:index].rstrip("idv")
    named = _BY_WHOM.search(before)
    before = before[: named.start()] if named is not None else before
    last = _SAID_THEN.match(sentence.codes, index) is not None
    return last and bool(before) and says(sentence.items[len(before) - 1], "saying")


def _of_change_behind(sentence: Sentence, index: int) -> bool:
    """ "…, and a 5.1 % jump in the prior month": the time of a change that is a noun, not what it is compared with."""
    return _CHANGE_IN.search(sentence.codes[:index]) is not None


def _of_subject(sentence: Sentence, index: int) -> bool:
    """Whether a clause is about what an earlier time had, which is then no comparison.

    "The deficit in the previous year was $5 billion", "The previous month's deficit was $5 billion", "In the previous
    month, sales rose 2 %".
    """
    codes, rule = sentence.codes, sentence.items[index].ref.rule
    if rule in _EARLIER and _OPENS.fullmatch(codes, 0, index) is not None and _MOVES_THEN.match(codes, index + 1):
        return True
    if _OWNS_SUBJECT.match(codes, index + 1) is not None and codes[:index].rstrip("dv")[-1:] in {"", *",;&y"}:
        return True
    return _SUBJECT.search(codes[:index]) is not None and _TELLS.match(codes, index + 1) is not None


def _is_compared(sentence: Sentence, index: int) -> bool:
    """Whether "compared with", or "from the same", stands before a time phrase; "over" only says how long."""
    before = sentence.codes[:index].rstrip("dvi")
    if before and says(sentence.items[len(before) - 1], "same_time"):
        before = before[:-1].rstrip("dvi")
        if before[-1:] == "f":
            return True
    if _BELOW.search(before):
        return True  # "5 % below the peak of 2022"
    return before[-1:] == "g" and not says(sentence.items[len(before) - 1], "duration")
