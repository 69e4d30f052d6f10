"""Tables: cells that know their heads, however the table is drawn."""

from __future__ import annotations

import itertools
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import Table, find_tables


def only(text: str) -> Table:
    (table,) = find_tables(text)
    return table


def heads(text: str) -> dict[str, list[str]]:
    """The heads of every figure of the only table, by the figure."""
    table = only(text)
    return {cell.text: [head.text for head in table.heads(cell)] for cell in table.cells if not cell.heading}


def caption(text: str) -> str | None:
    span = only(text).caption
    return text[span[0] : span[1]] if span else None


YEARS = """**Foreign trade of Ruritania**

**Year** | 2019 | 2020
---|---|---
**Export (US$ billions)** | 24.1 | 30.2
**Import (US$ billions)** | 9.9 | 12.8
"""

SECTIONS = """Top partners of Elbonia in 2016
---
| Imports into Elbonia 2016
---
Ranking | Country | Value (MM USD) | %
| World | 57,955 | 100.0
1 | EU 28 | 7,755 | 13.4
| Exports from Elbonia 2016
---
Ranking | Country | Value (MM USD) | %
1 | China | 9,604 | 13.1
"""

ONE_HEAD = """Partner | Exports | Imports
---|---|---
| Europe
Elbonia | 1.1 | 1.2
| Asia
Lilliput | 2.1 | 2.2
"""

MARKUP = """<table class="t">
<tr><td colspan="3">Trade of Elbonia (millions, 2017)</td></tr>
<tr><td> <b>Exports</b> </td><td>Imports</td><td>Balance</td></tr>
<tr><td>$129.60</td><td>$505.40</td><td>-$375.80</td></tr>
<tfoot><tr><td colspan="3">Data: Census Bureau</td></tr></tfoot>
</table>"""

ALIGNED = """Trade by partner, mln dlrs
                 1985     1986
    Elbonia      10.5     11.5
    Lilliput      2.5      3.75
    Others        --       0.5
"""


def test_years_over_flows() -> None:
    assert caption(YEARS) == "Foreign trade of Ruritania"
    assert heads(YEARS) == {
        "24.1": ["Export (US$ billions)", "2019"],
        "30.2": ["Export (US$ billions)", "2020"],
        "9.9": ["Import (US$ billions)", "2019"],
        "12.8": ["Import (US$ billions)", "2020"],
    }


def test_a_head_reaches_over_the_empty_cells_beside_it() -> None:
    text = """| Country | Exports, $ million | | Imports | |
| | 2022 | 2023 | 2022 | 2023 |
| Elbonia | 11 | 12 | 21 | 22 |
| Ruritania | 31 | 32 | 41 | 42 |
"""
    found = heads(text)
    assert found["12"] == ["Elbonia", "2023", "Exports, $ million"]
    assert found["22"] == ["Elbonia", "2023", "Imports"]
    assert found["31"] == ["Ruritania", "2022", "Exports, $ million"]


def test_sections_with_heads_of_their_own() -> None:
    found = heads(SECTIONS)
    assert caption(SECTIONS) == "Top partners of Elbonia in 2016"
    assert found["57,955"] == ["World", "Value (MM USD)", "Imports into Elbonia 2016"]
    assert found["13.4"] == ["EU 28", "%", "Imports into Elbonia 2016"]
    assert found["9,604"] == ["China", "Value (MM USD)", "Exports from Elbonia 2016"]


def test_sections_under_one_head() -> None:
    found = heads(ONE_HEAD)
    assert found["1.2"] == ["Elbonia", "Imports", "Europe"]
    assert found["2.1"] == ["Lilliput", "Exports", "Asia"]


def test_framed_table() -> None:
    text = "| Partner | Exports |\n|:---|---:|\n| Elbonia | $1.5bn |\n| Lilliput | $2.5bn |"
    assert heads(text) == {"$1.5bn": ["Elbonia", "Exports"], "$2.5bn": ["Lilliput", "Exports"]}


def test_table_cut_off_at_its_start() -> None:
    text = "---|---|---\n**Total exports** | 24.0 | 23.2\nGoods | 20.4 | 19.1\nServices | 3.6 | 4.1\n"
    assert only(text).start == 0
    assert heads(text)["20.4"] == ["Goods", "Total exports"]
    assert heads(text)["3.6"] == ["Services", "Total exports"]
    assert heads(text)["23.2"] == ["Total exports"]


def test_title_that_ran_into_the_first_cell() -> None:
    text = "Trade statistics  Year  | 1975  | 1980  \n---|---|---  \nGoods exports, billion US$  | 1.5  | −2.9  \n"
    assert caption(text) == "Trade statistics"
    assert heads(text)["−2.9"] == ["Goods exports, billion US$", "1980"]


def test_box_of_facts() -> None:
    text = "Trade  Exports  | US $248.8 billion f.o.b. (2006)\n---|---\nImports  | US $253.1 billion f.o.b. (2006)\n"
    assert heads(text) == {
        "US $248.8 billion f.o.b. (2006)": ["Exports"],
        "US $253.1 billion f.o.b. (2006)": ["Imports"],
    }


def test_years_down_the_first_column() -> None:
    text = "Year | Exports | Imports\n---|---|---\n2019 | 10.1 | 20.1\n2020 | 10.2 | 20.2\n"
    assert heads(text)["20.2"] == ["2020", "Imports"]


def test_ragged_rows() -> None:
    text = "Partner | Exports | Imports\n---|---|---\nElbonia | 1.5\nLilliput | 2.5 | 3.5 | 4.5\n"
    assert heads(text)["1.5"] == ["Elbonia", "Exports"]
    assert heads(text)["4.5"] == ["Lilliput"]


def test_markup_keeps_the_offsets_of_the_text() -> None:
    text = f"Before it.\n\n{MARKUP}\nAfter it."
    table = only(text)
    assert text[table.start : table.end] == MARKUP
    assert caption(text) == "Trade of Elbonia (millions, 2017)"
    assert table.foot is not None
    assert text[table.foot[0] : table.foot[1]] == "Data: Census Bureau"
    assert heads(text) == {"$129.60": ["Exports"], "$505.40": ["Imports"], "-$375.80": ["Balance"]}


def test_markup_with_two_levels_of_heads() -> None:
    text = (
        "<table><caption>Trade</caption><thead>"
        '<tr><th rowspan="2">Partner</th><th colspan="2">2019</th><th colspan="2">2020</th></tr>'
        "<tr><th>Exports</th><th>Imports</th><th>Exports</th><th>Imports</th></tr></thead>"
        "<tbody><tr><th>Elbonia</th><td>1.1</td><td>1.2</td><td>1.3</td><td>1.4</td></tr></tbody></table>"
    )
    assert caption(text) == "Trade"
    assert heads(text)["1.2"] == ["Elbonia", "Imports", "2019"]
    assert heads(text)["1.3"] == ["Elbonia", "Exports", "2020"]


def test_markup_with_a_head_over_several_rows() -> None:
    text = (
        '<table><tr><td rowspan="2">Exports</td><td>Elbonia</td><td>$1.1</td></tr>'
        "<tr><td>Lilliput</td><td>$1.2</td></tr></table>"
    )
    assert heads(text)["$1.2"] == ["Lilliput", "Exports"]


def test_markup_that_is_never_closed() -> None:
    text = "<table><tr><td>Exports</td><td>$1.1</td></tr> and the rest of the article"
    assert heads(text) == {"$1.1": ["Exports"]}


def test_aligned_columns() -> None:
    assert caption(ALIGNED) == "Trade by partner, mln dlrs"
    found = heads(ALIGNED)
    assert found["11.5"] == ["Elbonia", "1986"]
    assert found["2.5"] == ["Lilliput", "1985"]
    assert found["0.5"] == ["Others", "1986"]


def test_columns_by_tabs() -> None:
    text = "Partner\tExports\tImports\nElbonia\t1.1\t1.2\nLilliput\t\t2.2\nBlefuscu\t3.1\t3.2"
    found = heads(text)
    assert found["1.2"] == ["Elbonia", "Imports"]
    assert found["2.2"] == ["Lilliput", "Imports"]


def test_source_line_below_is_the_foot() -> None:
    text = YEARS + "Source: customs office\n\nThe rest."
    foot = only(text).foot
    assert foot is not None
    assert text[foot[0] : foot[1]] == "Source: customs office"


@pytest.mark.parametrize(
    "text",
    [
        "Business & money | A small war\nTrade thrives\n",
        "Home | News | Sport\nAsia | Europe | Africa\nAbout | Help | Contact\n",
        "In 2020  exports  rose  by  34  billion  in\n"
        "all  and  the  42  firms  of  the  land\ngrew  by  14.6  per  cent  in  2023\n",
        "**The Herald** | 2025-12-28 00:00 |\n\n---\n\nExports rose.\n",
        "Exports rose by 5%.\nImports fell by 6%.\nThe rest was flat.\n",
    ],
    ids=["rubric", "menu", "spaced-out prose", "stamp", "prose"],
)
def test_no_table(text: str) -> None:
    assert find_tables(text) == ()


@given(st.text(alphabet="aB1 .:|-*\n\t<>$%&/tdrhable", max_size=120) | st.text(max_size=80))
def test_cells_are_slices_of_the_text(text: str) -> None:
    tables = find_tables(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tables))
    for table in tables:
        for cell in table.cells:
            assert text[cell.start : cell.end] == cell.text == cell.text.strip()
            assert table.start <= cell.start < cell.end <= table.end
            assert all(head.heading for head in table.heads(cell))


@pytest.mark.parametrize(
    "piece",
    [
        "<table ",
        "<table>",
        "<td>1",
        "a | 1\n",
        "---|---\n",
        "a  1\n",
        "a 1\n",
        "1 2\n",
        "Export partners: a 1%\n",
        "Exports\nb 1%\n",
        "exports:\na 1%\nb 2%\nc 3%\n",
        "a\t1\n",
        "|",
        "<b><b>",
        "**",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def cost(size: int) -> float:
        text = "<table><tr><td>" * (piece == "<b><b>") + piece * (size // len(piece))
        begin = time.process_time()
        find_tables(text)
        return time.process_time() - begin

    find_tables("a | 1\nb | 2\n")
    assert min(cost(64_000) for _ in range(3)) < 80 * max(cost(4_000), 0.002)  # 16 when linear, 256 when quadratic


def test_cells_that_claim_to_reach_far_take_no_room_for_all_that_they_cover() -> None:
    text = f"<table>{'<tr><td rowspan=200 colspan=200>5' * 50}</table>"
    tracemalloc.start()
    try:
        assert len(find_tables(text)) == 1
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
