"""What stands in front of the head of a trade phrase: the owner, adjectives that name goods, the word "total"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.economy import ADJECTIVE_KINDS
from pipeline.extract.phrase.party import Party, bound_for, party_of
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_acronym, is_goods_adjective, is_goods_word, says, says_first
from pipeline.lexicon import read_toml

_WHOLE_IN: Final = re.compile(r"(?:E'|p)[dvw]*Q[dv]*i[dvw]*$")
"""Before the head, over an amount: "China's $2.1 trillion in imports", "its $3.4 trillion in exports"."""
_WHOLE_OF: Final = re.compile(r"(?<=o)(?:E'|p)[dvw]*Q[dv]*$|(?:E'|p)[dvw]*Q\([dv]*Q\)[dv]*$")
"""Before the head, over the amount of a whole, "14 % of Chile's $44 billion surplus", or one in two currencies."""
MAX_MODIFIERS: Final = 8
MAX_WORDS: Final = 3
"""Plain words that may stand between an owner and the head."""
_REACH: Final = 4
_BARE_NAMES: Final = frozenset({"name", "metonym", "group"})


class InFront:
    """A walk from the head to the left, until something stands there that is no part of the phrase."""

    def __init__(self, sentence: Sentence, head: int, floor: int) -> None:
        self.sentence, self.codes = sentence, sentence.codes
        self.first, self.total = head, False
        self.owners: list[Party] = []
        self.partners: list[Party] = []
        self.among: int | None = None
        self._head, self._start, self._floor = head, floor, max(floor, head - MAX_MODIFIERS)
        self._goods: list[int] = []
        self._words = 0
        self._walk()
        whole = _WHOLE_IN.search(self.codes, floor, head) or _WHOLE_OF.search(self.codes, floor, self.first)
        if not self.owners and not self._goods and whole is not None:
            self.first = whole.start()
            self.owners.append(party_of(sentence, whole.start(), "owner"))
        self.total = self.total or self._is_total_of_one()

    def _is_total_of_one(self) -> bool:
        """ "Peru's total trade": of one who is named, and so with all; "total trade" alone may be that of two."""
        named = [owner for owner in self.owners if owner.code is not None]
        return len(named) == len(self.owners) == 1 and says_first(self.sentence.items[self._head], "total")

    @property
    def goods(self) -> tuple[int, int] | None:
        """Item range of the commodity words before the head."""
        return (min(self._goods), max(self._goods) + 1) if self._goods else None

    def _walk(self) -> None:
        index = self._head - 1
        while index >= self._floor and self._goes_on(index):
            index -= 1

    def _goes_on(self, index: int) -> bool:
        """Take the item into the phrase; whether the phrase goes on to the left of it."""
        code = self.codes[index]
        if index in self._goods:  # "non" and the hyphen of "non-rural"
            self.first = index
            return True
        if code == "E" and bound_for(self.sentence, index):
            self.first = index
            self.partners.append(party_of(self.sentence, index, "bound"))
            return True
        if code == "E" and self._is_qualifier(index):
            self._take_qualifier(index)
            return True
        if code in "Er2p" and not self._is_world(index):
            if not (self._words and self._needs_possessive(index)):
                self._take_owner(index)
            return False
        if code == "'" and index > self._floor and self.codes[index - 1] in "Er":
            return True
        if code == "'" and self.codes[index - 2 : index] == "Ew" and says(self.sentence.items[index - 1], "member"):
            self._take_owner(index - 2)  # "the South American country's exports"
            return False
        if code not in "Ed" and not (self._belongs(index) or self._says_bound(index)):
            return False
        self.first = index
        return code != "d"

    def _says_bound(self, index: int) -> bool:
        """The hyphen and the word that say so."""
        return any(
            bound_for(self.sentence, at) for at in (index - 1, index - 2) if at >= self._floor and self.codes[at] == "E"
        )

    def _is_qualifier(self, index: int) -> bool:
        """ "Chile's main European trading partners": an adjective between the owner and the head is no owner."""
        demonym = self.sentence.items[index].ref.kind in ADJECTIVE_KINDS
        return demonym and self.codes[index + 1 : index + 2] != "'" and self._reaches_possessor(index)

    def _reaches_possessor(self, index: int) -> bool:
        """Whether only modifiers stand between here and a possessive."""
        return self.codes[max(self._floor, index - _REACH) : index].rstrip("CwvKP")[-1:] in {"'", "p"}

    def _take_qualifier(self, index: int) -> None:
        """The other side of the trade, or the group among which a partner is one."""
        self.first = index
        cue = self.sentence.items[self._head].cue
        if cue is not None and cue.partner:
            self.among = index
        else:
            self.partners.append(party_of(self.sentence, index, "owner"))

    def _is_world(self, index: int) -> bool:
        """ "Kazakhstan's global exports": the world in front of the head is no owner."""
        if self.codes[index] != "E" or self.sentence.items[index].ref.kind != "world":
            return False
        return self._reaches_owner(index) or self.codes[index + 1 : index + 2] == "'"

    def _belongs(self, index: int) -> bool:
        """Whether a word between owner and head belongs to the phrase; what it says is kept."""
        code, item = self.codes[index], self.sentence.items[index]
        if code == "C":
            self._goods.append(index)
        elif code in "&,":
            return self._joins_goods(index)
        elif code == "w":
            return self._takes_word(index)
        elif code in "TJUA-":
            return self._reaches_owner(index)
        elif code == "N":
            return self._takes_noun(index)
        elif code == "v":
            self.total = self.total or says(item, "total")
        else:
            return code in "PKR'"
        return True

    def _takes_noun(self, index: int) -> bool:
        """Whether a trade noun is a part of the phrase: "the total trade", "the international trade deficit"."""
        item = self.sentence.items[index]
        same = item.cue is not None and item.cue.flow == "same"
        self.total = self.total or same or says_first(item, "total")
        cue = item.cue
        return same or (index + 1 == self._head and cue is not None and cue.flow == "turnover" and not cue.partner)

    def _joins_goods(self, index: int) -> bool:
        """Whether a joint stands between two names of goods."""
        before = index > self._floor and self.codes[index - 1] == "C"
        return before and bool(self._goods) and index + 1 == min(self._goods)

    def _takes_word(self, index: int) -> bool:
        """Whether an unknown word belongs to the phrase: it names goods, or an owner stands before it."""
        self._words += 1
        if self._names_goods(index):
            compound = self._is_all_but(index) or self._is_kind_of(index)
            self._goods += range(index - 2, index + 1) if compound else [index]
            return True
        return self._words <= MAX_WORDS and self._reaches_owner(index)

    def _names_goods(self, index: int) -> bool:
        """An unknown word directly before the head or before goods names goods unless it is a known modifier."""
        following = index + 1 == self._head or index + 1 in self._goods
        word = self.sentence.items[index].text
        if following and (self._is_all_but(index) or self._is_kind_of(index)):
            return True
        if index + 1 in self._goods and says(self.sentence.items[index], "states_of_goods"):
            return True
        if not following or is_acronym(word, self.sentence) or is_goods_adjective(word):
            return following
        return is_goods_word(word, noun=True) and self.sentence.is_noun(index)

    def _is_kind_of(self, index: int) -> bool:
        """ "Oil-related exports", "labour-intensive exports": the kind of goods that a compound names."""
        return self.codes[index - 1 : index] == "-" and says(self.sentence.items[index], "kinds_of_goods")

    def _is_all_but(self, index: int) -> bool:
        """ "Non-traditional exports": whatever stands behind "non-" sets a part of the goods apart."""
        return self.codes[index - 1 : index] == "-" and says(self.sentence.items[index - 2], "all_but")

    def _needs_possessive(self, index: int) -> bool:
        """Whether a bare name stands before unknown words, and so is rather the subject of a verb among them."""
        named = self.codes[index] == "E" and self.sentence.items[index].ref.kind in _BARE_NAMES
        return named and self.codes[index + 1 : index + 2] != "'"

    def _reaches_owner(self, index: int) -> bool:
        """Whether only modifiers stand between here and a possessor, so that the phrase goes on to the left."""
        before = self.codes[max(self._floor, index - _REACH) : index].rstrip("CwvKPTJUA-")
        return before[-1:] in {"E", "'", "p", "r"}

    # ---- the owner --------------------------------------------------------------------------------------------------

    def _take_owner(self, index: int) -> None:
        """The possessor, and where two parties are joined ("China-Russia", "Uzbek-Chinese") the other."""
        self.first = index
        if index > 1 and self.codes[index - 1] == "-" and says(self.sentence.items[index - 2], "inside"):
            self.first = index - 2  # "intra-EU trade"
            group = party_of(self.sentence, index, "within")
            self.owners, self.partners = [group], [group]
            return
        if index > 1 and self.codes[index - 1] == "-" and (other := self._of_one_name(index)) is not None:
            self.first = index - 2
            self.owners.append(party_of(self.sentence, index, "pair"))
            self.partners.append(Party(code=other, index=index, how="pair"))
            return
        if index > 1 and (self.codes[index - 2 : index] == "E-" or self._is_headline_pair(index)):
            self.first = index - 2
            self.owners.append(party_of(self.sentence, index - 2, "pair"))
            self.partners.append(party_of(self.sentence, index, "pair"))
            return
        self.owners.append(party_of(self.sentence, index, "owner"))
        if self.codes[index] == "E":
            self._take_list(index)

    def _of_one_name(self, index: int) -> str | None:
        """ "Inter-Korean trade": the other of two states with one adjective."""
        if not says(self.sentence.items[index - 2], "among_two"):
            return None
        others: dict[str, str] = read_toml("wording.toml")["of_one_name"]
        return others.get(self.sentence.items[index].ref.code)

    def _is_headline_pair(self, index: int) -> bool:
        """ "Chile, Peru trade tops $5 billion": a headline's comma joins the two that trade with each other."""
        cue = self.sentence.items[self._head].cue
        return self.codes[: index + 1] == "E,E" and cue is not None and cue.flow == "turnover"

    def _take_list(self, index: int) -> None:
        """Owners before the last one: "Uzbekistan, Turkmenistan and Tajikistan's", "American and Chinese"."""
        found, joints = self._listed_before(index)
        if not found:
            return
        items = self.sentence.items
        kinds = {items[found[0]].ref.kind, items[index].ref.kind}
        alike = len(kinds) == 1 or kinds <= _BARE_NAMES
        if len(found) > 1 or ("," not in joints and alike):
            self.owners[:0] = [party_of(self.sentence, place, "owner") for place in reversed(found)]
            self.first = found[-1]

    def _listed_before(self, index: int) -> tuple[list[int], str]:
        """The economies of the list that ends at ``index`` with "and", from right to left, and what joins them."""
        found: list[int] = []
        at, joints = index, ""
        while True:
            before = self.codes[:at].rstrip(",&'dv")
            parting = self.codes[len(before) : at]
            if "&" not in joints + parting or not parting or before[self._start :][-1:] != "E":
                return found, joints
            at, joints = len(before) - 1, joints + parting
            found.append(at)
