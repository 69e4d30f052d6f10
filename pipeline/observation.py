"""What a claim says once units, periods and perspective are put in one form: an interval on one flow, or on two.

The unknowns are *flows*: ``F`` what ``a`` sells to ``b``, ``T`` what the two trade both ways, ``B`` what ``a`` sells to
``b`` less what ``b`` sells to ``a``. Both sides of a flow, and the two orders of a pair, are the same unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

from pipeline.claim import Claim


class Reading(IntEnum):
    """How generously a printed figure is read; each reading admits all that the one before admits."""

    NATURAL = 0
    """As a reader takes it: the last printed digit is rounded, a hedge means a little."""
    WIDEST = 1
    """Trailing zeros may be rounding, a hedge may mean much."""
    CUT = 2
    """As widest, and the digits may have been cut off instead of rounded."""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """One unknown amount: who sells to whom, of what, in which months, in which unit.

    Made by ``Flow.of`` only, which gives the same object for the same flow: so flows compare and hash by identity,
    which is what makes checking a million claims quick.
    """

    kind: str
    """``F`` a sells to b; ``T`` both ways; ``B`` what a sells to b less what b sells to a; ``rate:…`` a rate."""
    a: str
    b: str
    commodity: str
    """The normalised name; empty is all trade."""
    first: int
    """The first month, counted from year 0."""
    last: int
    unit: str
    key: tuple[str, str, str, str, int, int, str]
    """What orders flows."""

    @staticmethod
    @cache
    def of(kind: str, a: str, b: str, commodity: str, first: int, last: int, unit: str, /) -> Flow:
        """The flow with these slots; always the same object (so the slots are given by position)."""
        return Flow(kind, a, b, commodity, first, last, unit, (kind, a, b, commodity, first, last, unit))

    def but(self, **changes: Any) -> Flow:
        """The flow that differs in the given slots."""
        return Flow.of(*(changes.get(slot, known) for slot, known in zip(_SLOTS, self.key, strict=True)))

    def __lt__(self, other: Flow) -> bool:
        return self.key < other.key

    @property
    def months(self) -> int:
        """How many months the flow is for."""
        return self.last - self.first + 1

    @property
    def parties(self) -> tuple[str, str]:
        """The two sides, in a fixed order."""
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)

    @property
    def is_amount(self) -> bool:
        """Whether it is an amount of trade, not a rate."""
        return len(self.kind) == 1


_SLOTS: Final = ("kind", "a", "b", "commodity", "first", "last", "unit")


class Interval(NamedTuple):
    """What a printed figure leaves open; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    def negated(self) -> Interval:
        """The interval of the opposite sign."""
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)


OPEN: Final = Interval(None, None)


class Ended(Protocol):
    """What has two ends in one arithmetic; None is an open end."""

    @property
    def low(self) -> Any:
        """The least that it allows."""

    @property
    def high(self) -> Any:
        """The most that it allows."""


def are_disjoint(one: Ended, other: Ended) -> bool:
    """Whether no amount lies between the ends of both."""
    below = one.high is not None and other.low is not None and one.high < other.low
    return below or (other.high is not None and one.low is not None and other.high < one.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Whose ranking, of what, and the place in it: 1 is the largest (or the smallest, where ``order`` says so)."""

    place: int
    largest: bool
    change: bool
    """Growth is ranked, not level."""
    peers: tuple[Flow, ...]
    """The flows of the others of the group; the world is all countries."""
    fixed: str
    """The party that all the compared flows share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A claim as a constraint: the relation ``kind``, the flows that it ties together and its three intervals."""

    claim: Claim
    kind: str
    """``level``, ``growth`` (percent), ``difference`` (amount), ``share``, ``points``, ``share-growth`` (of the
    share, in percent), ``rank``, ``trend``, ``record``, ``sign``, ``only``, ``target``, ``average`` (an amount)."""
    subject: Flow
    base: Flow | None = None
    whole: Flow | None = None
    gap: int = 1
    """Growth, difference or trend of a balance: 1 where ``B`` of the subject is above zero, -1 where it is below."""
    ranking: Ranking | None = None
    intervals: tuple[Interval, Interval, Interval] = (OPEN, OPEN, OPEN)
    years: int = 1
    """An average growth: over how many years it compounds; an average amount: of how many years or months it is one."""

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def fact(self) -> tuple[object, ...]:
        """What two claims must share to be about the same figure."""
        return (self.kind, self.subject, self.base, self.whole, self.years)

    @property
    def is_behind_the_first(self) -> bool:
        """Whether it gives a second, third … place: no linear row can ask for one."""
        return self.ranking is not None and self.ranking.place > 1

    @property
    def is_read_by_its_article(self) -> bool:
        """Whether the article's other claims settle its unit or its commodity: elsewhere it may mean another flow."""
        goods = bool(self.claim.commodity) and not self.subject.commodity
        return goods or self.subject.unit.startswith("?")

    @property
    def said_by_seller(self) -> bool:
        """Whether the text looks at the flow from the exporter's side (matters for mirror figures only)."""
        return self.claim.flow == "export"


def in_order(claims: Iterable[str], by_id: Mapping[str, Observation]) -> list[Observation]:
    """The observations of some claims in the order of their text: ids are hashes, and no order of theirs may tell."""
    return sorted((by_id[claim] for claim in claims), key=lambda one: one.claim.position)


class NotComparable(Exception):  # noqa: N818 - a reason, not an error: it never leaves the normalising modules
    """Why a claim cannot take part in a comparison, in plain words."""
