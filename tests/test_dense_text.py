"""A long text that is claims and nothing else takes no more time for each of them than a short one."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model
COUNTRIES = ("Kenya", "Uganda", "Tanzania", "Peru", "Chile", "Bolivia", "Ghana", "Togo", "Nepal", "Laos", "Estonia")
WORDINGS = (
    "{a}'s exports to {b} were ${x} billion in {y}.",
    "{a}'s imports from {b} came to ${x} billion in {y}, customs data show.",
    "In {y}, {a} sold goods worth ${x} billion to {b}.",
    "{a}'s exports to {b} rose {p}% to ${x} billion in {y}.",
    "{b} took {p}% of {a}'s exports in {y}.",
    "{a} had a trade deficit of ${x} billion with {b} in {y}, the ministry said.",
)
SHORT, LONG = 30_000, 120_000


def dense(draw: random.Random) -> str:
    a, b = draw.sample(COUNTRIES, 2)
    numbers = {"x": draw.randint(11, 99) / 10, "y": draw.randint(1990, 2024), "p": draw.randint(2, 60)}
    return draw.choice(WORDINGS).format(a=a, b=b, **numbers)


FORMS: dict[str, tuple[str, Callable[[random.Random], str]]] = {
    "one line": ("", lambda draw: f"{dense(draw)} "),
    "one sentence": ("", lambda draw: f"{dense(draw)[:-1]} and "),
    "paragraphs": ("", lambda draw: f"{dense(draw)}\n\n"),
    "a list": (
        "Kenya's exports in 2023:\n",
        lambda draw: f"- {draw.choice(COUNTRIES)}: ${draw.randint(11, 99)} million\n",
    ),
    "headings": ("", lambda draw: f"## {draw.choice(COUNTRIES)}\n\nExports were ${draw.randint(11, 99)} million.\n\n"),
    "a table": (
        "| Partner | Exports 2022 ($ million) | Exports 2023 ($ million) |\n|---|---|---|\n",
        lambda draw: f"| {draw.choice(COUNTRIES)} | {draw.randint(11, 99)} | {draw.randint(11, 99)} |\n",
    ),
}


def text_of(form: str, size: int) -> str:
    head, piece = FORMS[form]
    draw = random.Random(form)
    parts = [head]
    length = 0
    while length < size:
        parts.append(piece(draw))
        length += len(parts[-1])
    return "".join(parts)


@pytest.mark.parametrize("form", FORMS)
def test_time_grows_linearly_with_dense_claims(form: str) -> None:
    extract_claims(Article(name="a.txt", text=text_of(form, 2_000)))
    took, found = [], []
    for size in (SHORT, LONG):
        article = Article(name="a.txt", text=text_of(form, size))
        began = time.process_time()
        found.append(len(extract_claims(article)))
        took.append(time.process_time() - began)
    assert found[1] > 3 * found[0] > 0
    assert took[1] <= 8 * max(took[0], 0.1)  # 4 when linear, 16 when quadratic
