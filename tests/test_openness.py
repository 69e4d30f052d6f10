"""A conflict is a proof where nothing else that the text offers for a slot would let its claims hold."""

from __future__ import annotations

import pytest
from reading import read_all

from pipeline.claim import Evidence
from pipeline.conflict import check
from pipeline.store.compact import pack, unpack

pytestmark = pytest.mark.model


def certainties(text: str) -> list[str]:
    return [one.certainty for one in check(read_all(text)).findings]


def test_two_plain_sentences_about_one_fact_prove_a_contradiction() -> None:
    text = "Peru's trade with Chile reached $7.2 billion in 2024."
    text += "\n\nIn 2024 Chile and Peru reported trade worth $2.7 billion."
    assert certainties(text) == ["impossible"]


def test_what_could_be_of_another_party_is_to_be_read_again() -> None:
    text = "Peru's exports to Chile were $5.0 billion in 2023. Peru's exports to Japan were $6.1 billion in 2023."
    text += " In 2024 exports to Chile rose 12.4%. They came to $8.8 billion in 2024."
    assert "impossible" not in certainties(text)


def test_points_to_parties_that_it_does_not_name() -> None:
    text = "Peru's exports rose 41% in 2024 to $58 billion, led by sales to Chile and Japan."
    text += " These two markets alone accounted for an additional $5.5 billion of Peruvian exports in 2024."
    assert "impossible" not in certainties(text)


def test_what_was_looked_for_is_kept_in_records_and_stores() -> None:
    found = Evidence(start=1, end=2, inherited=True, rule="before", others=("CHL",))
    assert Evidence.from_record(found.to_record()) == found
    (claim, *_) = read_all("Peru's trade with Chile reached $7.2 billion in 2024.")
    from dataclasses import replace

    claim = replace(claim, evidence={**claim.evidence, "reporter": found})
    assert unpack(pack([claim]))[0].evidence["reporter"] == found


def test_a_list_that_names_one_country_twice_contradicts_itself() -> None:
    text = "Japan's trade in 2024 broke down by country as follows: Peru ($6.1 billion), Chile ($3.4 billion)"
    text += " and Chile ($289 million)."
    assert certainties(text) == ["impossible"]


def test_two_figures_of_a_sentence_under_one_name_are_to_be_read_again() -> None:
    text = "Japan's exports to Chile were $3.4 billion and $2.9 billion in 2024, depending on who counts."
    assert "impossible" not in certainties(text)


def test_what_hangs_on_an_open_reading_does_not_hide_what_the_clear_figures_prove() -> None:
    text = "Peru's exports were $58.0 billion in 2024 and Peru's imports were $39.0 billion in 2024."
    text += " Peru's trade surplus was $12.0 billion in 2024."
    text += "\n\nPeru's imports by foreign-owned companies were $31.0 billion in 2024."
    assert certainties(text)[0] == "impossible"


def test_a_text_that_has_had_several_partners_means_all_trade_where_it_names_none() -> None:
    text = "Peru's exports to Chile were $5.0 billion in 2023. Peru's exports to Japan were $6.1 billion in 2023."
    text += "\n\nIn 2023 Peru's exports totalled $3.3 billion."
    assert certainties(text)[0] == "impossible"


def test_words_for_a_year_are_no_words_for_a_party() -> None:
    text = "In 2024 exports of Peru rose from the same months of a weak 2023 to $58.0 billion."
    (claim, *_) = (one for one in read_all(text) if one.measure == "level")
    assert claim.evidence["partner"].others == ()


@pytest.mark.parametrize(
    "text",
    [
        "Peru's exports worth $2.0 billion were exempt from duty in 2024. Peru's exports to Chile were $7.2 billion in"
        " 2024.",
        "Peru's imports of tin were $125.0 million from Bolivia in 2024, $90.0 million from Chile and $80.0 million"
        " from Japan. It also bought tin from Kenya and Ghana. These imports totalled $17.0 million in 2024.",
    ],
    ids=["some-exports-only", "imports-that-are-pointed-at"],
)
def test_some_trade_only_is_no_proof_against_its_parts(text: str) -> None:
    assert "impossible" not in certainties(text)


def test_a_name_printed_twice_in_words_of_their_own_is_a_contradiction() -> None:
    text = "Peru's exports to Chile totalled $3.1 billion and exports to Chile totalled $2.2 billion in 2024."
    assert certainties(text) == ["impossible"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's harbours were busy for most of the year, said those who load the ships, and then for weeks there was"
        " hardly a ship to be loaded. Peru's annual figures show a 51% rise in exports, but by December 2024 exports"
        " had dropped by half.",
        "Peru's exports in 2024 came to $74.7 billion. Farming led with $11.6 billion in exports, up 21.6%.",
    ],
    ids=["a-time-between-two-figures", "a-figure-that-says-only-its-flow"],
)
def test_two_figures_that_may_well_be_of_two_facts_are_no_proof(text: str) -> None:
    assert "impossible" not in certainties(text)


def test_figures_of_nobody_in_particular_are_no_voice_of_their_own() -> None:
    text = "Peru's exports to Chile hit $6.7 billion in 2024, latest figures show. The central bank said that Peru's"
    text += " exports to Chile had risen 24.4% from $4.9 billion in 2023, the central bank's report says."
    assert certainties(text) == ["impossible"]


def test_behind_the_year_so_far_a_new_paragraph_may_be_on_the_month_again() -> None:
    text = (
        "Chile's exports slid to $5 billion in November 2024.\n\nYear to date, exports were $67 billion. "
        "The 11-month deficit came to $9 billion.\n\nPeru bought 16 percent of exports."
    )
    claim = read_all(text)[-1]
    assert {claim.period, *(claim.evidence["period"].others or ())} == {"2024-11", "2024-01/2024-11"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Peru's trade surplus was $7.9 billion in 2024. Factories did well: exports accounted for"
            " sales of $617 million "
            "in 2024.",
            "needs-reading",
        ),
        ("Peru's trade surplus was $7.9 billion in 2024. Peru's exports to Chile were $9.1 billion in 2024.", ""),
    ],
)
def test_a_figure_far_too_small_for_all_trade_may_be_a_part_of_it(text: str, wanted: str) -> None:
    assert [certainty for certainty in certainties(text) if certainty == "impossible"] == []
    assert certainties(text)[:1] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "open_to"),
    [
        ("Peru's trade with Chile reached $4.6 billion in 2023, up from $4.1 billion.", ()),
        ("Last year Peru's exports to Chile came to $4.6 billion (down from $5.2 billion).", ()),
        ("Peru's exports to Chile rose to $4.6 billion in 2023 from $4.1 billion; imports fell.", ()),
        ("Peru's trade with Chile reached $4.6 billion in 2023, up from $4.1 billion when its tariffs fell.", ("?",)),
        ("Peru's trade with Chile reached $4.6 billion in 2023, up from $0.9 billion.", ("?",)),
        ("Peru's trade with Chile reached $460 million in May 2023, up from $410 million.", ("?",)),
    ],
)  # fmt: skip
def test_what_a_year_is_up_from_is_the_year_before(text: str, open_to: tuple[str, ...]) -> None:
    base = [one for one in read_all(text) if one.measure == "level"][1]
    assert base.evidence["period"].others == open_to


def test_a_word_that_the_two_figures_of_its_own_sentence_belie_needs_no_time() -> None:
    wrong = "Peru's trade with Chile reached $4.6 billion in May 2023, down from $4.1 billion."
    assert certainties(wrong) == ["impossible"]
    assert certainties(wrong.replace("down", "up")) == []
