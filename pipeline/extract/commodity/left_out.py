"""What a sentence leaves out before it names its flow: "Excluding ships, the trade gap narrowed to $5 billion"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import wording

_ENDS: Final = "dv,"
_TOLD: Final = re.compile(r"[NQ%MTSV]")
"""What begins to tell something: up to there a phrase at the head of a sentence may reach."""
_GOES_ON: Final = re.compile(r",[dv]*r[Lvdb]*$")
"""Behind such a phrase and before a figure of the flow that was told of last: "without ships, it was"."""
_IN_BRACKETS: Final = re.compile(r"N[^Q%MN;]*\(([^()Q%MN]+)\)[^Q%MN;()]*$")
"""Brackets behind a flow, and the rest up to its figure."""


def left_out(sentence: Sentence, text: str) -> Known | None:
    """The phrase at the head of a sentence that leaves something out of its figures, as printed; None for none."""
    if not sentence.text.lower().startswith(_words()):
        return None
    found = _TOLD.search(sentence.codes, 1)
    if found is None or (found[0] != "N" and _GOES_ON.search(sentence.codes[: found.start()]) is None):
        return None
    last = _owner(sentence.codes, found.start()) if found[0] == "N" else sentence.codes.index(",")
    phrase = sentence.codes[:last].rstrip(_ENDS)
    start, end = sentence.items[0].start, sentence.items[len(phrase) - 1].end
    named = text[start:end].lower() not in wording("leaving_out")  # "other than that" leaves nothing out
    return Known(value=text[start:end], start=start, end=end) if named else None


def left_out_in_brackets(sentence: Sentence, text: str, figure: int) -> Known | None:
    """What brackets between a flow and its figure leave out of it: "exports (excluding tea) were $5 billion"."""
    found = _IN_BRACKETS.search(sentence.codes[:figure])
    if found is None:
        return None
    start, end = sentence.items[found.start(1)].start, sentence.items[found.end(1) - 1].end
    leaves = any(text[start:end].lower().startswith(words) for words in _words())
    return Known(value=text[start:end], start=start, end=end) if leaves else None


def _owner(codes: str, flow: int) -> int:
    """Where the flow's own words begin: at "Peru's" before "exports"."""
    owner = re.search(r"[Ep]'?[vw]{0,2}$", codes[:flow])
    return flow if owner is None or owner.start() < 2 else owner.start()


def _words() -> tuple[str, ...]:
    return tuple(f"{one} " for one in wording("leaving_out"))
