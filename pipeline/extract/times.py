"""When a figure is for: the time phrase that goes with it, the one its sentence gives, the one the text has settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from pipeline.extract.binding import Binding
from pipeline.extract.frame import Known
from pipeline.extract.items import FIGURES, Item, Sentence
from pipeline.extract.query import Slot

FAR: Final = 1.9
"""Beyond this cost a time phrase of the sentence is another figure's, and what was settled before counts."""
_SAME: Final = frozenset({"following-unit", "that-year", "same-without-year", "same"})
"""Anaphoric time phrases that can say what a figure itself is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The period of a figure and, for a change, the one it is compared with."""

    period: Slot | None = None
    base: Slot | None = None
    compared: bool = False
    """Whether the figure only stands for comparison, so that its period does not go on to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What is known about time apart from the sentence: publication, fiscal-year economy, the period settled before."""

    published: date | None
    settled: Any | None
    span: tuple[Any, Any] | None = None
    fiscal: str | None = None


def decide_times(sentence: Sentence, binding: Binding, measure: str, clock: Clock) -> Times:
    """Period and base of one figure."""
    search = _Search(sentence, clock)
    main, item = search.main(binding)
    if (binding.base or search.compared(binding.figure)) and not search.expected(binding):
        own = search.base_figure(binding, main)
        if own is not None:
            return replace(_with_base(own, measure, search, binding), compared=True)
    if main is None:
        main = search.year_so_far()
    if main is None:
        return Times()
    main = search.whole_year(binding, main)
    if measure == "change" and item is not None and search.contradicts_base(main, item):
        main, item = clock.settled, None
    if measure == "change":
        return _change(search, binding, main, item)
    return Times(period=_slot(main, item))


def _change(search: _Search, binding: Binding, main: Any, item: Item | None) -> Times:
    """A change over several years is for the last of them, against the year before the first."""
    base = search.base(binding, main)
    if main.months > 12 and main.months % 12 == 0 and main.first[1] == 1:
        from pipeline.period import Period

        end, start = str(main.last[0]), str(main.first[0])
        slot = _slot(Period.parse(end), item)
        return Times(period=slot, base=Slot(value=start, start=slot.start, end=slot.end, rule="span"))
    return Times(period=_slot(main, item), base=base)


def _with_base(own: tuple[Any, Item | None], measure: str, search: _Search, binding: Binding) -> Times:
    period, item = own
    slot = _slot(period, item)
    if measure != "change":
        return Times(period=slot)
    return Times(period=slot, base=search.base(binding, period))


def grounded(times: Times, settled: Known | None) -> Times:
    """The times with the characters that they follow from, where no words of the sentence itself give them."""
    period = _on(times.period, settled)
    return replace(times, period=period, base=_on(times.base, period))


def _on(slot: Slot | None, spot: Slot | Known | None) -> Slot | None:
    """A slot that stands on no characters, put on those of ``spot``."""
    return (
        slot if slot is None or spot is None or slot.start < slot.end else replace(slot, start=spot.start, end=spot.end)
    )


def _slot(period: Any, item: Item | None) -> Slot:
    if item is None:
        return Slot(value=str(period), start=0, end=0, rule="settled-before", inherited=True)
    return Slot(value=str(period), start=item.start, end=item.end, rule=f"period-{item.ref.kind}")


class _Search:
    """One sentence's time phrases."""

    def __init__(self, sentence: Sentence, clock: Clock) -> None:
        self.sentence, self.clock = sentence, clock
        self.items, self.codes = sentence.items, sentence.codes

    def main(self, binding: Binding) -> tuple[Any | None, Item | None]:
        """The period of the figure itself, as ``(period, item)``; item None where it was settled before."""
        if binding.base and binding.previous is not None:
            return self.main(binding.previous.root if not binding.previous.base else binding.previous)
        for cost, index in self._order(binding):
            if cost > FAR and index > binding.figure and self.clock.settled is not None:
                continue
            item = self.items[index]
            if self._is_comparison(index):
                continue
            period = self._resolve(item, self._anchor(index))
            if period is not None:
                return period, item
        return self.clock.settled, None

    def _resolve(self, item: Item, anchor: Any | None) -> Any | None:
        found = item.ref.resolve(anchor=anchor, published=self.clock.published, fiscal=self.clock.fiscal)
        settled = self.clock.settled
        if (
            item.ref.kind == "partial"
            and found is not None
            and settled is not None
            and found.first[0] == settled.last[0] + 1
        ):
            earlier = found.a_year_before()
            if settled.months < 12 and settled.contains(
                earlier
            ):  # "by the end of September", said of the nine months to September last year
                found = earlier
        found = self._coming(item, found)
        if (
            item.ref.rule == "year-to-date"
            and found is not None
            and settled is not None
            and settled.months == 1
            and settled.last[0] == found.last[0]
            and settled.last < found.last
        ):
            return type(found)(first=found.first, last=settled.last)
        if item.ref.rule == "same-without-year" and self.clock.span is not None:
            return self.clock.span[1]
        return self._so_far(item, found)

    def _coming(self, item: Item, found: Any | None) -> Any | None:
        """ "Expected to rise in the first quarter", printed in that quarter: the one that runs, not last year's."""
        published = self.clock.published
        if item.ref.kind != "partial" or found is None or published is None or "A" not in self.codes:
            return found
        later = found.shift(12)
        return later if later.first <= (published.year, published.month) <= later.last else found

    def _so_far(self, item: Item, found: Any | None) -> Any | None:
        """ "Through November", "by the end of September": the months of the year up to it."""
        if found is None or found.first != found.last or item.ref.kind not in {"partial", "absolute"}:
            return found
        before = [other.text.lower() for other in self.items if other.start < item.start][-4:]
        if before[-1:] == ["through"] or " ".join(before).endswith(
            ("by the end of", "by end", "as of", "as of end", "up to")
        ):
            return type(found)(first=(found.first[0], 1), last=found.last)
        return found

    def _anchor(self, index: int) -> Any | None:
        """What "the following year" counts from: the time phrase before it in the sentence, else what was settled."""
        for at in range(index - 1, -1, -1):
            if self.codes[at] == "P" and self.items[at].ref.kind in {"absolute", "partial", "deictic"}:
                return self._resolve(self.items[at], self.clock.settled)
        return self.clock.settled

    def _order(self, binding: Binding) -> list[tuple[float, int]]:
        """Time phrases by how closely they go with the figure: right behind, right before, in its phrase, elsewhere."""
        figure = binding.figure
        places = [at for at, code in enumerate(self.codes) if code == "P" and self.items[at].ref.kind != "day"]
        nominal = binding.nominal
        ranked = []
        for at in places:
            between = self.codes[min(at, figure) + 1 : max(at, figure)]
            crosses = sum(code in FIGURES for code in between)
            breaks = (
                sum(code in "y" for code in between)
                + 2.0 * between.count(";")
                + sum(code == "," for code in between) * 0.3
            )
            inside = nominal is not None and nominal.first <= at < nominal.last and nominal.first >= 0
            distance = len(between) * 0.05 + breaks * 1.0
            if at > figure:
                cost = distance + crosses * 0.8 + (0.0 if crosses == 0 else 0.2)
                cost += 1.5 * sum(code == "N" for code in between)
                cost += 2.0 if self.codes[at + 1 : at + 2] in {"'", ":"} else 0.0  # it is the next figure's
            else:
                cost = distance * 0.7 + crosses * 0.6 + 0.3 + 0.4 * sum(code == "N" for code in between[:-1])
            if inside:
                cost = min(cost, 0.15)
            elif self._of_base(at, figure):
                cost += 2.0
            ranked.append((cost, at))
        return sorted(ranked)

    def _of_base(self, at: int, figure: int) -> bool:
        """Whether the time goes with another figure that only stands for comparison ("from 6.3 billion in 2019")."""
        before = at - 1
        while before >= 0 and self.codes[before] not in FIGURES:
            if self.codes[before] in ",;yt":
                return False
            before -= 1
        governor = self.codes[:before].rstrip('dvTLJ"')[-1:]
        return 0 < before != figure and governor in {"f", "g", "B"}

    def _is_comparison(self, index: int) -> bool:
        """Whether the phrase says what a figure is compared with, and not what it is for."""
        mention = self.items[index].ref
        if mention.comparison is not None or (mention.kind == "anaphoric" and mention.rule not in _SAME):
            return True
        apposed = self.codes[:index].rstrip("dv,")
        if apposed[-1:] == "P" and self.items[len(apposed) - 1].ref.comparison is not None:
            return True
        before = self.codes[:index].rstrip("dvi")
        if before and self.items[len(before) - 1].text.lower() in {"same", "corresponding", "comparable", "equivalent"}:
            before = before[:-1].rstrip("dvi")
            if before[-1:] == "f":
                return True
        compared = before[-1:] == "g" and self.items[len(before) - 1].text.lower() != "over"
        return mention.role in {"base", "from"} or compared

    def compared(self, figure: int) -> bool:
        """Whether the figure is only what another one is compared with ("higher than December's 5.1 %")."""
        before = self.codes[:figure].rstrip("dviP'(")
        if before[-1:] != "g" or self.codes[:figure].rstrip("dv'(")[-1:] != "P":
            return False
        return self.items[len(before) - 1].text.lower() != "over"

    def expected(self, binding: Binding) -> bool:
        """Whether a figure of comparison is a forecast for the same time ("beating forecasts of 17 billion")."""
        return "A" in self.codes[max(0, binding.figure - 4) : binding.figure + 3]

    def year_so_far(self) -> Any | None:
        """ "Annual exports crossed …", with no time named: the year of publication."""
        words = {item.text.lower() for item in self.items if item.code in "vwN"}
        spoken = {word for text in words for word in text.split()}
        if self.clock.published is None or not spoken & {"annual", "cumulative", "full-year", "yearly"}:
            return None
        from pipeline.period import Period

        return Period.of_year(self.clock.published.year)

    def whole_year(self, binding: Binding, main: Any) -> Any:
        """ "The annual total": the year of the month that the sentence is about."""
        nominal = binding.nominal
        if main.months == 1 and any(item.code == "P" and item.ref.comparison == "quarter" for item in self.items):
            first = (main.first[1] - 1) // 3 * 3 + 1  # "qoq" is said of a quarter
            return type(main)(first=(main.first[0], first), last=(main.first[0], first + 2))
        whole = any(
            item.cue is not None and item.cue.whole_year
            for item in self.items[binding.figure - 8 if binding.figure > 8 else 0 : binding.figure + 8]
        )
        if whole and main.months < 12:
            return type(main).of_year(main.last[0])
        if nominal is None or nominal.head < 0 or main.months >= 12:
            return main
        words = {item.text.lower() for item in self.items[max(0, nominal.first - 1) : nominal.head + 1]}
        spoken = {word for text in words for word in text.split()}
        return type(main).of_year(main.last[0]) if spoken & {"annual", "full-year", "yearly", "whole-year"} else main

    def contradicts_base(self, main: Any, item: Item) -> bool:
        """ "… this year compared with 2022": written of the year after the base, which the text has settled."""
        if item.ref.kind != "deictic" or self.clock.settled is None:
            return False
        bases = [other.ref.resolve() for other in self.items if other.code == "P" and other.ref.role == "base"]
        return any(
            base is not None and base == self.clock.settled.a_year_before() and base != main.a_year_before()
            for base in bases
        )

    # ---- the figure that others are compared with --------------------------------------------------------------------

    def base_figure(self, binding: Binding, main: Any | None) -> tuple[Any, Item | None] | None:
        """The period of a figure that stands as the base ("up from $89.4 billion in the previous year")."""
        figure = binding.figure
        found = self._near_base(figure)
        if found is not None:
            item = self.items[found]
            period = self._resolve(item, main)
            if period is not None and (main is None or period != main or item.ref.kind == "absolute"):
                return period, item
        if main is None:
            return None
        return self._shifted(main), None

    def _near_base(self, figure: int) -> int | None:
        """The time phrase next to a base figure: behind it up to the next figure, else right before it."""
        for index in range(figure + 1, len(self.codes)):
            code = self.codes[index]
            if code in FIGURES or code in ";y":
                break
            if code == "P" and self.items[index].ref.kind != "day":
                return index
            if code in "tN" and index > figure + 1:
                break
        for index in range(figure - 1, max(-1, figure - 6), -1):
            code = self.codes[index]
            if code in FIGURES:
                return None
            if code == "P":
                return index
            if code in "T":
                return None
        return None

    def _shifted(self, main: Any) -> Any:
        if any(item.cue is not None and item.cue.revised for item in self.items):
            return main
        if self.clock.span is not None and main == self.clock.span[1]:
            return self.clock.span[0]
        return main.preceding() if self._comparison() == "month" else main.a_year_before()

    def _comparison(self) -> str | None:
        for item in self.items:
            if item.code == "P" and item.ref.comparison:
                return str(item.ref.comparison)
        return None

    def base(self, binding: Binding, main: Any) -> Slot | None:
        """What a change is compared with: as said right behind it, as said in its sentence, else a year before."""
        figure = binding.figure
        start = self._start_of(figure)
        if start is not None:
            period = self._resolve(self.items[start], main)
            if period is not None and period < main:
                return Slot(value=str(period), start=self.items[start].start, end=self.items[start].end, rule="from")
        for index in self._comparison_order(figure):
            item = self.items[index]
            mention = item.ref
            if mention.comparison == "month":
                return Slot(value=str(main.preceding()), start=item.start, end=item.end, rule="month-on-month")
            if mention.comparison == "quarter":
                return Slot(value=str(main.preceding()), start=item.start, end=item.end, rule="quarter-on-quarter")
            if mention.comparison == "year":
                return Slot(value=str(main.a_year_before()), start=item.start, end=item.end, rule="year-on-year")
            period = self._resolve(item, main)
            if period is not None and period < main:
                return Slot(value=str(period), start=item.start, end=item.end, rule="base-named")
        if self.clock.span is not None and main == self.clock.span[1]:
            return Slot(value=str(self.clock.span[0]), start=0, end=0, rule="span-before", inherited=True)
        return Slot(value=str(main.a_year_before()), start=0, end=0, rule="a-year-before", inherited=True)

    def _start_of(self, figure: int) -> int | None:
        """The time of the level that a change starts from: "up 260 % from $6.3 billion in 2019 to …"."""
        for at in range(figure + 1, len(self.codes)):
            if self.codes[at] in ";y":
                return None
            if self.codes[at] == "P" and self._of_base(at, figure):
                return at
        return None

    def _comparison_order(self, figure: int) -> list[int]:
        places = [at for at, code in enumerate(self.codes) if code == "P" and self._is_comparison(at)]
        return sorted(
            places,
            key=lambda at: (
                sum(code in FIGURES for code in self.codes[min(at, figure) + 1 : max(at, figure)]),
                abs(at - figure),
            ),
        )


def span_of(sentence: Sentence, clock: Clock) -> tuple[Any, Any] | None:
    """ "from 2019 to 2022": the two ends that a later "over the same period" means."""
    ends: dict[str, Any] = {}
    for item in sentence.items:
        if item.code == "P" and item.ref.role in {"from", "to"}:
            ends.setdefault(item.ref.role, item.ref.resolve(anchor=clock.settled, published=clock.published))
    if ends.get("from") is not None and ends.get("to") is not None and ends["from"] < ends["to"]:
        return ends["from"], ends["to"]
    return None
