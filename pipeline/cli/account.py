"""The account of a check: what was found, what was compared, what was not and why. Silence is never agreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.claim import Claim
from pipeline.cli.lines import wrapped
from pipeline.cli.places import place
from pipeline.finding import left_alone
from pipeline.report import words
from pipeline.report.shelf import GROUPS, group

if TYPE_CHECKING:
    from pipeline.config import Report
    from pipeline.store.run import CheckLike

_NAMED: Final = 10
"""Up to so many figures that were compared with none are named; of more, how many there are for each reason."""


def summary(
    check: CheckLike,
    *,
    claims: int,
    articles: int,
    checked: int | None = None,
    left: int | None = None,
    shown: Report | None = None,
) -> str:
    """What was found and what was looked at, in a line.

    ``checked`` is how many claims were compared, and ``left`` how many were left alone for too many conflicts, where
    the check at hand does not say which. ``shown`` is what the configuration lets through.
    """
    if not claims:
        return nothing_to_check(articles)
    read = words.plural(articles, "article")
    known = len(check.checked) if checked is None else checked
    left = left_alone(check.not_compared) if left is None else left
    kept = words.kept_back(shown.certainty, shown.scopes) if shown is not None else ""
    said = f"{_found(check, compared=known > 0, whole=not kept)}: {words.plural(claims, 'claim')} in {read}"
    if known:
        said += f", {known:,} of them compared with another, {claims - known - left:,} with none"
    if left:
        said += f", {left:,} left alone for too many conflicts"
    return said + (f"; {kept}" if kept else "")


def nothing_to_check(articles: int) -> str:
    """What is said of articles in which no trade figure was found."""
    return f"nothing to check: no trade figure in {words.plural(articles, 'article')}"


def _found(check: CheckLike, *, compared: bool, whole: bool) -> str:
    its = Counter(map(group, check.findings))
    errors, differ, doubts = (its[name] for name in GROUPS)
    clean = ("no contradiction" if whole else "no contradiction is shown") if compared else "nothing could be compared"
    found = [words.plural(errors, "contradiction") if errors else clean]
    found += [words.plural(differ, "disagreement between sources", "disagreements between sources")] if differ else []
    found += [words.plural(doubts, "conflict that needs reading", "conflicts that need reading")] if doubts else []
    return ", ".join(found)


def not_compared(check: CheckLike, claims: Sequence[Claim], texts: Mapping[str, str], *, columns: int) -> Iterator[str]:
    """The figures that were compared with none, by the reason, the commonest first; few are named, many are counted."""
    reasons: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id not in check.checked:
            reasons[check.not_compared.get(claim.id, words.LONELY)].append(claim)
    total = sum(map(len, reasons.values()))
    if not total:
        return
    yield f"not compared, so neither right nor wrong: {words.plural(total, 'figure')}"
    for why, its in sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0])):
        yield from wrapped(f"  {len(its):5,}  {why}", columns, " " * 9)
        for claim in its if total <= _NAMED else ():
            where = place(claim.doc, texts.get(claim.doc, ""), claim.start)
            yield from wrapped(f"         {where}: {claim.text} ({words.subject(claim)})", columns, " " * 11)
