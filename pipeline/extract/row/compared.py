"""Where a sentence only compares: the stretches whose figures and times are not those that it tells of.

A reader keeps two times in mind, the one that the text reports and the one that it compares with, and words move
between them: "compared with", "than", "against", "from" before a figure, and brackets open a stretch of the second
kind, which lasts to the end of its phrase. Behind it the text is back at the first: "…, against imports of $4 billion
in May 2022, an increase of 5 %".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.extract.row.items import FIGURES, Item, Sentence
from pipeline.extract.row.words import says, says_last

_OPENERS: Final = frozenset("gfBuvUML")
_ENDS: Final = frozenset(',;:yW"')
_NOUN_BEFORE: Final = re.compile(r"[dwJ%Q]$")
_GOES_ON: Final = re.compile(r"[idvo]*P")
_FIGURE_NEXT: Final = re.compile(r"[dvwLAKNCo'P]{0,4}[Q%M]|[dp][vwKP]{1,5}o[dv]*[Q%M]")
_GROWTH_NEXT: Final = re.compile(r"[dp][vwK]{0,3}[JT][vwL]{0,2}i?[dv]*P")
_SEEN_NEXT: Final = re.compile(r"[dp]?[vwKNL]{1,4}[io][dv]*P")
_MOVE_OF: Final = re.compile(r"[dp][vwK]{0,3}[TJN][^Q%M,;y]{0,10}P")
_OWNED_LEVEL: Final = re.compile(r"[dv]*P'?[vw]{0,2}[wN]")
_BRACKET: Final = re.compile(r"\([^()]*\)")
_THE_FIGURE: Final = re.compile(r"d[Q%M]")
_TO_FIGURE: Final = re.compile(r"[dv]*[Q%M]")
_SAID_ALL: Final = FIGURES | {"P"}
_MOVED: Final = FIGURES | {"U", "T"}
_LEVEL_NEXT: Final = re.compile(r"[dp]?[vwKNL]{1,4}L?[io][dv]*P")
_LEVEL_OF: Final = re.compile(r"d[vwK]{0,3}o[dvw]{0,2}P")
_MARK_NEXT: Final = re.compile(r"(?:[dpvwK]{0,4}o|[dp][vwK]{1,3}o?)[dv]*P|[dvwK]*Q|[vwK-]{1,4}Pw")
_TIME_NEXT: Final = re.compile(r"[idvw]{0,3}P")
_AFTER_FIGURE: Final = re.compile(r"[dvwLTJobP]{0,5}[Q%M]|[dvw]{0,3}[TJ][dv]*iP")
_TWO_TIMES: Final = re.compile(r"([dvi]*P)i?[dv]*P")
YEARS: Final = frozenset({"year", "deictic-year"})
"""Rules that read a year that is named, and one that is counted from today."""
_CLAUSE_NEXT: Final = re.compile(r"[^Q%M,;]*[NTLVU]|[dvwL]*[Q%M][dvw]*[TJU]")
_OTHER_FLOW: Final = re.compile(r"[dvwpE']{0,4}(N)[^Q%MP,;y]{0,6}Q[^Q%MP,;y]{0,8}[iw]P")
_RATE_NEXT: Final = re.compile(r"(?:[dp][vwK]{0,2}[TJP]|J)[dv]*o?[dv]*%")
"""Behind "from": the rate that was before, "an increase of 5 %"."""
_WHENCE: Final = re.compile(r"[dvw]{1,4}L")
"""Behind "imports from": whom goods come from, where a verb leads on to the figure ("from there amounted to")."""
_WORTH: Final = re.compile(r"L[dv]*Q")
_OWN_TIME: Final = re.compile(r"\([dvwLgiE:]*(?:[Q%M][dvwgiNEC]*P|P[^()Q%MTUP]*[Q%M])[dvwE]*\)")

RATES: Final = frozenset({"year-on-year", "month-on-month", "quarter-on-quarter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Items ``[first, last)`` of a sentence that only compare; ``opener`` is the word that says so."""

    opener: int
    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last


def compared_stretches(sentence: Sentence) -> tuple[Stretch, ...]:
    """The stretches of a sentence that only compare, in its order."""
    openers = [at for at, code in enumerate(sentence.codes) if code in _OPENERS and _opens(sentence, at)]
    ends = (
        _year_ago(sentence, at + 1)
        or _end(sentence.codes, at + 1, within=_depth(sentence.codes, at), of_level=_is_of_level(sentence, at))
        for at in openers
    )
    following = (_next_opener(sentence.codes, openers, number) for number in range(len(openers)))
    return tuple(
        Stretch(opener=at, first=_first(sentence.codes, at), last=min(end, after))
        for at, end, after in zip(openers, ends, following, strict=True)
    )


def _next_opener(codes: str, openers: Sequence[int], number: int) -> int:
    """The opener that ends a stretch: the next one, but for those in a bracket within it ("(revised from $5 bn)")."""
    depth = _depth(codes, openers[number])
    return next((at for at in openers[number + 1 :] if _depth(codes, at) <= depth), len(codes))


def _first(codes: str, at: int) -> int:
    """Where what an item compares with begins: behind it, and behind its bracket: "double (up 98 %) that of 2018"."""
    bracket = _BRACKET.match(codes, at + 1) if codes[at] == "M" else None
    return at + 1 if bracket is None else bracket.end()


def _year_ago(sentence: Sentence, start: int) -> int | None:
    """Behind "a year earlier", where the figure's own time follows: "5 % more than a year earlier in 2024".

    So it may behind a time that is named, of the same length: "5 % more than in 2023 in 2024".
    """
    found = _TWO_TIMES.match(sentence.codes, start)
    if found is None:
        return None
    base, own = sentence.items[found.end(1) - 1].ref, sentence.items[found.end() - 1].ref
    named = base.kind == "absolute" and (own.rule == base.rule or {base.rule, own.rule} <= YEARS)
    return found.end(1) if base.comparison is not None or named else None


def dated_brackets(sentence: Sentence) -> tuple[Stretch, ...]:
    """Brackets that hold one figure and the time that it is for: "$5 billion ($4 billion in 2022)"; not "(+3% yoy)"."""
    return tuple(
        Stretch(opener=found.start(), first=found.start() + 1, last=found.end() - 1)
        for found in _OWN_TIME.finditer(sentence.codes)
        if not _only_rates(sentence.items[found.start() : found.end()])
    )


def _only_rates(items: Sequence[Item]) -> bool:
    """Whether the times among items only say what a rate is counted against: "yoy", "month on month"."""
    return all(item.ref.rule in RATES for item in items if item.code == "P")


def stretch_of(stretches: tuple[Stretch, ...], index: int) -> Stretch | None:
    """The stretch that an item stands in."""
    return next((stretch for stretch in stretches if index in stretch), None)


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether an item opens a stretch of comparison."""
    codes, item = sentence.codes, sentence.items[at]
    following = _first(codes, at)
    before, behind = codes[:at].rstrip("dv"), codes[following:]
    told = not FIGURES.isdisjoint(before)
    if told and codes[at] in "gf" and (_is_of_level(sentence, at) or _GROWTH_NEXT.match(behind) is not None):
        return True
    if codes[at] == "g":
        if says(item, "duration") and not (told and _THE_FIGURE.match(behind)):
            return False  # "over the past year"; but "up 5 % over the $8 billion of 2022"
        if (codes[at - 1 : at] == "U" and behind[:1] == "B") or _of_other_flow(sentence, at):
            return False  # "was more than offset by"; "imports of $5 billion against exports of $4 billion in May"
        return told or not says(item, "surpassing")
    if codes[at] == "v":  # "more than the $4 billion of May": with the article it is no hedge
        figure_next = _THE_FIGURE.match(behind) is not None and says(sentence.items[at + 1], "definite")
        return told and figure_next and says_last(item, "hedge_compares")
    if codes[at] == "f":
        if before[-1:] == "N" and _WHENCE.match(behind) is not None:
            return False
        leads = _FIGURE_NEXT.match(behind) is not None or (told and _RATE_NEXT.match(behind) is not None)
        return leads and (told or before.rstrip("dviP")[-1:] in _MOVED)
    if codes[at] == "L":  # "grew 5 %, equal to the decline in 2009"
        return told and says(item, "equalling") and _MOVE_OF.match(behind) is not None
    if codes[at] == "B":
        leads = _AFTER_FIGURE.match(behind) is not None or (told and _is_of_level(sentence, at))
        return leads and says(item, "earlier_than")
    if codes[at] == "M" and _OWNED_LEVEL.match(behind) is not None:
        return True  # "double 2011 figures", "twice last year's total"
    if codes[at] == "M":  # "seven times the $8 billion of 2021", "double that of 1993"
        if _LEVEL_OF.match(behind) is not None:
            return says(sentence.items[following], "that") or _is_of_level(sentence, following - 1)
        return _THE_FIGURE.match(behind) is not None and says(sentence.items[following], "definite")
    if before[-1:] in FIGURES and says(item, "beside_level") and _SEEN_NEXT.match(behind) is not None:
        return True  # "5 % below volumes seen in May"
    if codes[at] == "U":
        return (before[-1:] in FIGURES and _MARK_NEXT.match(behind) is not None) or _THE_FIGURE.match(
            behind
        ) is not None
    on_figure = before[-1:] in FIGURES and _THE_FIGURE.match(behind) is not None
    return on_figure or (before[-1:] in _MOVED and _TIME_NEXT.match(behind) is not None)


def _of_other_flow(sentence: Sentence, at: int) -> bool:
    """Whether one flow stands against the other, and one time behind both is that of both."""
    beside = _OTHER_FLOW.match(sentence.codes, at + 1)
    if beside is None or "P" in sentence.codes[:at]:
        return False
    told = {item.cue.flow for item in sentence.items[:at] if item.code in "NV" and item.cue is not None}
    other = sentence.items[beside.start(1)].cue
    return other is not None and {"export", "import"} == told | {other.flow} and other.flow not in told


def _is_of_level(sentence: Sentence, at: int) -> bool:
    """ "Up 5 % over the value recorded in May", "from a record level in May": a level that only its time tells."""
    found = _LEVEL_NEXT.match(sentence.codes, at + 1)
    return found is not None and any(says(item, "level_nouns") for item in sentence.items[found.start() : found.end()])


def _end(codes: str, start: int, *, within: int, of_level: bool) -> int:
    """Where a stretch ends: at the end of its phrase, or of the bracket that it stands in; not in a bracket within.

    What a level of another time was goes on to be compared: "than the value recorded in May at $3 billion".
    """
    depth = within
    for at in range(start, len(codes)):
        depth += (codes[at] == "(") - (codes[at] == ")")
        if depth > within and codes[at] != "(":
            continue
        told = of_level and codes[at] in "@L" and _TO_FIGURE.match(codes, at + 1) is not None
        if depth < within or (not told and _closes(codes, start, at)):
            return at
    return len(codes)


def _closes(codes: str, start: int, at: int) -> bool:
    """Whether the phrase that begins at ``start`` is over: a clause, a verb, a bracket, what it leads to."""
    code, said = codes[at], codes[start:at]
    if code == "(":
        return codes[at - 1] not in "PQ%M"
    if code in "@L" and "P" in said and "N" not in said and _TO_FIGURE.match(codes, at + 1) is not None:
        return True  # "up 5 % from a year earlier at $3 billion"
    if code == "t":  # "from 3 to 5 billion", "on the month before to 5 billion"
        if codes[start - 1] == "B" and "T" in said and "P" not in said:
            return False  # "after slipping 2 % to $4 billion in May"
        leads_on = not _SAID_ALL.isdisjoint(said) and _TO_FIGURE.match(codes, at + 1) is not None
        return leads_on or codes[start - 1] == "f"
    if code in "TUV":  # "more than it exported in May"; but "after rising 5 % in May"
        leads_on = code != "V" and FIGURES.isdisjoint(said)
        return not leads_on and _NOUN_BEFORE.search(said) is None
    if code == "L":
        if codes[at - 1] in "QC" and _WORTH.match(codes, at) is not None:
            return False  # "than 5,000 tonnes worth $3 million"
        return not FIGURES.isdisjoint(said) and _GOES_ON.match(codes, at + 1) is None
    if code == "&":
        return _CLAUSE_NEXT.match(codes, at + 1) is not None
    return code in _ENDS


def _depth(codes: str, at: int) -> int:
    return codes.count("(", 0, at) - codes.count(")", 0, at)
