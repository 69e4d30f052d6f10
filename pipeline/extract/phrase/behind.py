"""What stands behind the head of a trade phrase: of which goods, to, from, with, between whom, when."""

from __future__ import annotations

import re
from typing import Final

from pipeline.components.cues import Cue
from pipeline.economy import ADJECTIVE_KINDS
from pipeline.extract.phrase.party import Party, party_of, past, past_adjectives, read_parties
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says, says_first, says_last

IN_COUNTRY: Final = "in"
"""How an owner is named that stands behind "in"."""
MAX_PHRASES: Final = 6
MAX_GOODS: Final = 14
SECTOR_WORDS: Final = 4
LISTED: Final = 2
"""Names behind the owner of a noun for partners that make a list of them."""
_BOTH_FLOWS: Final = re.compile(r"((?:E'?)?v*N)(?![&g])")
"""One term for the two: "the gap between US exports and imports"."""
_TWO_FLOWS: Final = re.compile(
    r"([dvwpErWC'-]{0,8}[NV])[dvwCPE,tfr]{0,4}[&g]([dvwpErWC'-]{0,6}[NV])(?:(?:[tf][dv]*)?[wEr](?=[TLU,P]))?"
)
_GIVEN: Final = re.compile(r"[dvw]{0,2}C[Cw]{0,2}L|h[dv]*Q")
_MARKET_FOR: Final = re.compile(r"[io][dv]*(?P<owner>[Ep])'?[vwCK]{0,4}N")
_MEASURED: Final = re.compile(r"\((?:[dv]+|N)\)(?=[dv]*[tfhoi])")
_GROWTH_WITH: Final = re.compile(r"[JT](?=[tfh][dv]*E)")
_BOTH_WAYS: Final = re.compile(r"[tf]&[tf]")
"""Prepositions of both flows with one other side: "exports and imports to and from Peru"."""
_OWNER_SIDE: Final = {"export": "fb", "import": "tb", "turnover": "b", "balance": "b"}
"""The prepositions that name the owner of each flow; the others name the partner."""
_SECTOR: Final = re.compile(r"[dv]*[Cw](?:[Cw-]|,?&|,){0,5}w")
"""Goods, and the noun for those who make them."""
_MORE_PAIRS: Final = re.compile(
    r"(?:(?:,?[dv]*&|,)[dv]*[wv-]{0,3}[Cw][Cw-]{0,3}[tf][dv]*E(?!'))+(?=[dvA]*[TULJ]|b[dv]*E)"
)
"""Behind goods with a side: more goods, each with its own, up to the verb."""


class Behind:
    """A walk from the head to the right, phrase by phrase, until one is none of ours."""

    def __init__(self, sentence: Sentence, head: int, cue: Cue) -> None:
        self.sentence, self.codes, self.cue = sentence, sentence.codes, cue
        self.owners: list[Party] = []
        self.partners: list[Party] = []
        self.goods: tuple[int, int] | None = None
        self.among: int | None = None
        self.part = False
        self.last = head + 1
        self._walk(head)
        self.last = self._past_pairs()

    def _past_pairs(self) -> int:
        """Where a phrase ends that lists goods, each with its side: "imports of tin from Peru and zinc from Chile"."""
        found = _MORE_PAIRS.match(self.codes, self.last) if self.partners and self.goods else None
        if found is None:
            return self.last
        how = self.partners[-1].how
        sides = (at for at in range(*found.span()) if self.codes[at] == "E")
        self.partners += [party_of(self.sentence, at, how) for at in sides]
        return found.end()

    def _walk(self, head: int) -> None:
        if (self.cue.agent or self.cue.ranked) and self._is_apposed():
            sides = self.owners if self.cue.agent else self.partners  # "main origin China"
            sides.append(party_of(self.sentence, self.last, "owner" if self.cue.agent else "apposed"))
            self.last += 1
            return
        if self.cue.code == "V":
            self._object(past(self.codes, self.last, "dv"), self.codes[head])
        elif _GROWTH_WITH.match(self.codes, self.last):
            self.last += 1  # "export growth to Peru"
        for _ in range(MAX_PHRASES):
            if self._is_among_both(self.last):
                self.partners.append(Party(code=None, index=self.last, how="between"))
                self.last += 1
            at = past(self.codes, self._past_measure(), "dv")
            taken = self._next(at) if at < len(self.codes) else None
            if taken is None:
                return
            self.last = taken

    def _past_measure(self) -> int:
        """Where the phrase goes on behind brackets that say how it was measured: "imports (by volume) from Peru"."""
        found = _MEASURED.match(self.codes, self.last)
        return self.last if found is None else found.end()

    def _is_among_both(self, at: int) -> bool:
        """ "Trade between them": the two whom the text is about."""
        both = self.cue.flow in {"turnover", "balance"} and not self.cue.partner and not self.partners
        return both and at < len(self.codes) and says(self.sentence.items[at], "both_sides")

    def _is_apposed(self) -> bool:
        """ "The leading exporter China": whose trade it is, named right behind the trader's noun."""
        return self.codes[self.last : self.last + 1] == "E" and self.codes[self.last + 1 : self.last + 2] != "'"

    def _object(self, at: int, verb: str) -> None:
        """What a verb of trade is done with or to: "sold cars", "sent the kingdom $2 billion", "imported Thai rice"."""
        code, following = self.codes[at : at + 1], self.codes[at + 1 : at + 2]
        given = code in {"E", "r"} and (following in FIGURES or self._is_given(at))
        reached = verb in "LS" and code == "E"  # "reached Peru", "went to Peru"
        if (given and (self.cue.flow == "export" or verb != "V")) or (self.cue.flow == "export" and reached):
            self.partners.append(party_of(self.sentence, at, "to-whom"))
            self.last = at + 1
        elif self.cue.flow == "import" and code == "E" and (goods := self._goods_of_economy(at)) is not None:
            self.partners.append(party_of(self.sentence, at, "of"))
            self.last = self._goods_phrase(goods)
        elif self.codes[past(self.codes, at, "w") :][:1] == "C":
            self.last = self._goods_phrase(at)

    def _is_given(self, at: int) -> bool:
        """ "Sent Egypt goods worth …": a country by its name, with the goods right behind it."""
        named = self.codes[at] == "E" and self.sentence.items[at].ref.kind in {"name", "group"}
        return named and _GIVEN.match(self.codes, at + 1) is not None

    def _next(self, at: int) -> int | None:
        """The index after the phrase that begins at ``at``; None where it is none of ours."""
        if self.codes[at] == "P":
            return at + 1
        if _BOTH_WAYS.match(self.codes, at):
            at += 2
        if self._is_outside(at):
            self.partners.append(party_of(self.sentence, at, "t"))
            return at + 1
        if says(self.sentence.items[at], "there") and not self.partners:
            if not self.cue.partner:  # "its largest trading partner there": one of those who are there
                self.partners.append(Party(code=None, index=at, how="there"))
            return at + 1
        return self._phrase(self.codes[at], at)

    def _is_outside(self, at: int) -> bool:
        """ "Sales abroad", "sales outside the EU": where goods go, with no preposition."""
        sells = self.cue.flow == "export" and not self.partners
        return sells and self.codes[at] == "E" and says_first(self.sentence.items[at], "going_out")

    def _phrase(self, code: str, at: int) -> int | None:
        """The index after the prepositional phrase that begins at ``at``; None where it is none of ours."""
        if self.cue.partner and code in "io" and (whole := self._market_for(at)) is not None:
            return whole
        inner = past(self.codes, at + 1, "dv")
        if code in "tfnh":
            inner = past_adjectives(self.codes, inner)
        if code == "h" and not (inner < len(self.codes) and says(self.sentence.items[inner], "rest")):
            inner = past(self.codes, inner, "dvw")
        if inner >= len(self.codes):
            return None
        if code == "B":
            return self._without(at, inner)
        if self._is_within(at, inner):
            group = party_of(self.sentence, inner, "within")
            self.owners, self.partners = [group], [group]
            return inner + 1
        if code == "b" and (traders := self._traders(inner)) is not None:
            return traders
        if code in "tfh" and not self.partners and says(self.sentence.items[inner], "there"):
            self.partners.append(Party(code=None, index=inner, how="there"))
            return inner + 1  # "imports from there"
        if code in "tfhb":
            return self._side(code, inner)
        if code == "&" and self.codes[inner] in "tf":
            return self._phrase(self.codes[inner], inner)
        if code == "u" and self.codes[past(self.codes, inner, "w") :][:1] == "C" and self._is_outlay():
            return self._goods_phrase(inner)  # "expenditure on building materials"
        readers = {"o": self._of, "n": self._between, "i": self._in}
        return readers[code](inner) if code in readers else None

    def _is_outlay(self) -> bool:
        """ "Import expenditure": what a country spends is on some goods."""
        return self.goods is None and says_last(self.sentence.items[self.last - 1], "outlays")

    def _market_for(self, at: int) -> int | None:
        """ "The main destination for Chilean exports": the index after the trade that the partner is one of."""
        found = _MARKET_FOR.match(self.codes, at)
        cue = self.sentence.items[found.end() - 1].cue if found is not None else None
        if found is None or cue is None or cue.flow != self.cue.flow or cue.partner or self.owners:
            return None
        self.owners.append(party_of(self.sentence, found.start("owner"), "for"))
        goods = self.codes.find("C", found.start(), found.end())
        if goods >= 0 and self.goods is None:
            self.goods = (goods, found.end() - 1)
        return found.end()

    def _without(self, at: int, inner: int) -> int | None:
        """ "Exports excluding oil": goods as printed."""
        if self.goods is not None or not says(self.sentence.items[at], "excluding"):
            return None
        end = self._goods_phrase(inner)
        self.goods = (at, end)
        return end

    def _side(self, preposition: str, at: int) -> int | None:
        """ "To China", "from the EU": owner or partner, as the flow has it."""
        parties, end = read_parties(self.sentence, at, preposition)
        if (
            preposition == "f"
            and len(parties) < LISTED
            and (sector := self._selling(end if parties else at)) is not None
        ):
            self.owners.extend(parties)
            return sector
        if not parties or (preposition == "b" and self.owners):
            return None
        owner_side = _OWNER_SIDE.get(str(self.cue.flow), "b")  # "the total to China" has no flow of its own
        (self.owners if preposition in owner_side else self.partners).extend(parties)
        return end

    def _selling(self, at: int) -> int | None:
        """ "Exports from the (Dutch) dairy and meat sectors": the index after what sells, by its goods."""
        found = _SECTOR.match(self.codes, at) if self.cue.flow == "export" and self.goods is None else None
        if found is None or not says(self.sentence.items[found.end() - 1], "sectors"):
            return None
        self.goods = found.span()
        return found.end()

    def _between(self, at: int) -> int | None:
        """ "between A and B", "between US exports and imports"."""
        if self.cue.flow == "balance" and (end := self._flows(at)) is not None:
            owner = next((place for place in range(at, end) if self._may_own(place)), None)
            if owner is not None:
                self.owners.append(party_of(self.sentence, owner, "owner"))
            return end
        parties, end = read_parties(self.sentence, at, "between")
        if not parties:
            return None
        self.owners.append(parties[0])
        self.partners.extend(parties[1:])
        return end

    def _may_own(self, at: int) -> bool:
        """Whether an item can be whose flows they are: "what Peru sells abroad", "what it sells to the world"."""
        return self.codes[at] in "pr" or (self.codes[at] == "E" and self.sentence.items[at].ref.kind != "world")

    def _flows(self, at: int) -> int | None:
        """The index after the two flows whose difference is meant: "between what the US sells and what it buys"."""
        span = _TWO_FLOWS.match(self.codes, at) or _BOTH_FLOWS.match(self.codes, at)
        if span is None:
            return None
        flows = [self.sentence.items[span.end(group) - 1].cue for group in range(1, len(span.groups()) + 1)]
        meant = {cue.flow for cue in flows if cue is not None}
        return span.end() if meant in ({"export", "import"}, {"turnover"}) else None

    # ---- in ---------------------------------------------------------------------------------------------------------

    def _in(self, at: int) -> int | None:
        """ "In May", "in steel", "for Thailand", "in its trade with China"."""
        code = self.codes[at]
        if code == "P":
            return at + 1
        if code == "C" and self.goods is None:
            return self._goods_phrase(at)
        if code == "w" and self.goods is None and (sector := self._sector(at)) is not None:
            return sector
        if code in "Er" and self.cue.partner:
            return self._of_partner(at)
        if code == "r" and self.cue.flow == "turnover":
            self.partners.append(party_of(self.sentence, at, "for"))
            return at + 1
        if code == "E" and self._is_home(at):
            self.owners.append(party_of(self.sentence, at, IN_COUNTRY))
            return at + 1
        return self._in_trade(at) if self.cue.flow == "balance" else None

    def _is_home(self, at: int) -> bool:
        """ "The trade surplus in Peru", "exports in Peru": where a flow is measured, a country by its name."""
        named = self.sentence.items[at].ref.kind == "name" and self.codes[at + 1 : at + 2] not in {"'", "N", "&", ","}
        return named and not (self.cue.weak or self.owners or self.partners)

    def _is_within(self, at: int, inner: int) -> bool:
        """ "Trade among the member states": both sides are the group that the text speaks of."""
        if self.codes[at] not in "nil" or self.codes[inner] != "r" or not says(self.sentence.items[at], "among"):
            return False
        cue = self.sentence.items[inner].cue
        return cue is not None and cue.group and self.codes[inner + 1 : inner + 2] not in {"&", "'"}

    def _traders(self, at: int) -> int | None:
        """ "Exports by foreign-funded enterprises": the index after those who are only a part of all traders."""
        for end in range(at, min(at + SECTOR_WORDS, len(self.codes))):
            if says(self.sentence.items[end], "traders"):
                self.part = True
                return end + 1
            if self.codes[end] not in "wC-v":
                return None
        return None

    def _sector(self, at: int) -> int | None:
        """ "Exports in the real sector": the index after a part of trade that is named by a word for such parts."""
        for end in range(at, min(at + SECTOR_WORDS, len(self.codes))):
            if self.codes[end] not in "wC":
                return None
            if says(self.sentence.items[end], "sectors"):
                self.goods = (at, end + 1)
                return end + 1
        return None

    def _of_partner(self, at: int) -> int:
        """ "The largest market for Thailand", "the largest partner in Central Asia"."""
        for_whom = self.codes[at] == "E" and says(self.sentence.items[at - 1], "for_whom") and not self.owners
        if not for_whom:
            self.among = at
            return at + 1
        self.owners.append(party_of(self.sentence, at, "for"))
        return self._goods_phrase(at + 1) if self.codes[at + 1 : at + 2] == "C" else at + 1

    def _in_trade(self, at: int) -> int | None:
        """ "Deficit in trade with China", "deficit in its trade with China"."""
        if self.codes[at] == "N" and at + 1 < len(self.codes):
            return at + 1
        if self.codes[at : at + 2] != "pN":
            return None
        self.owners.append(party_of(self.sentence, at, "owner"))
        return at + 2

    # ---- of ---------------------------------------------------------------------------------------------------------

    def _of(self, at: int) -> int | None:
        """ "Of steel", "of Chinese steel", "of the five states"."""
        at += self._counts_members(at)
        code = self.codes[at]
        if code == "E" and (goods := self._goods_of_economy(at)) is not None:
            self._goods_owners().append(party_of(self.sentence, at, "of"))
            return self._goods_phrase(goods)
        if code == "E" and not self.owners:
            parties, end = read_parties(self.sentence, at, "of")
            if self.cue.partner and len(parties) != 2 and (named := self._named_partners(parties, at)) is not None:
                return named
            self.owners.extend(parties)
            return end
        if code in "Cw" and self.goods is None:
            return self._goods_phrase(at)
        if code == "r":
            self.owners.append(party_of(self.sentence, at, "of"))
            return at + 1
        return None

    def _named_partners(self, parties: list[Party], at: int) -> int | None:
        """ "The top partners of Peru, Chile, Cuba and Japan": the index after their names, which follow the owner's."""
        begin = past(self.codes, at + 1, ",dv")
        named, end = read_parties(self.sentence, begin, "apposed") if self.codes[begin : begin + 1] == "E" else ([], at)
        if len(named) < LISTED:
            return None
        self.owners.extend(parties[:1])
        self.partners.extend(named)
        return end

    def _goods_of_economy(self, at: int) -> int | None:
        """Where the goods begin that an economy qualifies ("of Chinese steel"); None where it does not."""
        after = past(self.codes, at + 1, "v")
        code = self.codes[after : after + 1]
        adjective = self.sentence.items[at].ref.kind in ADJECTIVE_KINDS or code == "C"
        return after if code in {"C", "w"} and adjective and self.codes[at + 1] != "'" else None

    def _goods_owners(self) -> list[Party]:
        """Whose goods they are: imports "of Chinese steel" come from the partner."""
        return self.partners if self.cue.flow == "import" else self.owners

    def _goods_phrase(self, at: int) -> int:
        """Goods after "of" or "in": words up to a verb, a preposition or a figure; lists of goods are kept whole."""
        end, last_goods = at, at
        while end < len(self.codes) and end - at < MAX_GOODS:
            code = self.codes[end]
            if self._counts_members(end):
                break
            if code in "Cw":
                last_goods = end + 1
            elif code not in "-vod" and not (code in "&," and self._list_goes_on(end)):
                break
            end += 1
        last = max(last_goods, at + 1)
        self.goods = self.goods or (at, last)
        return last

    def _counts_members(self, at: int) -> bool:
        """ "Exports of goods of the 27 EU states": a number before the name of a group."""
        return self.codes[at : at + 2] == "wE" and self.sentence.items[at].text.isdigit()

    def _list_goes_on(self, at: int) -> bool:
        return self.codes[at + 1 : at + 2] in {"C", "w", "v", "&"} and "C" in self.codes[at : at + 4]
