"""Whose trade with whom a figure is, and which way: the texts of ``tables/whose*.toml``, in our own words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from reading import read

from pipeline.claim import Claim

pytestmark = pytest.mark.model

TEXTS = [
    text
    for table in sorted((Path(__file__).parent / "tables").glob("whose*.toml"))
    for text in tomllib.loads(table.read_text(encoding="utf-8"))["text"]
]
_MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


def told(claim: Claim, wanted: str) -> str:
    """The claim as a mark writes it; its measure and its goods only where the mark has them."""
    more = wanted.split(" ", 3)[2:]
    parts = [f"{claim.reporter}>{claim.partner}", str(claim.flow)]
    parts += [claim.measure] if more else []
    parts += [str(claim.commodity)] if len(more) > 1 else []
    return " ".join(parts)


@pytest.mark.parametrize("case", TEXTS, ids=[case["label"] for case in TEXTS])
def test_the_text_says_whose_trade_with_whom_it_is(case: dict[str, str]) -> None:
    marks = [(found[1], found[2]) for found in _MARK.finditer(case["text"])]
    claims = read(_MARK.sub(r"\1", case["text"]).strip())
    assert [claim.text for claim in claims] == [figure for figure, _ in marks]
    read_so = [told(claim, wanted) for claim, (_, wanted) in zip(claims, marks, strict=True)]
    assert read_so == [wanted for _, wanted in marks]
