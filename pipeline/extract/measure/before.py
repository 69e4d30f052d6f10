"""What a figure measures because the one before it in its sentence did: said again, next in a row, a part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pipeline.claim import Claim
from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Frame
from pipeline.extract.phrase.ongoing import aims_of_both
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says, speaks

ENTRIES: Final = frozenset({"entry", "goods-entry", "next-part"})
"""Readings of the further entries of a list."""
_THESE_WERE: Final = re.compile(r"(?:d|r|[dvw]{0,2}l)[dvw]{0,2}[Ll]?:?[dvwCE&,-]{0,14}[CE][wC&,-]{0,8}\(%\)")
CURRENCY_CODE: Final = 3
"""Letters of a currency in ISO 4217."""


def measure_before(sentence: Sentence, binding: Binding, claims: Mapping[int, Claim], frame: Frame) -> str | None:
    """The measure that a figure takes over from the ``claims`` of those before it; None where it has its own."""
    if sentence.codes[binding.figure] == "%" and is_of_moves_told(sentence, frame):
        return "change"
    if binding.rule == "continued" and aims_of_both(sentence, binding.figure):
        return "level"
    return _part(sentence, binding, claims) or _restated(sentence, binding, claims)


def is_of_moves_told(sentence: Sentence, frame: Frame) -> bool:
    """ "Three products saw increases. These were tea (5 %), tin (4 %) and …": the moves that were announced before."""
    return frame.moves is not None and _THESE_WERE.match(sentence.codes) is not None


def _restated(sentence: Sentence, binding: Binding, claims: Mapping[int, Claim]) -> str | None:
    """ "Fell 4 %, or $7 million (€6 million)": what says the same again as an amount measures what the first did.

    So do the figures of a row: "which fell by $3 million and $2 million respectively".
    """
    if binding.previous is None or sentence.codes[binding.figure] != "Q":
        return None
    claim = claims.get(binding.previous.figure)
    if claim is None or claim.measure != "change":
        return None
    joint, unit = sentence.items[binding.previous.figure + 1 : binding.figure], sentence.items[binding.figure].ref.unit
    either = binding.rule == "or" and any(says(item, "restating") for item in joint)
    in_row = speaks(sentence, "respectively") or binding.rule == "bracket"
    either = either or (in_row and _in_row_of_changes(sentence, binding, claims))
    return claim.measure if either or (binding.rule == "bracket" and is_converted(claim, unit)) else None


def _in_row_of_changes(sentence: Sentence, binding: Binding, claims: Mapping[int, Claim]) -> bool:
    """ "By 5 % ($3 billion) and 4 % ($2 billion)": the second amount in brackets is what the first was."""
    before = next((at for at in reversed([*claims]) if sentence.codes[at] == "Q"), None)
    if before is None or set(sentence.codes[before + 1 : binding.figure]) - set(")(,&%dv"):
        return False
    return claims[before].measure == "change"


def _part(sentence: Sentence, binding: Binding, claims: Mapping[int, Claim]) -> str | None:
    """ "Grew by $3 billion, including $2 billion with Peru and $1 billion with Chile": parts of it are changes too."""
    before, previous = sentence.codes[: binding.figure].rstrip("dv"), binding.previous
    whole: int | None = None
    if before.endswith("l"):
        whole = max((at for at in sentence.figures() if at < binding.figure), default=None)
    elif binding.rule in ENTRIES and previous is not None and "l" in sentence.codes[: previous.figure]:
        whole = previous.figure
    claim = claims.get(whole) if whole is not None else None
    same = claim is not None and claim.unit == sentence.items[binding.figure].ref.unit
    return "change" if same and claim is not None and claim.measure == "change" and _is_currency(claim.unit) else None


def is_converted(claim: Claim, unit: str | None) -> bool:
    """Whether a figure in this unit can be the amount before it in another currency."""
    return unit != claim.unit and all(_is_currency(one) for one in (unit, claim.unit))


def _is_currency(unit: str | None) -> bool:
    return unit is not None and len(unit) == CURRENCY_CODE and unit.isupper()
