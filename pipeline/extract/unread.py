"""Figures of trade that cannot be given a value: what an article prints there is named, and not dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pipeline.quantity import Unread

_SHOWN: Final = 80
"""Characters of a figure that are repeated where it is named; what is no figure may be of any length."""


def said_unread(text: str, figure: Unread) -> str:
    """What is said of a figure without a reading, in one line."""
    printed = " ".join(text[figure.start : min(figure.end, figure.start + _SHOWN)].split())
    cut = "…" if figure.end > figure.start + _SHOWN else ""
    return f"the figure '{printed}{cut}' was not read: {figure.reason}"


def unread_figures(article: Any) -> tuple[Unread, ...]:
    """What looks like an amount in a sentence on trade and has no reading, with why, in the order of the text."""
    from pipeline.extract.as_printed import Printed
    from pipeline.extract.phrase.passages import find_passages
    from pipeline.extract.triage import speaks_of_flows
    from pipeline.quantity import Unread, find_unread
    from pipeline.quantity.garbled import is_suspect

    printed = Printed.of(article)
    if not is_suspect(printed.read.text) or not speaks_of_flows(printed.read.text):
        return ()
    found = find_unread(printed.read.text)
    if not found:
        return ()
    on_trade = [
        passage.sentence
        for passage in find_passages(printed.read)
        if any(nominal.flow and not nominal.cue.weak for nominal in passage.nominals)
    ]
    return tuple(
        Unread(*printed.span(one.start, one.end), one.reason)
        for one in found
        if any(place.start <= one.start < place.end for place in on_trade)
    )
