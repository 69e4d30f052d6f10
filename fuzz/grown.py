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


_SAYINGS: Final = (
    *("Trade", "2024-03-05", "2024-13-41T99:99", "https://a.example/x", "javascript:alert(1)", "//[", "", "\u202e"),
    *('{"@type": "NewsArticle", "datePublished": "2024-03-05", "headline": 5}', "[" * 300, '{"@graph": [{}, null, 1]}'),
    *("=1+1", "x" * 500, "\x00", "0", "Reuters | Trade - a.example", "text/html; charset=utf-7"),
)
_HEADS: Final = (
    *("<title>{}</title>", '<meta property="og:title" content="{}">', '<meta name="author" content="{}">'),
    *('<meta property="article:published_time" content="{}">', '<meta property="og:site_name" content="{}">'),
    *('<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">', '<base href="{}">'),
    *('<script type="application/ld+json">{}</script>', '<meta http-equiv="content-type" content="{}">'),
    *('<meta charset="{}">', '<meta name="date" content="{}">', "<h1>{}</h1>", '<html lang="{}">'),
)
_HEAD: Final = 8


def page(data: bytes) -> bytes:
    """A web page; the first bytes make its head."""
    head = "".join(
        _HEADS[step % len(_HEADS)].format(_SAYINGS[step * 7 // 5 % len(_SAYINGS)].replace('"', "&quot;"))
        for step in data[:_HEAD]
    )
    return f"<!doctype html>{head}<title>Trade</title><body>{''.join(_elements(data[_HEAD:]))}".encode()


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
    """A Word document with its notes, numbering and styles: a third of the bytes make these."""
    third = len(data) // 9
    pieces = [data[-third * at : len(data) - third * (at - 1)] if third else b"" for at in (1, 2, 3)]
    parts = dict(zip(("footnotes", "numbering", "styles"), pieces, strict=True))
    return docx(
        _part("document", f"<w:body>{_grown(data)}</w:body>"),
        **{name: _part(name, f"{_ENTRIES[name]}{_grown(piece)}{_CLOSES[name]}") for name, piece in parts.items()},
    )


_ENTRIES: Final = {
    "footnotes": '<w:footnote w:id="1">',
    "numbering": '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2"/>'
    '<w:numFmt w:val="lowerRoman"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>',
    "styles": '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>',
}
_CLOSES: Final = {"footnotes": "</w:footnote>", "numbering": "</w:num>", "styles": "</w:style>"}
"""What a part of a Word document holds before and behind what is grown."""


def _part(name: str, content: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<w:{name} xmlns:w="{space}" xmlns:r="{links}">{content}</w:{name}>'.encode()


def _grown(data: bytes) -> str:
    """Elements of a part."""
    opened: list[str] = []
    parts: list[str] = []
    for step in data:
        if step < 80:
            parts.append(_said(escape(_TEXTS[step % len(_TEXTS)]), opened))
        elif step < 190 and len(opened) < _DEEPEST:
            opened.append(f"w:{_WORD[step % len(_WORD)]}")
            parts.append(f"<{opened[-1]}{_look(opened[-1][2:], step)}>")
        elif opened:
            parts.append(f"</{opened.pop()}>")
    return "".join(parts) + "".join(f"</{tag}>" for tag in reversed(opened))


def _said(text: str, opened: Sequence[str]) -> str:
    """A text with the paragraph and the run around it that it needs to be seen."""
    said = f"<w:t>{text}</w:t>"
    said = said if "w:r" in opened else f"<w:r>{said}</w:r>"
    return said if "w:p" in opened else f"<w:p>{said}</w:p>"


def _look(name: str, step: int) -> str:
    """The attributes of an element: mostly such as it has, for others are refused before anything is read."""
    if step % 16 == 0:
        value = _VALUES[step % len(_VALUES)]
        return f' w:val="{value}" w:id="{value}" r:id="{value}"'
    return " " + _USUAL.get(name, _NOTHING)[step % 3]


_NOTHING: Final = ("", "", "")
_USUAL: Final = {
    "vertAlign": ('w:val="superscript"', 'w:val="subscript"', 'w:val="baseline"'),
    "vanish": ("", 'w:val="0"', 'w:val="true"'),
    "gridSpan": ('w:val="2"', 'w:val="3"', 'w:val="70"'),
    "vMerge": ('w:val="restart"', "", 'w:val="continue"'),
    "ilvl": ('w:val="0"', 'w:val="1"', 'w:val="9"'),
    "numId": ('w:val="1"', 'w:val="0"', 'w:val="2"'),
    "pStyle": ('w:val="Heading1"', 'w:val="Normal"', 'w:val="x"'),
    "footnoteReference": ('w:id="1"', 'w:id="1"', 'w:id="2"'),
    "commentReference": ('w:id="1"', 'w:id="0"', 'w:id="2"'),
    "hyperlink": ('r:id="rfootnotes"', 'w:anchor="x"', 'r:id="rstyles"'),
    "sym": ('w:font="Symbol" w:char="F0B7"', 'w:font="Wingdings" w:char="0041"', 'w:font="" w:char="20"'),
    "fldSimple": ('w:instr=" PAGE "', 'w:instr="HYPERLINK x"', 'w:instr=""'),
}


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
