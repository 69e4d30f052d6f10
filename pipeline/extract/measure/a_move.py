"""An amount that is how far something moved: "a $5 billion fall", the next of a row of such moves."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says, says_any

_BRACKETED: Final = re.compile(r"\([^()]*\)")
_MOVE_TOLD: Final = re.compile(
    r"(?:^|[,;y])[dv\"]*[KU]?[dvw]{0,2}[TJ](?:[io][^Q%TU;y(]{0,12}?N)?[^Q%NTU;y(]{0,6}[LB][^Q%TU;y]*\([dv]*$"
)
"""Before a figure in brackets: a change is what the clause is about, so that the brackets hold the parts of it."""
_MOVE_OWED: Final = re.compile(r"\)[^()Q%TUN;y]*(?:\([^()]*\)[^()Q%TUN;y]*)*[SL][dv]*K?[dvw]*[TJ]")
"""Behind a figure in brackets: a change is what its goods or partners are said to account for."""
_MOVE_NOUN: Final = re.compile(r"-?[vwP]{0,3}[TJ][io]")
_MOVE_ALONE: Final = re.compile(r"-?v*[TJ](?=[,;.\")&P]|$)")
""" "Registered a $24 billion increase, …"."""
_ROW_OF_MOVES: Final = re.compile(r"[TJ]o[dv]*Q(?:\(%\))?i[dvwNoC&-]{1,14}[,&]{1,2}[dv]*$")
_IN_GOODS: Final = re.compile(r"(?:\(%\))?i[dvw]{0,3}C")
"""Before and behind the next of a row of moves: "increases of $5 million (3 %) in tin and $2 million (4 %) in zinc"."""


def is_a_move(sentence: Sentence, figure: int) -> bool:
    """ "Reflecting a $5 billion fall in exports": with the article amount and move are one noun, whatever is before."""
    articled = figure > 0 and says_any(sentence.items[figure - 1], "indefinite", "definite")
    if not articled:
        return (
            _ROW_OF_MOVES.search(sentence.codes[:figure]) is not None
            and _IN_GOODS.match(sentence.codes, figure + 1) is not None
        )
    alone = _MOVE_ALONE.match(sentence.codes, figure + 1)
    if alone is not None and (sentence.codes[alone.end() - 1] == "J" or says(sentence.items[alone.end() - 1], "moves")):
        return True
    return _MOVE_NOUN.match(sentence.codes, figure + 1) is not None


def part_of_move(sentence: Sentence, figure: int) -> bool:
    """ "The increase was due to cars (€5 million)", "cars (€5 million) accounted for the increase": a part of it."""
    codes = sentence.codes
    if not codes[:figure].rstrip("dv").endswith("(") or codes[: figure - 1].rstrip("dv")[-1:] in FIGURES:
        return False
    led = _MOVE_TOLD.search(_BRACKETED.sub("", codes[:figure])) is not None
    return led or _MOVE_OWED.match(codes, figure + 1) is not None
