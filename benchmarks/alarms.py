"""How often what the check calls impossible is right: claims as a reader read them, judged by gold.

Run ``python -m benchmarks.alarms CLAIMS GOLD [CLAIMS GOLD ...]``. ``CLAIMS`` is what ``crossfoot extract --format
jsonl`` wrote, best of all before anybody had read the texts: an older version's reading shows what the check makes of
misreadings. A finding is right where gold agrees with all its claims, and so a false alarm where a claim was misread.
With ``--show`` each finding is told with what gold says of its claims; ``--texts`` adds the passages. Texts and gold
are the caller's: nothing of them is kept here.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.evaluate import compare, pair, read_records
from pipeline.finding import Finding

CERTAINTIES: Final = ("impossible", "unlikely", "needs-reading")
_SCORED: Final = ("level", "change", "share")
_SLOTS: Final = ("edge", "amount", "period", "commodity")
_ALSO: Final = ("base_period", "share_of")
"""Slots that are judged where gold gives them."""
_BEFORE: Final = 160
_BEHIND: Final = 60

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding of one article, and for each of its claims what gold has against it; empty where it agrees."""

    finding: Finding
    claims: tuple[Claim, ...]
    against: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether the article says what the finding is about."""
        return not any(self.against)


def judged(claims: Iterable[Record], gold: Iterable[Record]) -> Iterator[Judged]:
    """The findings of each article on its own, judged by its gold; articles without gold are left out."""
    said, wanted = _by_doc(claims), _by_doc(gold)
    for doc in sorted(said.keys() & wanted.keys()):
        against = dict(_against(said[doc], wanted[doc]))
        its = {claim.id: claim for claim in map(Claim.from_record, said[doc])}
        for finding in check(list(its.values())).findings:
            if finding.scope == "article":
                members = tuple(its[one] for one in finding.claims)
                yield Judged(
                    finding=finding, claims=members, against=tuple(against.get(one, "") for one in finding.claims)
                )


def _by_doc(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record["doc"]].append(record)
    return found


def _against(said: Sequence[Record], gold: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """For each scored claim what is wrong with it; what stands in a masked range is not judged, nor are words."""
    scored = [one for one in said if one["measure"] in _SCORED]
    wanted = [one for one in gold if "mask" not in one]
    answers = {j: wanted[i] for i, j in pair(wanted, scored).items()}
    masks = [one["mask"] for one in gold if "mask" in one]
    for number, one in enumerate(scored):
        if any(low <= one["start"] < high for low, high in masks):
            continue
        yield one["id"], "no claim" if number not in answers else ", ".join(_wrong(answers[number], one))


def _wrong(gold: Record, said: Record) -> Iterator[str]:
    right = compare(gold, said)
    yield from (slot for slot in _SLOTS if not right[slot])
    yield from (slot for slot in _ALSO if gold.get(slot) and _accepts(gold, said, slot))


def _accepts(gold: Record, said: Record, slot: str) -> bool:
    return said.get(slot) not in (gold[slot], *gold.get(f"also_{slot}", ()))


def told(one: Judged, texts: Path | None) -> Iterator[str]:
    """A finding for reading: what it says, and each of its claims with what gold has against it."""
    finding = one.finding
    note, doc = f" ({finding.note})" if finding.note else "", one.claims[0].doc
    right = "RIGHT" if one.is_right else "WRONG"
    yield f"{right} {finding.certainty} {finding.kind} {doc}: {finding.explanation}{note}"
    if finding.repair:
        yield f"    repair of {finding.repair.claim}: {finding.repair.because}"
    text = (texts / doc).read_bytes().decode() if texts and (texts / doc).exists() else ""
    for claim, against in zip(one.claims, one.against, strict=True):
        slots = (claim.reporter, claim.partner, claim.flow, claim.measure, claim.period, claim.base_period)
        marks = " ".join(f"{slot}:{_rule(claim, slot)}" for slot in sorted(claim.evidence) if slot != "value")
        yield f"    {claim.id} {claim.text} {' '.join(map(str, slots))} {claim.commodity or ''} [{against}] {marks}"
        if text:
            around = text[max(0, claim.start - _BEFORE) : claim.start], text[claim.end : claim.end + _BEHIND]
            yield "        " + f" >>>{claim.text}<<< ".join(" ".join(part.split()) for part in around)


def _rule(claim: Claim, slot: str) -> str:
    found = claim.evidence[slot]
    return found.rule + "*" * found.inherited + ("" if found.others is None else f"/{len(found.others)}")


def table(every: Sequence[Judged], articles: int) -> str:
    """How many findings of each certainty, and of each kind, are right."""
    lines = [f"{articles} articles", f"{'':<28}{'findings':>9}{'right':>7}"]
    for certainty in CERTAINTIES:
        its = [one for one in every if one.finding.certainty == certainty]
        lines.append(f"{certainty:<28}{len(its):>9}{sum(one.is_right for one in its):>7}")
        kinds = Counter(one.finding.kind for one in its)
        right = Counter(one.finding.kind for one in its if one.is_right)
        lines += [f"    {kind:<24}{count:>9}{right[kind]:>7}" for kind, count in kinds.most_common()]
    return "\n".join(lines)


def main() -> int:
    """Judge all pairs of claims and gold, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alarms", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="claims and gold claims, in pairs")
    parser.add_argument("--show", choices=CERTAINTIES, help="tell each finding of this certainty")
    parser.add_argument("--texts", type=Path, help="the directory of the articles, for the passages")
    asked = parser.parse_args()
    if len(asked.paths) % 2:
        parser.error("give files of claims and of gold in pairs")
    every: list[Judged] = []
    docs: set[str] = set()
    for claims, gold in zip(asked.paths[::2], asked.paths[1::2], strict=True):
        said, wanted = read_records(str(claims)), read_records(str(gold))
        docs |= {one["doc"] for one in said} & {one["doc"] for one in wanted}
        found = list(judged(said, wanted))
        for one in found:
            if one.finding.certainty == asked.show:
                print(*told(one, asked.texts), sep="\n")
        every += found
    print(table(every, len(docs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
