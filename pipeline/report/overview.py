"""The first screen and the closing account: how much was read and checked, what was found, what was left out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.pairs import pair_title
from pipeline.report.shelf import GROUPS, Shelf, group, title

TOP: Final = 5
EXAMPLES: Final = 8
BUSIEST: Final = 24
_CERTAINTIES: Final = ("impossible", "unlikely", "needs-reading")
_SCOPES: Final = ("article", "source", "cross-source")
_OWN_PLACE: Final = frozenset({"skipped", "remarks", "inputs", "lexicons"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The figures of the first screen; ``table`` counts findings by certainty and scope."""

    articles: int
    claims: int
    checked: int
    coverage: str
    findings: int
    groups: Mapping[str, int]
    table: tuple[tuple[str, tuple[int, ...]], ...]
    scopes: tuple[str, ...]
    skipped: int
    kept_back: str
    """Which findings the configuration does not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A finding in one line."""

    id: str
    certainty: str
    headline: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why claims were not compared, how many, and some of them."""

    text: str
    count: int
    examples: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the claims say of one economy's trade with another."""

    claims: int
    findings: int
    pair: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who trades with whom, for the economies that most claims are about; None where no claim is."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    left_out: int


def overview(shelf: Shelf) -> Overview:
    """The counts of a run."""
    check = shelf.run.check
    claims = len(shelf.run.claims)
    counted = Counter((finding.certainty, finding.scope) for finding in shelf.findings)
    checked = len(check.checked & shelf.claims.keys())
    return Overview(
        articles=len(shelf.run.articles),
        claims=claims,
        checked=checked,
        coverage=_part(checked, claims),
        findings=len(shelf.findings),
        groups=Counter(group(finding) for finding in shelf.findings),
        table=tuple((c, tuple(counted[(c, s)] for s in _SCOPES)) for c in _CERTAINTIES),
        scopes=_SCOPES,
        skipped=len(skipped(shelf)),
        kept_back=_kept_back(shelf),
    )


def _part(some: int, of_all: int) -> str:
    """A part in whole percent, where neither a few are none nor nearly all are all."""
    if not of_all:
        return "–"
    percent = round(100 * some / of_all)
    if some and not percent:
        return f"under 1{words.NO_BREAK}%"
    return f"{percent - (percent == 100 and some < of_all)}{words.NO_BREAK}%"


def _kept_back(shelf: Shelf) -> str:
    asked = (shelf.run.manifest.get("config") or {}).get("report")
    said = words.kept_back(asked["certainty"], asked["scopes"]) if asked else ""
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def headlines(shelf: Shelf) -> tuple[Headline, ...]:
    """The gravest findings in a line each, with where they stand."""
    shown = sorted(shelf.findings, key=lambda finding: GROUPS.index(group(finding)))[:TOP]
    return tuple(
        Headline(id=f.id, certainty=f.certainty, headline=f.headline or f.explanation, place=place_of(f, shelf))
        for f in shown
    )


def verdict(view: Overview) -> str:
    """The first line of the page: what was found, in one sentence."""
    read = words.plural(view.articles, "article")
    proofs, disagreements, reading = (view.groups.get(name, 0) for name in GROUPS)
    if proofs:
        return f"{words.plural(proofs, 'contradiction')} in {read}"
    if disagreements:
        return f"No contradiction in {read}; {words.plural(disagreements, 'disagreement')} between sources"
    if reading:
        return f"No proven contradiction in {read}; {words.plural(reading, 'place')} to read again"
    if not view.articles:
        return "No article was read"
    if not view.claims:
        return f"No trade figures in {read}"
    return f"No contradiction in {read}" if view.checked else f"Nothing could be checked in {read}"


def lead(view: Overview) -> str:
    """The first paragraph: how much was read, how much of it could be checked, and what that means."""
    if not view.claims:
        said = ["Where nothing is printed about trade between two parties, there is nothing to check."]
        return " ".join([*said, *_skipped_files(view)])
    said = [
        f"{words.plural(view.claims, 'printed trade figure was', 'printed trade figures were')} read, and "
        f"{words.number(float(view.checked))} of them ({view.coverage}) could be compared with at least one other."
    ]
    others = [
        (view.groups.get("disagreements", 0), "disagreement between sources", "disagreements between sources"),
        (view.groups.get("reading", 0), "place that needs reading", "places that need reading"),
    ]
    apart = sum(count for count, _, _ in others)
    if named := [words.plural(count, one, many) for count, one, many in others if count]:
        first = "Beside the contradictions there" if view.groups.get("proofs") else "There"
        said.append(f"{first} {'is' if apart == 1 else 'are'} {' and '.join(named)}.")
    said += [view.kept_back] if view.kept_back else []
    return " ".join([*said, *_skipped_files(view)])


def _skipped_files(view: Overview) -> list[str]:
    skipped = words.plural(view.skipped, "file was", "files were")
    return [f"{skipped} skipped; “What was checked” tells why."] if view.skipped else []


def nothing(view: Overview) -> str:
    """What it means that nothing was found, said with what it rests on."""
    if not view.claims:
        return "No figure, no finding."
    if not view.checked:
        return "Nothing could be compared, so nothing can be said about these figures either way."
    said = f"No contradiction among the {words.plural(view.checked, 'claim')} that could be compared with another."
    left = view.claims - view.checked
    if not left:
        return said
    them = "it" if left == 1 else "them"
    return f"{said} {words.plural(left, 'claim')} could be compared with none: silence about {them} is not agreement."


def reasons(shelf: Shelf) -> tuple[Reason, ...]:
    """Why claims were not compared, the commonest reason first."""
    grouped: dict[str, list[str]] = {}
    for claim in shelf.run.claims:
        if claim.id in shelf.run.check.checked:
            continue
        why = shelf.run.check.not_compared.get(claim.id, words.LONELY)
        grouped.setdefault(why, []).append(claim.id)
    order = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Reason(text=why, count=len(ids), examples=_examples(ids, shelf)) for why, ids in order)


def skipped(shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """The files that were not read, each with its reason, as the manifest names them."""
    named = shelf.run.manifest.get("skipped") or ()
    if isinstance(named, Mapping):
        return tuple((str(name), str(why)) for name, why in sorted(named.items()))
    return tuple(_skipped(item) for item in named)


def remarks(shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """What was read with a remark: figures of trade without a reading, rows of metadata that name no file."""
    return tuple(_skipped(item) for item in shelf.run.manifest.get("remarks") or ())


def settings(shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """The manifest in lines: versions, the model, the configuration."""
    shown = {key: value for key, value in shelf.run.manifest.items() if key not in _OWN_PLACE}
    return tuple(line for key in sorted(shown) for line in _flat(key, shown[key]))


def matrix(shelf: Shelf, numbers: Mapping[tuple[str, str], int]) -> Matrix:
    """The table of who trades with whom; ``numbers`` are those of the pairs on the page."""
    sides = [(c.reporter, c.partner) for c in shelf.run.claims if c.reporter and c.partner]
    claims = Counter((min(a, b), max(a, b)) for a, b in sides)
    weight = Counter(code for pair in sides for code in pair)
    codes = tuple(
        sorted(
            sorted(weight, key=lambda code: (-weight[code], code))[:BUSIEST],
            key=lambda code: words.economy(code).lower(),
        )
    )
    found: dict[tuple[str, str], set[str]] = {}
    for claim_id, findings in shelf.by_claim.items():
        claim = shelf.claims.get(claim_id)
        if claim is not None and claim.reporter and claim.partner:
            key = (min(claim.reporter, claim.partner), max(claim.reporter, claim.partner))
            found.setdefault(key, set()).update(finding.id for finding in findings)

    def cell(one: str, other: str) -> Cell | None:
        key = (min(one, other), max(one, other))
        if key not in claims:
            return None
        conflicts = len(found.get(key, ()))
        says = f"{pair_title(*key)}: {words.plural(claims[key], 'claim')}"
        return Cell(
            claims=claims[key],
            findings=conflicts,
            pair=numbers[key],
            says=says + f", {words.plural(conflicts, 'finding')}" * (conflicts > 0),
        )

    return Matrix(
        codes=codes,
        names=tuple(words.economy(code) for code in codes),
        rows=tuple(tuple(cell(one, other) for other in codes) for one in codes),
        left_out=len(weight) - len(codes),
    )


def place_of(finding: Finding, shelf: Shelf) -> str:
    """The article of a finding, or how many articles it spans."""
    docs = sorted({shelf.claims[c].doc for c in finding.claims if c in shelf.claims})
    if len(docs) != 1:
        return words.plural(len(docs), "article")
    article = shelf.articles.get(docs[0])
    outlet = article.outlet if article is not None else None
    return " · ".join(part for part in (outlet, title(article, docs[0])) if part)


def _examples(ids: list[str], shelf: Shelf) -> tuple[tuple[str, str, str], ...]:
    claims = [shelf.claims[claim_id] for claim_id in ids[:EXAMPLES]]
    return tuple((claim.text, words.subject(claim), shelf.anchor(claim)) for claim in claims)


def _skipped(item: Any) -> tuple[str, str]:
    if isinstance(item, Mapping):
        return str(item.get("name", "")), str(item.get("reason", ""))
    return str(item), ""


def _flat(key: str, value: Any) -> list[tuple[str, str]]:
    if isinstance(value, Mapping) and value:
        return [line for inner in sorted(value) for line in _flat(f"{key} · {inner}", value[inner])]
    if isinstance(value, str | int | float | None):
        return [(key, "" if value is None else str(value))]
    return [(key, json.dumps(value, ensure_ascii=False, default=str))]
