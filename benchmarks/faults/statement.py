"""A statement: one printed claim with its true amount beside it; a Say: the statements of one sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from benchmarks.faults.printing import Figure


def gold_id(start: int) -> str:
    """The id of the gold claim that stands at ``start``."""
    return f"g{start:05d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim as printed. ``sign`` turns the figure of a fall or a deficit; ``word`` is the value of a word claim."""

    reporter: str
    partner: str
    flow: str
    period: str
    measure: str = "level"
    figure: Figure | None = None
    sign: int = 1
    word: int | None = None
    base_period: str | None = None
    share_of: tuple[str, str, str] | None = None
    among_group: str = ""
    modality: str = "reported"
    converts: Statement | None = None
    """The statement of which this is the same amount in another currency."""
    rate: Fraction = Fraction(1)
    """What one unit of the original currency is worth in this one, where it converts."""

    @property
    def pair(self) -> tuple[str, str]:
        """Who trades with whom, as printed."""
        return self.reporter, self.partner

    @property
    def edge(self) -> tuple[str, ...]:
        """The flow, the same for both perspectives."""
        if self.flow in ("export", "import"):
            ends = (self.reporter, self.partner)
            return ("F", *(ends if self.flow == "export" else ends[::-1]))
        return (self.flow, *sorted((self.reporter, self.partner)))

    def whole(self) -> Statement:
        """What a share is a share of."""
        assert self.share_of is not None
        reporter, partner, flow = self.share_of
        return replace(self, reporter=reporter, partner=partner, flow=flow)

    @property
    def bounds(self) -> tuple[Fraction | None, Fraction | None]:
        """The widest interval, signed."""
        assert self.figure is not None
        return _signed(self.figure.low, self.figure.high, self.sign)

    @property
    def value(self) -> Decimal:
        """The signed value, or that of the word."""
        if self.figure is None:
            assert self.word is not None
            return Decimal(self.word)
        return self.figure.value * self.sign

    @property
    def unit(self) -> str:
        """ISO 4217, ``percent``, ``percentage-point``, or the kind of word."""
        return self.measure if self.figure is None else self.figure.unit

    def record(self, *, doc: str, start: int, end: int, text: str) -> dict[str, Any]:
        """The claim as the record of the specification."""
        record: dict[str, Any] = {
            "id": gold_id(start), "doc": doc, "start": start, "end": end, "text": text, "reporter": self.reporter,
            "partner": self.partner, "flow": self.flow, "measure": self.measure, "value": str(self.value),
            "unit": self.unit, "period": self.period, "base_period": self.base_period, "modality": self.modality,
        }  # fmt: skip
        if self.figure is not None:
            record |= _ends(self.figure, self.sign) | {"hedge": self.figure.hedge}
        if self.share_of:
            record["share_of"] = "/".join(self.share_of)
        if self.modality == "target":
            record["status"] = "reached"
        if self.measure == "rank":
            record |= {"order": "largest", "aspect": "level", "low": "1", "high": "1"}
            record["among"] = f"{self.reporter}/*/{self.flow}:{self.among_group}"
        return record


def _signed(low: Fraction | None, high: Fraction | None, sign: int) -> tuple[Fraction | None, Fraction | None]:
    if sign > 0:
        return low, high
    return (None if high is None else -high), (None if low is None else -low)


def _ends(figure: Figure, sign: int) -> dict[str, str | None]:
    low, high = _signed(figure.low, figure.high, sign)
    natural = _signed(figure.natural_low, figure.natural_high, sign)
    names = ("low", "high", "natural_low", "natural_high")
    return dict(zip(names, map(_decimal, (low, high, *natural)), strict=True))


def _decimal(end: Fraction | None) -> str | None:
    return None if end is None else str(Decimal(end.numerator) / Decimal(end.denominator))


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """The statements of one sentence, the shape that it takes and the seed of its wording.

    ``explicit`` sentences name parties and period in full and lend them to no pronoun. ``word`` is the statement that a
    marked word of the template makes, if the template has one.
    """

    shape: str
    statements: tuple[Statement, ...]
    seed: str
    word: Statement | None = None
    up: bool = True
    base: str = ""
    explicit: bool = False

    @property
    def marked(self) -> Statement | None:
        """The statement that the marked word of the template makes."""
        return self.word or (self.first if self.first.figure is None else None)

    @property
    def first(self) -> Statement:
        """The statement that names the sentence's subject."""
        return self.statements[0]
