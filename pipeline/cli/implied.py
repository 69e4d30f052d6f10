"""``crossfoot explain CHN/KGZ/turnover/2024``: what the claims leave open for a flow, printed or not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final

from pipeline.claim import Claim
from pipeline.cli.console import visible
from pipeline.errors import StoreError

if TYPE_CHECKING:
    from pipeline.conflict.following import Following

_DIGITS: Final = 4
"""Significant digits of an end; it is rounded outwards, so that nothing is excluded that the claims admit."""


def is_flow(words: str) -> bool:
    """Whether the words name a flow rather than an id."""
    return "/" in words


def implied_lines(words: str, claims: Sequence[Claim]) -> list[str]:
    """What the claims say and imply for the flow that the words name, line by line."""
    from pipeline.conflict.following import asked, following

    wanted = asked(words)
    _check_sides(words, claims)
    found = following(wanted, claims)
    if not found:
        return [visible(f"{words}: no claim says or implies anything about it")]
    return [line for one in found for line in _lines(words, one)]


def _check_sides(words: str, claims: Sequence[Claim]) -> None:
    """A side that is mistyped would be answered as one of which nothing is said."""
    from pipeline.economy import named

    told = {side for claim in claims for side in (claim.reporter, claim.partner)}
    for side in words.split("/")[:2]:
        if side not in told and named(side) is None:
            raise StoreError(
                f"{side!r} in {words!r} is no economy that is known: give a name, a code such as KGZ, or a group"
            )


def _lines(words: str, one: Following) -> Iterator[str]:
    from pipeline.report.words import plural
    from pipeline.words import printed, said

    yield visible(f"{words}, in {one.unit}")
    for claim in one.printed:
        yield visible(f"  printed     {printed(claim)}   {claim.doc} ({claim.id})")
    if one.natural is None or not any(map(math.isfinite, one.natural)):
        yield "  implied     nothing: the other claims leave it open"
        return
    yield f"  implied     {_between(one.natural, one.unit)}"
    if one.widest is not None and one.widest != one.natural:
        yield f"  at widest   {_between(one.widest, one.unit)}"
    for claim in one.claims:
        yield visible(f"  rests on    {said(claim)}: “{printed(claim)}”   {claim.doc} ({claim.id})")
    if one.set_aside:
        yield f"  left out    {plural(len(one.set_aside), 'claim')} against what most of the others say"


def _between(ends: tuple[float, float], unit: str) -> str:
    from pipeline.words import amount

    low, high = (
        None if math.isinf(end) else _outwards(end, up=up) for end, up in zip(ends, (False, True), strict=True)
    )
    if low is None:
        return f"at most {amount(high, unit)}" if high is not None else "anything"
    return f"at least {amount(low, unit)}" if high is None else f"{amount(low, unit)} to {amount(high, unit)}"


def _outwards(end: float, *, up: bool) -> Decimal:
    value = Decimal(repr(end))
    if not value:
        return Decimal(0)
    step = Decimal(1).scaleb(value.adjusted() - _DIGITS + 1)
    nearest = (value / step).to_integral_value()
    if abs(value / step - nearest) < Decimal("0.00001"):  # what the solver's arithmetic leaves behind
        return nearest * step
    return (value / step).to_integral_value(ROUND_CEILING if up else ROUND_FLOOR) * step
