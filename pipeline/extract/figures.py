"""One figure with all its slots: the claim that it is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pipeline.claim import Claim, Evidence, claim_id
from pipeline.extract.binding import Binding
from pipeline.extract.clock import Clock
from pipeline.extract.frame import Frame, Known
from pipeline.extract.goods import decide_goods
from pipeline.extract.items import Sentence
from pipeline.extract.measure import decide_measure, decide_sign
from pipeline.extract.nominals import Nominal
from pipeline.extract.parties import decide_parties
from pipeline.extract.passages import Passage
from pipeline.extract.qualities import ANAPHOR, Quality, among
from pipeline.extract.query import WORLD, Parties, Slot
from pipeline.extract.times import Times, decide_times, grounded

CURRENCY_CODE: Final = 3
"""Letters of a currency in ISO 4217."""


def read_figure(
    article: Any,
    passage: Passage,
    binding: Binding,
    frame: Frame,
    clock: Clock,
    previous: dict[int, Claim],
    said: list[Parties],
    compared: set[str],
) -> Claim | None:
    """The claim of a bound figure: each slot decided in turn, with what the text has settled behind it."""
    sentence = passage.sentence
    item = sentence.items[binding.figure]
    quantity = item.ref
    before = next((claim for claim in reversed(previous.values()) if claim.unit == "percent"), None)
    measure = decide_measure(sentence, binding, before.measure if before else None)
    of_whole = "share" if quantity.kind == "percentage-point" else measure
    parties = decide_parties(
        sentence, binding, frame, passage.nominals, measure=of_whole, earlier=said[-1] if said else None
    )
    said.append(parties)
    times = grounded(decide_times(sentence, binding, measure, clock), frame.period)
    if times.compared:
        compared.add(claim_id(article.name, item.start, item.end, item.text))
    modality, open_ended = _modality(sentence, binding)
    if open_ended and times.period is not None and times.period.inherited:
        times = Times()
    source = _source(sentence, article)
    goods = (
        decide_goods(sentence, article.text, binding, passage.nominals)
        or _same_goods(binding, previous)
        or _only_goods(binding, frame)
    )
    sign = decide_sign(sentence, binding) if measure == "change" else _balance_sign(passage, binding, frame)
    amount = _amount(quantity, measure, sign)
    nominal = binding.nominal
    assert nominal is not None and nominal.flow is not None  # noqa: PT018 - the gate let only trade nominals through
    return Claim(
        id=claim_id(article.name, item.start, item.end, item.text),
        doc=article.name, start=item.start, end=item.end, text=item.text,
        reporter=_value(parties.reporter), partner=_value(parties.partner), flow=nominal.flow, measure=measure,
        value=amount["value"], unit=quantity.unit or frame.currency, low=amount["low"], high=amount["high"],
        natural_low=amount["natural_low"], natural_high=amount["natural_high"], hedge=quantity.hedge,
        period=_value(times.period), base_period=_value(times.base) if measure == "change" else None,
        share_of=_whole(parties, nominal) if measure == "share" or quantity.kind == "percentage-point" else None,
        commodity=goods.value if goods else None,
        source=_value(source), modality=modality, status=_status(sentence, modality),
        conversion_of=_converted(binding, measure, quantity, previous),
        evidence=_evidence(parties, times, goods, item, nominal, sentence, source),
    )  # fmt: skip


def read_quality(article: Any, passage: Passage, quality: Quality, frame: Frame, clock: Clock) -> Claim:
    """A rank, a sign or a trend as a record: the word is its figure."""
    sentence, nominal = passage.sentence, quality.nominal
    item = sentence.items[quality.index]
    binding = Binding(figure=quality.index, nominal=nominal, rule=quality.measure, strength=1.0, side="before")
    parties = decide_parties(sentence, binding, frame, passage.nominals)
    measure = "change" if quality.measure == "trend" else "level"
    times = grounded(decide_times(sentence, binding, measure, clock), frame.period)
    group = (frame.group.value if frame.group else None) if quality.group in {None, ANAPHOR} else quality.group
    goods = decide_goods(sentence, article.text, replace(binding, figure=nominal.last))
    return Claim(
        id=claim_id(article.name, item.start, item.end, item.text),
        doc=article.name, start=item.start, end=item.end, text=item.text,
        reporter=_value(parties.reporter), partner=_value(parties.partner), flow=nominal.flow,
        measure=quality.measure, value=quality.value, unit=quality.measure, low=quality.value, high=quality.value,
        natural_low=quality.value, natural_high=quality.value,
        period=_value(times.period), base_period=_value(times.base) if quality.measure == "trend" else None,
        commodity=goods.value if goods else None, modality=_modality(sentence, binding)[0],
        among=_ranking(quality, parties, group),
        order=quality.order, aspect=quality.aspect,
        evidence=_evidence(parties, times, goods, item, nominal, sentence, None),
    )  # fmt: skip


def _ranking(quality: Quality, parties: Parties, group: str | None) -> str | None:
    """Whose ranking a rank stands in; None for what is no rank."""
    if quality.measure == "trend" or quality.order is None:
        return None
    return among(quality, _value(parties.reporter), _value(parties.partner), group)


def _converted(binding: Binding, measure: str, quantity: Any, previous: dict[int, Claim]) -> str | None:
    """The claim whose amount stands in brackets, or behind "or", in another currency."""
    if binding.previous is None or binding.rule not in {"bracket", "or"} or measure != "level":
        return None
    claim = previous.get(binding.previous.figure)
    if claim is None or claim.measure != "level" or claim.unit in {None, quantity.unit} or quantity.unit is None:
        return None
    money = all(
        unit is not None and len(unit) == CURRENCY_CODE and unit.isupper() for unit in (claim.unit, quantity.unit)
    )
    return claim.id if money else None


def _only_goods(binding: Binding, frame: Frame) -> Known | None:
    """In an article about one commodity, bare "imports" are of that commodity."""
    nominal = binding.nominal
    return None if nominal is None or nominal.total or nominal.flow not in {"export", "import"} else frame.goods


def _same_goods(binding: Binding, previous: dict[int, Claim]) -> Known | None:
    """A figure that goes on from another one is for the same goods."""
    if binding.previous is None or binding.rule in {"entry", "goods-entry"}:
        return None
    claim = previous.get(binding.previous.figure)
    if claim is None or claim.commodity is None:
        return None
    spot = claim.evidence["commodity"]
    return Known(value=claim.commodity, start=spot.start, end=spot.end)


def _value(slot: Slot | None) -> str | None:
    return None if slot is None else slot.value


def _amount(quantity: Any, measure: str, sign: int | None) -> dict[str, Decimal | None]:
    """The quantity's value and intervals, negated where the wording says down or deficit."""
    keys = ("value", "low", "high", "natural_low", "natural_high")
    value, low, high, natural_low, natural_high = (getattr(quantity, key) for key in keys)
    if measure == "share" and quantity.kind == "multiple":
        return dict(zip(keys, (value, low, high, natural_low, natural_high), strict=True))
    if sign == -1 and value is not None and value > 0:
        value, low, high = -value, _minus(high), _minus(low)
        natural_low, natural_high = _minus(natural_high), _minus(natural_low)
    return dict(zip(keys, (value, low, high, natural_low, natural_high), strict=True))


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _balance_sign(passage: Passage, binding: Binding, frame: Frame) -> int | None:
    nominal = binding.nominal
    assert nominal is not None  # only bound figures are asked about
    if nominal.flow != "balance":
        return None
    if nominal.cue.sign in {1, -1}:
        return nominal.cue.sign
    for other in reversed(passage.nominals):
        if other.flow == "balance" and other.cue.sign in {1, -1}:
            return other.cue.sign
    return frame.balance_sign or -1


def _whole(parties: Parties, nominal: Nominal) -> str | None:
    """The whole that a share is taken of, in the notation of the specification."""
    if parties.reporter is None:
        return None
    whole = parties.whole.value if parties.whole is not None else WORLD
    return f"{parties.reporter.value}/{whole}/{nominal.flow}"


def _modality(sentence: Sentence, binding: Binding) -> tuple[str, bool]:
    """Reported, projected, target or denied; and whether it lies ahead, in no period that the text has settled."""
    for index in range(binding.figure - 1, -1, -1):
        code = sentence.codes[index]
        if code == "A":
            cue = sentence.items[index].cue
            return (cue.modality, cue.future) if cue is not None and cue.modality else ("reported", False)
        if code in "y;":
            break
    after = sentence.codes[binding.figure + 1 : binding.figure + 3]
    if after.lstrip("v").startswith("A"):
        cue = sentence.items[binding.figure + 1 + after.index("A")].cue
        return (cue.modality, cue.future) if cue is not None and cue.modality else ("reported", False)
    return "reported", False


def _status(sentence: Sentence, modality: str) -> str | None:
    """Whether a target is said to be reached ("hitting the 70-billion target")."""
    if modality != "target":
        return None
    return "reached" if any(item.cue is not None and item.cue.attained for item in sentence.items) else None


def _source(sentence: Sentence, article: Any) -> Slot | None:
    """Who the sentence gives as the origin of its figures."""
    from pipeline.source import find_sources

    for mention in find_sources(article.text[sentence.start : sentence.end]):
        if mention.kind == "anonymous":
            continue
        start = sentence.start + mention.start
        return Slot(value=mention.claim_name, start=start, end=sentence.start + mention.end, rule=mention.cue)
    return None


def _evidence(
    parties: Parties,
    times: Times,
    goods: Known | None,
    item: Any,
    nominal: Nominal,
    sentence: Sentence,
    source: Slot | None,
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
        found["commodity"] = Evidence(start=goods.start, end=goods.end, rule="goods")
    if nominal.head >= 0:
        head = sentence.items[nominal.head]
        found["flow"] = Evidence(start=head.start, end=head.end, rule=nominal.cue.id)
    return MappingProxyType(found)
