"""Examples of a decision: the readings that the text leaves open, what is seen of each, and which gold calls right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, Final

from pipeline.article import read_articles
from pipeline.evaluate import compare, pair, read_records
from pipeline.extract.reader import read_article
from pipeline.extract.weighing import goods, periods, phrases
from pipeline.extract.weighing.odds import Question, heard_by

SCORED: Final = {"level", "change", "share"}

Example = dict[str, Any]
"""``doc`` and ``start`` of the figure, the decision ``of``, the ``signs`` of each candidate, the ``readings`` as
``[[role, candidate]…, right]``, and which of them the rules ``found``."""


def collect(texts: Path, gold: Path) -> Iterator[Example]:
    """The examples of all articles that gold knows, read with the rules alone."""
    wanted: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    masks: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for record in read_records(str(gold)):
        if "mask" in record:
            masks[record["doc"]].append(record["mask"])
        else:
            wanted[record["doc"]].append(dict(record))
    for doc, records in sorted(wanted.items()):
        yield from _of_article(texts / doc, records, masks[doc])


def _of_article(path: Path, records: list[dict[str, Any]], masks: list[tuple[int, int]]) -> Iterator[Example]:
    article = next(iter(read_articles([path])))
    told: dict[str, tuple[Question[Any], Hashable]] = {}
    asked: dict[int, dict[str, tuple[Question[Any], Hashable]]] = {}
    loose: list[Question[Any]] = []

    def hear(question: Question[Any], found: Hashable) -> Hashable:
        if question.figure is None:
            told[question.of] = (question, found)
            return found
        loose.append(question)
        return _meant(question, records)

    def watch(*seen: Any) -> None:
        asked[seen[-1].start] = {**told}
        told.clear()

    with heard_by(hear):
        said = [claim.to_record() for claim in read_article(article, watch) if claim.measure in SCORED]
    for at, other in pair(records, said).items():
        if not records[at].get("optional"):
            for question, found in asked.get(said[other]["start"], {}).values():
                yield _example(records[at], said[other], question, found)
    yield from _of_loose(path.name, records, said, [one for one in loose if not _lies_in(one, masks)])


def _lies_in(question: Question[Any], masks: list[tuple[int, int]]) -> bool:
    return question.figure is not None and any(low <= question.figure.start < high for low, high in masks)


def _over(question: Question[Any], records: list[dict[str, Any]]) -> dict[str, Any] | None:
    """What gold has where the figure stands."""
    low, high = (question.figure.start, question.figure.end) if question.figure is not None else (0, 0)
    there = (one for one in records if one["measure"] in SCORED and min(one["end"], high) > max(one["start"], low))
    return next(there, None)


def _meant(question: Question[Any], records: list[dict[str, Any]]) -> str:
    """The first phrase of the flow that gold has for a figure; no claim where there is none."""
    flow = (_over(question, records) or {}).get("flow")
    return next((name for name, place in question.places.items() if place.value == flow), phrases.NO_CLAIM)


def _of_loose(
    doc: str, records: list[dict[str, Any]], said: list[dict[str, Any]], loose: list[Question[Any]]
) -> Iterator[Example]:
    """The figures that the rules leave without a claim: right is the flow of what gold has there, or no claim.

    Those whose other slots come out wrong are left out: a claim with wrong slots is worth little.
    """
    read = {one["start"]: one for one in said}
    for question in loose:
        gold, start = _over(question, records), question.figure.start if question.figure is not None else 0
        if gold is None or (not gold.get("optional") and start in read and compare(gold, read[start])["strict"]):
            flow = None if gold is None else gold["flow"]
            values = {name: place.value for name, place in question.places.items()}
            yield {
                "doc": doc,
                "start": start,
                "of": question.of,
                "signs": {name: list(signs) for name, signs in question.signs.items()},
                "readings": [
                    [*map(list, plays), values.get(name) == flow] for name, plays in question.readings.items()
                ],
                "found": list(question.readings).index(phrases.NO_CLAIM),
            }


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
