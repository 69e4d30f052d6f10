"""Who does the trading that a phrase tells of: an economy, whoever is called its partner, or a firm on its own."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import says, says_last

_COLLECTIVE: Final = re.compile(r"E'?w?F")
"""A country's firms taken together ("France's companies") trade as the country does."""
_MAKERS_ALONE: Final = re.compile(r"(?:^|[P,])[dv]*F[v]?$")
"""Those who make what a country sells, as the subject of a verb of trade: "last year growers sold"."""
_OWNED_BEHIND: Final = re.compile(r"o[dvw]{0,2}F")
"""A firm as the owner behind a phrase: "exports of the firm"; several ("exports of foreign firms") are a country's."""
_ACTS: Final = re.compile(r"[Er2](?:[LA,w]{0,2}|[LAw]{0,2}V.{0,16}[&y][wt]{0,2})$")
"""Whoever buys or sells before the verb, or before an earlier one: "Peru sold tea worth $2 million but bought"."""
_CLAUSE_BEFORE: Final = re.compile(r"[dvwP,]{0,4}E[LSTA][^,;y\"EQ%M]*(?:E'?[^,;y\"EQ%M]*)?,[dv]*")
"""Up to a participle: one who does something, and to whom: "Peru is the largest buyer of Chile's grapes,"."""


def of_firm(passage: Passage, nominal: Nominal) -> bool:
    """Whether the trade is a firm's own: no economy owns it, and a firm stands before it or is its "of" behind it."""
    if nominal.first < 0 or any(owner.code for owner in nominal.owners):
        return False
    sentence = passage.sentence
    behind = _OWNED_BEHIND.match(sentence.codes, nominal.last)
    if behind is not None and says_last(sentence.items[behind.end() - 1], "one_firm"):
        return True
    return "F" in _COLLECTIVE.sub("", sentence.codes[: nominal.first])


def economy_acts(passage: Passage, nominal: Nominal) -> bool:
    """Whether an economy is the subject of a verb of trade; "we" may be anybody."""
    anaphors = [item for item in passage.sentence.items[: nominal.head] if item.code in "Er"]
    if anaphors and anaphors[-1].cue is not None and anaphors[-1].cue.home:
        return False
    if any(item.code == "L" and says(item, "passive") for item in passage.sentence.items[: nominal.head][-2:]):
        return False  # "when it was sold"
    if _goes_along(passage.sentence, nominal.head):
        return True
    before = way(_COLLECTIVE.sub("E", _agents_marked(passage.sentence, nominal.head)))
    return _ACTS.search(before) is not None


def _goes_along(sentence: Sentence, verb: int) -> bool:
    """ "India remained the largest importer of rice, buying 5 million tonnes": the subject of the clause before."""
    along = sentence.codes[verb] == "V" and sentence.items[verb].text.lower().endswith("ing")
    return along and _CLAUSE_BEFORE.fullmatch(sentence.codes, 0, verb) is not None


def goes_abroad(passage: Passage, nominal: Nominal) -> bool:
    """ "Kenya sold 5,000 tonnes of tea abroad": an economy sells, and the clause says that it goes over a border."""
    abroad = abroad_behind(passage, nominal)
    before = _agents_marked(passage.sentence, nominal.head)
    return abroad and (economy_acts(passage, nominal) or _MAKERS_ALONE.search(before) is not None)


def abroad_behind(passage: Passage, nominal: Nominal) -> bool:
    """Whether the clause of a verb says that it is done over a border."""
    behind = passage.sentence.items[nominal.last :]
    clause = takewhile(lambda item: item.code not in {";", "y", "V"}, behind)
    return any(item.code == "E" and says(item, "beyond_borders") for item in clause)


def partner_acts(passage: Passage, nominal: Nominal) -> bool:
    """ "Peru was its main supplier, selling …": whoever is called a partner of trade is who buys and sells."""
    before = (other for other in passage.nominals if other.cue.partner and other.last <= nominal.first)
    return any(passage.sentence.codes[other.last : nominal.first].strip("dv") in {",", "&", ",&"} for other in before)


def _agents_marked(sentence: Sentence, limit: int) -> str:
    """The codes before an item, with those who trade for a country ("Italy's importers") marked as its firms."""
    items = sentence.items[:limit]
    return "".join("F" if _trades(item) else item.code for item in items)


def _trades(item: Item) -> bool:
    """Whether a noun is one for those who trade ("importers", "suppliers"), or who make what is traded ("growers")."""
    if item.code == "w":
        return says(item, "makers")
    return item.code == "N" and item.cue is not None and (item.cue.agent or item.cue.partner)
