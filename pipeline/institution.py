"""Institutions that trade figures come from, and the offices by which a text calls them ("Chinese customs").

``models/institutions.csv`` gives each its canonical name; ``models/sources.toml`` the words for its kind of office.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from pipeline.economy import EconomyMention, economies_in
from pipeline.gazetteer import Gazetteer, Match, Words, split_words
from pipeline.lexicon import read_csv, read_toml

_ARTICLES: Final = frozenset({"the", "a", "an"})
_OF: Final = frozenset({"of", "in"})
_PARTY_KINDS: Final = frozenset({"name", "demonym", "metonym", "group", "group-demonym"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who can be the origin of a figure: the half-open range of words, the name, what kind of origin."""

    first: int
    last: int
    name: str
    kind: str
    rule: str
    office: str | None = None
    iso3: str | None = None
    printed: str = ""


def canonical_source(name: str) -> str:
    """The canonical id of an institution under any of its names; other names as they are, without a leading article."""
    words = split_words(name)
    for actor in find_actors(words):
        known = actor.kind in {"institution", "agency"} and actor.last == len(words.spans)
        if known and all(key in _ARTICLES for key in words.keys[: actor.first]):
            return actor.name
    first = len(words.keys) > 1 and words.keys[0] in _ARTICLES
    return name[words.spans[1][0] :] if first else name


def institution_of(iso3: str, office: str) -> str | None:
    """The canonical name of an economy's customs, statistics, trade-ministry, finance-ministry or central-bank."""
    return _by_office().get((iso3, office))


def home_of(name: str) -> str | None:
    """The economy that an institution belongs to; None for international ones and unknown names."""
    row = _rows().get(name)
    return (row["iso3"] or None) if row else None


def office_of(name: str) -> str | None:
    """The kind of a known institution: ``customs``, ``statistics``, ``news``, …"""
    row = _rows().get(name)
    return row["kind"] if row else None


def find_actors(words: Words) -> tuple[Actor, ...]:
    """Institutions under their names, offices of economies, and origins without a name; in order, longest first."""
    economies = economies_in(words)
    found = [_named(match) for match in _gazetteer().find(words)]
    found += _offices(words, economies)
    found += [_anonymous(words, match) for match in _anonymous_phrases().find(words)]
    return _without_overlaps(found)


def _named(match: Match[str]) -> Actor:
    row = _rows()[match.value]
    kind = "agency" if row["kind"] == "news" else "institution"
    return Actor(
        first=match.first,
        last=match.last,
        name=match.value,
        kind=kind,
        rule=f"institution.{row['kind']}",
        office=row["kind"],
        iso3=row["iso3"] or None,
    )


def _offices(words: Words, economies: tuple[tuple[Match[tuple[str, str]], EconomyMention], ...]) -> Iterator[Actor]:
    """Offices with the economy before them, after an "of", or with none at all."""
    offices = [*_office_phrases().find(words)]
    parties = [(match, mention) for match, mention in economies if mention.kind in _PARTY_KINDS] if offices else []
    ends = {match.last: (match, mention) for match, mention in parties}
    starts = {match.first: (match, mention) for match, mention in parties}
    for match in offices:
        owner = ends.get(match.first) or (
            ends.get(match.first - 1) if match.first and _is_s(words, match.first) else None
        )
        behind = match.last + 1 if words.keys[match.last + 1 : match.last + 2] == ("the",) else match.last
        following = starts.get(behind + 1) or starts.get(behind)
        if owner and _adjacent(words, owner[0].last, match.first):
            yield _owned(words, match, (owner[0].first, match.last, owner[1].code))
        elif following and words.keys[match.last] in _OF:
            yield _owned(words, match, (match.first, following[0].last, following[1].code))
        elif match.value != "government":
            yield _owned(words, match, (match.first, match.last, None))


def _adjacent(words: Words, left: int, right: int) -> bool:
    return all(words.joined(index) for index in range(left - 1, right))


def _is_s(words: Words, index: int) -> bool:
    """True if the word before is the "s" of a possessive."""
    return words.keys[index - 1] == "s"


def _owned(words: Words, match: Match[str], owned: tuple[int, int, str | None]) -> Actor:
    """An office as an actor: its canonical name where the economy is said and its institution is known."""
    first, last, code = owned
    printed = words.text[words.spans[first][0] : words.spans[last - 1][1]]
    known = institution_of(code, match.value) if code else None
    bare = "anonymous" if match.value in {"customs", "ministry"} else "institution"
    kind = "institution" if known or (code and match.value != "government") else "official" if code else bare
    return Actor(
        first=first,
        last=last,
        name=known or printed,
        kind=kind,
        rule=f"office.{match.value}",
        office=match.value,
        iso3=code,
    )


def _anonymous(words: Words, match: Match[str]) -> Actor:
    first = match.first + (words.keys[match.first] in {"the", "an"})
    printed = words.text[words.spans[first][0] : words.spans[match.last - 1][1]]
    return Actor(first=first, last=match.last, name=printed, kind="anonymous", rule=f"anonymous.{match.value}")


def _without_overlaps(actors: list[Actor]) -> tuple[Actor, ...]:
    """Of overlapping actors the longest stays, of equally long ones the first that was found."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda actor: (actor.first, -actor.last)):
        if not kept or actor.first >= kept[-1].last:
            kept.append(actor)
        elif actor.last - actor.first > kept[-1].last - kept[-1].first:
            kept[-1] = actor
    return tuple(kept)


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({row["id"]: row for row in read_csv("institutions.csv")})


@cache
def _by_office() -> Mapping[tuple[str, str], str]:
    first: dict[tuple[str, str], str] = {}
    for row in read_csv("institutions.csv"):
        first.setdefault((row["iso3"], row["kind"]), row["id"])
    return MappingProxyType(first)


@cache
def _gazetteer() -> Gazetteer[str]:
    known: Gazetteer[str] = Gazetteer()
    for row in read_csv("institutions.csv"):
        for name in filter(None, [row["id"], *row["names"].split("|")]):
            known.add(name, row["id"])
    return known


@cache
def _office_phrases() -> Gazetteer[str]:
    return _phrases("office")


@cache
def _anonymous_phrases() -> Gazetteer[str]:
    return _phrases("anonymous")


def _phrases(table: str) -> Gazetteer[str]:
    known: Gazetteer[str] = Gazetteer()
    for record in read_toml("sources.toml")[table]:
        for phrase in record["phrases"]:
            known.add(phrase, record["id"])
    return known
