"""What people decided about the findings of a run, as the exports need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a finding was settled; ``stale`` where its evidence has changed since, so that it wants a second look."""

    status: str
    """``accepted`` or ``dismissed``."""
    reason: str = ""
    at: str = ""
    """When, as ISO 8601 in UTC."""
    stale: bool = False


Verdicts = Mapping[str, Verdict]
"""The verdicts by the ids of the findings; a finding that is still open has none."""
