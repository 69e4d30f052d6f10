"""What of a job is new: inputs that an earlier run has read, or this one before it was killed, are not read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from pipeline.article import Skipped
from pipeline.engine.containers import read_container
from pipeline.engine.inputs import Container, Input
from pipeline.engine.job import Job
from pipeline.engine.reading import Task
from pipeline.environment import versions
from pipeline.lexicon import lexicon_hashes
from pipeline.store.shards import LISTING, SKIPPED, Key, Row, Seen, Shards, write_shard

_TASK_INPUTS: Final = 512
_TASK_BYTES: Final = 8_000_000
_PROBLEM: Final = "-problem"
"""Behind the stamp of a container where it is that of what is wrong with it, for its listing has the stamp itself."""
_NO_INFLUENCE: Final = frozenset({"report", "tolerance"})
"""Keys of the configuration that say nothing about what is read."""

_READERS: Final = ("article", "components", "extract", "layout", "period", "quantity")
"""The packages that decide what is read; single modules of the root count too."""

_KEEPERS: Final = (
    "engine/reading.py",
    "engine/inputs.py",
    "engine/containers.py",
    "engine/incremental.py",
    "store/shards.py",
    "store/compact.py",
)
_ROOT: Final = Path(__file__).resolve().parent.parent


def rules_key(job: Job) -> str:
    """A fingerprint of all that decides what is read from an article: code, lexicons, packages, configuration."""
    config = {name: value for name, value in job.settings.to_record().items() if name not in _NO_INFLUENCE}
    parts = {"code": _reading_code(), "lexicons": lexicon_hashes(), "versions": versions(), "config": config}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


@cache
def code_key() -> str:
    """A fingerprint of everything that outputs follow from, templates too."""
    return _hashed([path for path in _ROOT.rglob("*") if path.suffix in {".py", ".j2", ".css", ".js"}])


@cache
def _reading_code() -> str:
    files = [*_ROOT.glob("*.py"), *(path for name in _READERS for path in (_ROOT / name).rglob("*.py"))]
    return _hashed([*files, *(_ROOT / name for name in _KEEPERS)])


def _hashed(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@dataclass(slots=True, kw_only=True)
class Plan:
    """The inputs of a job against what was read before; ``live`` names what belongs to the job, in its order."""

    job: Job
    shards: Shards
    seen: dict[Key, Seen]
    live: list[Key | Skipped] = field(default_factory=list)
    reused: int = 0
    notes: list[Row] = field(default_factory=list)
    """What containers hold, and which of their records are none: written when all of their records are read."""

    def tasks(self, found: Sequence[Input | Container | Skipped], processes: int) -> Iterator[Task]:
        """The work that is left; filling ``live`` on the way."""
        most = min(
            _TASK_INPUTS, max(_fewest(), -(-self.new(found) // (4 * processes)))
        )  # enough tasks to keep every process busy
        batch: list[Input] = []
        size = 0
        for given in self._new(found):
            batch.append(given)
            size += len(given.data or b"")
            if len(batch) >= (most if given.data is None else _TASK_INPUTS) or size >= _TASK_BYTES:
                yield self._task(batch)
                batch, size = [], 0
        if batch:
            yield self._task(batch)

    def new(self, found: Iterable[Input | Container | Skipped]) -> int:
        """How many files are still to be read; what is in changed containers is not known yet."""
        return sum(isinstance(item, Input) and self._is_new(item) for item in found)

    def take(self, path: str) -> tuple[int, int]:
        """Take in a finished shard: how many inputs and how many claims are in it."""
        rows = self.shards.index(Path(path))
        self.shards.add(Path(path), rows, self.seen)
        return len(rows), sum(row[3] for row in rows)

    def finish(self) -> None:
        """Write down what was found out about containers, so that unchanged ones are not opened again."""
        if self.notes:
            self.take(str(write_shard(self.shards.directory, self.notes, self.shards.key)))

    def _task(self, batch: Sequence[Input]) -> Task:
        settings = self.job.settings
        return Task(inputs=tuple(batch), directory=self.shards.directory, key=self.shards.key, settings=settings)

    def _is_new(self, given: Input) -> bool:
        return not given.stamp or (given.name, given.stamp) not in self.seen

    def _new(self, found: Iterable[Input | Container | Skipped]) -> Iterator[Input]:
        for item in found:
            if isinstance(item, Container):
                yield from self._inside(item)
            elif isinstance(item, Skipped):
                self.live.append(item)
            else:
                self.live.append((item.name, item.stamp))
                if self._is_new(item):
                    yield item
                else:
                    self.reused += 1

    def _inside(self, container: Container) -> Iterator[Input]:
        """What is new in a container; one that has not changed is not opened."""
        self.live.append((container.name, container.stamp))
        inside = self._listed(container)
        if inside is not None:
            self.live += inside
            self.reused += len(inside)
            return
        inside, problems = [], []
        for item in read_container(container, limit=self.job.settings.limits.max_file_bytes):
            if isinstance(item, Skipped):
                key = (item.name, f"{container.stamp}{_PROBLEM}")
                problems.append(Row(name=key[0], stamp=key[1], kind=SKIPPED, article=item.reason))
                inside.append(key)
                continue
            inside.append((item.name, item.stamp))
            if self._is_new(item):
                yield item
            else:
                self.reused += 1
        inside = list(dict.fromkeys(inside))
        self.live += inside
        names = json.dumps(inside, separators=(",", ":"))
        self.notes += [*problems, Row(name=container.name, stamp=container.stamp, kind=LISTING, article=names)]

    def _listed(self, container: Container) -> list[Key] | None:
        """What was in a container when it was last opened, if it is still the same and all of it was read."""
        mark = self.seen.get((container.name, container.stamp))
        if mark is None or mark.kind != LISTING or not container.stamp:
            return None
        listed = [(name, stamp) for name, stamp in json.loads(self.shards.value("article", mark.shard, mark.row))]
        return listed if all(key in self.seen for key in listed) else None


def _fewest() -> int:
    """Inputs that are worth a shard of their own."""
    return 16
