"""The command line: ``collect`` examples, ``learn`` weights."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path

import benchmarks.learning
from benchmarks.learning.examples import collect
from benchmarks.learning.logit import learn


def main() -> None:
    parser = argparse.ArgumentParser(
        description=benchmarks.learning.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = parser.add_subparsers(dest="part", required=True)
    first = parts.add_parser("collect")
    first.add_argument("texts", type=Path)
    first.add_argument("gold", type=Path)
    second = parts.add_parser("learn")
    second.add_argument("of", choices=("sides", "goods", "periods", "phrases"))
    second.add_argument("unread", type=Path, nargs="+")
    second.add_argument("--read", type=Path, nargs="*", default=[])
    chosen = parser.parse_args()
    if chosen.part == "collect":
        for example in collect(chosen.texts, chosen.gold):
            print(json.dumps(example, ensure_ascii=False))
        return
    weights = learn(chosen.of, chosen.unread, chosen.read)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("role", "sign", "weight"))
    out.writerows((role, sign, weight) for (role, sign), weight in sorted(weights.items()))


if __name__ == "__main__":
    main()
