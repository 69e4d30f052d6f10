"""A slot as a person types it: names become codes, amounts numbers, and what cannot be meant is said to be so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from pipeline.claim import Claim
from pipeline.errors import ParseError, StoreError
from pipeline.lexicon import read_toml
from pipeline.store.notation import CORRECTABLE, EMPTYABLE, FLOWS, MODALITIES, can_hold

_LONGEST: Final = 200
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9,]{0,30}(?:\.[0-9]{1,20})?")


def parse_slot(claim: Claim, slot: str, typed: str) -> str | None:
    """The value of a slot in the notation of claims; nothing typed empties the slot where it may be empty."""
    if slot not in CORRECTABLE:
        raise StoreError("that part of a figure cannot be corrected")
    text = " ".join(typed.split())[:_LONGEST]
    if not text:
        if slot in EMPTYABLE:
            return None
        raise StoreError(f"{_label(slot)} cannot be empty")
    return _PARSERS[slot](claim, text)


def _party(_: Claim, text: str) -> str:
    """A party by name, ISO code or slug; several with + between them."""
    from pipeline.economy import find_economies, is_group, members

    parts = []
    for part in text.split("+"):
        code = part.strip()
        if (code.isupper() and members(code, 2020)) or is_group(code.lower().replace(" ", "-")):
            parts.append(code if code.isupper() and len(code) == 3 else code.lower().replace(" ", "-"))
            continue
        named = [mention for mention in find_economies(code) if mention.code]
        if len(named) != 1:
            raise StoreError(f"“{part.strip()}” is no country or group that is known: give a name or an ISO code")
        parts.append(str(named[0].code))
    return "+".join(parts)


def _period(_: Claim, text: str) -> str:
    from pipeline.period import Period

    try:
        return str(Period.parse(text.replace(" ", "")))
    except (ParseError, ValueError) as error:
        raise StoreError(f"“{text}” is no period: write 2024, 2024-03, 2024-Q1, 2024-H1 or 2024-01/2024-05") from error


def _value(claim: Claim, text: str) -> str:
    """A number, or an amount as it would be printed: "22.7 billion", "$22.7bn"."""
    if _PLAIN_NUMBER.fullmatch(text):
        return _shortest(Decimal(text.replace(",", "")))
    from pipeline.quantity import find_quantities

    found = [quantity for quantity in find_quantities(text) if quantity.value is not None]
    if len(found) != 1 or found[0].value is None or (found[0].unit not in {None, claim.unit}):
        raise StoreError(f"“{text}” is no amount in {claim.unit or 'its unit'}: write 22700000000 or 22.7 billion")
    return _shortest(-found[0].value if text.startswith(("-", "\N{MINUS SIGN}")) else found[0].value)


def _shortest(value: Decimal) -> str:
    """The number without an exponent, and without zeros that say nothing."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _unit(_: Claim, text: str) -> str:
    if not can_hold("unit", text):
        raise StoreError(f"“{text}” is no unit: give a currency such as USD, percent, or a physical unit such as t")
    return text


def _whole(claim: Claim, text: str) -> str:
    sides = [side.strip() for side in text.split("/")]
    if len(sides) != 3 or sides[2] not in FLOWS:
        raise StoreError(f"“{text}” is no whole: write reporter/partner/flow, such as THA/world/export")
    return f"{_party(claim, sides[0])}/{_party(claim, sides[1])}/{sides[2]}"


def _source(_: Claim, text: str) -> str:
    from pipeline.institution import canonical_source

    return canonical_source(text)


def _one_of(*codes: str) -> Callable[[Claim, str], str]:
    def parse(_: Claim, text: str) -> str:
        words = {str(read_toml("report.toml")["flow"].get(code, code)): code for code in codes}
        found = words.get(text.lower(), text.lower())
        if found not in codes:
            raise StoreError(f"“{text}” is none of {', '.join(codes)}")
        return found

    return parse


def _as_typed(_: Claim, text: str) -> str:
    return text


def _label(slot: str) -> str:
    return str(read_toml("report.toml")["slot"].get(slot, slot)).lower()


_PARSERS: Final[Mapping[str, Callable[[Claim, str], str]]] = {
    "reporter": _party,
    "partner": _party,
    "flow": _one_of(*FLOWS),
    "value": _value,
    "unit": _unit,
    "period": _period,
    "base_period": _period,
    "commodity": _as_typed,
    "source": _source,
    "share_of": _whole,
    "modality": _one_of(*MODALITIES),
}
