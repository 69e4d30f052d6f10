"""The Dask engine: the same bytes as one process, and a worker that dies does no harm."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import Job, run
from pipeline.engine.cluster import run_client, run_cluster
from pipeline.engine.incremental import Plan
from pipeline.engine.inputs import find_inputs
from pipeline.errors import CrossfootError
from pipeline.store.shards import Shards

distributed = pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets of the workers that the test kills
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
REAL = "Kazakhstan's exports to China rose to ${}.4 billion in 2023, customs data showed.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    made.mkdir()
    for number in range(60):
        (made / f"{number:03}.txt").write_text(REAL.format(number) * (number % 3), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as made,
    ):
        yield made


def outputs(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name[0] != ".")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_cluster_gives_the_same_bytes(corpus: Path, client: Any) -> None:
    run(Job(paths=(str(corpus),), out=corpus.parent / "one", jobs=1))
    address = client.scheduler.address
    run(Job(paths=(str(corpus),), out=corpus.parent / "two", engine="dask", scheduler=address))
    assert outputs(corpus.parent / "one") == outputs(corpus.parent / "two")


def test_a_worker_that_is_killed_does_no_harm(corpus: Path, client: Any) -> None:
    job = Job(paths=(str(corpus),), out=corpus.parent / "out")
    plan = Plan(job=job, shards=Shards(job.out, "key"), seen={})
    paths = []
    for path in run_client(plan.tasks(find_inputs(job), 1), client):
        if not paths:
            os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        paths.append(path)
        plan.take(path)
    assert len(plan.seen) == 60
    assert len(set(paths)) == len(paths) == 4


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.cluster._WAIT", "1s")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(CrossfootError, match="no Dask scheduler answers"):
        list(run_cluster([], workers=1, scheduler=address))


def test_a_scheduler_that_is_gone_in_the_middle_of_a_run_is_said(corpus: Path) -> None:
    job = Job(paths=(str(corpus),), out=corpus.parent / "gone")
    plan = Plan(job=job, shards=Shards(job.out, "key"), seen={})
    cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=":0")
    with cluster, distributed.Client(cluster) as made:
        paths = run_client(plan.tasks(find_inputs(job), 1), made)
        next(paths)
        cluster.close()
        with pytest.raises(CrossfootError, match="the Dask scheduler is gone"):
            list(paths)


def test_that_the_usual_port_of_the_status_page_is_taken_troubles_nobody() -> None:
    with socket.socket() as taken:
        with contextlib.suppress(OSError):  # then somebody else has it
            taken.bind(("0.0.0.0", 8787))
            taken.listen()
        assert list(run_cluster([], workers=1)) == []
