"""Memory that stays flat: spaCy remembers every word that it ever met, unless it is told which it may forget."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from pipeline.components.language import language


@contextmanager
def forgetting() -> Iterator[None]:
    """Words first met inside are forgotten at the end; no Doc may be kept beyond it.

    What is not loaded yet stays unloaded: most articles need no model.
    """
    with language().memory_zone() if language.cache_info().currsize else nullcontext():
        yield
