"""PDF files from where their characters stand: columns, tables, raised marks, words broken at the end of a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import pytest
from articles import put, read_one
from documents import drawn, pdf

from pipeline.article.line_breaks import keeps_hyphen
from pipeline.lexicon import read_toml

WIDE = 0.6  # the width of a character of Courier, in its size
LEFT = [
    "Exports to the north rose to $3.1 bil-",
    "lion in 2023, the customs office said.",
    "Imports came to $1.2 billion, and the",
    "year-on-year gain was that of two-",
    "thirds of the tea, said the govern-",
    "ment of the day on Friday.",
]
RIGHT = [
    "Trade with the south came to $900 mil-",
    "lion in the year, and the Kenya-",
    "Tanzania border stayed open all along,",
    "as the office and the traders say who",
    "live there.",
]


def read(tmp_path: Path, data: bytes) -> str:
    return read_one(put(tmp_path / "a.pdf", data)).text


def placed(
    lines: Sequence[str], left: float, size: float = 10, top: float = 700
) -> list[tuple[float, float, float, str]]:
    return [(left, top - 14 * at, size, line) for at, line in enumerate(lines)]


@pytest.mark.parametrize("drawing", ["one column after the other", "line by line"])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, drawing: str) -> None:
    left, right = placed(LEFT, 60), placed(RIGHT, 330)
    texts = [*left, *right]
    if drawing == "line by line":
        texts = [part for pair in zip_longest(left, right) for part in pair if part is not None]
    text = read(tmp_path, drawn((60, 740, 16, "Northern trade grows"), *texts))
    assert " ".join(text.split()) == (
        "Northern trade grows Exports to the north rose to $3.1 billion in 2023, the customs office said. Imports came "
        "to $1.2 billion, and the year-on-year gain was that of two-thirds of the tea, said the government of the day "
        "on Friday. Trade with the south came to $900 million in the year, and the Kenya-Tanzania border stayed open "
        "all along, as the office and the traders say who live there."
    )


def test_the_columns_of_a_table_stand_apart_in_their_places(tmp_path: Path) -> None:
    rows = [
        ("Partner", "2022", "2023"),
        ("Uganda", "2,800", "3,100"),
        ("Tanzania", "400", "500"),
        ("Total", "3,200", "3,600"),
    ]
    texts = [(60.0, 700.0, 10.0, "Table 1. Exports of Kenya, $ million")]
    for at, cells in enumerate(rows):
        for right, cell in zip((None, 300, 400), cells, strict=True):
            texts.append((60 if right is None else right - len(cell) * WIDE * 10, 680 - 14 * at, 10, cell))
    lines = read(tmp_path, drawn(*texts)).split("\n")[1:]
    assert [line.split() for line in lines] == [list(cells) for cells in rows]
    assert all("  " in line for line in lines)
    for year in ("2022", "2023"):  # right ends stand above each other
        end = lines[0].index(year) + 4
        assert all(abs(len(line[:end].rstrip()) - end) <= 1 for line in lines), lines


@pytest.mark.parametrize(
    ("before", "mark", "after", "text"),
    [
        ("Imports came to $1.2 billion", "1", " in 2023, it says.", "$1.2 billion[1] in 2023, it says."),
        ("All of it together came to 3.4", "2", " in the long year.", "came to 3.4[2] in the long year."),
        ("The first of the figures is 2,768", "r", " this time around.", "is 2,768[r] this time around."),
        ("The trade fair took place on the 5", "th", " of the month of May.", "on the 5th of the month of May."),
    ],
)
def test_raised_marks_are_no_part_of_a_figure(tmp_path: Path, before: str, mark: str, after: str, text: str) -> None:
    behind = 60 + len(before) * 10 * WIDE
    raised = (behind, 704, 6, mark)
    rest = (behind + len(mark) * 6 * WIDE, 700, 10, after)
    assert read(tmp_path, drawn((60, 700, 10, before), raised, rest)).endswith(text)


def test_figures_of_one_size_are_one_figure(tmp_path: Path) -> None:
    assert "came to 3.42 in" in read(
        tmp_path, drawn((60, 700, 10, "All of it together came to 3.42 in the long year."))
    )


def test_running_heads_and_feet_with_the_number_of_the_page_are_none_of_the_text(tmp_path: Path) -> None:
    def page(number: int) -> list[str]:
        return [
            "Trade Review, May 2024",
            f"Exports in May were ${number}.5 billion and",
            "rose.",
            f"Page {number} of 3, www.a.example",
        ]

    text = read(tmp_path, pdf([page(number) for number in (1, 2, 3)]))
    assert text.split("\n\n") == [f"Exports in May were ${number}.5 billion and\nrose." for number in (1, 2, 3)]


@pytest.mark.parametrize("record", read_toml("line_breaks.toml")["break"], ids=lambda record: record["id"])
def test_hyphens_at_the_end_of_a_line_by_their_examples(record: dict[str, list[str]]) -> None:
    for kept, examples in ((True, record["examples"]), (False, record["counterexamples"])):
        for example in examples:
            assert keeps_hyphen(*example.split("-|")) is kept, example
