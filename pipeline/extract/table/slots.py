"""The slots of a table's figure by its heads: whether it is trade, which flow, whose, of what, what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.extract.query import Slot, everybody
from pipeline.extract.table.labels import WORLD, Label
from pipeline.extract.table.setting import REPORTERS, Setting, goods_words, sides, slot
from pipeline.quantity import CellUnit, Quantity
from pipeline.quantity.vocabulary import Word

PERCENTS: Final = frozenset({"percent", "percentage-point"})
_PERCENT: Final = CellUnit(word=Word(role="percent", rule="percent", unit="percent"))
_SIGNS: Final = frozenset("+-–−")
_MOVES: Final = frozenset("TJU")
_BOTH: Final = re.compile(r"\bgoods and services\b|\bgoods & services\b", re.IGNORECASE)
_SKIPPED: Final = ("numbering", "index", "others", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Which flow a figure is of, by which characters, and the sign that the words give a balance."""

    flow: str
    start: int
    end: int
    rule: str
    inherited: bool
    sign: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Reporter and partner, and the whole that a share is of as ``REPORTER/PARTNER``."""

    reporter: Slot | None = None
    partner: Slot | None = None
    whole: str | None = None


# ---- is it understood? -----------------------------------------------------------------------------------------------


def is_understood(label: Label, setting: Setting, *, under: bool) -> bool:
    """Whether a head says something that is known, and speaks of no other topic.

    ``under``: it stands by a row head that names a flow, so that other words may be goods.
    """
    if label.other_topic() or label.share_of_period() or label.has(*_SKIPPED):
        return False
    if label.has("total") and label.place in setting.dated and not label.periods:
        return False  # the sum of the months that happen to be listed
    if label.strong is not None or not label.residue:
        return label.strong is not None or not label.has("other")
    if len({party.code for party in label.parties}) == 1 and not label.has("part-of"):
        return False  # an economy with words that change it: "Turkish tariffs", "China's provinces"
    return not label.has("other") and names_goods(label, setting, under=under)


def names_goods(label: Label, setting: Setting, *, under: bool) -> bool:
    """Whether the unknown words of a head are goods."""
    if not label.residue or label.strong is not None or label.parties or label.periods:
        return False
    known = any(item.code == "C" for item in label.residue)
    return known or under or setting.goods or label.has("part-of") or goods_words(label)


def stands_under(own: Sequence[Label]) -> bool:
    """Whether a row head of the figure names a flow."""
    return any(label.place == "row-head" and label.strong is not None for label in own)


# ---- the flow --------------------------------------------------------------------------------------------------------


def decide_flow(own: Sequence[Label], setting: Setting, near: Iterable[Flow | None]) -> Flow | None:
    """The flow of the nearest head that names one, else a neighbour's, else of the lines around the table."""
    for label in own:
        if (nominal := label.strong) is not None:
            return _flow(label, nominal)
    for label in own:
        if label.place in setting.sums and label.has("total") and not label.parties:
            return Flow(flow="turnover", start=label.start, end=label.end, rule=label.place, inherited=False)
    for neighbour in near:
        if neighbour is not None:
            return neighbour
    for line in setting.lines:
        if (nominal := _of_line(line)) is not None:
            return _flow(line, nominal)
    weak = next(((label, label.nominal) for label in own if label.nominal is not None), None)
    return _flow(*weak) if weak is not None and setting.trade else None


def _of_line(line: Label) -> Any | None:
    """The trade phrase of a line: of a sentence only where it speaks of one flow, and not of a balance."""
    nominal = line.nominal
    if nominal is None or nominal.cue.weak or line.other_topic():
        return None
    flows = {other.flow for other in line.nominals if other.flow and not other.cue.weak}
    return None if line.is_sentence and (len(flows) > 1 or nominal.flow == "balance") else nominal


def _flow(label: Label, nominal: Any) -> Flow:
    head = label.sentence.items[nominal.head]
    signs = {n.cue.sign for n in label.nominals if n.flow == "balance" and n.cue.sign in {1, -1}}
    sign = signs.pop() if len(signs) == 1 and nominal.flow == "balance" else None
    return Flow(
        flow=nominal.flow, start=head.start, end=head.end, rule=label.place, inherited=label.inherited, sign=sign,
    )  # fmt: skip


# ---- the two sides ---------------------------------------------------------------------------------------------------


def decide_sides(own: Sequence[Label], flow: Flow, setting: Setting) -> Sides | None:
    """Who trades with whom: by the trade phrase, the economies in row and column, the lines; None where unclear."""
    said = next((sides(label) for label in own if label.strong is not None), (None, None))
    entries = [entry for place in ("cell", "row-head", "column-head") if (entry := _entry(own, place, setting))]
    if len(entries) > 1 and entries[0].value != entries[1].value:
        if flow.flow in {"import", "balance"}:
            return None  # seen from the row or from the column: nobody says
        return Sides(reporter=entries[0], partner=entries[1], whole=f"{entries[0].value}/{WORLD}")
    if entries and said[0] is None and any(n.cue.partner for label in own for n in label.nominals):
        return _sides(setting.owner, entries[0], setting)  # "Export partners: Peru 5 %", whoever has these partners
    if entries:
        return _with_entry(entries[0], said, setting)
    return _without_entry(said, setting)


def _entry(own: Sequence[Label], place: str, setting: Setting) -> Slot | None:
    """The economy, or the world, that a head of the row or column names without a trade phrase."""
    for label in own:
        if label.place != place or label.strong is not None:
            continue
        if label.parties:
            return slot(label, label.parties[0])
        if label.has("total") and not label.residue and place in setting.listed - setting.sums:
            return Slot(value=WORLD, start=label.start, end=label.end, rule=label.place)
    return None


def _with_entry(entry: Slot, said: tuple[Slot | None, Slot | None], setting: Setting) -> Sides:
    """The sides of a figure by an economy: the side that its trade phrase leaves open, else as the lines have it."""
    owner, partner = said
    if owner is not None and partner is None and owner.value != entry.value:
        return _sides(owner, entry, setting)
    if partner is not None and owner is None and partner.value != entry.value:
        return _sides(entry, partner, setting)
    owner, other = setting.owner, setting.partner
    if setting.side == REPORTERS and entry.value != WORLD:
        if other is not None and other.value == entry.value:
            return _sides(entry, owner, setting)
        part = _sides(entry, other, setting)
        return Sides(reporter=part.reporter, partner=part.partner, whole=_whole(owner, other))
    if owner is not None and owner.value == entry.value:
        return _sides(entry, other, setting)
    if setting.side == REPORTERS:
        world = Slot(value=WORLD, start=entry.start, end=entry.end, rule=entry.rule)
        return _sides(owner or world, other, setting)
    return _sides(owner, entry, setting)


def _without_entry(said: tuple[Slot | None, Slot | None], setting: Setting) -> Sides:
    """The sides that the trade phrase names, completed by the lines around the table."""
    owner, partner = said
    first, second = setting.owner, setting.partner
    if owner is None and partner is None:
        return _sides(first, second, setting)
    if owner is None and partner is not None:
        return _sides(second if first and first.value == partner.value else first, partner, setting)
    if partner is None and owner is not None and first is not None and second is not None:
        partner = {first.value: second, second.value: first}.get(owner.value)
    return _sides(owner, partner, setting)


def _sides(owner: Slot | None, partner: Slot | None, setting: Setting) -> Sides:
    """Both sides, the world where nobody is named.

    A share of trade with a partner that the lines name is one of that trade; of any other, of all the owner's.
    """
    if owner is None:
        return Sides(partner=partner)
    if partner is None:
        partner = everybody(owner, inherited=owner.inherited)
    return Sides(reporter=owner, partner=partner, whole=_whole(owner, partner if partner is setting.partner else None))


def _whole(owner: Slot | None, partner: Slot | None) -> str:
    return f"{owner.value if owner else WORLD}/{partner.value if partner else WORLD}"


# ---- goods -----------------------------------------------------------------------------------------------------------


def decide_goods(own: Sequence[Label], setting: Setting) -> Slot | None:
    """The goods that the nearest head names, else those of the lines around the table."""
    for label in (*own, *setting.lines):
        span = _goods_span(label, own, setting)
        if span is not None:
            start, end = span
            value = " ".join(label.text[start - label.start : end - label.start].split())
            return Slot(value=value, start=start, end=end, rule=label.place, inherited=label.inherited)
    return None


def _goods_span(label: Label, own: Sequence[Label], setting: Setting) -> tuple[int, int] | None:
    nominal = label.nominal
    items = label.sentence.items
    if nominal is not None and nominal.goods is not None:
        first, last = nominal.goods
        return items[first].start, items[last - 1].end
    if not label.inherited and names_goods(label, setting, under=stands_under(own)):
        return label.residue[0].start, label.residue[-1].end
    both = _BOTH.search(label.text) if label.inherited else None
    return (label.start + both.start(), label.start + both.end()) if both else None


# ---- unit and measure ------------------------------------------------------------------------------------------------


def decide_unit(own: Sequence[Label], setting: Setting) -> CellUnit | None:
    """The unit that the heads print, a percentage before an amount; a rate or a share is in percent by itself."""
    units = [label.unit for label in own if label.unit is not None]
    percent = next((unit for unit in units if unit.kind in PERCENTS), None)
    if percent is not None:
        return percent
    named = any(unit.word is not None for unit in units)
    if not named and any(label.has("growth", "share") for label in own):
        return _PERCENT
    if not named and any(label.has("change") for label in own):
        return None
    around = [line.unit for line in setting.lines if line.unit is not None and not _is_ratio(line)]
    amounts = [unit for unit in (*units, *around) if unit.kind not in PERCENTS]
    scaled = next((unit for unit in amounts if unit.scaled), None)
    chosen = next((unit for unit in amounts if unit.word is not None), None) or scaled or next(iter(around), None)
    return chosen.scaled_by(scaled) if chosen is not None and scaled is not None else chosen


def _is_ratio(line: Label) -> bool:
    """ "Exports as % of GDP": the percentages are of something else than trade."""
    return line.unit is not None and line.unit.kind in PERCENTS and line.has("index")


def decide_measure(own: Sequence[Label], setting: Setting, figure: tuple[Quantity, str]) -> str | None:
    """``level``, ``change``, ``share``; None for a percentage of which no head and no line says what it is.

    ``figure`` is the quantity and how it is printed with its sign.
    """
    quantity, printed = figure
    changes = any(label.has("growth", "change") or set(label.sentence.codes) & _MOVES for label in own)
    if quantity.kind not in PERCENTS:
        return "change" if changes else "level"
    if changes or quantity.kind == "percentage-point" or printed.lstrip("( ")[:1] in _SIGNS:
        return "change"
    if any(_speaks_of_shares(label) or any(n.cue.partner for n in label.nominals) for label in own):
        return "share"
    around = next((line for line in setting.lines if line.unit is not None and line.unit.kind in PERCENTS), None)
    if around is None or not around.has("share", "growth", "change"):
        return None
    return "share" if around.has("share") else "change"


def _speaks_of_shares(label: Label) -> bool:
    return label.has("share") or "s" in label.sentence.codes


def sign_of_change(own: Sequence[Label]) -> int | None:
    """-1 where the head only speaks of a fall, so that its figures are printed without a sign."""
    signs = {cue.sign for label in own for item in label.sentence.items if item.code in _MOVES and (cue := item.cue)}
    return -1 if signs & {1, -1, 9} == {-1} else None
