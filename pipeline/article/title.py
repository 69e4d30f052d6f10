"""The headline of a plain text: its first line, where that looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pipeline.article.dateline import find_published
from pipeline.lexicon import read_toml

_LINES: Final = 8
_HEAD: Final = 2000
_LONGEST: Final = 180
_LONGEST_QUESTION: Final = 100
_FEWEST_WORDS: Final = 3
_MARKUP: Final = " \t\r*_\ufeff\u00a0"
_INITIALS: Final = re.compile(r"(?:[A-Z]\.){2,}[\"'”’]?$")
_PROSE_END: Final = re.compile(r"[.;,:][\"'”’)]?$")
_NOT_A_LINE: Final = re.compile(r"[|•·*+-]|-{3}|\d+[.)] |https?://|www\.|by |&nbsp;", re.I)


def find_title(text: str) -> str | None:
    """The headline, or None; section labels, dates and navigation before it are passed over."""
    lines = [line.rstrip("\r") for line in text[:_HEAD].split("\n")]
    filled = [at for at, line in enumerate(lines) if line.strip(_MARKUP)]
    for at in filled[:_LINES]:
        line = lines[at].strip(_MARKUP)
        heading = line.startswith("#")
        line = line.lstrip("#").strip(_MARKUP)
        if is_furniture(line) or " | " in line or _NOT_A_LINE.match(line) or _is_date(line):
            continue
        if not heading and len(line.split()) < _FEWEST_WORDS:
            continue
        following = lines[at + 1] if at + 1 < len(lines) else ""
        alone = at == filled[-1]
        return line if line and not alone and _is_headline(line, following) else None
    return None


def is_furniture(line: str) -> bool:
    """Whether a whole line is navigation, sharing, advertising or consent."""
    return " ".join(line.split()).strip(" .:!>»").casefold() in _furniture()


def _is_headline(line: str, following: str) -> bool:
    """Short, no closing full stop, and not the first line of a paragraph that goes on in the next."""
    prose = _PROSE_END.search(line) is not None and _INITIALS.search(line) is None
    longest = _LONGEST_QUESTION if line.endswith(("?", "!")) else _LONGEST
    return len(line) <= longest and not prose and not line[0].islower() and not following[:1].islower()


def _is_date(line: str) -> bool:
    found = find_published(line)
    return found is not None and len(found.text) * 2 > len(line)


@cache
def _furniture() -> frozenset[str]:
    return frozenset(
        phrase for record in read_toml("page_furniture.toml")["furniture"] for phrase in record["patterns"]
    )
