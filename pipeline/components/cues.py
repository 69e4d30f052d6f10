"""The cues of trade language: which words name a flow, a trend, a share, another topic.

The lexicon is ``models/cues.toml``; spaCy's ``PhraseMatcher`` finds its forms, the longest at each place wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from pipeline.errors import LexiconError
from pipeline.lexicon import read_toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc


_ENTITY: Final = re.compile(r"&(?:nbsp|amp|#\d{2,5});")
_PIECE: Final = re.compile(r"[—―]|[^\s—―]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One meaning that words of trade language carry.

    ``code`` is its one-letter symbol in reading patterns; ``sign`` is +1, -1, 0 or 9 (not in the word itself).
    ``weak`` words name a flow only in a trade context ("deficit"), ``partner`` words take a country as their subject
    ("trading partner"), ``agent`` words are one ("exporter"), ``pair`` words need two parties said before ("bilateral
    trade"), ``goods`` words name what is traded as well ("non-oil exports"). Of words that stand for an economy,
    ``group`` ones mean several, ``home`` ones the economy that the article is about ("our"), ``other`` ones whoever
    is not the subject ("its neighbour").
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
    group: bool = False
    home: bool = False
    other: bool = False
    follow: bool = False
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
def closed_words() -> dict[str, str]:
    """The symbol of each preposition, article and joint."""
    return dict(read_toml("cues.toml")["closed"])


@cache
def tokenizer() -> Language:
    """A blank English pipeline: spaCy's tokenizer without a model."""
    import spacy

    return spacy.blank("en")


@cache
def cue_matcher() -> PhraseMatcher:
    """The matcher of all forms, without case; the label of a match is the id of its cue."""
    from spacy.matcher import PhraseMatcher

    nlp = tokenizer()
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for record in read_toml("cues.toml")["cue"]:
        matcher.add(record["id"], [nlp.make_doc(form) for form in record["forms"]])
    return matcher


def make_doc(text: str, cuts: Iterable[int] = ()) -> tuple[Doc, list[int]]:
    """The words of a text as a Doc without blanks, so that a phrase may run over a line, and where each word begins.

    ``cuts`` are offsets where a word ends whatever the tokenizer says: the ends of figures ("total—$43.8 billion").
    """
    from spacy.tokens import Doc

    nlp = tokenizer()
    if "&" in text:
        text = _ENTITY.sub(lambda found: " " * len(found[0]), text)
    places = set(cuts)
    words: list[str] = []
    starts: list[int] = []
    for token in nlp.make_doc(text):
        word, start = token.text, token.idx
        if word.isalnum() and places.isdisjoint(range(start + 1, start + len(word))):
            words.append(word)  # nearly every word: nothing to cut and no dash in it
            starts.append(start)
            continue
        end = start + len(word)
        bounds = [start, *sorted(place for place in places if start < place < end), end]
        for first, last in pairwise(bounds):
            for piece in _PIECE.finditer(text, first, last):
                words.append(piece[0])
                starts.append(piece.start())
    return Doc(nlp.vocab, words=words), starts


def find_cues(doc: Doc) -> list[tuple[int, int, Cue]]:
    """Cues as token ranges ``(start, end, cue)``: longest first, the earlier of equals, without overlap."""
    lexicon = cues()
    strings: Any = doc.vocab.strings
    spans = sorted(cue_matcher()(doc), key=lambda match: (match[1] - match[2], match[1], strings[match[0]]))
    taken: set[int] = set()
    found = []
    for label, start, end in spans:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append((start, end, lexicon[strings[label]]))
    return sorted(found, key=lambda match: match[0])
