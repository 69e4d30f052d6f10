"""Which line is the article's title: the headline that stands last before the first prose, not the first of a menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.layout.cues import has_trade_figure
from pipeline.layout.lines import Chunk
from pipeline.lexicon import read_toml

_STOPPED: Final = re.compile(r"[.!?…:;][\"”’»)\]*_]*\Z")
_WORDS: Final = re.compile(r"[^\W\d_][\w’'.&-]*")
_SENTENCE_ENDS: Final = (".", "!", "?", '."', ".”")
_PROSE: Final = 90  # characters
_PROSE_WORDS: Final = 12
_TITLE: Final = 180  # characters: no headline is longer
_LOOK_BACK: Final = 12  # lines between the title and the first prose: standfirst, byline, captions, buttons


@cache
def _small() -> frozenset[str]:
    """Words that a headline in title case leaves small."""
    return frozenset(read_toml("layout.toml")["small_words"]["words"])


def is_stopped(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _STOPPED.search(line[-4:]) is not None


def is_prose(line: str) -> bool:
    """Whether the line is a sentence or more of running text."""
    if len(line) >= 2 * _TITLE:
        return True
    return len(line) >= _PROSE and is_stopped(line) and line.count(" ") >= _PROSE_WORDS - 1


def _is_text(line: str) -> bool:
    """Whether the article has begun: with running text, or with a short sentence that gives a figure of trade."""
    return is_prose(line) or (line.endswith(_SENTENCE_ENDS) and has_trade_figure(line))


def is_title_case(line: str) -> bool:
    """Whether most words that can begin with a capital do."""
    words = [word for word in _WORDS.findall(line) if word.lower() not in _small()]
    return bool(words) and sum(word[0].isupper() for word in words) * 10 >= len(words) * 7


def is_headline(line: str) -> bool:
    """Whether the line could be a headline: three words or more, no list of names, no full stop unless in capitals."""
    words = line.split(maxsplit=40)
    if not 3 <= len(words) <= 35 or len(line) > _TITLE:
        return False
    if line.count(",") * 2 >= len(words) - 1 > 2 and is_title_case(line):
        return False
    return not is_stopped(line) or line.isupper() or line[-1] in "?!" or line.endswith(("U.S.", "U.K.", "”", '"'))


def find_title(lines: Sequence[str], skip: Sequence[bool], chunks: Sequence[Chunk]) -> int | None:
    """The index of the title among the chunks' texts, or None; ``skip`` marks what cannot be one."""
    able = [index for index, line in enumerate(lines) if not skip[index]]
    prose = next((index for index in able if _is_text(lines[index])), None)
    if prose is None:
        return next((index for index in able[:_LOOK_BACK] if _may_lead(lines[index], chunks[index])), None)
    before = [index for index in able if index < prose][-_LOOK_BACK:]
    found = next((index for index in reversed(before) if _may_lead(lines[index], chunks[index])), None)
    if found is None:
        return None
    above = found - 1
    return above if above in able and _may_lead(lines[above], chunks[above]) else found


def _may_lead(line: str, chunk: Chunk) -> bool:
    return not chunk.bullet and is_headline(line)
