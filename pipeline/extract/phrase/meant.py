"""Which flow a word means that names one only behind a sentence on it: what was earned, what arrived."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.components.cues import cues, noun_of
from pipeline.extract.frame import Frame
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.party import Party, party_of
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says, says_any

_EARNINGS: Final = re.compile(r"(?:[dvpy,\"]|P'?|i[dv]*P)*O[v,y]*(?:[LTU]|i[dv]*P[v]*[LTU])")
"""A sentence on what was earned, of nobody and of nothing in particular: "In May receipts were"."""
_BOTH_AIM: Final = re.compile(r"2[dvwLi]{0,6}A[dvwTtp]*$")
_FROM: Final = re.compile(r"f[dv]*E")


def flow_meant(sentence: Sentence, nominal: Nominal, frame: Frame, *, begins: bool) -> Nominal:
    """The phrase with the flow that it means behind what the text has told; as it is where that is nothing else.

    ``begins`` says that it is the first of its sentence.
    """
    if begins and _earns(sentence, nominal, frame):
        return replace(nominal, cue=noun_of("export", weak=False))
    if frame.trade_article and _of_both(sentence, nominal):
        return replace(nominal, cue=cues()["bilateral-turnover"])
    if not _told(frame, "import"):
        return nominal
    if begins and _arrives(sentence, nominal, frame):
        return _arrived(sentence, nominal)
    return _from_them(sentence, nominal, frame)


def _told(frame: Frame, flow: str) -> bool:
    """Whether the sentence before was on that flow, in a text on trade."""
    just_now = frame.trade_article and frame.sentence_age <= 1
    return just_now and frame.cue is not None and frame.cue.flow == flow


def _earns(sentence: Sentence, nominal: Nominal, frame: Frame) -> bool:
    """ "Exports grew to 3,000 tonnes. Receipts were $5 million": what the flow just told brought in."""
    if not (_told(frame, "export") and nominal.cue.proceeds and says(sentence.items[nominal.head], "proceeds_told")):
        return False
    return _EARNINGS.match(sentence.codes) is not None and "F" not in sentence.codes


def _of_both(sentence: Sentence, nominal: Nominal) -> bool:
    """ "The two countries aim to bring annual turnover to $5 billion": what two want of their trade with each other."""
    bare = nominal.cue.flow == "turnover" and nominal.cue.code == "N" and not (nominal.owners or nominal.partners)
    return bare and not nominal.cue.partner and _BOTH_AIM.search(sentence.codes[: max(nominal.first, 0)]) is not None


def _arrives(sentence: Sentence, nominal: Nominal, frame: Frame) -> bool:
    """ "Wheat imports were 3,000 tonnes. Arrivals from Peru jumped 5 %": what was imported, where it is some goods."""
    alone = nominal.flow is None and not sentence.codes[: nominal.first].strip("dvyPi,")
    return alone and frame.cue_goods is not None and says(sentence.items[nominal.head], "goods_arrive")


def _arrived(sentence: Sentence, nominal: Nominal) -> Nominal:
    """ "Arrivals from Peru", "Peruvian coal arrivals": what was imported from there."""
    found = _FROM.match(sentence.codes, nominal.last)
    partners = (party_of(sentence, found.end() - 1, "f"),) if found is not None else nominal.owners
    last = found.end() if found is not None else nominal.last
    return as_imports(replace(nominal, last=last), partners)


def _from_them(sentence: Sentence, nominal: Nominal, frame: Frame) -> Nominal:
    """ "Imports were 3,000 tonnes. Shipments from Peru came to 500 tonnes": what was imported from there.

    So it is with "Peru's shipments" and "Peru's volumes", in a text on imports of some goods by another.
    """
    owners, head = nominal.owners, nominal.head
    if head < 0 or not nominal.cue.weak or nominal.partners or not owners:
        return nominal
    shipped = says(sentence.items[head], "both_ways") and all(side.how == "f" for side in owners)
    if not shipped and not _are_theirs(sentence, nominal, frame):
        return nominal
    return as_imports(nominal, owners)


def as_imports(nominal: Nominal, sellers: tuple[Party, ...], buyers: tuple[Party, ...] = ()) -> Nominal:
    """What is told of shipments and arrivals as the imports from those who sell."""
    return replace(nominal, cue=noun_of("import", weak=False), owners=buyers, partners=sellers)


def _are_theirs(sentence: Sentence, nominal: Nominal, frame: Frame) -> bool:
    """Whether whose shipments they are sells to whoever the text is about, and what."""
    word, owners = sentence.items[nominal.head], nominal.owners
    if not says_any(word, "both_ways", "volume_told") or len(owners) != 1 or frame.cue_goods is None:
        return False
    seller, home = owners[0], frame.home.value if frame.home is not None else None
    dealt = home in {known.value for known in (frame.reporter, frame.partner) if known is not None}
    return seller.how == "owner" and seller.code not in {None, home} and dealt and not nominal.total
