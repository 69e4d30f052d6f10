"""The language model is shown only what its answer can depend on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.components import language, words
from pipeline.layout import find_blocks, find_sentences

pytestmark = pytest.mark.model
CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LONG = "Shipments of zinc " + "and of lead " * 40 + "were machine tools."


def sentences() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))[:6]]
    return [
        text[start:end] for text in texts for block in find_blocks(text) for start, end in find_sentences(text, block)
    ]


def test_a_word_in_its_surroundings_is_what_it_is_in_its_sentence() -> None:
    nlp, seen = language.language(), 0
    for sentence in sentences()[:60]:
        runs = {found.start() for found in language._RUN.finditer(sentence)}
        for token in nlp(sentence):
            if token.idx in runs:
                language.read_nouns([(sentence, [token.idx])])
                assert language.is_noun(sentence, token.idx) == (token.tag_ in language.NOUNS), (sentence, token.text)
                seen += 1
    assert seen > 500


def test_words_far_apart_are_shown_without_what_lies_between() -> None:
    views = language._views(LONG, [LONG.index("zinc"), LONG.index("machine")])
    assert len(views) == 2
    assert sum(end - start for start, end in views) < len(LONG) / 4


def test_words_that_stand_together_are_shown_once() -> None:
    assert language._views(LONG, [LONG.index("tools"), LONG.index("machine")]) == language._views(
        LONG, [LONG.index("machine")]
    )


def test_the_command_line_of_the_library_is_not_imported_but_can_be_later() -> None:
    program = (
        "import sys; from pipeline.components.language import language; language();"
        "assert 'typer' not in sys.modules and 'spacy.cli' not in sys.modules;"
        "import spacy.cli; assert spacy.cli.__file__"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], cwd=CORPUS.parent, check=True)


def test_only_what_the_model_looks_at_is_worked_out_of_a_new_word() -> None:
    getters = language.language().vocab.lex_attr_getters  # type: ignore[attr-defined]
    assert 0 < len(getters) <= 6


def test_runs_that_are_parted_without_the_tokenizer_are_parted_as_it_does() -> None:
    stems = ("Chile", "D-Mass", "year-on-year", "Bre-X", "UAE", "US", "AM", "Inc", "it", "let")
    stems += ("$43.8", "2,400", "5%", "-", "--")
    marks, ends = (
        ("", '"', "(", "“"),
        ("", "'s", "’s", ".", ",", ":", '"', ',"', '".', ".”", ")", "),", "):", ":)", '")'),
    )
    chunks = [f"{mark}{stem}{end}" for stem in stems for mark in marks for end in ends]
    chunks += [run for path in sorted(CORPUS.glob("*.txt")) for run in path.read_text(encoding="utf-8").split()]
    cut = language.language().tokenizer
    parted = {run: tuple((token.text, token.idx) for token in cut(run)) for run in chunks}
    assert {run: words._tokens(run) for run in chunks} == parted
    assert sum(words._SIMPLE.fullmatch(run) is not None for run in chunks) > 100
