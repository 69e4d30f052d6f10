"""Commodities: found by their longest name, compared by what they are."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.commodity import covers, find_commodities, resolve_commodity, same_commodity
from pipeline.lexicon import read_csv


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.name) for mention in find_commodities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales of crude oil rose.", [("crude oil", "crude oil")]),
        ("CRUDE OIL UP", [("CRUDE OIL", "crude oil")]),
        ("crude\noil", [("crude\noil", "crude oil")]),
        ("refined petroleum and coal", [("refined petroleum", "petroleum products"), ("coal", "coal")]),
        ("iron ores, copper", [("iron ores", "iron ore"), ("copper", "copper")]),
        ("rare-earth magnets", [("rare-earth magnets", "rare earths")]),
        ("textiles and garments", [("textiles and garments", "textiles and garments")]),
        ("gems & jewellery", [("gems & jewellery", "gems and jewellery")]),
        ("non-oil exports", [("non-oil", "non-oil")]),
        ("trade in goods and services", [("goods and services", "goods and services")]),
        ("LNG cargoes", [("LNG", "LNG")]),
        ("mobile phones, EVs", [("mobile phones", "phones"), ("EVs", "electric vehicles")]),
        ("it services the loan", [("services", "services")]),
        ("IT services", [("IT services", "IT services")]),
        ("a batch of semiconductor", [("semiconductor", "semiconductors")]),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a good year",
        "the oil-rich kingdom",
        "a pro-rice lobby",
        "Apple opened a shop",
        "he is no ic",
        "nothing here",
        "",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("goods", "all"), ("merchandise", "all"), ("tourism services", "services"), ("Palm Oil", "goods"), (None, "all")],
)
def test_kind(name: str | None, kind: str) -> None:
    commodity = resolve_commodity(name)
    assert commodity is not None
    assert commodity.kind == kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("chips", "semiconductor"),
        ("Crude Oil", "crude petroleum"),
        ("lng", "liquefied natural gas"),
        (None, "goods"),
        ("merchandise", None),
        ("aluminum", "aluminium"),
        ("blue widgets", "Blue widget"),
    ],
)
def test_same(a: str | None, b: str | None) -> None:
    assert same_commodity(a, b)
    assert same_commodity(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("crude oil", "oil"),
        ("crude oil", None),
        ("goods and services", "goods"),
        ("services", None),
        ("blue widgets", "goods"),
        ("blue widgets", "red widgets"),
        ("textiles", "textiles and garments"),
    ],
)
def test_different(a: str | None, b: str | None) -> None:
    assert not same_commodity(a, b)
    assert not same_commodity(b, a)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (None, "crude oil"),
        ("goods", "rice"),
        ("goods and services", "services"),
        ("goods and services", "rice"),
        ("goods and services", "goods"),
        ("oil and gas", "crude oil"),
        ("fuels", "LNG"),
        ("natural gas", "LNG"),
        ("fruit", "bananas"),
        ("textiles and garments", "garments"),
        ("gems and jewellery", "diamonds"),
        ("rice", "rice"),
    ],
)
def test_covers(whole: str | None, part: str | None) -> None:
    assert covers(whole, part)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("crude oil", "oil"),
        ("crude oil", None),
        ("services", "goods"),
        (None, "services"),
        (None, "goods and services"),
        (None, "blue widgets"),
        ("machinery", "computers"),
        ("high-tech products", "chips"),
        ("iron and steel", "steel"),
        ("rice", "wheat"),
    ],
)
def test_does_not_cover(whole: str | None, part: str | None) -> None:
    assert not covers(whole, part)


def test_every_name_of_the_lexicon_is_found_as_itself() -> None:
    for row in read_csv("commodities.csv"):
        names = row["name"].split("|")
        for name in names:
            assert found(f"of {name} in May") == [(name, names[0])]


def test_no_name_stands_twice() -> None:
    names = [name.lower() for row in read_csv("commodities.csv") for name in row["name"].split("|")]
    assert len(names) == len(set(names))
    assert len(names) > 700


def test_codes_are_chapters_headings_or_subheadings() -> None:
    for row in read_csv("commodities.csv"):
        commodity = resolve_commodity(row["name"].split("|")[0])
        assert commodity is not None
        assert all(len(code) in {2, 4, 6} and "01" <= code[:2] <= "97" for code in commodity.codes), commodity


@given(st.text(alphabet="oil gasriceGOODS-&\n'", max_size=60) | st.text(max_size=40))
def test_mentions_are_slices_in_order(text: str) -> None:
    mentions = find_commodities(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_time_grows_with_length_only() -> None:
    def cost(size: int) -> float:
        text = "machinery and electrical " * (size // 25)
        begin = time.process_time()
        find_commodities(text)
        return time.process_time() - begin

    find_commodities("rice")
    assert min(cost(160_000) for _ in range(3)) < 80 * max(cost(10_000), 0.002)  # 16 when linear, 256 when quadratic


def test_services_in_the_name_of_a_body_are_not_traded():
    assert not find_commodities("the Irish Financial Services Centre and the Financial Services Authority")
    assert [one.text for one in find_commodities("Exports of Financial Services rose")] == ["Financial Services"]
