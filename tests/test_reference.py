"""A table of figures as one more source."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.errors import CorpusError
from pipeline.reference import Reference, read_reference, read_references

OURS = "reporter,partner,flow,period,value,unit,source\n"
COMTRADE = (
    "refPeriodId,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,cmdDesc,"
    "customsCode,motCode,primaryValue\n"
)


def table(tmp_path: Path, text: str, name: str = "figures.csv") -> Reference:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_reference(path)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("CHN,KGZ,turnover,2024,22.71,billion USD,GACC", "CHN KGZ turnover 2024 22710000000 USD", id="bn"),
        pytest.param('CHN,KAZ,Exports,2024-03,"2,820",USD mn,', "CHN KAZ export 2024-03 2820000000 USD", id="commas"),
        pytest.param("156,398,M,2024-Q1,5,EUR,x", "CHN KAZ import 2024-Q1 5 EUR", id="numbers-of-m49"),
        pytest.param("KAZ,central-asia,balance,2023,-5,USD,x", "KAZ central-asia balance 2023 -5 USD", id="group"),
        pytest.param("KAZ,world,import,2023,5,USD,x", "KAZ world import 2023 5 USD", id="world"),
        pytest.param("Kazakhstan,Central Asia,export,2023,5,USD,x", "KAZ central-asia export 2023 5 USD", id="names"),
        pytest.param("CHN,UZB+TKM,turnover,2023,5,USD,x", "CHN UZB+TKM turnover 2023 5 USD", id="sum"),
    ],
)
def test_a_row_is_a_claim(tmp_path: Path, row: str, said: str):
    read = table(tmp_path, OURS + row + "\n")
    (one,) = read.claims
    assert f"{one.reporter} {one.partner} {one.flow} {one.period} {one.value:f} {one.unit}" == said
    assert read.text[one.start : one.end] == one.text


def test_the_last_printed_place_is_open(tmp_path: Path):
    (one,) = table(tmp_path, OURS + "CHN,KGZ,turnover,2024,22.71,billion USD,GACC\n").claims
    assert (one.low, one.high) == (22_705_000_000, 22_715_000_000)
    assert one.source == "GACC"


def test_a_table_without_sources_is_called_by_its_file(tmp_path: Path):
    (one,) = table(tmp_path, "reporter,partner,flow,period,value,unit\nCHN,KGZ,export,2024,1,USD\n", "mine.csv").claims
    assert one.source == "mine"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("20240101,2024,156,CHN,X,398,KAZ,0,TOTAL,All,C00,0,28.5", "CHN KAZ export 2024", id="year"),
        pytest.param("20240301,202403,156,CHN,M,398,KAZ,0,TOTAL,All,C00,0,28", "CHN KAZ import 2024-03", id="month"),
        pytest.param("20240101,2024,842,,X,0,,0,TOTAL,All,C00,0,28", "USA world export 2024", id="usa"),
        pytest.param("20240101,2024,251,,X,757,,0,TOTAL,All,C00,0,28", "FRA CHE export 2024", id="france"),
        pytest.param("20240101,2024,381,,X,156,,0,TOTAL,All,C00,0,28", "ITA CHN export 2024", id="italy"),
    ],
)
def test_a_row_of_comtrade_is_a_claim_in_dollars(tmp_path: Path, row: str, said: str):
    (one,) = table(tmp_path, COMTRADE + row + "\n").claims
    assert f"{one.reporter} {one.partner} {one.flow} {one.period}" == said
    assert (one.unit, one.source, one.commodity) == ("USD", "UN Comtrade", None)


def test_a_commodity_of_comtrade_is_named(tmp_path: Path):
    (one,) = table(tmp_path, COMTRADE + "0,2024,156,CHN,X,398,KAZ,0,27,Mineral fuels,C00,0,28\n").claims
    assert one.commodity == "Mineral fuels"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("0,2024,156,CHN,RX,398,KAZ,0,TOTAL,All,C00,0,28", id="re-exports"),
        pytest.param("0,2024,156,CHN,X,899,,0,TOTAL,All,C00,0,28", id="areas-not-elsewhere-specified"),
    ],
)
def test_what_is_not_compared_is_no_claim(tmp_path: Path, row: str):
    read = table(tmp_path, COMTRADE + row + "\n")
    assert (read.claims, read.passed) == ((), 1)


def test_a_table_that_is_named_twice_is_read_once(tmp_path: Path):
    table(tmp_path, OURS + "CHN,KGZ,turnover,2024,22.71,billion USD,GACC\n")
    assert len(read_references([tmp_path / "figures.csv", tmp_path / "figures.csv"])) == 1


def test_a_table_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.reference._LARGEST", 1024**2)
    with pytest.raises(CorpusError, match=r"is larger than 1 MB: give the rows that are needed"):
        table(tmp_path, OURS + "\n" * 1024**2)


def test_the_first_day_of_a_year_is_its_year(tmp_path: Path):
    rows = COMTRADE.replace(",period,", ",none,") + "20240101,x,156,CHN,X,398,KAZ,0,TOTAL,All,C00,0,28\n"
    (one,) = table(tmp_path, rows).claims
    assert one.period == "2024"


def test_parts_by_transport_are_no_totals(tmp_path: Path):
    rows = "0,2024,156,CHN,X,398,KAZ,0,TOTAL,All,C00,1000,5\n0,2024,156,CHN,X,398,KAZ,0,TOTAL,All,C01,0,5\n"
    read = table(tmp_path, COMTRADE + rows)
    assert (read.claims, read.passed) == ((), 2)


@pytest.mark.model
def test_rows_that_are_not_compared_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    rows = "0,2024,156,CHN,RX,398,KAZ,0,TOTAL,All,C00,0,28\n0,2024,156,CHN,X,398,KAZ,0,TOTAL,All,C00,0,28\n"
    table(tmp_path, COMTRADE + rows, "comtrade.csv")
    (tmp_path / "a.txt").write_text("China's exports to Kazakhstan were $28 billion in 2024.\n", encoding="utf-8")
    reference = ["--reference", str(tmp_path / "comtrade.csv")]
    told = "comtrade.csv: 1 row is not compared (re-exports"
    main(["check", str(tmp_path / "a.txt"), *reference])
    assert told in capsys.readouterr().err
    for _ in range(2):  # the second time nothing is new
        main(["run", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), *reference])
        assert told in capsys.readouterr().err
    assert "1 row is not compared" in (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("a,b\n1,2\n", "has no column reporter.* the columns reporter, partner, flow", id="wrong-columns"),
        pytest.param("", "is empty.* the columns reporter", id="empty"),
        pytest.param("reporter, Reporter,partner\n", "has the column reporter twice: leave one", id="column-twice"),
        pytest.param(OURS, "has no row below its head", id="head-alone"),
        pytest.param(
            OURS + "KAZ,CHN,export,2024,-5,USD,x\n", "line 2: export '-5' is below nothing", id="below-nothing"
        ),
        pytest.param(OURS + "KAZ,KAZ,export,2024,5,USD,x\n", "line 2: reporter and partner are both", id="itself"),
        pytest.param(OURS + "KAZ,CHN,export,2024,1e30,USD,x\n", "line 2: value '1e30'", id="absurd"),
        pytest.param(OURS + "KAZ,CHN,export,2024,1e-999999999,USD,x\n", "line 2: value '1e-9", id="absurdly-small"),
        pytest.param(
            OURS + "KAZ,CHN,export,2024,10000000000,billion USD,x\n", "line 2: value", id="absurd-by-its-unit"
        ),
        pytest.param(OURS + "KZ,CHN,export,2024,1,USD,x\n", "line 2: reporter 'KZ'.*ISO 3166", id="country"),
        pytest.param(OURS + ",CHN,export,2024,1,USD,x\n", "line 2: reporter ''", id="no-country"),
        pytest.param(OURS + "KAZ,CHN,sales,2024,1,USD,x\n", "line 2: flow 'sales'", id="flow"),
        pytest.param(OURS + "KAZ,CHN,export,soon,1,USD,x\n", "line 2: period 'soon'", id="period"),
        pytest.param(OURS + "KAZ,CHN,export,2024,much,USD,x\n", "line 2: value 'much'", id="value"),
        pytest.param(OURS + "KAZ,CHN,export,2024,nan,USD,x\n", "line 2: value 'nan'", id="not-a-number"),
        pytest.param(OURS + "KAZ,CHN,export,2024,1,,x\n", "line 2: unit ''", id="unit"),
    ],
)
def test_a_table_that_is_none_is_refused_in_one_line(tmp_path: Path, text: str, said: str):
    with pytest.raises(CorpusError, match=said) as caught:
        table(tmp_path, text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_cells_may_stand_apart_as_spreadsheets_of_other_languages_write_them(tmp_path: Path, mark: str):
    row = "CHN,KGZ,turnover,2024,22.71,billion USD,GACC"
    (one,) = table(tmp_path, (OURS + row + "\n").replace(",", mark)).claims
    assert (one.reporter, one.value, one.text) == ("CHN", 22_710_000_000, "22.71")


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(CorpusError, match=r"nothing\.csv"):
        read_reference(tmp_path / "nothing.csv")


def test_two_tables_of_one_name_are_refused(tmp_path: Path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "t.csv").write_text(OURS, encoding="utf-8")
    with pytest.raises(CorpusError, match="same name"):
        read_references([tmp_path / "a" / "t.csv", tmp_path / "b" / "t.csv"])
