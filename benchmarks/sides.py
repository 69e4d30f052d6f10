"""Learns the weights of ``models/sides.csv`` from annotated articles, and says how good they are on articles held out.

    python -m benchmarks.sides collect TEXTS GOLD.jsonl > EXAMPLES.jsonl
    python -m benchmarks.sides learn EXAMPLES.jsonl… [--read EXAMPLES.jsonl…] > models/sides.csv

``collect`` reads the articles with the rules alone and writes an example for each figure that gold and rules both know:
the pairs of economies in view, their signs, and which pairs are right. ``learn`` fits a conditional logit: the chance
of a pair grows with the exponential of its weights' sum; a Gaussian prior keeps weights small. Best are
examples that a program collected which had not seen the articles; several such files of the same articles, by several
programs, are welcome. How good the weights are goes to standard error: on articles held out, whole articles at a time,
and without those that the rules were written on (``--read``), which say too much good of the rules.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.article import read_articles
from pipeline.evaluate import compare, pair, read_records
from pipeline.extract import weighing
from pipeline.extract.asked import Asked
from pipeline.extract.figures import query_of
from pipeline.extract.query import Parties, Slot
from pipeline.extract.reader import read_article
from pipeline.extract.signs import pair_signs, signs_of

FOLDS = 5
PRIOR = 1.0
"""How strongly weights are held to zero."""
FEWEST = 4
"""Articles that a sign must occur in."""
MOST = 8.0
"""Figures that one article counts for, however many it has."""
SMALLEST = 0.005
"""Weights nearer to zero are left out."""
ROLES = ("reporter", "partner")
MARGIN = weighing.MARGIN
NEVER = 2.0
"""A margin that no pair reaches, so that the rules stand."""

Example = dict[str, Any]
Sign = tuple[str, str]


def collect(texts: Path, gold: Path) -> Iterator[Example]:
    """An example for each figure of the articles that both gold and rules take for a trade claim."""
    weighing.MARGIN = NEVER  # type: ignore[misc]
    wanted: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in read_records(str(gold)):
        if "mask" not in record:
            wanted[record["doc"]].append(dict(record))
    for doc, records in sorted(wanted.items()):
        yield from _of_article(texts / doc, records)


def _of_article(path: Path, records: list[dict[str, Any]]) -> Iterator[Example]:
    article = next(iter(read_articles([path])))
    asked: dict[int, Asked] = {}

    def watch(scene: Any, binding: Any, earlier: Parties | None, claim: Any) -> None:
        sides = (_slot(claim, role) for role in ROLES)
        found = Parties(**dict(zip(ROLES, sides, strict=True)))
        query = query_of(scene, binding, earlier)
        one = Asked(query=query, naming=scene.naming, measure=claim.measure, found=found)
        if weighing.is_open(one):
            asked[claim.start] = one

    said = [
        claim.to_record() for claim in read_article(article, watch) if claim.measure in {"level", "change", "share"}
    ]
    for at, other in pair(records, said).items():
        if said[other]["start"] in asked and not records[at].get("optional"):
            yield _example(records[at], said[other], asked[said[other]["start"]])


def _slot(claim: Any, role: str) -> Slot | None:
    spot, value = claim.evidence.get(role), getattr(claim, role)
    if spot is None or value is None:
        return None
    return Slot(value=value, start=spot.start, end=spot.end, rule=spot.rule, inherited=spot.inherited)


def _example(gold: dict[str, Any], said: dict[str, Any], asked: Asked) -> Example:
    pairs = [
        [*two, list(pair_signs(asked, *two)), compare(gold, {**said, **dict(zip(ROLES, two, strict=True))})["edge"]]
        for two in asked.pairs()
    ]
    signs = {code: list(signs_of(asked, code)) for code in asked.candidates}
    return {
        "doc": said["doc"],
        "start": said["start"],
        "found": [said[r] for r in ROLES],
        "signs": signs,
        "pairs": pairs,
    }


# ---- learning --------------------------------------------------------------------------------------------------------


def signs_of_pairs(example: Example) -> list[list[Sign]]:
    """The signs of each pair of an example, with the side that each speaks for."""
    signs = example["signs"]
    return [
        [("reporter", sign) for sign in signs[first]]
        + [("partner", sign) for sign in signs[second]]
        + [("pair", sign) for sign in together]
        for first, second, together, _ in example["pairs"]
    ]


def fit(examples: Sequence[Example], counts: Sequence[float]) -> dict[Sign, float]:
    """The weights that make the right pairs likeliest, under the prior."""
    useful = [(one, count) for one, count in zip(examples, counts, strict=True) if 0 < _right(one) < len(one["pairs"])]
    rows = [row for one, _ in useful for row in signs_of_pairs(one)]
    order = {sign: at for at, sign in enumerate(sorted(_common(one for one, _ in useful)))}
    table = _matrix(rows, order)
    right = np.array([float(two[-1]) for one, _ in useful for two in one["pairs"]])
    sizes = np.array([len(one["pairs"]) for one, _ in useful])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    group = np.repeat(np.arange(len(sizes)), sizes)
    weight = np.array([count for _, count in useful])

    def loss(theta: Any) -> tuple[float, Any]:
        score = table @ theta
        odds = np.exp(score - np.maximum.reduceat(score, starts)[group])
        whole, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        gradient = table.T @ ((odds * right / good[group] - odds / whole[group]) * weight[group])
        return float(-(weight * np.log(good / whole)).sum() + PRIOR * theta @ theta / 2), PRIOR * theta - gradient

    theta = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {sign: round(float(theta[at]), 3) for sign, at in order.items() if abs(theta[at]) >= SMALLEST}


def _right(example: Example) -> int:
    return sum(bool(two[-1]) for two in example["pairs"])


def _common(examples: Iterable[Example]) -> set[Sign]:
    articles: defaultdict[Sign, set[str]] = defaultdict(set)
    for one in examples:
        for row in signs_of_pairs(one):
            for sign in row:
                articles[sign].add(one["doc"])
    return {sign for sign, found in articles.items() if len(found) >= FEWEST}


def _matrix(rows: list[list[Sign]], order: dict[Sign, int]) -> Any:
    columns = [sorted({order[sign] for sign in row if sign in order}) for row in rows]
    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    flat = [at for row in columns for at in row]
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(order)))


def chances(example: Example, weights: dict[Sign, float]) -> Any:
    """How likely each pair of an example is."""
    score = np.array([sum(weights.get(sign, 0.0) for sign in row) for row in signs_of_pairs(example)])
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
    found = next(at for at, two in enumerate(example["pairs"]) if list(two[:2]) == example["found"])
    best = int(likely.argmax())
    chosen = best if likely[best] - likely[found] > MARGIN else found
    before, after = bool(example["pairs"][found][-1]), bool(example["pairs"][chosen][-1])
    tally.update(figures=1, rules=before, weighed=after, mended=after and not before, spoilt=before and not after)


def learn(unread: list[Path], read: list[Path]) -> dict[Sign, float]:
    """The weights from all examples; what they are worth on articles held out is printed to standard error."""
    examples: list[Example] = []
    judged: list[bool] = []
    for path in (*unread, *read):
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        examples += found
        judged += [path not in read] * len(found)
    versions = Counter((one["doc"], one["start"]) for one in examples)
    figures = Counter(doc for doc, _ in versions)
    counts = [1.0 / versions[one["doc"], one["start"]] * min(1.0, MOST / figures[one["doc"]]) for one in examples]
    print(f"{len(figures)} articles, {len(versions)} figures, {len(examples)} examples", file=sys.stderr)
    print("held out, not read before:", dict(held_out(examples, counts, judged)), file=sys.stderr)
    return fit(examples, counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    first = parts.add_parser("collect")
    first.add_argument("texts", type=Path)
    first.add_argument("gold", type=Path)
    second = parts.add_parser("learn")
    second.add_argument("unread", type=Path, nargs="+")
    second.add_argument("--read", type=Path, nargs="*", default=[])
    chosen = parser.parse_args()
    if chosen.part == "collect":
        for example in collect(chosen.texts, chosen.gold):
            print(json.dumps(example, ensure_ascii=False))
        return
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("role", "sign", "weight"))
    out.writerows((role, sign, weight) for (role, sign), weight in sorted(learn(chosen.unread, chosen.read).items()))


if __name__ == "__main__":
    main()
