"""Writing to the terminal: results on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from typing import Final

_ACTIVE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_STYLES: Final = {"strong": "1", "faint": "2", "red": "1;31", "yellow": "33", "green": "32", "blue": "34"}


def show(text: str) -> None:
    """A result, on standard output."""
    print(text)  # noqa: T201 - this is where Crossfoot prints


def show_data(text: str) -> None:
    """Records as they are for a file or a program; a terminal gets them with nothing in them that would steer it."""
    show(visible(text) if sys.stdout.isatty() else text)


def show_line(text: str) -> None:
    """A long line of a result, wrapped where a terminal is narrower; a file or a pipe gets it whole."""
    from textwrap import fill

    show(fill(text, width(), break_on_hyphens=False) if sys.stdout.isatty() else text)


def note(text: str) -> None:
    """Progress or a remark, on standard error; where it cannot be written, the work goes on without."""
    with contextlib.suppress(OSError):
        print(visible(text), file=sys.stderr)  # noqa: T201 - this is where Crossfoot prints


def fail(message: str) -> None:
    """One line that says what is wrong and what to do, on standard error."""
    note(f"crossfoot: {visible(' '.join(message.split()))}")


def visible(text: str) -> str:
    """Text of an article as a terminal may show it: control and direction characters are printed, never obeyed."""
    return _ACTIVE.sub(
        lambda found: f"\\x{ord(found[0]):02x}" if found[0] < "\u0100" else f"\\u{ord(found[0]):04x}", text
    )


def styled(text: str, style: str, *, colour: bool) -> str:
    """The text in a style of its own, on a terminal that shows colours."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour else text


def has_colour() -> bool:
    """Whether standard output is a terminal that wants colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal; 100 where there is none, so that files do not depend on who wrote them."""
    if not sys.stdout.isatty():
        return 100
    import shutil

    return max(40, min(160, shutil.get_terminal_size().columns))


def safe_streams() -> None:
    """UTF-8 whatever the locale; a character that cannot be written never stops a report, nor does a closed stream."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def quiet_streams() -> None:
    """Nothing more is written: whoever read standard output has gone, or the disk is full."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def quiet_libraries() -> None:
    """What libraries log about single pages does not reach the terminal; what matters is said in our own words."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())
