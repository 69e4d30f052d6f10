"""``crossfoot explain``: one claim or finding, with every step from the printed characters to the proof; or a flow."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pipeline.claim import Claim
from pipeline.cli.console import has_colour, show, visible, width
from pipeline.cli.implied import implied_lines, is_flow
from pipeline.cli.options import CLEAN, add_outputs
from pipeline.errors import StoreError
from pipeline.finding import Finding

if TYPE_CHECKING:
    from pipeline.store import Run

HELP: Final = "show how one claim was read, how one finding is proved, or what follows for a flow"
EXAMPLE: Final = "crossfoot explain c0ffee123456 -o outputs/"


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "id",
        metavar="ID|FLOW",
        help="of a claim or finding, or as much of it as is unique; or REPORTER/PARTNER/FLOW/PERIOD, such as "
        "CHN/KGZ/turnover/2024, for what the claims imply for it",
    )
    add_outputs(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Prints the explanation of the claim or finding that the id means."""
    from pipeline.store import read_run

    run = read_run(arguments.outputs)
    if is_flow(arguments.id):
        show("\n".join(implied_lines(arguments.id, run.claims)))
        return CLEAN
    meant = find(arguments.id, run, str(arguments.outputs))
    lines = _finding(meant, run) if isinstance(meant, Finding) else _claim(meant, run)
    show("\n".join(lines))
    return CLEAN


def find(wanted: str, run: Run, place: str) -> Claim | Finding:
    """The claim or finding with an id, or with the only id that begins so."""
    known: list[Claim | Finding] = [*run.claims, *run.check.findings]
    exact = [item for item in known if item.id == wanted]
    begins = exact or [item for item in known if wanted and item.id.startswith(wanted)]
    if not begins:
        raise StoreError(f"no claim or finding {wanted!r} in {place}: its ids stand in claims.jsonl and findings.jsonl")
    if len(begins) > 1:
        raise StoreError(
            f"{wanted!r} begins {len(begins)} ids, {begins[0].id} and {begins[1].id} among them: give more"
        )
    return begins[0]


def _finding(finding: Finding, run: Run) -> list[str]:
    from pipeline.cli.diagnostics import Screen, finding_lines, item

    screen = Screen(columns=width(), colour=has_colour())
    claims = {claim.id: claim for claim in run.claims}
    texts = {article.name: article.text for article in run.articles}
    lines = finding_lines(finding, claims, texts, screen=screen)
    for other in finding.witnesses:
        if other in claims:
            lines += item("said as well by", f"{claims[other].doc} ({other})", screen)
    for claim_id in finding.claims:
        if claim_id in claims:
            lines += ["", f"how {claim_id} was read", *_reading(claims[claim_id], texts)]
    return lines


def _claim(claim: Claim, run: Run) -> list[str]:
    from pipeline.cli.diagnostics import Screen, claim_lines

    screen = Screen(columns=width(), colour=has_colour())
    texts = {article.name: article.text for article in run.articles}
    lines = [f"claim {claim.id}: {visible(claim.text)}", *claim_lines([claim], texts.get(claim.doc, ""), screen=screen)]
    lines += ["", "how it was read", *_reading(claim, texts)]
    lines += _stood_against(claim, run)
    lines += ["", "what it was compared with", *_compared(claim, run)]
    return lines


def _reading(claim: Claim, texts: dict[str, str]) -> Iterator[str]:
    """Slot by slot: the value, the characters it was read from, the rule; then the interval."""
    from pipeline.report import words

    text = texts.get(claim.doc, "")
    for slot in _SLOTS:
        value = getattr(claim, slot)
        if value is not None and value != "":
            shown = f"{value:,f}" if slot == "value" else value
            yield visible(f"  {slot:<11} {shown}{_origin(claim, slot, text)}")
    hedge = f"; the hedge is {claim.hedge!r}" if claim.hedge else ""
    natural = words.interval(claim.natural_low, claim.natural_high, claim.unit)
    widest = words.interval(claim.low, claim.high, claim.unit)
    ends = natural if natural == widest else f"{natural}, at the widest {widest}"
    yield visible(f"  {'interval':<11} {ends}{hedge}")


def _stood_against(claim: Claim, run: Run) -> list[str]:
    """The candidates for the slots that the wording decides, the winner marked; nothing where a table decides."""
    from pipeline.article import Article
    from pipeline.extract.rivals import find_rivals
    from pipeline.store.run import published_date

    kept = next((one for one in run.articles if one.name == claim.doc and one.text), None)
    if kept is None:
        return []
    article = Article(name=kept.name, text=kept.text, outlet=kept.outlet, published=published_date(kept))
    rivals = find_rivals(article, claim)
    lines = [] if not rivals else ["", "which candidates stood against each other (* the one that holds)"]
    for rival in rivals:
        quoted = " ".join(article.text[rival.start : rival.end].split())
        place = f"“{quoted}” at {rival.start}" if quoted else "the text before"
        lines.append(visible(f"  {rival.slot:<9} {'*' if rival.won else ' '} {rival.value:<22} {place}, {rival.why}"))
    return lines


_SLOTS: Final = (
    *("reporter", "partner", "flow", "measure", "value", "unit", "period", "base_period", "share_of", "commodity"),
    *("source", "modality", "among", "order", "aspect", "status", "conversion_of", "doubt"),
)


def _origin(claim: Claim, slot: str, text: str) -> str:
    """From which characters a slot was read, and by which rule."""
    evidence = claim.evidence.get(slot)
    if evidence is None:
        return ""
    quoted = " ".join(text[evidence.start : evidence.end].split())
    where = ", outside the clause of the figure" if evidence.inherited else ""
    rule = f", rule {evidence.rule}" if evidence.rule else ""
    return f"   from “{quoted}” at {evidence.start}{where}{rule}"


def _compared(claim: Claim, run: Run) -> Iterator[str]:
    from pipeline.report import words

    if claim.id in run.check.checked:
        yield "  with other claims, in at least one relation"
    else:
        yield visible(f"  with nothing: {run.check.not_compared.get(claim.id, words.LONELY)}")
    for finding in run.check.findings:
        if claim.id in finding.claims:
            yield visible(f"  {finding.certainty}: {finding.headline or finding.explanation} ({finding.id})")
