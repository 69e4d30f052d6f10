"""The commands as a person starts them: another process, with the environment that a test asks for."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
AGREEING = """Kenya sells more tea

Kenya's exports to Uganda rose by 5% to $3.1 billion in 2023, customs data show.
"""
DIFFERING = """Kenya's sales to its neighbour

Kenya's exports to Uganda were $2.4 billion in 2023. Imports from Uganda came to $1.2 billion in 2023.
Turnover between Kenya and Uganda was $9.9 billion in 2023.
"""


def crossfoot(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None, before: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """One command in another process; ``before`` is Python that runs first."""
    code = f"import sys\n{before}\nfrom pipeline.cli import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        check=False,
        timeout=300,
    )


def digests(directory: Path) -> dict[str, str]:
    """The SHA-256 of every output that another run must give again; what only this machine keeps is left out."""
    files = (path for path in sorted(directory.rglob("*")) if path.is_file())
    return {
        path.relative_to(directory).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(directory).parts)
    }
