"""When an article says that it appeared: a dateline, or a date that stands alone on its line.

A date inside a running sentence is what the article is about, not when it appeared; it is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from pipeline.article.record import Precision, Published
from pipeline.lexicon import read_toml

HEAD: Final = 1500
TAIL: Final = 300
_LONGEST_LINE: Final = 120
_CERTAIN, _UNLABELLED, _UPDATED, _WITHOUT_YEAR = range(4)  # ranks of what may be the day: the lowest wins
_FIRST_YEAR, _LAST_YEAR = 1800, 2100

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ ]{1,2})?"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>\d{4})"
_ZONE: Final = r"(?:\(?(?:[a-z]{3,4}|z)\)?(?:[+-]\d{1,2})?|[+-]\d\d:?\d\d)"
_CLOCK: Final = rf"\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d{{1,6}})?)?[ ]?(?:[ap]\.?m\.?)?[ ]?{_ZONE}?"
_GAP: Final = r"[ ]{1,2}"

_SHAPES: Final = (
    rf"{_DAY}[ -]{{1,2}}(?:of )?{_MONTH},?[ -]{{1,2}}{_YEAR}",
    rf"{_MONTH}{_GAP}{_DAY},?{_GAP}{_YEAR}",
    rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}",
    rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}",
    r"(?P<either>\d{1,2}/\d{1,2})/" + _YEAR,
    rf"{_MONTH},?{_GAP}{_YEAR}",
    rf"{_YEAR}-(?P<number>\d{{2}})",
    _YEAR,
)
_WHOLE: Final = tuple(
    re.compile(rf"(?:{_CLOCK},?{_GAP})?{_WEEKDAY}{shape}(?:(?:T|,?{_GAP}(?:at )?|, ?)(?:{_CLOCK}))?", re.I)
    for shape in _SHAPES
)
# "BEIJING, Nov 7 (Reuters) - ", "SEOUL, Dec. 29 (Yonhap) --", "MOSCOW, March 5. /TASS/.", "Ankara, 5 March 2024 –"
_BARE_MONTH: Final = _MONTH.replace("?P<month>", "?:")
_CAPITALS: Final = r"(?<![A-Za-z])[A-Z][A-Z.'’-]{1,20}(?:[ ][A-Z][A-Z.'’-]{1,20}){0,3}"
_LINE_START: Final = (
    r"^[ \t]{0,8}(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},)[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20}){0,2}"
)
_COUNTRY: Final = r"(?:,[ ][A-Z][A-Za-z.]{1,20}(?:[ ][A-Z][a-z]{1,20})?)?"
_AGENCY: Final = r"(?:[ ]{0,2}\([^()\n]{2,40}\)|\.?[ ]{0,2}/[A-Za-z ]{2,20}/)?"
_DAY_IN_DATELINE: Final = re.compile(
    rf",[ ]{{1,2}}{_WEEKDAY}(?:{_BARE_MONTH}{_GAP}[0-3]?\d|[0-3]?\d{_GAP}{_BARE_MONTH})", re.I
)
"""What every dateline holds: looked for first, for a comma is quickly found."""
_DATELINE: Final = re.compile(
    rf"(?:{_CAPITALS}|{_LINE_START}){_COUNTRY}(?:[ ]\([A-Za-z. ]{{2,30}}\))?,[ ]{{1,2}}"
    rf"(?P<date>(?i:{_WEEKDAY}(?:(?P<month_first>{_BARE_MONTH}){_GAP}(?P<day_last>[0-3]?\d)"
    rf"|(?P<day_first>[0-3]?\d){_GAP}(?P<month_last>{_BARE_MONTH})))(?:,?[ ]{_YEAR})?)(?!\d)"
    rf"{_AGENCY}[ ]{{0,2}}(?:-{{1,2}}|[–—:]|\.(?=[ ]|$)|$)",
    re.M,
)
_CELLS: Final = re.compile(r"[|•·]|[ ][-–—/][ ]|\t")
_EDGES: Final = " \t\r*_#>()[]\ufeff\u00a0:"
_LEAD: Final = re.compile(r"([^.,;:!?\d]{1,40})([,:])[ ]{0,2}")
# "Border Trade Monitor Feb 2, 2024": names in capitals, then the day; a preposition before it would date an event.
_NAMED: Final = re.compile(
    r"(?:[A-Z][\w.'’&-]{0,30}[ ]|(?:of|and|the|for)[ ](?=[A-Z])){1,8}?"
    rf"(?=(?i:{_WEEKDAY}(?:{_BARE_MONTH}{_GAP}[0-3]?\d|[0-3]?\d(?:st|nd|rd|th)?{_GAP}{_BARE_MONTH}),?{_GAP}\d{{4}}))"
)
_DIGIT: Final = re.compile("[0-9]")
_BYLINE: Final = re.compile(r"by[ ]", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDate:
    """The first day of what is printed, and how much of it is printed."""

    day: date
    precision: Precision


def parse_date(text: str) -> ParsedDate | None:
    """The date that ``text`` is as a whole, with or without weekday and time; None if it is anything else.

    ``03/05/2024`` may be March or May, so it is no date; ``05.03.2024`` is 5 March, as everywhere dots are written.
    """
    squeezed = " ".join(text.split())
    if len(squeezed) > _LONGEST_LINE:
        return None
    found = next((match for shape in _WHOLE if (match := shape.fullmatch(squeezed))), None)
    return None if found is None else _value(found.groupdict())


def find_published(text: str) -> Published | None:
    """When the article says it appeared: a day with its year before an update, and that before a day without year."""
    head, tail = text[:HEAD], text[max(HEAD, len(text) - TAIL) :]
    found = [*_datelines(head), *_lines(head)]
    end = list(_lines(tail))
    if len({candidate.day for _, candidate in end}) == 1:
        found += end
    return min(found, key=lambda ranked: ranked[0], default=(_CERTAIN, None))[1]


def _value(parts: dict[str, str | None]) -> ParsedDate | None:
    year = int(parts["year"] or 0)
    month: int | None = None
    day = parts.get("day")
    if name := parts.get("month"):
        month = _MONTHS.index(name[:3].casefold()) + 1
    elif number := parts.get("number"):
        month = int(number)
    elif either := parts.get("either"):
        return _unambiguous(either, year)
    precision: Precision = "day" if day else "month" if month else "year"
    made = _date(year, month or 1, int(day or 1))
    return None if made is None else ParsedDate(day=made, precision=precision)


def _unambiguous(pair: str, year: int) -> ParsedDate | None:
    first, second = (int(part) for part in pair.split("/"))
    readings = {made for m, d in ((first, second), (second, first)) if (made := _date(year, m, d))}
    return ParsedDate(day=readings.pop(), precision="day") if len(readings) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _datelines(head: str) -> Iterator[tuple[int, Published]]:
    for found in _DATELINE.finditer(head) if _DAY_IN_DATELINE.search(head) else ():
        month = _MONTHS.index((found["month_first"] or found["month_last"])[:3].casefold()) + 1
        day = int(found["day_last"] or found["day_first"])
        if found["year"] is None:
            if _date(2000, month, day) is not None:  # 2000 was a leap year: every day of a month exists in it
                yield _WITHOUT_YEAR, Published(text=found["date"], origin="dateline")
        elif (made := _date(int(found["year"]), month, day)) is not None:
            yield _CERTAIN, Published(text=found["date"], day=made, precision="day", origin="dateline")


def _lines(zone: str) -> Iterator[tuple[int, Published]]:
    """The dates that are all of a line or of a cell of it, after a label or a byline at most."""
    for line in zone.split("\n"):
        if not 4 <= len(line) <= _LONGEST_LINE or _DIGIT.search(line) is None:
            continue
        for cell in _CELLS.split(line):
            if (found := _cell(cell.strip(_EDGES))) is not None:
                yield found


def _cell(cell: str) -> tuple[int, Published] | None:
    rank, rest = _without_label(cell)
    parsed = parse_date(rest)
    if parsed is None and (named := _NAMED.match(rest)) is not None:
        rank, rest = _UPDATED, rest[named.end() :]
        parsed = parse_date(rest)
    if parsed is None or (parsed.precision != "day" and (rank is None or parsed.precision == "year")):
        return None
    found = Published(text=rest, day=parsed.day, precision=parsed.precision, origin="text")
    return (_UNLABELLED if rank is None else rank), found


def _without_label(cell: str) -> tuple[int | None, str]:
    """The rank of the label before a date and the cell without it; rank None where nothing known leads."""
    folded = cell.casefold()
    for phrase, rank in _labels():
        if folded.startswith(phrase) and not folded[len(phrase) :][:1].isalpha():
            return rank, cell[len(phrase) :].lstrip(" :,-–—")
    if _BYLINE.match(cell):
        return None, _after_name(cell)
    lead = _LEAD.match(cell)
    if lead is not None and lead[2] == "," and parse_date(lead[1] + "," + cell[lead.end() :]) is None:
        return None, cell[lead.end() :]
    return None, cell


def _after_name(byline: str) -> str:
    """What follows the name of a byline: from the first comma that a date follows."""
    for at, mark in enumerate(byline):
        if mark == "," and parse_date(byline[at + 1 :]) is not None:
            return byline[at + 1 :].strip()
    return byline


@cache
def _labels() -> tuple[tuple[str, int], ...]:
    """Phrases with their rank, the longest first, so that "published on" is tried before "published"."""
    ranks = {"published": _CERTAIN, "updated": _UPDATED}
    records = read_toml("page_furniture.toml")["label"]
    phrases = [(phrase, ranks[record["id"]]) for record in records for phrase in record["patterns"]]
    return tuple(sorted(phrases, key=lambda pair: (-len(pair[0]), pair)))
