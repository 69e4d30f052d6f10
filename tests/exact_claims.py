"""Claims that leave nothing open, so that one dollar decides; and whether claims can all be true."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claims import change, claim, share

from pipeline.claim import Claim
from pipeline.normalise import observe
from pipeline.observation import Reading
from pipeline.setting import Setting
from pipeline.solve.system import conflict


def dollars(edge: str, amount: int, commodity: str | None = None, **slots: Any) -> Claim:
    """A claim of just so many dollars."""
    return claim(edge, f"${amount}", commodity=commodity, unit="USD", **to_the_dot(amount), **slots)


def part(edge: str, percent: int, whole: str) -> Claim:
    """A share of just so many percent."""
    return share(edge, f"{percent}%", whole, unit="percent", **to_the_dot(percent))


def moved(edge: str, percent: int, base: str, **slots: Any) -> Claim:
    """A change of just so many percent, or points where the slots say so."""
    return change(edge, f"{percent}%", base, **{"unit": "percent", **to_the_dot(percent), **slots})


def to_the_dot(value: int) -> dict[str, Decimal]:
    """The slots of a figure that leaves nothing open."""
    ends = ("low", "high", "natural_low", "natural_high")
    return {"value": Decimal(value), **dict.fromkeys(ends, Decimal(value))}


def clashes(*claims: Claim) -> bool:
    """Whether the claims cannot all be true however they are read."""
    observed = observe(claims, setting=Setting.of(claims))[0]
    assert len(observed) == len(claims)
    return conflict(observed, Reading.WIDEST) is not None
