"""Figures that others of the article bear out: who was read as the others have it was hardly misread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.conflict.blame import vouched_within
from pipeline.observation import Observation

_COMPANY: Final = 100
"""Figures of an article that are asked: those nearest to the conflict."""


def is_corroborated(its: Sequence[Observation], article: Sequence[Observation]) -> bool:
    """Whether a sharp relation holds between any of the figures and others of the article: a sum, a growth, a share."""
    at = its[0].claim.start
    near = sorted(article, key=lambda one: (abs(one.claim.start - at), one.claim.position))[:_COMPANY]
    vouched = vouched_within(near)
    return any(vouched[one.id] for one in its)
