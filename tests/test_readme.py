"""The README shows what the commands print, and its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE, MAKE = (block.strip("\n") for block in re.findall(r"^```\n(.*?)^```", README, re.S | re.M)[:2])


def test_the_make_commands_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in MAKE.splitlines():
        assert re.search(rf"^{line.split()[1]}:", makefile, re.M), line


def test_every_command_of_the_table_parses() -> None:
    from pipeline.cli.program import build_parser

    commands = re.findall(r"^\| `crossfoot ([^`]+)` \|", README, re.M)
    assert len(commands) >= 7
    for command in commands:
        assert build_parser().parse_args(command.split())


def test_the_figures_of_the_example_stand_where_it_says() -> None:
    places = re.findall(r"--> (\S+):(\d+):(\d+)\n((?:   \| (?!= ).*\n)+)", EXAMPLE + "\n")
    assert len(places) == 2
    for name, line, column, quoted in places:
        printed = (ROOT / "corpus" / name).read_text(encoding="utf-8").split("\n")[int(line) - 1]
        above, carets = quoted.rstrip("\n").split("\n")[-2:]
        figure = above[carets.index("^") : carets.rindex("^") + 1]
        assert printed.startswith(figure, int(column) - 1)


@pytest.mark.model
def test_the_example_is_what_check_prints(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.cli import main

    monkeypatch.chdir(ROOT)
    files = [str(path) for path in sorted(Path("corpus").iterdir()) if path.name[0].isdigit()]
    assert main(["check", *files]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert not [line for line in EXAMPLE.splitlines() if line not in printed]
