"""A finding: printed figures that cannot all be true, the proof, the likeliest culprit and its repair."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

LEFT: Final = "it contradicts others, but the text has too many conflicts to tell them all"
"""Why a claim was not compared that hangs in more conflicts than are taken apart."""


def left_alone(not_compared: Mapping[str, str]) -> int:
    """How many claims were not compared for too many conflicts, given for each the reason why it was not."""
    return sum(why == LEFT for why in not_compared.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A rewrite of one claim that makes the conflict vanish, and why a person would believe it."""

    claim: str
    change: Mapping[str, Any]
    because: str
    support: tuple[str, ...] = ()
    slip: bool = True
    """Whether it is a slip that people make; else it is only the figure that the others leave room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a proof: the words, the relation it uses, the claims it rests on, and the interval it gives.

    ``low`` and ``high`` bound the quantity that ``quantity`` names, in ``unit``; None is open.
    """

    text: str
    relation: str
    claims: tuple[str, ...] = ()
    quantity: str = ""
    unit: str | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One conflict: an irreducible set of claims, how certain it is, and what a person would do about it.

    ``witnesses`` are claims that say the same as one of ``claims``; ``follows`` are the explanations of conflicts that
    vanish with this one.
    """

    id: str
    kind: str
    scope: str
    certainty: str
    claims: tuple[str, ...]
    explanation: str
    headline: str = ""
    suspect: str | None = None
    suspects: tuple[str, ...] = ()
    repair: Repair | None = None
    steps: tuple[Step, ...] = ()
    witnesses: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    note: str = ""

    def to_record(self) -> dict[str, Any]:
        """The finding as the JSON object of the specification, then what Crossfoot adds."""
        record = dataclasses.asdict(self)
        record["repair"] = None if self.repair is None else dataclasses.asdict(self.repair)
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Finding:
        """The finding of a JSON object; unknown fields are ignored."""
        known = {spec.name for spec in dataclasses.fields(cls)}
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items() if k in known}
        values["steps"] = tuple(Step(**{**s, "claims": tuple(s["claims"])}) for s in record.get("steps", ()))
        if (repair := record.get("repair")) is not None:
            values["repair"] = Repair(**{**repair, "support": tuple(repair.get("support", ()))})
        return cls(**values)
