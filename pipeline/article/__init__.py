"""Articles: text, HTML, PDF and DOCX files, standard input and web addresses, through one type."""

from pipeline.article.address import is_address
from pipeline.article.listing import STDIN, Source, find_sources, printable
from pipeline.article.reading import fetched, read_article, read_articles, read_bytes
from pipeline.article.record import SUFFIXES, Article, Published, Skipped

__all__ = [
    "STDIN",
    "SUFFIXES",
    "Article",
    "Published",
    "Skipped",
    "Source",
    "fetched",
    "find_sources",
    "is_address",
    "printable",
    "read_article",
    "read_articles",
    "read_bytes",
]
