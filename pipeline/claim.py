"""A claim as an article prints it: one figure, who it is about, and where each part of that was read.

A claim is never corrected here: where the text misprints a fact, the claim is what is printed.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

SLOTS: Final = (
    "reporter",
    "partner",
    "flow",
    "measure",
    "value",
    "unit",
    "period",
    "base_period",
    "share_of",
    "commodity",
    "source",
    "modality",
)
WORDS: Final = frozenset({"rank", "trend", "sign"})
"""Measures whose figure is a word; its unit has the name of the measure."""
WEIGHED: Final = "weighed"
"""The rule of a slot that learnt weights chose against the rules."""
IN_MONEY: Final = "in-"
"""Begins the aspect of a change that is counted in one money, before the code of its currency: ``in-USD``."""
ADJUSTED: Final = "seasonally-adjusted"
"""The aspect of what seasons, or the number of working days, are taken out of."""
COUNTED: Final = "counted-"
"""Begins the aspect of an amount beside which the text says how it is counted: ``counted-cif``."""
BY_ONE_SIDE: Final = f"{COUNTED}by-one-side"
"""The aspect of an amount that one of the two sides is said to count itself: "Peru reports exports of $5 billion"."""
SUPERSEDED: Final = "superseded"
"""The status of a figure that was revised since: it says no longer what holds."""
NARROWS: Final = "may narrow what"
"""In the doubt of a word before a flow that nobody knows; whatever it means, it means for all figures of the flow."""
UNKNOWN: Final = "?"
"""Among what else a slot could be: a party whom the text means and does not name."""
_DECIMAL_FIELDS: Final = frozenset({"value", "low", "high", "natural_low", "natural_high"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The characters ``[start, end)`` of the article that a slot was read from, and the rule that read them.

    ``inherited`` is true where they stand outside the clause of the figure. ``others`` are the values that weaker
    evidence would give the slot; None where nobody has looked for any.
    """

    start: int
    end: int
    inherited: bool = False
    rule: str = ""
    others: tuple[str, ...] | None = None

    def to_record(self) -> dict[str, Any]:
        """The evidence as JSON: ``span``, ``inherited`` only where true, ``rule`` and ``others`` only where known."""
        record: dict[str, Any] = {"span": [self.start, self.end]}
        if self.inherited:
            record["inherited"] = True
        if self.rule:
            record["rule"] = self.rule
        if self.others is not None:
            record["others"] = list(self.others)
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Evidence:
        """The evidence of a JSON object as ``to_record`` writes it."""
        start, end = record["span"]
        others = record.get("others")
        return cls(
            start=start,
            end=end,
            inherited=record.get("inherited", False),
            rule=record.get("rule", ""),
            others=None if others is None else tuple(others),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One printed trade figure with its slots; ``text`` is always ``article.text[start:end]``.

    Scored measures are ``level``, ``change`` and ``share``. Checkable words are records too: ``rank`` (value = the
    rank, unit ``rank``), ``trend`` (a word such as "fell": value -1, 0 or 1, unit ``trend``) and ``sign`` (the word
    "surplus" or "deficit" without a figure: value 1 or -1, unit ``sign``).
    """

    id: str
    doc: str
    start: int
    end: int
    text: str
    reporter: str | None = None
    partner: str | None = None
    flow: str | None = None
    measure: str = "level"
    value: Decimal | None = None
    unit: str | None = None
    low: Decimal | None = None
    """Lower end of the widest reading of digits and hedge; None is open."""
    high: Decimal | None = None
    natural_low: Decimal | None = None
    """Lower end of the natural reading; None is open."""
    natural_high: Decimal | None = None
    hedge: str | None = None
    period: str | None = None
    base_period: str | None = None
    share_of: str | None = None
    commodity: str | None = None
    source: str | None = None
    modality: str = "reported"
    among: str | None = None
    """Rank only: whose ranking, as ``REPORTER/PARTNER/FLOW`` with ``*`` for the side that is compared, and the
    group that the compared ones belong to after a colon: ``CHN/*/turnover:central-asia``."""
    order: str | None = None
    """Of a rank ``largest`` or ``smallest``, of the ``aspect``; ``only``; ``record`` of a trend: the highest so far."""
    aspect: str | None = None
    """Rank only: ``level`` or ``change``. Else what sets a figure apart: ``volume``, ``average`` (of years),
    ``monthly-average``, ``seasonally-adjusted``; or how it is counted: ``counted-cif``."""
    status: str | None = None
    """A target or threshold that the text says was ``reached`` or ``missed``; a figure that is ``superseded``."""
    conversion_of: str | None = None
    """The id of the claim of which this is a printed conversion into another currency."""
    doubt: str | None = None
    """Why a reader should look again: a misprinted or implausible figure, a weakly supported slot."""
    evidence: Mapping[str, Evidence] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def position(self) -> tuple[str, int, int, str]:
        """What orders claims: the article, and where the figure stands in it; the id only for two at one place."""
        return self.doc, self.start, self.end, self.id

    def to_record(self) -> dict[str, Any]:
        """The claim as the JSON object of the specification, fields in their order, numbers as numbers."""
        record: dict[str, Any] = {}
        for spec in dataclasses.fields(self):
            value = getattr(self, spec.name)
            if spec.name == "evidence":
                record["evidence"] = {slot: found.to_record() for slot, found in sorted(self.evidence.items())}
            else:
                record[spec.name] = number(value) if spec.name in _DECIMAL_FIELDS else value
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Claim:
        """The claim of a JSON object; fields that are absent take their defaults, unknown ones are ignored."""
        known = {spec.name for spec in dataclasses.fields(cls)}
        values = {name: value for name, value in record.items() if name in known and name != "evidence"}
        for name in _DECIMAL_FIELDS & values.keys():
            values[name] = None if values[name] is None else Decimal(str(values[name]))
        evidence = {slot: Evidence.from_record(one) for slot, one in (record.get("evidence") or {}).items()}
        return cls(**values, evidence=MappingProxyType(evidence))


def claim_id(doc: str, start: int, end: int, text: str) -> str:
    """A stable id: the same figure at the same place of the same document always gets the same one."""
    return "c" + hashlib.sha256(f"{doc}\0{start}\0{end}\0{text}".encode()).hexdigest()[:12]


def number(value: Decimal | None) -> int | float | None:
    """A decimal as the JSON number that prints shortest: whole values without a fraction."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
