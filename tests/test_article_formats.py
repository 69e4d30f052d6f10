"""Pages, PDF files and Word documents: the article with what the file says of itself."""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
from pathlib import Path

import pytest
from articles import LONG, SENTENCE, put, read_one, refused
from documents import docx, inserted, paragraph, pdf, table

# --- bounds -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        pytest.param("<p {}>", id="plain"),
        pytest.param("<p a='>' {}>", id="a bracket in a value"),
        pytest.param('<p " {}>', id="a quote alone"),
    ],
)
def test_a_tag_of_very_many_parts_is_read_by_its_name(tmp_path: Path, tag: str) -> None:
    def seconds(number: int) -> float:
        opened = tag.format(" ".join(f"a{at}=1" for at in range(number)))
        page = f"<html><body><article>{opened}{LONG}</p></article></body></html>"
        began = time.process_time()
        assert SENTENCE in read_one(put(tmp_path / f"{number}.html", page)).text
        return time.process_time() - began

    seconds(100)
    assert seconds(60_000) < 3  # 40 and more where parsers see them


def test_a_page_of_very_many_elements_is_refused(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{LONG}</p><table><tr>{'<td>5' * 60_000}</table></article></body></html>"
    assert "more than 60,000 elements" in refused(put(tmp_path / "a.html", page))


# --- HTML, PDF, Word --------------------------------------------------------------------------------------------------


PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trade grows | Bugle</title>
<meta property="og:site_name" content="Bugle"><meta property="og:title" content="Northern trade grows by a tenth">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://bugle.example/a/1"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Northern trade grows by a tenth</h1><p>{SENTENCE} It&#8217;s a record &amp; a surprise.</p>
<table><tr><th>Partner</th><th>Exports</th></tr>
<tr><td>North</td><td>2.1</td></tr><tr><td>South</td><td>3.5</td></tr></table>
<p>{SENTENCE} {SENTENCE}</p><script>alert("$9bn")</script></article>
<footer>Read on: imports hit $5bn</footer></body></html>"""


def test_a_page_gives_text_title_date_outlet_and_address(tmp_path: Path) -> None:
    article = read_one(put(tmp_path / "a.html", PAGE))
    assert (article.title, article.outlet) == ("Northern trade grows by a tenth", "Bugle")
    assert (article.published, article.published_from) == (dt.date(2024, 3, 5), "page")
    assert article.url == "https://bugle.example/a/1"
    assert article.text.startswith("Northern trade grows by a tenth\n")
    assert "It’s a record & a surprise." in article.text
    assert "$9bn" not in article.text
    assert "$5bn" not in article.text


def test_tables_of_a_page_are_rows_of_cells(tmp_path: Path) -> None:
    lines = read_one(put(tmp_path / "a.htm", PAGE)).text.split("\n")
    at = lines.index("| Partner | Exports |")
    assert lines[at : at + 3] == ["| Partner | Exports |", "| North | 2.1 |", "| South | 3.5 |"]


def test_pages_are_known_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert read_one("-").format == "html"


def test_the_day_of_a_page_does_not_depend_on_today(tmp_path: Path) -> None:
    page = PAGE.replace("2024-03-05", "2093-03-05")
    assert read_one(put(tmp_path / "a.html", page)).published == dt.date(2093, 3, 5)


def test_pdf_text_without_page_numbers_and_running_heads(tmp_path: Path) -> None:
    pages = [["Trade Review", f"Exports to the north rose to $2.{at} billion in", "the year."] for at in range(3)]
    text = read_one(put(tmp_path / "a.pdf", pdf([[*lines, str(at)] for at, lines in enumerate(pages, 1)]))).text
    assert "Trade Review" not in text
    assert text.split("\n\n") == [f"Exports to the north rose to $2.{at} billion in\nthe year." for at in range(3)]


def test_pdf_words_broken_at_the_line_end_are_one_word(tmp_path: Path) -> None:
    lines = ["Exports to the north rose to $2.4 bil-", "lion in 2024, as much as in any year before."]
    assert "$2.4 billion in 2024" in read_one(put(tmp_path / "a.pdf", pdf([lines]))).text


def test_word_documents_with_tables_and_tracked_insertions(tmp_path: Path) -> None:
    body = (paragraph("Trade grows"), inserted(SENTENCE), table([["Partner", "Exports"], ["North &amp; South", "2.1"]]))
    text = read_one(put(tmp_path / "a.docx", docx(*body))).text
    assert text == f"Trade grows\n\n{SENTENCE}\n\n| Partner | Exports |\n| North & South | 2.1 |"
