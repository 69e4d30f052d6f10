"""The words of a proof: a headline without arithmetic of the reader's own, and a sentence that holds by itself."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from claims import change, claim, deficit, fall, rank, share, sign, trend

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.finding import Finding
from pipeline.words import amount, between, during, said, short

TOLD = {
    "one fact, two figures": (
        [claim("KEN/UGA/turnover 2023", "$43.8 billion"), claim("KEN/UGA/turnover 2023", "$22.7 billion")],
        "Kenya's 2023 trade with Uganda is given as $43.8 bn and as $22.7 bn",
        "Kenya's 2023 trade with Uganda cannot be both $43.8 bn ($43.75 bn to $43.85 bn) and $22.7 bn "
        "($22.65 bn to $22.75 bn): the two are at least $21 bn apart.",
    ),
    "names with an article, a month before the noun": (
        [claim("USA/GBR/export 2023-10", "$5.1 billion"), claim("USA/GBR/export 2023-10", "$7.4 billion")],
        "The United States' October 2023 exports to the United Kingdom are given as $5.1 bn and as $7.4 bn",
        "The United States' October 2023 exports to the United Kingdom cannot be both $5.1 bn ($5.05 bn to $5.15 bn) "
        "and $7.4 bn ($7.35 bn to $7.45 bn): the two are at least $2.2 bn apart.",
    ),
    "two changes": (
        [change("GEO/TUR/export 2023", "12%", "2022"), fall("GEO/TUR/export 2023", "31%", "2022")],
        "The change in Georgia's 2023 exports to Türkiye is given as +12 % and as −31 %",
        "The change in Georgia's 2023 exports to Türkiye cannot be both +12 % (11.5 % to 12.5 %) and −31 % "
        "(−31.5 % to −30.5 %): the two are at least 42 points apart.",
    ),
    "two deficits, and no minus sign": (
        [deficit("GEO/world/balance 2023", "$2.1 billion"), deficit("GEO/world/balance 2023", "$3.4 billion")],
        "Georgia's 2023 trade deficit is given as $2.1 bn and as $3.4 bn",
        "Georgia's 2023 trade deficit cannot be both $2.1 bn ($2.05 bn to $2.15 bn) and $3.4 bn ($3.35 bn to "
        "$3.45 bn): the two are at least $1.2 bn apart.",
    ),
    "exports, imports and a deficit": (
        [
            claim("GEO/world/export 2023", "$6.1 billion"),
            claim("GEO/world/import 2023", "$15.5 billion"),
            deficit("GEO/world/balance 2023", "$4.9 billion"),
        ],
        "Georgia's 2023 trade deficit is given as $4.9 bn, but exports less imports leave a deficit of $9.4 bn",
        "Georgia's 2023 exports ($6.1 bn) less imports ($15.5 bn) leave a deficit of $9.4 bn, but a deficit of $4.9 bn "
        "is printed.",
    ),
    "exports, imports and their total": (
        [
            claim("GEO/TUR/export 2023", "$2.8 billion"),
            claim("GEO/TUR/import 2023", "$1.5 billion"),
            claim("GEO/TUR/turnover 2023", "$5.2 billion"),
        ],
        "Georgia's 2023 trade with Türkiye is given as $5.2 bn, but exports and imports make $4.3 bn",
        "Georgia's 2023 exports to Türkiye ($2.8 bn) and imports ($1.5 bn) make $4.3 bn, but $5.2 bn is printed for "
        "the two together.",
    ),
    "growth": (
        [
            claim("GEO/TUR/export 2022", "$2.0 billion"),
            claim("GEO/TUR/export 2023", "$2.8 billion"),
            change("GEO/TUR/export 2023", "14%", "2022"),
        ],
        "Georgia's 2023 exports to Türkiye are said to have grown “14%”, but $2.0 bn to $2.8 bn is +40.0 %",
        "Georgia's exports to Türkiye went from $2.0 bn in 2022 to $2.8 bn in 2023, a change of +40.0 % (+34.1 % "
        "to +46.2 % at the widest), but “14%” is printed.",
    ),
    "share": (
        [
            claim("GEO/world/export 2023", "$6.0 billion"),
            claim("GEO/TUR/export 2023", "$2.8 billion"),
            share("GEO/TUR/export 2023", "14%", "GEO/world/export"),
        ],
        "Türkiye's share of Georgia's 2023 exports is given as 14 %, but $2.8 bn of $6.0 bn is 46.7 %",
        "$2.8 bn of $6.0 bn is 46.7 % (45.5 % to 47.9 % at the widest), but “14%” is printed for Türkiye's share of "
        "Georgia's 2023 exports.",
    ),
    "shares of one whole": (
        [share(f"GEO/{code}/export 2023", "41%", "GEO/world/export") for code in ("TUR", "CHN", "ARM")],
        "Shares of Georgia's 2023 exports add up to 123 %",
        "41 % (Türkiye), 41 % (China) and 41 % (Armenia) of Georgia's 2023 exports are 123 % together, which is more "
        "than the whole.",
    ),
    "a share that moved": (
        [
            share("GEO/TUR/export 2022", "14.9%", "GEO/world/export"),
            share("GEO/TUR/export 2023", "15.5%", "GEO/world/export"),
            change("GEO/TUR/export 2023", "3 percentage points", "2022", share_of="GEO/world/export"),
        ],
        "Türkiye's share of Georgia's 2023 exports is said to have moved by “3 percentage points”, but 14.9 % to "
        "15.5 % is +0.6 points",
        "Türkiye's share of Georgia's exports went from 14.9 % in 2022 to 15.5 % in 2023, a change of +0.6 points, but "
        "“3 percentage points” is printed.",
    ),
    "growth in a word": (
        [
            claim("GEO/TUR/export 2022", "$18.4 billion"),
            claim("GEO/TUR/export 2023", "$37.0 billion"),
            change("GEO/TUR/export 2023", "tripled", "2022"),
        ],
        "“tripled” is said of Georgia's 2023 exports to Türkiye, but $18.4 bn to $37.0 bn is +101.1 %",
        "Georgia's exports to Türkiye went from $18.4 bn in 2022 to $37.0 bn in 2023, a change of +101.1 % (+100.3 % "
        "to +101.9 % at the widest), but “tripled” is printed.",
    ),
    "a part beyond the whole": (
        [claim("KEN/UGA/export 2023", "$126.3 million"), claim("KEN/UGA/turnover 2023", "$117.2 million")],
        "Kenya's 2023 exports to Uganda ($126.3 m) are more than Kenya's 2023 trade with Uganda ($117.2 m)",
        "Kenya's 2023 exports to Uganda, $126.3 m ($126.25 m to $126.35 m), are alone more than Kenya's 2023 trade "
        "with Uganda, $117.2 m ($117.15 m to $117.25 m).",
    ),
    "a word for the gap": (
        [
            claim("KEN/UGA/export 2023", "$1.9 billion"),
            claim("KEN/UGA/import 2023", "$1.2 billion"),
            sign("KEN/UGA/balance 2023", "deficit", -1),
        ],
        "“deficit” is said of Kenya's 2023 trade balance with Uganda, but the figures make it a surplus",
        "“deficit” is said of Kenya's 2023 trade balance with Uganda, but Kenya's 2023 exports to Uganda are $1.9 bn "
        "and Kenya's 2023 imports from Uganda are $1.2 bn.",
    ),
    "a word for the trend": (
        [
            claim("KEN/UGA/export 2023-01/2023-05", "$1.9 billion"),
            claim("KEN/UGA/export 2022-01/2022-05", "$1.2 billion"),
            trend("KEN/UGA/export 2023-01/2023-05", "slumped", -1, "2022-01/2022-05"),
        ],
        "“slumped” is said of Kenya's exports to Uganda in January–May 2023, but the figures show a rise",
        "“slumped” is said of Kenya's exports to Uganda in January–May 2023, but the figures go from $1.2 bn in "
        "January–May 2022 to $1.9 bn in January–May 2023.",
    ),
    "a rank": (
        [
            claim("KEN/UGA/export 2023", "$1.9 billion"),
            claim("KEN/TZA/export 2023", "$1.2 billion"),
            rank("KEN/TZA/export 2023", "largest", 1, "KEN/*/export:eac"),
        ],
        "Kenya's 2023 exports to Tanzania are called “largest”, which the figures do not bear out",
        "Kenya's 2023 exports to Tanzania are called “largest”, which does not fit the figures: $1.9 bn for Uganda and "
        "$1.2 bn for Tanzania.",
    ),
    "a chain": (
        [
            claim("GEO/CHN/export 2023", "$5.0 billion"),
            change("GEO/CHN/export 2024", "20%", "2023"),
            claim("GEO/CHN/import 2024", "$1.0 billion"),
            claim("GEO/CHN/turnover 2024", "$9.0 billion"),
        ],
        "Georgia's 2024 trade with China is given as $9.0 bn, but the other 3 figures allow only $6.766 bn to "
        "$7.236 bn",
        "Going by Georgia's 2023 exports to China (“$5.0 billion”), Georgia's 2024 exports to China (a rise of “20%”) "
        "and Georgia's 2024 imports from China (“$1.0 billion”), Georgia's 2024 trade with China is $6.766 bn to "
        "$7.236 bn, but “$9.0 billion” is printed.",
    ),
}


def only(claims: list[Claim]) -> Finding:
    (finding,) = check(claims).findings
    return finding


@pytest.mark.parametrize(("claims", "headline", "explanation"), TOLD.values(), ids=TOLD)
def test_a_proof_is_told_as_a_person_would(claims: list[Claim], headline: str, explanation: str) -> None:
    finding = only(claims)
    assert finding.headline == headline
    assert finding.explanation == explanation
    assert finding.steps[-1].text == explanation


def test_a_figure_of_each_claim_is_told_with_what_it_leaves_open() -> None:
    claims, *_ = TOLD["two deficits, and no minus sign"]
    first = only(claims).steps[0]
    assert first.text == "“$2.1 billion” for Georgia's 2023 trade deficit means $2.05 bn to $2.15 bn"
    assert (first.low, first.high) == (-2.15e9, -2.05e9)


def test_a_suggestion_says_once_what_it_changes() -> None:
    exports, imports = claim("GEO/world/export 2023", "$736 million"), claim("GEO/world/import 2023", "$958 billion")
    repair = only([exports, imports, deficit("GEO/world/balance 2023", "$222 million")]).repair
    assert repair is not None
    assert repair.change == {"value": 958_000_000}
    assert repair.because == (
        "The figure is a thousand times too large: then exports and imports agree ($736 m, a deficit of $222 m)."
    )


FIGURES = {
    "a table's thousands keep their digits": ("57,955", 57_955_000_000, "USD", "$57.955 bn"),
    "a last zero stays": ("$10.0 billion", 10_000_000_000, "USD", "$10.0 bn"),
    "a currency without a sign": ("Dh561.2 million", 561_200_000, "AED", "AED 561.2 m"),
    "below nothing": ("$222 million", -222_000_000, "USD", "−$222 m"),
    "goods by weight": ("1.2 million tonnes", 1_200_000, "t", "1.2 m t"),
}


@pytest.mark.parametrize(("text", "value", "unit", "shown"), FIGURES.values(), ids=FIGURES)
def test_figures_are_short_and_keep_their_digits(text: str, value: int, unit: str, shown: str) -> None:
    one = dataclasses.replace(claim("KEN/UGA/export 2023", "$5 billion"), text=text, value=Decimal(value), unit=unit)
    assert short(one) == shown


SPANS = {
    "ends that differ in the fourth place": ("8337500000", "8338500000", "USD", "$8.3375 bn to $8.3385 bn"),
    "open above": ("700000000", None, "USD", "at least $700 m"),
    "open below": (None, "5", "percent", "at most 5 %"),
    "points": ("1.5", "2.5", "percentage-point", "1.5 points to 2.5 points"),
    "open": (None, None, "USD", "any value"),
}


@pytest.mark.parametrize(("low", "high", "unit", "shown"), SPANS.values(), ids=SPANS)
def test_intervals_in_words(low: str | None, high: str | None, unit: str, shown: str) -> None:
    assert between(*(None if end is None else Decimal(end) for end in (low, high)), unit) == shown


TIMES = {
    "2024": " in 2024",
    "2024-03": " in March 2024",
    "2024-Q1": " in the first quarter of 2024",
    "2024-H2": " in the second half of 2024",
    "2025-01/2025-05": " in January–May 2025",
    "2023-04/2024-03": " in April 2023 – March 2024",
    "2019/2023": " in 2019–2023",
}


@pytest.mark.parametrize(("notation", "shown"), TIMES.items())
def test_times_in_words(notation: str, shown: str) -> None:
    assert during(notation) == shown


GOODS = {
    None: "Kenya's 2023 exports to Uganda",
    "tea": "Kenya's 2023 exports of tea to Uganda",
    "Non-oil exports": "Kenya's 2023 non-oil exports to Uganda",
    "non-oil": "Kenya's 2023 non-oil exports to Uganda",
}


@pytest.mark.parametrize(("commodity", "shown"), GOODS.items())
def test_goods_are_said_once(commodity: str | None, shown: str) -> None:
    assert said(claim("KEN/UGA/export 2023", "$5 billion", commodity=commodity)) == shown


def test_an_amount_has_its_unit() -> None:
    assert amount(Decimal(-5), "") == "−5"


def test_what_is_taken_away_comes_last_and_terms_with_factors_say_what_they_are() -> None:
    figures = [
        claim("DEU/USA/export 2024", "€161.4 billion"),
        claim("DEU/USA/balance 2024", "€77.0 billion"),
        claim("DEU/USA/turnover 2024", "€252.8 billion"),
    ]
    (finding,) = check(figures).findings
    assert finding.explanation == (
        "2 × €161.4 bn (exports) − €77 bn (surplus) = €245.8 bn, but €252.8 bn is printed for Germany's 2024 trade "
        "with the United States."
    )


def test_an_open_end_is_what_the_others_make_it() -> None:
    figures = [
        claim("BRA/CHN/export 2024", "$94.4 billion"),
        change("BRA/CHN/export 2024", "10%", "2023"),
        claim("BRA/CHN/turnover 2023", "$63.6 billion"),
    ]
    (finding,) = check(figures).findings
    assert finding.headline == (
        "Brazil's 2023 trade with China is given as $63.6 bn, but the other 2 figures make it at least $84.809 bn"
    )
