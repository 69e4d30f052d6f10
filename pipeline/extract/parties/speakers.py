"""Who says "we" and "our two countries": the country of the minister or ambassador whose words the sentence gives."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_OFFICE_OF: Final = re.compile(r"E'?[wOxCNv-]{0,4}")
_OF: Final = re.compile(r"o[dv]*E")
_POSTED: Final = re.compile(r"(?:[dv]*o[dv]*E)?[dv]*[tiu][dv]*E")
TITLE_REACH: Final = 5


def speaker_home(sentence: Sentence) -> int | None:
    """The item of the economy that the sentence's speaker has an office of ("Lithuania's economy minister")."""
    for at, item in enumerate(sentence.items):
        if item.code == "w" and says(item, "titles"):
            return _of_title(sentence, at)
    return None


def posted_pair(sentence: Sentence) -> tuple[int, int] | None:
    """The items of the two economies of an ambassador: "the ambassador of Georgia to Kazakhstan"."""
    for at, item in enumerate(sentence.items):
        home = _of_title(sentence, at) if item.code == "w" and says(item, "envoys") else None
        posted = _POSTED.match(sentence.codes, at + 1)
        if home is not None and posted is not None and posted.end() - 1 != home:
            return home, posted.end() - 1
    return None


def _of_title(sentence: Sentence, at: int) -> int | None:
    """The economy whose office a title is, right behind it ("minister of Peru") or before it ("Peru's minister")."""
    behind = _OF.match(sentence.codes, at + 1)
    if behind is not None:
        return behind.end() - 1
    for place in range(at - 1, max(-1, at - 1 - TITLE_REACH), -1):
        if sentence.codes[place] == "E":
            return place if _OFFICE_OF.fullmatch(sentence.codes[place:at]) else None
    return None
