"""Sound files grown from any bytes: most that are only *changed* are refused at the door, and try nothing behind it.

Each byte chooses the next step: which element opens, which closes, which text stands in it. So whatever bytes a fuzzer
draws, the page, the document or the PDF file is well-formed, and as odd inside as its author could have made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import cycle
from typing import Final

from fuzz.starts import docx

_TEXTS: Final = (
    *("Kenya's exports to Uganda rose 5% to $3.1 billion in 2023. ", "Imports fell", " to $1.2bn", "2.4", "1", "3,100"),
    *("Uganda", "2023", " ", "", "$ mln", "(12.5)", "1o.6", "half", "MOMBASA, March 5, 2024 - ", "of which tea: "),
    *(
        "- ",
        "¹",
        "½",
        "&",
        "<b>",
        "\u00a0",
        "\u202e",
        "e\u0301",
        "x" * 300,
        "7" * 300,
        "a-",
        "†",
        "Table 1. ",
        "€4.3bn",
    ),
)
_NUMBERS: Final = ("0", "1", "-1", "9", "72", "300", "1e9", "99999999999", "-99999999999", "0.0001", "1.5", "3e-40", "")
_SPANS: Final = ("", "0", "1", "2", "3", "100", "65000", "-1", "x", "²")

_TAGS: Final = (
    *("p", "p", "div", "span", "article", "section", "table", "tbody", "thead", "tr", "td", "th", "td", "caption"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "h1", "h2", "sup", "sub", "a", "b", "blockquote"),
    *("pre", "header", "footer", "main", "aside", "time", "noscript", "template", "script", "style", "svg", "math"),
    *("form", "select", "option", "textarea", "iframe", "object", "details", "ruby", "marquee", "custom-tag", "title"),
)
_VOID: Final = (
    "<br>",
    "<hr>",
    "<img alt='3 billion'>",
    "<wbr>",
    "<!-- $3 billion -->",
    "<![CDATA[x]]>",
    "<?pi x?>",
    "\n",
)


def page(data: bytes) -> bytes:
    """A web page."""
    return f"<!doctype html><title>Trade</title><body>{''.join(_elements(data))}".encode()


def _elements(data: bytes) -> Iterator[str]:
    following = iter(data)
    opened: list[str] = []
    for step in following:
        if step < 90:
            yield escape(_TEXTS[step % len(_TEXTS)]) if step % 7 else _TEXTS[step % len(_TEXTS)]
        elif step < 190:
            tag = _TAGS[step % len(_TAGS)]
            opened.append(tag)
            yield f"<{tag}{_attributes(tag, next(following, 0))}>"
        elif step < 240:
            yield f"</{opened.pop()}>" if opened else ""
        elif step < 250:
            yield _VOID[step % len(_VOID)]
        else:  # what is closed out of order
            yield f"</{_TAGS[next(following, 0) % len(_TAGS)]}>"


def _attributes(tag: str, choice: int) -> str:
    if tag in {"td", "th"} and choice > 99:
        return f" colspan='{_SPANS[choice % len(_SPANS)]}' rowspan='{_SPANS[choice // 7 % len(_SPANS)]}'"
    if tag == "a":
        return f" href='{('', '#n1', 'javascript:x', '//[', 'http://[::1')[choice % 5]}'"
    if tag == "time":
        return f" datetime='{('2024-03-05', '2024-13-41', '', '0000', '99999999')[choice % 5]}'"
    return ("", "", "", " hidden", " class='comment'", " id=''", " lang=ar dir=rtl", " style='display:none'")[
        choice % 8
    ]


_WORD: Final = (
    *(
        "p",
        "p",
        "r",
        "r",
        "t",
        "t",
        "tbl",
        "tr",
        "tc",
        "rPr",
        "pPr",
        "tcPr",
        "ins",
        "del",
        "delText",
        "hyperlink",
        "sdt",
    ),
    *(
        "sdtContent",
        "numPr",
        "ilvl",
        "numId",
        "vertAlign",
        "vanish",
        "gridSpan",
        "vMerge",
        "footnoteReference",
        "br",
        "b",
    ),
    *(
        "tab",
        "fldSimple",
        "instrText",
        "drawing",
        "pict",
        "commentReference",
        "smartTag",
        "pStyle",
        "noBreakHyphen",
        "sym",
    ),
)
_VALUES: Final = (
    "superscript",
    "subscript",
    "0",
    "1",
    "2",
    "off",
    "continue",
    "restart",
    "-1",
    "99999",
    "Heading1",
    "x",
)


_DEEPEST: Final = 60


def document(data: bytes) -> bytes:
    """A Word document."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    opened: list[str] = []
    parts: list[str] = []
    for step in data:
        if step < 80:
            parts.append(_said(escape(_TEXTS[step % len(_TEXTS)]), opened))
        elif step < 190 and len(opened) < _DEEPEST:
            opened.append(f"w:{_WORD[step % len(_WORD)]}")
            parts.append(f"<{opened[-1]}{_look(step)}>")
        elif opened:
            parts.append(f"</{opened.pop()}>")
    body = "".join(parts) + "".join(f"</{tag}>" for tag in reversed(opened))
    return docx(f'<w:document xmlns:w="{space}" xmlns:r="{links}"><w:body>{body}</w:body></w:document>'.encode())


def _said(text: str, opened: Sequence[str]) -> str:
    """A text with the paragraph and the run around it that it needs to be seen."""
    said = f"<w:t>{text}</w:t>"
    said = said if "w:r" in opened else f"<w:r>{said}</w:r>"
    return said if "w:p" in opened else f"<w:p>{said}</w:p>"


def _look(step: int) -> str:
    value = _VALUES[step % len(_VALUES)]
    names = ("w:val", "w:id", "r:id")[: step % 4 if step % 13 == 0 else step % 3]
    return "".join(f' {name}="{value}"' for name in names)


_DRAWN: Final = (
    *("{0} {1} Td", "{0} {1} TD", "1 0 0 1 {0} {1} Tm", "{0} {1} {1} {0} {0} {1} Tm", "T*", "{0} TL", "/F1 {0} Tf"),
    *(
        "{0} Tc",
        "{0} Tw",
        "{0} Tz",
        "{0} Ts",
        "{0} Tr",
        "q",
        "Q",
        "{0} 0 0 {1} 0 0 cm",
        "ET",
        "BT",
        "[({2}) {0} ({2})] TJ",
    ),
)
_LONGEST: Final = 400
_SMALL: Final = ("0", "3", "5", "7", "9", "12", "20", "40", "-12", "100", "250")


def sheet(data: bytes) -> bytes:
    """A PDF file of one to three pages that draw the same."""
    data = data[:_LONGEST]
    pages = 1 + (data[0] % 3 if data else 0)
    box = (
        " ".join(_NUMBERS[value % len(_NUMBERS)] or "0" for value in data[1:5]) if len(data) % 5 == 0 else "0 0 300 200"
    )
    content = f"BT /F1 9 Tf 9 150 Td ({_TEXTS[0]}) Tj {' '.join(_operators(data))} ET".encode("cp1252", "replace")
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    turned = 90 * (data[-1] % 4) if data else 0
    one = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {turned} /Contents 3 0 R "
    objects += [f"{one}/Resources << /Font << /F1 4 0 R >> >> >>".encode()] * pages
    return _pdf(objects)


def _operators(data: bytes) -> Iterator[str]:
    numbers: Sequence[str] = _SMALL if len(data) % 3 else _NUMBERS
    following = cycle(numbers)
    for step in data:
        said = _TEXTS[step % len(_TEXTS)].translate({40: "\\(", 41: "\\)", 92: "\\\\"})
        for _ in range(step % 5):
            next(following)
        if step < 120:
            yield f"({said}) Tj"
        else:
            yield _DRAWN[step % len(_DRAWN)].format(next(following) or "0", next(following) or "0", said)


def _pdf(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1, the first of them its catalogue."""
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, table, size),
        len(made),
    )
