"""Short articles in the words of many desks: true as they are, and with one slip that their own figures disprove.

Each case is an article with a gap, what stands in it, the slip, and the figure that is blamed for the slip with what
it is changed to (None where several are as good).
"""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.library import check_text

pytestmark = pytest.mark.model

CASES: dict[str, tuple[str, str, str, str | None, Any]] = {
    "half-a-year-is-more-than-its-year-and-another-figure-is-given-for-it": (
        (
            "Chile's trade with Peru was worth $9.4 billion in 2023, the customs office said. In the first "
            "half of 2023 trade "
            "with Peru came to $4.6 billion. Talks on a road tunnel go on, and a date for the next round is "
            "yet to be found. "
            "In the first half of 2023 Chile and Peru recorded two-way trade of {}."
        ),
        "$4.6 billion",
        "$9.9 billion",
        "$9.9 billion",
        {"value": 4600000000},
    ),
    "a-figure-lost-the-digit-in-front-of-its-nought": (
        (
            "Kenya's trade with Uganda was worth {} in the first half of 2023. The two are to build a "
            "bridge. Uganda's trade "
            "with Kenya was worth $20.4 billion in the first half of 2023, according to figures that the "
            "ministry published."
        ),
        "$20.4 billion",
        "$0.4 billion",
        "$0.4 billion",
        {"value": 20400000000},
    ),
    "two-totals-that-lie-close-together": (
        (
            "In 2023 imports into Peru were worth $48.3 billion. Ports were busy, and the rail line to the "
            "coast had to be "
            "closed for a month while landslides were cleared away. The value of Peru's imports reached {} "
            "in 2023."
        ),
        "$48.3 billion",
        "$47.1 billion",
        None,
        None,
    ),
    "two-flows-side-by-side-of-which-each-sentence-says-all": (
        (
            "Trade between Kenya and Uganda was worth $2.3 billion in 2023. Kenya shipped $1.2 billion worth of "
            "goods to Uganda in 2023. Kenya {} Uganda in 2023. Kenya's surplus with Uganda came to $160 million "
            "in 2023."
        ),
        "imported $1.1 billion worth of goods from",
        "shipped $1.1 billion worth of goods to",
        None,
        None,
    ),
    "the-figure-of-another-year-which-many-others-give-for-it": (
        (
            "Peru's trade in 2023: with Chile $1.7 billion, with Cuba $1.2 billion and with Ecuador $0.4 billion.\n\n"
            "In 2023 Cuba's trade with Peru was worth $1.2 billion. In 2023 their trade grew by 24 percent. In 2022 "
            "their trade stood at $1.0 billion. Cuba shipped $870 million worth of goods to Peru in 2023. In 2023 "
            "Cuba's imports from Peru were worth $364 million. Cuba closed 2023 with a trade surplus of $506 million "
            "with Peru.\n\nPeru did $1.2 billion of trade with Cuba in {}."
        ),
        "2023",
        "2022",
        "$1.2 billion",
        {"period": "2023"},
    ),
    "a-sentence-that-does-not-add-up-behind-one-that-does": (
        (
            "Kenya's trade with the East African Community rose by 11 percent to $2.63 billion in 2023. Kenya's "
            "exports of $1.35 billion to the East African Community and imports of $1.28 billion added up to a "
            "turnover of {} in 2023."
        ),
        "$2.63 billion",
        "$2.29 billion",
        "$2.29 billion",
        {"value": 2630000000},
    ),
    "members-follow-without-a-verb": (
        (
            "Peru's commerce with the three republics of the South Caucasus was worth {} in 2024. Georgia alone "
            "took the lion's share, $5.4 billion; Armenia followed on $3.1 billion, while Azerbaijan brought up "
            "the rear with $1.3 billion."
        ),
        "$9.8 billion",
        "$8.8 billion",
        None,
        None,
    ),
    "each-accounted-for-so-much-of-it": (
        (
            "Peru's turnover with the Eurasian Economic Union totalled $17.0 billion in 2024. Russia accounted "
            "for $9.0 billion of this, Kazakhstan for $4.0 billion, {} for $2.5 billion, Belarus for $0.9 billion"
            " and Armenia for $0.6 billion."
        ),
        "Kyrgyzstan",
        "Kazakhstan",
        None,
        None,
    ),
    "a-partner-in-a-group-of-states-is-ranked": (
        (
            "Peru's trade with Latvia was $3.1 billion in 2024, with Lithuania $2.2 billion and with Estonia $1.3"
            " billion. {} was Peru's largest trading partner in the three Baltic states in 2024."
        ),
        "Latvia",
        "Estonia",
        "largest",
        None,
    ),
    "a-country-that-handles-trade-is-no-port": (
        (
            "Peru's trade with Latvia was $3.1 billion in 2024 and with Estonia $1.3 billion. In 2024, Peru "
            "handled {} of trade with Latvia and Estonia together."
        ),
        "$4.4 billion",
        "$8.4 billion",
        None,
        None,
    ),
    "an-amount-told-again-as-a-percentage": (
        (
            "Peru imported $62.8 billion of goods in 2023. The United States supplied $16.0 billion, or 25.5 "
            "percent, and China $14.1 billion, or {}, the statistics office said."
        ),
        "22.5 percent",
        "32.5 percent",
        None,
        None,
    ),
    "the-state-of-a-part-of-the-world": (
        (
            "Peru imported $2.6 billion worth of goods from Ghana in 2023, whereas its exports to Ghana were only"
            " $0.9 billion. Peru's trade deficit with the West African state therefore stood at {}."
        ),
        "$1.7 billion",
        "$1.1 billion",
        None,
        None,
    ),
    "a-sign": (
        "The UK exported £22.1 billion to Peru in 2021 and imported £14.3 billion, a trade {} of £7.8 billion.",
        "surplus",
        "deficit",
        "£7.8 billion",
        {"value": 7800000000},
    ),
    "a-decimal-point": (
        (
            "Trade between Chile and Peru came to $13.8 billion in 2024. Chile's exports to Peru were $13.0 "
            "billion and its imports from Peru {}."
        ),
        "$0.8 billion",
        "$8.0 billion",
        "$8.0 billion",
        {"value": 800000000},
    ),
    "a-scale-told-by-a-wide-room": (
        (
            "In 2023 total trade of Chile with Peru reached $2.26 billion, of which Chile's imports from Peru "
            "accounted for $2.24 billion. Chile's exports to Peru were just {} in 2023."
        ),
        "$19.4 million",
        "$19.4 billion",
        "$19.4 billion",
        {"value": 19400000},
    ),
    "half-a-year-of-the-same-goods": (
        (
            "Peru earned $1.41 billion from tea exports in 2024. In the first half of the year alone, tea exports"
            " had fetched {}."
        ),
        "$0.72 billion",
        "$7.2 billion",
        "$7.2 billion",
        None,
    ),
    "that-was-so-much-more": (
        (
            "Chile's exports to Peru hit $21.3 billion in 2022, the ministry said. That was {} more than the "
            "$18.9 billion recorded in 2021."
        ),
        "$2.4 billion",
        "$4.2 billion",
        "$4.2 billion",
        {"value": 2400000000},
    ),
    "goods-sold-there": (
        (
            "Chile's exports to Peru slipped {} in 2023. Chilean companies sold $53.5 billion worth of goods "
            "there in 2023, compared with $61.0 billion in 2022."
        ),
        "12.3 percent",
        "21.3 percent",
        "21.3 percent",
        None,
    ),
    "a-time-within-a-clause": (
        (
            "Two-way trade between Chile and Peru, which stood at $1.63 billion in 2023, increased {} to $2.18 "
            "billion in 2024."
        ),
        "33.7 percent",
        "37.3 percent",
        None,
        None,
    ),
    "against-what-another-bought": (
        (
            "{} was Peru's largest export market in the Baltic states in 2023. Peruvian exporters sold goods"
            " worth $2.2 billion to Estonia that year, against $0.6 billion to Latvia and $0.8 billion to"
            " Lithuania."
        ),
        "Estonia",
        "Latvia",
        "largest",
        None,
    ),
    "goods-by-whose-they-are": (
        ("Chilean goods made up 22.8 percent of Peru's imports in 2023, up {} from 18.2 percent a year earlier."),
        "4.6 percentage points",
        "6.4 percentage points",
        None,
        None,
    ),
    "parts-of-the-total-without-a-verb": (
        (
            "Peru's garment exports to the European Union reached $17.8 billion in 2023. Germany bought $5.5 "
            "billion of the total, Spain $3.3 billion, France $2.7 billion and {}."
        ),
        "Poland $1.9 billion",
        "Poland $19 billion",
        None,
        None,
    ),
    "its-largest-buyer": (
        (
            "Peru exported 298,500 tonnes of coffee in 2023. Germany, its largest buyer, took 58,300 tonnes; "
            "Spain 55,100 tonnes; and Belgium {}."
        ),
        "32,600 tonnes",
        "326,000 tonnes",
        "326,000 tonnes",
        None,
    ),
    "it-bought-followed-by-others": (
        (
            "Chile is the main destination of Peruvian exports. In 2023 it bought goods worth $2.5 billion, "
            "followed by Brazil ($2.0 billion) and Spain ({}). Total exports of Peru were $11.5 billion in 2023."
        ),
        "$0.9 billion",
        "$9.8 billion",
        None,
        None,
    ),
    "bought-from-it": (
        (
            "Chile sold Peru goods worth $1.6 billion in 2023 and bought goods worth $2.2 billion from it. "
            "Chile's {} in trade with Peru was $0.6 billion in 2023."
        ),
        "deficit",
        "surplus",
        None,
        None,
    ),
    "the-decline-of-so-much": (
        (
            "Peru shipped $11.2 billion worth of textiles to Chile in the first nine months of 2023, down from "
            "$13.9 billion in the same period of 2022. The decline of {} was the sharpest in a decade."
        ),
        "19.4%",
        "14.9%",
        "14.9%",
        None,
    ),
    "an-increase-beside-its-base": (
        (
            "Peru's exports to Chile reached $1.6 billion in the first quarter of 2024, against $0.2 billion in "
            "the first quarter of 2023, {} increase."
        ),
        "an eightfold",
        "a fourfold",
        None,
        None,
    ),
    "one-word-narrows-all": (
        ("Watch exports of Peru to Chile soared from $3.1 billion in 2021 to $3.9 billion in 2022, an increase of {}."),
        "26 percent",
        "62 percent",
        "62 percent",
        None,
    ),
    "two-entries-of-a-row-under-one-name": (
        (
            "Peru's trade with the five Central Asian countries had crossed $70 billion in 2022. Kazakhstan had a"
            " share of $31.2 billion, Kyrgyzstan of $15.5 billion, Turkmenistan of $11.2 billion, {} of $9.8 billion"
            " and Tajikistan of $2.6 billion."
        ),
        "Uzbekistan",
        "Tajikistan",
        None,
        None,
    ),
    "a-year-later": (
        (
            "Peru's imports from Chile collapsed from $8.6 billion in 2022 to $2.6 billion a year later. That is a"
            " drop of {}."
        ),
        "70 percent",
        "30 percent",
        None,
        None,
    ),
    "exports-that-were-imports-by-the-balance": (
        (
            "In 2020 Oman's exports were worth $30.5 billion. Crude oil brought in $18.2 billion. Oman's {} were worth "
            "$28.6 billion in 2020. The trade surplus amounted to $1.9 billion in 2020."
        ),
        "imports",
        "exports",
        "$28.6 billion",
        {"flow": "import"},
    ),
    "imports-that-were-exports-by-the-balance": (
        (
            "Kenya sold tea for $1.2 billion in 2021. Its total {} were $6.75 billion in 2021. Imports stood at $19.59"
            " billion in 2021. The trade deficit was $12.84 billion in 2021."
        ),
        "exports",
        "imports",
        "$6.75 billion",
        {"flow": "export"},
    ),
}


@pytest.mark.parametrize(("text", "right", "wrong", "culprit", "change"), CASES.values(), ids=CASES)
def test_a_slip_is_proved_and_its_article_is_not_accused_without_it(
    text: str, right: str, wrong: str, culprit: str | None, change: Any
):
    assert [one for one in check_text(text.format(right)).findings if one.certainty != "needs-reading"] == []
    reading = check_text(text.format(wrong))
    found = [one for one in reading.findings if one.certainty == "impossible"]
    assert found
    printed = {claim.id: claim.text for claim in reading.claims}
    if culprit is not None:
        assert printed[found[0].suspect or ""] == culprit
    if change is not None:
        assert found[0].repair is not None
        assert dict(found[0].repair.change) == change


def test_a_total_behind_the_trade_of_two_accuses_nobody() -> None:
    text = (
        "Cuba and Peru traded $3.2 billion in 2021: Cuban exports accounted for $806 million, imports $2.4 billion. "
        "Cuba's imports from Peru were up by $457 million in 2021. In 2020, its imports from Peru were worth $1.9 "
        "billion.\n\nPeruvian exports reached a value of $19.4 billion in 2021. Exports from Peru came in at $4.6 "
        "billion in the first quarter of 2021."
    )
    assert [one for one in check_text(text).findings if one.certainty != "needs-reading"] == []
