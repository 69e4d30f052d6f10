"""How long checking takes: a synthetic corpus with realistic repetition and a planted error in a thousand claims.

Run ``python -m benchmarks.checking 10000 100000 1000000``; prints claims, articles, seconds, findings and peak memory.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Iterator
from decimal import Decimal

from pipeline.claim import Claim
from pipeline.conflict import check

_COUNTRIES = (
    *("USA", "CHN", "DEU", "JPN", "GBR", "FRA", "IND", "ITA", "CAN", "KOR", "RUS", "BRA", "AUS", "ESP"),
    *("MEX", "IDN", "TUR", "NLD", "SAU", "CHE", "KAZ", "UZB", "KGZ", "TJK", "TKM", "POL", "SWE", "BEL"),
)
_UNIT, _RATE = Decimal(10) ** 8, Decimal("0.1")


class World:
    """The true flows, the same for every article."""

    def __init__(self) -> None:
        self.flows: dict[tuple[str, str, int], Decimal] = {}

    def flow(self, seller: str, buyer: str, year: int) -> Decimal:
        key = (seller, buyer, year)
        if key not in self.flows:
            self.flows[key] = Decimal(random.Random(str(key)).randint(20_000, 90_000)) * 10**6
        return self.flows[key]

    def facts(self, a: str, b: str, year: int) -> Iterator[tuple[str, Decimal, int, str]]:
        """Flow, true value, year and measure of what an article may print about a pair."""
        out, back = self.flow(a, b, year), self.flow(b, a, year)
        before, ago = self.flow(a, b, year - 1), self.flow(b, a, year - 1)
        yield "export", out, year, "level"
        yield "import", back, year, "level"
        yield "turnover", out + back, year, "level"
        yield "balance", out - back, year, "level"
        yield "export", before, year - 1, "level"
        yield "export", (out / before - 1) * 100, year, "change"
        yield "turnover", ((out + back) / (before + ago) - 1) * 100, year, "change"


def corpus(size: int) -> list[Claim]:
    """``size`` claims in articles of one to three pairs, four claims each; one in a thousand is ten times too large."""
    draw, world, claims = random.Random(5), World(), []
    doc = 0
    while len(claims) < size:
        doc += 1
        for pair in range(draw.choice((1, 2, 3))):
            a, b = draw.sample(_COUNTRIES, 2)
            facts = list(world.facts(a, b, draw.randint(2015, 2024)))
            source = draw.choice((None, None, "GACC", "IMF"))
            for place, fact in enumerate(draw.sample(facts, 4)):
                wrong = 10 if draw.random() < 0.001 else 1
                claims.append(_claim((a, b), fact, f"{doc:07}", 400 * pair + 60 * place, source, len(claims), wrong))
    return claims[:size]


def _claim(parties, fact, doc, start, source, number, wrong):  # type: ignore[no-untyped-def]
    flow, value, year, measure = fact
    step = _UNIT if measure == "level" else _RATE
    value = (value / step).to_integral_value() * step * wrong
    ends = {"low": value - step / 2, "high": value + step / 2}
    text = f"${value / 10**9:.1f} billion" if measure == "level" else f"{value}%"
    return Claim(
        id=f"c{number}",
        doc=doc,
        start=start,
        end=start + len(text),
        text=text,
        flow=flow,
        reporter=parties[0],
        partner=parties[1],
        measure=measure,
        value=value,
        source=source,
        **{"unit": "USD" if measure == "level" else "percent", "period": str(year), **ends},
        base_period=str(year - 1) if measure == "change" else None,
        natural_low=ends["low"],
        natural_high=ends["high"],
    )


def main(sizes: list[int]) -> None:
    print(f"{'claims':>9} {'articles':>9} {'seconds':>8} {'cpu':>8} {'findings':>8} {'MB':>6}")
    for size in sizes or [10_000, 100_000]:
        claims = corpus(size)
        gc.collect()
        started, cpu = time.perf_counter(), time.process_time()
        found = check(claims).findings
        spent, cpu = time.perf_counter() - started, time.process_time() - cpu
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        docs = len({claim.doc for claim in claims})
        print(f"{size:9} {docs:9} {spent:8.1f} {cpu:8.1f} {len(found):8} {memory:6}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
