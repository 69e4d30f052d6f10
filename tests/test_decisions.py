"""Decisions: added in turns and never changed, found by their evidence, carried in files, kept by any database."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import sqlite3
import stat
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import started_server
from sample_run import OUTLETS, sample_run

from pipeline.errors import StoreError
from pipeline.store import write_run
from pipeline.store.decisions import OPEN, Decision, standing
from pipeline.store.exchange import apply_decisions, export_lines, parse_lines
from pipeline.store.ledger import DATABASE, Draft, Ledger, open_ledger

QUOTE = {"doc": "a.txt", "exact": "$3 billion", "prefix": "sold ", "suffix": " of tea"}
TEXTS = {name: entry[3] for name, entry in OUTLETS.items()}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with started_server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    if request.param == "sqlite":
        yield open_ledger(tmp_path)
        return
    pytest.importorskip("sqlalchemy", reason="needs crossfoot[team]")
    address = request.getfixturevalue("server")
    made = open_ledger(tmp_path, address)
    with made._database.writing() as run:
        run("DELETE FROM decisions")
    yield made
    made._database.close()


def decided(id: str, action: str = "accept", subject: str = "f1", **more: object) -> Decision:
    return Decision(id=id, action=action, subject=subject, **more)  # type: ignore[arg-type]


def add(ledger: Ledger, *decisions: Decision, seen: int | None = None) -> list[object]:
    return [
        outcome.stored or outcome.before for outcome in ledger.add([Draft(decision=d, seen=seen) for d in decisions])
    ]


# The ledger, in SQLite and in PostgreSQL


def test_what_was_decided_is_read_back(ledger: Ledger) -> None:
    full = decided("a", "dismiss", reason="rounding «½»", about={"quotes": [{"exact": "$1 bn"}]})
    add(ledger, full)
    ((_, back),) = ledger.read()
    assert back == dataclasses.replace(full, turn=1)
    assert ledger.extent()[0] == 1


def test_a_form_that_comes_twice_is_one_decision(ledger: Ledger) -> None:
    add(ledger, decided("a"))
    outcome = ledger.add([Draft(decision=decided("a"), seen=0)])[0]
    assert outcome.repeated
    assert ledger.extent()[0] == 1


def test_who_decides_second_is_told_what_the_first_decided(ledger: Ledger) -> None:
    add(ledger, decided("a", who="Anna"), seen=0)
    outcome = ledger.add([Draft(decision=decided("b", "dismiss", who="Ben"), seen=0)])[0]
    assert outcome.stored is None
    assert outcome.before is not None
    assert (outcome.before.who, outcome.before.action) == ("Anna", "accept")
    assert ledger.extent()[0] == 1


def test_a_note_takes_nothing_from_a_decision_and_a_decision_nothing_from_a_note(ledger: Ledger) -> None:
    add(ledger, decided("a", "note", reason="look"), seen=0)
    add(ledger, decided("b"), seen=0)
    add(ledger, decided("c", "note", reason="looked"), seen=0)
    assert [one.turn for _, one in ledger.read()] == [1, 2, 3]


def test_turns_count_for_each_subject(ledger: Ledger) -> None:
    add(ledger, decided("a"), decided("b", subject="f2"), decided("c", "note"))
    assert [(one.subject, one.turn) for one in ledger.of("f1")] == [("f1", 1), ("f1", 2)]
    assert [one.turn for one in ledger.of("f2")] == [1]


def test_of_many_at_once_none_is_lost_and_none_doubled(ledger: Ledger) -> None:
    """Eight people, each with its own decisions, a note on what all look at, and a race for one finding."""
    people, rounds, errors = 8, 6, []
    won: list[str] = []

    def person(name: str) -> None:
        try:
            for turn in range(rounds):
                own = Draft(decision=decided(f"{name}-{turn}", subject=f"f-{name}-{turn}", who=name), seen=0)
                shared = Draft(decision=decided(f"{name}-{turn}-n", "note", subject="shared", who=name))
                ledger.add([own, shared])
                ledger.add([own])
                race = ledger.add([Draft(decision=decided(f"{name}-{turn}-r", subject=f"race-{turn}"), seen=0)])[0]
                if race.stored:
                    won.append(f"race-{turn}")
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=person, args=(f"p{n}",)) for n in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    kept = [one for _, one in ledger.read()]
    assert Counter(one.subject.partition("-")[0] for one in kept) == {
        "f": people * rounds,
        "shared": people * rounds,
        "race": rounds,
    }
    assert sorted(one.turn for one in kept if one.subject == "shared") == list(range(1, people * rounds + 1))
    assert sorted(won) == sorted({f"race-{turn}" for turn in range(rounds)})
    assert len({one.id for one in kept}) == len(kept)


def test_decisions_since_a_number_are_read_alone(ledger: Ledger) -> None:
    add(ledger, decided("a"), decided("b", subject="f2"))
    last = ledger.extent()[1]
    add(ledger, decided("c", subject="f3"))
    assert [one.id for _, one in ledger.read(last)] == ["c"]


def test_a_second_opening_finds_what_is_there(tmp_path: Path) -> None:
    add(open_ledger(tmp_path), decided("a"))
    assert [one.id for _, one in open_ledger(tmp_path).read()] == ["a"]


# The SQLite file


def test_the_file_is_one_table_that_a_person_can_read_and_not_change(tmp_path: Path) -> None:
    add(open_ledger(tmp_path), decided("a", headline="Two figures for one year", who="Anna", at="2026-11-23T10:00:00Z"))
    with sqlite3.connect(tmp_path / DATABASE) as file:
        tables = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        assert [name for name in tables if not name.startswith("sqlite_")] == ["decisions"]
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        row = file.execute("SELECT at, who, action, headline FROM decisions").fetchone()
        assert row == ("2026-11-23T10:00:00Z", "Anna", "accept", "Two figures for one year")
        for sql in ("DELETE FROM decisions", "UPDATE decisions SET who = 'Eve'"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                file.execute(sql)
    file.close()


def _other(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE recipes (name)")
    file.close()


def _newer(path: Path) -> None:
    open_ledger(path.parent)
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(lambda path: path.write_bytes(b"no database " * 200), "is no SQLite database", id="not SQLite"),
        pytest.param(_other, "database of something else", id="another program's"),
        pytest.param(_newer, "another version", id="another version's"),
        pytest.param(lambda path: path.mkdir(), "cannot be written", id="a directory"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_in_one_line(tmp_path: Path, spoil: object, says: str) -> None:
    spoil(tmp_path / DATABASE)  # type: ignore[operator]
    with pytest.raises(StoreError, match=says) as refused:
        open_ledger(tmp_path)
    assert "\n" not in str(refused.value)


def test_a_locked_file_is_said_to_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = open_ledger(tmp_path)
    monkeypatch.setattr("pipeline.store.sqlite._WAIT", 0.05)
    holder = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked by another program"):
        add(ledger, decided("a"))
    holder.close()


@pytest.mark.parametrize(
    ("said", "means"),
    [
        pytest.param("attempt to write a readonly database", "cannot be written", id="read-only"),
        pytest.param("unable to open database file", "cannot be written", id="no right to open"),
        pytest.param("database disk image is malformed", "or is damaged", id="damaged"),
        pytest.param("database or disk is full", "cannot be written (database or disk is full): free", id="full"),
        pytest.param("disk I/O error", "cannot be written (disk I/O error): free the disk", id="no room to write"),
        pytest.param("out of memory", "cannot be used (out of memory)", id="anything else"),
    ],
)
def test_what_sqlite_complains_about_is_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, means: str
) -> None:
    ledger = open_ledger(tmp_path)

    def complain(*_: object) -> None:
        raise sqlite3.OperationalError(said)

    monkeypatch.setattr("pipeline.store.ledger._add", complain)
    with pytest.raises(StoreError, match=re.escape(means)):
        add(ledger, decided("a"))


def test_a_file_that_is_replaced_while_it_is_used_is_said_to_be_so(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    (tmp_path / DATABASE).unlink()
    with pytest.raises(StoreError, match="removed or replaced"):
        add(ledger, decided("a"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everything")
def test_a_file_that_may_not_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    (tmp_path / DATABASE).chmod(stat.S_IRUSR)
    with pytest.raises(StoreError, match="cannot be written"):
        add(ledger, decided("a"))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        pytest.param("postgresql://nobody@127.0.0.1:1/none", "cannot be used", id="no server"),
        pytest.param("oracle-of-delphi://x/y", "no address of a database", id="no such kind"),
        pytest.param("postgresql://a:b@host:port/c", "no address of a database", id="no address"),
    ],
)
def test_a_server_that_cannot_be_reached_is_said_to_be_so(tmp_path: Path, address: str, says: str) -> None:
    pytest.importorskip("sqlalchemy", reason="needs crossfoot[team]")
    with pytest.raises(StoreError, match=says) as refused:
        open_ledger(tmp_path, address)
    assert "\n" not in str(refused.value)


# How a finding stands


def history(*decisions: Decision) -> list[Decision]:
    return [dataclasses.replace(one, turn=turn) for turn, one in enumerate(decisions, start=1)]


@pytest.mark.parametrize(
    ("made", "status", "assignee"),
    [
        pytest.param([], "open", "", id="nothing decided"),
        pytest.param([decided("a")], "accepted", "", id="accepted"),
        pytest.param([decided("a"), decided("b", "dismiss")], "dismissed", "", id="the last one counts"),
        pytest.param([decided("a"), decided("b", "undo", value="a")], "open", "", id="undone"),
        pytest.param(
            [decided("a"), decided("b", "dismiss"), decided("c", "undo", value="b")],
            "accepted",
            "",
            id="the one before",
        ),
        pytest.param([decided("a"), decided("b", "reopen")], "open", "", id="opened again"),
        pytest.param([decided("a", "assign", value="Ben"), decided("b")], "accepted", "Ben", id="assigned"),
        pytest.param([decided("a", "note", reason="hm")], "open", "", id="a note settles nothing"),
    ],
)
def test_the_standing_is_what_the_history_says(made: list[Decision], status: str, assignee: str) -> None:
    now = standing(history(*made))
    assert (now.status, now.assignee, len(now.history)) == (status, assignee, len(made))


def test_nothing_decided_is_open() -> None:
    assert standing([]) == OPEN
    assert OPEN.turn == 0


def test_a_new_run_leaves_the_decisions(tmp_path: Path) -> None:
    add(open_ledger(tmp_path), decided("a"))
    write_run(tmp_path, sample_run())
    assert [one.id for _, one in open_ledger(tmp_path).read()] == ["a"]


# Files of decisions


def test_a_file_round_trips(ledger: Ledger, tmp_path: Path) -> None:
    add(
        ledger,
        decided("a", reason="«ok»"),
        decided("b", "note"),
        decided("k", "correct", slot="source", about={"quotes": [QUOTE]}),
    )
    add(ledger, decided("d", subject="a-first"))
    add(ledger, decided("c", "undo", value="a"))
    lines = list(export_lines(ledger))
    (tmp_path / "other").mkdir()
    other = open_ledger(tmp_path / "other")
    assert apply_decisions(other, parse_lines(lines, name="x")).added == 5
    assert list(export_lines(other)) == lines
    again = apply_decisions(other, parse_lines(lines, name="x"))
    assert (again.added, again.known) == (0, 5)
    assert list(export_lines(other)) == lines


def test_a_file_is_put_behind_what_is_there(tmp_path: Path) -> None:
    there = open_ledger(tmp_path)
    add(there, decided("mine", "dismiss"))
    apply_decisions(there, [dataclasses.replace(decided("theirs"), turn=1)])
    assert [(one.id, one.turn) for one in there.of("f1")] == [("mine", 1), ("theirs", 2)]


GOOD = json.dumps(decided("a").to_record())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "holds no decisions", id="empty"),
        pytest.param(GOOD + "\n{", "line 2: is no JSON", id="cut off"),
        pytest.param('{"id": "f1", "kind": "sum"}', "is not a decision of crossfoot", id="findings"),
        pytest.param("[1]", "is not a decision of crossfoot", id="a list"),
        pytest.param(GOOD.replace("decision/1", "decision/9"), "another version", id="another version"),
        pytest.param(GOOD.replace('"accept"', '"erase"'), "unknown action 'erase'", id="unknown action"),
        pytest.param(GOOD.replace('"id": "a"', '"id": 5'), "has no 'id'", id="number for a name"),
        pytest.param(GOOD.replace('"reason": ""', '"reason": ["x"]'), "'reason' is no text", id="list for a text"),
        pytest.param(GOOD.replace('"about": {}', '"about": []'), "of the wrong kind", id="list for the evidence"),
        pytest.param("[" * 100_000, "is no JSON", id="nested too deep"),
    ],
)
def test_a_file_of_something_else_is_refused_with_its_line(text: str, says: str) -> None:
    with pytest.raises(StoreError, match=says):
        parse_lines(text.split("\n"), name="decisions.jsonl")


def test_what_no_database_can_hold_is_replaced(ledger: Ledger) -> None:
    add(ledger, decided("a", reason="nul \x00 and \ud800 alone", about={"quotes": [{"exact": "\ud800"}]}))
    assert ledger.read()[0][1].reason == "nul \ufffd and \ufffd alone"


@pytest.mark.parametrize(
    ("slot", "was", "refused"),
    [
        ("value", "1<?xml", True),
        ("value", "3100000000.0", False),
        ("value", None, False),
        ("period", "soon", True),
        ("flow", "sale", True),
        ("commodity", "x" * 300, False),
    ],
)
def test_what_a_correction_replaces_must_have_been_possible(slot: str, was: str | None, refused: bool) -> None:
    value = {"value": "1", "period": "2024", "flow": "export", "commodity": "tea"}[slot]
    record = {"crossfoot": "decision/1", "id": "d", "subject": "c", "action": "correct", "slot": slot, "value": value}
    line = json.dumps(record | {"was": was, "about": {"quotes": []}})
    if refused:
        with pytest.raises(StoreError, match="from what it cannot have been"):
            parse_lines([line], name="d.jsonl")
    else:
        assert parse_lines([line], name="d.jsonl")[0].was == was
