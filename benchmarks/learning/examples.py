"""Examples of a decision: the readings that the text leaves open, what is seen of each, and which gold calls right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, Final

from pipeline.article import read_articles
from pipeline.evaluate import compare, pair, read_records
from pipeline.extract.reader import read_article
from pipeline.extract.weighing import goods, periods
from pipeline.extract.weighing.odds import Question, heard_by

SCORED: Final = {"level", "change", "share"}

Example = dict[str, Any]
"""``doc`` and ``start`` of the figure, the decision ``of``, the ``signs`` of each candidate, the ``readings`` as
``[[role, candidate]…, right]``, and which of them the rules ``found``."""


def collect(texts: Path, gold: Path) -> Iterator[Example]:
    """The examples of all articles that gold knows, read with the rules alone."""
    wanted: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in read_records(str(gold)):
        if "mask" not in record:
            wanted[record["doc"]].append(dict(record))
    for doc, records in sorted(wanted.items()):
        yield from _of_article(texts / doc, records)


def _of_article(path: Path, records: list[dict[str, Any]]) -> Iterator[Example]:
    article = next(iter(read_articles([path])))
    told: dict[str, tuple[Question[Any], Hashable]] = {}
    asked: dict[int, dict[str, tuple[Question[Any], Hashable]]] = {}

    def hear(question: Question[Any], found: Hashable) -> Hashable:
        told[question.of] = (question, found)
        return found

    def watch(*seen: Any) -> None:
        asked[seen[-1].start] = {**told}
        told.clear()

    with heard_by(hear):
        said = [claim.to_record() for claim in read_article(article, watch) if claim.measure in SCORED]
    for at, other in pair(records, said).items():
        if not records[at].get("optional"):
            for question, found in asked.get(said[other]["start"], {}).values():
                yield _example(records[at], said[other], question, found)


def _example(gold: dict[str, Any], said: dict[str, Any], question: Question[Any], found: Hashable) -> Example:
    readings = list(question.readings)
    return {
        "doc": said["doc"],
        "start": said["start"],
        "of": question.of,
        "signs": {name: list(signs) for name, signs in question.signs.items()},
        "readings": [[*map(list, question.readings[one]), _is_right(gold, said, question.of, one)] for one in readings],
        "found": readings.index(found),
    }


def _is_right(gold: dict[str, Any], said: dict[str, Any], of: str, reading: Any) -> bool:
    """Whether gold agrees with the claim where it is read so."""
    if of == "sides":
        return bool(compare(gold, {**said, "reporter": reading[0], "partner": reading[1]})["edge"])
    if of == "goods":
        return bool(compare(gold, {**said, "commodity": None if reading == goods.ALL else reading})["commodity"])
    return bool(compare(gold, {**said, "period": None} if reading == periods.OPEN else said)["period"])
