"""Corrections in the review: tried, stored, checked again at once, and typed as people write."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from large_run import large_run
from review_room import KAZ, ORDER, WRONG, Room, statuses
from sample_run import CLAIMS, FINDINGS, sample_run

from pipeline.review.recheck import SMALL, effect, neighbourhood, remembering
from pipeline.review.sheet import Sheet
from pipeline.store import Correction, StoredCheck
from pipeline.store.evidence import quote_of


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of(tmp_path)


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
    assert "If it was misread, as suggested" in page.said
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
    assert f'<a href="/findings/{KAZ}">' in page.html, "it leads back to where the form stands"
    assert room.ledger.extent()[0] == 0


# What is checked again


def _to_kyrgyzstan(sheet: Sheet) -> Correction:
    return Correction(claim=WRONG.id, quote=quote_of(WRONG, sheet.texts), slot="partner", value="KGZ")


def test_a_correction_that_the_run_already_has_changes_nothing() -> None:
    run = sample_run()
    claims = [dataclasses.replace(c, partner="KGZ") if c.id == WRONG.id else c for c in run.claims]
    sheet = Sheet.of(dataclasses.replace(run, claims=claims))
    asked: list[object] = []
    assert effect(sheet, [_to_kyrgyzstan(sheet)], asked.append).vanished == ()
    assert asked == []


def test_a_finding_that_its_surroundings_do_not_bring_up_is_asked_itself() -> None:
    sheet = Sheet.of(sample_run())
    found = effect(sheet, [_to_kyrgyzstan(sheet)], lambda _: StoredCheck())
    assert {f.id for f in found.vanished} == {f.id for f in FINDINGS if WRONG.id in f.claims}
    stays = effect(sheet, [_to_kyrgyzstan(sheet)], lambda _: StoredCheck(findings=FINDINGS[:1]))
    assert stays.vanished == ()


def test_in_a_large_run_what_is_around_is_checked() -> None:
    sheet = Sheet.of(large_run(300))
    assert len(sheet.run.claims) > SMALL
    claim = sheet.run.claims[7]
    changed = {claim.id: dataclasses.replace(claim, partner="KGZ")}
    around = neighbourhood(sheet, changed)
    assert {c.id for c in sheet.shelf.by_doc[claim.doc]} <= {c.id for c in around}
    pairs = {frozenset({claim.reporter, claim.partner}), frozenset({claim.reporter, "KGZ"})}
    alike = [c for c in sheet.run.claims if frozenset({c.reporter, c.partner}) in pairs]
    assert {c.id for c in alike} <= {c.id for c in around}
    assert len(around) < len(sheet.run.claims)


def test_what_was_checked_is_remembered_until_a_slot_differs() -> None:
    asked: list[object] = []
    check = remembering(lambda claims: asked.append(claims) or StoredCheck())  # type: ignore[func-returns-value]
    claims = list(CLAIMS.values())
    check(claims)
    check(list(claims))
    assert len(asked) == 1
    check([dataclasses.replace(claims[0], period="1999"), *claims[1:]])
    assert len(asked) == 2
