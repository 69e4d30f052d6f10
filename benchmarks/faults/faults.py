"""The slips that people make, planted one at a time, each proved to contradict the rest of its article."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from benchmarks.faults import slips
from benchmarks.faults.article import Written, write
from benchmarks.faults.facts import truth_of
from benchmarks.faults.mending import decided
from benchmarks.faults.plan import Plan
from benchmarks.faults.proof import alone_to_blame, impossible
from benchmarks.faults.statement import Say, Statement
from benchmarks.faults.world import group_members

_TRIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A false article: what was printed for what, and how far from the truth."""

    kind: str
    written: Written
    wrong: Statement
    right: Statement
    alone: bool
    """Nothing but doubting the planted claim settles the article."""
    mendable: bool
    """And nothing but the right repair fits what remains."""
    slack: Fraction | None
    """How far the print is from the truth, in half-widths of its rounding; None for words."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the planted claim stands."""
        return next((start, end) for one, start, end in self.written.placed if one is self.wrong)


@dataclass(frozen=True, slots=True)
class Slip:
    """One sentence said wrongly: the claim that changes, and what it becomes."""

    old: Say
    new: Say
    right: Statement
    wrong: Statement


def _figures(plan: Plan) -> Iterator[tuple[Say, int, Statement]]:
    for say in plan.says():
        for place, one in enumerate(say.statements):
            if one.figure is not None:
                yield say, place, one


def _swapped(say: Say, place: int, wrong: Statement, **more: object) -> Slip:
    statements = list(say.statements)
    right, statements[place] = statements[place], wrong
    new = replace(say, statements=tuple(statements), explicit=True, **more)  # type: ignore[arg-type]
    return Slip(say, new, right, wrong)


def _misprints(change: slips.Misprint, fits: Callable[[Say, Statement], bool]) -> Callable[..., Iterator[Slip]]:
    """A slip that changes the figure of a claim that ``fits``."""

    def slip(plan: Plan, rng: random.Random) -> Iterator[Slip]:
        for say, place, one in _figures(plan):
            if fits(say, one) and (figure := change(one, plan, rng)) is not None:
                yield _swapped(say, place, replace(one, figure=figure))

    return slip


def _is_level(say: Say, one: Statement) -> bool:
    """A plain amount; those with a conversion beside them have slips of their own."""
    closed = one.figure is not None and one.figure.high is not None
    return closed and one.measure == "level" and one.modality == "reported" and say.shape != "converted"


def _in_shape(*shapes: str, measure: str = "level") -> Callable[[Say, Statement], bool]:
    return lambda say, one: say.shape in shapes and one.measure == measure


def _is_total(say: Say, one: Statement) -> bool:
    """An amount of a whole group or of the world."""
    return _is_level(say, one) and any(party == "world" or party in group_members() for party in one.pair)


def _alone(say: Say) -> bool:
    return len(say.statements) == 1 and say.word is None


def _country(plan: Plan, rng: random.Random) -> Iterator[Slip]:
    hub, partners = plan.world.hub, plan.world.partners
    for say, place, one in _figures(plan):
        if not (say.shape == "list" or (_alone(say) and say.shape in ("level", "growth", "difference"))):
            continue
        slot = "partner" if one.reporter == hub else "reporter"
        if getattr(one, slot) in partners:
            other = rng.choice([party for party in partners if party != getattr(one, slot)])
            turned = replace(one, partner=other) if slot == "partner" else replace(one, reporter=other)
            yield _swapped(say, place, turned)


def _direction(plan: Plan, _: random.Random) -> Iterator[Slip]:
    turned = {"export": "import", "import": "export"}
    for say, place, one in _figures(plan):
        if _alone(say) and say.shape in ("level", "growth", "difference") and one.flow in turned:
            yield _swapped(say, place, replace(one, flow=turned[one.flow]))


def _year(plan: Plan, _: random.Random) -> Iterator[Slip]:
    year = plan.world.year
    other = {str(year): str(year - 1), str(year - 1): str(year)}
    for say, place, one in _figures(plan):
        if _alone(say) and say.shape == "level" and one.period in other:
            yield _swapped(say, place, replace(one, period=other[one.period]))


def _points(plan: Plan, _: random.Random) -> Iterator[Slip]:
    for say, place, one in _figures(plan):
        if one.unit == "percentage-point":
            yield _swapped(say, place, replace(one, figure=slips.in_percent(one, plan)))


def _sign(plan: Plan, _: random.Random) -> Iterator[Slip]:
    turned = {
        "surplus": "deficit",
        "deficit": "surplus",
        "sign_surplus": "sign_deficit",
        "sign_deficit": "sign_surplus",
    }
    for say in plan.says():
        if say.shape in turned:
            one = say.first
            wrong = replace(one, sign=-one.sign) if one.figure else replace(one, word=-(one.word or 0))
            yield _swapped(say, 0, wrong, shape=turned[say.shape])


def _trend(plan: Plan, _: random.Random) -> Iterator[Slip]:
    """A word against the numbers: "fell" from 4 to 5 billion."""
    turned = {"from_to_up": "from_to_down", "from_to_down": "from_to_up", "trend": "trend"}
    for say in plan.says():
        if say.shape in turned and say.word is not None:
            wrong = replace(say.word, word=-(say.word.word or 0))
            first = wrong if say.shape == "trend" else say.first
            new = replace(
                say,
                statements=(first, *say.statements[1:]),
                word=wrong,
                shape=turned[say.shape],
                up=not say.up,
                explicit=True,
            )
            yield Slip(say, new, say.word, wrong)


def _rise(plan: Plan, _: random.Random) -> Iterator[Slip]:
    """A rise given for a fall."""
    for say, place, one in _figures(plan):
        if say.shape in ("growth", "growth_level", "difference") and one.measure == "change":
            yield _swapped(say, place, replace(one, sign=-one.sign), up=not say.up)


def _rank(plan: Plan, rng: random.Random) -> Iterator[Slip]:
    for say in plan.says():
        if say.shape == "rank":
            others = [party for party in plan.world.partners if party != say.first.partner]
            yield _swapped(say, 0, replace(say.first, partner=rng.choice(others)))


KINDS: Mapping[str, Callable[[Plan, random.Random], Iterator[Slip]]] = {
    "country": _country,
    "direction": _direction,
    "scale": _misprints(slips.other_scale, _is_level),
    "year": _year,
    "transposed": _misprints(slips.transposed, _is_level),
    "dropped": _misprints(slips.dropped, _is_level),
    "decimal": _misprints(slips.slipped_point, _is_level),
    "points": _points,
    "growth": _misprints(slips.wrong_rate, _in_shape("growth", "growth_level", "headline", measure="change")),
    "rise-for-fall": _rise,
    "difference": _misprints(slips.other_digit, _in_shape("difference", measure="change")),
    "share": _misprints(slips.other_digit, _in_shape("share", "points_up", "points_down", measure="share")),
    "rank": _rank,
    "total": _misprints(slips.wrong_total, _is_total),
    "members": _misprints(slips.other_digit, _in_shape("sum")),
    "balance": _misprints(slips.other_digit, _in_shape("surplus", "deficit")),
    "sign": _sign,
    "trend": _trend,
    "target": _misprints(slips.missed_mark, _in_shape("target", "threshold")),
    "conversion": _misprints(slips.wrong_conversion, lambda _, one: one.converts is not None),
    "sub-period": _misprints(slips.too_large, lambda say, one: say.shape == "level" and "-" in one.period),
}


def plant(plan: Plan, kind: str, *, name: str) -> Planted | None:
    """The plan's article with one slip of a kind that arithmetic can prove; None where no such slip is found."""
    rng = random.Random(f"{plan.seed}/{kind}")
    candidates = list(KINDS[kind](plan, rng))
    rng.shuffle(candidates)
    for slip in candidates[:_TRIES]:
        said = plan.replaced(slip.old, slip.new)
        written = write(said, name=name)
        placed = [one for one, _, _ in written.placed]
        if not any(one is slip.wrong for one in placed) or not _is_false(said, slip.wrong):
            continue
        if impossible(placed, plan.style.currency):
            alone = alone_to_blame(placed, slip.wrong, plan.style.currency)
            return Planted(
                kind=kind,
                written=written,
                wrong=slip.wrong,
                right=slip.right,
                alone=alone,
                mendable=alone and decided(said, placed, slip.wrong, slip.right),
                slack=_slack(plan, slip.wrong),
            )
    return None


def _is_false(plan: Plan, wrong: Statement) -> bool:
    truth = truth_of(plan.world, wrong)
    if wrong.figure is None:
        return truth != wrong.word
    low, high = wrong.bounds
    return (low is not None and truth < low) or (high is not None and truth > high)


def _slack(plan: Plan, wrong: Statement) -> Fraction | None:
    if wrong.figure is None or wrong.figure.natural_low is None:
        return None
    value = Fraction(wrong.figure.value)
    half = value - wrong.figure.natural_low or (value - (wrong.figure.low or 0)) or Fraction(1)
    return abs(truth_of(plan.world, wrong) - value * wrong.sign) / half
