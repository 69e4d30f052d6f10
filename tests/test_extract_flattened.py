"""Tables that a page has lost its lines of: heads, names and figures one after the other in a single line."""

from __future__ import annotations

import pytest
from reading import check

from pipeline.layout.flattened import find_flattened
from pipeline.layout.lines import find_lines

pytestmark = pytest.mark.model

TITLE = "Kenya's trade in May 2023\n\n"
TEXTS: dict[str, tuple[str, list[str]]] = {
    "flows under a head of both": (
        TITLE + "May 2023 (USD Million) May 2022 (USD Million) Merchandise Exports <q>640.5</q> <q>611.2</q> Imports "
        "<q>1,500.1</q> <q>1,633.0</q> Services* Exports <q>420.1</q> <q>398.4</q> Imports <q>310.0</q> <q>300.2</q>",
        [
            "KEN>world export level 640500000 USD 2023-05 commodity=Merchandise",
            "KEN>world export level 611200000 USD 2022-05 commodity=Merchandise",
            "KEN>world import level 1500100000 USD 2023-05 commodity=Merchandise",
            "KEN>world import level 1633000000 USD 2022-05 commodity=Merchandise",
            "KEN>world export level 420100000 USD 2023-05 commodity=Services",
            "KEN>world export level 398400000 USD 2022-05 commodity=Services",
            "KEN>world import level 310000000 USD 2023-05 commodity=Services",
            "KEN>world import level 300200000 USD 2022-05 commodity=Services",
        ],
    ),
    "rows with goods of their own": (
        TITLE + "2022 (USD Million) 2021 (USD Million) Tea exports <q>110.5</q> <q>98.2</q> Wheat imports <q>210.1</q> "
        "<q>233.0</q>",
        [
            "KEN>world export level 110500000 USD 2022 commodity=Tea",
            "KEN>world export level 98200000 USD 2021 commodity=Tea",
            "KEN>world import level 210100000 USD 2022 commodity=Wheat",
            "KEN>world import level 233000000 USD 2021 commodity=Wheat",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


OTHERS = {
    "a figure too few": "2022 (USD Million) 2021 (USD Million) Tea exports 110.5 98.2 Wheat imports 210.1",
    "one row": "2022 (USD Million) 2021 (USD Million) Tea exports 110.5 98.2",
    "one head": "2022 (USD Million) Tea exports 110.5 Wheat imports 210.1",
    "no trade": "2022 (USD Million) 2021 (USD Million) Tax income 110.5 98.2 Interest paid 210.1 233.0",
    "prose": "In 2022 (a dry year) and 2021 (a wet one) tea exports were 110.5 and 98.2 million shillings.",
    "what is said behind": "2022 (USD m) 2021 (USD m) Tea exports 110.5 98.2 Wheat imports 210.1 233.0 as told before",
}


@pytest.mark.parametrize("line", OTHERS.values(), ids=OTHERS)
def test_another_line_is_no_table(line: str) -> None:
    assert list(find_flattened(line, find_lines(line))) == []
