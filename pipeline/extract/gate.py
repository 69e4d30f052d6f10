"""Whether a figure is a trade claim at all: its phrase names a flow, and nothing says that it means something else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.components.cues import Cue, noun_of
from pipeline.extract.binding.acting import abroad_behind, economy_acts, goes_abroad, of_firm, partner_acts
from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.gaps import is_of_trade
from pipeline.extract.binding.other import is_no_trade
from pipeline.extract.binding.two_flows import of_two_flows
from pipeline.extract.binding.whole_amount import WHICH_WERE
from pipeline.extract.frame import Frame
from pipeline.extract.phrase.nominals import Nominal, of_things
from pipeline.extract.phrase.ongoing import is_small
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.query import WORLD
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says, says_first, says_last, spoken, wording

_TOPIC_OF: Final = re.compile(r"O[dvw]*[oiu][dvwO]{0,3}(?:N[dv]*[t&][dv]*)?$")
_LEVY_ON: Final = re.compile(r"O[^,;%QM]{0,6}u[dv]*$")
_WORTH_ASIDE: Final = re.compile(WHICH_WERE)
_LEVY_BEHIND: Final = re.compile(r"[w-]{0,2}[xO]")
_FRONTED: Final = re.compile(r"[vdy]*[BwigfuP][^,;]*,$")
"""In front of a clause: one phrase that says since what, under what, after what."""
_MOVED: Final = re.compile(r"[dvwAL]*T[dvb]*")
_POINTS_OF: Final = re.compile(r"[dv]*(?:[oft]|U[dv]*o?)[dvwPE']*[JO]")
_GOODS_BETWEEN: Final = re.compile(
    r"[dv]*Q-?(?:(?:L?o[dvw]{0,3}C[CwP]*(?:,?&|,)[dv]*Q){0,3}L?o?[dvpw]{0,3}C[CwP]*[tf][dvw]{0,2}E|Lo?[dvw]{0,3}C[Cw]*i[dvw]{0,2}E(?!')|L?o[dv]*E'?[vw]*C)"
)
_RATE_BETWEEN: Final = re.compile(r"[dv]*%[dv]*U[dvwC]{0,2}(?:[tf][dvw]{0,2}(?=E)|(?=EC))?")
"""Behind a verb: by how much more, with whom: "12 % more from Peru", "5 % less abroad", "9 % more Thai rice"."""
_GOODS_GIVEN: Final = re.compile(r"h?[dv]*(?:Q-?L?o?[dvw]{0,3}C|[dvw]{0,3}C[Cw]*L[dv]*Q)")
_GOODS_DONE: Final = re.compile(r"C[Cw]?(?:L[dv]*)?$")
_TAKES_PART: Final = re.compile(r"E[vA]*(?:S|LdK[wN]o)[dv]*[%M][dv]*o[dvw]*$")
"""Before a flow: who takes a part of it ("China took 31 % of", "India was the destination of 12 % of")."""
_SAID_AGAIN: Final = re.compile(r"Q[dv]*(?:[(]|,[dvwtL&]{0,3}|&)[dv]*$")
"""Before a rate that says an amount again: "$292 million (", "$2 billion, equivalent to"."""
_OF_ANOTHER: Final = re.compile(r"[dv]*d[dv]*[othf][dv]*E|y?[wv]{1,2}y[dv]*E")
"""Behind a multiple: whose flow it is measured by, "that of Peru", "as big as Peru's"."""
_OF_THEN: Final = re.compile(r"d[vw]{0,2}Q[dvwN]{0,3}[oi]?[dv]*P(?!')")
_RATIO_OF: Final = re.compile(r"w(?:o|n)[dvw]*(?:N[dv]*[t&][dvw]*)?$")
"""Before a flow: the noun for how it compares with another ("the ratio of exports to")."""
_BUYS: Final = re.compile(r"(?:^|[;y&,\"])[dv]*E[vA]*(?:L[Lv]*|,[dv]*)[dvwK]*$")
_DOES: Final = re.compile(r"E[dvwLA]{1,3}Q[dv]*o[dv]*$")
_OWN_CLAUSE: Final = 12
"""Items behind a weak noun in which another topic, or a firm, says that it is no trade."""
LAST_SEEN: Final = 2
"""Sentences over which trade stays in view."""
SMALL: Final = 1_000_000
"""Money below this is no trade where only a weak word ("sales", "changed hands") says that it might be."""
_BASE_OF_INDEX: Final = 100
MIN_STRENGTH: Final = 0.25
"""Below this a figure hangs on its phrase too loosely to be a claim."""


def governed(passage: Passage, binding: Binding, frame: Frame) -> Binding | None:
    """The binding of a figure that is a trade figure; None for every other figure."""
    nominal = binding.nominal
    if nominal is None or nominal.flow is None or binding.strength < MIN_STRENGTH:
        return None
    other = _levied_on(passage.sentence, nominal) or _of_other_topic(passage.sentence, nominal, binding.figure)
    if other and not _told_aside(passage.sentence, binding):
        return None
    if means_else(passage, binding):
        return None
    if (joined := of_two_flows(passage, binding)) is None:
        return None
    binding = joined
    nominal = binding.nominal or nominal
    if _is_volume_told(passage.sentence, nominal, frame):
        return _same_flow(passage, binding, frame)
    if nominal.flow == "same":
        meant = _same_flow(passage, binding, frame)
        return meant if meant is not None and _may_be_trade(passage, meant, frame) else None
    if not _may_be_trade(passage, binding, frame) or of_firm(passage, nominal):
        return None
    return binding


def means_else(passage: Passage, binding: Binding) -> bool:
    """Whether the words around a figure say that it is none of trade, whatever phrase is near: a duty, a ratio."""
    sentence, nominal, figure = passage.sentence, binding.nominal, binding.figure
    if (
        (_is_levy(sentence, figure) and not _moved_since(sentence, binding))
        or _is_ratio(sentence, figure)
        or _of_growth(sentence, figure)
    ):
        return True
    if _is_base_of_index(sentence, figure):
        return True
    if nominal is None:
        return False
    if is_no_trade(sentence, binding) or _gap_in_terms_of(passage, binding):
        return True
    return _of_ratio(sentence, nominal) or of_things(sentence, nominal)


def _may_be_trade(passage: Passage, binding: Binding, frame: Frame) -> bool:
    """Whether a word that names trade only at times ("deficit", "sales", "supplier") does so here."""
    nominal = binding.nominal
    assert nominal is not None  # the caller looked
    figure = passage.sentence.items[binding.figure]
    settled = nominal.first < 0  # the text before was about it, and was about trade
    if nominal.cue.partner and not settled and not _in_view(passage, nominal, frame):
        return False
    if figure.ref.unit in wording("counted_units") and not _by_economy(passage, nominal):
        return False
    if not nominal.cue.weak:
        return True
    if nominal.flow == "balance" and figure.ref.kind == "physical":
        return False  # "a surplus of 80,000 tonnes" is a harvest's
    if is_small(figure, SMALL):
        return False  # "it changed hands at $87,940" is a price
    figures = (item.ref for item in passage.sentence.items if item.code == "Q" and item.ref.kind == "physical")
    weighed = any(one.unit not in wording("counted_units") for one in figures)
    moved = figure.code == "%" and weighed  # "shipments rose 5 % to 3,000 tonnes"
    if nominal.cue.shipped and nominal.goods is not None and (figure.ref.kind == "physical" or moved):
        return "F" not in passage.sentence.codes  # "cocoa shipments of 5,000 tonnes"; of telephones there are units
    return settled or _in_trade(passage, binding, frame)


def _by_economy(passage: Passage, nominal: Nominal) -> bool:
    """ "Peru exported 5,000 cars", "sales to Chile of 300 units": who counts pieces is a firm more often than not."""
    return _is_named(nominal) or (nominal.cue.code == "V" and economy_acts(passage, nominal))


def _in_view(passage: Passage, nominal: Nominal, frame: Frame) -> bool:
    """Whether a partner is one of a country: "its suppliers"; "the supplier asked 20 % more" may be any firm's."""
    if _is_named(nominal) or frame.trade_article or frame.trade_seen:
        return True
    return any(other.flow and not (other.cue.weak or other.cue.partner) for other in passage.nominals)


def _levied_on(sentence: Sentence, nominal: Nominal) -> bool:
    """ "The rebate on exports", "a tax on imports": the figure is of what is levied, not of the trade."""
    before = sentence.codes[: max(nominal.first, 0)].rstrip("dv")
    if any(item.cue is not None and item.cue.spends for item in sentence.items[: max(nominal.first, 0)]):
        return False
    return before.endswith("u") and before[:-1].rstrip("dv")[-1:] in {"w", "O", "%", "M", "C"}


def _of_other_topic(sentence: Sentence, nominal: Nominal, figure: int) -> bool:
    """ "Loans for financing trade rose", "the price of imports", "tariffs on $6bn of imports": the topic is another."""
    before = sentence.codes[: max(nominal.first, 0)]
    if nominal.last <= figure:
        return _TOPIC_OF.search(before) is not None
    return _LEVY_ON.search(sentence.codes[:figure]) is not None


def _told_aside(sentence: Sentence, binding: Binding) -> bool:
    """ "Savings on its imports, which were worth $5 billion": the amount that a relative clause gives of the flow."""
    nominal, figure = binding.nominal, binding.figure
    aside = nominal is not None and _WORTH_ASIDE.fullmatch(sentence.codes, nominal.last, figure) is not None
    return aside and sentence.codes[figure] == "Q"


def _is_volume_told(sentence: Sentence, nominal: Nominal, frame: Frame) -> bool:
    """ "Peru exported 5,000 tonnes of tea. The volume was 20 % higher": behind goods, that of the flow just told."""
    of_goods = frame.cue is not None and frame.cue_goods is not None
    told = of_goods and frame.cue is not None and frame.cue.flow in {"export", "import"} and frame.sentence_age <= 1
    bare = not nominal.owners and not nominal.partners and nominal.first >= 0
    return told and bare and nominal.cue.weak and says(sentence.items[nominal.head], "volume_told")


def _is_levy(sentence: Sentence, figure: int) -> bool:
    """ "Imposes a 10 % duty on imports", "a tariff of 3 %", "will be subject to a 27.5 % import tax"."""
    if sentence.codes[figure] != "%":
        return False
    behind = _LEVY_BEHIND.match(sentence.codes, figure + 1)
    if behind is not None and spoken(sentence.items[behind.end() - 1 : behind.end()], "levies"):
        return True
    breaks = (at for at in range(figure) if sentence.codes[at] in ";y" or sentence.codes[at] in FIGURES)
    clause = sentence.items[max(breaks, default=-1) + 1 : figure]
    return any(spoken((item,), "levies") for item in clause if item.code in "xOw")


def _moved_since(sentence: Sentence, binding: Binding) -> bool:
    """ "After the tariffs of April, exports rose 5 %": what a flow did, when a levy is only said in front of it."""
    nominal, figure = binding.nominal, binding.figure
    if nominal is None or not 0 <= nominal.first < nominal.last <= figure:
        return False
    before = sentence.codes[: nominal.first].rstrip("dv")
    fronted = before.endswith(",") and _FRONTED.match(before) is not None
    return fronted and _MOVED.fullmatch(sentence.codes, nominal.last, figure) is not None


def _is_ratio(sentence: Sentence, figure: int) -> bool:
    """ "twice as much as", "three times the size": a comparison of two figures, not a change of one."""
    item = sentence.items[figure]
    if item.code != "M" or item.ref.kind != "multiple":
        return False
    if says_last(item, "counted") and sentence.codes[max(0, figure - 1) : figure] == "Q":
        return True  # "passed $100bn seven times": a count
    if _OF_ANOTHER.match(sentence.codes, figure + 1) is not None:
        return True  # "triple that of Peru", "more than twice as big as Peru's"
    if says(item, "multiplying"):
        return False  # "nearly doubling the $5 billion of 2020"
    following = sentence.items[figure + 1 : figure + 3]
    as_much = bool(following) and says(following[0], "ratio_as") and says(following[-1], "ratio")
    moved = not as_much and not says_last(item, "counted")
    if moved and _OF_THEN.match(sentence.codes, figure + 1) is not None:
        return False  # "doubled the $42 million of that month twelve months before"
    return as_much or sentence.codes[figure + 1 : figure + 3] in {"dQ", "d%"}


def _of_ratio(sentence: Sentence, nominal: Nominal) -> bool:
    """ "The ratio of exports to imports dropped to 43 %": how two flows compare, and no figure of either."""
    return _RATIO_OF.search(sentence.codes[: max(nominal.first, 0)]) is not None and any(
        says(item, "ratio_nouns") for item in sentence.items[: nominal.first]
    )


def _gap_in_terms_of(passage: Passage, binding: Binding) -> bool:
    """ "A deficit of $292 million (11 % of exports)": how large a gap is beside a flow, and no part of that flow."""
    codes, figure = passage.sentence.codes, binding.figure
    found = _SAID_AGAIN.search(codes[:figure])
    if codes[figure] != "%" or binding.side != "after" or found is None:
        return False
    before = [one for one in passage.nominals if one.head < found.start()]
    return bool(before) and before[-1].flow == "balance" and binding.nominal is not before[-1]


def _of_growth(sentence: Sentence, figure: int) -> bool:
    """ "Net exports shaved 0.8 percentage points off growth": what trade did to output, in points of its growth."""
    if sentence.items[figure].ref.kind != "percentage-point":
        return False
    return _POINTS_OF.match(sentence.codes, figure + 1) is not None


def _is_base_of_index(sentence: Sentence, figure: int) -> bool:
    """ "(2015 = 100)", "Jan 2019 = 100 %": what the figures of an index are measured by."""
    item = sentence.items[figure]
    before = sentence.text[: item.start - sentence.start].rstrip()
    return before.endswith("=") and item.ref.value == _BASE_OF_INDEX


def _same_flow(passage: Passage, binding: Binding, frame: Frame) -> Binding | None:
    """ "The total" and the like mean the flow that the sentence, or the text before, speaks of."""
    nominal = binding.nominal
    assert nominal is not None  # the caller looked
    named = [other for other in passage.nominals if other.flow not in {None, "same"} and other.head < nominal.head]
    settled = (frame.topic_cue or frame.cue) if nominal.owners else frame.cue  # "Tajikistan's fell too"
    cue = _cue_told(passage.sentence, named[-1]) if named else (settled if frame.sentence_age <= 1 else None)
    if cue is None or (cue.flow != "import" and says(passage.sentence.items[nominal.head], "come_in")):
        return None  # "arrivals of cocoa" at the ports of who exports it
    return replace(binding, nominal=replace(nominal, cue=cue))


def _cue_told(sentence: Sentence, told: Nominal) -> Cue:
    """The cue of a flow to go on with: of a verb that only its object makes one of trade, the noun."""
    by_object = told.cue.code == "V" and told.head >= 0 and sentence.codes[told.head] != "V"
    return noun_of(str(told.flow), weak=False) if by_object else told.cue


def _does(sentence: Sentence, nominal: Nominal) -> bool:
    """ "Peru did $5 billion of business with Chile": an economy whose business it is stands before."""
    return _DOES.search(sentence.codes[: max(nominal.first, 0)]) is not None


def _of_goods_between(passage: Passage, nominal: Nominal) -> bool:
    """ "Norway bought $3.2 billion worth of goods from Poland": an economy, goods and another economy name trade.

    So do "Norway bought 3,000 tonnes of Polish coal", "… of Poland's coal" and "Norway sold Poland goods worth $3.2
    billion".
    """
    given = _is_named(nominal) and any(side.how == "to-whom" for side in nominal.partners)
    said = (_GOODS_GIVEN if given else _GOODS_BETWEEN).match(passage.sentence.codes, nominal.last)
    return said is not None and economy_acts(passage, nominal)


def _of_rate_between(passage: Passage, nominal: Nominal) -> bool:
    """ "Peru bought 12 % more from Chile", "sold 5 % less abroad": an economy, and another one or all the others.

    So does what is joined to it: "sold 5 % less abroad and bought 3 % less".
    """
    codes, items = passage.sentence.codes, passage.sentence.items
    found = _RATE_BETWEEN.match(codes, nominal.last)
    if found is None or not economy_acts(passage, nominal):
        return False
    if codes[found.end() : found.end() + 1] == "E":
        return (
            codes[found.end() - 1] in "tf"
            or codes[found.end() + 1 : found.end() + 2] == "C"
            or says_first(items[found.end()], "going_out")
        )
    verbs = [one for one in passage.nominals if one.cue.code == "V" and one.last <= nominal.first]
    return bool(verbs) and "&" in codes[verbs[-1].last : nominal.first] and _of_rate_between(passage, verbs[-1])


def _goes_out(passage: Passage, nominal: Nominal) -> bool:
    """ "Italian sales outside the EU", "Peru bought …, while sales abroad were": an economy's sales that leave it."""
    items = passage.sentence.items
    named = (items[side.index] for side in nominal.partners)
    head = items[nominal.head]
    out = says_first(head, "going_out") or says_last(head, "going_out")
    out = out or any(says_first(item, "going_out") for item in named)
    if nominal.first < 0 or not out or "F" in passage.sentence.codes:
        return False
    acts = (one for one in passage.nominals if one.cue.code == "V" and economy_acts(passage, one))
    return any(owner.code for owner in nominal.owners) or any(True for _ in acts)


def _from_and_to(sentence: Sentence, nominal: Nominal) -> bool:
    """ "Goods sent from Peru to Chile": what is traded, whence and whereto."""
    named = {side.code for side in (*nominal.owners, *nominal.partners)} - {None, WORLD}
    return len(named) > 1 and _GOODS_DONE.search(sentence.codes[: nominal.head]) is not None


def _both_ways(passage: Passage, before: Nominal, nominal: Nominal) -> bool:
    """ "Peru sold goods worth $2 billion to Chile and bought only $1 billion": the other way of a trade just told."""
    ways = {before.flow, nominal.flow} == {"export", "import"} and before.cue.code == "V"
    return (
        ways and before.last <= nominal.first and _of_goods_between(passage, before) and economy_acts(passage, nominal)
    )


def _tells_of_trade(passage: Passage, binding: Binding, nominal: Nominal) -> bool:
    """Whether what stands around an everyday verb makes it one of trade, whatever the text is about."""
    by_object = passage.sentence.codes[nominal.head] != "V" and _by_economy(passage, nominal)
    return (
        by_object
        or _of_goods_between(passage, nominal)
        or binding.rule == "of-all-that"  # "30 % of everything that Peru sells abroad"
        or goes_abroad(passage, nominal)
        or any(_both_ways(passage, other, nominal) for other in passage.nominals)
        or _of_rate_between(passage, nominal)
        or _from_and_to(passage.sentence, nominal)
    )


def _seen(frame: Frame) -> bool:
    """Whether the text spoke of trade so lately that it is still in view."""
    return frame.trade_seen and frame.sentence_age <= LAST_SEEN


def _in_trade(passage: Passage, binding: Binding, frame: Frame) -> bool:
    """Whether a weak word ("deficit", "sales") stands where it can only mean trade."""
    nominal = binding.nominal
    assert nominal is not None  # the caller looked
    strong = any(other.flow and not other.cue.weak for other in passage.nominals)
    if nominal.cue.crosses:
        return nominal.goods is not None or _seen(frame)
    if nominal.cue.id == "goods-earn":
        return strong or frame.trade_article or frame.trade_seen or abroad_behind(passage, nominal)
    if nominal.cue.id in {"export-weak", "to-sell"} and _goes_out(passage, nominal):
        return True  # "Peru's sales abroad"
    if nominal.cue.code == "V":
        if _tells_of_trade(passage, binding, nominal):
            return True
        acts = bool(nominal.partners) or economy_acts(passage, nominal) or partner_acts(passage, nominal)
        return acts and (strong or frame.trade_seen or nominal.goods is not None or nominal.flow == "turnover")
    if nominal.cue.shipped:
        return _shipped_abroad(passage, nominal, strong=strong, frame=frame)
    if nominal.cue.id in {"export-weak", "import-weak"}:
        if _TAKES_PART.search(passage.sentence.codes[: nominal.first]) is not None and nominal.goods:
            return True  # "Canada accounts for 30 % of Peru's wheat purchases"
        if nominal.partners:
            if nominal.owners and _is_named(nominal) and (nominal.goods or _between_two(passage, nominal)):
                return True  # "Peru's purchases of wheat from Chile", "Peru's sales to Chile"
            return strong or frame.trade_article or frame.sentence_age <= 1
        told = passage.sentence.codes[: nominal.last + _OWN_CLAUSE]
        return frame.trade_article and (_seen(frame) or strong) and not set(told) & set("OF")
    if nominal.cue.flow == "balance":
        return is_of_trade(passage, nominal, frame, strong=strong)
    between = bool(nominal.partners) and (bool(nominal.owners) or _does(passage.sentence, nominal))
    between = between or _is_buyer(passage.sentence, nominal)
    return between or (frame.trade_article and (strong or frame.sentence_age <= 1))


def _is_buyer(sentence: Sentence, nominal: Nominal) -> bool:
    """ "Peru was the top buyer of Kenyan tea, taking 5,000 tonnes": an economy, as a partner in goods of another."""
    told = nominal.cue.partner and nominal.goods is not None and _is_named(nominal)
    return told and _BUYS.search(sentence.codes[: max(nominal.first, 0)]) is not None


def _between_two(passage: Passage, nominal: Nominal) -> bool:
    """Whether a phrase names both of its sides, and no firm is near that may be the one that sells."""
    both = all(any(side.code not in {None, WORLD} for side in sides) for sides in (nominal.owners, nominal.partners))
    return both and "F" not in passage.sentence.codes


def _shipped_abroad(passage: Passage, nominal: Nominal, *, frame: Frame, strong: bool) -> bool:
    """Whether "shipments" that go to nobody named cross a border: in a text about trade, where no firm ships."""
    beside = any(other.flow and other is not nominal and _is_named(other) for other in passage.nominals)
    part = bool(nominal.owners) and _TAKES_PART.search(passage.sentence.codes[: nominal.first]) is not None
    spoken = strong or beside or part or frame.trade_article or _seen(frame)
    return spoken and (bool(nominal.owners) or "F" not in passage.sentence.codes)


def _is_named(nominal: Nominal) -> bool:
    """Whether a phrase names one of its sides, and not all the world."""
    return any(side.code not in {None, WORLD} for side in (*nominal.owners, *nominal.partners))
