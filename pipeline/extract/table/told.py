"""What the prose told just before a list of partners that names no flow: "The top ten providers were as follows:"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.claim import WORDS, Claim
from pipeline.extract.query import Slot
from pipeline.extract.table.labels import Label
from pipeline.extract.table.setting import PARTNERS, Setting
from pipeline.extract.table.slots import Flow

RULE: Final = "told-before"


def told_before(lines: Sequence[Label], claims: Sequence[Claim], start: int) -> Claim | None:
    """The last figure before a list whose lead names partners of that flow; None where the lead is none such."""
    named = lines[0].nominals if lines and lines[0].text.endswith(":") else ()
    if not named or not (named[-1].cue.partner and named[-1].cue.weak):
        return None
    nominal = named[-1]
    before = (claim for claim in reversed(claims) if claim.end <= start and claim.measure not in WORDS)
    return next((claim for claim in before if claim.flow == nominal.flow and claim.reporter is not None), None)


def setting_told(setting: Setting, claim: Claim) -> Setting:
    """The setting of such a list: the one whose trade was told of, with those who are listed."""
    return replace(setting, owner=_slot(claim, "reporter"), partner=None, side=PARTNERS, trade=True)


def flow_told(claim: Claim) -> Flow:
    """The flow that was told of."""
    spot = claim.evidence.get("flow") or claim.evidence["value"]
    return Flow(flow=str(claim.flow), start=spot.start, end=spot.end, rule=RULE, inherited=True)


def goods_told(claim: Claim) -> Slot | None:
    """The goods that were told of."""
    return _slot(claim, "commodity")


def _slot(claim: Claim, name: str) -> Slot | None:
    value = getattr(claim, name)
    if value is None:
        return None
    spot = claim.evidence.get(name) or claim.evidence["value"]
    return Slot(value=value, start=spot.start, end=spot.end, rule=RULE, inherited=True)
