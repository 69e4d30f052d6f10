"""A page before the article is looked for in it: what extractors lose or glue is put so that they keep it right.

Nothing is added to what the page shows. A mark of a footnote is set apart from the figure that it hangs on ("2.4" with
a raised or a lowered 1 is no 2.41); captions, terms with their values and the cells of layout tables become paragraphs;
cells that reach over others leave empty ones. What a browser does not show goes, and so do words that are struck out
and the small type over others that says how they are spoken.
"""

from __future__ import annotations

import re
from typing import Any, Final

from pipeline.article.marks import set_apart

_UNSEEN: Final = (
    "//noscript | //template | //dialog | //*[@hidden][not(self::html or self::body or self::main)]"
    " | //del | //s | //strike | //rt | //rp"
)
_STYLED: Final = "//p//*[@style] | //li//*[@style] | //td//*[@style]"
_STRUCK: Final = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|line-through", re.I)
"""Within a paragraph only: whole articles are often hidden until a script has run."""
_MOST_CELLS: Final = 20_000  # that a page may gain by cells that reach over others
_WIDEST, _HIGHEST = 100, 1000


def prepared(page: str) -> Any:
    """The tree of a page as above; None for what is no HTML at all."""
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        return None
    for element in tree.xpath(_UNSEEN):
        _drop(element)
    for element in tree.xpath(_STYLED):
        if _STRUCK.search(element.get("style", "")) is not None:
            _drop(element)
    for raised in list(tree.iter("sup")):
        _mark(raised)
    for lowered in list(tree.iter("sub")):
        if lowered.getparent() is not None and _before(lowered)[-1:].isdigit():
            _mark(lowered)
    for figure in list(tree.iter("figure")):
        _caption_behind(figure)
    for terms in list(tree.iter("dl")):
        _as_list(terms)
    spare = _MOST_CELLS
    for table in list(tree.iter("table")):
        if _is_layout(table):
            _unwrap(table)
        else:
            spare -= _spread(table, spare)
    return tree


def _drop(element: Any) -> None:
    """An element goes with all that is in it; what stands behind it stays."""
    element.clear(keep_tail=True)
    element.tag = "script"


def _mark(raised: Any) -> None:
    """A raised mark stands apart from what it follows."""
    if raised.getparent() is None:
        return
    shown = set_apart("".join(raised.itertext()), _before(raised))
    if shown is not None:
        raised.clear(keep_tail=True)
        raised.text, raised.tag = shown, "span"


def _before(element: Any) -> str:
    """What is printed right before an element, within the same parent."""
    previous = element.getprevious()
    if previous is None:
        return (element.getparent().text or "")[-12:]
    return (previous.tail or "".join(previous.itertext()))[-12:]


def _caption_behind(figure: Any) -> None:
    """The caption of a picture as a paragraph behind it; where it has several, the first."""
    caption = next(figure.iter("figcaption"), None)
    if caption is None or figure.getparent() is None or not "".join(caption.itertext()).strip():
        return
    caption.tag = "p"
    caption.attrib.clear()
    caption.tail, figure.tail = figure.tail, None
    figure.addnext(caption)


def _as_list(terms: Any) -> None:
    """Terms with their values as lines of a list: ``Exports: $2.6 billion``."""
    term = None
    for element in list(terms):
        if element.tag == "dt":
            term = element
        elif element.tag == "dd" and term is not None:
            said = " ".join("".join(term.itertext()).split()).rstrip(" :")
            element.text = f"{said}: {element.text or ''}"
            element.tag = "li"
            term.getparent().remove(term)
            term = None
    if terms.find("li") is not None:
        terms.tag = "ul"
        terms.attrib.clear()


def _is_layout(table: Any) -> bool:
    """A table that only places things on the page: it holds another table, or no row of it has two cells."""
    if next(iter(table.iterdescendants("table")), None) is not None:
        return True
    return all(sum(1 for _ in row.iterchildren("td", "th")) < 2 for row in table.iter("tr"))


def _unwrap(table: Any) -> None:
    """The cells of a layout table as blocks of the page."""
    for group in _groups(table):
        for row in group.iterchildren("tr", "caption"):
            for cell in row.iterchildren("td", "th"):
                _block(cell)
            _block(row)
        _block(group)


def _groups(table: Any) -> list[Any]:
    """What the rows of a table are children of."""
    return [table, *table.iterchildren("tbody", "thead", "tfoot")]


def _spread(table: Any, most: int) -> int:
    """Puts empty cells where a cell reaches over others, so that every figure stays in its column; how many."""
    below: dict[int, int] = {}
    added = 0
    for row in (row for group in _groups(table) for row in group.iterchildren("tr")):
        cells: list[Any] = []
        for cell in row.iterchildren("td", "th"):
            added += _reached(cells, below, cell)
            wide, high = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _HIGHEST)
            cells.append(cell)
            for column in range(len(cells) - 1, len(cells) - 1 + wide):
                below[column] = high - 1
            cells += [_empty(cell) for _ in range(wide - 1)]
            added += wide - 1
            if added > most:
                return added
        added += _reached(cells, below, row)
        row[:] = cells
    return added


def _reached(cells: list[Any], below: dict[int, int], like: Any) -> int:
    """Adds an empty cell for every column that a cell above reaches into; how many."""
    before = len(cells)
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append(_empty(like))
    return len(cells) - before


def _span(cell: Any, name: str, most: int) -> int:
    said = cell.attrib.pop(name, "1").strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _empty(like: Any) -> Any:
    return like.makeelement("td")


def _block(element: Any) -> None:
    element.tag = "div"
    element.attrib.clear()
