"""Who says "we" and "our two countries": the country of the minister or ambassador whose words the sentence gives."""

from __future__ import annotations

import re
from typing import Final

from pipeline.economy import find_economies
from pipeline.extract.frame import Known
from pipeline.extract.query import Query
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import says, says_last

_OFFICE_OF: Final = re.compile(r"E'?[wOxCNv-]{0,4}")
_OF: Final = re.compile(r"o[dv]*E")
_POSTED: Final = re.compile(r"(?:[dv]*o[dv]*E)?[dv]*[tiu][dv]*E")
_OFFICE_NAMED: Final = re.compile(r"o[dvwCNOi&,]{0,6}([EG])")
"""Behind a title: the office by its whole name, which a source may hold ("minister of the development of Peru")."""
TITLE_REACH: Final = 5


def speaker_known(sentence: Sentence) -> Known | None:
    """Whose minister or ambassador the sentence lets speak, with the characters that say so."""
    at = speaker_home(sentence)
    if at is not None:
        item = sentence.items[at]
        return Known(value=item.ref.code, start=item.start, end=item.end)
    titles = (at for at, item in enumerate(sentence.items) if _is_title(item))
    found = next((found for at in titles if (found := _OFFICE_NAMED.match(sentence.codes, at + 1))), None)
    if found is None:
        return None
    item = sentence.items[found.start(1)]
    named = find_economies(item.text)[:1]
    return next((Known(value=one.code, start=item.start + one.start, end=item.start + one.end) for one in named), None)


def speaker_home(sentence: Sentence) -> int | None:
    """The item of the economy that the sentence's speaker has an office of ("Lithuania's economy minister")."""
    for at, item in enumerate(sentence.items):
        if _is_title(item):
            return _of_title(sentence, at)
    return None


def speaks_again(sentence: Sentence) -> bool:
    """Whether a sentence lets somebody speak whom only a title names: "the deputy minister said"."""
    return any(_is_title(item) for item in sentence.items) and speaker_known(sentence) is None


def _is_title(item: Item) -> bool:
    """Whether an item is a title, alone or with the office before it: "minister", "trade minister"."""
    return item.code in "wx" and says_last(item, "titles")


def speaker_before(query: Query) -> Known | None:
    """Whose words the text goes on to give: none where the sentence names the other of the two, not only as partner."""
    frame = query.frame
    sides = {side.value for side in (*(frame.pair or ()), *(frame.topic or ()))}
    partners = {side.index for nominal in query.nominals for side in nominal.partners}
    named = {item.ref.code for at, item in enumerate(query.sentence.items) if item.code == "E" and at not in partners}
    another = frame.speaks is None or named & (sides - {frame.speaks.value})
    return None if another else frame.speaks


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
