"""With whom, where the rules found nobody: each pair of economies in view is weighed against trade with the world.

The rules read the grammar of a clause. Where a clause names no partner, it may mean all the world, or whom the text
around it is about; many weak signs tell at once: who is in the headline, who opened the sentence before, what stands in
between. Their weights (``models/sides.csv``) are learnt from annotated articles by a conditional logit over the pairs
(``benchmarks/sides.py``). What the rules found stands unless another pair is clearly likelier.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp
from typing import Final

from pipeline.extract.asked import Asked, Pair
from pipeline.extract.frame import Known
from pipeline.extract.pairs import of_all
from pipeline.extract.query import BY_DEFAULT, Parties, Slot
from pipeline.extract.signs import pair_signs, signs_of
from pipeline.extract.unnamed import goes_to_unknown, points_back
from pipeline.lexicon import read_csv

WEIGHED: Final = "weighed"
"""The rule of a side that the weights chose against the rules."""
MARGIN: Final = 0.2
"""By how much likelier another pair must be than the one that the rules found."""
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
    known = asked.candidates
    return Parties(
        reporter=found.reporter if best[0] == rules[0] else _slot(known[best[0]]),
        partner=found.partner if best[1] == rules[1] else _slot(known[best[1]]),
        whole=found.whole if best[0] == rules[0] else None,
    )


def is_open(asked: Asked) -> bool:
    """Whether the rules found a partner only by default: nobody is named, and no word says that it is all trade."""
    found, query = asked.found.partner, asked.query
    if found is None or asked.found.reporter is None or found.rule != BY_DEFAULT:
        return False
    return not (of_all(query) or points_back(query) or goes_to_unknown(query))


def weigh(asked: Asked) -> dict[Pair, float]:
    """How likely each pair of economies in view is, the reporter first; all chances sum to one."""
    weights = _weights()
    signs = {code: list(signs_of(asked, code)) for code in asked.candidates}
    alone = {
        role: {code: _sum(weights, role, seen) for code, seen in signs.items()} for role in ("reporter", "partner")
    }
    scores = {
        (first, second): alone["reporter"][first]
        + alone["partner"][second]
        + _sum(weights, "pair", pair_signs(asked, first, second))
        for first, second in asked.pairs()
    }
    top = max(scores.values())
    odds = {pair: exp(score - top) for pair, score in scores.items()}
    whole = sum(odds.values())
    return {pair: one / whole for pair, one in odds.items()}


def _slot(known: Known) -> Slot:
    return Slot(value=known.value, start=known.start, end=known.end, rule=WEIGHED, inherited=True)


def _sum(weights: Weights, role: str, signs: Iterable[str]) -> float:
    return sum(weights.get((role, sign), 0.0) for sign in signs)


@cache
def _weights() -> Weights:
    """The learnt weights by role and sign; what has none counts nothing."""
    return {(row["role"], row["sign"]): float(row["weight"]) for row in read_csv("sides.csv")}
