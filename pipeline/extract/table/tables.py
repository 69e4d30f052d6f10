"""Claims from tables: the slots of a figure come from the heads of its row and column and from what stands around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.extract.frame import Frame
from pipeline.extract.period.left import is_history
from pipeline.extract.query import Slot
from pipeline.extract.table.cells import Entry, cell_entries, placed_heads, row_heads
from pipeline.extract.table.claims import Reading, write_claim
from pipeline.extract.table.labels import WORLD, Finder, Label, Labels
from pipeline.extract.table.ratios import is_of_many
from pipeline.extract.table.setting import Placed, Prose, Setting, find_lines, read_setting
from pipeline.extract.table.slots import (
    Flow,
    Sides,
    decide_flow,
    decide_goods,
    decide_measure,
    decide_sides,
    decide_unit,
    is_understood,
    names_goods,
    sign_of_change,
    stands_under,
)
from pipeline.extract.table.times import Calendar, after_base, decide_base, decide_period, parted
from pipeline.extract.table.told import flow_told, goods_told, setting_told, told_before
from pipeline.layout import Cell, Table, find_tables
from pipeline.period import Period
from pipeline.quantity import CurrencyContext

_WHOLE: Final = Decimal(100)
_ROUNDED: Final = Decimal(101)


def read_tables(
    article: Any, passages: Sequence[Placed], frame: Frame, *, find: Finder, claims: Sequence[Claim] = ()
) -> tuple[Claim, ...]:
    """The claims of an article's tables in the order of the text.

    ``passages`` are its sentences, ``frame`` is what its prose has settled, ``claims`` are those of the prose; ``find``
    sees periods, economies, goods and sources in a piece of the text.
    """
    tables = [table for table in find_tables(article.text) if table.cells]
    if not tables:
        return ()
    labels = Labels(text=article.text, published=article.published, find=find, known={})
    prose = Prose.of(passages)
    levels = [claim for claim in claims if claim.period is not None and claim.measure == "level"]
    ends = [claim.end for claim in levels]
    found: list[Claim] = []
    for table in tables:
        lines = tuple(find_lines(table, prose, labels))
        heads = [labels.read((head.start, head.end), place) for head, place in placed_heads(table)]
        setting = read_setting(lines, heads, frame.home)
        told = told_before(lines, claims, table.start)
        if told is not None:
            setting = setting_told(setting, told)
        if setting.trade:
            settled = _settled(levels, bisect_right(ends, table.start), article.published)
            reader = _Reader(
                article=article, table=table, labels=labels, setting=setting, settled=settled,
                source=_source(table, setting, labels), told=told,
            )  # fmt: skip
            found += reader.read()
    return tuple(found)


def _settled(levels: Sequence[Claim], before: int, published: date | None) -> Slot | None:
    """The period of the last level that the prose gives before a table, else of the first behind it; no history."""
    claim = levels[max(0, before - 1)] if levels else None
    if claim is None or claim.period is None or is_history(Period.parse(claim.period), published):
        return None
    spot = claim.evidence["period"]
    return Slot(value=claim.period, start=spot.start, end=spot.end, rule="settled-before", inherited=True)


def _source(table: Table, setting: Setting, labels: Labels) -> Slot | None:
    """Who the foot, or a line around the table, gives as the origin of its figures."""
    foot = (labels.read(table.foot, "foot"),) if table.foot is not None else ()
    for label in (*foot, *setting.lines):
        for item in label.sentence.items:
            if item.code == "G" and item.ref.kind != "anonymous":
                name = item.ref.name_in_claim(None)
                return Slot(value=name, start=item.start, end=item.end, rule=label.place, inherited=True)
    return None


def _says_when(own: Sequence[Label]) -> bool:
    """Whether a cell stands in a column of years or dates."""
    return any(label.has("time") and not label.nominals for label in own if label.place == "column-head")


@dataclass(slots=True, kw_only=True)
class _Known:
    """What a figure has settled for those to its right: its flow and its period."""

    flow: Flow
    period: Slot | None


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads one table row by row; remembers the flow and period of the figures to the left and above."""

    article: Any
    table: Table
    labels: Labels
    setting: Setting
    settled: Slot | None
    source: Slot | None
    told: Claim | None = None
    """What the prose told of the trade that the table lists, where its own lines do not name it."""
    left: list[_Known] = field(default_factory=list)
    above: dict[int, Flow] = field(default_factory=dict)
    parts: dict[tuple[int, ...], bool] = field(default_factory=dict)
    clear: dict[tuple[int, str, bool], bool] = field(default_factory=dict)

    def read(self) -> Iterator[Claim]:
        """The claims of the table in order."""
        for _, row in groupby(self.table.cells, key=lambda cell: cell.row):
            self.left = []
            cells = [(cell, self._own(cell)) for cell in row]
            dates = [self.labels.read((cell.start, cell.end), "row-head") for cell, own in cells if _says_when(own)]
            when = tuple(label for label in dates if label.periods and not label.residue)
            for cell, own in cells:
                if own and self._understood(own):
                    yield from self._cell(cell, (*own, *when))

    def _own(self, cell: Cell) -> tuple[Label, ...]:
        """The heads of a cell as labels, those of the row first."""
        if cell.heading:
            return ()
        heads = [*row_heads(self.table, cell)]
        led = any(place == "row-head" and head.column < cell.column for head, place in heads)
        labels = ((head, self.labels.read((head.start, head.end), place)) for head, place in heads)
        return tuple(
            label
            for head, label in labels
            if not led or label.place != "row-head" or label.periods or head.column < cell.column
        )  # "Peru | 17.6 | mainly diamonds": what stands behind the figure remarks on it

    def _understood(self, own: tuple[Label, ...]) -> bool:
        """Whether every head of a figure is understood."""
        under = stands_under(own)
        for label in own:
            key = (label.start, label.place, under)
            if key not in self.clear:
                self.clear[key] = is_understood(label, self.setting, under=under)
            if not self.clear[key]:
                return False
        return True

    def _cell(self, cell: Cell, own: tuple[Label, ...]) -> Iterator[Claim]:
        unit = decide_unit(own, self.setting)
        for entry in cell_entries(self.labels, cell, unit, self._context()):
            reading = self._reading(cell, entry, own if entry.label is None else (entry.label, *own))
            claim = write_claim(self.article.name, entry, reading) if reading is not None else None
            if claim is not None:
                yield claim

    def _context(self) -> CurrencyContext | None:
        owner = self.setting.owner
        return CurrencyContext(economies=(owner.value,)) if owner is not None else None

    def _reading(self, cell: Cell, entry: Entry, own: tuple[Label, ...]) -> Reading | None:
        """What the heads say of one figure; None where they do not make it a trade figure."""
        measure = decide_measure(own, self.setting, (entry.quantity, entry.printed)) or self._percents(cell)
        if measure is None or (measure == "share" and entry.quantity.value == _WHOLE):
            return None  # the whole as a share of itself says nothing
        near = self._neighbours(cell, own, measure)
        flow = decide_flow(own, self.setting, near) if self.told is None else flow_told(self.told)
        sides = decide_sides(own, flow, self.setting) if flow is not None else None
        if flow is None or sides is None:
            return None
        period, base = self._times(entry, own, (measure, sides))
        if measure == "level":
            self.left.append(_Known(flow=flow, period=period))
            self.above[cell.column] = flow
        slots = {
            "reporter": sides.reporter, "partner": sides.partner, "period": period, "base_period": base,
            "commodity": goods_told(self.told) if self.told is not None else decide_goods(own, self.setting),
            "source": self.source,
        }  # fmt: skip
        return Reading(
            flow=flow, measure=measure, sign=sign_of_change(own) if measure == "change" else flow.sign,
            share_of=self._whole(cell, sides, flow) if measure == "share" else None,
            modality=next((label.modality for label in own if label.modality != "reported"), "reported"),
            slots={name: slot for name, slot in slots.items() if slot is not None},
        )  # fmt: skip

    def _whole(self, cell: Cell, sides: Sides, flow: Flow) -> str | None:
        """What a share is of: of a member's own trade where those beside its amounts cannot be shares of one sum."""
        owner, reporter = self.setting.owner, sides.reporter
        member = owner is not None and reporter is not None and owner.value != reporter.value
        if member and self.setting.partner is not None and is_of_many(self.table, cell):
            return f"{reporter.value}/{WORLD}/{flow.flow}" if reporter else None
        return f"{sides.whole}/{flow.flow}" if sides.whole else None

    def _times(self, entry: Entry, own: tuple[Label, ...], known: tuple[str, Sides]) -> tuple[Slot | None, Slot | None]:
        """The period of a figure and, of a change, the one that it is compared with."""
        measure, sides = known
        calendar = self._calendar(sides.reporter, measure)
        told = self.table.dated
        closing = () if told is None else (self.labels.read(told, "row-head"),)
        dated = (*own, *closing) if entry.whole is None else (entry.whole, *own)
        period = decide_period(dated, self.setting.lines, calendar)
        if measure != "change":
            return period, None
        if (times := parted(period, calendar)) is not None:
            return times
        if period is not None and period.rule == "settled-before":
            period = after_base(own, calendar) or period
        return period, decide_base(own, period, calendar)

    def _neighbours(self, cell: Cell, own: Sequence[Label], measure: str) -> tuple[Flow | None, ...]:
        """The flows that a rate, a share or a row of goods takes from the figures before it and above it."""
        above = self.above.get(cell.column)
        if measure != "level":
            gap = measure == "share" and above is not None and above.flow == "balance"
            return (self.left[-1].flow if self.left else None), None if gap else above  # a share is of no balance
        if not self.setting.flows_in_rows or stands_under(own):
            return ()
        part = any(label.place == "row-head" and names_goods(label, self.setting, under=False) for label in own)
        return (above,) if part else ()

    def _calendar(self, reporter: Slot | None, measure: str) -> Calendar:
        near = [known.period for known in self.left] if measure != "level" else []
        same = len(self.left) > 1 and self.left[-1].flow.flow == self.left[-2].flow.flow
        return Calendar(
            published=self.article.published, fiscal=reporter.value if reporter else None, settled=self.settled,
            left=near[-1] if near else None, earlier=near[-2] if near and same else None,
        )  # fmt: skip

    def _percents(self, cell: Cell) -> str | None:
        """What a column of percentages without a word is: shares, if they make up a whole and none is below nothing."""
        key = (cell.column, *(head.start for head, place in row_heads(self.table, cell) if place == "column-head"))
        if key not in self.parts:
            self.parts[key] = self._make_up_a_whole(key)
        return "share" if self.parts[key] else None

    def _make_up_a_whole(self, key: tuple[int, ...]) -> bool:
        values = []
        for cell in self.table.cells:
            if cell.heading or cell.column != key[0]:
                continue
            heads = list(row_heads(self.table, cell))
            if (cell.column, *(head.start for head, place in heads if place == "column-head")) == key:
                unit = decide_unit(self._own(cell), self.setting)
                entries = cell_entries(self.labels, cell, unit)
                values += [entry.quantity.value for entry in entries if entry.quantity.kind == "percent"]
        known = [value for value in values if value is not None]
        rest = sum(known) - (_WHOLE if _WHOLE in known else 0)
        return bool(known) and min(known) >= 0 and (rest <= _ROUNDED) and (len(known) > 1)
