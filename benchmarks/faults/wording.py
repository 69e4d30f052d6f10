"""Sentences for statements: a template is chosen, its slots are filled, and the place of every figure is kept."""

from __future__ import annotations

import random
import re
import tomllib
from calendar import month_name
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import prod
from typing import Any

from benchmarks.faults.statement import Say, Statement
from benchmarks.faults.world import HERE, group_members, names, split

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_PIECE = re.compile(r"\{([^{}]+)\}|<([^<>]+)>")
_ORDINALS = {"Q1": "first", "Q2": "second", "Q3": "third", "Q4": "fourth", "H1": "first", "H2": "second"}
_COUNTS = {3: "three", 4: "four", 5: "five", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven"}
_MONTHS = tuple(month_name)[1:]
_KINDS = {"export": ("exports", "to"), "import": ("imports", "from"), "turnover": ("trade", "with")}
_AMOUNTS = ("V", "W", "X")


@cache
def templates() -> Mapping[str, Any]:
    """The wording file."""
    return tomllib.loads((HERE / "wording.toml").read_text(encoding="utf-8"))


def expansions(template: str) -> int:
    """How many sentences the choices of a template make."""
    return prod(len(choice.split("|")) for choice in _CHOICE.findall(template))


def period_phrases(period: str) -> tuple[str, ...]:
    """How a period is printed, without its preposition."""
    year = period[:4]
    part = period[5:]
    if not part:
        return (year,)
    if "/" in period:
        last = int(period.split("/")[1][5:])
        span = f"January-{_MONTHS[last - 1]} {year}"
        return (f"the first {_COUNTS[last]} months of {year}", span)
    if part[0] in "QH":
        word = {"Q": "quarter", "H": "half"}[part[0]]
        return (f"the {_ORDINALS[part]} {word} of {year}",)
    return (f"{_MONTHS[int(part) - 1]} {year}",)


def name_of(party: str) -> str:
    """The usual name of a country or group, or of all the countries of an ad-hoc sum."""
    if party in names()["countries"]:
        return str(names()["countries"][party]["name"])
    if "+" in party:
        return listing([name_of(one) for one in party.split("+")])
    return str(next(group["names"][0] for group in names()["group"] if group["slug"] == party))


def listing(items: Sequence[str]) -> str:
    """A, B and C."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def possessive(name: str) -> str:
    """The genitive of a name."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def bare(name: str) -> str:
    """A name without its article."""
    return name.removeprefix("the ")


@dataclass(slots=True)
class Page:
    """The text as far as it is written, and the statements with their places."""

    text: str = ""
    placed: list[tuple[Statement, int, int]] = field(default_factory=list)

    def put(self, words: str, statement: Statement | None = None) -> None:
        """Append words; those of a statement are remembered."""
        if statement is not None:
            self.placed.append((statement, len(self.text), len(self.text) + len(words)))
        self.text += words.lstrip() if self.text.endswith(" ") else words


class Sentence:
    """One sentence on its way: the slots it can fill, written piece by piece onto a page."""

    def __init__(self, say: Say, *, before: Say | None, office: str, last_year: int) -> None:
        self.say = say
        self.rng = random.Random(say.seed)
        self.first = say.statements[0]
        self.office = office
        self.last_year = last_year
        self.again = bool(
            before
            and not say.explicit
            and not before.explicit
            and before.first.pair == self.first.pair
            and self.rng.random() < 0.5
        )

    def write(self, page: Page) -> None:
        """The sentence with a capital and a full stop."""
        own = Page()
        template = self._chosen(self._template())
        self.again = self.again and "{src}" not in template
        self._fill(template, own)
        text = own.text.strip()
        lead = len(own.text) - len(own.text.lstrip())
        end = "" if self.say.shape == "headline" else "."
        start = len(page.text)
        page.text += text[:1].upper() + text[1:] + end
        page.placed += [(one, start + a - lead, start + b - lead) for one, a, b in own.placed]

    def _template(self) -> str:
        book, shape, flow = templates(), self.say.shape, self.first.flow
        if shape == "headline":
            kind = "turnover" if self.first.measure == "level" else self._signed("growth")
            return self._pick(book["headline"][kind])
        if shape == "level":
            whole = [] if self.first.partner == "world" else book["sentence"][flow]
            return self._pick(whole) if whole and self.rng.random() < 0.4 else self._pick(book["frame"]["level"])
        if shape in book["frame"]:
            return self._pick(book["frame"][shape])
        if shape == "share" and flow == "export":
            shape = "share_export"
        return self._pick(book["sentence"][shape])

    def _signed(self, name: str) -> str:
        return f"{name}_{'up' if self.say.up else 'down'}"

    def _pick(self, lines: Sequence[str], statement: Statement | None = None) -> str:
        """Every wording as likely as any other, so a line with many choices comes more often."""
        known = [line for line in lines if self._speakable(line, statement or self.first)]
        return self.rng.choices(known, weights=[expansions(line) for line in known])[0]

    def _speakable(self, line: str, statement: Statement) -> bool:
        """Names that only countries have are not asked of groups."""
        country = statement.partner in names()["countries"]
        return country or not any(words in line for words in ("{Pn}", "{Pd}", "the two", "{P} was"))

    def _chosen(self, template: str) -> str:
        return _CHOICE.sub(lambda match: self.rng.choice(match[1].split("|")), template)

    def _fill(self, template: str, page: Page) -> None:
        done = 0
        for piece in _PIECE.finditer(template):
            page.put(template[done : piece.start()])
            if piece[2] is not None:
                page.put(piece[2], self.say.marked)
            else:
                self._slot(piece[1], page)
            done = piece.end()
        page.put(template[done:])

    def _slot(self, slot: str, page: Page) -> None:
        if (statement := self._figure(slot)) is not None:
            self._put_figure(statement, page)
        elif slot in ("np", "pred", "np_whole") or slot.startswith("list_"):
            self._nested(slot, page)
        else:
            page.put(self._words(slot))

    def _figure(self, slot: str) -> Statement | None:
        """The statement that a slot prints."""
        printed = [one for one in self.say.statements if one.figure is not None]
        if slot in ("G", "S", "V0"):
            wanted: dict[str, Callable[[Statement], bool]] = {
                "G": lambda one: one.measure == "change",
                "S": lambda one: one.measure == "share",
                "V0": lambda one: one.measure == "level" and one.period != self.first.period,
            }
            return next(one for one in printed if wanted[slot](one))
        if slot in _AMOUNTS:
            amounts = [one for one in printed if one.figure and one.figure.unit not in ("percent", "percentage-point")]
            return amounts[_AMOUNTS.index(slot)]
        return None

    def _put_figure(self, statement: Statement, page: Page) -> None:
        assert statement.figure is not None
        if statement.figure.hedge:
            page.put(f"{statement.figure.hedge} ")
        page.put(statement.figure.surface, statement)

    def _nested(self, slot: str, page: Page) -> None:
        if slot == "np":
            page.put(self._flow_name(self.first, again=self.again))
        elif slot == "np_whole":
            page.put(self._flow_name(self.first.whole(), again=False))
        elif slot == "pred":
            self._fill(self._chosen(self._pick(self._predicates())), page)
        else:
            self._list(slot, page)

    def _predicates(self) -> list[str]:
        book = templates()["pred"]
        return list(book["level"] if self.say.shape in ("level", "converted") else book[self._signed(self.say.shape)])

    def _flow_name(self, statement: Statement, *, again: bool) -> str:
        key = statement.flow
        if statement.partner == "world":
            key += "_world"
        elif again:
            key += "_again"
        line = self._chosen(self._pick(templates()["np"][key], statement))
        self.number, words = line.split(":", 1)
        return _PIECE.sub(lambda match: self._words(match[1], statement), words)

    number = "s"

    def _words(self, slot: str, statement: Statement | None = None) -> str:
        """The words of a slot that prints no figure."""
        one = statement or self.first
        parties = {"R": one.reporter, "P": one.partner}
        if slot[0] in parties and slot[1:] in ("", "'s", "d", "n"):
            return self._party(parties[slot[0]], slot[1:])
        phrases: dict[str, Callable[[], str]] = {
            "in_T": lambda: self._time(one.period, "in "),
            "T": lambda: self._time(one.period, ""),
            "in_T0": lambda: f"in {period_phrases(self.say.base)[0]}",
            "T0": lambda: period_phrases(self.say.base)[0],
            "src": lambda: self.office,
            "was": lambda: "was" if self.number == "s" else "were",
            "has": lambda: "has" if self.number == "s" else "have",
            "was_whole": lambda: "was" if self.number == "s" else "were",
            "among": lambda: self._party(one.among_group, ""),
            "members": lambda: listing([name_of(party) for party in self._members(one)]),
            "kind": lambda: _KINDS[one.flow][0],
        }
        return phrases[slot]()

    def _members(self, one: Statement) -> list[str]:
        if one.among_group:
            return sorted(group_members()[one.among_group])
        return one.partner.split("+")

    def _party(self, party: str, form: str) -> str:
        name = name_of(party)
        if form == "d":
            return str(names()["countries"][party]["demonym"])
        if len(split(party)) > 1 and "+" not in party:
            name = self.rng.choice(next(group["names"] for group in names()["group"] if group["slug"] == party))
        return {"": name, "'s": possessive(name), "n": bare(name)}[form]

    def _time(self, period: str, preposition: str) -> str:
        if period == str(self.last_year) and not self.say.explicit and self.rng.random() < 0.2:
            return "last year"
        return preposition + self.rng.choice(period_phrases(period))

    def _list(self, slot: str, page: Page) -> None:
        items = self.say.statements
        preposition = _KINDS[self.first.flow][1]
        if slot == "list_respectively":
            verb = self.rng.choice(("came to", "reached", "stood at", "totalled"))
            page.put(f"{preposition} {listing([name_of(one.partner) for one in items])} {verb} ")
            self._series(items, page, lambda one: self._put_figure(one, page))
            page.put(" respectively")
        elif slot == "list_paren":
            form = self.rng.choice(("{} (", "{} "))
            self._series(items, page, lambda one: self._item(one, page, form))
        else:
            verb = self.rng.choice(("came to", "reached", "was worth" if preposition == "with" else "were worth"))
            first = items[0]

            def put(one: Statement) -> None:
                middle = f" {verb} " if one is first else self.rng.choice((" ", " "))
                page.put(f"{preposition} {name_of(one.partner)}{middle}")
                self._put_figure(one, page)

            self._series(items, page, put)

    def _item(self, one: Statement, page: Page, form: str) -> None:
        page.put(form.format(name_of(one.partner)))
        self._put_figure(one, page)
        page.put(")" if form.endswith("(") else "")

    def _series(self, items: Sequence[Statement], page: Page, put: Callable[[Statement], None]) -> None:
        for place, one in enumerate(items):
            if place:
                page.put(" and " if place == len(items) - 1 else ", ")
            put(one)
