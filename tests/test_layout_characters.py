"""Characters that print like others, or like nothing: what is read in plain ones points at what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.claim import Claim
from pipeline.cli import main
from pipeline.extract import extract_claims
from pipeline.extract.rivals import find_rivals
from pipeline.extract.unread import unread_figures
from pipeline.layout import plain, plain_text
from pipeline.lexicon import read_toml

pytestmark = pytest.mark.model
RULES: dict[str, Any] = read_toml("characters.toml")


@pytest.mark.parametrize(
    ("printed", "meant"), [pair for rule in RULES.values() for pair in rule["examples"]], ids=ascii
)
def test_a_character_is_read_as_what_it_means(printed: str, meant: str) -> None:
    assert plain_text(printed) == meant


@pytest.mark.parametrize("printed", [text for rule in RULES.values() for text in rule["counterexamples"]], ids=ascii)
def test_what_only_looks_like_it_stays(printed: str) -> None:
    assert plain(printed) is None


ODD = st.sampled_from([pair[0] for rule in RULES.values() for pair in rule["examples"]])
texts = st.lists(st.one_of(ODD, st.text(max_size=4), st.sampled_from(["$5 ", "３", "٣", "\u200b", "&amp;"]))).map(
    "".join
)


@given(texts)
def test_every_span_leads_to_characters_that_mean_it(text: str) -> None:
    found = plain(text)
    if found is None:
        return
    spans = [found.printed(at, at + 1) for at in range(len(found.text))]
    assert spans == sorted(spans)
    for meant, (start, end) in zip(found.text, spans, strict=True):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == meant or meant in plain_text(f"5{text[start:end]}5")


SAID = (
    "Kenya's exports to Uganda were $3.1 billion in 2023. Imports from Uganda fell 5% to $2 billion (834 million euro)."
)
AS_PRINTED = {
    "full width": SAID.translate({ord(one): ord(one) + 0xFEE0 for one in "$0123456789.%"}).replace("．", "."),
    "soft hyphens": SAID.replace("billion", "bil\u00adlion").replace("exports", "ex\u00adports"),
    "no width": SAID.replace("3.1", "3\u200b.1\u2060").replace("Kenya", "\ufeffKenya"),
    "marks of direction": SAID.replace("$3.1", "\u200e$3.1\u200e").replace("5%", "\u20665%\u2069"),
    "digits of another script": SAID.translate({ord("0") + one: 0x660 + one for one in range(10)}),
    "names of HTML": SAID.replace("'", "&rsquo;").replace("$", "&#36;").replace(" billion", "&#32;billion"),
    "the wrong code page": SAID.replace("'", "\u0092"),
    "UTF-8 twice": SAID.replace("'", "â€™"),
    "pictures": SAID.replace("exports", "exports 🚀").replace("Uganda were", "Uganda 🇺🇬 were"),
}


def slots(claims: tuple[Claim, ...]) -> list[tuple[object, ...]]:
    return [(one.reporter, one.partner, one.flow, one.measure, one.value, one.unit, one.period) for one in claims]


@pytest.mark.parametrize("text", AS_PRINTED.values(), ids=AS_PRINTED.keys())
def test_the_claims_of_a_text_are_the_same_however_its_characters_are_made(text: str) -> None:
    plainly = extract_claims(Article(name="a.txt", text=SAID))
    article = Article(name="a.txt", text=text)
    claims = extract_claims(article)
    assert len(claims) == 4
    assert slots(claims) == slots(plainly)
    assert [claim.text for claim in claims] == [text[claim.start : claim.end] for claim in claims]
    for claim, wanted in zip(claims, plainly, strict=True):
        for slot, found in claim.evidence.items():
            spot = wanted.evidence[slot]
            assert plain_text(text[found.start : found.end]).replace("’", "'") == SAID[spot.start : spot.end]
    assert claims[3].conversion_of == claims[2].id
    assert {rival.slot for rival in find_rivals(article, claims[0])} == {"flow", "period", "reporter", "partner"}


def test_a_figure_that_prints_turned_around_is_not_read() -> None:
    claims = extract_claims(Article(name="a.txt", text=SAID.replace("3.1", "\u202e1.3\u202c")))
    assert [claim.text for claim in claims] == ["5%", "$2 billion", "834 million euro"]


@pytest.mark.parametrize("figure", ["$5e9", "$3_100", "$31亿", "$3\u0305.1 billion", "＄5e9 million", "$5abc"])
def test_half_of_a_figure_is_none_and_the_whole_is_named(figure: str) -> None:
    article = Article(name="a.txt", text=SAID.replace("$3.1 billion", figure))
    assert [claim.text for claim in extract_claims(article)] == ["5%", "$2 billion", "834 million euro"]
    (unread,) = unread_figures(article)
    assert article.text[unread.start : unread.end] == figure


def test_amounts_point_at_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    text = "It rose ５％ to $3\u200b.1 billion, then to $5e9."
    path.write_text(text, encoding="utf-8")
    assert main(["amounts", str(path)]) == 0
    said = capsys.readouterr()
    records = [json.loads(line) for line in said.out.splitlines()]
    assert [(one["text"], one["value"]) for one in records] == [("５％", 5), ("$3\u200b.1 billion", 3_100_000_000)]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in records)
    assert f"a.txt:1:{text.index('$5e9') + 1}: the figure '$5e9' was not read" in said.err
