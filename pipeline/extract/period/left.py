"""What a sentence leaves behind of time: the period that goes on to count, the ends of a span, the next clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.extract.frame import Frame, Known
from pipeline.extract.period.bases import is_adjusted
from pipeline.extract.period.clock import Clock, span_of
from pipeline.extract.period.opened import opened_with, runs_around
from pipeline.extract.period.timing import Timing
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import has_phrase, mentions, says
from pipeline.period import YEAR, Period
from pipeline.period.fiscal import fiscal_calendar

_CHANGE_NAMED: Final = re.compile(r"d[wK]{0,2}[TJ]")
_OF_THOSE: Final = re.compile(r"[dvw]*[Q%M][dv]*o[v]*(d)[dvCw]*N")
_IN_BRACKET: Final = re.compile(r"\([dvw]{0,2}(P)w{0,2}\)")
_NAMES_OF_UNITS: Final = {1: "month", 3: "quarter"}
NEWS_YEARS: Final = 3
"""Years after which a time is history."""
PERIODS_KEPT: Final = 8
"""Periods that "in the month" or "the seven months" may still mean."""


def times_left(article: Any, frame: Frame, passage: Passage, claims: list[Claim]) -> dict[str, object]:
    """The period that goes on to count, unless the sentence revises, sums up or looks back."""
    sentence = passage.sentence
    opening = sentence.items[: next(iter(sentence.figures()), 0)]
    revised = any(item.cue is not None and item.cue.revised for item in opening) or has_phrase(
        sentence, "reported_before"
    )
    latest = None if revised else _latest(claims, article.published, sentence)
    if (
        latest is None
        or _singled_out(latest, passage)
        or _whole_of(latest, frame, passage)
        or _looks_back(latest, frame, passage)
    ):
        return {}
    spot = latest.evidence["period"]
    return {
        "period": Known(value=str(latest.period), start=spot.start, end=spot.end),
        "period_of_figure": True,
        "news": frame.period if _is_of_paragraph(latest, frame, passage) else _still_news(latest, frame.news),
    }


def _is_of_paragraph(claim: Claim, frame: Frame, passage: Passage) -> bool:
    """Whether an earlier time than what figures of the text are for only counts up to the end of the paragraph.

    So does the same time of the year before, and a time that stands behind the figure that opens the paragraph.
    """
    if frame.period is None or frame.period.value not in {known.value for known in frame.recent}:
        return False
    period, settled = Period.parse(str(claim.period)), Period.parse(frame.period.value)
    if period.last >= settled.last:
        return False
    return period == settled.a_year_before() or not _near_opening(claim, passage)


def periods_kept(frame: Frame, claims: list[Claim]) -> tuple[Known, ...]:
    """The periods that figures were for, the last one first, each once."""
    said = [
        Known(value=claim.period, start=claim.evidence["period"].start, end=claim.evidence["period"].end)
        for claim in claims
        if claim.period is not None and claim.modality == "reported"
    ]
    newest: dict[str, Known] = {}
    for known in (*reversed(said), *frame.recent):
        newest.setdefault(known.value, known)
    return tuple(newest.values())[:PERIODS_KEPT]


def ends_of_span(claims: list[Claim]) -> tuple[Known, Known] | None:
    """The two periods of "from … in 2021 to … in 2022", which "over the same period" means later."""
    levels = [claim for claim in claims if claim.measure == "level" and claim.period is not None]
    for first, second in pairwise(levels):
        if first.flow == second.flow and str(first.period) < str(second.period):
            spots = (first.evidence["period"], second.evidence["period"])
            return tuple(  # type: ignore[return-value]
                Known(value=str(claim.period), start=spot.start, end=spot.end)
                for claim, spot in zip((first, second), spots, strict=True)
            )
    return None


def _whole_of(claim: Claim, frame: Frame, passage: Passage) -> bool:
    """Whether a cumulative period only sums up to the month that the paragraph is about, and opens nothing new."""
    if frame.period is None:
        return False
    period, settled = Period.parse(str(claim.period)), Period.parse(frame.period.value)
    if _embraces(period, settled):
        return True
    if frame.new_paragraph or not frame.period_of_figure:
        return False
    sums_up = period.last == settled.last and period.first < settled.first
    return sums_up and (not _opens_with(claim, passage) or _in_passing(claim, passage.sentence))


def _embraces(period: Any, settled: Any) -> bool:
    """ "In the last five years", said by a text on the last of them, which goes on with that one."""
    return bool(period.months > YEAR >= settled.months and period.contains(settled))


def lies_ahead(period: Any, published: date | None) -> bool:
    """Whether a time begins after publication, so that no figure that is reported can be for it."""
    return published is not None and period.first > (published.year, published.month)


def _in_passing(claim: Claim, sentence: Sentence) -> bool:
    """ "That took the ten-month deficit to …", "So far this year …": what is only added to what the text is on."""
    start = claim.evidence["period"].start
    before = {item.code for item in sentence.items if item.start < start}
    so_far = any(item.start == start and item.ref.rule == "year-to-date" for item in sentence.items if item.code == "P")
    return so_far or not before.isdisjoint("LTUV")


def _singled_out(claim: Claim, passage: Passage) -> bool:
    """ "In March alone …": an aside about one month, after which the text goes on with its own period."""
    spot = claim.evidence["period"]
    items = passage.sentence.items
    return any(item.start == spot.start and says(following, "alone") for item, following in pairwise(items))


def _looks_back(claim: Claim, frame: Frame, passage: Passage) -> bool:
    """Whether an earlier period is only mentioned: the sentence does not open with it."""
    if frame.period is None or not frame.period_of_figure:
        return False
    period, settled = Period.parse(str(claim.period)), Period.parse(frame.period.value)
    if period.last >= settled.last:
        return False
    if period == settled.a_year_before() or _in_perfect(passage):
        return True
    return not _opens_with(claim, passage) and not _noted(claim, passage.sentence)


def _noted(claim: Claim, sentence: Sentence) -> bool:
    """ "Peru takes 25 % of exports (1997)": a time in a bracket of its own dates what is described, here and next."""
    start = claim.evidence["period"].start
    return any(sentence.items[found.start(1)].start == start for found in _IN_BRACKET.finditer(sentence.codes))


def _still_news(claim: Claim, news: Known | None) -> Known | None:
    """The period that the next paragraph goes back to, unless this one has come to a later time itself."""
    earlier = news is not None and Period.parse(str(claim.period)).last < Period.parse(news.value).last
    return news if earlier else None


def _near_opening(claim: Claim, passage: Passage) -> bool:
    """Whether a paragraph names its time no later than its first figure, and so is of that time."""
    spot = claim.evidence["period"]
    opening = next(iter(passage.sentence.figures()), 0) + 2
    return any(item.start == spot.start for item in passage.sentence.items[: opening + 1] if item.code == "P")


def _in_perfect(passage: Passage) -> bool:
    """ "Last year exports had dropped 7 %": told as what lies behind."""
    return any(says(item, "perfect") for item in passage.sentence.items)


def _opens_with(claim: Claim, passage: Passage) -> bool:
    """Whether the sentence names the claim's time before or right behind the first flow that it speaks of."""
    spot = claim.evidence["period"]
    opening = next((nominal.last for nominal in passage.nominals if nominal.flow), 3)
    return any(item.start == spot.start for item in passage.sentence.items[: opening + 1] if item.code == "P")


def _only_adds(claim: Claim, dated: list[Claim], sentence: Sentence) -> bool:
    """ "Rose 3 % in May, taking year-to-date growth to 5 %": a sum up to the month that the sentence told first."""
    start, period = claim.evidence["period"].start, Period.parse(str(claim.period))
    so_far = any(item.start == start and item.ref.rule == "year-to-date" for item in sentence.items if item.code == "P")
    ends = (Period.parse(str(other.period)).last for other in dated if other.start < claim.start)
    return so_far and period.last in ends


def _latest(claims: list[Claim], published: date | None, sentence: Sentence) -> Claim | None:
    """The claim whose period goes on to count: the latest reported that has begun; of two with one end the longer."""
    today = (published.year, published.month) if published else None
    dated = [claim for claim in claims if claim.period is not None and claim.modality == "reported"]
    dated = [claim for claim in dated if not _only_adds(claim, dated, sentence)]
    dated = [claim for claim in dated if today is None or Period.parse(str(claim.period)).first <= today]
    return max(dated, key=lambda claim: (Period.parse(str(claim.period)).last, claim.start), default=None)


def _is_of_trade(passage: Passage, nominal: Any) -> bool:
    """ "Export orders rose in May": another topic, and yet of trade."""
    return nominal.head >= 0 and mentions(passage.sentence.items[nominal.head], "trade_words")


def time_said(article: Any, passage: Passage, frame: Frame) -> dict[str, object]:
    """The time that a sentence without figures of trade sets, where it speaks of trade."""
    if _is_beside(passage):
        return {}
    on_trade = any(nominal.flow or _is_of_trade(passage, nominal) for nominal in passage.nominals)
    if not on_trade and passage.kind not in {"heading", "title"}:
        return {}
    clock = read_clock(article, frame, passage.sentence)
    settled = clock.settled
    for item, period in _named(passage, clock):
        if _of_speaker(item, frame):
            continue
        known = Known(value=str(period), start=item.start, end=item.end)
        if lies_ahead(period, article.published) or _is_expected(period, article.published, passage.sentence):
            return {"ahead": known}
        if settled is None and is_history(period, article.published) and not announces(passage):
            continue
        later = settled is None or (period.last >= settled.last and not _embraces(period, settled))
        if later or runs_around(settled, period, article.published):
            return {"period": known, "period_of_figure": False}
    return {}


def _named(passage: Passage, clock: Clock) -> Iterator[tuple[Item, Any]]:
    """The times that a sentence names as those of what it tells, each with what it means."""
    codes = passage.sentence.codes
    told = [
        item
        for at, item in enumerate(passage.sentence.items)
        if item.code == "P"
        and (item.ref.role not in {"from", "by", "base"} or codes[at + 1 : at + 2] == "'")  # "from April's figures"
    ]
    yield from _meant(told, passage, clock)


def _meant(times: Iterable[Item], passage: Passage, clock: Clock) -> Iterator[tuple[Item, Any]]:
    """Those times of a sentence that name one by themselves, each with what it means."""
    timing = Timing.of(passage.sentence, clock)
    for item in times:
        if item.ref.kind in {"absolute", "partial", "deictic"}:
            period = timing.resolve(item, clock.settled)
            if period is not None:
                yield item, period


def time_announced(article: Any, passage: Passage, frame: Frame, settled: object) -> object:
    """The time for all items of a list that a line leads in: "Changes in 2019:", "Exports fell to $5 billion, with:".

    ``settled`` is the period that the line leaves behind. The time lasts as long as the list.
    """
    if not announces(passage):
        return frame.announced if passage.kind == "item" else None
    if any(says(item, "saying") for item in passage.sentence.items):
        return None  # "The minister said in May:"
    named = next(_named(passage, read_clock(article, frame, passage.sentence)), None)
    if named is None or passage.sentence.figures():
        return settled or frame.announced
    item, period = named
    return None if lies_ahead(period, article.published) else Known(value=str(period), start=item.start, end=item.end)


def _is_expected(period: Any, published: date | None, sentence: Sentence) -> bool:
    """ "The gap would drag on growth in the third quarter", printed in it: no time that figures are told of."""
    return "A" in sentence.codes and published is not None and not period.over_by(published)


def is_history(period: Any, published: date | None) -> bool:
    """Whether a time is no news: a sentence in passing does not make it the text's."""
    return published is not None and period.last[0] < published.year - NEWS_YEARS


def announces(passage: Passage) -> bool:
    """Whether what stands below is told with the sentence: "Exports to Japan in 2009:"."""
    return passage.sentence.text.rstrip(" *_").endswith(":")


def _of_speaker(item: Item, frame: Frame) -> bool:
    """ "We sold more this month", said of the month before that the figures are for: no time of the text's own."""
    return frame.period is not None and item.ref.rule in {"deictic-unit", "deictic-year"} and frame.period_of_figure


def period_said(article: Any, passage: Passage, frame: Frame) -> Known | None:
    """The last period that a sentence names by a date of its own, and the characters that name it."""
    times = [item for item in reversed(passage.sentence.items) if item.code == "P"]
    if not times or _is_beside(passage):
        return frame.said_period
    clock = read_clock(article, frame, passage.sentence)
    item, period = next(_meant(times, passage, clock), (None, None))
    return frame.said_period if item is None else Known(value=str(period), start=item.start, end=item.end)


def _is_beside(passage: Passage) -> bool:
    """Whether a line stands beside the text and says nothing in it: a row of a box."""
    others = [item.text for item in passage.sentence.items if item.code != "P"]
    return any(map(str.isdigit, "".join(others))) and not any(map(str.isalpha, "".join(others)))


def comparison_said(passage: Passage, claims: list[Claim], compared: set[str]) -> str | None:
    """What the sentence compares with, the last that it names, or that its figures give."""
    said = [item.ref.comparison for item in passage.sentence.items if item.code == "P" and item.ref.comparison]
    return said[-1] if said else next(_compared_by_figures(claims, compared), _compared_by_season(passage.sentence))


def _compared_by_season(sentence: Sentence) -> str | None:
    return "month" if is_adjusted(sentence) else None


def _compared_by_figures(claims: list[Claim], compared: set[str]) -> Iterator[str]:
    """What figures are compared with: "$3 billion in April against $4 billion in March" with the month before.

    "$3 billion in April from $4 billion a year earlier" with the year before.
    """
    periods = [(claim.id in compared, Period.parse(claim.period)) for claim in claims if claim.period is not None]
    for (_, told), (is_base, base) in pairwise(periods):
        if is_base and base == told.preceding() and told.months in _NAMES_OF_UNITS:
            yield _NAMES_OF_UNITS[told.months]
        elif is_base and base == told.a_year_before():
            yield "year"


def time_told(claims: list[Claim], changes: dict[str, object], frame: Frame) -> object:
    """The time that the sentence last spoke of, if only in passing: what "this compares with" goes on from."""
    dated = [claim for claim in claims if claim.period is not None and claim.modality != "denied"]
    if not dated:
        return changes.get("period") or frame.told
    spot = dated[-1].evidence["period"]
    return Known(value=str(dated[-1].period), start=spot.start, end=spot.end)


def time_ahead(claims: list[Claim], published: date | None, frame: Frame) -> Known | None:
    """What forecasts and aims go on to be for: the time that the last one named, till figures of another are told."""
    said = [claim for claim in claims if claim.period is not None and not claim.evidence["period"].inherited]
    open_yet = [claim for claim in said if claim.modality != "reported" and not _over(claim, published, frame)]
    if open_yet:
        spot = open_yet[-1].evidence["period"]
        return Known(value=str(open_yet[-1].period), start=spot.start, end=spot.end)
    return None if any(claim.period and claim.modality == "reported" for claim in claims) else frame.ahead


def _over(claim: Claim, published: date | None, frame: Frame) -> bool:
    """Whether the time of a forecast is over; in an undated text, when it does not go beyond what figures were for."""
    period = Period.parse(str(claim.period))
    if published is not None:
        return period.over_by(published)
    return frame.period is None or period.last <= Period.parse(frame.period.value).last


def takes_up(sentence: Sentence) -> bool:
    """Whether a sentence opens with what the one before told: "The increase …", "This compares with …"."""
    if sentence.codes[:1] not in {"d", "w"} or len(sentence.items) <= 1 or not says(sentence.items[0], "taking_up"):
        return False
    if says(sentence.items[1], "taken_up") or _CHANGE_NAMED.match(sentence.codes):
        return True
    return says(sentence.items[0], "taking_up_alone") and sentence.codes[1] in "LTUSg"


def _of_those(sentence: Sentence) -> bool:
    """ "Most oil came from abroad in 2023. A third of those imports …": of what was told before, and its time."""
    found = _OF_THOSE.match(sentence.codes)
    return found is not None and says(sentence.items[found.start(1)], "pointers")


def read_clock(article: Any, frame: Frame, sentence: Sentence) -> Clock:
    """What is known about time when a sentence is read."""
    known = frame.told if frame.told is not None and takes_up(sentence) else frame.period
    if frame.ahead is not None and ("A" in sentence.codes or (known is None and _has_begun(frame.ahead, article))):
        known = frame.ahead
    if frame.said_period is not None and frame.sentence_age > 0 and _of_those(sentence):
        known = frame.said_period
    known = known or opened_with(article, frame, sentence)
    settled = Period.parse(known.value) if known else None
    span = span_of(sentence, settled, article.published)
    if span is None and frame.span is not None:
        span = (Period.parse(frame.span[0].value), Period.parse(frame.span[1].value))
    said = Period.parse(frame.said_period.value) if frame.said_period else None
    fiscal = _fiscal_economy(frame, sentence)
    return Clock(
        published=article.published,
        settled=settled,
        ground=known,
        span=span,
        fiscal=fiscal,
        said=said,
        comparison=frame.comparison or (next(iter(frame.comparisons)) if len(frame.comparisons) == 1 else None),
        fiscal_told=frame.fiscal_told,
        years_of_months=frame.years_of_months,
        recent=tuple(Period.parse(known.value) for known in frame.recent),
    )


def _has_begun(known: Known, article: Any) -> bool:
    """Whether a time that forecasts are for runs already: where no other was told, all that is told is of it."""
    return not lies_ahead(Period.parse(known.value), article.published)


def _fiscal_economy(frame: Frame, sentence: Sentence) -> str | None:
    """Whose fiscal year "2023-24" means: that of the economy the text is about, else of one that the sentence names."""
    named = [item.ref.code for item in sentence.items if item.code == "E"]
    home = [frame.home.value] if frame.home else []
    return next((code for code in (*home, *named) if not fiscal_calendar(code).is_calendar), next(iter(home), None))
