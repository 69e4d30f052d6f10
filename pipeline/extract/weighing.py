"""With whom, where the rules found nobody: each pair of economies in view is weighed against trade with the world.

The rules read the grammar of a clause. Where a clause names no partner, it may mean all the world, or whom the text
around it is about; many weak signs tell at once: who is in the headline, who opened the sentence before, what stands in
between. Their weights (``models/sides.csv``) are learnt from annotated articles by a conditional logit over the pairs
(``benchmarks/sides.py``). What the rules found stands unless another pair is clearly likelier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import exp
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.pairs import of_all
from pipeline.extract.query import WORLD, Parties, Query, Slot
from pipeline.extract.signs import Asked, pair_signs, signs_of
from pipeline.extract.unnamed import goes_to_unknown, points_back
from pipeline.lexicon import read_csv

BY_DEFAULT: Final = "nobody-named"
"""The rule of a partner that nobody names."""
WEIGHED: Final = "weighed"
"""The rule of a side that the weights chose against the rules."""
MARGIN: Final = 0.2
"""By how much likelier another pair must be than the one that the rules found."""
_MOST: Final = 12
"""Economies that are weighed, the closest first."""
_OF_HEADING: Final = 2
_OF_TITLE: Final = 2
_OF_SENTENCE: Final = 4

Pair = tuple[str, str]
Weights = dict[tuple[str, str], float]


def weigh_sides(asked: Asked) -> Parties:
    """The sides that the rules found, or those of the pair that is clearly likelier."""
    found = asked.found
    if found.reporter is None or found.partner is None or not is_open(asked):
        return found
    rules = (found.reporter.value, found.partner.value)
    chances = weigh(asked)
    best = max(chances, key=lambda pair: chances[pair])
    if chances[best] - chances[rules] <= MARGIN:
        return found
    known = candidates(asked)
    return Parties(
        reporter=found.reporter if best[0] == rules[0] else _slot(known[best[0]]),
        partner=found.partner if best[1] == rules[1] else _slot(known[best[1]]),
        whole=found.whole if best[0] == rules[0] else None,
    )


def is_open(asked: Asked) -> bool:
    """Whether the rules found a partner only by default: nobody is named, and no word says that it is all trade."""
    nominal, found = asked.binding.nominal, asked.found.partner
    if nominal is None or found is None or asked.found.reporter is None or found.rule != BY_DEFAULT:
        return False
    query = Query(
        sentence=asked.sentence, binding=asked.binding, nominal=nominal, frame=asked.frame,
        nominals=asked.nominals, earlier=asked.earlier,
    )  # fmt: skip
    return not (of_all(query) or points_back(query) or goes_to_unknown(query))


def weigh(asked: Asked) -> dict[Pair, float]:
    """How likely each pair of economies in view is, the reporter first; all chances sum to one."""
    weights = _weights()
    signs = {code: list(signs_of(asked, code)) for code in candidates(asked)}
    alone = {
        role: {code: _sum(weights, role, seen) for code, seen in signs.items()} for role in ("reporter", "partner")
    }
    scores = {
        (first, second): alone["reporter"][first]
        + alone["partner"][second]
        + _sum(weights, "pair", pair_signs(asked, first, second))
        for first, second in pairs(asked)
    }
    top = max(scores.values())
    odds = {pair: exp(score - top) for pair, score in scores.items()}
    whole = sum(odds.values())
    return {pair: one / whole for pair, one in odds.items()}


def pairs(asked: Asked) -> Iterator[Pair]:
    """The pairs that are weighed: nobody trades with itself, and with the world only whom the rules found."""
    known, owner = candidates(asked), _value(asked.found.reporter)
    for first in known:
        for second in known:
            named = first not in (second, WORLD) and second != WORLD
            if named or (first, second) == (owner, WORLD):
                yield first, second


def candidates(asked: Asked) -> dict[str, Known]:
    """The economies that may be a side, each with where the text names it: those of the rules, then the closest."""
    known: dict[str, Known] = {}
    for one in _in_view(asked):
        if one is not None and len(known) < _MOST:
            known.setdefault(one.value, Known(value=one.value, start=one.start, end=one.end))
    return known


def _in_view(asked: Asked) -> Iterator[Known | Slot | None]:
    """Whoever the rules, the sentence, the article, the figure before, headings and the sentences before name."""
    found, figure = asked.found, asked.sentence.items[asked.binding.figure]
    yield from (found.reporter, found.partner)
    yield Known(value=WORLD, start=figure.start, end=figure.end)
    yield from sorted(asked.row.known, key=lambda one: abs(one.start - figure.start))
    yield asked.frame.home
    yield from (asked.earlier.reporter, asked.earlier.partner) if asked.earlier is not None else ()
    yield from (*asked.row.heading[:_OF_HEADING], *asked.title[:_OF_TITLE])
    for row in asked.before:
        yield from row.known[:_OF_SENTENCE]


def _value(slot: Slot | None) -> str | None:
    return None if slot is None else slot.value


def _slot(known: Known) -> Slot:
    return Slot(value=known.value, start=known.start, end=known.end, rule=WEIGHED, inherited=True)


def _sum(weights: Weights, role: str, signs: Iterable[str]) -> float:
    return sum(weights.get((role, sign), 0.0) for sign in signs)


@cache
def _weights() -> Weights:
    """The learnt weights by role and sign; what has none counts nothing."""
    return {(row["role"], row["sign"]): float(row["weight"]) for row in read_csv("sides.csv")}
