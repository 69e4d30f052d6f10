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
