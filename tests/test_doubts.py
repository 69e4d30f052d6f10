"""Which slot of which figure a reader must look up before a conflict is a proof: evidence by hand, one case each."""

# ruff: noqa: E501 - tables of cases read better unbroken
from __future__ import annotations

import dataclasses

import pytest
from claims import change, claim, deficit, fall, share, trend
from evidence import carried, said, word

from pipeline.claim import Claim
from pipeline.conflict import check

EXPORTS, IMPORTS, BOTH = (f"KAZ/CHN/{flow} 2024" for flow in ("export", "import", "turnover"))
ABROAD = said(claim("UZB/RUS/export 2024", "$3.1 billion"), 9000)
TOTAL = [said(claim(IMPORTS, "$28.0 billion"), 5000), said(claim(BOTH, "$71.8 billion"), 5400)]
TURNED = {"reporter": carried("before", 2990, "CHN"), "partner": carried("before", 2990, "KAZ")}


def total(**words: object) -> list[Claim]:
    """A total that its parts do not make, and that no slip makes of what they do."""
    return [
        said(claim(BOTH, "$47.2 billion"), 1000, **words),
        said(claim(IMPORTS, "$28.0 billion"), 2000),
        said(claim(EXPORTS, "$15.9 billion"), 3000),
    ]


def twice(
    one: str = "$43.8 billion",
    other: str = "$19.2 billion",
    of: str = EXPORTS,
    first: dict[str, object] | None = None,
    **words: object,
) -> list[Claim]:
    """One fact with two figures of which no slip makes one the other; ``words`` are those of the second."""
    return [said(claim(of, one), 1000, **(first or {})), said(claim(of, other), 3000, **words)]


def region(
    amount: str = "$22.7 billion",
    at: int = 3000,
    first: dict[str, object] | None = None,
    of: str | None = None,
    **words: object,
) -> list[Claim]:
    """A figure of Azerbaijan's that is printed as Georgia's, for which there is another: all parts of a whole.

    ``words`` are those of the misprinted one, ``first`` those of the other; ``of`` the goods of all.
    """
    whole = {"$22.7 billion": "$80.3 billion", "$9.2 billion": "$66.8 billion"}[amount]
    sure = {} if of is None else {"commodity": word(1240, others=())}
    return [
        said(claim("CHN/south-caucasus/export 2024", whole, commodity=of), 9000, **sure),
        said(claim("CHN/ARM/export 2024", "$13.8 billion", commodity=of), 9300, **sure),
        said(claim("CHN/GEO/export 2024", "$43.8 billion", commodity=of), 1000, **(first or {})),
        said(claim("CHN/GEO/export 2024", amount, commodity=of), at, **words),
    ]


def month(period: str = "2024-03", rule: str = "a-year-before", *others: str) -> list[Claim]:
    """Two amounts and a growth that is not the one between them; its base is nowhere said."""
    base = {"2024-03": "2023-03", "2024": "2023"}[period]
    return [
        said(claim(f"KAZ/CHN/export {period}", "$94.8 billion"), 1000),
        said(claim(f"KAZ/CHN/export {base}", "$89.4 billion"), 2000),
        said(change(f"KAZ/CHN/export {period}", "47%", base), 3000, base_period=carried(rule, 5, *others)),
    ]


def fell(rule: str) -> list[Claim]:
    """A rise that a word calls a fall; ``rule`` read the time of the word."""
    return [
        said(claim(EXPORTS, "$43.8 billion"), 1000),
        said(claim("KAZ/CHN/export 2023", "$19.2 billion"), 2000),
        said(trend(EXPORTS, "fell", -1, "2023"), 3000, period=word(3030, rule)),
    ]


def lost(amount: str) -> list[Claim]:
    """A fall by an amount, where the two amounts beside it rise; whose they are stands elsewhere."""
    return [
        said(claim(EXPORTS, "$376 million"), 1000),
        said(claim("KAZ/CHN/export 2023", "$329 million"), 1300),
        said(fall(EXPORTS, amount, "2023"), 1600, reporter=carried("before", 990, "UZB")),
        ABROAD,
    ]


def surplus(**words: object) -> list[Claim]:
    """A balance that fits the exports and imports from the other side."""
    return [
        said(claim(EXPORTS, "$15.9 billion"), 1000),
        said(claim(IMPORTS, "$28.0 billion"), 2000),
        said(claim("KAZ/CHN/balance 2024", "$12.1 billion"), 3000, **words),
    ]


def bare(**words: object) -> dict[str, object]:
    """The words of a figure of which only its flow is said beside it."""
    return {slot: carried("caption") for slot in ("reporter", "partner", "period")} | words


TIME, PARTNER, WHOSE = (
    "says which time “$47.2 billion” is for",
    "which partner “$47.2 billion”",
    "whose figure “$47.2 billion”",
)
NO_SLIP = "No common slip"
CASES = {
    "its time stands elsewhere": (total(period=carried("settled-before")), f"Only another passage {TIME}"),
    "another time would settle it": (total(period=carried("settled-before", 5, "2023")), f"Only another passage {TIME}"),
    "no other time is near": (total(period=carried("settled-before", sought=True)), ""),
    "another party would not settle it": (total(reporter=carried("before", 5, "CHN")), ""),
    "another party would not settle it, but another time would": (
        total(reporter=carried("before", 5, "CHN"), period=carried("settled-before", 5, "2023")),
        f"Only another passage {TIME}",
    ),
    "one word is the time of all, but stands beside one of them": (
        [
            said(claim(BOTH, "$47.2 billion"), 1000, period=carried("settled-before", 5, "2023")),
            said(claim(IMPORTS, "$28.0 billion"), 2000, period=carried("settled-before")),
            said(claim(EXPORTS, "$15.9 billion"), 3000, period=word(5, "settled-before")),
        ],
        f"Only another passage {TIME}",
    ),
    "another partner would not settle it": (total(partner=carried("before", 5, "KAZ")), ""),
    "another party would": ([*total(reporter=carried("before", 5, "UZB")), ABROAD], f"Only another passage says {WHOSE}"),
    "another party would, but only one trades here": (total(reporter=carried("before", 5, "UZB")), ""),
    "another party that nobody names": (total(reporter=carried("before", 5, "?")), f"Only another passage says {WHOSE}"),
    "another time would contradict another figure": (
        [*total(period=carried("settled-before", 5, "2023")), said(claim("KAZ/CHN/turnover 2023", "$20.0 billion"), 4000)],
        "",
    ),
    "one of two other times would not": (
        [
            *total(period=carried("settled-before", 5, "2023", "2022")),
            said(claim("KAZ/CHN/turnover 2023", "$20.0 billion"), 4000),
        ],
        f"Only another passage {TIME}",
    ),
    "its time stands elsewhere and is hardly ever another": (total(period=carried("caption")), ""),
    "nobody is named as its partner": (
        [*total(partner=word(1210, "nobody-named")), ABROAD],
        f"The text does not say {PARTNER}",
    ),
    "one word is the time of all": (
        [
            said(claim(BOTH, "$47.2 billion"), 1000, period=carried("settled-before")),
            said(claim(IMPORTS, "$28.0 billion"), 2000, period=carried("settled-before")),
            said(claim(EXPORTS, "$15.9 billion"), 3000, period=carried("settled-before")),
        ],
        "",
    ),
    "one word is the time of all, and would move them together": (
        [
            said(claim(BOTH, "$47.2 billion"), 1000, period=carried("settled-before", 5, "2023")),
            said(claim(IMPORTS, "$28.0 billion"), 2000, period=carried("settled-before")),
            said(claim(EXPORTS, "$15.9 billion"), 3000, period=carried("settled-before")),
        ],
        "",
    ),
    "one word is the time of two, and would move them away from the third": (
        [
            said(claim(BOTH, "$47.2 billion"), 1000, period=carried("settled-before", 5, "2023")),
            said(claim(IMPORTS, "$28.0 billion"), 2000, period=carried("settled-before")),
            said(claim(EXPORTS, "$15.9 billion"), 3000),
        ],
        f"Only another passage {TIME}",
    ),
    "only two other words at once would settle it": (
        [
            *total(period=carried("settled-before", 5, "2023"), partner=carried("before", 5, "RUS")),
            said(claim("KAZ/CHN/turnover 2023", "$20.0 billion"), 4000),
            said(claim("KAZ/RUS/turnover 2024", "$21.0 billion"), 5000),
        ],
        "Only other passages say which partner “$47.2 billion” is about and which time “$47.2 billion” is for",
    ),
    "only two at once would, and one of them is said beside the figure": (
        [
            *total(period=word(1230, others=("2023",)), partner=carried("before", 5, "RUS")),
            said(claim("KAZ/CHN/turnover 2023", "$20.0 billion"), 4000),
            said(claim("KAZ/RUS/turnover 2024", "$21.0 billion"), 5000),
        ],
        "",
    ),
    "nor would two": (
        [
            *total(period=carried("settled-before", 5, "2023"), partner=carried("before", 5, "RUS")),
            said(claim("KAZ/CHN/turnover 2023", "$20.0 billion"), 4000),
            said(claim("KAZ/RUS/turnover 2024", "$21.0 billion"), 5000),
            said(claim("KAZ/RUS/turnover 2023", "$22.0 billion"), 6000),
        ],
        "",
    ),
    "a growth in a month may be against the month before": (month(), "what “47%” is compared with"),
    "one in a year is against the year before": (month("2024"), ""),
    "whatever other years are near": (month("2024", "a-year-before", "2022"), ""),
    "unless the year before is only what was spoken of": (month("2024", "settled-before", "2022"), "what “47%” is compared with"),
    "a growth in a month of which the base is said by a sure rule": (month(rule="caption"), ""),
    "a word for a time that is not named": (fell("owner"), "which time “fell” is for"),
    "a word for a year that is named": (fell("period-absolute"), ""),
    "two plain figures": (twice(), NO_SLIP),
    "two plain figures, of which one is another country's": (region(), ""),
    "two plain figures of three digits, of which one is another": (twice("$14.2 billion", "$44.2 billion"), ""),
    "of which two are": (twice("$14.2 billion", "$47.9 billion"), NO_SLIP),
    "two plain figures of two digits, of which one is another": (twice("$14 billion", "$44 billion"), NO_SLIP),
    "another country could be meant, but the others agree with this one": (
        [*twice(first={"reporter": carried("before", 5, "UZB")}), *TOTAL, ABROAD],
        "",
    ),
    "another could be, the others agree with this one, and the other is not said in full": (
        [*twice(first={"reporter": carried("before", 5, "UZB")}, period=carried("before", 2990, sought=True)), *TOTAL, ABROAD],
        NO_SLIP,
    ),
    "another could be, and nothing agrees with it": (
        [*twice(first={"reporter": carried("before", 5, "UZB")}), ABROAD],
        NO_SLIP,
    ),
    "the others agree with one, and the other is not said in full": (
        [*twice(partner=carried("before", 2990, "RUS")), *TOTAL],
        NO_SLIP,
    ),
    "both ways, the two the other way round": (twice("$43.8 billion", "$34.1 billion", of=BOTH, **TURNED), ""),
    "one way, the two the other way round": (twice("$43.8 billion", "$34.1 billion", **TURNED), NO_SLIP),
    "a fall by an amount that is one of a rise": (lost("$47.3 million"), ""),
    "an amount that is the change by no slip": (lost("$138.2 million"), "No slip sets"),
    "only the flow is said beside one": (twice(**bare()), NO_SLIP),
    "only the flow is, and nobody else could be meant": (
        twice(other="$29.2 billion", **bare(reporter=carried("caption", sought=True), partner=carried("caption", sought=True))),
        "",
    ),
    "likewise, and the two are far apart": (
        twice(**bare(reporter=carried("caption", sought=True), partner=carried("caption", sought=True))),
        NO_SLIP,
    ),
    "only the flow is, and another could be meant": (
        twice(**bare(reporter=carried("caption", 5, "UZB"), partner=carried("caption", sought=True))),
        NO_SLIP,
    ),
    "the flow and the time are": (twice(other="$29.2 billion", **bare(period=3230)), ""),
    "the flow and the partner are": (region(**bare(partner=3210)), ""),
    "the flow and an owner by default": (twice(**bare(partner=word(3210, "nobody-named"))), NO_SLIP),
    "no word for the time": (region(period=None), ""),
    "a weak word for the flow, and both parties": (region(flow=word(3220, "sales-weak")), ""),
    "a weak word for the flow, one party, and nobody else for the other": (
        twice("$43.8 billion", "$34.1 billion", flow=word(3220, "sales-weak"), reporter=carried("before", 2990, sought=True)),
        "",
    ),
    "a weak word for the flow, one party, and others for the other": (
        [*twice("$43.8 billion", "$34.1 billion", flow=word(3220, "sales-weak"), reporter=carried("before", 2990, "UZB")), ABROAD],
        NO_SLIP,
    ),
    "a weak word for the flow, and one party": (
        twice(flow=word(3220, "sales-weak"), partner=carried("before")),
        NO_SLIP,
    ),
    "a surplus of a year that is named": (
        twice(flow=word(3220, "surplus-weak"), partner=carried("before"), period=word(3230, "period-absolute")),
        NO_SLIP,
    ),
    "a surplus of a time that is not named": (
        twice(flow=word(3220, "surplus-weak"), partner=carried("before")),
        NO_SLIP,
    ),
    "sales of a year that is named": (
        twice(flow=word(3220, "sales-weak"), partner=carried("before"), period=word(3230, "period-absolute")),
        NO_SLIP,
    ),
    "no word for the flow beside one, but an owner": (twice(flow=None), NO_SLIP),
    "no word for the flow and no owner beside one": (
        twice(flow=None, reporter=carried("before"), partner=carried("before")),
        "The text does not say which way the trade behind “$19.2 billion” goes",
    ),
    "no word for the flow beside one, but a partner": (twice(flow=None, reporter=carried("before")), NO_SLIP),
    "no word for the flow and nobody named": (
        twice(flow=None, reporter=carried("before"), partner=word(3210, "nobody-named")),
        "The text does not say which way the trade behind “$19.2 billion” goes",
    ),
    "no word for the flow beside either": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000, flow=None, reporter=carried("before"), partner=carried("before")),
            said(claim(EXPORTS, "$19.2 billion"), 3000, flow=None, reporter=carried("before"), partner=carried("before")),
        ],
        NO_SLIP,
    ),
    "a time that a later figure lent": (
        twice(period=word(3230, "first-settled")),
        "Only another passage says which time “$19.2 billion” is for",
    ),
    "a time that a later figure lent to the headline": (
        region(at=120, period=word(350, "first-settled")),
        "",
    ),
    "a part that a later figure lent its time": (total(period=word(1230, "first-settled")), ""),
    "far too small for trade with nobody named": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$9.2 billion"), 3000, partner=word(3210, "nobody-named"))],
        "so much too small",
    ),
    "far too small, and no other partner is near": (
        region("$9.2 billion", partner=word(3210, "nobody-named", others=())),
        "",
    ),
    "far too small, no other partner is near, but goods are spoken of": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000),
            said(claim(EXPORTS, "$9.2 billion"), 3000, partner=word(3210, "nobody-named", others=())),
            said(claim("UZB/RUS/export 2024", "$3.1 billion", commodity="oil"), 9000),
        ],
        "so much too small",
    ),
    "too small, but not that much": (
        region(partner=word(3210, "nobody-named")),
        "does not say which partner “$22.7 billion” is about",
    ),
    "far too small, and the partner is said": (
        region("$9.2 billion"),
        "",
    ),
    "far too small, and no word for the partner": (
        region("$9.2 billion", partner=None),
        "",
    ),
    "the larger one names nobody": (
        region("$9.2 billion", first={"partner": word(1210, "nobody-named")}),
        "does not say which partner “$43.8 billion” is about",
    ),
    "a partner guessed from before, where all holds for all trade": (total(partner=carried("pair-before", 990, "world")), "for all trade"),
    "a partner guessed from before, that all trade could not be": (total(partner=carried("pair-before", 990, "RUS")), ""),
    "a partner carried over, as the next sentence does": (total(partner=carried("before", 990, "world")), ""),
    "a balance that fits from the other side, of an owner said beside it": (surplus(), ""),
    "of one said elsewhere": (surplus(reporter=carried("before", 2990, "CHN")), "the sign hangs on it"),
    "of a partner said elsewhere": (surplus(partner=carried("before", 2990, "KAZ")), "the sign hangs on it"),
    "of one said elsewhere, that fits from neither side": (
        [
            said(claim(EXPORTS, "$15.9 billion"), 1000),
            said(claim(IMPORTS, "$28.0 billion"), 2000),
            said(claim("KAZ/CHN/balance 2024", "$61.3 billion"), 3000, reporter=carried("before", 2990, "CHN")),
        ],
        "",
    ),
    "of one said elsewhere that no other could be": (surplus(reporter=carried("before", 2990, sought=True)), ""),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "note"), CASES.values(), ids=CASES)
def test_a_reader_is_told_what_to_look_up(claims: list[Claim], note: str):
    (found,) = check(claims).findings
    assert (found.certainty, note in found.note) == ("needs-reading" if note else "impossible", True), found.note


@pytest.mark.parametrize(
    ("goods", "note"),
    [
        pytest.param(word(3240, others=()), "", id="goods that no others could be"),
        pytest.param(word(3240, others=("gas",)), NO_SLIP, id="goods that others could be"),
        pytest.param(word(3240), NO_SLIP, id="goods of which nobody asked"),
        pytest.param(None, NO_SLIP, id="goods that no word says"),
    ],
)
def test_goods_are_plain_where_no_others_are_near(goods: object, note: str):
    sure = word(1240, others=())
    claims = region(of="oil", first={"commodity": sure}, commodity=goods)
    found, *_ = check(claims).findings
    assert (found.certainty, note in found.note) == ("needs-reading" if note else "impossible", True), found.note


def test_a_share_needs_no_word_for_the_flow():
    whole = "KAZ/world/export"
    claims = [
        said(claim(EXPORTS, "$15.9 billion"), 1000),
        said(claim("KAZ/world/export 2024", "$78.0 billion"), 2000),
        said(share(EXPORTS, "61.5%", whole), 3000, flow=None, reporter=carried("caption"), partner=carried("caption")),
    ]
    assert [found.certainty for found in check(claims).findings] == ["impossible"]


def test_a_conflict_elsewhere_in_the_article_does_not_settle_a_reading():
    claims = [
        *total(period=carried("settled-before", 5, "2023")),
        said(claim("UZB/RUS/export 2023", "$3.1 billion"), 4000),
        said(claim("UZB/RUS/export 2023", "$31.9 billion"), 5000),
    ]
    found = {one.kind: one.note for one in check(claims).findings}
    assert TIME in found["identity"]


def test_a_deficit_is_turned_as_a_surplus_is():
    claims = [
        said(claim(EXPORTS, "$28.0 billion"), 1000),
        said(claim(IMPORTS, "$15.9 billion"), 2000),
        said(deficit("KAZ/CHN/balance 2024", "$12.1 billion"), 3000, reporter=carried("before", 2990, "CHN")),
    ]
    assert [found.note.endswith("the sign hangs on it.") for found in check(claims).findings] == [True]


def test_the_words_of_two_articles_are_not_weighed_against_each_other():
    first, second = twice(**bare())
    (found,) = check([first, dataclasses.replace(second, doc="b.txt")]).findings
    assert (found.scope, found.note) == ("cross-source", "")
