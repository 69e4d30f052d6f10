"""The configuration: its defaults, and a refusal that names the key and what is allowed there."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Settings, parse_settings, read_settings
from pipeline.errors import ConfigError

CONFIG = Path(__file__).parent.parent / "config.yaml"


def keys(settings: Any, prefix: str = "") -> list[str]:
    names = []
    for spec in dataclasses.fields(settings):
        value = getattr(settings, spec.name)
        inner = keys(value, f"{prefix}{spec.name}.") if dataclasses.is_dataclass(value) else []
        names += inner or [prefix + spec.name]
    return names


def test_the_file_of_the_project_holds_every_key_with_its_default() -> None:
    text = CONFIG.read_text(encoding="utf-8")
    assert parse_settings(text) == Settings()
    for key in keys(Settings()):
        assert f"\n{'  ' if '.' in key else ''}{key.rpartition('.')[2]}:" in text, key


def test_every_key_of_the_file_has_its_comment() -> None:
    lines = CONFIG.read_text(encoding="utf-8").split("\n")
    leaves = {key.rpartition(".")[2] for key in keys(Settings())}
    for at, line in enumerate(lines):
        if line.strip().partition(":")[0] in leaves and not line.startswith("#"):
            assert lines[at - 1].lstrip().startswith("#"), line


@pytest.mark.parametrize(
    "text", ["", "\n# nothing\n", "limits:\n", "jobs: 0"], ids=["empty", "comment", "null", "same"]
)
def test_what_is_left_out_takes_its_default(text: str) -> None:
    assert parse_settings(text) == Settings()


def test_values_reach_their_keys() -> None:
    text = "jobs: 3\nlimits: {max_file_bytes: 5}\nreport: {scopes: [article]}\n"
    text += "hedges: {nearly: {natural: 0.1, widest: open}}"
    settings = parse_settings(text)
    assert (settings.jobs, settings.limits.max_file_bytes, settings.report.scopes) == (3, 5, ["article"])
    assert settings.hedges == {"nearly": {"natural": 0.1, "widest": "open"}}
    assert settings.report.certainty == Settings().report.certainty


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "job: 2",
            "there is no key 'job'; allowed here: language_model, jobs, limits, report, tolerance, hedges",
            id="unknown key",
        ),
        pytest.param(
            "limits: {max_bytes: 3}",
            "there is no key 'limits.max_bytes'; allowed here: max_file_bytes",
            id="unknown key further down",
        ),
        pytest.param("jobs: two", "'jobs' is 'two'", id="no number"),
        pytest.param("jobs: -1", "'jobs' is -1, but must be at least 0", id="too small"),
        pytest.param("limits: {fetch_seconds: .inf}", "must be at most 3600", id="no end of time"),
        pytest.param("limits: {fetch_redirects: 99}", "'limits.fetch_redirects' is 99", id="too large"),
        pytest.param("jobs: true", "'jobs' is True", id="truth is no number"),
        pytest.param("tolerance: {mirror: .nan}", "'tolerance.mirror' is nan", id="not a number"),
        pytest.param("report: {scopes: [world]}", "'article', 'source' or 'cross-source'", id="no such scope"),
        pytest.param("language_model: []", "name at least one", id="no model"),
        pytest.param("limits: 3", "'limits' is 3", id="value for a section"),
        pytest.param("- jobs", "key: value", id="a list"),
        pytest.param("jobs: 1\njobs: 2", 'duplicate key "jobs"', id="twice"),
        pytest.param("a: : b", "is not YAML", id="no yaml"),
        pytest.param("report: {[a]}", "is more than names with values", id="a list as a name"),
        pytest.param("jobs: &a [*a]", "is more than names with values", id="a list in itself"),
        pytest.param("jobs: !!python/object:os.system 1", "is not YAML", id="a tag that would run code"),
    ],
)
def test_refusals_are_one_line_with_the_path(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_settings(text, source="my.yaml")
    assert str(caught.value).startswith("my.yaml")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_yaml_keeps_norway(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("\ufefflanguage_model: [NO]\n", encoding="utf-8")
    assert read_settings(path).language_model == ["NO"]


def test_the_working_directory_is_looked_into_only_without_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings() == Settings()
    Path("config.yaml").write_text("jobs: 7", encoding="utf-8")
    assert read_settings().jobs == 7
    with pytest.raises(ConfigError, match=r"none\.yaml"):
        read_settings(Path("none.yaml"))


def test_results_are_told_apart_by_everything_but_the_number_of_processes() -> None:
    assert Settings(jobs=1).to_record() == Settings(jobs=2).to_record()
    assert "hedges" in Settings().to_record()
