"""What marks a line as none of the article: menus, buttons, adverts, links, credits; and what marks a caption."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from pipeline.lexicon import read_toml

_LONGEST: Final = 420  # characters: no cue matches a longer line
_LONG: Final = 120  # characters: on longer lines only the rules that say so are tried


class Cue(NamedTuple):
    """The rule that a line matched, and how many lines after it go the same way."""

    rule: str
    reach: str
    """``line``, ``next`` (also the line after it) or ``run`` (also every line up to the next prose)."""


@cache
def _cues(kind: str, long: bool) -> tuple[re.Pattern[str], dict[str, Cue]]:
    """All patterns of one kind of rule in one, each as a group that names its rule."""
    rules = [rule for rule in read_toml("layout.toml")[kind] if not long or rule.get("long", kind == "caption")]
    groups = {f"r{index}": Cue(rule["id"], rule.get("reach", "line")) for index, rule in enumerate(rules)}
    parts = [f"(?P<r{index}>{'|'.join(rule['patterns'])})" for index, rule in enumerate(rules)]
    return re.compile("|".join(parts), re.IGNORECASE), groups


def find_cue(kind: str, line: str) -> Cue | None:
    """The rule of ``boilerplate`` or ``caption`` that the whole line matches, or None."""
    if len(line) > _LONGEST:
        return None
    pattern, groups = _cues(kind, len(line) > _LONG)
    match = pattern.fullmatch(" ".join(line.split()))
    return groups[match.lastgroup] if match and match.lastgroup else None


@cache
def _guard() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rule = read_toml("layout.toml")["guard"]
    words = re.compile(rf"\b(?:{'|'.join(rule['words'])})\b", re.IGNORECASE)
    return words, re.compile(rule["figure"], re.IGNORECASE)


def has_trade_word(line: str) -> bool:
    """Whether the line speaks of exports, imports, trade or its balance."""
    return _guard()[0].search(line) is not None


def has_trade_figure(line: str) -> bool:
    """Whether the line holds a money or percent figure together with a word of trade."""
    words, figure = _guard()
    return figure.search(line) is not None and words.search(line) is not None


def has_figure(line: str) -> bool:
    """Whether the line holds a money or percent figure."""
    return _guard()[1].search(line) is not None
