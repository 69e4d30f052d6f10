"""Articles: text, HTML, PDF and DOCX files and standard input, through one type."""

from pipeline.article.listing import STDIN, Source, find_sources, printable
from pipeline.article.reading import MAX_FILE_BYTES, read_article, read_articles, read_bytes
from pipeline.article.record import SUFFIXES, Article, Published, Skipped

__all__ = [
    "MAX_FILE_BYTES",
    "STDIN",
    "SUFFIXES",
    "Article",
    "Published",
    "Skipped",
    "Source",
    "find_sources",
    "printable",
    "read_article",
    "read_articles",
    "read_bytes",
]
