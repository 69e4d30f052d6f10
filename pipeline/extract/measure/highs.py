"""A figure that is said to be the highest or the lowest so far: a word that its flow's earlier figures can belie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from pipeline.claim import COUNTED, Claim, Evidence, claim_id
from pipeline.extract.measure.before import CURRENCY_CODE
from pipeline.extract.row.items import Sentence
from pipeline.lexicon import read_toml

_LEADS_ON: Final = re.compile(r"[-w]?(?:[oat@]|[dvw])*")
"""From the word to its figure: "a record high of nearly $5 billion"."""
_LEADS_FAR: Final = re.compile(r"(?:[iu][dvw]*P)?,[Latdvw]*")
"""From the word over a comma: "to its highest level since 2015, at $5 billion"."""
_LEADS_OVER: Final = re.compile(r"[-wC]?(N)[dvwCEPifthpo']*[oLt][dvw@]*")
"""From the word over its flow: "record exports of $5 billion"."""
_BEHIND: Final = re.compile(r"(?:[ifth][dvw]*[PE]){0,2}[(,]?(?:W?L)?[dpv]*")
"""From a figure to the word: "$5 billion in 2023, a record"."""
_DECADE: Final = 10


class _High(NamedTuple):
    sign: int
    start: int
    end: int
    since: int | None
    """The year since when."""
    years: int | None
    """For how many years."""


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    sign: int
    not_behind: tuple[str, ...]


def find_highs(sentence: Sentence, claims: Mapping[int, Claim], doc: str) -> Iterator[Claim]:
    """The claims that a figure of the sentence is a high or a low; ``claims`` are those of its figures."""
    if not any(map(_may_be_high, claims.values())):
        return
    for high in _said(sentence):
        figure = _figure_of(sentence, high, claims)
        claim = claims.get(figure) if figure is not None else None
        if claim is not None and _may_be_high(claim):
            yield _told(sentence, high, claim, doc)


def _may_be_high(claim: Claim) -> bool:
    """Whether a figure is of a flow as it was, so that an earlier one can be above it."""
    return claim.measure == "level" and claim.modality == "reported" and (claim.aspect or COUNTED).startswith(COUNTED)


def _told(sentence: Sentence, high: _High, claim: Claim, doc: str) -> Claim:
    """The word as a record of its own: what it is about is what its figure is about."""
    start, end = sentence.start + high.start, sentence.start + high.end
    text = sentence.text[high.start : high.end]
    spot = Evidence(start=start, end=end, rule="high")
    amount: dict[str, Any] = dict.fromkeys(("value", "low", "high", "natural_low", "natural_high"), Decimal(high.sign))
    return replace(
        claim, **amount, id=claim_id(doc, start, end, text), start=start, end=end, text=text, measure="trend",
        unit="trend", order="record", aspect=_aspect(claim), hedge=None, base_period=_since(high, claim), status=None,
        conversion_of=None,
        evidence=MappingProxyType({**claim.evidence, "value": spot}),
    )  # fmt: skip


def _aspect(claim: Claim) -> str | None:
    """A high in tonnes is one of volume."""
    unit = claim.unit or ""
    return None if len(unit) == CURRENCY_CODE and unit.isupper() else "volume"


def _since(high: _High, claim: Claim) -> str | None:
    """The year that the figure is a high since; none for a high of all time."""
    if high.since is not None:
        return str(high.since)
    if high.years is None or claim.period is None:
        return None
    return f"{int(claim.period[:4]) - high.years:04d}"


def _figure_of(sentence: Sentence, high: _High, claims: Mapping[int, Claim]) -> int | None:
    """The figure that the word is said of: the one it leads to, else the one that it stands behind."""
    first = _item_from(sentence, high.start)
    last = _item_from(sentence, high.end)
    after = next((at for at in sentence.figures() if at >= last), None)
    before = next((at for at in reversed(sentence.figures()) if at < first), None)
    if after is not None:
        straight = any(pattern.fullmatch(sentence.codes, last, after) for pattern in (_LEADS_ON, _LEADS_FAR))
        if straight or _over_its_flow(sentence, last, after, claims):
            return after
    if before is not None and _BEHIND.fullmatch(sentence.codes[before + 1 : first]):
        return _moved_to(sentence, before)
    return None


def _moved_to(sentence: Sentence, figure: int) -> int | None:
    """The figure itself; of one that a move starts from ("to $4 billion from $5 billion, a low") where it led to."""
    if sentence.codes[:figure].rstrip("dv@")[-1:] != "f":
        return figure
    return next((at for at in reversed(sentence.figures()) if at < figure), None)


def _over_its_flow(sentence: Sentence, last: int, after: int, claims: Mapping[int, Claim]) -> bool:
    """Whether only the words for the figure's own flow stand between."""
    found = _LEADS_OVER.fullmatch(sentence.codes, last, after)
    flow = claims[after].evidence.get("flow") if after in claims else None
    return found is not None and flow is not None and sentence.items[found.start(1)].start == flow.start


def _item_from(sentence: Sentence, offset: int) -> int:
    """The first item that does not begin before a place of the sentence."""
    place = sentence.start + offset
    return next((at for at, item in enumerate(sentence.items) if item.start >= place), len(sentence.items))


def _said(sentence: Sentence) -> Iterator[_High]:
    """The words of the sentence, the longest where several overlap."""
    text = sentence.text.lower().replace("’", "'").replace("‑", "-")
    if len(text) != len(sentence.text):
        return
    found = [(match, rule) for rule in _rules() for match in rule.pattern.finditer(text)]
    end = 0
    for match, rule in sorted(found, key=lambda one: (one[0].start(), -one[0].end())):
        if match.start() >= end and not _says_else(text, match, rule):
            end = match.end()
            years = match.groupdict().get("years") or match.groupdict().get("for")
            since = match.groupdict().get("since")
            count = _count(years) if years else _DECADE if "decade" in match.group() else None
            if years is None or count is not None:
                yield _High(rule.sign, match.start(), match.end(), int(since) if since else None, count)


def _says_else(text: str, match: re.Match[str], rule: _Rule) -> bool:
    """ "Its previous record", "a record for the month"."""
    before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    other = any(before.endswith(word) and not before[: -len(word)][-1:].isalpha() for word in rule.not_behind)
    return other or behind.startswith(_not_before())


def _count(word: str) -> int | None:
    from pipeline.quantity.spelled import number_words

    return int(word) if word.isdigit() else number_words().get(word)


@cache
def _not_before() -> tuple[str, ...]:
    return tuple(read_toml("highs.toml")["not_before"])


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(re.compile(rf"(?<![\w-])(?:{one['pattern']})(?![\w-])"), one["sign"], tuple(one.get("not_behind", ())))
        for one in read_toml("highs.toml")["high"]
    )
