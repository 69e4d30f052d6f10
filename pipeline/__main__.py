"""``crossfoot`` and ``python -m pipeline``."""

from __future__ import annotations

import gc
import sys
from typing import Final

_OBJECTS: Final = 50_000
"""New objects after which Python looks for garbage; its 700 cost a tenth of a short command, which makes none."""


def main() -> int:
    """The command line, with the arguments of the process."""
    gc.set_threshold(_OBJECTS)
    from pipeline.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
