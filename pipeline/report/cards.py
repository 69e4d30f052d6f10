"""A finding as the page shows it: what is printed where, the proof, the number line, the culprit and the remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase
from typing import Any

from pipeline.claim import WORDS, Claim
from pipeline.finding import Finding, Repair
from pipeline.report import words
from pipeline.report.claim_graph import ClaimGraph, claim_graph
from pipeline.report.number_line import NumberLine, number_line
from pipeline.report.passage import Passage, passage, sentence
from pipeline.report.shelf import Shelf, dated, group, title

WITNESSES_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot of a claim: its name, its value, and the words it was read from where the quoted sentence lacks them."""

    label: str
    value: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim: its figure, what it is about and can mean, and where it stands."""

    id: str
    letter: str
    figure: str
    hedge: str
    subject: str
    slots: tuple[Slot, ...]
    natural: str
    widest: str
    doc: str
    title: str
    outlet: str
    date: str
    anchor: str
    suspect: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an article with all of a finding's claims that are printed in it."""

    passage: Passage
    quotes: tuple[Quote, ...]

    @property
    def letters(self) -> Mapping[str, str]:
        """The letter of each claim where there are several, to stand beside its figure."""
        return {quote.id: quote.letter for quote in self.quotes} if len(self.quotes) > 1 else {}

    @property
    def suspect(self) -> bool:
        """Whether the likeliest culprit is printed in it."""
        return any(quote.suspect for quote in self.quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStep:
    """A line of the proof, and the letters of the claims that it rests on."""

    text: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One slot that the repair rewrites: what is printed and what would fit."""

    slot: str
    printed: str
    fits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that the page shows of one finding."""

    id: str
    group: str
    certainty: str
    scope: str
    kind: str
    headline: str
    explanation: str
    note: str
    advice: str
    """What to do about it."""
    sentences: tuple[Sentence, ...]
    steps: tuple[ProofStep, ...]
    line: NumberLine | None
    graph: ClaimGraph | None
    suspects: tuple[str, ...]
    changes: tuple[Change, ...]
    because: str
    support: tuple[tuple[Quote, ...], ...]
    """What the suggested correction then agrees with, article by article."""
    remedy: tuple[str, ...]
    witnesses: tuple[tuple[Quote, ...], ...]
    """Where the same figures stand, article by article."""
    more_witnesses: int
    follows: tuple[str, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The claims, sentence by sentence."""
        return tuple(quote for sentence in self.sentences for quote in sentence.quotes)


def card(finding: Finding, shelf: Shelf) -> Card:
    """The card of a finding; claims that the run no longer holds are left out of the quotes."""
    letters = {claim: letter(n) for n, claim in enumerate(finding.claims)}
    known = [shelf.claims[c] for c in finding.claims if c in shelf.claims]
    witnesses = [shelf.claims[c] for c in finding.witnesses if c in shelf.claims]
    repair = suggestion(finding)
    return Card(
        id=finding.id,
        group=group(finding),
        certainty=finding.certainty,
        scope=finding.scope,
        kind=words.word("kind", finding.kind),
        headline=finding.headline or finding.explanation,
        explanation=finding.explanation if finding.headline else "",
        note=finding.note,
        advice=words.advice(finding.certainty, finding.scope),
        sentences=_sentences(known, shelf, letters, culprit(finding)),
        steps=tuple(_step(step, letters) for step in finding.steps),
        line=number_line(finding, shelf.claims, letters),
        graph=claim_graph(finding, shelf.claims, letters, suspect=culprit(finding)),
        suspects=tuple(sorted(letters[one] for one in suspects(finding) if one in letters)),
        changes=() if repair is None else changes(repair, shelf.claims),
        because="" if repair is None else repair.because,
        support=_by_article(() if repair is None else repair.support, shelf, letters),
        remedy=remedy(finding, letters),
        witnesses=_by_article(finding.witnesses[:WITNESSES_SHOWN], shelf, letters),
        more_witnesses=max(0, len(witnesses) - WITNESSES_SHOWN),
        follows=finding.follows,
    )


def _sentences(
    claims: Sequence[Claim], shelf: Shelf, letters: Mapping[str, str], suspect: str | None
) -> tuple[Sentence, ...]:
    """The claims by the sentence that they are printed in; without the article's text each figure stands alone."""
    found: dict[object, list[Claim]] = {}
    for claim in claims:
        text = _text_around(claim, shelf)
        found.setdefault((claim.doc, sentence(text, claim.start, claim.end)) if text else claim.id, []).append(claim)
    return tuple(
        Sentence(
            passage=passage(_text_around(together[0], shelf) or together[0].text, *_placed(together, shelf)),
            quotes=tuple(quote(c, shelf, letters[c.id], suspect=c.id == suspect) for c in together),
        )
        for together in (sorted(group, key=lambda claim: claim.start) for group in found.values())
    )


def _text_around(claim: Claim, shelf: Shelf) -> str:
    """The text of the claim's article; empty where it is not kept, or is another one than was read."""
    article = shelf.articles.get(claim.doc)
    text = article.text if article is not None else ""
    return text if text[claim.start : claim.end] == claim.text else ""


def _placed(claims: Sequence[Claim], shelf: Shelf) -> list[Claim]:
    return [claim if _text_around(claim, shelf) else _alone(claim) for claim in claims]


def letter(number: int) -> str:
    """The letter of the claim with this place in the finding: A to Z, then A2, B2 and so on."""
    turn, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(turn + 1) if turn else "")


def quote(claim: Claim, shelf: Shelf, letter: str = "", *, suspect: bool = False) -> Quote:
    """A claim with what it says and where it stands."""
    article = shelf.articles.get(claim.doc)
    return Quote(
        id=claim.id,
        letter=letter,
        figure=claim.text,
        hedge=claim.hedge or "",
        subject=words.subject(claim),
        slots=slots(claim, _text_around(claim, shelf)),
        natural=_readable(claim, claim.natural_low, claim.natural_high),
        widest=_readable(claim, claim.low, claim.high),
        doc=claim.doc,
        title=title(article, claim.doc),
        outlet=(article.outlet if article is not None else "") or "",
        date=dated(article),
        anchor=shelf.anchor(claim),
        suspect=suspect,
        doubt=claim.doubt or "",
    )


def slots(claim: Claim, text: str) -> tuple[Slot, ...]:
    """The slots of a claim in reading order, each with the words it was read from if they stand elsewhere."""
    values = {
        "reporter": words.parties(claim),
        "flow": _flow(claim),
        "period": words.period(claim.period) if claim.period else "not said",
        "base_period": words.period(claim.base_period) if claim.base_period else "",
        "share_of": _whole(claim.share_of),
        "commodity": claim.commodity or "",
        "source": claim.source or "not named",
        "modality": words.modality(claim),
        "hedge": claim.hedge or "",
    }
    labels = {"reporter": "Who"}
    return tuple(
        Slot(label=labels.get(slot) or words.word("slot", slot), value=value, quote=_elsewhere(claim, slot, text))
        for slot, value in values.items()
        if value
    )


def changes(repair: Repair, claims: Mapping[str, Claim]) -> tuple[Change, ...]:
    """What a repair rewrites, slot by slot, in words."""
    claim = claims.get(repair.claim)
    return tuple(
        Change(
            slot=words.word("slot", _called(claim, slot)).lower(),
            printed=_slot_value(claim, slot, getattr(claim, slot, None)),
            fits=_slot_value(claim, slot, value),
        )
        for slot, value in sorted(repair.change.items())
    )


def _called(claim: Claim | None, slot: str) -> str:
    """The name of a slot; the value of a word such as "surplus" is the word."""
    return "word" if slot == "value" and claim is not None and claim.measure in WORDS else slot


def remedy(finding: Finding, letters: Mapping[str, str]) -> tuple[str, ...]:
    """What would make the conflict go away, in sentences."""
    said = []
    repair = suggestion(finding)
    if repair is not None:
        said.append(f"With {letters.get(repair.claim, 'the figure')} corrected as suggested, the rest agrees.")
    if len(letters) > 1:
        all_of, any_of, rest = (
            ("both", "either", "other fits") if len(letters) == 2 else ("all", "any one", "others fit")
        )
        said.append(
            f"{words.listed(tuple(letters.values()))} are {all_of} needed for it: with {any_of} of them withdrawn or "
            f"corrected, the {rest}."
        )
    if finding.scope == "cross-source":
        said.append("Sources may count differently: other definitions, dates of publication, FOB against CIF.")
    return tuple(said)


def _step(step: Any, letters: Mapping[str, str]) -> ProofStep:
    return ProofStep(text=step.text, letters=tuple(letters[c] for c in step.claims if c in letters))


def culprit(finding: Finding) -> str | None:
    """The claim that is likeliest wrong; nobody is blamed where sources differ."""
    return None if finding.scope == "cross-source" else finding.suspect


def suggestion(finding: Finding) -> Repair | None:
    """The repair to show; where sources differ, only that of a slip that people make."""
    repair = finding.repair
    return repair if repair is None or repair.slip or group(finding) != "disagreements" else None


def suspects(finding: Finding) -> tuple[str, ...]:
    """The likeliest culprits: one, or several that cannot be told apart; none where sources differ."""
    if finding.scope == "cross-source":
        return ()
    return (finding.suspect,) if finding.suspect else finding.suspects


def _by_article(ids: Sequence[str], shelf: Shelf, letters: Mapping[str, str]) -> tuple[tuple[Quote, ...], ...]:
    """The claims in the order in which their articles are first named, those of one article together."""
    found: dict[str, list[Quote]] = {}
    for claim in (shelf.claims[c] for c in ids if c in shelf.claims):
        found.setdefault(claim.doc, []).append(quote(claim, shelf, letters.get(claim.id, "")))
    return tuple(map(tuple, found.values()))


def _readable(claim: Claim, low: Decimal | None, high: Decimal | None) -> str:
    """What the print can mean; a deficit by its size, as the text has it."""
    if claim.measure in WORDS or low is high is None:
        return ""
    said = words.balance if claim.flow == "balance" and claim.measure == "level" else words.interval
    return said(low, high, claim.unit)


def _flow(claim: Claim) -> str:
    what = words.word("flow", claim.flow)
    return what if claim.measure == "level" else f"{words.word('measure', claim.measure)} of {what}"


def _whole(share_of: str | None) -> str:
    """The whole of a share in words: ``THA/world/export`` is "Thailand, World, exports"."""
    if not share_of:
        return ""
    *sides, flow = share_of.split("/")
    return " – ".join(words.economy(side) for side in sides) + f", {words.word('flow', flow)}"


def _elsewhere(claim: Claim, slot: str, text: str) -> str:
    """The words that a slot was read from, where they stand outside the quoted sentence."""
    found = claim.evidence.get(slot)
    if found is None or not text:
        return ""
    start, end, _, _ = sentence(text, claim.start, claim.end)
    return "" if start <= found.start and found.end <= end else " ".join(text[found.start : found.end].split())


def _slot_value(claim: Claim | None, slot: str, value: Any) -> str:
    """A slot's value in words."""
    if value is None:
        return "nothing"
    if slot in {"reporter", "partner"}:
        return words.economy(str(value))
    if slot == "value" and claim is not None and claim.measure in WORDS:
        return words.word_value(claim.measure, Decimal(str(value)))
    if slot == "value":
        return words.amount(Decimal(str(value)), claim.unit if claim else None)
    if slot in {"period", "base_period"}:
        return words.period(str(value))
    return words.word(slot, str(value)) if slot in {"flow", "measure"} else str(value)


def _alone(claim: Claim) -> Claim:
    """The claim as though its figure were the whole article."""
    import dataclasses

    return dataclasses.replace(claim, start=0, end=len(claim.text), evidence={})
