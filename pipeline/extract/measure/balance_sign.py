"""Whether a balance is a surplus or a deficit: its noun, its predicate, whose favour, the text before."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Frame
from pipeline.extract.measure.measure import printed_sign
from pipeline.extract.parties.pairs import in_favour
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import WORLD, Parties
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import spoken

SURPLUS: Final = 1
DEFICIT: Final = -1
_SAID: Final = {SURPLUS: "in_surplus", DEFICIT: "in_deficit"}
"""What a word of each list of ``wording.toml`` says of a balance."""
_CLAUSE_ENDS: Final = re.compile(r"[;ygfB]|[Q%M]")


def balance_sign(
    sentence: Sentence, binding: Binding, nominals: tuple[Nominal, ...], frame: Frame, parties: Parties
) -> int | None:
    """+1 for a surplus, -1 for a deficit, the closest evidence first; None for a balance that could be either.

    A gap of which nothing else is said is a deficit, and a balance is what the text said it to be before.
    """
    nominal = binding.nominal
    assert nominal is not None  # only bound figures are asked about
    if nominal.cue.sign in {SURPLUS, DEFICIT}:
        return nominal.cue.sign
    reporter = parties.reporter.value if parties.reporter is not None else None
    partner = parties.partner.value if parties.partner is not None else None
    for sign in (
        _predicate(_near(sentence, binding)),
        _noun(sentence, binding, nominals),
        printed_sign(sentence, binding.figure),
        _favoured(sentence, binding.figure, reporter),
    ):
        if sign is not None:
            return sign
    owner, other, sign = frame.balance_sign or (None, None, DEFICIT)
    if owner is not None and owner == reporter and len({other, partner} - {WORLD, None}) < 2:
        return sign
    either = nominal.head >= 0 and spoken((sentence.items[nominal.head],), "of_either_sign")
    return None if either else DEFICIT


def _predicate(near: tuple[Item, ...]) -> int | None:
    """ "The balance was positive at $5 billion", "a negative $5 billion", "$5 billion in the red"."""
    return next((sign for sign, name in _SAID.items() if spoken(near, name)), None)


def _near(sentence: Sentence, binding: Binding) -> tuple[Item, ...]:
    """The words from the noun to the end of the figure's clause, be it before the figure or behind it."""
    assert binding.nominal is not None  # only bound figures are asked about
    behind = _CLAUSE_ENDS.search(sentence.codes, binding.figure + 1)
    return sentence.items[max(binding.nominal.last, 0) : behind.start() if behind else len(sentence.items)]


def _noun(sentence: Sentence, binding: Binding, nominals: tuple[Nominal, ...]) -> int | None:
    """ "The balance showed a surplus of $5 billion": the nearest noun with a sign, none that is only compared with."""
    signed = [other for other in nominals if other.flow == "balance" and other.cue.sign in {SURPLUS, DEFICIT}]
    before = [other for other in signed if other.head < binding.figure]
    behind = [
        other
        for other in signed
        if other.head > binding.figure and _CLAUSE_ENDS.search(sentence.codes, binding.figure + 1, other.head) is None
    ]
    return next((other.cue.sign for other in (*reversed(before), *behind)), None)


def _favoured(sentence: Sentence, figure: int, reporter: str | None) -> int | None:
    """ "$5 billion in Peru's favour"."""
    whose = in_favour(sentence, figure)
    return None if whose is None else SURPLUS if whose == reporter else DEFICIT
