"""The rules of ``models/periods.toml``, compiled: which may begin at which word, and what must stand beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.errors import LexiconError
from pipeline.lexicon import read_toml

LEXICON: Final = "periods.toml"
MARGIN: Final = 56
"""How many characters beside a mention are looked at: enough for the longest preposition with its fillers."""
_REPEATED: Final = "__"
_GROUP: Final = re.compile(r"\(\?P<(\w+)>")
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]\w*|-)\}")
_OPTIONAL: Final = ("comparison", "comparison_as_base", "guard", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of a period. ``source`` is its pattern, from the mention on; the rest is described in the lexicon."""

    id: str
    meaning: str
    source: str
    comparison: str | None = None
    comparison_as_base: str | None = None
    guard: str | None = None
    kind: str | None = None
    average: bool = False
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    widen: re.Pattern[str] | None = None

    def match(self, text: str, start: int) -> Candidate | None:
        """The rule's match that begins at ``start``."""
        found = _compiled(self.source).match(text, start)
        if found is None:
            return None
        groups = {name.partition(_REPEATED)[0]: value for name, value in found.groupdict().items() if value is not None}
        return Candidate(rule=self, text=text, start=start, end=found.end(), groups=groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Characters ``[start, end)`` of a text that a rule matches, with the groups by the names of the lexicon."""

    rule: Rule
    text: str
    start: int
    end: int
    groups: Mapping[str, str]

    @property
    def printed(self) -> str:
        """The matched characters."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The few characters before."""
        return self.text[max(0, self.start - MARGIN) : self.start]

    @property
    def after(self) -> str:
        """The few characters behind."""
        return self.text[self.end : self.end + MARGIN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A preposition that tells what a period does in its sentence; ``not_for`` are rules that it does so for not."""

    id: str
    pattern: re.Pattern[str]
    not_for: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """All rules by the word or the class of word that they begin with, and the patterns of the context."""

    by_start: Mapping[str, tuple[Rule, ...]]
    roles: tuple[Role, ...]
    context: Mapping[str, re.Pattern[str]]
    words: Mapping[str, Mapping[str, Any]]


@cache
def grammar() -> Grammar:
    """The compiled grammar."""
    source = read_toml(LEXICON)
    fragments: dict[str, str] = source["fragment"]
    words: dict[str, dict[str, Any]] = source["words"]
    by_start: defaultdict[str, list[Rule]] = defaultdict(list)
    for record in source["rule"]:
        rule = _read_rule(record, fragments)
        for start in record["starts"]:
            for word in (start, *words.get(start.lower() if start.isupper() else "", ())):
                by_start[word].append(rule)
    return Grammar(
        by_start={word: tuple(rules) for word, rules in by_start.items()},
        roles=tuple(_read_role(record, source["context"]["filler"], fragments) for record in source["role"]),
        context=_read_context(source["context"], fragments),
        words=words,
    )


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """The pattern of a rule, compiled when a text first has a word that it begins with: compiling all takes 0.1 s."""
    return re.compile(source, re.IGNORECASE)


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern with every ``{name}`` replaced by its fragment, fragments within fragments included."""

    def fragment(found: re.Match[str]) -> str:
        if found[1] not in fragments:
            raise LexiconError(f"models/{LEXICON}: no fragment is named {{{found[1]}}}")
        return expand(fragments[found[1]], fragments)

    return _PLACEHOLDER.sub(fragment, pattern)


def _number_groups(pattern: str) -> str:
    """The pattern with names that occur again made different: alternatives may share a name in the lexicon."""
    count = iter(range(1, 1000))
    return _GROUP.sub(lambda found: f"(?P<{found[1]}{_REPEATED}{next(count)}>", pattern)


def _read_rule(record: Mapping[str, Any], fragments: Mapping[str, str]) -> Rule:
    def beside(key: str, template: str) -> re.Pattern[str] | None:
        if key not in record:
            return None
        return re.compile(template.format(expand(record[key], fragments)), re.IGNORECASE)

    return Rule(
        id=record["id"],
        meaning=record["meaning"],
        source=_number_groups(expand(record["pattern"], fragments)),
        average=record.get("average", False),
        after=beside("after", "(?:{})$"),
        not_after=beside("not_after", "(?<!\\w)(?:{})$"),
        not_before=beside("not_before", "(?:{})"),
        widen=beside("widen", "(?<!\\w)(?:{})$"),
        **{key: record.get(key) for key in _OPTIONAL},
    )


def _read_role(record: Mapping[str, Any], filler: str, fragments: Mapping[str, str]) -> Role:
    pattern = f"(?<!\\w)(?:{record['pattern']}){filler}{{_}}$"
    return Role(
        id=record["id"],
        pattern=re.compile(expand(pattern, fragments), re.IGNORECASE),
        not_for=frozenset(record.get("not_for", ())),
    )


def _read_context(source: Mapping[str, str], fragments: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Patterns named ``…_before`` end where the mention starts; proper names keep their capitals."""
    compiled = {}
    for name, pattern in source.items():
        flags = re.NOFLAG if name.startswith("name_") else re.IGNORECASE
        template = f"(?:{expand(pattern, fragments)})" + ("$" if name.endswith("_before") else "")
        compiled[name] = re.compile(template, flags)
    return compiled
