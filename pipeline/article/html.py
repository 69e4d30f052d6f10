"""HTML pages: the article without its surroundings, tables as rows of cells."""

from __future__ import annotations

import re
import warnings
from datetime import date
from typing import Any, Final

from pipeline.article.cleaning import clean, table_row
from pipeline.article.encoding import decode
from pipeline.article.extracted import Extracted
from pipeline.article.markup import prepared
from pipeline.article.page_head import printed_headline, standfirst
from pipeline.article.record import Published
from pipeline.errors import CorpusError

_SHORTEST: Final = 40
_RULE_ROW: Final = re.compile(r"\|(?:-{2,}\|)+ ?")
_MOST_TAGS: Final = 60_000
_MOST_PARTS: Final = 5_000
_OPENING: Final = re.compile("<[a-zA-Z]")
_TAG: Final = re.compile(r"""<([a-zA-Z][\w-]{0,40})(?>[^"'<>]++|"[^"]*+"|'[^']*+'|["'])*+""")
_DATES: Final = {
    "original_date": True,
    "extensive_search": False,  # else it invents days from any year in the text
    "max_date": "2100-01-01",  # the default is today: the same page would read differently tomorrow
}


def read_html(data: bytes, *, charset: str | None = None) -> Extracted:
    """The article of a page with its title, day, outlet and address; ``CorpusError`` if there is none.

    ``charset`` is what its server says of it.
    """
    page, encoding = decode(data, markup=True, declared=charset)
    if not page.strip():
        raise CorpusError("is empty")
    tree = prepared(_bounded(page.removeprefix("\ufeff")))
    found = None if tree is None else _extracted(tree)
    text = clean(_rows(getattr(found, "text", None) or ""))
    if len(text) < _SHORTEST:
        raise CorpusError(
            "is an HTML page without an article: give the page of one, or save it as PDF where a script fills it in"
        )
    title, text = _headed(tree, _said(found, "title"), text)
    return Extracted(
        text=text,
        title=title,
        published=_published(_said(found, "date")),
        outlet=_said(found, "sitename"),
        url=_said(found, "url"),
        encoding=encoding,
    )


def _bounded(page: str) -> str:
    """The page as parsers take it in good time: theirs is quadratic in siblings, and in the attributes of a tag."""
    if sum(1 for _ in _OPENING.finditer(page)) > _MOST_TAGS:
        raise CorpusError(f"has more than {_MOST_TAGS:,} elements: save the page of one article")
    return _TAG.sub(_without_attributes, page) if len(page) > 2 * _MOST_PARTS else page


def _without_attributes(tag: re.Match[str]) -> str:
    """A tag as it is; one of thousands of parts, its name alone."""
    many = len(tag[0]) > 2 * _MOST_PARTS and len(tag[0].split()) > _MOST_PARTS
    return f"<{tag[1]}" if many else tag[0]


def _extracted(tree: Any) -> Any:
    """What trafilatura makes of a page; None where it finds no article."""
    import trafilatura

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd time zones and the like: nothing that a reader could mend
        return trafilatura.bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )


def _said(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(clean(value).split()) or None if isinstance(value, str) else None


def _headed(tree: Any, title: str | None, text: str) -> tuple[str | None, str]:
    """The headline as printed, and the text with headline and standfirst first: extractors often drop them."""
    headline = printed_headline(tree, title)
    if headline is not None:
        title = " ".join(clean("".join(headline.itertext())).split())
    if title is None or title.casefold() in " ".join(text[: 2 * len(title) + 200].split()).casefold():
        return title, text
    below = standfirst(headline, text) if headline is not None else []
    return title, "\n\n".join([title, *(["\n".join(map(clean, below))] if below else []), text])


def _rows(text: str) -> str:
    """Table rows without the ruler under their head, and with their padding cells gone."""
    lines = []
    for line in text.split("\n"):
        if not line.startswith("|"):
            lines.append(line)
        elif not _RULE_ROW.fullmatch(line):
            lines.append(_row([cell.strip() for cell in line.strip().strip("|").split("|")]))
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    """A caption comes as a row with one filled cell: it is a line of text."""
    filled = [cell for cell in cells if cell]
    return filled[0] if len(filled) == 1 and cells[0] else table_row(cells)


def _published(day: str | None) -> Published | None:
    if day is None:
        return None
    try:
        return Published(text=day, day=date.fromisoformat(day), precision="day", origin="page")
    except ValueError:
        return None
