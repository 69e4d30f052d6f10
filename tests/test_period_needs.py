"""The words that a rule for periods needs: without one of them its pattern can match nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.lexicon import read_toml
from pipeline.period import find_periods
from pipeline.period.grammar import expand, grammar

SOURCE = read_toml("periods.toml")
DASHES = SOURCE["fragment"]["-"].strip("[]")
RULES = {rule["id"]: rule for rule in SOURCE["rule"] if "needs" in rule}


def can_match(tree: Any) -> bool:
    """Whether a parsed pattern matches anything: ``(?!)`` in it matches nothing, every letter something."""
    for kind, value in tree:
        match str(kind):
            case "FAILURE" | "ASSERT_NOT" if not (value and value[1]):
                return False
            case "BRANCH" if not any(map(can_match, value[1])):
                return False
            case "MAX_REPEAT" if value[0] > 0 and not can_match(value[2]):
                return False
            case "SUBPATTERN" | "ASSERT" if not can_match(value[-1]):
                return False
    return True


def without(pattern: str, words: frozenset[str]) -> str:
    """The pattern, with what matches nothing in place of each of the words; names of groups stay."""
    named = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.sub(rf"(?<!\(\?P<)(?:{named})", "(?!)", pattern, flags=re.IGNORECASE)


@pytest.mark.parametrize("id_", RULES)
def test_without_the_words_that_it_needs_a_rule_matches_nothing(id_: str) -> None:
    from re import _parser as parser  # type: ignore[attr-defined] # the one place that knows what a pattern can match

    (rule,) = {rule for rules in grammar().by_start.values() for rule in rules if rule.id == id_}
    pattern = re.sub(r"\?P<\w+>", "?:", expand(RULES[id_]["pattern"], {**SOURCE["fragment"], "-": "-"}))
    assert can_match(parser.parse(pattern, re.IGNORECASE))
    assert not can_match(parser.parse(without(pattern, rule.needs), re.IGNORECASE))


def test_a_word_with_a_dash_is_needed_with_every_dash() -> None:
    for rule in RULES.values():
        letters = {word[0] for word in rule["needs"] if word[-1] in DASHES}
        assert {word for word in rule["needs"] if word[-1] in DASHES} == {f"{x}{y}" for x in letters for y in DASHES}


def test_a_rule_that_was_passed_over_is_tried_in_the_next_text() -> None:
    assert [one.text for one in find_periods("It bought 12 tonnes.")] == []
    assert [one.text for one in find_periods("It rose 5 % on 12 March 2024.")] == ["12 March 2024"]
    assert [one.text for one in find_periods("Sales fell in the past 12 months.")] == ["past 12 months"]


def test_what_follows_a_period_is_read_with_it_and_what_must_follow_is_asked_for() -> None:
    texts = (
        *("In the first quarter it fell.", "In the first quarter of 2024 it fell."),
        *("In the first month it fell.", "In the first month of 2024 it fell."),
    )
    found = [[one.text for one in find_periods(text)] for text in texts]
    assert found == [["first quarter"], ["first quarter of 2024"], [], ["first month of 2024"]]
