"""How far relations between amounts reach: which side of a bound breaks them, and which figures they do not speak of."""

# ruff: noqa: E501 - the table of cases reads better unbroken
from __future__ import annotations

from claims import change, claim, deficit, fall, share, sign
from relations_amounts import KAZ, Case, case

BEFORE = "CHN/KAZ/turnover 2023"
ASIA = "CHN/central-asia/turnover"
UZB = "CHN/UZB/turnover"
ARM = "ARM/GEO"
PER = "PER/JPN/export"
UKR = "UKR/world/export"
BRA = "BRA/world/export 2022"

BOUNDS: dict[str, Case] = {
    # identity: any two of turnover, balance and the two directions give the others
    "exports out of turnover and balance": case(
        "identity", claim(f"{ARM}/turnover 2022", "$9.0 billion"), claim(f"{ARM}/balance 2022", "$1.0 billion"), claim(f"{ARM}/export 2022", "$6.0 billion")
    ),
    "exports out of turnover and balance agree": case(
        None, claim(f"{ARM}/turnover 2022", "$9.0 billion"), claim(f"{ARM}/balance 2022", "$1.0 billion"), claim(f"{ARM}/export 2022", "$5.0 billion")
    ),
    "imports out of turnover and balance": case(
        "identity", claim(f"{ARM}/turnover 2022", "$9.0 billion"), claim(f"{ARM}/balance 2022", "$1.0 billion"), claim(f"{ARM}/import 2022", "$5.0 billion")
    ),
    "imports out of turnover and balance agree": case(
        None, claim(f"{ARM}/turnover 2022", "$9.0 billion"), claim(f"{ARM}/balance 2022", "$1.0 billion"), claim(f"{ARM}/import 2022", "$4.0 billion")
    ),
    "balance seen from the other side": case(
        None, claim(f"{ARM}/export 2022", "$5.0 billion"), claim(f"{ARM}/import 2022", "$4.0 billion"), deficit("GEO/ARM/balance 2022", "$1.0 billion")
    ),
    "balance seen from the other side, the wrong sign": case(
        "identity", claim(f"{ARM}/export 2022", "$5.0 billion"), claim(f"{ARM}/import 2022", "$4.0 billion"), claim("GEO/ARM/balance 2022", "$1.0 billion")
    ),
    "exports alone above the turnover": case(
        "identity", claim(f"{ARM}/turnover 2022", "$4.0 billion"), claim(f"{ARM}/export 2022", "$5.0 billion")
    ),
    "a surplus above the exports": case(
        "identity", claim(f"{ARM}/balance 2022", "$7.0 billion"), claim(f"{ARM}/export 2022", "$5.0 billion")
    ),
    "a surplus above the imports": case(
        None, claim(f"{ARM}/balance 2022", "$7.0 billion"), claim(f"{ARM}/import 2022", "$5.0 billion")
    ),
    "a surplus above the turnover": case(
        "identity", claim(f"{ARM}/balance 2022", "$7.0 billion"), claim(f"{ARM}/turnover 2022", "$5.0 billion")
    ),
    "a deficit above the turnover": case(
        "identity", deficit(f"{ARM}/balance 2022", "$7.0 billion"), claim(f"{ARM}/turnover 2022", "$5.0 billion")
    ),
    "the word deficit, and more sold than bought": case(
        "identity", claim(f"{ARM}/export 2022", "$5.0 billion"), claim(f"{ARM}/import 2022", "$4.0 billion"), sign(f"{ARM}/balance 2022", "deficit", -1)
    ),
    "the word deficit, and more bought than sold": case(
        None, claim(f"{ARM}/export 2022", "$3.0 billion"), claim(f"{ARM}/import 2022", "$4.0 billion"), sign(f"{ARM}/balance 2022", "deficit", -1)
    ),
    "the word surplus, both ways alike as rounded": case(
        None, claim(f"{ARM}/export 2022", "$4.0 billion"), claim(f"{ARM}/import 2022", "$4.0 billion"), sign(f"{ARM}/balance 2022", "surplus", 1)
    ),
    # growth: both ends, what an open end leaves, differences downwards
    "grew by less than is said": case(
        "growth", change(KAZ, "20%", "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "grew by more than is said": case(
        "growth", change(KAZ, "5%", "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "more than a rate, and far more": case(
        None, change(KAZ, "more than 10%", "2023"), claim(KAZ, "$60.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "more than a rate, and less": case(
        "growth", change(KAZ, "more than 30%", "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "fell by more than is said": case(
        "growth", fall(KAZ, "10%", "2023"), claim(KAZ, "$20.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "fell by less than is said": case(
        "growth", fall(KAZ, "50%", "2023"), claim(KAZ, "$36.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "fell as is said": case(None, fall(KAZ, "10%", "2023"), claim(KAZ, "$36.0 billion"), claim(BEFORE, "$40.0 billion")),
    "fell to nothing, something left": case(
        "growth", fall(KAZ, "100%", "2023"), claim(KAZ, "$36.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "a difference too large": case(
        "growth", change(KAZ, "$9.0 billion", "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "a difference too small": case(
        "growth", change(KAZ, "$1.0 billion", "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "a difference agrees": case(
        None, change(KAZ, "$4.0 billion", "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "a difference downwards agrees": case(
        None, fall(KAZ, "$4.0 billion", "2023"), claim(KAZ, "$36.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "a deficit that widened by an amount": case(
        None, change(f"{ARM}/balance 2022", "$2.0 billion", "2021"), deficit(f"{ARM}/balance 2022", "$5.0 billion"), deficit(f"{ARM}/balance 2021", "$3.0 billion")
    ),
    "a deficit that narrowed, not widened, by an amount": case(
        "growth", change(f"{ARM}/balance 2022", "$2.0 billion", "2021"), deficit(f"{ARM}/balance 2022", "$3.0 billion"), deficit(f"{ARM}/balance 2021", "$5.0 billion")
    ),
    "growth of what is bought, beside what is sold": case(
        None, change(f"{ARM}/import 2022", "50%", "2021"), claim(f"{ARM}/export 2022", "$3.0 billion"), claim(f"{ARM}/export 2021", "$5.0 billion")
    ),
    # shares: both ends, of the whole or of the part, and what moved them
    "a share too large": case(
        "share", share(KAZ, "60%", ASIA), claim(KAZ, "$44.0 billion"), claim(f"{ASIA} 2024", "$94.0 billion")
    ),
    "more than half, and less": case(
        "share", share(KAZ, "more than 60%", ASIA), claim(KAZ, "$44.0 billion"), claim(f"{ASIA} 2024", "$94.0 billion")
    ),
    "more than a share, and far more": case(
        None, share(KAZ, "more than 20%", ASIA), claim(KAZ, "$44.0 billion"), claim(f"{ASIA} 2024", "$94.0 billion")
    ),
    "less than a share, and more": case(
        "share", share(KAZ, "less than 30%", ASIA), claim(KAZ, "$44.0 billion"), claim(f"{ASIA} 2024", "$94.0 billion")
    ),
    "less than a share, and far less": case(
        None, share(KAZ, "less than 80%", ASIA), claim(KAZ, "$44.0 billion"), claim(f"{ASIA} 2024", "$94.0 billion")
    ),
    "points agree": case(
        None, share(KAZ, "46%", ASIA), share(BEFORE, "41%", ASIA), change(KAZ, "5 percentage points", "2023", share_of=ASIA)
    ),
    "points, too many": case(
        "share", share(KAZ, "46%", ASIA), share(BEFORE, "41%", ASIA), change(KAZ, "9 percentage points", "2023", share_of=ASIA)
    ),
    "points downwards": case(
        "share", share(KAZ, "46%", ASIA), share(BEFORE, "41%", ASIA), fall(KAZ, "5 percentage points", "2023", share_of=ASIA)
    ),
    "shares that are just all": case(None, *(share(f"UKR/{who}/export 2020", part, UKR) for who, part in (("POL", "60%"), ("DEU", "40%")))),
    "shares of two years": case(None, share("UKR/POL/export 2020", "70%", UKR), share("UKR/DEU/export 2021", "60%", UKR)),
    "shares of what is sold and of what is bought": case(
        None, share("UKR/POL/export 2020", "70%", UKR), share("UKR/DEU/import 2020", "60%", "UKR/world/import")
    ),
    "shares of goods, each of its own whole": case(
        None, share("UKR/POL/export 2020", "70%", UKR, commodity="wheat"), share("UKR/DEU/export 2020", "60%", UKR, commodity="steel")
    ),
    "shares of a group and of who is not in it": case(
        "share", share("UKR/eu/export 2020", "61%", UKR), share("UKR/CHN/export 2020", "45%", UKR)
    ),
    # parts of a period
    "two halves and their year": case(
        "sum", claim(f"{PER} 2022-01/2022-06", "$1.0 billion"), claim(f"{PER} 2022-07/2022-12", "$1.2 billion"), claim(f"{PER} 2022", "$2.6 billion")
    ),
    "two halves and their year agree": case(
        None, claim(f"{PER} 2022-01/2022-06", "$1.0 billion"), claim(f"{PER} 2022-07/2022-12", "$1.2 billion"), claim(f"{PER} 2022", "$2.2 billion")
    ),
    "three months and their quarter": case(
        "sum", *(claim(f"{PER} 2022-0{month}", "$200.0 million") for month in (4, 5, 6)), claim(f"{PER} 2022-Q2", "$700.0 million")
    ),
    "two quarters above their year": case(
        "sum", claim(f"{PER} 2022-Q1", "$1.5 billion"), claim(f"{PER} 2022-Q4", "$1.5 billion"), claim(f"{PER} 2022", "$2.6 billion")
    ),
    "a half and a quarter of it, together above the year": case(
        None, claim(f"{PER} 2022-01/2022-06", "$1.5 billion"), claim(f"{PER} 2022-Q2", "$1.2 billion"), claim(f"{PER} 2022", "$2.6 billion")
    ),
    "two parts that share months, together above the year": case(
        None, claim(f"{PER} 2022-01/2022-06", "$1.5 billion"), claim(f"{PER} 2022-06/2022-09", "$1.4 billion"), claim(f"{PER} 2022", "$2.6 billion")
    ),
    "December above its year": case("sum", claim(f"{PER} 2022-12", "$3.0 billion"), claim(f"{PER} 2022", "$2.6 billion")),
    "January above its year": case("sum", claim(f"{PER} 2022-01", "$3.0 billion"), claim(f"{PER} 2022", "$2.6 billion")),
    "twelve months that end a year later": case(
        None, claim(f"{PER} 2022-04/2023-03", "$3.0 billion"), claim(f"{PER} 2022", "$2.6 billion")
    ),
    "a year above what is said of several": case(None, claim(f"{PER} 2022", "$3.0 billion"), claim(f"{PER} 2021/2023", "$2.6 billion")),
    "a quarter's surplus above the year's": case(
        None, claim("PER/JPN/balance 2022-Q1", "$900.0 million"), claim("PER/JPN/balance 2022", "$300.0 million")
    ),
    "two halves' balances and the year's": case(
        "sum", claim("PER/JPN/balance 2022-01/2022-06", "$900.0 million"), deficit("PER/JPN/balance 2022-07/2022-12", "$500.0 million"), claim("PER/JPN/balance 2022", "$1.4 billion")
    ),
    "two halves' balances and the year's agree": case(
        None, claim("PER/JPN/balance 2022-01/2022-06", "$900.0 million"), deficit("PER/JPN/balance 2022-07/2022-12", "$500.0 million"), claim("PER/JPN/balance 2022", "$400.0 million")
    ),
    # averages: the years that they are of, and no other
    "an average too small for its first year": case("sum", claim(f"{PER} 2021", "$8.4 billion"), claim(f"{PER} 2021/2023", "$2.4 billion", aspect="average")),
    "an average too small for its last year": case("sum", claim(f"{PER} 2023", "$8.4 billion"), claim(f"{PER} 2021/2023", "$2.4 billion", aspect="average")),
    "an average, beside the year before": case(None, claim(f"{PER} 2020", "$8.4 billion"), claim(f"{PER} 2021/2023", "$2.4 billion", aspect="average")),
    "an average, beside the year after": case(None, claim(f"{PER} 2024", "$8.4 billion"), claim(f"{PER} 2021/2023", "$2.4 billion", aspect="average")),
    "an average just large enough for one of its years": case(None, claim(f"{PER} 2022", "$7.0 billion"), claim(f"{PER} 2021/2023", "$2.4 billion", aspect="average")),
    "average of a quarter's months": case(
        "sum", claim(f"{PER} 2023-Q1", "$900.0 million"), claim(f"{PER} 2023-Q1", "$200.0 million", aspect="monthly-average")
    ),
    "average of a quarter's months agrees": case(
        None, claim(f"{PER} 2023-Q1", "$900.0 million"), claim(f"{PER} 2023-Q1", "$300.0 million", aspect="monthly-average")
    ),
    "more than an average, and the years make a little more": case(
        None, claim(f"{PER} 2021", "$2.4 billion"), claim(f"{PER} 2022", "$2.6 billion"), claim(f"{PER} 2021/2022", "more than $2.4 billion", aspect="average")
    ),
    "more than an average, and the years make less": case(
        "sum", claim(f"{PER} 2021", "$1.1 billion"), claim(f"{PER} 2022", "$1.5 billion"), claim(f"{PER} 2021/2022", "more than $2.4 billion", aspect="average")
    ),
    # goods and all trade
    "goods and services make both": case(
        "sum", claim(BRA, "$300.0 billion", commodity="goods"), claim(BRA, "$40.0 billion", commodity="services"), claim(BRA, "$390.0 billion", commodity="goods and services")
    ),
    "goods and services make both, agree": case(
        None, claim(BRA, "$300.0 billion", commodity="goods"), claim(BRA, "$40.0 billion", commodity="services"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "goods above goods and services": case(
        "sum", claim(BRA, "$350.0 billion", commodity="goods"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "services above goods and services": case(
        "sum", claim(BRA, "$350.0 billion", commodity="services"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "one commodity above goods and services": case(
        "sum", claim(BRA, "$350.0 billion", commodity="soybeans"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "two commodities together above all trade": case(
        None, claim(BRA, "$200.0 billion", commodity="soybeans"), claim(BRA, "$180.0 billion", commodity="beef"), claim(BRA, "$340.0 billion")
    ),
    "re-exports above the exports beside them": case(
        None, claim(BRA, "$90.0 billion", commodity="Re-exports"), claim(BRA, "$40.0 billion")
    ),
    "surplus in one commodity above that in all": case(
        None, claim("BRA/world/balance 2022", "$90.0 billion", commodity="soybeans"), claim("BRA/world/balance 2022", "$60.0 billion")
    ),
    "balances of goods and of services make both": case(
        "sum", claim("BRA/world/balance 2022", "$60.0 billion", commodity="goods"), deficit("BRA/world/balance 2022", "$40.0 billion", commodity="services"),
        claim("BRA/world/balance 2022", "$100.0 billion", commodity="goods and services"),
    ),
    "balance of goods above that of both": case(
        None, claim("BRA/world/balance 2022", "$60.0 billion", commodity="goods"), claim("BRA/world/balance 2022", "$20.0 billion", commodity="goods and services")
    ),
    "goods to one above all that it buys": case(
        "sum", claim("BRA/CHN/export 2022", "$60.2 billion", commodity="soybeans"), claim("CHN/world/import 2022", "$49.7 billion")
    ),
    "services above the turnover of goods": case(
        None, claim("GHA/TUR/export 2022", "$910 million", commodity="services"), claim("GHA/TUR/turnover 2022", "$774 million")
    ),
    "goods in another year than the turnover": case(
        None, claim("GHA/TUR/export 2022", "$910 million", commodity="gold"), claim("GHA/TUR/turnover 2021", "$774 million")
    ),
    "oil and what is not oil agree": case(
        None, claim(BRA, "$320.0 billion"), claim(BRA, "$230.0 billion", commodity="oil"), claim(BRA, "$90.0 billion", commodity="non-oil")
    ),
    "oil and what is not oil below all trade": case(
        "sum", claim(BRA, "$350.0 billion"), claim(BRA, "$230.0 billion", commodity="oil"), claim(BRA, "$90.0 billion", commodity="non-oil")
    ),
    "trade that is neither just goods nor both": case(
        None, claim(BRA, "$320.0 billion"), claim(BRA, "$300.0 billion", commodity="goods"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "trade as both, with services beside": case(
        None, claim(BRA, "$340.0 billion"), claim(BRA, "$40.0 billion", commodity="services"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "trade a little above both": case(
        None, claim(BRA, "$350.0 billion"), claim(BRA, "$40.0 billion", commodity="services"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "trade as goods, with both beside": case(
        None, claim(BRA, "$290.0 billion"), claim(BRA, "$300.0 billion", commodity="goods"), claim(BRA, "$340.0 billion", commodity="goods and services")
    ),
    "surplus in oil and in all else above that in all": case(
        None, claim("BRA/world/balance 2022", "$90.0 billion", commodity="oil"), claim("BRA/world/balance 2022", "$20.0 billion")
    ),
    # groups and the world
    "deficit with one above that with the world": case(
        None, deficit("GBR/CHN/balance 2022", "$40.0 billion"), deficit("GBR/world/balance 2022", "$10.0 billion")
    ),
    "all members sell less than their group": case(
        "sum",
        claim("CHN/ARM/export 2024", "$1.8 billion"), claim("CHN/AZE/export 2024", "$2.5 billion"),
        claim("CHN/GEO/export 2024", "$2.3 billion"), claim("CHN/south-caucasus/export 2024", "$9.5 billion"),
    ),
    "a member's trade with its own group": case("sum", claim("ARM/south-caucasus/export 2024", "$1.0 billion"), claim("ARM/GEO/export 2024", "$2.0 billion")),
    "a group's trade with the world": case(None, claim("south-caucasus/world/export 2024", "$5.0 billion"), claim("ARM/world/export 2024", "$8.0 billion")),
    "a member's trade with its own group, and with all others in it": case(None, claim("ARM/south-caucasus/export 2024", "$3.0 billion"), claim("ARM/GEO/export 2024", "$2.0 billion")),
    "a country above a region that has it by every usage": case("sum", claim("PER/asia/export 2024", "$3.0 billion"), claim("PER/JPN/export 2024", "$5.0 billion")),
    "two countries above such a region": case(
        "sum", claim("PER/asia/export 2024", "$3.0 billion"), claim("PER/JPN/export 2024", "$2.0 billion"), claim("PER/CHN/export 2024", "$2.0 billion")
    ),
    "two countries below such a region": case(
        None, claim("PER/asia/export 2024", "$6.0 billion"), claim("PER/JPN/export 2024", "$2.0 billion"), claim("PER/CHN/export 2024", "$2.0 billion")
    ),
    "a country above a region that some count it in": case(None, claim("PER/europe/export 2024", "$3.0 billion"), claim("PER/TUR/export 2024", "$5.0 billion")),
    "a treaty's members above a region that has them all": case("sum", claim("PER/europe/export 2024", "$3.0 billion"), claim("PER/eu/export 2024", "$5.0 billion")),
    "a group and its member, together above a region": case(
        None, claim("PER/europe/export 2024", "$6.0 billion"), claim("PER/eu/export 2024", "$5.0 billion"), claim("PER/DEU/export 2024", "$3.0 billion")
    ),
    "a group above a larger one that has all its members": case("sum", claim("PER/eu/export 2024", "$3.0 billion"), claim("PER/euro-area/export 2024", "$5.0 billion")),
    "a group's trade with a region": case(None, claim("asean/asia/export 2024", "$3.0 billion"), claim("asean/CHN/export 2024", "$5.0 billion")),
    "a balance within a region's": case(None, claim("PER/asia/balance 2024", "$3.0 billion"), claim("PER/JPN/balance 2024", "$5.0 billion")),
    "a country's share above that of its region": case("share", share("PER/asia/export 2024", "24%", "PER/world/export"), share("PER/JPN/export 2024", "31%", "PER/world/export")),
    "the shares of several above that of their region": case(
        "share", share("PER/asia/export 2024", "34%", "PER/world/export"), share("PER/JPN/export 2024", "15%", "PER/world/export"), share("PER/CHN/export 2024", "11%", "PER/world/export"), share("PER/IND/export 2024", "11%", "PER/world/export")
    ),
    "the shares of a group and of its member below that of their region": case(
        None, share("PER/asia/export 2024", "34%", "PER/world/export"), share("PER/asean/export 2024", "30%", "PER/world/export"), share("PER/VNM/export 2024", "15%", "PER/world/export")
    ),
    "a country's share above that of a region that some count it in": case(None, share("PER/europe/export 2024", "24%", "PER/world/export"), share("PER/TUR/export 2024", "31%", "PER/world/export")),
    "a member in another year": case(None, claim("CHN/ARM/turnover 2023", "$8.8 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion")),
    "a member's goods above what its group buys of them": case(
        "sum", claim("CHN/ARM/export 2024", "$8.8 billion", commodity="cars"), claim("CHN/south-caucasus/export 2024", "$6.5 billion", commodity="cars")
    ),
    "a group and who is not in it, above the world": case(
        "sum", claim("PER/world/export 2006", "$58 billion"), claim("PER/eu/export 2006", "$39 billion"), claim("PER/JPN/export 2006", "$27.8 billion")
    ),
    "a group and its member, above the world": case(
        None, claim("PER/world/export 2006", "$58 billion"), claim("PER/eu/export 2006", "$39 billion"), claim("PER/DEU/export 2006", "$27.8 billion")
    ),
    "all who sell to one, above what it buys": case(
        "sum", claim("PER/world/import 2006", "$58 billion"), claim("CHN/PER/export 2006", "$39 billion"), claim("JPN/PER/export 2006", "$27.8 billion")
    ),
    # targets, and which figures are one fact
    "far below a target that was reached": case(
        "threshold", claim(KAZ, "$43.8 billion"), claim(KAZ, "$70 billion", modality="target", status="reached")
    ),
    "far above a target that was reached": case(None, claim(KAZ, "$93.8 billion"), claim(KAZ, "$70 billion", modality="target", status="reached")),
    "a target reached in another year": case(None, claim(BEFORE, "$43.8 billion"), claim(KAZ, "$70 billion", modality="target", status="reached")),
    "growth in a year and on average": case(None, change(KAZ, "7%", "2020"), change(KAZ, "3%", "2020", aspect="average")),
    "two average growths": case(
        "same-fact", change(KAZ, "7%", "2020", aspect="average"), change(KAZ, "3%", "2020", aspect="average")
    ),
    "two changes in points": case(
        "same-fact", change(KAZ, "5 percentage points", "2023", share_of=ASIA), change(KAZ, "9 percentage points", "2023", share_of=ASIA)
    ),
    "two growths of a share": case("same-fact", change(KAZ, "20%", "2023", share_of=ASIA), change(KAZ, "40%", "2023", share_of=ASIA)),
    "growth of what is sold and of what is bought": case(None, change("KAZ/CHN/export 2024", "7%", "2023"), change("KAZ/CHN/import 2024", "15%", "2023")),
    "growth told from both sides": case("same-fact", change("KAZ/CHN/export 2024", "7%", "2023"), change("CHN/KAZ/import 2024", "15%", "2023")),
    "shares of two partners in one whole": case(None, share(KAZ, "46%", ASIA), share(f"{UZB} 2024", "15%", ASIA)),
}  # fmt: skip
