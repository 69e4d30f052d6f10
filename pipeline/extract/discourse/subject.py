"""What an article is about as a whole: whose trade, and whether trade at all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, Final

from pipeline.economy import GROUP_YEAR, EconomyMention, find_economies, is_group, members
from pipeline.extract.commodity.goods import goods_behind
from pipeline.extract.commodity.named import known_goods
from pipeline.extract.frame import Frame, Known
from pipeline.extract.parties.speakers import speaker_known
from pipeline.extract.phrase.nominals import Nominal, of_things
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.query import WORLD
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import mentions, says
from pipeline.extract.weighing.naming import economies_of
from pipeline.institution import canonical_source, home_of, office_of
from pipeline.quantity import home_of_noun

_NAME_ALONE: Final = re.compile(r"\"*(?:[wdvN]{0,3}[hio])?[dv]*E")
"""A heading that is a name: "Chile", "Relations with Chile", "Trade with Chile"."""
_PAIR_ALONE: Final = re.compile(r"\"*w?E[-&]Ew{0,2}N?w{0,2}")
"""A heading that is a pair: "Chile–Peru relations", "See also Chile–Peru trade relations"."""
_RUN_IN: Final = re.compile(r'"*[dv]*(?:E(?:\([^()]{1,6}\))?|w{1,4}\(E\)):(?![dvL]*[Q%M])')
"""A paragraph that a name heads: "PERU (Lima): Trade grew from …"; behind the name of an entry its figure stands."""
_JOINED: Final = re.compile(r"E[dv]*[-&,][dv]*E|E[^;]{1,12}h[dv]*E")
_ACTING: Final = re.compile(r"E(?=[dv]*[LwUT][dvwLUGQoPKR]{0,6}(N))")
"""Whoever has, runs or reports a balance: "Japan ran a trade surplus"."""
OWNER: Final = 3.0
"""What the owner of a trade phrase weighs; three times as much for the first in the text."""
PARTNER: Final = 0.5
"""What is left of a mention's weight where it is the partner of a trade phrase."""
LABEL: Final = 30.0
"""What an economy weighs whose name labels the headline ("Peru: Copper sales fall"): more than any owner in it."""
SECTIONS: Final = 2
"""Headings with the name of another economy that make the title's one the home of the text."""
_LABEL: Final = re.compile(r'["-]*E(?::|-(?=[wO]{1,3}$))')
WORLD_TRADE: Final = 2.0
"""How many times more than any economy the world counts as an owner, in a text about its trade."""
LEAST: Final = 0.75
"""What an economy must count: one bare mention, far from the beginning, says nothing of whose trade a text is about."""
OFTEN: Final = 3
"""How often a text about some goods names them at least."""
OFFICE: Final = 2.0
"""What a statistics office, a customs service or a minister weighs against the names of economies."""


def home_economy(passages: tuple[Passage, ...], outlet: str | None) -> Known | None:
    """The economy that the article is about: the one that most trade phrases belong to, the headline counting more."""
    count: defaultdict[str, float] = defaultdict(float)
    where: dict[str, Known] = {}
    before: list[Nominal] = []
    for number, passage in enumerate(passages):
        owned = [nominal for nominal in passage.nominals if nominal.flow and nominal.owners and not nominal.cue.weak]
        first = bool(owned) and not before
        before += owned
        weight = 3.0 if number == 0 or passage.kind == "title" else 1.0
        owners = {owner.index for nominal in passage.nominals if nominal.flow for owner in nominal.owners}
        owners |= set(_acting(passage))
        partners = {side.index for nominal in passage.nominals if nominal.flow for side in nominal.partners}
        speaker = speaker_known(passage.sentence)
        label = _labelled(passage) if number == 0 or passage.kind == "title" else None
        for index, item in enumerate(passage.sentence.items):
            code = _home_hint(item)
            if code is None or (code == WORLD and index not in owners):
                continue
            known = Known(value=code, start=item.start, end=item.end)
            where.setdefault(known.value, known)
            speaks = speaker is not None and item.start == speaker.start
            worth = OFFICE if speaks else _weight(item, code)
            if index in owners:
                worth = OWNER * (1 + 2 * first)
            if index == label:
                count[known.value] += LABEL
            if passage.sentence.codes[index + 1 : index + 2] in FIGURES:
                worth = 0.0  # "Japan 5 %, Chile 10 %": the entries of a list are whom somebody else trades with
            only_partner = index in partners and not count[known.value]
            count[known.value] += 0.0 if only_partner else weight * (worth * PARTNER if index in partners else worth)
        if speaker is not None and speaker.start not in {item.start for item in passage.sentence.items}:
            count[speaker.value] += weight * OFFICE  # in the name of an office
            where.setdefault(speaker.value, speaker)
    hint = _home_of_outlet(outlet) if outlet else None
    if hint and office_of(canonical_source(outlet or "") or "") not in {None, "news", "agency"}:
        count[hint] += OFFICE * 2  # an office publishes its own country's trade
        where.setdefault(hint, Known(value=hint, start=0, end=0))
    if (whole := _over_sections(passages)) is not None:
        count[whole.value] += LABEL
        where.setdefault(whole.value, whole)
    if not count:
        return Known(value=hint, start=0, end=0) if hint else _of_currency(passages)
    if hint and max(count.values()) < LEAST:
        return Known(value=hint, start=0, end=0)  # "exports fell 4 %", in a paper or by an office of one country
    return _most_about(count, where)


def _acting(passage: Passage) -> Iterator[int]:
    """The items of those who are said to have a surplus or a deficit."""
    balances = {nominal.head for nominal in passage.nominals if nominal.flow == "balance"}
    return (found.start() for found in _ACTING.finditer(passage.sentence.codes) if found.start(1) in balances)


def _home_of_outlet(outlet: str) -> str | None:
    """Where an office or a paper is at home: as the lexicon of institutions has it, else as its name says."""
    known = home_of(canonical_source(outlet) or outlet)
    if known is not None:
        return known
    named = {one.code for one in find_economies(outlet) if not is_group(one.code)}
    return named.pop() if len(named) == 1 else None


def _over_sections(passages: tuple[Passage, ...]) -> Known | None:
    """The one economy of a title over sections that are headed by the names of others: "Foreign relations of Peru"."""
    named = _headline_names(passages)
    headed = {known.value for passage in passages[1:] if (known := _headed(passage)) is not None} - named.keys()
    return next(iter(named.values())) if len(named) == 1 and len(headed) >= SECTIONS else None


def _labelled(passage: Passage) -> int | None:
    """The item of a name that a mark parts from what follows: "Peru: …", "Peru - Economy"; "China-led" is one word."""
    label = _LABEL.match(passage.sentence.codes)
    if label is None:
        return None
    mark = passage.sentence.items[label.end() - 1]
    apart = mark.text == ":" or passage.sentence.text[mark.start - passage.sentence.start - 1].isspace()
    return label.end() - 2 if apart else None


def _most_about(count: dict[str, float], where: dict[str, Known]) -> Known | None:
    """The economy that counts most, of equals the one named first; nobody where the text is about world trade."""
    named = [code for code in count if code != WORLD and count[code] >= LEAST]
    best = max(named, key=lambda code: count[code], default=None)
    if best is None or count.get(WORLD, 0.0) >= WORLD_TRADE * count[best]:
        return None
    return where[best]


def section_home(passage: Passage, frame: Frame) -> Known | None:
    """Whose trade the item under a heading is about: "Dutch Surplus Narrows", in a digest on several countries.

    Whoever the text has named as somebody's partner gets no item of his own.
    """
    if passage.kind != "heading" or frame.home is None or passage.sentence.figures():
        return None
    if _labelled(passage) is not None:
        return next(iter(_named_in(passage)), None)
    owners = [owner for nominal in passage.nominals if nominal.flow for owner in nominal.owners if owner.code]
    if len(owners) != 1 or is_group(str(owners[0].code)) or owners[0].code in {*frame.partners, frame.home.value}:
        return None
    item = passage.sentence.items[owners[0].index]
    return Known(value=str(owners[0].code), start=item.start, end=item.end)


def section_pair(passage: Passage, frame: Frame, title: Passage) -> tuple[Known, Known] | None:
    """The two economies of a section headed by one name, under a title that names whom the article is about.

    So it is in "Foreign trade of Peru", under "Chile": "the two countries" of that section are Peru and Chile; and
    under a heading that names both, "Chile–Peru relations".
    """
    if (both := _both_headed(passage, frame)) is not None:
        return both
    named = _headed(passage)
    home = next((known for known in _named_in(title) if frame.home and known.value == frame.home.value), None)
    if named is None or home is None or title is passage or named.value == home.value:
        return None
    return None if named.value in members(home.value, GROUP_YEAR) else (home, named)


def _both_headed(passage: Passage, frame: Frame) -> tuple[Known, Known] | None:
    """The two that a heading pairs, the home and one other, as a page on the relations of one economy has them."""
    if _PAIR_ALONE.fullmatch(passage.sentence.codes) is None:
        return None
    named = _named_in(passage)
    home = [known for known in named if frame.home is not None and known.value == frame.home.value]
    other = [known for known in named if known not in home]
    return (home[0], other[0]) if len(home) == len(other) == 1 else None


def _headed(passage: Passage) -> Known | None:
    """The economy that a heading consists of, or that heads a paragraph: "Relations with Chile", "Chile: …"."""
    heads = passage.kind == "heading" and _NAME_ALONE.fullmatch(passage.sentence.codes) is not None
    if not heads and not _is_run_in(passage):
        return None
    return next(iter(_named_in(passage)), None)


def _is_run_in(passage: Passage) -> bool:
    return _RUN_IN.match(passage.sentence.codes) is not None


def _named_in(passage: Passage) -> list[Known]:
    """The economies that a sentence names."""
    return [known for known in economies_of(passage.sentence) if known.value != WORLD]


def _headline_names(passages: tuple[Passage, ...]) -> dict[str, Known]:
    """The economies that the first line of a text names."""
    return {known.value: known for passage in passages[:1] for known in _named_in(passage)}


def in_section(passage: Passage, frame: Frame, headline: tuple[Known, Known] | None, title: Passage) -> Frame:
    """The frame behind a heading: the pair of a section takes the place of the headline's, and of all said before.

    A heading that names no pair ends the one of the section before: "Balance of trade" is on all trade again. So does a
    paragraph behind one that a name heads.
    """
    run_in = _is_run_in(passage)
    if passage.kind != "heading" and not run_in and not (frame.run_in and passage.block != frame.paragraph):
        return frame
    pair = section_pair(passage, frame, title)
    if pair is None:
        return frame.with_(topic=headline, section=False, run_in=False, pair=None, pair_said=False, cue_goods=None)
    home, other = pair
    return frame.with_(
        section=True, run_in=run_in, topic=pair, pair=pair, reporter=home, partner=other, subject=other,
        pair_flows=frozenset(), period=None, news=None, span=None,
    )  # fmt: skip


def _of_currency(passages: tuple[Passage, ...]) -> Known | None:
    """Where no economy is named: the one whose currency the text speaks of ("the rupee settled at …")."""
    for passage in passages:
        for item in passage.sentence.items:
            home = (
                home_of_noun(item.text.lower()) if item.code == "w" and not says(item, "vehicle_currencies") else None
            )
            if home is not None:
                return Known(value=home, start=item.start, end=item.end)
    return None


def topic_pair(passages: tuple[Passage, ...]) -> tuple[Known, Known] | None:
    """The two economies of the headline, where it names just two: whose trade with each other the text is about."""
    head = passages[:1]
    named = _headline_names(passages)
    joined = any(_JOINED.search(passage.sentence.codes) for passage in head)
    spoken = any(nominal.owners and nominal.partners for passage in head for nominal in passage.nominals)
    first, *others = named.values() or (None,)
    return (first, others[0]) if first is not None and len(others) == 1 and (joined or spoken) else None


def on_trade_of_two(passages: tuple[Passage, ...]) -> bool:
    """Whether the headline is on the trade, or the balance, of two with each other: "Peru's Trade with Chile"."""
    two = {"turnover", "balance"}
    head = [passage for passage in passages[:1] if passage.kind in {"title", "heading"}]
    spoken = (one for passage in head for one in passage.nominals if one.flow in two and not one.cue.partner)
    return topic_pair(passages) is not None and any(one.owners and one.partners for one in spoken)


def opposite(passages: tuple[Passage, ...], home: Known | None) -> Known | None:
    """The one economy that the headline names beside the home: "What China's reopening means for Peru"."""
    named = _headline_names(passages)
    if home is None or home.value not in named or len(named) != 2:
        return None
    return next(known for code, known in named.items() if code != home.value)


def first_pair(passages: tuple[Passage, ...]) -> tuple[Known, Known] | None:
    """The first two economies that a trade phrase of the text names as its sides."""
    for passage in passages:
        for nominal in passage.nominals:
            sides = [*nominal.owners[:1], *nominal.partners[:1]]
            if nominal.flow and len(sides) == 2 and all(side.code not in {None, WORLD} for side in sides):
                items = (passage.sentence.items[side.index] for side in sides)
                first, second = (Known(value=item.ref.code, start=item.start, end=item.end) for item in items)
                return (first, second) if first.value != second.value else None
    return None


def topic_goods(passages: tuple[Passage, ...], text: str) -> Known | None:
    """The commodity of the first phrase that surely is of trade and names one; else the one named time and again."""
    for passage in passages:
        for nominal in passage.nominals:
            known = _goods_said(passage, text, nominal) if nominal.flow and not nominal.cue.weak else None
            if known is not None:
                return known
    return _named_most(passages)


def _goods_said(passage: Passage, text: str, nominal: Nominal) -> Known | None:
    """The commodity that a phrase names, or that stands behind the figure of its verb: "sold $2 billion of copper"."""
    sentence = passage.sentence
    if nominal.goods is not None:
        return known_goods(sentence, text, *nominal.goods) if "C" in sentence.codes[slice(*nominal.goods)] else None
    figure = next((at for at in sentence.figures() if at >= nominal.last), None)
    return goods_behind(sentence, text, figure) if nominal.cue.code == "V" and figure is not None else None


def _named_most(passages: tuple[Passage, ...]) -> Known | None:
    """The goods that the text names most, if it does so often and seldom others."""
    named = [item for passage in passages for item in passage.sentence.items if item.code == "C"]
    count = Counter(item.text.lower() for item in named)
    if not count:
        return None
    word, times = count.most_common(1)[0]  # of equals the one named first
    first = next(item for item in named if item.text.lower() == word)
    often = times >= OFTEN and 2 * times >= len(named)
    return Known(value=first.text, start=first.start, end=first.end) if often else None


def _weight(item: Any, code: str) -> float:
    """How much a mention says about whose article it is: an office speaks for its country."""
    if item.code == "G":
        return OFFICE if item.ref.kind == "institution" else 0.0
    return 0.4 if is_group(code) or item.code != "E" else 0.5


def speaks_of_trade(passages: tuple[Passage, ...]) -> bool:
    """Whether trade is what the article is about: its phrases outnumber half of all other topics, or head the text."""
    trade = [
        nominal
        for passage in passages
        for nominal in passage.nominals
        if nominal.flow and not nominal.cue.weak and _of_somebody(passage.sentence, nominal)
    ]
    others = [nominal for passage in passages for nominal in passage.nominals if nominal.flow is None]
    trade += _balances(passages)
    heads = any(nominal in trade for passage in passages[:2] for nominal in passage.nominals)
    firms = sum(passage.sentence.codes.count("F") for passage in passages)
    return firms <= len(trade) and len(trade) >= (1 if heads else 3) and 2 * len(trade) >= len(others)


def _of_somebody(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether it is a trade in goods, and a partner one of a country; suppliers beside no country may be any firms."""
    if of_things(sentence, nominal):
        return False
    return not nominal.cue.partner or bool(nominal.owners or nominal.partners) or "E" in sentence.codes


def _balances(passages: tuple[Passage, ...]) -> list[Nominal]:
    """Surpluses and deficits in a text that speaks of no budget and no payments."""
    said = [(passage.sentence, nominal) for passage in passages for nominal in passage.nominals]
    if any(nominal.flow is None and mentions(s.items[nominal.head], "other_deficit") for s, nominal in said):
        return []
    return [nominal for _, nominal in said if nominal.flow == "balance" and nominal.cue.weak]


def _home_hint(item: Any) -> str | None:
    """The economy that an item speaks of: named, in a dateline, in a currency, or as the home of an institution."""
    if isinstance(item.ref, EconomyMention):
        return None if item.ref.kind == "name-part" else item.ref.code
    if item.code == "G":
        return getattr(item.ref, "reporter_hint", None)
    return None
