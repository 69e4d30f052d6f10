"""What a sentence leaves behind for the next: the frame after its claims and after itself."""

from __future__ import annotations

import re
from typing import Any, Final

from pipeline.claim import WORDS, Claim
from pipeline.commodity import same_commodity
from pipeline.components.cues import noun_of
from pipeline.economy import GROUP_KINDS
from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.named import known_goods
from pipeline.extract.discourse.announced import moves_announced
from pipeline.extract.discourse.together import told_together
from pipeline.extract.frame import Frame, Known
from pipeline.extract.parties.parties import decide_parties
from pipeline.extract.parties.speakers import speaker_known
from pipeline.extract.period.left import (
    comparison_said,
    ends_of_span,
    period_said,
    periods_kept,
    time_ahead,
    time_announced,
    time_said,
    time_told,
    times_left,
)
from pipeline.extract.phrase.nominals import Nominal, of_things
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.query import WORLD, value_of
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import mentions
from pipeline.extract.weighing.naming import known_item

_DATELINE: Final = re.compile(r"E(?:[-(:]|,[wP]{1,3}[-(,])")
LISTED_GOODS: Final = 3
"""Kinds of goods in one sentence that make it a list, behind which the text is on none of them."""
NAMES_KEPT: Final = 6
"""Countries that a word such as "its neighbour" may still mean."""


def after_claim(frame: Frame, claim: Claim, binding: Binding) -> Frame:
    """The frame after a claim: what its slots settle for the figures behind it."""
    nominal = binding.nominal
    assert nominal is not None  # a claim has one
    if nominal.background:
        return frame.with_(
            trade_seen=True
        )  # "…, led by sales to Peru, which rose 5 %": the text goes on with the whole
    changes: dict[str, object] = {
        "cue": nominal.cue,
        "sentence_age": 0,
        "trade_seen": True,
        "measure": claim.measure,
        "partner_of_figure": True,
        "pair_of_part": claim.measure == "share" or (frame.pair_of_part and claim.partner == value_of(frame.partner)),
    }
    changes["listing"] = frame.listing or nominal.cue.partner
    spans = claim.evidence
    sides = {claim.reporter, claim.partner}
    kept = frame.pair_said and sides == {known and known.value for known in (frame.reporter, frame.partner)}
    changes |= _goods_run(frame, claim) | _goods_of(claim)
    changes["pair_said"] = kept or not any(spans[slot].inherited for slot in ("reporter", "partner") if slot in spans)
    for slot in ("reporter", "partner"):
        value = getattr(claim, slot)
        if value is not None:
            changes[slot] = Known(value=value, start=spans[slot].start, end=spans[slot].end)
    home = frame.home.value if frame.home else None
    if claim.partner == WORLD and claim.reporter != home and not spans["reporter"].inherited:
        changes["many_traders"] = True
    if home in {claim.reporter, claim.partner} and WORLD not in {claim.reporter, claim.partner}:
        changes["partners"] = frame.partners | ({claim.reporter, claim.partner} - {home, None})
        changes["figures_of_two"] = frame.figures_of_two + 1
    if claim.partner == WORLD and claim.reporter == home:
        changes["with_all"] = True
    if claim.partner not in {None, WORLD} and claim.reporter is not None:
        same = frame.pair is not None and {known.value for known in frame.pair} == sides
        changes |= {"pair": (changes["reporter"], changes["partner"]), "pair_here": True}
        changes["pair_flows"] = (frame.pair_flows if same else frozenset()) | {claim.flow}
    if claim.flow == "balance" and claim.measure == "level" and claim.value:
        changes["balance_sign"] = (claim.reporter, claim.partner, 1 if claim.value > 0 else -1)
    return frame.with_(**changes)


def _goods_run(frame: Frame, claim: Claim) -> dict[str, object]:
    """The one commodity that every figure so far was for; None as soon as one was for all trade or for other goods."""
    if claim.commodity is None or frame.mixed_goods:
        return {"goods": None, "mixed_goods": True}
    spot = claim.evidence["commodity"]
    known = Known(value=claim.commodity, start=spot.start, end=spot.end)
    if frame.goods is not None and not same_commodity(frame.goods.value, claim.commodity):
        return {"goods": None, "mixed_goods": True}
    flows = frame.goods_flows | ({claim.flow} - {None})
    return {"goods": frame.goods or known, "goods_flows": flows, "goods_figures": frame.goods_figures + 1}


def _goods_of(claim: Claim) -> dict[str, object]:
    """The commodity of a claim, for "the same sector" in a later sentence."""
    if claim.commodity is None:
        return {"cue_goods": None, "goods_level": None}
    spot = claim.evidence["commodity"]
    known = Known(value=claim.commodity, start=spot.start, end=spot.end)
    level = claim.measure == "level" and claim.partner == WORLD and claim.unit is not None and claim.value is not None
    return {"last_goods": known, "cue_goods": known} | ({"goods_level": (claim.unit, claim.value)} if level else {})


def after_sentence(article: Any, frame: Frame, passage: Passage, claims: list[Claim], compared: set[str]) -> Frame:
    """The subject, the pair and the group that the sentence leaves behind."""
    changes: dict[str, object] = {"new_paragraph": False, "government_deficit": _other_deficit(passage, frame)}
    settling = [claim for claim in claims if claim.id not in compared]
    changes |= times_left(article, frame, passage, settling)
    changes["recent"] = periods_kept(frame, settling)
    changes["ahead"] = time_ahead(settling, article.published, frame)
    if any(item.code == "P" and item.ref.is_fiscal for item in passage.sentence.items):
        changes["fiscal_told"] = True
    changes["said_period"] = period_said(article, passage, frame)
    changes["other_topic"] = not claims and _is_of_other_topic(passage)
    said = comparison_said(passage, claims, compared)
    changes["comparison"] = said or frame.comparison
    changes["comparisons"] = frame.comparisons | ({said} - {None})
    ends = ends_of_span(claims)
    if ends is not None:
        changes["span"] = ends
    changes |= _pair_left(passage, claims) | _economies_left(frame, passage.sentence, claims)
    if changes.get("pair"):
        changes["pair_here"] = True
    changes |= _flows_left(frame, passage, spoke=bool(claims))
    changes["speaker"] = speaker_known(passage.sentence) or frame.speaker
    changes["together"] = told_together(passage)
    changes["moves"] = moves_announced(passage)
    changes["listed"] = _listed(frame, passage, claims)
    if not claims:
        changes |= time_said(article, passage, frame)
    if all(claim.measure in WORDS for claim in claims):
        changes |= _topic(article, passage, frame)
    if len({claim.commodity for claim in claims}) >= LISTED_GOODS:
        changes["cue_goods"] = None
    changes["told"] = time_told(settling, changes, frame)
    changes["announced"] = time_announced(article, passage, frame, changes.get("period"))
    return frame.with_(**changes)


def _is_of_other_topic(passage: Passage) -> bool:
    """ "The current account surplus, which includes trade, rose": whether the first topic named is another."""
    first = next(iter(passage.nominals), None)
    return first is not None and first.flow is None and "V" not in passage.sentence.codes[: first.head]


def _pair_left(passage: Passage, claims: list[Claim]) -> dict[str, object]:
    """The pair that later sentences mean: of the last phrase with both sides, else joined; none behind a list."""
    changes: dict[str, object] = {}
    if len({claim.partner for claim in claims}) > 2:
        changes["pair"] = None
    if len({claim.partner for claim in claims} - {WORLD, None}) >= 2:
        changes["pair_of_part"] = True  # one partner of several
    joined = _joined(passage.sentence)
    if joined is not None and not any(claim.partner != WORLD for claim in claims):
        changes["pair"] = joined
    subject = _subject(passage.sentence, claims)
    for nominal in passage.nominals:
        sides = [known_item(passage.sentence, side.index) for side in nominal.owners[:1] if side.code]
        sides = sides or ([subject] if subject is not None and not nominal.owners else [])
        others = [known_item(passage.sentence, side.index) for side in nominal.partners[:1] if side.code]
        if nominal.flow and sides and others and sides[0].value != others[0].value:
            changes["pair"] = (sides[0], others[0])
    return changes


def _listed(frame: Frame, passage: Passage, claims: list[Claim]) -> tuple[Known, ...]:
    """The single countries that figures were given for, apart from the home; a new paragraph begins a new list."""
    home = frame.home.value if frame.home else None
    found: dict[str, Known] = {}
    for claim in claims:
        slot = "partner" if claim.partner not in {None, WORLD, home} else "reporter"
        value = getattr(claim, slot)
        if value is not None and value.isupper() and value.isalpha() and value != home:
            found.setdefault(value, Known(value=value, start=claim.evidence[slot].start, end=claim.evidence[slot].end))
    begins = frame.new_paragraph and passage.kind != "item" and bool(found)
    kept = {} if begins else {known.value: known for known in frame.listed}
    return tuple((kept | found).values())


def _economies_left(frame: Frame, sentence: Sentence, claims: list[Claim]) -> dict[str, object]:
    """Whom the sentence was about, and the last group that it named."""
    changes: dict[str, object] = {}
    subject = _subject(sentence, claims)
    if subject is not None:
        changes["subject"] = subject
    changes["named"] = _named(frame, sentence)
    for index, item in enumerate(sentence.items):
        if item.code == "E" and item.ref.code != WORLD and item.ref.kind in GROUP_KINDS:
            changes["group"] = known_item(sentence, index)
    return changes


def _named(frame: Frame, sentence: Sentence) -> tuple[Known, ...]:
    """The countries named last, each once."""
    here = [
        known_item(sentence, index)
        for index, item in enumerate(sentence.items)
        if item.code == "E" and item.ref.kind not in GROUP_KINDS and item.ref.code != WORLD
    ]
    newest = {known.value: known for known in (*reversed(frame.named), *here)}
    order = dict.fromkeys(known.value for known in (*reversed(here), *frame.named))
    return tuple(newest[code] for code in order)[:NAMES_KEPT]


def _flows_left(frame: Frame, passage: Passage, *, spoke: bool) -> dict[str, object]:
    """The flows that the sentence spoke of: the first that has a direction, and what it was about first of all."""
    changes: dict[str, object] = {}
    flows = [nominal for nominal in passage.nominals if nominal.flow]
    directed = [nominal.cue for nominal in flows if nominal.flow in {"export", "import"} and not nominal.cue.weak]
    if directed and frame.lead_cue is None:
        changes["lead_cue"] = directed[0]
    spoken = [nominal.cue for nominal in flows if nominal.flow != "same" and not nominal.background]
    if spoken and spoke:
        changes["topic_cue"] = spoken[0]
    if any(not nominal.cue.weak for nominal in flows):
        changes["trade_seen"] = True
    return changes


def _subject(sentence: Sentence, claims: list[Claim]) -> Known | None:
    """Whom a sentence was about: the reporter of its figures, else its first economy that no preposition governs."""
    for claim in claims:
        if claim.reporter is not None and "+" not in claim.reporter:
            spot = claim.evidence["reporter"]
            return Known(value=claim.reporter, start=spot.start, end=spot.end)
    for index, item in enumerate(sentence.items):
        if index == 0 and _DATELINE.match(sentence.codes):
            continue
        if (
            item.code == "E"
            and item.ref.code != WORLD
            and sentence.codes[:index].rstrip("dv")[-1:] not in set("tfhoibn@gu")
        ):
            return known_item(sentence, index)
    return None


def _other_deficit(passage: Passage, frame: Frame) -> bool:
    """Which kind of deficit the text speaks of from here on: of trade, or of a budget or of payments."""
    for nominal in reversed(passage.nominals):
        if nominal.flow == "balance" and not nominal.cue.weak:
            return False
        if nominal.flow is None and mentions(passage.sentence.items[nominal.head], "other_deficit"):
            return True
    return frame.government_deficit


def _joined(sentence: Sentence) -> tuple[Known, Known] | None:
    """Two economies that a sentence joins ("China and Laos", "China-Laos"): what "both countries" means next."""
    found = re.search(r"E[dv]*(?:&[dv]*|-)E(?![',&])", sentence.codes)
    if found is None or sentence.codes[: found.start()].rstrip("dv")[-1:] in set(",&tfS"):
        return None  # a list, or both on one side: "most goes to the EU and Chile"
    return known_item(sentence, found.start()), known_item(sentence, found.end() - 1)


def _topic(article: Any, passage: Passage, frame: Frame) -> dict[str, object]:
    """What a sentence without figures is about, if it is about trade: the flow and its two sides."""
    spoken = [
        nominal
        for nominal in passage.nominals
        if nominal.flow not in {None, "same"}
        and (not nominal.cue.weak or (nominal.cue.ranked and frame.trade_article))
        and not nominal.background
        and not of_things(passage.sentence, nominal)
    ]
    if not spoken or spoken[0].cue.agent or (spoken[0].cue.code == "V" and not _leads_list(passage.sentence)):
        return {"sentence_age": frame.sentence_age + (passage.kind != "item")}  # the entries of a list grow no older
    nominal = spoken[0]
    parties = decide_parties(
        passage.sentence,
        Binding(figure=nominal.last, nominal=nominal, rule="topic", strength=1.0, side="before"),
        frame,
        passage.nominals,
    )
    cue = noun_of(str(nominal.flow), weak=False) if nominal.cue.code == "V" else nominal.cue
    changes: dict[str, object] = {"cue": cue, "sentence_age": 0, "partner_of_figure": False}
    kept = frame.cue_goods if _are_dealers_in_it(nominal, frame) else None
    changes["cue_goods"] = known_goods(passage.sentence, article.text, *nominal.goods) if nominal.goods else kept
    for slot in ("reporter", "partner"):
        found = getattr(parties, slot)
        if found is not None:
            changes[slot] = Known(value=found.value, start=found.start, end=found.end)
    if parties.reporter and parties.partner and parties.partner.value != WORLD:
        changes["pair"] = (changes["reporter"], changes["partner"])
    if nominal.cue.partner or passage.kind in {"heading", "caption"}:
        changes["listing"] = True
    return changes


def _are_dealers_in_it(nominal: Nominal, frame: Frame) -> bool:
    """ "Tea imports rose 5 %. The top ten suppliers were:": those who deal in what the text has just told of."""
    told = frame.cue is not None and frame.cue.flow == nominal.flow and frame.sentence_age <= 1
    return told and nominal.cue.partner and not nominal.owners and not nominal.total


def _leads_list(sentence: Sentence) -> bool:
    """ "The main products exported to Chile were:": what was done to the goods is what the list is about."""
    return sentence.text.rstrip().endswith(":")


def last_currency(sentence: Sentence) -> str | None:
    """The currency of the sentence's last amount that names one: what a bare "two billion" later is in."""
    units = [
        item.ref.unit for item in sentence.items if item.code == "Q" and item.ref.kind == "money" and item.ref.unit
    ]
    return str(units[-1]) if units else None
