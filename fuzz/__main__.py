"""``python -m fuzz [TARGET...] [--runs N] [--seed N] [--guided]``: try hostile inputs until one breaks something.

Without ``--guided`` inputs are drawn from a seed, so that a fault can be had again by its number. With it, atheris
(``pip install crossfoot[fuzz]``) watches which branches an input reaches and keeps those that reach new ones.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import time
import traceback
from pathlib import Path

from fuzz.mutation import inputs
from fuzz.scratch import scratch
from fuzz.starts import TOKENS, starts
from fuzz.targets import TARGETS, try_one

FAULTS = Path(__file__).parent / "faults"
WATCHED = ["pipeline", "srsly", "trafilatura", "docx2python", "starlette", "python_multipart"]
"""Packages whose branches guide: ours, and those in Python that take strangers' bytes apart for us."""
SLOW = 10.0
STUCK = 60
"""Seconds by the clock after which an input is given up: what never ends is to be kept and told too."""


def main() -> int:
    """The number of faults, at most 2, as the exit code."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"default: all of {', '.join(TARGETS)}")
    parser.add_argument("--runs", type=int, default=1000, help="inputs for each target; default: 1000")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other inputs")
    parser.add_argument("--guided", action="store_true", help="guided by coverage, with atheris; one target")
    arguments = parser.parse_args()
    names = arguments.targets or list(TARGETS)
    if arguments.guided:
        return guided(names[0], arguments.runs, arguments.seed)
    return min(2, sum(seeded(name, arguments.runs, arguments.seed) for name in names))


def seeded(name: str, runs: int, seed: int) -> int:
    """Inputs drawn from a seed; the result is the number of faults, each kept under ``fuzz/faults``."""
    faults = 0
    slowest = 0.0
    began = time.perf_counter()
    signal.signal(signal.SIGALRM, _give_up)
    for data in inputs(name, runs=runs, seed=seed):
        start = time.process_time()
        signal.alarm(STUCK)
        try:
            try_one(name, data)
        except Exception:
            faults += 1
            print(f"{name}: {keep(name, data)}", traceback.format_exc(), file=sys.stderr)
        signal.alarm(0)
        took = time.process_time() - start
        if took > SLOW:
            faults += 1
            print(f"{name}: {took:.1f} s for {keep(name, data)}", file=sys.stderr)
        slowest = max(slowest, took)
    spent = time.perf_counter() - began
    print(f"{name}: {runs} inputs, {faults} faults, slowest {slowest:.2f} s, {spent:.0f} s in all", flush=True)
    return faults


def _give_up(*_: object) -> None:
    raise TimeoutError(f"no answer within {STUCK} s")


def keep(name: str, data: bytes) -> Path:
    """The input that broke something, as a file that the tests try from now on."""
    FAULTS.mkdir(exist_ok=True)
    path = FAULTS / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


def guided(name: str, runs: int, seed: int) -> int:
    """Inputs guided by coverage; atheris ends the process at the first fault, keeps it, and says how many it tried."""
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

    corpus = Path(__file__).parent / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for at, data in enumerate(starts(name)):
        (corpus / f"start-{at}").write_bytes(data)
    FAULTS.mkdir(exist_ok=True)
    options = [f"-runs={runs}", f"-seed={seed}", "-max_len=4000", "-timeout=10", "-print_final_stats=1"]
    options += [f"-artifact_prefix={FAULTS}/{name}-", f"-dict={_dictionary()}"]
    # The pipeline is imported on first use, inside try_one: so its modules are instrumented as they load.
    atheris.instrument_imports(include=WATCHED).__enter__()
    for known in ("extraction", name):  # what is loaded once does not count as the time of an input
        try_one(known, starts(known)[0])
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: try_one(name, data))
    atheris.Fuzz()
    return 0


def _dictionary() -> Path:
    """The tokens as a file that atheris reads: what it puts in among the bytes that it makes up."""
    path = scratch("tokens") / "tokens.dict"
    words = ("".join(f"\\x{byte:02x}" for byte in token) for token in TOKENS)
    path.write_text("".join(f'"{word}"\n' for word in words), encoding="ascii")
    return path


if __name__ == "__main__":
    sys.exit(main())
