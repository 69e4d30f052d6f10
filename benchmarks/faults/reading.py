"""How well an article was read: its gold claims beside the claims that were extracted from its text, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.faults.article import Written
from benchmarks.faults.statement import Statement
from benchmarks.faults.world import Span

_ALL_GOODS = ("goods", "merchandise")
"""Names of all trade: every figure of the bench is of goods."""
_WORDS = ("trend",)
"""A word beside printed figures may be read or not: it is no loss, and no invention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """One claim that was lost, invented or read otherwise: what is wrong with it, where, and what it should be."""

    slot: str
    sentence: str
    text: str
    gold: str
    read: str


def misreadings(written: Written, claims: Sequence[Any]) -> Iterator[Misreading]:
    """Everything in which the claims differ from the gold."""
    for one, start, end in written.placed:
        found = [claim for claim in claims if claim.start < end and start < claim.end]
        if not found:
            if one.measure not in _WORDS:
                yield _told("missing", written, (start, end), one, None)
            continue
        slot = next(iter(differences(one, found[0])), None)
        if slot is not None:
            yield _told(slot, written, (start, end), one, found[0])
    for claim in claims:
        if claim.measure not in _WORDS and not any(
            start < claim.end and claim.start < end for _, start, end in written.placed
        ):
            yield _told("invented", written, (claim.start, claim.end), None, claim)


def differences(one: Statement, claim: Any) -> Iterator[str]:
    """The slots in which a claim differs from the statement, the gravest first."""
    if claim.reporter is None or claim.partner is None or claim.flow is None:
        yield "unsettled"
        return
    read = Statement(reporter=claim.reporter, partner=claim.partner, flow=claim.flow, period="")
    if claim.measure != one.measure or claim.unit != one.unit:
        yield "measure"
    if claim.flow != one.flow and {claim.flow, one.flow} != {"export", "import"}:
        yield "flow"
    elif set(_parties(read)) != set(_parties(one)):
        yield "parties"
    elif read.edge != one.edge:
        yield "direction"
    sign = -1 if one.flow == "balance" and claim.reporter != one.reporter else 1
    if claim.value is None or claim.value * sign != one.value:
        yield "value"
    yield from _times(one, claim)
    if one.share_of and claim.share_of != "/".join(one.share_of):
        yield "share-of"
    if claim.commodity and claim.commodity.lower() not in _ALL_GOODS:
        yield "commodity"
    if claim.modality != one.modality:
        yield "modality"


def _parties(one: Statement) -> list[str]:
    return [*one.reporter.split("+"), "|", *sorted(one.partner.split("+"))]


def _times(one: Statement, claim: Any) -> Iterator[str]:
    if not _same(claim.period, one.period):
        yield "period"
    elif one.base_period and not _same(claim.base_period, one.base_period):
        yield "base-period"


def _same(read: str | None, gold: str) -> bool:
    try:
        return read is not None and Span.parse(read) == Span.parse(gold)
    except (ValueError, KeyError):
        return False


def _told(slot: str, written: Written, place: tuple[int, int], one: Statement | None, claim: Any) -> Misreading:
    start, end = place
    text = written.text
    left = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, 0)
    right = min(at for at in (text.find(". ", end), text.find("\n", end), len(text)) if at >= 0)
    read = "-" if claim is None else words_of(claim)
    gold = "-" if one is None else words_of(one)
    return Misreading(slot=slot, sentence=text[left:right], text=text[start:end], gold=gold, read=read)


def words_of(one: Any) -> str:
    """A claim or a statement in a line, slot by slot."""
    share = one.share_of if isinstance(one.share_of, str) or one.share_of is None else "/".join(one.share_of)
    parts = (one.reporter, one.partner, one.flow, one.measure, one.value, one.unit, one.period, one.base_period, share)
    return " ".join("-" if part is None else str(part) for part in parts)
