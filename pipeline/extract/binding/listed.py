"""Figures in brackets behind the names of those who trade: "Chile ($3 bn) and Peru ($2 bn) were the top buyers"."""

from __future__ import annotations

from typing import Final

from pipeline.extract.phrase.nominals import Nominal

LISTED: Final = "listed-partner"
"""The reading of such a figure."""
_DONE: Final = "passive"
"""The reading of a figure before "were exported", for which "was the largest exporter" is not to be taken."""
READINGS: Final = frozenset({LISTED, _DONE})


def fits_noun(rule: str, nominal: Nominal) -> bool:
    """Whether a reading of ``READINGS`` fits the noun: "Peru (5 tonnes) was the top buyer" is said of traders only."""
    of_traders = nominal.cue.code == "N" and (nominal.cue.partner or nominal.cue.agent)
    return of_traders if rule == LISTED else not of_traders
