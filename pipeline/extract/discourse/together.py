"""Several economies that a sentence is about, for the next one that begins with "together they"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.parties.governed import is_governed
from pipeline.extract.phrase.passages import Passage

_LIST: Final = r"E(?:[dv]*,[dv]*E)*,?[dv]*&[dv]*E"
_SUBJECTS: Final = re.compile(rf"({_LIST})[vA]*[LTV]")
_ARE_PARTNERS: Final = re.compile(rf"N[vwP]{{0,2}}[Ll][dv]*({_LIST})[.\"]?$")


def told_together(passage: Passage) -> Known | None:
    """The sum of those whom the sentence is about: "Peru and Chile are …", "its partners are Peru and Chile"."""
    sentence = passage.sentence
    lists = _SUBJECTS.finditer(sentence.codes)
    found = next((one for one in lists if not is_governed(sentence.codes[: one.start()])), None)
    if found is None and any(nominal.cue.partner for nominal in passage.nominals):
        found = _ARE_PARTNERS.search(sentence.codes)
    if found is None:
        return None
    named = [item for item in sentence.items[slice(*found.span(1))] if item.code == "E"]
    codes = dict.fromkeys(item.ref.code for item in named)
    return Known(value="+".join(codes), start=named[0].start, end=named[-1].end)
