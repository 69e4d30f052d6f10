"""Addresses on the command line: read like files, the text kept, and a run that goes on without those that fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from toy_language import extract
from web import Site, serving

from pipeline.cli import main

CLAIMS = "<p>KAZ CHN turnover 2024: $43.8 billion</p>"
WORDS = (
    "<p>The trade of the republic with its neighbours in the east was larger than in any other year of the decade.</p>"
)
CLASH = CLAIMS + "<p>KAZ CHN turnover 2024: $34.8 billion</p>"


def page(body: str = CLASH) -> str:
    return f"""<!doctype html><html lang="en"><head><title>The trade of the republic</title>
<meta property="article:published_time" content="2025-02-03"></head>
<body><article>{body}{WORDS}</article></body></html>"""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.setattr("pipeline.engine.extract", extract)
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("KAZ CHN turnover 2024: $43.8 billion\n", encoding="utf-8")
    with serving() as site:
        yield site


def lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_check_reads_an_address(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    address = site.put("/a", page())
    assert main(["check", address, address, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert {claim["doc"] for claim in found["claims"]} == {address}
    assert [finding["kind"] for finding in found["findings"]] == ["same-fact"]
    assert (site.asked, err) == (["/a"], "")


@pytest.mark.parametrize("command", ["check", "extract", "amounts"])
def test_what_cannot_be_had_is_one_line_and_the_others_are_read(
    site: Site, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, site.at("/none"), "a.txt", site.put("/a", page(CLAIMS)), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert err == f"crossfoot: {site.at('/none')}: is not there (404 Not Found): check the address\n"
    found = json.loads(out)
    docs = {record["doc"] for record in (found["claims"] if command == "check" else found)}
    assert docs == {"a.txt", site.at("/a")}


@pytest.mark.parametrize("command", ["check", "extract", "amounts"])
def test_the_text_that_offsets_count_in_can_be_kept(
    site: Site, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([command, site.put("/a", page()), "a.txt", "--texts", "texts.jsonl", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    first, second = lines("texts.jsonl")
    assert (first["url"], first["title"], first["published"]) == (
        site.at("/a"),
        "The trade of the republic",
        "2025-02-03",
    )
    texts = {first["name"]: first["text"], second["name"]: second["text"]}
    for record in found["claims"] if command == "check" else found:
        assert texts[record["doc"]][record["start"] : record["end"]] == record["text"]


def test_texts_that_cannot_be_kept_are_said_to_be_so(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "a.txt", "--texts", "none/texts.jsonl"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_run_keeps_a_page_like_any_article(site: Site) -> None:
    address = site.put("/a", page())
    assert main(["run", address, "a.txt", "-o", "out"]) == 0
    article = lines("out/articles.jsonl")[0]
    assert (article["name"], article["outlet"], article["url"]) == (address, "127.0.0.1", address)
    for claim in lines("out/claims.jsonl"):
        if claim["doc"] == address:
            assert article["text"][claim["start"] : claim["end"]] == claim["text"]
    assert json.loads(Path("out/manifest.json").read_text())["inputs"][address]["sha256"]


def test_a_page_that_has_changed_is_read_again(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    address = site.put("/a", page())
    assert main(["run", address, "-o", "out"]) == 0
    capsys.readouterr()
    assert main(["run", address, "-o", "out"]) == 0
    assert "nothing has changed" in capsys.readouterr().err
    site.put("/a", page(CLAIMS))
    assert main(["run", address, "-o", "out"]) == 0
    assert len(lines("out/claims.jsonl")) == 1
    assert site.asked == ["/a"] * 3


def test_a_run_goes_on_without_a_page_that_cannot_be_had(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "a.txt", site.at("/none"), "-o", "out"]) == 2
    assert f"skipped {site.at('/none')}: is not there (404 Not Found)" in capsys.readouterr().err
    assert [article["name"] for article in lines("out/articles.jsonl")] == ["a.txt"]
    assert json.loads(Path("out/manifest.json").read_text())["skipped"][0]["name"] == site.at("/none")


def test_a_run_of_a_page_that_cannot_be_had_leaves_the_outputs_as_they_were(site: Site) -> None:
    address = site.put("/a", page())
    assert main(["run", address, "-o", "out"]) == 0
    before = Path("out/claims.jsonl").read_bytes()
    del site.answers["/a"]
    assert main(["run", address, "-o", "out"]) == 2
    assert Path("out/claims.jsonl").read_bytes() == before


def test_limits_come_from_the_configuration(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    Path("config.yaml").write_text("limits: {max_file_bytes: 100, fetch_redirects: 0}", encoding="utf-8")
    assert main(["extract", site.put("/a", page()), site.move("/b", "/a")]) == 2
    err = capsys.readouterr().err
    assert "larger than 100 bytes" in err
    assert "more than 0 times" in err


def test_exports_name_the_page_by_its_address(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    address = site.put("/a?id=1", page())
    main(["check", address, "--format", "sarif"])
    places = json.loads(capsys.readouterr().out)["runs"][0]["artifacts"]
    assert [place["location"]["uri"] for place in places] == [address]
    main(["check", address, "--format", "annotations"])
    assert f'"source": "{address}"' in capsys.readouterr().out
