"""From an article to its claims: sentence by sentence, each figure with the slots that the text gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pipeline.claim import Claim, Evidence, claim_id
from pipeline.components.cues import cues
from pipeline.commodity import same_commodity
from pipeline.economy import EconomyMention, is_group
from pipeline.institution import home_of
from pipeline.extract.binding import Binding, bind, way
from pipeline.extract.frame import Frame, Known
from pipeline.extract.goods import decide_goods
from pipeline.extract.items import Found, Sentence, read_items
from pipeline.extract.measure import decide_measure, decide_sign
from pipeline.extract.nominals import Nominal, find_nominals
from pipeline.extract.qualities import ANAPHOR, Quality, among, find_qualities
from pipeline.extract.parties import WORLD, Parties, Slot, decide_parties
from pipeline.extract.tables import read_tables
from pipeline.extract.times import Clock, Times, decide_times, span_of

MIN_STRENGTH: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence in its place: which block, which kind of block, and what is read in it."""

    block: int
    kind: str
    sentence: Sentence
    nominals: tuple[Nominal, ...]


def read_article(article: Any) -> tuple[Claim, ...]:
    """The claims of an article in the order of its text."""
    passages = tuple(find_passages(article))
    frame = Frame(home=_home(passages, article.outlet), trade_article=_speaks_of_trade(passages))
    claims: list[Claim] = []
    for passage in passages:
        found, frame = _read_passage(article, passage, frame)
        claims += found
    claims += read_tables(article, passages, frame, find=find_mentions, claims=claims)
    return tuple(sorted(_dated(claims, article.published), key=lambda claim: (claim.start, claim.end)))


def _dated(claims: list[Claim], published: date | None) -> Iterator[Claim]:
    """Claims printed before the text gives a time (headlines) take that of the same figure, else of the first like it."""
    for number, claim in enumerate(claims):
        if claim.period is None and claim.modality == "reported" and not any(other.period for other in claims[:number]):
            alike = [other for other in claims[number + 1 :] if other.period and other.flow == claim.flow and other.modality == "reported"]
            alike = [other for other in alike if other.measure == claim.measure] or alike
            same = [other for other in alike if other.value is not None and claim.low is not None and claim.high is not None and claim.low <= other.value <= claim.high]
            source = next(iter(same or alike), None)
            if source is not None and _recent(source, published):
                spot = replace(source.evidence["period"], inherited=True, rule="first-settled")
                evidence = MappingProxyType({**claim.evidence, "period": spot})
                claim = replace(claim, period=source.period, evidence=evidence)  # noqa: PLW2901 - the dated claim goes on
        yield claim


def _recent(claim: Claim, published: date | None) -> bool:
    """Whether a claim's period is news at publication, and not history."""
    return published is None or int(str(claim.period)[:4]) >= published.year - 1


def find_passages(article: Any) -> Iterator[Passage]:
    """The sentences of an article as rows of items."""
    from pipeline.layout import find_blocks, find_sentences

    text = article.text
    context = _currencies_in_view(text)
    for number, block in enumerate(find_blocks(text)):
        if block.kind in {"boilerplate", "table"}:
            continue
        for start, end in find_sentences(text, block):
            sentence = read_items(text, start, end, find_mentions(text, start, end, article.published, context))
            yield Passage(block=number, kind=block.kind, sentence=sentence, nominals=find_nominals(sentence))


def _currencies_in_view(text: str) -> Any:
    """The economies that the article names, so that "crowns" or "pounds" can be told apart."""
    from pipeline.economy import SILENT_KINDS, find_economies, is_group
    from pipeline.quantity import CurrencyContext

    count = Counter(mention.code for mention in find_economies(text) if mention.kind not in SILENT_KINDS and not is_group(mention.code))
    return CurrencyContext(economies=frozenset(code for code, _ in count.most_common(3)))


def find_mentions(text: str, start: int, end: int, published: date | None, context: Any = None) -> Found:
    """What the finders see in ``text[start:end]``, with offsets of the whole text."""
    from pipeline.commodity import find_commodities
    from pipeline.economy import find_economies
    from pipeline.period import find_periods
    from pipeline.quantity import find_quantities
    from pipeline.source import find_sources

    part = text[start:end]
    return Found(
        quantities=_moved(find_quantities(part, context=context), start),
        periods=_moved(find_periods(part, published=published), start),
        economies=_moved(find_economies(part), start),
        commodities=_moved(find_commodities(part), start),
        sources=_moved(find_sources(part), start),
    )


def _moved(mentions: Any, offset: int) -> list[Any]:
    """Mentions with the offsets of the article."""
    if offset == 0:
        return list(mentions)
    return [replace(mention, start=mention.start + offset, end=mention.end + offset) for mention in mentions]


def _home(passages: tuple[Passage, ...], outlet: str | None) -> Known | None:
    """The economy that the article is about: the one that most trade phrases belong to, the headline counting more."""
    count: Counter[str] = Counter()
    where: dict[str, Known] = {}
    for number, passage in enumerate(passages):
        weight = 3.0 if number == 0 or passage.kind == "title" else 1.0
        owners = {owner.index for nominal in passage.nominals if nominal.flow for owner in nominal.owners}
        for index, item in enumerate(passage.sentence.items):
            code = _home_hint(item)
            if code is None or code == WORLD:
                continue
            known = Known(value=code, start=item.start, end=item.end)
            where.setdefault(known.value, known)
            count[known.value] += weight * (3.0 if index in owners else 0.4 if is_group(code) or item.code != "E" else 0.5)
    if not count and outlet:
        hint = home_of(outlet)
        return Known(value=hint, start=0, end=0) if hint else None
    best = max(count, key=lambda code: (count[code], code), default=None)
    return where[best] if best else None


def _speaks_of_trade(passages: tuple[Passage, ...]) -> bool:
    """Whether trade is what the article is about: its phrases outnumber half of all other topics, or head the text."""
    trade = [nominal for passage in passages for nominal in passage.nominals if nominal.flow and not nominal.cue.weak]
    others = [nominal for passage in passages for nominal in passage.nominals if nominal.flow is None]
    heads = any(nominal.flow and not nominal.cue.weak for passage in passages[:2] for nominal in passage.nominals)
    firms = sum(passage.sentence.codes.count("F") for passage in passages)
    return firms <= len(trade) and len(trade) >= (1 if heads else 3) and 2 * len(trade) >= len(others)


def _home_hint(item: Any) -> str | None:
    """The economy that an item speaks of: named, in a dateline, in a currency, or as the home of an institution."""
    if isinstance(item.ref, EconomyMention):
        return None if item.ref.kind == "name-part" else item.ref.code
    if item.code == "G":
        return getattr(item.ref, "reporter_hint", None)
    return None


def _read_passage(article: Any, passage: Passage, frame: Frame) -> tuple[list[Claim], Frame]:
    sentence = passage.sentence
    if passage.block != frame.paragraph:
        frame = frame.with_(paragraph=passage.block, sentence_age=frame.sentence_age + 1, new_paragraph=True, listing=passage.kind == "item", period_of_figure=False)
    clock = _clock(article, frame, sentence)
    frame = frame.with_(currency=_currency(sentence) or frame.currency)
    claims: list[Claim] = []
    previous: dict[int, Claim] = {}
    said: list[Parties] = []
    compared: set[str] = set()
    for binding in bind(sentence, passage.nominals, _settled(sentence, frame)):
        bound = _governed(passage, binding, frame)
        if bound is None:
            continue
        claim = _read_figure(article, passage, bound, frame, clock, previous, said, compared)
        if claim is not None:
            claims.append(claim)
            previous[binding.figure] = claim
            frame = _after_claim(frame, claim, bound, passage)
    words = [_read_quality(article, passage, quality, frame, clock) for quality in find_qualities(sentence, passage.nominals)]
    return [*claims, *words], _after_sentence(article, frame, passage, claims, compared)


def _currency(sentence: Sentence) -> str | None:
    """The currency of the sentence's last amount that names one: what a bare "two billion" later is in."""
    units = [item.ref.unit for item in sentence.items if item.code == "Q" and item.ref.kind == "money" and item.ref.unit]
    return str(units[-1]) if units else None


def _clock(article: Any, frame: Frame, sentence: Sentence) -> Clock:
    from pipeline.period import Period

    settled = Period.parse(frame.period.value) if frame.period else None
    clock = Clock(published=article.published, settled=settled)
    span = span_of(sentence, clock)
    if span is None and frame.span is not None:
        span = (Period.parse(frame.span[0].value), Period.parse(frame.span[1].value))
    return Clock(published=article.published, settled=settled, span=span, fiscal=frame.home.value if frame.home else None)


def _settled(sentence: Sentence, frame: Frame) -> Nominal | None:
    """The flow that the text was about just before, as a nominal without a place in the sentence."""
    if frame.cue is None or frame.sentence_age > 1:
        return None
    goods = frame.cue.flow in {"balance", "turnover"} and "C" in sentence.codes and frame.lead_cue is not None
    return Nominal(first=-1, head=-1, last=0, cue=frame.lead_cue if goods and frame.lead_cue else frame.cue)


# ---- is it a claim at all? --------------------------------------------------------------------------------------------


def _governed(passage: Passage, binding: Binding, frame: Frame) -> Binding | None:
    """The binding of a figure that is a trade figure; None for every other figure."""
    nominal = binding.nominal
    if nominal is None or nominal.flow is None or binding.strength < MIN_STRENGTH:
        return None
    if _levied_on(passage.sentence, nominal):
        return None
    if _is_ratio(passage.sentence, binding.figure):
        return None
    binding = _both_flows(passage, binding)
    nominal = binding.nominal or nominal
    if nominal.flow == "same":
        return _same_flow(passage, binding, frame)
    if nominal.cue.weak and not _in_trade(passage, nominal, frame):
        return None
    return None if _of_firm(passage, nominal) else binding


def _levied_on(sentence: Sentence, nominal: Nominal) -> bool:
    """ "The rebate on exports", "a tax on imports": the figure is of what is levied, not of the trade."""
    before = sentence.codes[: max(nominal.first, 0)].rstrip("dv")
    return before.endswith("u") and before[:-1].rstrip("dv")[-1:] in {"w", "O", "%", "M", "C"}


def _of_firm(passage: Passage, nominal: Nominal) -> bool:
    """Whether the trade is a firm's own: a firm stands before the phrase and no economy owns it."""
    if nominal.first < 0 or any(owner.code for owner in nominal.owners):
        return False
    return "F" in passage.sentence.codes[: nominal.first]


def _economy_acts(passage: Passage, nominal: Nominal) -> bool:
    """Whether an economy is the subject of a verb of trade."""
    before = way(passage.sentence.codes[max(0, nominal.head - 8) : nominal.head])
    return bool(re.search(r"E[LA,w]{0,2}$", before))


def _is_ratio(sentence: Sentence, figure: int) -> bool:
    """ "twice as much as", "three times the size": a comparison of two figures, not a change of one."""
    item = sentence.items[figure]
    if item.code != "M" or item.ref.kind != "multiple":
        return False
    following = [other.text.lower() for other in sentence.items[figure + 1 : figure + 4]]
    return following[:2] in (["as", "much"], ["as", "many"]) or sentence.codes[figure + 1 : figure + 3] in {"dQ", "d%"}


def _both_flows(passage: Passage, binding: Binding) -> Binding:
    """ "Imports from Canada and exports to Canada totaled $580 billion": the sum of both is turnover."""
    nominal, sentence = binding.nominal, passage.sentence
    if nominal is None or binding.side != "before" or sentence.codes[binding.figure] != "Q" or nominal.flow not in {"export", "import"}:
        return binding
    others = [other for other in passage.nominals if other.last <= nominal.first and other.flow in {"export", "import"}]
    if not others or others[-1].flow == nominal.flow or len(sentence.figures()) > 1:
        return binding
    if way(sentence.codes[others[-1].last : nominal.first]) not in {"&", ",&"}:
        return binding
    turnover = next(cue for cue in cues().values() if cue.flow == "turnover" and not cue.weak)
    sides = (*others[-1].owners, *others[-1].partners), (*nominal.owners, *nominal.partners)
    whole = replace(nominal, cue=turnover, owners=nominal.owners or sides[0][:1], partners=nominal.partners or sides[0][1:])
    return replace(binding, nominal=whole)


def _same_flow(passage: Passage, binding: Binding, frame: Frame) -> Binding | None:
    """ "The total" and the like mean the flow that the sentence, or the text before, speaks of."""
    nominal = binding.nominal
    assert nominal is not None  # the caller looked
    named = [other for other in passage.nominals if other.flow not in {None, "same"} and other.head < nominal.head]
    cue = named[-1].cue if named else (frame.cue if frame.sentence_age <= 1 else None)
    return None if cue is None else replace(binding, nominal=replace(nominal, cue=cue))


def _in_trade(passage: Passage, nominal: Nominal, frame: Frame) -> bool:
    """Whether a weak word ("deficit", "sales") stands where it can only mean trade."""
    strong = any(other.flow and not other.cue.weak for other in passage.nominals)
    if nominal.cue.code == "V":
        return (bool(nominal.partners) or _economy_acts(passage, nominal)) and (strong or frame.trade_seen)
    if nominal.cue.id in {"export-weak", "import-weak"}:
        return (bool(nominal.partners) and (strong or frame.trade_article or frame.sentence_age <= 1)) or (frame.trade_seen and frame.sentence_age <= 2 and "F" not in passage.sentence.codes)
    if nominal.cue.flow == "balance":
        left = [other for other in passage.nominals if other.last <= nominal.first and other.flow is None]
        if left and not nominal.partners and len(way(passage.sentence.codes[left[-1].last : nominal.first])) <= 1:
            return False  # "the current account in surplus"
        if frame.government_deficit and not any(other.cue.flow == "balance" and not other.cue.weak for other in passage.nominals):
            return bool(nominal.partners)
        return strong or bool(nominal.partners) or frame.trade_article or (frame.trade_seen and frame.sentence_age <= 3)
    return strong or frame.sentence_age <= 1


# ---- one figure ----------------------------------------------------------------------------------------------------------


def _read_figure(
    article: Any, passage: Passage, binding: Binding, frame: Frame, clock: Clock, previous: dict[int, Claim],
    said: list[Parties], compared: set[str],
) -> Claim | None:
    sentence = passage.sentence
    item = sentence.items[binding.figure]
    quantity = item.ref
    before = next((claim for claim in reversed(previous.values()) if claim.unit == "percent"), None)
    measure = decide_measure(sentence, binding, before.measure if before else None)
    parties = decide_parties(
        sentence, binding, frame, passage.nominals, measure=measure, earlier=said[-1] if said else None
    )
    said.append(parties)
    times = decide_times(sentence, binding, measure, clock)
    if times.compared:
        compared.add(claim_id(article.name, item.start, item.end, item.text))
    modality, open_ended = _modality(sentence, binding)
    if open_ended and times.period is not None and times.period.inherited:
        times = Times()
    source = _source(sentence, article, parties)
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
        share_of=_whole(parties, nominal) if measure == "share" else None,
        commodity=goods.value if goods else None,
        source=_value(source), modality=modality, status=_status(sentence, binding, modality),
        evidence=_evidence(parties, times, goods, item, nominal, sentence, source),
    )  # fmt: skip


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


def _read_quality(article: Any, passage: Passage, quality: Quality, frame: Frame, clock: Clock) -> Claim:
    """A rank, a sign or a trend as a record: the word is its figure."""
    sentence, nominal = passage.sentence, quality.nominal
    item = sentence.items[quality.index]
    binding = Binding(figure=quality.index, nominal=nominal, rule=quality.measure, strength=1.0, side="before")
    parties = decide_parties(sentence, binding, frame, passage.nominals)
    times = decide_times(sentence, binding, "change" if quality.measure == "trend" else "level", clock)
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
        among=None if quality.measure == "trend" or quality.order is None else among(quality, _value(parties.reporter), _value(parties.partner), group),
        order=quality.order, aspect=quality.aspect,
        evidence=_evidence(parties, times, goods, item, nominal, sentence, None),
    )  # fmt: skip


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
    if after.startswith("A"):
        cue = sentence.items[binding.figure + 1].cue
        return (cue.modality, cue.future) if cue is not None and cue.modality else ("reported", False)
    return "reported", False


def _status(sentence: Sentence, binding: Binding, modality: str) -> str | None:
    """Whether a target is said to be reached ("hitting the 70-billion target")."""
    if modality != "target":
        return None
    near = sentence.items[max(0, binding.figure - 4) : binding.figure]
    return "reached" if any(item.cue is not None and item.cue.attained for item in near) else None


def _source(sentence: Sentence, article: Any, parties: Parties) -> Slot | None:
    """Who the sentence gives as the origin of its figures."""
    from pipeline.source import find_sources

    for mention in find_sources(article.text[sentence.start : sentence.end]):
        if mention.kind == "anonymous":
            continue
        start = sentence.start + mention.start
        return Slot(value=mention.claim_name, start=start, end=sentence.start + mention.end, rule=mention.cue)
    return None


def _evidence(
    parties: Parties, times: Times, goods: Known | None, item: Any, nominal: Nominal, sentence: Sentence,
    source: Slot | None,
) -> MappingProxyType[str, Evidence]:
    found = {"value": Evidence(start=item.start, end=item.end, rule=str(getattr(item.ref, "rule", "")))}
    slots = {"reporter": parties.reporter, "partner": parties.partner, "period": times.period, "base_period": times.base,
             "source": source}
    for name, slot in slots.items():
        if slot is not None:
            found[name] = Evidence(start=slot.start, end=slot.end, inherited=slot.inherited, rule=slot.rule)
    if goods is not None:
        found["commodity"] = Evidence(start=goods.start, end=goods.end, rule="goods")
    if nominal.head >= 0:
        head = sentence.items[nominal.head]
        found["flow"] = Evidence(start=head.start, end=head.end, rule=nominal.cue.id)
    return MappingProxyType(found)


def _goods_run(frame: Frame, claim: Claim) -> dict[str, object]:
    """The one commodity that every figure so far was for; None as soon as one was for all trade or for other goods."""
    if claim.commodity is None or frame.mixed_goods:
        return {"goods": None, "mixed_goods": True}
    spot = claim.evidence["commodity"]
    known = Known(value=claim.commodity, start=spot.start, end=spot.end)
    if frame.goods is not None and not same_commodity(frame.goods.value, claim.commodity):
        return {"goods": None, "mixed_goods": True}
    return {"goods": frame.goods or known}


# ---- what goes on to count ------------------------------------------------------------------------------------------------


def _after_claim(frame: Frame, claim: Claim, binding: Binding, passage: Passage) -> Frame:
    nominal = binding.nominal
    assert nominal is not None  # a claim has one
    changes: dict[str, object] = {"cue": nominal.cue, "sentence_age": 0, "trade_seen": True, "measure": claim.measure}
    changes["listing"] = frame.listing or nominal.cue.partner
    spans = claim.evidence
    sides = {claim.reporter, claim.partner}
    kept = frame.pair_said and sides == {known and known.value for known in (frame.reporter, frame.partner)}
    changes |= _goods_run(frame, claim)
    changes["pair_said"] = kept or not any(spans[slot].inherited for slot in ("reporter", "partner") if slot in spans)
    for slot in ("reporter", "partner"):
        value = getattr(claim, slot)
        if value is not None:
            changes[slot] = Known(value=value, start=spans[slot].start, end=spans[slot].end)
    home = frame.home.value if frame.home else None
    if home in {claim.reporter, claim.partner} and WORLD not in {claim.reporter, claim.partner}:
        changes["partners"] = frame.partners | ({claim.reporter, claim.partner} - {home, None})
    if claim.partner not in {None, WORLD} and claim.reporter is not None:
        changes["pair"] = (changes["reporter"], changes["partner"])
    if claim.flow == "balance" and claim.measure == "level" and claim.value:
        changes["balance_sign"] = 1 if claim.value > 0 else -1
    return frame.with_(**changes)


def _after_sentence(
    article: Any, frame: Frame, passage: Passage, claims: list[Claim], compared: set[str]
) -> Frame:
    """The subject, the pair and the group that the sentence leaves behind."""
    sentence = passage.sentence
    changes: dict[str, object] = {"new_paragraph": False, "government_deficit": _other_deficit(passage, frame)}
    latest = _latest([claim for claim in claims if claim.id not in compared])
    if latest is not None and not _whole_of(latest, frame, passage) and not _looks_back(latest, frame, passage):
        spot = latest.evidence["period"]
        changes["period"] = Known(value=str(latest.period), start=spot.start, end=spot.end)
        changes["period_of_figure"] = True
    ends = _ends(claims)
    if ends is not None:
        changes["span"] = ends
    joined = _joined(sentence)
    if joined is not None and not any(claim.partner != WORLD for claim in claims):
        changes["pair"] = joined
    if len({claim.partner for claim in claims}) > 2:
        changes["pair"] = None
    named = [item for item in sentence.items if item.code == "E" and item.ref.code != WORLD]
    subject = _subject(sentence, claims)
    if subject is not None:
        changes["subject"] = subject
    groups = [item for item in named if item.ref.kind in {"group", "group-demonym"}]
    if groups:
        changes["group"] = Known(value=groups[-1].ref.code, start=groups[-1].start, end=groups[-1].end)
    for nominal in passage.nominals:
        if nominal.flow and nominal.owners and nominal.partners and nominal.owners[0].code and nominal.partners[0].code:
            changes["pair"] = tuple(_known(sentence, party.index) for party in (nominal.owners[0], nominal.partners[0]))
    directed = [nominal.cue for nominal in passage.nominals if nominal.flow in {"export", "import"} and not nominal.cue.weak]
    if directed and frame.lead_cue is None:
        changes["lead_cue"] = directed[0]
    if any(nominal.flow and not nominal.cue.weak for nominal in passage.nominals):
        changes["trade_seen"] = True
    if not claims:
        changes |= _topic(passage, frame) | _time_said(article, passage, frame)
    return frame.with_(**changes)


def _subject(sentence: Sentence, claims: list[Claim]) -> Known | None:
    """Whom a sentence was about: the reporter of its figures, else its first economy that no preposition governs."""
    for claim in claims:
        if claim.reporter is not None and "+" not in claim.reporter:
            spot = claim.evidence["reporter"]
            return Known(value=claim.reporter, start=spot.start, end=spot.end)
    for index, item in enumerate(sentence.items):
        if index == 0 and sentence.codes[1:2] in {"-", ",", "("}:
            continue  # a dateline
        if item.code == "E" and item.ref.code != WORLD and sentence.codes[:index].rstrip("dv")[-1:] not in set("tfhoibn@gu"):
            return _known(sentence, index)
    return None


def _other_deficit(passage: Passage, frame: Frame) -> bool:
    """Which kind of deficit the text speaks of from here on: of trade, or of a budget or of payments."""
    for nominal in reversed(passage.nominals):
        if nominal.flow == "balance" and not nominal.cue.weak:
            return False
        words = passage.sentence.items[nominal.head].text.lower()
        if nominal.flow is None and any(word in words for word in ("deficit", "surplus", "gap", "budget", "current", "payments")):
            return True
    return frame.government_deficit


def _ends(claims: list[Claim]) -> tuple[Known, Known] | None:
    """The two periods of "from … in 2021 to … in 2022", which "over the same period" means later."""
    levels = [claim for claim in claims if claim.measure == "level" and claim.period is not None]
    for first, second in zip(levels, levels[1:], strict=False):
        if first.flow == second.flow and str(first.period) < str(second.period):
            spots = (first.evidence["period"], second.evidence["period"])
            return tuple(  # type: ignore[return-value]
                Known(value=str(claim.period), start=spot.start, end=spot.end)
                for claim, spot in zip((first, second), spots, strict=True)
            )
    return None


def _joined(sentence: Sentence) -> tuple[Known, Known] | None:
    """Two economies that a sentence joins ("China and Thailand", "China-Thailand"): what "both countries" means next."""
    found = re.search(r"E[dv]*(?:&[dv]*|-)E(?![',&])", sentence.codes)
    if found is None or sentence.codes[found.start() - 1 : found.start()] in {",", "&"}:
        return None
    return _known(sentence, found.start()), _known(sentence, found.end() - 1)


def _whole_of(claim: Claim, frame: Frame, passage: Passage) -> bool:
    """Whether a cumulative period only sums up to the month that the paragraph is about."""
    from pipeline.period import Period

    if frame.period is None or frame.new_paragraph or not frame.period_of_figure:
        return False
    period, settled = Period.parse(str(claim.period)), Period.parse(frame.period.value)
    return period.last == settled.last and period.first < settled.first


def _looks_back(claim: Claim, frame: Frame, passage: Passage) -> bool:
    """Whether an earlier period is only mentioned: the sentence does not open with it."""
    from pipeline.period import Period

    if frame.period is None or not frame.period_of_figure:
        return False
    if Period.parse(str(claim.period)).last >= Period.parse(frame.period.value).last:
        return False
    spot = claim.evidence["period"]
    opening = next((nominal.last for nominal in passage.nominals if nominal.flow), 3)
    return not any(item.start == spot.start for item in passage.sentence.items[: opening + 1] if item.code == "P")


def _latest(claims: list[Claim]) -> Claim | None:
    """The claim whose period goes on to count: the latest that the sentence reports; of two that end together the longer."""
    from pipeline.period import Period

    dated = [claim for claim in claims if claim.period is not None and claim.modality == "reported"]
    return max(dated, key=lambda claim: (Period.parse(str(claim.period)).last, claim.start), default=None)


def _time_said(article: Any, passage: Passage, frame: Frame) -> dict[str, object]:
    """The time that a sentence without figures of trade sets, where it speaks of trade."""
    if not any(nominal.flow for nominal in passage.nominals):
        return {}
    clock = _clock(article, frame, passage.sentence)
    for item in passage.sentence.items:
        if item.code == "P" and item.ref.kind in {"absolute", "partial", "deictic"} and item.ref.role not in {"from", "by", "base"}:
            period = item.ref.resolve(anchor=clock.settled, published=clock.published, fiscal=clock.fiscal)
            if period is not None and (clock.settled is None or period.last >= clock.settled.last):
                return {"period": Known(value=str(period), start=item.start, end=item.end), "period_of_figure": False}
    return {}


def _topic(passage: Passage, frame: Frame) -> dict[str, object]:
    """What a sentence without figures is about, if it is about trade: the flow and its two sides."""
    spoken = [
        nominal
        for nominal in passage.nominals
        if nominal.flow not in {None, "same"} and not nominal.cue.weak and not nominal.background
    ]
    if not spoken or spoken[0].cue.agent or spoken[0].cue.code == "V":
        return {"sentence_age": frame.sentence_age + 1}
    nominal = spoken[0]
    parties = decide_parties(passage.sentence, Binding(figure=nominal.last, nominal=nominal, rule="topic", strength=1.0, side="before"), frame, passage.nominals)
    changes: dict[str, object] = {"cue": nominal.cue, "sentence_age": 0}
    for slot in ("reporter", "partner"):
        found = getattr(parties, slot)
        if found is not None:
            changes[slot] = Known(value=found.value, start=found.start, end=found.end)
    if parties.reporter and parties.partner and parties.partner.value != WORLD:
        changes["pair"] = (changes["reporter"], changes["partner"])
    if nominal.cue.partner or passage.kind in {"heading", "caption"}:
        changes["listing"] = True
    return changes


def _known(sentence: Sentence, index: int) -> Known:
    item = sentence.items[index]
    return Known(value=item.ref.code, start=item.start, end=item.end)
