"""What is known about time apart from a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.extract.items import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Publication, the fiscal-year economy, the period settled before, the span that "the same period" means."""

    published: date | None
    settled: Any | None
    span: tuple[Any, Any] | None = None
    fiscal: str | None = None
    comparison: str | None = None
    """What the paragraph has compared with so far, where its own words do not say: ``month``, ``quarter``, ``year``."""
    said: Any | None = None
    """The period that the text named last before the sentence, be it a figure's or not: what "that year" means."""
    fiscal_told: bool = False
    """Whether the text has spoken of a fiscal year, so that its first half may be that of one."""
    recent: tuple[Any, ...] = ()
    """The periods that figures were for, the last one first: what "in the month", "the reporting period" mean."""

    def read(self, mention: Any, anchor: Any | None) -> Any | None:
        """What a time phrase means, counted from ``anchor`` where it is relative."""
        return mention.resolve(
            anchor=anchor,
            published=self.published,
            fiscal=self.fiscal,
            recent=self.recent,
            fiscal_told=self.fiscal_told,
        )


def span_of(sentence: Sentence, clock: Clock) -> tuple[Any, Any] | None:
    """ "from 2019 to 2022": the two ends that a later "over the same period" means."""
    ends: dict[str, Any] = {}
    for item in sentence.items:
        if item.code == "P" and item.ref.role in {"from", "to"}:
            ends.setdefault(item.ref.role, item.ref.resolve(anchor=clock.settled, published=clock.published))
    if ends.get("from") is not None and ends.get("to") is not None and ends["from"] < ends["to"]:
        return ends["from"], ends["to"]
    return None
