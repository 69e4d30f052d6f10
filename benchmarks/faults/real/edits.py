"""Single slips in a real text: what is printed instead, and what the gold records around it then say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from benchmarks.faults.misprints import exchanged, is_printable, left_out, point_to_the_right, typed_for
from benchmarks.faults.real.words import opposite

Record = Mapping[str, Any]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s))+[.!?]?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COUNTRY = re.compile(r"[A-Z]{3}")
_TURNED = {"export": "import", "import": "export"}
_NEAR = 60
"""How far a word for a rise or a fall may stand from its figure, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """``new`` is printed in place of ``[start, end)``; ``changes`` are the slots that change, by number of record."""

    kind: str
    start: int
    end: int
    new: str
    changes: Mapping[int, Mapping[str, Any]]

    def text(self, text: str) -> str:
        """The text with the slip."""
        return text[: self.start] + self.new + text[self.end :]

    def records(self, records: Sequence[Record]) -> list[dict[str, Any]]:
        """The records of the text with the slip: what it prints, where it stands now."""
        shift = len(self.new) - (self.end - self.start)
        return [
            {**record, **self.changes.get(number, {})}
            | {"start": record["start"] + shift * (record["start"] >= self.end)}
            | {"end": record["end"] + shift * (record["end"] >= self.end)}
            for number, record in enumerate(records)
        ]


def edits(text: str, records: Sequence[Record]) -> Iterator[Edit]:
    """Every slip that can be made in a text whose gold is known."""
    for number, record in enumerate(records):
        if record["measure"] in ("level", "change", "share"):
            yield from _figures(text, number, record)
    names = _names(text, records)
    for found in _SENTENCE.finditer(text):
        here = {n: one for n, one in enumerate(records) if found.start() <= one["start"] < found.end()}
        if here:
            yield from _direction(text, found.span(), here)
            yield from _sign(text, found.span(), here)
            yield from _trend(text, found.span(), here)
            yield from _year(text, found.span(), here)
            yield from _country(text, found.span(), here, names)


def _figures(text: str, number: int, record: Record) -> Iterator[Edit]:
    """Another digit, two transposed, one dropped, the point or the scale wrong."""
    start, surface = record["start"], text[record["start"] : record["end"]]
    numbers = list(_NUMBER.finditer(surface))
    if len(numbers) != 1 or record.get("low") is not None:
        return
    of = {"change": "growth", "share": "share"}.get(record["measure"]) if record["unit"] == "percent" else None
    digits, place = numbers[0][0], numbers[0].start() + start
    for kind, new in _misprints(digits):
        old, said = Decimal(digits.replace(",", "")), Decimal(new.replace(",", ""))
        if said and old and said != old:
            changes = {number: {"value": float(Decimal(str(record["value"])) * said / old)}}
            yield Edit(kind=of or kind, start=place, end=place + len(digits), new=new, changes=changes)
    behind = numbers[0].end()
    for word in re.finditer(r"[A-Za-z]+", surface[behind:]):
        for other, factor in _scales(word[0]):
            at = start + behind + word.start()
            changes = {number: {"value": float(Decimal(str(record["value"])) * factor)}}
            yield Edit(kind="scale", start=at, end=at + len(word[0]), new=other, changes=changes)


def _scales(word: str) -> Iterator[tuple[str, Decimal]]:
    if word.lower() in ("trillion", "tn"):
        return
    for other in opposite("scale", word):
        yield other, Decimal("0.001") if word.lower().startswith("b") else Decimal(1000)


def _misprints(digits: str) -> Iterator[tuple[str, str]]:
    """The digits as slips make them; the first digit stays a digit other than nought."""
    forms: list[tuple[str, str]] = []
    places = [at for at, mark in enumerate(digits) if mark.isdigit()]
    for at, after in pairwise(places):
        forms.append(("transposed", exchanged(digits, at, after)))
    for at in places:
        new = str((int(digits[at]) + 1 + (at * 7 + len(digits)) % 8) % 10)
        forms.append(("digit", typed_for(digits, at, new)))
        if "," not in digits and len(digits.partition(".")[0]) > 1 and at < len(digits.partition(".")[0]):
            forms.append(("dropped", left_out(digits, at)))
    if "." in digits and "," not in digits:
        forms.append(("decimal", point_to_the_right(digits)))
    yield from ((kind, form) for kind, form in forms if is_printable(form))


def _one_word(text: str, span: tuple[int, int], kind: str) -> tuple[re.Match[str], str] | None:
    """The only word of a kind in a stretch of text, with its opposite."""
    found = [
        (word, other)
        for word in re.finditer(r"[A-Za-z]+", text[span[0] : span[1]])
        for other in opposite(kind, word[0].lower())
    ]
    if len({word.start() for word, _ in found}) != 1:
        return None
    word, other = found[0]
    return word, other.capitalize() if word[0][0].isupper() else other


def _word_edit(kind: str, span: tuple[int, int], word: re.Match[str], new: str, changes: Mapping[int, Any]) -> Edit:
    return Edit(kind=kind, start=span[0] + word.start(), end=span[0] + word.end(), new=new, changes=changes)


def _direction(text: str, span: tuple[int, int], here: Mapping[int, Record]) -> Iterator[Edit]:
    found = _one_word(text, span, "flow")
    turned = {number: {"flow": _TURNED[one["flow"]]} for number, one in here.items() if one["flow"] in _TURNED}
    if found and turned and not any(one.get("share_of") for one in here.values()):
        said = "import" if found[0][0].lower().startswith("import") else "export"
        if all(here[number]["flow"] == said for number in turned):
            yield _word_edit("direction", span, *found, turned)


def _sign(text: str, span: tuple[int, int], here: Mapping[int, Record]) -> Iterator[Edit]:
    found = _one_word(text, span, "sign")
    balances = {number: one for number, one in here.items() if one["flow"] == "balance"}
    if found and balances and all(one["measure"] == "level" for one in balances.values()):
        yield _word_edit("sign", span, *found, {number: {"value": -one["value"]} for number, one in balances.items()})


def _trend(text: str, span: tuple[int, int], here: Mapping[int, Record]) -> Iterator[Edit]:
    found = _one_word(text, span, "trend")
    changes = {number: one for number, one in here.items() if one["measure"] == "change"}
    if not found or len(changes) != 1:
        return
    word, new = found
    number, one = next(iter(changes.items()))
    between = text[span[0] + word.end() : one["start"]]
    if span[0] + word.end() <= one["start"] and len(between) <= _NEAR and not between.startswith(" to "):
        yield _word_edit("rise-for-fall", span, word, new, {number: {"value": -one["value"]}})


def _year(text: str, span: tuple[int, int], here: Mapping[int, Record]) -> Iterator[Edit]:
    printed = Counter(_YEAR.findall(text[span[0] : span[1]]))
    for found in _YEAR.finditer(text[span[0] : span[1]]):
        year = found[0]
        for new in (str(int(year) - 1), str(int(year) + 1)):
            if printed[year] == 1 and new not in printed:
                changes = {n: moved for n, one in here.items() if (moved := _moved(one, year, new, printed))}
                if changes:
                    yield _word_edit("year", span, found, new, changes)


def _moved(record: Record, year: str, new: str, printed: Mapping[str, int]) -> dict[str, str]:
    """The times of a record when another year is printed; a base that nobody prints moves along."""
    period, base = str(record.get("period") or ""), str(record.get("base_period") or "")
    moved: dict[str, str] = {}
    if year in period and set(_YEAR.findall(period)) == {year}:
        moved["period"] = period.replace(year, new)
        years = set(_YEAR.findall(base))
        if len(years) == 1 and not years & set(printed):
            own = next(iter(years))
            moved["base_period"] = base.replace(own, str(int(own) + int(new) - int(year)))
    elif year in base and set(_YEAR.findall(base)) == {year}:
        moved["base_period"] = base.replace(year, new)
    return moved


def _names(text: str, records: Sequence[Record]) -> dict[str, str]:
    """The countries that trade in the article and are named in it, but the one that it is mostly about."""
    parties = Counter(side for one in records for side in (one["reporter"], one["partner"]))
    home = {code for code, count in parties.items() if 2 * count > len(records)}
    names: dict[str, str] = {}
    for mention in _mentions(text):
        if mention.code in parties and mention.code not in home:
            names.setdefault(mention.code, mention.text)
    return names


def _mentions(text: str) -> list[Any]:
    from pipeline.economy import find_economies

    return [one for one in find_economies(text) if one.kind == "name" and _COUNTRY.fullmatch(one.code)]


def _country(text: str, span: tuple[int, int], here: Mapping[int, Record], names: Mapping[str, str]) -> Iterator[Edit]:
    mentions = _mentions(text[span[0] : span[1]])
    named = Counter(one.code for one in mentions)
    for mention in mentions:
        code = mention.code
        if code not in names or named[code] != 1 or any(code in str(one.get("share_of")) for one in here.values()):
            continue
        its = {n: one for n, one in here.items() if code in (one["reporter"], one["partner"])}
        if not its or any("+" in f"{one['reporter']}{one['partner']}" for one in here.values()):
            continue
        for other in sorted(set(names) - set(named)):
            sides = {n: "reporter" if one["reporter"] == code else "partner" for n, one in its.items()}
            if all(other not in (one["reporter"], one["partner"]) for one in its.values()):
                changes = {n: {side: other} for n, side in sides.items()}
                at = span[0] + mention.start, span[0] + mention.end
                yield Edit(kind="country", start=at[0], end=at[1], new=names[other], changes=changes)
