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


def test_from_whom_exports_come_is_not_weighed() -> None:
    text = (
        "Ghana's total trade tops $40 billion in 2018\n\nIn 2018 Kenya's trade with Ghana grew to $234 million from "
        "$227 million a year earlier. Kenya exported goods worth $61 million to Ghana in 2018.\n\nGhana's export trade "
        "with Mali was valued at $71 million in 2018. The value of Kenyan goods shipped to Ghana was $61 million in "
        "2018. In 2018, exports from Ghana came in at $15.1 billion."
    )
    claim = read(text)[-1]
    assert (claim.reporter, claim.partner, claim.evidence["reporter"].rule) == ("GHA", "world", "f")


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


FLOWERS = "Kenya's exports of tea came to 900 million dollars in 2023, flowers following on 700 million dollars."
GROWTH = (
    "Kenya's exports of tea came to 900 million dollars in 2023. Growth was 5 percent; the budget gap was $3 billion."
)


def test_a_figure_that_no_rule_ties_to_a_phrase_is_taken_where_all_speaks_for_it() -> None:
    tea, flowers = read(FLOWERS)
    assert line(flowers) == "KEN>world export level 700000000 USD 2023 commodity=tea"
    assert tea.evidence["flow"].rule == "export"
    assert flowers.evidence["flow"].rule == WEIGHED
    assert FLOWERS[slice(flowers.evidence["flow"].start, flowers.evidence["flow"].end)] == "exports"


def test_without_weights_it_is_no_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odds, "learnt", lambda _: {})
    assert len(read(FLOWERS)) == 1


def test_figures_of_another_topic_are_no_claims_by_weights() -> None:
    assert [claim.text for claim in read(GROWTH)] == ["900 million dollars"]


@pytest.mark.parametrize("before", ["Kenya's exports were $7 billion in 2023. ", ""])
def test_weights_alone_make_no_text_one_on_trade(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odds, "learnt", lambda _: {("phrase", "any"): 9.0})
    found = [claim.text for claim in read(before + "The price of Kenya's imports was 5 percent up.")]
    assert ("5 percent" in found) is bool(before)


def test_what_is_taken_by_weights_settles_nothing_for_what_the_rules_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Kenya's exports to Uganda were $7 billion in 2023. In 2020 the price of imports from Peru was 5 percent up. "
        "Exports to Tanzania rose 3 percent."
    )
    monkeypatch.setattr(odds, "learnt", lambda _: {("phrase", "any"): 9.0})
    taken = [line(claim) for claim in read(text)]
    monkeypatch.setattr(odds, "learnt", lambda _: {})
    ruled = [line(claim) for claim in read(text)]
    assert len(taken) == len(ruled) + 1
    assert set(ruled) < set(taken)


def test_readings_that_come_to_the_same_count_together() -> None:
    roles = {"none": (("role", "none"),), "first": (("role", "first"),), "second": (("role", "second"),)}
    question = Question(of="sides", signs=dict.fromkeys(roles, ()), readings=roles, places={})
    assert odds.choose(question, "none", margin=0.3) == "none"
    assert odds.choose(question, "none", margin=0.3, alike=lambda name: name == "none") == "first"


def test_explaining_shows_how_likely_a_phrase_and_no_claim_are() -> None:
    article = Article(name="a.txt", text=FLOWERS)
    tea, flowers = extract_claims(article)
    shown = [one for one in find_rivals(article, flowers) if one.slot == "flow" and one.why.startswith("weighed")]
    assert [(one.value, one.won) for one in shown] == [("export", True)]
    assert not [one for one in find_rivals(article, tea) if one.slot == "flow" and one.why.startswith("weighed")]


@pytest.mark.parametrize(
    ("of", "roles"),
    [
        ("sides", {"reporter", "partner", "pair"}),
        ("goods", {"goods", "all"}),
        ("periods", {"kept", "open"}),
        ("phrases", {"phrase", "none"}),
    ],
)
def test_every_weight_is_of_a_role_and_given_once(of: str, roles: set[str]) -> None:
    rows = read_csv(f"weights/{of}.csv")
    assert {row["role"] for row in rows} == roles
    assert len({(row["role"], row["sign"]) for row in rows}) == len(rows)
    assert all(math.isfinite(float(row["weight"])) for row in rows)
