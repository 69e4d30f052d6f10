"""The time phrases of a sentence: what each means, and which one goes with a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.period.base_times import RECALLING, is_comparison
from pipeline.extract.period.clock import LONG_GONE, Clock
from pipeline.extract.period.month_of_year import has_begun, in_year_told, last_before, next_dated, year_behind
from pipeline.extract.period.nearness import by_cost, cost
from pipeline.extract.period.other_clause import (
    in_explanation,
    is_counted_beside,
    is_event,
    is_of_other_clause,
    is_of_past,
)
from pipeline.extract.period.rows import in_order, named_closer, stretch_to
from pipeline.extract.row.brackets import time_of_bracket
from pipeline.extract.row.compared import Stretch, compared_stretches, dated_brackets, stretch_of
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import mentions, says, says_first, says_last, spoken, wording
from pipeline.period import YEAR, Period
from pipeline.period.fiscal import calendar_told

SOON: Final = 5
"""Months ahead up to which "in April" can be meant where something is to come."""
_WHEN: Final = re.compile(r"P(?:'?[dv]*w)?(,?)y(?:[^;yPQ%M]|[Q%M](?!,[dv]*t))*$")
_WHICH: Final = re.compile(r"P,?W[dvL]{1,4}$")
_AIMED: Final = re.compile(r"A[dv]*o[dv]*$")
_MEASURED_BY: Final = re.compile(r"(?:[%Q]U[dv]*|p)$")
_OWNED: Final = re.compile(r"P'(?:[dvw]{1,2}o)?[dv]*$|(?<=p)P[LwK]{1,2}o?[dv]*$")
_OWN_FIGURE: Final = re.compile(r"[dvL]{1,3}Q")
"""Behind a time: a figure that is for it."""
_LEADS_TO: Final = re.compile(r"[dv]*t[dv]*Q[dv]*i?[dv]*(P)")
_TOLD: Final = re.compile(r"Q[dv]*i?[dv]*P")
"""An amount with its time: what a change leads to, and what was told before it."""
_IN_PHRASE: Final = re.compile(r"(?<=d)Q[vwC]{0,3}[Nw][oi][dv]*(P)")
"""An amount in front of its noun, and the time behind it: "the $9 million deficit of the previous month"."""
_MONTH_BEFORE: Final = frozenset({"earlier", "previous-unit", "ago"})
_CLAUSES: Final = frozenset(";y")
_HYPHENS: Final = frozenset("-‐‑–")
_UP_TO_WORDS: Final = 5
"""Words of the longest phrase that makes a month the end of a span."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One sentence's time phrases, read against what is known of time apart from it."""

    sentence: Sentence
    clock: Clock
    stretches: tuple[Stretch, ...]
    """Where the sentence only compares."""
    brackets: tuple[Stretch, ...]
    """Brackets with a figure and the time of that figure."""

    @classmethod
    def of(cls, sentence: Sentence, clock: Clock) -> Timing:
        """The sentence's time phrases with the stretches in which some of them stand apart."""
        stretches, brackets = compared_stretches(sentence), dated_brackets(sentence)
        return cls(sentence=sentence, clock=clock, stretches=stretches, brackets=brackets)

    def apart(self, index: int) -> Stretch | None:
        """The stretch in which an item does not say what the sentence tells of, if it stands in one."""
        return stretch_of(self.stretches, index) or stretch_of(self.brackets, index)

    def main(self, binding: Binding) -> tuple[Any | None, Item | None]:
        """The period of the figure itself, as ``(period, item)``; item None where it was settled before."""
        when = _when(self.sentence, binding.figure)
        when = self._which(binding.figure) if when is None else when
        when = in_order(self.sentence, binding.figure) if when is None else when
        when = _owner(self.sentence, binding.figure) if when is None else when
        when = time_of_bracket(self.sentence, binding.figure) if when is None else when
        when = _of_amount(self.sentence, binding.figure) if when is None else when
        told = when is None and not binding.base and self.apart(binding.figure) is None
        when = _of_phrase(self.sentence, binding.figure) if told else when
        if when is not None:
            return self.resolve(self.sentence.items[when], self._anchor(when)), self.sentence.items[when]
        if binding.base and binding.previous is not None:
            return self.main(self._led_from(binding.previous))
        for price, index in by_cost(self.sentence, binding):
            far = price > cost("far") and index > binding.figure and self.clock.settled is not None
            if far and not _is_only_time(self.sentence, binding.figure, index):
                continue
            if is_comparison(self.sentence, index) or self._is_apart(index, binding.figure):
                continue
            if is_of_other_clause(self.sentence, binding.figure, index):
                continue
            if is_counted_beside(self.sentence, binding.figure, index):
                continue
            if is_event(self.sentence, index):
                return self._after_event(index), None
            if self.clock.settled is not None and in_explanation(self.sentence, index):
                continue
            if is_of_past(self.sentence, binding.figure, index):
                return None, None
            named = named_closer(self.sentence, index, lambda item: self.resolve(item, self.clock.settled))
            item = self.sentence.items[named]
            period = self.resolve(item, self._anchor(named))
            if period is not None:
                return period, item
            if self._is_past_part(item):
                return None, item
        return self._settled(binding), None

    def _after_event(self, at: int) -> Any | None:
        """ "After the crisis of August 2008, sales fell 5 %": in the time that is settled, if not long after."""
        settled, event = self.clock.settled, self.resolve(self.sentence.items[at], self.clock.settled)
        if settled is None or event is None:
            return None
        return settled if 0 <= settled.last[0] - event.last[0] <= 1 else None

    def _which(self, figure: int) -> int | None:
        """ "Below that of 2007, which reached $5 billion": the time compared with, which the clause is about."""
        found = _WHICH.search(self.sentence.codes[:figure])
        if found is None or not (is_comparison(self.sentence, found.start()) or self.apart(found.start())):
            return None
        return found.start()

    def _is_apart(self, index: int, figure: int) -> bool:
        """Whether a time stands where the sentence only compares; "above the goal of $5 billion by 2030" is of that."""
        stretch = self.apart(index)
        if stretch is None:
            return False
        return figure not in stretch or _AIMED.search(self.sentence.codes[:figure]) is None

    def _led_from(self, previous: Binding) -> Binding:
        """What a base is compared with: the figure before it where that is a base too or in another clause."""
        root = previous.root
        parted = not _CLAUSES.isdisjoint(self.sentence.codes[root.figure : previous.figure])
        return previous if previous.base or parted else root

    def _is_past_part(self, item: Item) -> bool:
        """ "Last year", in an undated text that speaks of a month: not that month, and of which year is unsaid.

        So is "a decade ago", whatever an undated text speaks of.
        """
        settled = self.clock.settled
        if item.ref.kind != "deictic" or settled is None or self.clock.published is not None:
            return False
        return item.ref.rule == "ago" or (settled.months < YEAR and says_first(item, "gone"))

    def _settled(self, binding: Binding) -> Any | None:
        """What was settled before; "compared to the same month" of a longer time is said of its last month."""
        settled = self.clock.settled
        if settled is not None and self._told_long_after(settled):
            return None
        if settled is not None and settled.months < YEAR and self._is_cumulative(binding):
            return self.clock.span_up_to(settled)
        if settled is None or settled.months == 1 or settled.months >= YEAR:
            return settled
        if self._of_last_month(settled) or any(
            item.code == "P" and item.ref.comparison and says_last(item, "month") for item in self.sentence.items
        ):
            return Period.of_month(settled.last)
        return settled

    def _told_long_after(self, settled: Any) -> bool:
        """ "On 26 January 2006 he said that exports are growing", in a text that had come to 1998."""
        days = (item.ref.resolve() for item in self.sentence.items if item.code == "P" and item.ref.kind == "day")
        return any(day is not None and settled.shift(LONG_GONE).last < day.first for day in days)

    def _is_cumulative(self, binding: Binding) -> bool:
        """ "The cumulative deficit": of all the months so far."""
        before = self.sentence.items[: binding.figure]
        return "P" not in self.sentence.codes[: binding.figure] and spoken(before, "cumulative")

    def _of_last_month(self, settled: Any) -> bool:
        """Whether the sentence compares with the month before the last of a longer time, so is of that last month.

        So it is where it compares with that month a year before.
        """
        month = Period.of_month(settled.last)
        stated = (item for at, item in enumerate(self.sentence.items) if item.code == "P" and self.apart(at))
        named = (self.clock.read(item.ref, settled) for item in stated if item.ref.kind in {"absolute", "partial"})
        return not {month.preceding(), month.a_year_before()}.isdisjoint(named)

    def of_unknown_year(self, binding: Binding) -> bool:
        """ "In September", in a text that gives no year for it: no longer time that the text names is that month."""
        closest = next((at for _, at in by_cost(self.sentence, binding)), None)
        if closest is None or self.clock.published is not None or is_comparison(self.sentence, closest):
            return False
        item = self.sentence.items[closest]
        return item.ref.kind == "partial" and self.apart(closest) is None and self.resolve(item, None) is None

    def candidates(self, binding: Binding) -> list[tuple[float, Item, Any | None]]:
        """The time phrases of the sentence, cheapest first, each with what it means; None where it only compares."""
        found = []
        for price, index in by_cost(self.sentence, binding):
            item = self.sentence.items[index]
            compares = is_comparison(self.sentence, index) or self.apart(index) is not None
            found.append((price, item, None if compares else self.resolve(item, self._anchor(index))))
        return found

    def resolve(self, item: Item, anchor: Any | None) -> Any | None:
        """What a time phrase means, counted from ``anchor`` where it is relative."""
        if item.ref.kind == "partial" and self.clock.published is None:
            listed = self._listed_before(item)
            if listed is not None:
                return listed
        found = self.clock.read(item.ref, anchor)
        if found is None and self._lies_ahead():
            return self.clock.running_year(item.ref)
        if item.ref.kind == "partial" and found is not None:
            found = self._past_base(self._over(self._coming(self._within(found), item), item))
            found = self._in_year_behind(in_year_told(self.sentence, item, found), item)
        if item.ref.rule == "year-to-date" and found is not None and self._ends_before(found):
            return found.through(self.clock.settled)
        if item.ref.rule == "deictic-unit" and found is not None and self._has_just_begun(found):
            return self.clock.settled
        if item.ref.rule == "window" and found is not None and (told := self.clock.months_told(found)) is not None:
            return told
        if item.ref.rule == "same-without-year" and self.clock.span is not None and not self._dated_before(item):
            return self.clock.span[1]
        return self._up_to(item, found)

    def _in_year_behind(self, found: Any, item: Item) -> Any:
        """ "The January surplus last year": January of the year that is named behind."""
        named = year_behind(self.sentence, item)
        year = None if named is None else self.clock.read(named.ref, None)
        if year is None or year.months != YEAR or year.first[1] != 1 or found.months >= YEAR:
            return found
        return found.shift(YEAR * (year.first[0] - found.first[0]))

    def _listed_before(self, item: Item) -> Any | None:
        """ "In January …, $4 billion in February and $5 billion in March 2024": of the year that the last has."""
        at = self.sentence.items.index(item)
        named = next_dated(self.sentence, at)
        if named is None or any(is_comparison(self.sentence, one) or self.apart(one) for one in (at, named)):
            return None
        return last_before(item.ref, self.sentence.items[named].ref.resolve())

    def _has_just_begun(self, found: Any) -> bool:
        """ "This quarter", printed right behind the quarter that the text is on: no figure is for one that runs."""
        settled, published = self.clock.settled, self.clock.published
        runs = published is not None and found.months > 1 and not found.over_by(published)
        return runs and settled is not None and settled == found.preceding() and not self._lies_ahead()

    def _dated_before(self, item: Item) -> bool:
        """Whether the sentence itself has named a time before, which "the same period" then is."""
        kinds = (other.ref.kind for other in self.sentence.items if other.code == "P" and other.start < item.start)
        return any(kind in {"absolute", "partial", "deictic"} for kind in kinds)

    def _within(self, found: Any) -> Any:
        """ "By the end of September", said of the nine months to September last year: that September."""
        settled = self.clock.settled
        if settled is None or not 1 < settled.months < YEAR or found.first[0] != settled.last[0] + 1:
            return found
        earlier = found.a_year_before()
        return earlier if settled.contains(earlier) else found

    def _over(self, found: Any, item: Item) -> Any:
        """ "By the end of October exports had reached …": with nothing expected, the last that is over."""
        published = self.clock.published
        if item.ref.role != "by" or published is None or "A" in self.sentence.codes or has_begun(self.sentence, item):
            return found
        while not found.over_by(published):
            found = found.a_year_before()
        return found

    def _past_base(self, found: Any) -> Any:
        """ "In January … from 583 million in January 1986": the month named is not that which it is compared with."""
        bases = (item.ref for at, item in enumerate(self.sentence.items) if item.code == "P" and self.apart(at))
        named = {base.resolve() for base in bases if base.kind == "absolute"}
        return found.shift(YEAR) if found in named else found

    def _coming(self, found: Any, item: Item) -> Any:
        """ "Expected to rise in the first quarter", printed in that quarter: the one that runs, not last year's."""
        published = self.clock.published
        if published is None or not self._lies_ahead() or mentions(item, "ended"):
            return found
        later, today = found.shift(YEAR), (published.year, published.month)
        if later.first <= today <= later.last:
            return later
        return later if later.shift(-SOON).first <= today <= later.first else found

    def _lies_ahead(self) -> bool:
        """ "Is scheduled for April": whether the sentence speaks of what is to come."""
        return any(item.code == "A" or says(item, "coming") for item in self.sentence.items)

    def _ends_before(self, found: Any) -> bool:
        """Whether the year so far only goes as far as the month that the text has settled."""
        settled = self.clock.settled
        if settled is None or (settled.months not in {1, 3} and settled.first[1] != 1):
            return False
        return bool(settled.last[0] == found.last[0] and settled.last < found.last)

    def _up_to(self, item: Item, found: Any | None) -> Any | None:
        """ "Through November", "by the end of September": the months of the year up to it."""
        if found is None or found.first != found.last or item.ref.kind not in {"partial", "absolute", "deictic"}:
            return found
        words = [
            other.text.lower()
            for other in self.sentence.items
            if other.start < item.start and other.text not in _HYPHENS
        ]
        before = words[-_UP_TO_WORDS:]  # "by end-May" is by the end of May
        if f" {' '.join(before)}".endswith(tuple(f" {words}" for words in wording("up_to"))):
            if self._is_beside_month_before(item, found):
                return found
            return Period(first=self._start_of_year(found), last=found.last)
        return found

    def _is_beside_month_before(self, item: Item, found: Any) -> bool:
        """ "$5 billion at the end of May, from $4 billion a month earlier": a month, for no sum is less than that."""
        others = [other.ref for other in self.sentence.items if other.code == "P" and other is not item]
        told = (one for one in others if one.kind in {"partial", "absolute"} or one.rule in _MONTH_BEFORE)
        return found.preceding() in {self.clock.read(one, found) for one in told}

    def _start_of_year(self, month: Any) -> Any:
        """The month from which a text counts: that of the fiscal year where it has spoken of one."""
        return calendar_told(self.clock.fiscal, told=self.clock.fiscal_told).opening_around(month.last)

    def _anchor(self, index: int) -> Any | None:
        """What "the following year" counts from: the time phrase before it in the sentence, else what was settled."""
        rule = self.sentence.items[index].ref.rule
        recalls, that_year = rule in RECALLING, rule == "that-year"
        whole = recalls or rule in {"that-year", "same-without-year"}
        for at in range(index - 1, -1, -1):
            item = self.sentence.items[at]
            if (recalls or rule == "year-to-date") and self.apart(at) is not None:
                continue
            if item.code == "P" and (item.ref.kind in {"absolute", "partial", "deictic"} or item.ref.rule in RECALLING):
                stretch = stretch_to(self.sentence, at, lambda end: self.resolve(end, self.clock.settled))
                named = stretch if stretch is not None and whole else self.resolve(item, self.clock.settled)
                if named is not None or item.ref.kind != "partial":
                    return named  # else a month of an undated text, of the year that stands before it
        return self.clock.said or self.clock.settled if that_year else self.clock.settled


def _is_only_time(sentence: Sentence, figure: int, index: int) -> bool:
    """Whether a clause ends with its only time, which is that of all its figures, however far apart they stand."""
    times = [at for at, item in enumerate(sentence.items) if item.code == "P" and item.ref.kind != "day"]
    own = [at for at in times if not is_comparison(sentence, at)]
    if _OWN_FIGURE.match(sentence.codes, index + 1) is not None:
        return False  # "a year before they were $9 billion, and in 2010 at $4 billion"
    return len(own) == 1 and not any(_parts(item) for item in sentence.items[figure + 1 : index])


def _parts(item: Item) -> bool:
    """Whether a joint leads to a clause with a time of its own: "but", "after"."""
    return item.code in "y;" or (item.code == "B" and says(item, "temporal"))


def _when(sentence: Sentence, figure: int) -> int | None:
    """ "… than in January 2024, when India recorded $1.3 billion": the time that the clause is about."""
    found = _WHEN.search(sentence.codes[:figure])
    if found is None or not says(sentence.items[found.end(1)], "when"):
        return None
    aside = found[1] == "," and "," in sentence.codes[found.end(1) : figure]
    if aside and sentence.items[found.start()].ref.role == "from":
        return None  # "Since 2009, when trade collapsed, exports have grown 5 %"
    return found.start()


def time_owning(sentence: Sentence, figure: int) -> int | None:
    """The time whose figure it is: "the first quarter's 13 % contraction", "above its 2019 total of $5 billion"."""
    found = _OWNED.search(sentence.codes[:figure])
    return found.start() if found is not None else None


def _owner(sentence: Sentence, figure: int) -> int | None:
    """ "54 % above February's $6 billion", "above its 2019 total of $5 billion": not the time that is told of."""
    place = time_owning(sentence, figure) if sentence.codes[figure] == "Q" else None
    return place if place is not None and _MEASURED_BY.search(sentence.codes[:place]) is not None else None


def _of_phrase(sentence: Sentence, figure: int) -> int | None:
    """ "Overturning the $9 million deficit of the previous month": the time that the amount's own phrase ends with."""
    found = _IN_PHRASE.match(sentence.codes, figure)
    return None if found is None or sentence.items[found.start(1)].ref.rule not in _MONTH_BEFORE else found.start(1)


def _of_amount(sentence: Sentence, figure: int) -> int | None:
    """ "Rose to $49 million in 2010, then fell 14 % to $42 million in 2011": a change goes with what it leads to."""
    found = _LEADS_TO.match(sentence.codes, figure + 1) if sentence.codes[figure] in "%M" else None
    told = _TOLD.search(sentence.codes[:figure])
    if found is None or told is None or is_comparison(sentence, found.start(1)):
        return None
    return found.start(1)
