"""The claims as a graph for Gephi and networkx: economies are nodes, claims are edges, findings are marks on both."""

from __future__ import annotations

import re
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.store.run import Run
from pipeline.store.tables import findings_by_claim
from pipeline.words.hidden import unhidden

UNNAMED: Final = "?"
"""The node of a party that the text does not settle."""

_SEVERITY: Final = ("impossible", "unlikely", "needs-reading")
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY: Final = re.compile(r'^( *<(?:key id|data key)=")d(?=\d+")')
"""The ids of networkx's columns: Gephi takes d3 for the label of a node, whatever the column's name is."""
_EDGE_TEXTS: Final = (
    *("doc", "text", "flow", "measure", "unit", "period", "base_period"),
    *("share_of", "commodity", "source", "modality", "hedge"),
)


def graphml(run: Run) -> str:
    """The graph of a run as GraphML."""
    import networkx as nx

    lines = (_KEY.sub(r"\1k", line) for line in nx.generate_graphml(claim_graph(run)))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


def claim_graph(run: Run) -> Any:
    """A directed multigraph; an edge runs from the exporter to the importer, or from the reporter where both trade."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    marks, worst = findings_by_claim(run), _worst(run.check.findings)
    for code in sorted({party(code) for claim in run.claims for code in (claim.reporter, claim.partner)}):
        graph.add_node(code, label=name(code), kind=kind(code), claims=0, conflicts=0)
    for claim in run.claims:
        source, target = direction(claim)
        attributes = _edge(claim) | {"checked": claim.id in run.check.checked}
        attributes |= {"findings": " ".join(marks.get(claim.id, ())), "certainty": worst.get(claim.id, "")}
        graph.add_edge(source, target, key=claim.id, **attributes)
        for code in {source, target}:
            graph.nodes[code]["claims"] += 1
            graph.nodes[code]["conflicts"] += claim.id in worst
    return graph


def direction(claim: Claim) -> tuple[str, str]:
    """The ends of the claim's edge in the direction in which the goods go."""
    reporter, partner = party(claim.reporter), party(claim.partner)
    return (partner, reporter) if claim.flow == "import" else (reporter, partner)


def party(code: str | None) -> str:
    """The node of a party."""
    return UNNAMED if not code else legal(code)


def kind(code: str) -> str:
    """What a node is: an economy by its ISO code, a group by its slug or its members, or nobody named."""
    if code == UNNAMED:
        return "unnamed"
    return "economy" if len(code) == 3 and code.isupper() else "group"


def name(code: str) -> str:
    """The party as a person would write it."""
    if code == UNNAMED:
        return "not said"
    from pipeline.economy import name_of

    return legal(name_of(code))


def legal(text: str) -> str:
    """The text without the characters that XML cannot carry, and with those shown that would steer who reads it."""
    return unhidden(_NOT_XML.sub("\ufffd", text))


def _edge(claim: Claim) -> dict[str, Any]:
    """The attributes of an edge: only those that the claim has, since GraphML knows no null."""
    given = {slot: legal(value) for slot in _EDGE_TEXTS if (value := getattr(claim, slot)) is not None}
    numbers = {slot: float(v) for slot in ("value", "low", "high") if (v := getattr(claim, slot)) is not None}
    exact = {} if claim.value is None else {"value_text": format(claim.value, "f")}
    return {"label": legal(claim.text), "weight": 1.0} | given | numbers | exact


def _worst(findings: Any) -> dict[str, str]:
    """The gravest certainty among the findings of each claim that is in one."""
    worst: dict[str, str] = {}
    ordered: list[Finding] = sorted(findings, key=lambda finding: _SEVERITY.index(finding.certainty))
    for finding in ordered:
        for claim in finding.claims:
            worst.setdefault(claim, finding.certainty)
    return worst
