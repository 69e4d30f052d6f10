"""The words and signs that may stand around a number, from the lexicons: scales, currencies, units, percent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.errors import LexiconError
from pipeline.lexicon import read_csv, read_toml

SPACE: Final = "[ \\t\u00a0\u2007\u2009\u202f]"
GAP: Final = f"(?:\\[[0-9a-z]{{1,3}}\\])?{SPACE}{{0,3}}(?:\\r?\\n{SPACE}{{0,8}})?"
"""What may stand within a figure: the mark of a note, a few blanks, at most one line break, no empty line."""
TOKEN: Final = re.compile(
    rf"(?:{GAP}|[-\u2010\u2011])"
    r"((?:[A-Za-z]\.){2,3}|bbl/d|mm?b/d|b/d|bcf/d|m[23]|(?:so|pa)['’ʻ](?:anga|m)\b|[A-Za-z]{0,3}\$(?!\d)|D-[Mm]arks?"
    r"|[%‰％€£¥￥₹₩₽₺₴₸₫฿₦₱₪₾₼֏؋₮៛₭₲₡₵৳]|[^\W\d_⁰¹²³⁴-⁹]+(?:(?<=m)[²³](?!\w))?)"
)


@cache
def words_beside(name: str) -> frozenset[str]:
    """One of the lists of ``[bare]`` in the lexicon of numbers: words beside a number that settle what it is."""
    return frozenset(read_toml("numerals.toml")["bare"][name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a word or sign beside a number says: a scale, a currency, percent, a physical unit, a kind of multiple."""

    role: str
    rule: str
    unit: str | None = None
    factor: Decimal = Decimal(1)
    currencies: tuple[str, ...] = ()
    """All currencies that share the form; ``unit`` is then the default, if there is one."""
    short: bool = False
    """A letter that means other things too: it must be glued to the number or stand beside a currency or a unit."""
    weak: bool = False
    """An ordinary word too ("won", "mark"): it needs a scale word or a number of four digits."""
    sign: bool = False
    """A sign or code: it belongs to the number that follows it, if one does."""


Entry = tuple[tuple[str, ...], Word]


def split(cell: str) -> tuple[str, ...]:
    """The forms of a cell of a lexicon."""
    return tuple(form for form in cell.split("|") if form)


def tokens(form: str) -> tuple[str, ...] | None:
    """The form as ``TOKEN`` cuts it, or None where it has characters that never stand after a number."""
    found, position = [], 0
    while position < len(form):
        match = TOKEN.match(form, position)
        if match is None:
            return None
        found.append(match[1])
        position = match.end()
    return tuple(found)


@cache
def economies_of(code: str) -> frozenset[str]:
    """The economies (ISO 3166 alpha-3) that use or used the currency."""
    return next(
        (frozenset(split(row["economies"])) for row in read_csv("currencies.csv") if row["code"] == code), frozenset()
    )


def _defaults(row: dict[str, str], form: str) -> tuple[str, ...]:
    """The forms of the row that mean its currency when nothing else settles it: all ("yes"), some, or none."""
    return (form,) if row["default"] == "yes" else split(row["default"])


def _shared(column: str) -> dict[str, Word]:
    """Each form of ``column`` with all currencies that share it and the one that it means by itself."""
    users: dict[str, list[str]] = defaultdict(list)
    defaults: dict[str, str] = {}
    for row in read_csv("currencies.csv"):
        for form in split(row[column]):
            users[form].append(row["code"])
            if form in _defaults(row, form) and defaults.setdefault(form, row["code"]) != row["code"]:
                raise LexiconError(f"currencies.csv: {form!r} has two defaults, {defaults[form]} and {row['code']}")
    return {form: _currency(form, codes, defaults.get(form)) for form, codes in users.items()}


def _currency(form: str, codes: list[str], default: str | None) -> Word:
    unit = codes[0] if len(codes) == 1 else default
    if form == "$":  # every dollar is printed so at home
        codes = [row["code"] for row in read_csv("currencies.csv") if "dollar" in split(row["nouns"])]
    candidates = tuple(codes) if len(codes) > 1 else ()
    return Word(role="money", rule="currency", unit=unit, currencies=candidates)


def _currency_signs() -> Iterator[tuple[str, Word]]:
    for weak, column in ((False, "signs"), (True, "weak_signs")):
        for form, word in _shared(column).items():
            yield form, replace(word, sign=True, weak=weak, rule="currency.sign")
    for code in ("USD", "EUR", "GBP", "INR", "RMB", "CNY", "JPY"):
        yield code.lower(), Word(role="money", rule="currency.sign", unit="CNY" if code == "RMB" else code, sign=True)


def _currency_nouns() -> Iterator[tuple[str, Word]]:
    weak = {noun for row in read_csv("currencies.csv") for noun in split(row["weak_nouns"])}
    nouns = _shared("nouns")
    for noun, word in nouns.items():
        yield noun, replace(word, rule="currency.noun", weak=noun in weak)
    for noun, word in _shared("weak_nouns").items():
        if noun not in nouns:
            yield noun, replace(word, rule="currency.noun", weak=True)
    for row in read_csv("currencies.csv"):
        for qualifier in split(row["qualifiers"]):
            for noun in (*split(row["nouns"]), *split(row["weak_nouns"])):
                yield f"{qualifier} {noun}".lower(), Word(role="money", rule="currency.qualified", unit=row["code"])


def _scales() -> Iterator[tuple[str, Word]]:
    for record in read_toml("scales.toml")["scale"]:
        word = Word(role="scale", rule=f"scale.{record['id']}", factor=Decimal(record["factor"]))
        yield from ((form, word) for form in record["words"])
        yield from ((form, replace(word, short=True)) for form in record["short"])


def _percents() -> Iterator[tuple[str, Word]]:
    known = read_toml("numerals.toml")["percent"]
    point = Word(role="percent", rule="percentage-point", unit="percentage-point")
    for form in known["forms"]:
        if form != "percentage":
            yield form, Word(role="percent", rule="percent", unit="percent")
        yield from ((f"{form} {more}", point) for more in known["points"])
    yield from ((form, replace(point, short=form == "pp")) for form in known["percentage_points"])
    part = replace(point, rule="basis-point", factor=Decimal("0.01"))
    yield from ((form, part) for form in known["basis_points"])


def _units() -> Iterator[tuple[str, Word, bool]]:
    for row in read_csv("units.csv"):
        word = Word(role="physical", rule="unit", unit=row["unit"] or None, factor=Decimal(row["factor"] or 1))
        yield from ((form, word, False) for form in split(row["forms"]))
        yield from ((form, word, True) for form in split(row["exact"]))


def _proportions() -> Iterator[tuple[str, Word]]:
    for form in ("fold", "times", "x"):
        yield form, Word(role="multiple", rule=f"multiple.{form}", short=form == "x")
    for form, divisor in read_toml("numerals.toml")["ordinals"].items():
        if divisor > 2:
            word = Word(role="fraction", rule="fraction", factor=Decimal(divisor))
            yield form, word
            yield f"{form}s", word
    for form, divisor in (("half", 2), ("halves", 2), ("quarter", 4), ("quarters", 4)):
        yield form, Word(role="fraction", rule="fraction", factor=Decimal(divisor))


class Tail:
    """The forms that may follow a number, by their first token: exact case first, then lower case."""

    def __init__(self) -> None:
        self.exact: dict[str, list[Entry]] = defaultdict(list)
        self.folded: dict[str, list[Entry]] = defaultdict(list)
        for form, word in (*_proportions(), *_currency_nouns(), *_percents()):
            self._add(self.folded, form, word)
        for form, word in _scales():
            self._add(self.exact if word.short else self.folded, form, word)
        for form, word, exact in _units():
            self._add(self.exact if exact else self.folded, form, word)
        for form, word in _currency_signs():
            if len(form) > 1 or not form.isalpha():
                self._add(self.exact, form, word)
        for token, entries in self.exact.items():
            entries.extend(entry for entry in self.folded.get(token.lower(), ()) if entry not in entries)
        for table in (self.exact, self.folded):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))  # stable: what is printed exactly so comes first

    def entries(self, token: str) -> Sequence[Entry]:
        """What may begin with the token, longer forms before shorter, then forms in exact case first."""
        exact = self.exact.get(token)
        return exact if exact is not None else self.folded.get(token.lower(), ())

    def _add(self, table: dict[str, list[Entry]], form: str, word: Word) -> None:
        cut = tokens(form)
        if cut and not (form == "t" and word.role == "scale"):
            table[cut[0]].append((cut[1:], word))


@cache
def tail() -> Tail:
    """The forms that may follow a number."""
    return Tail()


@cache
def lead() -> dict[str, Word]:
    """The signs and codes that may stand before a number, as printed."""
    forms = dict(_currency_signs())
    spaced = {f"{f[:-1]} $": w for f, w in forms.items() if f.endswith("$") and len(f) > 2 and f[:-1].isupper()}
    forms |= {form: word for form, word in spaced.items() if form[:-2].replace(".", "").isalpha()}
    return forms


@cache
def lead_endings() -> frozenset[str]:
    """The last one or two characters of the signs before a number: a cheap first test."""
    return frozenset(form[-2:] for form in lead()) | frozenset(form[-1] for form in lead() if not form[-1].isalnum())
