"""Where blame ties: who is left when what hangs together is asked of each in turn."""

from __future__ import annotations

from claims import change, claim, seen, trend

from pipeline.claim import Claim
from pipeline.conflict.tied import Surroundings, able_to_settle
from pipeline.observation import Reading

NOW, BEFORE = claim("ISL/FRA/import 2023", "$267 million"), claim("ISL/FRA/import 2022", "$363 million")
GROWTH = change("ISL/FRA/import 2023", "81.9%", "2022")
FELL = trend("ISL/FRA/import 2023", "fell", -1, "2022")
ELSEWHERE = [claim("UZB/RUS/export 2023", "$3.1 billion"), claim("UZB/RUS/export 2023", "$31.9 billion")]


def left(tied: list[Claim], *others: Claim) -> list[str]:
    return [*able_to_settle([one.id for one in tied], Surroundings(seen(*tied, *others)), Reading.CUT)]


def ids(*claims: Claim) -> list[str]:
    return [one.id for one in claims]


def test_the_only_claim_without_which_all_the_rest_holds_is_left():
    assert left([NOW, BEFORE, GROWTH], FELL) == ids(GROWTH)
    assert left([NOW, BEFORE, GROWTH], FELL, *ELSEWHERE) == ids(GROWTH)


def test_several_that_would_settle_it_stay_tied():
    assert left([NOW, BEFORE, GROWTH]) == ids(NOW, BEFORE, GROWTH)


def test_where_none_alone_settles_it_none_is_left():
    again = change("ISL/FRA/import 2023", "71.9%", "2022")
    assert left([NOW, BEFORE], GROWTH, again) == []


def test_one_alone_is_tied_with_nobody():
    assert left([GROWTH], NOW, BEFORE, FELL) == ids(GROWTH)


def test_so_many_are_tied_that_nobody_is_asked():
    years = [claim(f"ISL/FRA/import {year}", "$267 million") for year in range(2010, 2017)]
    assert left([NOW, GROWTH, *years], BEFORE, FELL) == ids(NOW, GROWTH, *years)
    assert left([NOW, GROWTH, *years[1:]], BEFORE, FELL) == ids(GROWTH)


def test_of_several_the_stricter_reading_may_leave_one():
    first, second = claim("ISL/FRA/import 2022", "$363 million"), claim("ISL/FRA/import 2022", "$353 million")
    bound = claim("ISL/FRA/import 2022", "$350 million")
    assert left([first, second], bound) == ids(first)
