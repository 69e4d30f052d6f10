"""Figures that others of the article bear out: who was read as the others have it was hardly misread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.conflict.blame import vouched_within
from pipeline.conflict.doubt.one_sentence import are_apart
from pipeline.observation import Observation

_COMPANY: Final = 100
"""Figures of an article that are asked: those nearest to the conflict."""


def is_corroborated(its: Sequence[Observation], article: Sequence[Observation]) -> bool:
    """Whether a sharp relation holds between any of the figures and others of the article: a sum, a growth, a share."""
    vouched = vouched_within(_near(its[0], article))
    return any(vouched[one.id] for one in its)


def the_corroborated(its: Sequence[Observation], article: Sequence[Observation]) -> list[Observation]:
    """Those of some figures for one fact with which others of the article agree, were it not for the rest of them."""
    return [
        one for one in its if is_corroborated([one], [other for other in article if not _gives_otherwise(other, one)])
    ]


def _gives_otherwise(other: Observation, one: Observation) -> bool:
    """Whether a figure says something else of the fact of another."""
    return other.fact == one.fact and other.kind == one.kind and are_apart(one, other)


def _near(one: Observation, article: Sequence[Observation]) -> list[Observation]:
    at = one.claim.start
    return sorted(article, key=lambda other: (abs(other.claim.start - at), other.claim.position))[:_COMPANY]
