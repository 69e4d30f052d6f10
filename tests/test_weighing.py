"""Whom a figure means where its clause names no partner: pairs in view are weighed, with weights learnt from gold."""

from __future__ import annotations

import math

import pytest
from reading import line, read

from pipeline.article import Article
from pipeline.extract import extract_claims, weighing
from pipeline.extract.rivals import find_rivals
from pipeline.extract.weighing import WEIGHED, weigh
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


def test_without_weights_the_rules_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "_weights", dict)
    assert read(UNION)[0].partner == "world"


def test_chances_sum_to_one_and_nobody_trades_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[tuple[str, str], float]] = []

    def watched(asked: weighing.Asked) -> dict[tuple[str, str], float]:
        seen.append(weigh(asked))
        return seen[-1]

    monkeypatch.setattr(weighing, "weigh", watched)
    read(UNION)
    assert [math.isclose(sum(chances.values()), 1.0) for chances in seen] == [True]
    assert all(first != second and first != "world" for first, second in seen[0])
    assert [first for first, second in seen[0] if second == "world"] == ["eu"]  # whom the rules found


def test_explaining_shows_how_likely_each_side_is() -> None:
    article = Article(name="a.txt", text=UNION)
    claim, *_ = extract_claims(article)
    weighed = [one for one in find_rivals(article, claim) if one.why.startswith("weighed")]
    for slot, code in (("reporter", "KEN"), ("partner", "eu")):
        shown = {one.value: one.why for one in weighed if one.slot == slot}
        assert shown[code] == max(shown.values())
    assert {one.value for one in find_rivals(article, claim) if one.slot == "partner" and one.won} == {"eu"}


def test_every_weight_is_of_a_side_or_a_pair_and_given_once() -> None:
    rows = read_csv("sides.csv")
    assert {row["role"] for row in rows} == {"reporter", "partner", "pair"}
    assert len({(row["role"], row["sign"]) for row in rows}) == len(rows)
    assert all(math.isfinite(float(row["weight"])) for row in rows)
