"""When and where an article appeared and what it is called: from metadata, datelines, lines and headlines."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from articles import LONG, SENTENCE, put, read_one

from pipeline.article import Article, Skipped, read_articles
from pipeline.article.dateline import find_published, parse_date
from pipeline.article.language import foreign_language
from pipeline.article.metadata import parse_metadata
from pipeline.article.title import find_title
from pipeline.lexicon import read_toml

# --- metadata ---------------------------------------------------------------------------------------------------------


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
        pytest.param("file_name,outlet\n\na.txt,X,,\n,,\n", ["a.txt"], [], id="blank rows, spare empty cells"),
        pytest.param(
            "file_name,outlet\na.txt,X, Y and Z\n", ["a.txt"], ["has a ',' in it"], id="a comma without quotes"
        ),
        pytest.param("file_name,url,URL\na.txt,x,y\n", ["a.txt"], ["'url' stands twice"], id="a column twice"),
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


# --- dates ------------------------------------------------------------------------------------------------------------


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


# --- titles -----------------------------------------------------------------------------------------------------------


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


# --- linear time ------------------------------------------------------------------------------------------------------


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
