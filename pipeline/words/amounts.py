"""Figures in a sentence: ``$43.8 bn``, ``AED 561.2 m``, ``−14.65 %``, ``$43.75 bn to $43.85 bn``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.claim import Claim
from pipeline.lexicon import read_toml

MINUS: Final = "\N{MINUS SIGN}"
RATES: Final = ("percent", "percentage-point")
_EXACT_PLACES: Final = 6
_READABLE_PLACES: Final = 5
_ISO_4217: Final = 3
"""Letters of a currency's code, which stands before the amount; a physical unit stands behind it."""


@cache
def _scales() -> tuple[tuple[Decimal, str], ...]:
    return tuple((Decimal(10) ** entry["power"], entry["short"]) for entry in read_toml("report.toml")["scale"])


@cache
def _signs() -> dict[str, str]:
    found: dict[str, str] = read_toml("report.toml")["currency"]
    return found


def scale_of(values: list[Decimal]) -> tuple[Decimal, str]:
    """The scale in which the largest of the values reads best, with its abbreviation."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    return next(((unit, name) for unit, name in _scales() if largest >= unit), (Decimal(1), ""))


def plain(value: Decimal | float, places: int = 3) -> str:
    """A number with at most ``places`` decimals and no idle zeros."""
    text = f"{abs(Decimal(value)):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return MINUS + text if value < 0 and text != "0" else text


def printed(claim: Claim) -> str:
    """The figure as it is printed, without line breaks."""
    return " ".join(claim.text.split())


def short(claim: Claim) -> str:
    """The figure in a short, even form: ``$22.7 bn``, ``+15 %``."""
    if claim.value is None:
        return printed(claim)
    if claim.unit == "percent":
        return f"{signed_amount(claim.value, '%') if claim.measure == 'change' else f'{rate(claim.value)} %'}"
    if claim.measure not in ("level", "change") or claim.unit == "percentage-point":
        return printed(claim)
    return amount(claim.value, claim.unit or "", digits=_places(claim))


def signed_amount(value: Decimal, unit: str) -> str:
    """A change with its sign, and the digits it has: ``+15 %``, ``−2.0 %``."""
    return f"{'+' if value >= 0 else MINUS}{rate(abs(value))} {unit}"


def rate(value: Decimal) -> str:
    """A rate with the digits that it has, as far as a person can read them: a third is ``33.3``."""
    long = -int(value.as_tuple().exponent) > _READABLE_PLACES
    return plain(value, 1) if long else str(value)


def _places(claim: Claim) -> int:
    """Decimals that keep the digits as printed, whatever the scale: ``10.0`` is not ``10``, 57,955 m is 57.955 bn."""
    assert claim.value is not None
    number = "".join(c for c in claim.text if c.isdigit() or c == ".").strip(".")
    exact = abs(claim.value) / scale_of([claim.value])[0]
    needed = max(0, -int(exact.normalize().as_tuple().exponent))
    kept = len(number.partition(".")[2]) if number and exact == _number(number) else 0
    return min(max(needed, kept), _EXACT_PLACES)


def _number(digits: str) -> Decimal | None:
    return Decimal(digits) if digits.count(".") <= 1 else None


def amount(
    value: Decimal,
    unit: str,
    *,
    digits: int | None = None,
    places: int = 3,
    scale: tuple[Decimal, str] | None = None,
) -> str:
    """An amount with its unit and scale: ``$43.8 bn``, ``AED 561.2 m``, ``1.2 m t``.

    Exactly ``digits`` decimals where given, else at most ``places`` without idle zeros.
    """
    power, name = scale or scale_of([value])
    number = plain(abs(value) / power, places) if digits is None else f"{abs(value) / power:,.{digits}f}"
    sign, tail = MINUS if value < 0 else "", f" {name}" if name else ""
    if unit in _signs():
        return f"{sign}{_signs()[unit]}{number}{tail}"
    if len(unit) == _ISO_4217 and unit.isupper():
        return f"{sign}{unit} {number}{tail}"
    return f"{sign}{number}{tail} {unit}".rstrip()


def between(low: Decimal | None, high: Decimal | None, unit: str, *, places: int | None = None) -> str:
    """What an interval leaves open: ``$43.75 bn to $43.85 bn``, ``at least 5 %``; both ends in one scale."""
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return "any value"
    scale = (Decimal(1), "") if unit in RATES else scale_of(ends)
    shown = _places_of(ends, scale[0]) if places is None else places

    def one(value: Decimal) -> str:
        if unit in RATES:
            return f"{plain(value, shown)} {'%' if unit == 'percent' else 'points'}"
        return amount(value, unit, scale=scale, places=shown)

    if low is not None and high is not None:
        return f"{one(low)} to {one(high)}" if low != high else one(low)
    return f"at least {one(low)}" if low is not None else f"at most {one(ends[0])}"


def _places_of(ends: list[Decimal], scale: Decimal) -> int:
    """The decimals that the ends have, where a person can still read them; else three."""
    needed = max(0, *(-int((end / scale).normalize().as_tuple().exponent) for end in ends))
    return needed if needed <= _READABLE_PLACES else 3
