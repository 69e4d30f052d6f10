"""Groups whose members stand right behind them: "the region – Chile, Peru and Cuba –" is the sum of the three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pipeline.economy import GROUP_KINDS, GROUP_YEAR, EconomyMention, members
from pipeline.extract.row.words import counted as told_count
from pipeline.extract.row.words import says

_LIST: Final = re.compile(
    r"(?P<opens>\(|[-,:][dv]{0,2}|,?l)[dv]{0,2}(?P<list>E(?:,[dv]{0,2}E)*,?&[dv]{0,2}E)(?P<closes>.?)"
)
_QUALIFIED: Final = re.compile(r"(?:d|p|E')?[dvwK]{0,4}$")
"""Right before a noun for countries: whose they are, how many, which."""
_DASHES: Final = frozenset({"-", "--", "–", "—"})


def with_members(items: list[Any], text: str) -> list[Any]:
    """The items with each group and the members that are named right behind it as one economy."""
    for first, last, group in reversed([*_groups(items, "".join(item.code for item in items))]):
        printed = text[group.start : group.end]
        whole = items[first]._replace(code="E", start=group.start, end=group.end, text=printed, ref=group, cue=None)
        items[first:last] = [whole]
    return items


def _groups(items: Sequence[Any], codes: str) -> Iterator[tuple[int, int, EconomyMention]]:
    """The ranges of items that name a group and then those who are in it, each with the economy that it is."""
    if "&" not in codes or any(says(item, "respectively") for item in items):
        return
    for found in _LIST.finditer(codes):
        listed = [items[at].ref.code for at in range(*found.span("list")) if codes[at] == "E"]
        first = _group_before(items, codes, found.start(), len(listed), counted=found["opens"].endswith("l"))
        closed = _closed(items, found)
        if first is None or closed is None:
            continue
        group = items[found.start() - 1].ref
        whole = members(group.code, GROUP_YEAR) if codes[found.start() - 1] == "E" else ()
        all_told = set(whole) == set(listed) or _told(items[first : found.start()]) == len(listed)
        code = group.code if whole and all_told and set(listed) <= set(whole) else "+".join(dict.fromkeys(listed))
        start, end = items[first].start, items[found.end("list") - 1].end
        yield (
            first,
            closed,
            EconomyMention(
                start=start, end=end, text="", code=code, kind="group", possessive=False, rule="members-named"
            ),
        )


def _closed(items: Sequence[Any], found: re.Match[str]) -> int | None:
    """The index after the list and the mark that closes it, if it is closed as it was opened."""
    opens, closes, end = found["opens"], found["closes"], found.end("list")
    if opens == "(":
        return end + 1 if closes == ")" else None
    if opens.endswith("l"):
        return end + (closes == "," and opens.startswith(","))
    mark = items[found.start()].text
    if mark in _DASHES:
        return end + 1 if closes and items[end].text in _DASHES else None
    named = any(says(items[at], "naming") for at in range(*found.span("opens")))
    return end + (closes == ",") if named else None


def _group_before(items: Sequence[Any], codes: str, at: int, count: int, *, counted: bool) -> int | None:
    """Where the words for a group begin that end right before ``at``; behind "including" they say how many it has."""
    if at < 1:
        return None
    head, code = items[at - 1], codes[at - 1]
    before = _QUALIFIED.search(codes, 0, at - 1)
    first = before.start() if before is not None else at - 1
    if code == "E":
        group = head.ref.kind in GROUP_KINDS and head.ref.code != "world"
    elif code == "r":
        group = head.cue is not None and head.cue.group
    else:
        group = code == "w" and says(head, "counted_nouns") and first < at - 1
    return first if group and (not counted or _told(items[first:at]) == count) else None


def _told(words: Sequence[Any]) -> int | None:
    """How many the words say that a group has."""
    return told_count(" ".join(one.text for one in words))
