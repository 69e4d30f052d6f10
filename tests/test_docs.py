"""The pages of ``docs/`` say what is so."""

from __future__ import annotations

import configparser
import re
import runpy
from pathlib import Path

import pytest

from pipeline.claim import Claim, Evidence
from pipeline.finding import Finding, Repair, Step
from pipeline.store import Run, StoredCheck, claim_record

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
MADE = runpy.run_path(str(DOCS / "write.py"))["PAGES"]


@pytest.mark.parametrize("name", MADE)
def test_a_page_that_is_made_from_the_code_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == MADE[name](), "run 'make docs'"


def test_every_field_of_the_outputs_has_a_meaning() -> None:
    assert not re.findall(r"^\| `\w+` \| .* \|  \|$", (DOCS / "schema.md").read_text(encoding="utf-8"), re.M)


def test_the_fields_that_are_described_are_those_that_are_written() -> None:
    page = (DOCS / "schema.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.S | re.M))
    described = {title: re.findall(r"^\| `(\w+)` \|", text, re.M) for title, text in sections.items()}
    evidence = Evidence(start=0, end=1, inherited=True, rule="r", others=())
    claim = Claim(id="c", doc="a.txt", start=0, end=1, text="5", evidence={"value": evidence})
    step, repair = Step(text="5 is printed.", relation="level"), Repair(claim="c", change={}, because="")
    finding = Finding(
        id="f", kind="sum", scope="article", certainty="unlikely", claims=("c",), explanation="", steps=(step,),
        repair=repair,
    )  # fmt: skip
    written = finding.to_record()
    assert described["Claim"] == list(claim_record(claim, Run(articles=(), claims=(claim,), check=StoredCheck())))
    assert described["Evidence"] == list(evidence.to_record())
    assert sorted(described["Finding"]) == sorted(written)
    assert described["Step"] == list(written["steps"][0])
    assert described["Repair"] == list(written["repair"])


def layers() -> list[list[str]]:
    rules = configparser.ConfigParser()
    rules.read(ROOT / ".importlinter", encoding="utf-8")
    rows = rules["importlinter:contract:downwards"]["layers"].split("\n")
    return [[name.strip(" ()").removeprefix("pipeline.") for name in row.split(":")] for row in rows if row.strip()]


def test_the_picture_shows_the_layers_that_the_imports_are_held_to() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    shown = re.findall(r'^\s+L(\d+)\["(.+)"\]$', page, re.M)
    assert [names.split(" · ") for _, names in shown] == layers()
    assert " --> ".join(f"L{number}" for number, _ in shown) in page


def test_every_module_has_its_layer() -> None:
    modules = {path.stem for path in (ROOT / "pipeline").glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in (ROOT / "pipeline").glob("*/__init__.py")}
    assert modules | packages == {name for row in layers() for name in row}


def test_every_package_of_reading_has_its_line_and_begins_at_a_module() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `extract/(\w+)` \| .+ \| `(\w+/\w+)` \|$", page, re.M)
    reading = ROOT / "pipeline" / "extract"
    assert {name for name, _ in rows} == {path.parent.name for path in reading.glob("*/__init__.py")}
    assert all((reading / f"{begin}.py").is_file() for _, begin in rows)


def test_every_package_is_described() -> None:
    page = (DOCS / "modules.md").read_text(encoding="utf-8")
    packages = [path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "pipeline").rglob("__init__.py")]
    assert not [name for name in packages if f"## `{name}/`" not in page], "run 'make docs'"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for named in re.findall(r"`((?:pipeline|models|tests|docs|fuzz|corpus|benchmarks|\.ci)/[\w./-]*)`", text):
        assert (ROOT / named).exists(), named
    for linked in re.findall(r"\]\((?!https?://|#)([^)#]+)[^)]*\)", text):
        assert (page.parent / linked).exists(), linked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_in_the_makefile(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))) <= targets


def test_the_recipes_of_contributing_work() -> None:
    """What CONTRIBUTING says of a relation and a format: the places where a new one is found."""
    from pipeline.article import SUFFIXES
    from pipeline.relations import relations

    assert {path.stem for path in (ROOT / "pipeline" / "relations").glob("*.py")} >= {"threshold", "row"}
    assert "threshold" in {relation.id for relation in relations()}
    assert {".docx", ".html", ".md", ".pdf", ".txt"} <= SUFFIXES.keys()
