"""``crossfoot`` and ``python -m pipeline``."""

from __future__ import annotations

import sys


def main() -> int:
    """The command line, with the arguments of the process."""
    from pipeline.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
