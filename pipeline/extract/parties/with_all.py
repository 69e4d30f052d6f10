"""Trade that goes on being with everybody, because the figure before it was."""

from __future__ import annotations

from pipeline.extract.query import WORLD, Query


def with_all_just_now(query: Query) -> bool:
    """ "Its global exports fell 3 %, while imports rose 2 %": behind what was with everybody, nobody is left out.

    Nor at the start of the next paragraph.
    """
    frame, before = query.frame, query.earlier
    if before is not None and before.partner is not None and is_other_flow(query):
        return before.partner.value == WORLD
    last = frame.partner is not None and frame.partner.value == WORLD
    return last and frame.sentence_age <= frame.new_paragraph


def is_other_flow(query: Query) -> bool:
    """Whether the sentence told of exports before and tells of imports now, or the other way round, and of no goods."""
    before = [one for one in query.nominals if one.flow and one.last <= query.nominal.first]
    opposite = bool(before) and {before[-1].flow, query.nominal.flow} == {"export", "import"}
    return opposite and query.nominal.cue.code == "N" and not (query.nominal.goods or before[-1].goods)
