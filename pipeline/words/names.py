"""Who trades what with whom, and when, as a sentence says it: ``Kazakhstan's October 2024 exports of oil to China``."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.lexicon import read_toml
from pipeline.observation import Flow

_LINKS: Final = {"export": "to", "import": "from"}


@cache
def party(code: str) -> str:
    """A party's name inside a sentence: ``Kazakhstan``, ``the United States``; "the world" for all of it."""
    from pipeline.economy import name_of

    if "+" in code:
        return listing([party(part) for part in code.split("+")])
    name = name_of(code)
    return f"the {name}" if code in _definite() or name.endswith("Islands") else name


@cache
def _definite() -> frozenset[str]:
    return frozenset(_sayings()["definite"])


def _sayings() -> dict[str, Any]:
    found: dict[str, Any] = read_toml("report.toml")["saying"]
    return found


@cache
def when(notation: str) -> tuple[str, str]:
    """A period before its noun and behind it; one of the two is empty: ``("October 2020 ", "")``, ``("", " in …")``."""
    from pipeline.errors import ParseError
    from pipeline.period import Period

    try:
        period = Period.parse(notation)
    except ParseError:
        return f"{notation} ", ""
    (first_year, first), (year, last) = period.first, period.last
    if period.is_year:
        return f"{year} ", ""
    if period.first == period.last:
        return f"{_month(first)} {year} ", ""
    if (first, last) == (1, 12):
        return "", f" in {first_year}–{year}"
    named = _sayings()["part_of_year"].get(notation.partition("-")[2])
    if named:
        return "", f" in the {named} of {year}"
    if first_year == year:
        return "", f" in {_month(first)}–{_month(last)} {year}"
    return "", f" in {_month(first)} {first_year} – {_month(last)} {year}"


def during(notation: str | None) -> str:
    """A period behind a verb: `` in 2023``, `` in October 2020``; nothing where it is not known."""
    before, behind = when(notation) if notation else ("", "")
    return behind or (f" in {before.strip()}" if before else "")


def _month(number: int) -> str:
    return str(_sayings()["months"][number - 1])


@cache
def period_of(flow: Flow) -> str:
    """A flow's period in the specification's notation."""
    from pipeline.period import Period

    ends = [(month // 12, month % 12 + 1) for month in (flow.first, flow.last)]
    return str(Period(first=ends[0], last=ends[1]))


def about(flow: Flow) -> str:
    """What a flow is, from the seller's side whoever printed it: ``Kazakhstan's 2024 exports to China``."""
    before, behind = when(period_of(flow))
    if flow.kind == "T":
        trade = _goods("trade", flow.commodity)
        return f"{before}{trade} between {party(flow.a)} and {party(flow.b)}{behind}"
    if flow.kind == "B":
        balance = _goods("trade balance", flow.commodity)
        return f"{possessive(party(flow.a))} {before}{balance}{_with(flow.b, 'with')}{behind}"
    exports = _goods("exports", flow.commodity)
    return f"{possessive(party(flow.a))} {before}{exports}{_with(flow.b, 'to')}{behind}"


def said(claim: Claim, *, timed: bool = True) -> str:
    """What the claim is about in the words of its own perspective: ``Kazakhstan's 2024 imports from China``."""
    before, behind = when(claim.period) if claim.period and timed else ("", "")
    whom = _with(claim.partner or "?", _LINKS.get(claim.flow or "", "with"))
    return f"{possessive(party(claim.reporter or '?'))} {before}{_goods(_noun(claim), claim.commodity)}{whom}{behind}"


def _with(code: str, link: str) -> str:
    """The partner; trade with everybody names none."""
    return "" if code == "world" else f" {link} {party(code)}"


def _noun(claim: Claim) -> str:
    """The flow as a noun; a balance whose sign is known is called by it."""
    if claim.flow == "balance" and claim.measure == "level" and claim.value:
        return "trade deficit" if claim.value < 0 else "trade surplus"
    return {"export": "exports", "import": "imports", "balance": "trade balance"}.get(claim.flow or "", "trade")


def verb(claim: Claim) -> str:
    """The verb that agrees with what ``said`` gives: exports are, trade is."""
    return "are" if claim.flow in _LINKS else "is"


def _goods(noun: str, commodity: str | None) -> str:
    """``exports``, ``exports of tea``; a commodity that is called by the flow, as ``non-oil exports``, is said once."""
    if not commodity:
        return noun
    commodity = _inside(commodity)
    if commodity.lower().endswith(f" {noun}"):
        return commodity
    if commodity.lower() in _sayings()["before_noun"]:
        return f"{commodity} {noun}"
    return f"{noun} {'of' if noun in ('exports', 'imports') else 'in'} {commodity}"


@cache
def _inside(commodity: str) -> str:
    """The commodity as it stands inside a sentence: a capital that only began one is lowered, names keep theirs."""
    from pipeline.economy import find_economies

    first = commodity.split(" ", 1)[0]
    if not first[:1].isupper() or first[1:] != first[1:].lower() or find_economies(commodity):
        return commodity
    return first.lower() + commodity[len(first) :]


def possessive(name: str) -> str:
    """``Kazakhstan's``, ``the United States'``."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def listing(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
