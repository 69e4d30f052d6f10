"""Trade nominals: the words that name a flow, with the parties, goods and times that stand in the same phrase.

"Kazakhstan's imports of steel from China" is one nominal: flow import, owner KAZ, partner CHN, commodity steel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from pipeline.components.cues import Cue, cues, noun_of
from pipeline.economy import ADJECTIVE_KINDS, GROUP_KINDS
from pipeline.extract.phrase.behind import IN_COUNTRY, Behind
from pipeline.extract.phrase.by_object import flow_by_object, gone_to, is_supplying, supplied_goods, worth_before
from pipeline.extract.phrase.goods_go import Going, going
from pipeline.extract.phrase.in_front import InFront
from pipeline.extract.phrase.party import Party, are_all, bound_for, party_of, past, read_parties
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_goods_word, says

_ELLIPSIS: Final = re.compile(r"E'v?(?:[TL](?![ONCJ])|AT|tT)")
_DOES_IT: Final = re.compile(r"E(?=[dvA]*$)")
_GAPPED: Final = re.compile(r"E'v?[thb][dv]*[Q%]")
"""The flow, and its verb, of the phrase before: "Peru's trade rose to $5 billion and Chile's to $3 billion"."""
_TO_ANOTHER: Final = re.compile(r"E'v?[tfh][dv]*E(?:[dv]*&[dv]*E)?(?!')(?=[^E]*[TLQ%])")
"""The same flow of another with a third: "Peru's exports to Chile fell, while Cuba's to Chile rose"."""
_ONES: Final = re.compile(r"E(?:\"|-w)w(?=[dvwC]{0,2}[TLUJ%Q])")
"""The flow named before, to another place: "Peru-bound exports fell 5 % and Chile-bound ones 3 %"."""
_THOSE_OF: Final = re.compile(r"do[dv]*([Cw-]{0,3}C(?:[,&dv]*C)*)(?=[vw]{0,2}(?:[TLUAQ%(]|b[dv]?[%M]))")
_ARRIVALS: Final = re.compile(r"Oo[dv]*([wC&]{0,5}C[Cw]?)(?=[vw]?[TLUA])")
"""What comes in, in a text on imports: "arrivals of capital goods rose"."""
_GOODS_OF: Final = re.compile(r"E[wC]{1,2}$")
_CARRIES: Final = re.compile(r"V[dv]*Q[dv]*(?P<joint>[fo])[dvwCp]*N")
_MOVED_BETWEEN: Final = re.compile(r"T[dv]*n[dvw]*E[dv]*&[dvw]*E")
_APPOSED: Final = re.compile(r"(?<!l)(?<!l[dv])E,[dv]*$")
_IN_TRADE: Final = re.compile(r"[oiu][dvwpCE'-]{0,8}")
"""Between a gap and the trade that it is of: "the deficit on trade in goods", "a surplus in its oil trade"."""
_OF_FLOW: Final = re.compile(r"[oi][dvwC&,-]*")
_AS_SIDE: Final = re.compile(r"[tfh][dvpEwKR'-]{0,6}")
"""Between a flow and the noun for those whom it goes to or comes from: "exports to its two largest partners"."""
_NAMED_BEHIND: Final = re.compile(r"(?:,[dv]*)?(?=E[^,N]*(?:,[dv]*E[^,N]*)*,?[dvA]*[TULS])")
"""Their names behind that noun, up to the verb."""
_MEASURES: Final = re.compile(r"No[dvwECp'-]{0,6}N")
"""A weak noun that only counts the flow behind it: "the volume of Australian wine exports"."""
_BACKGROUND_REACH: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A phrase that names a flow (or, with flow None, another topic), as the half-open item range ``[first, last)``."""

    first: int
    head: int
    last: int
    cue: Cue
    owners: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    goods: tuple[int, int] | None = None
    """Item range of the words that name the commodity."""
    total: bool = False
    background: bool = False
    part: bool = False
    """Whether only some of those who trade are meant ("exports by foreign-funded enterprises")."""
    among: int | None = None
    """Item of the group within which a partner is ranked ("partner in Central Asia")."""

    @property
    def flow(self) -> str | None:
        """The flow that the nominal names; None where it names another topic."""
        return self.cue.flow


def of_things(sentence: Sentence, nominal: Nominal) -> bool:
    """ "The trade in footballers": a trade in what no commodity is, with nobody named whose it would be."""
    if nominal.flow != "turnover" or nominal.owners or nominal.partners or nominal.goods or nominal.first < 0:
        return False
    following = sentence.items[nominal.last + 1 : nominal.last + 2]
    return sentence.codes[nominal.last : nominal.last + 2] == "iw" and is_goods_word(following[0].text)


def find_nominals(sentence: Sentence) -> tuple[Nominal, ...]:
    """Every nominal of the sentence in order: trade nouns and verbs, and other topics that compete for figures."""
    found: list[Nominal] = []
    for head, code in enumerate(sentence.codes):
        if code == "E" and found and _TO_ANOTHER.match(sentence.codes, head):
            found.append(_elliptic_with(sentence, head))
        elif code == "E" and found and bound_for(sentence, head) and (ones := _ONES.match(sentence.codes, head)):
            found.append(_same(first=head, last=ones.end(), partners=(party_of(sentence, head, "bound"),)))
        elif code == "E" and (goods := supplied_goods(sentence, head)) is not None:
            found.append(_import_of(sentence, head, goods))
        elif code == "E" and (_ELLIPSIS.match(sentence.codes, head) or (found and _GAPPED.match(sentence.codes, head))):
            found.append(_elliptic(sentence, head))
        elif code == "d" and (goods := _those_of(sentence, head)) is not None:
            found.append(_same(first=head, last=goods[1], goods=goods))
        elif code == "O" and (come := _ARRIVALS.match(sentence.codes, head)) and says(sentence.items[head], "come_in"):
            found.append(_same(first=head, last=come.end(), goods=come.span(1)))
        elif not any(one.flow for one in found) and (gone := going(sentence, head)) is not None:
            found.append(_of_goods(sentence, head, gone))
        elif code in "TLSw" and (flow := flow_by_object(sentence, head)) is not None:
            found.append(_by_object(sentence, head, found[-1].last if found else 0, flow))
        elif code in "NVO" and _is_head(sentence, head) and not (found and head < found[-1].last):
            nominal = _read_nominal(sentence, head, found[-1].last if found else 0)
            if found and _is_side(sentence, found[-1], nominal):
                found[-1] = _with_partners(sentence, found[-1], nominal)
                continue
            if found and (_is_in_trade(sentence, found[-1], nominal) or _is_of_flow(sentence, found[-1], nominal)):
                nominal = _joined(found.pop(), nominal)
            found.append(nominal)
        elif code == "T" and _MOVED_BETWEEN.match(sentence.codes, head) and not _has_sign(sentence, head):
            found.append(_read_nominal(sentence, head, found[-1].last if found else 0, cue=_verb("turnover")))
    return tuple(found)


def _by_object(sentence: Sentence, head: int, floor: int, flow: str) -> Nominal:
    """What an everyday verb tells of, with who does it and whom the goods went to: "Peru got", "ended up in China"."""
    nominal, place = _read_nominal(sentence, head, floor, cue=_verb(flow)), gone_to(sentence, head)
    who = _DOES_IT.search(sentence.codes[:head]) if sentence.codes[head] == "w" and flow == "import" else None
    if who is not None and not nominal.owners:
        nominal = replace(nominal, owners=(party_of(sentence, who.start(), "owner"),))
    if nominal.partners or place is None:
        return nominal
    return replace(nominal, partners=(party_of(sentence, place, "t"),))


def _import_of(sentence: Sentence, owner: int, goods: tuple[int, int]) -> Nominal:
    """ "Germany's gas", of which another supplies a part: what Germany imports."""
    whose = (party_of(sentence, owner, "owner"),)
    return Nominal(first=owner, head=goods[0], last=goods[1], cue=noun_of("import"), owners=whose, goods=goods)


def _of_goods(sentence: Sentence, head: int, gone: Going) -> Nominal:
    """The flow that goods make by themselves, with its owner where that stands right behind the verb."""
    nominal = replace(_read_nominal(sentence, head, 0, cue=gone.cue), first=gone.first, goods=gone.goods)
    if gone.side is None:
        return nominal
    if not gone.behind:
        return replace(nominal, first=gone.side, owners=(party_of(sentence, gone.side, "owner"),))
    behind = Behind(sentence, gone.side, gone.cue)
    side, last = party_of(sentence, gone.side, "owner"), max(gone.side + 1, behind.last)
    if gone.owned:
        return replace(nominal, owners=(side,), partners=tuple(behind.partners), last=last)
    return replace(nominal, owners=tuple(behind.owners), partners=(side,), last=last)


def guess_nominals(sentence: Sentence) -> tuple[tuple[tuple[Nominal, ...], ...], frozenset[int]]:
    """What the nominals can be without the language model: one reading, or two and the items that it must be asked of.

    Unknown words before a head may name goods; they are taken for none first, and then for nouns.
    """
    without = sentence.assuming(nouns=False)
    plain = find_nominals(without)
    if not without.asked:
        return (plain,), frozenset()
    within = sentence.assuming(nouns=True)
    full = find_nominals(within)
    return ((plain,), frozenset()) if full == plain else ((plain, full), frozenset((*without.asked, *within.asked)))


def _is_head(sentence: Sentence, head: int) -> bool:
    """Whether a cue names something itself; "the total" may only stand before a trade noun ("the total trade").

    A weak noun before another of trade only measures that one ("the volume of wine exports").
    """
    if is_supplying(sentence, head):
        return False
    cue = sentence.items[head].cue
    if cue is None or _modifies(sentence, head):
        return False
    if cue.code == "V" and _only_carries(sentence, head, cue):
        return False
    if cue.weak and cue.flow == "turnover" and (_MEASURES.match(sentence.codes, head) or _qualifies(sentence, head)):
        return False
    return not (cue.flow == "same" and sentence.codes[head + 1 : head + 2] in {"N", "C"})


def _qualifies(sentence: Sentence, head: int) -> bool:
    """ "Taiwanese business executives", "turnover tax": a weak noun that only says which of the noun behind it."""
    following = sentence.items[head + 1 : head + 2]
    return sentence.codes[head + 1 : head + 2] == "w" and is_goods_word(following[0].text)


def _only_carries(sentence: Sentence, head: int, cue: Cue) -> bool:
    """Whether a verb only leads from a trader to a figure of trade that a noun names.

    "Took in $5 billion from sales to Peru" buys nothing; "transacted $5 billion of trade with Peru" says trade twice,
    "supplied $5 billion of imports" says it from either side.
    """
    found = _CARRIES.match(sentence.codes, head)
    noun = sentence.items[found.end() - 1].cue if found is not None else None
    if found is None or noun is None:
        return False
    if sentence.codes[found.start("joint")] == "f":
        return cue.flow == "import" and noun.flow == "export"
    return cue.flow == noun.flow == "turnover" or {cue.flow, noun.flow} == {"export", "import"}


def _has_sign(sentence: Sentence, head: int) -> bool:
    """Whether a trend word says up or down; "moved" does not."""
    cue = sentence.items[head].cue
    return cue is None or cue.sign in {-1, 0, 1}


@cache
def _verb(flow: str) -> Cue:
    """The cue of the everyday verbs of a flow: to buy, to trade."""
    return next(cue for cue in cues().values() if (cue.code, cue.flow, cue.weak) == ("V", flow, True))


def _modifies(sentence: Sentence, index: int) -> bool:
    """ "International trade deficit", "cross-border trade volume": trade that only qualifies the noun behind it."""
    following = sentence.items[index + 1].cue if sentence.codes[index : index + 2] == "NN" else None
    cue = sentence.items[index].cue
    trade = cue is not None and cue.flow == "turnover" and not (cue.partner or cue.weak)
    return trade and following is not None and following.weak


def _of_trade(sentence: Sentence, head: int) -> Cue | None:
    """The cue of a head: in a compound with trade a weak noun means the same as the noun that always means trade."""
    cue = sentence.items[head].cue
    if cue is None or head == 0 or not _modifies(sentence, head - 1):
        return cue
    return _strong(cue)


def _strong(cue: Cue) -> Cue:
    """The noun that always means trade, or a partner in it, of what a weak one only may mean."""
    meant = ("N", cue.flow, cue.sign, cue.partner)
    alike = (one for one in cues().values() if (one.code, one.flow, one.sign, one.partner) == meant)
    return next((one for one in alike if not (one.weak or one.pair)), cue)


def _elliptic(sentence: Sentence, head: int) -> Nominal:
    """ "Europe's should decline": the flow named before, owned by another."""
    return _same(first=head, last=head + 2, owners=(party_of(sentence, head, "owner"),))


def _elliptic_with(sentence: Sentence, head: int) -> Nominal:
    """ "Peru's to Chile were worth …": the flow named before, with both of its sides."""
    preposition = past(sentence.codes, head + 2, "v")
    sides, last = read_parties(sentence, preposition + 1, sentence.codes[preposition])
    return _same(first=head, last=last, owners=(party_of(sentence, head, "owner"),), partners=tuple(sides))


def _those_of(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """ "Those of gold rose by 156 %": the item range of other goods that the flow named before was of."""
    found = _THOSE_OF.match(sentence.codes, head)
    if found is None or not says(sentence.items[head], "same_flow"):
        return None
    return found.start(1), found.end(1)


def _same(*, first: int, last: int, **said: Any) -> Nominal:
    """A phrase that goes on with the flow that was named before."""
    same = next(cue for cue in cues().values() if cue.flow == "same")
    return Nominal(first=first, head=first, last=last, cue=same, **said)


def _read_nominal(sentence: Sentence, head: int, floor: int, *, cue: Cue | None = None) -> Nominal:
    cue = cue or _of_trade(sentence, head)
    assert cue is not None  # the caller chose an item that is a cue
    front = _in_front_of_verb(sentence, head) if cue.code == "V" else InFront(sentence, head, floor)
    if cue.code == "O":
        return Nominal(first=front.first, head=head, last=head + 1, cue=cue, owners=tuple(front.owners))
    behind = Behind(sentence, head, cue)
    if cue.shipped and any(side.code for side in (*front.partners, *behind.partners)):
        cue = _strong(cue)  # to a country, shipments are exports
    if cue.ranked and any(owner.how == "for" for owner in behind.owners):
        cue = _strong(cue)  # "the top source of Peru's imports"
    owners = _agents(sentence, front) if cue.agent else front.owners
    everybody = owners if behind.owners and are_all(sentence, owners) else []  # "global exports of Peru"
    owners = [] if behind.owners and (cue.agent or everybody) else owners  # of "non-EU exporter Peru" the one named
    others = [owner for owner in behind.owners if not owners or not (owner.how == IN_COUNTRY or _made(sentence, owner))]
    sellers, owners = (owners, []) if _are_sellers(sentence, cue, owners, behind) else ([], owners)
    apposed = cue.partner and _is_apposition(sentence, front.first, behind.last)
    sides = (*front.partners, *sellers, *(behind.partners or everybody))
    whose = (*owners, *others)
    if not sides and _is_among_members(sentence, head, whose):
        whose = sides = (replace(whose[0], how="within"),)
    return Nominal(
        first=front.first, head=head, last=behind.last, cue=cue, owners=whose, partners=sides,
        goods=behind.goods or front.goods or ((head, head + 1) if cue.goods else None),
        total=front.total, among=front.among if behind.among is None else behind.among, part=behind.part,
        background=apposed or _is_background(sentence, front.first) or _is_aside(sentence, head),
    )  # fmt: skip


def _made(sentence: Sentence, party: Party) -> bool:
    """ "Hong Kong's re-exports of Chinese goods": whose goods they are, and not who trades them."""
    adjective = sentence.codes[party.index] == "E" and sentence.items[party.index].ref.kind in ADJECTIVE_KINDS
    return adjective and sentence.codes[party.index + 1 : party.index + 2] == "C"


def _is_among_members(sentence: Sentence, head: int, owners: tuple[Party, ...]) -> bool:
    """ "The EAEU's mutual trade", "mutual trade of ASEAN": what the members of a group trade with each other."""
    if len(owners) != 1 or not says(sentence.items[head], "mutual_trade"):
        return False
    owner = sentence.items[owners[0].index]
    return owner.code == "E" and owner.ref.kind in GROUP_KINDS


def _are_sellers(sentence: Sentence, cue: Cue, owners: list[Party], behind: Behind) -> bool:
    """ "Peruvian imports into Chile", "US imports to China": behind whose name the buyer stands, that one sells."""
    buyers = [side for side in behind.owners if side.how == "t"]
    named = bool(owners) and all(sentence.codes[side.index] == "E" for side in owners)
    return cue.flow == "import" and cue.code == "N" and named and bool(buyers) and not behind.partners


def _agents(sentence: Sentence, front: InFront) -> list[Party]:
    """Whose trade an exporter's is: "Chile's exporters"; "Ghana, the second-largest exporter", and not the world's."""
    items = sentence.items
    named = [owner for owner in front.owners if owner.code is None or items[owner.index].ref.kind != "world"]
    apposed = _APPOSED.search(sentence.codes[: front.first])
    return named or ([party_of(sentence, apposed.start(), "apposed")] if apposed is not None else [])


def _in_front_of_verb(sentence: Sentence, head: int) -> InFront:
    """What belongs to a verb of trade on its left: "Icelandic fish shipped to …", "Kenyan tea was shipped to …"."""
    done = _done_to(sentence, head)
    if done < head and (front := InFront(sentence, done, _of_verb(sentence, done))).owners:
        return front
    return InFront(sentence, head, _of_verb(sentence, head))


def _done_to(sentence: Sentence, head: int) -> int:
    """Where a passive begins: what stands before "was" in "Kenyan tea was shipped to Peru" is what is traded.

    So is what stands before its worth: "Kenyan tea worth $5 million reached Peru".
    """
    before = sentence.codes[:head].rstrip("v")
    if (worth := worth_before(sentence, head)) is not None:
        return worth
    passive = before.endswith("L") and says(sentence.items[len(before) - 1], "passive")
    return len(before) - 1 if passive else head


def _of_verb(sentence: Sentence, head: int) -> int:
    """Where the goods before a participle begin: "Icelandic goods shipped to China" have an owner."""
    found = _GOODS_OF.search(sentence.codes[:head])
    if found is None or sentence.items[found.start()].ref.kind not in ADJECTIVE_KINDS:
        return head
    return found.start()


def _is_in_trade(sentence: Sentence, gap: Nominal, trade: Nominal) -> bool:
    """Whether only a preposition stands between a balance and the noun for trade that it is said of."""
    if gap.flow != "balance" or trade.flow != "turnover" or trade.cue.code != "N" or trade.cue.partner:
        return False
    return _IN_TRADE.fullmatch(sentence.codes[gap.last : trade.head]) is not None


def _is_of_flow(sentence: Sentence, partner: Nominal, trade: Nominal) -> bool:
    """ "The biggest destination of Peru's copper exports": a partner's noun and the flow that it is one of."""
    if not partner.cue.partner or partner.flow != trade.flow or trade.cue.code != "N" or trade.cue.partner:
        return False
    return _OF_FLOW.fullmatch(sentence.codes[partner.head + 1 : trade.first]) is not None


def _is_side(sentence: Sentence, flow: Nominal, partner: Nominal) -> bool:
    """ "Exports to its two largest partners rose": a noun for partners is whom the flow before it goes to."""
    if not partner.cue.partner or flow.flow in {None, "same"} or flow.cue.partner or flow.partners:
        return False
    return _AS_SIDE.fullmatch(sentence.codes[flow.last : partner.head]) is not None


def _with_partners(sentence: Sentence, flow: Nominal, partner: Nominal) -> Nominal:
    """The flow with the partners that are named behind their noun, where they are."""
    behind = _NAMED_BEHIND.match(sentence.codes, partner.last)
    if behind is None:
        return replace(flow, last=partner.last)
    named, last = read_parties(sentence, behind.end(), sentence.items[flow.last].text)
    return replace(flow, last=last, partners=tuple(named))


def _joined(noun: Nominal, trade: Nominal) -> Nominal:
    """The two as one phrase: a balance, or a partner, with the sides and goods of the trade."""
    cue = _strong(noun.cue) if noun.cue.ranked else noun.cue
    return replace(
        noun, cue=cue, last=trade.last, goods=noun.goods or trade.goods,
        owners=noun.owners or trade.owners, partners=noun.partners or trade.partners,
    )  # fmt: skip


def _is_background(sentence: Sentence, first: int) -> bool:
    """Whether "led by", "due to", "amid" and the like stand directly before the phrase."""
    before = sentence.codes[max(0, first - _BACKGROUND_REACH) : first].rstrip("dvwoJTi")
    return before.endswith("B")


def _is_aside(sentence: Sentence, head: int) -> bool:
    """Whether the phrase stands in an aside and only explains what that follows."""
    return any(first < head < last for first, last in sentence.asides)


def _is_apposition(sentence: Sentence, first: int, last: int) -> bool:
    """ "…, Japan's largest trading partner, …" says who somebody is, and no figure of the clause is said of it."""
    return sentence.codes[:first].rstrip("dv")[-1:] == "," and sentence.codes[last : last + 1] == ","
