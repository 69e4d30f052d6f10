"""The review in a real browser: one key decides, undo, corrections, two people, hostile articles, no JavaScript."""

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
from review_room import KAZ, ORDER, READ, Room, statuses
from sample_run import sample_run

from pipeline.store import write_run


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of(tmp_path)


@pytest.fixture
def home(room: Room) -> Iterator[str]:
    with served(room) as address:
        yield address


def shown(tab: Any) -> str:
    """The id of the finding that is open."""
    return str(tab.locator(".sheet .finding").get_attribute("id")).removeprefix("f-")


def settled(tab: Any, finding: str) -> None:
    tab.locator(f"#f-{finding}").wait_for()


def test_one_key_decides_and_moves_on_and_one_takes_back(room: Room, home: str, tab: Any) -> None:
    tab.goto(home)
    for at, key in enumerate("ad3"):
        settled(tab, ORDER[at])
        tab.keyboard.press(key)
    settled(tab, ORDER[3])
    found = statuses(room)
    assert [found[id] for id in ORDER[:4]] == ["accepted", "dismissed", "dismissed", "open"]
    assert [one.reason for _, one in room.ledger.read()] == ["", "The figures fit together", "Different definitions"]
    tab.keyboard.press("u")
    settled(tab, ORDER[2])
    assert statuses(room)[ORDER[2]] == "open"
    expect(tab.locator("#reason option:checked"), "the reason is remembered").to_contain_text("Different definitions")


def test_leafing_by_key_decides_nothing(room: Room, home: str, tab: Any) -> None:
    tab.goto(home)
    tab.keyboard.press("j")
    settled(tab, ORDER[1])
    tab.keyboard.press("k")
    settled(tab, ORDER[0])
    assert room.ledger.extent()[0] == 0


def test_the_keys_are_shown_and_do_nothing_while_one_writes(room: Room, home: str, tab: Any) -> None:
    tab.goto(home)
    tab.keyboard.press("?")
    expect(tab.locator("dialog#keys")).to_be_visible()
    tab.keyboard.press("a")
    tab.keyboard.press("Escape")
    expect(tab.locator("dialog#keys")).to_be_hidden()
    tab.keyboard.press("n")
    tab.keyboard.type("a dad, u and j?")
    tab.get_by_role("button", name="Keep the note").click()
    tab.locator(".history").wait_for()
    assert [(one.action, one.reason) for _, one in room.ledger.read()] == [("note", "a dad, u and j?")]


def test_after_a_decision_reading_goes_on_at_the_headline(home: str, tab: Any) -> None:
    tab.goto(home)
    tab.keyboard.press("a")
    settled(tab, ORDER[1])
    tab.wait_for_function("document.activeElement.tagName === 'H4'")
    assert tab.evaluate("scrollY") == 0
    assert tab.locator("#said").get_attribute("aria-live") == "polite"
    assert ORDER[1] in tab.url


def test_a_decision_survives_a_new_run(room: Room, home: str, tab: Any) -> None:
    tab.goto(home)
    tab.keyboard.press("a")
    settled(tab, ORDER[1])
    write_run(room.out, sample_run())
    tab.goto(f"{home}/findings/{ORDER[0]}?status=all")
    expect(tab.locator(".sheet .banner")).to_contain_text("Anna accepted it")


def test_a_correction_is_tried_then_made(room: Room, home: str, tab: Any) -> None:
    tab.goto(f"{home}/findings/{KAZ}")
    tab.keyboard.press("c")
    expect(tab.locator("form.correct #claim")).to_be_focused()
    form = tab.locator("form.correct")
    form.locator("#claim").select_option(label="B  $22.7 billion")
    form.locator("#slot").select_option("partner")
    form.locator("#value").fill("Kyrgyzstan")
    form.get_by_role("button", name="See what changes").click()
    tried = tab.locator("#tried")
    expect(tried).to_contain_text("1 finding")
    assert room.ledger.extent()[0] == 0
    tried.get_by_role("button", name="Correct it so").click()
    expect(tab.locator(".sheet .banner.accepted")).to_contain_text("Settled by a correction")
    assert statuses(room)[KAZ] == "corrected"


def test_two_sessions_do_not_overwrite_each_other(room: Room, home: str, tab: Any, chromium: Any) -> None:
    tab.goto(home)
    with session(chromium) as other:
        other.goto(home)
        other.locator(".me summary").click()
        other.locator("#name").fill("Ben")
        other.get_by_role("button", name="Keep", exact=True).click()
        other.locator(".me summary", has_text="Ben").wait_for()
        tab.keyboard.press("a")
        settled(tab, ORDER[1])
        other.keyboard.press("d")
        expect(other.locator(".banner.warn")).to_contain_text("Anna was quicker and accepted it")
    assert statuses(room)[ORDER[0]] == "accepted"


def test_filters_are_in_the_address(home: str, tab: Any) -> None:
    tab.goto(home)
    tab.keyboard.press("/")
    tab.keyboard.type("third-largest")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/findings?*q=third-largest*")
    expect(tab.locator(".queue .rows li")).to_have_count(1)


def test_many_are_chosen_and_decided_together(room: Room, home: str, tab: Any) -> None:
    tab.goto(home)
    accept = tab.locator(".bulkbar button[value=accept]")
    expect(accept).to_be_disabled()
    tab.keyboard.press("x")
    tab.locator(".queue input[type=checkbox]").nth(2).check()
    expect(tab.locator(".bulkbar")).to_contain_text("2 chosen")
    accept.click()
    tab.locator("#said", has_text="You accepted 2 findings").wait_for()
    assert sorted(id for id, status in statuses(room).items() if status == "accepted") == sorted([ORDER[0], ORDER[2]])


def test_the_bar_for_many_is_seen_before_and_behind_a_decision(tmp_path: Path, tab: Any) -> None:
    with served(Room.of(tmp_path, large_run(50))) as home:
        tab.goto(home)
        expect(tab.locator(".bulkbar")).to_be_in_viewport(ratio=1)
        tab.keyboard.press("a")
        expect(tab.locator("#said .banner")).to_be_visible()
        expect(tab.locator(".bulkbar")).to_be_in_viewport(ratio=1)


def test_an_article_is_dropped_and_checked(home: str, tab: Any) -> None:
    tab.goto(f"{home}/drop")
    tab.locator("#text").fill("Bishkek's trade with China was $22.7 billion in 2024, officials said on a Monday.")
    tab.get_by_role("button", name="Check it").click()
    tab.locator(".finding").wait_for()
    expect(tab.locator(".lead")).to_contain_text("1 trade figure read")


def test_a_hostile_article_is_text_everywhere(home: str, tab: Any) -> None:
    for path in (f"/findings/{READ}", "/articles", "/article?doc=%3Cimg%20src%3Dx%20onerror%3Dalert(2)%3E.txt"):
        tab.goto(home + path)
        expect(tab.locator("img")).to_have_count(0)
        assert tab.evaluate("document.querySelectorAll('script:not([src])').length") == 0
    expect(tab.locator("main")).to_contain_text("<script>alert(1)</script>")
    expect(tab.locator("main")).to_contain_text("⟨U+202E⟩")


def test_everything_comes_from_here(home: str, chromium: Any) -> None:
    asked: list[str] = []
    with session(chromium) as tab:
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(home)
        tab.keyboard.press("a")
        settled(tab, ORDER[1])
    assert asked
    assert [url for url in asked if not url.startswith((home, "data:"))] == []


def test_it_works_without_javascript(room: Room, home: str, chromium: Any) -> None:
    with session(chromium, java_script_enabled=False) as tab:
        tab.goto(home)
        tab.get_by_role("button", name="Accept a").click()
        assert shown(tab) == ORDER[1]
        tab.locator("#reason").select_option("rounding")
        tab.locator(".decide button[value=dismiss]").click()
        assert shown(tab) == ORDER[2]
        tab.locator("#said button").click()
        assert shown(tab) == ORDER[1]
    assert statuses(room)[ORDER[0]] == "accepted"


def test_the_page_ends_where_its_foot_ends(tmp_path: Path, tab: Any) -> None:
    """What only screen readers are told in a long queue made the page longer than what stands on it."""
    with served(Room.of(tmp_path, large_run(50))) as home:
        tab.goto(f"{home}/")
        foot = tab.evaluate("document.querySelector('footer').getBoundingClientRect().bottom + scrollY")
        assert tab.evaluate("document.documentElement.scrollHeight") <= foot + 1


def test_what_could_not_be_meant_leads_back_to_the_finding(home: str, tab: Any) -> None:
    tab.goto(f"{home}/findings/{KAZ}")
    tab.locator("form.correct #value").fill("Atlantis")
    tab.locator("form.correct button[value=correct]").click()
    tab.get_by_role("link", name="Back, and try again").click()
    tab.locator(f"#f-{KAZ}").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_out_of_the_page(home: str, chromium: Any, width: int, scheme: str) -> None:
    with session(chromium, color_scheme=scheme) as tab:
        tab.set_viewport_size({"width": width, "height": 800})
        for path in ("/", f"/findings/{KAZ}", "/articles", "/article?doc=steppe.txt", "/decisions", "/left", "/drop"):
            tab.goto(home + path)
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_on_a_phone_the_part_that_is_shown_is_seen_in_the_row_of_parts(tmp_path: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    with served(Room.of(tmp_path)) as home:
        for part in ("/checked", "/findings", "/drop"):
            tab.goto(home + part)
            expect(tab.locator(".masthead a[aria-current]")).to_be_in_viewport(ratio=1)


def test_a_title_without_a_blank_is_not_cut_off_in_the_queue(tmp_path: Path, tab: Any) -> None:
    run = sample_run()
    articles = [dataclasses.replace(one, title="Handelsbilanz" * 12) for one in run.articles]
    with served(Room.of(tmp_path, dataclasses.replace(run, articles=articles))) as home:
        tab.goto(home)
        expect(tab.locator(".queue .rows li").first).to_be_visible()
        rows = "[...document.querySelectorAll('.queue .rows li')]"
        assert tab.evaluate(f"{rows}.filter((row) => row.scrollWidth > row.clientWidth).length") == 0
