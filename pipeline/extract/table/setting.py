"""What stands around a table and holds for all of it: caption, lines above, headings; and what its heads list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Protocol

from pipeline.economy import is_group, members
from pipeline.extract.frame import Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import Slot
from pipeline.extract.row.items import Sentence
from pipeline.extract.table.labels import WORLD, Label, Labels, Party
from pipeline.layout import Table

REPORTERS: Final = "reporters"
PARTNERS: Final = "partners"
_HEADS: Final = ("heading", "title")
_ABOVE: Final = 12  # sentences above a table that may belong to its lead
_LEAD: Final = 300  # characters: a longer paragraph above a table does not say what its figures are
_YEAR_OF_MEMBERS: Final = 2020  # the year for which members of a group are looked up
_PLACES: Final = ("row-head", "column-head")
_GOODS: Final = frozenset({"goods", "services", "merchandise", "commodities"})


class Placed(Protocol):
    """A sentence in its place, as the reader's passages are."""

    @property
    def block(self) -> int:
        """The number of its block."""

    @property
    def kind(self) -> str:
        """The kind of its block."""

    @property
    def sentence(self) -> Sentence:
        """What is read in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The lines around a table, nearest first; whose trade it is by them; what its heads list.

    ``side`` says of heads that only name an economy whether they are ``reporters`` or ``partners``. ``goods`` is true
    where heads of unknown words name goods.
    """

    lines: tuple[Label, ...] = ()
    owner: Slot | None = None
    partner: Slot | None = None
    side: str = PARTNERS
    goods: bool = False
    trade: bool = False
    """Whether a strong trade phrase stands in the lines or the heads."""
    sums: frozenset[str] = frozenset()
    """The places of heads ("column-head") where a total is the sum of exports and imports."""
    dated: frozenset[str] = frozenset()
    """The places of heads that list periods, so that a total there is of those that happen to be listed."""
    listed: frozenset[str] = frozenset()
    """The places of heads that list economies, so that a total there is the world."""
    flows_in_rows: bool = False
    """Whether rows are named by flows, so that a row of goods belongs to the flow above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The sentences of an article, so that what stands above a table is found without walking through them."""

    passages: Sequence[Placed]
    ends: Sequence[int]
    heads: Sequence[dict[str, int]]
    """Before each sentence, and at the end: the index of the latest heading and title."""

    @classmethod
    def of(cls, passages: Sequence[Placed]) -> Prose:
        """The prose with its index."""
        heads: list[dict[str, int]] = [{}]
        for index, passage in enumerate(passages):
            heads.append({**heads[-1], passage.kind: index} if passage.kind in _HEADS else heads[-1])
        return cls(passages=passages, ends=[passage.sentence.end for passage in passages], heads=heads)


def find_lines(table: Table, prose: Prose, labels: Labels) -> Iterator[Label]:
    """Caption, the line or short paragraph above, the heading and the title over a table."""
    if table.caption is not None:
        yield labels.read(table.caption, "caption")
    before = bisect_right(prose.ends, table.start)
    lead = _lead(table, prose.passages[max(0, before - _ABOVE) : before])
    if lead is not None:
        yield labels.read(lead, "lead")
    for kind in _HEADS:
        index = prose.heads[before].get(kind)
        if index is not None:
            sentence = prose.passages[index].sentence
            yield labels.read((sentence.start, sentence.end), kind)


def _lead(table: Table, above: Sequence[Placed]) -> tuple[int, int] | None:
    """The short paragraph right above a table and its caption; none where a heading parts them."""
    if above and table.caption is not None and above[-1].sentence.end >= table.caption[1]:
        if above[-1].kind in _HEADS:
            return None
        above = [passage for passage in above if passage.block != above[-1].block]
    lead = [passage for passage in above if passage.block == above[-1].block]
    if not lead or lead[-1].kind in _HEADS:
        return None
    start, end = lead[0].sentence.start, lead[-1].sentence.end
    return (start, end) if end - start <= _LEAD else None


def read_setting(lines: Sequence[Label], heads: Sequence[Label], home: Known | None) -> Setting:
    """The setting of a table from the lines around it and its heads; ``home`` is whom the article is about."""
    corner = tuple(label for label in heads if label.place == "corner")
    around = (*corner, *lines)
    owner, partner = _sides_of_lines(around)
    if owner is None and home is not None and (partner is None or partner.value != home.value):
        owner = Slot(value=home.value, start=home.start, end=home.end, rule="home", inherited=True)
    side = _side(owner, heads)
    mutual = any(nominal.cue.pair for line in lines for nominal in line.nominals)
    if partner is None and owner is not None and mutual and side == REPORTERS and is_group(owner.value):
        partner = owner  # a bloc's mutual trade is that of its members with the bloc
    return Setting(
        lines=around,
        owner=owner,
        partner=partner,
        side=side,
        goods=_lists_goods(lines, heads),
        trade=_is_of_trade(lines, heads),
        sums=frozenset(place for place in _PLACES if _lists_both(heads, place)),
        dated=frozenset(place for place in _PLACES if _count(heads, place, "periods") > 1),
        listed=frozenset(place for place in _PLACES if any(h.is_party for h in heads if h.place == place)) | {"cell"},
        flows_in_rows=any(label.place == "row-head" and is_flow(label) for label in heads),
    )


def _count(heads: Sequence[Label], place: str, what: str) -> int:
    return sum(bool(getattr(label, what)) for label in heads if label.place == place)


def _is_of_trade(lines: Sequence[Label], heads: Sequence[Label]) -> bool:
    """Whether a trade phrase stands in the lines or the heads, and the nearest line does not give it to a firm."""
    if any(line.nominal is not None and _of_stranger(line, line.nominal) for line in lines[:1]):
        return False
    return any(n.flow and not n.cue.weak for label in (*lines, *heads) for n in label.nominals)


def _of_stranger(line: Label, nominal: Nominal) -> bool:
    """Whether the trade belongs to somebody who is no economy: "Acme's exports", "exports of the company"."""
    codes = line.sentence.codes
    return "F" in codes or re.search(r"w'[wCvKJ]*\Z", codes[: nominal.head]) is not None


def is_flow(label: Label) -> bool:
    """Whether a label holds a trade phrase that means nothing else."""
    return label.nominal is not None and (not label.nominal.cue.weak or label.nominal.flow == "balance")


def _lists_both(heads: Sequence[Label], place: str) -> bool:
    """Whether exports and imports stand side by side among the heads, and nothing but flows: a total is their sum."""
    placed = [label for label in heads if label.place == place]
    flows = {label.nominal.flow for label in placed if label.nominal is not None and is_flow(label)}
    goods = place == "row-head" and any(label.residue and not is_flow(label) for label in placed)
    return {"export", "import"} <= flows and not goods


def _lists_goods(lines: Sequence[Label], heads: Sequence[Label]) -> bool:
    """Whether heads of plain words are goods: a corner or caption says so, or the lexicon knows a third of them."""
    if any(label.has("goods") for label in (*lines[:1], *heads) if label.place in {"corner", "caption", "column-head"}):
        return True
    plain = [label for label in heads if label.place == "row-head" and label.residue and not label.nominals]
    known = [label for label in plain if any(item.code == "C" for item in label.residue)]
    return bool(known) and len(known) * 3 >= len(plain)


def _sides_of_lines(lines: Iterable[Label]) -> tuple[Slot | None, Slot | None]:
    """Whose trade the nearest line that names an economy speaks of, and with whom."""
    missing: Slot | None = None
    for line in lines:
        owner, partner = sides(line)
        if owner is not None:
            if missing is not None and missing.value == owner.value:
                continue
            return owner, partner or missing
        missing = missing or partner
    return None, missing


@lru_cache(maxsize=2048)
def sides(label: Label) -> tuple[Slot | None, Slot | None]:
    """Owner and partner that a label itself names."""
    nominal = label.nominal
    named = [party for party in label.parties if party.code != WORLD]
    codes = list(dict.fromkeys(party.code for party in named))
    if nominal is None:
        pair = len(codes) == 2 and _adjacent(label, named)
        if len(codes) == 1 or pair:
            return slot(label, named[0]), slot(label, named[1]) if pair else None
        return None, None
    items = label.sentence.items
    owners = [Party(code=p.code, item=items[p.index]) for p in nominal.owners if p.code]
    partners = [Party(code=p.code, item=items[p.index]) for p in nominal.partners if p.code]
    if len(owners) == 1 and not partners and len(named) == 2 and _adjacent(label, named):
        owners, partners = named[:1], named[1:]
    if len(owners) == 2 and not partners and nominal.flow in {"turnover", "balance"}:
        owners, partners = owners[:1], owners[1:]
    taken = {p.code for p in partners} | {p.code for other in label.nominals for p in other.partners}
    rest = [party for party in named if party.code not in taken]
    if not owners and not nominal.cue.agent and len({party.code for party in rest}) == 1:
        owners = rest[:1]
    owner, partner = joined(label, owners), joined(label, partners)
    return owner, None if owner and partner and owner.value == partner.value else partner


def _adjacent(label: Label, parties: Sequence[Party]) -> bool:
    """Whether two economies are joined as a pair: "U.S.-China", "China and Russia", "Thai–German"."""
    if len(parties) < 2:
        return False
    between = label.sentence.codes[_index(label, parties[0]) + 1 : _index(label, parties[1])]
    return between in {"", "-", "&", '"'}


def _index(label: Label, party: Party) -> int:
    return label.sentence.items.index(party.item)


def slot(label: Label, party: Party) -> Slot:
    """A party as a slot with the evidence of its label."""
    item = party.item
    return Slot(value=party.code, start=item.start, end=item.end, rule=label.place, inherited=label.inherited)


def joined(label: Label, parties: Sequence[Party]) -> Slot | None:
    """Several parties of one side as an ad-hoc sum."""
    if not parties:
        return None
    codes = dict.fromkeys(party.code for party in parties)
    first, last = slot(label, parties[0]), slot(label, parties[-1])
    return replace(first, value="+".join(codes), end=max(first.end, last.end))


def _side(owner: Slot | None, heads: Sequence[Label]) -> str:
    """Whether listed economies are reporters or the partners of the one whose table it is."""
    columns = [label for label in heads if label.place in {"corner", "column-head"}]
    if any(label.has("reporter") or any(n.cue.agent for n in label.nominals) for label in columns):
        return REPORTERS
    corner = any(label.place == "corner" and label.has("partner") for label in heads)
    if corner or any(n.cue.partner for label in columns for n in label.nominals):
        return PARTNERS
    parties = [label.parties[0] for label in heads if label.is_party and label.place != "corner"]
    listed = {party.code for party in parties} - {WORLD}
    if owner is None or owner.value in listed or owner.value == WORLD:
        return REPORTERS
    inside = listed & members(owner.value, _YEAR_OF_MEMBERS)
    regions = {party.code for party in parties if party.item.ref.kind == "region"}  # provinces trade for themselves
    return REPORTERS if listed and max(len(inside), len(regions)) * 2 >= len(listed) else PARTNERS


def goods_words(label: Label) -> bool:
    """Whether all words that are left of a label are words for goods or services as a whole."""
    return bool(label.residue) and all(item.text.lower() in _GOODS for item in label.residue)
