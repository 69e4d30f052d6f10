"""The rewrite of a suspect that a person would make: accepted only where it settles the conflict and others bear it out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.solve.corpus import Corpus
from pipeline.finding import Repair
from pipeline.observation import Observation


def repair_of(suspect: Observation, rest: Sequence[Observation], corpus: Corpus) -> Repair | None:
    """The best supported repair, or None."""
    return None
