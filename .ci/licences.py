"""Lists the licence of every package of the lock, and fails on one that is not allowed: ``make licences``."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
RULES = tomllib.loads((HERE / "licences.toml").read_text(encoding="utf-8"))


def locked() -> list[str]:
    """The names in the lock."""
    lock = (HERE.parent / "requirements.lock").read_text(encoding="utf-8")
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.M)


def licence(package: str) -> str:
    """What a package says of its licence, as an SPDX expression where it can be made one."""
    said = importlib.metadata.metadata(package)
    marks = [mark.rpartition(" :: ")[2] for mark in said.get_all("Classifier") or () if mark.startswith("License ::")]
    candidates = [said.get("License-Expression"), said.get("License"), *marks]
    forms = [RULES["written"].get(form, form) for form in candidates if form]
    return next((form for form in forms if is_allowed(form)), forms[0] if forms else "none")


def is_allowed(expression: str) -> bool:
    """Whether all of "A AND B", or one of "A OR B", is on the list."""
    return any(
        all(part.strip(" ()") in RULES["allowed"] for part in choice.split(" AND "))
        for choice in expression.split(" OR ")
    )


def main() -> int:
    """One line for each package; the exit code is 1 where a licence is not allowed."""
    refused = []
    for package in locked():
        try:
            found = licence(package)
        except importlib.metadata.PackageNotFoundError:
            continue  # locked for another system or Python
        print(f"{package:28} {found.splitlines()[0][:60]}")
        if not is_allowed(found):
            refused.append(package)
    for package in refused:
        print(f"{package}: its licence is not in .ci/licences.toml", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
