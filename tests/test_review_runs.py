"""The review over a new run: what was decided stays, is seen to be stale, or is kept as an orphan."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from review_room import KAZ, ORDER, REGION, WRONG, Room, statuses
from sample_run import ARTICLES, sample_run

from pipeline.store import Run, StoredCheck, write_run
from pipeline.store.corrections import apply_corrections, read_corrections


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of(tmp_path)


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


def test_a_correction_that_the_run_has_made_says_so(room: Room) -> None:
    page = room.browser().open(f"/findings/{KAZ}")
    page.press("correct", claim=f"{WRONG.id}:0", slot="partner", value="KGZ").open("/corrections")
    assert "this run reads it so" not in page.said
    assert "What they change" in page.said
    run = sample_run()
    claims = apply_corrections(run.claims, read_corrections(room.out))
    write_run(room.out, dataclasses.replace(run, claims=claims, manifest={"run": "2"}))
    page.open("/corrections")
    assert "this run reads it so" in page.said
    assert "What they change" not in page.said
