"""Two flows and one figure: their sum, their difference, or each its own figure of a row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.components.cues import cues, noun_of
from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.each_flow import each_of_row
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.party import party_of
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says, speaks

_PAIR_OF_BASES: Final = re.compile(r"(?:,[dv]*)?[gf][dv]*(Q)[dv]*&[dv]*(Q)(?![,&][dv]*Q)")
"""Behind the amounts of two flows: what both were before, in the same order ("…, compared with $5 bn and $4 bn")."""
_BEHIND_MORE: Final = re.compile(r"[dv]*([tf])[dv]*E(?!')")
_ROW_OF_TWO: Final = re.compile(r"(?<![Q%&,])[Q%][dv]*&[dv]*[Q%](?![,&][dv]*[Q%])")
_TWO_IN_FRONT: Final = re.compile(_ROW_OF_TWO.pattern + r"(?=s?[dvw]{0,2}[oi][dvwpE'K]*$)")
"""The same in front of both flows: "12 % and 10 % of its exports and imports"."""


def of_two_flows(passage: Passage, binding: Binding) -> Binding | None:
    """The binding with the flow that two phrases give it together; None where the figure only compares them."""
    row = _both_ways(passage, binding) or each_of_row(passage, binding)
    if row is not None:
        return row
    if (base := _first_of_bases(passage, binding)) is not None:
        return base
    compared = _gap_again(passage, binding) or _exceeds(passage, binding)
    return None if compared is None else _one_of_both(passage, _earned_more(passage, _sum(passage, compared)))


def _one_of_both(passage: Passage, binding: Binding) -> Binding:
    """ "Exports and imports were $80 billion and $83 billion": each of the two figures is of one of the two flows."""
    nominal, sentence = binding.nominal, passage.sentence
    if nominal is None or nominal.flow != "turnover" or nominal.first < 0:
        return binding
    said = re.findall("export|import", sentence.items[nominal.head].text.lower())
    if binding.figure >= nominal.last:
        row = _ROW_OF_TWO.search(sentence.codes, nominal.last)
    else:
        row = _TWO_IN_FRONT.search(sentence.codes, 0, nominal.head)
    if len(said) != 2 or said[0] == said[1] or row is None:
        return binding
    places = [at for at in range(*row.span()) if sentence.codes[at] in FIGURES]
    if binding.figure not in places or len({sentence.codes[at] for at in places}) > 1:
        return binding
    return replace(binding, nominal=replace(nominal, cue=noun_of(said[places.index(binding.figure)])))


def _first_of_bases(passage: Passage, binding: Binding) -> Binding | None:
    """ "Imports were $9 bn and exports $8 bn, against $7 bn and $6 bn": the first base is of the first flow."""
    codes, figure = passage.sentence.codes, binding.figure
    pair = next((found for found in _PAIR_OF_BASES.finditer(codes) if found.start(1) == figure), None)
    told = [at for at in passage.sentence.figures() if pair is not None and at < pair.start()][-2:]
    flows = [next((one for one in reversed(passage.nominals) if one.last <= at), None) for at in told]
    if len(told) < 2 or not all(codes[at] == "Q" for at in told):
        return None
    first, second = flows
    if first is None or second is None:
        return None
    stands = 0 <= first.first < told[0] < second.first
    both = {first.flow, second.flow} == {"export", "import"}
    return replace(binding, nominal=first) if stands and both else None


def _both_ways(passage: Passage, binding: Binding) -> Binding | None:
    """ "Exports and imports to and from Peru totalled 4 and 3 billion, respectively": one figure each, in order."""
    nominal, sentence = binding.nominal, passage.sentence
    if nominal is None or nominal.flow != "turnover" or nominal.head < 0 or not _respectively(sentence):
        return None
    row = [figure for figure in sentence.figures() if figure >= nominal.last and sentence.codes[figure] == "Q"]
    said = sentence.items[nominal.head].text.lower()
    flows = sorted(("export", "import"), key=said.find)
    if len(row) != len(flows) or binding.figure not in row or not all(flow in said for flow in flows):
        return None
    return replace(binding, nominal=replace(nominal, cue=noun_of(flows[row.index(binding.figure)])))


def _sum(passage: Passage, binding: Binding) -> Binding:
    """ "Imports from Canada and exports to Canada totaled $580 billion": the sum of both is turnover."""
    nominal, sentence = binding.nominal, passage.sentence
    if (
        nominal is None
        or binding.side not in {"before", "chain"}
        or sentence.codes[binding.figure] not in "Q%"
        or sentence.codes.count("Q") == 0
        or nominal.flow not in {"export", "import"}
    ):
        return binding
    others = [other for other in passage.nominals if other.last <= nominal.first and other.flow in {"export", "import"}]
    if not others or others[-1].flow == nominal.flow or (sentence.codes.count("Q") > 1 and not _respectively(sentence)):
        return binding
    if way(sentence.codes[others[-1].last : nominal.first]) not in {"&", ",&", "t&", "f&"}:
        return binding
    if _respectively(sentence):
        return _aligned_flow(sentence, binding, others[-1])
    turnover = next(cue for cue in cues().values() if cue.flow == "turnover" and not cue.weak)
    sides = (*others[-1].owners, *others[-1].partners), (*nominal.owners, *nominal.partners)
    whole = replace(
        nominal, cue=turnover, owners=nominal.owners or sides[0][:1], partners=nominal.partners or sides[0][1:]
    )
    return replace(binding, nominal=whole)


def _earned_more(passage: Passage, binding: Binding) -> Binding:
    """ "Earned $5 billion more from exports than it spent on imports": the balance of the exporter."""
    nominal, sentence = binding.nominal, passage.sentence
    if nominal is None or nominal.flow not in {"export", "import"} or sentence.codes[binding.figure] != "Q":
        return binding
    more = sentence.items[binding.figure + 1] if binding.figure + 1 < len(sentence.items) else None
    if more is None or more.code != "U" or more.cue is None:
        return binding
    others = [other for other in passage.nominals if other.flow in {"export", "import"} and other.flow != nominal.flow]
    later = [other for other in others if _is_compared(sentence.codes[binding.figure + 1 : other.first])]
    if not later:
        return binding
    sign = (1 if nominal.flow == "export" else -1) * (more.cue.sign or 1)
    return _as_balance(binding, _with_whom(sentence, nominal, binding.figure + 2), later[0], sign)


def _with_whom(sentence: Sentence, nominal: Nominal, at: int) -> Nominal:
    """ "Bought $5 billion more from Peru than it sold there": the partner stands behind "more"."""
    found = _BEHIND_MORE.match(sentence.codes, at)
    if nominal.partners or found is None:
        return nominal
    return replace(nominal, partners=(party_of(sentence, found.end() - 1, found[1]),))


def _is_compared(codes: str) -> bool:
    """Whether only a comparison stands between the figure and the other flow."""
    return "g" in codes and not set(codes[codes.index("g") :]) & set("N;y")


def _exceeds(passage: Passage, binding: Binding) -> Binding | None:
    """ "Exports exceeded imports by $3 billion": the balance; "… by 5 %" is no figure of either flow."""
    nominal, sentence = binding.nominal, passage.sentence
    if nominal is None or nominal.flow not in {"export", "import"} or binding.side != "before":
        return binding
    others = [other for other in passage.nominals if 0 <= other.last <= nominal.first and other.flow]
    if not others or {others[-1].flow, nominal.flow} != {"export", "import"}:
        return binding
    verbs = sentence.items[others[-1].last : nominal.first]
    way_there = sentence.codes[nominal.last : binding.figure].rstrip("dv")
    by = way_there.endswith("b") and "T" not in way_there
    if not by or not any(says(item, "exceeds") for item in verbs):
        return binding
    if sentence.codes[binding.figure] != "Q":
        return None
    return _as_balance(binding, nominal, others[-1], 1 if others[-1].flow == "export" else -1)


def _gap_again(passage: Passage, binding: Binding) -> Binding | None:
    """ "Exports exceeded imports by 3 billion pesos ($1 billion), a 5 % rise": what goes on from a gap is of it."""
    if binding.previous is None or binding.root.nominal is not binding.nominal:
        return None
    gap = _exceeds(passage, binding.root)
    told = gap is not None and gap.nominal is not None and gap.nominal is not binding.nominal
    return replace(binding, nominal=gap.nominal) if told and gap is not None else None


def _as_balance(binding: Binding, nominal: Nominal, other: Nominal, sign: int) -> Binding:
    """The figure as the balance of whoever sells and buys in the two phrases."""
    balance = next(cue for cue in cues().values() if cue.flow == "balance" and cue.sign == sign and not cue.weak)
    sides = {(nominal.owners, nominal.partners), (other.owners, other.partners)}
    owners = next((pair[0] for pair in sorted(sides, key=str) if pair[0]), ())
    partners = next((pair[1] for pair in sorted(sides, key=str) if pair[1]), ())
    return replace(binding, measure="level", nominal=replace(nominal, cue=balance, owners=owners, partners=partners))


def _respectively(sentence: Sentence) -> bool:
    return speaks(sentence, "respectively")


def _aligned_flow(sentence: Sentence, binding: Binding, first: Nominal) -> Binding:
    """ "Exports to and imports from Peru came to 37 and 13 billion": the first figure is of the first flow."""
    row = [figure for figure in sentence.figures() if figure >= first.last and sentence.codes[figure] == "Q"]
    nominal = binding.nominal
    if nominal is None or len(row) < 2 or binding.figure != row[0]:
        return binding
    owners, partners = first.owners or nominal.owners, first.partners or nominal.partners
    return replace(binding, nominal=replace(nominal, cue=first.cue, owners=owners, partners=partners))
