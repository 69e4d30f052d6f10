"""Inputs to start from: small, sound, one of every shape that a target knows, and the tokens that matter to it."""

from __future__ import annotations

import io
import tarfile
import zipfile
from typing import Final

_ARTICLE: Final = """Kenya and Uganda trade more

NAIROBI, March 5, 2024 - Kenya's exports to Uganda rose by nearly 5% to $3.1 billion in 2023, from $2.9 billion a year
earlier, customs data show. Imports fell to $1.2bn; the surplus was "about $1.9 billion". Two-thirds were tea.

| Partner | 2022 | 2023, $ mln |
|---|---|---|
| Uganda | 2,900 | 3,100 |
| Ethiopia | 1o.6 | (12.5) |

- Turnover with the EU: €4.3 billion (+12.5%)
"""
_PAGE: Final = """<!doctype html><html lang=en><head><meta charset=utf-8><title>Trade</title>
<meta property="article:published_time" content="2024-03-05"></head><body><article><h1>Trade</h1>
<p>Kenya&#39;s exports to Uganda rose 5&nbsp;% to <b>$3.1 billion</b> in 2023.</p>
<table><tr><th>Partner<th>2023</tr><tr><td>Uganda<td>3,100</tr></table></article></body></html>"""
_PDF: Final = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj << /Length 62 >> stream
BT /F1 9 Tf 9 50 Td (Exports to Kenya rose to $3 billion in 2023) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Size 6 /Root 1 0 R >>
%%EOF"""
_CONFIG: Final = """language_model: [en_core_web_sm]
jobs: 0
limits:
  max_file_bytes: 20000000
report: {certainty: [impossible], scopes: [article]}
tolerance:
  mirror: 0.15
hedges:
  nearly: {natural: 0.03, widest: open}
"""
_METADATA: Final = 'file_name,published,outlet,url,title\na.txt,2024-03-05,"The ""Daily""",https://a.example/,T\n'
_TOML: Final = '[[rule]]\nid = "a"\nlabel = "b"\npattern = "c"\nexamples = ["x", "y"]\nvalue = 1.5\n'
_CSV: Final = "# codes are strings\nid,name,aliases\nNO,Norway,a|b\n"
_DECISION: Final = (
    '{"crossfoot": "decision/1", "id": "d1", '
    '"subject": "f0123456789ab", "action": "accept", "reason": "", "who": "A", "at": "", "note": "n", '
    '"slot": "", "value": null, "was": null, "about": {"quotes": [{"doc": "a.txt", "exact": "$3 billion"}]}}\n'
)
_CORRECTION: Final = (
    '{"crossfoot": "decision/1", "id": "d2", "subject": "@c", "action": "correct", "slot": "value", "value": "2.5", '
    '"was": "1", "turn": 1, "batch": "b", "about": {"kind": "identity", "quotes": [{"doc": "a.txt", "exact": '
    '"$3.1 billion", "prefix": "rose to ", "suffix": " in 2023", "slots": {"value": "3100000000", "unit": "USD"}}]}}\n'
)
_REQUESTS: Final = (
    "GET /findings?status=all&page=2&q=Kenya&certainty=impossible",
    "GET /findings/@f?done=n1&before=d1&over=3 x;crossfoot-name=Anna%20B",
    "GET /article?doc=a.txt",
    "GET /decisions.json\nGET /left\nGET /corrections?page=1\nGET /static/review.js?v=1",
    "POST /act action=accept&subject=@f:0&nonce=a1&back=%3Fstatus%3Dall\nPOST /act action=undo&nonce=a2&finding=@f",
    "POST /act action=dismiss&subject=@f:0&reason=other&because=no+%3Cb%3E&nonce=b1\nGET /decisions",
    "POST /act action=correct&claim=@c:0&slot=value&value=2.5+billion&nonce=c1&finding=@f\nGET /corrections",
    "POST /act action=try&claim=@c:0&slot=partner&value=Tanzania&nonce=d1&finding=@f",
    "POST /act action=correct&claim=@c:0&slot=period&value=2024-Q1&nonce=e1&finding=@f\nGET /findings/@f",
    "POST /act action=note&subject=@f:0&note=seen&nonce=f1\nPOST /act action=assign&subject=@f:1&assignee=B&nonce=g1",
    "POST /name name=Anna+%F0%9F%92%B0&back=%3Fq%3D5",
    'POST /drop ~--b~Content-Disposition: form-data; name="text"~~Kenya sold goods~--b--~',
)
_DROPPED: Final = (
    b"../a.TXT\nKenya sold goods worth $3 billion in 2023",
    b"x.html\n<p>Kenya sold",
    b".docx\nPK\x03\x04",
)
_SHOWN: Final = (
    "a.txt\nTrade\nThe Daily\nhttps://a.example/x?y=1&z#a\n\ntea\nthe Bank of Kenya\nthe ministry\nSo be it.",
    "=cmd|' /C calc'!A0\n@SUM(1)\n+1\njavascript:alert(1)\n# Tea\n=1+1\nthe \"<x-evil>\" Bank\nAnna \u202eeraseR",
    "../../x\n<script>alert(1)</script>\n' x-evil='1\ndata:text/html,x\n<!--\n]]>\n{{7*7}}\n\x1b]0;x\x07\x9b2J",
)
_ANSWERS: Final = (
    "https://b.example/?q=1#f\ntext/html; charset=utf-8\n/y\n",
    "//[::ffff:127.0.0.1]:80/../x\ntext/html; charset=utf-7\nhttps://www.news.a.example:443/z\n",
    'https://a@b.example:99999/\napplication/pdf; name="x"\nhttp://169.254.169.254/\n',
    "https://xn--a.localhost/\ntext/plain;charset*=utf-8''x\n\\\\b.example\n",
)
TRADE: Final = {
    "a.txt": "Kenya's exports to Uganda rose to $3.1 billion in 2023.\n"
    "Imports from Uganda came to $1.2 billion in 2023. Turnover between Kenya and Uganda was $9.9 billion in 2023.\n",
    "b.txt": "Kenya's exports to Uganda were $2.4 billion in 2023.\n",
}
"""A run that contradicts itself, for what needs one."""
_RECORDS: Final = (
    '{"text": "Kenya sold tea worth $3 billion.", "title": "T", "date": "2024-03-05", "url": "https://a.example/"}\n'
    '{"body": 5, "published": null}\n[]\n'
)
_ROWS: Final = 'text,title,date\n"Kenya sold, tea",T,2024-03-05\n"two\nlines",,\n'
_REPORTED: Final = (
    "reporter,partner,flow,period,value,unit,source,commodity\n"
    "KEN,UGA,export,2023,3.1,USD billion,Customs,\nKenya,world,import,2023-Q1,1200,USD mn,Customs,tea\n"
)
_COMTRADE: Final = (
    "reporterISO,partnerISO,flowCode,period,primaryValue,cmdCode,cmdDesc\n"
    "KEN,UGA,X,2023,3100000000.5,TOTAL,Total\nKEN,W00,M,202303,12,0902,Tea\n"
)
_GOLD: Final = (
    '{"id": "c1", "doc": "a.txt", "start": 3, "end": 13, "text": "$3 billion", "reporter": "KEN", "partner": "UGA", '
    '"flow": "export", "measure": "level", "value": 3000000000, "unit": "USD", "period": "2023-Q1", "source": ["X"]}\n'
)


_BODY: Final = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:r><w:t>'
    "Exports to Kenya rose 5% to $3 billion in 2023.</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Uganda</w:t></w:r></w:p>"
    "</w:tc><w:tc><w:p><w:r><w:t>3,100</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)


def docx(body: bytes, **parts: bytes) -> bytes:
    """A Word file whose document part is ``body``, with further parts by their names (``footnotes``, ``styles``)."""
    target = io.BytesIO()
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    known = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}{".main" * (name == "document")}+xml"/>'
        for name in ("document", *parts)
    )
    linked = "".join(f'<Relationship Id="r{name}" Type="{office}/{name}" Target="{name}.xml"/>' for name in parts)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}"><Default Extension="rels" ContentType="application/xml"/>'
        f"{known}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{links}">{linked}</Relationships>',
        "word/document.xml": body,
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _archive(kind: str) -> bytes:
    target = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("texts/a.txt"), _ARTICLE)
            archive.writestr(zipfile.ZipInfo("../b.html"), _PAGE)
        return target.getvalue()
    with tarfile.open(fileobj=target, mode="w") as many:
        for name, text in (("a.txt", _ARTICLE), ("../b.html", _PAGE)):
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            many.addfile(entry, io.BytesIO(text.encode()))
    return target.getvalue()


def _table() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    target = io.BytesIO()
    pq.write_table(pa.table({"text": [_ARTICLE, None], "title": ["a", "b"], "date": ["2024-03-05", ""]}), target)
    return target.getvalue()


_SEEDS: Final = bytes(17 * at % 256 for at in range(120))


def starts(name: str) -> list[bytes]:
    """Sound inputs of a target."""
    texts = [_ARTICLE.encode(), _ARTICLE.encode("utf-16"), _ARTICLE.replace(" ", "\u00a0").encode()]
    return {
        "html": [_PAGE.encode(), _PAGE.encode("utf-16")],
        "pdf": [_PDF],
        "docx": [docx(_BODY.encode())],
        "docx-body": [_BODY.encode()],
        "html-grown": [_SEEDS],
        "contradictions": [_SEEDS],
        "pdf-grown": [_SEEDS],
        "docx-grown": [_SEEDS],
        "unknown": [_PAGE.encode(), _PDF, docx(_BODY.encode()), _ARTICLE.encode()],
        "jsonl": [_RECORDS.encode()],
        "csv": [_ROWS.encode()],
        "zip": [_archive("zip")] if name == "zip" else [],
        "tar": [_archive("tar")] if name == "tar" else [],
        "parquet": [_table()] if name == "parquet" else [],
        "reference": [_REPORTED.encode(), _COMTRADE.encode()],
        "config": [_CONFIG.encode()],
        "metadata": [_METADATA.encode(), _METADATA.replace(",", ";").encode()],
        "lexicon": [_TOML.encode(), _CSV.encode()],
        "decisions": [_DECISION.encode() * 2, _CORRECTION.encode(), (_DECISION + _CORRECTION).encode()],
        "review": [one.encode() for one in _REQUESTS],
        "dropped": list(_DROPPED),
        "address": [one.encode() + _PAGE.encode() for one in _ANSWERS],
        "outputs": [one.encode() for one in _SHOWN],
        "gold": [_GOLD.encode() * 2],
    }.get(name, texts)


_MARKS: Final = """. , : ; $ € ₸ % - – — ( ) [ ] { } < > </ & ' ’ " “ # * ** --- = + @ \\ / |"""
_NUMBERS: Final = "0 5 7.5 1,234 1.234.567 10.6.2 1o.6 1e999 -0 NaN null true 2024 2024-13 0000 9999 31.02.2024 ½ ٣ ５"
_WORDS: Final = """billion mln trillion nearly from to and or half doubled 3.5-fold respectively China Georgia Beijing
its exports imports trade deficit with rose fell largest FY2023-24"""
_PHRASES: Final = (
    *("percentage points", "a third", "the EU", "according to", "first quarter", "in May", "a year earlier"),
    *("compared with", "as against", "the same period", "last year"),
)
_CHARACTERS: Final = (
    *(" ", "\n", "\n\n", "\t", "\r", "\r\n", "\x0c", "\x00", "\x1b[31m", "\u0085", "\u00a0", "\u2028", "\u202e"),
    *("\u200b", "\ufeff", "\ud800", "\U0001f4b0", "e\u0301", "ﬁ", "ß", "İ", "ſ"),
)
_SYNTAX: Final = (
    *("&subject=", "&turn=", "@f:0", "@c:1", "%00", "%1b", "%ed%a0%80", "%c2%b2", ":²", "&nonce=a", "undo", "correct"),
    *('": {"', '": [', '": null', '": -1', '"about": ', '"quotes": ', '"doc": ', '"slot": "period"', "1e9999", '"NaN"'),
    *(
        "<table>",
        "<tr><td>",
        "<script>",
        '"><img src=x onerror=alert(1)>',
        "&nbsp;",
        "&#0;",
        "<!--",
        "]]>",
        "<?xml",
        "!!python/object",
        "&a [*a]",
    ),
    *("=cmd|' /C calc'!A0", "@SUM(1)", "javascript:alert(1)", "<x-evil x-evil=1>", "' x-evil='1", "\u2066", "\x9b2J"),
    *(
        "<<: *a",
        "? ",
        "- ",
        " obj",
        "endobj",
        "stream",
        "/Kids",
        "xref",
        "%%EOF",
        "PK\x03\x04",
        "word/",
        "<w:p>",
        "</w:t>",
    ),
)
TOKENS: Final = tuple(
    token.encode("utf-8", errors="surrogatepass")
    for token in (*_MARKS.split(), *_NUMBERS.split(), *_WORDS.split(), *_PHRASES, *_CHARACTERS, *_SYNTAX)
)
"""What a person or a format would write there; changes that put them in reach deeper than random bytes."""
