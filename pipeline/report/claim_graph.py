"""The claim graph of one conflict: economies are dots, each claim is a line between two of them with its letter.

Claims that only support the suggested correction are drawn too, dashed: what the figure would then agree with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report import words

ROW: Final = 44
_MOST: Final = 14
"""Lines that can still be told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """An economy at the left or the right edge; ``y`` and ``name_y``, where its name stands, in pixels."""

    name: str
    y: int
    name_y: int
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim: from its left dot through the middle of a row of its own to its right dot."""

    letter: str
    says: str
    ends: tuple[int, int]
    y: int
    suspect: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGraph:
    """The drawing; ``summary`` says it aloud."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    height: int
    summary: str


def claim_graph(
    finding: Finding, claims: Mapping[str, Claim], letters: Mapping[str, str], *, suspect: str | None
) -> ClaimGraph | None:
    """The graph of a finding, its commonest economy on the left; None where all is about one pair."""
    ids = dict.fromkeys((*finding.claims, *(finding.repair.support if finding.repair else ())))
    named = [claim for id in ids if (claim := claims.get(id)) and claim.reporter and claim.partner]
    edges = _edges(named)
    if len(set(edges.values())) < 2 or len(named) > _MOST:
        return None
    order = sorted(named, key=lambda claim: (list(edges.values()).index(edges[claim.id]), letters.get(claim.id, "~")))
    rows = {claim.id: ROW * at + ROW // 2 for at, claim in enumerate(order)}
    places = [_places((edge[side], rows[id]) for id, edge in edges.items()) for side in (0, 1)]
    return ClaimGraph(
        dots=tuple(
            Dot(name=words.economy(c), y=y, name_y=_beside(y), right=n == 1)
            for n, side in enumerate(places)
            for c, y in side.items()
        ),
        lines=tuple(
            Line(
                letter=letters.get(claim.id, ""),
                says=_says(claim, edges[claim.id]),
                ends=(places[0][edges[claim.id][0]], places[1][edges[claim.id][1]]),
                y=rows[claim.id],
                suspect=claim.id == suspect,
            )
            for claim in order
        ),
        height=ROW * len(order) + ROW // 2,
        summary="; ".join(f"{letters.get(c.id, '')} {words.subject(c)}: {c.text}".strip() for c in order),
    )


def _edges(claims: Sequence[Claim]) -> dict[str, tuple[str, str]]:
    """The left and the right economy of each claim."""
    counts = Counter(code for claim in claims for code in (claim.reporter or "", claim.partner or ""))
    return {claim.id: _ordered(claim.reporter or "", claim.partner or "", counts) for claim in claims}


def _ordered(one: str, other: str, counts: Mapping[str, int]) -> tuple[str, str]:
    return (one, other) if (-counts[one], one) <= (-counts[other], other) else (other, one)


def _places(ends: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Where each economy of one side stands: in the middle of its rows."""
    rows: dict[str, list[int]] = {}
    for code, y in ends:
        rows.setdefault(code, []).append(y)
    return {code: (min(ys) + max(ys)) // 2 for code, ys in rows.items()}


def _beside(y: int) -> int:
    """Where a dot's name is clear of the figures, which stand above their rows: below a row, above what is between."""
    return y + 20 if y % ROW == ROW // 2 else y - 11


def _says(claim: Claim, edge: tuple[str, str]) -> str:
    """The figure with an arrow as the drawing has the sides: "→ $43.8 billion, 2024"."""
    arrow = words.arrow(claim.flow, turned=claim.reporter != edge[0])
    what = "" if claim.measure == "level" else f" ({words.word('measure', claim.measure)})"
    return ", ".join(
        part for part in (f"{arrow} {claim.text}{what}", claim.period and words.period(claim.period)) if part
    )
