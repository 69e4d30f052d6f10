"""Findings as SARIF 2.1.0, the format that code-review tools read: one result a finding, one rule a kind.

Offsets and columns count Unicode code points. A result is recognised again by the finding's id, which does not depend
on where in the text the figures stand. What an editor dismissed is marked as suppressed, not left out.
"""

from __future__ import annotations

from typing import Any, Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.lexicon import read_toml
from pipeline.report import words
from pipeline.report.cards import changes, suggestion
from pipeline.report.exports.verdict import Verdict, Verdicts
from pipeline.report.shelf import Shelf, group, shelve
from pipeline.report.texts import article_uri
from pipeline.store.run import Run
from pipeline.words.hidden import unhidden

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "crossfootFinding/v1"
_MEANT: Final = str.maketrans({"[": r"\[", "]": r"\]", "{": "{{", "}": "}}"})
_LEVELS: Final = {"impossible": "error", "unlikely": "warning", "needs-reading": "note"}


def sarif(run: Run, verdicts: Verdicts | None = None) -> dict[str, Any]:
    """The SARIF log of a run; with verdicts every result says whether it is suppressed, as the standard asks."""
    shelf = shelve(run)
    kinds = sorted(read_toml("report.toml")["kind"])
    rules = [{"id": kind, "shortDescription": {"text": words.word("kind", kind)}} for kind in kinds]
    tool = {"driver": {"name": "Crossfoot", "rules": rules, **_version(run)}}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": tool,
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(doc, shelf) for doc in shelf.numbers],
                "results": [
                    _result(finding, kinds, shelf) | _suppressed(finding, verdicts) for finding in shelf.findings
                ],
            }
        ],
    }


def _version(run: Run) -> dict[str, str]:
    versions = run.manifest.get("versions")
    version = versions.get("crossfoot") if isinstance(versions, dict) else run.manifest.get("version")
    return {"version": str(version)} if version else {}


def _artifact(doc: str, shelf: Shelf) -> dict[str, Any]:
    article = shelf.articles.get(doc)
    hashes = {"hashes": {"sha-256": article.sha256}} if article is not None and article.sha256 else {}
    return {"location": {"uri": article_uri(doc)}, **hashes}


def _result(finding: Finding, kinds: list[str], shelf: Shelf) -> dict[str, Any]:
    """One finding; the likeliest culprit is the place of the result, the other claims stand beside it."""
    claims = [shelf.claims[c] for c in finding.claims if c in shelf.claims]
    claims.sort(key=lambda claim: claim.id != finding.suspect)
    rule = {"ruleIndex": kinds.index(finding.kind)} if finding.kind in kinds else {}
    return {
        "ruleId": finding.kind,
        **rule,
        "level": "note" if group(finding) == "disagreements" else _LEVELS.get(finding.certainty, "warning"),
        "message": {"text": _plain(_message(finding, shelf))},
        "locations": [_location(claim, shelf) for claim in claims[:1]],
        "relatedLocations": [{"id": n, **_location(claim, shelf)} for n, claim in enumerate(claims[1:], start=1)],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {"certainty": finding.certainty, "scope": finding.scope},
    }


def _suppressed(finding: Finding, verdicts: Verdicts | None) -> dict[str, Any]:
    """A dismissal suppresses the result; one whose evidence has changed since is under review again."""
    if verdicts is None:
        return {}
    verdict = verdicts.get(finding.id)
    return {"suppressions": [_suppression(verdict)] if verdict and verdict.status == "dismissed" else []}


def _suppression(verdict: Verdict) -> dict[str, str]:
    why = {"justification": verdict.reason} if verdict.reason else {}
    return {"kind": "external", "status": "underReview" if verdict.stale else "accepted", **why}


def _message(finding: Finding, shelf: Shelf) -> str:
    repair = suggestion(finding)
    told = () if repair is None else changes(repair, shelf.claims)
    fix = f"Suggested: {', '.join(f'{one.slot} {one.fits}, not {one.printed}' for one in told)}" if told else ""
    return words.sentences(finding.headline, finding.explanation, fix, repair.because if repair else "")


def _plain(text: str) -> str:
    """Words as a viewer shows them: in a message brackets would make a link, and braces a place to fill in.

    Control and direction characters are named, for a viewer may be a terminal.
    """
    return unhidden(text).translate(_MEANT)


def _location(claim: Claim, shelf: Shelf) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": article_uri(claim.doc)}}
    article = shelf.articles.get(claim.doc)
    if article is not None and article.text[claim.start : claim.end] == claim.text:
        place["region"] = _region(article.text, claim)
    return {"physicalLocation": place, "message": {"text": _plain(f"{claim.text}: {words.subject(claim)}")}}


def _region(text: str, claim: Claim) -> dict[str, Any]:
    """The figure's place: lines and columns from 1, the end column after its last character, and the offset."""
    line, column = _position(text, claim.start)
    end_line, end_column = _position(text, claim.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": claim.start,
        "charLength": claim.end - claim.start,
        "snippet": {"text": claim.text},
    }


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
