"""Which texts can hold a claim at all: cheap tests on the raw text, so that the rest is never read word by word.

Triage may cost no claim: it asks only for what every claim needs, first of the words of the whole text, then of each
block, then of each sentence, and last of the sentence as the reader sees it. A claim is a figure that hangs on a
trade phrase in its own sentence, or on the one that the text was about up to ``REACH`` sentences before; the figures
of a table need a trade phrase somewhere. Words that are weak by ``models/cues.toml`` ("sales") name trade in a text
that has a strong one; where it has none, an economy must stand beside them ("Egypt bought …").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from pipeline.extract.flow_words import Forms, flow_forms, opening_forms, party_forms, words_of

if TYPE_CHECKING:
    from pipeline.components.cues import Cue
    from pipeline.extract.phrase.nominals import Nominal
    from pipeline.extract.row.items import Sentence

REACH: Final = 2
"""Sentences over which a figure may go on with what the text was about."""
FEWEST: Final = 3
HEADS: Final = 2
"""A text is on trade if it has so many trade phrases, or one in so many of its first sentences."""
NEVER: Final = 99

_SILENT: Final = frozenset({"table", "boilerplate"})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A sentence that can hold a claim by its words, and the most that the text before can have settled.

    ``before`` are the sentences with a strong word that it can go on from, ``age`` is how many stand between it and the
    last one.
    """

    span: Span
    before: tuple[Span, ...]
    age: int
    trade: bool
    """Whether the text can be one on trade as a whole."""


def may_hold_claim(text: str, published: date | None = None) -> bool:
    """Whether the text has a trade phrase with a figure, or figures in a table."""
    words = words_of(text)
    if not flow_forms().said(words):
        return False
    trade = opening_forms().said(words)
    if trade and _has_table(text):
        return True
    flows = flow_forms().among(words)
    opening = opening_forms().among(words) if trade else None
    return any(_holds(text, candidate, published) for candidate in _candidates(text, flows, opening))


def speaks_of_flows(text: str) -> bool:
    """Whether a text has a word that makes it one on trade."""
    return opening_forms().said(words_of(text))


def _tells(piece: str, flows: Forms) -> bool:
    """Whether a figure stands beside a word that may name a flow."""
    return flows.said_in(piece) and _begins_figure(piece)


def _acts(sentence: str) -> bool:
    """Whether an economy is named, or a word that may stand for one."""
    from pipeline.economy import SILENT_KINDS, find_economies
    from pipeline.layout import without_markdown

    named = find_economies(without_markdown(sentence))
    return any(mention.kind not in SILENT_KINDS for mention in named) or party_forms().said(words_of(sentence))


def _has_table(text: str) -> bool:
    from pipeline.layout import find_tables

    return any(table.cells for table in find_tables(text))


def _candidates(text: str, flows: Forms, opening: Forms | None) -> Iterator[_Candidate]:
    """Each sentence that can hold a claim by its words; only those with figures, and those near, are looked at.

    ``flows`` and ``opening`` are the phrases that the text may have; ``opening`` is None where it is not one on trade.
    """
    from pipeline.quantity import holds_figure

    spans = tuple(_telling_sentences(text, flows) if opening is None else _sentences(text))

    @cache
    def opens(number: int) -> bool:
        start, end = spans[number]
        return opening is not None and opening.said_in(text[start:end])

    @cache
    def often() -> bool:
        return opening is not None and opening_forms().count(text) >= FEWEST

    for number, (start, end) in enumerate(spans):
        sentence = text[start:end]
        before = tuple(spans[at] for at in range(max(0, number - REACH), number) if opens(at))
        can_hold = _tells(sentence, flows) if opening is None else before or flows.said_in(sentence)
        if can_hold and holds_figure(sentence) and (opening is not None or _acts(sentence)):
            last = next(filter(opens, range(number - 1, -1, -1)), None)
            age = NEVER if last is None else number - 1 - last
            heads = any(map(opens, range(min(number + 1, HEADS))))
            yield _Candidate(span=(start, end), before=before, age=age, trade=heads or often())


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of a text outside tables and boilerplate."""
    from pipeline.layout import find_blocks, find_sentences

    for block in find_blocks(text):
        if block.kind not in _SILENT:
            yield from find_sentences(text, block)


def _telling_sentences(text: str, flows: Forms) -> Iterator[Span]:
    """The sentences of blocks in which a figure stands beside a flow."""
    from pipeline.layout import find_blocks, find_sentences

    for block in find_blocks(text):
        if block.kind not in _SILENT and _tells(text[block.start : block.end], flows):
            yield from find_sentences(text, block)


def _begins_figure(text: str) -> bool:
    from pipeline.quantity import begins_figure

    return begins_figure(text)


def _holds(text: str, candidate: _Candidate, published: date | None) -> bool:
    """Whether a sentence has a figure that hangs on a trade phrase and that nothing in the sentence speaks against.

    What the text before can have settled is taken as settled, and unknown words before a trade word for names of goods
    and for none: more than the reader would, which asks the language model.
    """
    from pipeline.extract.binding.bind import takes_over
    from pipeline.extract.phrase.nominals import guess_nominals
    from pipeline.extract.phrase.passages import read_rows

    (sentence,) = read_rows(text, [candidate.span], published, currencies=False)
    if not sentence.figures():
        return False
    guesses, _ = guess_nominals(sentence)
    if any(_governs(sentence, nominals, None, candidate) for nominals in guesses):
        return True
    if not (takes_over(sentence) or any(nominal.flow == "same" for nominals in guesses for nominal in nominals)):
        return False
    return any(
        _governs(sentence, nominals, nominal, candidate)
        for nominal in _flows_before(text, candidate, published)
        for nominals in guesses
    )


def _flows_before(text: str, candidate: _Candidate, published: date | None) -> Iterator[Nominal]:
    """The flows that the sentences before can have left to the first figure of a text, as the reader remembers them."""
    from pipeline.extract.phrase.nominals import Nominal, find_nominals
    from pipeline.extract.phrase.passages import read_rows

    for row in read_rows(text, candidate.before, published, currencies=False):
        found = find_nominals(row.assuming(nouns=False))
        cues = dict.fromkeys(nominal.cue for nominal in found if nominal.flow not in {None, "same"})
        yield from (
            Nominal(first=-1, head=-1, last=0, cue=cue)
            for cue in cues
            if not (cue.weak or cue.agent) and cue.code == "N"
        )


def _governs(sentence: Sentence, nominals: tuple[Nominal, ...], settled: Nominal | None, candidate: _Candidate) -> bool:
    """Whether any figure of the sentence is governed, where the text before has settled all that it can have."""
    from pipeline.extract.binding.bind import bind
    from pipeline.extract.frame import Frame
    from pipeline.extract.gate import governed
    from pipeline.extract.phrase.passages import Passage

    frame = Frame(
        cue=settled.cue if settled is not None else _any_cue(nominals),
        sentence_age=candidate.age,
        trade_seen=candidate.age < NEVER,
        trade_article=candidate.trade,
    )
    passage = Passage(block=0, kind="paragraph", sentence=sentence, nominals=nominals)
    return any(governed(passage, binding, frame) is not None for binding in bind(sentence, nominals, settled))


def _any_cue(nominals: tuple[Nominal, ...]) -> Cue | None:
    return next((nominal.cue for nominal in nominals if nominal.flow not in {None, "same"}), None)
