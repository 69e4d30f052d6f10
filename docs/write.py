"""Writes the pages that code knows better than people: ``make docs``; a test fails where a page is not what this gives.

``commands.md`` comes from the parser behind ``--help``, ``schema.md`` from the dataclasses behind the outputs,
``modules.md`` from the docstrings of the modules.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

DOCS: Final = Path(__file__).resolve().parent
MARK: Final = "<!-- made by docs/write.py: change the code, then 'make docs' -->\n"


def commands() -> str:
    """Every command with its arguments, as its ``--help`` gives them."""
    from pipeline.cli.program import build_parser

    parser = build_parser()
    (chosen,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    lines = ["# The commands", "", MARK, *_quoted(parser.description), ""]
    lines += ["Results go to standard output, progress and messages to standard error.", ""]
    for name, sub in chosen.choices.items():
        lines += [f"## crossfoot {name}", "", *_quoted(sub.description), "", "| argument | what it does |", "|---|---|"]
        lines += [_argument(action) for action in sub._actions if action.dest != "help"]
        lines += ["", "```", *_example(sub), "```", ""]
    lines += ["## Exit codes", "", *_quoted((parser.epilog or "").partition("\n\n")[0].partition(": ")[2]), ""]
    return "\n".join(lines).rstrip() + "\n"


def _quoted(text: str | None) -> list[str]:
    return [" ".join((text or "").split())]


def _argument(action: argparse.Action) -> str:
    shown = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if action.option_strings and action.nargs != 0:
        values = "\\|".join(map(str, action.choices)) if action.choices else str(action.metavar or action.dest.upper())
        shown += f" {values}"
    return f"| `{shown}` | {' '.join((action.help or '').split()).replace('|', chr(92) + '|')} |"


def _example(parser: argparse.ArgumentParser) -> list[str]:
    return [line.strip() for line in (parser.epilog or "").partition("example:\n")[2].splitlines() if line.strip()]


SCHEMA: Final = """\
`manifest.json` carries the version of the outputs as `format`: this page describes format {format}. A directory of another
format is refused with what to do about it. New fields may be added within a format, so a reader ignores what it does not
know; a field that goes or changes its meaning makes a new format, which `CHANGELOG.md` says.

Every offset counts Unicode code points of the document's text as it was read: for `.txt` and `.md` the decoded file, for
HTML, PDF and DOCX the extracted text that `articles.jsonl` keeps. Numbers are JSON numbers; `value_text` in the tables is
the exact decimal.

## Files

| file | holds |
|---|---|
| `claims.jsonl` | one claim a line, as below |
| `claims.parquet`, `claims.csv` | the same as a table: {columns} |
| `findings.jsonl` | one finding a line, as below |
| `articles.jsonl` | one article a line: {articles} |
| `graph.graphml` | who trades with whom by the claims, for graph programs |
| `report.html` | the page for editors; needs no other file |
| `manifest.json` | versions, language model and lexicons with their hashes, configuration, inputs, what was skipped and why, and the size and hash of every other file |
"""


def schema() -> str:
    """The outputs of a run: files, and every field of a claim and a finding."""
    from pipeline.claim import Claim, Evidence
    from pipeline.finding import Finding, Repair, Step
    from pipeline.store import FORMAT
    from pipeline.store.run import ARTICLE_FIELDS
    from pipeline.store.tables import COLUMNS

    listed = {"columns": ", ".join(f"`{name}`" for name in COLUMNS)}
    listed["articles"] = ", ".join(f"`{name}`" for name in ARTICLE_FIELDS)
    lines = ["# The outputs", "", MARK, SCHEMA.format(format=FORMAT, **listed)]
    for title, cls in (
        ("Claim", Claim),
        ("Evidence", Evidence),
        ("Finding", Finding),
        ("Step", Step),
        ("Repair", Repair),
    ):
        about = inspect.cleandoc(cls.__doc__ or "").replace("``", "`")
        lines += [f"## {title}", "", about, "", "| field | type | meaning |", "|---|---|---|", *_fields(title, cls), ""]
    return "\n".join(lines).rstrip() + "\n"


MEANING_OF_OTHERS: Final = (
    "what weaker evidence would give the slot (`?`: somebody who is not named); absent where nobody looked"
)
WRITTEN: Final = {
    "Claim": (
        ("checked", "true or false", "whether it was compared with another claim; if not, nothing is said of it"),
        ("not_compared", "string or null", "why it was not"),
    ),
    "Evidence": (
        ("span", "list of two numbers", "first character, and one past the last"),
        ("inherited", "true", "it stands outside the clause of the figure; absent where it does not"),
        ("rule", "string", "the rule that read it, by its id in `models/`; absent where none is known"),
        ("others", "list of string", MEANING_OF_OTHERS),
    ),
}
"""Fields of the JSON that are not those of the class: behind its own for a claim, instead of them for evidence."""
JSON_TYPES: Final = {
    "str": "string",
    "int": "number",
    "float": "number",
    "Decimal": "number",
    "bool": "true or false",
    "None": "null",
    "tuple[str, ...]": "list of string",
    "tuple[Step, ...]": "list of [step](#step)",
    "Repair": "[repair](#repair)",
    "Mapping[str, Evidence]": "object of [evidence](#evidence)",
    "Mapping[str, Any]": "object",
}
MEANINGS: Final = {
    "id": "stable: the same text under the same name gives the same id",
    "doc": "the article's path relative to the corpus; a single file's name; `-` for standard input",
    "start": "first character",
    "end": "one past the last character",
    "text": "`document[start:end]`, as printed",
    "reporter": "whose exports, imports or balance it is: ISO 3166-1 alpha-3, a group's slug, or a sum `UZB+TKM`; null where the text does not settle it",
    "partner": "with whom, likewise; `world` where nobody is named",
    "flow": "`export`, `import`, `turnover` (both ways) or `balance` (exports less imports)",
    "measure": "`level`, `change` or `share`; `rank`, `trend` and `sign` for words that can be checked",
    "value": "level: in units of `unit`, scale applied; change and share: percent",
    "unit": "ISO 4217 code, `percent`, `percentage-point`, `rank`, or a physical unit",
    "low": "lower end of what the line gives; null is open",
    "high": "upper end likewise",
    "natural_high": "upper end likewise",
    "hedge": "the hedge as printed",
    "period": "`2024`, `2024-03`, `2024-Q1`, `2024-H1`, `2025-01/2025-05`",
    "base_period": "change only: the period compared with",
    "share_of": "share only: the whole, as `REPORTER/PARTNER/FLOW`",
    "commodity": "as printed, where the figure covers only that; null is all trade",
    "source": "who the text gives as the origin of the figure",
    "modality": "`reported`, `projected`, `target` or `denied`",
    "evidence": "for each filled slot where it was read, by slot",
    "Step.text": "the line in words",
    "Step.unit": "of `low` and `high`",
    "Step.claims": "ids of the claims that it rests on",
    "kind": "which relation fails: `same-fact`, `identity`, `sum`, `growth`, `share`, `rank`, `trend`, `threshold`, `mirror`, `system`",
    "scope": "`article`, `source` (several articles, one source) or `cross-source` (a disagreement, no error)",
    "certainty": "`impossible`, `unlikely` (fits only the widest reading) or `needs-reading` (hangs on how a sentence is read)",
    "claims": "ids of the claims, a smallest set that cannot all hold",
    "explanation": "one or two sentences with the arithmetic",
    "headline": "the finding in a line",
    "suspect": "id of the claim most likely wrong",
    "suspects": "all that tie for it",
    "repair": "the rewrite of one claim that makes the conflict vanish",
    "steps": "the proof, line by line",
    "witnesses": "claims that say the same as one of `claims`",
    "follows": "explanations of conflicts that vanish with this one",
    "note": "what a reader should know beyond the proof",
    "relation": "the relation that the line uses",
    "quantity": "what `low` and `high` bound",
    "claim": "id of the claim to be rewritten",
    "change": "slots with their new values",
    "because": "why a person would believe it",
    "support": "ids of the claims that agree with it",
}


def _fields(title: str, cls: type[Any]) -> Iterator[str]:
    """The rows of a table: the fields of the JSON, its types, what each means."""
    said = _docstrings(cls)
    for field in () if title == "Evidence" else fields(cls):
        meaning = said.get(field.name) or MEANINGS.get(f"{title}.{field.name}") or MEANINGS.get(field.name, "")
        kind = " or ".join(JSON_TYPES[part] for part in str(field.type).split(" | "))
        yield f"| `{field.name}` | {kind} | {' '.join(meaning.split()).replace('``', '`').replace('None is', 'null is')} |"
    for name, kind, meaning in WRITTEN.get(title, ()):
        yield f"| `{name}` | {kind} | {meaning} |"


def _docstrings(cls: type[Any]) -> dict[str, str]:
    """The strings that stand under the fields of a class."""
    (tree,) = (node for node in ast.parse(inspect.getsource(cls)).body if isinstance(node, ast.ClassDef))
    found = {}
    for field, said in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(said, ast.Expr):
            found[field.target.id] = str(ast.literal_eval(said.value))
    return found


MODULES: Final = """\
Every module says in the first line of its docstring what it is; here they stand together. How they work together is in
[architecture.md](architecture.md).
"""


def modules() -> str:
    """Every module with the first line of its docstring, package by package, the root first."""
    root = DOCS.parent / "pipeline"
    packages = sorted(path.parent for path in root.rglob("__init__.py"))
    lines = ["# The modules", "", MARK, MODULES]
    for package in packages:
        name = package.relative_to(root.parent).as_posix()
        lines += [f"## `{name}/`", "", _first_line(package / "__init__.py"), "", "| module | what it is |", "|---|---|"]
        inside = sorted(path for path in package.glob("*.py") if path.name != "__init__.py")
        lines += [f"| `{path.stem}` | {_first_line(path)} |" for path in inside]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _first_line(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0].replace("``", "`").replace("|", "\\|")


PAGES: Final = {"commands.md": commands, "schema.md": schema}
LISTS: Final = {"modules.md": modules}
"""Written with the pages, but a module more does not make the tests fail before it is listed."""


def main() -> int:
    """Writes every page."""
    for name, page in {**PAGES, **LISTS}.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(DOCS.parent))
    sys.exit(main())
