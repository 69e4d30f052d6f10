"""Figures beside a trade word that measure something else: a price, a length, a part of what is eaten."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import Final

from pipeline.economy import ADJECTIVE_KINDS
from pipeline.extract.binding.bind import Binding
from pipeline.extract.phrase.ongoing import is_small
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says, says_last, wording
from pipeline.quantity import is_currency_noun

SMALL: Final = 1_000
"""Money below this is a price."""
_QUALIFIES: Final = re.compile(r"-[a-z]+$")
_ECONOMIES: Final = frozenset("Erp2")
_PART_OF: Final = re.compile(r"[%M][dv]*o[Ew](?!')(?![wC]{0,2}[NV])")
_PART_OF_WORLD: Final = re.compile(r"([%M][dv]*o[dv]*E)'(?![vwCK-]{0,6}[NV])")
_PART_OF_TOPIC: Final = re.compile(r"%\"?[dv]*o[dvpwNEK']{0,6}(?:o[dvpwE']{0,5})?O")
_OF_PARTNERS: Final = re.compile(r"[%M][dv]*o[dvpEK']*N")
_MULTIPLIES: Final = re.compile(r"M[dvpwE']{0,3}[xO]")
_OF_FIRM: Final = re.compile(r"[dv]*o[dvwCE]{0,7}F")
_VERB_OF: Final = re.compile(r"(?:E|r|W|E[dv]*,[dv]*W)[vA]*$")
_NOUN_OF: Final = re.compile("EN")
_MOVE_IN: Final = re.compile(r"[dvwK-]{0,3}[TJU][iof][dvwoE'p]{1,7}")
_WERE_TO: Final = re.compile(r"A(?=([^A,;y]*L)t[^,;y]*$)")
_ANOTHER: Final = frozenset(",;E")
"""Codes behind a phrase at which somebody else's clause begins: "with 5 % of the trade, Peru carried weight"."""


def is_no_trade(sentence: Sentence, binding: Binding) -> bool:
    """Whether a figure that a trade word governs is no figure of trade."""
    return (
        _is_price(sentence, binding.figure)
        or _is_small_change(sentence, binding)
        or _measures_else(sentence, binding.figure)
        or _qualifies(sentence, binding)
        or _part_of_need(sentence, binding)
        or _is_carried(sentence, binding)
        or _is_quoted(sentence, binding)
        or _of_nobody(sentence, binding)
        or _of_others(sentence, binding)
        or _of_topic(sentence, binding)
        or _does_to(sentence, binding.figure)
        or _is_content(sentence, binding.figure)
        or _of_firms(sentence, binding)
        or _counts_things(sentence, binding)
        or _counts_partners(sentence, binding.figure)
        or _of_currency(sentence, binding.figure)
        or _differs(sentence, binding.figure)
        or _is_imagined(sentence, binding.figure)
    )


def _differs(sentence: Sentence, figure: int) -> bool:
    """ "The data of the two sides differ almost four times": how two figures compare."""
    before = len(sentence.codes[:figure].rstrip("dvb"))
    return sentence.codes[figure] in "%M" and before > 0 and says(sentence.items[before - 1], "differing")


def _is_imagined(sentence: Sentence, figure: int) -> bool:
    """ "Even if exports were to grow 100-fold": what nobody says, expects or denies."""
    found = _WERE_TO.search(sentence.codes[:figure])
    if found is None:
        return False
    opener, verb = sentence.items[found.start()], sentence.items[found.end(1) - 1]
    return says(opener, "if") and says(verb, "were")


def _is_content(sentence: Sentence, figure: int) -> bool:
    """ "887,000 bags of 60 kilos", "cases of 12 bottles": how much each of them holds."""
    if sentence.codes[max(0, figure - 2) : figure] not in {"Qo", "wo"}:
        return False
    packs = sentence.items[figure - 2]
    packed = says_last(packs, "packages") and (packs.code == "w" or packs.ref.kind == "physical")
    return packed and sentence.codes[figure] == "Q" and sentence.items[figure].ref.kind == "physical"


def _is_price(sentence: Sentence, figure: int) -> bool:
    """ "$407 per ton", "A$310 a tonne": what a unit of the goods costs."""
    if sentence.codes[figure] != "Q" or sentence.items[figure].ref.kind != "money":
        return False
    following = sentence.items[figure + 1 : figure + 3]
    if not following:
        return False
    if says(following[0], "priced"):
        return True
    if len(following) == 1 or (following[0].code != "d" and not says(following[0], "per")):
        return False
    return says(following[1], "units_of_price") or (
        says(following[0], "per") and following[1].code != "P" and not says(following[1], "units_of_time")
    )


def _is_small_change(sentence: Sentence, binding: Binding) -> bool:
    """ "The greenback hit $1.35 in thin trade": no trade of anybody who is named is as small as that."""
    nominal = binding.nominal
    named = nominal is None or nominal.owners or nominal.partners
    return not named and is_small(sentence.items[binding.figure], SMALL)


def _measures_else(sentence: Sentence, figure: int) -> bool:
    """ "160 kilometres offshore", "600MW of wind power": no unit that goods are traded in."""
    quantity = sentence.items[figure].ref
    return quantity.kind == "physical" and (quantity.unit or "").lower() in _no_units()


def _of_others(sentence: Sentence, binding: Binding) -> bool:
    """ "Half of Peruvians expect …" behind a text on exports: the part of something that the figure itself names."""
    settled = binding.nominal is not None and binding.nominal.first < 0
    if not settled:
        return False
    world = _PART_OF_WORLD.match(sentence.codes, binding.figure)  # "10 % of the world's copper"
    if world is not None and sentence.items[world.end(1) - 1].ref.kind == "world":
        return True
    return _PART_OF.match(sentence.codes, binding.figure) is not None


def _of_topic(sentence: Sentence, binding: Binding) -> bool:
    """ "Investment was 3 % of the total level of investment": a part of another topic."""
    nominal = binding.nominal
    told = nominal is not None and (nominal.first < 0 or nominal.flow == "same")
    return told and _PART_OF_TOPIC.match(sentence.codes, binding.figure) is not None


def _does_to(sentence: Sentence, figure: int) -> bool:
    """ "After doubling import tariffs", "doubled its investment": what is multiplied stands right behind."""
    return _MULTIPLIES.match(sentence.codes, figure) is not None


def _of_firms(sentence: Sentence, binding: Binding) -> bool:
    """ "Sold 25 unlisted companies for $5 billion", "bought 28 % of a carmaker": firms change hands, and no goods."""
    nominal = binding.nominal
    if nominal is None or nominal.first < 0 or nominal.cue.code != "V" or not nominal.cue.weak:
        return False
    first, last = sorted((nominal.head, binding.figure))
    behind = _OF_FIRM.match(sentence.codes, binding.figure + 1) is not None
    return behind or "F" in sentence.codes[first:last]


def _counts_things(sentence: Sentence, binding: Binding) -> bool:
    """ "About two billion are shipped every year": a bare number that a verb counts is no money."""
    return binding.root.rule == "passive" and sentence.items[binding.figure].ref.unit is None


def _counts_partners(sentence: Sentence, figure: int) -> bool:
    """ "Balances improved with 63 % of its trading partners": a part of the partners, and of no trade."""
    found = _OF_PARTNERS.match(sentence.codes, figure)
    partner = sentence.items[found.end() - 1] if found is not None else None
    return (
        partner is not None and partner.cue is not None and partner.cue.partner and partner.cue.flow == "turnover"
    ) and partner.text.endswith("s")


def _of_currency(sentence: Sentence, figure: int) -> bool:
    """ "After the 25 % cut in the value of the pound": the move of what money is worth."""
    moved = _MOVE_IN.match(sentence.codes, figure + 1)
    if moved is None:
        return False
    named = sentence.items[figure + 1 : moved.end()]
    return any(
        one.code == "d" and other.code == "w" and is_currency_noun(other.text.lower()) for one, other in pairwise(named)
    )


def _no_units() -> frozenset[str]:
    return wording("no_trade_units")


def _qualifies(sentence: Sentence, binding: Binding) -> bool:
    """ "Exports and a 10,000-baht handout": an amount that qualifies another noun."""
    item = sentence.items[binding.figure]
    if binding.side == "after" or item.ref.kind != "money" or _QUALIFIES.search(item.text) is None:
        return False
    following = sentence.codes[binding.figure + 1 : binding.figure + 2]
    return following in {"w", "O", "x", "F"} and not says(sentence.items[binding.figure + 1], "marks")


def _part_of_need(sentence: Sentence, binding: Binding) -> bool:
    """ "Some import more than 25 %": a part of what they need, and neither a share nor a change of what they import."""
    nominal = binding.nominal
    if nominal is None or nominal.flow not in {"export", "import"} or sentence.codes[binding.figure] not in "%M":
        return False
    if not 0 <= nominal.head < binding.figure or sentence.codes[nominal.head + 1 : binding.figure].strip("dv"):
        return False
    if _is_noun_again(sentence, nominal.head):
        return False
    behind = sentence.codes[binding.figure + 1 :].lstrip("dv")
    verb = says(sentence.items[nominal.head], "plural_verbs") or _VERB_OF.search(sentence.codes[: nominal.head])
    return bool(verb) and not behind.startswith(("o", "U"))


def _is_noun_again(sentence: Sentence, head: int) -> bool:
    """ "EU exports made up 15 % and EU imports 14 %", "Peruvian imports 4 %": a noun, and what nobody does."""
    if sentence.codes[head - 1 : head] != "E":
        return False
    code, adjective = sentence.items[head - 1].ref.code, sentence.items[head - 1].ref.kind in ADJECTIVE_KINDS
    before = (found.start() for found in _NOUN_OF.finditer(sentence.codes, 0, head - 1))
    return adjective or any(sentence.items[at].ref.code == code for at in before)


def _is_carried(sentence: Sentence, binding: Binding) -> bool:
    """ "30 % of world trade passes through the strait": what is carried there, and nobody's trade."""
    nominal = binding.nominal
    if nominal is None or binding.side != "after":
        return False
    behind = takewhile(lambda item: item.code not in _ANOTHER, sentence.items[nominal.last : nominal.last + 3])
    return any(says(item, "carried") for item in behind)


def _is_quoted(sentence: Sentence, binding: Binding) -> bool:
    """ "Fell back to trade 7.8 % higher": the verb of what a market quotes."""
    nominal = binding.nominal
    if nominal is None or nominal.head < 1 or nominal.partners or binding.side == "after":
        return False
    verb = sentence.codes[nominal.head - 1] == "t" and sentence.items[nominal.head].text.lower() == "trade"
    return verb and nominal.first == nominal.head


def _of_nobody(sentence: Sentence, binding: Binding) -> bool:
    """ "Suppliers answered 62 % of the letters": partners in a sentence that names no economy."""
    nominal = binding.nominal
    if nominal is None or nominal.first < 0 or not nominal.cue.partner:
        return False
    return not set(sentence.codes) & _ECONOMIES and sentence.codes[binding.figure] != "Q"
