"""What a check tells, with every claim by its number in the text: so that findings of the same claims under other names
can be held against each other, which no id, document or amount takes part in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from pipeline.claim import Claim, claim_id
from pipeline.conflict import check


def told(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """The findings in their order; of words and amounts only where they stand, and which slots a repair changes."""
    number = {one.id: at for at, one in enumerate(sorted(claims, key=lambda one: (one.doc, one.start, one.end)))}

    def numbers(ids: Sequence[str]) -> list[int]:
        return [number[claim] for claim in ids]

    return [
        {
            "kind": one.kind,
            "scope": one.scope,
            "certainty": one.certainty,
            "claims": numbers(one.claims),
            "suspects": numbers(one.suspects),
            "suspect": one.suspect and number[one.suspect],
            "steps": [(step.relation, numbers(step.claims)) for step in one.steps],
            "witnesses": numbers(one.witnesses),
            "follows": len(one.follows),
            "repair": one.repair
            and (number[one.repair.claim], sorted(one.repair.change), numbers(one.repair.support), one.repair.slip),
        }
        for one in check(claims).findings
    ]


def retold(claim: Claim, **changes: Any) -> Claim:
    """The claim with other slots, under the id that its figure then has."""
    other = dataclasses.replace(claim, **changes)
    return dataclasses.replace(other, id=claim_id(other.doc, other.start, other.end, other.text))
