"""The review as people use it, without JavaScript: the queue, deciding, correcting, and what a new run changes."""

from __future__ import annotations

import dataclasses
import json
import time
from pathlib import Path

import pytest
from review_room import KAZ, MIRROR, RANK, READ, REGION, WRONG, Forms, Room
from sample_run import ARTICLES, FINDINGS, clean_run, sample_run

from pipeline.lexicon import read_toml
from pipeline.report.shelf import severity
from pipeline.review.queue import STATUSES
from pipeline.store import Run, StoredCheck, write_run
from pipeline.store.decisions import ACTIONS

ORDER = [finding.id for finding in sorted(FINDINGS, key=severity)]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of(tmp_path)


def statuses(room: Room) -> dict[str, str]:
    found = room.browser().json("/findings.json?status=all")["findings"]
    return {row["id"]: row["status"] for row in found}


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
    assert "The run found no figures that cannot all be true" in page.said


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


def test_the_next_one_fits_the_filter(room: Room) -> None:
    page = room.browser().open("/findings?scope=Within+one+article").press("accept", because="")
    within = [f.id for f in sorted(FINDINGS, key=severity) if f.scope == "article"]
    assert page.path.startswith(f"/findings/{within[1]}?scope=Within+one+article&done=")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("country=Turkmenistan", [RANK], id="country"),
        pytest.param("outlet=Oasis+Review", [MIRROR], id="outlet"),
        pytest.param("kind=Mirror+figures", [MIRROR], id="kind"),
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


# Corrections


def test_trying_a_correction_shows_what_it_changes_and_stores_nothing(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    page.press("try", claim=f"{WRONG.id}:0", slot="partner", value="Kyrgyzstan")
    assert "Tried, not stored" in page.said
    assert "1 finding vanishes:✓ Kazakhstan's 2024 trade" in page.said
    assert "1 finding appears:✕ $22.7 billion does not fit <b>Kyrgyzstan</b>" in page.said
    assert room.ledger.extent()[0] == 0


def test_a_correction_is_checked_at_once(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    page.press("correct", claim=f"{WRONG.id}:0", slot="partner", value="kgz".upper())
    assert page.path.startswith(f"/findings/{KAZ}?done=")
    assert "Settled by a correction" in page.said
    assert "It brings another: $22.7 billion does not fit" in page.said
    assert statuses(room)[KAZ] == "corrected"
    record = page.json("/corrections.json")
    assert record["vanished"] == [KAZ]
    assert [f["id"] for f in record["appeared"]] == ["f-new"]
    assert (record["corrections"][0]["was"], record["corrections"][0]["value"]) == ("KAZ", "KGZ")
    page.open("/corrections").press("undo")
    assert statuses(room)[KAZ] == "open"


def test_what_a_correction_settled_is_not_asked_again(room: Room) -> None:
    page = room.browser().open(f"/findings/{ORDER[0]}")
    page.press("correct", claim=f"{WRONG.id}:0", slot="partner", value="KGZ")
    assert [row["id"] for row in page.json("/findings.json")["findings"]] == [id for id in ORDER if id != KAZ]


def test_the_suggestion_is_one_press(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    assert "As suggested" in page.said
    page.press("correct", at=0)
    assert room.ledger.read()[0][1].value == "KGZ"


def test_two_corrections_of_one_figure_do_not_overwrite_each_other(room: Room) -> None:
    anna, ben = (room.browser(name).open(f"/findings/{KAZ}") for name in ("Anna", "Ben"))
    anna.press("correct", claim=f"{WRONG.id}:0", slot="partner", value="KGZ")
    ben.press("correct", claim=f"{WRONG.id}:0", slot="partner", value="UZB")
    assert "Anna was quicker and corrected a figure" in ben.said
    assert [one.value for _, one in room.ledger.read()] == ["KGZ"]


@pytest.mark.parametrize(
    ("slot", "typed", "stored"),
    [
        pytest.param("partner", "Kyrgyzstan", "KGZ", id="a name"),
        pytest.param("partner", "Central Asia", "central-asia", id="a group"),
        pytest.param("partner", "UZB+TKM", "UZB+TKM", id="a sum"),
        pytest.param("partner", "", None, id="nothing"),
        pytest.param("period", "2023-01/2023-03", "2023-Q1", id="a period"),
        pytest.param("value", "$22.8 billion", "22800000000", id="an amount as printed"),
        pytest.param("value", "22,800,000,000.0", "22800000000", id="a number"),
        pytest.param("flow", "exports", "export", id="a flow in words"),
        pytest.param("modality", "target", "target", id="modality"),
        pytest.param("source", "the Altai Herald", "Altai Herald", id="a source without its article"),
        pytest.param("share_of", "China/world/export", "CHN/world/export", id="a whole"),
        pytest.param("commodity", " crude   oil ", "crude oil", id="a commodity"),
        pytest.param("unit", "EUR", "EUR", id="a unit"),
    ],
)
def test_slots_are_typed_as_people_write_them(room: Room, slot: str, typed: str, stored: str | None) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    page.press("correct", claim=f"{WRONG.id}:0", slot=slot, value=typed)
    assert page.status == 200
    assert room.ledger.read()[0][1].value == stored


@pytest.mark.parametrize(
    ("slot", "typed", "says"),
    [
        pytest.param("partner", "Atlantis", "no country or group", id="no country"),
        pytest.param("partner", "KAZ", "that is how it was read", id="no change"),
        pytest.param("period", "last spring", "is no period", id="no period"),
        pytest.param("value", "a lot", "is no amount", id="no amount"),
        pytest.param("value", "", "cannot be empty", id="no value"),
        pytest.param("flow", "smuggling", "is none of", id="no flow"),
        pytest.param("evidence", "x", "cannot be corrected", id="no slot"),
        pytest.param("share_of", "China", "is no whole", id="no whole"),
        pytest.param("unit", "<b>", "is no unit", id="no unit"),
    ],
)
def test_what_no_slot_can_mean_is_said(room: Room, slot: str, typed: str, says: str) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    page.press("correct", claim=f"{WRONG.id}:0", slot=slot, value=typed)
    assert page.status == 422
    assert says in page.said.lower()
    assert room.ledger.extent()[0] == 0


# A new run


def _rewritten(room: Room, **changes: object) -> None:
    """Write a new run in which a claim or a text is other than it was."""
    run = sample_run()
    claims = [dataclasses.replace(c, **changes.get("claim", {})) if c.id == WRONG.id else c for c in run.claims]  # type: ignore[arg-type]
    findings = [f for f in run.check.findings if f.id != changes.get("without")]
    text = changes.get("text", {})
    articles = [dataclasses.replace(a, text=text.get(a.name, a.text)) for a in ARTICLES]  # type: ignore[attr-defined]
    check = dataclasses.replace(run.check, findings=tuple(findings))  # type: ignore[type-var]
    write_run(room.out, Run(articles=articles, claims=claims, check=check, manifest={"run": str(changes)}))


def test_decisions_survive_a_new_run(room: Room) -> None:
    page = room.browser().open("/").press("accept", because="")
    _rewritten(room, without=REGION)
    assert page.json("/findings.json?status=all")["total"] == 5
    assert statuses(room)[ORDER[0]] == "accepted"
    again = Room.of(room.out)
    assert statuses(again)[ORDER[0]] == "accepted"


def test_a_decision_whose_evidence_changed_is_stale(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}").press("accept", because="")
    _rewritten(room, claim={"period": "2023"})
    page.open(f"/findings/{KAZ}")
    assert "Changed since. What was decided was about other evidence" in page.said
    assert "period was read as 2024, now as 2023" in page.said
    assert [row["id"] for row in page.json("/findings.json?status=stale")["findings"]] == [KAZ]
    assert page.json("/left.json")["stale"][0]["changes"]
    page.press("accept", because="")
    assert page.json("/findings.json?status=stale")["findings"] == [], "decided anew on what stands there now"


def test_a_decision_follows_its_finding_under_another_id(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}").press("accept", because="")
    run = sample_run()
    moved = tuple(dataclasses.replace(f, id="f-other" if f.id == KAZ else f.id) for f in run.check.findings)
    claims = [dataclasses.replace(c, partner="UZB") if c.id == WRONG.id else c for c in run.claims]
    write_run(room.out, dataclasses.replace(run, claims=claims, check=StoredCheck(findings=moved)))
    record = page.json("/findings/f-other.json")
    assert (record["status"], record["stale"], record["turn"]) == ("accepted", True, 0)
    assert "partner was read as KAZ, now as UZB" in record["changes"][0]
    page.open("/findings/f-other?status=all").press("dismiss", because="")
    assert page.json("/findings/f-other.json")["status"] == "dismissed"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({}, "The figures still stand there, and fit together now.", id="resolved"),
        pytest.param(
            {"text": {"steppe.txt": "Nothing of it."}}, "does not stand in steppe.txt any more", id="words gone"
        ),
    ],
)
def test_a_decision_whose_finding_is_gone_is_kept_as_an_orphan(
    room: Room, changes: dict[str, object], why: str
) -> None:
    page = room.browser().open(f"/findings/{KAZ}").press("accept", because="")
    _rewritten(room, without=KAZ, **changes)
    (orphan,) = page.json("/left.json")["orphaned"]
    assert (orphan["subject"], why in orphan["why"]) == (KAZ, True)
    assert why in page.open("/left").said
    _rewritten(room)
    assert page.json("/left.json")["orphaned"] == []
    assert statuses(room)[KAZ] == "accepted", "it comes back with its finding"


def test_a_half_written_run_leaves_the_earlier_one_on_the_desk(room: Room) -> None:
    page = room.browser()
    (room.out / "claims.jsonl").write_text("")
    manifest = room.out / "manifest.json"
    manifest.write_text(manifest.read_text() + "\n")
    page.open("/")
    assert "cannot be read" in page.said
    assert f'id="f-{ORDER[0]}"' in page.html
    write_run(room.out, sample_run())
    assert "cannot be read" not in page.open("/").said


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


def test_the_decisions_page_shows_the_decisions(room: Room) -> None:
    page = room.browser().open("/").press("dismiss", reason="rounding", because="")
    page.open("/decisions")
    assert "Anna dismissed it: Only rounding" in page.said
    record = page.json("/decisions.json")["decisions"][0]
    assert json.loads(json.dumps(record))["crossfoot"] == "decision/1"
