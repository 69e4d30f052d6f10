"""When a figure of a table is for, and what a change in it is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from pipeline.extract.query import Slot
from pipeline.extract.row.items import Item
from pipeline.extract.table.labels import Label
from pipeline.lexicon import read_toml
from pipeline.period import YEAR, Period

_BASES: Final = frozenset({"from", "base"})
_FIRM: Final = frozenset({"absolute", "deictic"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What is known about time apart from a figure's heads: publication, fiscal year, prose, neighbours."""

    published: date | None = None
    fiscal: str | None = None
    settled: Slot | None = None
    left: Slot | None = None
    """The period of the figure before in the row."""
    earlier: Slot | None = None
    """The period of the one before that."""


def decide_period(own: Sequence[Label], lines: Sequence[Label], calendar: Calendar) -> Slot | None:
    """The period that the heads print, else the figure's neighbour, else the lines around the table, else the prose."""
    found = _from_heads(own, lines, calendar)
    if found is not None:
        return found
    near = _neighbours(calendar)
    if near:
        return near[-1]
    return _from_lines(lines, calendar) or calendar.settled


def _neighbours(calendar: Calendar) -> list[Slot]:
    """The periods of the figures before in the row, the later one last, whichever is printed first."""
    near = [slot for slot in (calendar.earlier, calendar.left) if slot is not None]
    return sorted(near, key=lambda slot: (_parse(slot.value).last, _parse(slot.value).first))


def _from_heads(own: Sequence[Label], lines: Sequence[Label], calendar: Calendar) -> Slot | None:
    firm = list(_periods(own, calendar, _FIRM))
    parts = [(label, item) for label in own for item in label.periods if item.ref.kind == "partial" and _is_main(item)]
    if parts:
        label, item = parts[0]
        year = firm[0][1] if firm else None
        if year is None and (around := _from_lines(lines, calendar) or calendar.settled):
            year = _parse(around.value)
        published = calendar.published if year is None else None  # the year said is nearer than that of publication
        period = item.ref.resolve(anchor=year, published=published, fiscal=calendar.fiscal)
        return None if period is None else _slot(label, item, period)
    if not firm:
        return None
    label, period, item = min(firm, key=lambda offer: offer[1].months)
    return _slot(label, item, period)


def _from_lines(lines: Iterable[Label], calendar: Calendar) -> Slot | None:
    """The one period, of a year at most, of the nearest line that prints any; None where that prints several."""
    for line in lines:
        offers = [offer for offer in _periods([line], calendar, _FIRM) if offer[1].months <= YEAR]
        if offers:
            led = [offer for offer in offers if _is_led(*offer[::2])]
            label, period, item = (led or offers)[0]
            return _slot(label, item, period) if len({str(offer[1]) for offer in led or offers}) == 1 else None
    return None


def _is_led(label: Label, item: Item) -> bool:
    """Whether "in" stands before a time; a year without it may be of a title ("World Energy Review 2021")."""
    before = [one.code for one in label.sentence.items if one.end <= item.start and one.code not in "dv"]
    return before[-1:] == ["i"]


def _periods(labels: Iterable[Label], calendar: Calendar, kinds: frozenset[str]) -> Iterator[tuple[Label, Any, Item]]:
    for label in labels:
        for item in label.periods:
            if item.ref.kind in kinds and _is_main(item) and not (_is_base(label, item)):
                period = item.ref.resolve(published=calendar.published, fiscal=calendar.fiscal)
                if period is not None:
                    yield label, period, item


def _is_main(item: Item) -> bool:
    return item.ref.comparison is None and item.ref.role not in _BASES


@cache
def _comparing() -> frozenset[str]:
    """Words before the time that a change is compared with."""
    return frozenset(read_toml("tables.toml")["comparing"]["words"])


def _is_base(label: Label, item: Item) -> bool:
    """Whether a period stands behind "change on", "growth over", "against" in its head."""
    if label.inherited or not label.has("change", "growth"):
        return False
    before = label.text[: item.start - label.start].lower().split()
    return bool(before) and before[-1].strip("(,.") in _comparing()


def decide_base(own: Sequence[Label], period: Slot | None, calendar: Calendar) -> Slot | None:
    """What a change is compared with: as printed, else the figure two to the left, else a year before."""
    if period is None:
        return None
    main = _parse(period.value)
    for label in own:
        for item in label.periods:
            if item.ref.comparison in {"month", "quarter"}:
                return _slot(label, item, main.preceding())
            if item.ref.comparison == "year":
                return _slot(label, item, main.a_year_before())
            if _is_base(label, item) or not _is_main(item):
                base = item.ref.resolve(anchor=main, published=calendar.published, fiscal=calendar.fiscal)
                if base is not None and base < main:
                    return _slot(label, item, base)
    near = _neighbours(calendar)
    if len(near) > 1 and _parse(near[0].value) < main and near[1].value == period.value:
        return near[0]
    return Slot(
        value=str(main.a_year_before()), start=period.start, end=period.end, rule="a-year-before", inherited=True
    )


def parted(period: Slot | None, calendar: Calendar) -> tuple[Slot, Slot] | None:
    """The last and the first year of a time ("2013-2018") that a change goes over between two figures of its row."""
    near = _neighbours(calendar)
    if period is None or len(near) < 2:
        return None
    whole, first, last = _parse(period.value), _parse(near[0].value), _parse(near[1].value)
    if not first < last or (whole.first, whole.last) != (first.first, last.last):
        return None
    return replace(period, value=near[1].value), replace(period, value=near[0].value)


def after_base(own: Sequence[Label], calendar: Calendar) -> Slot | None:
    """The year after a printed base, where nothing else says what a change is for."""
    for label in own:
        for item in label.periods:
            base = item.ref.resolve(published=calendar.published) if _is_base(label, item) else None
            if base is not None and base.is_year:
                return _slot(label, item, _parse(str(base.first[0] + 1)))
    return None


def _parse(text: str) -> Any:
    return Period.parse(text)


def _slot(label: Label, item: Item, period: Any) -> Slot:
    return Slot(value=str(period), start=item.start, end=item.end, rule=label.place, inherited=label.inherited)
