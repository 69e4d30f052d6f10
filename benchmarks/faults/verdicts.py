"""What a check made of an article: the error found, blamed and repaired, or somebody accused for nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from typing import Any

from benchmarks.faults.facts import truth_of
from benchmarks.faults.faults import Planted
from benchmarks.faults.statement import Statement
from benchmarks.faults.world import World

PROOFS = ("impossible", "unlikely")
_SIZES = ((3, "below 3"), (10, "3 to 10"), (100, "10 to 100"), (1000, "100 to 1,000"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of one article."""

    article: str
    kind: str
    size: str
    alone: bool
    mendable: bool
    found: bool = False
    proved: bool = False
    """Found and called impossible, not only unlikely."""
    asked: bool = False
    """Not found, but a reader is asked to look at the planted claim again."""
    blamed: bool = False
    tied: bool = False
    repaired: bool = False
    strangers: int = 0
    """Proofs that do not rest on the planted claim."""
    read: bool = True
    """The planted claim was among the claims that were checked, with its figure and slots."""
    note: str = ""

    def record(self) -> dict[str, Any]:
        """The verdict as JSON."""
        return asdict(self)


def size_of(planted: Planted) -> str:
    """How far the print is from the truth, in half-widths of its rounding."""
    if planted.slack is None:
        return "words"
    return next((name for limit, name in _SIZES if planted.slack < limit), "1,000 and more")


def judge(planted: Planted, world: World, claims: Sequence[Any], findings: Sequence[Any]) -> Verdict:
    """The outcome for an article with one planted error; claims are told apart by their place in the text."""
    start, end = planted.span
    guilty = {claim.id for claim in claims if claim.start < end and start < claim.end}
    proofs = [finding for finding in findings if finding.certainty in PROOFS]
    about = [one for one in proofs if guilty & {*one.claims, *one.witnesses}]
    hit = next((one for one in about if one.suspect in guilty), about[0] if about else None)
    blamed = bool(about) and about[0].suspect in guilty
    repair = hit.repair if hit is not None and blamed else None
    return Verdict(
        article=planted.written.name, kind=planted.kind, size=size_of(planted), alone=planted.alone,
        mendable=planted.mendable,
        found=bool(about), proved=any(one.certainty == "impossible" for one in about), blamed=blamed,
        asked=not about and any(guilty & {*one.claims, *one.witnesses} for one in findings),
        tied=bool(about) and about[0].suspect is None, repaired=repair is not None and mends(planted, world, repair),
        strangers=len(proofs) - len(about),
        read=any(_reads(claim, planted.wrong) for claim in claims if claim.id in guilty),
        note=_note(about, findings),
    )  # fmt: skip


def _note(about: Sequence[Any], findings: Sequence[Any]) -> str:
    told = about or findings
    return (
        "" if not told else f"{told[0].certainty}: {told[0].explanation} [{told[0].repair and told[0].repair.change}]"
    )


def _reads(claim: Any, wrong: Statement) -> bool:
    """Whether a claim is the statement, as far as checking needs it."""
    edge = Statement(reporter=claim.reporter or "", partner=claim.partner or "", flow=claim.flow or "", period="").edge
    sign = -1 if wrong.flow == "balance" and claim.reporter != wrong.reporter else 1
    same = edge == wrong.edge and _same_period(claim.period, wrong.period)
    return bool(same and claim.value is not None and claim.value * sign == wrong.value)


def _same_period(one: str | None, other: str) -> bool:
    from benchmarks.faults.world import Span

    try:
        return one is not None and Span.parse(one) == Span.parse(other)
    except (ValueError, KeyError):
        return False


def mends(planted: Planted, world: World, repair: Any) -> bool:
    """Whether the repaired claim is true: as it was before the slip, or of the world that the article tells of."""
    change: Mapping[str, Any] = repair.change
    wrong, right = planted.wrong, planted.right
    if "value" in change:
        value = Fraction(str(change["value"]))
        return truth_of(world, wrong) == value if wrong.figure is None else _within(value, right)
    if change.get("unit") == "percentage-point":
        return right.unit == "percentage-point"
    changed = _with(wrong, change)
    try:
        truth = truth_of(world, changed)
    except KeyError:
        return False
    return truth == changed.word if changed.figure is None else _within(truth, changed)


def _with(one: Statement, change: Mapping[str, Any]) -> Statement:
    """The statement with other slots."""
    return replace(
        one,
        reporter=str(change.get("reporter", one.reporter)),
        partner=str(change.get("partner", one.partner)),
        flow=str(change.get("flow", one.flow)),
        period=str(change.get("period", one.period)),
        base_period=change.get("base_period", one.base_period),
    )


def _within(value: Fraction, one: Statement) -> bool:
    low, high = one.bounds
    return (low is None or value >= low) and (high is None or value <= high)
