"""The page: it says what was found and what was not, it loads nothing, and what articles print is text in it."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import itertools
import json
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from large_run import large_run
from sample_run import CLAIMS, FINDINGS, clean_run, sample_run

from pipeline.lexicon import read_toml
from pipeline.report import render_report, words
from pipeline.report.markup import visible
from pipeline.report.overview import overview
from pipeline.report.parts import page_json, unpack
from pipeline.report.shelf import shelve
from pipeline.report.texts import web_address
from pipeline.store import Run, StoredCheck

STATES = ("impossible", "unlikely", "reading", "good")
VOID = frozenset({"meta", "input", "br", "img", "link", "hr"})


class Page(HTMLParser):
    """The page as a browser takes it: its elements with their attributes, its text by element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def text(self) -> str:
        return " ".join(
            "".join(
                part for tag, found in self.texts.items() if tag not in {"script", "style"} for part in found
            ).split()
        )


@pytest.fixture(scope="module")
def html() -> str:
    return render_report(sample_run())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="module")
def large() -> tuple[str, float]:
    run = large_run(1000)
    begun = time.process_time()
    return render_report(run), time.process_time() - begun


def _visible(html: str) -> str:
    body = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.S)
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


# What it says


def test_the_first_screen_says_how_much_was_read_checked_and_found(html: str) -> None:
    said = _visible(html)
    assert "4 contradictions in 5 articles" in said
    assert "23 printed trade figures were read, and 17 of them (74 %) could be compared" in said.replace("\xa0", " ")
    assert "1 disagreement between sources and 1 place that needs reading" in said
    assert "1 file was skipped" in said


def test_nothing_found_is_said_with_what_was_checked() -> None:
    said = _visible(render_report(clean_run()))
    assert "No contradiction in 1 article" in said
    assert (
        "No contradiction among the 1 claim that could be compared with another. 1 claim could be compared with none"
        in said
    )
    assert "a forecast is not compared" in said


def test_nothing_compared_is_not_sold_as_agreement() -> None:
    run = dataclasses.replace(clean_run(), check=StoredCheck())
    said = _visible(render_report(run))
    assert "Nothing could be checked in 1 article" in said
    assert "Nothing could be compared, so nothing can be said" in said
    assert "No contradiction" not in said
    assert "✓" not in said


@pytest.mark.parametrize(
    ("some", "of_all", "said"),
    [(0, 0, "–"), (0, 9, "0 %"), (1, 900, "under 1 %"), (1, 3, "33 %"), (899, 900, "99 %"), (9, 9, "100 %")],
)
def test_a_few_are_not_none_and_nearly_all_are_not_all(some: int, of_all: int, said: str) -> None:
    claims = tuple(dataclasses.replace(clean_run().claims[0], id=f"c{at}") for at in range(of_all))
    check = StoredCheck(checked=frozenset(claim.id for claim in claims[:some]))
    view = overview(shelve(Run(articles=(), claims=claims, check=check)))
    assert view.coverage.replace("\xa0", " ") == said


def test_what_the_configuration_keeps_back_is_said_on_the_first_screen() -> None:
    config = {"report": {"certainty": ["impossible"], "scopes": ["article", "source", "cross-source"]}}
    run = dataclasses.replace(clean_run(), manifest={"config": config})
    assert "Not shown, as the configuration asks: unlikely, needs reading." in _visible(render_report(run))
    assert "Not shown" not in _visible(render_report(clean_run()))


def test_a_disagreement_between_sources_is_not_called_impossible(html: str) -> None:
    cards = {card.partition('"')[0]: card for card in html.split('<article class="finding ')[1:]}
    (differ,) = (card for head, card in cards.items() if head.endswith(" differ"))
    chips = _visible(differ.partition("</p>")[0].partition(">")[2])
    assert "Disagreement" in chips
    assert "Impossible" not in chips
    assert "What to do: say whose figure it is" in _visible(differ)


def test_an_empty_run_is_a_page() -> None:
    assert "No article was read" in _visible(render_report(Run(articles=(), claims=(), check=StoredCheck())))


def test_articles_without_figures_are_said_to_have_none() -> None:
    said = _visible(render_report(dataclasses.replace(clean_run(), claims=(), check=StoredCheck())))
    assert "No trade figures in 1 article" in said
    assert "✓" not in said


def test_a_finding_shows_its_sentences_proof_culprit_and_repair(html: str) -> None:
    card = html.split('id="f-f-kaz"')[1].split('id="f-f-growth"')[0]
    assert '<mark class="figure">$22.7 billion</mark>' in card
    assert '<span class="party">Kazakhstan</span>' in card
    said = _visible(card).replace("\xa0", " ")
    assert "likeliest culprit" in said
    assert "partner: Kazakhstan → should read Kyrgyzstan" in said
    assert "leaves 22.7" in said
    assert "can mean $22.65 bn to $22.75 bn" in said
    assert "A and B are both needed for it: with either of them" in said
    assert "Silk Ledger · 21 January 2025" in said


def test_proofs_disagreements_and_readings_stand_apart(html: str) -> None:
    lists = {
        name: html.split(f'id="list-{name}"')[1].split("</section>\n</section>")[0]
        for name in ("proofs", "disagreements", "reading")
    }
    order = [html.index(f'id="list-{name}"') for name in lists]
    assert order == sorted(order)
    assert order[0] < html.index('id="f-f-kaz"') < html.index('id="f-f-region"') < order[1]
    assert order[1] < html.index('id="f-f-mirror"') < order[2] < html.index('id="f-f-read"')


def test_every_claim_is_marked_in_the_text_of_its_article(html: str) -> None:
    marked = set(re.findall(r'<a class="claim[^"]*"[^>]*id="a\d+-(c[0-9a-f]+)"', html))
    assert marked == {claim.id for claim in CLAIMS.values()}


def test_why_claims_were_not_compared_and_what_was_skipped_is_said(html: str) -> None:
    account = _visible(html.split('id="account"')[1])
    assert "5 no other claim is about the same trade in that period" in account
    assert "scan.pdf no text in this PDF: it looks scanned" in account


def test_a_claim_without_its_article_is_shown_by_its_figure() -> None:
    run = dataclasses.replace(sample_run(), articles=())
    assert '<mark class="figure">$22.7 billion</mark>' in render_report(run)


# That it is a sound page


def test_elements_are_balanced_and_ids_are_unique(page: Page) -> None:
    assert page.unbalanced == []
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_every_link_within_the_page_has_its_target(page: Page) -> None:
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    links = [a["href"] for tag in ("a", "use") for a in page.all(tag)]
    assert [link for link in links if not (link.startswith("#") and link[1:] in ids)] == []


def test_the_page_loads_nothing(page: Page) -> None:
    assert {tag for tag, _ in page.elements} & {"img", "link", "iframe", "object", "embed", "base", "video"} == set()
    assert [a for _, a in page.elements if "src" in a or "srcset" in a or "style" in a] == []
    assert "url(" not in "".join(page.texts["style"])
    assert not re.search(r"\bfetch\(|XMLHttpRequest|import\(|eval\(", "".join(page.texts["script"]))


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(html: str, page: Page) -> None:
    policy = next(a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        content = re.findall(rf"<{tag}>(.*?)</{tag}>", html, flags=re.S)
        assert len(content) == 1
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_landmarks_labels_and_headings_are_there_for_screen_readers(page: Page) -> None:
    assert [len(page.all(tag)) for tag in ("main", "nav", "h1", "header", "footer")] == [1, 1, 1, 1, 1]
    assert page.all("html")[0]["lang"] == "en"
    labelled = {a["for"] for a in page.all("label")}
    assert {a["id"] for tag in ("input", "select") for a in page.all(tag)} == labelled
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), "no level is left out"
    drawings = [a for a in page.all("svg") if a.get("aria-hidden") != "true"]
    assert drawings
    assert all(a.get("role") == "img" and a.get("aria-label") for a in drawings)


def _colours(css: str) -> list[dict[str, str]]:
    blocks = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", css, flags=re.S)
    ]
    return [blocks[0], blocks[0] | blocks[1]]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        *[(ink, ground, 4.5) for ink in ("ink", "soft", "link") for ground in ("paper", "sheet", "wash")],
        *[(ink, ground, 4.5) for ink in STATES for ground in ("paper", "sheet", f"{ink}-wash")],
        *[("ink", ground, 4.5) for ground in ("figure", "impossible-wash", "unlikely-wash", "reading-wash")],
        *[(f"c{n}", "paper", 3.0) for n in range(1, 7)],
        ("focus", "paper", 3.0),
    ],
)  # fmt: skip
def test_colours_have_the_contrast_that_wcag_asks_for(
    page: Page, scheme: int, ink: str, ground: str, least: float
) -> None:
    colours = _colours("".join(page.texts["style"]))[scheme]
    light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def test_certainty_is_never_told_by_colour_alone(html: str) -> None:
    for code in ("impossible", "unlikely", "needs-reading"):
        entry = words.entry("certainty", code)
        chip = re.search(rf'<span class="chip {code}"[^>]*>(.*?)</span> ([^<]*)</span>', html)
        assert chip is not None
        assert entry["mark"] in chip[1]
        assert chip[2] == entry["label"]
    marks = [words.entry("certainty", code)["mark"] for code in read_toml("report.toml")["certainty"]]
    assert len(set(marks)) == len(marks)


# That it is safe


def test_what_articles_print_is_text(html: str, page: Page) -> None:
    assert len(page.all("script")) == 2
    assert {tag for tag, _ in page.elements} & {"b", "i", "img"} == set()
    assert [a for _, a in page.elements if any(name.startswith("on") for name in a)] == []
    assert '<script>alert(1)</script> & "quoted"' in " ".join(
        "".join(part for found in page.texts.values() for part in found).split()
    )


def test_direction_controls_are_shown_and_never_obeyed(html: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    assert "⟨U+202E⟩txt.exe⟨U+202C⟩" in html


@pytest.mark.parametrize(
    "text",
    ["</script>", "<!--", "<script", "\u2028\u2029", "&lt;", "]]>"],
    ids=["end tag", "comment", "start tag", "line separators", "entity", "cdata"],
)
def test_data_in_the_page_cannot_leave_its_element(text: str) -> None:
    packed = page_json({"said": text})
    assert not re.search("[<>&\u2028\u2029]", packed)
    assert json.loads(packed) == {"said": text}


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("http://news.example", "http://news.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//news.example", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_become_links(url: str | None, shown: str) -> None:
    assert web_address(url) == shown


def test_lone_surrogates_do_not_stop_the_page() -> None:
    assert visible("a\ud800b") == "a⟨U+D800⟩b"


# Long lists


def test_a_thousand_findings_fit_two_megabytes_and_five_seconds(large: tuple[str, float]) -> None:
    html, seconds = large
    assert len(html.encode()) < 2_000_000
    assert seconds < 5


def test_a_thousand_findings_in_long_articles_fit_two_megabytes() -> None:
    run = large_run(1000, further=400)
    assert sum(len(article.text) for article in run.articles) > 1_400_000
    assert len(render_report(run).encode()) < 2_000_000


def test_no_item_of_a_long_list_is_lost(large: tuple[str, float]) -> None:
    data = json.loads(re.search(r'<script type="application/json" id="lists">(.*?)</script>', large[0], re.S)[1])  # type: ignore[index]
    run = large_run(1000)
    found = set(re.findall(r'<article class="finding[^"]*" id="f-(\w+)"', large[0]))
    for name in ("proofs", "disagreements", "reading"):
        packed = [item for part in data[name]["parts"] for item in unpack(part)]
        assert data[name]["standing"] + len(packed) == len(unpack(data[name]["index"]))
        found |= {re.search(r'id="f-(\w+)"', item)[1] for item in packed}  # type: ignore[index]
    assert found == {finding.id for finding in run.check.findings}
    articles = [item for part in data["articles"]["parts"] for item in unpack(part)]
    assert data["articles"]["standing"] + len(articles) == len(run.articles)


def test_a_small_report_is_whole_without_its_script(html: str) -> None:
    data = json.loads(re.search(r'<script type="application/json" id="lists">(.*?)</script>', html, re.S)[1])  # type: ignore[index]
    assert all(items["parts"] == [] for items in data.values())
    assert all(f'id="f-{finding.id}"' in html for finding in FINDINGS)


def test_the_same_run_gives_the_same_page(html: str) -> None:
    assert render_report(sample_run()) == html


def test_no_template_switches_escaping_off() -> None:
    templates = Path(render_report.__code__.co_filename).parent / "templates"
    assert [
        path.name for path in sorted(templates.glob("*.j2")) if re.search(r"\|\s*safe|autoescape", path.read_text())
    ] == []
