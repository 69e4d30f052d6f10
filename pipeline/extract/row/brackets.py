"""What stands in brackets: a figure there goes with what stands right before them, or with the time right behind."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pipeline.extract.row.items import FIGURES, Sentence

_TOLD: Final = re.compile(r"[dvwyLNEoCK':@(]*|y.*")
"""What may stand between a bracket and its figure: "(95 tonnes", "(sales of $5 billion", "(when it sold $5 billion"."""
_NO_FIGURES: Final = str.maketrans(dict.fromkeys(FIGURES, "w"))
_OF_OTHER: Final = re.compile(r",&?[dvwL]{0,3}%[dv]*o[^,;%QM()]{0,9}O[^,;%QM()N]{0,3},?")
_TIME_BEFORE: Final = re.compile(r"(P)[dv]*w?[dv]*$")
_COMPARED: Final = re.compile(r"[gf][dv]*P$")
"""A time before a bracket that tells what it was then: "more than a year earlier ($5 billion)"."""
_ALONE: Final = re.compile(r"(?<=Q)(?:[dv]*o[dvw]*C)?[dv]*\([dv]*Q\)")
"""An amount in a bracket of its own, right behind another and the goods that it is of."""
_TIME_BEHIND: Final = re.compile(r"[dv]*i[dv]*P")


@lru_cache(maxsize=256)  # asked for by all who read a figure, of each figure of a sentence
def brackets(codes: str) -> tuple[tuple[int, int], ...]:
    """The places of the outermost brackets that close again: of what opens each and of what closes it."""
    found, depth, start = [], 0, 0
    for at, code in enumerate(codes):
        if code == "(":
            start = at if depth == 0 else start
            depth += 1
        elif code == ")" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at))
    return tuple(found)


def insertions(codes: str) -> list[tuple[int, int]]:
    """The brackets, and the asides on what part an amount is of another topic: "$12 billion, or 3 % of GDP, to …"."""
    asides = ((found.start(), found.end() - 1) for found in _OF_OTHER.finditer(codes))
    return sorted({*brackets(codes), *asides})


@lru_cache(maxsize=256)
def without_brackets(codes: str) -> str:
    """The codes less whatever is only inserted."""
    for first, last in reversed(insertions(codes)):
        codes = codes[:first] + codes[last + 1 :]
    return codes


def time_of_bracket(sentence: Sentence, figure: int) -> int | None:
    """The time that a figure in brackets is for: "from 2022 (97 tonnes) to 2023", "$3 billion (4 %) in 2004".

    A bracket that names a time of its own, or what its figure is compared with, is none of these.
    """
    codes = sentence.codes
    place = next(((first, last) for first, last in brackets(codes) if first < figure < last), None)
    if place is None or "P" in codes[place[0] : place[1]]:
        return None
    start, end = place
    before = codes[:start].rstrip("dv")
    behind = _TIME_BEHIND.match(codes, end + 1)
    if before[-1:] in FIGURES and behind is not None:
        return behind.end() - 1
    time = _TIME_BEFORE.search(before)
    dated = time is not None and (
        sentence.items[time.start()].ref.kind in {"absolute", "partial"} or _COMPARED.search(before) is not None
    )
    if time is None or not dated or _TOLD.fullmatch(codes[start + 1 : figure].translate(_NO_FIGURES)) is None:
        return None
    when = codes[start + 1 : figure].startswith("y")
    return time.start() if codes[figure] == "Q" or when else None


def former_in_bracket(sentence: Sentence, figure: int) -> bool:
    """ "Peru 500,000 tonnes (600,000), Chile 300,000 (400,000)": an amount in the unit of the one before it.

    It is what that one was before; in another unit it would be the same amount again.
    """
    before = sentence.codes.rfind("Q", 0, figure)
    if sentence.codes[figure] != "Q" or before < 0 or _ALONE.fullmatch(sentence.codes, before + 1, figure + 2) is None:
        return False
    first, second = sentence.items[before].ref, sentence.items[figure].ref
    return first.unit is not None and first.unit == second.unit and first.value != second.value
