"""One figure with all its slots: the claim that it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pipeline.claim import WEIGHED, Claim, Evidence, claim_id
from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.whole_amount import is_whole
from pipeline.extract.commodity.account import account_goods
from pipeline.extract.commodity.before import goods_before
from pipeline.extract.commodity.definitions import definition_beside
from pipeline.extract.commodity.goods import decide_goods, is_of_all
from pipeline.extract.commodity.in_front import fronted_goods, goods_told, worth_goods
from pipeline.extract.commodity.of_kind import part_goods
from pipeline.extract.commodity.parts import has_parts
from pipeline.extract.frame import Frame, Known
from pipeline.extract.measure.amounts import AMOUNT, amount_of, beyond
from pipeline.extract.measure.aspect import adjustment_of, aspect_of
from pipeline.extract.measure.balance_sign import DEFICIT, balance_sign
from pipeline.extract.measure.before import is_converted, is_of_moves_told, measure_before
from pipeline.extract.measure.doubts import SOME_DAYS, UNSIGNED, doubt_of
from pipeline.extract.measure.measure import decide_measure, decide_sign, is_passed, of_share
from pipeline.extract.measure.modality import PROJECTED, TARGET, coming, is_of_pledge, said_modality, status_of
from pipeline.extract.measure.qualities import ANAPHOR, Quality, among
from pipeline.extract.measure.remainders import remainder_doubt
from pipeline.extract.measure.shared import whole_flow
from pipeline.extract.origin import Claimed, source_of
from pipeline.extract.parties.called_partner import ranked_sides
from pipeline.extract.parties.of_that import of_that
from pipeline.extract.parties.parties import decide_parties, outside_itself
from pipeline.extract.parties.shares import is_as_part, whole_of_share
from pipeline.extract.period.averages import AVERAGE, average_of, years_averaged
from pipeline.extract.period.clock import Clock
from pipeline.extract.period.times import Times, decide_times, grounded
from pipeline.extract.period.timing import Timing
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import Parties, Slot, slot_of, value_of
from pipeline.extract.row.items import FIGURES, Item, Sentence
from pipeline.extract.row.words import says, tells_whole_year
from pipeline.extract.scene import Row, Scene, query_of, settled, uncovered
from pipeline.extract.weighing.asked import Asked
from pipeline.extract.weighing.goods import weigh_goods
from pipeline.extract.weighing.periods import weigh_times
from pipeline.extract.weighing.sides import weigh_sides
from pipeline.period import Period
from pipeline.period.adjusted import has_adjusted_series
from pipeline.period.fiscal import fiscal_calendar
from pipeline.period.relative import JUST_OVER
from pipeline.period.value import shift_month

_TO_FIGURE: Final = re.compile(r"T[dv]*t[dv]*Q")
_ITS: Final = re.compile(r"E,p[dvw]*$")
"""Before a rank: a name, and behind it that it is somebody else's."""

_POINTS_BACK: Final = re.compile(r"d[vw]{0,2}(?:L|[TJ](?:o|L|$))")
"""A sentence on what was just told: "That was $2 billion more", "The decline of 5 % was the first"."""
_COMPARES_BACK: Final = re.compile(r"(?:d'?|r)?v?(?:[TU][dv]*f|g)[dvL]*Q")
"""A sentence that only compares what was just told: "That's up from $2 billion", "This compares with $2 billion"."""


def read_figure(scene: Scene, binding: Binding, row: Row) -> Claim:
    """The claim of a bound figure: each slot decided in turn, with what the text has settled behind it."""
    sentence, frame, nominal = scene.passage.sentence, scene.frame, binding.nominal
    assert nominal is not None and nominal.flow is not None  # noqa: PT018 - the gate let only trade nominals through
    item = sentence.items[binding.figure]
    quantity = item.ref
    measure = _measure(scene, binding, row)
    rate = measure == "change" and quantity.unit == "percent"
    part = measure == "share" or quantity.kind == "percentage-point" or (rate and of_share(sentence, nominal))
    earlier = row.said[-1] if row.said else None
    parties = decide_parties(
        sentence, binding, frame, scene.passage.nominals, measure="share" if part else measure, earlier=earlier
    )
    parties = weigh_sides(
        Asked(query=query_of(scene, binding, earlier), naming=scene.naming, measure=measure, found=parties)
    )
    row.said.append(parties)
    parties = outside_itself(parties)
    modality, open_ended = said_modality(sentence, binding)
    times = _times(scene, binding, measure, row, parties)
    conversion = _converted(binding, measure, quantity, row.claims)
    if conversion is not None and (told := _told_of(row, binding)) is not None:
        times = replace(times, period=told)
    if open_ended and times.period is not None and _lies_behind(sentence, binding, times.period, frame.ahead):
        times = Times()
    if modality == PROJECTED and _is_over(times.period, scene.clock.published):
        times = Times()
    if (modality == TARGET or binding.base) and is_of_pledge(sentence, binding.figure, times.period):
        times = Times()
    modality = coming(modality, sentence, times, scene.clock.published)
    source = source_of(sentence, scene.article, binding.figure, _claimed(parties, modality))
    ruled = _goods(scene, binding, row)
    open_goods = ruled is None and not (is_whole(sentence, binding) or is_of_all(sentence, binding.figure))
    goods = weigh_goods(uncovered(scene, binding, row, measure, parties)) if open_goods else ruled
    if measure == "share":
        parties = of_that(sentence, binding.figure, parties, row.claims.values(), frame, goods=goods is not None)
    times = weigh_times(settled(scene, binding, measure, parties, times, goods, modality))
    if _goes_with_timeless(sentence, binding.figure, times, row):
        times = Times(timeless=True)
    place = _place(scene.article, item)
    if times.timeless:
        row.timeless.add(place["id"])
    sign = _sign(scene, binding, measure, parties)
    unsigned = sign is None and nominal.flow == "balance" and measure == "level" and (quantity.value or 0) >= 0
    amount = amount_of(quantity, measure, DEFICIT if unsigned else sign)
    if measure == "level" and is_passed(sentence, binding.figure):
        amount = beyond(amount)
    return Claim(
        **place, **amount,
        reporter=value_of(parties.reporter), partner=value_of(parties.partner), flow=nominal.flow, measure=measure,
        unit=quantity.unit or frame.currency, hedge=quantity.hedge,
        period=value_of(times.period), base_period=value_of(times.base) if measure == "change" else None,
        share_of=whole_of_share(parties, whole_flow(scene.passage, binding)) if part else None,
        commodity=value_of(goods),
        source=value_of(source), modality=modality, status=status_of(sentence, binding, modality),
        conversion_of=conversion,
        doubt=(
            doubt_of(sentence, binding, measure, goods)
            or remainder_doubt(scene.article.text, parties.reporter, parties.partner)
            or (UNSIGNED if unsigned else None)
            or (SOME_DAYS if _is_of_some_days(scene, times.period) else None)
        ),
        aspect=aspect_of(sentence, binding, measure),
        evidence=_with_phrase(
            scene, binding, _evidence(parties, times, goods, item, nominal, sentence, source, weighed=open_goods)
        ),
    )  # fmt: skip


def _with_phrase(
    scene: Scene, binding: Binding, found: MappingProxyType[str, Evidence]
) -> MappingProxyType[str, Evidence]:
    """The evidence, with what says which flow it is where no word of the clause does: a pronoun, or weights."""
    if not binding.weighed:
        return _with_pronoun(scene, binding, found)
    item = scene.passage.sentence.items[binding.figure]
    named = found.get("flow") or Evidence(start=item.start, end=item.end, inherited=True)
    return MappingProxyType({**found, "flow": replace(named, rule=WEIGHED)})


def _is_of_some_days(scene: Scene, period: Slot | None) -> bool:
    """ "In the first 20 days of May": the time that the figure is for is less than the months that it is given as."""
    told = None if period is None else scene.naming.holding(period.start)
    if period is None or told is None:
        return False
    return any(item.start == period.start and item.ref.some_days for item in told.sentence.items if item.code == "P")


def _with_pronoun(
    scene: Scene, binding: Binding, found: MappingProxyType[str, Evidence]
) -> MappingProxyType[str, Evidence]:
    """The evidence, with the pronoun that says which flow it is: "they had been $8 billion".

    In a text on several partners it may be the flow with any of them, or all of it.
    """
    sentence = scene.passage.sentence
    place = sentence.codes.rfind("r", 0, binding.figure)
    several = len(scene.frame.partners) > 1
    settled = binding.nominal is not None and binding.nominal.first < 0
    pointed = settled and _points_back(sentence)
    if "flow" in found or several or not (pointed or (binding.rule == "pronoun" and place >= 0)):
        return found
    item = sentence.items[0 if pointed else place]
    flow = Evidence(start=item.start, end=item.end, inherited=True, rule="pronoun", others=())
    return MappingProxyType({**found, "flow": flow})


def _points_back(sentence: Sentence) -> bool:
    """Whether a sentence is on what was just told, and names no flow of its own."""
    if _COMPARES_BACK.match(sentence.codes) is not None:
        return True
    return _POINTS_BACK.match(sentence.codes) is not None and says(sentence.items[0], "definite")


def _place(article: Any, item: Item) -> dict[str, Any]:
    """Where the figure stands, and the id that follows from it."""
    spot = claim_id(article.name, item.start, item.end, item.text)
    return {"id": spot, "doc": article.name, "start": item.start, "end": item.end, "text": item.text}


def _measure(scene: Scene, binding: Binding, row: Row) -> str:
    """What the figure measures; the last percentage before it may say so for both."""
    sentence = scene.passage.sentence
    before = next((claim.measure for claim in reversed(row.claims.values()) if claim.unit == "percent"), None)
    said = measure_before(sentence, binding, row.claims, scene.frame)
    amount = row.claims.get(binding.previous.figure) if binding.previous is not None else None
    if amount is not None and amount.measure == "level" and is_as_part(sentence, binding):
        return "share"
    return said or decide_measure(sentence, binding, before)


def _times(scene: Scene, binding: Binding, measure: str, row: Row, parties: Parties) -> Times:
    """When the figure is for; a figure that only stands for comparison is noted."""
    sentence = scene.passage.sentence
    times = grounded(decide_times(sentence, binding, measure, _clock(scene, parties)), scene.clock.ground)
    if measure == "level" and average_of(sentence, binding.figure) == AVERAGE:
        over = years_averaged(Timing.of(sentence, _clock(scene, parties)), binding.figure)
        times = replace(times, period=over or times.period)
    if times.compared:
        row.compared.add(_place(scene.article, sentence.items[binding.figure])["id"])
    return times


def _lies_behind(sentence: Sentence, binding: Binding, period: Slot, ahead: Known | None) -> bool:
    """ "$2 billion in 2024, which they hope to double": what is to come is not for the time that was told before it."""
    if tells_whole_year(sentence.items):
        return False  # "the full-year target"
    told = any(item.code in FIGURES and item.end <= period.start for item in sentence.items)
    between = (item.code for item in sentence.items[: binding.figure] if item.start >= period.end)
    return (period.inherited and (ahead is None or ahead.value != period.value)) or (told and "W" in between)


def _goes_with_timeless(sentence: Sentence, figure: int, times: Times, row: Row) -> bool:
    """ "Imports 12 million tonnes a year, of which 5 million come from Oman": parts of what is for no time are too.

    What an aside tells in the present is not gone on with: "exports of cars, which make up 40 % of the total, fell".
    """
    aside = next((first for first, last in sentence.asides if last <= figure), figure)
    claims = [claim for at, claim in row.claims.items() if at < aside or aside == figure]
    before = claims[-1] if claims else None
    open_yet = times.period is None or times.period.inherited
    return open_yet and before is not None and before.id in row.timeless


def _is_over(period: Slot | None, published: date | None) -> bool:
    """ "Exports were $5 billion in 2022. They are expected to double": no forecast is for a time long over."""
    if period is None or not period.inherited or published is None:
        return False
    return Period.parse(period.value).last < shift_month((published.year, published.month), -JUST_OVER)


def _claimed(parties: Parties, modality: str) -> Claimed:
    return Claimed(reporter=value_of(parties.reporter), expected=modality == "projected")


def _clock(scene: Scene, parties: Parties) -> Clock:
    """The clock of a claim: in a text about others, "the last fiscal year" is that of the one whose trade it is."""
    own = value_of(parties.reporter)
    if own is None:
        return scene.clock
    clock, adjusted = scene.clock, has_adjusted_series(own)
    fiscal = clock.fiscal if fiscal_calendar(own).is_calendar else own
    if (fiscal, adjusted) == (clock.fiscal, clock.adjusted):
        return clock
    return replace(clock, fiscal=fiscal, adjusted=adjusted)


def _goods(scene: Scene, binding: Binding, row: Row) -> Known | None:
    """What the figure is of: as its words say, as the figure before it, as the whole article."""
    sentence, text = scene.passage.sentence, scene.article.text
    said = part_goods(sentence, text, binding) or decide_goods(sentence, text, binding, scene.passage.nominals)
    said = said or account_goods(sentence, text, binding, scene.passage.nominals, row.claims)
    said = said or worth_goods(sentence, text, binding) or fronted_goods(sentence, text, binding)
    said = said or (definition_beside(sentence, text, binding) if scene.frame.services else None)
    if said is None and (is_whole(sentence, binding) or has_parts(sentence, binding.figure)):
        return None
    before = said or goods_before(sentence, binding, row.claims, scene.frame)
    return before or goods_told(sentence, text, binding, scene.passage.nominals)


def _sign(scene: Scene, binding: Binding, measure: str, parties: Parties) -> int | None:
    """Down or up for a change, deficit or surplus for a balance."""
    passage = scene.passage
    if measure == "change":
        told = is_of_moves_told(passage.sentence, scene.frame)
        return scene.frame.moves if told else decide_sign(passage.sentence, binding)
    if measure == "share" or binding.nominal is None or binding.nominal.flow != "balance":
        return None
    return balance_sign(passage.sentence, binding, passage.nominals, scene.frame, parties)


def read_quality(scene: Scene, quality: Quality) -> Claim:
    """A rank, a sign or a trend as a record: the word is its figure."""
    sentence, nominal, frame = scene.passage.sentence, quality.nominal, scene.frame
    item = sentence.items[quality.index]
    binding = binding_of(quality)
    parties = _sides(sentence, quality, decide_parties(sentence, binding, frame, scene.passage.nominals))
    trend = quality.measure == "trend"
    dated = replace(binding, figure=_moved_to(sentence, quality.index)) if trend else binding
    times = grounded(decide_times(sentence, dated, "change" if trend else "level", scene.clock), scene.clock.ground)
    group = _group_said(quality, frame)
    goods = decide_goods(sentence, scene.article.text, replace(binding, figure=nominal.last))
    modality, _ = said_modality(sentence, binding)
    source = source_of(sentence, scene.article, quality.index, _claimed(parties, modality))
    amount: dict[str, Any] = dict.fromkeys(AMOUNT, quality.value)
    return Claim(
        **_place(scene.article, item), **amount,
        reporter=value_of(parties.reporter), partner=value_of(parties.partner), flow=nominal.flow,
        measure=quality.measure, unit=quality.measure,
        period=value_of(times.period), base_period=value_of(times.base) if trend else None,
        commodity=value_of(goods), source=value_of(source), modality=modality,
        among=_ranking(quality, parties, group), order=quality.order, aspect=quality.aspect or adjustment_of(sentence),
        evidence=_evidence(parties, times, goods, item, nominal, sentence, source),
    )  # fmt: skip


def _group_said(quality: Quality, frame: Frame) -> str | None:
    """The group among whom a rank counts: named, pointed at, or the one that the text is on; not for the only one."""
    if quality.group not in {None, ANAPHOR}:
        return quality.group
    told_before = quality.one is None or quality.group == ANAPHOR
    return frame.group.value if frame.group is not None and told_before else None


def _sides(sentence: Sentence, quality: Quality, parties: Parties) -> Parties:
    """The sides with the only one at its place, and with a partner that stands before "its largest partner" as such.

    "Brazil was the only Mercosur country with a surplus" is of Brazil; "China, its largest partner" is not of China.
    """
    if quality.one is not None and quality.one.one is not None:
        slot = slot_of(sentence.items[quality.one.one], "only-one")
        return replace(parties, **{"partner" if quality.one.partner else "reporter": slot})
    parties = ranked_sides(sentence, quality.index, quality.nominal, parties) if quality.measure == "rank" else parties
    named = _ITS.search(sentence.codes[: quality.index])
    owner = parties.reporter
    if named is None or owner is None or owner.start != sentence.items[named.start()].start:
        return parties
    return replace(parties, reporter=parties.partner, partner=owner)


def binding_of(quality: Quality) -> Binding:
    """The word as a figure that is bound to the phrase it is said of."""
    return Binding(figure=quality.index, nominal=quality.nominal, rule=quality.measure, strength=1.0, side="before")


def _moved_to(sentence: Sentence, index: int) -> int:
    """The figure that a trend word leads to ("rose to $5 billion in 2023"), whose time is the word's; else the word."""
    found = _TO_FIGURE.match(sentence.codes, index)
    return index if found is None else found.end() - 1


def _ranking(quality: Quality, parties: Parties, group: str | None) -> str | None:
    """Whose ranking a rank stands in; None for what is no rank."""
    if quality.measure == "trend" or quality.order is None:
        return None
    if quality.measure == "rank" and group is None and (parties.partner is None or parties.partner.inherited):
        return None  # who is the largest of all must be said
    return among(quality, value_of(parties.reporter), value_of(parties.partner), group)


def _converted(binding: Binding, measure: str, quantity: Any, previous: dict[int, Claim]) -> str | None:
    """The claim whose amount stands in brackets, or behind "or", in another currency."""
    if binding.previous is None or binding.rule not in {"bracket", "or"} or measure not in {"level", "change"}:
        return None
    claim = previous.get(binding.previous.figure)
    if claim is None or claim.measure != measure or not is_converted(claim, quantity.unit):
        return None
    return claim.id


def _told_of(row: Row, binding: Binding) -> Slot | None:
    """The period of the amount that a conversion says again."""
    claim = row.claims.get(binding.previous.figure) if binding.previous is not None else None
    if claim is None or claim.period is None:
        return None
    spot = claim.evidence["period"]
    return Slot(value=claim.period, start=spot.start, end=spot.end, rule=spot.rule, inherited=spot.inherited)


def _evidence(
    parties: Parties,
    times: Times,
    goods: Known | None,
    item: Any,
    nominal: Nominal,
    sentence: Sentence,
    source: Slot | None,
    *,
    weighed: bool = False,
) -> MappingProxyType[str, Evidence]:
    found = {"value": Evidence(start=item.start, end=item.end, rule=str(getattr(item.ref, "rule", "")))}
    slots = {
        "reporter": parties.reporter,
        "partner": parties.partner,
        "period": times.period,
        "base_period": times.base,
        "source": source,
    }
    for name, slot in slots.items():
        if slot is not None:
            found[name] = Evidence(start=slot.start, end=slot.end, inherited=slot.inherited, rule=slot.rule)
    if goods is not None:
        rule = WEIGHED if weighed else "goods"
        elsewhere = weighed and not sentence.start <= goods.start < sentence.end
        found["commodity"] = Evidence(start=goods.start, end=goods.end, inherited=elsewhere, rule=rule)
    if nominal.head >= 0:
        head = sentence.items[nominal.head]
        found["flow"] = Evidence(start=head.start, end=head.end, rule=nominal.cue.id)
    return MappingProxyType(found)
