"""What an article's claims are read by: the unit of each flow, what its "trade" covers, who has the surplus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.claim import ADJUSTED, IN_MONEY, WORDS, Claim
from pipeline.commodity import UNION
from pipeline.lexicon import read_toml
from pipeline.observation import NotComparable

RATES: Final = frozenset({"percent", "percentage-point"})
UNKNOWN_UNIT: Final = "?"
_SAME_AMOUNT: Final = Decimal("0.05")
"""Part of an amount of goods by which all trade may differ and be those goods, counted by another office."""
_SIDES_SAID: Final = {"surplus": 1, "deficit": -1}
"""What the words for a balance say by which a flow was read, of a change that has no sign of its own."""
_PASSAGE: Final = 1000
"""Characters within which figures stand in one passage."""
_OF_VALUE: Final = frozenset({None, "value", "level", "change", "average"})
"""Aspects under which a rate is about the amounts as printed; others, such as ``volume``, are another matter."""


@dataclass(slots=True)
class Setting:
    """What one article says that its other claims are read by: units by pair, definitions, signs of balances."""

    units: dict[tuple[str, str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    units_then: dict[tuple[str, str, str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    money: set[str] = field(default_factory=set)
    definitions: set[str] = field(default_factory=set)
    """Which of goods, services, and both the article names."""
    all_trade: str = ""
    """What trade that is called neither covers, where figures of goods and of services beside it tell."""
    plain: bool = False
    """Whether any figure is given as it is, and not seasonally adjusted."""
    gaps: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Setting:
        """The setting that the claims of one article make."""
        setting = cls()
        claims = list(claims)
        for claim in claims:
            setting._learn(claim)
        if {"goods", "services"} <= setting.definitions and _is_of_both(claims):
            setting.all_trade = UNION
        return setting

    def _learn(self, claim: Claim) -> None:
        self.plain = self.plain or claim.aspect != ADJUSTED
        definition = definition_of(claim.commodity)
        if definition:
            self.definitions.add(definition)
        if claim.reporter is None or claim.partner is None:
            return
        pair = ordered(claim.reporter, claim.partner)
        if claim.conversion_of is None and claim.unit and claim.unit not in RATES and claim.unit not in WORDS:
            self.units[(*pair, goods_of(claim.commodity))].add(claim.unit)
            self.units_then[(*pair, goods_of(claim.commodity), claim.period or "")].add(claim.unit)
            if is_money(claim.unit):
                self.money.add(claim.unit)
        if claim.flow == "balance" and (sign := _side_of_balance(claim)):
            self.gaps[pair].add(sign * (1 if claim.reporter == pair[0] else -1))


def _side_of_balance(claim: Claim) -> int:
    """1 where the reporter is said to have a surplus, -1 a deficit, 0 where neither: by the amount or by the word."""
    if claim.measure in ("level", "sign"):
        return _sign(claim.value) if claim.value else 0
    found = claim.evidence.get("flow")
    return 0 if found is None else _SIDES_SAID.get(found.rule.partition("-")[0], 0)


def _is_of_both(claims: Iterable[Claim]) -> bool:
    """Whether trade that is called neither stands beside its goods and services, and is another amount than its goods.

    It must be so wherever the three stand together.
    """
    told: dict[tuple[str | None, ...], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        named = definition_of(claim.commodity)
        if claim.measure == "level" and claim.value and (named or not claim.commodity):
            told[claim.reporter, claim.partner, claim.flow, claim.period, claim.unit][named].append(claim)
    votes = [
        abs(_value(whole) - _value(goods)) > _SAME_AMOUNT * abs(_value(goods))
        for its in told.values()
        for whole in its[""]
        for goods in its["goods"]
        if any(_stand_together(whole, goods, services) for services in its["services"])
    ]
    return bool(votes) and all(votes)


def _value(claim: Claim) -> Decimal:
    return claim.value or Decimal(0)


def _stand_together(*claims: Claim) -> bool:
    return max(one.end for one in claims) - min(one.start for one in claims) <= _PASSAGE


@cache
def commodity_of(name: str | None) -> str:
    """A commodity's name in the form that names are compared in; empty for all trade."""
    words = (name or "").casefold().replace("’", "'").split()
    if words and words[0] == "the":
        words = words[1:]
    return " ".join(words)


@cache
def definition_of(name: str | None) -> str:
    """Goods, services or both (``models/definitions.toml``), where the commodity is nothing narrower; else empty."""
    known = commodity_of(name)
    return next((one for one, forms in read_toml("definitions.toml").items() if known in forms), "")


@cache
def goods_of(name: str | None) -> str:
    """The commodity by which units are looked up: all trade is one, whether it is called goods or not."""
    return commodity_of(name) if definition_of(name) in ("", "services") else ""


@cache
def ordered(left: str, right: str) -> tuple[str, str]:
    """Two parties in the order that the unknowns name them in."""
    return (left, right) if left <= right else (right, left)


@cache
def is_money(unit: str) -> bool:
    """Whether a unit has the form of a currency code."""
    return len(unit) == 3 and unit.isupper() and unit.isalpha()


def _sign(value: Decimal) -> int:
    return 1 if value > 0 else -1


def unit_of(claim: Claim, setting: Setting, commodity: str) -> str:
    """The unit of the flow: printed, or for rates and words the one that the article gives the same flow in."""
    assert claim.unit
    assert claim.reporter
    assert claim.partner
    if claim.unit not in RATES and claim.unit not in WORDS:
        return claim.unit
    if (claim.aspect or "").startswith(IN_MONEY):
        return str(claim.aspect).removeprefix(IN_MONEY)
    key = (*ordered(claim.reporter, claim.partner), goods_of(claim.commodity))
    near = {u for u in setting.units.get(key, ()) if is_money(u) == (claim.aspect != "volume")}
    others = setting.units.get(key, set()) - near
    if len(near) > 1:
        near &= setting.units_then.get((*key, claim.base_period or ""), set())
    if len(near) == 1 and (claim.aspect == "volume" or not others or not commodity):
        return next(iter(near))
    if len(setting.units.get(key, ())) > 1 or near:
        raise NotComparable("the flow is printed in several currencies or units, and the rate says not which")
    if claim.aspect not in _OF_VALUE:
        return f"{UNKNOWN_UNIT}{claim.aspect}"
    return next(iter(setting.money)) if len(setting.money) == 1 else UNKNOWN_UNIT
