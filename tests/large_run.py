"""A run of a thousand findings, made up: what long lists and the size of the page are tested with."""

from __future__ import annotations

from decimal import Decimal

from pipeline.claim import Claim, claim_id
from pipeline.finding import Finding, Step
from pipeline.store import Run, StoredArticle, StoredCheck

SYLLABLES = ("ka", "ro", "mi", "te", "lun", "sar", "dev", "ost", "pri", "gan", "hel", "vor", "ban", "cir", "tum", "rai")


def large_run(findings: int, further: int = 0) -> Run:
    """A run of many articles, each with its own figures and words, and so many findings.

    Each text goes on for ``further`` words without a figure.
    """
    articles, claims, found = [], [], []
    for number in range((findings + 2) // 3):
        doc = f"series/{number:04d}.txt"
        codes = [CODES[(number * 7 + step * (1 + number % 5)) % len(CODES)] for step in range(6)]
        text, made = f"Trade letter {number}, {_noise(number, 6)}\n\n", []
        for step, code in enumerate(codes[1:]):
            text += f"{_noise(number * 31 + step, 40)}. In {2015 + number % 10} its trade with {code} came to "
            value = Decimal((number * 7919 + step * 104729) % 9000 + 100) / 10
            printed = f"${value} billion"
            made.append((len(text), printed, value * 10**9, code))
            text += f"{printed}, {_noise(number * 17 + step, 25)}.\n\n"
        text += _noise(number * 13 + 7, further)
        own = [_made(doc, codes[0], number, entry) for entry in made]
        articles.append(
            StoredArticle(
                name=doc,
                title=f"Trade letter {number}",
                outlet=f"Outlet {number % 40}",
                published="2025-01-01",
                text=text,
            )
        )
        claims += own
        found += [_pairwise(number, step, own) for step in range(3)]
    check = StoredCheck(findings=tuple(found[:findings]), checked=frozenset(claim.id for claim in claims))
    return Run(articles=tuple(articles), claims=tuple(claims), check=check, manifest={"version": "0.1.0"})


CODES = (
    "CHN",
    "KAZ",
    "KGZ",
    "UZB",
    "TKM",
    "TJK",
    "DEU",
    "FRA",
    "ITA",
    "JPN",
    "KOR",
    "IND",
    "BRA",
    "TUR",
    "EGY",
    "NGA",
    "ZAF",
    "MEX",
    "CAN",
    "AUS",
)


def _noise(seed: int, words: int) -> str:
    """Words that differ from place to place, so that nothing packs better than real prose does."""
    state, said = seed * 2654435761 % 2**32, []
    for _ in range(words):
        state = (state * 1664525 + 1013904223) % 2**32
        said.append(
            "".join(SYLLABLES[(state >> shift) % len(SYLLABLES)] for shift in (8, 14, 20)[: 1 + (state >> 27) % 3])
        )
    return " ".join(said)


def _made(doc: str, reporter: str, number: int, entry: tuple[int, str, Decimal, str]) -> Claim:
    start, printed, value, partner = entry
    half = Decimal(5 * 10**7)
    ends = {"low": value - half, "high": value + half, "natural_low": value - half, "natural_high": value + half}
    return Claim(
        id=claim_id(doc, start, start + len(printed), printed),
        doc=doc,
        start=start,
        end=start + len(printed),
        text=printed,
        reporter=reporter,
        partner=partner,
        flow="turnover",
        value=value,
        unit="USD",
        period=str(2015 + number % 10),
        source=f"Office {number % 25}",
        **ends,
    )


def _pairwise(number: int, step: int, own: list[Claim]) -> Finding:
    pair = (own[step], own[step + 1])
    ids = tuple(claim.id for claim in pair)
    steps = tuple(
        Step(
            text=f"{c.text} is printed.",
            relation="level",
            claims=(c.id,),
            quantity="trade",
            unit="USD",
            low=float(c.low or 0),
            high=float(c.high or 0),
        )
        for c in pair
    )
    return Finding(
        id=f"f{number:04d}{step}",
        kind=("same-fact", "mirror")[step % 2],
        scope=("article", "source", "cross-source")[number % 3],
        certainty=("impossible", "unlikely", "needs-reading")[number % 4 % 3],
        claims=ids,
        headline=f"Trade letter {number} gives {pair[0].text} and {pair[1].text}",
        explanation=f"{pair[0].text} and {pair[1].text} cannot both hold.",
        suspect=ids[1],
        steps=steps,
    )
