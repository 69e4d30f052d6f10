"""Which year a printed part belongs to, and the numbers that words stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pipeline.period.grammar import grammar
from pipeline.period.meaning import OPEN, Year

Groups = Mapping[str, str]
"""What a rule matched, by the names of the lexicon."""
_CENTURY_TURNS: Final = 70
"""Two digits below are of this century: FY24, but FY87."""
_FISCAL_WORDS: Final = frozenset({"fiscal", "financial", "iranian", "persian", "solar"})
"""Make a year that of the economy."""


def number(word: str) -> int:
    """The value of a number in digits or as a word."""
    return int(grammar().words["cardinal"].get(word.lower(), word))


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation."""
    return int(grammar().words["month"][name.lower().rstrip(".")])


def full_year(label: str, *, after: int | None = None) -> int:
    """The year of a printed label; one digit or two are completed, after ``after`` where it is given."""
    year = int(label)
    if len(label) == 1 and after is not None:
        return after + (year - after) % 10
    if year >= 100:
        return year
    if after is None:
        return year + (2000 if year < _CENTURY_TURNS else 1900)
    year += after // 100 * 100
    return year if year > after else year + 100


def year_of(groups: Groups) -> Year | None:
    """The year that the groups give to a part; open where they give none, None where they are no year."""
    if given := groups.get("y") or groups.get("yy"):
        return Year(base="given", number=full_year(given))
    if label := groups.get("fy"):
        return _fiscal(label, groups.get("fy2"))
    if label := groups.get("pair"):
        return _fiscal(label, groups.get("pair2"))
    if label := groups.get("label"):
        return _fiscal(label, groups.get("label2"))
    return reference(groups["ref"]) if "ref" in groups else OPEN


def _fiscal(label: str, second: str | None) -> Year | None:
    first = full_year(label)
    if second is not None and full_year(second, after=first) != first + 1:
        return None
    return Year(base="fiscal", number=first, pair=second is not None)


def reference(phrase: str) -> Year:
    """The year that words such as "last year", "the previous fiscal year" or "a year earlier" mean."""
    words = [word for word in phrase.lower().split() if word != "the"]
    fiscal = not _FISCAL_WORDS.isdisjoint(words)
    if words[-1] in {"earlier", "before", "ago"}:
        return Year(base="anchor", number=-1)
    base, offset = grammar().words["reference"].get(words[0], ("open", 0))
    if fiscal:
        return Year(base="fiscal-anchor" if base == "anchor" else "fiscal-published", number=offset)
    return Year(base=base, number=offset) if base != "open" else OPEN
