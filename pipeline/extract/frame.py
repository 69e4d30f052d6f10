"""What the text has settled so far: who, with whom, which flow, when; a later sentence takes what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from pipeline.components.cues import Cue

OF_TWO: Final = 4
"""Figures of the trade of two, and of no other, that make a text one on these two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A value that the text gave, and the characters that gave it."""

    value: str
    start: int
    end: int


@dataclass(
    frozen=True, kw_only=True
)  # without slots: nearly all of one frame goes over into the next, as one dictionary
class Frame:
    """The discourse before a sentence.

    ``reporter``, ``partner``: of the last trade nominal; ``pair`` the last two named parties; ``subject`` the last
    economy that a sentence was about; ``home`` the economy that the article is about. ``period`` is the last one a
    figure was given for; ``sentence_age`` counts sentences since a trade figure.
    """

    reporter: Known | None = None
    partner: Known | None = None
    pair: tuple[Known, Known] | None = None
    pair_here: bool = False
    """Whether the pair was named in the paragraph that is being read."""
    pair_flows: frozenset[str] = frozenset()
    """The flows that figures were given for between the two of the pair."""
    topic: tuple[Known, Known] | None = None
    """The two economies whose trade with each other the headline announces."""
    opposite: Known | None = None
    """The one economy that the headline names beside the home."""
    section: bool = False
    """Whether the topic is that of a section on two economies, and not only of the headline."""
    run_in: bool = False
    """Whether that section is a paragraph that a name heads."""
    titled: bool = False
    """Whether the headline says that the text is on the trade of the two of the topic with each other."""
    coming: tuple[Known, Known] | None = None
    """The first two economies whose trade with each other the text names, for a "bilateral" that stands before."""
    partner_of_figure: bool = False
    """Whether the partner was last used by a figure, and not only by a sentence about trade."""
    pair_said: bool = False
    """Whether reporter and partner were both named where they were last used."""
    pair_of_part: bool = False
    """Whether the pair was last only named for its part of the whole: for its share, or as one of several."""
    speaker: Known | None = None
    """Whose minister or ambassador the text let speak last."""
    subject: Known | None = None
    together: Known | None = None
    """Several of whom the sentence before was about, as their sum, for "together they"."""
    group: Known | None = None
    home: Known | None = None
    named: tuple[Known, ...] = ()
    """The countries that the text has named, the last one first."""
    listed: tuple[Known, ...] = ()
    """With whom the figures of the paragraph were, or whose they were, each once: whom "the five countries" means."""
    trade_article: bool = False
    """Whether the article speaks of trade more than of anything else, so that weak words mean trade."""
    cue: Cue | None = None
    topic_cue: Cue | None = None
    """The flow that the sentence before was about first of all."""
    lead_cue: Cue | None = None
    """The first flow of one direction that the article named."""
    period: Known | None = None
    news: Known | None = None
    """The period that the next paragraph goes back to, where this one has opened with the year before."""
    announced: Known | None = None
    """The time for all items of a list, as the line that leads it in gives it."""
    ahead: Known | None = None
    """The time to come that the text has named since its last figures: what forecasts and aims are for."""
    period_of_figure: bool = False
    """Whether a figure, and not only a sentence about trade, settled the period."""
    services: bool = False
    """Whether the article counts services as trade too, so that goods are not all of it."""
    other_topic: bool = False
    """Whether the sentence before was about something else than trade, so that "it" and "this share" are of that."""
    government_deficit: bool = False
    """Whether the last deficit that the text spoke of was a budget's or of payments, not of trade."""
    recent: tuple[Known, ...] = ()
    """The periods that figures were for, the last one first."""
    fiscal_told: bool = False
    """Whether the text has spoken of a fiscal year."""
    told: Known | None = None
    """The time of the last sentence that gave one, though it only looked back or aside."""
    years_of_months: Mapping[int, int] = field(default_factory=dict)
    """Of an undated text: the latest year that it gives each month with."""
    said_period: Known | None = None
    """The period that was named last, whatever for."""
    span: tuple[Known, Known] | None = None
    cue_goods: Known | None = None
    """The goods of the flow that the text was about last; None where it was all trade."""
    goods_level: tuple[str, Decimal] | None = None
    """Unit and amount of these goods to, or from, everybody, where the text gave it last."""
    goods: Known | None = None
    """The one commodity that every figure so far was for."""
    goods_flows: frozenset[str] = frozenset()
    """The flows that these figures were for."""
    goods_figures: int = 0
    """How many figures that were."""
    topic_goods: Known | None = None
    """The goods of the first trade phrase that names some: what the article is about, where it is about goods."""
    last_goods: Known | None = None
    """The commodity that a figure was last for."""
    mixed_goods: bool = False
    source: Known | None = None
    measure: str | None = None
    moves: int | None = None
    """Which way several goods or partners went that the sentence before counted without their figures."""
    balance_sign: tuple[str | None, str | None, int] | None = None
    """Whose balance was given last, with whom, and whether it was a surplus."""
    currency: str | None = None
    comparison: str | None = None
    """What the paragraph's figures were last compared with: ``month``, ``quarter`` or ``year``."""
    comparisons: frozenset[str] = frozenset()
    """All that figures of the text have been compared with."""
    paragraph: int = -1
    new_paragraph: bool = True
    partners: frozenset[str] = frozenset()
    """Everybody whom the text has paired with its home economy."""
    figures_of_two: int = 0
    """For how many figures the home's trade was with the one partner that the text has named for it."""
    with_all: bool = False
    """Whether a figure was given for the trade of the home with everybody."""
    many_traders: bool = False
    """Whether somebody else than the home economy was said to trade with the world: the text is not about one side."""
    listing: bool = False
    """Whether the text is in a list of partners."""
    sentence_age: int = 99
    trade_seen: bool = False

    @property
    def meant_pair(self) -> tuple[Known, Known] | None:
        """Whom "the two countries" means: a pair that the paragraph has named, else the headline's, else the last."""
        return self.pair if self.pair_here or self.topic is None else self.topic

    @property
    def speaks(self) -> Known | None:
        """Whoever says "our" in words that the text goes on to give: one of the two whose trade it is on."""
        sides = {side.value for side in (*(self.pair or ()), *(self.topic or ()))}
        return self.speaker if self.speaker is not None and self.speaker.value in sides else None

    @property
    def on_two(self) -> bool:
        """Whether all that was told so far is of the trade of the home with one partner."""
        return len(self.partners) == 1 and not self.with_all and self.figures_of_two >= OF_TWO

    @property
    def both_flows(self) -> bool:
        """Whether both exports and imports of the pair were given."""
        return {"export", "import"} <= self.pair_flows

    def with_(self, **changes: object) -> Frame:
        """The frame with some parts replaced."""
        if not changes.keys() <= vars(self).keys():
            raise TypeError(f"a frame has no {', '.join(sorted(changes.keys() - vars(self).keys()))}")
        frame = object.__new__(Frame)
        vars(frame).update(vars(self), **changes)
        return frame
