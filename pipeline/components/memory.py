"""Memory that stays flat: spaCy remembers every word that it ever met, unless it is told which it may forget."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from pipeline.components.language import language
from pipeline.components.words import tokenizer


@contextmanager
def forgetting() -> Iterator[None]:
    """Words first met inside are forgotten at the end; no Doc may be kept beyond it.

    What is not loaded yet stays unloaded: most articles need neither the tokenizer nor the model.
    """
    with ExitStack() as zones:
        if tokenizer.cache_info().currsize:
            zones.enter_context(tokenizer().memory_zone())
        if language.cache_info().currsize:
            zones.enter_context(language().memory_zone())
        yield
