"""Facts of an almanac, each under its name: "Exports: $5 billion (2021)", "Export partners: China 5% (2021)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.grid import Entry, Grid, build_table
from pipeline.layout.lines import Line
from pipeline.lexicon import read_toml

_NAME: Final = re.compile(r"(?P<name>[A-Za-z][^:|.;!?\d\n]{1,60})(?::|$)")
"""How a line begins that names a fact, of whatever."""
_DIGIT: Final = re.compile(r"\d")
_PROSE: Final = re.compile(r"[;|]|[a-z]:\s|\.\s[A-Z]")
"""What a fact has that is more than a figure or a list: sentences, facts of its own."""
_WORDS: Final = 8  # a longer name is a sentence
_LONGEST: Final = 200  # characters of a fact
_NAMED: Final = 2  # facts on trade, fewer are no almanac's


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """The name of a fact, and the figures and lists under it."""

    name: Span
    on_trade: bool
    listing: bool
    """Whether it names partners or goods."""
    values: list[Span]


def looks_factual(text: str) -> bool:
    """A cheap test that is never wrongly false: a line begins with the name of a list of partners or goods."""
    return _lists().search(text) is not None


def find_facts(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The runs of facts without a blank line, each as a table of the names and values of those on trade."""
    index = 0
    while index < len(lines):
        facts: list[_Fact] = []
        end = index
        while end < len(lines) and not (facts and lines[end].gap) and (read := _read(text, lines, end)) is not None:
            facts.append(read[0])
            end = read[1]
        table = _table(text, facts)
        if table is not None:
            yield table
        index = max(end, index + 1)


def _table(text: str, facts: Sequence[_Fact]) -> Table | None:
    told = [fact for fact in facts if fact.on_trade and fact.values]
    if len(told) < _NAMED or not any(fact.listing for fact in told):
        return None
    return build_table(text, _grid(told, facts[0].name[0]))


def _read(text: str, lines: Sequence[Line], at: int) -> tuple[_Fact, int] | None:
    """The fact that a line names and where the next begins; None where the line names none, or tells more than one."""
    line = lines[at]
    key = _keys().match(text, line.start, line.end)
    name = key or (_NAME.match(text, line.start, line.end) if _names(text, line) else None)
    if name is None:
        return None
    rest = text[name.end() : line.end].strip(" \t")
    values = [(line.end - len(rest), line.end)] if rest else []
    end = at + 1
    if key and not rest and end < len(lines) and not lines[end].gap and not _is_key(text, lines[end]):
        values.append((lines[end].start, lines[end].end))  # "Export goods", and below it "Gold and copper"
        end += 1
    while end < len(lines) and not lines[end].gap and not _names(text, lines[end]):
        values.append((lines[end].start, lines[end].end))
        end += 1
    if not key and not values:
        return None  # a name alone is the title of what follows
    if any(stop - start > _LONGEST or (key and _PROSE.search(text, start, stop)) for start, stop in values):
        return None
    told = [value for value in values if _DIGIT.search(text, *value) or not key]
    listing = key is not None and key["of"] is not None
    return _Fact(name=name.span("name"), on_trade=key is not None, listing=listing, values=told), end


def _is_key(text: str, line: Line) -> bool:
    return _keys().match(text, line.start, line.end) is not None


def _names(text: str, line: Line) -> bool:
    """Whether a line names a fact, on trade or on something else."""
    name = _NAME.match(text, line.start, line.end)
    return name is not None and name[0].count(" ") < _WORDS and not (name[0].count(",") and not name[0].endswith(":"))


def is_named(line: str) -> bool:
    """Whether a line begins with the name of a fact on trade, or is one."""
    return _keys().match(line) is not None


def names_list(line: str) -> bool:
    """Whether a line is the name of a list of partners or goods, and nothing else."""
    key = _keys().fullmatch(line)
    return key is not None and key["of"] is not None


@cache
def _keys() -> re.Pattern[str]:
    """The name of a fact on trade, with its colon or alone on the line."""
    said = read_toml("layout.toml")["facts"]
    flows, of, before = ("|".join(said[name]) for name in ("flows", "of", "before"))
    return re.compile(
        rf"(?P<name>(?:(?:{before}) )?(?:{flows})(?:(?: ?[-–—] ?| )(?P<of>{of}))?)[ \t]*(?::[ \t]*|(?=\n|\r|\Z))",
        re.IGNORECASE,
    )


@cache
def _lists() -> re.Pattern[str]:
    said = read_toml("layout.toml")["facts"]
    return re.compile(rf"(?:{'|'.join(said['flows'])})(?: ?[-–—] ?| )(?:{'|'.join(said['of'])})\b", re.IGNORECASE)


def _grid(facts: Sequence[_Fact], start: int) -> Grid:
    entries: list[Entry] = []
    row = 0
    for fact in facts:
        for number, (first, last) in enumerate(fact.values):
            if number == 0:
                rows = len(fact.values)
                entries.append(Entry(start=fact.name[0], end=fact.name[1], row=row, column=0, rows=rows, marked=True))
            entries.append(Entry(start=first, end=last, row=row, column=1))
            row += 1
    return Grid(start=start, end=entries[-1].end, entries=tuple(entries))
