"""The parts of the sentences: what a figure is about, how it is quoted, what its interval leaves open."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.claim import Claim
from pipeline.observation import Interval, Observation, Reading
from pipeline.words import between, party, possessive, printed, said, short, verb


class Telling(NamedTuple):
    """What is wrong in one line, and why in one or two sentences with the arithmetic."""

    headline: str
    explanation: str


class Account(NamedTuple):
    """What a proof is told from: its figures in the order of their text, and the reading at which they fail."""

    seen: Sequence[Observation]
    reading: Reading
    scope: str
    suspect: str | None


def subject(one: Observation, *, neutral: bool = False) -> str:
    """What a figure is about: ``Kazakhstan's 2024 trade with China``, ``the change in China's 2024 exports``.

    A balance is called a surplus or a deficit as it is printed, or, ``neutral``, a trade balance.
    """
    claim = dataclasses.replace(one.claim, value=None) if neutral else one.claim
    if one.kind in ("growth", "difference"):
        return f"the change in {said(claim)}"
    if one.kind == "share":
        return share_of(one)
    return f"the change in {share_of(one)}" if one.kind in ("points", "share-growth") else said(claim)


def be(one: Observation) -> str:
    """The verb that agrees with the subject."""
    return verb(one.claim) if one.kind not in ("growth", "difference", "share", "points", "share-growth") else "is"


def share_of(one: Observation, *, timed: bool = True) -> str:
    """``China's share of Thailand's 2024 exports``; a commodity's share in all of them."""
    claim = one.claim
    sides = (claim.share_of or "").split("/")
    if len(sides) != 3 or one.whole is None:
        return f"the share of {said(claim, timed=timed)}"
    reporter, partner, _ = sides
    whole = whole_of(one, timed=timed)
    if claim.reporter == reporter and claim.partner != partner and claim.partner:
        return f"{possessive(party(claim.partner))} share of {whole}"
    if claim.partner == partner and claim.reporter != reporter and claim.reporter:
        return f"{possessive(party(claim.reporter))} share of {whole}"
    return f"the share of {claim.commodity or said(claim, timed=timed)} in {whole}"


def whole_of(one: Observation, *, timed: bool = True) -> str:
    """What a share is a share of: ``Thailand's 2024 exports``."""
    reporter, partner, flow = (one.claim.share_of or "//").split("/")
    commodity = one.claim.commodity if one.whole is not None and one.whole.commodity else None
    return said(_level(one.claim, reporter=reporter, partner=partner, flow=flow, commodity=commodity), timed=timed)


def _level(claim: Claim, **slots: str | None) -> Claim:
    return dataclasses.replace(claim, measure="level", value=None, **slots)  # type: ignore[arg-type]


def quoted(one: Observation) -> str:
    """The figure with its hedge as the text has it."""
    hedge = f"{one.claim.hedge} " if one.claim.hedge else ""
    return f"“{hedge}{printed(one.claim)}”"


def stated(one: Observation, *, signed: bool = False) -> str:
    """The figure in even form: ``$43.8 bn``, ``nearly $3 bn``; a deficit without its sign unless ``signed``."""
    claim = one.claim
    if one.kind == "target":
        return f"at least {short(claim)}"
    if claim.hedge and one.kind != "level":
        return quoted(one)
    if is_deficit(one) and not signed:
        assert claim.value is not None
        claim = dataclasses.replace(claim, value=-claim.value)
    return f"{claim.hedge} {short(claim)}" if claim.hedge else short(claim)


def is_deficit(one: Observation) -> bool:
    """Whether the figure is a deficit, which a sentence gives without its sign."""
    return one.kind == "level" and one.claim.flow == "balance" and (one.claim.value or 0) < 0


def ends_of(one: Observation, reading: Reading, *, signed: bool = False) -> Interval:
    """What the print leaves open, from the side of the one who printed it; of a deficit its size, unless ``signed``."""
    found = one.intervals[min(reading, Reading.WIDEST)]
    turned = is_turned(one)
    if turned != (is_deficit(one) and not signed):
        found = found.negated()
    return found


def is_turned(one: Observation) -> bool:
    """Whether the printed balance is that of the other side than the flow's."""
    return one.subject.kind == "B" and one.claim.reporter != one.subject.a


def means(one: Observation, reading: Reading, *, signed: bool = False) -> str:
    """What the print leaves open in words."""
    low, high = ends_of(one, reading, signed=signed)
    return between(low, high, one.claim.unit or "")


def value_of(one: Observation) -> Decimal:
    """The value on the flow that the claim is about; a balance printed by the other side is turned."""
    value = one.claim.value or Decimal(0)
    return -value if is_turned(one) else value


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
