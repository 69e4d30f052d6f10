"""The rules of ``models/periods.toml``, compiled: which may begin at which word, and what must stand beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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
    needs: frozenset[str] = frozenset()
    """Words in lower case, one of which is in every match; none where nothing can be said."""
    tails: tuple[str, ...] = ()
    """Patterns of which the first that matches behind it belongs to the mention."""
    tail_needed: bool = False
    comparison: str | None = None
    comparison_as_base: str | None = None
    guard: str | None = None
    kind: str | None = None
    average: bool = False
    some_days: bool = False
    """The months that it means are not told whole."""
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    widen: re.Pattern[str] | None = None

    def match(self, text: str, start: int) -> Candidate | None:
        """The rule's match that begins at ``start``."""
        if self.source not in _COMPILED and self.needs and not _has_one(self.needs, text):
            return None
        found = _compiled(self.source).match(text, start)
        if found is None:
            return None
        tails = (_compiled(tail).match(text, found.end()) for tail in self.tails)
        tail = next(filter(None, tails), None)
        if tail is None:
            return None if self.tail_needed else self._candidate(found, found.end(), _groups(found))
        return self._candidate(found, tail.end(), _groups(found) | _groups(tail))

    def _candidate(self, found: re.Match[str], end: int, groups: dict[str, str]) -> Candidate:
        return Candidate(rule=self, text=found.string, start=found.start(), end=end, groups=groups)


@lru_cache(maxsize=1 << 9)  # asked at every place of a text where the rule may begin
def _has_one(needs: frozenset[str], text: str) -> bool:
    """Whether the text has a word that a rule needs."""
    lower = text.lower()
    return any(word in lower for word in needs)


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
        rule = _read_rule(record, fragments, words)
        for start in record["starts"]:
            for word in (start, *_class(start, words)):
                by_start[word].append(rule)
    return Grammar(
        by_start={word: tuple(rules) for word, rules in by_start.items()},
        roles=tuple(_read_role(record, source["context"]["filler"], fragments) for record in source["role"]),
        context=_read_context(source["context"], fragments),
        words=words,
    )


_COMPILED: Final[dict[str, re.Pattern[str]]] = {}
"""The patterns that a text has asked for: compiling all of them takes 0.1 s."""


def _compiled(source: str) -> re.Pattern[str]:
    return _COMPILED.get(source) or _COMPILED.setdefault(source, re.compile(source, re.IGNORECASE))


def _groups(found: re.Match[str]) -> dict[str, str]:
    """What the groups of a match hold, by their names in the lexicon."""
    return {name.partition(_REPEATED)[0]: value for name, value in found.groupdict().items() if value is not None}


def _class(name: str, words: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    """The words of a class by its name in capitals; of a word none."""
    return words.get(name.lower(), ()) if name.isupper() else ()


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


def _read_rule(record: Mapping[str, Any], fragments: Mapping[str, str], words: Mapping[str, Mapping[str, Any]]) -> Rule:
    def beside(key: str, template: str) -> re.Pattern[str] | None:
        if key not in record:
            return None
        return re.compile(template.format(expand(record[key], fragments)), re.IGNORECASE)

    return Rule(
        id=record["id"],
        meaning=record["meaning"],
        source=_number_groups(expand(record["pattern"], fragments)),
        tails=tuple(_number_groups(expand(fragments[name], fragments)) for name in record.get("tail", ())),
        needs=frozenset(word for name in record.get("needs", ()) for word in _class(name, words) or (name,)),
        tail_needed=record.get("tail_needed", False),
        average=record.get("average", False),
        some_days=record.get("some_days", False),
        after=beside("after", "(?:{})$"),
        not_after=beside("not_after", "(?<!\\w)(?:{})$"),
        not_before=beside("not_before", "(?:{})"),
        widen=beside("widen", "(?<!\\w)(?:{})$"),
        **{key: record.get(key) for key in _OPTIONAL},
    )


def _read_role(record: Mapping[str, Any], filler: str, fragments: Mapping[str, str]) -> Role:
    pattern = f"(?<!\\w)(?:{record['pattern']}){filler}{{_}}(?:(?:mid|early|late){{-}})?$"
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
