"""How the report writes codes, figures and intervals: ``$43.8 bn``, ``43.75 to 43.85 bn``, "China ↔ Kazakhstan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final

from pipeline.claim import WORDS, Claim
from pipeline.lexicon import read_toml
from pipeline.words import when

MINUS: Final = "\N{MINUS SIGN}"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
LONELY: Final = "no other figure is about the same trade"
"""Why a claim was compared with none, where the run does not say."""

_AMOUNT: Final = re.compile(r"(?<=[0-9]) (?=(?:%|bn\b|tn\b|m\b))|(?<=\b[A-Z]{3}) (?=[0-9])")
_CURRENCY: Final = re.compile("[A-Z]{3}")
_ARROWS: Final = {"export": "→", "import": "←", "turnover": "↔", "balance": "⇄"}


def word(table: str, code: str | None) -> str:
    """What a code of ``models/report.toml`` is called; a code without an entry is its own name."""
    entry = read_toml("report.toml")[table].get(code, code or "")
    return str(entry["label"] if isinstance(entry, dict) else entry)


def entry(table: str, code: str) -> dict[str, str]:
    """The label, mark and meaning of a certainty or scope, and what to do about it."""
    unknown = {"label": code, "mark": "", "means": "", "do": ""}
    found: dict[str, str] = read_toml("report.toml")[table].get(code, unknown)
    return found


def advice(certainty: str, scope: str) -> str:
    """What a reader should do about a finding: first see whether it was read rightly."""
    needed = entry("certainty", certainty)["do"]
    return needed if certainty == "needs-reading" else entry("scope", scope).get("do", needed)


def kept_back(certainty: Sequence[str], scopes: Sequence[str]) -> str:
    """Which findings the configuration does not show, so that none of them passes for agreement."""
    table = read_toml("report.toml")
    shown = {"certainty": certainty, "scope": scopes}
    hidden = [table[kind][code]["label"].lower() for kind in shown for code in table[kind] if code not in shown[kind]]
    return f"not shown, as the configuration asks: {', '.join(hidden)}" if hidden else ""


@cache
def economy(code: str | None) -> str:
    """The party as a person would write it."""
    from pipeline.store.graph import name, party

    return name(party(code))


def parties(claim: Claim) -> str:
    """Who trades with whom, the arrow in the direction of the goods as the reporter has it."""
    return f"{economy(claim.reporter)} {arrow(claim.flow)} {economy(claim.partner)}"


def arrow(flow: str | None, *, turned: bool = False) -> str:
    """The direction of the goods from the reporter's side, or, turned, from the partner's."""
    flow = {"export": "import", "import": "export"}.get(flow or "", flow) if turned else flow
    return _ARROWS.get(flow or "", "–")


def subject(claim: Claim) -> str:
    """What a claim is about, in one line: "China ↔ Kazakhstan, two-way trade, crude oil, 2024"."""
    what = word("flow", claim.flow)
    if claim.measure != "level":
        what += f" ({word('measure', claim.measure)})"
    parts = [parties(claim), what, claim.commodity, claim.period and period(claim.period), modality(claim)]
    return ", ".join(part for part in parts if part)


def modality(claim: Claim) -> str:
    """How the figure is meant where it is not simply reported."""
    return ", ".join(part for part in (word("modality", claim.modality), claim.status or "") if part)


def period(notation: str) -> str:
    """The period as a person reads it: "2024", "October 2020", "first quarter of 2024", "April 2023 – March 2024"."""
    before, behind = when(notation)
    return (before or behind.removeprefix(" in ").removeprefix("the ")).strip().replace(" – ", f"{NO_BREAK}– ")


def number(value: Decimal | float, places: int = 4) -> str:
    """A number with its thousands parted and no more digits than it needs, at most ``places`` after the point."""
    exact = Decimal(str(value)) if isinstance(value, float) else value
    rounded = round(exact, places).normalize()
    text = f"{abs(rounded):,f}"
    return MINUS + text if rounded < 0 else text


def scale_of(values: list[Decimal], unit: str | None) -> tuple[int, str]:
    """The power of ten and its short name in which all the values read well; words such as percent have none."""
    if unit is not None and unit in read_toml("report.toml")["unit"] and unit != "t":
        return 0, ""
    top = max((abs(value) for value in values), default=Decimal(0))
    scales: list[dict[str, Any]] = read_toml("report.toml")["scale"]
    return next(((s["power"], s["short"]) for s in scales if top >= Decimal(10) ** s["power"]), (0, ""))


def amount(value: Decimal | float | None, unit: str | None, scale: tuple[int, str] | None = None) -> str:
    """A value in its unit: ``$43.8 bn``, ``KES 117.2 bn``, ``6.04 %``, ``350 m t``."""
    if value is None:
        return "?"
    exact = Decimal(str(value)) if isinstance(value, float) else value
    power, short = scale or scale_of([exact], unit)
    text = number(exact.scaleb(-power), 4 if short else 3) + (NO_BREAK + short if short else "")
    sign = _sign(unit)
    if sign:
        return f"{MINUS}{sign}{text[1:]}" if text.startswith(MINUS) else f"{sign}{text}"
    suffix = str(read_toml("report.toml")["unit"].get(unit or "", unit or ""))
    return text + (NO_BREAK + suffix if suffix else "")


def _sign(unit: str | None) -> str:
    """What stands before an amount of money: the currency's sign, or its code."""
    if unit is None or not _CURRENCY.fullmatch(unit):
        return ""
    return str(read_toml("report.toml")["currency"].get(unit, unit + NO_BREAK))


def interval(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    """An interval in its unit, open ends in words: ``$43.75 bn to $43.85 bn``, ``at least $700 bn``."""
    if low is None and high is None:
        return "any value"
    if high is None:
        return f"at least {amount(low, unit)}"
    if low is None:
        return f"at most {amount(high, unit)}"
    scale = scale_of([low, high], unit)
    if low == high:
        return amount(low, unit, scale)
    return f"{amount(low, unit, scale)} to {amount(high, unit, scale)}"


def balance(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    """An interval of a trade balance as a person says it: ``a deficit of $9.35 bn to $9.45 bn``."""
    if high is not None and high <= 0:
        return f"a deficit of {interval(-high, None if low is None else -low, unit)}"
    if low is not None and low >= 0:
        return f"a surplus of {interval(low, high, unit)}"
    deficit = None if low is None else f"a deficit of {amount(-low, unit)}"
    surplus = None if high is None else f"a surplus of {amount(high, unit)}"
    if deficit and surplus:
        return f"{deficit} to {surplus}"
    return f"at most {surplus}" if surplus else f"at most {deficit}" if deficit else "any value"


def figure(claim: Claim) -> str:
    """The claim's value as the report writes it; words such as "fell" keep their printed form."""
    if claim.measure in WORDS or claim.value is None:
        return claim.text
    text = amount(claim.value, claim.unit)
    return "+" + text if claim.measure == "change" and claim.value > 0 else text


def word_value(measure: str, value: Decimal) -> str:
    """What the value of a word means: ``fell``, ``deficit``, ``place 3``."""
    known = read_toml("report.toml")["word_value"].get(measure, {})
    return str(known.get(str(int(value)), f"place {int(value)}" if measure == "rank" else value))


def sentences(*parts: str) -> str:
    """Sentences one after the other; a headline among them gets its full stop."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


def bound(text: str) -> str:
    """The text with its amounts held together, so that no line ends between 43.8 and bn."""
    return _AMOUNT.sub(NO_BREAK, text)


def listed(named: tuple[str, ...]) -> str:
    """Several names as a person lists them: "A, B and C"."""
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 article", "2 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
