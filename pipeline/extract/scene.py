"""What a figure is read in, and the questions that are asked about it there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.claim import Claim
from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Frame, Known
from pipeline.extract.period.clock import Clock
from pipeline.extract.period.times import Times
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.query import Parties, Query, value_of
from pipeline.extract.weighing.goods import Uncovered
from pipeline.extract.weighing.naming import Naming
from pipeline.extract.weighing.periods import Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a figure is read in: its article, its sentence, and what the text has settled before it."""

    article: Any
    passage: Passage
    frame: Frame
    clock: Clock
    naming: Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures of the sentence that were read before: their claims, their parties, which only stand compared."""

    claims: dict[int, Claim] = field(default_factory=dict)
    said: list[Parties] = field(default_factory=list)
    compared: set[str] = field(default_factory=set)
    timeless: set[str] = field(default_factory=set)
    """The ids of all figures of the article so far that are for no time of a calendar."""

    def aside(self) -> Row:
        """A copy, for a figure that settles nothing for those behind it."""
        return Row(
            claims={**self.claims}, said=[*self.said], compared={*self.compared}, timeless={*self.timeless}
        )  # fmt: skip


def query_of(scene: Scene, binding: Binding, earlier: Parties | None) -> Query:
    """The question for the two sides of a figure that hangs on a phrase."""
    assert binding.nominal is not None  # only bound figures are asked about
    return Query(
        sentence=scene.passage.sentence, binding=binding, nominal=binding.nominal, frame=scene.frame,
        nominals=scene.passage.nominals, earlier=earlier,
    )  # fmt: skip


def uncovered(scene: Scene, binding: Binding, row: Row, measure: str, parties: Parties) -> Uncovered:
    """The question for the goods of a figure that the rules found none for."""
    assert binding.nominal is not None  # only bound figures are asked about
    return Uncovered(
        sentence=scene.passage.sentence, binding=binding, nominal=binding.nominal, frame=scene.frame,
        naming=scene.naming, claims=row.claims, measure=measure, partner=value_of(parties.partner),
    )  # fmt: skip


def settled(
    scene: Scene, binding: Binding, measure: str, parties: Parties, times: Times, goods: Known | None, modality: str
) -> Settled:
    """The question whether a figure is for the time that was settled before it."""
    assert binding.nominal is not None and binding.nominal.flow is not None  # noqa: PT018 - only bound figures
    return Settled(
        times=times, frame=scene.frame, naming=scene.naming, sentence=scene.passage.sentence, figure=binding.figure,
        flow=binding.nominal.flow, measure=measure, partner=value_of(parties.partner), of_goods=goods is not None,
        modality=modality, published=scene.article.published,
    )  # fmt: skip
