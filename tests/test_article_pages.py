"""Pages as newspapers and ministries make them: what is printed comes through, what hangs on a figure does not."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from pipeline.article import Article, Skipped, read_articles

SENTENCE = "Exports of the landlocked republic to its neighbour rose to $2.4 billion in 2023, the ministry said."
FILLER = "The road over the pass was mended in spring, and the lorries no longer wait for days at the border post."
PARAGRAPHS = f"<p>{SENTENCE}</p><p>{FILLER}</p><p>{FILLER} It was about time, the drivers say.</p>"


def read(tmp_path: Path, page: str) -> Article:
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    (found,) = read_articles([path])
    assert isinstance(found, Article), found
    return found


def page(body: str, head: str = "", title: str = "Northern trade grows by a tenth") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>{body}</html>'
    )


def article(body: str, head: str = "") -> str:
    return page(f"<body><article><h1>Northern trade grows by a tenth</h1>{body}</article></body>", head)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("rose to $2.6 billion<sup>1</sup> in", "rose to $2.6 billion[1] in", id="note"),
        pytest.param('fell to 2.6<sup><a href="#n">[2]</a></sup> bn', "fell to 2.6[2] bn", id="linked note"),
        pytest.param("rose 5%<sup>1, 2</sup> in", "rose 5%[1, 2] in", id="two notes"),
        pytest.param("sold 2 400<sup>p</sup> of it", "sold 2 400[p] of it", id="letter"),
        pytest.param("gas of 3 billion m<sup>3</sup> in", "gas of 3 billion m³ in", id="cubic metres"),
        pytest.param("land of 3 km<sup>2</sup> in", "land of 3 km² in", id="square kilometres"),
        pytest.param("some 4 × 10<sup>6</sup> tonnes", "some 4 × 10^6 tonnes", id="power of ten"),
        pytest.param("the 5<sup>th</sup> year", "the 5th year", id="ordinal"),
        pytest.param("the figure is 110<sup>3</sup> now", "the figure is 110[3] now", id="no power of ten"),
    ],
)
def test_raised_marks_are_no_part_of_a_figure(tmp_path: Path, markup: str, text: str) -> None:
    found = read(tmp_path, article(f"{PARAGRAPHS}<p>In all it {markup} the year, as the office has it.</p>"))
    assert f"In all it {text} the year" in found.text


def test_captions_stand_where_their_picture_stands(tmp_path: Path) -> None:
    figure = '<figure><img src="a.jpg"><figcaption>Tea is sold for <b>$1.4 billion</b> a year.</figcaption></figure>'
    text = read(tmp_path, article(f"<p>{SENTENCE}</p>{figure}<p>{FILLER}</p><p>{FILLER} So it is.</p>")).text
    lines = text.split("\n")
    assert lines.index("Tea is sold for $1.4 billion a year.") == lines.index(SENTENCE) + 1


def test_terms_keep_their_values(tmp_path: Path) -> None:
    terms = "<dl><dt>Exports to Chile:</dt><dd>$2.6 billion</dd><dt>Imports</dt><dd>$1.6 billion</dd></dl>"
    text = read(tmp_path, article(PARAGRAPHS + terms)).text
    assert "- Exports to Chile: $2.6 billion\n- Imports: $1.6 billion" in text


@pytest.mark.parametrize(
    "unseen", ["<div hidden>{}</div>", "<template><p>{}</p></template>", "<noscript>{}</noscript>"]
)
def test_what_a_browser_does_not_show_is_not_read(tmp_path: Path, unseen: str) -> None:
    hidden = unseen.format("Exports were $99 billion in the year before, as nobody is meant to read on this page.")
    assert "$99" not in read(tmp_path, article(PARAGRAPHS + hidden)).text


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("<del>$9.9 billion</del> <ins>$3.1 billion</ins>", "$3.1 billion"),
        ("<s>$9.9 billion</s> $3.1 billion", "$3.1 billion"),
        ("<span style='text-decoration: line-through'>$9.9 billion</span> $3.1 billion", "$3.1 billion"),
        ("<span style='color:red; DISPLAY : none'>$9.9 billion</span> $3.1 billion", "$3.1 billion"),
        ("<ruby>$3.1<rt>9</rt></ruby> billion", "$3.1 billion"),
        ("$3.1<sub>1</sub> billion", "$3.1[1] billion"),
        ("$3.1 billion, CO<sub>2</sub> aside", "$3.1 billion, CO2 aside"),
    ],
)
def test_a_paragraph_says_what_its_reader_sees(tmp_path: Path, printed: str, shown: str) -> None:
    sentence = "Exports to the neighbour in the south came to {} in the year before, as the office of customs said."
    text = read(tmp_path, article(f"<p>{sentence.format(printed)}</p>" + PARAGRAPHS)).text
    assert sentence.format(shown) in " ".join(text.split())


TABLE = """<table border=1><tr><td rowspan=2>Country</td><td colspan="2">Exports, EUR million</td></tr>
<tr><td>Nov 2022</td><td>Nov 2023</td></tr><tr><td>Germany</td><td>3&nbsp;298<sup>1</sup></td><td>3&nbsp;400</td></tr>
<tr><td colspan=3>1 revised</td></tr></table>"""
ROWS = [
    "| Country | Exports, EUR million |  |",
    "|  | Nov 2022 | Nov 2023 |",
    "| Germany | 3 298[1] | 3 400 |",
    "1 revised",
]


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("<body><article><h1>Trade</h1>{}</article></body>", id="article"),
        pytest.param(
            "<body><table width=100%><tr><td><a href=/>Home</a></td></tr><tr><td>{}</td></tr></table></body>",
            id="layout",
        ),
        pytest.param("<body><table><tr><td>Menu</td><td><font size=2>{}</font></td></tr></table></body>", id="columns"),
    ],
)
def test_figures_stay_in_their_columns(tmp_path: Path, place: str) -> None:
    lines = [
        line.replace("\u00a0", " ") for line in read(tmp_path, page(place.format(PARAGRAPHS + TABLE))).text.split("\n")
    ]
    at = lines.index(ROWS[0])
    assert lines[at : at + 4] == ROWS


def test_lines_of_a_layout_table_are_lines(tmp_path: Path) -> None:
    cell = f"<b>Foreign trade in November</b><br><br>Release 471 / 15-Dec-2023<br><br>{SENTENCE}<br><br>{FILLER}"
    found = read(
        tmp_path, page(f"<body><table><tr><td><a href=/>Home</a></td></tr><tr><td>{cell}</td></tr></table></body>")
    )
    assert found.published == dt.date(2023, 12, 15)
    assert {"Foreign trade in November", SENTENCE, FILLER} <= set(found.text.split("\n"))


HEAD = f"""<body><header><a href="/">Menu of the Bugle</a></header><div class="top"><div><h1>Northern
trade grows by a tenth to a new record</h1></div>
<p class="dek">Commerce with the neighbour came to $4.2 billion last year</p>
<div class="byline"><p>By Jane Doe, who writes about the trade of the region</p></div>
<ul class="points"><li>Exports to the neighbour came to $2.6 billion</li></ul>
<div class="share-bar"><p>Share this article with all of your friends</p></div>
<aside><p>Bolivia sold goods for $300 million to its neighbours</p></aside></div>
<div class="story-body">{PARAGRAPHS}</div>
<section class="related"><p>Chile sold goods worth $38 billion to China last year</p></section></body>"""


def test_headline_and_standfirst_before_the_body_are_read_and_what_stands_between_is_not(tmp_path: Path) -> None:
    found = read(tmp_path, page(HEAD, '<meta property="og:title" content="Northern trade grows">'))
    assert found.title == "Northern trade grows by a tenth to a new record"
    assert found.text.split("\n\n")[:2] == [
        "Northern trade grows by a tenth to a new record",
        "Commerce with the neighbour came to $4.2 billion last year\nExports to the neighbour came to $2.6 billion",
    ]
    for other in ("Menu", "Jane Doe", "Share", "Bolivia", "Chile"):
        assert other not in found.text


def test_a_heading_of_something_else_is_no_headline(tmp_path: Path) -> None:
    body = f"<body><h1>The Daily Bugle of Lakeside</h1><div class='story-body'>{PARAGRAPHS}</div></body>"
    head = '<meta property="og:title" content="Northern trade grows by a tenth">'
    assert read(tmp_path, page(body, head)).title == "Northern trade grows by a tenth"


def test_a_page_that_a_script_fills_in_says_so(tmp_path: Path) -> None:
    body = "<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body>"
    path = tmp_path / "a.html"
    path.write_text(page(body), encoding="utf-8")
    (found,) = read_articles([path])
    assert isinstance(found, Skipped)
    assert "script" in found.reason


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<sup>1</sup>" * 20_000,
        "<p>a<sup>1</sup>" + "<sup>2</sup>" * 20_000,
        "<div hidden>x</div>y" * 20_000,
        "<figure><figcaption>x</figcaption>" * 2_000,
        "<figure>" + "<figcaption>x</figcaption>y" * 20_000,
        "<dl>" * 200 + "<dt>x<dd>y" * 10_000,
        "<table><tr><td>" * 250 + "x",
        "<table>" + '<tr><td colspan=99999 rowspan="99999">x</td></tr>' * 5_000,
        "<h1>Northern trade grows</h1>" + "<p>one two three four five six" * 20_000,
    ],
    ids=[
        "notes",
        "notes of one word",
        "hidden",
        "nested figures",
        "captions",
        "terms",
        "tables",
        "spans",
        "paragraphs",
    ],
)
def test_no_page_takes_long(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(f"<body>{body}</body>"), encoding="utf-8")
    started = time.process_time()
    list(read_articles([path]))
    assert time.process_time() - started < 15
