"""Which goods a figure covers where its clause names none: those that the text around it is on, or all trade.

"Chips led exports, reaching $5 billion": the grammar of a clause ties goods to a figure in many ways, and no rule knows
all of them. Each goods in view are weighed against all trade: where they stand in the sentence, and whether headline,
heading, the sentences before or the figure before are on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pipeline.claim import Claim
from pipeline.commodity import same_commodity
from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.before import goods_of_claim
from pipeline.extract.frame import Frame, Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import WORLD
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says
from pipeline.extract.weighing.naming import Goods, Named, Naming
from pipeline.extract.weighing.odds import Question, choose
from pipeline.extract.weighing.sizes import counted, size

ALL: Final = "all"
"""The reading that a figure covers all trade."""
_MOST: Final = 12
"""Goods that are weighed, the closest first."""
_OF_TITLE: Final = 3
_OF_HEADING: Final = 2
_OF_SENTENCE: Final = 4
_BACK: Final = 2
"""Sentences back to which one looks for goods."""
_FRAME: Final = ("cue_goods", "last_goods", "topic_goods", "goods")
_COUNTED: Final = {"E": "E", "Q": "Q%M", "N": "N"}
_BREAKS: Final = {"clause": ";:y", "comma": ",", "verb": "TLVS", "rel": "Wl", "of": "o", "in": "i"}
_CLOSE: Final = 4
_OPENED: Final = re.compile(r"[^C&],[dvw]*(?:[Bl][dvw]*(?:C[dvw]*[&,][dvw]*)*)?$")
_CLOSED: Final = re.compile(r"(?:[dvw]*[&,][dvw]*C)*,(?![dvw]*[C&])")
"""Around goods that only an aside names, alone or as what leads: ", led by zinc and tin,"."""
_PRICES: Final = re.compile(r"[vw-]{0,2}(?:(?:,?&|,)[dv]*[Cw]{1,3})*[wO]")
"""Behind goods: others in the same list, and the noun that all of them stand before."""
_IN_BRACKET: Final = re.compile(r"E\([dvwC&,-]{0,12}$")
_BRACKET_ENDS: Final = re.compile(r"[dvwC&,-]{0,12}\)")
"""Around goods that only say what a partner buys or sells: "8 % from Peru (chiefly rice), 5 % from Chile"."""
_OLDEST: Final = 2


@dataclass(frozen=True, kw_only=True)
class Uncovered:
    """A figure without goods of its own, and the text that may say of which goods it is."""

    sentence: Sentence
    binding: Binding
    nominal: Nominal
    frame: Frame
    naming: Naming
    claims: Mapping[int, Claim]
    """The claims of the sentence's figures that were read before."""
    measure: str
    partner: str | None

    @cached_property
    def row(self) -> Named:
        """The figure's own sentence."""
        return self.naming.at(self.sentence.start)

    @cached_property
    def title(self) -> Named | None:
        """The headline."""
        return self.naming.title(self.sentence.start)

    @cached_property
    def previous(self) -> Claim | None:
        """The figure before it in the sentence."""
        return list(self.claims.values())[-1] if self.claims else None

    @cached_property
    def anchors(self) -> dict[str, int]:
        """The items that goods are seen from: the figure, and the phrase that it hangs on, where that stands."""
        return {"fig": self.binding.figure} | ({"phr": self.nominal.head} if self.nominal.head >= 0 else {})


@dataclass(slots=True)
class Seen:
    """Goods in view, by whatever names, and what is seen of them."""

    known: Known
    signs: list[str] = field(default_factory=list)


def weigh_goods(figure: Uncovered) -> Known | None:
    """The goods that are clearly likelier than all trade."""
    seen = goods_in_view(figure)
    if not seen:
        return None
    question = question_of_goods(figure, seen)
    found = question.places.get(choose(question, ALL))
    return None if found is not None and _is_whole(figure, found) else found


def _is_whole(figure: Uncovered, goods: Known) -> bool:
    """Whether words say that all trade is meant, whatever goods stood before.

    "A jump in oil imports pushed the deficit up. The trade deficit rose"; "Watch exports rose. Overall exports fell";
    "Imports were up. They rose 5 %", of a flow that was told without goods.
    """
    nominal, sentence, frame = figure.nominal, figure.sentence, figure.frame
    if sentence.start <= goods.start < sentence.end:
        return False
    gap = nominal.flow == "balance" and nominal.first >= 0 and not nominal.cue.weak
    weighed = sentence.items[figure.binding.figure].ref.kind == "physical"
    told = frame.cue is not None and frame.cue.flow == nominal.flow and frame.cue_goods is None
    goes_on = figure.binding.rule == "pronoun" and told and not frame.new_paragraph
    return gap or (nominal.total and not weighed) or goes_on


def question_of_goods(figure: Uncovered, seen: list[Seen]) -> Question[str]:
    """All trade against each of the goods in view."""
    named = {one.known.value: tuple(one.signs) for one in seen}
    readings = {ALL: ((ALL, ALL),)} | {value: (("goods", value),) for value in named}
    return Question(
        of="goods",
        signs={ALL: tuple(_signs_of_all(figure))} | named,
        readings=readings,
        places={one.known.value: one.known for one in seen},
    )


def goods_in_view(figure: Uncovered) -> list[Seen]:
    """The goods that the figure may cover, by whatever name, the closest first."""
    seen: list[Seen] = []
    for known, signs in _named(figure):
        same = next((one for one in seen if _are_same(one.known.value, known.value)), None)
        if same is not None:
            same.signs += signs
        elif len(seen) < _MOST:
            seen.append(Seen(known, [*signs]))
    return seen


def _are_same(one: str, other: str) -> bool:
    """Whether two names are of the same goods, or share a word."""
    return same_commodity(one, other) or not _stems(one).isdisjoint(_stems(other))


def _stems(name: str) -> set[str]:
    return {word[:5] for word in name.casefold().replace("-", " ").split() if word.isalpha() and len(word) > 2}


def _named(figure: Uncovered) -> Iterator[tuple[Known, tuple[str, ...]]]:
    row = figure.sentence
    own = [goods for goods in figure.row.goods if not (_is_aside(row.codes, goods) or _is_priced(row, goods))]
    for number, goods in enumerate(own):
        yield goods.known, tuple(_in_sentence(figure, goods, number, len(own)))
    last_flow = "none" if figure.frame.cue is None else _flow(figure, figure.frame.cue.flow)
    for name in _FRAME:
        known = getattr(figure.frame, name)
        if known is not None:
            yield known, (name, f"{name}:{last_flow}", *((f"{name}:np",) if figure.frame.new_paragraph else ()))
    if figure.previous is not None and (before := goods_of_claim(figure.previous)) is not None:
        joint = figure.sentence.codes[figure.binding.figure - 1 : figure.binding.figure]
        yield before, ("prev-fig", f"prev-fig:{_flow(figure, figure.previous.flow)}:{joint}")
    yield from _around(figure)


def _is_aside(codes: str, goods: Goods) -> bool:
    """Whether goods are all that stands between two commas, and in no list: "exports, almost all zinc, rose".

    So is what stands in the brackets of a name.
    """
    if _IN_BRACKET.search(codes[: goods.first]) is not None and _BRACKET_ENDS.match(codes, goods.last) is not None:
        return True
    return _OPENED.search(codes[: goods.first]) is not None and _CLOSED.match(codes, goods.last) is not None


def _is_priced(sentence: Sentence, goods: Goods) -> bool:
    """Whether only the price of goods is spoken of: "dearer food and metal prices drove imports up"."""
    found = _PRICES.match(sentence.codes, goods.last)
    return found is not None and says(sentence.items[found.end() - 1], "price_nouns")


def _flow(figure: Uncovered, other: str | None) -> str:
    """Whether the figure is of another's flow."""
    return "sameflow" if other == figure.nominal.flow else "otherflow"


def _around(figure: Uncovered) -> Iterator[tuple[Known, tuple[str, ...]]]:
    """The goods of headline, heading and the sentences before."""
    for number, goods in enumerate(figure.title.goods[:_OF_TITLE] if figure.title is not None else ()):
        yield goods.known, ("in-title", f"title{number}")
    head = figure.row.head
    for goods in head.goods[:_OF_HEADING] if head is not None and head is not figure.title else ():
        yield goods.known, ("in-heading",)
    for back, row in enumerate(figure.naming.before(figure.sentence.start)[:_BACK], start=1):
        if row is figure.title:
            continue
        place = f"back{back}{'' if row.block == figure.row.block else '-op'}"
        for number, goods in enumerate(row.goods[:_OF_SENTENCE]):
            first, alone = (f"first-back{back}",), (f"alone-{place}",)
            yield goods.known, (place, *(first if number == 0 else ()), *(alone if len(row.goods) == 1 else ()))


def _in_sentence(figure: Uncovered, goods: Goods, number: int, count: int) -> Iterator[str]:
    """What is seen of goods in the figure's own sentence."""
    codes, items = figure.sentence.codes, figure.sentence.items
    yield "in-sentence"
    if count == 1:
        yield "only-in-sentence"
    if number == 0:
        yield "first-in-sentence"
    for name, anchor in figure.anchors.items():
        in_front = goods.last <= anchor
        between = codes[goods.last : anchor] if in_front else codes[anchor + 1 : goods.first]
        side = f"{name}{'<' if in_front else '>'}"
        yield f"{side}far={size(len(between))}"
        yield from (f"{side}{what}={counted(between, letters)}" for what, letters in _COUNTED.items())
        yield from (f"{side}{what}" for what, letters in _BREAKS.items() if not set(between).isdisjoint(letters))
        if len(between) <= _CLOSE:
            yield f"{side}[{between}]"
    yield f"pre={codes[max(0, goods.first - 1) : goods.first]}"
    yield from (f"post={codes[goods.last : goods.last + 1]}", f"post2={codes[goods.last : goods.last + 2]}")
    if goods.first > 0:
        yield f"preword={items[goods.first - 1].text.lower()}"


def _signs_of_all(figure: Uncovered) -> Iterator[str]:
    """What is seen of a figure that may cover all trade."""
    nominal, frame, own, previous = figure.nominal, figure.frame, figure.row.goods, figure.previous
    at = figure.binding.figure
    yield from ("all", f"all:{nominal.flow}:{figure.measure}", f"all:total={bool(nominal.total)}")
    yield from (f"all:here={size(len(own))}", f"all:own={nominal.first >= 0}", f"all:bind={figure.binding.rule}")
    yield f"all:allgoods={any(item.code == 'C' and says(item, 'all_goods') for item in figure.sentence.items)}"
    yield f"all:title={'self' if figure.title is None else bool(figure.title.goods)}"
    yield from (f"all:topic={frame.topic_goods is not None}", f"all:goods={frame.goods is not None}")
    yield f"all:cueg={frame.cue_goods is not None}:{frame.new_paragraph}"
    yield f"all:prev={'none' if previous is None else previous.commodity is None}"
    yield f"all:share={figure.measure == 'share'}:{bool(own)}"
    yield f"all:partner={'world' if figure.partner == WORLD else 'some'}"
    yield f"all:before={any(one.last <= at for one in own)}:{any(one.first > at for one in own)}"
    yield f"all:age={min(_OLDEST, frame.sentence_age)}"
    yield f"all:unit={_unit(figure)}"
    yield f"all:cue={nominal.cue.id}"


def _unit(figure: Uncovered) -> str:
    quantity = figure.sentence.items[figure.binding.figure].ref
    return "money" if quantity.kind == "money" and quantity.unit else str(quantity.unit)
