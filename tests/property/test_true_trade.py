"""Figures of one made-up world: printed as they are they never contradict each other, one misprint among them does."""

from __future__ import annotations

import dataclasses
import random
from decimal import Decimal
from typing import Final

import pytest
from claims import change, claim, negative, rank, record, share, sign, trend
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claim import Claim
from pipeline.conflict import check

HOME: Final = "KEN"
ABROAD: Final = ("UGA", "TZA")
OTHERS: Final = "UGA+TZA"
YEARS: Final = (2022, 2023)


class World:
    """What was sold each half year, by whom and to whom, oil and the rest of it; in hundredths of a billion dollars."""

    def __init__(self, draw: random.Random) -> None:
        lanes = [(HOME, one) for one in (*ABROAD, "rest")] + [(one, HOME) for one in (*ABROAD, "rest")]
        self.sold = {
            (seller, buyer, f"{year}-H{half}", oil): draw.randint(200, 2000)
            for seller, buyer in lanes
            for year in YEARS
            for half in (1, 2)
            for oil in (True, False)
        }

    def amount(self, partner: str, flow: str, period: str, goods: str | None = None) -> int:
        """The true amount of a flow of the home country."""
        sides = (*ABROAD, "rest") if partner == "world" else tuple(partner.split("+"))
        moved = [
            (seller == HOME, value)
            for (seller, buyer, half, oil), value in self.sold.items()
            if (buyer if seller == HOME else seller) in sides and half.startswith(period)
            if goods is None or oil == (goods == "oil")
        ]
        out, back = sum(value for ours, value in moved if ours), sum(value for ours, value in moved if not ours)
        return {"export": out, "import": back, "turnover": out + back, "balance": out - back}[flow]

    def level(self, partner: str, flow: str, period: str = "2023", goods: str | None = None, extra: int = 0) -> Claim:
        """A true figure, or one that is wrong by ``extra``."""
        value = self.amount(partner, flow, period, goods) + extra
        one = claim(f"{HOME}/{partner}/{flow} {period}", f"${abs(value) / 100:.2f} billion", commodity=goods)
        return negative(one) if value < 0 else one

    def growth(self, partner: str, flow: str, extra: int = 0) -> Claim:
        """The growth of a flow over the year in percent."""
        now, before = (self.amount(partner, flow, str(year)) for year in reversed(YEARS))
        rate = 100 * (now / before - 1) + extra
        one = change(f"{HOME}/{partner}/{flow} 2023", f"{abs(rate):.1f}%", "2022")
        return negative(one) if rate < 0 else one

    def more(self, partner: str, flow: str, extra: int = 0) -> Claim:
        """The same in dollars."""
        value = self.amount(partner, flow, "2023") - self.amount(partner, flow, "2022") + extra
        one = change(f"{HOME}/{partner}/{flow} 2023", f"${abs(value) / 100:.2f} billion", "2022")
        return negative(one) if value < 0 else one

    def part(self, partner: str, flow: str, period: str = "2023", extra: int = 0) -> Claim:
        """A partner's share of all trade."""
        rate = 100 * self.amount(partner, flow, period) / self.amount("world", flow, period) + extra
        return share(f"{HOME}/{partner}/{flow} {period}", f"{rate:.1f}%", f"{HOME}/world/{flow}")

    def points(self, partner: str, flow: str, extra: int = 0) -> Claim:
        """By how much that share changed."""
        now, before = (
            Decimal(str(round(100 * self.amount(partner, flow, year) / self.amount("world", flow, year), 1)))
            for year in ("2023", "2022")
        )
        moved = now - before + extra
        whole = {"share_of": f"{HOME}/world/{flow}"}
        one = change(f"{HOME}/{partner}/{flow} 2023", f"{abs(moved):.1f} percentage points", "2022", **whole)
        return negative(one) if moved < 0 else one

    def words(self, flow: str) -> list[Claim]:
        """Ranks, trends and signs, as they are; of differences that are larger than what rounding leaves open."""
        amounts = {one: self.amount(one, flow, "2023") for one in ABROAD}
        best, last = max(ABROAD, key=amounts.__getitem__), min(ABROAD, key=amounts.__getitem__)
        among = f"{HOME}/*/{flow}:{OTHERS}"
        told = [
            rank(f"{HOME}/{best}/{flow} 2023", "largest", 1, among),
            rank(f"{HOME}/{last}/{flow} 2023", "second-largest", 2, among),
            rank(f"{HOME}/{last}/{flow} 2023", "smallest", 1, among, order="smallest"),
        ]
        for one in (*ABROAD, "world"):
            moved = self.amount(one, flow, "2023") - self.amount(one, flow, "2022")
            gap = self.amount(one, "balance", "2023")
            if moved > 1:
                told.append(record(f"{HOME}/{one}/{flow} 2023", "record"))
            if abs(moved) > 1:
                told.append(trend(f"{HOME}/{one}/{flow} 2023", "moved", 1 if moved > 0 else -1, "2022"))
            if abs(gap) > 1:
                told.append(sign(f"{HOME}/{one}/balance 2023", "gap", 1 if gap > 0 else -1))
        return told

    def everything(self) -> list[Claim]:
        """All that can be said of it."""
        told = []
        for flow in ("export", "import", "turnover", "balance"):
            for partner in (*ABROAD, OTHERS, "world"):
                told += [self.level(partner, flow, period) for period in ("2022", "2023", "2023-H1", "2023-H2")]
        for flow in ("export", "import", "turnover"):
            told += self.words(flow)
            for partner in ABROAD:
                told += [self.growth(partner, flow), self.more(partner, flow), self.points(partner, flow)]
                told += [self.part(partner, flow), self.part(partner, flow, "2022")]
                told += [self.level(partner, flow, "2023", goods) for goods in ("oil", "non-oil")]
        return told


worlds = st.randoms(use_true_random=False).map(World)


@given(worlds, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_true_figures_never_contradict_each_other(world: World, draw: random.Random) -> None:
    assert check(draw.sample(world.everything(), 40)).findings == ()


def _settled(world: World) -> dict[str, list[tuple[Claim, Claim]]]:
    """Sets of figures of which each follows from the others: true, and off by a tenth of the largest or ten points."""

    def level(*where: str | None) -> tuple[Claim, Claim]:
        return world.level(*where), world.level(*where, extra=tenth)  # type: ignore[arg-type]

    tenth = world.amount("world", "turnover", "2023") // 10
    one = ABROAD[0]
    sold, bought, both, gap = (level(one, flow) for flow in ("export", "import", "turnover", "balance"))
    return {
        "turnover": [sold, bought, both],
        "balance": [sold, bought, gap],
        "balance and turnover": [gap, both, sold],
        "turnover and balance": [gap, both, bought],
        "group": [*(level(each, "export") for each in ABROAD), level(OTHERS, "export")],
        "halves": [level(one, "import", half) for half in ("2023-H1", "2023-H2", "2023")],
        "goods": [level(one, "export", "2023", goods) for goods in ("oil", "non-oil", None)],
        "growth": [sold, level(one, "export", "2022"), (world.growth(one, "export"), world.growth(one, "export", 10))],
        "difference": [
            sold,
            level(one, "export", "2022"),
            (world.more(one, "export"), world.more(one, "export", tenth)),
        ],
        "share": [bought, level("world", "import"), (world.part(one, "import"), world.part(one, "import", extra=10))],
        "points": [
            *((world.part(one, "import", year), world.part(one, "import", year, 10)) for year in ("2022", "2023")),
            (world.points(one, "import"), world.points(one, "import", 10)),
        ],
    }


SETS: Final = tuple(_settled(World(random.Random(0))))


@pytest.mark.parametrize("name", SETS)
@given(worlds)
@settings(max_examples=8, deadline=None)
def test_one_wrong_figure_among_those_that_settle_it_is_a_contradiction(name: str, world: World) -> None:
    pairs = _settled(world)[name]
    for wrong in range(len(pairs)):
        told = [pair[at == wrong] for at, pair in enumerate(pairs)]
        (found,) = check(told).findings
        assert told[wrong].id in found.claims


@given(worlds)
@settings(max_examples=10, deadline=None)
def test_a_word_that_is_turned_around_contradicts_the_figures(world: World) -> None:
    levels = [
        world.level(one, flow, year) for one in ABROAD for flow in ("export", "import") for year in ("2022", "2023")
    ]
    for word in world.words("export"):
        if word.measure in ("trend", "sign") and word.partner in ABROAD:
            assert word.value is not None
            turned = dataclasses.replace(word, value=-word.value)
            assert not [found for found in check([*levels, word]).findings if word.id in found.claims]
            assert [found.claims for found in check([*levels, turned]).findings if turned.id in found.claims]
