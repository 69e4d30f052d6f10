"""The index of a store: what a check may be tied to is found without reading the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from claims import claim, share

from pipeline.claim import Claim
from pipeline.errors import StoreError
from pipeline.store import Run, StoredArticle, StoredCheck, read_near, read_texts, write_run

STORED = {
    "same-pair": claim("CHN/KAZ/turnover 2024", "$43.8 billion", "a"),
    "other-side": claim("KAZ/CHN/import 2024", "$28.0 billion", "a"),
    "year-before": claim("CHN/KAZ/turnover 2023", "$41.0 billion", "a"),
    "its-group": claim("CHN/central-asia/turnover 2024", "$94.8 billion", "b"),
    "a-share-of-it": share("CHN/central-asia/turnover 2024", "46%", "CHN/KAZ/turnover", "b"),
    "its-world": claim("KAZ/world/export 2024", "$80.0 billion", "b"),
    "long-ago": claim("CHN/KAZ/turnover 2009", "$14.0 billion", "b"),
    "others": claim("FRA/DEU/export 2024", "$70.0 billion", "b"),
}
TIED = {"same-pair", "other-side", "year-before", "its-group", "a-share-of-it", "its-world"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("store")
    articles = [StoredArticle(name="a", text="first – ünïcode"), StoredArticle(name="b", text="second")]
    write_run(out, Run(articles=articles, claims=tuple(STORED.values()), check=StoredCheck()))
    return out


def names(found: list[Claim]) -> set[str]:
    return {name for name, one in STORED.items() if one in found}


@pytest.mark.parametrize(
    ("asked", "tied"),
    [
        pytest.param(claim("CHN/KAZ/export 2024", "$29 billion", "new"), TIED, id="a-country"),
        pytest.param(
            claim("CHN/central-asia/export 2024", "$60 billion", "new"),
            TIED - {"its-world"},
            id="a-group",
        ),
        pytest.param(claim("DEU/FRA/import 2023", "$60 billion", "new"), {"others"}, id="the-other-side-a-year-before"),
        pytest.param(claim("BRA/ARG/import 2023", "$60 billion", "new"), set(), id="nothing-stored"),
        pytest.param(claim("CHN/KAZ/export", "$29 billion", "new"), set(), id="no-period"),
    ],
)
def test_what_may_be_tied_to_a_claim_is_found(store: Path, asked: Claim, tied: set[str]):
    assert names(read_near(store, [asked])) == tied


def test_a_stored_claim_comes_back_as_it_was(store: Path):
    assert STORED["others"] in read_near(store, [STORED["others"]])


def test_texts_are_read_by_name(store: Path):
    assert [one.text for one in read_texts(store, ["a", "unknown"])] == ["first – ünïcode"]


def test_an_empty_store_has_nothing(tmp_path: Path):
    write_run(tmp_path, Run(articles=[], claims=(), check=StoredCheck()))
    assert read_near(tmp_path, [STORED["others"]]) == []


def test_a_store_without_its_index_is_refused(tmp_path: Path):
    write_run(tmp_path, Run(articles=[], claims=(STORED["others"],), check=StoredCheck()))
    (tmp_path / "claims.index").unlink()
    with pytest.raises(StoreError, match="crossfoot run"):
        read_near(tmp_path, [STORED["others"]])
