"""Claims in a line: ``claim("CHN/KAZ/turnover 2024", "$43.8 billion")``, read by the project's own amount grammar.

``seen`` is what can be compared of them, ``only`` the one finding of a check.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from pipeline.claim import Claim, claim_id
from pipeline.conflict import Check
from pipeline.finding import Finding
from pipeline.normalise import observe
from pipeline.observation import Observation
from pipeline.quantity import find_quantities
from pipeline.setting import Setting

_PLACES: dict[str, int] = {}


def claim(edge: str, figure: str, doc: str = "a.txt", **slots: Any) -> Claim:
    """A claim about ``REPORTER/PARTNER/FLOW PERIOD``; ``figure`` may carry a hedge."""
    who, _, period = edge.partition(" ")
    reporter, partner, flow = who.split("/")
    start = slots.pop("start", None)
    if start is None:
        _PLACES[doc] = start = _PLACES.get(doc, 0) + 100
    base = {"reporter": reporter, "partner": partner, "flow": flow, "period": period or None}
    text, read = _read(figure) if "value" not in slots else (figure, {})
    ident = claim_id(doc, start, start + len(text), text)
    return Claim(id=ident, doc=doc, start=start, end=start + len(text), text=text, **(base | read | slots))


def change(edge: str, figure: str, base: str, doc: str = "a.txt", **slots: Any) -> Claim:
    return claim(edge, figure, doc, measure="change", base_period=base, **slots)


def fall(edge: str, figure: str, base: str, doc: str = "a.txt", **slots: Any) -> Claim:
    return negative(change(edge, figure, base, doc, **slots))


def share(edge: str, figure: str, whole: str, doc: str = "a.txt", **slots: Any) -> Claim:
    return claim(edge, figure, doc, measure="share", share_of=whole, **slots)


def deficit(edge: str, figure: str, doc: str = "a.txt", **slots: Any) -> Claim:
    return negative(claim(edge, figure, doc, **slots))


def negative(one: Claim) -> Claim:
    """The claim with the sign that extraction gives a fall or a deficit; the ends stay as the grammar read them."""
    assert one.value is not None
    return dataclasses.replace(one, value=-one.value)


def rank(edge: str, text: str, place: int, among: str, doc: str = "a.txt", **slots: Any) -> Claim:
    words = {"measure": "rank", "value": Decimal(place), "unit": "rank", "order": "largest", "aspect": "level"}
    return claim(edge, text, doc, among=among, **(words | slots))


def trend(edge: str, text: str, value: int, base: str, doc: str = "a.txt", **slots: Any) -> Claim:
    return claim(edge, text, doc, measure="trend", value=Decimal(value), unit="trend", base_period=base, **slots)


def record(edge: str, text: str, value: int = 1, *, since: str | None = None, **slots: Any) -> Claim:
    words = {"measure": "trend", "value": Decimal(value), "unit": "trend", "order": "record", "base_period": since}
    return claim(edge, text, **(words | slots))


def sign(edge: str, text: str, value: int, doc: str = "a.txt", **slots: Any) -> Claim:
    return claim(edge, text, doc, measure="sign", value=Decimal(value), unit="sign", **slots)


def seen(*claims: Claim) -> tuple[Observation, ...]:
    """The claims of one article as observations."""
    return tuple(observe(claims, setting=Setting.of(claims))[0])


def only(found: Check) -> Finding:
    """The one finding."""
    (finding,) = found.findings
    return finding


def _read(figure: str) -> tuple[str, dict[str, Any]]:
    found = find_quantities(figure)
    assert len(found) == 1, figure
    (one,) = found
    ends = {"low": one.low, "high": one.high, "natural_low": one.natural_low, "natural_high": one.natural_high}
    unit = "percent" if one.kind in ("fraction", "multiple") else one.unit
    return one.text, {"value": one.value, "unit": unit, "hedge": one.hedge, **ends}
