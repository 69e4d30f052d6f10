"""Moves of several goods or partners that a sentence counts without figures, and the next one lists with theirs."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.phrase.passages import Passage
from pipeline.extract.row.words import spoken

_THEY_MOVED: Final = re.compile(r"(?:[LS][dvwK]{0,4}|(?<=[wC])[vA]*)([TJ])(?:[dv]*i?[dv]*P)?[dvw]{0,2}[\":]*$")
"""At the end of a sentence: what they did, "recorded annual increases in 2022", "… fell"."""
_MOVES_SEEN: Final = re.compile(r"(?:[dvwPi,]*wL)?[dvwK]{0,3}([TJ])[LvwA]{0,3}i[^TJNVF]*$")
"""A sentence on nothing else: "Declines were recorded in four product groups"."""


def moves_announced(passage: Passage) -> int | None:
    """+1 or -1 where a sentence without figures says which way several groups went; None where it does not."""
    sentence = passage.sentence
    if sentence.figures():
        return None
    found = _THEY_MOVED.search(sentence.codes) or _MOVES_SEEN.match(sentence.codes)
    if found is None or not spoken(tuple(item for item in sentence.items if item.code in "wC"), "several_groups"):
        return None
    cue = sentence.items[found.start(1)].cue
    return cue.sign if cue is not None and cue.sign in {-1, 1} else None
