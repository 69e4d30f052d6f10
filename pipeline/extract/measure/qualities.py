"""Checkable words: ranks ("third-largest"), signs ("a surplus") and trends ("remained steady") said of a trade flow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.extract.measure.measure import of_share
from pipeline.extract.parties.balances import two_sides
from pipeline.extract.parties.called_partner import IS_THE
from pipeline.extract.phrase.moves import way_moved
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.only import Only, only_one
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import is_goods_word, says

MAX_REACH = 9
_MOVES: Final = re.compile(r"[vPL]*T|,LQ(?:i?P)?,T|(?:w?[vPL]*|Lv?)Q(?:i?P)?,U(?=f)")
"""From a trade phrase to the word that says where it went."""
_OF_WHAT: Final = re.compile(r"o[dv]*[wO]")
_AMONG: Final = re.compile(r"[lo][dvw]*")
_BARE_PREDICATE: Final = re.compile(r"(?:[dv]*i?[dv]*P|[,.\";]|$)")
"""Around a superlative that has no noun: "…, Japan was the largest in 2019"."""
ANAPHOR = "the-group-said-before"
"""Stands for "the region" until the text before is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """A word that can be checked: the item, what it measures, and the nominal that it is said of."""

    index: int
    nominal: Nominal
    measure: str
    value: Decimal
    order: str | None = None
    aspect: str | None = None
    group: str | None = None
    one: Only | None = None
    """Who is the only one, where somebody is."""


def find_qualities(sentence: Sentence, nominals: tuple[Nominal, ...]) -> tuple[Quality, ...]:
    """Ranks, signs and trends of the sentence in order."""
    trade = tuple(nominal for nominal in nominals if nominal.flow not in {None, "same"} and nominal.cue.code == "N")
    found = [*_ranks(sentence, trade), *_signs(sentence, trade), *_trends(sentence, nominals)]
    return tuple(sorted(found, key=lambda quality: quality.index))


def _ranks(sentence: Sentence, trade: tuple[Nominal, ...]) -> Iterator[Quality]:
    for index, item in enumerate(sentence.items):
        if item.code == "R":
            rank, order = item.ref.value, "largest"
        elif item.code == "K" and item.cue is not None and item.cue.order in {"largest", "smallest"}:
            if not _one_ranked(sentence, trade, index):
                continue
            rank, order = Decimal(1), item.cue.order
        else:
            continue
        nominal = _ranked(sentence, trade, index)
        if nominal is None or rank is None or _of_no_goods(sentence, nominal):
            continue
        aspect = "change" if _of_change(sentence, index, nominal) else "level"
        yield Quality(
            index=index, nominal=nominal, measure="rank", value=rank, order=order, aspect=aspect,
            group=_group(sentence, nominal, index),
        )  # fmt: skip


def _of_no_goods(sentence: Sentence, nominal: Nominal) -> bool:
    """ "The largest source of tourists", "the main source of investment": a partner in what is not traded."""
    found = _OF_WHAT.match(sentence.codes, nominal.last)
    if found is None or not (nominal.cue.partner and nominal.cue.weak):
        return False
    what = sentence.items[found.end() - 1]
    return what.code == "O" or (what.code == "w" and is_goods_word(what.text))


def _one_ranked(sentence: Sentence, trade: tuple[Nominal, ...], index: int) -> bool:
    """ "Its top trading partner" is a rank; "its top trading partners", or one of them, or after another, is none."""
    nominal = _ranked(sentence, trade, index)
    if nominal is None or not nominal.cue.partner:
        return nominal is not None and not says(sentence.items[index], "many_ranked")
    one_of_them = (
        index >= nominal.last or "o" in sentence.codes[index + 1 : nominal.head]
    )  # "the largest of its partners"
    if not one_of_them and any(sentence.items[at].text.lower().endswith("s") for at in _head_words(sentence, nominal)):
        return False
    behind = sentence.items[nominal.last : nominal.last + 2]
    left_out = any(says(item, "ranked_beyond") for item in behind)
    return not left_out and not says(sentence.items[index - 1], "other_ranked")


def _head_words(sentence: Sentence, nominal: Nominal) -> range:
    """The words of the partner's noun: "destination markets" are two, a "partner in the Baltic states" is one."""
    tail = sentence.items[nominal.last : nominal.last + 1]
    end = nominal.last + any(says(item, "name_tails") for item in tail)
    return range(nominal.head, next((at for at in range(nominal.head + 1, end) if sentence.codes[at] not in "wN"), end))


def _of_change(sentence: Sentence, index: int, nominal: Nominal) -> bool:
    """ "The highest growth in trade": what is ranked is the change; growth words may stand in a time phrase."""
    between = sentence.items[index : max(nominal.head, index)]
    return any(item.code in "TJ%" or getattr(item.ref, "comparison", None) for item in between)


def _ranked(sentence: Sentence, trade: tuple[Nominal, ...], index: int) -> Nominal | None:
    """The nominal that a rank word stands in, or the next one within reach of its clause."""
    for nominal in trade:
        if nominal.first <= index < nominal.last:
            return nominal
    for nominal in trade:
        between = sentence.codes[index + 1 : nominal.first]
        if index < nominal.first and len(way(between)) <= 5 and not set(between) & (FIGURES | set(",;yOL")):
            return nominal
    return _partners_before(sentence, trade, index)


def _partners_before(sentence: Sentence, trade: tuple[Nominal, ...], index: int) -> Nominal | None:
    """ "Of all its trading partners in Asia, Japan was the largest": a superlative alone, behind those it is among."""
    if _BARE_PREDICATE.match(sentence.codes, index + 1) is None or IS_THE.search(sentence.codes[:index]) is None:
        return None
    fronted = (one for one in trade if one.cue.partner and _AMONG.fullmatch(sentence.codes[: max(one.first, 0)]))
    return next((one for one in fronted if one.last <= index), None)


def _group(sentence: Sentence, nominal: Nominal, index: int) -> str | None:
    """Among whom the rank counts: "in Central Asia", "of any Central Asian state", "the Baltic country with"."""
    if nominal.among is not None:
        item = sentence.items[nominal.among]
        return str(item.ref.code) if item.code == "E" else ANAPHOR
    for at in [
        *range(nominal.last, min(nominal.last + MAX_REACH, len(sentence.items))),
        *range(index - 1, max(-1, index - 6), -1),
    ]:
        item = sentence.items[at]
        if item.code == "E" and item.ref.kind in {"group", "group-demonym", "world"}:
            return str(item.ref.code)
        if item.code == "r" and item.cue is not None and item.cue.group:
            return ANAPHOR
        if at > index and item.code in FIGURES:
            break
    return None


def _signs(sentence: Sentence, trade: tuple[Nominal, ...]) -> Iterator[Quality]:
    """ "maintains a trade surplus with China" without an amount."""
    for nominal in trade:
        if nominal.flow != "balance" or nominal.cue.sign not in {1, -1}:
            continue
        near = sentence.codes[max(0, nominal.first - 4) : nominal.last + 5]
        sided = [other for other in trade if other.owners and other.partners and other.head < nominal.head]
        only = only_one(sentence, nominal)
        alone = only is not None and only.one is not None
        named = nominal.owners or nominal.partners or sided or alone or _with_another(sentence)
        if set(near) & FIGURES or not named:
            continue
        group = (only.group or _group(sentence, nominal, nominal.first)) if only and not only.partner else None
        yield Quality(
            index=nominal.head, nominal=nominal, measure="sign", value=Decimal(nominal.cue.sign or 0),
            order="only" if only else None, group=group, one=only,
        )  # fmt: skip


def _with_another(sentence: Sentence) -> bool:
    """Whether a sentence without figures names the two whose balance it is: "with Peru, Chile had a surplus"."""
    return not sentence.figures() and two_sides(sentence) is not None


def _trends(sentence: Sentence, nominals: tuple[Nominal, ...]) -> Iterator[Quality]:
    """ "Imports remained steady": a trend word right behind a trade phrase, with no figure of change.

    An amount may stand between: "exports, at $4 billion in 2023, fell to …", "came to $4 billion, down from …".
    """
    for nominal in nominals:
        weak = nominal.cue.weak and not (nominal.owners and nominal.partners)
        found = _MOVES.match(sentence.codes, nominal.last)
        if nominal.flow in {None, "same"} or weak or found is None or of_share(sentence, nominal):
            continue
        at = found.end() - 1
        if nominal.flow == "balance" and not nominal.cue.sign:
            continue  # "the trade balance improved": whether a gap grew or shrank is not said
        if any(says(item, "passing") for item in sentence.items[at + 1 : at + 2]):
            continue  # "climbed past the $5 billion mark": which mark was passed, not since when
        moved = way_moved(sentence.items[at], nominal)
        after = way(sentence.codes[at + 1 : at + 5])
        if moved is None or after[:1] in {"%", "M", "Q", "b"} or after[:2] in {"b%", "i%"}:
            continue  # "gained $3 billion": the figure itself says which way, and by how much
        yield Quality(index=at, nominal=nominal, measure="trend", value=Decimal(moved))


def among(quality: Quality, owner: str | None, partner: str | None, group: str | None) -> str | None:
    """The ranking as ``REPORTER/PARTNER/FLOW`` with ``*`` for the side that is compared, and the group."""
    suffix = f":{group}" if group else ""
    flow = quality.nominal.flow
    if quality.nominal.cue.partner or (quality.one is not None and quality.one.partner):
        return f"{owner}/*/{flow}{suffix}" if owner else None
    return f"*/{partner or 'world'}/{flow}{suffix}"
