"""What one head, caption or line says of the figures that it stands over: flow, sides, unit, time, goods, measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pipeline.extract.phrase.nominals import Nominal, find_nominals
from pipeline.extract.row.items import Found, Item, Sentence, read_items
from pipeline.extract.table.head_words import Headword, find_headwords
from pipeline.quantity import CellUnit, read_unit

WORLD: Final = "world"
_OWN: Final = frozenset({"row-head", "column-head", "cell"})
_PART_OF: Final = re.compile(r"(?:%|per ?cent)\s(?:of|to)\s(?:the\s)?")
LONGEST: Final = 320
_MARKS: Final = re.compile(r"<[^<>]{0,200}>")
_DIGITS: Final = re.compile(r"\d")
_FORECAST: Final = re.compile(r"\b(?:19|20)\d\d\s?\(?[fF]\)?(?![A-Za-z])")

_SIGN: Final = re.compile(r"\s?[$€£¥]")

Finder = Callable[..., Found]
"""``find_mentions`` of the reader: text, start, end, date of publication → what the finders see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An economy of a label: its code and the item that names it."""

    code: str
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Label:
    """A piece of text that says what figures are. ``place`` is the rule that its evidence carries."""

    place: str
    sentence: Sentence
    text: str
    nominals: tuple[Nominal, ...]
    nominal: Nominal | None
    """The trade phrase of the label; of several, the one with the most said about its sides."""
    parties: tuple[Party, ...]
    periods: tuple[Item, ...]
    unit: CellUnit | None
    words: frozenset[str]
    """The records of ``models/tables.toml`` that words of the label belong to."""
    residue: tuple[Item, ...]
    """Words of which nothing is known: goods, or something that is not understood."""
    modality: str = "reported"

    @property
    def start(self) -> int:
        """Where the label begins in the article."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the label ends in the article."""
        return self.sentence.end

    @property
    def inherited(self) -> bool:
        """Whether the label stands outside the row and the column."""
        return self.place not in _OWN

    @property
    def strong(self) -> Nominal | None:
        """The trade phrase, unless it is one of the words that mean trade only now and then ("sales", "volume")."""
        if self.nominal is None or (self.nominal.cue.weak and self.nominal.flow != "balance"):
            return None
        return self.nominal

    @property
    def is_party(self) -> bool:
        """Whether the label only names an economy."""
        return len({party.code for party in self.parties}) == 1 and self.nominal is None and not self.residue

    @property
    def is_sentence(self) -> bool:
        """Whether a verb of trend or level makes the label a statement, and not the name of what is listed."""
        return bool(set(self.sentence.codes) & set("TL"))

    def has(self, *names: str) -> bool:
        """Whether the label holds a word of one of these records."""
        return not self.words.isdisjoint(names)

    def other_topic(self) -> bool:
        """Whether the label speaks of something else than trade: prices, GDP, firms, before any trade phrase."""
        stop = self.nominal.head if self.nominal is not None else len(self.sentence.items)
        return bool(set(self.sentence.codes[:stop]) & set("OF"))

    def share_of_period(self) -> bool:
        """ "In % of 2023": an index with a period as its base, no share."""
        found = _PART_OF.search(self.text)
        place = self.start + found.end() if found else -1
        return any(item.start == place for item in self.periods)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Reads labels of one article; what was read is kept, because a head stands over many cells."""

    text: str
    published: date | None
    find: Finder
    known: dict[tuple[int, int, str], Label]

    def read(self, span: tuple[int, int], place: str) -> Label:
        """The label of these characters."""
        key = (*span, place)
        if key not in self.known:
            self.known[key] = self._read(span, place)
        return self.known[key]

    def _read(self, span: tuple[int, int], place: str) -> Label:
        start, end = self._inner(span)
        found = self.find(self.text, start, end, self.published)
        quantities = [quantity for quantity in found.quantities if not _overlaps(quantity, found.periods)]
        bare = Found(
            periods=found.periods, economies=found.economies, commodities=found.commodities, sources=found.sources
        )
        sentence = read_items(self.text, start, end, bare)
        piece = self.text[start:end]
        unit = read_unit(_without(piece, quantities, start))
        words, nominals = find_headwords(piece), find_nominals(sentence)
        return Label(
            place=place, sentence=sentence, text=piece, nominals=nominals, nominal=_main(nominals),
            parties=tuple(_parties(sentence, self.text)),
            periods=tuple(item for item in sentence.items if item.code == "P" and item.ref.kind != "day"),
            unit=unit, words=frozenset(word.id for word in words), residue=tuple(_residue(sentence, words, unit)),
            modality=_modality(sentence, piece),
        )  # fmt: skip

    def _inner(self, span: tuple[int, int]) -> tuple[int, int]:
        """The span without tags at its ends, and not longer than a head may be."""
        start, end = span[0], min(span[1], span[0] + LONGEST)
        while (mark := _MARKS.match(self.text, start, end)) is not None:
            start = mark.end()
        while end > start and (self.text[end - 1] == ">" or self.text[end - 1].isspace()):
            cut = self.text.rfind("<", start, end) if self.text[end - 1] == ">" else end - 1
            if cut < start:
                break
            end = cut
        return start, end


def _overlaps(quantity: Any, periods: Any) -> bool:
    return any(quantity.start < period.end and period.start < quantity.end for period in periods)


def _without(piece: str, quantities: list[Any], offset: int) -> str:
    """The text with blanks for its figures, so that the unit of an amount is not taken for that of the table."""
    for quantity in quantities:
        if _DIGITS.search(quantity.text):
            start, end = quantity.start - offset, quantity.end - offset
            piece = piece[:start] + " " * (end - start) + piece[end:]
    return piece


def _main(nominals: tuple[Nominal, ...]) -> Nominal | None:
    trade = [nominal for nominal in nominals if nominal.flow not in {None, "same"}]
    return max(trade, key=lambda n: (not n.cue.weak, bool(n.owners) + bool(n.partners)), default=None)


def _modality(sentence: Sentence, piece: str) -> str:
    """``reported``, or what a word such as "forecast" or "target" makes of it."""
    for item in sentence.items:
        if item.code == "A" and item.cue is not None and item.cue.modality in {"projected", "target"}:
            return str(item.cue.modality)
    return "projected" if _FORECAST.search(piece) else "reported"


def _parties(sentence: Sentence, text: str) -> Iterator[Party]:
    """The economies that are named; before a sign ("US $ million") a name only says whose money it is."""
    for item in sentence.items:
        if item.code == "E" and _SIGN.match(text, item.end, sentence.end) is None:
            yield Party(code=item.ref.code, item=item)


def _residue(sentence: Sentence, words: tuple[Headword, ...], unit: CellUnit | None) -> Iterator[Item]:
    """Plain words that neither the lexicon of heads nor the unit explains."""
    spans = [(word.start, word.end) for word in words] + list(unit.spans if unit else ())
    for item in sentence.items:
        low, high = item.start - sentence.start, item.end - sentence.start
        explained = any(s <= low and high <= e for s, e in spans)
        if item.code in "wC" and not explained and any(letter.isalpha() for letter in item.text):
            yield item
