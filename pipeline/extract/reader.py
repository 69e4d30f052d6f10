"""From an article to its claims: sentence by sentence, each figure with the slots that the text gives it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from pipeline.claim import WORDS, Claim
from pipeline.extract.binding.bind import Binding, bind
from pipeline.extract.discourse.memory import after_claim, after_sentence, last_currency
from pipeline.extract.discourse.retold import retold
from pipeline.extract.discourse.settled import settled_nominal
from pipeline.extract.discourse.slot_taken import with_slot_of
from pipeline.extract.discourse.subject import (
    first_pair,
    home_economy,
    in_section,
    on_trade_of_two,
    opposite,
    section_home,
    speaks_of_trade,
    topic_goods,
    topic_pair,
)
from pipeline.extract.figures import binding_of, read_figure, read_quality
from pipeline.extract.frame import Frame
from pipeline.extract.gate import governed, means_else
from pipeline.extract.measure.balance_sign import DEFICIT, SURPLUS
from pipeline.extract.measure.highs import find_highs
from pipeline.extract.measure.qualities import Quality, find_qualities
from pipeline.extract.openness import with_others
from pipeline.extract.origin import told_throughout
from pipeline.extract.period.clock import by_end_of_year, years_of_months
from pipeline.extract.period.left import read_clock
from pipeline.extract.phrase.passages import Passage, find_mentions, find_passages
from pipeline.extract.phrase.shipped import going_on
from pipeline.extract.query import Parties
from pipeline.extract.row.words import wording
from pipeline.extract.scene import Row, Scene
from pipeline.extract.table.tables import read_tables
from pipeline.extract.weighing.loose import Loose
from pipeline.extract.weighing.naming import Naming
from pipeline.extract.weighing.phrases import weigh_phrase
from pipeline.layout import find_blocks
from pipeline.period import find_periods

_FROM_LATER: Final = "first-settled"
"""The rule by which a claim takes its time from a later one."""
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")


HEADS: Final = frozenset({"title", "heading", "caption"})
"""Blocks that say first what the text behind them tells again."""
LONGEST_HEAD: Final = 100
"""Characters of a line that may be one without being marked as such."""
NEAR: Final = 4
"""Claims behind a head of which one may tell its amount again, with its time."""

Watch = Callable[[Scene, Binding, Parties | None, Claim], None]
"""Told of each figure: what it was read in, its binding, the sides of the figure before it, and the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What is read, who watches, and which figures of it so far are no sources of a time for others."""

    article: Any
    naming: Naming
    watch: Watch | None
    timeless: set[str] = field(default_factory=set)
    """For no time of a calendar."""
    compared: set[str] = field(default_factory=set)
    """Only what other figures are compared with: of another time than them."""


def read_article(article: Any, watch: Watch | None = None) -> tuple[Claim, ...]:
    """The claims of an article in the order of its text."""
    article = by_end_of_year(article)
    passages, lower = tuple(find_passages(article)), article.text.lower()
    read = _Read(article=article, naming=Naming(passages, article.text), watch=watch)
    headline = topic_pair(passages)
    home = home_economy(passages, article.outlet)
    frame = Frame(
        home=home,
        topic=headline,
        titled=on_trade_of_two(passages),
        opposite=opposite(passages, home),
        coming=first_pair(passages),
        topic_goods=topic_goods(passages, article.text),
        trade_article=speaks_of_trade(passages),
        years_of_months={} if article.published else _years_of_months(article.text, passages),
        services=any(words in lower for words in wording("services_trade")),
    )
    claims: list[Claim] = []
    for stretch in _stretches(article.text, passages):
        told: list[Claim] = []
        for passage in stretch:
            frame = frame.with_(home=section_home(passage, frame) or frame.home)
            frame = in_section(passage, frame, headline, passages[0])
            found, frame = _read_passage(read, passage, frame)
            told += found
        claims += told_throughout(told, article.text)
    claims += read_tables(article, passages, frame, find=find_mentions, claims=claims)
    if all(claim.measure in WORDS for claim in claims):
        return ()  # words that could be checked against figures, in an article that prints none
    heads = [passage.sentence for passage in passages if _is_head(passage)]
    starts = [head.start for head in heads]
    headlines = {
        claim.id for claim in claims if (at := bisect_right(starts, claim.start)) and claim.start < heads[at - 1].end
    }
    dated = retold([*_dated(claims, headlines, read)])
    return tuple(sorted(dated, key=lambda claim: (claim.start, claim.end)))


def _years_of_months(text: str, passages: Sequence[Passage]) -> dict[int, int]:
    """In which year an undated text means each month, by its sentences and tables."""
    tables = (text[block.start : block.end] for block in find_blocks(text) if block.kind == "table")
    in_tables = [mention for table in tables for mention in find_periods(table)]
    return years_of_months(((one.sentence, _is_head(one)) for one in passages), in_tables)


def _stretches(text: str, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The sentences between two blank lines; paragraphs that are only indented follow each other in one stretch."""
    stretch: list[Passage] = []
    for passage in passages:
        if stretch and _BLANK_LINE.search(text, stretch[-1].sentence.end, passage.sentence.start):
            yield stretch
            stretch = []
        stretch.append(passage)
    yield stretch


def _is_head(passage: Passage) -> bool:
    """Whether a line says first what the text behind it tells again: a heading, or a short line without an end."""
    text = passage.sentence.text.rstrip()
    return passage.kind in HEADS or (len(text) <= LONGEST_HEAD and text[-1:].isalnum())


def _dated(claims: list[Claim], headlines: set[str], read: _Read) -> Iterator[Claim]:
    """Claims printed before the text gives a time (headlines) take that of the same figure, or the first like it.

    What a figure is only compared with has another time than it.
    """
    first = next((number for number, claim in enumerate(claims) if claim.period), len(claims))
    dated: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims[first:]:
        if claim.period and claim.modality == "reported" and claim.id not in read.compared:
            dated[claim.flow].append(claim)
    for number, claim in enumerate(claims):
        told = _dated_behind(claim, claims[number + 1 : number + 1 + NEAR]) if claim.id in headlines else None
        if told is not None:
            claim = with_slot_of(claim, told, "period", _FROM_LATER)  # noqa: PLW2901 - the dated claim goes on
        undated = claim.period is None and claim.modality == "reported" and claim.id not in read.timeless
        if undated and number < first:
            source = next(_telling_again(claim, dated[claim.flow]), None)
            if source is not None and _recent(source, read.article.published):
                claim = with_slot_of(claim, source, "period", _FROM_LATER)  # noqa: PLW2901 - the dated claim goes on
        yield claim


def _dated_behind(claim: Claim, behind: list[Claim]) -> Claim | None:
    """ "Beef exports hit $3 billion", the head of a section: the amount is told again right behind, with its time."""
    if claim.measure != "level" or claim.period is None or not claim.evidence["period"].inherited:
        return None
    said = (claim.reporter, claim.partner, claim.flow, claim.unit, claim.commodity)
    for one in behind:
        alike = said == (one.reporter, one.partner, one.flow, one.unit, one.commodity) and one.measure == "level"
        if alike and one.period is not None and (_within(one, claim) or _within(claim, one)):
            return None if one.evidence["period"].inherited else one
    return None


def _telling_again(claim: Claim, later: list[Claim]) -> Iterator[Claim]:
    """The later claims that may give a claim its time: of the same figure first, then of the same measure, then any.

    A word (a trend, a rank, a sign) takes its time only from the same word about the same two sides: whatever else is
    said there may be of another time, and the word would contradict it.
    """
    if claim.measure in WORDS:
        said = (claim.measure, claim.value, claim.reporter, claim.partner, claim.order)
        yield from (one for one in later if said == (one.measure, one.value, one.reporter, one.partner, one.order))
        return
    alike = [other for other in later if other.measure == claim.measure] or later
    yield from (other for other in alike if _within(other, claim))
    yield from alike


def _within(other: Claim, claim: Claim) -> bool:
    """Whether one claim's figure is what another leaves open."""
    if other.value is None or claim.low is None or claim.high is None:
        return False
    return claim.low <= other.value <= claim.high


def _recent(claim: Claim, published: date | None) -> bool:
    """Whether a claim's period is news at publication, and not history."""
    return published is None or int(str(claim.period)[:4]) >= published.year - 1


def _at_paragraph(passage: Passage, frame: Frame) -> Frame:
    """The frame at the beginning of a paragraph, or of an entry of a list: what was of the last one only is gone."""
    return frame.with_(
        paragraph=passage.block,
        sentence_age=frame.sentence_age + (frame.sentence_age == 0 or passage.kind != "item"),
        new_paragraph=True,
        pair_here=False,
        listing=passage.kind == "item",
        period=(frame.announced if passage.kind == "item" else None) or frame.news or frame.period,
        news=None,
        period_of_figure=False,
        comparison=None,
    )


def _read_passage(read: _Read, passage: Passage, frame: Frame) -> tuple[list[Claim], Frame]:
    article, naming = read.article, read.naming
    sentence = passage.sentence
    if passage.block != frame.paragraph:
        frame = _at_paragraph(passage, frame)
    passage = replace(passage, nominals=going_on(sentence, passage.nominals, frame))
    clock = read_clock(article, frame, sentence)
    frame = frame.with_(currency=last_currency(sentence) or frame.currency)
    row = Row(timeless=read.timeless)
    ruled = bind(sentence, passage.nominals, settled_nominal(sentence, frame))
    claimed: dict[int, Binding] = {}
    found: dict[int, Claim] = {}
    for binding in ruled:
        bound = _claimed(Loose(passage=passage, frame=frame, binding=binding, ruled=ruled, claimed=claimed))
        if bound is None:
            continue
        claimed[binding.figure] = bound
        scene = Scene(article=article, passage=passage, frame=frame, clock=clock, naming=naming)
        earlier = row.said[-1] if row.said else None
        claim = with_others(scene, bound, earlier, read_figure(scene, bound, row.aside() if bound.weighed else row))
        if read.watch is not None:
            read.watch(scene, bound, earlier, claim)
        found[binding.figure] = claim
        if not bound.weighed:
            row.claims[binding.figure] = claim
            frame = after_claim(frame, claim, bound)
    scene = Scene(article=article, passage=passage, frame=frame, clock=clock, naming=naming)
    qualities = find_qualities(sentence, passage.nominals)
    words = [_read_word(scene, quality) for quality in qualities]
    signs = [*_signs(qualities, words)]
    if signs and not any(claim.flow == "balance" for claim in row.claims.values()):
        frame = frame.with_(balance_sign=signs[-1])
    words += find_highs(sentence, row.claims, article.name)
    told = [*row.claims.values()]
    read.compared.update(row.compared)
    if passage.kind == "caption" and not passage.nominals:
        return [*found.values(), *words], frame  # "Source: Yearbook 2001" stands apart from what the text goes on with
    return [*found.values(), *words], after_sentence(article, frame, passage, told, row.compared)


def _signs(qualities: Sequence[Quality], words: Sequence[Claim]) -> Iterator[tuple[str | None, str | None, int]]:
    """ "The trade surplus widened further": what the gap is that the text goes on with."""
    for quality, claim in zip(qualities, words, strict=True):
        sign = quality.nominal.cue.sign
        if claim.flow == "balance" and sign in {SURPLUS, DEFICIT}:
            yield claim.reporter, claim.partner, sign


def _claimed(figure: Loose) -> Binding | None:
    """The binding of a figure of trade by the rules; else by weights, unless words say that it is none."""
    passage, binding = figure.passage, figure.binding
    bound = governed(passage, binding, figure.frame)
    if bound is not None or means_else(passage, binding):
        return bound
    weighed = weigh_phrase(figure)
    return None if weighed is None or means_else(passage, weighed) else weighed


def _read_word(scene: Scene, quality: Quality) -> Claim:
    """The claim of a rank, a sign or a trend, with what else the text offers for its sides."""
    return with_others(scene, binding_of(quality), None, read_quality(scene, quality))
