"""What a run has read, as articles and claims that stay in their shards until they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from pipeline.article import Article, Skipped
from pipeline.claim import Claim
from pipeline.engine.reading import article_of, remarks_of
from pipeline.store.compact import unpack
from pipeline.store.shards import READ, REMARKED, SKIPPED, Key, Seen, Shards

Place = tuple[int, int]


class Articles(Sequence[Article]):
    """The articles at places of the shards, read when they are asked for; going through them in order is cheap."""

    def __init__(self, shards: Shards, places: Sequence[tuple[str, Place]]) -> None:
        self._shards, self._places = shards, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return Articles(self._shards, self._places[index])
        return self._article(*self._places[index], whole=True)

    def bare(self) -> Iterator[Article]:
        """The articles without their texts."""
        return (self._article(name, place, whole=False) for name, place in self._places)

    def shown(self, whole: frozenset[str]) -> Iterator[Article]:
        """The articles, only the named ones with their texts: a page of a great run shows no others."""
        return (self._article(name, place, whole=name in whole) for name, place in self._places)

    def _article(self, name: str, place: Place, *, whole: bool) -> Article:
        record, sha256 = (self._shards.value(column, *place) for column in ("article", "sha256"))
        text = self._shards.value("text", *place).decode("utf-8", "surrogatepass") if whole else ""
        return article_of(name, record, sha256=sha256, text=text)


class Gathered:
    """The inputs of a job in their order, all of them read: its articles, its claims and what was skipped."""

    def __init__(self, shards: Shards, seen: dict[Key, Seen], live: Sequence[Key | Skipped]) -> None:
        rows = [(key, seen[key]) for key in live if not isinstance(key, Skipped)]
        articles = [(key[0], (row.shard, row.row), row.count) for key, row in rows if row.kind in READ]
        self.shards = shards
        self.articles = Articles(shards, [(name, place) for name, place, _ in articles])
        self.places = [(row.shard, row.row) for _, row in rows]
        self._claims = [place for _, place, count in articles if count]
        self._remarked = [(key[0], (row.shard, row.row)) for key, row in rows if row.kind == REMARKED]
        self._skipped = [(key[0], (row.shard, row.row)) for key, row in rows if row.kind == SKIPPED]
        self._remarks = [item for item in live if isinstance(item, Skipped)]

    def claims(self) -> list[Claim]:
        """Every claim, in the order of the articles and their text."""
        return [claim for packed in self.shards.column("claims", self._claims) for claim in unpack(packed)]

    def skipped(self) -> list[Skipped]:
        """Everything that was not read, and remarks; what the listing of the inputs found first."""
        found = [Skipped(name=name, reason=self.shards.value("article", *place)) for name, place in self._skipped]
        unread = [
            Skipped(name=name, reason=remark, fatal=False)
            for name, place in self._remarked
            for remark in remarks_of(self.shards.value("article", *place))
        ]
        return [*self._remarks, *found, *unread]
