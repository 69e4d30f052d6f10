"""What stands beside a number: the currency before it; scale, currency, percent or unit after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from pipeline.lexicon import read_toml
from pipeline.quantity import vocabulary
from pipeline.quantity.hedge import Found, hedge_within
from pipeline.quantity.vocabulary import TOKEN, Entry, Word

MINUS: Final = "-−–‒﹣－"
"""What is printed for a minus."""
_ONE: Final = Decimal(1)
_CLOSING: Final = frozenset(".,;:)")
_LAKH: Final = Decimal(100000)
_LONGEST_LEAD: Final = 12
_BLANKS: Final = " \t\n\u00a0\u2007\u2009\u202f"
_NEXT_NUMBER: Final = re.compile("[ \u00a0\u2009\u202f]?[0-9]")
_NOTE: Final = re.compile(r"(?:[¹²³⁰⁴-⁹]{1,3}|(?<![%‰])[1-9][0-9]?)(?![\w%])")
_WEIGHED: Final = re.compile(r"\sof\s(?:[a-z-]+\s)?([a-z]+)")


class Lead(NamedTuple):
    """A currency sign, code or name that stands before a number, from ``start`` on."""

    start: int
    word: Word
    form: str
    glued: bool
    minus: bool = False
    """A minus stands between it and the number: "$-5 million"."""


def lead_of(text: str, start: int, floor: int = 0) -> Lead | None:
    """The currency of the number at ``start``, directly before it or before its minus, but not before ``floor``."""
    return _find_lead(text, start, floor) or _lead_before_minus(text, start, floor)


def _find_lead(text: str, start: int, floor: int = 0) -> Lead | None:
    """The currency printed directly before the number at ``start``, but not before ``floor``."""
    left = text[start - _LONGEST_LEAD : start] if start - floor > _LONGEST_LEAD else text[floor:start]
    stripped = left.rstrip(_BLANKS)
    endings = vocabulary.lead_endings()
    if (stripped[-2:] not in endings and stripped[-1:] not in endings) or len(left) - len(stripped) > 2:
        return None
    forms = vocabulary.lead()
    for size in range(len(stripped), 0, -1):
        word = forms.get(stripped[-size:])
        if word is not None and _stands_alone(stripped, size) and not _is_a_name(stripped, size):
            at = start - len(left) + len(stripped) - size
            return Lead(at, word, stripped[-size:], len(left) == len(stripped))
    return None


def _lead_before_minus(text: str, start: int, floor: int) -> Lead | None:
    """The currency before a minus that is glued to the number: "$-5 million", "USD -5 million", no range of codes."""
    if start - floor < 2 or text[start - 1] not in MINUS:
        return None
    lead = _find_lead(text, start - 1, floor)
    if lead is None or lead.word.weak or (lead.glued and lead.form[-1].isalpha()):
        return None
    return lead._replace(minus=True)


def _stands_alone(stripped: str, size: int) -> bool:
    """Whether the form is not the end of a longer word or code."""
    if len(stripped) == size or not stripped[-size].isalnum():
        return True
    before = stripped[-size - 1]
    if before == "-":  # a sign, and no hyphen: "a gap of -US$5 billion"
        return not stripped[: -size - 1] or stripped[-size - 2] in f"{_BLANKS}("
    return not (before.isalnum() or before in "_&$" or (before == "." and size == 1))


def _is_a_name(stripped: str, size: int) -> bool:
    """ "The EU $3 billion and the US $2 billion": a country behind its article, and a sign of its own."""
    return " " in stripped[-size:] and stripped[:-size].endswith("the ")


@dataclass(slots=True)
class Tail:
    """The words after one number, as far as they go together: up to ``end``.

    ``begin`` is where the number ends, ``lead`` the currency before it.
    """

    text: str
    begin: int
    lead: Word | None
    end: int
    scale: Decimal = _ONE
    scaled: bool = False
    short: bool = False
    """The scale is a bare letter ("5m") and no currency stands before the number."""
    unit: Word | None = None
    next_word: str = ""
    """The word after it, if it belongs to nothing: what a number without unit counts."""

    @property
    def form(self) -> str:
        """Scale and unit as printed."""
        return self.text[self.begin : self.end].strip()

    hedge: Found | None = None
    """What hangs on the number, in front of its scale or unit: "20-odd billion"."""

    def read(self) -> None:
        """Take what follows, word by word; a hedge in between goes with it."""
        self.hedge = hedge_within(self.text, self.begin)
        self.end = self.hedge.end if self.hedge else self.begin
        self._read_words()
        if self.hedge is not None and self.end == self.hedge.end:
            self.hedge, self.end = None, self.begin

    def _read_words(self) -> None:
        for _ in range(4):
            if self.unit is None and (each := _packed(scaled=self.scaled).match(self.text, self.end)):
                self._take_each(each)
                break
            match = self._token()
            if match is None:
                break
            if not self._take_any(match):
                if not self._take_glued(match[1], match.start(1)):
                    self.next_word = match[1]
                break
            if self.unit is not None and (self.unit.role != "money" or self.scaled):
                break
        if self.unit is not None and self.unit.role == "physical":
            self._take_rate(self.unit)

    def _take_any(self, match: re.Match[str]) -> bool:
        """Take the first form that the token begins and that fits here."""
        entries = vocabulary.tail().entries(match[1])
        if entries and entries[0][0]:  # the longest first: look at the next token once for all of them
            following = TOKEN.match(self.text, match.end())
            second = following[1].lower() if following else ""
            entries = [entry for entry in entries if not entry[0] or entry[0][0].lower() == second]
        return bool(entries) and any(self._take(match, entry) for entry in entries)

    def _token(self) -> re.Match[str] | None:
        """The next token; after the full stop of an abbreviated scale ("5 mln. euros") only a unit."""
        match = TOKEN.match(self.text, self.end)
        if match is not None or not self.scaled or self.text[self.end : self.end + 1] != ".":
            return match
        match = TOKEN.match(self.text, self.end + 1)
        entries = vocabulary.tail().folded.get(match[1], []) if match else []
        return match if any(word.role in ("money", "physical") for _, word in entries) else None

    def _take(self, match: re.Match[str], entry: Entry) -> bool:
        """Take the entry, if its other tokens follow and it goes with what is there."""
        rest, word = entry
        end = match.end()
        for token in rest:
            following = TOKEN.match(self.text, end)
            if following is None or following[1].lower() != token.lower():
                return False
            end = following.end()
        if _runs_on(self.text, end, word):
            return False
        glued = match.start(1) == match.start()
        return self._take_scale(word, end, glued) if word.role == "scale" else self._take_unit(word, end, glued)

    def _take_scale(self, word: Word, end: int, glued: bool) -> bool:
        if self.unit is not None and not (self.unit.role == "money" and self.unit.sign):
            return False
        if word.short:
            doubled = self.scaled and not (self.scale == _LAKH and word.factor > _LAKH)  # "lakh cr"
            if doubled or not (glued or self.scaled or self.lead is not None):
                return False
            self.short = self.lead is None
        self.scale *= word.factor
        self.scaled, self.end = True, end
        return True

    def _take_unit(self, word: Word, end: int, glued: bool) -> bool:
        if self.unit is not None or (word.short and not glued and word.role != "percent"):
            return False
        if word.sign and _NEXT_NUMBER.match(self.text, end):
            return False
        if word.unit == "GBP" and word.rule == "currency.noun" and _is_weight(self.text, end):
            word = Word(role="physical", rule="unit", unit="lb")
        if self.lead is not None and not _agrees(self.lead, word):
            return False
        self.unit, self.end = word, end
        return True

    def _take_glued(self, token: str, start: int) -> bool:
        """A scale or percent to which a lost space has glued the next word ("$22.7 billionin")."""
        glued = _run_together().fullmatch(token)
        if glued is None or self.unit is not None:
            return False
        word = vocabulary.tail().folded[glued[1].lower()][-1][1]
        end = start + len(glued[1])
        return self._take_scale(word, end, False) if word.role == "scale" else self._take_unit(word, end, False)

    def _take_each(self, each: re.Match[str]) -> None:
        """ "520,000 60-kg bags": so much in each of so many."""
        unit = read_toml("numerals.toml")["packed"]["weights"][each["weight"].lower()]
        self.unit = Word(role="physical", rule="each", unit=unit, factor=Decimal(each["each"]))
        self.end = each.end()

    def _take_rate(self, unit: Word) -> None:
        """A rate per day: "barrels a day" is another unit than barrels."""
        if not unit.unit or unit.unit.endswith("/d"):
            return
        if rate := _per_day().match(self.text, self.end):
            self.unit = Word(role="physical", rule="unit.daily", unit=f"{unit.unit}/d", factor=unit.factor)
            self.end = rate.end()


@cache
def _per_day() -> re.Pattern[str]:
    """What makes a unit one of each day."""
    said = read_toml("numerals.toml")["daily"]
    return re.compile(rf"\s(?:{'|'.join(said['words'])})\b|(?:{'|'.join(said['joined'])})\b")


@cache
def _run_together() -> re.Pattern[str]:
    """A scale or percent and the word that a lost space has run into it."""
    lost = read_toml("numerals.toml")["run_together"]
    return re.compile(rf"({'|'.join(lost['forms'])})(?:{'|'.join(lost['words'])})", re.IGNORECASE)


@cache
def _packed(*, scaled: bool) -> re.Pattern[str]:
    """The weight of each of so many packs, in brackets or not: "520,000 60-kg bags", "6.5 million (60-kg) bags".

    Behind millions a hyphen says so of whatever is counted: "3 million 20-tonne loads".
    """
    packed = read_toml("numerals.toml")["packed"]
    weights, packs = "|".join(packed["weights"]), "|".join(packed["packs"])
    link = rf"[-\s]?(?=(?:{weights})\)?[-\s](?:{packs})\b)"
    link = f"(?:-|{link})" if scaled else link
    return re.compile(rf"\s{{1,2}}\(?(?P<each>[0-9]{{1,3}}){link}(?P<weight>{weights})\b\)?", re.IGNORECASE)


@cache
def _weighed() -> frozenset[str]:
    return frozenset(read_toml("numerals.toml")["bare"]["weighed"])


def _is_weight(text: str, end: int) -> bool:
    """Whether pounds are a weight: "pounds of copper"."""
    match = _WEIGHED.match(text, end)
    return match is not None and (match[1] in _weighed() or match[0].split()[1] in _weighed())


def _runs_on(text: str, end: int, word: Word) -> bool:
    """Whether a letter or digit follows directly, so that the form is part of something longer ("%20", "km2").

    The mark of a footnote is no part of it: "$3.1 billion1" comes out of many a PDF file.
    """
    if text[end : end + 1] == "-" and word.role == "physical" and text[end + 1 : end + 2].isdigit():
        return True  # "72 L-159s"
    if not text[end : end + 1].isalnum() or (word.role == "percent" and text[end : end + 1].isalpha()):
        return False
    return word.role == "physical" or word.short or _NOTE.match(text, end) is None


def _agrees(lead: Word, word: Word) -> bool:
    """Whether a currency before and one after the number can be the same; percent overrules what stands before."""
    if word.role != "money":
        return word.role == "percent"
    same = word.unit == lead.unit or lead.unit in word.currencies
    return same or word.unit in lead.currencies or bool(set(word.currencies) & set(lead.currencies))


def read_tail(text: str, end: int, lead: Word | None) -> Tail:
    """Scale words and unit after the number that ends at ``end``, as far as they go together."""
    following = text[end : end + 1]
    tail = Tail(text, end, lead, end)
    if following not in _CLOSING:
        tail.read()
    return tail
