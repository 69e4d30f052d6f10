"""The report in a real browser: from disk, without a request; its filters, its address; WCAG of report and review."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make browser-test")

from conftest import served, session
from large_run import large_run
from playwright.sync_api import expect
from review_room import KAZ, Room
from sample_run import clean_run, sample_run

from pipeline.report import render_report

VIEWS = ("findings", "articles", "pairs", "matrix", "account")
REVIEW = ("/", f"/findings/{KAZ}", "/articles", "/decisions", "/corrections", "/drop", "/left", "/checked")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def page_on_disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(tmp_path_factory.mktemp("report"), render_report(sample_run()))


def _written(directory: Path, html: str) -> str:
    path = directory / "report.html"
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


def _status(tab: Any) -> str:
    return str(tab.locator("#status").inner_text())


def test_the_report_opens_from_disk_without_any_request(page_on_disk: str, tab: Any) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page_on_disk)
    tab.locator("body.staged").wait_for()
    for view in VIEWS:
        tab.locator(f".masthead a[href='#{view}']").click()
        expect(tab.locator(f"#{view}.shown")).to_be_visible()
    assert {url.partition("#")[0] for url in asked} == {page_on_disk}


def test_a_filter_stands_in_the_address_and_comes_back_with_it(page_on_disk: str, tab: Any) -> None:
    tab.goto(page_on_disk)
    tab.locator("#by-certainty").select_option("Needs reading")
    tab.locator("#status", has_text="match").wait_for()
    said, address = _status(tab), tab.url
    assert said.startswith("1 finding,")
    assert "certainty=Needs+reading" in address
    with_state = tab.context.new_page()
    with_state.goto(address)
    with_state.locator("#status", has_text="match").wait_for()
    assert _status(with_state) == said
    assert with_state.locator("#by-certainty").input_value() == "Needs reading"
    expect(with_state.locator("#findings .finding:visible")).to_have_count(1)


def test_clearing_the_filters_shows_everything_again(page_on_disk: str, tab: Any) -> None:
    tab.goto(page_on_disk)
    tab.locator("body.staged").wait_for()
    everything = tab.locator("#findings .finding:visible").count()
    tab.locator("#q").fill("no article says this")
    tab.locator("#status", has_text="0 findings").wait_for()
    expect(tab.locator("#findings .finding:visible")).to_have_count(0)
    tab.get_by_role("button", name="Clear").click()
    assert everything > 0
    expect(tab.locator("#status")).to_be_empty()
    expect(tab.locator("#findings .finding:visible")).to_have_count(everything)


def test_the_claim_graph_of_a_conflict_opens(page_on_disk: str, tab: Any) -> None:
    tab.goto(page_on_disk)
    graph = tab.locator("#f-f-kaz details.graph")
    graph.locator("summary").click()
    expect(graph.locator("svg")).to_be_visible()
    expect(graph.locator("svg")).to_contain_text("Kyrgyzstan")


def test_a_finding_leads_to_its_place_in_the_whole_text(page_on_disk: str, tab: Any) -> None:
    tab.goto(page_on_disk)
    link = tab.locator("#findings .finding a[href^='#a'], #findings .finding a[href^='#s']").first
    target = link.get_attribute("href")
    link.click()
    expect(tab.locator("#articles.shown")).to_be_visible()
    expect(tab.locator(str(target))).to_be_visible()


def test_what_an_article_prints_is_never_run(page_on_disk: str, tab: Any) -> None:
    tab.goto(f"{page_on_disk}#articles")  # a dialog or an error in the console fails the test when the session ends
    tab.locator("body.staged").wait_for()
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert tab.locator("#articles script, #articles img").count() == 0
    expect(tab.locator("#articles")).to_contain_text("<script>alert(1)</script>")


def test_the_last_of_a_thousand_findings_is_reached(tmp_path: Path, tab: Any) -> None:
    run = large_run(1000)
    tab.goto(f"{_written(tmp_path, render_report(run))}#f-{run.check.findings[-1].id}")
    expect(tab.locator(f"#f-{run.check.findings[-1].id}")).to_be_visible()


def test_paper_is_light_where_the_screen_is_dark(page_on_disk: str, tab: Any) -> None:
    tab.goto(page_on_disk)
    chip = tab.locator(".chip.impossible").first
    expect(chip).to_have_css("background-color", "rgb(251, 232, 229)")
    tab.emulate_media(color_scheme="dark")
    expect(chip).to_have_css("background-color", "rgb(61, 29, 26)")
    tab.emulate_media(color_scheme="dark", media="print")
    expect(chip).to_have_css("background-color", "rgb(251, 232, 229)")
    expect(tab.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_on_a_phone_the_part_that_is_shown_is_seen_in_the_row_of_parts(page_on_disk: str, tab: Any) -> None:
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(f"{page_on_disk}#account")
    expect(tab.locator(".masthead a[aria-current]")).to_be_in_viewport(ratio=1)
    expect(tab.locator("#account.shown h2")).to_be_in_viewport()


OVERLAPS = """() => [...document.querySelectorAll(".line svg g")].filter((row) => {
  const [name, says] = row.querySelectorAll("text");
  return getComputedStyle(says).display !== "none"
    && name.getBoundingClientRect().right > says.getBoundingClientRect().left;
}).map((row) => row.textContent.trim())"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_words_of_a_number_line_run_into_each_other(tmp_path: Path, tab: Any, width: int) -> None:
    run = sample_run()
    claims = [dataclasses.replace(claim, unit="KES") if claim.unit == "USD" else claim for claim in run.claims]
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(_written(tmp_path, render_report(dataclasses.replace(run, claims=claims))))
    expect(tab.locator(".line svg g text").first).to_be_visible()
    expect(tab.locator(".line svg text.tick").first).to_contain_text("KES")
    assert tab.evaluate(OVERLAPS) == []


def test_paper_shows_every_part_within_its_edge(tmp_path: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 794, "height": 1123})  # A4
    tab.goto(_written(tmp_path, render_report(large_run(60))))
    tab.locator("body.staged").wait_for()
    tab.emulate_media(media="print")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 794
    for view in VIEWS:
        expect(tab.locator(f"#{view}")).to_be_visible()
    expect(tab.locator(".masthead nav, .filterbox, .in-text").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 794, 1280])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_runs_over_the_edge(page_on_disk: str, tab: Any, width: int, view: str) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{page_on_disk}#{view}")
    tab.locator("body.staged").wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("view", VIEWS)
def test_a_title_without_a_blank_runs_over_no_edge(tmp_path: Path, tab: Any, view: str) -> None:
    run = sample_run()
    articles = [dataclasses.replace(one, title="Handelsbilanz" * 12, outlet="Zeitung" * 20) for one in run.articles]
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(_written(tmp_path, render_report(dataclasses.replace(run, articles=articles))) + f"#{view}")
    tab.locator("body.staged").wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_what_the_words_mean_has_room_for_words(page_on_disk: str, tab: Any) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(f"{page_on_disk}#account")
    expect(tab.locator("#account.shown .settings dd").first).to_be_visible()
    widths = tab.evaluate(
        "[...document.querySelectorAll('.settings dd')].filter((d) => d.clientWidth).map((d) => d.clientWidth)"
    )
    assert min(widths) > 240


# WCAG 2.2 AA, by axe


@pytest.fixture(params=["light", "dark"])
def reader(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    with session(chromium, color_scheme=request.param, bypass_csp=True) as page:
        yield page


def faults(page: Any) -> list[tuple[str, str]]:
    """Each rule of WCAG that the page breaks, with the first element that does."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed: make browser-test")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("(tags) => axe.run({ runOnly: tags })", WCAG)
    assert found["passes"], "axe looked at nothing"
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]


def test_axe_finds_what_is_wrong(reader: Any) -> None:
    reader.set_content("<!doctype html><html lang=en><title>x</title><input><p>A field without a name</p>")
    assert [rule for rule, _ in faults(reader)] == ["label"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_report_is_accessible(page_on_disk: str, reader: Any, view: str) -> None:
    reader.goto(f"{page_on_disk}#{view}")
    reader.locator("body.staged").wait_for()
    reader.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults(reader) == []


def test_a_report_without_findings_is_accessible(tmp_path: Path, reader: Any) -> None:
    reader.goto(_written(tmp_path, render_report(clean_run())))
    reader.locator("body.staged").wait_for()
    assert faults(reader) == []


@pytest.mark.parametrize("address", REVIEW)
def test_the_review_is_accessible(tmp_path: Path, reader: Any, address: str) -> None:
    with served(Room.of(tmp_path)) as home:
        answer = reader.goto(home + address)
        assert answer.status == 200
        assert faults(reader) == []
