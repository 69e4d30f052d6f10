"""How amounts, parties, flows and periods are said in a sentence of a report."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.claim import Claim
from pipeline.observation import Flow

_SCALES: Final = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
_SYMBOLS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_ORDINALS: Final = {1: "", 2: "second-", 3: "third-", 4: "fourth-", 5: "fifth-"}
_EXACT_PLACES: Final = 6


def scale_of(values: list[Decimal]) -> tuple[Decimal, str]:
    """The scale in which the largest of the values reads best, with its abbreviation."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    return next(((unit, name) for unit, name in _SCALES if largest >= unit), (Decimal(1), ""))


def plain(value: Decimal | float, places: int = 3) -> str:
    """A number with at most ``places`` decimals and no idle zeros."""
    text = f"{Decimal(value):,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def printed(claim: Claim) -> str:
    """The figure as it is printed, without line breaks."""
    return " ".join(claim.text.split())


def short(claim: Claim) -> str:
    """The figure in a short, even form: ``$22.7 bn``, ``+15 %``."""
    if claim.value is None:
        return printed(claim)
    if claim.unit == "percent":
        return f"{claim.value:+}".rstrip() + " %" if claim.measure == "change" else f"{claim.value} %"
    if claim.measure not in ("level", "change") or claim.unit == "percentage-point":
        return printed(claim)
    return amount(claim.value, claim.unit or "", digits=_places(claim))


def _places(claim: Claim) -> int:
    """Decimals that keep the digits as printed: ``10.0`` is not ``10``."""
    head = claim.text
    number = "".join(c for c in head if c.isdigit() or c == ".").strip(".")
    return min(len(number.partition(".")[2]), _EXACT_PLACES)


def amount(value: Decimal, unit: str, *, digits: int | None = None) -> str:
    """An amount with its unit and scale: ``$43.8 bn``, ``1.2 m t``."""
    scale, name = scale_of([value])
    number = plain(abs(value) / scale, 3) if digits is None else f"{abs(value) / scale:,.{digits}f}"
    sign, symbol = "-" if value < 0 else "", _SYMBOLS.get(unit, "")
    tail = f" {name}" if name else ""
    return f"{sign}{symbol}{number}{tail}" if symbol else f"{sign}{number}{tail} {unit}"


@cache
def party(code: str) -> str:
    """A party's name: ``Kazakhstan``; "the world" for all of it."""
    from pipeline.economy import name_of

    return "the world" if code == "world" else name_of(code)


@cache
def period_of(flow: Flow) -> str:
    """A flow's period in the specification's notation."""
    from pipeline.period import Period

    ends = [(month // 12, month % 12 + 1) for month in (flow.first, flow.last)]
    return str(Period(first=ends[0], last=ends[1]))


def about(flow: Flow) -> str:
    """What a flow is, as the subject of a sentence: ``Kazakhstan's exports to China in 2024``."""
    time = f" in {period_of(flow)}"
    if flow.kind == "T":
        return f"{_goods('trade', flow.commodity)} between {party(flow.a)} and {party(flow.b)}{time}"
    if flow.kind == "B":
        return f"{_possessive(party(flow.a))} {_goods('balance', flow.commodity)} with {party(flow.b)}{time}"
    return f"{_possessive(party(flow.a))} {_goods('exports', flow.commodity)} to {party(flow.b)}{time}"


def _goods(noun: str, commodity: str | None) -> str:
    """``exports``, ``exports of tea``; a commodity that is called by the flow, as ``non-oil exports``, is said once."""
    if not commodity:
        return noun
    commodity = _inside(commodity)
    if commodity.lower().endswith(f" {noun}"):
        return commodity
    return f"{noun} {'of' if noun in ('exports', 'imports') else 'in'} {commodity}"


@cache
def _inside(commodity: str) -> str:
    """The commodity as it stands inside a sentence: a capital that only began one is lowered, names keep theirs."""
    from pipeline.economy import find_economies

    first = commodity.split(" ", 1)[0]
    if not first[:1].isupper() or first[1:] != first[1:].lower() or find_economies(commodity):
        return commodity
    return first.lower() + commodity[len(first) :]


def said(claim: Claim) -> str:
    """What the claim is about in the words of its own perspective: ``Kazakhstan's 2024 imports from China``."""
    who, whom = party(claim.reporter or "?"), party(claim.partner or "?")
    time = f"{claim.period} " if claim.period else ""
    noun, link = {
        "export": ("exports", "to"),
        "import": ("imports", "from"),
        "balance": ("balance", "with"),
    }.get(claim.flow or "", ("trade", "with"))
    return f"{_possessive(who)} {time}{_goods(noun, claim.commodity)} {link} {whom}"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def place(number: int, *, largest: bool) -> str:
    """``largest``, ``third-largest``, ``6th-smallest``."""
    return _ORDINALS.get(number, f"{number}th-") + ("largest" if largest else "smallest")


def listing(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
