"""Times that stand side by side: one for each of as many figures, the ends of one stretch, or one said twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from pipeline.extract.row.items import FIGURES, Item, Sentence
from pipeline.extract.row.words import speaks

_ROW_OF_TIMES: Final = r"P(?:[,&dvi]{1,3}P)+"
_ROW_OF_FIGURES: Final = r"[Q%M](?:[,&dv]{1,3}[Q%M])+"
_FIGURES_LEAD: Final = re.compile(rf"(?P<figures>{_ROW_OF_FIGURES})[idvwN]{{0,4}}(?P<times>{_ROW_OF_TIMES})")
_TIMES_LEAD: Final = re.compile(rf"(?P<times>{_ROW_OF_TIMES})[^Q%MP&;yBU]*(?P<figures>{_ROW_OF_FIGURES})")
_RESPECTIVELY: Final = re.compile(rf"(?P<times>{_ROW_OF_TIMES})[^P]*?(?P<figures>{_ROW_OF_FIGURES})(?=[^Q%MP]*$)")
"""Two rows that "respectively" ties together, whatever stands between them."""
_TWO: Final = re.compile(r"P[dv]*&[dvi]*(P)")
_NEXT_CLAUSE: Final = frozenset("TLSV'Q%M")
"""Behind the second of two times these say that it opens what is joined on: "in July, and August saw …"."""
_BETWEEN: Final = re.compile(r"n[dv]*(P)[dv]*&[dv]*(P)")
_TO_FIGURE: Final = re.compile(r"[dv]*t[dv]*[Q%]")
_MOVES: Final = frozenset("TJUM;y")
"""What makes the two times of "between May and June" the ends of a move, or parts them from a figure."""
_CLAUSE: Final = re.compile(r"[;y]")

Read = Callable[[Item], Any]
"""What a time phrase means, None where that is not settled."""


def in_order(sentence: Sentence, figure: int) -> int | None:
    """ "$90 million and $110 million in 2021 and 2022": each figure has the time of its place; either row may lead."""
    for figures, times in _rows(sentence):
        dated = all(sentence.items[at].ref.kind in {"absolute", "partial"} for at in times)
        if figure in figures and len(figures) == len(times) and dated and not _of_two_flows(sentence, times, figures):
            return times[figures.index(figure)]
    return None


def _rows(sentence: Sentence) -> Iterator[tuple[list[int], list[int]]]:
    """Rows of figures, each with the row of times before or behind it."""
    codes = sentence.codes
    tied = (_RESPECTIVELY,) if speaks(sentence, "respectively") else ()
    for pattern in (_FIGURES_LEAD, _TIMES_LEAD, *tied):
        for found in pattern.finditer(codes):
            figures = [at for at in range(*found.span("figures")) if codes[at] in FIGURES]
            yield figures, [at for at in range(*found.span("times")) if codes[at] == "P"]


def _of_two_flows(sentence: Sentence, times: list[int], figures: list[int]) -> bool:
    """ "In 2021 and 2022 exports and imports came to $5 billion and $6 billion": the figures are a flow's each."""
    between = sentence.items[times[-1] : figures[0]]
    return any(item.code == "N" and " and " in item.text for item in between)


def both_months(sentence: Sentence, figure: int, told: Item, read: Read) -> Any | None:
    """ "It sold $5 billion in July and August": two months, one behind the other, that one figure is for."""
    if in_order(sentence, figure) is not None:
        return None
    for first, second in _neighbours(sentence, figure):
        if told not in (first, second):
            continue
        ends = read(first), read(second)
        if None not in ends and ends[0].months == ends[1].months == 1 and ends[0].shift(1) == ends[1]:
            return ends[0].through(ends[1])
    return None


def _neighbours(sentence: Sentence, figure: int) -> Iterator[tuple[Item, Item]]:
    """The times that "and" joins, where the second does not begin a clause of its own behind the figure."""
    for found in _TWO.finditer(sentence.codes):
        after = sentence.codes[found.end() : found.end() + 1]
        if after == "'" or (figure < found.start() and after in _NEXT_CLAUSE):
            continue
        yield sentence.items[found.start()], sentence.items[found.start(1)]


def throughout(sentence: Sentence, figure: int, main: Any, told: Item | None, read: Read) -> Any:
    """ "Between May 2021 and June 2022 it sold $5 billion", with nothing moving: all from the one to the other."""
    codes = sentence.codes
    for found in _BETWEEN.finditer(codes):
        first, last = (sentence.items[found.start(group)] for group in (1, 2))
        clause = codes[:figure] if figure > found.end() else _CLAUSE.split(codes[: found.start()])[-1]
        starts = codes[found.end() : figure].endswith("f") and _TO_FIGURE.match(codes, figure + 1) is not None
        if told in (first, last) and starts:
            return read(first) or main  # "between 2019 and 2021 it rose from $2 billion to $3 billion"
        if told not in (first, last) or not _MOVES.isdisjoint(clause):
            continue
        return stretch_to(sentence, found.start(2), read) or main
    return main


def stretch_to(sentence: Sentence, last: int, read: Read) -> Any | None:
    """ "Between 1981 and 1989 it sold …, a third in that period": all of the time whose end stands at ``last``."""
    found = next((one for one in _BETWEEN.finditer(sentence.codes) if one.start(2) == last), None)
    ends = (None, None) if found is None else (read(sentence.items[found.start(1)]), read(sentence.items[last]))
    if ends[0] is None or ends[1] is None or ends[0].first >= ends[1].first:
        return None
    return ends[0].through(ends[1])


def named_closer(sentence: Sentence, index: int, read: Read) -> int:
    """ "In the first two months of this fiscal year 2081/82": of a time that only says again which year, the first."""
    if sentence.codes[index - 1 : index] != "P":
        return index
    part, whole = read(sentence.items[index - 1]), read(sentence.items[index])
    closer = part is not None and whole is not None and whole.months > part.months and whole.contains(part)
    return index - 1 if closer else index
