"""From a text to its figures: the pass over the text, then neighbours, hedges, currencies and intervals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from pipeline.quantity import coordinate
from pipeline.quantity.compound import join_compounds
from pipeline.quantity.currency import settle
from pipeline.quantity.draft import Draft
from pipeline.quantity.figure import CurrencyContext, Quantity, Unread
from pipeline.quantity.garbled import find_garbled, is_suspect
from pipeline.quantity.hedge import Hedge, chosen_hedges, configured, hedge_after
from pipeline.quantity.interval import Grain, Interval, around, grain_of_digits
from pipeline.quantity.scan import begins_figure, read_figures

_POINT: Final = Decimal(1)
_HUNDRED: Final = Decimal(100)
_PERCENTS: Final = frozenset({"percent", "percentage-point", "fraction"})
Hedges = Mapping[str, Mapping[str, Any]]


def find_quantities(
    text: str, *, context: CurrencyContext | None = None, hedges: Hedges | None = None
) -> tuple[Quantity, ...]:
    """Every figure of the text in order, without overlaps.

    ``context`` settles currencies that share a name; ``hedges`` replaces widths of ``models/hedges.toml``; where
    it is not given, what ``hedged_as`` says holds.
    """
    known = configured(hedges) if hedges else chosen_hedges()
    return tuple(join_compounds(text, tuple(finish(text, draft, (context, known)) for draft in _drafts(text))))


def holds_figure(text: str) -> bool:
    """Whether the text has any figure."""
    return bool(_drafts(text))


@lru_cache(maxsize=64)  # asked first whether there is a figure in a sentence at all, then what it is
def _drafts(text: str) -> tuple[Draft, ...]:
    """The figures of the text with their neighbours and hedges; nothing changes them any more."""
    drafts = [found for found in read_figures(text) if isinstance(found, Draft)] if begins_figure(text) else []
    if not drafts:
        return ()
    drafts = coordinate.keep_linked(text, drafts)
    coordinate.attach_hedges(text, drafts)
    return tuple(coordinate.carry(text, coordinate.join_ranges(text, drafts)))


def find_unread(text: str) -> tuple[Unread, ...]:
    """What looks like an amount and cannot be given a value, so that nothing is dropped in silence."""
    if not is_suspect(text):
        return ()
    read = [*read_figures(text)]
    valued = [(one.start, one.end) for one in read if isinstance(one, Draft)]
    garbled = (one for one in find_garbled(text) if not any(low < one.end and one.start < high for low, high in valued))
    found = {one.start: one for one in (*garbled, *read) if isinstance(one, Unread)}
    return tuple(found[start] for start in sorted(found))


def finish(text: str, draft: Draft, settings: tuple[CurrencyContext | None, Mapping[str, Hedge] | None]) -> Quantity:
    """The figure that a draft has become; ``settings`` are the economies in view and configured hedges."""
    context, known = settings
    found = draft.hedge or draft.within or (hedge_after(text, draft.end) if draft.kind != "rank" else None)
    hedge = None if found is None else known[found.hedge.id] if known else found.hedge
    interval = _interval(draft, hedge)
    unit, currencies = settle(draft.unit, context) if draft.kind == "money" else (_unit(draft), ())
    return Quantity(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        kind=draft.kind,
        value=_value(draft),
        unit=unit,
        low=interval.low,
        high=interval.high,
        natural_low=interval.natural_low,
        natural_high=interval.natural_high,
        hedge=text[found.start : found.end] if found else None,
        hedge_span=(found.start, found.end) if found else None,
        hedge_id=found.hedge.id if found else None,
        factor=draft.factor,
        digits=draft.digits,
        scale=draft.scale,
        rule=draft.rule,
        currencies=currencies,
        inherited_unit=draft.inherited_unit,
        inherited_scale=draft.inherited_scale,
        doubt=draft.doubt,
    )


def _unit(draft: Draft) -> str | None:
    if draft.unit is not None:
        return draft.unit.unit
    return {"fraction": "percent", "multiple": "percent", "rank": "rank"}.get(draft.kind)


def _value(draft: Draft) -> Decimal:
    if draft.upper is not None:
        return (draft.size + draft.upper.size) / 2
    if draft.factor is not None:
        return (draft.factor - 1) * _HUNDRED
    return draft.size * draft.sign


def _interval(draft: Draft, hedge: Hedge | None) -> Interval:
    if draft.upper is not None:
        return _range_interval(draft, hedge)
    grain = draft.grain or grain_of_digits(draft.digits, draft.scaled or draft.kind in _PERCENTS)
    if draft.factor is not None and draft.rule == "multiple.word" and draft.mantissa < _POINT:
        return around(_POINT - draft.mantissa, grain, hedge).scaled(-_HUNDRED)  # "more than halved" fell by more
    points = _POINT if draft.kind in _PERCENTS else None
    interval = around(draft.mantissa, grain, hedge, points=points)
    if draft.factor is not None:
        return interval.shifted(-_POINT).scaled(_HUNDRED)
    by = draft.scale if draft.unit is None else draft.scale * draft.unit.factor
    return interval.scaled(by * draft.sign)


def _range_interval(draft: Draft, hedge: Hedge | None) -> Interval:
    """The ends of a range as printed, each moved by the hedge of the whole."""
    assert draft.upper is not None  # the caller has looked
    low, high = draft.size, draft.upper.size
    if hedge is None:
        return Interval(low, high, low, high)
    points = _POINT if draft.kind in _PERCENTS else None
    none = Grain(Decimal(0), Decimal(0))
    lower, upper = around(low, none, hedge, points=points), around(high, none, hedge, points=points)
    return Interval(lower.low, upper.high, lower.natural_low, upper.natural_high)
