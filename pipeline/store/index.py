"""Where the claims about a pair of economies stand in ``claims.jsonl``, and where an article stands in its file.

``claims.index`` is a sorted list of pairs of 64-bit numbers: the hash of a key, and the place of a line. Looking a key
up costs a few reads, however large the store is; two keys of one hash cost a line read in vain, never a wrong answer.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.errors import StoreError
from pipeline.lexicon import read_csv
from pipeline.store.run import StoredArticle
from pipeline.wholes import WORLD, is_country, members

NAME: Final = "claims.index"
_ENTRY: Final = struct.Struct(">QQ")
_YEARS: Final = 3
"""Years around a claim in which others may be tied to it: a growth reaches from one year into another."""
_MOST: Final = 20_000
"""Stored claims that one check takes in; of a pair that is printed oftener the first ones."""


Keys = Callable[[Mapping[str, Any]], list[int]]
LineOf = Callable[[Mapping[str, Any]], str]


class Places:
    """Collects where lines stand while a store is written."""

    def __init__(self) -> None:
        self._entries: list[tuple[int, int]] = []

    def noting(self, records: Iterable[Mapping[str, Any]], keys: Keys, line_of: LineOf) -> Iterator[str]:
        """The line of each record; on the way its place is noted under the keys of the record."""
        at = 0
        for record in records:
            line = line_of(record)
            self._entries += [(key, at) for key in keys(record)]
            at += len(line.encode("utf-8", "backslashreplace"))
            yield line

    def pieces(self) -> Iterator[bytes]:
        """The index; asked for when the lines have been written."""
        self._entries.sort()
        for entry in self._entries:
            yield _ENTRY.pack(*entry)


def claim_keys(record: Mapping[str, Any]) -> list[int]:
    """The keys of a stored claim: its pair and year, and those of the whole it is a share of."""
    year = _year(record.get("period"))
    pairs = {_pair(record.get("reporter"), record.get("partner"))}
    whole = (record.get("share_of") or "").split("/")
    if len(whole) == 3:
        pairs.add(_pair(whole[0], whole[1]))
    return [_hash(f"{pair} {year}") for pair in sorted(pairs) if year]


def article_keys(record: Mapping[str, Any]) -> list[int]:
    """The key of a stored article."""
    return [_hash(f"article {record['name']}")]


def claims_about(out: Path, claims: Iterable[Claim]) -> list[Claim]:
    """The stored claims that may be tied to these: their pairs, the groups and members of either side, the world."""
    wanted = sorted({_hash(f"{pair} {year}") for claim in claims for pair, year in _near(claim)})
    records = _read(out, "claims.jsonl", wanted, claim_keys)
    return [Claim.from_record(record) for record in records]


def articles_named(out: Path, names: Iterable[str]) -> list[StoredArticle]:
    """The stored articles with these names."""
    wanted = sorted({_hash(f"article {name}") for name in names})
    return [StoredArticle(**record) for record in _read(out, "articles.jsonl", wanted, article_keys)]


def _read(out: Path, name: str, wanted: list[int], keys: Keys) -> Iterator[dict[str, Any]]:
    """The records of a file whose keys are wanted, in the order of the file."""
    with (out / NAME).open("rb") as handle:
        if not handle.seek(0, 2):
            return  # nothing can be mapped where nothing is
        with mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as index:
            places = sorted({place for key in wanted for place in _places(index, key)})
    with (out / name).open("rb") as lines:
        for place in places[:_MOST]:
            lines.seek(place)
            record: dict[str, Any] = _record(lines.readline(), out / name)
            if not set(wanted).isdisjoint(keys(record)):
                yield record


def _record(line: bytes, path: Path) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise StoreError(f"{path} is not what its index was made of: run 'crossfoot run' again") from error


def _places(index: mmap.mmap, key: int) -> Iterator[int]:
    low, high = 0, len(index) // _ENTRY.size
    while low < high:
        middle = (low + high) // 2
        if _ENTRY.unpack_from(index, middle * _ENTRY.size)[0] < key:
            low = middle + 1
        else:
            high = middle
    for at in range(low, len(index) // _ENTRY.size):
        found, place = _ENTRY.unpack_from(index, at * _ENTRY.size)
        if found != key:
            return
        yield place


def _near(claim: Claim) -> Iterator[tuple[str, int]]:
    year = _year(claim.period)
    if not year or not claim.reporter or not claim.partner:
        return
    pairs = {_pair(one, claim.partner) for one in _relatives(claim.reporter, year)}
    pairs |= {_pair(claim.reporter, other) for other in _relatives(claim.partner, year)}
    for pair in sorted(pairs):
        for around in range(year - _YEARS, year + _YEARS + 1):
            yield pair, around


def _relatives(code: str, year: int) -> list[str]:
    """The party, the world, its members where it is a group, and the groups it is of.

    The world has no members here: who is given as a part of it is found by the share.
    """
    if code == WORLD:
        return [code]
    if is_country(code):
        return [code, WORLD, *_groups_of(code, year)]
    return [code, WORLD, *sorted(members(code, year)), *code.split("+")]


@cache
def _groups_of(code: str, year: int) -> list[str]:
    slugs = [row["slug"] for row in read_csv("groups.csv") if row["slug"] != WORLD]
    return [slug for slug in slugs if code in members(slug, year)]


def _pair(one: str | None, other: str | None) -> str:
    return "/".join(sorted((one or "", other or "")))


def _year(period: str | None) -> int:
    return int(period[:4]) if period and period[:4].isdigit() else 0


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")
