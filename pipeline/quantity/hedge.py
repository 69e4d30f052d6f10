"""Words that move or open an end of a figure: "nearly", "more than", "or so"; read from ``models/hedges.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from pipeline.errors import ConfigError, LexiconError
from pipeline.lexicon import read_toml

_WINDOW: Final = 48
_HYPHENS: Final = frozenset("-‑")
_LAST_WORD: Final = re.compile(r"(?<![\w-])[A-Za-z]{2,6}\Z")
_OPENING: Final = "([\"'“‘«*|"
_CONFIGURABLE: Final = frozenset({"side", "natural", "widest", "points_natural", "points_widest"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """How far a hedge moves an end: ``side`` and the widths, relative to the figure; None opens the end."""

    id: str
    side: str
    natural: Decimal | None
    widest: Decimal | None
    points_natural: Decimal
    points_widest: Decimal


class Found(NamedTuple):
    """A hedge as printed at ``[start, end)``."""

    start: int
    end: int
    hedge: Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    hedge: Hedge
    not_after: frozenset[str]


def _width(value: object, where: str) -> Decimal | None:
    if value == "open":
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise ConfigError(f"{where}: expected a number or 'open', found {value!r}")
    try:
        width = Decimal(str(value))
    except ArithmeticError:
        raise ConfigError(f"{where}: expected a number or 'open', found {value!r}") from None
    if not (width.is_finite() and width >= 0):
        raise ConfigError(f"{where}: a width is not negative, found {value!r}")
    return width


def _hedge(record: Mapping[str, Any]) -> Hedge:
    if record["side"] not in ("below", "above", "both"):
        raise LexiconError(f"hedges.toml: {record['id']}: side is below, above or both, not {record['side']!r}")
    names = ("natural", "widest", "points_natural", "points_widest")
    widths = {name: _width(record[name], f"hedges.{record['id']}.{name}") for name in names}
    return Hedge(id=record["id"], side=record["side"], **widths)  # type: ignore[arg-type]  # points are never open


@cache
def hedges() -> dict[str, Hedge]:
    """The hedges of the lexicon by their id."""
    return {record["id"]: _hedge(record) for record in read_toml("hedges.toml")["hedge"]}


def configured(changes: Mapping[str, Mapping[str, Any]]) -> dict[str, Hedge]:
    """The hedges with the widths that a user sets: ``{"nearly": {"natural": 0.02, "widest": "open"}}``."""
    known = dict(hedges())
    for name, change in changes.items():
        if name not in known:
            raise ConfigError(f"hedges.{name}: no such hedge; the hedges are {', '.join(known)}")
        if unknown := sorted(set(change) - _CONFIGURABLE):
            raise ConfigError(
                f"hedges.{name}.{unknown[0]}: no such key; the keys are {', '.join(sorted(_CONFIGURABLE))}"
            )
        known[name] = _changed(known[name], change)
    return known


_CHOSEN: Final[ContextVar[Mapping[str, Hedge] | None]] = ContextVar("hedges", default=None)


@contextmanager
def hedged_as(changes: Mapping[str, Mapping[str, Any]] | None) -> Iterator[None]:
    """Figures that are found meanwhile are hedged as a user has configured it; None for as the lexicon says."""
    before = _CHOSEN.set(configured(changes) if changes else None)
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def chosen_hedges() -> Mapping[str, Hedge] | None:
    """The hedges that hold at present, where they are not those of the lexicon."""
    return _CHOSEN.get()


def _changed(hedge: Hedge, change: Mapping[str, Any]) -> Hedge:
    record = {field.name: getattr(hedge, field.name) for field in fields(hedge)}
    record = {name: "open" if value is None else value for name, value in record.items()}
    merged = _hedge({**record, **change})
    if merged.widest is not None and (merged.natural is None or merged.natural > merged.widest):
        raise ConfigError(f"hedges.{hedge.id}: the natural width is larger than the widest, {merged.widest}")
    return replace(merged, id=hedge.id)


@cache
def _phrases() -> dict[tuple[str, ...], _Phrase]:
    """The phrases before a figure, by their words."""
    known = hedges()
    return {
        tuple(phrase.split()): _Phrase(hedge=known[record["id"]], not_after=frozenset(record["not_after"]))
        for record in read_toml("hedges.toml")["hedge"]
        for phrase in record["phrases"]
    }


@cache
def _last_words() -> dict[str, int]:
    """The last word of each phrase, with the number of words of the longest phrase that it ends."""
    longest: dict[str, int] = {}
    for phrase in _phrases():
        longest[phrase[-1]] = max(len(phrase), longest.get(phrase[-1], 0))
    return longest


@cache
def _after() -> dict[tuple[str, ...], Hedge]:
    return {
        tuple(phrase.split()): hedges()[r["id"]] for r in read_toml("hedges.toml")["hedge"] for phrase in r["after"]
    }


@cache
def _after_initials() -> frozenset[str]:
    """What a hedge after a figure begins with: a cheap first test."""
    return frozenset(phrase[0][0] for phrase in _after()) | {"+", "-"}


@cache
def _signs() -> dict[str, Hedge]:
    return {sign: hedges()[record["id"]] for record in read_toml("hedges.toml")["hedge"] for sign in record["signs"]}


@cache
def _prefixes() -> dict[str, Hedge]:
    return {word: hedges()[r["id"]] for r in read_toml("hedges.toml")["hedge"] for word in r.get("prefixes", ())}


@cache
def _listed(name: str) -> frozenset[str]:
    """One of the lists of single words at the head of the lexicon."""
    return frozenset(read_toml("hedges.toml")[name])


@cache
def _behind() -> re.Pattern[str]:
    """What may follow a figure as a hedge: a plus, or up to three words."""
    hung = "|".join(sorted(_listed("hyphened")))
    return re.compile(rf"\s?\+(?![\d$€£+])|(?:\s{{1,2}}|-(?={hung}))([a-z]{{2,13}})" + r"(?:\s([a-z]{2,13}))?" * 2)


@cache
def _hung() -> re.Pattern[str]:
    """What may hang on a number before its scale."""
    return re.compile(rf"[-‑]({'|'.join(sorted(_listed('hyphened')))})(?=\s)")


@cache
def _move() -> re.Pattern[str]:
    """What makes a move of "and up": another figure, or a word that leads to one."""
    return re.compile(rf"\s{{1,3}}(?:{'|'.join(sorted(_listed('moves_on')))}|[\d$€£¥])")


def hedge_before(text: str, start: int) -> Found | None:
    """The hedge that ends before the figure at ``start``."""
    if hung := _sign_before(text, start) or prefix_before(text, start):
        return hung
    if not _may_end_phrase(text, start):
        return None
    window = text[max(0, start - _WINDOW) : start]
    words = window.lower().split()
    if words and start > _WINDOW and not window[0].isspace():
        del words[0]
    skipped: list[str] = []
    while len(skipped) < 2 and words and words[-1] in _listed("between"):
        skipped.append(words.pop())
    if not words or (words[-1] in _listed("comparing") and not _listed("definite").isdisjoint(skipped)):
        return None  # "lower than the $5 billion of May" compares two figures
    longest = _last_words().get(words[-1].lstrip(_OPENING), 0)
    return _phrase_before(words, longest, (window, start - len(window))) if longest else None


def _may_end_phrase(text: str, start: int) -> bool:
    """A cheap first test: whether the word before the figure ends a phrase or may stand within one."""
    if text[start - 1 : start] != " ":
        return True
    word = text[text.rfind(" ", max(0, start - _WINDOW), start - 1) + 1 : start - 1]
    return not word.islower() or word in _last_words() or word in _listed("between") or not word.isalpha()


def _sign_before(text: str, start: int) -> Found | None:
    """A sign such as "~" glued to the figure or one blank away."""
    at = start - 2 if text[start - 1 : start] == " " else start - 1
    hedge = _signs().get(text[at]) if at >= 0 else None
    return Found(at, at + 1, hedge) if hedge else None


def prefix_before(text: str, start: int) -> Found | None:
    """A word that hangs on the figure by a hyphen: "a near-$5 billion gap"."""
    if text[start - 1 : start] not in _HYPHENS or not start:
        return None
    word = _LAST_WORD.search(text, max(0, start - _WINDOW), start - 1)
    hedge = _prefixes().get(word[0].lower()) if word else None
    return Found(word.start(), start - 1, hedge) if word and hedge else None


def hedge_within(text: str, end: int) -> Found | None:
    """A word that hangs by a hyphen on the number that ends at ``end``, before its scale: "20-odd billion"."""
    match = _hung().match(text, end) if text[end : end + 1] in _HYPHENS else None
    return Found(match.start(1), match.end(), _after()[match[1],]) if match else None


def _phrase_before(words: list[str], longest: int, place: tuple[str, int]) -> Found | None:
    for count in range(min(longest, len(words)), 0, -1):
        first = words[-count].lstrip(_OPENING)
        phrase = (first, *words[len(words) - count + 1 :])
        known = _phrases().get(phrase)
        if known is None:
            continue
        glued = first != words[-count]
        if not glued and len(words) > count and _forbids(words[-count - 1].strip("\"'“”’,("), known):
            return None
        start, end = _locate(place[0], phrase)
        return Found(place[1] + start, place[1] + end, known.hedge)
    return None


def _forbids(word: str, phrase: _Phrase) -> bool:
    """Whether the word before a phrase makes it no hedge; "5%" ends with a sign that may do so too."""
    sign = word[-1:]
    return word in phrase.not_after or (not sign.isalpha() and sign in phrase.not_after)


def _locate(window: str, phrase: tuple[str, ...]) -> tuple[int, int]:
    """Where the words stand in the window, searched from its end."""
    folded = window.lower() if len(window.lower()) == len(window) else window
    position = len(folded)
    end = None
    for word in reversed(phrase):
        position = max(folded.rfind(word, 0, position), 0)
        end = position + len(word) if end is None else end
    return position, end or len(window)


def hedge_after(text: str, end: int) -> Found | None:
    """The hedge that follows the figure that ends at ``end``: "or so", "or more", "+"."""
    match = _behind().match(text, end) if text[end : end + 2].strip()[:1] in _after_initials() else None
    if match is None:
        return None
    if match[1] is None:
        return Found(match.end() - 1, match.end(), hedges()["at-least"])
    for count in (3, 2, 1):
        words = tuple(word for word in match.groups()[:count] if word)
        if len(words) == count and (hedge := _after().get(words)) and not _move().match(text, match.end(count)):
            return Found(match.start(1), match.end(count), hedge)
    return None
