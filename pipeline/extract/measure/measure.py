"""What a figure measures: a level, a change or a share, and which way a change goes."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding, of_all
from pipeline.extract.commodity.goods import LISTED_GOODS
from pipeline.extract.measure.a_move import is_a_move, part_of_move
from pipeline.extract.measure.shared import (
    is_amount_again,
    is_part_again,
    is_part_of_entry,
    is_part_of_which,
    last_of_row,
)
from pipeline.extract.phrase.moves import way_moved
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says

_BRACKETED: Final = re.compile(r"\([^()]*\)")
_CHANGE_BEFORE: Final = re.compile(r".*(?:[TU][wU]{0,2}[b]?|J|[TJ]w?o|T[wi@L]{1,3}o?|b)$")
_CHANGE_AFTER: Final = re.compile(r"[-wKC]{0,3}(?:[TJ]|U[g, ]?|N[JT])")
_SHARE_BEFORE: Final = re.compile(r".*(?:S[wKLo@]{0,3}|s[^QTU%]{0,8}[otfb@:L]{1,2}[w]?|s[LTwfo]{0,4})$")
_RISE_BEHIND: Final = re.compile(r"[-wKC]{0,3}[TJ]")
_RISE_OF: Final = re.compile(r"o[wK]*[TJ]")
_MOVED_BY: Final = re.compile(r".*[TU]b?$")
_OF_TIME: Final = re.compile(r"[Ugt][dv]*P'[dvw]*$|%U[dv]*$")
"""Before an amount that others are measured by: "54 % above February's $6 billion", "above the $6 billion of May"."""
_MOVED_BY_SO_MUCH: Final = re.compile(r".*(?:T|[TU]b)$")
_LOWER_THAN: Final = re.compile(r"U[gf]")
_MOVES_BY: Final = frozenset({"trend", "trend-over"})
"""Readings in which a figure is how far something moved: "a share of 10 %, up 1 %"."""
_SHARE_OF: Final = re.compile(r"s[dv]*(?:wo[dv]*|E[dv]*[io][dv]*)?$")
"""Before the whole that a share is taken of: "share of", "share of the value of"."""
_SHARE_MOVED: Final = re.compile(r"T[w]?b?[dv]*%[dv]*t[dv]*$")
_AMOUNT_BRACKET: Final = re.compile(r"Q[dv]*\([dv]*$")
_BRACKET_OF: Final = re.compile(r"\)[dv]*o")
"""Around a percentage in brackets that says which part the amount before it is: "$5 bn (2 %) of the total"."""
_SHARE_BEHIND: Final = re.compile(r"-?w?s")
_MOVE_IN_FRONT: Final = re.compile(r"[JT](?:i[wCE]*N)?\($")
"""Before a percentage in brackets: "a greater increase (14 %) than imports (5 %)", "a rebound in exports (4 %)"."""
_MOVED_BY_NOW: Final = re.compile(r"[TJU]b?$")
_MORE_THAN: Final = re.compile(r"\([Q%]\)U[dv]*g")
"""Behind a change that is told twice: "$5 million (14 %) more than a year before"."""
_OR_RISE: Final = re.compile(r"[dv]*[&(][dv]*%\)?-?[vwK]{0,2}[TJ](?!o)")
"""Behind the amount of a change, which its rate says again: "a $5 billion or 14 % rise"."""
_OR_MORE: Final = re.compile(r"(?:,?&[dv]*[Q%])?,?[dv]*U(?=[dvgo]*P)")
"""Behind one of two figures that say the same margin: "is 14 %, or $5 billion, ahead of last year"."""
_LED_FROM_RATE: Final = re.compile(r"[TJ][^Q%TJUN;y]{0,8}%[^Q%TJN;y]{0,8}U[dv]*f[dvwP']*$")
"""Before a rate that another rate was: "exports rose 24 %, down from 31 % in August" tells of two rises."""
_MOVES_LISTED: Final = re.compile(r"[TJ](?:i|[LlSb](?!T))[^%QTJUyB]*[CwE][dv]*\($")
"""A list of what moved, its entries before without their brackets, up to the bracket of the next."""
_MOVE_AT: Final = re.compile(r"[TJ]L[dv]*i[dvwCE]{1,4}(?:[L%]|,?l[dvwCE]{1,4}|[,&]{1,2}[dvwCE]{1,4})*[L@][dv]*$")
"""The moves of goods, each at its rate: "the strongest growth was in copper at 12 %, followed by tin at"."""
_AND_MORE_THAN: Final = re.compile(r"\)U[dv]*g")
_CHANGE_IN_FLOW: Final = re.compile(r"d[vw]*[JT]i[dvwCEPp'K]*N(?:[ui][dvwC-]{1,5}N?)?P?o[dv]*$")
"""Before an amount: "a decrease in the goods deficit of $1.2 billion", "a rise in the surplus on oil of $1 billion"."""
_ENTRIES: Final = frozenset({"entry", "goods-entry", "word-entry"})
_MOVE_CLOSES: Final = re.compile(r"-?[vw]{0,2}[TJ]\)")
_CHANGE_OF: Final = re.compile(r"[TJU][dvbw]*%[dv]*\([dvbw]*$")
_GROWTH_OF: Final = re.compile(r"[d%]%-?[wK]{0,2}[JT]\($")
_LED_ON: Final = re.compile(r"\)(?:t|[fgu][dv]*P)")
"""Behind such a bracket: where the change led, or what it is compared with."""
_RATE_OF_CHANGE: Final = re.compile(r"[TU][dvbw]*Q[dv]*\([dv]*$")
"""Before a percentage in brackets behind the amount of a change: "fell $735m (34%)"."""
_PART_OF_LIST: Final = re.compile(r"[CE][dv]*\([dv]*Q(?:[,;]|,?&)[dv]*$")
"""Before a percentage behind the amount of an entry: "chemicals (€5 billion, 44 %)", "Peru ($5 million or 4 %)"."""
_RATE_MOVED: Final = re.compile(r"J(?:[tfh][dvE,&]+)?[vwAP]*T[vdw]*(?:[tfg][dvwP']*[%Q][diPv]*)?[tf][dvw]*$")
_MOVED_TO: Final = re.compile(r"[ft]w?o?$")
_SHARE_RULES: Final = frozenset({"worth-of", "of-the-value", "share-verb", "level"})
"""Readings in which a percentage is a part of the whole that the phrase names."""
_LISTED: Final = ("(", "E", "C", ":", "h", "E@", "w@", "C@", "CL", "EL")
"""What stands before the entries of a list."""
_WENT_TO: Final = re.compile(r"T[dv]*t[dv]*E\($")
_GOING_TO: Final = re.compile(r"Tv*t(?=[dv]*E)")
_MINUS: Final = frozenset("-−–")
_BRACKET_OVER: Final = frozenset({")w", ")v", ")d"})
MOVES: Final = frozenset("TJU")


def before_way(sentence: Sentence, figure: int) -> str:
    """The codes from the last figure or clause end to this figure, simplified."""
    start = figure
    while start > 0 and sentence.codes[start - 1] not in FIGURES and sentence.codes[start - 1] not in ";":
        start -= 1
    return way(sentence.codes[start:figure])


def after_way(sentence: Sentence, figure: int) -> str:
    """The codes from this figure to the next figure or clause end, simplified."""
    end = figure + 1
    while end < len(sentence.codes) and sentence.codes[end] not in FIGURES and sentence.codes[end] not in ";,":
        end += 1
    return way(sentence.codes[figure + 1 : end])


def decide_measure(sentence: Sentence, binding: Binding, previous: str | None) -> str:
    """``level``, ``change`` or ``share``; ``previous`` is the measure of the figure before in the chain."""
    quantity = sentence.items[binding.figure].ref
    before, after = before_way(sentence, binding.figure), after_way(sentence, binding.figure)
    if sentence.codes[binding.figure] == "Q":
        if is_passed(sentence, binding.figure) or _OF_TIME.search(sentence.codes[: binding.figure]) is not None:
            return "level"
        if _is_added(sentence, binding.figure) or _is_amount_of_change(sentence, binding.figure):
            return "change"
        if _MORE_THAN.match(sentence.codes, binding.figure + 1) is not None or _is_move_alone(sentence, binding):
            return "change"
        if _CHANGE_IN_FLOW.search(sentence.codes[: binding.figure]) is not None or is_a_move(sentence, binding.figure):
            return "change"
        if _said_again(sentence, binding.figure) is not None or part_of_move(sentence, binding.figure):
            return "change"
        balance = binding.nominal is not None and binding.nominal.flow == "balance"
        return "level" if balance and binding.measure == "level" else _money_measure(before, after)
    if quantity.kind in {"multiple", "percentage-point"} or _AND_MORE_THAN.match(sentence.codes, binding.figure + 1):
        return "change"
    if _is_of_moves(sentence.codes, binding.figure) or _MOVE_AT.search(sentence.codes[: binding.figure]) is not None:
        return "change"
    if re.match(r"[-+−(]", quantity.text) or _signed(sentence, binding.figure) or _is_rate(sentence, binding):
        return "change"
    if _is_share_reached(sentence, binding):
        return "share"
    return (
        _said_directly(sentence, binding, before, after)
        or _said_around(sentence, binding, before, after)
        or _understood(sentence, binding, before, previous)
    )


def _is_share_reached(sentence: Sentence, binding: Binding) -> bool:
    """ "China's share of exports rose by 4 % to 21 %": behind what a share moved by, the share that it led to."""
    moved = _SHARE_MOVED.search(sentence.codes[: binding.figure]) is not None
    return moved and binding.nominal is not None and of_share(sentence, binding.nominal)


def _is_rate(sentence: Sentence, binding: Binding) -> bool:
    """ "Export growth to Peru rose to 7 %": the phrase itself is of a rate of change."""
    nominal = binding.nominal
    return nominal is not None and sentence.codes[nominal.head + 1 : nominal.last].startswith("J")


def _is_of_moves(codes: str, figure: int) -> bool:
    """ "Due to increases in cars (30 %), cereals (28 %) and fuels (15 %)": each is the move of its entry."""
    alone = codes[figure - 1 : figure + 2] == "(%)"
    return alone and _MOVES_LISTED.search(_BRACKETED.sub("", codes[:figure])) is not None


def _said_again(sentence: Sentence, figure: int) -> int | None:
    """The move that two figures tell: "a $5 billion or 14 % rise", "14 %, or $5 billion, ahead of last year"."""
    codes = sentence.codes
    found = _OR_RISE.match(codes, figure + 1) if codes[:figure].rstrip("v").endswith("d") else None
    if found is None:
        found = _OR_MORE.match(codes, figure + 1)
        again = found is not None and "&" in found[0]
        first = codes[:figure].rstrip("dv").endswith("&") and codes[:figure].rstrip("dv&,")[-1:] in {"%", "Q"}
        found = found if again or first else None
    return found.end() - 1 if found is not None else None


def _is_added(sentence: Sentence, figure: int) -> bool:
    """ "An additional $5 billion of exports": what came on top of the level before."""
    before = len(sentence.codes[:figure].rstrip("dv"))
    return before > 0 and says(sentence.items[before - 1], "additional")


def _is_amount_of_change(sentence: Sentence, figure: int) -> bool:
    """In brackets behind a change the change as an amount: "an 18 % rise ($5bn)", "fell by 2.3 % (£1bn) to £42.5bn"."""
    codes = sentence.codes
    if _GROWTH_OF.search(codes[:figure]) is not None:
        return codes[figure + 1 : figure + 2] == ")"
    change = _CHANGE_OF.search(codes[:figure])
    if change is None:
        return False
    return _LED_ON.match(codes, figure + 1) is not None or _moves_by(sentence, change.start())


def _moves_by(sentence: Sentence, at: int) -> bool:
    """ "Fell by 4 % ($2 billion)": whatever stands behind "by" is how far it moved, in both measures."""
    return sentence.items[at].text.lower().endswith(" by") or sentence.codes[at + 1 : at + 2] == "b"


def _is_move_alone(sentence: Sentence, binding: Binding) -> bool:
    """In brackets, "($5 billion increase)" and, of a flow, "(+$5 billion)": how far it moved."""
    codes, figure = sentence.codes, binding.figure
    if not codes[:figure].rstrip("dv").endswith("("):
        return False
    if _MOVE_CLOSES.match(codes, figure + 1) is not None:
        return True
    flow = binding.nominal is not None and binding.nominal.flow != "balance"
    entry = binding.previous if binding.rule in _ENTRIES else None  # "Peru (+$5 billion), Chile ($1 billion)"
    return flow and any(printed_sign(sentence, one.figure) is not None for one in (binding, entry) if one is not None)


def is_passed(sentence: Sentence, figure: int) -> bool:
    """ "Rose above $5 billion", "climbed past the $5 billion mark": where it moved to, not by how much."""
    before = len(sentence.codes[:figure].rstrip("d"))
    moved = sentence.codes[: before - 1].rstrip("dv")[-1:]
    return before > 1 and says(sentence.items[before - 1], "passing") and moved in {"T", "L", "w"}


def _said_directly(sentence: Sentence, binding: Binding, before: str, after: str) -> str | None:
    """What the words beside a percentage make it: "a 5 % rise", "a 5 % share", "the share rose to 5 %", "5 % fuels"."""
    if _said_again(sentence, binding.figure) is not None or last_of_row(sentence, binding.figure) > binding.figure:
        return "change"
    if is_part_again(sentence, binding.figure) or is_part_of_which(sentence, binding.figure):
        return "share"
    if any(says(item, "part_of_it") for item in sentence.items[binding.figure + 1 : binding.figure + 2]):
        return "share"  # "exports of $5 billion, 96 % of which were ores"
    if LISTED_GOODS.match(sentence.codes, binding.figure + 1) and not _MOVED_BY_NOW.search(before):
        return "share"
    if _RISE_BEHIND.match(after) and not after.startswith("o"):
        return "change"
    if _AMOUNT_BRACKET.search(sentence.codes[: binding.figure]) and _BRACKET_OF.match(
        sentence.codes, binding.figure + 1
    ):
        return "share"
    if after.startswith("SE"):
        return "share"  # "2 % came from Peru"
    if _SHARE_BEHIND.match(after) or _share_moves_to(before) or _goes_to(sentence, binding):
        return "share"
    if _LOWER_THAN.match(after):
        return "change"
    if _RATE_OF_CHANGE.search(sentence.codes[: binding.figure]) is not None:
        return "change"
    if _MOVE_IN_FRONT.search(before):
        return "change"
    return "change" if _in_list(before) and _clause_moves(sentence, binding) else None


def _goes_to(sentence: Sentence, binding: Binding) -> bool:
    """ "Its exports went mostly to Uganda (12 %)": where trade goes is no move of it."""
    return _WENT_TO.search(sentence.codes[: binding.figure]) is not None and _goes(sentence)


def _goes(sentence: Sentence) -> bool:
    return any(item.code == "T" and says(item, "goes") for item in sentence.items)


def _share_moves_to(before: str) -> bool:
    """ "Its share of exports rose to …": a share, then a move, then where to, with no other figure between."""
    clause = before[max(before.rfind("Q"), before.rfind("%")) + 1 :]
    end = _MOVED_TO.search(clause)
    return end is not None and 0 <= clause.find("s") < clause.rfind("T", 0, end.start())


def _said_around(sentence: Sentence, binding: Binding, before: str, after: str) -> str | None:
    """What the clause makes it: "accounted for 5 %", "5 % of exports", "rose 5 %", "5 % compared with May"."""
    if (_SHARE_BEFORE.match(before) and not before.endswith("b")) or _is_share_phrase(sentence, binding):
        return "share"
    if of_all(sentence, binding.figure) and not _MOVED_BY.match(before):
        return "share"
    if after.startswith("o") and not _RISE_OF.match(after) and not _MOVED_BY_SO_MUCH.match(before):
        return "share"
    if _CHANGE_BEFORE.match(before) or _CHANGE_AFTER.match(after):
        return "change"
    compared = "P" in _comparison_codes(sentence, binding.figure)
    return "change" if binding.measure == "change" or compared else None


def _understood(sentence: Sentence, binding: Binding, before: str, previous: str | None) -> str:
    """What a percentage is that no words around it settle: as the one before it, as its phrase is read."""
    in_list = _PART_OF_LIST.search(sentence.codes[: binding.figure]) is not None
    if in_list or is_part_of_entry(sentence, binding.nominal):
        return "share"
    if previous in {"change", "share"}:
        return str(previous)
    if is_amount_again(sentence, binding.figure) or (previous == "level" and binding.rule == "or"):
        return "share"  # "supplied $16 billion, or 25 percent"
    fraction = sentence.items[binding.figure].ref.kind == "fraction"
    if binding.rule in _SHARE_RULES or fraction or (binding.measure == "level" and previous is None):
        return "share"
    return "share" if before.endswith(_LISTED) else "change"


def _in_list(before: str) -> bool:
    """Whether the figure stands in brackets behind the name of an economy or of goods."""
    return re.search(r"[ECw)]\($", before) is not None


def _clause_moves(sentence: Sentence, binding: Binding) -> bool:
    """Whether the list belongs to a word of change ("higher sales to the EU (5.9 %)") and to no level or share."""
    start = max((at for at in range(binding.figure) if sentence.codes[at] in ";:"), default=-1) + 1
    first = min((at for at in range(start, binding.figure) if sentence.codes[at] == "("), default=binding.figure)
    opening = _GOING_TO.sub("--", sentence.codes[start:first]) if _goes(sentence) else sentence.codes[start:first]
    moved = max((opening.rfind(code) for code in "TJU"), default=-1)
    return moved >= 0 and moved > max(opening.rfind(code) for code in "sSLQl")


def _is_share_phrase(sentence: Sentence, binding: Binding) -> bool:
    """Whether the figure is said of "the share of" its nominal, and not of how that share changed."""
    nominal = binding.nominal
    if nominal is None or nominal.first < 1:
        return False
    head = way(sentence.codes[max(0, nominal.first - 5) : nominal.first])
    return (bool(re.search(r"s[oi]?(?:wo)?$", head)) and binding.rule not in _MOVES_BY) or (
        bool(re.search(r"so$", head)) and binding.side == "chain"
    )


def of_share(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether a phrase is the whole that a share is taken of: "Peru's share of Chile's exports fell by 2 %"."""
    return _SHARE_OF.search(sentence.codes[: max(nominal.first, 0)]) is not None


def _money_measure(before: str, after: str) -> str:
    """An amount is a level unless the wording makes it a difference."""
    if re.match(r".*(?:T[^Q%]*b|Ub|T[wi]?|[JT]o|U)$", before) and not re.match(r".*[tf]$", before):
        return "change"
    if re.match(r".*[,&](?:N|[dvw]*C[Cw]*N?)[dvw]*b$", before):
        return "change"  # "trade rose by $3 billion, exports by $2 billion", "wheat exports rose …, and barley by …"
    if re.match(r"[-w]{0,2}[JT]w?(?:i|$|o|[,LPAS])", after) and not before.endswith(("t", "f", "L")):
        return "change"
    if re.match(r"U(?!P|f$)", after) and not before.endswith(("t", "f")):
        return "change"
    return "level"


def _signed(sentence: Sentence, figure: int) -> bool:
    """Whether a plus or minus stands right before the figure, so that it is a change."""
    at = sentence.items[figure].start - sentence.start
    return sentence.text[max(0, at - 1) : at] in {"+", "-", "−", "–", "±"}


def printed_sign(sentence: Sentence, figure: int) -> int | None:
    """+1 or -1 where a sign stands right before the figure and joins it to nothing; None where there is none."""
    at = sentence.items[figure].start - sentence.start
    sign, before = sentence.text[max(0, at - 1) : at], sentence.text[max(0, at - 2) : at - 1]
    if before and (before.isalnum() or before in "%)"):
        return None
    return 1 if sign == "+" else -1 if sign in _MINUS and sign else None


def _comparison_codes(sentence: Sentence, figure: int) -> str:
    """``P`` where a time phrase right behind the figure says what it is compared with."""
    for item in sentence.items[figure + 1 : figure + 4]:
        if item.code == "P" and getattr(item.ref, "comparison", None):
            return "P"
        if item.code in FIGURES or item.code in ",;":
            return ""
    return ""


def decide_sign(sentence: Sentence, binding: Binding) -> int | None:
    """+1 or -1 for a change, from the trend word nearest to the figure within its clause; None where there is none."""
    figure = last_of_row(sentence, binding.figure)
    if (printed := printed_sign(sentence, figure)) is not None:
        return printed
    if _MORE_THAN.match(sentence.codes, figure + 1) is not None:
        order = [sentence.codes.index("U", figure)]
    elif (move := _said_again(sentence, figure)) is not None:
        order = [move]
    elif sentence.items[figure].ref.rule == "multiple.word":  # "doubled" is its own verb
        order = [figure + 1] if sentence.codes[figure + 1 : figure + 2] == "U" else []
    elif _LED_FROM_RATE.search(sentence.codes[:figure]) and not _RISE_BEHIND.match(after_way(sentence, figure)):
        return decide_sign(sentence, binding.previous) if binding.previous is not None else None
    else:
        order = _rate_moved(sentence, figure) or _nearest_moves(sentence, figure)
    moved = (way_moved(sentence.items[index], binding.nominal) for index in order)
    return next((sign for sign in moved if sign), None)


def _rate_moved(sentence: Sentence, figure: int) -> list[int]:
    """ "Export growth slowed to 3 %", "the decline eased from 5 %": the rate moves, and its noun says which way."""
    found = _RATE_MOVED.search(sentence.codes[:figure])
    return [found.start()] if found is not None else []


def _nearest_moves(sentence: Sentence, figure: int) -> list[int]:
    """Trend words by how tightly they go with the figure: right behind it, before it, then farther behind."""
    right = []
    for index in range(figure + 1, min(figure + 5, len(sentence.codes))):
        code = sentence.codes[index]
        if code in FIGURES or code in ",;yB" or sentence.codes[index : index + 2] in _BRACKET_OVER:
            break
        if code in MOVES:
            right.append(index)
            break
        if code in "to&":
            break
    left = []
    for index in range(figure - 1, max(-1, figure - 24), -1):
        code = sentence.codes[index]
        if code in ";":
            break
        if code in MOVES:
            left.append(index)
            break
    if right and (not left or right[0] - figure <= figure - left[0]):
        return right + left
    return left + right
