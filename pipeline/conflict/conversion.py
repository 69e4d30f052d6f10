"""A printed conversion, "834 billion baht (US$23.3 billion)", implies a rate; an article should use one rate a year.

Rates move and outlets round, so only rates that are further apart than a tolerance are told, and never as impossible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from pipeline.claim import Claim
from pipeline.conflict.settings import CheckSettings
from pipeline.finding import Finding
from pipeline.words import listing, plain, printed


class Rate(NamedTuple):
    """What one printed pair makes one unit of the first currency worth in the second."""

    original: Claim
    converted: Claim
    low: Decimal
    high: Decimal

    @property
    def among(self) -> tuple[str | None, str | None, str]:
        """The two currencies and the year."""
        return self.original.unit, self.converted.unit, str(self.original.period)[:4]


def conversions(claims: Sequence[Claim], settings: CheckSettings) -> Iterator[Finding]:
    """Pairs of conversions of one article whose rates are further apart than rounding and a year's movement explain."""
    by_id = {claim.id: claim for claim in claims}
    groups: dict[tuple[str | None, str | None, str], list[Rate]] = {}
    for claim in claims:
        rate = _rate(claim, by_id)
        if rate is not None:
            groups.setdefault(rate.among, []).append(rate)
    for rates in groups.values():
        apart = [pair for pair in combinations(rates, 2) if _apart(*pair, settings)]
        yield from (_finding(pair, rates, settings) for pair in apart[:1])


def _rate(claim: Claim, by_id: Mapping[str, Claim]) -> Rate | None:
    original = by_id.get(claim.conversion_of or "")
    if original is None or original.unit == claim.unit or not (_is_amount(claim) and _is_amount(original)):
        return None
    ends = [abs(Decimal(end)) for one in (claim, original) for end in (one.low, one.high) if end is not None]
    if len(ends) < 4 or not all(ends):
        return None
    mine, theirs = sorted(ends[:2]), sorted(ends[2:])
    return Rate(original, claim, mine[0] / theirs[1], mine[1] / theirs[0])


def _is_amount(claim: Claim) -> bool:
    return claim.measure == "level" and bool(claim.value) and bool(claim.unit)


def _apart(left: Rate, right: Rate, settings: CheckSettings) -> bool:
    slack = 1 + settings.conversion_tolerance
    return left.high * slack < right.low or right.high * slack < left.low


def _finding(pair: tuple[Rate, Rate], rates: Sequence[Rate], settings: CheckSettings) -> Finding:
    odd = [rate for rate in pair if all(_apart(rate, other, settings) for other in rates if other is not rate)]
    suspect = odd[0].converted.id if len(odd) == 1 else None
    claims = sorted((claim for rate in pair for claim in rate[:2]), key=lambda claim: claim.start)
    said = [f"{printed(rate.original)} as {printed(rate.converted)}, a rate of {_middle(rate)}" for rate in pair]
    return at_rates(
        claims,
        scope="article",
        explanation=f"The article converts {listing(said)}.",
        headline=f"Two conversions from {pair[0].among[0]} to {pair[0].among[1]} use different rates",
        suspects=(suspect,) if suspect else tuple(rate.converted.id for rate in pair),
    )


def at_rates(
    claims: Sequence[Claim], *, scope: str, explanation: str, headline: str, suspects: Sequence[str]
) -> Finding:
    """What two currencies make unlikely, for ``claims`` in the order of the text; one suspect alone is the culprit."""
    from pipeline.conflict.findings import digest

    return Finding(
        id=digest("same-fact", [f"{claim.doc}\0{claim.text}\0{claim.unit}" for claim in claims]),
        kind="same-fact",
        scope=scope,
        certainty="unlikely",
        claims=tuple(dict.fromkeys(claim.id for claim in claims)),
        explanation=explanation,
        headline=headline,
        suspect=suspects[0] if len(suspects) == 1 else None,
        suspects=tuple(suspects),
        note="Exchange rates move, so this is never called impossible.",
    )


def _middle(rate: Rate) -> str:
    return plain((rate.low + rate.high) / 2, 4)
