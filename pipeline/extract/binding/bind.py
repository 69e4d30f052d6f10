"""Which nominal a figure hangs on: patterns over the codes between the two, then the cost of the way.

The patterns are ``models/readings.toml``. A figure can also hang on the nominal of a figure before it ("to $5 billion,
up from $4 billion"): a chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from pipeline.extract.binding.ahead import ahead, appositions, rest_of_bracket, without_apposition
from pipeline.extract.binding.listed import READINGS, fits_noun
from pipeline.extract.binding.row_ahead import named_behind
from pipeline.extract.binding.spent import is_of_aside, is_spent, is_trade_of_gap
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.ongoing import goes_on
from pipeline.extract.phrase.ways import Reading, fitting, step_costs, way, way_cost
from pipeline.extract.row.brackets import brackets, insertions, time_of_bracket, without_brackets
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says

_PRONOUN: Final = re.compile(r"(?:^|[,&y;w]|[tfh]E)r[LTAUJw]{1,4}[bt@fo]{0,2}$|ArtL{0,2}$")
_ROWS: Final = frozenset({"entry", "goods-entry", "next"})
"""Chains that go on over a figure of the row that found no nominal."""
_WITH_ANOTHER: Final = re.compile(r"[;,y&][dv]*[tfh][dv]*Er")
_FRONT: Final = re.compile(r"(?:w?f[w]{0,2}|L{1,2}t?).|B(?:(?:[wKJTLo]{1,10}&)?(?:L|Tt)(?:w{1,2}o|w)?)?Q", re.DOTALL)
_GAPPED: Final = "moved-to"
"""The reading of a figure whose verb is left out: "…, and exports to $5 billion"."""
MAX_WAY: Final = 60
_MOVE_OF: Final = re.compile(r"[-dvwP]{0,3}[JT]i[^Q%M;y,]{0,16}N")
_OF_FIGURE: Final = re.compile(
    r"^(?:[dvL]*(?:o[dvwpE'-]{0,3}|i[dv]*)C[Cw-]{0,3}|o[dv]*(?:N?|p[dvw]{1,3})(?=[,;&]))?"
    r"(?:[tfhi][dv]*(?:E(?:[dv,&]*E)*|r))?"
)
"""Behind a figure: of which goods or whole it is, and for whom ("2 million tons of wheat to Egypt, up from …")."""
_OF_ALL: Final = re.compile(r"(?:[^Q%M]*[;y:])?[dvw]{0,2}o[dvL]*(?:Q[dvwoi]*)?[^;:yQ%M]*[NV][^;:yQ%M]*,[^;:yQ%M]*$")
"""Before a percentage: the whole that it is a part of ("Of Peru's total exports in 2020, …")."""
_HEAD: Final = re.compile(r".+?(?= (?:in|of|on|between)\b|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A figure's nominal and why: ``rule`` names the pattern (or ``near``), ``previous`` the figure of a chain."""

    figure: int
    nominal: Nominal | None
    rule: str
    strength: float
    side: str
    measure: str | None = None
    base: bool = False
    previous: Binding | None = None
    weighed: bool = False
    """Whether the rules left the figure without a claim, and weights took it for one."""

    @property
    def root(self) -> Binding:
        """The first binding of the chain."""
        return self if self.previous is None else self.previous.root


def bind(sentence: Sentence, nominals: tuple[Nominal, ...], settled: Nominal | None = None) -> tuple[Binding, ...]:
    """Each figure of the sentence with its nominal; None where nothing governs it.

    ``settled`` is what the text before was about: it governs where the sentence itself names nothing.
    """
    return tuple(binding for binding, _ in considered(sentence, nominals, settled))


def considered(
    sentence: Sentence, nominals: tuple[Nominal, ...], settled: Nominal | None = None
) -> Iterator[tuple[Binding, list[Binding]]]:
    """Each figure's binding with the offers that it won against."""
    bound: list[Binding] = []
    for figure in sentence.figures():
        offers = [
            *_direct(sentence, _free(sentence, nominals, figure, bound), figure),
            *_chained(sentence, nominals, figure, bound),
        ]
        chained = _of_flow_before(sentence, figure, bound)
        if chained is not None:
            offers.append(chained)
        elif (meant := _meant(sentence, nominals, figure, bound) or settled) is not None and _of_pronoun(
            sentence, figure
        ):
            offers.append(Binding(figure=figure, nominal=meant, rule="pronoun", strength=0.9, side="before"))
        if not offers and settled is not None and goes_on(sentence, figure):
            offers = [Binding(figure=figure, nominal=settled, rule="continued", strength=0.5, side="before")]
        offers = _of_part(sentence, nominals, figure) or _of_whole(sentence, figure, offers)
        offers = _of_row(sentence, nominals, figure) or offers
        best = max(offers, key=lambda offer: (offer.strength, -abs(offer.figure - _place(offer))), default=None)
        bound.append(best or Binding(figure=figure, nominal=None, rule="none", strength=0.0, side="none"))
        yield bound[-1], offers


def takes_over(sentence: Sentence) -> bool:
    """Whether any figure can hang on what the text before was about, if the sentence itself names nothing for it."""
    return any(_of_pronoun(sentence, figure) or goes_on(sentence, figure) for figure in sentence.figures())


def _free(sentence: Sentence, nominals: tuple[Nominal, ...], figure: int, bound: list[Binding]) -> tuple[Nominal, ...]:
    """The nominals without those that are only the whole of a share just given ("46 % of that total, $9 billion")."""
    shares = [one for one in bound if one.nominal is not None and sentence.codes[one.figure] in "%M"]
    wholes = [one.nominal if one.side == "after" else whole_of(sentence, one.figure, nominals) for one in shares]
    spent = {id(whole) for whole in wholes if whole is not None and is_spent(sentence, whole, figure)}
    spent |= {id(whole) for whole in wholes if whole is not None and is_of_aside(sentence, whole, figure)}
    spent |= {
        id(one)
        for gap, one in product(bound, nominals)
        if gap.nominal is not None and gap.side == "before" and is_trade_of_gap(sentence, gap.nominal, gap.figure, one)
    }
    return tuple(nominal for nominal in nominals if id(nominal) not in spent)


def _of_pronoun(sentence: Sentence, figure: int) -> bool:
    """ "It grew by 7.5 %", "they were down 3 %": the flow that the text was about, not one named in between."""
    start = max((at for at in range(figure) if sentence.codes[at] in FIGURES), default=-1)
    found = _PRONOUN.search(way(sentence.codes[start + 1 : figure]))
    anaphors = [item for item in sentence.items[start + 1 : figure] if item.code == "r"]
    return found is not None and bool(anaphors) and says(anaphors[-1], "pronouns")


def _meant(sentence: Sentence, nominals: tuple[Nominal, ...], figure: int, bound: list[Binding]) -> Nominal | None:
    """The flow of the sentence that its pronoun stands for: the last of its number before it, else the last told."""
    place = max((at for at in range(figure) if sentence.codes[at] == "r"), default=0)
    several = not says(sentence.items[place], "singular")
    before = (other for other in reversed(nominals) if other.last <= place and other.cue.code == "N" and other.flow)
    fits = next((other for other in before if _is_plural(sentence.items[other.head].text) == several), None)
    return fits or _told_last(bound)


def _told_last(bound: list[Binding]) -> Nominal | None:
    """ "The value of all imports was $5 billion and in 2010 it was $4 billion": what the sentence gave a figure for."""
    nominal = bound[-1].nominal if bound else None
    return nominal if nominal is not None and nominal.first >= 0 else None


def _is_plural(text: str) -> bool:
    """Whether a trade noun is a plural ("exports"; "surplus" is none)."""
    head = _HEAD.match(text.lower())
    return head is not None and head[0].endswith("s") and not head[0].endswith("us")


def _of_whole(sentence: Sentence, figure: int, offers: list[Binding]) -> list[Binding]:
    """ "Germans were buying 30 % of our exports": a percentage of a flow is no figure of the verb beside it.

    Nor is it where the flow stands in front: "Of our exports, 30 % were sold to Peru".
    """
    if sentence.codes[figure] not in "%M":
        return offers
    sides = {"before"} if any(offer.rule == "worth-of" for offer in offers) else set()
    sides |= {"after"} if of_all(sentence, figure) else set()
    return [
        offer for offer in offers if offer.nominal is None or offer.nominal.cue.code != "V" or offer.side not in sides
    ]


def of_all(sentence: Sentence, figure: int) -> bool:
    """Whether the whole that a percentage is a part of opens the clause: "Of Peru's total exports in 2020, …"."""
    return _OF_ALL.match(sentence.codes[:figure]) is not None


def _of_part(sentence: Sentence, nominals: tuple[Nominal, ...], figure: int) -> list[Binding]:
    """ "Exports, at $5 billion, made up 58 % of total trade": a share of exports, which trade is only the whole of."""
    whole = whole_of(sentence, figure, nominals)
    before = [one for one in nominals if one.last <= figure]
    if whole is None or whole.flow != "turnover" or not before or before[-1].flow not in {"export", "import"}:
        return []
    codes = sentence.codes[before[-1].last : figure]
    if "S" not in codes or set(codes) & set(";y"):
        return []
    return [
        Binding(
            figure=figure, nominal=before[-1], rule="share-verb", strength=1.0, side="before", measure="share",
        )
    ]  # fmt: skip


def _of_row(sentence: Sentence, nominals: tuple[Nominal, ...], figure: int) -> list[Binding]:
    """Amounts in a row of brackets, in front of what all of them are: no phrase inside the brackets has them."""
    noun = named_behind(sentence, figure, nominals)
    return [] if noun is None else [Binding(figure=figure, nominal=noun, rule="row", strength=1.0, side="after")]


def whole_of(sentence: Sentence, figure: int, nominals: Iterable[Nominal]) -> Nominal | None:
    """The flow that a percentage is of: the phrase right behind it."""
    if sentence.codes[figure] not in "%M":
        return None
    behind = (one for one in nominals if one.first > figure)
    return next((one for one in behind if way(sentence.codes[figure + 1 : one.first]) == "o"), None)


def _of_flow_before(sentence: Sentence, figure: int, bound: list[Binding]) -> Binding | None:
    """ "Trade with China rose 9 %; with Japan it fell 11 %": a pronoun for the flow of the clause before."""
    previous = bound[-1] if bound else None
    if previous is None or previous.nominal is None or not _of_pronoun(sentence, figure):
        return None
    if not _WITH_ANOTHER.search(sentence.codes[previous.figure + 1 : figure]):
        return None
    nominal = previous.nominal
    return Binding(figure=figure, nominal=nominal, rule="pronoun", strength=0.9, side="chain", previous=previous)


def _place(binding: Binding) -> int:
    return binding.nominal.head if binding.nominal else 0


def _direct(sentence: Sentence, nominals: tuple[Nominal, ...], figure: int) -> list[Binding]:
    before = _main([nominal for nominal in nominals if nominal.last <= figure], sentence, figure)[-4:]
    after = [nominal for nominal in nominals if nominal.first > figure][:1]
    after = [one for one in after if one.flow != "same" or sentence.codes[one.first] != "E"]  # "and Peru's 5 %"
    after = [] if before and after and _is_means(sentence, after[0]) else after
    inside = [nominal for nominal in nominals if nominal.first < figure < nominal.last]
    offers = [_offer(sentence, sentence.between(one.last, figure), one, figure, side="before") for one in before]
    offers += [_offer(sentence, ahead(sentence, figure, one, before), one, figure, side="after") for one in after]
    offers += [_offer(sentence, "", one, figure, side="after") for one in inside]
    return [
        _level_in_front(sentence, offer)
        for offer in offers
        if offer is not None
        and (offer.rule != "fronted" or _is_fronted(sentence, figure))
        and (not offer.rule.startswith("aimed") or _aims(sentence, figure))
        and not (offer.rule.startswith("attribute") and _new_phrase(sentence, offer))
    ]


def _is_means(sentence: Sentence, nominal: Nominal) -> bool:
    """ "Trade grew 7 % through imports": by what a flow in front moved, and no figure of this one."""
    before = len(sentence.codes[: max(nominal.first, 0)].rstrip("dvw"))
    return before > 0 and says(sentence.items[before - 1], "by_means_of")


def _main(nominals: list[Nominal], sentence: Sentence, figure: int) -> list[Nominal]:
    """The phrases less those of an aside, or of brackets, that are over before the figure; all if there is no other."""
    over = [(first, last) for first, last in sentence.asides if last <= figure]
    over += [(first, last) for first, last in brackets(sentence.codes) if last < figure]
    over += [(first, last) for first, last in appositions(sentence.codes, nominals) if last <= figure]
    main = [one for one in nominals if not any(first <= one.head < last for first, last in over)]
    return main or nominals


def _level_in_front(sentence: Sentence, offer: Binding) -> Binding:
    """ "At $5 billion, exports were 3 % higher": a figure in front that nothing starts from is no base."""
    starts = way(sentence.codes[: offer.figure]).startswith(("f", "wf"))
    return offer if starts or offer.rule != "fronted" else replace(offer, base=False)


def _aims(sentence: Sentence, figure: int) -> bool:
    """Whether the figure is what somebody aims at: "the goal of $5 billion", "the $5 billion target"."""
    return "A" in sentence.codes[max(0, figure - 3) : figure] + sentence.codes[figure + 1 : figure + 2]


def _new_phrase(sentence: Sentence, offer: Binding) -> bool:
    """Whether an article between figure and noun begins a phrase of its own ("… $632 billion, the surplus was …")."""
    return offer.nominal is not None and "d" in sentence.codes[offer.figure + 1 : offer.nominal.first + 1]


def _is_fronted(sentence: Sentence, figure: int) -> bool:
    """Whether the figure opens the sentence as a starting point ("From $5 billion in 2020, exports …").

    An amount does so too behind "after reaching", "after climbing to a record".
    """
    return _FRONT.fullmatch(way(sentence.codes[:figure]) + sentence.codes[figure]) is not None


def _offer(sentence: Sentence, codes: str, nominal: Nominal, figure: int, *, side: str) -> Binding | None:
    path = way(codes)
    if side == "before" and sentence.codes[nominal.last - 1 : nominal.last] == "E":
        path = way(without_apposition(codes)) if not fitting(side, path) else path
    if len(path) > MAX_WAY or (side == "after" and path.startswith("u")):  # a tariff "on imports" is no trade
        return None
    for reading in fitting(side, path):
        if reading.id in READINGS and not fits_noun(reading.id, nominal):
            continue
        if reading.id == _GAPPED and (nominal.flow is None or not _is_reached(sentence, figure)):
            continue  # "exports doubled in revenue to $5 billion", "from 25 % of exports to 17 %"
        if reading.behind is None or _stands_behind(sentence, figure, reading):
            strength = reading.strength - (0.25 if nominal.background and side == "before" else 0.0)
            return Binding(
                figure=figure, nominal=nominal, rule=reading.id, strength=strength, side=side,
                measure=reading.measure, base=reading.base,
            )  # fmt: skip
    if side == "after":
        return None
    cost = way_cost(path) + (0.4 if nominal.background else 0.0)
    if cost >= step_costs()["limit"]:
        return None
    return Binding(figure=figure, nominal=nominal, rule="near", strength=0.85 - 0.6 * cost, side=side)


def _is_reached(sentence: Sentence, figure: int) -> bool:
    """Whether a figure can be what a flow went to: an amount, and not that of a move ("to the $5 billion rise in")."""
    return sentence.codes[figure] == "Q" and _MOVE_OF.match(sentence.codes, figure + 1) is None


def _stands_behind(sentence: Sentence, figure: int, reading: Reading) -> bool:
    """ "Following a 10.9 % decline": whether a change that is a noun stands behind a word that puts it in time."""
    joints = [item for item in sentence.items[:figure] if item.code in "Bg"]
    change = sentence.codes[figure + 1 :].lstrip("-wv")[:1] in {"J", "T"}
    return change and bool(joints) and says(joints[-1], str(reading.behind))


def _last_joint_says(sentence: Sentence, figure: int, name: str) -> bool:
    """Whether the last word of background before a figure is of the list."""
    joints = [item for item in sentence.items[:figure] if item.code == "B"]
    return bool(joints) and says(joints[-1], name)


def _chained(sentence: Sentence, nominals: tuple[Nominal, ...], figure: int, bound: list[Binding]) -> list[Binding]:
    governed = [earlier for earlier in bound if earlier.nominal is not None]
    offers = []
    if governed and governed[-1].nominal is not None and governed[-1].nominal.flow is None:
        offers = _behind_bracket(sentence, figure, governed)  # "$12 billion, or 3 % of GDP, to $14 billion"
    if offers:
        return offers
    for earlier in governed[-2:]:
        last = max(index for index in sentence.figures() if index < figure)
        codes = sentence.codes[max(earlier.figure + 1, _end_of_trade(sentence, earlier, nominals, figure)) : figure]
        skipped = any(code in FIGURES for code in codes)
        if skipped and earlier is not governed[-1]:
            continue
        nominal = earlier.nominal
        if skipped:
            codes = sentence.codes[last + 1 : figure]
        elif earlier.side == "after" and nominal is not None and nominal.last > earlier.figure:
            codes = sentence.codes[nominal.last : figure].removeprefix("O") if nominal.last <= figure else ""
        for path in dict.fromkeys((way(codes), way(_OF_FIGURE.sub("", codes, count=1)), way(rest_of_bracket(codes)))):
            chains = fitting("chain", path)
            fits = (one for one in chains if one.behind is None or _last_joint_says(sentence, figure, one.behind))
            reading = next((one for one in fits if not skipped or one.id in _ROWS), None)
            if reading is not None:
                offers.append(_link(earlier, figure, reading))
                break
    return offers or _behind_bracket(sentence, figure, governed)


def _end_of_trade(sentence: Sentence, gap: Binding, nominals: tuple[Nominal, ...], figure: int) -> int:
    """Where the phrase ends that says of which trade a balance is one; 0 where none stands behind its figure."""
    if gap.nominal is None or gap.side != "before":
        return 0
    ends = (one.last for one in nominals if is_trade_of_gap(sentence, gap.nominal, gap.figure, one))
    return max((end for end in ends if end <= figure), default=0)


def _behind_bracket(sentence: Sentence, figure: int, governed: list[Binding]) -> list[Binding]:
    """ "$5 billion (4 % of trade) in 2004 and $21 billion (3 % …) in 2013": brackets part nothing of a row."""
    inside = insertions(sentence.codes)
    if any(first < figure < last for first, last in inside):
        return _in_dated_bracket(sentence, figure, governed)
    outside = [one for one in governed if not any(first < one.figure < last for first, last in inside)]
    if not outside or outside[-1].figure == max(index for index in sentence.figures() if index < figure):
        return []
    told, whole = outside[-1], outside[-1].nominal
    behind = whole.last if told.side == "after" and whole is not None and whole.last > told.figure else told.figure + 1
    path = way(without_brackets(sentence.codes[behind:figure]))
    reading = next((one for one in fitting("chain", path) if one.behind is None), None)
    return [] if reading is None else [_link(outside[-1], figure, reading)]


def _in_dated_bracket(sentence: Sentence, figure: int, governed: list[Binding]) -> list[Binding]:
    """ "On a par with 2021 (95 tonnes)": what the flow was then, in the unit of a figure that was told of it."""
    item = sentence.items[figure]
    alike = [one for one in governed if sentence.items[one.figure].ref.unit == item.ref.unit]
    time = time_of_bracket(sentence, figure) if item.code == "Q" and alike else None
    if time is None or time > figure:
        return []
    strength = min(0.8, alike[-1].strength)
    return [
        Binding(
            figure=figure, nominal=alike[-1].nominal, rule="dated-bracket", strength=strength, side="chain",
            measure="level", previous=alike[-1],
        )
    ]  # fmt: skip


def _link(earlier: Binding, figure: int, reading: Reading) -> Binding:
    return Binding(
        figure=figure,
        nominal=earlier.nominal,
        rule=reading.id,
        strength=min(reading.strength, earlier.strength + 0.05),
        side="chain", measure=reading.measure, base=reading.base, previous=earlier,
    )  # fmt: skip
