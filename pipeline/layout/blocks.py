"""The blocks of a text: its title, headings, paragraphs, list items, captions and tables, and what is none of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from pipeline.layout.carded import is_card
from pipeline.layout.lines import Chunk, find_lines, join_lines, wrap_width
from pipeline.layout.marking import Draft, mark_drafts
from pipeline.layout.tables import Table, find_tables

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a text, ``text[start:end]`` without outer white space, and what it is.

    ``kind`` is ``title``, ``heading``, ``paragraph``, ``item``, ``caption``, ``table`` or ``boilerplate``; ``rule``
    names the cue that made it a caption or boilerplate.
    """

    start: int
    end: int
    kind: str
    lead: Span | None = None
    """Items only: the paragraph or heading that introduces the list."""
    section: Span | None = None
    """The nearest heading above."""
    rule: str = ""


@lru_cache(maxsize=4)  # triage and the reader ask for the same text
def find_blocks(text: str) -> tuple[Block, ...]:
    """All blocks in order: they never overlap and hold every character that is not white space.

    Only what Markdown sets before quoted lines may stand outside.
    """
    tables = find_tables(text)
    drafts = _drafts(text, tables)
    mark_drafts(drafts, [table.caption for table in tables if table.caption])
    return tuple(_finish(drafts))


def _drafts(text: str, tables: Sequence[Table]) -> list[Draft]:
    """The chunks of the text in order, each table one of them."""
    edges = [0, *chain.from_iterable((table.start, table.end) for table in tables), len(text)]
    runs = [find_lines(text, (edges[index], edges[index + 1])) for index in range(0, len(edges), 2)]
    width = wrap_width(text, list(chain.from_iterable(runs)))
    drafts: list[Draft] = []
    for index, run in enumerate(runs):
        drafts += [_draft(chunk, text[chunk.start : chunk.end]) for chunk in join_lines(text, run, width)]
        if index < len(tables):
            span = Chunk(tables[index].start, tables[index].end, True, False)
            drafts.append(Draft(chunk=span, line="", kind="table"))
    return drafts


def _draft(chunk: Chunk, line: str) -> Draft:
    """A piece of text; a card is a paragraph, however short its lines are."""
    return Draft(chunk=chunk, line=line, kind="paragraph" if "\n" in line and is_card(line) else "")


def _finish(drafts: Sequence[Draft]) -> Iterator[Block]:
    """The drafts as blocks, each with the heading above it, each item with what introduces its list."""
    section: Span | None = None
    lead: Span | None = None
    for draft in drafts:
        span = (draft.chunk.start, draft.chunk.end)
        item = draft.kind == "item"
        yield Block(
            start=span[0],
            end=span[1],
            kind=draft.kind,
            lead=lead if item else None,
            section=section,
            rule=draft.rule,
        )
        if draft.kind == "heading":
            section = span
        if not item:
            lead = span if draft.kind in {"paragraph", "heading", "caption", "title"} else None
