"""The run for other tools: each format points at the printed words and says no more than the finding does."""

from __future__ import annotations

import dataclasses
import json

import pytest
from sample_run import ARTICLES, CLAIMS, FINDINGS, sample_run

from pipeline.report.exports import EXPORTS, claim_reviews, sarif, sdmx_frame, web_annotations
from pipeline.report.exports.sdmx import time_period
from pipeline.store import Run, StoredCheck


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
    text = EXPORTS[name](Run(articles=(), claims=(), check=StoredCheck()))
    assert text.endswith("\n")


def test_check_offers_every_export() -> None:
    import argparse

    from pipeline.cli.check import configure
    from pipeline.report.exports import EXPORTS

    parser = argparse.ArgumentParser()
    configure(parser)
    for name in EXPORTS:
        assert parser.parse_args(["a.txt", "--format", name]).format == name
