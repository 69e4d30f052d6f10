"""Findings as a good compiler prints them: the sentences, carets under the figures, the proof, the suggestion."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from pipeline.claim import Claim
from pipeline.cli.console import has_colour, show, styled, visible, width
from pipeline.finding import Finding, left_alone
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
    lines += _wrapped(f"  ({kind}; {_SCOPES.get(finding.scope, finding.scope)}; {finding.id})", screen.columns, "   ")
    known = [claims[claim] for claim in finding.claims if claim in claims]
    for together in _by_sentence(known, texts):
        lines += claim_lines(together, texts.get(together[0].doc, ""), screen=screen)
    lines += _proof(finding, screen)
    lines += _follows(finding, screen)
    lines += _advice(finding, claims, screen)
    return lines


def _head(finding: Finding, screen: Screen) -> list[str]:
    label, said = finding.certainty, finding.headline or finding.explanation
    lines = _wrapped(f"{label}: {said}", screen.columns, "  ")
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
    line, column = position(text, claims[0].start)
    gutter = styled("|", "faint", colour=screen.colour)
    arrow = styled("-->", "faint", colour=screen.colour)
    lines = [f"  {arrow} {visible(claims[0].doc)}:{line}:{column}"]
    for quoted, marks in excerpt(claims, text, columns=screen.columns - 6):
        lines.append(f"   {gutter} {quoted}")
        if marks:
            lines.append(f"   {gutter} {styled(marks, 'red', colour=screen.colour)}")
    for claim in claims:
        figure = f"{_plain(claim.text)}: " if len(claims) > 1 else ""
        read = _wrapped(f"= {figure}{words.subject(claim)}", screen.columns - 5, "  ")
        lines += [f"   {gutter} {line}" for line in read]
    return lines


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, as editors count them."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def excerpt(claims: Sequence[Claim], text: str, *, columns: int) -> list[tuple[str, str]]:
    """The one sentence of claims in lines that fit, each with the carets below it; without the text, the figure alone.

    The claims stand in the order of their text.
    """
    first = claims[0]
    if text[first.start : first.end] != first.text:
        return [(_plain(first.text), "")]
    start, end, before, after = sentence(text, first.start, first.end)
    whole, at = "…" if before else "", start
    figures = []
    for claim in claims:
        whole += _plain(text[at : claim.start])
        figure = _plain(text[max(at, claim.start) : claim.end])
        figures.append((len(whole), len(whole) + len(figure)))
        whole, at = whole + figure, max(at, claim.end)
    whole += _plain(text[at:end]) + ("…" if after else "")
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


def _plain(text: str) -> str:
    """Text for one line of a terminal."""
    return visible(text.translate(_SPACES).replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def _wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines that fit, none of which ends within an amount; ``indent`` begins all but the first."""
    held = words.bound(_plain(text))
    return [_plain(line) for line in wrap(held, columns, subsequent_indent=indent, break_on_hyphens=False)]


def _proof(finding: Finding, screen: Screen) -> list[str]:
    """The steps one below the other, what they come to last; the head is not said twice."""
    steps = list(dict.fromkeys([*(step.text for step in finding.steps), finding.explanation]))
    told = [step for step in steps if step and step != finding.headline and (finding.headline or finding.steps)]
    lines = [line for step in told[:1] for line in item("proof", step, screen)]
    return lines + [line for step in told[1:] for line in item("proof", step, screen, again=True)]


def _follows(finding: Finding, screen: Screen) -> list[str]:
    """What else does not fit, and would with this conflict out of the way."""
    label = "follows from it"
    return [line for at, said in enumerate(finding.follows) for line in item(label, said, screen, again=at > 0)]


def _advice(finding: Finding, claims: Mapping[str, Claim], screen: Screen) -> list[str]:
    from pipeline.report.cards import changes, culprit, suggestion  # late: half of the report comes with it

    lines = []
    suspect = claims.get(culprit(finding) or "")
    if suspect is not None:
        lines += item("suspect", f"{suspect.text} ({words.subject(suspect)})", screen)
    repair = suggestion(finding)
    if repair is not None:
        told = (f"{one.slot}: {one.printed} → {one.fits}" for one in changes(repair, claims))
        lines += item("suggestion", f"{', '.join(told)}. {repair.because}", screen)
    return lines + (item("note", finding.note, screen) if finding.note else [])


def item(label: str, text: str, screen: Screen, *, again: bool = False) -> list[str]:
    """A labelled paragraph, wrapped under itself; ``again`` leaves the label out, where it stands just above."""
    indent = " " * (7 + len(label))
    lines = _wrapped(text, max(30, screen.columns - len(indent))) or [""]
    first = indent if again else f"   = {styled(label, 'strong', colour=screen.colour)}: "
    return [first + lines[0], *(indent + line for line in lines[1:])]


def summary(
    check: CheckLike, *, claims: int, articles: int, checked: int | None = None, left: int | None = None
) -> str:
    """What was found and what was looked at: silence is never sold as agreement.

    ``checked`` is how many claims were compared, and ``left`` how many were left alone for too many conflicts, where
    the check at hand does not say which.
    """
    findings = check.findings
    doubts = sum(finding.certainty == "needs-reading" for finding in findings)
    differ = sum(finding.scope == "cross-source" and finding.certainty != "needs-reading" for finding in findings)
    errors = len(findings) - doubts - differ
    known = len(check.checked) if checked is None else checked
    clean = "no contradiction" if known or not claims else "nothing could be compared"
    found = [words.plural(errors, "contradiction") if errors else clean]
    found += [words.plural(differ, "disagreement between sources", "disagreements between sources")] if differ else []
    found += [words.plural(doubts, "conflict that needs reading", "conflicts that need reading")] if doubts else []
    read = f"{words.plural(claims, 'claim')} in {words.plural(articles, 'article')}"
    left = left_alone(check.not_compared) if left is None else left
    compared = f", {known} of them compared with another, {claims - known - left} with none" if known else ""
    if left:
        compared += f", {left} left alone for too many conflicts"
    return _plain(f"{', '.join(found)}: {read}{compared if claims else ', nothing to compare'}")
