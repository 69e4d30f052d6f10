"""Both sides of what was just told, where a figure points back to it: the other way, "this figure", "the surplus"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.frame import Frame
from pipeline.extract.query import WORLD, Parties, Query, inherited, value_of
from pipeline.extract.row.words import mentions, says


def pointed_at(query: Query) -> Parties | None:
    """The sides of what a phrase without sides of its own points back to."""
    return _other_way(query) or _figure_meant(query) or _gap_meant(query)


def _other_way(query: Query) -> Parties | None:
    """ "Deliveries in the opposite direction came to …": the pair before, with its sides changed over."""
    if not any(mentions(item, "reversed") for item in query.sentence.items[: query.figure] if item.code in "vw"):
        return None
    said = query.earlier or Parties(
        reporter=inherited(query.frame.reporter, "other-way"), partner=inherited(query.frame.partner, "other-way")
    )
    if said.reporter is None or said.partner is None or said.partner.value == WORLD:
        return None
    return Parties(reporter=replace(said.partner, inherited=True), partner=replace(said.reporter, inherited=True))


def _figure_meant(query: Query) -> Parties | None:
    """ "This figure is 5 % higher": the flow just told, and so its two sides, be it in a new paragraph."""
    figure = query.own and says(query.sentence.items[query.nominal.head], "figure_told")
    return _both_before(query.frame) if figure and query.frame.sentence_age <= 1 else None


def _gap_meant(query: Query) -> Parties | None:
    """ "The surplus, which rose to $5 billion", in a new paragraph: of the two whose balance was just spoken of."""
    frame, nominal = query.frame, query.nominal
    spoken = frame.cue is not None and frame.cue.flow == nominal.flow == "balance" and frame.sentence_age <= 1
    if not spoken or not query.own or not nominal.cue.weak or nominal.head != nominal.first + 1:
        return None
    if query.earlier is not None or _names_somebody(query) or value_of(frame.partner) == WORLD:
        return None
    if nominal.goods is not None and frame.new_paragraph and not frame.partner_of_figure:
        return None  # "…, but the gap with Peru rose. The gap in goods and services was $5 billion": of all again
    return _both_before(frame) if says(query.sentence.items[nominal.first], "definite") else None


def _both_before(frame: Frame) -> Parties | None:
    """The sides that were last told of, where both are known."""
    if frame.reporter is None or frame.partner is None:
        return None
    return Parties(reporter=inherited(frame.reporter, "before"), partner=inherited(frame.partner, "before"))


def _names_somebody(query: Query) -> bool:
    """Whether an economy stands before the figure: "with Peru the surplus was $5 billion"."""
    return "E" in query.codes[: query.figure]
