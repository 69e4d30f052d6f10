"""An economy: a country, a territory, or a group of them, as trade reports name the parties of a flow.

Codes are ISO 3166-1 alpha-3, slugs for groups (``central-asia``), and ``+``-joined sums (``UZB+TKM``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from pipeline.economy_context import ContextRule, Place, context_rules, fixed_phrases
from pipeline.gazetteer import Gazetteer, Match, Words, split_words
from pipeline.lexicon import read_csv

SILENT_KINDS: Final = frozenset({"currency", "name-part", "dateline", "place"})
"""Kinds of mentions that are never a party of a flow: the words stand for money, an organisation or a place."""
GROUP_YEAR: Final = 2024
"""The year of a membership that is only asked for to see who belongs together: it hardly matters which."""
GROUP_KINDS: Final = frozenset({"group", "group-demonym"})
"""Kinds of mentions that name several economies."""
ADJECTIVE_KINDS: Final = frozenset({"demonym", "group-demonym"})
"""Kinds of mentions that are adjectives, or nouns for people: "Peruvian", "the Dutch"."""
_NAMES: Final = frozenset({"name", "group", "world"})
"""Kinds of mentions that say who trades; an adjective or a capital does not."""

_POSSESSIVE: Final = re.compile(r"['’]s\b|['’]S\b")
_SMALL_GROUP: Final = 12
_PLURAL_ENDS: Final = ("n", "i", "k", "h", "b", "t", "ne", "de", "ch")
_NEVER_PLURAL: Final = ("ish", "sh", "nch", "rench")


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyMention:
    """An economy named in a text; ``text`` is what is printed at ``[start, end)``.

    ``kind`` is ``name``, ``demonym``, ``metonym`` (capital or seat of government), ``group``, ``group-demonym``,
    ``world``, ``region`` (a province, under its own slug), or one of ``SILENT_KINDS``.
    """

    start: int
    end: int
    text: str
    code: str
    kind: str
    possessive: bool
    rule: str


def find_economies(text: str) -> tuple[EconomyMention, ...]:
    """Every economy that a text names, in its order, without overlaps; silent kinds are included and marked."""
    return tuple(mention for _, mention in economies_in(split_words(text)))


def economies_in(words: Words) -> tuple[tuple[Match[tuple[str, str]], EconomyMention], ...]:
    """The mentions in a text already split, each with its range of words."""
    return _economies_of(words.text)


@lru_cache(maxsize=64)  # the finders of sources and of parties ask for the same sentence
def _economies_of(text: str) -> tuple[tuple[Match[tuple[str, str]], EconomyMention], ...]:
    words = split_words(text)
    found = []
    matches = tuple(_gazetteer().find(words))
    named = frozenset(
        index for match in matches if match.value[1] != "phrase" for index in range(match.first, match.last)
    )
    for match in matches:
        kind = match.value[1]
        if kind != "phrase" and (kind != "prefix" or _is_prefix(words, match.last - 1)):
            found.append((match, _mention(words, match, "demonym" if kind == "prefix" else kind, named)))
    return tuple(found)


def is_group(code: str) -> bool:
    """True for a slug of the group lexicon (the world included) and for a sum of economies."""
    return "+" in code or _plain(code) in _groups()


def named(printed: str) -> str | None:
    """The code of the economy or group whose code or name the words are, and nothing else: "KGZ", "Central Asia"."""
    if printed.upper() in _economies():
        return printed.upper()
    if is_group(printed.lower()):
        return printed.lower() if "+" not in printed else printed
    found = [mention for mention in find_economies(printed) if mention.text == printed]
    return found[0].code if len(found) == 1 and found[0].kind in _NAMES else None


def is_definite(code: str) -> bool:
    """True if nobody disputes who belongs: one economy, a sum of such, a treaty's members, a fixed region."""
    if "+" in code:
        return all(is_definite(part) for part in code.split("+"))
    return code in _economies() or _groups().get(code, {}).get("boundary") in {"treaty", "fixed"}


@cache
def members(code: str, year: int) -> frozenset[str]:
    """The economies of a group or a sum in a year; of one economy itself; nothing for an unknown slug.

    The world and "non-" groups are all economies that exist in that year (less the group's members).
    """
    if "+" in code:
        return frozenset[str]().union(*(members(part, year) for part in code.split("+")))
    if code in _economies():
        return frozenset({code})
    if code == "world":
        return frozenset(iso3 for iso3 in _economies() if valid_in(iso3, year))
    if code.startswith("non-") and code[4:] in _groups():
        return members("world", year) - members(code[4:], year)
    return frozenset(
        row["iso3"]
        for row in _member_rows().get(code, ())
        if _in_years(row, year) and (row["from"] or row["until"] or valid_in(row["iso3"], year))
    )


def name_of(code: str) -> str:
    """The name to show: ``Kazakhstan``, ``Central Asia``, ``Uzbekistan, Turkmenistan and Tajikistan``."""
    if "+" in code:
        *others, last = (name_of(part) for part in code.split("+"))
        return f"{', '.join(others)} and {last}"
    if code.startswith("non-") and code not in _groups() and code[4:] in _groups():
        return f"countries outside {name_of(code[4:])}"
    row = _economies().get(code) or _groups().get(code) or _regions().get(code)
    return row["name"] if row else code.replace("-", " ").title() if code.islower() else code


def country_of(code: str) -> str:
    """The country that a province or city is in; every other code is its own."""
    row = _regions().get(code)
    return row["iso3"] if row is not None else code


def valid_in(code: str, year: int) -> bool:
    """True if the economy existed in that year; groups and unknown codes are not dated."""
    row = _economies().get(code)
    return row is None or _in_years(row, year)


@cache
def siblings(code: str, year: int) -> tuple[str, ...]:
    """Economies that share a small group with this one: whom a slip of the pen may have put in its place.

    Those of the smallest shared group come first, within it by code.
    """
    groups = [slug for slug in sorted(_member_rows()) if code in members(slug, year)]
    sized = sorted((len(members(slug, year)), slug) for slug in groups)
    ordered = [iso3 for size, slug in sized if size <= _SMALL_GROUP for iso3 in sorted(members(slug, year))]
    return tuple(dict.fromkeys(iso3 for iso3 in ordered if iso3 != code))


def _mention(words: Words, match: Match[tuple[str, str]], kind: str, named: frozenset[int]) -> EconomyMention:
    """The mention of a match, its kind as the context decides; ``named`` are all words that name economies."""
    code = match.value[0]
    first = match.first + (match.last - match.first > 1 and words.keys[match.first] == "the")
    start, end = words.spans[first][0], words.spans[match.last - 1][1]
    possessive = _is_possessive(words.text, end)
    place = Place(words=words, first=first, last=match.last, possessive=possessive, named=named)
    code = _negated(words, first, code) if kind == "group" else code
    decided, rule = _decide(place, code, kind)
    start = words.spans[first - 1][0] if code.startswith("non-") and code != match.value[0] else start
    return EconomyMention(
        start=start,
        end=end,
        text=words.text[start:end],
        code=code,
        kind=decided,
        possessive=possessive,
        rule=f"economy.{rule}",
    )


def _decide(place: Place, code: str, kind: str) -> tuple[str, str]:
    """The kind of a mention and the rule that gave it."""
    if kind in {"name", "demonym"} and place.words.text.startswith("$", place.words.spans[place.last - 1][1]):
        return "currency", "currency-sign"
    if kind in {"name", "metonym", "region"} and place.in_dateline(kind):
        return "dateline", "dateline"
    before, after = place.words.word(place.first - 1), place.words.word(place.last)
    for rule in _rules_between(before, after, code, kind):
        if rule.fits(place, code, kind):
            return rule.kind, rule.id
    return kind, kind


@lru_cache(maxsize=1 << 14)
def _rules_between(before: str, after: str, code: str, kind: str) -> tuple[ContextRule, ...]:
    """The context rules that can decide about a mention between two words, in their order."""
    return tuple(rule for rule in _rules_about(code, kind) if rule.may_fit(before, after))


@lru_cache(maxsize=1 << 12)
def _rules_about(code: str, kind: str) -> tuple[ContextRule, ...]:
    """The context rules that can decide about a mention, in their order."""
    return tuple(
        rule
        for rule in context_rules()
        if not (rule.codes and code not in rule.codes) and not (rule.kinds and kind not in rule.kinds)
    )


def _negated(words: Words, first: int, code: str) -> str:
    """``non-opec`` for "non-OPEC", ``non-eu`` for "extra-EU"."""
    before = words.keys[first - 1] if first else ""
    return f"non-{code}" if before in {"non", "extra"} and words.gap(first - 1) in {"-", "‑", "–"} else code


def _is_prefix(words: Words, index: int) -> bool:
    """True for "Sino" in "Sino-Russian": a hyphen and a capital follow."""
    return words.gap(index) in {"-", "‑", "–"} and words.word(index + 1)[:1].isupper()


def _is_possessive(text: str, end: int) -> bool:
    """True for "China's" and for "the Philippines'"."""
    if _POSSESSIVE.match(text, end):
        return True
    return (
        text[end - 1 : end] in {"s", "S"}
        and text[end : end + 1] in {"'", "’"}
        and not text[end + 1 : end + 2].isalnum()
    )


def _in_years(row: Mapping[str, str], year: int) -> bool:
    return int(row["from"] or 0) <= year <= int(row["until"] or 9999)


def _plain(code: str) -> str:
    return code[4:] if code.startswith("non-") and code not in _groups() else code


@cache
def _economies() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({row["iso3"]: row for row in read_csv("economies.csv")})


@cache
def _groups() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({row["slug"]: row for row in read_csv("groups.csv")})


@cache
def _regions() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({row["slug"]: row for row in read_csv("regions.csv")})


@cache
def _member_rows() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    rows: dict[str, list[Mapping[str, str]]] = {}
    for row in read_csv("group_members.csv"):
        rows.setdefault(row["slug"], []).append(row)
    return MappingProxyType({slug: tuple(listed) for slug, listed in rows.items()})


@cache
def _gazetteer() -> Gazetteer[tuple[str, str]]:
    """All names of the lexicons; fixed phrases first, then names, demonyms, groups, metonyms."""
    known: Gazetteer[tuple[str, str]] = Gazetteer()
    for phrase in fixed_phrases():
        _add(known, f"{phrase}|the {phrase}", ("", "phrase"))
    for code, row in _economies().items():
        _add(known, row["name"] + "|" + row["aliases"], (code, "name"))
    for row in _economies().values():
        _add(known, row["demonyms"], (row["iso3"], "demonym"))
        _add(known, row["metonyms"], (row["iso3"], "metonym"))
    for slug, row in _groups().items():
        world = slug == "world"
        _add(known, row["name"] + "|" + row["aliases"], (slug, "world" if world else "group"))
        _add(known, row["demonyms"], (slug, "world" if world else "group-demonym"))
        _add(known, row["metonyms"], (slug, "metonym"))
    for slug, row in _regions().items():
        _add(known, row["name"] + "|" + row["aliases"], (slug, "region"))
    _add_derived(known)
    return known


def _add_derived(known: Gazetteer[tuple[str, str]]) -> None:
    """Plurals of demonyms ("Kazakhs"), forms like "Sino-" and "S. African", after all that the lexicons print."""
    for code, row in {**_economies(), **_groups()}.items():
        country = code in _economies()
        _add(known, row["prefixes"], (code, "prefix"))
        _add(known, _shortened(row["name"] + "|" + row["aliases"]), (code, "name" if country else "group"))
        _add(known, _shortened(row["demonyms"]), (code, "demonym" if country else "group-demonym"))
        if country:
            _add(
                known,
                "|".join(f"{word}s" for word in row["demonyms"].split("|") if _has_plural(word)),
                (code, "demonym"),
            )


def _shortened(names: str) -> str:
    """The names whose first word is one that is shortened, so written: "South Africa" as "S. Africa"."""
    short = _name_parts()
    parted = (name.partition(" ") for name in names.split("|"))
    return "|".join(f"{short[first]} {rest}" for first, _, rest in parted if rest and first in short)


@cache
def _name_parts() -> Mapping[str, str]:
    return MappingProxyType({row["part"]: row["short"] for row in read_csv("name_parts.csv")})


def _has_plural(demonym: str) -> bool:
    return demonym.endswith(_PLURAL_ENDS) and not demonym.endswith(_NEVER_PLURAL)


def _add(known: Gazetteer[tuple[str, str]], names: str, value: tuple[str, str]) -> None:
    for name in filter(None, names.split("|")):
        known.add(name, value)
