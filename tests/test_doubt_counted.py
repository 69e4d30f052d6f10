"""Figures that are counted in two ways are no proof against each other; those counted in one way are."""

# ruff: noqa: E501 - tables of cases read better unbroken

from __future__ import annotations

import pytest
from reading import check

from pipeline.library import check_text

pytestmark = pytest.mark.model

KINDS: dict[str, tuple[str, list[str]]] = {
    "state of goods": (
        "Peru's fresh fish exports to Chile were <q>$31 million</q> in 2021, and its fish exports <q>$45 million</q>.",
        [
            "PER>CHL export level 31000000 USD 2021 commodity=fresh_fish",
            "PER>CHL export level 45000000 USD 2021 commodity=fish",
        ],
    ),
    "the first of a list": (
        "Exports of the Baltic states to Peru: Latvia <q>1.2 billion euros</q>, Estonia <q>0.6 billion</q> in 2022.",
        ["LVA>PER export level 1200000000 EUR 2022", "EST>PER export level 600000000 EUR 2022"],
    ),
    "compound": (
        "Japan's second-hand car exports were <q>$31 million</q> in 2021.",
        ["JPN>world export level 31000000 USD 2021 commodity=second-hand_car"],
    ),
}

TWO_WAYS = {
    "basis": "Ghana's trade deficit in June 2021 was $310 million on a customs basis. On a balance-of-payments basis, "
    "the deficit was $244 million in June 2021.",
    "system": "Norway exported goods worth $155.8 billion in 2023 under the general trade system. Under the special trade "
    "system, exports in 2023 were $143.1 billion. Imports in the general system came to $102.0 billion, so that the "
    "surplus was $53.8 billion.",
    "one is said": "Norway's trade deficit was $47.8 billion in 2022, the largest ever. The current account showed a goods "
    "surplus of $15.1 billion in 2022. Exports were $83.6 billion.",
    "balance": "In 2022, Peru's exports were 1,001 million soles fob and imports 1,216 million soles cif; with imports fob, "
    "the deficit was 145 million soles.",
    "goods alone": "In 2019 Peru sold goods and services worth 294 billion soles to Chile. It bought 374 billion soles' "
    "worth from Chile. Goods alone made up 170 billion soles of exports. Peru therefore had a trade deficit of 80 billion "
    "soles with Chile in 2019.",
    "without one": "Trade of Latin America with India was $85 billion in 2022. Without Mexico, it was about $60 billion. "
    "India's exports were $52 billion and its imports $33 billion.",
    "second-hand": "Japan's new exports of cars to Ghana were $42 million in 2023. Used exports of cars to Ghana came to "
    "$480 million in 2023.",
    "used": "Japan's car exports to Ghana were $42 million in 2023. Its used car exports to Ghana came to $480 million in "
    "2023.",
    "by one side": "India's cotton imports from Mali fell to 54.4 million tonnes in 2022 from 58.2 million. Mali counts 53.7 million tonnes of exports to India for 2022.",
    "at the border": "Laos's border trade with Nepal was $4.4 billion in 2022, and all its trade with Nepal $5.0 billion. Sea trade was $0.6 billion in 2022.",
    "whose": "Peru's exports in 2021 came to $56.3 billion, the national tax office reported. The central bank's figure for "
    "exports in 2021 is $63.2 billion; it includes gold that is not declared.",
}
ONE_WAY = {
    "basis": "Ghana's trade deficit in June 2021 was $311 million on a customs basis. It had exports of $801 million and "
    "imports of $1,212 million in June 2021.",
    "each its own": "In 2022, Peru's exports were 1,001 million soles fob and imports 1,216 million soles cif. The trade "
    "deficit was 145 million soles in 2022.",
    "by the same side": "Mali counts 53.7 million tonnes of cotton exports to India for 2022. Mali's cotton exports to India in 2022 were 57.3 million tonnes.",
    "valued alike": "Peru's exports in 2022 were $66.2 billion fob. Its exports in 2022 came to $62.6 billion fob. Imports "
    "were $56.2 billion and the surplus $10.0 billion in 2022.",
}


def proofs(text: str) -> list[str]:
    """What is called impossible of an article's own figures."""
    told = check_text(text).findings
    return [one.explanation for one in told if one.certainty == "impossible" and one.scope == "article"]


@pytest.mark.parametrize("text", TWO_WAYS.values(), ids=TWO_WAYS)
def test_what_is_counted_in_two_ways_is_no_proof(text: str) -> None:
    assert proofs(text) == []


@pytest.mark.parametrize("kind", ["border", "undeclared", "subsidised", "preliminary", "gross", "foreign-owned"])
def test_a_word_that_may_leave_some_trade_out_is_no_proof(kind: str) -> None:
    rest = "exports to Chile were $5.32 billion in 2022. Peru's exports to Chile were $5.81 billion in 2022."
    assert proofs(f"Peru's {kind} {rest}") == []
    assert proofs(f"Peru's bilateral {rest}")


@pytest.mark.parametrize("text", ONE_WAY.values(), ids=ONE_WAY)
def test_what_is_counted_in_one_way_still_contradicts_itself(text: str) -> None:
    assert proofs(text)


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_a_kind_of_goods_is_not_all_of_them(text: str, expected: list[str]) -> None:
    check(text, expected)
