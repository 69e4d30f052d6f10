"""What no clause says, with whom, of which goods, when, is weighed, with weights learnt from annotated articles."""

from __future__ import annotations

import math
from typing import Any

import pytest
from reading import line, read

from pipeline.article import Article
from pipeline.claim import WEIGHED
from pipeline.extract import extract_claims
from pipeline.extract.rivals import find_rivals
from pipeline.extract.weighing import odds
from pipeline.extract.weighing.odds import Question, chances, heard_by
from pipeline.lexicon import read_csv

pytestmark = pytest.mark.model

UNION = (
    "Kenya and the European Union\n\nThe European Union is a large market for Kenya. The share of the European Union "
    "in exports was 21% in 2023, but in the first months of 2024 EU exports fell by 9.5%."
)


def test_the_partner_that_a_clause_leaves_out_is_taken_from_the_text_around() -> None:
    share, _ = read(UNION)
    assert line(share) == "KEN>eu export share 21 percent 2023 share_of=KEN/world/export"
    assert share.evidence["partner"].rule == WEIGHED
    assert UNION[slice(share.evidence["partner"].start, share.evidence["partner"].end)] == "European Union"


def test_a_side_that_was_weighed_may_be_any_other_and_is_inherited() -> None:
    partner = read(UNION)[0].evidence["partner"]
    assert partner.inherited
    assert "world" in (partner.others or ())


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile\n\nPeru sells copper to Chile. Peru's total exports were $5 billion in 2023.",
        "Peru and Chile\n\nPeru sells copper to Chile. Peru's foreign trade was worth $5 billion in 2023.",
        "Peru sells to Chile and Brazil. These three markets took $5 billion of Peruvian exports in 2023.",
    ],
)
def test_what_is_said_to_be_all_trade_or_points_at_others_is_not_weighed(text: str) -> None:
    assert [claim.evidence["partner"].rule for claim in read(text)] == ["nobody-named"]


def test_whose_exports_an_adjective_says_that_they_are_is_not_weighed() -> None:
    text = "Exporters in Ghana sold 20,000 tonnes of cocoa in May. West African shipments reached 50,000 tonnes."
    assert [f"{claim.reporter}>{claim.partner}" for claim in read(text)] == ["GHA>world", "west-africa>world"]


def test_a_country_does_not_trade_with_its_own_city() -> None:
    text = (
        "Shanghai metals exchange\n\nTraders in Shanghai say that the Shanghai exchange is quiet. \"China's growth "
        'has seen copper demand rise and now the country must import 30 percent of its needs."'
    )
    assert [f"{claim.reporter}>{claim.partner}" for claim in read(text)] == ["CHN>world"]


def test_nobody_trades_with_only_one_of_a_list() -> None:
    text = (
        "The US imposed new sanctions on oil from Venezuela. US retail sales rose in September.\n\n"
        "Harada Motor will build a plant with a US partner in Japan from 2026.\n\n"
        "Japanese exports reached ¥9.2 trillion in September, as automakers sent more cars to the US and Europe."
    )
    assert [f"{claim.reporter}>{claim.partner}" for claim in read(text)] == ["JPN>world"]


def test_without_weights_the_rules_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odds, "learnt", lambda _: {})
    assert read(UNION)[0].partner == "world"


def test_chances_sum_to_one_and_nobody_trades_with_itself() -> None:
    seen: list[Question[Any]] = []

    def hear(question: Question[Any], _: Any) -> None:
        if question.of == "sides":
            seen.append(question)

    with heard_by(hear):
        read(UNION)
    assert [math.isclose(sum(chances(one).values()), 1.0) for one in seen] == [True]
    assert all(first != second and first != "world" for first, second in seen[0].readings)
    assert [first for first, second in seen[0].readings if second == "world"] == ["eu"]  # whom the rules found


def test_explaining_shows_how_likely_each_side_is() -> None:
    article = Article(name="a.txt", text=UNION)
    claim, *_ = extract_claims(article)
    weighed = [one for one in find_rivals(article, claim) if one.why.startswith("weighed")]
    for slot, code in (("reporter", "KEN"), ("partner", "eu")):
        shown = {one.value: one.why for one in weighed if one.slot == slot}
        assert shown[code] == max(shown.values())
    assert {one.value for one in find_rivals(article, claim) if one.slot == "partner" and one.won} == {"eu"}


GOODS = """Chile's fruit trade

Cherries are the fruit that Chile sells most of. Cherries led exports, reaching $3 billion in 2023."""


def test_goods_that_no_rule_ties_to_a_figure_are_weighed_against_all_trade() -> None:
    (cherries,) = read(GOODS)
    assert cherries.commodity == "Cherries"
    assert cherries.evidence["commodity"].rule == WEIGHED
    assert cherries.evidence["commodity"].others == ("goods",)


def test_without_weights_what_no_rule_ties_to_goods_is_all_trade(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odds, "learnt", lambda _: {})
    assert [claim.commodity for claim in read(GOODS)] == [None]


def test_explaining_shows_how_likely_goods_and_all_trade_are() -> None:
    article = Article(name="a.txt", text=GOODS)
    (claim,) = extract_claims(article)
    shown = {one.value: one.won for one in find_rivals(article, claim) if one.slot == "commodity"}
    assert shown["Cherries"]
    assert not shown.get("all trade", False)


@pytest.mark.parametrize(
    ("of", "roles"),
    [
        ("sides", {"reporter", "partner", "pair"}),
        ("goods", {"goods", "all"}),
        ("periods", {"kept", "open"}),
    ],
)
def test_every_weight_is_of_a_role_and_given_once(of: str, roles: set[str]) -> None:
    rows = read_csv(f"weights/{of}.csv")
    assert {row["role"] for row in rows} == roles
    assert len({(row["role"], row["sign"]) for row in rows}) == len(rows)
    assert all(math.isfinite(float(row["weight"])) for row in rows)
