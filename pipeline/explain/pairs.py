"""Two figures for one thing: what lies between them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.explain.phrases import Account, Telling, be, capital, ends_of, means, stated, subject
from pipeline.observation import Interval
from pipeline.words import amount, listing, plain


def told_as_pair(account: Account) -> Telling | None:
    """A fact that is given twice, or a mark and the figure that does not reach it; None where there are more."""
    kinds = {one.kind for one in account.seen}
    if len({one.subject for one in account.seen}) != 1 or not (len(kinds) == 1 or kinds == {"level", "target"}):
        return None
    first = account.seen[0]
    signed = len({(one.claim.value or 0) > 0 for one in account.seen}) > 1
    what = subject(first, neutral=signed)
    figures = [stated(one, signed=signed) for one in account.seen]
    if account.scope == "cross-source":
        headline = f"The sources differ on {what}: {' or '.join(figures)}"
    else:
        headline = f"{capital(what)} {be(first)} given {listing([f'as {figure}' for figure in figures])}"
    spans = [means(one, account.reading, signed=signed) for one in account.seen]
    each = [f if f == span else f"{f} ({span})" for f, span in zip(figures, spans, strict=True)]
    if len(each) != 2:
        return Telling(headline, f"{capital(what)} cannot be all of {listing(each)}.")
    apart = _apart([ends_of(one, account.reading, signed=signed) for one in account.seen], first.claim.unit or "")
    return Telling(headline, f"{capital(what)} cannot be both {listing(each)}{apart}.")


def _apart(ends: Sequence[Interval], unit: str) -> str:
    """How far the two are apart at the least."""
    lows = [one.low for one in ends if one.low is not None]
    highs = [one.high for one in ends if one.high is not None]
    if not lows or not highs or max(lows) <= min(highs):
        return ""
    gap = max(lows) - min(highs)
    size = f"{plain(gap)} points" if unit in ("percent", "percentage-point") else amount(gap, unit)
    return f": the two are at least {size} apart"
