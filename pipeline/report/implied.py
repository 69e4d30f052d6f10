"""What the other figures of a finding imply for one of them: the reading that a number line sets against the print.

The finding is proved elsewhere; here the same arithmetic is done once more for the drawing, over intervals, and for
the plain forms only: parts and whole, exports and imports, growth between two levels, a share of a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.claim import Claim

End = Decimal | None
Ends = tuple[End, End]

_PERCENT: Final = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """The interval that ``sources`` leave for the quantity that ``printed`` gives, in the unit of ``printed``."""

    printed: Claim
    sources: tuple[Claim, ...]
    natural: Ends
    widest: Ends


def implied(kind: str, claims: Sequence[Claim]) -> Implied | None:
    """What follows for the one printed figure from the others; None where the finding has no plain form."""
    form = _FORMS.get(kind)
    return None if form is None or len(claims) < 3 else form(claims)


def natural_ends(claim: Claim) -> Ends:
    """The natural interval of a claim, the widest where it has none of its own."""
    known = (claim.natural_low, claim.natural_high)
    return widest_ends(claim) if known == (None, None) else known


def widest_ends(claim: Claim) -> Ends:
    """The widest interval of a claim."""
    return claim.low, claim.high


def _identity(claims: Sequence[Claim]) -> Implied | None:
    """Exports + imports = turnover; exports − imports = balance."""
    wholes = [claim for claim in claims if claim.flow in {"turnover", "balance"}]
    parts = [claim for claim in claims if claim.flow in {"export", "import"}]
    if len(wholes) != 1 or len(parts) != 2 or not _levels(claims):
        return None
    whole = wholes[0]
    signs = [_sign(whole, part) for part in parts]
    return _summed(whole, parts, signs)


def _sum(claims: Sequence[Claim]) -> Implied | None:
    """The members of a group add up to the group."""
    if not _levels(claims) or len({claim.flow for claim in claims}) != 1:
        return None
    whole = max(claims, key=lambda claim: abs(claim.value or Decimal(0)))
    parts = [claim for claim in claims if claim is not whole]
    return _summed(whole, parts, [1] * len(parts))


def _growth(claims: Sequence[Claim]) -> Implied | None:
    """The growth from the earlier level to the later one."""
    levels = sorted((claim for claim in claims if claim.measure == "level"), key=lambda claim: str(claim.period))
    return _quotient(claims, "change", levels)


def _share(claims: Sequence[Claim]) -> Implied | None:
    """The smaller level over the larger one."""
    levels = sorted(
        (claim for claim in claims if claim.measure == "level"), key=lambda claim: -abs(claim.value or Decimal(0))
    )
    return _quotient(claims, "share", levels)


def _quotient(claims: Sequence[Claim], measure: str, levels: Sequence[Claim]) -> Implied | None:
    """The second level over the first, where these and one rate are all that the finding has."""
    rates = [claim for claim in claims if claim.measure == measure and claim.unit == "percent"]
    if len(rates) != 1 or len(levels) != 2 or len(claims) != 3 or not _levels(levels):
        return None
    base, now = levels
    if _is_below_nothing(base) != _is_below_nothing(now):
        return None
    less = 1 if measure == "change" else 0
    return Implied(
        printed=rates[0],
        sources=(base, now),
        natural=_ratio(_size(natural_ends(now)), _size(natural_ends(base)), less),
        widest=_ratio(_size(widest_ends(now)), _size(widest_ends(base)), less),
    )


def _is_below_nothing(claim: Claim) -> bool:
    return claim.value is not None and claim.value < 0


def _size(ends: Ends) -> Ends:
    """The interval of a deficit as that of its size; any other as it is."""
    low, high = ends
    return (_minus(high), _minus(low)) if low is not None and low < 0 and (high is None or high <= 0) else ends


def _summed(whole: Claim, parts: Sequence[Claim], signs: Sequence[int]) -> Implied:
    return Implied(
        printed=whole,
        sources=tuple(parts),
        natural=_added([natural_ends(part) for part in parts], signs),
        widest=_added([widest_ends(part) for part in parts], signs),
    )


def _added(terms: Sequence[Ends], signs: Sequence[int]) -> Ends:
    """The interval of a sum with signs; one open end opens the sum's."""
    turned = [ends if sign > 0 else (_minus(ends[1]), _minus(ends[0])) for ends, sign in zip(terms, signs, strict=True)]
    return _total([low for low, _ in turned]), _total([high for _, high in turned])


def _total(ends: Sequence[End]) -> End:
    known = [end for end in ends if end is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None


def _minus(end: End) -> End:
    return None if end is None else -end


def _ratio(above: Ends, below: Ends, less: int) -> Ends:
    """The interval of a ratio of amounts that are not negative, in percent, less one for a growth."""
    low = None if above[0] is None or not below[1] else (above[0] / below[1] - less) * _PERCENT
    high = None if above[1] is None or not below[0] else (above[1] / below[0] - less) * _PERCENT
    return low, high


def _sign(whole: Claim, part: Claim) -> int:
    """Minus for what the economy that has the balance buys, plus for everything else."""
    if whole.flow != "balance":
        return 1
    sells = part.reporter if part.flow == "export" else part.partner
    return 1 if sells == whole.reporter else -1


def _levels(claims: Sequence[Claim]) -> bool:
    """Whether all the claims are levels in one unit."""
    return {claim.measure for claim in claims} == {"level"} and len({claim.unit for claim in claims}) == 1


_FORMS: Final[Mapping[str, Callable[[Sequence[Claim]], Implied | None]]] = {
    "identity": _identity,
    "sum": _sum,
    "growth": _growth,
    "share": _share,
}
