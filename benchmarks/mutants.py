"""Mutation testing of a sample: ``python benchmarks/mutants.py PACKAGE [SAMPLE [SEED [TESTS]]]``: ``quantity 150 0``.

One small change at a time is made to the code of a package (a comparison turned, a number moved by one, a condition
denied, a result forgotten …) and the tests are run in a process that was forked with every library loaded and every
test collected: those that go through the changed function, the quickest first; where they are few, those
that go through its module too. A change that no test notices survives and is printed as ``file:line: before -> after``:
a test is missing there, or the change means the same. The files themselves are never touched.

``TESTS`` are beginnings of names of test files, as ``test_quantity``: the others are left out, which is quicker and
makes what it says rather low.

Where tests fail without any change, they are named and nothing is measured. A change that ends its process (it hangs,
or takes all memory) is noticed; one that could not be put in place, a fault of ours, is printed and counts for nothing.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.abc
import importlib.util
import inspect
import json
import os
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.changes import Mutant, mutated, sites  # noqa: E402

_CHECKED: Final = ("relations", "conflict", "repair", "solve")
_SPEAKS: Final = {
    "quantity": r"pipeline\.quantity",
    "period": r"pipeline\.period",
    **dict.fromkeys(_CHECKED, rf"pipeline\.(?:{'|'.join(_CHECKED)})|from (?:claims|told) import"),
}
"""What a test speaks of that tests a package."""
_READ: Final = ("test_extract.py", "test_extract_prose.py", "test_extract_examples.py")
_MORE: Final = {
    "quantity": (*_READ, "test_extract_tables.py", "test_layout_characters.py", "test_configured_reading.py"),
    "period": (*_READ, "test_extract_when.py", "test_article_dates.py"),
    **dict.fromkeys(
        _CHECKED, ("test_one_breath.py", "test_proved_slips.py", "test_own_errors.py", "test_reference.py")
    ),
}
"""Tests that go through a package without speaking of it."""
_LEFT_OUT: Final = frozenset({"test_docs.py", "test_every_text.py"})
"""Tests that ask something else of a package, and take long."""
_OPTIONS: Final = (
    *("-x", "-q", "-p", "no:cacheprovider"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # hypothesis is loaded before its plugin is
    "--hypothesis-seed=0",  # the same examples with a change as without
    *("-k", "not linearly"),  # how time grows is another matter, and none on a busy machine
)
_LONGEST: Final = 120
"""Seconds of work, beyond twice what the tests take without it, after which a change counts as noticed: it hangs."""
_BASELINE: Final = 1800
"""Likewise for all the tests without a change, each function that they go through being noted."""
_FEW: Final = 20
"""Where fewer tests than this go through a function, those of its module are asked too."""
_ELSEWHERE: Final = 99
"""The exit code that says: this change is in no function, its module must be imported anew."""
_OURS: Final = 98
"""The exit code that says: this bench itself has failed."""
_MEMORY: Final = 6 << 30
"""Bytes that the tests may take with a change in place: one that never stops to collect must not take the machine."""


class Bench:
    """A plugin of pytest that, instead of running the collected tests once, runs them for every change."""

    def __init__(self, package: str, mutants: list[Mutant]) -> None:
        self.package = package
        self.mutants = mutants
        self.survivors: list[Mutant] = []
        self.elsewhere: list[Mutant] = []
        self.broken: list[Mutant] = []
        self.failing: tuple[str, ...] = ()
        self.took = 0.0
        self.tried = 0

    def pytest_runtestloop(self, session: Any) -> bool:
        """Every change that is in a function; the others are left for a process that imports anew."""
        print("# the tests without a change", file=sys.stderr, flush=True)
        reached, took, self.failing = _baseline(session, self.package)
        self.took = sum(took.values())
        if self.failing:
            return True
        for mutant in self.mutants:
            names = _concerned(mutant, reached)
            items = sorted((one for one in session.items if one.nodeid in names), key=lambda one: took[one.nodeid])
            longest = _longest(sum(took[one.nodeid] for one in items))
            code = _forked(lambda mutant=mutant, items=items: _judge(session, mutant, items), longest)
            if code == _ELSEWHERE:
                self.elsewhere.append(mutant)
            else:
                self.note(mutant, code)
        return True

    def note(self, mutant: Mutant, code: int) -> None:
        """What became of a change."""
        if code == _OURS:
            self.broken.append(mutant)
            print(f"not put in place: {_place(mutant)}", file=sys.stderr, flush=True)
            return
        self.tried += 1
        if self.tried % 10 == 0:
            print(f"# {self.tried} tried, {len(self.survivors)} left", file=sys.stderr, flush=True)
        if code == 0:
            self.survivors.append(mutant)
            print(_place(mutant), file=sys.stderr, flush=True)


def _longest(took: float) -> int:
    """The seconds of work that tests may take with a change in place, which took so many without."""
    return _LONGEST + round(2 * took)


def _place(mutant: Mutant) -> str:
    return f"{mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.says}"


def _concerned(mutant: Mutant, reached: dict[str, set[str]]) -> set[str]:
    """The tests that go through the changed function; where few do, its module's or all: some results are made once."""
    for place in (f"{mutant.path}:{'.'.join(mutant.within)}", f"{mutant.path}:", ""):
        names = {name for name, through in reached.items() if any(one.startswith(place) for one in through)}
        if len(names) >= _FEW:
            return names
    return set(reached)


def _baseline(session: Any, package: str) -> tuple[dict[str, set[str]], dict[str, float], tuple[str, ...]]:
    """The functions that each test goes through, its seconds, and the tests that fail though nothing was changed.

    They are run in a process of its own, for ours must remember nothing.
    """
    with tempfile.NamedTemporaryFile() as kept:
        code = _forked(lambda: _watch(session, kept.name, package), _BASELINE)
        lines = [json.loads(line) for line in Path(kept.name).read_text(encoding="utf-8").splitlines()]
    failing = [name for name, _, _, failed in lines if failed]
    if len(lines) < len(session.items):
        failing.append(f"{session.items[len(lines)].nodeid} (the process ended in it, with {code})")
    return (
        {name: set(through) for name, _, through, _ in lines},
        {name: spent for name, spent, _, _ in lines},
        (*failing,),
    )


def _forget(package: str) -> None:
    """What functions of a package remember of what they were asked is forgotten; tables that are made once are kept."""
    for name, module in sys.modules.items():
        if f"{name}.".startswith(f"pipeline.{package}."):
            classes = [one for one in vars(module).values() if isinstance(one, type)]
            for held in (one for place in (module, *classes) for one in vars(place).values()):
                one = getattr(held, "__func__", held)
                if hasattr(one, "cache_clear") and inspect.signature(one).parameters:
                    one.cache_clear()


def _watch(session: Any, kept: str, package: str) -> int:
    """The tests as they are; for each a line: its name, its seconds, what it went through, whether it failed.

    What an earlier test made a function remember is forgotten, or the next would not be seen to go through it.
    """
    ours = str(ROOT / "pipeline")
    through: set[str] = set()

    def entered(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(ours):
            through.add(f"{code.co_filename}:{code.co_qualname.split('.<locals>')[0]}")

    with Path(kept).open("w", encoding="utf-8") as lines:
        for item in session.items:
            through.clear()
            _forget(package)
            failed = session.testsfailed
            began = time.perf_counter()
            sys.setprofile(entered)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            sys.setprofile(None)
            spent = time.perf_counter() - began
            lines.write(json.dumps([item.nodeid, spent, sorted(through), session.testsfailed > failed]) + "\n")
            lines.flush()
    return int(session.testsfailed)


def _judge(session: Any, mutant: Mutant, items: Iterable[Any]) -> int:
    """1 at the first test that notices a change, 0 where none does."""
    try:
        if not _put_in_place(mutant):
            return _ELSEWHERE
    except Exception:
        return _OURS
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for item in items:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed:
            return 1
    return 0


def _put_in_place(mutant: Mutant) -> bool:
    """Give the one function that a change is in its changed code; False where the change is in none."""
    if not mutant.within:
        return False
    codes = compile(mutated(mutant), str(mutant.path), "exec").co_consts
    for name in mutant.within:
        (code,) = [one for one in codes if isinstance(one, CodeType) and one.co_name == name][-1:]
        codes = code.co_consts
    held: Any = importlib.import_module(_module(mutant))  # some are first imported where they are used
    for name in mutant.within:
        held = vars(held)[name]
    getattr(held, "cache_clear", lambda: None)()
    held = getattr(held, "fget", held)
    held = getattr(held, "__func__", held)
    held = getattr(held, "__wrapped__", held)
    if not isinstance(held, FunctionType) or held.__code__.co_freevars != code.co_freevars:
        return False
    held.__code__ = code
    return True


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module with a change in it."""

    def __init__(self, mutant: Mutant) -> None:
        self.name, self.mutant = _module(mutant), mutant

    def find_spec(self, name: str, *_: Any) -> Any:
        if name != self.name:
            return None
        package = self.mutant.path.name == "__init__.py"
        where = [str(self.mutant.path.parent)] if package else None
        spec = importlib.util.spec_from_file_location(
            name, self.mutant.path, loader=self, submodule_search_locations=where
        )
        assert spec is not None
        return spec

    def exec_module(self, module: Any) -> None:
        exec(compile(mutated(self.mutant), str(self.mutant.path), "exec"), module.__dict__)


def _module(mutant: Mutant) -> str:
    parts = mutant.path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _anew(mutant: Mutant, tests: list[str]) -> int:
    """The tests over everything of ours imported anew, with the change in it."""
    import pytest

    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "") or "").startswith(str(ROOT)) and name != "__main__":
            del sys.modules[name]
    sys.meta_path.insert(0, Changed(mutant))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    return int(pytest.main([*_OPTIONS, *tests]))


def _forked(work: Callable[[], int], longest: int) -> int:
    """The exit code of some work in a process of its own, which says nothing and does not hang."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (longest, longest))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        code = 1
        with contextlib.suppress(BaseException):
            code = work()
        os._exit(min(code, _ELSEWHERE))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def tests_of(package: str) -> list[str]:
    """The test files that speak of a package, and others that go through it, from ``tests`` on."""
    speaks = re.compile(_SPEAKS[package])
    named = {
        str(path.relative_to(ROOT / "tests"))
        for path in (ROOT / "tests").rglob("test_*.py")
        if path.name not in _LEFT_OUT and speaks.search(path.read_text(encoding="utf-8"))
    }
    return sorted(named | {*_MORE[package]})


def load(tests: Iterable[str]) -> None:
    """What the tests import, and they themselves, so that forked processes need not; nothing remembers yet.

    Hypothesis counts no milliseconds: on a busy machine a change would count as noticed that nothing had noticed.
    """
    from hypothesis import settings

    settings.register_profile("patient", deadline=None)
    settings.load_profile("patient")
    sys.path.insert(1, str(ROOT / "tests" / "property"))
    for name in tests:
        importlib.import_module(Path(name).stem)


def main(package: str, sample: int = 150, seed: int = 0, *only: str) -> int:
    """Survivors as they are found, then the rate; 1 where the tests do not pass without a change."""
    import pytest

    os.chdir(ROOT)
    names = [name for name in tests_of(package) if not only or Path(name).name.startswith(only)]
    load(names)
    tests = [f"tests/{name}" for name in names]
    every = [one for path in sorted((ROOT / "pipeline" / package).rglob("*.py")) for one in sites(path)]
    bench = Bench(package, random.Random(seed).sample(every, min(sample, len(every))))
    ended = pytest.main([*_OPTIONS, "-s", *tests], plugins=[bench])
    if bench.failing or ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        print(f"{package}: nothing measured; without a change fails:", *bench.failing or (repr(ended),), sep="\n  ")
        return 1
    for mutant in bench.elsewhere:
        bench.note(mutant, _forked(lambda mutant=mutant: _anew(mutant, tests), _longest(bench.took)))
    noticed = 100 * (bench.tried - len(bench.survivors)) / max(1, bench.tried)
    print(f"{package}: {bench.tried} of {len(every)} changes tried, {noticed:.1f} % noticed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(int(word) for word in sys.argv[2:4]), *sys.argv[4:]))
