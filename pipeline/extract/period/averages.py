"""Amounts that are an average over their time: of years or of months, and over which years."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import Final

from pipeline.extract.period.timing import Timing
from pipeline.extract.query import Slot
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import mentions, wording

AVERAGE: Final = "average"
MONTHLY: Final = "monthly-average"
_SEVERAL: Final = re.compile(r"P[dv]*[&t][dv]*P")
"""Two times that are the ends of one: "from 2019 to 2021", "in 2022 and 2023"."""
_LED_TO: Final = re.compile(r"[Q%M][dvw]{0,3}[tf][dv]*$")
"""Before a figure: how much something moved, to it or from it."""
_CLAUSE: Final = re.compile(r"[Q%M,;]")


def average_of(sentence: Sentence, figure: int) -> str | None:
    """Whether an amount is an average of years, or one of months; None for a total."""
    if not (is_average(sentence, figure) or _on_average(sentence, figure)):
        return None
    return MONTHLY if any(mentions(item, "monthly") for item in _around(sentence, figure)) else AVERAGE


def is_average(sentence: Sentence, figure: int) -> bool:
    """Whether the words that lead to a figure make it an average over its time: "averaged", "by an average of".

    Where a move led is what moved: "average exports rose $1 billion to $20 billion".
    """
    if _moves_on_average(sentence, figure):
        return True
    first = _lead(sentence, figure)
    lead: list[Item] = list(sentence.items[first:figure])
    if sentence.codes[first - 1 : first] in {"Q", "%", "M"}:
        lead = list(dropwhile(averages, lead))
    return any(mentions(item, "averages") for item in lead)


def _moves_on_average(sentence: Sentence, figure: int) -> bool:
    """Whether an average has moved to a figure; but "exports rose by an average of 10 % to $20 billion"."""
    moved = _LED_TO.search(sentence.codes[:figure])
    if moved is None:
        return False
    first = _lead(sentence, moved.start())
    subject = sentence.items[first : max(first, sentence.codes.find("T", first, figure))]
    return any(mentions(item, "averages") for item in subject)


def is_rate_a_year(sentence: Sentence, figure: int) -> bool:
    """Whether a change is what one of several years comes to in each: "rose 50 %, at an annual rate of 5 %".

    So is "at an annual rate of 5 % from 2009 to 2014"; "annual growth of 5 % in 2014" is of one year.
    """
    first = _lead(sentence, figure)
    lead = " ".join(item.text.lower() for item in sentence.items[first:figure])
    several = "%" in sentence.codes[:first] or _names_several_years(sentence)
    return several and any(words in lead for words in wording("annual_rates"))


def _names_several_years(sentence: Sentence) -> bool:
    """Whether the times of a sentence reach over more than one year: "2009-2014", "in 2009 … in 2014"."""
    named = [item.ref.resolve() for item in sentence.items if item.code == "P" and item.ref.kind == "absolute"]
    years = {year for time in named if time is not None for year in (time.first[0], time.last[0])}
    return len(years) > 1


def _lead(sentence: Sentence, figure: int) -> int:
    """Where the words begin that lead to a figure."""
    return figure - len(_CLAUSE.split(sentence.codes[:figure])[-1])


def averages(item: Item) -> bool:
    """Whether words say that the figure before them is an average: "annually", "a year", "on average"."""
    return getattr(item.ref, "average", False) is True


def years_averaged(timing: Timing, figure: int) -> Slot | None:
    """The years from the first to the last, where an average is over both: named together, or each of its figure.

    "In 2022 and 2023", "$4 billion in 2022 and $5 billion in 2023, an average of $4.5 billion a year".
    """
    sentence = timing.sentence
    pairs = [(found.start(), found.end() - 1) for found in _SEVERAL.finditer(sentence.codes)]
    before = [at for at in range(figure) if sentence.codes[at] == "P"]
    if len(before) > 1 and "P" not in sentence.codes[figure:]:
        pairs.append((before[0], before[-1]))
    for first, last in pairs:
        opening, closing = sentence.items[first], sentence.items[last]
        since, until = (timing.resolve(item, timing.clock.settled) for item in (opening, closing))
        if since is not None and until is not None and since.is_year and until.is_year and since < until:
            period = since.through(until)
            return Slot(value=str(period), start=opening.start, end=closing.end, rule="period-absolute")
    return None


def _on_average(sentence: Sentence, figure: int) -> bool:
    """ "On average, exports came to $4 billion a year", "were $4 billion on average"."""
    opening, behind = sentence.items[:1], sentence.items[figure + 1 : figure + 2]
    return any(mentions(item, "averages") and item.text.lower().startswith("on") for item in (*opening, *behind))


def _around(sentence: Sentence, figure: int) -> tuple[Item, ...]:
    """The clause up to the figure, and what stands right behind it."""
    start = max((at for at in range(figure) if sentence.codes[at] in "Q%M;"), default=-1) + 1
    return sentence.items[start : figure + 3]
