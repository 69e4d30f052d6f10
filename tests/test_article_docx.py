"""Word documents: raised marks and footnotes stand apart from figures, hidden text is not read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from articles import put, read_one, refused
from documents import docx, noted, paragraph, raised, table

from fuzz.starts import docx as word_file

SENTENCE = "Exports of the landlocked republic to its neighbour rose to $2.4 billion in 2023, the ministry said."


def read(tmp_path: Path, data: bytes) -> str:
    return read_one(put(tmp_path / "a.docx", data)).text


@pytest.mark.parametrize(
    ("before", "mark", "after", "text"),
    [
        ("Imports came to $1.2 billion", "1", " in 2023.", "Imports came to $1.2 billion[1] in 2023."),
        ("All of it came to 2.4", "3", " in two years.", "All of it came to 2.4[3] in two years."),
        ("All of it came to 2,768", "r", " in two years.", "All of it came to 2,768[r] in two years."),
        ("Gas sales of 3 billion m", "3", " a year.", "Gas sales of 3 billion m³ a year."),
        ("It was held on the 5", "th", " of May.", "It was held on the 5th of May."),
    ],
)
def test_raised_marks_are_no_part_of_a_figure(tmp_path: Path, before: str, mark: str, after: str, text: str) -> None:
    assert read(tmp_path, docx(paragraph(SENTENCE), raised(before, mark, after))) == f"{SENTENCE}\n\n{text}"


def test_raised_marks_in_tables(tmp_path: Path) -> None:
    rows = table([["Partner", "2023"], ["Uganda", "MARK"]]).replace(paragraph("MARK"), raised("3,100", "2", ""))
    assert "| Uganda | 3,100[2] |" in read(tmp_path, docx(paragraph(SENTENCE), rows))


def test_footnotes_stand_at_the_end_behind_their_marks(tmp_path: Path) -> None:
    body = noted("Exports came to $3.1 billion", 1, " in 2023, ministry data show.")
    text = read(tmp_path, docx(body, footnotes=["Revised from $3.0 billion."]))
    assert text == "Exports came to $3.1 billion[1] in 2023, ministry data show.\n\n[1] Revised from $3.0 billion."


@pytest.mark.parametrize("look", ["vanish", "strike", "dstrike"])
def test_text_that_is_hidden_or_struck_out_is_not_read(tmp_path: Path, look: str) -> None:
    hidden = paragraph("Exports were $99 billion.").replace("<w:r>", f"<w:r><w:rPr><w:{look}/></w:rPr>")
    shown = hidden.replace(f"<w:{look}/>", f'<w:{look} w:val="0"/>').replace("99", "98")
    assert read(tmp_path, docx(paragraph(SENTENCE), hidden, shown)) == f"{SENTENCE}\n\nExports were $98 billion."


def test_a_hyphen_that_does_not_break_is_one(tmp_path: Path) -> None:
    hyphened = paragraph("Exports rose 5<w:noBreakHyphen/>6 percent.").replace(
        "<w:noBreakHyphen/>", "</w:t><w:noBreakHyphen/><w:t>"
    )
    assert "rose 5\N{NON-BREAKING HYPHEN}6 percent" in read(tmp_path, docx(paragraph(SENTENCE), hyphened))


@pytest.mark.parametrize("numbers", ["99999999", "٩٩٩٩٩٩٩٩"])
def test_a_cell_of_millions_of_columns_is_laid_out_as_one_of_many(tmp_path: Path, numbers: str) -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="{numbers}"/></w:tcPr>'
    row = f"<w:tbl><w:tr><w:tc>{wide}{paragraph('Uganda')}</w:tc></w:tr></w:tbl>"
    deep = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{numbers}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    text = read(tmp_path, docx(paragraph(SENTENCE), row, deep))
    assert "Uganda" in text
    assert len(text) < 1000


def test_a_document_of_more_elements_than_any_book_is_refused(tmp_path: Path) -> None:
    data = docx(paragraph(SENTENCE), "<w:p/>" * 600_001)
    assert "has more than 300,000 elements" in refused(put(tmp_path / "a.docx", data))


def test_a_text_under_another_name_is_prepared_as_well(tmp_path: Path) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Exports were $99 billion.</w:t></w:r></w:p>"
    data = docx(paragraph(SENTENCE), hidden)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b"document.xml", b"document2.xml")
            target.writestr(name.replace("document.xml", "document2.xml"), content)
    assert read(tmp_path, made.getvalue()) == SENTENCE


def test_symbols_are_read_as_far_as_a_figure_can_hold_them(tmp_path: Path) -> None:
    symbols = "".join(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for font, code in SYMBOLS)
    body = f"<w:p>{symbols}<w:r><w:t>5 percent</w:t></w:r></w:p>"
    assert read(tmp_path, docx(paragraph(SENTENCE), body)).endswith("-5 percent")


SYMBOLS = (("Symbol", "F0B7"), ("Wingdings", "F041"), ("Symbol", "x"), ("Symbol", "F02D"))


def test_a_link_that_leads_nowhere_is_text_all_the_same(tmp_path: Path) -> None:
    link = '<w:p><w:hyperlink r:id="none"><w:r><w:t>Exports to Kenya</w:t></w:r></w:hyperlink></w:p>'
    assert "Exports to Kenya" in read(tmp_path, docx(paragraph(SENTENCE), link))


def test_a_document_without_a_prefix_for_relations_is_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph(SENTENCE)))) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"xmlns:r=", b"xmlns:q="))
    assert read(tmp_path, made.getvalue()) == SENTENCE


def test_a_list_that_counts_from_a_milliard_in_roman_numbers_is_read(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    level = '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerRoman"/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{space}"><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    item = f"{listed}<w:r><w:t>Uganda</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{space}"><w:body>{paragraph(SENTENCE)}{item}</w:body></w:document>'
    text = read(tmp_path, word_file(body.encode(), numbering=numbering.encode()))
    assert text.startswith(SENTENCE)
    assert text.endswith("Uganda")
    assert len(text) < 200
