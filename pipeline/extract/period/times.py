"""When a figure is for: the time phrase that goes with it, the one its sentence gives, the one the text has settled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Known
from pipeline.extract.period.base_times import RECALLING, UP_FROM, since_clause
from pipeline.extract.period.bases import base_figure, base_of, is_compared, is_expected, same_part
from pipeline.extract.period.clock import Clock
from pipeline.extract.period.other_clause import is_then
from pipeline.extract.period.rows import both_months, throughout
from pipeline.extract.period.spans import end_reached, is_years, moves_from, start_of
from pipeline.extract.period.timing import Timing, time_owning
from pipeline.extract.period.trailing import is_trailing, twelve_months_to
from pipeline.extract.query import Slot
from pipeline.extract.row.brackets import former_in_bracket, time_of_bracket
from pipeline.extract.row.items import FIGURES, Item, Sentence
from pipeline.extract.row.words import goes_other_way, has_phrase, said_behind, says, spoken, tells_whole_year, wording
from pipeline.period import YEAR, Period

_LED_TO: Final = re.compile(r"[dv]*t[dv]*[Q%](?:o[dpvwNCE']{0,5})?i[dv]*P")
_MOVE: Final = re.compile(r"[,wv]{0,2}f[dv]*[Q%][wi]{0,2}P,?[dv]*t[dv]*[Q%][wi]{0,2}P")
_WEEK_BEHIND: Final = 5
"""Items from a figure on among which the week that it is for is said."""
_REVISED: Final = re.compile(r"\([dvw]*L[dv]*f?[dv]*$")
_OPENING: Final = re.compile(r"(?:.*[y;])?[dvi]{0,2}P(?!['-])")
_BEHIND: Final = re.compile(r"[dv]*i[dv]*P(?![^,;]*[Q%M])")
""" "Stood at $4 billion in the year-ago period": the time right behind the only figure of a clause."""
_JOINED: Final = re.compile(r"[^Q%M]*(?:[Q%M][dv,]*&[dv]*)?")
"""Nothing but figures joined to the one that is asked for."""
_SPLIT_UP: Final = re.compile(r"[^Q%M]*Q[^;yPgfBTA]*")
"""An amount and what it is made up of: "it had been $4 billion, with exports of $3 billion and imports of $1 bn"."""
_TO_ANOTHER: Final = re.compile(r"(?:o[dvw]*C[Cw]*)?(?:[tfh][dv]*E|i[dv]*E(?!'))(?![^,;]*P)")
"""Behind a figure: with whom, and no time."""
_REACH: Final = 8
"""Items around a figure in which "for the whole year" is said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The period of a figure and, for a change, the one it is compared with."""

    period: Slot | None = None
    base: Slot | None = None
    compared: bool = False
    """Whether the figure only stands for comparison, so that its period does not go on to count."""
    timeless: bool = False
    """Whether the words say that no time of a calendar is meant, so that none may be lent from elsewhere."""


def decide_times(sentence: Sentence, binding: Binding, measure: str, clock: Clock) -> Times:
    """Period and base of one figure."""
    times = _read_times(sentence, binding, measure, clock)
    if not is_trailing(sentence, binding.figure):
        return times
    return replace(times, period=twelve_months_to(times.period), base=twelve_months_to(times.base))


def _read_times(sentence: Sentence, binding: Binding, measure: str, clock: Clock) -> Times:
    if binding.previous is not None and measure == "level" and _is_revised_aside(sentence, binding.figure):
        return replace(decide_times(sentence, binding.previous, measure, clock), compared=True)
    if said_behind(sentence, binding.figure, "week_before", _WEEK_BEHIND):
        return Times(timeless=True)  # "up from 8 million the previous week": a week, of which no month is said
    timing = Timing.of(sentence, clock)
    main, item = timing.main(binding)
    if main is not None and item is not None and _is_compared_in_bracket(sentence, binding.figure, item):
        return Times(period=_slot(main, item), compared=True)
    if main is not None and _is_former(sentence, binding.figure):
        former = main.preceding()
        return Times(period=_slot(former, item), base=base_of(timing, binding.figure, former), compared=True)
    if main is not None:
        main = _whole_year(timing, binding, _of_part(timing, binding.figure, main, item), item)
        main = _within_year(timing, binding, main)
    since = _since(timing, binding.figure) if item is None and measure == "change" else None
    if since is not None and (main is None or since.rule == "since"):
        return Times(base=since)
    led = binding.base or moves_from(sentence, binding.figure) or _led_from(sentence, binding.figure)
    led = led or is_compared(timing, binding.figure) or former_in_bracket(sentence, binding.figure)
    if led and not _is_of_another(sentence, binding.figure) and not is_expected(sentence, binding.figure):
        stretch = _all_of(timing, binding.figure, main, item)
        own = base_figure(timing, binding.figure, stretch if main is not None and stretch.contains(main) else main)
        if own is not None:
            return _of_base(timing, binding.figure, own, measure, item, compared=own[0] != main)
    main, item = _said_apart(timing, binding, measure, main, item)
    if main is None:
        main = _running_year(timing)
    if item is not None and main is not None:
        main = both_months(sentence, binding.figure, item, lambda other: timing.resolve(other, main)) or main
    timeless = item is None and (_timeless(sentence) or _of_today(timing))
    timeless = timeless or (main is None and timing.of_unknown_year(binding))
    if main is None or timeless:
        return Times(timeless=timeless)
    if item is not None and (ends := _moved_between(timing, item, main)) is not None:
        base = Slot(value=str(ends[0]), start=item.start, end=item.end, rule="span") if measure == "change" else None
        return Times(period=_slot(ends[1], item), base=base)
    main = _whole_year(timing, binding, main, item)
    back = item is not None and item.ref.kind == "anaphoric" and _looks_back(main, item, clock.settled)
    if measure != "change":
        main = end_reached(sentence, binding.figure, main, item, paired=clock.paired)
        main = _all_of(timing, binding.figure, main, item)
        return Times(period=_slot(main, item), compared=back or is_then(sentence, binding.figure))
    if item is not None and _contradicts_base(timing, main, item):
        main, item = clock.settled, None
    return replace(_change(timing, binding.figure, main, item), compared=back)


def _looks_back(main: Any, told: Item, settled: Any | None) -> bool:
    """Whether a time is before the one that the text is on: not so "for the quarter", behind its last month."""
    again = told.ref.rule in RECALLING and settled is not None and main.last == settled.last
    return settled is not None and bool(main < settled) and not again


def _all_of(timing: Timing, figure: int, main: Any, told: Item | None) -> Any:
    """ "Between July and May": all of the time whose end, or beginning, the main period is."""
    if told is None or main is None:
        return main
    return throughout(timing.sentence, figure, main, told, lambda other: timing.resolve(other, main))


def _is_revised_aside(sentence: Sentence, figure: int) -> bool:
    """ "From $5 billion (revised from $4 billion)": what the figure before the bracket was said to be, for its time."""
    found = _REVISED.search(sentence.codes[:figure])
    return found is not None and any(
        item.cue is not None and item.cue.revised for item in sentence.items[found.start() : figure]
    )


def _is_compared_in_bracket(sentence: Sentence, figure: int, item: Item) -> bool:
    """ "More than a year earlier ($5 billion)": what it was then, which has been counted back already."""
    told = {"absolute", "partial"}
    at = time_of_bracket(sentence, figure)
    return at is not None and sentence.items[at] is item and item.ref.kind not in told


def _led_from(sentence: Sentence, figure: int) -> bool:
    """ "Of which $5 billion went to Peru, up from $4 billion": a base, whatever it hangs on."""
    return UP_FROM.search(sentence.codes[:figure]) is not None


def _is_of_another(sentence: Sentence, figure: int) -> bool:
    """ "Sold goods for $2 billion to Peru, against $1 billion to Chile": another partner's, and of no earlier time."""
    against = sentence.codes[:figure].rstrip("dv").endswith("g")
    return against and (goes_other_way(sentence, figure) or _TO_ANOTHER.match(sentence.codes, figure + 1) is not None)


def _is_former(sentence: Sentence, figure: int) -> bool:
    """ "(consensus: 5 %; previous: 3 %)": the label gives the figure to the time before."""
    return sentence.codes[max(0, figure - 2) : figure] == "w:" and says(sentence.items[figure - 2], "former")


def _of_part(timing: Timing, figure: int, main: Any, item: Item | None) -> Any:
    """ "Exports for the quarter should stay at last year's 147 billion": the same quarter of that year."""
    settled, owner = timing.clock.settled, time_owning(timing.sentence, figure)
    if item is None or owner is None or timing.sentence.items[owner] is not item or settled is None:
        return main
    parts = any(says(word, "parts_of_year") for word in timing.sentence.items[:owner])
    if not parts:
        return main
    return settled if main.months > settled.months and main.contains(settled) else same_part(main, item, settled)


def _within_year(timing: Timing, binding: Binding, main: Any) -> Any:
    """ "Exports in January reached $3 billion this year": the part of the year that the phrase names."""
    nominal = binding.nominal
    if nominal is None or nominal.first < 0 or main.months != YEAR:
        return main
    for item in timing.sentence.items[nominal.first : nominal.last]:
        if item.code == "P" and item.ref.kind == "partial" and item.ref.comparison is None:
            part = timing.resolve(item, main)
            return part if part is not None and main.contains(part) else main
    return main


def _said_apart(
    timing: Timing, binding: Binding, measure: str, main: Any, told: Item | None
) -> tuple[Any, Item | None]:
    """The time of a figure that no phrase of its clause gives: that of the move it sums up, or one that opens it.

    "Rose 189 % from $13.7 billion in 2000 to $39.7 billion in 2005"; "A year earlier they had been $100 billion".
    """
    codes, figure = timing.sentence.codes, binding.figure
    moved = measure == "change" and told is None
    move = (_MOVE.match(codes, figure + 1) or _LED_TO.match(codes, figure + 1)) if moved else None
    if move is not None:
        item = timing.sentence.items[move.end() - 1]
        return timing.resolve(item, main) or main, item
    behind = _BEHIND.match(codes, figure + 1) if measure != "change" and told is None else None
    if behind is not None and FIGURES.isdisjoint(codes[:figure]):
        item = timing.sentence.items[behind.end() - 1]
        period = timing.resolve(item, main) if item.ref.kind == "anaphoric" and item.ref.role is None else None
        return (period, item) if period is not None else (main, told)
    opening = _OPENING.match(codes[:figure]) if measure != "change" else None
    parts = (_JOINED, _SPLIT_UP)
    if opening is not None and any(part.fullmatch(codes, opening.end(), figure) is not None for part in parts):
        item = timing.sentence.items[opening.end() - 1]
        told_before = told is None or told.start < item.start
        period = timing.resolve(item, main) if told_before and item.ref.kind == "anaphoric" else None
        return (period, item) if period is not None else (main, told)
    return main, told


def _moved_between(timing: Timing, item: Item, main: Any) -> tuple[Any, Any] | None:
    """ "Narrowed from August to September": two months, from the one to the other and not both together."""
    if item.ref.rule == "same-without-year":
        earlier = [other for other in timing.sentence.items if other.code == "P" and other.start < item.start]
        item = earlier[-1] if earlier else item
    before = timing.sentence.codes[: timing.sentence.items.index(item)].rstrip("dv")
    if main.months != 2 or before[-1:] not in {"f", "n"} or "T" not in before:
        return None
    first, last = Period.of_month(main.first), Period.of_month(main.last)
    return first, last


def _since(timing: Timing, figure: int) -> Slot | None:
    """ "Since 2017 exports have risen by 343 %": the time that a change starts from whose end is not said."""
    sentence = timing.sentence
    for at, code in enumerate(sentence.codes):
        if code != "P" or (at > figure and not FIGURES.isdisjoint(sentence.codes[figure + 1 : at])):
            continue
        item = sentence.items[at]
        if since_clause(sentence, at):
            start = timing.resolve(item, timing.clock.settled)
            return (
                None if start is None else Slot(value=str(start), start=item.start, end=item.end, rule="since-clause")
            )
        if item.ref.role == "from" and says(sentence.items[at - 1], "since") and _starts(sentence.codes[: at - 1]):
            start = timing.resolve(item, timing.clock.settled)
            return None if start is None else Slot(value=str(start), start=item.start, end=item.end, rule="since")
    return None


def _starts(before: str) -> bool:
    """Whether "since" says where a change starts: it opens the sentence or follows figure or move ("up 3 % since")."""
    return before.rstrip("dv") == "" or before.rstrip("dv")[-1:] in {*FIGURES, "T"}


def _timeless(sentence: Sentence) -> bool:
    """Whether the sentence speaks of a time that no calendar gives ("in recent years"), so that none goes on."""
    return has_phrase(sentence, "timeless") or _before_event().search(sentence.text) is not None


@cache
def _before_event() -> re.Pattern[str]:
    """ "Prior to Russia's invasion", "before the ban": up to what happened, on a day that is not said here."""
    until = "|".join(sorted(wording("until")))
    events = "|".join(sorted(wording("events") | wording("turning_points")))
    return re.compile(
        rf"(?i:\b(?:{until}))(?:\s(?:the|its|his|this|that|[A-Z]\w{{1,20}}['’]s))?(?:\s\w{{1,20}}){{0,2}}\s(?i:{events})\b"
    )


def _of_today(timing: Timing) -> bool:
    """ "Trade with Peru now makes up 70 %", in an undated text on the past: no time that the text has told."""
    return timing.clock.published is None and any(says(item, "nowadays") for item in timing.sentence.items)


def _of_base(
    timing: Timing, figure: int, own: tuple[Any | None, Item | None], measure: str, main: Item | None, *, compared: bool
) -> Times:
    """The times of a figure that others are compared with; one that no words date rests on those of the main time."""
    period, item = own
    if period is None:
        return Times(compared=True)
    base = base_of(timing, figure, period) if measure == "change" else None
    slot = _slot(period, item)
    if item is None and main is not None and slot is not None:
        slot = replace(slot, start=main.start, end=main.end)
    return Times(period=slot, base=base, compared=compared)


def _change(timing: Timing, figure: int, main: Any, item: Item | None) -> Times:
    """A change over several years is for the last of them, against the year before the first."""
    if is_years(main):
        slot = _slot(Period.of_year(main.last[0]), item)
        start = main.first[0] if item is None else start_of(item, main).first[0]
        return Times(period=slot, base=Slot(value=str(start), start=slot.start, end=slot.end, rule="span"))
    return Times(period=_slot(main, item), base=base_of(timing, figure, main))


def _slot(period: Any, item: Item | None) -> Slot:
    if item is None:
        return Slot(value=str(period), start=0, end=0, rule="settled-before", inherited=True)
    return Slot(value=str(period), start=item.start, end=item.end, rule=f"period-{item.ref.kind}")


# ---- where the words stand that give a time -------------------------------------------------------------------------


def grounded(times: Times, settled: Known | None) -> Times:
    """The times with the characters that they follow from, where no words of the sentence itself give them."""
    period = _on(times.period, settled)
    return replace(times, period=period, base=_on(times.base, period))


def _on(slot: Slot | None, spot: Slot | Known | None) -> Slot | None:
    """A slot that stands on no characters, put on those of ``spot``."""
    if slot is None or spot is None or slot.start < slot.end:
        return slot
    return replace(slot, start=spot.start, end=spot.end)


# ---- whole years ----------------------------------------------------------------------------------------------------


def _running_year(timing: Timing) -> Any | None:
    """ "Annual exports crossed …", with no time named: the year of publication."""
    published = timing.clock.published
    words = tuple(item for item in timing.sentence.items if item.code in "vwN")
    if published is None or not spoken(words, "running_year"):
        return None
    return Period.of_year(published.year)


def _whole_year(timing: Timing, binding: Binding, main: Any, told: Item | None) -> Any:
    """ "The annual total": the year of the month that the sentence is about; "qoq" is said of a quarter.

    Months that are named from first to last are just these: "the full-year gap is large, if January to May show $5 bn".
    """
    items, nominal = timing.sentence.items, binding.nominal
    if main.months == 1 and any(item.code == "P" and item.ref.comparison == "quarter" for item in items):
        first = (main.first[1] - 1) // 3 * 3 + 1
        return Period(first=(main.first[0], first), last=(main.first[0], first + 2))
    named = told is not None and told.ref.kind in {"absolute", "partial"} and main.months > 1
    beside = items[binding.figure + 1 : binding.figure + 2]
    if main.months < YEAR and tells_whole_year(beside):
        return _twelve_months(timing, main)  # "5 % over the full year but contracted in the last six months"
    if main.months >= YEAR or named:
        return main
    near = items[max(0, binding.figure - _REACH) : _end_of_time(timing.sentence, binding.figure, told)]
    opening = items[: next(iter(timing.sentence.figures()), 0)]
    whole = tells_whole_year((*near, *opening))
    if not whole and nominal is not None and nominal.head >= 0:
        phrase = items[max(0, nominal.first - 1) : nominal.head + 1]
        whole = spoken(tuple(item for item in phrase if item.code != "P"), "whole_year")
    return _twelve_months(timing, main) if whole else main


def _end_of_time(sentence: Sentence, figure: int, told: Item | None) -> int:
    """How far behind a figure words may speak of its year; in "5 % in May, bringing the full-year total to" none do."""
    limit = figure + _REACH
    if told is None or told.ref.kind != "absolute" or told.start < sentence.items[figure].start:
        return limit
    comma = sentence.codes.find(",", sentence.items.index(told), limit)
    return limit if comma < 0 else comma


def _twelve_months(timing: Timing, main: Any) -> Any:
    """The year of a month; while that year runs, the twelve months up to it."""
    year, published = Period.of_year(main.last[0]), timing.clock.published
    if published is None or main.months != 1 or year.over_by(published):
        return year
    return main.shift(1 - YEAR).through(main)


def _contradicts_base(timing: Timing, main: Any, item: Item) -> bool:
    """ "… this year compared with 2022": written of the year after the base, which the text has settled."""
    settled = timing.clock.settled
    if item.ref.kind != "deictic" or settled is None:
        return False
    said = [other.ref.resolve() for other in timing.sentence.items if other.code == "P" and other.ref.role == "base"]
    return any(base is not None and base == settled.a_year_before() and base != main.a_year_before() for base in said)
