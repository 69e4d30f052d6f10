"""What a change is compared with, and when a figure is for that others are compared with."""

from __future__ import annotations

import re
from typing import Any, Final

from pipeline.extract.period.base_times import RECALLING, is_comparison, is_said, since_clause
from pipeline.extract.period.counted_over import Counted, counted_over
from pipeline.extract.period.spans import start_moved_from
from pipeline.extract.period.timing import Timing, time_owning
from pipeline.extract.query import Slot
from pipeline.extract.row.brackets import brackets, without_brackets
from pipeline.extract.row.compared import RATES, Stretch
from pipeline.extract.row.items import FIGURES, Item, Sentence
from pipeline.extract.row.words import mentions, says, spoken
from pipeline.period import YEAR, Period

_OWN_BASE: Final = re.compile(r"[dvwU]{0,4}(?:i[dv]*P,?[dvwB]{0,3})?(?:[ugf]|U(?=[dv]+[wK]))[dvwKJLN]{0,7}[io]?[dv]*P")
"""Right behind a figure, or its time: what it alone is measured by, "4 % on the month before, 7 % on the year before".

So is "5 % from the high reached in June", "2 % in May compared with the amount recorded in April".
"""
_CONTRASTED: Final = re.compile(r"y[^NQ%M]*[Q%M]")
"""On to another figure of the same thing: "up 7 % but down 4 % from 2019"."""
_THAN: Final = re.compile(r"wg[dvi]*$")
_OWN_RATE: Final = re.compile(r"P'[dv]*%")
"""A time with a rate of its own, which is what is compared: "slower than May's 5 % growth"."""
_OR_RATE: Final = re.compile(r"Q[dv]*,?[dv]*&[dv]*%(?:[dv]*o[dvwp]*N)?,?(?=[dv]*[iou]?[dv]*P)")
"""An amount said again as a percentage, before its time: "against $3 billion, or 9 %, a year earlier"."""
_MOVE_FROM: Final = re.compile(r"[TUJ][dv]*f[dv]*$")
_MOVE_TOLD: Final = re.compile(
    r"f[dv]*Q[dvwo]{0,2}i?[dv]*(?P<start>P),?[dv]*t[dv]*Q[dvwo]{0,2}i?[dv]*(?P<end>P),[^Q;yPN]*$"
)
_MOVE_TOLD_BACK: Final = re.compile(
    r"t[dv]*Q[dvwo]{0,2}i?[dv]*(?P<end>P),?[dvU]*f[dv]*Q[dvwo]{0,2}i?[dv]*(?P<start>P),[^Q;yPN]*$"
)
"""A move between two dated amounts, and the words that lead on to what it comes to."""
_NEAR: Final = re.compile(r".[^Q%M;y]*")
"""Between a figure and a time of its clause, with no other figure."""
_SUPERLATIVE_REACH: Final = 8
"""Items before "since" among which a superlative may stand: "the biggest monthly total since"."""
_NEAR_BEFORE: Final = 5
"""Items before a base figure among which its own time may stand."""
_EXPECTED: Final = (4, 5)
"""Items before and behind a figure among which a word of expectation makes it a forecast."""
_UNITS: Final = {1: "month", 3: "quarter"}
"""What is compared with the one before, above all where the seasons are taken out: months and quarters."""
_ANOTHER: Final = re.compile(r"[Q%M](?![tfdv]*$)")
_NEXT_MOVE: Final = re.compile(r"[dv]*[Q%],?[&y][^Q%MP;y&]*[Q%]")
"""From the base of a move up to that of the next: "$4 billion, and imports fell to $5 billion"."""
_OF_BOTH: Final = RECALLING | {"same-without-year"}
"""Times without a year, which a figure and what it is compared with may share: "from $4 billion in the period"."""
_RULES: Final = {"month": "month-on-month", "quarter": "quarter-on-quarter", "year": "year-on-year"}


def is_compared(timing: Timing, figure: int) -> bool:
    """Whether the figure is only what others are compared with, and for another time than they are."""
    stretch = timing.apart(figure)
    if stretch is None:
        return False
    if _dated(timing, stretch, figure) is not None:
        return True
    below = timing.sentence.codes[stretch.opener] in "UMB" and timing.sentence.codes[figure] == "Q"
    return below or _same_flow(timing.sentence, stretch)


def _dated(timing: Timing, stretch: Stretch, figure: int) -> int | None:
    """The time within a stretch that a figure of it is for: the first behind it, else the last before."""
    places = [at for at in range(stretch.first, stretch.last) if timing.sentence.codes[at] == "P"]
    if (own := _right_before(timing.sentence, figure)) in places:
        return own
    kinds = {at: timing.sentence.items[at].ref.kind for at in places}
    places = [at for at in places if kinds[at] not in {"day", "rate"} and not is_said(timing.sentence, at)]
    codes = timing.sentence.codes
    behind = (at for at in places if at > figure and FIGURES.isdisjoint(without_brackets(codes[figure + 1 : at])))
    return next(behind, places[-1] if places else None)


def _right_before(sentence: Sentence, figure: int) -> int | None:
    """ "In May at $5 billion": the time that only a word for "was" parts from a figure."""
    before = sentence.codes[:figure].rstrip("dv")
    return len(before) - 2 if before[-1:] in {"@", "L"} and before[-2:-1] == "P" else None


def _same_flow(sentence: Sentence, stretch: Stretch) -> bool:
    """ "… compared to exports of $4 billion": the flow that was told of, and nobody else's, so of another time."""
    if sentence.codes[stretch.opener] != "g" or "E" in sentence.codes[stretch.first : stretch.last]:
        return False
    told, compared = (
        {item.cue.flow for item in items if item.code == "N" and item.cue is not None and item.cue.flow}
        for items in (sentence.items[: stretch.opener], sentence.items[stretch.first : stretch.last])
    )
    return bool(compared) and compared <= told


def is_expected(sentence: Sentence, figure: int) -> bool:
    """Whether a figure of comparison is a forecast for the same time ("beating forecasts of 17 billion")."""
    if time_owning(sentence, figure) is not None or _MOVE_FROM.search(sentence.codes[:figure]) is not None:
        return False
    before, behind = (set(codes) for codes in _around(sentence.codes, figure))
    return "A" in before | behind


def _around(codes: str, figure: int) -> tuple[str, str]:
    """What stands close before and behind a figure, up to the next; a move from figure to figure is one thing."""
    before, behind = _EXPECTED
    left, right = codes[max(0, figure - before) : figure], codes[figure + 1 : figure + behind]
    return _ANOTHER.split(left)[-1], _ANOTHER.split(right)[0]


# ---- a base figure --------------------------------------------------------------------------------------------------


def base_figure(timing: Timing, figure: int, main: Any | None) -> tuple[Any | None, Item | None] | None:
    """The period of a figure that stands as the base ("up from $89.4 billion in the previous year").

    None if no figure is a base here; a period of None where no words date it and the time before the main one is yet
    to come.
    """
    stretch = timing.apart(figure)
    own = time_owning(timing.sentence, figure)
    if own is None and stretch is not None:
        own = _dated(timing, stretch, figure)
    finders = (_time_behind, _time_before)
    places = (at for at in (find(timing.sentence, figure) for find in finders) if at is not None)
    place = next(places, None) if own is None else own
    if place is not None:
        item = timing.sentence.items[place]
        told = timing.resolve(item, main)
        part = told if _of_whole_year(timing.sentence, place, figure) else same_part(told, item, main)
        period = _before_main(part, item, main)
        if item.ref.rule in _OF_BOTH and period is not None and period == main:
            period = main.a_year_before()  # "against $4 billion in the same period"
        if period is not None and (main is None or period != main or place == own or item.ref.kind == "absolute"):
            return period, item
    if main is None:
        return None
    after = stretch is not None and timing.sentence.codes[stretch.opener] == "B" and main.months < YEAR
    period = main.preceding() if after else _time_of_base(timing, figure, main)
    return (None if lies_ahead(timing, period) else period), None


def _of_whole_year(sentence: Sentence, place: int, figure: int) -> bool:
    """ "Surpassing last year's annual figure of $5 billion": of all of that year, and not of the same part of it.

    So is "$5 billion for all of last year".
    """
    words = sentence.items[place:figure] if place < figure else sentence.items[figure + 1 : place]
    return spoken(words, "of_all_the_year" if place < figure else "all_of_a_year")


def lies_ahead(timing: Timing, period: Any) -> bool:
    """ "From $5 billion to $9 billion by 2030", printed years before: what 2029 will be is no figure yet."""
    published = timing.clock.published
    return published is not None and period.first > (published.year, published.month)


def _before_main(period: Any | None, item: Item, main: Any | None) -> Any | None:
    """ "In April 2024, after a decline in March": the last March before, whenever the text was published."""
    if period is None or main is None or item.ref.kind != "partial":
        return period
    while period.first > main.last:
        period = period.a_year_before()
    return period


def same_part(period: Any | None, item: Item, main: Any | None) -> Any | None:
    """ "… for the quarter, against last year's 147 billion": the same quarter of that year."""
    if period is None or main is None or item.ref.kind != "deictic" or period.months < main.months:
        return period
    earlier = main.a_year_before()
    crosses = main.first[0] < main.last[0] and period.months == YEAR  # July to January, against "last year"
    return earlier if crosses or period.contains(earlier) else period


def _time_behind(sentence: Sentence, figure: int) -> int | None:
    """The time phrase behind a base figure, up to the next figure, brackets with another amount of it left out."""
    inserted = [span for span in brackets(sentence.codes) if "P" not in sentence.codes[slice(*span)]]
    said_again = _OR_RATE.match(sentence.codes, figure)
    for index in range(figure + 1 if said_again is None else said_again.end(), len(sentence.codes)):
        code = sentence.codes[index]
        if any(first <= index <= last for first, last in inserted if first > figure):
            continue
        if code in FIGURES or code in ";y":
            return None
        if code == "P" and _of_superlative(sentence, index):
            return None
        if code == "P" and sentence.items[index].ref.kind != "day":
            return index
        if code in "tN" and index > figure + 1:
            return None
    return None


def _time_before(sentence: Sentence, figure: int) -> int | None:
    """The time phrase right before a base figure; before "from" it is that of where the move led to."""
    for index in range(figure - 1, max(-1, figure - _NEAR_BEFORE - 1), -1):
        code = sentence.codes[index]
        if code in FIGURES or code in "TUf":
            return None
        if code == "P" and sentence.items[index].ref.comparison is None:  # "10 % year on year from 4 %"
            return index
    return None


def _base_before(timing: Timing, figure: int, main: Any) -> Any | None:
    """ "Exports were $3 billion against $4 billion in March, and imports $5 billion against $6 billion": the same.

    So are the bases of moves that go on to another: "fell to $3 billion from $4 billion, and imports to $5 billion from
    $6 billion in March".
    """
    opener = next((one.opener for one in timing.stretches if figure in one), None)
    for stretch in (*timing.stretches, *timing.brackets):
        for at in range(stretch.first, stretch.last):
            before = at < figure or _is_parallel(timing.sentence, opener, stretch)
            if timing.sentence.codes[at] != "P" or not before:
                continue
            period = timing.resolve(timing.sentence.items[at], main)
            if period is not None and period.months == main.months and period < main:
                return period
    return None


def _is_parallel(sentence: Sentence, opener: int | None, other: Stretch) -> bool:
    """Whether the next thing that moves "from" somewhere comes behind one that does, with nothing else between."""
    if opener is None or other.opener <= opener or {sentence.codes[opener], sentence.codes[other.opener]} != {"f"}:
        return False
    return _NEXT_MOVE.fullmatch(sentence.codes, opener + 1, other.opener) is not None


def _time_of_base(timing: Timing, figure: int, main: Any) -> Any:
    """What a base is for that no words date: the same time if revised, the span's start, the month or year before."""
    items, span = timing.sentence.items, timing.clock.span
    apart = [(first, last) for first, last in brackets(timing.sentence.codes) if not first < figure < last]
    revised = (at for at, item in enumerate(items) if item.cue is not None and item.cue.revised)
    if any(not any(first < at < last for first, last in apart) for at in revised):
        return main
    if span is not None and main == span[1]:
        return span[0]
    before = _base_before(timing, figure, main) or start_moved_from(timing, figure, main)
    if before is not None:
        return before
    spans = (at for at, item in enumerate(items) if item.code == "P" and item.ref.role == "from")
    starts = (timing.resolve(items[at], main) for at in spans if not _of_superlative(timing.sentence, at))
    if (start := next((one for one in starts if one is not None and one.last < main.first), None)) is not None:
        return start  # "between 2010 and 2023 exports rose from $60 billion to …"
    said = (item.ref.comparison for item in items if item.code == "P" and item.ref.comparison)
    compared = next(said, timing.clock.comparison)
    return main.preceding() if compared is not None and compared == _UNITS.get(main.months) else main.a_year_before()


# ---- the base of a change -------------------------------------------------------------------------------------------


def base_of(timing: Timing, figure: int, main: Any) -> Slot | None:
    """What a change is compared with: as said right behind it, as said in its sentence, else a year before."""
    said = _start_of(timing, figure, main) or _base_said(timing, figure, main) or _start_told(timing, figure, main)
    if said is not None:
        return said
    span = timing.clock.span
    if span is not None and main == span[1]:
        return Slot(value=str(span[0]), start=0, end=0, rule="span-before", inherited=True)
    counted = counted_over(timing.sentence, figure)
    if counted is not None:
        return _counted_back(main, counted)
    if main.months in _UNITS and is_adjusted(timing.sentence):
        return Slot(value=str(main.preceding()), start=0, end=0, rule="unit-before", inherited=True)
    before = main.a_year_before()
    if timing.sentence.codes[figure] == "M" and lies_ahead(timing, before):
        return None  # "to double by 2030"; a rate of 2030 is one on 2029
    if timing.clock.adjusted and main.months in _UNITS:
        return Slot(value=str(main.preceding()), start=0, end=0, rule="series-before", inherited=True)
    return Slot(value=str(before), start=0, end=0, rule="a-year-before", inherited=True)


def _counted_back(main: Any, counted: Counted) -> Slot | None:
    """The time that a change starts from: as long before the figure's own as the change is counted over."""
    if counted.months % main.months:
        return None  # "in 2023, up 20 % in six months"
    base = main.shift(-counted.months)
    return Slot(value=str(base), start=counted.start, end=counted.end, rule="counted-over")


def is_adjusted(sentence: Sentence) -> bool:
    """Whether seasons are taken out of the figures, so that months are compared with the month before."""
    return any(item.code in "vw" and mentions(item, "adjusted") for item in sentence.items)


def _start_of(timing: Timing, figure: int, main: Any) -> Slot | None:
    """The time of the level that a change starts from: "up 260 % from $6.3 billion in 2019 to …"."""
    codes = timing.sentence.codes
    for at in range(figure + 1, len(codes)):
        if codes[at] in ";y" or (codes[at] in "%M" and codes[at - 1] != "("):
            return None
        if codes[at] == "P" and timing.apart(at) is not None and codes[:at].rstrip("dvLiowP")[-1:] == "Q":
            return _before(timing, timing.sentence.items[at], main, "from")
    return None


def _start_told(timing: Timing, figure: int, main: Any) -> Slot | None:
    """ "Rose from $4 billion in 2013 to $9 billion in 2024, up 125 %": where the move told before starts."""
    codes = timing.sentence.codes[:figure]
    found = _MOVE_TOLD.search(codes) or _MOVE_TOLD_BACK.search(codes)
    if found is None or timing.sentence.codes[figure] == "Q":
        return None
    start, end = (timing.sentence.items[found.start(name)] for name in ("start", "end"))
    return _before(timing, start, main, "from") if timing.resolve(end, main) == main else None


def _base_said(timing: Timing, figure: int, main: Any) -> Slot | None:
    """The nearest phrase of comparison that names a time before the figure's own."""
    codes = timing.sentence.codes
    opened = [at for at, code in enumerate(codes) if code == "P" and _opened_by(timing, at, figure)]
    own = _own_base(codes, figure)
    near = {at for at, code in enumerate(codes) if code == "P" and _NEAR.fullmatch(codes, *sorted((at, figure)))}
    opened += [own] if own is not None and timing.apart(own) is not None else []
    for index in dict.fromkeys((*opened, *_comparisons(timing.sentence, figure))):
        if figure < index and _CONTRASTED.search(codes, figure + 1, index) is not None:
            continue
        item = timing.sentence.items[index]
        if _of_rate(timing, index, figure):
            continue
        if item.ref.comparison in _RULES:
            period = main.a_year_before() if item.ref.comparison == "year" else main.preceding()
            return Slot(value=str(period), start=item.start, end=item.end, rule=_RULES[item.ref.comparison])
        slot = _before(timing, item, main, "base-named")
        if slot is not None and (Period.parse(slot.value).months == main.months or index in near):
            return slot
    return None


def _of_rate(timing: Timing, at: int, figure: int) -> bool:
    """ "Rose 3 %, compared with a 5 % rise the month before": when the other rate was, and no base of this one."""
    stretch = timing.apart(at)
    if stretch is None or timing.sentence.codes[figure] != "%":
        return False
    if figure in stretch and timing.sentence.items[at].ref.rule in RATES:
        return False
    return "%" in timing.sentence.codes[stretch.first : at]


def _opened_by(timing: Timing, at: int, figure: int) -> bool:
    """ "Three times that of 2009": the time of the level that the figure itself is a multiple of."""
    stretch = timing.apart(at)
    return stretch is not None and stretch.opener == figure


def _before(timing: Timing, item: Item, main: Any, rule: str) -> Slot | None:
    """The time that a phrase names, where it is before the figure's own; of a whole year before, the same part."""
    period = timing.resolve(item, main)
    if period is not None and period.months == YEAR and main.months < YEAR:
        part = main.shift(YEAR * (period.last[0] - main.last[0]))  # "January to May …, up 5 % from 2019"
        period = next((one for one in (main.a_year_before(), part) if period.contains(one)), period)
    if period is None or not period < main:
        return None
    return Slot(value=str(period), start=item.start, end=item.end, rule=rule)


def _comparisons(sentence: Sentence, figure: int) -> list[int]:
    """Time phrases of comparison, the figure's own first, the others by what stands between them and the figure."""
    times = (at for at, code in enumerate(sentence.codes) if code == "P" and is_comparison(sentence, at))
    others = (at for at in times if not _of_superlative(sentence, at) and not _of_pace(sentence, at))
    places = [at for at in others if not _OWN_RATE.match(sentence.codes, at)]
    first = _own_base(sentence.codes, figure)
    return sorted(places, key=lambda at: (at != first, _figures_between(sentence.codes, at, figure), abs(at - figure)))


def _own_base(codes: str, figure: int) -> int | None:
    found = _OWN_BASE.match(codes, figure + 1)
    return None if found is None else found.end() - 1


def _of_pace(sentence: Sentence, at: int) -> bool:
    """ "Fell, but at a slower pace than the month before": when the pace was another, and no level of a change."""
    before = _THAN.search(sentence.codes[:at])
    return before is not None and says(sentence.items[before.start()], "paces")


def _of_superlative(sentence: Sentence, at: int) -> bool:
    """ "The highest since June": how long there was nothing like it, and not what a change is compared with."""
    since = next((place for place in range(at - 1, -1, -1) if says(sentence.items[place], "since")), None)
    if since is None or (since < at - 1 and not since_clause(sentence, at)):
        return False
    before = sentence.items[max(0, since - _SUPERLATIVE_REACH) : since]
    return any(item.code == "K" or says(item, "superlatives") for item in before)


def _figures_between(codes: str, at: int, figure: int) -> int:
    return sum(code in FIGURES for code in codes[min(at, figure) + 1 : max(at, figure)])
