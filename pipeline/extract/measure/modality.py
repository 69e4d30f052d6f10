"""Whether a figure is reported, aimed at, expected or denied, and whether an aim was reached."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from pipeline.claim import SUPERSEDED
from pipeline.extract.binding.bind import Binding
from pipeline.extract.period.times import Times
from pipeline.extract.query import Slot
from pipeline.extract.row.compared import compared_stretches, stretch_of
from pipeline.extract.row.dashed import dashed_entry
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import holds_phrase, says
from pipeline.period import Period

REPORTED: Final = "reported"
TARGET: Final = "target"
PROJECTED: Final = "projected"
DENIED: Final = "denied"
_IS_REVISED: Final = re.compile(r"(?:^|[dfgti])v?L$")
"""Before a figure that is called revised itself: "from an upwardly revised $4 billion"."""
_NEXT: Final = re.compile(r"[,;Q%Mfg]")


def said_modality(sentence: Sentence, binding: Binding) -> tuple[str, bool]:
    """What the words beside a figure make it; and whether it lies ahead, in no period that the text has settled."""
    owned = sentence.codes[: binding.figure].rstrip("dv").endswith("P'")  # "… and April's 3 %"
    named = dashed_entry(sentence, binding.figure) is not None  # "waters not containing sugar – $3 million; …"
    for index in () if owned or named else range(binding.figure - 1, -1, -1):
        code = sentence.codes[index]
        if code == "A" and _is_what_was(sentence, index, binding.figure):
            break
        if code == "A" and not _of_clause_before(sentence, index, binding.figure) and not _says_only(sentence, index):
            return (PROJECTED, False) if _had_expected(sentence, index) else _of_cue(sentence, index)
        if code in "y;":
            break
    after = sentence.codes[binding.figure + 1 : binding.figure + 4]
    if after.lstrip("vJT-").startswith("A"):  # "the 5 % growth expected"
        return _of_cue(sentence, binding.figure + 1 + after.index("A"))
    return REPORTED, False


def _is_what_was(sentence: Sentence, index: int, figure: int) -> bool:
    """ "Expected to rise from $4 billion to $5 billion", "could hit $5 billion, double the $2 billion of 2019"."""
    stretch = stretch_of(compared_stretches(sentence), figure)
    return stretch is not None and index < stretch.opener


def _had_expected(sentence: Sentence, index: int) -> bool:
    """ "Analysts were expecting the gap would widen to $5 billion": of the time that has just been reported."""
    before = sentence.items[:index]
    expected = any(item.cue is not None and item.code == "A" and not item.cue.future for item in before)
    return expected and says(sentence.items[index], "would") and any(says(item, "forecasters") for item in before)


def _of_clause_before(sentence: Sentence, index: int, figure: int) -> bool:
    """ "It did not revise the deficit, which hit $5 billion": what is denied is told before the relative clause."""
    cue = sentence.items[index].cue
    return cue is not None and cue.modality == DENIED and "W" in sentence.codes[index:figure]


def _says_only(sentence: Sentence, index: int) -> bool:
    """ "If calculated in euros", "it should be noted that": how it is counted, or that it is said, and no more."""
    following = sentence.items[index + 1 : index + 3]
    clause = sentence.codes.find(",", index)
    end = sentence.items[clause - 1 : clause] if says(sentence.items[index], "if") else ()
    return any(says(item, "counting") for item in (*following[:1], *end)) or any(
        says(item, "remarking") for item in following
    )


def _of_cue(sentence: Sentence, index: int) -> tuple[str, bool]:
    cue = sentence.items[index].cue
    return (cue.modality, cue.future) if cue is not None and cue.modality else (REPORTED, False)


def coming(modality: str, sentence: Sentence, times: Times, published: date | None) -> str:
    """What is told of a time that begins after publication is aimed at ("to $5 billion by 2030") or expected."""
    if modality != REPORTED or published is None or times.period is None or times.period.inherited:
        return modality
    if Period.parse(times.period.value).first <= (published.year, published.month):
        return modality
    before = [item.code for item in sentence.items if item.start < times.period.start and item.code not in "dv"]
    return TARGET if before[-1:] == ["b"] else PROJECTED


def is_of_pledge(sentence: Sentence, figure: int, period: Slot | None) -> bool:
    """ "Last year they pledged to raise trade to $5 billion": when the aim was set, which is no time of it.

    So is "agreed to raise it to $5 billion at a meeting in May"; but "pledged to buy goods for $5 billion in May".
    """
    items = sentence.items
    at = next((at for at, item in enumerate(items) if period and item.code == "P" and item.start == period.start), None)
    if at is None or items[at].ref.role == "by":
        return False
    if at < figure:
        return any(says(item, "pledging") for item in items[at + 1 : figure])
    aimed = any(says(item, "pledging") for item in items[:figure])
    return aimed and any(says(item, "meetings") for item in items[figure + 1 : at])


def status_of(sentence: Sentence, binding: Binding, modality: str) -> str | None:
    """Whether a target is said to be reached ("hitting the 70-billion target"), or a figure to be revised since."""
    if _is_superseded(sentence, binding):
        return SUPERSEDED
    if modality != TARGET:
        return None
    return "reached" if any(item.cue is not None and item.cue.attained for item in sentence.items) else None


def _is_superseded(sentence: Sentence, binding: Binding) -> bool:
    """ "Was revised to $5 billion from $4 billion": what a figure was before it was revised, for the same time.

    So is one that is told of as it was first given: "had previously reported a deficit of $4 billion". What is called
    revised itself is what holds now: "up from a revised $4 billion in May".
    """
    before = sentence.items[: binding.figure]
    if any(holds_phrase(text, "reported_before") for text in _around(sentence, binding.figure)):
        return True
    if _IS_REVISED.search(sentence.codes[: binding.figure]) and _is_revision(before[-1]):
        return False
    return binding.base and any(map(_is_revision, before))


def _around(sentence: Sentence, figure: int) -> tuple[str, str]:
    """The text of a sentence up to a figure, and from it up to the next figure or comma."""
    item, end = sentence.items[figure], _NEXT.search(sentence.codes, figure + 1)
    last = len(sentence.text) if end is None else sentence.items[end.start()].start - sentence.start
    return sentence.text[: item.start - sentence.start], sentence.text[item.end - sentence.start : last]


def _is_revision(item: Item) -> bool:
    return item.cue is not None and item.cue.revised
