"""Texts of claims that contradict each other, grown from any bytes: for what is behind the reading.

A changed text seldom has two claims about one fact. Here every five bytes make a sentence about a few countries and
years, so that figures, growths, shares, ranks, records and sums meet in all ways, and mostly do not fit.
"""

from __future__ import annotations

from typing import Final

_COUNTRIES: Final = ("Kenya", "Uganda", "Peru", "Chile", "Ghana", "France", "Spain", "Latvia")
_GROUPS: Final = ("the European Union", "Asean", "Central Asia", "the world", "Africa")
_TIMES: Final = ("2021", "2022", "2023", "the first half of 2023", "March 2023", "the first quarter of 2023", "2024")
_SENTENCES: Final = (
    "{a}'s exports to {b} were ${x} billion in {t}.",
    "{a}'s imports from {b} came to ${x} billion in {t}, customs data show.",
    "{a}'s exports to {b} rose {p}% to ${x} billion in {t}.",
    "{a}'s exports to {b} fell to ${x} billion in {t} from ${y} billion a year earlier.",
    "Trade between {a} and {b} was ${x} billion in {t}, with a surplus of ${y} billion for {a}.",
    "{b} took {p}% of {a}'s exports in {t}.",
    "{b} was the largest buyer of {a}'s exports in {t}, followed by {c}.",
    "{a}'s exports to {b} hit a record ${x} billion in {t}.",
    "{a} had a trade deficit of ${x} billion with {b} in {t}.",
    "{a}'s exports to {g} were ${x} billion in {t}, of which {b} took ${y} billion.",
    "{a}'s exports to {b}, {c} and {g} totalled ${x} billion in {t}.",
    "{a}'s exports were ${x} billion in {t}, nearly twice as much as in 2021.",
    "The IMF put {a}'s exports to {b} in {t} at ${x} billion, the World Bank at ${y} billion.",
    "Exports of copper to {b} made up ${x} billion, or {p}% of the total.",
    "It may reach ${x} billion in {t}.",
)
_BREAKS: Final = ("\n\n", " ", "\n- ", "\n\n## Trade\n\n")


def quarrel(data: bytes) -> str:
    """The text."""
    said = []
    for at in range(0, len(data) - 4, 5):
        kind, who, whom, when, much = data[at : at + 5]
        words = {
            "a": _COUNTRIES[who % len(_COUNTRIES)],
            "b": _COUNTRIES[whom % len(_COUNTRIES)],
            "c": _COUNTRIES[(who + whom + 1) % len(_COUNTRIES)],
            "g": _GROUPS[whom % len(_GROUPS)],
            "t": _TIMES[when % len(_TIMES)],
            "x": f"{1 + much / 10:.1f}",
            "y": f"{1 + (much * 7 + kind) % 90 / 10:.1f}",
            "p": much % 120,
        }
        said += [_SENTENCES[kind % len(_SENTENCES)].format(**words), _BREAKS[when % 13 // 4]]
    return "".join(said)
