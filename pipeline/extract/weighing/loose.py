"""A figure that the rules leave without a claim: what they make of the figures beside it, and the phrases in view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.components.cues import Cue
from pipeline.extract.binding.acting import economy_acts
from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Frame
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import in_other_money

_FLOWS: Final = frozenset({"export", "import", "balance", "turnover"})


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A phrase that the figure may be of, and what names its flow: of "the total", the flow told before."""

    name: str
    nominal: Nominal
    cue: Cue

    @property
    def flow(self) -> str:
        """The flow that the figure would be of."""
        return str(self.cue.flow)

    def governs(self, binding: Binding) -> bool:
        """Whether a figure hangs on the phrase."""
        own, other = self.nominal, binding.nominal
        return other is not None and (other.first, other.head) == (own.first, own.head)


@dataclass(frozen=True, kw_only=True)
class Loose:
    """A figure that the rules leave without a claim, and what they make of the figures beside it."""

    passage: Passage
    frame: Frame
    binding: Binding
    """What the rules would have it hang on; its nominal is None where that is nothing."""
    ruled: Sequence[Binding]
    """What the rules would have each figure of the sentence hang on."""
    claimed: Mapping[int, Binding]
    """The figures before it in the sentence that are claims."""

    @cached_property
    def sentence(self) -> Sentence:
        """The figure's own."""
        return self.passage.sentence

    @property
    def figure(self) -> int:
        """The index of its item."""
        return self.binding.figure

    @cached_property
    def before(self) -> tuple[Binding, ...]:
        """The figures before it in the sentence."""
        return tuple(one for one in self.ruled if one.figure < self.figure)

    @cached_property
    def last_claim(self) -> Binding | None:
        """The nearest figure before it in the sentence that is a claim."""
        return next((self.claimed[one.figure] for one in reversed(self.before) if one.figure in self.claimed), None)

    @property
    def is_open(self) -> bool:
        """Whether it may be a claim by weights: the rules have found one before, and the text says whose it may be."""
        named = self.frame.home or self.frame.reporter or "E" in self.sentence.codes
        return self.frame.measure is not None and bool(named) and not self._says_again

    @property
    def _says_again(self) -> bool:
        """ "Could cost the trade $3 million (€2 million)": in brackets behind an amount that is no claim itself."""
        before = self.before[-1].figure if self.before else None
        if before is None or before in self.claimed or self.sentence.codes[before : self.figure + 2] != "Q(Q)":
            return False
        return in_other_money(self.sentence.items[before], self.sentence.items[self.figure])

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The phrases of the sentence that name a flow, with somebody whose trade it may be."""
        return tuple(self._phrases())

    def _phrases(self) -> Iterator[Candidate]:
        for number, nominal in enumerate(self.passage.nominals):
            cue = self.frame.cue if nominal.flow == "same" else nominal.cue
            if cue is not None and cue.flow in _FLOWS and self._is_done(nominal):
                yield Candidate(name=str(number), nominal=nominal, cue=cue)

    def _is_done(self, nominal: Nominal) -> bool:
        """Whether a verb has somebody who does it, or goods: "when it was sold for $10 million" has neither."""
        told = nominal.owners or nominal.partners or nominal.goods
        return nominal.cue.code != "V" or bool(told) or economy_acts(self.passage, nominal)
