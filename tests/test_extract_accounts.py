"""Bare surpluses and deficits beside a current account or a budget, and the goods that an account names for them."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

CURRENT = "Chile's current account deficit was $7 billion in 2023. "

TEXTS: dict[str, tuple[str, list[str]]] = {
    "trade was in deficit": (
        CURRENT + "In the same year its merchandise trade was in deficit by <q>$2 billion</q>.",
        ["CHL>world balance level -2000000000 USD 2023"],
    ),
    "a surplus against a shortfall": (
        CURRENT
        + "Visible trade recorded a <q>$2 billion</q> surplus in 2023 against a <q>$3 billion</q> shortfall in 2022.",
        ["CHL>world balance level 2000000000 USD 2023", "CHL>world balance level -3000000000 USD 2022"],
    ),
    "the deficit of goods, and one of nothing": (
        CURRENT + "The goods deficit was <q>$2 billion</q> in 2023.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=goods"],
    ),
    "a current account is no trade": (CURRENT + "A year before the shortfall had been $9 billion.", []),
    "a deficit on trade in services": (
        CURRENT + "In 2023 it ran a deficit of <q>$2 billion</q> on trade in services.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=services"],
    ),
    "the balance of goods and services": (
        CURRENT + "In 2023 it had a deficit of <q>$2 billion</q> on its balance of goods and services, "
        "against a surplus of <q>$1 billion</q> in 2022 and a surplus of <q>$3 billion</q> in 2021.",
        [
            "CHL>world balance level -2000000000 USD 2023 commodity=goods_and_services",
            "CHL>world balance level 1000000000 USD 2022 commodity=goods_and_services",
            "CHL>world balance level 3000000000 USD 2021 commodity=goods_and_services",
        ],
    ),
    "what imports of some goods leave": (
        CURRENT + "Net fuel imports produced a deficit of <q>$2 billion</q> in 2023.",
        ["CHL>world balance level -2000000000 USD 2023 commodity=fuel"],
    ),
    "the gap in the trade in some goods moved": (
        "Chile's 2023 surplus on copper trade was <q>$4 billion</q> higher than in 2022, while the deficit on fuel "
        "fell by <q>$1 billion</q>.",
        [
            "CHL>world balance change 4000000000 USD 2023 base_period=2022 commodity=copper",
            "CHL>world balance change -1000000000 USD 2023 base_period=2022 commodity=fuel",
        ],
    ),
    "a rise in the surplus on goods": (
        "Chile's trade improved in 2023 due to a rise in the surplus on copper of <q>$4 billion</q>.",
        ["CHL>world balance change 4000000000 USD 2023 base_period=2022 commodity=copper"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_gap(name: str) -> None:
    check(*TEXTS[name])
