"""The small word lists of extraction, read once from the lexicons: single words that settle how a phrase is read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon import read_toml

if TYPE_CHECKING:  # the items are made with these lists
    from collections.abc import Iterable

    from pipeline.extract.row.items import Item, Sentence

_NO_NOUN = ("ed", "ly", "est")
_PARTICIPLE = "ing"
_SHORTEST = 3
_ACRONYM = range(2, 6)
_LONGEST_PHRASE = 4
"""Items that a phrase of a list has at most."""
_OTHER_WAY = 6
"""Items from a figure on within which "in the opposite direction" is said of it."""


@cache
def modifiers() -> frozenset[str]:
    """Words before a trade noun that do not name goods."""
    return frozenset(read_toml("modifiers.toml")["modifiers"])


@cache
def narrowing() -> frozenset[str]:
    """Words before a trade noun that name no goods, and may leave some of the trade out."""
    return frozenset(read_toml("modifiers.toml")["narrowing"])


@cache
def goods_adjectives() -> frozenset[str]:
    """Adjectives before a trade noun that name goods."""
    return frozenset(read_toml("modifiers.toml")["goods_adjectives"])


@cache
def wording(name: str) -> frozenset[str]:
    """The words of one list of ``models/wording.toml``, in lower case."""
    return frozenset(read_toml("wording.toml")[name])


def counted(text: str) -> int | None:
    """The number that a phrase counts with: of "the three countries" 3; None where it has no such word."""
    words = text.lower().split()
    return next((at + 2 for at, word in enumerate(read_toml("wording.toml")["numbers"]) if word in words), None)


def says(item: Item, name: str) -> bool:
    """Whether an item is a word of the list."""
    return item.text.lower() in wording(name)


def says_any(item: Item, *names: str) -> bool:
    """Whether an item is a word of any of the lists."""
    return item.text.lower() in _words_of_all(names)


@cache
def _words_of_all(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(wording, names))


def is_some_goods(item: Item) -> bool:
    """Whether an item names goods, and not all goods or what trade is of ("merchandise", "services")."""
    return item.code == "C" and not says(item, "all_goods") and item.text.lower() not in wording("definitions")


def speaks(sentence: Sentence, name: str) -> bool:
    """Whether any plain word of the sentence is of the list."""
    return any(item.code in "vw" and says(item, name) for item in sentence.items)


def has_phrase(sentence: Sentence, name: str) -> bool:
    """Whether a sentence holds one of the phrases of the list, wherever its lines are broken."""
    return holds_phrase(sentence.text, name)


def holds_phrase(text: str, name: str) -> bool:
    """Whether a text holds one of the phrases of the list, wherever its lines are broken."""
    words = " ".join(text.lower().split())
    return any(map(words.__contains__, wording(name)))


def phrase_at(sentence: Sentence, at: int, name: str) -> int:
    """How many items from one on are a phrase of the list, the longest first; 0 where none stands there."""
    if sentence.items[at].text.lower() not in _openings(name):
        return 0
    for many in range(_LONGEST_PHRASE, 0, -1):
        if " ".join(item.text.lower() for item in sentence.items[at : at + many]) in wording(name):
            return many
    return 0


@cache
def _openings(name: str) -> frozenset[str]:
    """The words, and the items of several, with which the phrases of a list begin."""
    return frozenset(opening for phrase in wording(name) for opening in (phrase, phrase.split()[0]))


def goes_other_way(sentence: Sentence, figure: int) -> bool:
    """Whether the words behind a figure turn its two sides round: "$4 billion in the opposite direction"."""
    return said_behind(sentence, figure, "reversed", _OTHER_WAY)


def said_behind(sentence: Sentence, figure: int, name: str, reach: int) -> bool:
    """Whether a phrase of the list stands within the items behind a figure that are less than ``reach`` away."""
    behind = " ".join(item.text.lower() for item in sentence.items[figure + 1 : figure + reach])
    return any(words in behind for words in wording(name))


def in_other_money(one: Item, other: Item) -> bool:
    """Whether two amounts are in two currencies, so that one may be the other again."""
    return bool(one.ref.kind == other.ref.kind == "money" and one.ref.unit != other.ref.unit)


def tells_whole_year(items: Iterable[Item]) -> bool:
    """Whether words say that a figure is for the whole of a year: "the full year", "annual"."""
    return any(item.cue is not None and item.cue.whole_year for item in items)


def mentions(item: Item, name: str) -> bool:
    """Whether a word of the list stands anywhere within an item's text."""
    return any(map(item.text.lower().__contains__, wording(name)))


def says_first(item: Item, name: str) -> bool:
    """Whether an item begins with a word of the list."""
    return item.text.lower().split(" ", 1)[0] in wording(name)


def says_last(item: Item, name: str) -> bool:
    """Whether an item ends with a word of the list."""
    return item.text.lower().endswith(_endings(name))


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(wording(name))


def spoken(items: tuple[Item, ...], name: str) -> bool:
    """Whether the items say a word of the list, be it within a longer phrase."""
    return any(not wording(name).isdisjoint(item.text.lower().split()) for item in items)


def is_acronym(text: str, sentence: Sentence) -> bool:
    """Whether a word that no lexicon knows is set in capitals ("LNG exports") in a sentence that is not."""
    printed = text.isalpha() and text.isupper() and len(text) in _ACRONYM and not sentence.text.isupper()
    return printed and text.lower() not in modifiers()


def is_goods_adjective(text: str) -> bool:
    """Whether an adjective names goods, or all others: "agricultural exports", "non-agricultural exports"."""
    return text.lower().removeprefix("non-") in goods_adjectives()


def is_goods_word(text: str, *, noun: bool = False) -> bool:
    """Whether a word that no lexicon knows can name goods: a lower-case noun-like word, no known modifier.

    What ends like a participle names goods only where it is known to be a ``noun`` ("shipbuilding").
    """
    lower = text.lower()
    if lower in modifiers() or lower in wording("goods_go") or text.isupper() or len(lower) < _SHORTEST:
        return False
    if not lower.replace("-", "").isalpha():
        return False
    return not lower.endswith(_NO_NOUN) and (noun or not lower.endswith(_PARTICIPLE))
