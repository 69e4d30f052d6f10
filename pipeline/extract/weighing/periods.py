"""Whether a figure that names no time is for the one that the text settled before, or for none that it says.

News goes on with the time of the figure before; a description ("Oil makes up most of exports"), a section further on or
an aside about the past does not. How old the settled time is, how long ago it was settled, what is measured, the tense
of the verb and "a year" behind an amount tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from pipeline.extract.frame import Frame, Known
from pipeline.extract.period.averages import averages
from pipeline.extract.period.tense import PRESENT, tense_of
from pipeline.extract.period.times import Times
from pipeline.extract.query import WORLD, Slot
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says
from pipeline.extract.weighing.naming import Naming
from pipeline.extract.weighing.odds import Question, choose

KEPT: Final = "kept"
OPEN: Final = "open"
MARGIN: Final = 0.5
"""By how much likelier no time must be."""
_OLDEST: Final = 3
_LAGS: Final = (-1, 5)
"""Years before publication, at least and at most."""
_NEAR: Final = 5
"""Items behind a figure within which "a year" is said of it."""
_KINDS: Final = {"year": r"\d{4}", "month": r"\d{4}-\d\d", "quarter": r"\d{4}-Q\d", "half": r"\d{4}-H\d"}


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A figure whose time was read from what the text settled before it."""

    times: Times
    frame: Frame
    naming: Naming
    sentence: Sentence
    figure: int
    """The index of the figure in its sentence."""
    flow: str
    measure: str
    partner: str | None
    of_goods: bool
    modality: str
    published: date | None


def weigh_times(figure: Settled) -> Times:
    """The times that the rules found; none, where the figure is clearly likelier to be for none that the text says."""
    period = figure.times.period
    if period is not None and not period.inherited:
        return figure.times
    if figure.measure == "level" and _is_rate(figure) and tense_of(figure.sentence, figure.figure) == PRESENT:
        return Times(timeless=True)  # "Japan imports some 12 million tonnes a year"
    if period is None:
        return figure.times
    if _is_near(figure, period):
        return figure.times
    is_open = choose(question_of_time(figure, period), KEPT, margin=MARGIN) == OPEN
    return Times(timeless=True) if is_open else figure.times


def question_of_time(figure: Settled, period: Slot) -> Question[str]:
    """The settled time against none."""
    return Question(
        of="periods",
        signs={KEPT: tuple(_signs_of_settled(figure, period)), OPEN: tuple(_signs_of_none(figure))},
        readings={KEPT: ((KEPT, KEPT),), OPEN: ((OPEN, OPEN),)},
        places={KEPT: Known(value=period.value, start=period.start, end=period.end)},
    )


def _signs_of_settled(figure: Settled, period: Slot) -> Iterator[str]:
    frame = figure.frame
    kind, rule = _kind(period.value), f"rule={period.rule}"
    yield from ("rule", rule, f"{rule}:age={_age(frame)}")
    yield from (f"new={frame.new_paragraph}:{figure.measure}", f"of-figure={frame.period_of_figure}")
    yield from (f"kind={kind}", f"dated={figure.published is not None}")
    if figure.published is not None:
        yield f"lag={min(_LAGS[1], max(_LAGS[0], figure.published.year - int(period.value[:4])))}"


def _signs_of_none(figure: Settled) -> Iterator[str]:
    frame = figure.frame
    yield from ("none", f"none:{figure.measure}", f"none:{figure.flow}", f"none:new={frame.new_paragraph}")
    yield from (f"none:age={_age(frame)}", f"none:dated={figure.published is not None}")
    yield f"none:of-figure={frame.period_of_figure}"
    yield f"none:partner={'world' if figure.partner == WORLD else 'some'}:{figure.measure}"
    yield from (f"none:tense={tense_of(figure.sentence, figure.figure)}", f"none:rate={_is_rate(figure)}")
    yield from (f"none:goods={figure.of_goods}", f"none:modality={figure.modality}")


def _is_near(figure: Settled, period: Slot) -> bool:
    """Whether the text names the settled time in the figure's sentence, or in the one before it."""
    start = figure.sentence.start
    rows = (figure.naming.at(start), *figure.naming.before(start)[:1])
    return any(row.holds(period.start) for row in rows)


def _is_rate(figure: Settled) -> bool:
    """ "12 million tonnes a year": what is said of each year, and not of the one that the text was on."""
    near = figure.sentence.items[figure.figure + 1 : figure.figure + 1 + _NEAR]
    each = (says(one, "each_time") and says(other, "rated_times") for one, other in pairwise(near))
    return any(each) or any(averages(item) for item in near)


def _kind(period: str) -> str:
    return next((kind for kind, form in _KINDS.items() if re.fullmatch(form, period)), "span")


def _age(frame: Frame) -> int:
    """Sentences since the last trade figure."""
    return min(_OLDEST, frame.sentence_age)
