"""Whose figure it may be that names no source: a text that has just quoted another source may go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import Claim
from pipeline.observation import Observation
from pipeline.source import is_nobody

_GOES_ON: Final = 300
"""Characters behind a figure of a source within which the next figure may be of that source, too."""


def unsaid_voice(its: Sequence[Observation], article: Sequence[Observation]) -> Claim | None:
    """The figure of a conflict that names no source where two sources have spoken before the figures; None for none."""
    claims = sorted((one.claim for one in article), key=lambda claim: claim.start)
    told = [(one.claim, _speaker(one.claim, claims)) for one in its]
    if len({speaker for _, speaker in told if speaker}) < 2:
        return None
    return next((claim for claim, speaker in told if speaker and not claim.source), None)


def _speaker(claim: Claim, claims: Sequence[Claim]) -> str | None:
    """The source of a figure, else of the figure of a source that it follows on."""
    if claim.source:
        return _named(claim)
    near = (_named(one) for one in reversed(claims) if 0 <= claim.start - one.start <= _GOES_ON)
    return next(filter(None, near), None)


def _named(claim: Claim) -> str | None:
    return None if not claim.source or is_nobody(claim.source) else claim.source
