"""The notebooks of ``docs/`` run from top to bottom, as a reader would run them."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "docs").glob("*.ipynb"))


def run(path: Path) -> tuple[dict[str, Any], list[Any]]:
    """The names that the cells leave behind, and what each code cell shows: the value of its last expression."""
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = []
    for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1):
        if cell["cell_type"] == "code":
            shown.append(_run_cell("".join(cell["source"]), names, f"{path.name}, cell {number}"))
    return names, shown


def _run_cell(source: str, names: dict[str, Any], where: str) -> Any:
    body = ast.parse(source, where)
    last = body.body.pop() if body.body and isinstance(body.body[-1], ast.Expr) else None
    exec(compile(body, where, "exec"), names)
    return None if last is None else eval(compile(ast.Expression(last.value), where, "eval"), names)  # type: ignore[attr-defined]


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_and_shows_what_it_talks_about(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names, shown = run(path)
    tables = [one for one in shown if hasattr(one, "columns")]
    assert tables
    assert not [table for table in tables if table.empty]
    said = capsys.readouterr().out
    assert names["proofs"]
    assert all(finding.explanation in said for finding in names["proofs"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_its_outputs(path: Path) -> None:
    cells = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    assert not [c for c in cells if c["outputs"] or c["execution_count"]]
