"""A run made by hand: a few short articles, their claims, and findings of every certainty and scope."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pipeline.claim import Claim, Evidence, claim_id
from pipeline.finding import Finding, Repair, Step
from pipeline.store import Run, StoredArticle, StoredCheck

STEPPE = """Steppe trade at a new peak

ALMATY – Commerce between China and the five Central Asian states reached $94.8 billion in 2024, customs \
officers in Beijing say, after $89.4 billion in 2023. That is growth of nearly 5%.

Kazakhstan leads the table: goods worth $43.8 billion went back and forth, with $28 billion bought from China \
and $15.9 billion sold to it. Nowhere did turnover climb faster, and with a gain of about 15% Kazakhstan's \
trade came to $22.7 billion.

Uzbekistan followed with $13.8 billion. Turkmenistan, at $10.6 billion, kept its place as the third-largest \
partner, and Tajikistan closed the list with $3.9 billion."""

BAZAAR = """The bazaar republic grows up

For Kyrgyzstan the year 2024 was one of records. According to China's customs service, two-way trade stood at \
$22.71 billion, up from $19.8 billion a year earlier.

The whole region, the same service reports, turned over $94.82 billion with China."""

TASHKENT = """Two ledgers, one border

Uzbekistan's statistics agency counts $2.5 billion of exports to China for 2024. China's own customs book only\
 $1.6 billion of purchases from Uzbekistan in that year. Freight, timing and third-country routes explain part\
 of the gap, officials in Tashkent say.

Trade with Kazakhstan, the agency adds, stood at $4.3 billion; it had been $4.4 billion in 2023, $4.6 billion \
in 2022 and $3.9 billion in 2021."""

CLEAN = """Tea and tractors

Georgia's trade with China came to $2.3 billion in 2024. A senior official expects $3 billion by 2027."""

HOSTILE = """<script>alert(1)</script> & "quoted" 'titles'

An outlet prints </script><!-- and \u202etxt.exe\u202c and \u2028 in one line, then says that exports of \
<b>Chad</b> to Chad's neighbours were $1 & 2 billion in 2024. \x0b"""

OUTLETS = {
    "steppe.txt": ("Steppe trade at a new peak", "Silk Ledger", "2025-01-21", STEPPE),
    "bazaar.txt": ("The bazaar republic grows up", "Mountain Post", "2025-02-03", BAZAAR),
    "tashkent.txt": ("Two ledgers, one border", "Oasis Review", "2025-03", TASHKENT),
    "clean.txt": ("Tea and tractors", "Black Sea Daily", "2025-01-30", CLEAN),
    "<img src=x onerror=alert(2)>.txt": ('Attack "of" the <i>titles</i>\u202e', "O'Outlet & <Sons>", None, HOSTILE),
}


def _claim(row: dict[str, str]) -> Claim:
    """The claim of a row of the table, at the first place where its figure is printed."""
    text = OUTLETS[row["doc"]][3]
    start = text.index(row["text"])
    end = start + len(row["text"])
    value, half = Decimal(row["value"]), Decimal(row["half"])
    slack = half * 2 if row["hedge"] else half
    slots = ("reporter", "partner", "flow", "unit", "period", "base_period", "commodity", "source", "hedge")
    return Claim(
        id=claim_id(row["doc"], start, end, row["text"]),
        doc=row["doc"],
        start=start,
        end=end,
        text=row["text"],
        value=value,
        measure=row["measure"],
        modality=row["modality"] or "reported",
        natural_low=value - half,
        natural_high=value if row["hedge"] else value + half,
        low=value - slack,
        high=value if row["hedge"] else value + half,
        evidence=dict(_evidence(text, start, row["slots"])),
        **{slot: row[slot] or None for slot in slots},
    )


def _evidence(text: str, near: int, slots: str) -> Iterator[tuple[str, Evidence]]:
    """Where the slots were read: the last such words before the figure or just after it."""
    for slot, word in (pair.split("=", 1) for pair in slots.split("|")):
        at = text.rfind(word, 0, near + 160)
        yield slot, Evidence(start=at, end=at + len(word), inherited=abs(at - near) > 150, rule="by hand")


def _table() -> list[dict[str, str]]:
    with (Path(__file__).parent / "tables" / "sample_claims.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


CLAIMS = {row["name"]: _claim(row) for row in _table()}


def _step(text: str, relation: str, names: str, quantity: str, *ends: object) -> Step:
    unit, low, high = (*ends, None, None, None)[:3]
    ids = tuple(CLAIMS[name].id for name in names.split())
    return Step(text=text, relation=relation, claims=ids, quantity=quantity, unit=unit, low=low, high=high)  # type: ignore[arg-type]


def _ids(names: str) -> tuple[str, ...]:
    return tuple(CLAIMS[name].id for name in names.split())


FINDINGS = (
    Finding(
        id="f-kaz",
        kind="same-fact",
        scope="article",
        certainty="impossible",
        claims=_ids("kaz kaz-wrong"),
        headline="Kazakhstan's 2024 trade with China is given as $43.8 bn and as $22.7 bn",
        explanation="Both stand for the same trade in the same year; 28.0 + 15.9 = 43.9 billion agrees with the first.",
        suspect=CLAIMS["kaz-wrong"].id,
        repair=Repair(
            claim=CLAIMS["kaz-wrong"].id,
            change={"partner": "KGZ"},
            because="Another article gives it for Kyrgyzstan, and 94.8 − 43.8 − 13.8 − 10.6 − 3.9 leaves 22.7.",
            support=_ids("kgz region"),
        ),
        steps=(
            _step(
                "The first figure is printed as $43.8 billion.", "level", "kaz", "CHN–KAZ 2024", "USD", 43.75e9, 43.85e9
            ),
            _step(
                "The second is printed as $22.7 billion.", "level", "kaz-wrong", "CHN–KAZ 2024", "USD", 22.65e9, 22.75e9
            ),
            _step(
                "Both are China's two-way trade with Kazakhstan in 2024, and no amount lies in both intervals.",
                "same-fact",
                "kaz kaz-wrong",
                "",
            ),
        ),
        witnesses=_ids("kgz"),
        follows=("With 22.7 as Kazakhstan's, the five countries add up to 51.0 billion, not to 94.8.",),
    ),
    Finding(
        id="f-growth",
        kind="growth",
        scope="article",
        certainty="impossible",
        claims=_ids("region region-23 growth"),
        headline="A rise from $89.4 bn to $94.8 bn is 6.0 %, not nearly 5 %",
        explanation="94.8 / 89.4 is 1.0604; at the widest reading the growth lies between 5.9 and 6.2 %.",
        suspects=_ids("region region-23 growth"),
        steps=(
            _step(
                "The lowest growth is from 89.45 to 94.75, the highest from 89.35 to 94.85.",
                "growth",
                "region region-23",
                "growth",
                "percent",
                5.925,
                6.155,
            ),
            _step("Printed is nearly 5 %.", "growth", "growth", "growth", "percent", 4.0, 5.0),
        ),
    ),
    Finding(
        id="f-rank",
        kind="rank",
        scope="article",
        certainty="impossible",
        claims=_ids("tkm-rank tkm uzb kaz kgz"),
        headline="Turkmenistan is called third-largest, but three others are larger",
        explanation="10.6 is less than 43.8, 22.71 and 13.8: at best fourth.",
        suspect=CLAIMS["tkm-rank"].id,
        steps=(_step("13.8, 22.71 and 43.8 are each more than 10.65.", "rank", "tkm uzb kaz kgz", ""),),
    ),
    Finding(
        id="f-region",
        kind="same-fact",
        scope="source",
        certainty="unlikely",
        claims=_ids("region region-2"),
        headline="China's trade with Central Asia in 2024 is $94.8 bn in one article, $94.82 bn in another",
        explanation="They fit only if one of them was cut rather than rounded.",
        note="Would fit if the digits were truncated.",
    ),
    Finding(
        id="f-mirror",
        kind="mirror",
        scope="cross-source",
        certainty="impossible",
        claims=_ids("uzb-out chn-in"),
        headline="Uzbekistan's agency counts $2.5 bn of exports to China, China's customs $1.6 bn of imports",
        explanation="The two sources differ by 0.9 billion.",
        steps=(
            _step("Uzbekistan's statistics agency", "mirror", "uzb-out", "UZB→CHN 2024", "USD", 2.45e9, 2.55e9),
            _step("China's customs", "mirror", "chn-in", "UZB→CHN 2024", "USD", 1.55e9, 1.65e9),
        ),
    ),
    Finding(
        id="f-read",
        kind="trend",
        scope="article",
        certainty="needs-reading",
        claims=_ids("kgz hostile"),
        headline='A <b>headline</b> with "quotes" & \u202eturned\u202c words',
        explanation="It depends on whom <i>the neighbours</i> are.",
    ),
)

CHECKED = frozenset(
    _ids(
        "kaz kaz-wrong kaz-in kaz-out region region-23 region-2 growth tkm-rank tkm uzb tjk "
        "kgz kgz-23 uzb-out chn-in hostile"
    )
)
NOT_COMPARED = {
    CLAIMS["georgia"].id: "no other claim is about the same trade in that period",
    CLAIMS["georgia-27"].id: "a forecast is not compared with reported figures",
} | {
    CLAIMS[f"uzb-kaz-{year}"].id: "no other claim is about the same trade in that period" for year in range(2021, 2025)
}

ARTICLES = tuple(
    StoredArticle(name=name, title=title, outlet=outlet, published=published, text=text, url=None, sha256="0" * 64)
    for name, (title, outlet, published, text) in OUTLETS.items()
)

MANIFEST = {
    "version": "0.1.0",
    "python": "3.11",
    "model": {"name": "en_core_web_sm", "version": "3.8.0"},
    "skipped": [{"name": "scan.pdf", "reason": "no text in this PDF: it looks scanned"}],
    "counts": {"articles": 5, "claims": 23},
}


def sample_run() -> Run:
    """The run with everything in it."""
    check = StoredCheck(findings=FINDINGS, checked=CHECKED, not_compared=NOT_COMPARED)
    return Run(articles=ARTICLES, claims=tuple(CLAIMS.values()), check=check, manifest=MANIFEST)


def clean_run() -> Run:
    """A run in which nothing was found."""
    clean = tuple(article for article in ARTICLES if article.name == "clean.txt")
    claims = tuple(c for c in CLAIMS.values() if c.doc == "clean.txt")
    check = StoredCheck(checked=frozenset({claims[0].id}), not_compared={claims[1].id: "a forecast is not compared"})
    return Run(articles=clean, claims=claims, check=check, manifest={"version": "0.1.0"})
