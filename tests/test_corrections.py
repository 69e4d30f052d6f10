"""Evidence and corrections: a quote is found wherever it stands now, and a corrected slot is put on its figure."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from sample_run import CLAIMS, FINDINGS, OUTLETS

from pipeline.claim import Claim, claim_id
from pipeline.store import apply_corrections, read_corrections
from pipeline.store.corrections import corrections_of
from pipeline.store.decisions import Decision
from pipeline.store.evidence import about_claim, about_finding, differences, find_claim, quote_of
from pipeline.store.ledger import DATABASE, Draft, open_ledger

TEXTS = {name: entry[3] for name, entry in OUTLETS.items()}


def history(*decisions: Decision) -> list[Decision]:
    return [dataclasses.replace(one, turn=turn) for turn, one in enumerate(decisions, start=1)]


# The evidence


def _about(claims: dict[str, object] | None = None, texts: dict[str, str] | None = None) -> dict[str, object]:
    by_id = {claim.id: claim for claim in CLAIMS.values()} | (claims or {})
    return about_finding(FINDINGS[0], by_id, texts or TEXTS)  # type: ignore[arg-type]


def test_an_edit_elsewhere_in_the_article_leaves_the_evidence_as_it_was() -> None:
    doc = "steppe.txt"
    moved = {
        claim.id: dataclasses.replace(claim, start=claim.start + 6, end=claim.end + 6)
        for claim in CLAIMS.values()
        if claim.doc == doc
    }
    assert differences(_about(), _about(moved, TEXTS | {doc: "BREAK " + TEXTS[doc]})) == ()


def test_a_re_wrapped_article_leaves_the_evidence_as_it_was() -> None:
    texts = {name: text.replace(" to ", "\nto ") for name, text in TEXTS.items()}
    assert differences(_about(), _about(None, texts)) == ()


def test_changed_slots_and_words_are_named() -> None:
    claim = CLAIMS["kaz-wrong"]
    changed = _about({claim.id: dataclasses.replace(claim, partner="KGZ")})
    assert differences(_about(), changed) == ("$22.7 billion: partner was read as KAZ, now as KGZ",)
    edited = TEXTS["steppe.txt"].replace("came to $22.7 billion", "sank to $22.7 billion")
    assert "words around it were edited" in differences(_about(), _about(None, TEXTS | {"steppe.txt": edited}))[0]


def _twice(text: str) -> list[Claim]:
    printed, found, at = "$5 billion", [], -1
    while (at := text.find(printed, at + 1)) >= 0:
        place = {"id": claim_id("d", at, at + 10, printed), "start": at, "end": at + 10}
        found.append(dataclasses.replace(CLAIMS["kaz"], doc="d", text=printed, evidence={}, **place))
    return found


def test_of_two_same_prints_the_one_in_the_same_words_is_found() -> None:
    text = "Peru sold Chile $5 billion. Chile sold Peru $5 billion in turn."
    quote, later = quote_of(_twice(text)[1], {"d": text}), "First of all: " + text
    assert find_claim(quote, _twice(later), {"d": later}) == _twice(later)[1]


def test_of_two_same_prints_in_the_same_words_none_is_taken() -> None:
    text = "A: $5 billion. A: $5 billion. " * 3
    claims = _twice(text)[2:4]
    assert find_claim(quote_of(claims[0], {"d": text}), claims, {}) is None


# Corrections


def correction(of: str, slot: str, value: str | None, id: str = "k", **more: object) -> Decision:
    claim = CLAIMS[of]
    about = about_claim(claim, TEXTS)
    return Decision(id=id, action="correct", subject=claim.id, slot=slot, value=value, about=about, **more)  # type: ignore[arg-type]


def _applied(*decisions: Decision, claims: Sequence[Claim] = tuple(CLAIMS.values())) -> dict[str, Claim]:
    return {claim.id: claim for claim in apply_corrections(claims, corrections_of(decisions), TEXTS)}


def test_a_corrected_slot_is_human_evidence() -> None:
    before = CLAIMS["kaz-wrong"]
    after = _applied(correction("kaz-wrong", "partner", "KGZ"))[before.id]
    assert (after.partner, after.evidence["partner"].rule, after.doubt) == ("KGZ", "review", None)
    assert (after.text, after.start, after.end) == (before.text, before.start, before.end)
    others = _applied(correction("kaz-wrong", "partner", "KGZ")).values()
    assert [c for c in others if c.id != before.id] == [c for c in CLAIMS.values() if c.id != before.id]


def test_the_last_correction_of_a_slot_counts_and_undone_ones_do_not() -> None:
    first, last = correction("kaz-wrong", "partner", "KGZ", "k1"), correction("kaz-wrong", "partner", "UZB", "k2")
    assert _applied(*history(first, last))[first.subject].partner == "UZB"
    undo = Decision(id="u", action="undo", subject=last.subject, value="k2")
    assert _applied(*history(first, last, undo))[first.subject].partner == "KGZ"


def test_a_corrected_value_keeps_what_its_digits_leave_open() -> None:
    claim = CLAIMS["kaz-wrong"]
    after = _applied(correction("kaz-wrong", "value", "22700000"))[claim.id]
    assert (after.value, after.low, after.high) == (Decimal("22.7e6"), Decimal("22.65e6"), Decimal("22.75e6"))
    turned = _applied(correction("kaz-wrong", "value", "-22.7e9"))[claim.id]
    assert (turned.low, turned.high) == (Decimal("-22.75e9"), Decimal("-22.65e9"))


def test_an_emptied_slot_is_empty() -> None:
    assert _applied(correction("kaz", "source", None))[CLAIMS["kaz"].id].source is None


def test_a_correction_follows_its_figure_and_leaves_when_it_is_gone() -> None:
    claim = CLAIMS["kaz-wrong"]
    moved = dataclasses.replace(claim, id="c-moved", start=claim.start + 9, end=claim.end + 9)
    assert _applied(correction("kaz-wrong", "partner", "KGZ"), claims=(moved,))["c-moved"].partner == "KGZ"
    gone = dataclasses.replace(claim, text="$22.8 billion")
    assert _applied(correction("kaz-wrong", "partner", "KGZ"), claims=(gone,)) == {gone.id: gone}


def test_the_corrections_of_a_directory(tmp_path: Path) -> None:
    assert read_corrections(tmp_path) == ()
    assert not (tmp_path / DATABASE).exists(), "reading makes nothing"
    made = correction("kaz-wrong", "partner", "KGZ", was="KAZ", who="Anna")
    open_ledger(tmp_path).add([Draft(decision=made)])
    (found,) = read_corrections(tmp_path)
    assert (found.slot, found.was, found.value, found.who) == ("partner", "KAZ", "KGZ", "Anna")
