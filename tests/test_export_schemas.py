"""The exports against what others publish of their formats: W3C, schema.org, SDMX's code lists, Gephi's reader."""

from __future__ import annotations

import dataclasses
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from sample_run import CLAIMS, sample_run

from pipeline.report.exports import Verdict, claim_reviews, sdmx_frame, web_annotations
from pipeline.store import Run, StoredCheck
from pipeline.store.graph import graphml, name

SCHEMAS = Path(__file__).parent / "schemas"
EMPTY = Run(articles=(), claims=(), check=StoredCheck())
DECIDED = {
    "f-kaz": Verdict(status="dismissed", reason="agreed by phone"),
    "f-mirror": Verdict(status="accepted", at="2026-11-23T10:00:00Z"),
    "f-growth": Verdict(status="accepted"),
}
RUNS = pytest.mark.parametrize("run", [sample_run(), EMPTY], ids=["sample", "empty"])
VERDICTS = pytest.mark.parametrize("verdicts", [None, {}, DECIDED], ids=["no review", "nothing decided", "decided"])


def schema(name: str) -> Any:
    """Refuses what the schema refuses."""
    return fastjsonschema.compile(json.loads((SCHEMAS / name).read_text(encoding="utf-8")))


@RUNS
@VERDICTS
def test_annotations_are_what_the_w3c_asks_for(run: Run, verdicts: dict[str, Verdict] | None) -> None:
    collection = web_annotations(run, verdicts)
    schema("web-annotation.json")(collection)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("type",), "Remark"),
        (("motivation",), "accusing"),
        (("target", "source"), "an article"),
        (("target", "selector", 1, "start"), -1),
        (("body", "value"), 5),
    ],
)
def test_the_schema_refuses_what_is_no_annotation(place: tuple[str | int, ...], value: object) -> None:
    collection = web_annotations(sample_run())
    spoilt: Any = collection["first"]["items"][0]
    for step in place[:-1]:
        spoilt = spoilt[step]
    spoilt[place[-1]] = value
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        schema("web-annotation.json")(collection)


@RUNS
@VERDICTS
def test_claim_reviews_have_only_what_schema_org_knows(run: Run, verdicts: dict[str, Verdict] | None) -> None:
    schema("claim-review.json")(claim_reviews(run, verdicts))


def test_an_article_whose_year_nobody_knows_has_no_date_in_a_claim_review() -> None:
    run = sample_run()
    undated = [dataclasses.replace(article, published="28 January") for article in run.articles]
    reviews = claim_reviews(dataclasses.replace(run, articles=undated))
    schema("claim-review.json")(reviews)
    assert reviews["@graph"]
    assert "datePublished" not in json.dumps(reviews)


def test_one_claim_is_reviewed_with_all_its_appearances() -> None:
    run = sample_run()
    wrong = CLAIMS["kaz-wrong"]
    printed_again = dataclasses.replace(wrong, id="again", doc="clean.txt")
    findings = [dataclasses.replace(f, witnesses=("again",)) if f.id == "f-kaz" else f for f in run.check.findings]
    check = dataclasses.replace(run.check, findings=tuple(findings))
    reviews = claim_reviews(dataclasses.replace(run, claims=(*run.claims, printed_again), check=check))
    schema("claim-review.json")(reviews)
    (review,) = (one for one in reviews["@graph"] if one["@id"].endswith(":f-kaz"))
    assert [work["identifier"] for work in review["itemReviewed"]["appearance"]] == [wrong.doc, "clean.txt"]


FREQUENCIES = {"A", "S", "Q", "M", "_O"}
"""Of SDMX's CL_FREQ: a year, half a year, a quarter, a month, another span."""
STATUSES = {"A", "F", "U"}
"""Of SDMX's CL_OBS_STATUS: normal, forecast, of low reliability."""
TIME_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|S[12]))?|\d{4}-\d{2}-\d{2}/P[1-9]\d*M")


def test_the_codes_of_the_sdmx_table_are_those_of_its_lists() -> None:
    frame = sdmx_frame(sample_run())
    assert len(frame) == len(CLAIMS)
    assert {column for column in frame if not re.fullmatch("[A-Z][A-Z_]*[A-Z]", column)} == set()
    assert set(frame.FREQ.dropna()) <= FREQUENCIES
    assert set(frame.OBS_STATUS) <= STATUSES
    assert set(frame.UNIT_MULT) == {0}
    assert [period for period in frame.TIME_PERIOD.dropna() if not TIME_PERIOD.fullmatch(period)] == []
    assert (frame.FREQ.isna() == frame.TIME_PERIOD.isna()).all()


# Gephi's reader of GraphML takes a column for the label, the weight, a place or a colour by its id before its name,
# and passes over a column of a type that it does not know.
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
NODE_PROPERTIES = {"label", "d3", "x", "y", "xpos", "ypos", "z", "size", "r", "g", "b"}
EDGE_PROPERTIES = {"label", "edgelabel", "d7", "weight", "Edge Weight", "id", "edgeid", "r", "g", "b"}
TYPES = {"boolean", "int", "long", "float", "double", "string"}


def test_the_graph_opens_in_gephi_with_its_labels() -> None:
    root = ElementTree.fromstring(graphml(sample_run()))
    keys = {key.attrib["id"]: key.attrib for key in root.iter(f"{GRAPHML}key")}
    assert len(keys) == len(list(root.iter(f"{GRAPHML}key")))
    assert not keys.keys() & (NODE_PROPERTIES | EDGE_PROPERTIES)
    assert {key["attr.type"] for key in keys.values()} <= TYPES
    assert {key["for"] for key in keys.values()} == {"node", "edge"}
    properties = {"node": NODE_PROPERTIES, "edge": EDGE_PROPERTIES}
    assert {(k["for"], k["attr.name"]) for k in keys.values() if k["attr.name"] in properties[k["for"]]} == {
        ("node", "label"),
        ("edge", "label"),
        ("edge", "weight"),
    }
    labels = {id: key for id, key in keys.items() if key["attr.name"] == "label" and key["for"] == "node"}
    nodes = {
        node.attrib["id"]: [data.text for data in node if data.attrib["key"] in labels]
        for node in root.iter(f"{GRAPHML}node")
    }
    assert nodes == {code: [name(code)] for code in nodes}
    edges = [edge.attrib for edge in root.iter(f"{GRAPHML}edge")]
    assert len({edge["id"] for edge in edges}) == len(edges) == len(CLAIMS)
    assert {edge[end] for edge in edges for end in ("source", "target")} <= nodes.keys()
    used = {data.attrib["key"] for data in root.iter(f"{GRAPHML}data")}
    assert used <= keys.keys()
