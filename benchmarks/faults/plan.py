"""What an article says: paragraphs of sentences about one world, each fact in company that it can be checked by."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.faults.facts import Facts
from benchmarks.faults.printing import Style, make_style
from benchmarks.faults.statement import Say, Statement
from benchmarks.faults.world import World, make_world, year_before

SHORTEST, LONGEST = 150, 350
"""Words of an article."""
_TRIES = 20
_PARTS = ("-H1", "-Q1", "-Q2", "-Q3", "-Q4", "/09", "/05", "/11")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An article before it is worded: its world, its style and its paragraphs; ``None`` in one is padding."""

    seed: str
    world: World
    style: Style
    headline: Say | None
    paragraphs: tuple[tuple[Say | None, ...], ...]

    def says(self) -> list[Say]:
        """All sentences with statements, in order."""
        head = [self.headline] if self.headline else []
        return head + [say for paragraph in self.paragraphs for say in paragraph if say is not None]

    def replaced(self, old: Say, new: Say) -> Plan:
        """The plan with one sentence said otherwise."""
        paragraphs = tuple(tuple(new if say is old else say for say in paragraph) for paragraph in self.paragraphs)
        return replace(self, headline=new if self.headline is old else self.headline, paragraphs=paragraphs)


def make_plan(seed: str) -> Plan:
    """The plan of the article with this seed."""
    from benchmarks.faults.article import write

    for attempt in range(_TRIES):
        plan = _drafted(f"{seed}.{attempt}")
        if SHORTEST <= len(write(plan, name="").text.split()) <= LONGEST:
            break
    return plan


def _drafted(seed: str) -> Plan:
    rng = random.Random(seed)
    world, style = make_world(rng), make_style(rng)
    writer = _Writer(Facts(world=world, style=style, rng=rng), seed)
    headline, paragraphs = writer.article()
    return Plan(seed=seed, world=world, style=style, headline=headline, paragraphs=paragraphs)


class _Writer:
    """Chooses what is said."""

    def __init__(self, facts: Facts, seed: str) -> None:
        self.facts, self.world, self.rng, self.seed = facts, facts.world, facts.rng, seed
        self.year = str(self.world.year)
        self.count = 0

    def article(self) -> tuple[Say | None, tuple[tuple[Say | None, ...], ...]]:
        """The headline and the paragraphs."""
        whole = self.world.group or "world"
        best, *others = sorted(self.world.partners, key=self._size, reverse=True)
        other = self.rng.choice(others)
        makers: list[Callable[[], list[Say]]] = [
            lambda: self._overview(whole),
            lambda: self._members(whole),
            lambda: self._pair(best),
            lambda: self._pair(other),
            lambda: self._parts(whole if self.rng.random() < 0.5 else best),
            lambda: self._converted([best, *others]),
        ]
        chosen = sorted(self.rng.sample(range(len(makers)), self.rng.choice((2, 3, 3))))
        paragraphs = [makers[place]() for place in chosen]
        if self.rng.random() < 0.6:
            paragraphs.append(self._recap(paragraphs))
        padded = [self._padded(paragraph) for paragraph in paragraphs]
        return self._headline(whole), tuple(tuple(one) for one in padded)

    def _size(self, partner: str) -> Any:
        return self.world.amount(self.world.hub, partner, "turnover", self.year)

    def _say(self, shape: str, *statements: Statement, **more: Any) -> Say:
        self.count += 1
        return Say(shape=shape, statements=statements, seed=f"{self.seed}/{self.count}", **more)

    def _headline(self, whole: str) -> Say | None:
        pair = (self.world.hub, whole)
        kind = self.rng.choice(("none", "level", "growth"))
        if kind == "none":
            return None
        if kind == "level":
            return self._say("headline", self.facts.level(pair, "turnover", self.year), explicit=True)
        growth = self.facts.growth(pair, "turnover", self.year)
        if not growth.value:
            return None
        return self._say("headline", growth, up=growth.sign > 0, explicit=True)

    def _padded(self, paragraph: list[Say]) -> list[Say | None]:
        out: list[Say | None] = list(paragraph)
        if self.rng.random() < 0.6:
            out.insert(self.rng.choice((0, len(out))), None)
        return out

    def _overview(self, whole: str) -> list[Say]:
        pair = (self.world.hub, whole)
        says = self._moved(pair, "turnover") + self._two_ways(pair)
        if self.rng.random() < 0.5:
            says += self._moved(pair, self.rng.choice(("export", "import")))
        return says

    def _members(self, whole: str) -> list[Say]:
        hub, year = self.world.hub, self.year
        flow = "turnover" if self.world.group else self.rng.choice(("turnover", "export"))
        partners = sorted(self.world.partners, key=self._size, reverse=True)
        levels = [self.facts.level((hub, one), flow, year) for one in partners]
        says = [self._say("list", *levels)]
        if self.world.group:
            says.append(self._say("rank", self.facts.first(self.world.group, year)))
        some = "+".join(self.rng.sample(partners, 2 if len(partners) < 4 else self.rng.choice((2, 3))))
        if flow == "turnover" and self.rng.random() < 0.6:
            says.append(self._say("sum", self.facts.level((hub, some), "turnover", year)))
        if self.rng.random() < 0.7:
            says.append(self._say("share", self.facts.share((hub, partners[0]), flow, whole, year)))
        if self.rng.random() < 0.5:
            says += self._share_moved((hub, self.rng.choice(partners)), whole, flow)
        return says

    def _share_moved(self, pair: tuple[str, str], whole: str, flow: str) -> list[Say]:
        now = self.facts.share(pair, flow, whole, self.year)
        then = self.facts.share(pair, flow, whole, year_before(self.year))
        points = self.facts.points(now)
        if not points.value:
            return []
        shape = "points_up" if points.sign > 0 else "points_down"
        return [self._say("share", then), self._say(shape, points, now, base=year_before(self.year))]

    def _pair(self, partner: str) -> list[Say]:
        pair = (self.world.hub, partner) if self.rng.random() < 0.6 else (partner, self.world.hub)
        says = self._moved(pair, "turnover") + self._two_ways(pair)
        flow = self.rng.choice(("export", "import"))
        if self.rng.random() < 0.7:
            says += self._moved(pair, flow)
        if self.rng.random() < 0.3:
            says.append(self._trend(pair, "import" if flow == "export" else "export"))
        if self.rng.random() < 0.4:
            says.append(self._mark(pair))
        return says

    def _moved(self, pair: tuple[str, str], flow: str) -> list[Say]:
        """The amount of this year and how it compares with the year before."""
        now, year, before = self.facts.level(pair, flow, self.year), self.year, year_before(self.year)
        then, growth = self.facts.level(pair, flow, before), self.facts.growth(pair, flow, year)
        up = growth.sign > 0
        if not growth.value:
            return [self._say("level", now), self._say("level", then)]
        shape = self.rng.choice(("growth_level", "from_to", "growth", "difference"))
        if shape == "growth_level":
            says = [self._say("growth_level", now, growth, up=up, base=before)]
            return [*says, self._say("level", then)] if self.rng.random() < 0.7 else says
        if shape == "from_to" and now.value != then.value:
            word = self.facts.trend(pair, flow, year)
            says = [self._say(f"from_to_{'up' if up else 'down'}", now, then, word=word, up=up, base=before)]
            return [*says, self._say("growth", growth, up=up, base=before)] if self.rng.random() < 0.6 else says
        gain = self.facts.difference(pair, flow, year)
        shape, told = ("growth", growth) if shape == "growth" or abs(gain.value) < 10**7 else ("difference", gain)
        loosely = self.rng.random() < 0.3
        return [
            self._say("level", self.facts.level(pair, flow, year, loosely=loosely)),
            self._say(shape, told, up=up, base=before),
            self._say("level", then),
        ]

    def _two_ways(self, pair: tuple[str, str]) -> list[Say]:
        """Exports and imports of the pair, and often the balance."""
        year = self.year
        there, back = (self.facts.level(pair, flow, year) for flow in ("export", "import"))
        shape = self.rng.choice(("both_ways", "split", "apart", "apart"))
        if shape == "split":
            says = [self._say("split", self.facts.level(pair, "turnover", year), there, back)]
        elif shape == "both_ways":
            says = [self._say("both_ways", there, back)]
        else:
            says = [self._say("level", there), self._say("level", back)]
        balance = self.facts.level(pair, "balance", year)
        if self.rng.random() < 0.5 and pair[1] != "world":
            says.append(self._say("surplus" if balance.sign > 0 else "deficit", balance))
        elif self.rng.random() < 0.5 and pair[1] != "world":
            sign = self.facts.sign(pair, year)
            says.append(self._say("sign_surplus" if sign.word == 1 else "sign_deficit", sign))
        return [say for say in says if pair[1] != "world" or say.shape in ("level",)]

    def _trend(self, pair: tuple[str, str], flow: str) -> Say:
        word = self.facts.trend(pair, flow, self.year)
        return self._say("trend", replace(word), word=word, up=word.word == 1, base=year_before(self.year))

    def _mark(self, pair: tuple[str, str]) -> Say:
        modality = self.rng.choice(("target", "reported"))
        shape = "target" if modality == "target" else "threshold"
        return self._say(shape, self.facts.mark(pair, "turnover", self.year, modality=modality))

    def _parts(self, partner: str) -> list[Say]:
        """Part of the year beside the year."""
        pair, flow = (self.world.hub, partner), self.rng.choice(("export", "import", "turnover"))
        parts = self.rng.choice(
            (["H1"], ["H1", "H2"], ["Q1", "Q2"], ["/09"], ["/05"], ["/11"], ["Q1", "Q2", "Q3", "Q4"])
        )
        periods = [self._part(one) for one in parts]
        says = [self._say("level", self.facts.level(pair, flow, one)) for one in periods]
        return [self._say("level", self.facts.level(pair, flow, self.year)), *says]

    def _converted(self, partners: list[str]) -> list[Say]:
        """Amounts with the same in another currency in brackets."""
        edges = [(partner, flow) for partner in partners for flow in ("export", "import")]
        says = []
        for partner, flow in self.rng.sample(edges, 3):
            level = self.facts.level((self.world.hub, partner), flow, self.year)
            says.append(self._say("converted", level, self.facts.converted(level)))
        return says

    def _recap(self, paragraphs: list[list[Say]]) -> list[Say]:
        """Some of the amounts once more, as last paragraphs do."""
        levels = [one for paragraph in paragraphs for say in paragraph for one in say.statements if self._plain(one)]
        again = self.rng.sample(levels, min(len(levels), self.rng.choice((1, 2, 3))))
        return [self._say("level", one, explicit=True) for one in again]

    def _plain(self, one: Statement) -> bool:
        return (
            one.converts is None
            and one.measure == "level"
            and one.flow != "balance"
            and "+" not in one.partner
            and one.modality == "reported"
            and bool(one.figure and one.figure.high)
        )

    def _part(self, part: str) -> str:
        return f"{self.year}-01/{self.year}-{part[1:]}" if part[0] == "/" else f"{self.year}-{part}"
