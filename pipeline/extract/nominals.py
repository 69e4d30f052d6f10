"""Trade nominals: the words that name a flow, with the parties, goods and times that stand in the same phrase.

"Kazakhstan's imports of steel from China" is one nominal: flow import, owner KAZ, partner CHN, commodity steel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.components.cues import Cue, cues
from pipeline.extract.items import Item, Sentence

_LEFT: Final = frozenset("CwEpr'P vK-&,RTJUd2")
_PHRASE_END: Final = frozenset('TLSAyBO;:.()Q%MNV"')
MAX_MODIFIERS: Final = 8
_ELLIPSIS: Final = re.compile(r"E'v?(?:[TL]|AT)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who a phrase names as a side of the trade: an item of the sentence, by its index.

    ``code`` is None for an anaphor ("its", "the bloc", "the two countries"); ``how`` is the word that attached it.
    """

    code: str | None
    index: int
    how: str


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
    among: int | None = None
    """Item of the group within which a partner is ranked ("partner in Central Asia")."""

    @property
    def flow(self) -> str | None:
        """The flow that the nominal names; None where it names another topic."""
        return self.cue.flow


def find_nominals(sentence: Sentence) -> tuple[Nominal, ...]:
    """Every nominal of the sentence in order: trade nouns and verbs, and other topics that compete for figures."""
    found: list[Nominal] = []
    for head, item in enumerate(sentence.items):
        if (
            item.code in "NVO"
            and item.cue is not None
            and not (found and head < found[-1].last)
            and not _is_adjective(sentence, head)
        ):
            floor = found[-1].last if found else 0
            found.append(_read_nominal(sentence, head, floor))
        elif item.code == "E" and _ELLIPSIS.match(sentence.codes, head):
            found.append(_elliptic(sentence, head))
    return tuple(found)


def _is_adjective(sentence: Sentence, head: int) -> bool:
    """Whether "the total" only stands before another trade noun ("the total trade volume")."""
    cue = sentence.items[head].cue
    return cue is not None and cue.flow == "same" and sentence.codes[head + 1 : head + 2] in {"N", "C"}


def _elliptic(sentence: Sentence, head: int) -> Nominal:
    """ "Europe's should decline": the flow named before, owned by another."""
    same = next(cue for cue in cues().values() if cue.flow == "same")
    owner = _party(sentence.items[head], head, "owner")
    return Nominal(first=head, head=head, last=head + 2, cue=same, owners=(owner,))


def _read_nominal(sentence: Sentence, head: int, floor: int) -> Nominal:
    cue = sentence.items[head].cue
    assert cue is not None  # the caller chose an item that is a cue
    left = _Left(sentence, head, floor) if cue.code != "V" else _Left(sentence, head, _of_verb(sentence, head))
    if cue.code == "O":
        return Nominal(first=left.first, head=head, last=head + 1, cue=cue, owners=tuple(left.owners))
    right = _Right(sentence, head, cue)
    owners, partners = [*left.owners, *right.owners], [*left.partners, *right.partners]
    return Nominal(
        first=left.first, head=head, last=right.last, cue=cue, owners=tuple(owners), partners=tuple(partners),
        goods=right.goods or left.goods, total=left.total, among=right.among,
        background=_is_background(sentence, left.first) or _is_apposition(sentence, left.first, right.last, cue),
    )  # fmt: skip


def _of_verb(sentence: Sentence, head: int) -> int:
    """Where the goods before a participle begin: "Icelandic goods shipped to China" have an owner."""
    found = re.search(r"E[wC]{1,2}$", sentence.codes[:head])
    named = found is not None and sentence.items[found.start()].ref.kind in {"demonym", "group-demonym"}
    return found.start() if named and found is not None else head


def _is_background(sentence: Sentence, first: int) -> bool:
    """Whether "led by", "due to", "amid" and the like stand directly before the phrase."""
    before = sentence.codes[max(0, first - 4) : first].rstrip("dvwoJTi")
    return before.endswith("B")


def _is_apposition(sentence: Sentence, first: int, last: int, cue: Cue) -> bool:
    """ "…, Japan's largest trading partner, …" says who somebody is, and no figure of the clause is said of it."""
    return cue.partner and sentence.codes[:first].rstrip("dv")[-1:] == "," and sentence.codes[last : last + 1] == ","


class _Left:
    """What stands before the head: the owner, adjectives that name goods, the word "total"."""

    def __init__(self, sentence: Sentence, head: int, floor: int) -> None:
        self.sentence, self.items, self.codes = sentence, sentence.items, sentence.codes
        self.first, self.total = head, False
        self.owners: list[Party] = []
        self.partners: list[Party] = []
        self._goods: list[int] = []
        self._walk(head, max(floor, head - MAX_MODIFIERS))

    @property
    def goods(self) -> tuple[int, int] | None:
        """Item range of the commodity words before the head."""
        return (min(self._goods), max(self._goods) + 1) if self._goods else None

    def _walk(self, head: int, floor: int) -> None:
        index, words = head - 1, 0
        while index >= floor:
            code, item = self.codes[index], self.items[index]
            if (
                code == "E"
                and item.ref.kind == "world"
                and (self._reaches_owner(index, floor) or self.codes[index + 1 : index + 2] == "'")
            ):
                self.first = index
                index -= 1
                continue
            if code in "Er2" or (code == "p"):
                if not (words and self._needs_possessive(index)):
                    self._take_owner(index)
                return
            if code == "'" and index > floor and self.codes[index - 1] in "Er":
                index -= 1
                continue
            if code == "d":
                self.first = index
                return
            if code == "C":
                self._goods.append(index)
            elif code in "&,":
                if not (
                    self._goods and index > floor and self.codes[index - 1] == "C" and index + 1 == min(self._goods)
                ):
                    return
            elif code in "w":
                words += 1
                if words > 3 or not self._reaches_owner(index, floor):
                    if self._names_goods(item, index, head):
                        self._goods.append(index)
                        self.first = index
                        index -= 1
                        continue
                    return
                if self._names_goods(item, index, head):
                    self._goods.append(index)
            elif code in "TJUA-" and not self._reaches_owner(index, floor):
                return
            elif code == "N" and item.cue is not None and item.cue.flow == "same":
                self.total = True
            elif code == "v":
                self.total = self.total or item.text.lower() in {"total", "overall"}
            elif code not in "PKRTJUA-'":
                return
            self.first = index
            index -= 1

    def _needs_possessive(self, index: int) -> bool:
        """Whether a bare name stands before unknown words, and so is rather the subject of a verb among them."""
        named = self.codes[index] == "E" and self.items[index].ref.kind in {"name", "metonym", "group"}
        return named and self.codes[index + 1 : index + 2] != "'"

    def _reaches_owner(self, index: int, floor: int) -> bool:
        """Whether only modifiers stand between here and a possessor, so that the phrase goes on to the left."""
        for code in reversed(self.codes[max(floor, index - 4) : index]):
            if code in "E'pr":
                return True
            if code not in "CwvKPTJUA-":
                return False
        return False

    def _names_goods(self, item: Item, index: int, head: int) -> bool:
        """An unknown word directly before the head or before goods names goods unless it is a known modifier."""
        following = index + 1 == head or index + 1 in self._goods
        return following and is_goods_word(item.text) and self.sentence.is_noun(index)

    def _take_owner(self, index: int) -> None:
        """The possessor, and where two parties are joined ("China-Russia", "Uzbek-Chinese") the other."""
        self.first = index
        party = _party(self.items[index], index, "owner")
        if index >= 2 and self.codes[index - 1] == "-" and self.codes[index - 2] in "E":
            self.first = index - 2
            self.owners.append(_party(self.items[index - 2], index - 2, "pair"))
            self.partners.append(_party(self.items[index], index, "pair"))
            return
        self.owners.append(party)
        if self.codes[index] == "E":
            self._take_list(index)

    def _take_list(self, index: int) -> None:
        """Owners before the last one: "Uzbekistan, Turkmenistan and Tajikistan's", "American and Chinese"."""
        kind, at, joints = self.items[index].ref.kind, index, ""
        found: list[int] = []
        while True:
            before = at - 1
            while before >= 0 and self.codes[before] in ",&'dv":
                joints += self.codes[before]
                before -= 1
            if at == index and "&" not in joints:
                break
            if before < 0 or before == at - 1 or self.codes[before] != "E" or "'" in self.codes[before + 1 : at][:0]:
                break
            found.append(before)
            at = before
        plain = len(found) == 1 and "," not in joints and "&" in joints and self.items[found[0]].ref.kind == kind
        if plain or len(found) >= 2:
            self.owners[:0] = [_party(self.items[place], place, "owner") for place in reversed(found)]
            self.first = found[-1]


class _Right:
    """What stands behind the head: of which goods, to, from, with, between whom, when."""

    def __init__(self, sentence: Sentence, head: int, cue: Cue) -> None:
        self.items, self.codes, self.cue = sentence.items, sentence.codes, cue
        self.owners: list[Party] = []
        self.partners: list[Party] = []
        self.goods: tuple[int, int] | None = None
        self.among: int | None = None
        self.last = head + 1
        self._walk()

    def _walk(self) -> None:
        if self.cue.code == "V" and self.codes[self._skip(self.last, "dvw") :][:1] == "C":
            self.last = self._goods_phrase(self._skip(self.last, "dv"))
        for _ in range(6):
            at = self._skip(self.last, "dv")
            code = self.codes[at : at + 1]
            if not code:
                return
            if code == "P":
                self.last = at + 1
                continue
            if self.items[at].text.lower() == "there" and not self.partners:
                self.partners.append(Party(code=None, index=at, how="there"))
                self.last = at + 1
                continue
            taken = self._phrase(code, at)
            if taken is None:
                return
            self.last = taken

    def _skip(self, at: int, codes: str) -> int:
        while at < len(self.codes) and self.codes[at] in codes:
            at += 1
        return at

    def _past_adjectives(self, at: int) -> int:
        """Past a number or an adjective before an economy: "from the three Baltic states", "to oil-rich Norway"."""
        found = re.match(r"w{1,2}d?(?=E)", self.codes[at:])
        return at + found.end() if found else at

    def _phrase(self, code: str, at: int) -> int | None:
        """The index after the prepositional phrase that begins at ``at``; None where it is none of ours."""
        inner = self._skip(at + 1, "dvw" if code == "h" else "dv")
        if code in "tfn":
            inner = self._past_adjectives(inner)
        if inner >= len(self.codes):
            return None
        if code == "o":
            return self._of(inner)
        if code == "B" and self.goods is None and self.items[at].text.lower() in {"excluding", "except"}:
            end = self._goods_phrase(inner)
            self.goods = (at, end)
            return end
        if code in "tfhb":
            return self._side(code, inner)
        if code == "n":
            return self._between(inner)
        if code == "i":
            return self._in(inner)
        if code == "&" and self.codes[inner] in "tf":
            return self._phrase(self.codes[inner], inner)
        return None

    def _side(self, preposition: str, at: int) -> int | None:
        parties, end = read_parties(self.items, self.codes, at, preposition)
        if not parties:
            return None
        owner_side = {"export": "fb", "import": "tb", "turnover": "b", "balance": "b"}[str(self.cue.flow)]
        if preposition == "b" and self.owners:
            return None
        (self.owners if preposition in owner_side else self.partners).extend(parties)
        return end

    def _between(self, at: int) -> int | None:
        """ "between A and B", "between US exports and imports"."""
        gap = re.match(r"(?:E'?)?v*N(?:&v*N)?", self.codes[at:])
        if gap is not None and self.cue.flow == "balance":
            if self.codes[at] == "E":
                self.owners.append(_party(self.items[at], at, "owner"))
            return at + gap.end()
        parties, end = read_parties(self.items, self.codes, at, "between")
        if not parties:
            return None
        self.owners.append(parties[0])
        self.partners.extend(parties[1:])
        return end

    def _in(self, at: int) -> int | None:
        code = self.codes[at]
        if code == "P":
            return at + 1
        if code == "C" and self.goods is None:
            return self._goods_phrase(at)
        if code == "E" and self.cue.partner and self.items[at - 1].text.lower() == "for" and not self.owners:
            self.owners.append(_party(self.items[at], at, "for"))
            return self._goods_phrase(at + 1) if self.codes[at + 1 : at + 2] == "C" else at + 1
        if code in "Er" and self.cue.partner:
            self.among = at
            return at + 1
        if code == "r" and self.cue.flow == "turnover":
            self.partners.append(_party(self.items[at], at, "for"))
            return at + 1
        if code == "N" and self.cue.flow == "balance" and at + 1 < len(self.codes):  # "deficit in its trade with China"
            return at + 1
        if code == "p" and self.codes[at + 1 : at + 2] == "N" and self.cue.flow == "balance":
            self.owners.append(_party(self.items[at], at, "owner"))
            return at + 2
        return None

    def _of(self, at: int) -> int | None:
        code = self.codes[at]
        if code == "E":
            after = self._skip(at + 1, "v")
            adjective = self.items[at].ref.kind in {"demonym", "group-demonym"} or self.codes[after : after + 1] == "C"
            if self.codes[after : after + 1] in {"C", "w"} and adjective and self.codes[at + 1 : at + 2] != "'":
                side = self.partners if self.cue.flow == "import" else self.owners
                side.append(_party(self.items[at], at, "of"))
                return self._goods_phrase(after)
            if not self.owners:
                parties, end = read_parties(self.items, self.codes, at, "of")
                self.owners.extend(parties)
                return end
        if code in "Cw" and self.goods is None:
            return self._goods_phrase(at)
        if code in "r":
            self.owners.append(_party(self.items[at], at, "of"))
            return at + 1
        return None

    def _goods_phrase(self, at: int) -> int:
        """Goods after "of" or "in": words up to a verb, a preposition or a figure; lists of goods are kept whole."""
        end, last_goods = at, at
        while end < len(self.codes) and end - at < 14:
            code = self.codes[end]
            if code in "Cw":
                last_goods = end + 1
            elif code in "&," and self._list_goes_on(end):
                pass
            elif code not in "-vod":
                break
            end += 1
        self.goods = self.goods or (at, max(last_goods, at + 1))
        return max(last_goods, at + 1)

    def _list_goes_on(self, at: int) -> bool:
        return self.codes[at + 1 : at + 2] in {"C", "w", "v", "&"} and "C" in self.codes[at : at + 4]


def read_parties(items: tuple[Item, ...], codes: str, at: int, how: str) -> tuple[list[Party], int]:
    """A list of economies that begins at ``at`` ("the EU, the US and China") and the index after it."""
    parties: list[Party] = []
    end = at
    while end < len(codes):
        while end < len(codes) and codes[end] in "dv":
            end += 1
        if end >= len(codes) or codes[end] not in "Er2p":
            break
        member = (
            codes[end] == "p"
            and codes[end + 1 : end + 2] == "w"
            and items[end + 1].text.lower() in {"member", "members"}
        )
        if (codes[end] == "p" and not member) or (codes[end + 1 : end + 2] == "'"):
            break
        parties.append(_party(items[end], end, how))
        end += 2 if member else 1
        end = _group_noun(items, codes, end)
        joint = end
        while joint < len(codes) and codes[joint] in ",&":
            joint += 1
        following = joint
        while following < len(codes) and codes[following] in "dv":
            following += 1
        numbered = re.match(r"w(?=E)", codes[following : following + 2])
        if numbered is not None and joint != end:
            following += 1
        if joint == end or codes[following : following + 1] not in {"E", "r"}:
            return parties, end
        listed = "&" in codes[end:joint] and (len(parties) > 1 or how == "between" or "," not in codes[end:joint])
        if codes[following + 1 : following + 2] == "'" or (not listed and _opens_clause(codes, following)):
            return parties, end
        end = following
    return parties, parties[-1].index + 1 if parties else at


def _group_noun(items: tuple[Item, ...], codes: str, at: int) -> int:
    """Past a plain word that belongs to the name: "Central Asian states", "EU countries", "the Chinese market"."""
    nouns = {
        "states",
        "countries",
        "nations",
        "market",
        "markets",
        "members",
        "republics",
        "partners",
        "side",
        "buyers",
        "consumers",
        "importers",
        "customers",
        "mainland",
        "alone",
    }
    if at < len(codes) and codes[at] in "wN" and items[at].text.lower() in nouns:
        return at + 1
    return at


def _opens_clause(codes: str, at: int) -> bool:
    """Whether an economy after a comma is the subject of its own clause ("…to China, Russia rose 5 %")."""
    return codes[at + 1 : at + 2] in {"T", "L", "S", "A"}


def _party(item: Item, index: int, how: str) -> Party:
    return Party(code=item.ref.code if item.code == "E" else None, index=index, how=how)


def is_goods_word(text: str) -> bool:
    """Whether a word that no lexicon knows can name goods: a lower-case noun-like word, no known modifier."""
    from pipeline.extract.words import modifiers

    lower = text.lower()
    if lower in modifiers() or text.isupper() or not lower.replace("-", "").isalpha() or len(lower) < 3:
        return False
    return not lower.endswith(("ing", "ed", "ly", "est"))


def economies_of(parties: tuple[Party, ...]) -> Iterator[str]:
    """The codes of the parties that are named, in order."""
    return (party.code for party in parties if party.code is not None)
