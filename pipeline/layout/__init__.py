"""Layout: from an article's text to blocks, sentences and tables, each a span of the text."""

from pipeline.layout.blocks import Block, find_blocks
from pipeline.layout.characters import Plain, plain, plain_text
from pipeline.layout.markdown import without_markdown
from pipeline.layout.sentences import find_sentences
from pipeline.layout.tables import Cell, Table, find_tables

__all__ = [
    "Block",
    "Cell",
    "Plain",
    "Table",
    "find_blocks",
    "find_sentences",
    "find_tables",
    "plain",
    "plain_text",
    "without_markdown",
]
