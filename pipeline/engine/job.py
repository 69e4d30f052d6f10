"""What a run is asked to do, and how far it has come."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from pipeline.config import Settings

Engine = Literal["local", "dask"]
ENGINES: Final[tuple[Engine, ...]] = ("local", "dask")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come; ``total`` counts the inputs, ``reused`` those that have not changed."""

    stage: str
    done: int = 0
    total: int = 0
    claims: int = 0
    reused: int = 0


Listener = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """The listener of a caller who wants to hear nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is asked to do: which inputs, into which directory, with what.

    ``jobs`` 0 lets the run choose; ``force`` reads everything again; ``scheduler`` is the address of a Dask cluster,
    without one the Dask engine makes its own on this machine.
    """

    paths: tuple[str, ...]
    out: Path
    settings: Settings = field(default_factory=Settings)
    jobs: int = 0
    force: bool = False
    engine: Engine = "local"
    scheduler: str | None = None
    reference: tuple[Path, ...] = ()
    """Tables of figures that the articles are checked against, each one source more."""
    rates: Path | None = None
    """Exchange rates at which figures in two currencies are compared."""


def cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
