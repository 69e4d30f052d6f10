"""Whoever a sentence gives a rank: one more partner of whom the text is about, in bare exports or imports."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.query import Query, Slot, inherited, same_value
from pipeline.extract.row.words import says

_RANK: Final = re.compile(r"R(?!(?:\"|-)?[vw]{0,2}O,E)")
"""A rank, but for that of an economy with its name behind: "the second-largest economy, Peru, reported"."""
_FRONTED_FLOW: Final = re.compile(r"[dvy]*[iu][dvw]*(?:o[dvw]*)?N[w]?[,:]")
"""A flow announced in front of its list: "In terms of imports, China led with …", "In imports: China ($5 bn)"."""
_RANKED_FIGURE: Final = re.compile(r"E[vAw]*(?:L[dvi]*)?R[^ENV;]*[Q%][^ENV;]*,[dvy&]*$")
"""Before a phrase: who was ranked, with a figure of its own."""


def ranked_partner(query: Query, subject: Slot | None) -> tuple[Slot | None, Slot] | None:
    """ "On the import side China came first with …": whoever is ranked in bare exports or imports is a partner.

    So is whoever is said to be a destination of exports, or a source of imports.
    """
    home = query.frame.home
    if subject is None or home is None or same_value(subject, home) or not query.own:
        return None
    if query.nominal.flow not in {"export", "import"}:
        return None
    fronted = _FRONTED_FLOW.match(query.codes)
    announced = fronted is not None and query.nominal.first < fronted.end()
    ranked = _is_ranked(query) or query.nominal.cue.partner or announced or _has_role(query)
    return (inherited(home, "home"), subject) if ranked else None


def ranked_before(query: Query, subject: Slot | None) -> bool:
    """ "Peru is in second place - $5 billion, exports to Chile were $3 billion": who is ranked is one more partner."""
    home, before = query.frame.home, query.codes[: max(query.nominal.first, 0)]
    if subject is None or home is None or same_value(subject, home) or not query.own or query.nominal.cue.agent:
        return False
    told = _RANKED_FIGURE.search(before)
    return told is not None and query.sentence.items[told.start()].start == subject.start


def _is_ranked(query: Query) -> bool:
    """Whether a rank stands before the figure that is no trader's own ("the second exporter, sold …")."""
    own = f"ranked_{query.nominal.flow}ers"
    ranks = [found.start() for found in _RANK.finditer(query.codes[: query.figure])]
    if query.nominal.cue.code != "V":
        return bool(ranks)
    return any(not any(says(item, own) for item in query.sentence.items[at + 1 : at + 4]) for at in ranks)


def _has_role(query: Query) -> bool:
    """Whether the sentence speaks of those whom exports go to, or whom imports come from."""
    roles = f"{query.nominal.flow}_roles"
    if any(says(item, roles) for item in query.sentence.items[: query.figure]):
        return True
    before = (other for other in query.nominals if other.last <= query.nominal.first)
    return any(other.cue.partner and other.flow == query.nominal.flow for other in before)
