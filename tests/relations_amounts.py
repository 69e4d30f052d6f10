"""Amounts, shares and changes that cannot all be true, and such as only seem so, relation by relation."""

# ruff: noqa: E501 - the table of cases reads better unbroken
from __future__ import annotations

from decimal import Decimal

from claims import change, claim, deficit, fall, share

from pipeline.claim import Claim

KAZ = "CHN/KAZ/turnover 2024"


Case = tuple[str | None, str, tuple[Claim, ...]]
"""Which kind of finding, how certain, and the claims; None for none at all."""


def case(kind: str | None, *claims: Claim, certainty: str = "impossible") -> Case:
    """One small article."""
    return kind, certainty, claims


AMOUNTS: dict[str, Case] = {
    # one fact, one figure
    "two amounts": case("same-fact", claim(KAZ, "$43.8 billion"), claim(KAZ, "$22.7 billion")),
    "same amount, coarser": case(None, claim(KAZ, "$43.82 billion"), claim(KAZ, "$44 billion")),
    "rounded against exact, one digit off": case(
        "same-fact", claim(KAZ, "$94.7 billion"), claim(KAZ, "$94.82 billion")
    ),
    "cut off, not rounded": case(
        "same-fact", claim(KAZ, "$43.8 billion"), claim(KAZ, "$43.88 billion"), certainty="unlikely"
    ),
    "both sides of one flow": case(
        "same-fact", claim("KAZ/CHN/export 2024", "$15.9 billion"), claim("CHN/KAZ/import 2024", "$25.9 billion")
    ),
    "another period": case(None, claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$22.7 billion")),
    "year to date": case(None, claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2024-01/2024-06", "$22.7 billion")),
    "another commodity": case(
        None, claim("KAZ/CHN/export 2024", "$4 billion", commodity="oil"), claim("KAZ/CHN/export 2024", "$5 billion", commodity="gas")
    ),
    "a forecast": case(None, claim(KAZ, "$43.8 billion"), claim(KAZ, "$75 billion", modality="projected")),
    "a superseded figure": case(None, claim(KAZ, "$43.8 billion"), claim(KAZ, "$41 billion", status="superseded")),
    "another currency": case(None, claim(KAZ, "$43.8 billion"), claim(KAZ, "€40.1 billion")),
    "volume and value": case(
        None, claim("RUS/CHN/export 2024", "$9 billion", commodity="coal"), claim("RUS/CHN/export 2024", "95 million tonnes", commodity="coal")
    ),
    "nearly": case(None, claim(KAZ, "nearly $44 billion"), claim(KAZ, "$43.8 billion")),
    "over": case("threshold", claim(KAZ, "more than $50 billion"), claim(KAZ, "$43.8 billion")),
    "two growths": case("same-fact", change(KAZ, "7%", "2023"), change(KAZ, "15%", "2023")),
    "two growths against different years": case(None, change(KAZ, "7%", "2023"), change(KAZ, "15%", "2019")),
    "two shares of different wholes": case(
        None, share(KAZ, "46%", "CHN/central-asia/turnover"), share(KAZ, "2%", "CHN/world/turnover")
    ),
    "two shares of one whole": case(
        "same-fact", share(KAZ, "46%", "CHN/central-asia/turnover"), share(KAZ, "38%", "CHN/central-asia/turnover")
    ),
    "two changes in money": case("same-fact", change(KAZ, "$2.1 billion", "2023"), change(KAZ, "$5.3 billion", "2023")),
    # a target that was reached
    "target missed": case(
        "threshold", claim(KAZ, "$69.8 billion"), claim(KAZ, "$70 billion", modality="target", status="reached"), certainty="unlikely"
    ),
    "target reached": case(None, claim(KAZ, "$70.2 billion"), claim(KAZ, "$70 billion", modality="target", status="reached")),
    "target not yet due": case(None, claim(KAZ, "$69.8 billion"), claim(KAZ, "$100 billion", modality="target")),
    # turnover and balance
    "turnover": case(
        "identity", claim("KAZ/CHN/import 2024", "$28.0 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), claim(KAZ, "$22.7 billion")
    ),
    "turnover agrees": case(
        None, claim("KAZ/CHN/import 2024", "$28 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), claim(KAZ, "$43.8 billion")
    ),
    "balance": case(
        "identity", claim("USA/world/export 2004", "$1.15 trillion"), claim("USA/world/import 2004", "$1.76 trillion"), deficit("USA/world/balance 2004", "$671.7bn")
    ),
    "balance agrees": case(
        None, claim("USA/world/export 2004", "$1.15 trillion"), claim("USA/world/import 2004", "$1.76 trillion"), deficit("USA/world/balance 2004", "$617.7bn")
    ),
    # groups
    "members and their group": case(
        "sum",
        claim("CHN/ARM/turnover 2024", "$1.8 billion"), claim("CHN/AZE/turnover 2024", "$2.5 billion"),
        claim("CHN/GEO/turnover 2024", "$2.3 billion"), claim("CHN/south-caucasus/turnover 2024", "$7.5 billion"),
    ),
    "members agree, as rounded": case(
        None,
        claim("CHN/ARM/turnover 2024", "$1.8 billion"), claim("CHN/AZE/turnover 2024", "nearly $2.5 billion"),
        claim("CHN/GEO/turnover 2024", "$2.3 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion"),
    ),
    "one member above its group": case(
        "sum", claim("CHN/ARM/turnover 2024", "$8.8 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion")
    ),
    "some members, below their group": case(
        None, claim("CHN/ARM/turnover 2024", "$1.8 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion")
    ),
    "sum of a few": case(
        "sum",
        claim("CHN/UZB+TKM+TJK/turnover 2024", "$28.1 billion"), claim("CHN/UZB/turnover 2024", "$13.78 billion"),
        claim("CHN/TKM/turnover 2024", "$10.65 billion"), claim("CHN/TJK/turnover 2024", "$3.86 billion"),
    ),
    "partners above the world": case(
        "sum", claim("DEU/world/export 2024", "€100.0 billion"), claim("DEU/FRA/export 2024", "€60 billion"), claim("DEU/USA/export 2024", "€70 billion")
    ),
    "regions above the world": case(
        "sum", claim("PER/world/export 2006", "$58 billion"), claim("PER/americas/export 2006", "$39 billion"),
        claim("PER/asia/export 2006", "$27.8 billion"),
    ),
    "regions within the world": case(
        None, claim("PER/world/export 2006", "$58 billion"), claim("PER/europe/export 2006", "$39 billion"),
        claim("PER/eu/export 2006", "$27.8 billion"),
    ),
    "a loose group": case(
        None, claim("CHN/EGY/turnover 2024", "$17 billion"), claim("CHN/middle-east/turnover 2024", "$15 billion")
    ),
    "who was not a member yet": case(
        None, claim("USA/HRV/export 2005", "€9 billion"), claim("USA/eu/export 2005", "€8 billion")
    ),
    # parts of a period and of all goods
    "quarters and year": case(
        "sum",
        *(claim(f"VNM/world/export 2023-Q{q}", "$80.0 billion") for q in (1, 2, 3, 4)), claim("VNM/world/export 2023", "$355.5 billion"),
    ),
    "month above its year": case(
        "sum", claim("VNM/world/export 2023-05", "$80 billion"), claim("VNM/world/export 2023", "$35.5 billion")
    ),
    "months below their year": case(
        None, claim("VNM/world/export 2023-05", "$28 billion"), claim("VNM/world/export 2023", "$355 billion")
    ),
    "commodity above all trade": case(
        "sum", claim("RUS/IND/export 2023", "$40.2 billion", commodity="oil"), claim("RUS/IND/export 2023", "$33.5 billion")
    ),
    "oil and what is not oil": case(
        "sum",
        claim("SAU/world/export 2023", "$320.0 billion"), claim("SAU/world/export 2023", "$248.0 billion", commodity="oil"),
        claim("SAU/world/export 2023", "$90.0 billion", commodity="non-oil"),
    ),
    "goods beside goods and services": case(
        None, claim("USA/world/export 2023", "$2.0 trillion", commodity="goods"), claim("USA/world/export 2023", "$3.1 trillion", commodity="goods and services")
    ),
    "goods above all trade": case(
        "sum", claim("USA/world/export 2023", "$3.1 trillion", commodity="goods"), claim("USA/world/export 2023", "$2.0 trillion"),
        claim("USA/world/export 2023", "$1.0 trillion", commodity="services"),
    ),
    "goods and trade on two bases": case(
        None, claim("USA/world/export 2023", "$2.05 trillion", commodity="goods"), claim("USA/world/export 2023", "$2.02 trillion"),
        claim("USA/world/export 2023", "$1.0 trillion", commodity="services"),
    ),
    "all trade above goods and services": case(
        "sum", claim("USA/world/export 2023", "$3.1 trillion", commodity="goods and services"), claim("USA/world/export 2023", "$3.5 trillion"),
        claim("USA/world/export 2023", "$1.0 trillion", commodity="services"),
    ),
    # growth
    "growth": case(
        "growth", change("CHN/central-asia/turnover 2024", "nearly 5%", "2023"),
        claim("CHN/central-asia/turnover 2024", "$94.8 billion"), claim("CHN/central-asia/turnover 2023", "$89.4 billion"),
    ),
    "growth agrees": case(
        None, change("CHN/central-asia/turnover 2024", "6%", "2023"),
        claim("CHN/central-asia/turnover 2024", "$94.8 billion"), claim("CHN/central-asia/turnover 2023", "$89.4 billion"),
    ),
    "a fall that was a rise": case(
        "growth", fall(KAZ, "7%", "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "wider deficit": case(
        "growth", change("USA/world/balance 2004", "24.4%", "2003"), deficit("USA/world/balance 2004", "$671.7bn"), deficit("USA/world/balance 2003", "$496.5bn")
    ),
    "wider deficit agrees": case(
        None, change("USA/world/balance 2004", "24.4%", "2003"), deficit("USA/world/balance 2004", "$617.7bn"), deficit("USA/world/balance 2003", "$496.5bn")
    ),
    "difference": case(
        "growth", change(KAZ, "$6.2 billion", "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "growth of a round base": case(
        None, change("KGZ/CHN/export 2024", "3,270%", "2023"), claim("KGZ/CHN/export 2023", "$80 million"), claim("KGZ/CHN/export 2024", "$2.8 billion")
    ),
    "growth by volume": case(
        None, change("RUS/CHN/export 2024", "12%", "2023", commodity="coal", aspect="volume"),
        claim("RUS/CHN/export 2024", "$9.0 billion", commodity="coal"), claim("RUS/CHN/export 2023", "$11.0 billion", commodity="coal"),
    ),
    "growth over a zero base": case(
        None, change("KGZ/CHN/export 2024", "20%", "2023"), claim("KGZ/CHN/export 2023", "$0", value=Decimal(0), unit="USD", low=Decimal(0), high=Decimal(0)),
    ),
    "multiple": case(
        "growth", change("TWN/USA/export 2023", "tripled", "2018", unit="percent"),
        claim("TWN/USA/export 2023", "$37.0 billion"), claim("TWN/USA/export 2018", "$18.4 billion"),
    ),
    # shares
    "share": case(
        "share", share(KAZ, "30%", "CHN/central-asia/turnover"), claim(KAZ, "$43.8 billion"), claim("CHN/central-asia/turnover 2024", "$94.8 billion")
    ),
    "share agrees": case(
        None, share(KAZ, "46%", "CHN/central-asia/turnover"), claim(KAZ, "$43.8 billion"), claim("CHN/central-asia/turnover 2024", "$94.8 billion")
    ),
    "two shares of a whole that is not printed": case(
        "share",
        share("CHL/DEU/export 2006", "12.0%", "CHL/world/export"), claim("CHL/DEU/export 2006", "$6.0 billion"),
        share("CHL/JPN/export 2006", "30.0%", "CHL/world/export"), claim("CHL/JPN/export 2006", "$6.0 billion"),
    ),
    "shares above the whole": case(
        "share", *(share(f"UKR/{who}/export 2020", "41%", "UKR/world/export") for who in ("POL", "DEU", "ITA"))
    ),
    "shares of overlapping partners": case(
        None, share("UKR/eu/export 2020", "61%", "UKR/world/export"), share("UKR/DEU/export 2020", "41%", "UKR/world/export")
    ),
    "points": case(
        "share", share(KAZ, "46%", "CHN/central-asia/turnover"), share("CHN/KAZ/turnover 2023", "41%", "CHN/central-asia/turnover"),
        change(KAZ, "2 percentage points", "2023", share_of="CHN/central-asia/turnover"),
    ),
    # goods that go one way, and wider flows
    "goods above the turnover": case(
        "sum", claim("GHA/TUR/export 2022", "$910 million", commodity="gold"), claim("GHA/TUR/turnover 2022", "$774 million")
    ),
    "goods to one partner above all exports": case(
        "sum", claim("BRA/CHN/export 2022", "$60.2 billion", commodity="soybeans"), claim("BRA/world/export 2022", "$49.7 billion")
    ),
    "goods to one partner below all exports": case(
        None, claim("BRA/CHN/export 2022", "$40.2 billion", commodity="soybeans"), claim("BRA/world/export 2022", "$49.7 billion")
    ),
    "goods bought, above all exports": case(
        None, claim("BRA/CHN/import 2022", "$60.2 billion", commodity="phones"), claim("BRA/world/export 2022", "$49.7 billion")
    ),
    # averages
    "average of years": case(
        "sum", claim("PER/JPN/export 2021", "$2.1 billion"), claim("PER/JPN/export 2022", "$2.4 billion"), claim("PER/JPN/export 2023", "$2.6 billion"),
        claim("PER/JPN/export 2021/2023", "$3.4 billion", aspect="average"),
    ),
    "average of years agrees": case(
        None, claim("PER/JPN/export 2021", "$2.1 billion"), claim("PER/JPN/export 2022", "$2.4 billion"), claim("PER/JPN/export 2023", "$2.6 billion"),
        claim("PER/JPN/export 2021/2023", "$2.4 billion", aspect="average"),
    ),
    "average of years, too small for one of them": case(
        "sum", claim("PER/JPN/export 2022", "$8.4 billion"), claim("PER/JPN/export 2021/2023", "$2.4 billion", aspect="average")
    ),
    "average of years, some unknown": case(
        None, claim("PER/JPN/export 2022", "$2.1 billion"), claim("PER/JPN/export 2021/2023", "$3.4 billion", aspect="average")
    ),
    "average deficit, some unknown": case(
        None, deficit("PER/JPN/balance 2022", "$7.4 billion"), deficit("PER/JPN/balance 2021/2023", "$2.4 billion", aspect="average")
    ),
    "average of months": case(
        "sum", claim("PER/JPN/export 2023", "$2.6 billion"), claim("PER/JPN/export 2023", "$310 million", aspect="monthly-average")
    ),
    "average of months agrees": case(
        None, claim("PER/JPN/export 2023", "$2.6 billion"), claim("PER/JPN/export 2023", "$217 million", aspect="monthly-average")
    ),
    "average of one year": case(
        None, claim("PER/JPN/export 2023", "$2.6 billion"), claim("PER/JPN/export 2023", "$310 million", aspect="average")
    ),
    "two averages of the same years": case(
        "same-fact", claim("PER/JPN/export 2021/2023", "$2.4 billion", aspect="average"), claim("PER/JPN/export 2021/2023", "$3.1 billion", aspect="average")
    ),
}  # fmt: skip
