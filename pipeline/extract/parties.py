"""Who trades with whom: reporter and partner of a figure, from its phrase, clause and sentence, or the text before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.economy import members
from pipeline.extract.binding import Binding
from pipeline.extract.frame import Frame, Known
from pipeline.extract.items import FIGURES, Item, Sentence
from pipeline.extract.nominals import Nominal, Party, read_parties

WORLD: Final = "world"
GROUP_YEAR: Final = 2024
"""Membership is only asked for to see who belongs together; the year hardly matters."""
_TRAILING: Final = {"export": ("t", "f"), "import": ("f", "t"), "turnover": ("h", ""), "balance": ("h", "")}
_ENTRY: Final = re.compile(r"E(?:\(w+\))?[dvw]?'?[(:@hLd,vRTS-]{0,4}$")


_JOINED: Final = re.compile(r"E(?:[dv]*,[dv]*E)*[dv,]*&[dv]*E(?!')")
_GOVERNORS: Final = frozenset("tfhobn@gu")
_BREAK: Final = re.compile(r"[;yEQ%MN]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot's value, the characters it was read from, by which rule, and whether they lie outside the clause."""

    value: str
    start: int
    end: int
    rule: str
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Reporter and partner of a figure; None where the text does not settle it."""

    reporter: Slot | None = None
    partner: Slot | None = None
    whole: Slot | None = None
    """Share only: the partner of the whole, where it is not the world."""


def decide_parties(
    sentence: Sentence,
    binding: Binding,
    frame: Frame,
    nominals: tuple[Nominal, ...],
    *,
    measure: str = "level",
    earlier: Parties | None = None,
) -> Parties:
    """The two sides of the figure's flow, the closest evidence first."""
    nominal = binding.nominal
    assert nominal is not None  # only bound figures are asked about
    search = _Search(sentence, binding.figure, nominal, frame, nominals)
    search.earlier = earlier
    if earlier is not None and search.goes_on(binding):
        return earlier if measure == "share" else replace(earlier, whole=None)
    return search.share(binding) if measure == "share" else search.parties(binding)


class _Search:
    """One figure's search for its two sides."""

    def __init__(self, sentence: Sentence, figure: int, nominal: Nominal, frame: Frame, nominals: tuple[Nominal, ...]):
        self.sentence, self.figure, self.nominal, self.frame = sentence, figure, nominal, frame
        self.nominals = nominals
        self.items, self.codes = sentence.items, sentence.codes
        self.own = nominal.first >= 0
        self.earlier: Parties | None = None
        self.part: str | None = None

    def goes_on(self, binding: Binding) -> bool:
        """Whether the figure only goes on from the one before it: no economy stands between or right behind them."""
        if (
            binding.previous is None
            or binding.rule in {"entry", "next-part", "goods-entry"}
            or "respectively" in self._words()
        ):
            return False
        between = self.codes[binding.previous.figure + 1 : self.figure]
        behind = self._trailing()
        return not set(between) & set("Er2") and behind == (None, None)

    def _between_behind(self) -> Parties | None:
        """ "$94.8 billion between China and Central Asia": both sides behind a figure that has no trade phrase."""
        found = re.match(r"[dv]*n[dvw]*E[dv]*&[dvw]*E", self.codes[self.figure + 1 :])
        if found is None or self.own:
            return None
        places = [self.figure + 1 + at for at, code in enumerate(found[0]) if code == "E"]
        return Parties(reporter=self._slot(places[0], "between"), partner=self._slot(places[1], "between"))

    def parties(self, binding: Binding) -> Parties:
        """The phrase's own sides, then those behind the figure, then the clause's, then what the text has settled."""
        reporter, partner = self._joined(self.nominal.owners), self._joined(self.nominal.partners)
        trailing_partner, trailing_reporter = self._trailing()
        partner, reporter = self._own_destination(binding) or partner or trailing_partner, reporter or trailing_reporter
        subject, entry = self._not_part(self._subject()), self._not_part(self._entry())
        partner = self._that_with() or partner
        together = self._together() or self._between_behind()
        if together is not None:
            return together
        if (
            entry is not None
            and binding.rule == "entry"
            and (varied := self._varied(entry, reporter, partner)) is not None
        ):
            return varied
        if self._two_meant() and self.frame.pair is not None:
            return self._pair(None)
        if self.nominal.cue.pair and not (reporter and partner):
            said = self._said_pair(reporter or partner or subject)
            if said is not None:
                return said
        if entry and self.nominal.cue.partner and partner is None:
            partner = entry
            subject = subject if subject and subject.value != entry.value and not self._precedes_list() else None
        if reporter is None and partner is None:
            said = self._partner_phrase() if self.own else self._listed(entry or subject)
            if said is not None:
                return said
        if entry and partner is None and reporter is not None and reporter.value != entry.value:
            partner = entry
        home = self.frame.home
        if subject and reporter is None and partner is None and self._ranks() and home and home.value != subject.value:
            reporter, partner = _inherit(home, "home"), subject
        if subject and reporter is None and (partner is None or partner.value != subject.value):
            reporter = subject
        takes = self.nominal.cue.partner or (binding.side == "after" and self.nominal.flow == "export" and self.own)
        if subject and partner is None and reporter and subject.value != reporter.value and takes:
            partner = subject
        if partner is None and self.nominal.cue.partner:
            partner = self._predicate(reporter)
        return self._from_frame(reporter, partner)

    def _own_destination(self, binding: Binding) -> Slot | None:
        """A later figure's own side right behind it ("…, 30% to Asia", "the 3.3% decline in North America")."""
        between = self.codes[max(self.nominal.last, 0) : self.figure] if binding.side != "after" else ""
        if not self.own or (not self.nominal.partners and binding.side != "chain") or not set(between) & FIGURES:
            return None
        found = re.match(r"(?:[dv]*[TJ][dvw]*i|[dv]*[tfh])[dv]*E(?!['N])", self.codes[self.figure + 1 :])
        if found is None or self.nominal.flow not in {"export", "import", "turnover"}:
            return None
        return self._slot(self.figure + found.end(), "behind")

    def _predicate(self, reporter: Slot | None) -> Slot | None:
        """ "Italy's biggest trading partner was Slovakia": the partner behind the verb."""
        found = re.match(r"[vP(),iEd]*?L[vd]*E(?!')", self.codes[self.nominal.last :])
        if found is None:
            return None
        slot = self._slot(self.nominal.last + found.end() - 1, "predicate")
        return slot if reporter is None or slot.value != reporter.value else None

    def _that_with(self) -> Slot | None:
        """ "… and that with Canada 165 %", "those from third countries grew by 0.5 %": the same flow with another."""
        found = re.search(r"d([hft])[dv]*E[vTbALP]*$", self.codes[: self.figure])
        if found is None or self.items[found.start()].text.lower() not in {"that", "those"}:
            return None
        return self._slot(found.start() + found[0].index("E"), "that-with")

    def _ranks(self) -> bool:
        """ "On the import side China came first with …": whoever is ranked in bare exports or imports is a partner."""
        return self.own and self.nominal.flow in {"export", "import"} and "R" in self.codes[: self.figure]

    def _two_meant(self) -> bool:
        """Whether the phrase's only sides are "the two countries" or "their"."""
        sides = [*self.nominal.owners, *self.nominal.partners]
        if (
            not sides
            or any(side.code is not None for side in sides)
            or self.nominal.flow not in {"turnover", "balance"}
        ):
            return False
        return any(self.codes[side.index] == "2" or self.items[side.index].text.lower() == "their" for side in sides)

    def _precedes_list(self) -> bool:
        """Whether the list of partners begins before this entry: then the clause has no subject of its own."""
        return "E" in self.codes[self.nominal.last : self.figure]

    def _together(self) -> Parties | None:
        """ "Kazakhstan and China may push their trade to …", "Georgia and Armenia together traded … with China"."""
        nominal = self.nominal
        anaphor = any(self.codes[owner.index] in "p2r" for owner in nominal.owners if owner.code is None)
        if not self.own:
            return self._sum_before()
        if nominal.flow not in {"turnover", "balance"} or (nominal.owners and not anaphor):
            return None
        before = self.codes[: nominal.first]
        joined = [
            match for match in _JOINED.finditer(before) if before[: match.start()].rstrip("dvw")[-1:] not in _GOVERNORS
        ]
        if not joined or (not anaphor and _BREAK.search(before[joined[-1].end() :])):
            return None
        places = [at for at in range(joined[-1].start(), joined[-1].end()) if before[at] == "E"]
        sides = [self._slot(at, "joined") for at in places]
        if nominal.partners or set(self._words().split()) & {"together", "combined", "jointly"}:
            partner = self._joined(nominal.partners) or self._trailing()[0]
            total = Slot(
                value="+".join(side.value for side in sides), start=sides[0].start, end=sides[-1].end, rule="sum"
            )
            return Parties(reporter=total, partner=partner) if partner is not None else None
        return Parties(reporter=sides[0], partner=sides[1]) if len(sides) == 2 else None

    def _sum_before(self) -> Parties | None:
        """ "Latvia, Lithuania and Estonia together managed $28.1 billion": their sum, with whom the text says."""
        joined = _JOINED.search(self.codes[: self.figure])
        if joined is None or not set(self._words().split()) & {"together", "combined", "jointly"}:
            return None
        sides = [self._slot(at, "joined") for at in range(joined.start(), joined.end()) if self.codes[at] == "E"]
        total = Slot(value="+".join(side.value for side in sides), start=sides[0].start, end=sides[-1].end, rule="sum")
        return Parties(reporter=total, partner=self._from_pair(total, said_reporter=True))

    def _varied(self, entry: Slot, reporter: Slot | None, partner: Slot | None) -> Parties | None:
        """The next entry of a row: the side that the first entry named is the one that changes."""
        if entry.value in {reporter and reporter.value, partner and partner.value}:
            return None
        place = next(at for at, item in enumerate(self.items) if item.start == entry.start)
        if self.codes[place + 1 : place + 2] == "'" and reporter is not None:  # "…, and Canada's $377.2 billion"
            return self._from_frame(entry, partner)
        if partner is not None or self.nominal.cue.partner:
            return self._from_frame(reporter, entry)
        home = self.frame.home
        if reporter is not None and home is not None and reporter.value == home.value:
            return Parties(reporter=reporter, partner=entry)
        return self._from_frame(entry, None) if reporter is not None else None

    def _partner_phrase(self) -> Parties | None:
        """ "The US is Thailand's third-largest market, with imports of …": the pair of the phrase before."""
        if any(nominal.cue.partner and nominal.flow for nominal in self.nominals if nominal.head < self.nominal.head):
            return self._phrase_pair(partner_only=True)
        return None

    def _not_part(self, slot: Slot | None) -> Slot | None:
        """A side of the whole is never the one whose share is given."""
        return None if slot is None or slot.value == self.part else slot

    def _listed(self, named: Slot | None) -> Parties | None:
        """A figure without a trade phrase, under the name of an economy: one more partner of whom the list is about."""
        owner = self.frame.reporter
        if named is None or owner is None or named.value == owner.value:
            return None
        home = self.frame.home
        if self.frame.listing or (home is not None and owner.value == home.value):
            return Parties(reporter=_inherit(owner, "list-owner"), partner=named)
        return None

    def share(self, binding: Binding) -> Parties:
        """A share's part and whole: "Kazakhstan accounts for half of China's trade with Central Asia"."""
        part = self._part(binding)
        self.part = part.value if part is not None else None
        whole = self.parties(binding)
        if (
            whole.reporter is None
            or part is None
            or part.value in {whole.reporter.value, whole.partner and whole.partner.value}
        ):
            return whole
        named = whole.partner if whole.partner is not None and whole.partner.value != WORLD else None
        return Parties(reporter=whole.reporter, partner=part, whole=named)

    def _part(self, binding: Binding) -> Slot | None:
        """Whose share it is: the owner of "share", the subject of "accounts for", the entry of a list."""
        entry = self._entry() or self._destination(binding)
        if entry is not None:
            return entry
        for at in range(self.figure - 1, -1, -1):
            if self.codes[at] == "s":
                return self._holder(at) or self._possessor(at)
            if self.codes[at] == "S":
                return self._part_before(at)
        return None

    def _destination(self, binding: Binding) -> Slot | None:
        """ "35.9 % of exports went to CIS countries", "80 % of exports … were with the US and Canada"."""
        if binding.side != "after" or not self.own:
            return None
        rest = self.codes[self.nominal.last :]
        found = re.match(r"[^SytfhT;]{0,12}?[LvdT]{0,3}(?:S|[tfh](?:&[tfh])?)[dv]*E", rest)
        if found is None or any(code in "y;" for code in found[0]):
            return None
        parties, _ = read_parties(self.items, self.codes, self.nominal.last + found.end() - 1, "behind")
        return self._joined(tuple(parties))

    def _holder(self, at: int) -> Slot | None:
        """ "The share of Denmark in Britain's trade": the economy right behind the word, where the whole follows."""
        found = re.match(r"o?[dv]*E(?!')[vP]*i", self.codes[at + 1 :])
        if found is None:
            return None
        place = at + 1 + found[0].index("E")
        return (
            None if self.nominal.first <= place < self.nominal.last and self.own else self._slot(place, "share-owner")
        )

    def _possessor(self, at: int) -> Slot | None:
        """ "its share", "China's share", "the US share"."""
        before = at - 1
        while before >= 0 and self.codes[before] in "'vwK":
            before -= 1
        if before >= 0 and self.codes[before] in "Epr":
            return self._party(Party(code=self._code(before), index=before, how="share-owner"))
        return None

    def _part_before(self, at: int) -> Slot | None:
        for nominal in reversed(self.nominals):
            another = nominal.last <= at and nominal is not self.nominal and nominal.flow and nominal.owners
            if another and not set(self.codes[nominal.last : at]) & set("y;E"):
                return self._joined(nominal.partners) or self._party(nominal.owners[-1])
        joined = re.search(r"E(?:[dv,]*E)*[dv,]*&[dv]*E[vA]*$", self.codes[:at])
        if joined is not None:
            parties, _ = read_parties(self.items, self.codes, joined.start(), "subject")
            return self._joined(tuple(parties))
        before = at - 1
        while before >= 0 and self.codes[before] in "vAdP,":
            before -= 1
        if before >= 0 and self.codes[before] in "Er" and self.own:
            return self._party(Party(code=self._code(before), index=before, how="subject"))
        return self._subject_before(at)

    def _code(self, at: int) -> str | None:
        return self.items[at].ref.code if self.codes[at] == "E" else None

    def _from_frame(self, reporter: Slot | None, partner: Slot | None) -> Parties:
        said_reporter = reporter is not None
        if reporter is None:
            reporter = self._possessor_subject(partner)
            said_reporter = reporter is not None
        if partner is None and reporter is not None and self.nominal.flow == "turnover" and self.own:
            partner = self._place(reporter)
        if reporter is None and partner is None and (said := self._earlier_phrase()) is not None:
            return said
        before = self.earlier
        nobody = reporter is None and partner is None and self.own and not self._of_everybody()
        if nobody and before and before.reporter and before.partner and before.partner.value != WORLD:
            return Parties(
                reporter=replace(before.reporter, inherited=True), partner=replace(before.partner, inherited=True)
            )
        if reporter is None:
            reporter = self._sentence_owner(partner) or self._inherited_reporter(partner)
        if partner is None:
            partner = self._fronted_partner(reporter)
        if partner is None:
            partner = self._carried_partner(reporter, said_reporter=said_reporter)
        if reporter is not None and partner is not None and reporter.value == partner.value:
            other = self._other_side(partner)
            reporter, partner = (other, partner) if other is not None else (reporter, None)
        if partner is None and reporter is not None:
            partner = Slot(value=WORLD, start=reporter.start, end=reporter.end, rule="nobody-named")
        return Parties(reporter=reporter, partner=partner)

    # ---- the phrase -------------------------------------------------------------------------------------------------

    def _joined(self, parties: tuple[Party, ...]) -> Slot | None:
        """One side as a slot; several economies are an ad-hoc sum."""
        slots = [slot for slot in (self._party(party) for party in parties) if slot is not None]
        if not slots:
            return None
        if len(slots) == 1:
            return slots[0]
        aligned = self._aligned(slots)
        if aligned is not None:
            return aligned
        codes = list(dict.fromkeys(slot.value for slot in slots))
        return Slot(value="+".join(codes), start=slots[0].start, end=slots[-1].end, rule="sum")

    def _aligned(self, slots: list[Slot]) -> Slot | None:
        """ "… to the EU, the US and China rose 3 %, 2 % and 1 %, respectively": the figure's own member of it."""
        figures = [index for index in self.sentence.figures() if index > self._last_item(slots)]
        kinds = [index for index in figures if self.codes[index] == self.codes[self.figure]]
        text = self._words()
        if self.figure in kinds and len(kinds) >= len(slots) and "respectively" in text:
            place = kinds.index(self.figure)
            return slots[place] if place < len(slots) else None
        return None

    def _last_item(self, slots: list[Slot]) -> int:
        return max(i for i, item in enumerate(self.items) if item.start <= slots[-1].start)

    def _words(self) -> str:
        return " ".join(item.text.lower() for item in self.items if item.code in "vw")

    def _party(self, party: Party) -> Slot | None:
        item = self.items[party.index]
        if party.how == "there":
            return self._there()
        if party.code is not None and (member := self._member_meant(party.index)) is not None:
            return member
        if party.code is not None:
            return Slot(value=party.code, start=item.start, end=item.end, rule=party.how)
        cue = item.cue
        if item.code == "2":
            known = self.frame.pair[0] if self.frame.pair else None
            return _inherit(known, "pair")
        if cue is not None and (cue.group or "bloc" in item.text or "region" in item.text):
            return self._group_before(party.index) or _inherit(self.frame.group, "group-anaphor")
        return self._antecedent(party.index)

    def _there(self) -> Slot | None:
        """ "Sales there": the partner said last, else the last economy that is not whom the article is about."""
        home = self.frame.home.value if self.frame.home else None
        for known in (self.frame.partner, self.frame.subject, self.frame.reporter):
            if known is not None and known.value not in {WORLD, home}:
                return _inherit(known, "there")
        return None

    def _member_meant(self, index: int) -> Slot | None:
        """ "The South American supplier", "the Central Asian country": the member that the text is about."""
        item = self.items[index]
        if item.ref.kind not in {"group-demonym", "group"} or index + 1 >= len(self.items):
            return None
        noun = self.items[index + 1]
        single = noun.text.lower() in {
            "country",
            "nation",
            "state",
            "republic",
            "economy",
            "supplier",
            "giant",
            "partner",
            "neighbour",
            "neighbor",
        }
        if not single or self.items[index - 1].text.lower() not in {"the", "this"}:
            return None
        inside = members(item.ref.code, GROUP_YEAR)
        for known in (self.frame.subject, self.frame.home, self.frame.reporter, self.frame.partner):
            if known is not None and known.value in inside:
                return _inherit(known, "member")
        return None

    def _group_before(self, index: int) -> Slot | None:
        for at in range(index - 1, -1, -1):
            item = self.items[at]
            if item.code == "E" and item.ref.kind in {"group", "group-demonym"}:
                return Slot(value=item.ref.code, start=item.start, end=item.end, rule="group-anaphor")
        return None

    def _antecedent(self, index: int) -> Slot | None:
        """Whom "its" or "the country" means: the subject or owner said last in the sentence, else before it."""
        subject = self._subject_before(index)
        if subject is not None:
            return replace(subject, rule="anaphor")
        for nominal in reversed(self.nominals):
            if nominal.last <= index and nominal.owners and nominal.owners[-1].code:
                return self._slot(nominal.owners[-1].index, "anaphor")
        return _inherit(self.frame.subject or self.frame.reporter or self.frame.home, "anaphor")

    def _slot(self, index: int, rule: str, *, inherited: bool = False) -> Slot:
        item = self.items[index]
        return Slot(value=item.ref.code, start=item.start, end=item.end, rule=rule, inherited=inherited)

    # ---- the clause -------------------------------------------------------------------------------------------------

    def _subject(self) -> Slot | None:
        return self._subject_before(min(self.figure, max(self.nominal.head, 0) + 1) if self.own else self.figure) or (
            self._subject_before(self.figure)
        )

    def _subject_before(self, limit: int) -> Slot | None:
        """The economy that the clause is about: not behind a preposition, no possessor, not in a trade phrase."""
        clause = max((at for at in range(limit) if self.codes[at] in "y;"), default=-1)
        inside = {at for nominal in self.nominals for at in range(nominal.first, nominal.last)}
        found = None
        for at in range(limit):
            if self.codes[at] not in "Er" or at in inside or not self._is_subject(at):
                continue
            slot = (
                self._party(
                    Party(code=self.items[at].ref.code if self.codes[at] == "E" else None, index=at, how="subject")
                )
                if (self.codes[at] == "E" or at == 0 or self.items[at].text.lower() not in {"it", "they"})
                else _inherit(self.frame.subject or self.frame.reporter, "anaphor")
            )
            if slot is not None and (found is None or at > clause):
                found = slot
        return found

    def _is_subject(self, at: int) -> bool:
        before = self.codes[:at].rstrip("dv")
        if before and (
            before[-1] in "tfhoibn@gBlpuSV("
            or (before[-1] == "&" and before[:-1].rstrip("dvE,&")[-1:] in set("tfhoibn@gS"))
        ):
            return False
        after = self.codes[at + 1 : at + 2]
        if re.match(r"'?w?F", self.codes[at + 1 :]):
            return True  # "France's firms", "British companies"
        if after in {"'", "-"}:
            return False
        item = self.items[at]
        if self.codes[at] == "E" and item.ref.kind in {"demonym", "group-demonym"}:
            return after in {"T", "L", "S", "V", "A"}
        if after == "A" and self.codes[at] == "E" and not ((cue := self.items[at + 1].cue) and cue.future):
            return False  # who forecasts is the source, not the trader
        noun = self.items[at + 1].text.lower() if at + 1 < len(self.items) else ""
        if (
            self.codes[at] == "E"
            and item.ref.kind == "group"
            and noun in {"country", "state", "nation", "republic", "economy"}
        ):
            return False
        return not (item.text.lower() in {"it", "they"} and not self.own)

    def _entry(self) -> Slot | None:
        """The economy that the figure is listed under: "Japan (13.2%)", "China: $5 billion", "the EU with $3 bn"."""
        if self.codes[self.figure : self.figure + 1] not in FIGURES:
            return None
        start = max(0, self.figure - 8)
        match = _ENTRY.search(self.codes[start : self.figure])
        if match is None:
            return self._entry_level()
        at = start + match.start()
        if self.own and self.nominal.first <= at < self.nominal.last and not self.nominal.cue.partner:
            return None  # a side of the phrase itself is no entry of a list
        return self._slot(at, "entry")

    def _entry_level(self) -> Slot | None:
        """The second figure of an entry: "China: $87.6 billion (31.28%)"."""
        match = re.search(r"E[(:@hLd,v-]{0,3}[Q%][(,]{0,2}$", self.codes[max(0, self.figure - 7) : self.figure])
        return self._slot(max(0, self.figure - 7) + match.start(), "entry") if match else None

    def _trailing(self) -> tuple[Slot | None, Slot | None]:
        """Sides that stand behind the figure: "imported $20 billion of goods from China", "rose 5 % to Russia"."""
        to_partner, to_reporter = _TRAILING[str(self.nominal.flow)]
        partner = reporter = None
        goods = re.match(r"[dv]*L?o[dv]*E(?=[vw]?[Cw])", self.codes[self.figure + 1 :])
        if goods is not None and self.nominal.cue.code == "V":  # "bought $13.8 billion of Brazilian goods"
            slot = self._slot(self.figure + goods.end(), "behind")
            return (slot, None) if self.nominal.flow == "import" else (None, slot)
        at = self.figure + 1
        bracket = re.match(r"[dv]*\([^)]*\)", self.codes[at:])
        at += bracket.end() if bracket else 0
        at += self.codes[at : at + 1] == ")"
        while at < len(self.codes) and self.codes[at] not in FIGURES and self.codes[at] not in ";yB":
            code = self.codes[at]
            if code in "N" and at > self.figure and not self._covers(at):
                break
            if code == "," and self.codes[at + 1 : at + 2] not in {"t", "f", "h"}:
                break
            if code in "tfh" or (code == "i" and self.items[at].text.lower() == "for"):
                side = at + 1
                while side < len(self.codes) and self.codes[side] in "dvC":
                    side += 1
                adjectives = re.match(r"w{1,2}d?(?=E)", self.codes[side:])
                side += adjectives.end() if adjectives else 0
                if self.codes[side : side + 1] == "E" and (
                    self.codes[side + 1 : side + 2] not in {"'", "N"} or self._member_meant(side) is not None
                ):
                    if code in to_partner and partner is None:
                        partner = self._run(side)
                    elif code == "i" or (to_reporter and code in to_reporter and reporter is None):
                        reporter = self._slot(side, "behind")
            at += 1
        return partner, reporter

    def _run(self, at: int) -> Slot:
        parties, _ = read_parties(self.items, self.codes, at, "behind")
        return self._joined(tuple(parties)) or self._slot(at, "behind")

    def _covers(self, at: int) -> bool:
        return self.nominal.first <= at < self.nominal.last

    # ---- the text before --------------------------------------------------------------------------------------------

    def _pair(self, known: Slot | None) -> Parties:
        assert self.frame.pair is not None  # asked for by the caller
        first, second = (_inherit(side, "pair") for side in self.frame.pair)
        assert first is not None
        assert second is not None
        if known is None or known.value == first.value:
            return Parties(reporter=known or first, partner=second)
        if known.value == second.value:
            return Parties(reporter=known, partner=first)
        other = second if first.value == (self.frame.reporter.value if self.frame.reporter else None) else first
        return Parties(reporter=known, partner=self._common(known) or other)

    def _of_everybody(self) -> bool:
        """Whether "total exports" sets the phrase apart from the partner named before; total trade is both ways."""
        return self.nominal.total and self.nominal.flow in {"export", "import"}

    def _earlier_phrase(self) -> Parties | None:
        """Both sides of an earlier phrase of the sentence: "China's top partner, with a trade volume of …"."""
        if not self.own or self._of_everybody():
            return None
        return self._phrase_pair()

    def _phrase_pair(self, *, partner_only: bool = False) -> Parties | None:
        for nominal in reversed(self.nominals):
            if partner_only and not nominal.cue.partner:
                continue
            if nominal.flow and nominal.head < self.nominal.head and nominal.owners and not nominal.background:
                owner = self._party(nominal.owners[0])
                other = self._joined(nominal.partners) or (
                    self._subject_before(nominal.first) if nominal.cue.partner else None
                )
                if owner and other and owner.value != other.value:
                    return Parties(reporter=replace(owner, inherited=True), partner=replace(other, inherited=True))
        return None

    def _said_pair(self, known: Slot | None) -> Parties | None:
        """The two sides that "bilateral trade" means: of an earlier phrase of the sentence, else of the text before."""
        said = self._phrase_pair()
        if said is not None:
            return said
        return self._pair(known) if self.frame.pair else None

    def _common(self, known: Slot) -> Slot | None:
        """With a new party the side that stays is the one that the text has kept ("… China … bilateral trade")."""
        home = self.frame.home
        return _inherit(home, "home") if home and home.value != known.value else None

    def _sentence_owner(self, partner: Slot | None) -> Slot | None:
        """The owner of an earlier trade phrase in the sentence: "Kazakh exports … while imports …"."""
        for nominal in reversed(self.nominals):
            if nominal.head < (self.nominal.head if self.own else self.figure) and nominal.flow and nominal.owners:
                slot = self._party(nominal.owners[-1])
                if slot is not None and (partner is None or slot.value != partner.value):
                    return replace(slot, rule="sentence-owner", inherited=True)
        return None

    def _fronted_partner(self, reporter: Slot | None) -> Slot | None:
        """ "With Peru, China ran a deficit …, with Chile a surplus …": a partner in front of its clause."""
        before = self.codes[: max(self.nominal.first, 0)]
        inside = re.search(r"(?:^|[,;:])[dvy]*h[dv]*E(?!['&])[^QN%MV;]{0,14}$", before) if self.nominal.flow == "balance" else None
        found = inside or re.match(r'[dv"y,]*h[dv]*E(?=,|d?E|w)', before)
        if found is None:
            return None
        slot = self._slot(found.start() + found[0].index("E"), "fronted")
        return slot if reporter is None or reporter.value != slot.value else None

    def _possessor_subject(self, partner: Slot | None) -> Slot | None:
        """ "China's influence is expanding in the region, with trade …": the possessor that opens the sentence."""
        opening = re.match(r"[dv\"]*E'", self.codes)
        if opening is None or any(nominal.first <= opening.end() for nominal in self.nominals if nominal.flow):
            return None
        slot = self._slot(opening.end() - 2, "possessor")
        return slot if partner is None or partner.value != slot.value else None

    def _place(self, reporter: Slot) -> Slot | None:
        """ "… in Central Asia, with trade rising 5 %": the group that the sentence places the trade in."""
        for at in range(self.nominal.first - 1, 0, -1):
            item = self.items[at]
            if (
                self.codes[at] == "E"
                and item.ref.kind in {"group", "group-demonym"}
                and item.ref.code not in {reporter.value, WORLD}
                and self.codes[:at].rstrip("dv")[-1:] == "i"
                and not self.nominal.cue.partner
            ):
                return self._slot(at, "place")
        return None

    def _inherited_reporter(self, partner: Slot | None) -> Slot | None:
        taken = partner.value if partner else None
        order = [(self.frame.reporter, "before"), (self.frame.subject, "subject-before"), (self.frame.home, "home")]
        if self._home_speaks():
            order.insert(0, (self.frame.home, "home"))
        order += [(side, "pair-before") for side in self.frame.pair or ()]
        for known, rule in order:
            if known is not None and known.value != taken:
                return _inherit(known, rule)
        return None

    def _home_speaks(self) -> bool:
        """Whether bare "exports" are again those of the economy that the article is about.

        They are in a new paragraph, and where the last pair had home only understood; "Georgia's trade with China …
        Imports …" stays with Georgia.
        """
        home, reporter = self.frame.home, self.frame.reporter
        if home is None or reporter is None or not self.own:
            return home is not None and self.own
        sides = {reporter.value, self.frame.partner.value if self.frame.partner else None}
        if home.value in sides:
            return not self.frame.pair_said
        return self.frame.new_paragraph

    def _carried_partner(self, reporter: Slot | None, *, said_reporter: bool) -> Slot | None:
        """A partner that an earlier phrase named goes on to count while the text stays with the same pair."""
        if self._of_everybody():
            return None
        kept = self.earlier.partner if self.earlier else None
        if self.earlier and self.earlier.reporter and kept and kept.value != WORLD and reporter is not None:
            other = (
                self.earlier.reporter
                if reporter.value == kept.value
                else kept
                if reporter.value == self.earlier.reporter.value
                else None
            )
            if other is not None:
                return replace(other, rule="sentence-partner", inherited=True)
        if kept and kept.rule == "behind" and (reporter is None or (reporter.value != kept.value)):
            return replace(kept, rule="sentence-partner", inherited=True)
        for nominal in reversed(self.nominals):
            earlier = nominal.head < (self.nominal.head if self.own else self.figure)
            if earlier and nominal.flow and nominal.partners and not nominal.cue.partner:
                slot = self._joined(nominal.partners)
                if slot is not None and (reporter is None or slot.value != reporter.value):
                    return replace(slot, rule="sentence-partner", inherited=True)
        return self._from_pair(reporter, said_reporter=said_reporter)

    def _from_pair(self, reporter: Slot | None, *, said_reporter: bool) -> Slot | None:
        """The other side of the pair that the text is about.

        A said reporter keeps its partner only where it is not the economy that the whole article is about: that one's
        trade without a partner is with the world. A subject new to the pair trades with the side that stays.
        """
        pair, home = self.frame.pair, self.frame.home
        if pair is None or reporter is None or self.frame.sentence_age > 1:
            return None
        sides = {side.value: side for side in pair}
        if reporter.value in sides:
            is_home = home is not None and reporter.value == home.value
            only_topic = not self.frame.partner_of_figure and self.nominal.flow in {"export", "import"}
            if is_home and self.own and (said_reporter or self.frame.new_paragraph or only_topic):
                return None
            if not said_reporter and self.frame.partner is not None and self.frame.partner.value == WORLD:
                return None
            other = next((side for side in pair if side.value != reporter.value), None)
            return _inherit(other, "pair-before")
        among = self._side_outside_group(reporter)
        if among is not None:
            return _inherit(among, "pair-before")
        if home is not None and home.value in sides and (not self.own or len(self.frame.partners) > 1):
            return _inherit(home, "pair-before")
        return None

    def _side_outside_group(self, reporter: Slot) -> Known | None:
        """With another member of the group that the text is about, the side of the pair that is no member stays."""
        pair, group = self.frame.pair, self.frame.group
        if pair is None or group is None:
            return None
        inside = members(group.value, GROUP_YEAR) | {group.value}
        if not set(reporter.value.split("+")) <= inside:
            return None
        outside = [side for side in pair if not set(side.value.split("+")) <= inside]
        return outside[0] if len(outside) == 1 else None

    def _other_side(self, partner: Slot) -> Slot | None:
        for known in (self.frame.subject, self.frame.home, self.frame.reporter):
            if known is not None and known.value != partner.value:
                return _inherit(known, "other-side")
        return None


def _inherit(known: Known | None, rule: str) -> Slot | None:
    """A slot taken from the text before."""
    return (
        None if known is None else Slot(value=known.value, start=known.start, end=known.end, rule=rule, inherited=True)
    )


def item_of(sentence: Sentence, start: int) -> Item | None:
    """The item that begins at a character of the article."""
    return next((item for item in sentence.items if item.start == start), None)
