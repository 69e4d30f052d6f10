"""Findings as a good compiler prints them: the sentences, carets under the figures, the proof, the suggestion."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.claim import Claim
from pipeline.cli.console import has_colour, show, styled, width
from pipeline.cli.lines import on_a_line, wrapped
from pipeline.cli.places import place
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.passage import sentence
from pipeline.report.shelf import group

if TYPE_CHECKING:
    from pipeline.store import Run

_COLOURS: Final = {"impossible": "red", "unlikely": "yellow", "needs-reading": "blue", "disagreement": "blue"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where findings are shown: how wide it is, and whether in colours."""

    columns: int = 100
    colour: bool = False


def diagnose(run: Run) -> None:
    """Prints every finding, gravest first, in the order of the report."""
    from pipeline.report.shelf import severity

    screen = Screen(columns=width(), colour=has_colour())
    claims = {claim.id: claim for claim in run.claims}
    texts = {article.name: article.text for article in run.articles}
    for finding in sorted(run.check.findings, key=severity):
        show("\n".join(finding_lines(finding, claims, texts, screen=screen)) + "\n")


def finding_lines(
    finding: Finding, claims: Mapping[str, Claim], texts: Mapping[str, str], *, screen: Screen
) -> list[str]:
    """One finding: its head, the sentences, the proof, what a person would do."""
    lines = _head(finding, screen)
    kind = words.word("kind", finding.kind).lower()
    lines += wrapped(f"  ({kind}; {_SCOPES.get(finding.scope, finding.scope)}; {finding.id})", screen.columns, "   ")
    known = [claims[claim] for claim in finding.claims if claim in claims]
    for together in _by_sentence(known, texts):
        lines += claim_lines(together, texts.get(together[0].doc, ""), screen=screen)
    lines += _proof(finding, screen)
    lines += _advice(finding, claims, screen)
    lines += _follows(finding, screen)
    return lines


def _head(finding: Finding, screen: Screen) -> list[str]:
    said = finding.headline or finding.explanation
    label = "disagreement" if group(finding) == "disagreements" else finding.certainty
    lines = wrapped(f"{label}: {said}", screen.columns, "  ")
    first = styled(lines[0][len(label) + 2 :], "strong", colour=screen.colour)
    coloured = styled(label, _COLOURS.get(label, "strong"), colour=screen.colour)
    return [f"{coloured}: {first}", *(styled(line, "strong", colour=screen.colour) for line in lines[1:])]


def _by_sentence(claims: Sequence[Claim], texts: Mapping[str, str]) -> list[list[Claim]]:
    """The claims that are printed in one sentence together, each sentence where its first claim comes."""
    found: dict[object, list[Claim]] = {}
    for claim in claims:
        text = texts.get(claim.doc, "")
        known = text[claim.start : claim.end] == claim.text
        found.setdefault((claim.doc, sentence(text, claim.start, claim.end)) if known else claim.id, []).append(claim)
    return [sorted(together, key=lambda claim: claim.start) for together in found.values()]


_SCOPES: Final = {
    "article": "in one article",
    "source": "articles that cite one source",
    "cross-source": "the sources differ",
}


def claim_lines(claims: Sequence[Claim], text: str, *, screen: Screen) -> list[str]:
    """The place of claims of one sentence, the sentence with carets under their figures, and what was read there."""
    gutter = styled("|", "faint", colour=screen.colour)
    arrow = styled("-->", "faint", colour=screen.colour)
    lines = [f"  {arrow} {place(claims[0].doc, text, claims[0].start)}"]
    for quoted, marks in excerpt(claims, text, columns=screen.columns - 6):
        lines.append(f"   {gutter} {quoted}")
        if marks:
            lines.append(f"   {gutter} {styled(marks, 'red', colour=screen.colour)}")
    for claim in claims:
        figure = f"{on_a_line(claim.text)}: " if len(claims) > 1 else ""
        read = wrapped(f"= {figure}{words.subject(claim)}", screen.columns - 5, "  ")
        lines += [f"   {gutter} {line}" for line in read]
    return lines


def excerpt(claims: Sequence[Claim], text: str, *, columns: int) -> list[tuple[str, str]]:
    """The one sentence of claims in lines that fit, each with the carets below it; without the text, the figure alone.

    The claims stand in the order of their text.
    """
    first = claims[0]
    if text[first.start : first.end] != first.text:
        return [(on_a_line(first.text), "")]
    start, end, before, after = sentence(text, first.start, first.end)
    whole, at = "…" if before else "", start
    figures = []
    for claim in claims:
        whole += on_a_line(text[at : claim.start])
        figure = on_a_line(text[max(at, claim.start) : claim.end])
        figures.append((len(whole), len(whole) + len(figure)))
        whole, at = whole + figure, max(at, claim.end)
    whole += on_a_line(text[at:end]) + ("…" if after else "")
    return [
        (whole[left:right].rstrip(), _carets(whole, (left, right), figures))
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


def _carets(line: str, bounds: tuple[int, int], figures: Sequence[tuple[int, int]]) -> str:
    """Carets under the parts of the figures that stand within the bounds."""
    end = bounds[0] + len(line[bounds[0] : bounds[1]].rstrip())
    marks = (
        ("^" if any(first <= at < last for first, last in figures) else " ") * _cells(line[at])
        for at in range(bounds[0], end)
    )
    return "".join(marks).rstrip()


def _cells(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _proof(finding: Finding, screen: Screen) -> list[str]:
    """The steps one below the other, what they come to last; nothing of the head or the last line is said twice."""
    steps = [step.text for step in finding.steps if not _said_in(finding.explanation, step.text)]
    steps = list(dict.fromkeys([*steps, finding.explanation]))
    told = [step for step in steps if step and step != finding.headline and (finding.headline or finding.steps)]
    lines = [line for step in told[:1] for line in item("proof", step, screen)]
    return lines + [line for step in told[1:] for line in item("proof", step, screen, again=True)]


def _said_in(explanation: str, step: str) -> bool:
    """Whether the last line of a proof says what a figure means, or what the others leave open, as the step does."""
    meaning = step.partition(" means ")[2] or step.partition(", ")[2]
    return step != explanation and bool(meaning) and meaning in explanation


def _follows(finding: Finding, screen: Screen) -> list[str]:
    """What else does not fit, and would with this conflict out of the way."""
    label = "follows from it"
    return [line for at, said in enumerate(finding.follows) for line in item(label, said, screen, again=at > 0)]


def _advice(finding: Finding, claims: Mapping[str, Claim], screen: Screen) -> list[str]:
    from pipeline.report import cards  # late: half of the report comes with it

    lines = _suspects([claims[one] for one in cards.suspects(finding) if one in claims], screen)
    repair = cards.suggestion(finding)
    if repair is not None:
        told = (f"{one.slot}: {one.printed} → {one.fits}" for one in cards.changes(repair, claims))
        lines += item("suggestion", f"{', '.join(told)}. {repair.because}", screen)
    lines += item("note", finding.note, screen) if finding.note else []
    advice = words.advice(finding.certainty, finding.scope)
    return lines + (item("what to do", advice, screen) if advice else [])


def _suspects(named: Sequence[Claim], screen: Screen) -> list[str]:
    if len(named) == 1:
        return item("suspect", f"{named[0].text} ({words.subject(named[0])})", screen)
    either = " or ".join(claim.text for claim in named)
    return item("suspect", f"{either}: the figures alone do not tell which", screen) if named else []


def item(label: str, text: str, screen: Screen, *, again: bool = False) -> list[str]:
    """A labelled paragraph, wrapped under itself; ``again`` leaves the label out, where it stands just above."""
    indent = " " * (7 + len(label))
    lines = wrapped(text, max(30, screen.columns - len(indent))) or [""]
    first = indent if again else f"   = {styled(label, 'strong', colour=screen.colour)}: "
    return [first + lines[0], *(indent + line for line in lines[1:])]
