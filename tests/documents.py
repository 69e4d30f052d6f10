"""Small PDF and Word files made on the spot, so that the tests carry no binary files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with the lines of each page in Helvetica; a page without lines has no text at all."""
    drawings = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        drawings.append(f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET" if lines else "")
    return _pdf_pages(drawings)


def drawn(*texts: tuple[float, float, float, str]) -> bytes:
    """A PDF of one page with texts in Courier, each at its place from the left and from below, in its size."""
    shown = (f"BT /F2 {size} Tf {left} {low} Td ({text}) Tj ET" for left, low, size, text in texts)
    return _pdf_pages([" ".join(shown)])


def _pdf_pages(drawings: Sequence[str]) -> bytes:
    count = len(drawings)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, drawing in enumerate(drawings):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * at} 0 R /Resources << /Font << "
            "/F1 3 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>"
        )
        bodies.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    return _pdf_file(bodies)


def locked_pdf() -> bytes:
    """A PDF that asks for a password: encrypted by the standard handler with keys that no password gives."""
    key = "<" + "11" * 32 + ">"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        f"<< /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>",
    ]
    return _pdf_file(
        bodies, "/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )


def _pdf_file(bodies: Sequence[str], trailer: str = "") -> bytes:
    target = io.BytesIO()
    target.write(b"%PDF-1.4\n")
    offsets = []
    for at, body in enumerate(bodies, 1):
        offsets.append(target.tell())
        target.write(f"{at} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = target.tell()
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(bodies) + 1
    target.write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode())
    target.write(f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode())
    return target.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def inserted(text: str) -> str:
    """A paragraph that is a tracked insertion, beside a tracked deletion."""
    kept = f'<w:ins w:id="1"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'
    return f'<w:p>{kept}<w:del w:id="2"><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of a Word document."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def raised(before: str, mark: str, after: str) -> str:
    """A paragraph with a raised mark in it."""
    high = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    runs = (("", before), (high, mark), ("", after))
    shown = (f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' for look, text in runs)
    return f"<w:p>{''.join(shown)}</w:p>"


def noted(before: str, number: int, after: str) -> str:
    """A paragraph with a footnote."""
    return f'{paragraph(before)[:-6]}<w:r><w:footnoteReference w:id="{number}"/></w:r>{paragraph(after)[5:]}'


def docx(*body: str, footnotes: Sequence[str] = ()) -> bytes:
    """A Word document of paragraphs and tables; the footnotes have the numbers from 1."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            '<Override PartName="/word/footnotes.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        if footnotes:
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
                f'Type="{_RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>',
            )
            notes = (
                f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{paragraph(text)[5:]}</w:footnote>'
                for at, text in enumerate(footnotes, 1)
            )
            archive.writestr(
                "word/footnotes.xml",
                f'<w:footnotes xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}">{"".join(notes)}</w:footnotes>',
            )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"><w:body>{"".join(body)}</w:body></w:document>',
        )
    return target.getvalue()
