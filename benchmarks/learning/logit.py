"""A conditional logit over the readings of a figure: its weights, and what they are worth on articles held out."""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.learning.examples import Example
from pipeline.extract.weighing import periods, phrases
from pipeline.extract.weighing.odds import MARGIN

FOLDS = 5
PRIORS = {"sides": 1.0, "goods": 1.0, "periods": 2.0, "phrases": 3.0}
"""How strongly the weights of each decision are held to zero: most where examples are few."""
MARGINS = {"sides": MARGIN, "goods": MARGIN, "periods": periods.MARGIN, "phrases": phrases.MARGIN}
"""By how much likelier another reading must be than what the rules found."""
FEWEST = 4
"""Articles that a sign must occur in."""
MOST = 8.0
"""Figures that one article counts for, however many it has."""
SMALLEST = 0.005
"""Weights nearer to zero are left out."""

Sign = tuple[str, str]
"""A role, and what is seen of what plays it."""


def signs_of_readings(example: Example) -> list[list[Sign]]:
    """The signs of each reading of an example, with the role that each speaks for."""
    signs = example["signs"]
    return [[(role, sign) for role, name in plays for sign in signs[name]] for *plays, _ in example["readings"]]


def fit(examples: Sequence[Example], counts: Sequence[float]) -> dict[Sign, float]:
    """The weights that make the right readings likeliest, under the prior."""
    prior = PRIORS[examples[0]["of"]]
    useful = [
        (one, count) for one, count in zip(examples, counts, strict=True) if 0 < _right(one) < len(one["readings"])
    ]
    rows = [row for one, _ in useful for row in signs_of_readings(one)]
    order = {sign: at for at, sign in enumerate(sorted(_common(one for one, _ in useful)))}
    table = _matrix(rows, order)
    right = np.array([float(reading[-1]) for one, _ in useful for reading in one["readings"]])
    sizes = np.array([len(one["readings"]) for one, _ in useful])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    group = np.repeat(np.arange(len(sizes)), sizes)
    weight = np.array([count for _, count in useful])

    def loss(theta: Any) -> tuple[float, Any]:
        score = table @ theta
        odds = np.exp(score - np.maximum.reduceat(score, starts)[group])
        whole, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        gradient = table.T @ ((odds * right / good[group] - odds / whole[group]) * weight[group])
        return float(-(weight * np.log(good / whole)).sum() + prior * theta @ theta / 2), prior * theta - gradient

    theta = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {sign: round(float(theta[at]), 3) for sign, at in order.items() if abs(theta[at]) >= SMALLEST}


def _right(example: Example) -> int:
    return sum(bool(reading[-1]) for reading in example["readings"])


def _common(examples: Iterable[Example]) -> set[Sign]:
    articles: defaultdict[Sign, set[str]] = defaultdict(set)
    for one in examples:
        for row in signs_of_readings(one):
            for sign in row:
                articles[sign].add(one["doc"])
    return {sign for sign, found in articles.items() if len(found) >= FEWEST}


def _matrix(rows: list[list[Sign]], order: dict[Sign, int]) -> Any:
    columns = [sorted({order[sign] for sign in row if sign in order}) for row in rows]
    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    flat = [at for row in columns for at in row]
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(order)))


def chances(example: Example, weights: dict[Sign, float]) -> Any:
    """How likely each reading of an example is."""
    score = np.array([sum(weights.get(sign, 0.0) for sign in row) for row in signs_of_readings(example)])
    odds = np.exp(score - score.max())
    return odds / odds.sum()


def held_out(examples: Sequence[Example], counts: Sequence[float], judged: Sequence[bool]) -> Counter[str]:
    """What rules and weights get right of the judged examples, each fold of articles by weights that never saw them."""
    tally: Counter[str] = Counter()
    folds = [zlib.crc32(one["doc"].encode()) % FOLDS for one in examples]
    for fold in range(FOLDS):
        known = [at for at, its in enumerate(folds) if its != fold]
        weights = fit([examples[at] for at in known], [counts[at] for at in known])
        for at, its in enumerate(folds):
            if its == fold and judged[at]:
                _judge(examples[at], weights, tally)
    return tally


def _judge(example: Example, weights: dict[Sign, float], tally: Counter[str]) -> None:
    likely = chances(example, weights)
    found = example["found"]
    best = int(likely.argmax())
    chosen = best if likely[best] - likely[found] > MARGINS[example["of"]] else found
    before, after = bool(example["readings"][found][-1]), bool(example["readings"][chosen][-1])
    tally.update(figures=1, rules=before, weighed=after, mended=after and not before, spoilt=before and not after)


def learn(of: str, unread: list[Path], read: list[Path]) -> dict[Sign, float]:
    """The weights of a decision from all its examples; what they are worth held out is printed to standard error."""
    examples: list[Example] = []
    judged: list[bool] = []
    for path in (*unread, *read):
        lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        found = [one for one in lines if one["of"] == of]
        examples += found
        judged += [path not in read] * len(found)
    versions = Counter((one["doc"], one["start"]) for one in examples)
    figures = Counter(doc for doc, _ in versions)
    counts = [1.0 / versions[one["doc"], one["start"]] * min(1.0, MOST / figures[one["doc"]]) for one in examples]
    print(f"{len(figures)} articles, {len(versions)} figures, {len(examples)} examples", file=sys.stderr)
    print("held out, not read before:", dict(held_out(examples, counts, judged)), file=sys.stderr)
    return fit(examples, counts)
