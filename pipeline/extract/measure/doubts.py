"""Why a claim's reading is in doubt: nothing is proved on it, and the reason is shown."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from pipeline.claim import NARROWS
from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.in_front import goods_in_front
from pipeline.extract.frame import Known
from pipeline.extract.measure.traders import of_a_sector, of_some_traders
from pipeline.extract.period.averages import average_of
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.ongoing import SMALLEST, is_small
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import modifiers, narrowing, says, wording

PART: Final = "only some of those who trade are meant"
"""No slot of a claim sets apart from the whole what only some of a country's traders buy and sell."""
_UNKNOWN_VERB: Final = re.compile(r"(?:^|[;yP,])[dv]*E[dv]*w[^LTUJASV(:rp]*$")
"""From whom a sentence is about to its figure by a verb that no lexicon knows: "placed goods for"."""
_PART_AGAIN: Final = re.compile(r"(?:^|[;y])[dv]*w{1,3}[vA]*S[dvw]*%[dv]*o[dvwpE'C]*N[^QEC;y]*$")
"""Before an amount that tells an unknown one's part again: "Acme stood for 33 % of exports, or $960 million"."""
CONTINENT: Final = "“America” may be the continent"
WITHIN: Final = "it is what the members of a region trade with each other"
_IN_BRACKETS: Final = re.compile(r"[JT][^;y%QMJT]*(?:E\(%\),?&?[dv]*)*E\($")
"""Before a percentage in brackets behind a partner, in a clause on growth."""
SOME: Final = "it may be of some of the trade only"
_BEHIND_SHARE: Final = re.compile(r"S[^SQ%M;y]*%[^Q%MTUy;]*,[dv]*$")
_THAN_NEXT: Final = re.compile(r"[dv]*[wU]{1,2}g")
"""A share and what it is of, before a percentage, and "less than" behind it."""
_SOME: Final = re.compile(r"(?:(?<![TJLgP])[it]|(w))[dv]*$")
"""Before an amount of a flow behind it: a preposition, or a word that may be a verb."""
OUT_OF: Final = "one figure is said to be a part of another, and not which trade each is"
_OUT_OF: Final = re.compile(r"[Q%][dv]*wo[dv]*Q")
TAKEN_IN: Final = "“{}” may be only what the figure takes in"
_TAKEN_IN: Final = re.compile(r"(?:^|[;y,\"])[dv]*l[dvw]*(C[Cw&-]*),?[dv]*(?:[rp]|N)[^;QM%]*$")
"""Before a figure that takes something in: "including oil they were", "including oil, exports rose to"."""
SOME_DAYS: Final = "it is for some days of the months only"
UNSIGNED: Final = "the text does not say whether this balance is a surplus or a deficit"
PORT: Final = "it is what one port handled"
ZONE: Final = "it is what went through a zone with rules of its own"
_WORDS: Final = re.compile(r"[wvL-]{1,5}$")
"""Words right before a flow: "informal cross-border exports"."""
_WHO_TRADES: Final = frozenset({"name", "demonym", "group", "group-demonym"})
"""Kinds of names that are no port's: "Germany handled $84 billion of trade with Latvia"."""
_REACH: Final = 3
"""Words before a flow among which "intra" may stand."""
NEAR_INDEX: Final = 80
"""Percent from which on a rate of growth may be an index."""


def doubt_of(sentence: Sentence, binding: Binding, measure: str, goods: Known | None = None) -> str | None:
    """The first reason to doubt a figure's slots; None where nothing speaks against them.

    ``goods`` are those that the figure was found to cover.
    """
    item, nominal = sentence.items[binding.figure], binding.nominal
    if item.ref.doubt:
        return str(item.ref.doubt)
    if (nominal is not None and nominal.part) or of_some_traders(sentence, binding.figure):
        return PART
    if goods is None and of_a_sector(sentence, binding.root.figure):
        return PART
    if measure == "level" and nominal is not None and nominal.flow != "balance" and _of_some_trade(sentence, binding):
        return SOME
    if measure == "level" and _PART_AGAIN.search(sentence.codes[: binding.figure]) is not None:
        return PART
    if _out_of(sentence, binding.figure):
        return OUT_OF
    if _of_a_port(sentence, binding.figure):
        return PORT
    if any(item.code == "w" and says(item, "zones") for item in sentence.items[: binding.figure]):
        return ZONE
    if goods is not None and _is_taken_in(sentence, binding.figure, goods):
        return TAKEN_IN.format(goods.value)
    if measure == "share" and nominal is not None and (whose := _either(sentence, nominal)):
        return f"“{whose}” may be either of the two"
    if _on_continents(sentence):
        return CONTINENT
    if nominal is not None and _within_a_region(sentence, nominal):
        return WITHIN
    if measure == "share" and _may_be_growth(sentence, binding.figure):
        return f"“{item.text}” may be a change"
    if measure == "level" and is_small(item, SMALLEST):
        return f"“{item.text}” is too small for trade between countries: its scale may be missing"
    if measure == "level" and nominal is not None and nominal.flow != "balance" and (item.ref.value or 0) < 0:
        return f"“{item.text}” is below nothing, which only a balance can be"
    if measure == "change" and _than_share(sentence.codes, binding.figure):
        return f"“{item.text}” may be how much a share changed"
    if measure == "change" and _is_index(sentence, binding.figure):
        return f"“{item.text}” may be an index, in which the time before is 100"
    if nominal is not None and nominal.head < 0 and _is_of_another_verb(sentence, binding.figure, nominal.flow):
        return f"the words around “{item.text}” do not say which trade it is"
    return _span_of(sentence, binding) or _narrowed(sentence, nominal) or _other_goods(sentence, binding, goods)


def _is_of_another_verb(sentence: Sentence, figure: int, flow: str | None) -> bool:
    """ "Peru placed wares in Chile for $5 billion", behind a sentence on a flow: no balance, nor what was paid."""
    before = sentence.codes[:figure].rstrip("dv@")
    paid = before.endswith("i") and says(sentence.items[len(before) - 1], "for_whom")
    return (flow == "balance" or paid) and _UNKNOWN_VERB.search(sentence.codes[:figure]) is not None


def _is_taken_in(sentence: Sentence, figure: int, goods: Known) -> bool:
    """Whether the goods of a figure are those that its clause says to be included in it."""
    found = _TAKEN_IN.search(sentence.codes[:figure])
    return found is not None and sentence.items[found.start(1)].start == goods.start


def _than_share(codes: str, figure: int) -> bool:
    """ "Takes 15 % of exports, 2 % less than in 2005": a change of the share, be it printed as a percentage."""
    return _THAN_NEXT.match(codes, figure + 1) is not None and _BEHIND_SHARE.search(codes[:figure]) is not None


def _on_continents(sentence: Sentence) -> bool:
    """ "Imports from America and Africa": a name that is a country's, among those of continents."""
    named = [item for item in sentence.items if item.code == "E"]
    return any(says(item, "americas") for item in named) and any(
        item.ref.code in wording("continents") for item in named
    )


def _within_a_region(sentence: Sentence, nominal: Nominal) -> bool:
    """ "Intra-regional exports", "intra-trade among its states": no trade of the region with the world."""
    first = max(0, nominal.first - _REACH)
    named = (at for at in range(first, max(first, nominal.last)) if says(sentence.items[at], "inside"))
    return any(sentence.codes[at + 2 : at + 3] != "E" for at in named)


def _may_be_growth(sentence: Sentence, figure: int) -> bool:
    """ "Growth was seen in exports to Peru (26 percent)": in brackets, by how much, and no share of all."""
    return _IN_BRACKETS.search(sentence.codes[:figure]) is not None


def _of_some_trade(sentence: Sentence, binding: Binding) -> bool:
    """ "Competes for $3 billion worth of exports", "the rule covers $6 billion of exports": what something is about."""
    before = _SOME.search(sentence.codes[: binding.figure])
    if binding.side != "after" or before is None:
        return False
    return before[1] is None or says(sentence.items[before.start(1)], "touching_some")


def _out_of(sentence: Sentence, figure: int) -> bool:
    """ "Most of that trade, $4.5 billion out of $4.8 billion, is exports": a part and its whole, told in one."""
    for found in _OUT_OF.finditer(sentence.codes):
        between = sentence.items[found.start() + 1 : found.end() - 1]
        if figure in (found.start(), found.end() - 1) and any(says(item, "out") for item in between):
            return True
    return False


def _either(sentence: Sentence, whole: Nominal) -> str:
    """ "Peru's trade with Brunei was $3 billion, or 14 % of the sultanate's total": any of two that are named so."""
    named = {item.ref.code for item in sentence.items[: max(whole.first, 0)] if item.code == "E"}
    owners = [sentence.items[owner.index] for owner in whole.owners if owner.code is None]
    return next((item.text for item in owners if len(named) > 1 and _bare(item.text) in wording("realms")), "")


def _bare(name: str) -> str:
    """The words without the ending of a possessive: "the kingdom's"."""
    return re.sub("['’]s$", "", name.lower())


def _of_a_port(sentence: Sentence, figure: int) -> bool:
    """ "Guayaquil handled 119,000 tonnes": a city that is no government here."""
    return any(
        says(item, "handled") and place.code == "E" and place.ref.kind not in _WHO_TRADES
        for place, item in pairwise(sentence.items[:figure])
    )


def _is_index(sentence: Sentence, figure: int) -> bool:
    """ "Exports came to $27 billion (growth rate 108.4 percent)": up by 8.4 percent, where offices tell it so."""
    item = sentence.items[figure]
    told = any(says(before, "growth_rates") for before in sentence.items[:figure])
    return told and item.code == "%" and abs(item.ref.value or 0) >= NEAR_INDEX


def _span_of(sentence: Sentence, binding: Binding) -> str | None:
    """ "Some 100,000 tonnes a month", "$200 billion over six years": not for the period that the text is on."""
    behind = sentence.items[binding.figure + 1 : binding.figure + 6]
    if behind and behind[0].code == "P":
        return None  # "from $49 billion a year earlier" says when, and is no rate
    words = " ".join(item.text.lower() for item in behind)
    if sentence.codes[binding.figure] == "Q" and _span().match(words) and not average_of(sentence, binding.figure):
        return f"“{sentence.items[binding.figure].text}” is said of another stretch of time"
    return None


@cache
def _span() -> re.Pattern[str]:
    """A rate, "a month", or a stretch of time, "over six years", "within the next two months"."""
    every, one, over, many = (
        "|".join(sorted(wording(name))) for name in ("each_time", "rated_times", "over_time", "counted_times")
    )
    return re.compile(rf"(?:{every}) (?:{one})\b|(?:{over}) (?:the next |a )?\w+ (?:{many})\b")


def _other_goods(sentence: Sentence, binding: Binding, goods: Known | None) -> str | None:
    """ "Earnings from woven garments in May grew to $2 billion": goods that the figure was not read to cover."""
    if goods is not None and goods.start >= sentence.start and goods.value.lower() not in wording("definitions"):
        return None
    other = goods_in_front(sentence, binding, sure=False)
    named = None if other is None else sentence.items[other].text
    return named and f"“{named}” may be what “{sentence.items[binding.figure].text}” covers"


def _narrowed(sentence: Sentence, nominal: Nominal | None) -> str | None:
    """ "Rural exports", "Penang exports": a word before the flow that nobody knows may name a part of it."""
    if nominal is None or nominal.head < 0 or nominal.cue.code != "N":
        return None
    if (narrow := _narrow_word(sentence.items[nominal.head].text)) is not None:
        return f"“{narrow}” {NARROWS} “{sentence.items[nominal.head].text}” covers"  # "border trade"
    if nominal.head < 1:
        return None
    before = sentence.items[nominal.head - 1]
    goods = nominal.goods is not None and nominal.goods[0] < nominal.head <= nominal.goods[1]
    if before.code != "w" or before.ref is not None or goods:
        return None
    if sentence.items[nominal.head].text[:1].isupper() and not sentence.text.istitle():
        return None  # the sentence begins with the flow: "OSLO. Newswire Trade between Norway and Peru …"
    word = before.text.lower()
    known = word in modifiers() or word.endswith(tuple(wording("of_movement"))) or not word.replace("-", "").isalpha()
    if not known:
        return f"“{before.text}” {NARROWS} “{sentence.items[nominal.head].text}” covers"
    words = _WORDS.search(sentence.codes[: nominal.head])
    told = sentence.items[words.start() : nominal.head] if words is not None else ()
    narrow = next((item.text for item in told if item.text.lower() in narrowing()), None)
    return narrow and f"“{narrow}” {NARROWS} “{sentence.items[nominal.head].text}” covers"


def _narrow_word(noun: str) -> str | None:
    """The word within a name for trade that may leave some of it out: of "border trade" the border."""
    return next((word for word in noun.split()[:-1] if word.lower() in narrowing()), None)
