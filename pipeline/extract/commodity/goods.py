"""Which goods a figure covers: the commodity as printed, or None for all trade."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.whole_amount import is_whole
from pipeline.extract.commodity.definitions import defined, definition_in
from pipeline.extract.commodity.examples import are_examples, say_how_much
from pipeline.extract.commodity.left_out import left_out, left_out_in_brackets
from pipeline.extract.commodity.moved import change_of, moved_entry
from pipeline.extract.commodity.named import goods_run, known_goods
from pipeline.extract.commodity.parts import goods_of_part, has_parts, what_part_is
from pipeline.extract.commodity.rows import GOODS, LISTED, aligned_entry
from pipeline.extract.frame import Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.dashed import dashed_entry
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import is_goods_word, says, wording

_CLAUSE: Final = re.compile(r"[;y]|[Q%M][dvPi]*,(?=[dv]*C[Cw]{0,2}[vA]*T[dvb]*(?:%|$))|,[dv]*&|[Q%M)][dvPi]*&|, ?h")
_LED: Final = re.compile(r",[dv]*l")
"""Behind a figure they begin the next of several: "…, followed by fruit"; before it they tell what a flow includes."""
_GOODS_SUBJECT: Final = re.compile(
    rf'[dv"iPE\',]*?({GOODS}(?:(?:,?&|,)[dv]*{GOODS})*)[v,]*(?:\([^)]*\))?[vPWA]{{0,3}}(?:[TLSA]|w{{1,2}}[,Ldv])'
)
_OBJECT: Final = re.compile(r"[dv]*(w{1,2})[iL][dv]*")
"""From a verb of trade to its figure over what is traded."""
_SHARER: Final = re.compile(rf"[,;:][dv]*({GOODS}(?:(?:,?&|,)[dv]*{GOODS})*)[vPA]{{0,3}}S[dvwo@b]*$")
"""Goods behind a whole in front: "Of Peru's exports, copper made up 12 %"."""
_SHARER_WHICH: Final = re.compile(r"(C[Cw-]{0,6}(?:,?&?[dvw-]{0,3}C[Cw-]{0,6}){0,4}),?W[vPLA]{0,3}S[dvwo@b]{0,5}$")
"""Goods that a relative clause gives a share to: "the oil sector, which makes up 70 %"."""
_THINGS: Final = re.compile(r"[dv]*(?:L?o|i)[dv]*(w{1,2})(?=[dv]*[ft][dv]*[Er])")
LISTED_GOODS: Final = re.compile(r"[wC-]{1,4}(?:[,&]{1,2}[wC-]{1,3}){0,4}(?<=C)(?=[;,.&\")]|$)")
"""Goods that a percentage gives the share of with no word between: "41 % fuels and mining; 24 % agriculture"."""
_GOODS_BEHIND: Final = re.compile(r"(?:w-?){0,2}C[Cw]{0,2}(?=[tf.,;&\"]|$)")
_PREDICATE: Final = re.compile(rf"[vPd]*[Ll][dvwK]*({LISTED})[,WvdLSh]*$")
_ENTRY_BEFORE: Final = re.compile(r"([%Q])P?\)[,;]?&?[dvwCop'&,-]{1,12}\"?\($")
_ENTRY_WITH_USE: Final = re.compile(r"[%Q]P?\)[,;]?&?((?:[dvwC-]{1,6}[oif]){1,2}[dvwC&,-]{1,12})\(L?$")
"""Goods and what they are of or for: "(9 %), thickened gums used in paints and glues (4 %)"."""
_ENTRY_BEHIND: Final = re.compile(r"P?\)[,;]?&?[dvwCop'&,-]{1,12}\"?\(([%Q])")
_GOODS_OF_PART: Final = re.compile(r"%[dvL]{0,3}[wC&-]{0,4}C(?:,[dv]?&?|&)[dv]?$")
_WEIGHED_ALONE: Final = re.compile(r"[dv]?o[dv]?w(?=[,;&\".EP]|[tfi][dv]?[EP]|$)")
"""Behind a weight: one unknown word for what is weighed ("5,000 tonnes of widgets, …")."""
_KIND_IN_BRACKET: Final = re.compile(r"[Cw]\([dvwC&,-]{1,12}\)[:(]$")
"""What goods are mostly or partly, before their figure: "garments (cotton): $4 billion", "fuel (oil) ($4 billion)"."""
_ENTRY_OF_SEVERAL: Final = re.compile(r"(?:[dvw-]{0,3}C[Cw-]{0,4}(?:,[dv]?&?|&)[dv]?){1,6}w{1,3}$")
"""Goods and a last word or two for more of them: "fuels, lubricants and related materials (€5 million)"."""
_FROM_GOODS: Final = re.compile(r"(?<=Q)f(?=[v]*C[Cw]?[iP,&;.\")])")
"""Right behind an amount, what it came from: "$5 billion from copper in 2020"."""
_MADE_BY: Final = re.compile("EC|E?'C(?![Cw-]*N)")
_OF_THESE: Final = re.compile(r"o[v]*w?C")
_COUNTED: Final = re.compile(r"[w-]{0,4}(?:C|w(?=[,;.&tfiLTVSPE\")]|$))")
"""Right behind a number of pieces: what they are, in words of the lexicon or not."""
_GOODS_NAMED: Final = re.compile(r"[dvLo]{0,3}C")
"""Right behind an amount: goods of which it is worth something."""
_SHARE_OF: Final = re.compile(r"(?:s[dv]*o?[dvE]*([Cw-]*C[Cw-]*)i[dv]*|(C)'[dvw]{0,2}s[dv]*o?[dvwE']{0,5})$")


def decide_goods(sentence: Sentence, text: str, binding: Binding, nominals: tuple[Nominal, ...] = ()) -> Known | None:
    """The goods of the nominal's own phrase, of the words right behind the figure, or of its entry in a list."""
    nominal = binding.nominal
    for find in (aligned_goods, _counted_goods, _changed_goods, entry_goods, goods_of_part, goods_behind):
        found = find(sentence, text, binding.figure)
        if found is not None:
            return found
    if (other := _next_subject(sentence, text, binding)) is not None:
        return other
    if (part := what_part_is(sentence, text, binding)) is not None:
        return part
    if nominal is not None and nominal.goods is not None and nominal.first >= 0:
        return known_goods(sentence, text, *nominal.goods) or defined(sentence, text, nominal, nominal.goods)
    if is_whole(sentence, binding):
        return defined(sentence, text, nominal)
    return (
        left_out(sentence, text)
        or left_out_in_brackets(sentence, text, binding.figure)
        or _goods_of_verb(sentence, text, binding)
        or _object_goods(sentence, text, binding)
        or _things_of_verb(sentence, text, binding)
        or _goods_of_share(sentence, text, binding, nominals)
        or _part_goods(sentence, text, binding, nominals)
        or _predicate_goods(sentence, text, binding)
        or subject_goods(sentence, text, binding)
        or defined(sentence, text, nominal)
    )


def is_of_all(sentence: Sentence, figure: int) -> bool:
    """Whether an amount is said to be of all goods, or of all but some: "$5 billion worth of goods", "all but $2bn".

    What stands in brackets behind such an amount is of the same; and it is more than goods that are a part of it.
    """
    if has_parts(sentence, figure):
        return True
    before = sentence.codes[max(0, figure - 2) : figure]
    if len(before) > 1 and before[0] in FIGURES and before[1] == "(" and is_of_all(sentence, figure - 2):
        return True
    behind = _GOODS_NAMED.match(sentence.codes, figure + 1)
    words = " ".join(item.text.lower() for item in sentence.items[max(0, figure - 2) : figure])
    return words in wording("excepting") or (behind is not None and says(sentence.items[behind.end() - 1], "all_goods"))


def _next_subject(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "A fall in farm exports to $3 billion, while steel rose 5 % to $2 billion": goods named behind the phrase."""
    nominal = binding.nominal
    if binding.side != "chain" or nominal is None or nominal.first < 0:
        return None
    known = subject_goods(sentence, text, binding)
    return known if known is not None and known.start > sentence.items[nominal.last - 1].start else None


def _goods_of_verb(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "$5 billion from exporting 3 million tonnes of rice": the goods of the verb's own figure.

    Without "of" they stand right behind it: "imported $5 billion crude oil".
    """
    nominal = binding.nominal
    if nominal is None or nominal.cue.code != "V":
        return None
    if binding.side != "after":
        paid = binding.side == "before" and set(sentence.codes[nominal.last : binding.figure]) <= set("dv")
        listed = _GOODS_BEHIND.match(sentence.codes, binding.figure + 1) if paid else None
        return known_goods(sentence, text, *listed.span()) if listed is not None else None
    own = next((at for at in sentence.figures() if at >= nominal.last), None)
    joined = own is not None and set(sentence.codes[nominal.last : own]) <= set("dv")
    return goods_behind(sentence, text, own) if joined and own is not None else None


def _object_goods(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "Peru exported blueberries for $1.7 billion": what is sold, also where no lexicon knows it."""
    nominal = binding.nominal
    if nominal is None or nominal.cue.code != "V" or not 0 < nominal.last < binding.figure:
        return None
    found = _OBJECT.fullmatch(sentence.codes, nominal.last, binding.figure)
    if found is None:
        return None
    word = sentence.items[found.end(1) - 1].text
    plural = word.islower() and word.endswith("s") and is_goods_word(word)
    return known_goods(sentence, text, found.start(1), found.end(1)) if plural else None


def _things_of_verb(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "Imported $2 billion in widgets from Peru": what no lexicon knows is goods where a verb of trade has it."""
    nominal = binding.nominal
    if nominal is None or nominal.cue.code != "V" or binding.side != "before":
        return None
    found = _THINGS.match(sentence.codes, binding.figure + 1)
    if found is None or not all(is_goods_word(item.text) for item in sentence.items[found.start(1) : found.end(1)]):
        return None
    return known_goods(sentence, text, *found.span(1))


def _part_goods(sentence: Sentence, text: str, binding: Binding, nominals: tuple[Nominal, ...]) -> Known | None:
    """ "Exports of electronics comprised 24.5 % of total exports": the goods of the part."""
    if binding.side != "after":
        return None
    for nominal in reversed(nominals):
        before = nominal.last <= binding.figure and nominal.goods and nominal.flow
        between = sentence.codes[nominal.last : binding.figure]
        verb = next((at for at, code in enumerate(between) if code in "ST"), None)
        if nominal.goods and before and verb is not None and "C" not in between[:verb]:
            return known_goods(sentence, text, *nominal.goods)
    return None


def _goods_of_share(sentence: Sentence, text: str, binding: Binding, nominals: tuple[Nominal, ...]) -> Known | None:
    """ "The share of oil exports in total exports", "of Thai rice in Japan's imports": the goods whose share it is."""
    whole = binding.nominal
    named = _SHARE_OF.search(sentence.codes[: whole.first]) if whole is not None and whole.first > 0 else None
    if named is not None:
        return known_goods(sentence, text, *named.span(named.lastindex or 0))
    before = [nominal for nominal in nominals if whole is not None and nominal.last <= whole.first]
    if whole is None or not before or before[-1].flow != whole.flow or before[-1].goods is None:
        return None
    part = before[-1]
    shared = sentence.codes[: part.first].rstrip("dvo").endswith("s")
    within = set(sentence.codes[part.last : whole.first]) <= set("dviow")
    return known_goods(sentence, text, *part.goods) if shared and within and part.goods else None


def _predicate_goods(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "Its top exports are cars, accounting for $13.2 billion": the goods that the trade is said to be."""
    nominal = binding.nominal
    if nominal is None or nominal.first < 0 or binding.side != "before":
        return None
    found = _PREDICATE.match(sentence.codes[: binding.figure], nominal.last)
    if found is None or _is_of_examples(sentence.codes, *found.span(1), binding.figure):
        return None
    return known_goods(sentence, text, *found.span(1))


def subject_goods(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """Goods that are what the clause is about: "Copper accounted for 36 %", "Chips led, with exports of …"."""
    codes = sentence.codes[: binding.figure]
    figure = next((at for at, code in enumerate(codes) if code in FIGURES), len(codes))
    parted = (*_CLAUSE.finditer(codes), *_LED.finditer(codes, figure))
    start = max((match.end() for match in parted), default=0)
    found = _GOODS_SUBJECT.match(codes, start) or (_GOODS_SUBJECT.match(codes) if "N" not in codes[start:] else None)
    found = found or _SHARER.search(codes) or _SHARER_WHICH.search(codes)
    if found is None or any(says(item, "causes") for item in sentence.items[found.end(1) : binding.figure]):
        return None
    return known_goods(sentence, text, found.start(1), found.end(1))


def aligned_goods(sentence: Sentence, text: str, figure: int) -> Known | None:
    """ "Rubber, pet food and rice grew by 3 %, 2 % and 1 %, respectively": the figure's own member of the list."""
    span = aligned_entry(sentence, figure)
    return None if span is None else known_goods(sentence, text, *span)


def _counted_goods(sentence: Sentence, text: str, figure: int) -> Known | None:
    """ "340,000 cattle and 77,000 camels", "3 million pieces of clothing": what is counted, in a list as well."""
    if not _is_weight(sentence, figure):
        return None
    item = sentence.items[figure]
    if _OF_THESE.match(sentence.codes, figure + 1) is not None:
        return goods_behind(sentence, text, figure)
    counts = item.ref.unit in wording("pieces") and _COUNTED.match(sentence.codes, figure + 1) is not None
    return goods_run(sentence, text, figure + 1) if counts else None


def _changed_goods(sentence: Sentence, text: str, figure: int) -> Known | None:
    span = change_of(sentence, figure)
    return None if span is None else known_goods(sentence, text, *span)


def goods_behind(sentence: Sentence, text: str, figure: int) -> Known | None:
    """ "$5 billion worth of steel", "3 million tonnes of rice", "in oil exports", "41 % fuels and mining"."""
    index = figure + 1
    if sentence.codes[figure : figure + 1] == "%" and (listed := LISTED_GOODS.match(sentence.codes, index)):
        return known_goods(sentence, text, index, listed.end())
    right_behind = sentence.codes[figure : figure + 2] == "QC"
    seen_of = right_behind and _is_weight(sentence, figure)  # "95,000 tonnes soybeans"
    while index < min(figure + 7, len(sentence.codes)):
        code = sentence.codes[index]
        if (
            code == "o"
            or (code == "L" and says(sentence.items[index], "worth"))
            or _FROM_GOODS.match(sentence.codes, index) is not None
            or (code in "iu" and says(sentence.items[index], "goods_prepositions"))
        ):
            seen_of = True
        elif code == "C" and seen_of:
            item, said_on = sentence.items[index], sentence.codes[index - 1] == "u"  # "a gap of $5 billion on goods"
            return goods_run(sentence, text, index) or (definition_in(text, item.start, item.end) if said_on else None)
        elif code == "w" and seen_of and is_goods_word(sentence.items[index].text):
            run = goods_run(sentence, text, index)
            weighed = _is_weight(sentence, figure) and _WEIGHED_ALONE.match(sentence.codes, figure + 1)
            return run if run and (weighed or "C" in sentence.codes[index : index + 4]) else None
        elif code in "E'" and seen_of and _MADE_BY.match(sentence.codes, index) is not None:
            pass  # "of Chilean copper", "of Chile's copper"
        elif seen_of and _is_weight(sentence, index):
            pass  # "8 million of the 33 million tonnes of grain"
        elif code not in "dv-" and not (code in "Np" and seen_of) and not says(sentence.items[index], "packages"):
            return None
        index += 1
    return None


def _is_weight(sentence: Sentence, figure: int) -> bool:
    """Whether a figure is an amount in tonnes, barrels and the like."""
    return sentence.codes[figure : figure + 1] == "Q" and sentence.items[figure].ref.kind == "physical"


def entry_goods(sentence: Sentence, text: str, figure: int) -> Known | None:
    """A list entry: the goods right before the figure ("crude oil (22.1%)", "gold $17.3b", "cars at $8.78 billion")."""
    index = figure - 1
    if (dashed := dashed_entry(sentence, figure)) is not None:
        return known_goods(sentence, text, *dashed) or _as_printed(sentence, text, *dashed)
    if sentence.codes[figure : figure + 2] == "%C" and _GOODS_OF_PART.search(sentence.codes[:figure]):
        return None  # "40 % ores, 12 % fruit": each has its goods behind it
    if (moved := moved_entry(sentence, figure)) is not None:
        return known_goods(sentence, text, *moved)
    while index >= 0 and figure - index < 4 and _leads_to_figure(sentence, index):
        index -= 1
    if (kind := _KIND_IN_BRACKET.search(sentence.codes[:figure])) is not None:
        index = kind.start()  # "garments (cotton): $4 billion"
    if index < 0 or sentence.codes[index] not in "Cw" or index == figure:
        return None
    last = index + 1
    first = last
    while first > 0 and sentence.codes[first - 1] in "Cw-" and last - first < 6:
        first -= 1
    if (used := _ENTRY_WITH_USE.search(sentence.codes[:figure])) is not None:
        return known_goods(sentence, text, *used.span(1))
    several = _ENTRY_OF_SEVERAL.search(sentence.codes[:last]) if sentence.codes[last] in "(:" else None
    if several is not None and is_goods_word(sentence.items[last - 1].text):
        return known_goods(sentence, text, several.start(), last)
    if not _is_entry(sentence, first, last, figure):
        return None
    if _is_of_examples(sentence.codes, first, last, figure):
        return None
    if first > 1 and sentence.codes[first - 1] == "&" and sentence.codes[first - 2] in "Cw":
        first = _joined(sentence, first)
    return known_goods(sentence, text, first, last)


def _as_printed(sentence: Sentence, text: str, first: int, last: int) -> Known:
    """ "Tin – $5 billion; other commodities – $3 billion": what is left over in a list is a part like the others."""
    start, end = sentence.items[first].start, sentence.items[last - 1].end
    return Known(value=" ".join(text[start:end].split()), start=start, end=end)


def _is_of_examples(codes: str, first: int, last: int, figure: int) -> bool:
    return say_how_much(codes, last, figure) and are_examples(codes, first)


def _leads_to_figure(sentence: Sentence, index: int) -> bool:
    """Whether an item may stand between the goods of an entry and its figure: "coffee a record $5 billion"."""
    item = sentence.items[index]
    up = item.code == "U" and sentence.codes[index - 1 : index] == "("  # "tin (up 5 %)"
    return up or item.code in "(:@d,Lvh" or item.text == "." or (item.code == "w" and item.cue is not None)


def _is_entry(sentence: Sentence, first: int, last: int, figure: int) -> bool:
    """Whether the words begin a list entry: after a figure, a joint or the opening of a list, and hold a commodity."""
    if "C" not in sentence.codes[first:last]:
        return _is_of_list(sentence.codes, figure)
    opener = sentence.codes[first - 1 : first] if first else ""
    bracket = sentence.codes[figure - 1 : figure] in {"(", ":"} or sentence.codes[figure - 2 : figure] == "(U"
    return opener in {"", ",", "&", ":", ")", "L", "l", "B", "h", "y", ";", "Q", "%"} or bracket


def _is_of_list(codes: str, figure: int) -> bool:
    """ "Led by chillers (48 %) and blenders (9 %)": in a list with figures in brackets unknown words are goods."""
    beside = (_ENTRY_BEFORE.search(codes[:figure]), _ENTRY_BEHIND.match(codes, figure + 1))
    return any(found is not None and found[1] == codes[figure] for found in beside)


def _joined(sentence: Sentence, first: int) -> int:
    """ "textiles and garments (17.1%)": the goods before "and" belong to the entry, if without a figure."""
    start = first - 2
    while start > 0 and sentence.codes[start - 1] in "Cw-":
        start -= 1
    opener = sentence.codes[start - 1 : start] if start else ""
    single_list = sentence.codes[:start].rstrip(",")[-1:] in FIGURES or sentence.codes[:start].endswith("),")
    return start if opener in {",", ":", ")", "", "L", "l"} or single_list else first
