"""The review as people use it, without JavaScript: the queue, deciding, correcting, and what a new run changes."""

from __future__ import annotations

import dataclasses
import json
import time
from pathlib import Path

import pytest
from review_room import KAZ, MIRROR, ORDER, RANK, READ, REGION, WRONG, Forms, Room, statuses, tools
from sample_run import ARTICLES, FINDINGS, clean_run

from pipeline.errors import StoreError
from pipeline.lexicon import read_toml
from pipeline.report.shelf import severity
from pipeline.review.acts import MOST, Act, decide, note, undo
from pipeline.review.desk import Desk
from pipeline.review.queue import STATUSES
from pipeline.store import StoredCheck
from pipeline.store.decisions import ACTIONS, LONGEST


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of(tmp_path)


# The queue


def test_the_queue_is_ranked_and_opens_the_gravest(room: Room) -> None:
    page = room.browser().open("/")
    assert [row["id"] for row in room.browser().json("/findings.json")["findings"]] == ORDER
    assert f'id="f-{ORDER[0]}"' in page.html
    assert "0 of 6 decided" in page.said


def test_accepting_moves_on_to_the_next(room: Room) -> None:
    page = room.browser().open("/").press("accept", because="")
    assert page.path.startswith(f"/findings/{ORDER[1]}?done=")
    assert "1 of 6 decided" in page.said
    assert "You accepted it:" in page.said
    assert statuses(room)[ORDER[0]] == "accepted"
    ((_, stored),) = room.ledger.read()
    assert (stored.who, stored.subject, stored.action, stored.turn) == ("Anna", ORDER[0], "accept", 1)
    assert stored.headline == room.desk.sheet.findings[ORDER[0]].headline


def test_dismissing_keeps_the_reason(room: Room) -> None:
    room.browser().open("/").press("dismiss", reason="different", because="goods\nonly")
    ((_, stored),) = room.ledger.read()
    assert (stored.action, stored.reason) == ("dismiss", "Different definitions: goods only")


def test_after_the_last_one_nothing_is_left(room: Room) -> None:
    page = room.browser().open("/")
    for _ in ORDER:
        page.press("accept", because="")
    assert page.path.startswith("/findings?done=")
    assert "Nothing left to decide" in page.said
    assert "All 6 findings of this run have been decided" in page.said


def test_a_run_without_findings_says_so(tmp_path: Path) -> None:
    page = Room.of(tmp_path, clean_run()).browser().open("/")
    assert "No contradiction in 1 article" in page.said
    assert "1 claim could be compared with none: silence about it is not agreement." in page.said


def test_what_was_not_compared_is_said_with_the_reason(room: Room) -> None:
    page = room.browser().open("/").open("/checked")
    assert "17 of 23 claims (74 %) took part in at least one comparison" in page.said.replace("\xa0", " ")
    assert "a forecast is not compared" in page.said
    found = room.browser().json("/checked.json")
    assert (found["claims"], found["checked"]) == (23, 17)
    assert sum(found["not_compared"].values()) == 6
    assert found["skipped"]


def test_undo_takes_back_the_last_act_and_goes_there(room: Room) -> None:
    page = room.browser().open("/").press("accept", because="").press("dismiss", because="")
    page.press("undo")
    assert page.path.startswith(f"/findings/{ORDER[1]}?")
    assert statuses(room) == {ORDER[0]: "accepted"} | dict.fromkeys(ORDER[1:], "open")
    page.open("/decisions").press("undo", at=0)
    assert set(statuses(room).values()) == {"open"}
    assert "there is nothing of yours" not in page.said


def test_undo_is_one_s_own(room: Room) -> None:
    room.browser("Ben").open("/").press("accept", because="")
    page = room.browser("Anna").open("/").press("accept", because="")
    page.press("undo")
    assert statuses(room)[ORDER[0]] == "accepted"
    assert statuses(room)[ORDER[1]] == "open"


def act(nonce: str) -> Act:
    return Act(who="Anna", nonce=nonce)


def test_what_cannot_be_taken_back_is_said(room: Room) -> None:
    with pytest.raises(StoreError, match="nothing of yours to undo"):
        undo(room.desk, act("a"))
    with pytest.raises(StoreError, match="no such decision"):
        undo(room.desk, act("a"), "none")
    (made,) = decide(room.desk, act("b"), "accept", subjects=[(KAZ, 0)]).stored
    (back,) = undo(room.desk, act("c"), made.id).stored
    with pytest.raises(StoreError, match="taken back already"):
        undo(room.desk, act("d"), made.id)
    with pytest.raises(StoreError, match="cannot be taken back: decide anew"):
        undo(room.desk, act("d"), back.id)
    assert set(statuses(room).values()) == {"open"}


def test_words_are_neither_empty_nor_without_end(room: Room) -> None:
    with pytest.raises(StoreError, match="the note is empty"):
        note(room.desk, act("a"), KAZ, " \r\n ")
    with pytest.raises(StoreError, match=f"too long: at most {LONGEST} characters"):
        note(room.desk, act("a"), KAZ, "x" * (LONGEST + 1))
    assert len(note(room.desk, act("a"), KAZ, "x" * LONGEST).stored) == 1


def test_only_what_there_is_to_decide_is_decided_and_so_many_at_once(room: Room) -> None:
    with pytest.raises(StoreError, match="accepted, dismissed or opened again"):
        decide(room.desk, act("a"), "praise", subjects=[(KAZ, 0)])
    with pytest.raises(StoreError, match=f"at most {MOST} findings"):
        decide(room.desk, act("a"), "accept", subjects=[(KAZ, 0)] * (MOST + 1))
    with pytest.raises(StoreError, match="no finding was chosen"):
        decide(room.desk, act("a"), "accept", subjects=[])


def test_the_next_one_fits_the_filter(room: Room) -> None:
    page = room.browser().open("/findings?scope=Within+one+article").press("accept", because="")
    within = [f.id for f in sorted(FINDINGS, key=severity) if f.scope == "article"]
    assert page.path.startswith(f"/findings/{within[1]}?scope=Within+one+article&done=")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("country=Turkmenistan", [RANK], id="country"),
        pytest.param("outlet=Oasis+Review", [MIRROR], id="outlet"),
        pytest.param("kind=Exporter's+against+importer's+figure", [MIRROR], id="kind"),
        pytest.param("certainty=Needs+reading", [READ], id="certainty"),
        pytest.param("q=third-largest", [RANK], id="words"),
        pytest.param("year=1901", [], id="none"),
        pytest.param("status=accepted", [], id="status"),
        pytest.param("certainty=Unlikely&country=China", [REGION], id="two at once"),
        pytest.param("status=nonsense&page=-1&page=x", ORDER, id="nonsense is left out"),
    ],
)
def test_filters(room: Room, query: str, expected: list[str]) -> None:
    found = room.browser().json(f"/findings.json?{query}")["findings"]
    assert [row["id"] for row in found] == expected
    assert room.browser().open(f"/findings?{query}").status == 200


def test_leafing_goes_through_the_queue(room: Room) -> None:
    page = room.browser().open(f"/findings/{ORDER[1]}")
    assert f'href="/findings/{ORDER[0]}" rel="prev" data-key="k"' in page.html
    assert f'href="/findings/{ORDER[2]}" rel="next" data-key="j"' in page.html


def test_many_are_decided_and_undone_at_once(room: Room) -> None:
    page = room.browser().open("/")
    boxes = next(form for form in Forms(page.html).forms if form.boxes).boxes
    page.press("dismiss", subject=boxes[:3], reason="minor")
    assert "You dismissed 3 findings" in page.said
    assert page.path.startswith(f"/findings/{ORDER[3]}?")
    page.press("undo")
    assert "Taken back: 3 decisions" in page.said
    assert set(statuses(room).values()) == {"open"}


def test_a_bulk_decision_without_a_choice_says_what_to_do(room: Room) -> None:
    page = room.browser().open("/").press("accept", subject=[])
    assert (page.status, room.ledger.extent()[0]) == (422, 0)
    assert "mark some in the list first" in page.said


def test_notes_and_assignments(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    page.press("note", note="  asked the <desk>\r\nin Almaty ")
    page.press("assign", assignee="Ben")
    assert "asked the <desk> in Almaty" in page.said
    assert "<desk>" not in page.html
    assert page.json("/findings.json?assignee=Ben")["findings"][0]["id"] == KAZ
    history = page.json(f"/findings/{KAZ}.json")["history"]
    assert [(one["action"], one["reason"] or one["value"]) for one in history] == [
        ("note", "asked the <desk>\nin Almaty"),
        ("assign", "Ben"),
    ]
    assert page.json("/findings.json")["findings"][0]["status"] == "open"


def test_a_decided_one_can_be_opened_again(room: Room) -> None:
    page = room.browser().open("/").press("accept", because="").open(f"/findings/{ORDER[0]}?status=accepted")
    assert "Anna accepted it, 2026-11-23 10:00 UTC" in page.said
    page.press("reopen", because="")
    assert statuses(room)[ORDER[0]] == "open"


# Two people


def test_two_sessions_do_not_overwrite_each_other(room: Room) -> None:
    anna, ben = room.browser("Anna").open("/"), room.browser("Ben").open("/")
    anna.press("accept", because="")
    ben.press("dismiss", because="")
    assert "Anna was quicker and accepted it" in ben.said
    assert ben.path.startswith(f"/findings/{ORDER[0]}?before=")
    assert statuses(room)[ORDER[0]] == "accepted"
    ben.press("dismiss", because="")
    assert statuses(room)[ORDER[0]] == "dismissed", "having seen it, Ben may differ"


def test_a_note_of_another_does_not_stand_in_the_way(room: Room) -> None:
    anna, ben = room.browser("Anna").open("/"), room.browser("Ben").open("/")
    anna.press("note", note="look at page 3")
    ben.press("accept", because="")
    assert statuses(room)[ORDER[0]] == "accepted"


def test_in_a_bulk_decision_others_decisions_stay(room: Room) -> None:
    ben = room.browser("Ben").open("/")
    boxes = next(form for form in Forms(ben.html).forms if form.boxes).boxes
    room.browser("Anna").open("/").press("accept", because="")
    ben.press("dismiss", subject=boxes)
    assert "You dismissed 5 findings" in ben.said
    assert "Anna was quicker" in ben.said
    assert statuses(room)[ORDER[0]] == "accepted"


def test_a_form_that_is_sent_twice_counts_once(room: Room) -> None:
    page = room.browser().open("/")
    html = page.html
    page.press("accept", because="")
    page.html = html
    page.press("accept", because="")
    assert "You accepted it" in page.said
    assert room.ledger.extent()[0] == 1


def test_a_name_is_kept_in_the_browser(room: Room) -> None:
    page = room.browser().open("/").press("", name='Zoë "Z"; d\'Été')
    page.press("accept", because="")
    assert room.ledger.read()[0][1].who == 'Zoë "Z"; d\'Été'
    assert room.browser().open("/").press("accept", because="").status == 200
    assert room.ledger.read()[1][1].who == "Anna"


# Other pages


def test_every_page_has_a_json_twin(room: Room) -> None:
    page = room.browser().open("/").press("accept", because="")
    page.press("correct", claim=f"{WRONG.id}:0", slot="partner", value="KGZ") if "kaz" in page.path else None
    for path in ("/findings", f"/findings/{KAZ}", "/articles", "/decisions", "/left", "/corrections", "/drop"):
        assert page.open(path).status == 200, path
        assert "<!doctype html>" in page.html
        assert isinstance(page.json(f"{path}.json"), dict), path
    assert page.json("/article.json?doc=steppe.txt")["text"] == ARTICLES[0].text


def test_an_article_is_shown_with_its_figures(room: Room) -> None:
    page = room.browser().open("/articles?q=steppe")
    assert "Steppe trade at a new peak" in page.said
    assert "The bazaar republic" not in page.said
    page.open("/article?doc=steppe.txt")
    assert f'href="/findings/{KAZ}"' in page.html
    assert "kept its place as the third-largest" in page.said


def test_the_links_of_a_card_lead_to_its_articles(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    anchor = room.desk.sheet.shelf.anchor(WRONG)
    assert f'href="/article?doc=steppe.txt#{anchor}"' in page.html
    assert f'id="{anchor}"' in page.open("/article?doc=steppe.txt").html


def test_what_is_not_there_is_said_to_be_so(room: Room) -> None:
    for path in ("/findings/f-none", "/article?doc=none.txt", "/nonsense", "/dropped/none", "/static/none.js"):
        page = room.browser().open(path)
        assert page.status == 404, path
        assert "That did not work" in page.said
    assert "error" in room.browser().json("/findings/f-none.json")


def test_codes_have_words() -> None:
    words = read_toml("review.toml")
    assert set(words["action"]) == set(ACTIONS)
    assert set(words["status"]) == set(STATUSES)
    assert [reason["key"] for reason in words["reason"]] == [str(n) for n in range(1, len(words["reason"]) + 1)]


# Dropped articles


def _dropped(room: Room, **fields: str) -> object:
    page = room.browser().open("/drop").press("", **fields)
    for _ in range(200):
        if "…</p><progress" not in page.html:
            return page
        time.sleep(0.02)
        page.open(page.path)
    raise AssertionError("it never ends")


def test_a_dropped_text_is_checked_against_the_run(room: Room) -> None:
    text = "Bishkek's trade with China was $22.7 billion in 2024, <i>officials</i> said there on a quiet Monday."
    page = _dropped(room, text=text, title="dropped")
    assert "1 trade figure read, 1 of them compared" in page.said
    assert "$22.7 billion does not fit <b>Kyrgyzstan</b>" in page.said
    assert "<i>officials" not in page.html
    assert "The bazaar republic grows up" in page.said, "what it contradicts is quoted"
    assert [f["id"] for f in page.json(page.path + ".json")["findings"]] == ["f-new"]
    assert room.desk.sheet.findings.keys() == {f.id for f in FINDINGS}, "the run stays as it was"


def test_a_dropped_text_shows_its_day_and_what_was_not_compared(room: Room) -> None:
    text = "BISHKEK, Feb. 21, 2025 - Bishkek's trade with China was $22.7 billion in 2024."
    page = _dropped(room, text=text, title="dropped")
    assert "21 February 2025" in page.said
    assert "with none" not in page.said
    silent = dataclasses.replace(tools(), check=lambda _claims: StoredCheck())
    alone = dataclasses.replace(room, desk=Desk(room.out, room.ledger, silent))
    page = _dropped(alone, text=text, title="dropped")
    assert "1 with none: silence about it is not agreement" in page.said
    assert "· not compared" in page.said


def test_a_dropped_file_of_a_bad_name_and_kind_is_answered_in_words(room: Room) -> None:
    files = {"file": ("../../etc/pass\x00wd.pdf", b"%PDF-1.4 broken")}
    browser = room.browser().open("/drop")
    form = next(form for form in Forms(browser.html).forms if "enctype" in form.attributes)
    sent = {name: value for name, value in form.fields.items() if name != "file"}
    response = browser.client.post("/drop", data=sent, files=files, headers={"Origin": "http://127.0.0.1:8765"})
    page = browser._take(response)
    for _ in range(200):
        if "at work" not in page.html.lower():
            break
        time.sleep(0.02)
        page.open(page.path)
    assert "etc/" not in page.html
    assert page.json(page.path + ".json")["error"]


def test_nothing_dropped_says_what_to_do(room: Room) -> None:
    page = room.browser().open("/drop").press("", text="  ")
    assert (page.status, "paste a text or choose a file" in page.said) == (422, True)
    assert '<a href="/drop">' in page.html


def test_a_dropped_text_without_figures_is_no_all_clear(room: Room) -> None:
    page = _dropped(room, text="The bazaar was quiet on Monday.", title="quiet")
    assert "No trade figure was found in it" in page.said
    assert "✓" not in page.html


def test_the_decisions_page_shows_the_decisions(room: Room) -> None:
    page = room.browser().open("/").press("dismiss", reason="rounding", because="")
    page.open("/decisions")
    assert "Anna dismissed it: Only rounding" in page.said
    record = page.json("/decisions.json")["decisions"][0]
    assert json.loads(json.dumps(record))["crossfoot"] == "decision/1"
