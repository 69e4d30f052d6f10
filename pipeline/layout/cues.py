"""What marks a line as none of the article: menus, buttons, adverts, links, credits; and what marks a caption."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from pipeline.lexicon import read_toml

_LONGEST: Final = 420  # characters: no cue matches a longer line
_LONG: Final = 120  # characters: on longer lines only the rules that say so are tried


class Cue(NamedTuple):
    """The rule that a line matched, and how many lines after it go the same way."""

    rule: str
    reach: str
    """``line``, ``next`` (also the line after it) or ``run`` (also every line up to the next prose)."""


class _Rules(NamedTuple):
    """Rules in one pattern, each as a group that names its rule; tried where one of ``needs`` is in the line."""

    pattern: re.Pattern[str]
    groups: dict[str, Cue]
    needs: tuple[str, ...]


@cache
def _rules(kind: str, long: bool) -> tuple[_Rules, ...]:
    """The rules of a kind: those without needs together, then each of the others."""
    rules = [rule for rule in read_toml("layout.toml")[kind] if not long or rule.get("long", kind == "caption")]
    plain = [rule for rule in rules if "needs" not in rule]
    return tuple(_joined(group) for group in (plain, *([rule] for rule in rules if "needs" in rule)) if group)


def _joined(rules: Sequence[Mapping[str, Any]]) -> _Rules:
    groups = {f"r{index}": Cue(rule["id"], rule.get("reach", "line")) for index, rule in enumerate(rules)}
    parts = [f"(?P<r{index}>{'|'.join(rule['patterns'])})" for index, rule in enumerate(rules)]
    return _Rules(re.compile("|".join(parts), re.IGNORECASE), groups, tuple(rules[0].get("needs", ())))


def find_cue(kind: str, line: str) -> Cue | None:
    """The rule of ``boilerplate`` or ``caption`` that the whole line matches, or None."""
    if len(line) > _LONGEST:
        return None
    line, lower = _bare(line)
    for rules in _rules(kind, len(line) > _LONG):
        if not rules.needs or any(map(lower.__contains__, rules.needs)):
            match = rules.pattern.fullmatch(line)
            if match and match.lastgroup:
                return rules.groups[match.lastgroup]
    return None


@lru_cache(maxsize=256)  # each line of a text is asked about once for each kind
def _bare(line: str) -> tuple[str, str]:
    """A line with single blanks only, and the same in lower case."""
    line = " ".join(line.split())
    return line, line.lower()


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
