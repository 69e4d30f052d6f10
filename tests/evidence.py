"""Claims with evidence by hand: where the word of each slot stands, and by which rule it was read."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import Any

from pipeline.claim import Claim, Evidence

OWN = {"reporter": 200, "partner": 210, "flow": 220, "period": 230}
"""How far behind a figure its own words stand, where nothing else is said."""


def word(place: int, rule: str = "owner", **more: Any) -> Evidence:
    """A word beside the figure."""
    return Evidence(start=place, end=place + 5, rule=rule, **more)


def carried(rule: str, place: int = 5, *others: str, sought: bool = False) -> Evidence:
    """A word of another sentence; ``others`` are what else the text offers, if it was ``sought`` none perhaps."""
    return word(place, rule, inherited=True, others=others if others or sought else None)


def said(one: Claim, start: int, **words: int | Evidence | None) -> Claim:
    """The claim as read at ``start``: a word of its own for each slot, or at a place, or as evidence, or None."""
    told = {slot: start + place for slot, place in OWN.items()} | words
    found = {slot: one if isinstance(one, Evidence) else word(one) for slot, one in told.items() if one is not None}
    ident = f"{one.id}{start}"
    return dataclasses.replace(one, start=start, end=start + 10, evidence=MappingProxyType(found), id=ident)
