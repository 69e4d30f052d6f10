"""Stretches of a sentence that only explain what they follow: who somebody is, what a flow is, what is included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

_WORDS: Final = r"[dvwKNRCEoi'-]"
_RELATIVE: Final = re.compile(r",[Wl][^,;W]{1,40},(?=[dvA]*[TUL])")
"""A relative clause, or what is included, behind whose end the main clause goes on with its verb."""
_WHO_THAT_IS: Final = re.compile(
    r"(?<=E),[dv]*(?:wo[dv]*)?(?:(?:E'|p)v*|(?<=d)v*)(?=[^,]{0,9}[KNRw])"
    rf"{_WORDS}{{1,14}}(?:B[dv]*E(?:[dv,]*&[dv]*E)?)?,(?=[dvA]*[TULSV])"
)
"""Who somebody is, between a name and the verb: "sales to Peru, the biggest buyer of Chile's grapes, rose"."""
_WHO_RANKED: Final = re.compile(
    rf"(?<=E),[dv]*(?:wo[dv]*)?r{_WORDS}{{0,10}}(?:B[dv]*E(?:[dv,]*&[dv]*E)?)?,(?=[dvA]*[TULSV])"
)
"""The same with a rank that is one word of the row: "Chile, the world's top buyer of gold after China, bought"."""
_WHO_HE_IS: Final = re.compile(
    r"(?<=E),(?:[dv]*(?:wo[dv]*)?E'|[dv]*p|(?:[dv]*wo)?d)[vw]{0,2}[KR][vwCKR'-]{0,5}([NO])"
    r"(?:[ioft][dvw]{0,2}(?:E'?[vwC]{0,3}|C{1,2}w?|p)(?![CO])){0,3}(?:B[dv]*E)?(?=[dvA]*[TUL])"
)
"""The same without the second comma, by a rank and the noun for those who trade: "to Peru, its top buyer in Asia rose".

The noun is the last group.
"""
_WHAT_IS_IN_IT: Final = re.compile(r"(?<=N)[dv]*l[dvwC]{0,3}N(?=[dvA]*[TULS])")
"""What is included, between a flow and its verb: "non-oil exports including re-exports rose"."""
_IN_PARTICULAR: Final = re.compile(
    r"(?<=E),(?:[dv]*l[dv]*|[dv]*v[dv]*)E(?:[dv]*,[dv]*E)*(?:[dv,]*&[dv]*E)?,(?=[vA]*[TULS])"
)
"""Who stands out of a party: "Asian countries, including Japan and Korea, took", "the Gulf, mainly Oman, is"."""
_WHAT_IT_IS: Final = re.compile(
    r"(?<=[NEC]),(?:[vw]{0,2}(?:d(?!v*E)|p|[Ew]')|v)[^,;:\"WQ%MTULSVyA]{1,30},(?=[dvA]*[TULS])"
)
"""What a flow or a partner is: "exports, a driver of growth, rose", "sales to Peru, long a cause of worry, fell"."""
_INVOLVING: Final = re.compile(r"(?<=[NE]),w[^,;:\"WQ%MNTULVPy]{1,40},(?=[dvA]*[TUL])")
"""What a flow involves: "trade with Peru, involving swaps of rice for oil, was worth"."""
_EXPLAINING: Final = (_RELATIVE, _WHO_THAT_IS, _WHO_RANKED, _WHAT_IS_IN_IT, _IN_PARTICULAR, _WHAT_IT_IS, _INVOLVING)
_SIDE_OF_FLOW: Final = re.compile(r"N[dvwC]{0,2}[tfhb][dv]*E$")
"""A flow and a side of it, whose predicate is that of the flow."""


def explaining(items: Sequence[Any], codes: str) -> Iterator[tuple[int, int]]:
    """The item ranges that their commas, or a rank behind a side of a flow, show to be asides."""
    yield from (found.span() for one in _EXPLAINING for found in one.finditer(codes))
    for found in _WHO_HE_IS.finditer(codes):
        noun = items[found.start(1)].cue
        trader = noun is not None and (noun.partner or noun.agent)
        if trader and _SIDE_OF_FLOW.search(codes[: found.start()]) is not None:
            yield found.span()
