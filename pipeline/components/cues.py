"""The cues of trade language: which words name a flow, a trend, a share, another topic.

The lexicon is ``models/cues.toml``; its forms are kept word by word in a tree, the longest at each place wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.components.words import split_chunk
from pipeline.errors import LexiconError
from pipeline.lexicon import read_toml

_END: Final = ""
"""The key under which a node of the tree keeps the cues whose form ends there; no word is empty."""
_Tree = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One meaning that words of trade language carry.

    ``code`` is its one-letter symbol in reading patterns; ``sign`` is +1, -1, 0 or 9 (not in the word itself).
    ``weak`` words name a flow only in a trade context ("deficit"), ``partner`` words take a country as their subject
    ("trading partner"), ``agent`` words are one ("exporter"), ``pair`` words need two parties said before ("bilateral
    trade"), ``goods`` words name what is traded as well ("non-oil exports"), ``shipped`` words cross a border only
    where the text says so ("shipments"), ``crosses`` ones are said of goods that do it themselves. Of words that
    stand for an economy, ``group`` ones mean several, ``home`` ones the economy that the article is about ("our"),
    ``other`` ones whoever is not the subject ("its neighbour").
    """

    id: str
    code: str
    flow: str | None = None
    sign: int | None = None
    weak: bool = False
    pair: bool = False
    partner: bool = False
    agent: bool = False
    goods: bool = False
    shipped: bool = False
    crosses: bool = False
    ranked: bool = False
    group: bool = False
    home: bool = False
    other: bool = False
    future: bool = False
    revised: bool = False
    attained: bool = False
    spends: bool = False
    proceeds: bool = False
    costs: bool = False
    record: bool = False
    whole_year: bool = False
    order: str | None = None
    modality: str | None = None


@cache
def cues() -> dict[str, Cue]:
    """Every cue of the lexicon by its id."""
    found: dict[str, Cue] = {}
    for record in read_toml("cues.toml")["cue"]:
        fields = {key: value for key, value in record.items() if key in Cue.__slots__}
        if len(record["code"]) != 1 or record["id"] in found:
            raise LexiconError(f"models/cues.toml: the cue {record['id']!r} is there twice or has no one-letter code")
        found[record["id"]] = Cue(**fields)
    return found


@cache
def noun_of(flow: str, *, weak: bool = False) -> Cue:
    """The first noun of the lexicon that names a flow; ``weak``: that only may mean it ("sales")."""
    return next(cue for cue in cues().values() if (cue.code, cue.flow, cue.weak) == ("N", flow, weak))


@cache
def closed_words() -> dict[str, str]:
    """The symbol of each preposition, article and joint."""
    return dict(read_toml("cues.toml")["closed"])


@cache
def _forms() -> _Tree:
    """All forms as a tree of lower-case words."""
    root: _Tree = {}
    for record in read_toml("cues.toml")["cue"]:
        for form in record["forms"]:
            node = root
            for chunk in form.split():  # as printed, for the tokenizer knows "Corp." and not "corp."
                for word, _ in split_chunk(chunk):
                    node = node.setdefault(word.lower(), {})
            node.setdefault(_END, []).append(record["id"])
    return root


def find_cues(words: Sequence[str]) -> list[tuple[int, int, Cue]]:
    """Cues among words as ranges ``(start, end, cue)``: longest first, the earlier of equals, without overlap.

    Apostrophes may be curly.
    """
    spans = sorted(_spans([word.lower().replace("’", "'") for word in words]))
    taken: set[int] = set()
    found = []
    for _, start, label, end in spans:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append((start, end, cues()[label]))
    return sorted(found, key=lambda match: match[0])


def _spans(words: Sequence[str]) -> Iterator[tuple[int, int, str, int]]:
    """Every form that stands anywhere: its length as a negative number, its start, its cue and its end."""
    root, number = _forms(), len(words)
    for start, word in enumerate(words):
        node, end = root.get(word), start + 1
        while node is not None:
            for label in node.get(_END, ()):
                yield start - end, start, label, end
            node, end = (node.get(words[end]), end + 1) if end < number else (None, end)
