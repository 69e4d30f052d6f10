"""An article from its plan: the text, and the gold claims with their places."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.faults.plan import Plan
from benchmarks.faults.statement import Say, Statement, gold_id
from benchmarks.faults.wording import Page, Sentence, templates
from benchmarks.faults.world import names


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An article as text, with every statement's place in it."""

    name: str
    text: str
    published: date
    placed: tuple[tuple[Statement, int, int], ...]

    def records(self) -> list[dict[str, Any]]:
        """The gold claims as records of the specification, in the order of the text."""
        records = []
        for statement, start, end in sorted(self.placed, key=lambda one: one[1:]):
            record = statement.record(doc=self.name, start=start, end=end, text=self.text[start:end])
            original = [begin for other, begin, _ in self.placed if other is statement.converts]
            if original:
                record["conversion_of"] = gold_id(original[0])
            records.append(record)
        return records


def write(plan: Plan, *, name: str) -> Written:
    """The article of a plan; the same plan always gives the same text."""
    page, padding = Page(), _padding(plan)
    office = names()["countries"][plan.world.hub]["office"]

    def tell(say: Say, before: Say | None) -> None:
        Sentence(say, before=before, office=office, last_year=plan.world.year).write(page)

    if plan.headline:
        tell(plan.headline, None)
        page.put("\n\n")
    for paragraph in plan.paragraphs:
        before: Say | None = None
        for place, say in enumerate(paragraph):
            page.put(" " if place else "")
            if say is None:
                page.put(padding.pop())
            else:
                tell(say, before)
            before = say
        page.put("\n\n")
    text = page.text.rstrip() + "\n"
    return Written(name=name, text=text, published=date(plan.world.year + 1, 2, 14), placed=tuple(page.placed))


def _padding(plan: Plan) -> list[str]:
    lines = list(templates()["filler"]["lines"])
    random.Random(f"{plan.seed}/padding").shuffle(lines)
    return lines
