"""What else a text offers for a slot that the figure's own clause does not say: the readings that were not taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Final

from pipeline.claim import UNKNOWN, WEIGHED, Claim, Evidence
from pipeline.commodity import UNION
from pipeline.extract.binding.bind import Binding
from pipeline.extract.parties.pairs import of_all
from pipeline.extract.parties.parties import rungs
from pipeline.extract.parties.unnamed import goes_to_unknown, names_unknown, points_back
from pipeline.extract.period.timing import Timing
from pipeline.extract.query import BY_DEFAULT, WORLD, Parties, Query
from pipeline.extract.row.compared import YEARS
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import wording
from pipeline.extract.scene import Scene, query_of
from pipeline.period import Period

_OF_THE_ARTICLE: Final = "home"
_SLOTS: Final = ("reporter", "partner", "period")
_ALL_GOODS: Final = "goods"
Ladder = Callable[[], tuple[Parties, ...]]
"""What each kind of evidence would make of the two sides; worked out once, when a slot first asks."""
_CLAUSE_ENDS: Final = ('"', ";", ")", "")
_DOUBLE: Final = 2
_SEVERAL: Final = 2
"""Partners that a text has had, from which on none of them is meant where nobody is named."""


def with_others(scene: Scene, binding: Binding, earlier: Parties | None, claim: Claim) -> Claim:
    """The claim with what else each slot could be that was read from elsewhere; slots that the clause says are kept.

    Where nobody is named as partner there may be somebody whom no lexicon knows ("these three markets"): only words
    for all trade rule that out. Where an article nowhere speaks of services, its goods are all its trade.
    """
    looked = {slot: found for slot, found in claim.evidence.items() if slot in _SLOTS and found.inherited}
    default = claim.evidence.get("partner")
    if binding.nominal is None:
        return claim
    query = query_of(scene, binding, earlier)
    if default is not None and default.rule == BY_DEFAULT:
        looked["partner"] = default
    evidence: dict[str, Evidence] = dict(claim.evidence)
    ladder = cache(lambda: tuple(parties for _, parties in rungs(query)))
    unknown = (UNKNOWN,) if names_unknown(query.sentence) else ()
    for slot, found in looked.items():
        read = _periods(scene, binding) if slot == "period" else _sides(query, ladder, slot, claim, found)
        offers = (*read, *(unknown if slot == "partner" and not of_all(query) else ()))
        own = {getattr(claim, slot), *([claim.reporter] if found.rule == BY_DEFAULT else ())}
        evidence[slot] = replace(found, others=tuple(sorted({other for other in offers if other and other not in own})))
    if (flow := evidence.get("flow")) is not None and of_all(query):
        evidence["flow"] = replace(flow, others=())
    if (goods := evidence.get("commodity")) is not None and (claim.commodity or "").lower() in wording(
        "all_goods_alone"
    ):
        evidence["commodity"] = replace(goods, others=(UNION,) if scene.frame.services else ())
    elif goods is not None and goods.rule == WEIGHED:
        evidence["commodity"] = replace(goods, others=(_ALL_GOODS,))
    return replace(claim, evidence=MappingProxyType(evidence))


def _sides(query: Query, ladder: Ladder, slot: str, claim: Claim, found: Evidence) -> Iterator[str]:
    """Whom any other kind of evidence names for one side; nobody, where the words are for all trade.

    What the sentence says is not doubted for what was said before it; nor is whom the whole article is about. Who was
    weighed against all others may be any of them.
    """
    if found.rule == BY_DEFAULT:
        yield from () if of_all(query) else _unnamed(query, ladder, claim.reporter)
        return
    if found.rule == WEIGHED:
        yield from (WORLD,) if slot == "partner" else ()
        yield from _named(query.sentence, None)
        yield from _offered(query, ladder, slot, since=0)
        return
    here = found.start >= query.sentence.start or found.rule == _OF_THE_ARTICLE
    named = any(owner.code for owner in query.nominal.owners) and not query.nominal.partners
    beside = any(other.total and not other.partners for other in query.nominals)
    if slot == "partner" and not here and (named or beside):
        yield WORLD  # behind sentences on one partner "Japan's exports" may well be all; so "imports" beside a total
    yield from _offered(query, ladder, slot, since=query.sentence.start if here else 0)


def _unnamed(query: Query, ladder: Ladder, owner: str | None) -> Iterator[str]:
    """Who may be meant where nobody is named: somebody whom the sentence names or points to, or the only one before.

    A text that has had several partners means all trade again, unless it says otherwise.
    """
    yield from (UNKNOWN,) if points_back(query) or goes_to_unknown(query) else ()
    several = len(query.frame.partners - {owner}) >= _SEVERAL
    yield from () if several else query.frame.partners
    yield from _offered(query, ladder, "partner", since=query.sentence.start if several else 0)
    yield from _named(query.sentence, owner)


def _named(sentence: Sentence, owner: str | None) -> Iterator[str]:
    """Every other economy that the sentence names, each alone and all together."""
    named = dict.fromkeys(str(item.ref.code) for item in sentence.items if item.code == "E")
    named.pop(owner or "", None)
    yield from named
    yield "+".join(named)


def _offered(query: Query, ladder: Ladder, slot: str, *, since: int) -> Iterator[str]:
    """Whom each kind of evidence from a place of the text on gives for a side."""
    for parties in ladder():
        side = getattr(parties, slot)
        if side is not None and side.start >= since:
            yield side.value
    if slot == "reporter":
        named = [query.frame.subject, *(query.frame.named or ())]
        yield from (known.value for known in named if known is not None and known.start >= since)


def _ending_alike(scene: Scene, settled: str) -> Iterator[str]:
    """Of the months and the year so far, that end alike, whichever is not the one: a new paragraph may mean either."""
    last = Period.parse(settled).last
    if scene.frame.new_paragraph:
        yield from (known.value for known in scene.frame.recent if Period.parse(known.value).last == last)


def _within(scene: Scene, settled: str) -> list[str]:
    """Behind a sum over some time, "the year to date", a text may well go back to the part of it that it was on."""
    whole = Period.parse(settled)
    return [known.value for known in scene.frame.recent if whole.contains(Period.parse(known.value))]


def _periods(scene: Scene, binding: Binding) -> Iterator[str]:
    """The times that the sentence names, days too, and the one that the text had settled.

    A base has not the time that it is the base of; which one it has is open where the text names none for it, unless
    it is that of a year.
    """
    timing = Timing.of(scene.passage.sentence, scene.clock)
    main = str(timing.main(binding)[0]) if binding.base else None
    found = [str(period) for _, _, period in timing.candidates(binding) if period is not None]
    open_base = binding.base and {*found} <= {main} and not _is_of_year_before(timing, binding)
    settled = scene.frame.period
    if settled is not None:
        found += [settled.value, *_ending_alike(scene, settled.value), *_within(scene, settled.value)]
    yield from (period for period in found if period != main)
    yield from (UNKNOWN,) if open_base else ()
    yield from (item.text for item in scene.passage.sentence.items if item.code == "P" and item.ref.kind == "day")


def _is_of_year_before(timing: Timing, binding: Binding) -> bool:
    """ "Came to $5 billion in 2023, up from $4 billion.": of the year before, and of no other.

    Nothing behind the figure may tell another time ("from $4 billion when the war began"), and hardly any trade doubles
    within a year.
    """
    item, codes = timing.main(binding)[1], timing.sentence.codes
    if item is None or item.ref.rule not in YEARS or binding.previous is None:
        return False
    if codes[binding.figure + 1 : binding.figure + 2] not in _CLAUSE_ENDS:
        return False
    now, then = (timing.sentence.items[at].ref for at in (binding.previous.figure, binding.figure))
    if now.unit != then.unit or not now.value or not then.value:
        return False
    return bool(1 / _DOUBLE < abs(now.value / then.value) < _DOUBLE)
