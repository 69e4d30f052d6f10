"""Which texts can hold a claim at all: cheap tests on the raw text, so that the rest is never read word by word.

Triage may cost no claim: it asks only for what every claim needs. A claim is a figure that hangs on a trade phrase in
its own sentence, or on the one that the text was about up to ``REACH`` sentences before; the figures of a table need a
trade phrase somewhere. Words that are weak by ``models/cues.toml`` ("sales") name trade beside a strong one only, but
for those of the balance ("a deficit with China").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pipeline.lexicon import read_toml

if TYPE_CHECKING:
    from pipeline.extract.nominals import Nominal

REACH: Final = 2
"""Sentences over which a figure may go on with what the text was about."""

_ALPHABETIC: Final = re.compile(r"[^\W\d_]+")
_SILENT: Final = frozenset({"table", "boilerplate"})
_CHECKABLE: Final = frozenset({"K", "T"})
"""Codes of cues that rank and that tell a trend."""

Span = tuple[int, int]


def may_hold_claim(text: str, published: date | None = None) -> bool:
    """Whether the text has a trade phrase with a figure, or with a word that can be checked, or figures in a table."""
    return speaks_of_flows(text) and (_has_table(text) or any(_holds(text, near, published) for near in _near(text)))


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


def _has_table(text: str) -> bool:
    from pipeline.layout import find_tables

    return any(table.cells for table in find_tables(text))


def _near(text: str) -> Iterator[tuple[Span, ...]]:
    """Each sentence that can hold a claim by its words, with the sentences before it that it can go on from."""
    from pipeline.layout import find_blocks, find_sentences

    before: list[Span] = []
    since = REACH + 1
    for block in find_blocks(text):
        if block.kind in _SILENT:
            continue
        for span in find_sentences(text, block):
            part = text[span[0] : span[1]]
            since = 0 if speaks_of_flows(part) else since + 1
            if since <= REACH and (_counts(part) or (since == 0 and _is_checkable(part))):
                yield (*before[len(before) - since :], span)
            before = [*before[-REACH:], span]


def _counts(sentence: str) -> bool:
    """Whether a sentence has a figure."""
    from pipeline.quantity import begins_figure, find_quantities

    return begins_figure(sentence) and bool(find_quantities(sentence))


def _is_checkable(sentence: str) -> bool:
    """Whether a sentence has a word of rank, trend or sign."""
    lower = sentence.lower()
    return any(stem in lower for stem in checkable_stems())


@cache
def checkable_stems() -> tuple[str, ...]:
    """Strings of which every form of a checkable word contains one."""
    records = read_toml("cues.toml")["cue"]
    checkable = (record for record in records if record["code"] in _CHECKABLE or record.get("flow") == "balance")
    return tuple(_covering(form for record in checkable for form in record["forms"]))


def _holds(text: str, near: Sequence[Span], published: date | None) -> bool:
    """Whether the last of a few sentences has a figure that hangs on a trade phrase, or a word said of one.

    What the sentences before have settled is taken for every flow that they name: more than the reader would.
    """
    from pipeline.extract.binding import bind
    from pipeline.extract.gate import MIN_STRENGTH
    from pipeline.extract.passages import read_sentence
    from pipeline.extract.qualities import find_qualities

    sentence, nominals = read_sentence(text, *near[-1], published)
    if find_qualities(sentence, nominals):
        return True
    settled: list[Nominal | None] = [None]
    if sentence.figures():
        for span in near[:-1]:
            settled += [_settled(nominal) for nominal in read_sentence(text, *span, published)[1] if nominal.flow]
    return any(
        binding.nominal is not None and binding.nominal.flow is not None and binding.strength >= MIN_STRENGTH
        for before in dict.fromkeys(settled)
        for binding in bind(sentence, nominals, before)
    )


def _settled(nominal: Nominal) -> Nominal:
    """The flow of a nominal as the reader remembers it."""
    from pipeline.extract.nominals import Nominal

    return Nominal(first=-1, head=-1, last=0, cue=nominal.cue)
