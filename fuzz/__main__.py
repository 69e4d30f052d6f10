"""``python -m fuzz [TARGET...] [--runs N] [--seed N] [--guided]``: try hostile inputs until one breaks something.

Without ``--guided`` inputs are drawn from a seed, so that a fault can be had again by its number. With it, atheris
(``pip install crossfoot[fuzz]``) watches which branches an input reaches and keeps those that reach new ones.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import traceback
from pathlib import Path

from fuzz.mutation import inputs
from fuzz.starts import starts
from fuzz.targets import TARGETS, try_one

FAULTS = Path(__file__).parent / "faults"
SLOW = 10.0


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
        return guided(names[0], arguments.runs)
    return min(2, sum(seeded(name, arguments.runs, arguments.seed) for name in names))


def seeded(name: str, runs: int, seed: int) -> int:
    """Inputs drawn from a seed; the result is the number of faults, each kept under ``fuzz/faults``."""
    faults = 0
    slowest = 0.0
    began = time.perf_counter()
    for data in inputs(name, runs=runs, seed=seed):
        start = time.process_time()
        try:
            try_one(name, data)
        except Exception:
            faults += 1
            print(f"{name}: {keep(name, data)}", traceback.format_exc(), file=sys.stderr)
        took = time.process_time() - start
        if took > SLOW:
            faults += 1
            print(f"{name}: {took:.1f} s for {keep(name, data)}", file=sys.stderr)
        slowest = max(slowest, took)
    spent = time.perf_counter() - began
    print(f"{name}: {runs} inputs, {faults} faults, slowest {slowest:.2f} s, {spent:.0f} s in all", flush=True)
    return faults


def keep(name: str, data: bytes) -> Path:
    """The input that broke something, as a file that the tests try from now on."""
    FAULTS.mkdir(exist_ok=True)
    path = FAULTS / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


def guided(name: str, runs: int) -> int:
    """Inputs guided by coverage; atheris ends the process at the first fault and writes it where it stands."""
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

    corpus = Path(__file__).parent / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for at, data in enumerate(starts(name)):
        (corpus / f"start-{at}").write_bytes(data)
    FAULTS.mkdir(exist_ok=True)
    options = [f"-runs={runs}", "-max_len=4000", "-timeout=10", f"-artifact_prefix={FAULTS}/{name}-"]
    # The pipeline is imported on first use, inside try_one: so its modules are instrumented as they load.
    atheris.instrument_imports(include=["pipeline"]).__enter__()
    try_one(name, starts(name)[0])  # what is loaded once does not count as the time of an input
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: try_one(name, data))
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
