"""How far a run has come, on standard error: one moving line on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from pipeline.cli.console import note

if TYPE_CHECKING:
    from pipeline.engine import Progress

_STAGES: Final = {"check": "checking what cannot all be true", "write": "writing the outputs"}
_EVERY: Final = {True: 0.2, False: 10.0}  # seconds between two lines, on a terminal and elsewhere


class Meter:
    """Turns progress into lines with the rate and the time that is left; results never depend on its clock."""

    def __init__(self) -> None:
        self._moving = sys.stderr.isatty()
        self._began = time.monotonic()
        self._said = self._began - 60
        self._open = False

    def hear(self, progress: Progress) -> None:
        """Say how far the run has come, unless that was said a moment ago."""
        if progress.stage != "read":
            self._close()
            note(_STAGES[progress.stage])
            return
        now = time.monotonic()
        if now - self._said < _EVERY[self._moving] and progress.done < progress.total:
            return
        self._said = now
        self._say(describe(progress, now - self._began))
        if progress.done >= progress.total:
            self._close()

    def _say(self, line: str) -> None:
        if self._moving:
            sys.stderr.write(f"\r{line}\x1b[K")
            sys.stderr.flush()
            self._open = True
        else:
            note(line)

    def _close(self) -> None:
        """End a moving line."""
        if self._open:
            note("")
            self._open = False


def describe(progress: Progress, seconds: float) -> str:
    """One line: files read, what had not changed, claims, the rate and how long the rest will take at that rate."""
    line = f"read {progress.done} of {progress.total} files"
    line += f" ({progress.reused} unchanged)" if progress.reused else ""
    line += f", {progress.claims} new claims" if progress.reused else f", {progress.claims} claims"
    fresh = progress.done - progress.reused
    if fresh > 0 and seconds >= 1:
        rate = fresh / seconds
        line += f", {rate:,.{0 if rate >= 10 else 1}f} files/s"
        left = (progress.total - progress.done) / rate
        line += f", {duration(left)} left" if left >= 1 else ""
    return line


def duration(seconds: float) -> str:
    """Seconds as a person says them: "40 s", "12 min", "3 h 20 min"."""
    whole = round(seconds)
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
