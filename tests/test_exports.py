"""The run for other tools: each format points at the printed words and says no more than the finding does."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import fastjsonschema
import networkx as nx
import pandas as pd
import pytest
from review_room import KAZ, REGION, Room
from sample_run import ARTICLES, CLAIMS, FINDINGS, sample_run

from pipeline.cli import main
from pipeline.report.exports import EXPORTS, TABLES, Verdict, claim_reviews, sarif, sdmx_frame, web_annotations
from pipeline.report.exports.sdmx import time_period
from pipeline.store import Run, StoredCheck, write_run

SCHEMA = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def valid_sarif() -> Any:
    """Refuses what the official schema refuses."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return fastjsonschema.compile(schema, formats={"uri": ".+", "uri-reference": ".*", "date-time": ".+T.+Z"})


def test_the_schema_refuses_what_is_no_sarif(valid_sarif: Any) -> None:
    log = sarif(sample_run())
    log["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        valid_sarif(log)


@pytest.mark.parametrize(
    "run", [sample_run(), Run(articles=(), claims=(), check=StoredCheck())], ids=["sample", "empty"]
)
def test_sarif_is_what_the_official_schema_asks_for(valid_sarif: Any, run: Run) -> None:
    decided = {"f-kaz": Verdict(status="dismissed", reason="It is <b>right</b>", at="2026-11-23T10:00:00Z")}
    for verdicts in (None, {}, decided):
        valid_sarif(sarif(run, verdicts))


def test_sarif_points_at_the_culprit_and_keeps_its_fingerprint() -> None:
    log = sarif(sample_run())
    results = {result["partialFingerprints"]["crossfootFinding/v1"]: result for result in log["runs"][0]["results"]}
    assert set(results) == {finding.id for finding in FINDINGS}
    wrong = CLAIMS["kaz-wrong"]
    region = results["f-kaz"]["locations"][0]["physicalLocation"]["region"]
    text = next(article.text for article in ARTICLES if article.name == wrong.doc)
    assert text[region["charOffset"] :][: region["charLength"]] == "$22.7 billion"
    assert text.split("\n")[region["startLine"] - 1][region["startColumn"] - 1 :].startswith("$22.7 billion")
    levels = {key: result["level"] for key, result in results.items()}
    assert levels == dict.fromkeys(("f-kaz", "f-growth", "f-rank"), "error") | {"f-region": "warning"} | dict.fromkeys(
        ("f-mirror", "f-read"), "note"
    )
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in results.values())


def test_sarif_fingerprints_do_not_hang_on_the_place_in_the_text() -> None:
    moved = [dataclasses.replace(claim, start=claim.start + 9, end=claim.end + 9) for claim in CLAIMS.values()]
    articles = [dataclasses.replace(article, text="A line.\n\n" + article.text) for article in ARTICLES]
    prints = [
        [result["partialFingerprints"] for result in sarif(run)["runs"][0]["results"]]
        for run in (sample_run(), dataclasses.replace(sample_run(), claims=moved, articles=articles))
    ]
    assert prints[0] == prints[1]


def test_brackets_and_braces_of_a_text_make_no_link_in_sarif() -> None:
    run = sample_run()
    (wrong, *others) = FINDINGS
    hostile = dataclasses.replace(wrong, headline="[press here](https://bad.example) {0}")
    log = sarif(Run(articles=run.articles, claims=run.claims, check=StoredCheck(findings=(hostile, *others))))
    messages = [result["message"]["text"] for result in log["runs"][0]["results"]]
    assert any(r"\[press here\](https://bad.example) {{0}}" in message for message in messages)


def test_what_turns_or_steers_a_text_is_named_in_messages_of_sarif() -> None:
    run = sample_run()
    hostile = dataclasses.replace(FINDINGS[0], headline="\u202egnp\u202c \x1b[2J")
    log = sarif(Run(articles=run.articles, claims=run.claims, check=StoredCheck(findings=(hostile,))))
    said = log["runs"][0]["results"][0]["message"]["text"]
    assert said.startswith("\N{MATHEMATICAL LEFT ANGLE BRACKET}U+202E")
    assert "\x1b" not in said


def test_a_dismissal_suppresses_its_result_and_every_other_says_that_it_is_not() -> None:
    decided = {
        "f-kaz": Verdict(status="dismissed", reason="Different definitions"),
        "f-growth": Verdict(status="accepted"),
        "f-rank": Verdict(status="dismissed", stale=True),
    }
    results = sarif(sample_run(), decided)["runs"][0]["results"]
    found = {result["partialFingerprints"]["crossfootFinding/v1"]: result["suppressions"] for result in results}
    assert found.pop("f-kaz") == [{"kind": "external", "status": "accepted", "justification": "Different definitions"}]
    assert found.pop("f-rank") == [{"kind": "external", "status": "underReview"}]
    assert set(map(str, found.values())) == {"[]"}
    assert not any("suppressions" in result for result in sarif(sample_run())["runs"][0]["results"])


def test_claim_reviews_of_a_reviewed_run_are_those_that_were_accepted() -> None:
    decided = {
        "f-mirror": Verdict(status="accepted", at="2026-11-23T10:00:00Z"),
        "f-kaz": Verdict(status="dismissed"),
        "f-rank": Verdict(status="accepted", stale=True),
    }
    (review,) = claim_reviews(sample_run(), decided)["@graph"]
    assert (review["@id"], review["datePublished"]) == ("urn:crossfoot:finding:f-mirror", "2026-11-23")
    assert review["reviewRating"]["alternateName"] == "Differs from what another source gives"
    assert "; " in review["claimReviewed"], "both sides: nobody is blamed where sources differ"
    assert claim_reviews(sample_run(), {})["@graph"] == []


def test_claim_reviews_name_each_appearance_once_and_leave_disagreements_out() -> None:
    reviews = claim_reviews(sample_run())["@graph"]
    assert [review["@id"] for review in reviews] == [
        f"urn:crossfoot:finding:{name}" for name in ("f-kaz", "f-growth", "f-rank", "f-region")
    ]
    first = reviews[0]
    assert first["claimReviewed"].endswith("two-way trade, 2024: $22.7 billion")
    assert [work["headline"] for work in first["itemReviewed"]["appearance"]] == ["Steppe trade at a new peak"]
    assert "wrong" not in json.dumps(first)


def test_web_annotations_quote_and_place_each_figure() -> None:
    items = {item["id"]: item for item in web_annotations(sample_run())["first"]["items"]}
    assert len(items) == len(CLAIMS) + len(FINDINGS)
    quoted, placed = items[f"urn:crossfoot:claim:{CLAIMS['kaz'].id}"]["target"]["selector"]
    text = next(article.text for article in ARTICLES if article.name == "steppe.txt")
    assert text[placed["start"] : placed["end"]] == quoted["exact"] == "$43.8 billion"
    assert text[: placed["start"]].endswith(quoted["prefix"])
    assert len(items["urn:crossfoot:finding:f-kaz"]["target"]) == 2


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2024", ("2024", "A")),
        ("2024-03", ("2024-03", "M")),
        ("2024-Q1", ("2024-Q1", "Q")),
        ("2024-H1", ("2024-S1", "S")),
        ("2025-01/2025-05", ("2025-01-01/P5M", "_O")),
        ("2023-04/2024-03", ("2023-04-01/P12M", "_O")),
        ("2018/2023", ("2018-01-01/P72M", "_O")),
    ],
)
def test_periods_in_sdmx(period: str, written: tuple[str, str]) -> None:
    assert time_period(period) == written


def test_the_sdmx_table_has_its_columns_and_codes() -> None:
    frame = sdmx_frame(sample_run())
    row = frame[CLAIMS["kaz-out"].id == frame.CLAIM_ID].iloc[0]
    assert (row.REF_AREA, row.COUNTERPART_AREA, row.TRADE_FLOW, row.TIME_PERIOD, row.OBS_VALUE) == (
        "KAZ",
        "CHN",
        "X",
        "2024",
        15.9e9,
    )
    forecast = frame[CLAIMS["georgia-27"].id == frame.CLAIM_ID].iloc[0]
    assert forecast.OBS_STATUS == "F"


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_exports_are_text_also_for_an_empty_run(name: str) -> None:
    text = EXPORTS[name](Run(articles=(), claims=(), check=StoredCheck()), None)
    assert text.endswith("\n")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_tables_are_parquet_with_one_row_a_claim(name: str) -> None:
    frame = pd.read_parquet(io.BytesIO(TABLES[name](sample_run())))
    assert len(frame) == len(CLAIMS)
    assert ("OBS_VALUE" in frame) == (name == "sdmx-parquet")


# A directory of a run


def exported(out: Path, format: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["export", str(out), "--format", format]) == 0
    return capsys.readouterr().out


def test_decisions_of_a_review_are_in_the_exports(
    tmp_path: Path, valid_sarif: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = Room.of(tmp_path).browser()
    browser.open(f"/findings/{KAZ}").press("accept", because="")
    browser.open(f"/findings/{REGION}").press("dismiss", because="agreed by phone")
    log = json.loads(exported(tmp_path, "sarif", capsys))
    valid_sarif(log)
    suppressed = [result for result in log["runs"][0]["results"] if result["suppressions"]]
    assert [result["partialFingerprints"]["crossfootFinding/v1"] for result in suppressed] == [REGION]
    assert suppressed[0]["suppressions"][0]["justification"].endswith("agreed by phone")
    reviews = json.loads(exported(tmp_path, "claimreview", capsys))["@graph"]
    assert [review["@id"].rpartition(":")[2] for review in reviews] == [KAZ]
    tagged = json.loads(exported(tmp_path, "annotations", capsys))["first"]["items"]
    tags = {body["value"] for item in tagged if isinstance(item["body"], list) for body in item["body"][1:]}
    assert tags == {"accepted", "dismissed"}


def test_a_directory_without_decisions_reviews_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_run(tmp_path, sample_run())
    assert main(["export", str(tmp_path), "--format", "claimreview"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["@graph"] == []
    assert "no finding is decided yet" in err
    assert not (tmp_path / "decisions.sqlite").exists()


def test_every_export_of_a_directory_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_run(tmp_path, sample_run())
    for name in (*EXPORTS, *TABLES):
        assert main(["export", str(tmp_path), "--format", name, "--to", str(tmp_path / name)]) == 0
    assert (tmp_path / "csv").read_bytes() == (tmp_path / "claims.csv").read_bytes()
    assert (tmp_path / "parquet").read_bytes() == (tmp_path / "claims.parquet").read_bytes()
    assert nx.read_graphml(tmp_path / "graphml").number_of_edges() == len(CLAIMS)
    assert "OBS_VALUE" in pd.read_parquet(tmp_path / "sdmx-parquet")
    assert capsys.readouterr().out == ""


def test_an_export_into_nowhere_or_of_nothing_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_run(tmp_path, sample_run())
    for words in ((str(tmp_path), "--to", str(tmp_path / "no" / "x")), (str(tmp_path / "none"),)):
        assert main(["export", *words]) == 2
        err = capsys.readouterr().err
        assert err.startswith("crossfoot: there is no directory")
        assert err.count("\n") == 1


def test_check_offers_every_export() -> None:
    import argparse

    from pipeline.cli.check import configure

    parser = argparse.ArgumentParser()
    configure(parser)
    for name in EXPORTS:
        assert parser.parse_args(["a.txt", "--format", name]).format == name


@pytest.mark.model
def test_fingerprints_stay_over_runs_and_edits_elsewhere(
    tmp_path: Path, valid_sarif: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "02_agency-china-widens-lead.txt"
    text = (Path(__file__).parent.parent / "corpus" / name).read_text(encoding="utf-8")
    prints = []
    for version in (text, text, "An editor's line.\n\n" + text + "\n\nA last word.\n"):
        (tmp_path / name).write_text(version, encoding="utf-8")
        assert main(["check", str(tmp_path / name), "--format", "sarif"]) == 1
        log = json.loads(capsys.readouterr().out)
        valid_sarif(log)
        prints.append([result["partialFingerprints"] for result in log["runs"][0]["results"]])
    assert prints[0] == prints[1] == prints[2] != []
