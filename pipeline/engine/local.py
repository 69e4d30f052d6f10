"""Tasks on this machine: in this process, or in several, a bounded number of them under way."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from pipeline.engine.reading import Task, do
from pipeline.errors import CrossfootError

_AHEAD: Final = 3  # tasks under way for each process: bounds what is held in memory
_PER_PROCESS: Final = 400  # tasks after which a process is replaced: what libraries leak goes with it


def run_here(tasks: Iterable[Task]) -> Iterator[str]:
    """The shards of tasks, one after the other."""
    return map(do, tasks)


def run_processes(tasks: Iterable[Task], processes: int) -> Iterator[str]:
    """The shards of tasks as they are finished, in any order."""
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # "spawn": a forked copy of a process that runs threads (numpy's, for one) may hang.
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=start_worker, max_tasks_per_child=_PER_PROCESS
    )
    waiting = iter(tasks)
    under_way: set[Future[str]] = set()
    try:
        under_way.update(pool.submit(do, task) for task in islice(waiting, processes * _AHEAD))
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            under_way.update(pool.submit(do, task) for task in islice(waiting, len(done)))
            yield from sorted(future.result() for future in done)
    except BrokenProcessPool as error:
        raise CrossfootError(
            "a reading process was killed, probably for want of memory: use fewer --jobs; what was read is kept"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def start_worker(*_: Any) -> None:
    """Ctrl-C reaches every process of the terminal, but the first one stops the others; libraries log nothing.

    A process whose first one was killed ends too: it would wait for work for ever.
    """
    import logging
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_first, daemon=True).start()
    logging.getLogger().addHandler(logging.NullHandler())


def _end_with_first() -> None:
    import os
    from multiprocessing import parent_process

    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)
