"""Shares: against the part and the whole, added up to more than all, and moved."""

from __future__ import annotations

from decimal import Decimal

from pipeline.explain.phrases import Account, Telling, capital, quoted, share_of, stated, whole_of
from pipeline.explain.rates import percent, ratios, telling_places
from pipeline.observation import Observation
from pipeline.wholes import within
from pipeline.words import MINUS, during, listing, party, plain


def told_as_share(account: Account) -> Telling | None:
    """What a part is of its whole, and what is printed; None where other figures take part."""
    shares = [one for one in account.seen if one.kind == "share"]
    levels = {one.subject: one for one in account.seen if one.kind == "level"}
    if len(shares) != 1:
        return None
    share = shares[0]
    part, whole = levels.get(share.subject), levels.get(share.whole or share.subject)
    if part is None or whole is None or not whole.claim.value or part.claim.value is None:
        return None
    found = part.claim.value / whole.claim.value * 100
    ends = ratios(part.intervals[1], whole.intervals[1], lambda one, other: one / other * 100)
    places = telling_places([found, *ends], share.intervals[1])
    middle, *shown = (f"{value:.{places}f} %" for value in (found, *ends))
    widest = "" if len(set(shown)) < 2 else f" ({shown[0]} to {shown[1]} at the widest)"
    what = share_of(share)
    return Telling(
        f"{capital(what)} is given as {stated(share)}, but {stated(part)} of {stated(whole)} is {middle}",
        f"{stated(part)} of {stated(whole)} is {middle}{widest}, but {quoted(share)} is printed for {what}.",
    )


def told_as_shares(account: Account) -> Telling | None:
    """Shares of one whole that are together more than all of it."""
    wholes = {one.whole for one in account.seen}
    if len(wholes) != 1 or any(one.kind != "share" or one.claim.value is None for one in account.seen):
        return None
    total = sum((one.claim.value or Decimal(0) for one in account.seen), Decimal(0))
    if total <= 100:
        return None
    terms = listing([f"{stated(one)} ({party(one.claim.partner or '?')})" for one in account.seen])
    whole = whole_of(account.seen[0])
    return Telling(
        f"Shares of {whole} add up to {plain(total)} %",
        f"{capital(terms)} of {whole} are {plain(total)} % together, which is more than the whole.",
    )


def told_as_nested_shares(account: Account) -> Telling | None:
    """The share of a group, and shares of those within it that are together more."""
    seen = account.seen
    if len({one.whole for one in seen}) != 1 or any(one.kind != "share" or one.claim.value is None for one in seen):
        return None
    outer = [one for one in seen if all(one is other or _is_within(other, one) for other in seen)]
    if len(outer) != 1:
        return None
    inner = [one for one in seen if one is not outer[0]]
    total = plain(sum((one.claim.value or Decimal(0) for one in inner), Decimal(0)))
    terms = capital(listing([f"{party(one.claim.partner or '?')} ({stated(one)})" for one in inner]))
    makes = "has" if len(inner) == 1 else f"have together {total} % and so"
    told = f"{terms} {makes} a larger share of {whole_of(outer[0])} than {party(outer[0].claim.partner or '?')}"
    return Telling(
        f"{told} ({stated(outer[0])})",
        f"{told}, of which {'it is' if len(inner) == 1 else 'they are'} a part and which has {stated(outer[0])}.",
    )


def _is_within(one: Observation, group: Observation) -> bool:
    parties = one.claim.partner, group.claim.partner
    return None not in parties and within(str(parties[0]), str(parties[1]), one.subject.last // 12)


def told_as_moved_share(account: Account) -> Telling | None:
    """A share before and after, and by how much it is said to have moved, in points or in percent."""
    moves = [one for one in account.seen if one.kind in ("points", "share-growth")]
    shares = {one.subject: one for one in account.seen if one.kind == "share"}
    if len(moves) != 1 or len(account.seen) != 3:
        return None
    move = moves[0]
    now, before = shares.get(move.subject), shares.get(move.base or move.subject)
    if now is None or before is None or not now.claim.value or not before.claim.value:
        return None
    gap = now.claim.value - before.claim.value
    points = f"{MINUS if gap < 0 else '+'}{plain(abs(gap))} points"
    change = points if move.kind == "points" else percent((now.claim.value / before.claim.value - 1) * 100, 1)
    other = f" ({points})" if move.kind == "share-growth" else ""
    went = f"{stated(before)}{during(before.claim.period)} to {stated(now)}{during(now.claim.period)}"
    return Telling(
        f"{capital(share_of(now))} is said to have moved by {quoted(move)}, but {stated(before)} to {stated(now)} is "
        f"{change}",
        f"{capital(share_of(now, timed=False))} went from {went}, a change of {change}{other}, but {quoted(move)} is "
        "printed.",
    )
