"""Which texts can hold a claim at all: cheap tests on the raw text, so that the rest is never read word by word.

Triage may cost no claim: it asks only for what every claim needs. A claim is a figure that hangs on a trade phrase in
its own sentence, or on the one that the text was about up to ``REACH`` sentences before; the figures of a table need a
trade phrase somewhere. Words that are weak by ``models/cues.toml`` ("sales") name trade beside a strong one only, but
for those of the balance ("a deficit with China").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from pipeline.lexicon import read_toml

REACH: Final = 2
"""Sentences over which a figure may go on with what the text was about."""

_ALPHABETIC: Final = re.compile(r"[^\W\d_]+")
_SILENT: Final = frozenset({"table", "boilerplate"})


def may_hold_claim(text: str) -> bool:
    """Whether the text has a trade word, and a figure near enough to it or in a table."""
    return speaks_of_flows(text) and _has_figure(text) and _meet(text)


def speaks_of_flows(text: str) -> bool:
    """Whether a stem of a word that can open a trade phrase stands anywhere in the text, inside other words too."""
    lower = text.lower()
    return any(stem in lower for stem in trade_stems())


@cache
def trade_stems() -> tuple[str, ...]:
    """Strings of which every form of an opening trade cue contains one, in any line breaks and hyphenation."""
    return tuple(
        _covering(form for record in read_toml("cues.toml")["cue"] if _opens(record) for form in record["forms"])
    )


def _opens(record: dict[str, Any]) -> bool:
    """Whether a cue can make a figure a claim with no other trade word in the text."""
    flow = record.get("flow")
    return flow not in {None, "same"} and (flow == "balance" or not record.get("weak", False))


def _covering(forms: Iterable[str]) -> Iterator[str]:
    """A few words that cover all forms: single words first, then the longest word of each form not covered yet."""
    chosen: list[str] = []
    for form in sorted({form.lower() for form in forms}, key=lambda form: (form.count(" "), len(form), form)):
        words = _ALPHABETIC.findall(form) or [form]
        if not any(stem in word for word in words for stem in chosen):
            chosen.append(max(words, key=len))
            yield chosen[-1]


def _has_figure(text: str) -> bool:
    from pipeline.quantity import begins_figure

    return begins_figure(text)


def _meet(text: str) -> bool:
    """Whether a sentence with a figure follows a trade word closely enough, or a table may have figures of trade."""
    from pipeline.layout import find_blocks, find_sentences, find_tables

    if any(table.cells for table in find_tables(text)):
        return True
    since = REACH + 1
    for block in find_blocks(text):
        if block.kind in _SILENT:
            continue
        for start, end in find_sentences(text, block):
            part = text[start:end]
            since = 0 if speaks_of_flows(part) else since + 1
            if since <= REACH and _counts(part):
                return True
    return False


def _counts(sentence: str) -> bool:
    """Whether a sentence has a figure that is no rank."""
    from pipeline.quantity import begins_figure, find_quantities

    return begins_figure(sentence) and any(found.kind != "rank" for found in find_quantities(sentence))
