"""Reading articles: text to the character, names, and one clear reason for whatever cannot be read."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from articles import LONG, SENTENCE, put, read_one, refused
from documents import docx, locked_pdf, paragraph, pdf

from fuzz.starts import docx as word_file
from fuzz.starts import starts
from pipeline.article import Article, Skipped, read_articles
from pipeline.article.encoding import decode
from pipeline.article.language import foreign_language
from pipeline.config import Limits
from pipeline.errors import CorpusError
from pipeline.lexicon import read_toml

# --- text to the character --------------------------------------------------------------------------------------------


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


# --- names ------------------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("kind", ["pipe", "endless", "link"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_metadata_that_is_no_file_of_the_corpus_is_not_opened(tmp_path: Path, kind: str) -> None:
    corpus = tmp_path / "corpus"
    put(corpus / "a.txt", SENTENCE)
    metadata = corpus / "metadata.csv"
    if kind == "pipe":
        os.mkfifo(metadata)
    else:
        metadata.symlink_to("/dev/zero" if kind == "endless" else put(tmp_path / "secret.csv", "file_name,title\n"))
    reason = "a pipe, a socket or a device" if kind == "pipe" else "is a link out of the corpus"
    for path in (corpus, corpus / "a.txt"):
        remark, article = read_articles([path])
        assert isinstance(article, Article)
        assert isinstance(remark, Skipped)
        assert reason in remark.reason


def test_metadata_of_any_size_is_not_held_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.article.metadata._LARGEST", 1000)
    put(tmp_path / "a.txt", SENTENCE)
    put(tmp_path / "metadata.csv", "file_name,title\n" * 99)
    remark, _ = read_articles([tmp_path])
    assert "is larger than 0 MB" in getattr(remark, "reason", "")


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert [read.name for read in read_articles([f"{tmp_path}/none/"])] == ["none"]


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


def test_entities_of_a_word_file_lead_nowhere(tmp_path: Path) -> None:
    secret = put(tmp_path / "secret.txt", "the secret")
    (body,) = starts("docx-body")
    declared = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode() + body.replace(b"Exports", b"&x;")
    assert SENTENCE[:7] in read_one(put(tmp_path / "a.docx", word_file(body))).text
    assert "damaged" in refused(put(tmp_path / "b.docx", word_file(declared)))


def test_standard_input_is_called_by_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\r\ntwo")))
    article = read_one("-")
    assert (article.name, article.text, article.format) == ("-", "one\r\ntwo", "txt")


def test_the_same_bytes_give_the_same_article(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", LONG)
    assert read_one(path) == read_one(path)
    assert read_one(path).sha256 == hashlib.sha256(LONG.encode()).hexdigest()


# --- what cannot be read ----------------------------------------------------------------------------------------------


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
        pytest.param("a.txt", b"PK\x03\x04 and more", "read it with 'crossfoot run'", id="archive"),
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
    for times in (1, 4):
        text = " ".join(record["examples"] * times)
        assert foreign_language(text) == (None if record["id"] == "en" else record["label"])


def test_a_word_speaks_for_one_language() -> None:
    words = Counter(word for record in read_toml("languages.toml")["language"] for word in record["words"])
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Ausfuhren nach China stiegen 2023 um 5 Prozent auf 3 Milliarden Dollar.", "German"),
        ("Las exportaciones de Kenia a Uganda fueron de 3.000 millones de dólares.", "Spanish"),
        ("Экспорт Кении в Уганду вырос до 3 млрд долларов.", "a language that is not written in Latin letters"),
        ("肯尼亚2023年对乌干达出口增长5%,达到30亿美元。", "a language that is not written in Latin letters"),
    ],
)
def test_one_sentence_is_enough(text: str, language: str, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", text)
    assert [read.reason for read in read_articles([tmp_path])] == [f"is in {language}: only English is read"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("$5bn", id="short"),
        pytest.param("| China | 2.1 |\n| Russia | 3.5 |\n" * 40, id="table of names"),
        pytest.param("Los Angeles, Las Vegas, El Salvador: $5bn", id="names with foreign articles"),
        pytest.param("Exports (出口) $5bn", id="a word in another script"),
        pytest.param("Der Handel", id="two foreign words"),
        pytest.param(LONG, id="english"),
        pytest.param(LONG + " русский" * 30, id="english with a foreign menu"),
    ],
)
def test_what_may_be_english_is_read(text: str) -> None:
    assert foreign_language(text) is None


def test_other_scripts_are_named_as_such() -> None:
    assert "Latin letters" in (foreign_language("Экспорт вырос на пять процентов за год. " * 10) or "")
