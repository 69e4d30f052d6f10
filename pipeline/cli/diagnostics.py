"""Findings as a good compiler prints them: the sentences, carets under the figures, the proof, the suggestion."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from pipeline.claim import Claim
from pipeline.cli.console import has_colour, show, styled, visible, width
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.passage import sentence

if TYPE_CHECKING:
    from pipeline.store import Run
    from pipeline.store.run import CheckLike

_COLOURS: Final = {"impossible": "red", "unlikely": "yellow", "needs-reading": "blue"}
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where findings are shown: how wide it is, and whether in colours."""

    columns: int = 100
    colour: bool = False


def diagnose(run: Run) -> None:
    """Prints every finding, gravest first, as the check has them."""
    screen = Screen(columns=width(), colour=has_colour())
    claims = {claim.id: claim for claim in run.claims}
    texts = {article.name: article.text for article in run.articles}
    for finding in run.check.findings:
        show("\n".join(finding_lines(finding, claims, texts, screen=screen)) + "\n")


def finding_lines(
    finding: Finding, claims: Mapping[str, Claim], texts: Mapping[str, str], *, screen: Screen
) -> list[str]:
    """One finding: its head, the sentences, the proof, what a person would do."""
    head = finding.headline or finding.explanation
    label = styled(finding.certainty, _COLOURS.get(finding.certainty, "strong"), colour=screen.colour)
    lines = [f"{label}: {styled(_plain(head), 'strong', colour=screen.colour)}"]
    lines.append(f"  ({finding.kind}, {_SCOPES.get(finding.scope, finding.scope)}; {finding.id})")
    for claim_id in finding.claims:
        if (claim := claims.get(claim_id)) is not None:
            lines += claim_lines(claim, texts.get(claim.doc, ""), screen=screen)
    lines += _proof(finding, screen)
    lines += _advice(finding, claims, screen)
    return lines


_SCOPES: Final = {
    "article": "in one article",
    "source": "articles that cite one source",
    "cross-source": "the sources differ",
}


def claim_lines(claim: Claim, text: str, *, screen: Screen) -> list[str]:
    """The place of a claim, its sentence with carets under the figure, and what was read there."""
    line, column = position(text, claim.start)
    gutter = styled("|", "faint", colour=screen.colour)
    arrow = styled("-->", "faint", colour=screen.colour)
    lines = [f"  {arrow} {visible(claim.doc)}:{line}:{column}"]
    for quoted, marks in excerpt(claim, text, columns=screen.columns - 6):
        lines.append(f"   {gutter} {quoted}")
        if marks:
            lines.append(f"   {gutter} {styled(marks, 'red', colour=screen.colour)}")
    lines.append(f"   {gutter} = {_plain(words.subject(claim))}")
    return lines


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, as editors count them."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def excerpt(claim: Claim, text: str, *, columns: int) -> list[tuple[str, str]]:
    """The sentence of a claim in lines that fit, each with the carets below it; without the text, the figure alone."""
    if text[claim.start : claim.end] != claim.text:
        return [(_plain(claim.text), "")]
    start, end, before, after = sentence(text, claim.start, claim.end)
    lead = ("…" if before else "") + _plain(text[start : claim.start])
    figure = _plain(text[claim.start : claim.end])
    whole = lead + figure + _plain(text[claim.end : end]) + ("…" if after else "")
    first = len(lead)
    return [
        (whole[left:right].rstrip(), _carets(whole, (left, right), (first, first + len(figure))))
        for left, right in _breaks(whole, max(20, columns))
    ]


def _breaks(line: str, columns: int) -> Iterable[tuple[int, int]]:
    """Half-open ranges of a long line, broken at spaces where there is one."""
    left = 0
    while left < len(line):
        right = left
        used = 0
        while right < len(line) and used + _cells(line[right]) <= columns:
            used += _cells(line[right])
            right += 1
        if right < len(line) and (space := line.rfind(" ", left, right)) > left:
            right = space + 1
        yield left, right
        left = right


def _carets(line: str, bounds: tuple[int, int], figure: tuple[int, int]) -> str:
    """Carets under the part of the figure that stands within the bounds."""
    left, right = max(bounds[0], figure[0]), min(bounds[1], figure[1])
    if left >= right:
        return ""
    space = sum(_cells(character) for character in line[bounds[0] : left])
    return " " * space + "^" * max(1, sum(_cells(character) for character in line[left:right].rstrip()))


def _cells(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _plain(text: str) -> str:
    """Text for one line of a terminal."""
    return visible(text.translate(_SPACES).replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def _proof(finding: Finding, screen: Screen) -> list[str]:
    """The steps one below the other, what they come to last; the head is not said twice."""
    steps = list(dict.fromkeys([*(step.text for step in finding.steps), finding.explanation]))
    told = [step for step in steps if step and step != finding.headline and (finding.headline or finding.steps)]
    lines = [line for step in told[:1] for line in _item("proof", step, screen)]
    return lines + [line for step in told[1:] for line in _item("proof", step, screen, again=True)]


def _advice(finding: Finding, claims: Mapping[str, Claim], screen: Screen) -> list[str]:
    lines = []
    suspect = claims.get(finding.suspect or "")
    if suspect is not None:
        lines += _item("suspect", f"{suspect.text} ({words.subject(suspect)})", screen)
    if finding.repair is not None:
        unit = claims[finding.repair.claim].unit if finding.repair.claim in claims else None
        change = ", ".join(f"{slot} = {_value(slot, new, unit)}" for slot, new in sorted(finding.repair.change.items()))
        lines += _item("suggestion", f"{change}: {finding.repair.because}", screen)
    return lines + (_item("note", finding.note, screen) if finding.note else [])


def _value(slot: str, value: object, unit: str | None) -> str:
    """The new value of a slot as a person writes it."""
    if slot in {"reporter", "partner"} and isinstance(value, str):
        return f"{words.economy(value)} ({value})"
    if slot == "value" and isinstance(value, int | float | Decimal):
        return words.amount(Decimal(str(value)), unit)
    return str(value)


def _item(label: str, text: str, screen: Screen, *, again: bool = False) -> list[str]:
    """A labelled paragraph, wrapped under itself; ``again`` leaves the label out, where it stands just above."""
    indent = " " * (7 + len(label))
    lines = wrap(_plain(text), max(30, screen.columns - len(indent)), break_on_hyphens=False) or [""]
    first = indent if again else f"   = {styled(label, 'strong', colour=screen.colour)}: "
    return [first + lines[0], *(indent + line for line in lines[1:])]


def summary(check: CheckLike, *, claims: int, articles: int, checked: int | None = None) -> str:
    """What was found and what was looked at: silence is never sold as agreement.

    ``checked`` is how many claims were compared, where the check at hand does not say which.
    """
    findings = check.findings
    doubts = sum(finding.certainty == "needs-reading" for finding in findings)
    differ = sum(finding.scope == "cross-source" and finding.certainty != "needs-reading" for finding in findings)
    errors = len(findings) - doubts - differ
    found = [words.plural(errors, "contradiction") if errors else "no contradiction"]
    found += [words.plural(differ, "disagreement between sources", "disagreements between sources")] if differ else []
    found += [words.plural(doubts, "conflict that needs reading", "conflicts that need reading")] if doubts else []
    read = f"{words.plural(claims, 'claim')} in {words.plural(articles, 'article')}"
    known = len(check.checked) if checked is None else checked
    compared = f"{known} of them compared with another, {claims - known} with none"
    return _plain(f"{', '.join(found)}: {read}" + (f", {compared}" if claims else ", nothing to compare"))
