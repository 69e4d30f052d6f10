"""A sentence as a row of items: figures, periods, economies, commodities, cues, and the plain words between them.

Every item has a one-letter code, so a sentence is also a short string (``E'Nf E L Q``) over which reading patterns run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

from pipeline.components.cues import Cue, closed_words, cues, find_cues, noun_of
from pipeline.components.words import split_sentence
from pipeline.economy import GROUP_KINDS, SILENT_KINDS
from pipeline.extract.row.asides import explaining
from pipeline.extract.row.listed_groups import group_named, listed_groups
from pipeline.extract.row.members_named import with_members
from pipeline.extract.row.ranks import REACH, behind_rank
from pipeline.extract.row.set_phrases import set_phrases
from pipeline.extract.row.words import says, wording
from pipeline.layout.markdown import without_markdown

FIGURES: Final = frozenset("Q%M")
_QUANTITY_CODES: Final = {
    "money": "Q", "physical": "Q", "bare": "Q", "percent": "%", "percentage-point": "%", "multiple": "M",
    "fraction": "M", "rank": "R",
}  # fmt: skip
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "-": "-", "–": "-", "—": ",", "--": ",",
    "‑": "-",
    "/": "&", "&": "&", "'s": "'", "’s": "'", "'": "'", "’": "'", "|": ":", "=": ":", "‐": "-", "―": ",",
}  # fmt: skip
_SIGNS: Final = frozenset("+-−–±")
"""Signs before a figure belong to it and join nothing."""
_NEXT_ON_CARD: Final = re.compile(r"\n(?=[+−–-]\d)")  # it parts two figures
_LONG_DASHES: Final = frozenset({"—", "--", "―"})
_DASHES: Final = (*sorted(_LONG_DASHES), "-", "–")
"""Two of one kind hold an aside; the dash behind a dateline and the one that opens an aside are no pair."""
_NAMED_TWICE: Final = re.compile(r"(E)'?(\((E)\))")
"""A name with its other name in brackets: "the European Union (EU)", "ASEAN's (Association of …) trade"."""
_PREDICATES: Final = frozenset("STLV")
_RANKED: Final = re.compile(r"d(E)'[KRvCw]{1,4}[wN]")
"""A country by its rank in the world: "the world's third largest coffee exporter"."""
_RANKED_ECONOMY: Final = re.compile(r"(?<=[tfh])d(?:E'[KR][vw]{0,2}O|[KR][vw]{0,2}O(?:i[dv]*E)?)(?=[dvA]*[TULSQ%,])")
"""A country by its rank among economies, as a side: "sales to the second-largest economy of the world were"."""
_MARGIN: Final = re.compile(r"%(?:,?&[dv]*Q)?,?$")
"""Before "ahead of" or "behind" and a time: by how much, so that they compare ("5 % behind last year")."""
_AHEAD: Final = re.compile(r"o?[dvp]*[vwK]{0,2}(?:o[dv]*)?P")
_COSTS: Final = re.compile(r"O[dv]*(?:[rE][dv]*)?Q")
_TRADE: Final = re.compile(r"N(?:[iofth][dvwCEP]{0,3})?[dvA]*$")
_AGAINST: Final = re.compile(r"g(?:[dvw]{0,2}o)?[dv]*E(?!')")
_WITH_REVENUE: Final = re.compile(r"N[^Q%;,]{0,8}h[dvw]*$")
_OF: Final = re.compile(r"O[dv]*o[dv]*Q")
_UNDER: Final = re.compile(r"w[d]*$")
_FORESEEN: Final = re.compile(r"[dv]*[Q%]|rt")
"""Behind who says what is to come: "projects $5 billion", "projects it to exceed"."""
_STRICKEN: Final = re.compile(r"-w(?=w{0,2}E)")
_WHO: Final = re.compile(r"(?:[ErW][vA]*|[NR],[dv]*)$")
_SOME_PERCENT: Final = re.compile(r"[dv]*%(?!-?[vwK]{0,2}[TJ])")
_OF_TIME: Final = re.compile(r"o[dv]*P")
_FROM_TRADE: Final = re.compile(r"O[fo][dvwpCE'-]{0,6}N")
_ARRIVE: Final = re.compile(r"CO[tf][dv]*E")
"""Goods that come over a border, "iron ore arrivals into China"; "cocoa arrivals at ports" come from the fields."""
_ADVERB: Final = re.compile(r"[a-z]{3,}ly")


class Item(NamedTuple):
    """One unit of a sentence: ``text[start:end]`` of the article, its code, and what a finder said of it.

    A tuple, for a text has very many of them.
    """

    code: str
    start: int
    end: int
    text: str
    ref: Any = None
    cue: Cue | None = None
    """The cue that the item is, if it is one."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence's items and their codes as one string, index for index."""

    start: int
    end: int
    items: tuple[Item, ...]
    codes: str
    text: str = ""
    nouns: bool | None = None
    """What the words that only the language model knows are taken for: nouns, none, or what it says (None)."""
    asked: list[int] = field(default_factory=list, compare=False, repr=False)
    """Of which items it was asked whether they are nouns, where something was taken for granted."""

    @cached_property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """Item ranges that only explain what they follow: between two dashes, without a figure, and relative clauses.

        "The surplus - sales less purchases - was $5 billion", "car exports, which make up 40 % of the total, fell 5 %",
        "oil exports, including those of products, fell 5 %", "sales to Peru, the main buyer of grapes, fell 5 %".
        """
        dashes = [at for at, item in enumerate(self.items) if item.text in _DASHES and self._is_spaced(item)]
        kinds = [[at for at in dashes if self.items[at].text == kind] for kind in _DASHES]
        pairs = ((first, last) for kind in kinds for first, last in zip(kind[::2], kind[1::2], strict=False))
        spans = [(first, last + 1) for first, last in pairs if FIGURES.isdisjoint(self.codes[first:last])]
        return tuple(sorted({*spans, *explaining(self.items, self.codes)}))

    def _is_spaced(self, item: Item) -> bool:
        """Whether a dash parts words, and does not join them."""
        before, after = item.start - self.start - 1, item.end - self.start
        blank = self.text[max(before, 0) : before + 1].isspace() and self.text[after : after + 1].isspace()
        return blank or item.text in _LONG_DASHES

    def between(self, first: int, last: int) -> str:
        """The codes from one item to another, less the asides that lie there."""
        codes = self.codes[first:last]
        for low, high in reversed(self.asides):
            if first <= low and high <= last:
                codes = codes[: low - first] + "v" + codes[high - first :]
        return codes

    def assuming(self, *, nouns: bool) -> Sentence:
        """The sentence as if the words that only the language model knows were all nouns, or none."""
        return replace(self, nouns=nouns, asked=[])

    def is_noun(self, index: int) -> bool:
        """Whether the language model takes the item for a common noun."""
        if self.nouns is not None:
            self.asked.append(index)
            return self.nouns
        from pipeline.components.language import is_noun

        return is_noun(self.text, self.items[index].start - self.start)

    def figures(self) -> tuple[int, ...]:
        """The indices of the items that are figures of money, volume, percent or multiple."""
        return self._figures

    @cached_property
    def _figures(self) -> tuple[int, ...]:
        return tuple(index for index, code in enumerate(self.codes) if code in FIGURES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the finders saw in a sentence, with offsets of the article."""

    quantities: Iterable[Any] = ()
    periods: Iterable[Any] = ()
    economies: Iterable[Any] = ()
    commodities: Iterable[Any] = ()
    sources: Iterable[Any] = ()


def read_items(text: str, start: int, end: int, found: Found) -> Sentence:
    """The sentence ``text[start:end]`` as items; where finders overlap the longest wins, then the surer kind."""
    mentions = [offer for offer in _mentions(found) if start <= offer[1].start and offer[1].end <= end]
    cuts = {place - start for _, item in mentions for place in (item.start, item.end)}
    words, starts = split_sentence(without_markdown(text[start:end]), cuts)
    offered = [*mentions, *_cue_items(words, [start + at for at in starts], text)]
    figures = {item.start for _, item in mentions if item.code in FIGURES}
    covered = bytearray(end - start)
    chosen, refused = [], []
    for _, item in sorted(offered, key=lambda offer: (offer[1].start - offer[1].end, offer[0], offer[1].start)):
        low, high = item.start - start, item.end - start
        if low >= 0 and high <= end - start and covered.find(1, low, high) < 0:
            covered[low:high] = b"\1" * (high - low)
            chosen.append(item)
        elif item.cue is not None:
            refused.append(item)
    for item in _cut_short(words, starts, covered, (text, start), refused) if refused else ():
        covered[item.start - start : item.end - start] = b"\1" * (item.end - item.start)
        chosen.append(item)
    for word, at in zip(words, starts, strict=True):
        sign = word in _SIGNS and start + at + 1 in figures and not text[start + at - 1 : start + at].isalnum()
        if not sign and covered.find(1, at, at + len(word)) < 0:
            chosen.append(_plain(word, start + at))
    chosen += [_plain(",", start + found.start()) for found in _NEXT_ON_CARD.finditer(text[start:end])]
    named = set_phrases(_named_once(sorted(chosen, key=lambda item: item.start)))
    named = with_members(_ranked_traders(named, text), text)
    items = _unnamed_groups(_of_trade(_counted_groups(named, text)), text)
    return Sentence(start=start, end=end, items=items, codes="".join(item.code for item in items), text=text[start:end])


def _cut_short(
    words: list[str], starts: list[int], covered: bytearray, printed: tuple[str, int], refused: list[Item]
) -> Iterator[Item]:
    """The cues in what is left over of refused ones: of "engineering goods exports" the goods leave the exports."""
    text, start = printed
    run: list[int] = []
    for index in range(len(words) + 1):
        if index < len(words) and covered.find(1, starts[index], starts[index] + len(words[index])) < 0:
            run.append(index)
            continue
        places = [start + starts[at] for at in run]
        if run and any(item.start < places[-1] + len(words[run[-1]]) and places[0] < item.end for item in refused):
            yield from (item for _, item in _cue_items([words[at] for at in run], places, text))
        run = []


def _named_once(items: list[Item]) -> list[Item]:
    """The items without brackets that only name again, in short or in full, whom the name before them means."""
    codes = "".join(item.code for item in items)
    for found in reversed([*_NAMED_TWICE.finditer(codes)]):
        if items[found.start(1)].ref.code == items[found.start(3)].ref.code:
            del items[slice(*found.span(2))]
    return items


def _ranked_traders(items: list[Item], text: str) -> list[Item]:
    """The items with "the world's top copper producer" as one word for a country that the text has named."""
    codes = "".join(item.code for item in items)
    for found in reversed([*_RANKED.finditer(codes)]):
        first, last = items[found.start()], items[found.end() - 1]
        if items[found.start(1)].ref.kind == "world" and says(last, "ranked_traders"):
            whole = Item("r", first.start, last.end, text[first.start : last.end], cues()["anaphor"], cues()["anaphor"])
            items[found.start() : found.end()] = [whole]
    codes = "".join(item.code for item in items)
    for found in reversed([*_RANKED_ECONOMY.finditer(codes)]):
        first, last = items[found.start()], items[found.end() - 1]
        if says(items[codes.index("O", found.start())], "ranked_traders"):
            whole = Item("r", first.start, last.end, text[first.start : last.end], cues()["anaphor"], cues()["anaphor"])
            items[found.start() : found.end()] = [whole]
    return items


def _counted_groups(items: list[Item], text: str) -> list[Item]:
    """The items with "the three countries", or "the three" before a verb, as one word for a group named before."""
    for at in range(len(items) - 2, 0, -1):
        number, following = items[at], items[at + 1]
        before = items[at - 1]
        if before.code != "d" or says(before, "pointers") or not says(number, "numbers"):
            continue
        noun = says(following, "counted_nouns")
        if noun or (number.code == "w" and following.code in _PREDICATES):
            first, last = items[at - 1], following if noun else number
            group = cues()["group-anaphor"]
            items[at - 1 : at + 1 + noun] = [
                Item("r", first.start, last.end, text[first.start : last.end], group, group)
            ]
    return items


def _unnamed_groups(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """The items with "other countries", as an entry of a list of economies, as one economy by that name."""
    codes = "".join(item.code for item in items)
    for first, last in reversed(listed_groups(codes, [item.text for item in items])):
        group = group_named(text, items[first].start, items[last - 1].end)
        items = (*items[:first], _item("E", group), *items[last:])
    return items


def _of_trade(items: list[Item]) -> tuple[Item, ...]:
    """The items, with money that only says what trade is worth as such: "revenue from exports", "imports cost $5 bn".

    The one parts nothing, the other is a verb of level.
    """
    codes = "".join(item.code for item in items)
    against, sales, arrivals = wording("against"), noun_of("export", weak=True), cues()["arrival-weak"]
    expects, takes = cues()["projected"], cues()["share-verb"]
    for at, item in enumerate(items):
        if item.code == "E" and item.ref.kind in GROUP_KINDS and _UNDER.search(codes[:at]) and _is_pact(items, at):
            items[at] = item._replace(code="w", ref=None)  # "exports under AGOA"
        elif item.code == "w" and codes[at + 1 : at + 2] == "E" and _counts(item, items[at + 1]):
            items[at] = item._replace(code="v")  # "the five Nordic countries"
        elif _is_outside(item) and codes[at - 1 : at + 2] == "KEN":
            items[at] = item._replace(code="v", ref=None)  # "the main non-EU destination"
        elif item.code == "w" and _is_of_time(item, codes, at):
            items[at : at + 2] = [one._replace(code="v") for one in items[at : at + 2]]
        elif item.code == "O" and _FORESEEN.match(codes, at + 1) and says(item, "forecasts_alone"):
            items[at] = item._replace(code="A", ref=expects, cue=expects)
        elif says(item, "supplies_part") and _supplies(codes, at):
            items[at] = item._replace(code="S", ref=takes, cue=takes)
        elif item.code in "Bw" and (side := _margin_of(item, codes, at)) is not None:
            items[at] = item._replace(code="U", ref=cues()[side], cue=cues()[side])
        elif item.code == "O" and _STRICKEN.match(codes, at + 1) and items[at + 1].start == item.end:
            items[at] = item._replace(code="w", ref=None, cue=None)  # "the debt-stricken euro area"
        elif item.code == "P" and items[at + 1 : at + 2] and says(items[at + 1], "events"):
            items[at] = item._replace(code="w")  # "ordered during the 2022 boom"
        elif item.cue is None and item.code not in "gh":
            continue
        elif item.code == "O" and codes[at - 1 : at] == "E" and says(item, "name_tails"):
            items[at] = item._replace(code="w", ref=None, cue=None)  # "exports to euro area economies"
        elif item.cue is not None and item.cue.ranked and not behind_rank(items[max(0, at - REACH) : at]):
            items[at] = item._replace(code="w", ref=None, cue=None)
        elif item.code == "g" and item.text.lower() in against and _AGAINST.match(codes, at) and _has_balance(items):
            items[at] = item._replace(code="h")  # "a surplus against the United States"
        elif item.code == "h" and item.text.lower() in against and codes[at + 1 : at + 2] == "P":
            items[at] = item._replace(code="g")  # "a growth of 5 % vis-a-vis January"
        elif item.cue is not None and item.cue.proceeds and _WITH_REVENUE.search(codes, 0, at) and _OF.match(codes, at):
            items[at] = item._replace(code="w", ref=None, cue=None)
        elif item.cue is not None and item.cue.proceeds and _FROM_TRADE.match(codes, at):
            items[at] = item._replace(code="v", ref=None, cue=None)
        elif codes[at - 1 : at] == "C" and item.cue is not None and says(item, "goods_earn"):
            items[at] = item._replace(code="N", ref=sales, cue=sales)
        elif _ARRIVE.match(codes, at - 1) is not None and says(item, "goods_arrive"):
            items[at] = item._replace(code="N", ref=arrivals, cue=arrivals)
        elif item.cue is not None and item.cue.costs and _COSTS.match(codes[at:]) and _TRADE.search(codes, 0, at):
            items[at] = item._replace(code="L", ref=None, cue=None)
    return tuple(items)


def _is_pact(items: list[Item], at: int) -> bool:
    """Whether a group is only the rules by which somebody trades, and no side of it: "sales under the USMCA"."""
    before = next(item for item in reversed(items[:at]) if item.code != "d")
    return says(before, "by_rules_of") and items[at + 1 : at + 2] != [] and items[at + 1].code != "'"


def _supplies(codes: str, at: int) -> bool:
    """ "Chile supplied 40 percent": whether an economy supplies a part."""
    return _WHO.search(codes[:at]) is not None and _SOME_PERCENT.match(codes, at + 1) is not None


def _margin_of(item: Item, codes: str, at: int) -> str | None:
    """The cue that "ahead of" and "behind" are between a percentage and a time: "36 % ahead of the year before"."""
    if "%" not in codes or _AHEAD.match(codes, at + 1) is None:
        return None
    side = next((name for name in ("up", "down") if says(item, f"{name}_by")), None)
    if side is None:
        return None
    return side if _MARGIN.search(codes[:at].rstrip("dv")) is not None else None


def _has_balance(items: Iterable[Item]) -> bool:
    """Whether a balance of trade is spoken of."""
    return any(item.cue is not None and item.cue.flow == "balance" for item in items)


def _is_outside(item: Item) -> bool:
    """Whether an adjective only says that somebody is none of a group."""
    return item.code == "E" and item.ref.code.startswith("non-") and item.text.lower().startswith("non")


def _is_of_time(item: Item, codes: str, at: int) -> bool:
    """Whether a word with the next only says which part of a time is meant: "by the end of July", "by mid-April"."""
    word = item.text.lower()
    if _OF_TIME.match(codes, at + 1) is not None and word in wording("part_of_time"):
        return True
    return codes[at + 1 : at + 3] == "-P" and word in wording("joined_to_time")


def _counts(item: Item, following: Item) -> bool:
    """Whether a word says how many a group is."""
    return says(item, "numbers") and str(following.ref.kind).startswith("group")


def _mentions(found: Found) -> Iterator[tuple[int, Item]]:
    """The finders' mentions as items, each with the rank of its finder."""
    for quantity in found.quantities:
        yield 0, _item(_QUANTITY_CODES[quantity.kind], quantity)
        if quantity.hedge_span is not None:
            low, high = quantity.hedge_span
            yield 0, Item("v", low, high, quantity.hedge or "")
    for period in found.periods:
        surer = period.rule == "months-code"  # "in 8M 2015": no eight million, whatever it could count
        yield -1 if surer else 1, _item("w" if period.kind in {"name", "rate"} else "P", period)
    for economy in found.economies:
        yield 2, _item("w" if economy.kind in SILENT_KINDS else "E", economy)
    for commodity in found.commodities:
        yield 4, _item("C", commodity)
    for source in found.sources:
        yield 3, _item("G", source)


def _item(code: str, mention: Any) -> Item:
    return Item(code, mention.start, mention.end, mention.text, mention)


def _cue_items(words: list[str], starts: list[int], text: str) -> Iterator[tuple[int, Item]]:
    for first, last, cue in find_cues(words):
        start, end = starts[first], starts[last - 1] + len(words[last - 1])
        yield 3, Item(cue.code, start, end, text[start:end], cue, cue)


def _plain(text: str, start: int) -> Item:
    """A word or sign that no finder claims."""
    return Item(_plain_code(text), start, start + len(text), text)


@lru_cache(maxsize=1 << 14)
def _plain_code(text: str) -> str:
    """The code of a word or sign by itself."""
    lower = text.lower()
    code = _PUNCTUATION.get(text) or closed_words().get(lower)
    if code is not None:
        return code
    if not text[0].isalnum():
        return '"'
    return "v" if _ADVERB.fullmatch(lower) and lower not in wording("no_adverbs") else "w"
