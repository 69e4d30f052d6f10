"""Triage: what is passed over, what is not, and that no claim is lost by it on any text at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article import Article, Source, find_sources, read_article
from pipeline.extract import extract_claims
from pipeline.extract.flow_words import flow_forms, opening_forms, words_of
from pipeline.extract.triage import may_hold_claim, speaks_of_flows
from pipeline.lexicon import read_toml

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {"seeds": 1, "dev": 1, "train": 1, "bulk": 40}  # every how many texts are read

MAY = {
    "figure-beside-trade": "Exports rose to $4.2 billion in 2023.",
    "figure-in-the-next-sentence": "Norway's exports were weak. They were down 5 %.",
    "figure-two-sentences-on": "Norway's exports were weak. The summer was wet. They were down 5 %.",
    "words-for-figures": "Imports doubled last year.",
    "deficit-with-a-country": "The deficit with China reached $8 billion.",
    "over-a-line": "The bilateral\ntrade came to $3 billion.",
    "capitals": "EXPORTS UP 4 PERCENT",
    "weak-verb-beside-an-economy": "Egypt bought Russian wheat for $3 billion.",
    "weak-verb-beside-a-counted-group": "The three nations bought Russian wheat for $3 billion.",
    "weak-verb-beside-a-pronoun": "It bought wheat for $3 billion from the region.",
    "no-noun-known": "The trade in 2023: zirconium exports of $5 billion.",
    "over-a-dateline": "MANILA, March 2 -\n\nEgypt bought Russian wheat for $3 billion.",
    "accents": "Türkiye bought Russian wheat for $3 billion.",
    "words-of-a-link": "[Bilateral](https://a.example/b)\ntrade came to $3 billion.",
    "table": "Exports by year\n\n| Year | $bn |\n|---|---|\n| 2021 | 3.4 |\n| 2022 | 4.5 |\n",
}
NEVER = {
    "empty": "",
    "no-trade": "The team won 3-0 before 40,000 people.",
    "no-figure": "Exports go by sea, and imports by rail.",
    "figure-before-trade": "It cost $5 million. Exports go by sea.",
    "figure-too-far": "Exports go by sea. It rained. It snowed. It cost $5 million.",
    "sales-of-a-firm": "Sales of the firm rose 4 % to $3 billion.",
    "trend-without-a-figure": "Exports rose, and imports fell.",  # a word is a claim only beside figures
    "sign-without-a-figure": "Norway runs a trade surplus with Chile.",
    "rank-without-a-figure": "Chile is the third-largest export market of Norway.",
    "duty": "Norway put a 5 % duty on imports.",
    "weak-verb-alone": "The firm bought 60,000 bicycles.",
}


@pytest.mark.parametrize("text", MAY.values(), ids=MAY.keys())
def test_may_hold_a_claim(text: str) -> None:
    assert may_hold_claim(text)


@pytest.mark.parametrize("text", NEVER.values(), ids=NEVER.keys())
def test_is_passed_over(text: str) -> None:
    assert not may_hold_claim(text)
    assert extract_claims(Article(name="a.txt", text=text)) == ()


def test_every_form_is_found_in_any_line_breaks_and_case() -> None:
    records = [cue for cue in read_toml("cues.toml")["cue"] if cue.get("flow") not in {None, "same"}]
    forms = [f"largest {form}" if cue.get("ranked") else form for cue in records for form in cue["forms"]]
    printed = [form.replace(" ", "\n").upper() for form in forms]
    assert [form for form in printed if not flow_forms().said(words_of(form))] == []
    strong = [form for cue in records if not cue.get("weak") for form in cue["forms"]]
    assert [form for form in strong if not speaks_of_flows(form)] == []
    assert not opening_forms().said(words_of("the firm sold a tradesman's barge in Singapore"))


def test_words_are_the_runs_of_letters_without_accents_and_case() -> None:
    text = "Türkiye\u2019s exports, “up 4%”, are AB12cd x_y\u00a0ÉTÉ\nco-op."
    assert words_of(text) == {"turkiye", "s", "exports", "up", "are", "ab", "cd", "x", "y", "ete", "co", "op"}
    assert words_of("exports, up 4%: AB12cd x_y") == {"exports", "up", "ab", "cd", "x", "y"}


@pytest.mark.parametrize("piece", [*MAY.values(), *NEVER.values(), "Exporte", "its éxports", "reimports"])
def test_the_cheap_look_at_a_piece_agrees_with_its_words(piece: str) -> None:
    forms = flow_forms().among(words_of(f"Bilateral trade, imports and sales. {piece}"))
    assert forms.said_in(piece) == flow_forms().said(words_of(piece))


@pytest.mark.parametrize("directory", [ROOT / "corpus", ROOT / "tests/gold/kinds"], ids=lambda path: path.name)
def test_no_claim_is_lost(directory: Path) -> None:
    assert lost(directory) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", TEXTS)
def test_no_claim_of_shared_texts_is_lost(name: str) -> None:
    directory = ROOT.parent / "shared" / name
    if not directory.is_dir():
        pytest.skip("the shared articles are not beside the checkout")
    assert lost(directory, every=TEXTS[name]) == []


def lost(directory: Path, every: int = 1) -> list[str]:
    """The texts that triage passes over although a full reading finds claims in them."""
    from pipeline.extract.reader import read_article as read_claims

    sources = [found for found in find_sources([directory]) if isinstance(found, Source)][::every]
    articles = [read for source in sources if isinstance(read := read_article(source), Article)]
    assert articles
    passed_over = [article for article in articles if not may_hold_claim(article.text)]
    return [article.name for article in passed_over if read_claims(article)]
