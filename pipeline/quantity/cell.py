"""A figure alone in the cell of a table, and the unit and scale that its head gives it.

>>> unit = read_unit("Exports 2024, $ billion")
>>> figure = read_cell("133.0", unit)
>>> (figure.text, str(figure.value), figure.unit, str(figure.low))
('133.0', '133000000000.0', 'USD', '132950000000.00')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from pipeline.quantity import vocabulary
from pipeline.quantity.amount import read_amount
from pipeline.quantity.beside import lead_of
from pipeline.quantity.draft import Draft
from pipeline.quantity.figure import CurrencyContext, Quantity
from pipeline.quantity.find import finish
from pipeline.quantity.hedge import chosen_hedges
from pipeline.quantity.numeral import Numeral, read_digits
from pipeline.quantity.vocabulary import TOKEN, Entry, Word

_BEFORE: Final = re.compile(r"[\s(+\-–−‒~≈±]*")
_AFTER: Final = re.compile(r"[\s)*†‡]*+(?:\[\w{1,6}\]|\((?:\w{1,3}|est\.?)\)|[a-z](?![a-z]))?[\s)*†‡]*+")
_RUN: Final = re.compile(r"\.?[0-9][0-9.,]*")
_FIRST: Final = re.compile(r"[0-9]")
_MINUS: Final = "-–−‒"
_WORD: Final = re.compile(r"[^\W_]+|[^\w\s]")
_THOUSANDS: Final = re.compile(r"(?<![0-9.,])['’‘]?000s?\b")
_MULTIPLE: Final = re.compile(r"(?<![0-9.,])1(?:00?|(?:,?000)+)(?![0-9.,])")
"""A number that others are counted in: "(100 million yen)", "$1,000"."""
_LETTERS: Final = re.compile(r"[^\W\d_]+|[^\w\s][^\W\d_]+")
_SHORT: Final = 2
_CODE: Final = 3
"""Letters of a currency in ISO 4217."""
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class CellUnit:
    """What a head says of the numbers under it: a unit (None where only a scale is printed), a scale, and where."""

    word: Word | None = None
    scale: Decimal = Decimal(1)
    scaled: bool = False
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def kind(self) -> str | None:
        """``money``, ``percent``, ``percentage-point``, ``physical``, or None where only a scale is printed."""
        if self.word is None:
            return None
        return self.word.unit if self.word.role == "percent" else self.word.role

    def scaled_by(self, other: CellUnit) -> CellUnit:
        """This unit with the scale of another head, where it has none of its own."""
        if self.scaled or not other.scaled:
            return self
        return replace(self, scale=other.scale, scaled=True, spans=self.spans + other.spans)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    word: Word
    thin: bool
    """The form is short or an ordinary word, so that it needs company."""


def read_unit(text: str) -> CellUnit | None:
    """The unit that a head prints: "US$ billions", "(MM USD)", "Share, %"; None where it prints none."""
    hits = _company(text, list(_hits(text)))
    units = [hit for hit in hits if hit.word.role != "scale"]
    scales = [hit for hit in hits if hit.word.role == "scale"]
    if not hits:
        return None
    unit = next((hit for hit in units if hit.word.role == "money"), units[0] if units else None)
    if unit is not None and unit.word.role == "percent":
        return CellUnit(word=unit.word, spans=((unit.start, unit.end),))
    scale = Decimal(1)
    for hit in scales[:2] if _joined(text, scales[:2]) else scales[:1]:
        scale *= hit.word.factor
    spans = sorted((hit.start, hit.end) for hit in ([unit] if unit else []) + scales)
    return CellUnit(word=unit.word if unit else None, scale=scale, scaled=bool(scales), spans=tuple(spans))


def _joined(text: str, scales: list[_Hit]) -> bool:
    """Whether two scale words multiply ("lakh crore")."""
    return len(scales) == 2 and not text[scales[0].end : scales[1].start].strip()


def _hits(text: str) -> Iterator[_Hit]:
    """Scales and units in the order of the text, each the longest form at its place."""
    position = 0
    for begin in _WORD.finditer(text):
        start = begin.start()
        if start < position:
            continue
        for hit in _hits_at(text, start):
            position = hit.end
            yield hit


def _hits_at(text: str, start: int) -> Iterator[_Hit]:
    """What begins here: one form, or a currency and a scale in one word ("USDm", "MUSD", "₦bn")."""
    for pattern in (_THOUSANDS, _MULTIPLE):
        number = pattern.match(text, start)
        if number is not None:
            factor = Decimal(1000) if pattern is _THOUSANDS else Decimal(number[0].replace(",", ""))
            rule = Word(role="scale", rule="scale.number", factor=factor)
            yield _Hit(start, number.end(), rule, pattern is _MULTIPLE)
            return
    if start and text[start - 1].isalnum():
        return
    whole = _hit(text, start)
    if whole is not None:
        yield whole
    elif (word := _LETTERS.match(text, start)) is not None:
        yield from _glued(text, start, word.end())


def _glued(text: str, start: int, end: int) -> Iterator[_Hit]:
    """A currency's sign or code and a scale that are printed as one word, whichever stands first."""
    for cut in range(start + 1, end):
        parts = [_hit(text[:cut], start), _hit(text[:end], cut)]
        said = [hit for hit in parts if hit is not None]
        money = [hit for hit in said if hit.word.role == "money" and hit.end - hit.start in {1, _CODE}]
        if len(said) == len(parts) and len(money) == 1 and {hit.word.role for hit in said} == {"money", "scale"}:
            yield from (replace(hit, thin=False) for hit in said)
            return


def _hit(text: str, start: int) -> _Hit | None:
    """The longest form of the vocabulary that begins here."""
    match = TOKEN.match(text, start)
    if match is None or match.start(1) != start:
        return None
    for entry in vocabulary.tail().entries(match[1]):
        end = _entry_end(text, match.end(), entry)
        word = entry[1]
        if (
            end is not None
            and word.role in {"scale", "money", "percent", "physical"}
            and (word.unit or word.currencies or word.factor != 1)
        ):
            form = text[start:end]
            thin = word.short or word.weak or (form.isalpha() and len(form) <= _SHORT)
            return _Hit(start, end, word, thin)
    return None


def _entry_end(text: str, end: int, entry: Entry) -> int | None:
    """Where the form ends that begins before ``end``; None where its other words do not follow."""
    for token in entry[0]:
        following = TOKEN.match(text, end)
        if following is None or following[1].lower() != token.lower():
            return None
        end = following.end()
    return None if text[end : end + 1].isalnum() and unicodedata.category(text[end - 1]) != "Sc" else end


def _company(text: str, hits: list[_Hit]) -> list[_Hit]:
    """The hits without short forms that stand alone: "m" is million beside "$" or in brackets, not in "M. Silva"."""
    kept = []
    for index, hit in enumerate(hits):
        neighbours = (*hits[index - 1 : index], *hits[index + 1 : index + 2]) if index else hits[1:2]
        beside = any(_side_by_side(text, hit, other) for other in neighbours)
        if not hit.thin or beside or _set_apart(text, hit):
            kept.append(hit)
    return kept


def _side_by_side(text: str, hit: _Hit, other: _Hit) -> bool:
    """Whether at most a stop and a blank stand between two forms: "Rs. million", "bn. USD"."""
    first, second = sorted((hit, other), key=lambda one: one.start)
    return not text[first.end : second.start].removeprefix(".")[1:]


def _set_apart(text: str, hit: _Hit) -> bool:
    """Whether brackets, a comma or the edges of the text stand on both sides."""
    before, after = text[: hit.start].rstrip()[-1:], text[hit.end :].lstrip()[:1]
    alone = not before and not after
    return (
        before in {"", "(", "[", ",", ":"}
        and after in {"", ")", "]", ",", ";"}
        and (not alone or hit.word.role == "percent")
    )


def read_cell(text: str, unit: CellUnit | None, context: CurrencyContext | None = None) -> Quantity | None:
    """The one figure of a cell, in the unit of the cell or else of its head; None where it is no figure with a unit.

    Notes, brackets of accountants and signs stand outside the span; a minus before the number counts.
    """
    if len(text) > _LONGEST:
        return None
    first = _FIRST.search(text)
    run = _RUN.match(text, first.start() - (text[first.start() - 1 : first.start()] == ".")) if first else None
    if run is None or (draft := _draft(text, run)) is None:
        return None
    if _BEFORE.fullmatch(text[: draft.start]) is None or _AFTER.fullmatch(text[draft.end :]) is None:
        return None
    if not _settle(draft, unit):
        return None
    draft.sign = _sign(text, draft)
    draft.rule = f"cell.{draft.kind}"
    figure = finish(text, draft, (context, chosen_hedges()))
    return figure if figure.unit is not None else None


def _draft(text: str, run: re.Match[str]) -> Draft | None:
    """The number with what stands beside it in the cell; a number alone is kept, whatever it looks like."""
    start, end = run.span()
    point = text[start] == "."
    numeral = read_digits(text, start + point, end)
    if numeral is None:
        return None
    if point:
        numeral = numeral._replace(digits=f"0.{numeral.digits}")
    lead = lead_of(text, start)
    found = read_amount(text, start, numeral, lead)
    if found is None or found.kind not in {"money", "percent", "percentage-point", "physical", "bare"}:
        return _bare(start, numeral)
    return found


def _bare(start: int, numeral: Numeral) -> Draft:
    return Draft(start, numeral.end, "bare", numeral.value, numeral.digits, "cell", grouped=numeral.grouped)


def _settle(draft: Draft, unit: CellUnit | None) -> bool:
    """Give the number the unit and the scale of its head, where it prints none; False where nobody prints a unit."""
    if draft.kind in {"percent", "percentage-point"}:
        return True
    if unit is None:
        return draft.kind != "bare"
    if draft.kind == "bare":
        if unit.word is None or unit.kind is None:
            return False
        draft.kind, draft.unit, draft.inherited_unit = unit.kind, unit.word, True
    if unit.scaled and not draft.scaled and unit.kind in {draft.kind, None}:
        draft.scale, draft.scaled, draft.inherited_scale = unit.scale, True, True
    return True


def _sign(text: str, draft: Draft) -> int:
    before = text[: draft.start].strip()
    brackets = before.endswith("(") and text[draft.end :].lstrip().startswith(")")
    negative = draft.sign < 0 or any(sign in before for sign in _MINUS) or text[draft.start] in _MINUS
    return -1 if negative or (brackets and len(before) == 1) else 1
