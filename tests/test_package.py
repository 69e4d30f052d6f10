"""What is shipped: the wheel holds all that the commands need, and says what it is."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from pipeline import __version__

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the wheel by name."""
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_module_lexicon_and_template_is_in_the_wheel(shipped: dict[str, bytes]) -> None:
    kept = [path for path in (ROOT / "pipeline").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    lexicons = [path for path in (ROOT / "models").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    wanted = {path.relative_to(ROOT).as_posix() for path in kept}
    wanted |= {f"pipeline/{path.relative_to(ROOT).as_posix()}" for path in lexicons}
    assert wanted - shipped.keys() == set()
    assert {"pipeline/py.typed", "pipeline/models/hedges.toml"} <= shipped.keys()


def test_nothing_else_is_in_the_wheel(shipped: dict[str, bytes]) -> None:
    assert {name.split("/")[0] for name in shipped} == {"pipeline", f"crossfoot-{__version__}.dist-info"}


def test_the_licence_and_the_version_travel(shipped: dict[str, bytes]) -> None:
    about = f"crossfoot-{__version__}.dist-info"
    assert shipped[f"{about}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    metadata = shipped[f"{about}/METADATA"].decode()
    assert re.search(rf"^Version: {re.escape(__version__)}$", metadata, re.M)
    assert re.search(r"^License-Expression: MIT$", metadata, re.M)


def test_citation_and_changes_name_this_version() -> None:
    assert re.search(rf"^version: {re.escape(__version__)}$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
    assert re.search(rf"^## {re.escape(__version__)}\b", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
