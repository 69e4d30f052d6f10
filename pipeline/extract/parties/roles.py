"""What the subject of a clause is said to be of a flow: its taker, its destination, its source."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.query import Query
from pipeline.extract.row.words import says

_STANDS_FOR: Final = re.compile(r"E[vPA]*S[dvwo]*$|Q[^;y]*&[dv]*$")
"""Before a part of what another buys: "Peru accounted for $2 billion of Chile's imports"."""
_DIRECTED: Final = frozenset({"export", "import", "turnover"})
_ROLE_OF: Final = re.compile(r"(?:L|wy)[dv]*[KRw]{0,3}([wN])[iof][dv]*$")
"""What the subject is said to be of a flow: "was the top source of Peru's imports"."""


def takes_subject(query: Query) -> bool:
    """Whether the clause's subject is the partner: "China is its top partner", "China took 18 % of Thai exports"."""
    after = query.binding.side == "after" and query.own
    took = after and (query.nominal.flow == "export" or _STANDS_FOR.search(query.codes[: query.figure]) is not None)
    return query.nominal.cue.partner or took or _is_role(query)


def _is_role(query: Query) -> bool:
    """ "China was the top source of Peru's imports, with $5 billion": the subject is where the flow comes from."""
    flow = query.nominal.flow if query.own else None
    found = _ROLE_OF.search(query.codes[: max(query.nominal.first, 0)]) if flow in _DIRECTED else None
    if found is None:
        return False
    noun, ranked = query.sentence.items[found.start(1)], "K" in found[0] or "R" in found[0]
    told = flow != "turnover" and says(noun, f"{flow}_roles")
    return told or (ranked and says(noun, "trader_nouns"))
