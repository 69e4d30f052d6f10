"""Blocks: the title, headings, paragraphs, lists and captions of an article, and what is none of it."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import find_blocks

PROSE = (
    "The customs office of Ruritania said on Monday that its exports to all partners had grown "
    "for the third year in a row, helped by rice and by machines."
)
MORE = (
    "Its imports, on the other hand, fell for most of the year, as the weaker currency made them dearer for all buyers."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text)]


def test_title_and_paragraphs() -> None:
    text = f"Ruritania sells more rice abroad\n\n{PROSE}\n{MORE}\n"
    assert kinds(text) == [
        ("title", "Ruritania sells more rice abroad"),
        ("paragraph", PROSE),
        ("paragraph", MORE),
    ]


def test_title_stands_below_a_menu() -> None:
    menu = "Skip to main content\nHome\n• Regions\n• Topics\n• About\nAsia\nEurope\nAfrica\n"
    news = "Old News From Elsewhere\nCulture\n\nRuritania sells more rice abroad\n\nTrade Watch Feb 2, 2024"
    text = f"{menu}\n{news}\n\n{PROSE}"
    found = kinds(text)
    assert found[-3:] == [
        ("title", "Ruritania sells more rice abroad"),
        ("boilerplate", "Trade Watch Feb 2, 2024"),
        ("paragraph", PROSE),
    ]
    assert {kind for kind, _ in found[:-3]} == {"boilerplate"}


def test_title_comes_before_its_standfirst() -> None:
    text = (
        f"Business\nGeneral\nRuritania sells more rice\nFarmers hope for a better year\nPUBLISHED : 2 Feb 2024\n{PROSE}"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "boilerplate",
        "boilerplate",
        "title",
        "paragraph",
        "boilerplate",
        "paragraph",
    ]


def test_a_headline_far_above_the_first_prose() -> None:
    tiles = "\n\n".join(f"${number} bn\nExports, 20{number}" for number in range(10, 18))
    found = kinds(f"Ruritania Sells More Rice\n\nMarch 2025 - Download it\n\n{tiles}\n\n{PROSE}")
    assert found[0] == ("title", "Ruritania Sells More Rice")


def test_text_that_begins_in_the_middle_has_no_title() -> None:
    assert kinds(f"{PROSE}\n{MORE}") == [("paragraph", PROSE), ("paragraph", MORE)]


def test_hard_wrapped_agency_text() -> None:
    text = (
        "RURITANIA SELLS MORE RICE\n\n    STRELSAU, March 3 - \n\n"
        "Exports of rice from Ruritania went up by 5.9\npct to US$14.2\nbillion in the year to March, the\n"
        "ministry of trade and of farming said here.\n"
        "    It said that imports were lower than in the last\nyear, but gave no figures.\n REUTER\n"
    )
    found = kinds(text)
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph", "boilerplate"]
    assert found[1][1].startswith("STRELSAU, March 3 - \n\nExports of rice")
    assert "US$14.2\nbillion" in found[1][1]
    assert found[2][1] == "It said that imports were lower than in the last\nyear, but gave no figures."


def test_a_line_that_begins_with_a_bracket_tells_that_a_text_is_wrapped() -> None:
    text = (
        "Ruritania sold most of its rice to three of its neighbours, which were Elbonia\n"
        "($2.4 billion), Grand Fenwick ($2.3 billion) and Syldavia ($390 million).\n"
        "Ruritania bought most of its steel from two of its neighbours, that is Borduria\n"
        "($4.1 billion) and Syldavia ($1.6 billion), and some of it from over the seas.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph"]


def test_hard_wrapped_list_keeps_its_lead_and_section() -> None:
    text = (
        "## Trade\n\nThe country trades with all of its neighbours, with the seas to the south and\n"
        "with the islands. The main countries to which it sells are:\n\n"
        "  * Elbonia: US$87.6 million (31 %), which goes by rail for the most part and by\n    road in winter\n"
        "  * Grand Fenwick: US$31.1 million\n\nThe rest is small.\n"
    )
    blocks = find_blocks(text)
    assert [block.kind for block in blocks] == ["heading", "paragraph", "item", "item", "paragraph"]
    paragraph = (blocks[1].start, blocks[1].end)
    assert blocks[2].lead == blocks[3].lead == paragraph
    assert text[blocks[2].start : blocks[2].end].endswith("road in winter")
    assert all(block.section == (blocks[0].start, blocks[0].end) for block in blocks[1:])


def test_sentence_broken_at_a_link_is_one_paragraph() -> None:
    broken = "Firms should watch the economy of the islands following\nRudolf Rassendyll\n's return to the throne."
    text = f"{PROSE}\n{broken}\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 3


@pytest.mark.parametrize(("last", "goes_on"), [("to", True), ("and its", True), ("abroad", False)])
def test_a_line_that_ends_in_a_word_that_leads_on_is_no_end(last: str, goes_on: bool) -> None:
    lines = f"The ministry said on Monday that last year the island had sold more tea {last}\nBrazil than to anybody."
    text = f"Tea\n\n{lines}\n\nThe harvest was good as well, and the growers hope for more of it."
    blocks = [text[block.start : block.end] for block in find_blocks(text)]
    assert (lines in blocks) == goes_on


def test_headings_stand_between_paragraphs() -> None:
    text = f"{PROSE}\nSlower growth abroad\n{MORE}\nWhat Comes Next for the Farmers\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_headings_stand_below_a_title_too() -> None:
    text = f"Ruritania sells more rice abroad\n{PROSE}\nSlower growth is seen abroad\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_related_links_end_at_the_next_prose() -> None:
    text = f"{PROSE}\nRELATED\nworld\nExports of Elbonia up 5%\nElbonia and its king\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", *["boilerplate"] * 4, "paragraph"]


def test_a_read_link_takes_one_line() -> None:
    text = f"{PROSE}\nREAD:\nRice prices climb again\nThe next step\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "boilerplate", "boilerplate", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Share of exports: 5%",
        "Read more: trade deficit widens to $4bn",
        "Exports up 5%",
        "Sign up for trade: imports of 3 billion euros",
        "Source: exports of $5bn",
    ],
)
def test_a_line_with_a_trade_figure_is_no_boilerplate(line: str) -> None:
    assert "boilerplate" not in {kind for kind, _ in kinds(f"{PROSE}\n{line}\n{MORE}")}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<!-- image -->", "boilerplate"),
        ("GLYPH<c=3,font=/AB+C>", "boilerplate"),
        ("&nbsp;", "boilerplate"),
        ("https://example.org/a?b=c", "boilerplate"),
        ("54  https://example.org/rice.", "boilerplate"),
        ("[1] A summit [2] A railway [3] A pipeline", "boilerplate"),
        ("Chart IV.8: Rising exports", "caption"),
        ("Source: Ministry of Trade", "caption"),
        ("Lorries wait at the border. (Photo: ministry.example)", "caption"),
        ("**By partner**", "heading"),
        ("### By partner", "heading"),
        ("- Rice went to the islands.", "item"),
        ("2. Rice went to the islands.", "item"),
    ],
)
def test_line_between_paragraphs(line: str, kind: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{MORE}")[1] == (kind, line)


def test_list_of_short_goods_is_kept_where_it_is_introduced() -> None:
    goods = ["• Rice", "• Wheat", "• Crude oil", "• Timber", "• Tin"]
    text = "\n".join([PROSE, "The main goods are:", *goods])
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph", *["item"] * 5]


def test_a_table_is_one_block_and_its_title_a_caption() -> None:
    table = "Year | 2019 | 2020\n---|---|---\nExports | 1.5 | 2.5\nImports | 3.5 | 4.5"
    text = f"{PROSE}\n\nForeign trade, billion US$\n\n{table}\n\n{MORE}"
    assert kinds(text) == [
        ("paragraph", PROSE),
        ("caption", "Foreign trade, billion US$"),
        ("table", table),
        ("paragraph", MORE),
    ]


def test_carriage_returns_end_lines() -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\r\n\r\n{MORE}\r\n")] == ["paragraph", "paragraph"]
    assert [kind for kind, _ in kinds(f"{PROSE}\r{MORE}")] == ["paragraph", "paragraph"]


def _is_quotation_mark(text: str, at: int) -> bool:
    """Whether a character is what Markdown sets before a quoted line: nothing but its like stands before it there."""
    line = re.split(r"[\n\r\u2028\u2029]", text[:at])[-1]
    return text[at] == ">" and not set(line.split()) - {">" * n for n in range(1, len(line) + 1)}


def test_the_marks_of_a_quotation_are_none_of_its_words() -> None:
    lines = ["> **Sold to Elbonia in 2019:**", ">", "> - Tin: $5.1 billion", ">", "> - Coal: $3.2 billion"]
    assert kinds("\n".join([PROSE, "", *lines])) == [
        ("paragraph", PROSE),
        ("heading", "**Sold to Elbonia in 2019:**"),
        ("item", "- Tin: $5.1 billion"),
        ("item", "- Coal: $3.2 billion"),
    ]


def test_a_sign_for_more_is_no_mark_of_a_quotation() -> None:
    assert kinds(f"{PROSE}\n\n>5 percent of exports went to Elbonia in 2019, officials say.")[1][1].startswith(">5")


@given(st.text(alphabet="aB1 .:|-#*•\n\r\t<>$%\"'&[]()", max_size=120) | st.text(max_size=80))
def test_blocks_hold_every_character_in_order(text: str) -> None:
    blocks = find_blocks(text)
    left_out = set(range(len(text))) - {at for b in blocks for at in range(b.start, b.end)}
    assert all(text[at].isspace() or _is_quotation_mark(text, at) for at in left_out)
    assert all(a.end <= b.start for a, b in itertools.pairwise(blocks))
    assert all(b.start < b.end and text[b.start : b.end] == text[b.start : b.end].strip() for b in blocks)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "\n" * 1_000_000,
        "|" * 1_000_000,
        " " * 1_000_000,
        "." * 1_000_000,
        "<" * 1_000_000,
        "a " + " " * 1_000_000,
    ],
    ids=["words", "newlines", "pipes", "spaces", "stops", "brackets", "tail"],
)
def test_a_megabyte_of_one_thing_is_no_trouble(text: str) -> None:
    begin = time.process_time()
    find_blocks(text)
    assert time.process_time() - begin < 5  # far below a second on an idle machine
