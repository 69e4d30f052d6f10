"""What is asked of one figure: who trades with whom; and the shape of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Frame, Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Item, Sentence

WORLD: Final = "world"
BY_DEFAULT: Final = "nobody-named"
"""The rule of a partner that nobody names."""
TRADER: Final = "trader"
"""The rule of a reporter that is listed as one of several who trade."""
OUTSIDE: Final = "non-"
"""What stands before a group's code for everybody outside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot's value, the characters it was read from, by which rule, and whether they lie outside the clause."""

    value: str
    start: int
    end: int
    rule: str
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Reporter and partner of a figure; None where the text does not settle it."""

    reporter: Slot | None = None
    partner: Slot | None = None
    whole: Slot | None = None
    """Share only: the partner of the whole, where it is not the world."""
    of: Slot | None = None
    """Share only: whose trade the whole is, where it is not the reporter's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One figure, the phrase that governs it, and all that may be looked at to find its two sides.

    ``earlier`` are the sides of the figure before it in the sentence, ``part`` is whose share it is.
    """

    sentence: Sentence
    binding: Binding
    nominal: Nominal
    frame: Frame
    nominals: tuple[Nominal, ...]
    earlier: Parties | None = None
    part: str | None = None

    @property
    def figure(self) -> int:
        """The index of the figure."""
        return self.binding.figure

    @property
    def codes(self) -> str:
        """The codes of the sentence."""
        return self.sentence.codes

    @property
    def own(self) -> bool:
        """Whether the phrase stands in the sentence, and is not the one that the text before was about."""
        return self.nominal.first >= 0

    @property
    def parts(self) -> frozenset[str]:
        """Each of those whose share it is."""
        return frozenset((self.part or "").split("+")) - {""}

    @property
    def place(self) -> int:
        """Where the phrase stands, so that others can be told to be before it: the figure's place where it is none."""
        return self.nominal.head if self.own else self.figure


def slot_of(item: Item, rule: str) -> Slot:
    """The economy that an item names, as a slot."""
    return Slot(value=str(item.ref.code), start=item.start, end=item.end, rule=rule)


def inherited(known: Known | None, rule: str) -> Slot | None:
    """A slot taken from the text before."""
    if known is None:
        return None
    return Slot(value=known.value, start=known.start, end=known.end, rule=rule, inherited=True)


def everybody(owner: Slot, *, inherited: bool = False) -> Slot:
    """The partner of a flow for which nobody is named: the world."""
    return Slot(value=WORLD, start=owner.start, end=owner.end, rule=BY_DEFAULT, inherited=inherited)


def value_of(slot: Slot | Known | None) -> str | None:
    """The party of a side, if there is one."""
    return None if slot is None else slot.value


def same_value(slot: Slot | None, other: Slot | Known | None) -> bool:
    """Whether both are known and name the same party."""
    return slot is not None and other is not None and slot.value == other.value


def summed(sides: list[Slot]) -> Slot:
    """Several parties as one side, each once; read from all the text between the first and the last of them."""
    codes = dict.fromkeys(side.value for side in sides)
    start, end = min(side.start for side in sides), max(side.end for side in sides)
    return Slot(value="+".join(codes), start=start, end=end, rule="sum")


def heads_section(query: Query, at: int) -> bool:
    """ "Asia: The deficit fell to $5 billion": a name that heads its paragraph, on the trade of the home with it."""
    return query.frame.run_in and at == 0 and query.codes[1:2] == ":"
