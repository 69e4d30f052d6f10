"""Groups without a name of their own as entries of a list: "Japan (40 %), Peru (30 %) and other countries (9 %)"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.economy import EconomyMention
from pipeline.extract.row.words import wording

_ENTRY: Final = re.compile(
    r"(?:[,;][dv]{0,2}&?|(?<=[Q%)N])&)[dv]{0,2}[lh]?[dv]{0,2}((?:[wE]-)?w{1,3})(?=[dv]*[(@]?[dvL]*[Q%])"
)
"""An entry behind another: the words between a joint and a figure."""
_TOLD: Final = frozenset("Q%")
_SIDE: Final = re.compile(r"[Q%]\)?[dv]*[tf][dv]*((?:[wE]-)?w{1,3})(?=[,.;&\")]|$)")
"""Whom a figure goes to or comes from."""
_NAMED_SIDE: Final = re.compile(r"[Q%]\)?[dv]*[tf][dv]*E")
_LETTERS: Final = re.compile(r"[^\W_]+")


def listed_groups(codes: str, words: list[str]) -> list[tuple[int, int]]:
    """The ranges of items that name a group by a noun for countries, where a list has economies as its entries."""
    named = _NAMED_SIDE.search(codes)
    entries = [found.span(1) for found in _ENTRY.finditer(codes) if _is_list(codes[: found.start(1)])]
    sides = [found.span(1) for found in _SIDE.finditer(codes, named.end())] if named is not None else []
    return [span for span in sorted({*entries, *sides}) if _is_group([word.lower() for word in words[slice(*span)]])]


def _is_list(codes: str) -> bool:
    """Whether an economy and a figure have been told."""
    return "E" in codes and not _TOLD.isdisjoint(codes)


def _is_group(words: list[str]) -> bool:
    """Whether words are a noun for countries with what tells them apart; "others" needs nothing more."""
    told_apart = len(words) > 1 and words[-1] in wording("group_nouns") and words[0] not in wording("numbers")
    return told_apart or (len(words) == 1 and words[0] in wording("others"))


def group_named(text: str, start: int, end: int) -> EconomyMention:
    """The group that is printed in ``text[start:end]``, by its own name."""
    printed = text[start:end]
    code = "-".join(_LETTERS.findall(printed.lower()))
    return EconomyMention(
        start=start, end=end, text=printed, code=code, kind="group", possessive=False, rule="listed-group"
    )
