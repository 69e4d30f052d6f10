"""A Word document before its text is taken out: raised marks stand apart, text that is hidden or struck out goes.

"2.4" with a raised 3 is no 2.43: the run of a raised figure or letter is put in brackets, as marks of footnotes are.
Hyphens that Word keeps apart from the text are put into it: "5-6 percent" is no 56.
"""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from typing import Any, Final

from pipeline.article.marks import set_apart
from pipeline.errors import CorpusError

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_IN_FIGURES: Final = frozenset("0123456789+-.,%()")
"""What the font Symbol draws as anybody would; the rest of it is Greek and signs."""
_GONE: Final = ("vanish", "strike", "dstrike")
_TEXTS: Final = re.compile(rb"<(?:[\w.-]{1,20}:)?(?:document|footnotes|endnotes|numbering)[\s>]")
"""How the root of a part with text or its lists begins, whatever the part is called."""
_HEAD: Final = 4000
_MOST_MARKS: Final = 600_000
"""Of XML, in all parts: half as many elements."""
_LARGEST: Final = {"gridSpan": 63, "ilvl": 8, "start": 9999}
"""The most columns of a cell and the deepest level of a list that Word itself knows; where a list begins to count."""


def prepared(data: bytes) -> bytes:
    """The archive with its texts as above; the rest of it as it was."""
    target, left = io.BytesIO(), _MOST_MARKS
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.casefold().endswith(".xml"):
                left -= content.count(b"<")
                if left < 0:
                    raise CorpusError(f"has more than {_MOST_MARKS // 2:,} elements: save its parts as documents")
            made.writestr(entry.filename, _text(content) if _TEXTS.search(content, 0, _HEAD) else content)
    return target.getvalue()


def _text(content: bytes) -> bytes:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(content, parser)
    tree = _with_relations(tree)
    for element in tree.iter(f"{_WORD}*"):
        element.attrib.pop(f"{_RELATIONS}id", None)  # where it leads is not read, and may be missing
    _spell_out(tree)
    _bound_numbers(tree)
    before = ""
    for run in list(tree.iter(f"{_WORD}r")):
        said = "".join(text.text or "" for text in run.iter(f"{_WORD}t"))
        look = run.find(f"{_WORD}rPr")
        if look is not None and any(_is_on(look.find(f"{_WORD}{name}")) for name in _GONE):
            run.getparent().remove(run)
            continue
        if look is not None and _is_raised(look):
            _mark(run, said, before)
        before = said or before
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _with_relations(tree: Any) -> Any:
    """The document with a prefix for relations, which docx2python asks for, and few programs but Word always write."""
    from lxml import etree

    if "r" in tree.nsmap:
        return tree
    made = etree.Element(tree.tag, tree.attrib, nsmap={**tree.nsmap, "r": _RELATIONS[1:-1]})
    made[:] = tree[:]
    return made


def _spell_out(tree: Any) -> None:
    """Hyphens and symbols that stand beside the text are put into it; of symbols those that a figure can hold."""
    for hyphen in list(tree.iter(f"{_WORD}noBreakHyphen")):
        hyphen.tag, hyphen.text = f"{_WORD}t", "\N{NON-BREAKING HYPHEN}"
    for symbol in list(tree.iter(f"{_WORD}sym")):
        code = symbol.get(f"{_WORD}char", "")[-2:]
        shown = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{2}", code) else " "
        plain = symbol.get(f"{_WORD}font") == "Symbol" and shown in _IN_FIGURES
        symbol.tag, symbol.text = f"{_WORD}t", shown if plain else " "


def _bound_numbers(tree: Any) -> None:
    """A cell of a million columns, or a list that deep, would be laid out as such, a Roman number letter by letter."""
    for name, most in _LARGEST.items():
        for element in tree.iter(f"{_WORD}{name}"):
            with suppress(ValueError):
                if int(element.get(f"{_WORD}val", "")) > most:
                    element.set(f"{_WORD}val", str(most))


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f"{_WORD}val", "true") not in {"0", "false", "off"}


def _is_raised(look: Any) -> bool:
    align = look.find(f"{_WORD}vertAlign")
    return align is not None and align.get(f"{_WORD}val") == "superscript"


def _mark(run: Any, said: str, before: str) -> None:
    """A raised mark stands apart from what it follows."""
    shown = set_apart(said, before)
    texts = list(run.iter(f"{_WORD}t"))
    if shown is not None and texts:
        texts[0].text = shown
        for rest in texts[1:]:
            rest.text = ""
