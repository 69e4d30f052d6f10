"""Reading articles: names, text to the character, dates, titles, and one clear reason for whatever cannot be read."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import sys
import time
from pathlib import Path

import pytest
from documents import docx, inserted, locked_pdf, paragraph, pdf, table

from pipeline.article import Article, Skipped, read_articles
from pipeline.article.dateline import find_published, parse_date
from pipeline.article.encoding import decode
from pipeline.article.language import foreign_language
from pipeline.article.metadata import parse_metadata
from pipeline.article.title import find_title
from pipeline.config import Limits
from pipeline.errors import CorpusError
from pipeline.lexicon import read_toml

SENTENCE = "Exports of the landlocked republic to its neighbour rose to $2.4 billion in 2023, the ministry said."
LONG = " ".join([SENTENCE] * 6)


def read_one(path: Path | str) -> Article:
    (found,) = read_articles([path])
    assert isinstance(found, Article), found
    return found


def refused(path: Path | str, **limits: Limits) -> str:
    (found,) = read_articles([path], **limits)
    assert isinstance(found, Skipped), found
    return found.reason


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- text to the character -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("one\r\ntwo\rthree\n", id="no newline translation"),
        pytest.param("\ufeffExports rose.", id="byte order mark is a character"),
        pytest.param("caf\u00e9 \u20ac5\u00a0bn \U0001f6a2 e\u0301", id="nothing is composed or replaced"),
        pytest.param("\u00e2\u20ac\u2122 stays", id="mojibake in a text file is left alone"),
        pytest.param("a\u2028b\x0cc\x85d", id="rare line ends"),
        pytest.param("&nbsp;&amp; <b>", id="markup in text is text"),
    ],
)
def test_plain_text_is_kept_as_it_is(tmp_path: Path, text: str) -> None:
    assert read_one(put(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        pytest.param("€5bn – café".encode("utf-16"), "utf-16-le", "\ufeff€5bn – café", id="utf-16 with its mark"),
        pytest.param(b"\xfe\xff\x00A\x00b", "utf-16-be", "\ufeffAb", id="utf-16 big end first"),
        pytest.param("Exports rose 5 % to €12bn – a café".encode("cp1252"), "windows-1252", None, id="windows-1252"),
        pytest.param(b"plain", "utf-8", "plain", id="ascii"),
        pytest.param(b"", "utf-8", "", id="nothing"),
    ],
)
def test_encodings(data: bytes, encoding: str, text: str | None) -> None:
    decoded, found = decode(data)
    assert found == encoding
    assert decoded == (data.decode("cp1252") if text is None else text)


@pytest.mark.parametrize(
    ("declared", "body"),
    [("iso-8859-1", b"caf\xe9 \x80"), ("windows-1251", "рост".encode("cp1251")), ("no-such-charset", "café".encode())],
    ids=["latin-1 is windows-1252", "cyrillic", "unknown is passed over"],
)
def test_declared_charset_of_a_page(declared: str, body: bytes) -> None:
    text, _ = decode(b'<html><head><meta charset="' + declared.encode() + b'"></head>' + body, markup=True)
    expected = {"iso-8859-1": "café €", "windows-1251": "рост", "no-such-charset": "café"}[declared]
    assert text.endswith(expected)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"GIF89a\x00\x01\x00", "binary", id="zero bytes"),
        pytest.param(bytes(range(128, 160)) * 40, "UTF-8", id="control characters in any encoding"),
        pytest.param(b"\xff\xfea", "UTF-16", id="half a character"),
    ],
)
def test_binary_data_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CorpusError, match=words):
        decode(data)


# --- names -----------------------------------------------------------------------------------------------------------


def test_a_single_file_is_called_by_its_file_name(tmp_path: Path) -> None:
    assert read_one(put(tmp_path / "deep/er/a.txt", SENTENCE)).name == "a.txt"


def test_files_that_share_a_name_are_called_by_the_path_that_tells_them_apart(tmp_path: Path) -> None:
    paths = [put(tmp_path / name, SENTENCE) for name in ("x/a.txt", "y/a.txt", "y/b.txt")]
    assert [read.name for read in read_articles(paths)] == ["x/a.txt", "y/a.txt", "b.txt"]


def test_a_directory_is_read_in_the_order_of_names_without_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "README.md", "metadata.csv", "e.txt~"):
        put(tmp_path / name, "file_name\nb.txt\n" if name == "metadata.csv" else SENTENCE)
    put(tmp_path / "table.xlsx", b"PK")
    found = list(read_articles([tmp_path]))
    assert [read.name for read in found] == ["a.md", "b.txt", "table.xlsx", "sub/c.txt"]
    assert [read.name for read in found if isinstance(read, Skipped)] == ["table.xlsx"]


def test_links_to_directories_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", SENTENCE)
    os.symlink(tmp_path, tmp_path / "again")
    assert [read.name for read in read_articles([tmp_path])] == ["a.txt"]


def test_links_out_of_the_corpus_are_not_followed_and_said_to_be_so(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    put(corpus / "a.txt", SENTENCE)
    os.symlink(put(tmp_path / "secret.txt", LONG), corpus / "b.txt")
    os.symlink(corpus / "a.txt", corpus / "c.txt")
    found = {read.name: read for read in read_articles([corpus])}
    assert isinstance(found["c.txt"], Article), "a link within the corpus"
    assert "link out of the corpus" in getattr(found["b.txt"], "reason", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_among_the_articles_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", SENTENCE)
    os.mkfifo(tmp_path / "b.txt")
    read, pipe = read_articles([tmp_path])
    assert isinstance(read, Article)
    assert "a pipe, a socket or a device" in getattr(pipe, "reason", "")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes only here")
def test_a_name_that_is_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt"), "wb") as file:
        file.write(SENTENCE.encode())
    (found,) = read_articles([tmp_path])
    assert found.name == "caf\ufffd.txt"


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


def test_standard_input_is_called_by_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\r\ntwo")))
    article = read_one("-")
    assert (article.name, article.text, article.format) == ("-", "one\r\ntwo", "txt")


def test_the_same_bytes_give_the_same_article(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", LONG)
    assert read_one(path) == read_one(path)
    assert read_one(path).sha256 == hashlib.sha256(LONG.encode()).hexdigest()


# --- what cannot be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "is empty", id="no bytes"),
        pytest.param("a.txt", b"\xef\xbb\xbf \r\n\t", "is empty", id="white space"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary", id="binary"),
        pytest.param("a.txt", b"%PDF-1.4 ...", "rename it to .pdf", id="pdf under another name"),
        pytest.param("a.txt", docx(paragraph(SENTENCE)), "rename it to .docx", id="word under another name"),
        pytest.param("a.txt", b"\n{\\rtf1 Exports rose to $2.4 billion.}", "RTF", id="rtf"),
        pytest.param("a.md", b"From: <Saved by Blink>\nMIME-Version: 1.0\n", "web archive", id="web archive"),
        pytest.param("a.pdf", b"plain words", "not a PDF", id="text called pdf"),
        pytest.param("a.pdf", b"%PDF-1.4 nothing else", "damaged PDF", id="damaged pdf"),
        pytest.param("a.pdf", pdf([[], []]), "OCR", id="scan"),
        pytest.param("a.pdf", locked_pdf(), "password", id="locked pdf"),
        pytest.param("a.docx", b"plain words", "not a Word document", id="text called docx"),
        pytest.param("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "password", id="locked docx"),
        pytest.param("a.docx", docx(paragraph(SENTENCE))[:-40], "not a Word document", id="cut docx"),
        pytest.param("a.docx", docx(), "is empty", id="empty docx"),
        pytest.param("a.html", b"<html><body><nav>Home</nav></body></html>", "without an article", id="no article"),
        pytest.param("a.html", b" \n ", "is empty", id="empty page"),
    ],
)
def test_reasons(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    assert reason in refused(put(tmp_path / name, content))


def test_a_missing_path_a_directory_and_a_large_file_say_what_to_do(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt") == "does not exist: check the path"
    assert "limits.max_file_bytes" in refused(put(tmp_path / "a.txt", LONG), limits=Limits(max_file_bytes=100))


def test_an_archive_that_unpacks_to_far_too_much_is_not_unpacked(tmp_path: Path) -> None:
    bomb = docx(paragraph("0" * 60_000_000))
    assert len(bomb) < 200_000
    assert "far more" in refused(put(tmp_path / "a.docx", bomb))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, content in (("a.txt", SENTENCE), ("b.txt", ""), ("c.txt", SENTENCE)):
        put(tmp_path / name, content)
    assert [type(read) for read in read_articles([tmp_path])] == [Article, Skipped, Article]


@pytest.mark.parametrize("record", read_toml("languages.toml")["language"], ids=lambda record: record["id"])
def test_languages_by_their_examples(record: dict[str, list[str]]) -> None:
    text = " ".join(record["examples"] * 4)
    assert foreign_language(text) == (None if record["id"] == "en" else record["label"])


@pytest.mark.parametrize(
    "text",
    ["", "$5bn", "| China | 2.1 |\n| Russia | 3.5 |\n" * 40, "Der Handel", LONG, LONG + " русский" * 30],
    ids=["empty", "short", "table of names", "two foreign words", "english", "english with a foreign menu"],
)
def test_what_may_be_english_is_read(text: str) -> None:
    assert foreign_language(text) is None


def test_other_scripts_are_named_as_such() -> None:
    assert "Latin letters" in (foreign_language("Экспорт вырос на пять процентов за год. " * 10) or "")


# --- metadata --------------------------------------------------------------------------------------------------------


def test_metadata_beside_a_file_gives_date_outlet_address_and_title(tmp_path: Path) -> None:
    put(
        tmp_path / "metadata.csv",
        '\ufefffile_name,published,mood,outlet,url,title\r\na.txt,2024-11,glad,"The ""Post"", daily",http://x.example,T\r\n',
    )
    article = read_one(put(tmp_path / "a.txt", SENTENCE))
    assert (article.published, article.precision, article.published_text) == (dt.date(2024, 11, 1), "month", "2024-11")
    assert (article.outlet, article.url, article.title) == ('The "Post", daily', "http://x.example", "T")
    assert article.published_from == "metadata"


def test_metadata_at_the_root_may_name_nested_files(tmp_path: Path) -> None:
    put(tmp_path / "metadata.csv", "file_name,outlet\nsub/a.txt,Root\nb.txt,Root\n")
    put(tmp_path / "more/metadata.csv", "file_name,outlet\nc.txt,Own\n")
    for name in ("sub/a.txt", "b.txt", "more/c.txt"):
        put(tmp_path / name, SENTENCE)
    outlets = {read.name: read.outlet for read in read_articles([tmp_path]) if isinstance(read, Article)}
    assert outlets == {"sub/a.txt": "Root", "b.txt": "Root", "more/c.txt": "Own"}


@pytest.mark.parametrize(
    ("text", "rows", "problems"),
    [
        pytest.param("file_name\na.txt\n", ["a.txt"], [], id="only the name"),
        pytest.param("FILE_NAME ; outlet\na.txt;X\n", ["a.txt"], [], id="semicolons"),
        pytest.param("file_name,outlet\n\na.txt,X,more,cells\n,,\n", ["a.txt"], [], id="blank rows, spare cells"),
        pytest.param("file_name,published\na.txt,soon\n", ["a.txt"], ["'soon' is no date"], id="no date"),
        pytest.param("file_name,outlet\na.txt,X\na.txt,X\n", ["a.txt"], [], id="said twice"),
        pytest.param("file_name,outlet\na.txt,X\na.txt,Y\n", ["a.txt"], ["the first counts"], id="said differently"),
        pytest.param("outlet,file_name\nX,\n", [], ["no file_name"], id="no name"),
        pytest.param('file_name\n"a" x\nb.txt\n', ["b.txt"], ["the row is ignored"], id="broken quotes"),
        pytest.param('file_name\na.txt\n"b.txt\n', ["a.txt"], ["the row is ignored"], id="quote without end"),
    ],
)
def test_metadata_rows(text: str, rows: list[str], problems: list[str]) -> None:
    metadata = parse_metadata(text)
    assert list(metadata.rows) == rows
    assert len(metadata.problems) == len(problems)
    assert all(part in whole for part, whole in zip(problems, metadata.problems, strict=True))


def test_the_first_of_two_rows_counts() -> None:
    assert parse_metadata("file_name,outlet\na,X\na,Y\n").rows["a"].outlet == "X"


@pytest.mark.parametrize("content", [b"name,outlet\n", b"", b"\x00\x01"], ids=["no file_name", "empty", "binary"])
def test_metadata_that_cannot_be_used_is_named_and_the_articles_are_read(tmp_path: Path, content: bytes) -> None:
    put(tmp_path / "metadata.csv", content)
    put(tmp_path / "a.txt", SENTENCE)
    broken, article = read_articles([tmp_path])
    assert isinstance(broken, Skipped)
    assert (broken.name, broken.fatal) == ("metadata.csv", True)
    assert isinstance(article, Article)


def test_rows_without_a_file_are_remarked(tmp_path: Path) -> None:
    put(tmp_path / "metadata.csv", "file_name\na.txt\ngone.txt\n")
    put(tmp_path / "a.txt", SENTENCE)
    remark, _ = read_articles([tmp_path])
    assert isinstance(remark, Skipped)
    assert not remark.fatal
    assert "gone.txt" in remark.reason


# --- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "day", "precision"),
    [
        ("2024-03-05", (2024, 3, 5), "day"),
        ("2024-03-05T10:00:00Z", (2024, 3, 5), "day"),
        ("2024-03-05T10:00:00.000+03:00", (2024, 3, 5), "day"),
        ("2025-12-29 00:00", (2025, 12, 29), "day"),
        ("2024/03/05", (2024, 3, 5), "day"),
        ("17 Feb 2024 at 04:00", (2024, 2, 17), "day"),
        ("September 11th 2025", (2025, 9, 11), "day"),
        ("Wed, June 19, 2024", (2024, 6, 19), "day"),
        ("Thursday 1st of August 2019", (2019, 8, 1), "day"),
        ("Feb. 2, 2024", (2024, 2, 2), "day"),
        ("3:45 PM EST, December 7, 2020", (2020, 12, 7), "day"),
        ("17-Feb-2024", (2024, 2, 17), "day"),
        ("05.03.2024", (2024, 3, 5), "day"),
        ("13/05/2024", (2024, 5, 13), "day"),
        ("04/04/2024", (2024, 4, 4), "day"),
        ("2024-03", (2024, 3, 1), "month"),
        ("March 2024", (2024, 3, 1), "month"),
        ("1996", (1996, 1, 1), "year"),
    ],
)
def test_dates(printed: str, day: tuple[int, int, int], precision: str) -> None:
    found = parse_date(printed)
    assert found is not None
    assert (found.day, found.precision) == (dt.date(*day), precision)


@pytest.mark.parametrize(
    "printed",
    [
        "03/05/2024",
        "31 February 2024",
        "2024-13",
        "5 March",
        "$2024",
        "1799",
        "in 2024",
        "",
        "1 2024",
        "2024-03-05 rose",
    ],
)
def test_what_is_no_date(printed: str) -> None:
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    ("text", "printed", "day", "origin"),
    [
        ("BEIJING, Nov 7, 2020 (Reuters) - Trade grew.", "Nov 7, 2020", (2020, 11, 7), "dateline"),
        ("BEIJING, Nov 7 (Reuters) - Trade grew.", "Nov 7", None, "dateline"),
        ("TITLE\n\n    PEKING, March 3 - \n\nTrade grew.", "March 3", None, "dateline"),
        ("Trade grew SEOUL, Dec. 29 (Yonhap) -- Trade grew.", "Dec. 29", None, "dateline"),
        ("MOSCOW, March 5. /TASS/. Trade grew.", "March 5", None, "dateline"),
        ("Ankara, 5 March 2024 – Trade grew.", "5 March 2024", (2024, 3, 5), "dateline"),
        ("Headline\nPUBLISHED : 17 Feb 2024 at 04:00\nText.", "17 Feb 2024 at 04:00", (2024, 2, 17), "text"),
        ("# Headline\n\n**Paper** | 2025-12-29 00:00 | \n\nText.", "2025-12-29 00:00", (2025, 12, 29), "text"),
        ("Headline\nSeptember 11th 2025\n\nText.", "September 11th 2025", (2025, 9, 11), "text"),
        ("Headline\nSantiago\nWed, June 19, 2024\nText.", "June 19, 2024", (2024, 6, 19), "text"),
        ("Headline\nBy Jane Doe, June 19, 2024\nText.", "June 19, 2024", (2024, 6, 19), "text"),
        ("Headline\nBorder Trade Monitor Feb 2, 2024\nText.", "Feb 2, 2024", (2024, 2, 2), "text"),
        ("Headline\nUpdated: 9 May 2024\nFirst published: 7 May 2024\nText.", "7 May 2024", (2024, 5, 7), "text"),
        ("Headline\nPublished: May 2024\nText.", "May 2024", (2024, 5, 1), "text"),
        (f"{LONG}{LONG}{LONG}\n\n12 April 2024", "12 April 2024", (2024, 4, 12), "text"),
    ],
)
def test_when_an_article_appeared(text: str, printed: str, day: tuple[int, int, int] | None, origin: str) -> None:
    found = find_published(text)
    assert found is not None
    assert found.day == (dt.date(*day) if day else None)
    assert found.text.endswith(printed)
    assert found.origin == origin


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The treaty was signed on 5 March 2024 in the capital.", id="date in a sentence"),
        pytest.param("Talks are set for June 5, 2025\nText.", id="date of an event"),
        pytest.param("Headline\nMarch 2024\nText.", id="month without a label"),
        pytest.param("Headline\n2024\nText.", id="year alone"),
        pytest.param("Headline\nDeadline: 5 June 2025\nText.", id="another label"),
        pytest.param("Exports | 2023 | 2024\n--- | --- | ---", id="head of a table"),
        pytest.param("x" * 2000 + "\nMarch 5, 2024\n" + "y" * 2000, id="far from both ends"),
        pytest.param("A\n" + "x" * 2000 + "\n5 May 2024\n6 May 2024\n", id="dates of other articles at the end"),
    ],
)
def test_what_does_not_date_an_article(text: str) -> None:
    assert find_published(text) is None


def test_metadata_goes_before_the_text_and_the_text_before_nothing(tmp_path: Path) -> None:
    put(tmp_path / "metadata.csv", "file_name,published\na.txt,2024-03-01\nb.txt,soon\n")
    text = f"Headline of it\n5 May 2024\n{SENTENCE}"
    first, second = (read_one(put(tmp_path / name, text)) for name in ("a.txt", "b.txt"))
    assert (first.published, first.published_from) == (dt.date(2024, 3, 1), "metadata")
    assert (second.published, second.published_from) == (dt.date(2024, 5, 5), "text")


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Trade with the north grows again\n\n{LONG}", "Trade with the north grows again"),
        (f"# Trade with the north grows\n\n{LONG}", "Trade with the north grows"),
        (f"## Trade\n\n{LONG}", "Trade"),
        (f"NORTH CALLS FOR TALKS WITH U.S.\n\n{LONG}", "NORTH CALLS FOR TALKS WITH U.S."),
        (f"\ufeffSkip to main content\nBusiness\nTrade with the north grows\n{LONG}", "Trade with the north grows"),
        (f"5 May 2024\nTrade with the north grows\n{LONG}", "Trade with the north grows"),
        (f"{LONG}\n{LONG}", None),
        ("Trade with the north grows", None),
        ("Imports that come over the northern\nborder rose again.\n", None),
        ("• Regions\n• Topics of the day\n• All about us here\n", None),
        ("", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert find_title(text) == title


@pytest.mark.parametrize("record", read_toml("page_furniture.toml")["furniture"], ids=lambda record: record["id"])
def test_furniture_by_its_examples(record: dict[str, list[str]]) -> None:
    for line in record["examples"]:
        assert find_title(f"{line}\nTrade with the north grows\n{LONG}") == "Trade with the north grows"
    for line in record["counterexamples"]:
        assert find_title(f"{line}\n{LONG}") == line


@pytest.mark.parametrize("record", read_toml("page_furniture.toml")["label"], ids=lambda record: record["id"])
def test_labels_of_dates_by_their_examples(record: dict[str, list[str]]) -> None:
    assert all(find_published(f"Headline\n{line}\n") is not None for line in record["examples"])
    assert all(find_published(f"Headline\n{line}\n") is None for line in record["counterexamples"])


# --- HTML, PDF, Word -------------------------------------------------------------------------------------------------

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


# --- linear time -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "A" * 300_000,
        "A. " * 100_000,
        "1" * 300_000,
        "(" * 300_000,
        "- " * 150_000,
        "ABC, May " * 40_000,
        "\n" * 300_000,
    ],
    ids=["letters", "initials", "digits", "brackets", "dashes", "half a dateline", "newlines"],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    find_published(text)
    find_title(text)
    foreign_language(text)
    assert time.process_time() - started < 1
