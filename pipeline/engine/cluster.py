"""Tasks on a Dask cluster: one that is given by its scheduler's address, or one made on this machine.

Workers write their shards below the output directory, which they must see under the same path. A task whose worker
dies is done again elsewhere; a shard is whole or absent, and doing it twice gives the same bytes.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from typing import Any, Final

from pipeline.engine.reading import Task, do
from pipeline.errors import CrossfootError

_AHEAD: Final = 4  # tasks under way for each thread of the cluster
_RETRIES: Final = 3
_WAIT: Final = "10s"
_ANY_PORT: Final = "127.0.0.1:0"
"""For the status page, which Dask serves in any case: its usual port may be taken, of which users would be warned."""


def run_cluster(tasks: Iterable[Task], *, workers: int, scheduler: str | None = None) -> Iterator[str]:
    """The shards of tasks as they are finished, in any order."""
    with _client(workers, scheduler) as client:
        yield from run_client(tasks, client)


def run_client(tasks: Iterable[Task], client: Any) -> Iterator[str]:
    """The shards of tasks, done by the cluster of a Dask client."""
    distributed = _distributed()

    def submit(task: Task) -> Any:
        return client.submit(do, task, pure=False, retries=_RETRIES)

    waiting = iter(tasks)
    threads = max(1, sum(client.nthreads().values()))
    finished = distributed.as_completed([submit(task) for task in islice(waiting, threads * _AHEAD)])
    try:
        for future in finished:
            path: str = future.result()
            future.release()
            for task in islice(waiting, 1):
                finished.add(submit(task))
            yield path
    except distributed.KilledWorker as error:
        raise CrossfootError(
            "the workers of the cluster die again and again, probably for want of memory: give them more, or use fewer"
        ) from error
    except CancelledError as error:
        raise CrossfootError(
            "the Dask scheduler is gone: start it, and give the same command again; finished shards are kept"
        ) from error


@contextlib.contextmanager
def _client(workers: int, scheduler: str | None) -> Iterator[Any]:
    distributed = _distributed()
    logging.getLogger("distributed").setLevel(logging.ERROR)
    if scheduler is not None:
        try:
            client = distributed.Client(scheduler, timeout=_WAIT)
        except (OSError, ValueError, TimeoutError) as error:
            raise CrossfootError(
                f"no Dask scheduler answers at {scheduler}: check the address, or start one"
            ) from error
        with client:
            yield client
        return
    with (
        distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": _ANY_PORT},
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def _distributed() -> Any:
    """Dask's distributed package, which is an extra."""
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise CrossfootError("the Dask engine is not installed: pip install 'crossfoot[dask]'") from error
