"""``crossfoot explain A/B/flow/period``: what the claims of a run say and leave open about one flow."""

from __future__ import annotations

from pathlib import Path

import pytest
from claims import claim, share

from pipeline.cli import main
from pipeline.cli.implied import implied_lines, is_flow
from pipeline.store import Run, StoredCheck, write_run

BOTH, SOLD = "KAZ/CHN/turnover 2024", "KAZ/CHN/export 2024"


def test_an_id_is_no_flow() -> None:
    assert is_flow("KAZ/CHN/import/2024")
    assert not is_flow("f0123456789ab")


def test_what_two_figures_leave_open_for_the_third_is_told_with_what_it_rests_on() -> None:
    lines = implied_lines("KAZ/CHN/import/2024", [claim(BOTH, "$44.9 billion"), claim(SOLD, "$15.9 billion")])
    assert lines[0] == "KAZ/CHN/import/2024, in USD"
    assert lines[1] == "  implied     $28.9 bn to $29.1 bn"
    assert [line.split()[0:2] for line in lines[2:]] == [["rests", "on"], ["rests", "on"]]


def test_beside_a_figure_that_nothing_else_speaks_of_only_its_sign_is_known() -> None:
    lines = implied_lines("KAZ/CHN/export/2024", [claim(SOLD, "$15.9 billion")])
    assert "printed     $15.9 billion" in lines[1]
    assert lines[2] == "  implied     at least $0"


def test_a_whole_is_an_end_above() -> None:
    lines = implied_lines("KAZ/CHN/import/2024", [claim(BOTH, "$44.9 billion")])
    assert lines[1] == "  implied     $0 to $44.95 bn"


def test_a_flow_of_which_nobody_speaks() -> None:
    (line,) = implied_lines(
        "PER/CHL/export/2024", [claim(SOLD, "$15.9 billion"), share(SOLD, "5%", "KAZ/world/export")]
    )
    assert line == "PER/CHL/export/2024: no claim says or implies anything about it"


def test_of_a_balance_only_the_end_that_its_exports_set_is_known() -> None:
    lines = implied_lines("KAZ/CHN/balance/2024", [claim(SOLD, "$15.9 billion")])
    assert lines[1] == "  implied     at most $15.95 bn"


def test_a_hedge_leaves_more_open_at_the_widest() -> None:
    lines = implied_lines("KAZ/CHN/import/2024", [claim(BOTH, "about $44.9 billion"), claim(SOLD, "$15.9 billion")])
    assert [line.split()[0] for line in lines[1:3]] == ["implied", "at"]
    natural, widest = (line.split("$")[1:] for line in lines[1:3])
    assert widest != natural


def test_where_most_agree_the_odd_one_is_left_out_and_said_to_be() -> None:
    others = [
        claim(BOTH, "$44.9 billion"),
        claim(BOTH, "$44.9 billion", "b.txt"),
        claim(BOTH, "$64.9 billion", "c.txt"),
    ]
    lines = implied_lines("KAZ/CHN/import/2024", [*others, claim(SOLD, "$15.9 billion")])
    assert lines[1] == "  implied     $28.9 bn to $29.1 bn"
    assert lines[-1] == "  left out    1 claim against what most of the others say"


def test_the_command_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = (claim(BOTH, "$44.9 billion"), claim(SOLD, "$15.9 billion"))
    write_run(tmp_path, Run(articles=(), claims=claims, check=StoredCheck()))
    assert main(["explain", "KAZ/CHN/import/2024", "-o", str(tmp_path)]) == 0
    assert "implied     $28.9 bn to $29.1 bn" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("KAZ/XQZ/import/2024", "'XQZ' in 'KAZ/XQZ/import/2024' is no economy that is known: give a name"),
        ("KAZ/CHN/import", "'KAZ/CHN/import' names no flow: give REPORTER/PARTNER/FLOW/PERIOD"),
    ],
)
def test_what_names_no_flow_is_no_flow_of_which_nobody_speaks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str, says: str
) -> None:
    write_run(tmp_path, Run(articles=(), claims=(claim(SOLD, "$15.9 billion"),), check=StoredCheck()))
    assert main(["explain", asked, "-o", str(tmp_path)]) == 2
    assert says in capsys.readouterr().err
