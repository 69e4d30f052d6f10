"""The sample and held-out articles: every gold span is a slice, the metadata is whole, and the words are our own."""

from __future__ import annotations

import csv
import datetime
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Article, Source, find_sources, read_article

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
GOLD = ROOT / "tests" / "gold"
KINDS = GOLD / "kinds"
SHARED = ROOT.parent / "shared"
SETS = {
    "corpus": (CORPUS, GOLD / "corpus.jsonl"),
    "kinds": (KINDS, GOLD / "kinds.jsonl"),
}
ARTICLE_SUFFIXES = {".txt", ".md", ".html"}
PARTY = re.compile(r"world|[A-Z]{3}|[a-z]+(-[a-z]+)*|([A-Z]{3}|[a-z-]+)(\+([A-Z]{3}|[a-z-]+))+")
PERIOD = re.compile(r"\d{4}(-\d\d|-Q[1-4]|-H[12])?(/\d{4}(-\d\d)?)?")
UNIT = re.compile(r"[A-Z]{3}|percent|percentage-point|t|bbl|m3|kWh")


def read_text(path: Path) -> str:
    """The document as stored, every code point kept."""
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()


def document(folder: Path, name: str) -> str:
    """The text that gold spans count in: of an HTML page the extracted one, kept beside the gold."""
    return read_text(GOLD / "extracted" / f"{name}.txt" if name.endswith(".html") else folder / name)


def articles(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix in ARTICLE_SUFFIXES and p.name != "README.md")


def gold(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def metadata(folder: Path) -> list[dict[str, str]]:
    with (folder / "metadata.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@pytest.mark.parametrize("name", SETS)
def test_gold_spans_are_slices_of_their_documents(name: str) -> None:
    folder, path = SETS[name]
    for record in gold(path):
        text = document(folder, record["doc"])
        assert text[record["start"] : record["end"]] == record["text"] != "", record


def test_extracted_texts_are_what_the_reader_reads() -> None:
    pages = [path for path in articles(CORPUS) if path.suffix == ".html"]
    assert pages
    for path in pages:
        (source,) = find_sources([path])
        assert isinstance(source, Source)
        article = read_article(source)
        assert isinstance(article, Article)
        assert article.text == document(CORPUS, path.name)


@pytest.mark.parametrize("name", SETS)
def test_gold_stands_in_the_order_of_the_text_without_overlaps(name: str) -> None:
    records = gold(SETS[name][1])
    for before, after in itertools.pairwise(records):
        if before["doc"] == after["doc"]:
            assert before["end"] <= after["start"], (before, after)
        else:
            assert before["doc"] < after["doc"]


@pytest.mark.parametrize("name", SETS)
def test_gold_records_follow_the_specification(name: str) -> None:
    for record in gold(SETS[name][1]):
        assert PARTY.fullmatch(record["reporter"]), record
        assert PARTY.fullmatch(record["partner"]), record
        assert record["flow"] in {"export", "import", "turnover", "balance"}
        assert record["measure"] in {"level", "change", "share"}
        assert isinstance(record["value"], int | float)
        assert UNIT.fullmatch(record["unit"]), record
        assert record["modality"] in {"reported", "projected", "target", "denied"}
        assert isinstance(record["source"], list)
        assert record["source"], record
        for period in (record["period"], record.get("base_period")):
            assert period is None or PERIOD.fullmatch(period), record
        assert ("base_period" in record) == (record["measure"] == "change"), record
        assert ("share_of" in record) == (record["measure"] == "share"), record


@pytest.mark.parametrize("folder", [CORPUS, KINDS], ids=["corpus", "kinds"])
def test_metadata_names_every_article_and_nothing_else(folder: Path) -> None:
    rows = metadata(folder)
    assert [row["file_name"] for row in rows] == [path.name for path in articles(folder)]
    for row in rows:
        assert list(row) == ["file_name", "published", "outlet", "url", "title"]
        datetime.date.fromisoformat(row["published"])
        assert row["outlet"]
        assert row["title"]


@pytest.mark.parametrize("folder", [CORPUS, KINDS], ids=["corpus", "kinds"])
def test_titles_stand_in_their_articles(folder: Path) -> None:
    for row in metadata(folder):
        assert row["title"] in read_text(folder / row["file_name"]), row["file_name"]


def test_every_article_has_gold_but_the_negatives() -> None:
    for folder, path in SETS.values():
        annotated = {record["doc"] for record in gold(path)}
        silent = {path.name for path in articles(folder)} - annotated
        assert silent == {path.name for path in articles(folder) if "negative" in path.name}


def findings_spans() -> Iterator[tuple[str, dict[str, Any]]]:
    findings = json.loads((GOLD / "corpus-findings.json").read_text(encoding="utf-8"))
    for expected in findings["expected"] + findings["stretch"]:
        for span in (span for spans in expected["include"] for span in spans):
            yield expected["name"], span
        if expected["suspect"]:
            yield expected["name"], expected["suspect"]
    for span in findings["tainted"]:
        yield "tainted", span


def test_spans_of_expected_findings_are_slices() -> None:
    for name, span in findings_spans():
        assert read_text(CORPUS / span["doc"])[span["start"] : span["end"]] == span["text"], name


def test_every_suspect_is_tainted() -> None:
    findings = json.loads((GOLD / "corpus-findings.json").read_text(encoding="utf-8"))
    for expected in findings["expected"] + findings["stretch"]:
        assert expected["suspect"] is None or expected["suspect"] in findings["tainted"], expected["name"]


def test_the_readme_of_the_corpus_names_every_article() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"`(\d\d_[^`]+)`", readme) == [path.name for path in articles(CORPUS)]


TAG = re.compile(r"</?[a-z]+[^<>]{0,200}>")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
FIGURE_WORDS = frozenset(
    {"hundred", "thousand", "million", "billion", "trillion", "mln", "bln", "bn", "trn", "tn", "lakh", "crore"}
    | {"dlrs", "dollar", "dollars", "euro", "euros", "pounds", "yen", "yuan", "pct", "percent", "per", "cent"}
)


def six_word_runs(text: str, *, plain: bool) -> Iterator[str]:
    """Runs of six words; ``plain`` leaves out figures and names, else at least four words must be neither."""
    words = [word.replace("’", "'") for word in WORD.findall(TAG.sub(" ", text))]
    if plain:
        words = [word for word in words if word[0].islower() and word not in FIGURE_WORDS]
    for at in range(len(words) - 5):
        run = words[at : at + 6]
        if sum(word[0].islower() for word in run) >= 4:
            yield " ".join(run).lower()


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not beside the checkout")
@pytest.mark.parametrize("plain", [False, True], ids=["as printed", "without figures and names"])
def test_no_six_words_are_shared_with_the_shared_articles(plain: bool) -> None:
    known = {
        run
        for folder in ("seeds", "dev", "train")
        for path in sorted((SHARED / folder).glob("*.txt"))
        for run in six_word_runs(read_text(path), plain=plain)
    }
    assert known
    copied = [
        (path.name, run)
        for path in articles(CORPUS) + articles(KINDS)
        for run in six_word_runs(read_text(path), plain=plain)
        if run in known
    ]
    assert copied == []


HEDGE = re.compile(r"\b(nearly|almost|about|around|roughly|some|close to|over|barely|mere|more than|passes)\W+$")
NUMBER = re.compile(r"\d[\d,\u00a0 ]*(?:\.\d+)?")
MONEY = re.compile(r"[A-Z]{3}")
ALL_TRADE = {None, "goods", "merchandise"}
PLANTED = {"02", "07", "08", "09", "11", "12", "14"}
TWO_SOURCES_DIFFER = {"04"}
Record = dict[str, Any]
Interval = tuple[float, float]
Levels = dict[tuple[Any, ...], list[Interval]]


def printed_interval(record: Record, text: str) -> Interval:
    """What the printed digits leave open, widened by a twentieth after a hedge or for a fraction in words."""
    number = NUMBER.search(record["text"])
    vague = number is None or HEDGE.search(text[max(0, record["start"] - 12) : record["start"]])
    value = float(record["value"])
    half = abs(value) / 20 if vague else 0.0
    if number is not None:
        digits = re.sub(r"[^\d.]", "", number.group())
        two_parts = len(NUMBER.findall(record["text"])) > 1
        scale = 1e6 if two_parts else abs(value) / float(digits) if float(digits) else 1.0
        half += 0.5 * scale * 10.0 ** -len(digits.partition(".")[2])
    return value - half, value + half


def fact(record: Record, **changed: Any) -> tuple[Any, ...]:
    """Who sells what to whom and when, whichever side tells it."""
    r = {**record, **changed}
    sides, flow = (r["reporter"], r["partner"]), r["flow"]
    if flow == "import":
        sides, flow = sides[::-1], "export"
    if flow == "turnover":
        sides = tuple(sorted(sides))
    return (sides, flow, r["period"], None if r["commodity"] in ALL_TRADE else r["commodity"], r["unit"])


def meet(one: Interval, *corners: float) -> bool:
    """The printed interval meets what the other figures span, but for floating dust."""
    dust = 1e-9 * max(map(abs, (*one, *corners)))
    return one[0] <= max(corners) + dust and min(corners) - dust <= one[1]


def reported_levels(records: list[Record], text: str) -> Levels:
    levels: Levels = {}
    for r in records:
        if r["measure"] == "level" and MONEY.fullmatch(r["unit"]):
            levels.setdefault(fact(r), []).append(printed_interval(r, text))
    return levels


def same_fact_fails(levels: Levels) -> Iterator[str]:
    for key, found in levels.items():
        if not all(meet(one, *other) for one, other in itertools.combinations(found, 2)):
            yield f"same-fact {key}"


def identity_fails(r: Record, printed: Interval, levels: Levels) -> bool:
    sign = 1 if r["flow"] == "turnover" else -1
    sold, bought = (levels.get(fact(r, flow=flow), []) for flow in ("export", "import"))
    return any(not meet(printed, *(a + sign * b for a in x for b in m)) for x, m in itertools.product(sold, bought))


def growth_fails(r: Record, printed: Interval, levels: Levels) -> bool:
    return any(
        not meet(printed, *(100 * (a / b - 1) for a in new for b in old))
        for unit in {key[-1] for key in levels}
        for new in levels.get(fact(r, unit=unit), [])
        for old in levels.get(fact(r, unit=unit, period=r["base_period"]), [])
    )


def share_fails(r: Record, printed: Interval, levels: Levels) -> bool:
    whole = dict(zip(("reporter", "partner", "flow"), r["share_of"].split("/"), strict=True))
    return any(
        not meet(printed, *(100 * a / b for a in part for b in total))
        for unit in {key[-1] for key in levels}
        for part in levels.get(fact(r, unit=unit), [])
        for total in levels.get(fact(r, unit=unit, commodity=None, **whole), [])
    )


def contradictions(records: list[Record], text: str) -> Iterator[str]:
    """The plain relations that fail among the reported figures of one article, by independent arithmetic."""
    superseded = [r for r in records if r.get("note") == "superseded" or r.get("optional")]
    held = [r for r in records if r["modality"] == "reported" and r not in superseded]
    levels = reported_levels(held, text)
    yield from same_fact_fails(levels)
    for r in held:
        printed = printed_interval(r, text)
        if r["measure"] == "level" and r["flow"] in {"turnover", "balance"} and identity_fails(r, printed, levels):
            yield f"identity {r['text']}"
        if r["measure"] == "change" and r["unit"] == "percent" and growth_fails(r, printed, levels):
            yield f"growth {r['text']}"
        if r["measure"] == "share" and r["share_of"] and share_fails(r, printed, levels):
            yield f"share {r['text']}"


@pytest.mark.parametrize("name", SETS)
def test_only_the_articles_that_say_so_contradict_themselves(name: str) -> None:
    folder, path = SETS[name]
    by_doc: dict[str, list[Record]] = {}
    for record in gold(path):
        by_doc.setdefault(record["doc"], []).append(record)
    failing = {doc: list(contradictions(records, document(folder, doc))) for doc, records in by_doc.items()}
    failing = {doc: found for doc, found in failing.items() if found}
    assert {doc[:2] for doc in failing} == (PLANTED | TWO_SOURCES_DIFFER if name == "corpus" else set()), failing
