"""What a slot may hold in the notation of claims: what a correction from elsewhere must be in before it is believed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

FLOWS: Final = ("export", "import", "turnover", "balance")
MODALITIES: Final = ("reported", "projected", "target", "denied")

_PARTY: Final = r"(?:[A-Z]{3}|[a-z][a-z0-9-]{0,80})"
_PARTIES: Final = rf"{_PARTY}(?:\+{_PARTY}){{0,40}}"
_LONGEST: Final = 200


def _matching(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


def _is_period(text: str) -> bool:
    from pipeline.errors import ParseError
    from pipeline.period import Period

    try:
        return bool(Period.parse(text))
    except ParseError:
        return False


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _LONGEST


_HOLDS: Final[Mapping[str, Callable[[str], bool]]] = {
    "reporter": _matching(_PARTIES),
    "partner": _matching(_PARTIES),
    "flow": FLOWS.__contains__,
    "value": _matching(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?"),
    "unit": _matching(r"[A-Z]{3}|[A-Za-z][A-Za-z0-9-]{0,20}"),
    "period": _is_period,
    "base_period": _is_period,
    "commodity": _is_short,
    "source": _is_short,
    "share_of": _matching(rf"{_PARTIES}/{_PARTIES}/(?:{'|'.join(FLOWS)})"),
    "modality": MODALITIES.__contains__,
}
CORRECTABLE: Final = tuple(_HOLDS)
"""The slots that a person may correct, in the order in which they are offered."""

EMPTYABLE: Final = frozenset({"reporter", "partner", "period", "base_period", "commodity", "source", "share_of"})
"""Those that a claim may leave open."""

PRINTED: Final = frozenset({"commodity", "source"})
"""Those that hold words of the text, however long."""


def can_hold(slot: str, value: str | None) -> bool:
    """Whether a correction of a slot can mean this value; None empties it."""
    if slot not in _HOLDS:
        return False
    return slot in EMPTYABLE if value is None else _HOLDS[slot](value)
