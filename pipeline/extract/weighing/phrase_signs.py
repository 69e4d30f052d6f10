"""What speaks for a figure as a claim of trade, and for a phrase as the one that it is of.

Each sign is a short name that ``models/weights/phrases.csv`` gives a weight to. Signs are what stands where, by the
codes and cues of ``models/cues.toml``, and what the rules have found so far: no word of the text itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.row.items import FIGURES
from pipeline.extract.weighing.loose import Candidate, Loose
from pipeline.extract.weighing.sizes import counted, size

_OLDEST: Final = 4
_REACH: Final = 2
"""Items around a figure that are looked at."""
_SHORT: Final = 6
"""Codes between two figures, at most, that are a sign as they stand."""
_CLOSE: Final = 5
"""Codes between a phrase and the figure, at most, that are a sign as they stand."""
_SMALL: Final = 1_000_000
_PARTS: Final = ";:y"
"""What parts clauses."""
_PREDICATES: Final = frozenset("TLVSA")
_SUBJECTS: Final = frozenset("ECNOFJrw2RxsK;:y")
_ACTORS: Final = frozenset("EFr")
_COUNTED: Final = {"E": "E", "Q": "Q%M", "N": "NV", "O": "O"}
_BREAKS: Final = {
    "clause": ";:y", "comma": ",", "verb": "TLVS", "relative": "Wl", "of": "o", "in": "i", "to": "t", "bracket": "(",
    "aim": "A", "word": "w", "and": "&",
}  # fmt: skip


def signs_of_none(figure: Loose) -> Iterator[str]:
    """What is seen of the figure itself, whatever it may be of."""
    unit, fate = _unit(figure, figure.figure), _fate(figure, figure.binding)
    yield from ("none", f"unit={unit}", f"unit={unit}:{fate}", f"fate={fate}", f"block={figure.passage.kind}")
    yield f"small={_is_small(figure)}"
    yield from _of_text(figure)
    yield from _of_figure_before(figure, unit)
    yield from _of_refusal(figure)
    yield from _around(figure)
    yield from _of_clause(figure)


def _of_text(figure: Loose) -> Iterator[str]:
    """Whether the text is on trade, and how long ago it was."""
    frame, codes = figure.frame, figure.sentence.codes
    age = min(_OLDEST, frame.sentence_age)
    yield from (f"trade={frame.trade_article}:{frame.trade_seen}", f"age={age}", f"age={age}:{frame.trade_article}")
    yield from (f"government={frame.government_deficit}", f"other={frame.other_topic}", f"new={frame.new_paragraph}")
    yield from (f"listing={frame.listing}", f"goods-told={frame.cue_goods is not None}")
    yield f"figures={size(sum(code in FIGURES for code in codes))}"
    yield from (f"economies={min(3, codes.count('E'))}", f"goods={min(2, codes.count('C'))}")


def _of_figure_before(figure: Loose, unit: str) -> Iterator[str]:
    """What became of the figure before it in the sentence, and what stands between the two."""
    if not figure.before:
        yield "before=nothing"
        return
    codes, before = figure.sentence.codes, figure.before[-1]
    fate = _fate(figure, before)
    between = _plain(codes[before.figure + 1 : figure.figure])
    yield from (f"before={fate}", f"before={fate}:{_unit(figure, before.figure) == unit}")
    yield f"before={fate}:{between if len(between) <= _SHORT else 'far'}"
    yield f"before={fate}:{codes[before.figure]}{codes[figure.figure]}"


def _of_refusal(figure: Loose) -> Iterator[str]:
    """What the rules would have it hang on, though the gate refused it."""
    binding = figure.binding
    if binding.nominal is not None:
        cue = binding.nominal.cue
        yield from (f"refused={cue.id}", f"refused={cue.id}:{binding.rule}")
        yield from (f"refused-weak={cue.weak}", f"refused-rule={binding.rule}")


def _around(figure: Loose) -> Iterator[str]:
    """The codes of what stands around the figure."""
    codes, at = figure.sentence.codes, figure.figure
    for far in range(1, _REACH + 1):
        yield f"<{far}={codes[at - far] if at >= far else 'start'}"
        yield f">{far}={codes[at + far] if at + far < len(codes) else 'end'}"


def _of_clause(figure: Loose) -> Iterator[str]:
    """The cues of its clause, and the predicate that is nearest before it."""
    codes, items, at = figure.sentence.codes, figure.sentence.items, figure.figure
    first = max((place for place in range(at) if codes[place] in _PARTS), default=-1) + 1
    last = next((place for place in range(at + 1, len(codes)) if codes[place] in _PARTS), len(codes))
    yield from (f"clause:{one}" for one in sorted({item.cue.id for item in items[first:last] if item.cue is not None}))
    yield from (f"clause-code={code}" for code in sorted(set(codes[first:last])) if code.isalpha())
    yield from (f"firms={min(2, codes.count('F'))}", f"subject={_subject(figure)}")
    verb = _predicate(figure)
    if verb is not None:
        cue = items[verb].cue
        yield f"verb={cue.id if cue is not None else None}"


def _predicate(figure: Loose) -> int | None:
    """The item of the predicate that is nearest before the figure."""
    codes = figure.sentence.codes
    return next((place for place in range(figure.figure - 1, -1, -1) if codes[place] in _PREDICATES), None)


def _subject(figure: Loose) -> str:
    """The code of what stands nearest before that predicate and may be its subject."""
    verb = _predicate(figure)
    before = figure.sentence.codes[: verb or 0]
    return "none" if verb is None else next((code for code in reversed(before) if code in _SUBJECTS), "nothing")


def signs_of_phrase(figure: Loose, candidate: Candidate) -> Iterator[str]:
    """What is seen of a phrase as the one that the figure is of: itself, its way to the figure, what hangs on it."""
    nominal, cue, last = candidate.nominal, candidate.nominal.cue, figure.last_claim
    side = _side(figure, candidate)
    yield from ("any", f"flow={candidate.flow}", f"flow={candidate.flow}:{_unit(figure, figure.figure)}")
    yield from (f"cue={cue.id}", f"weak={cue.weak}", f"partner={cue.partner}", f"total={nominal.total}")
    yield from (f"named={min(1, len(nominal.owners))}:{min(1, len(nominal.partners))}", f"aside={nominal.background}")
    actor = next((code for code in reversed(figure.sentence.codes[: max(nominal.first, 0)]) if code in _ACTORS), "none")
    yield from (f"of-goods={nominal.goods is not None}", f"actor={actor}", f"actor={actor}:{len(nominal.owners) > 0}")
    yield from (side, f"{side}flow={candidate.flow}", f"{side}cue={cue.id}")
    yield from _between(figure, candidate, side)
    if candidate.governs(figure.binding):
        yield from ("ruled", f"ruled:{figure.binding.rule}", f"ruled:{cue.id}")
    if last is not None and last.nominal is not None:
        yield f"flow-before={last.nominal.flow == candidate.flow}"
        last_on = candidate.governs(last)
        yield from (f"last={last_on}", f"last={last_on}:{side}")
    yield f"used={min(2, sum(candidate.governs(one) for one in figure.claimed.values()))}:{side}"
    if candidate is _nearest(figure, side):
        yield f"nearest{side}"


def _side(figure: Loose, candidate: Candidate) -> str:
    """Whether the phrase stands before the figure, behind it or around it."""
    nominal, at = candidate.nominal, figure.figure
    return "<" if nominal.last <= at else ">" if nominal.first > at else "="


def _between(figure: Loose, candidate: Candidate, side: str) -> Iterator[str]:
    """What stands between a phrase and the figure."""
    nominal, codes, at = candidate.nominal, figure.sentence.codes, figure.figure
    between = codes[nominal.last : at] if side == "<" else codes[at + 1 : max(nominal.first, 0)] if side == ">" else ""
    plain = _plain(between)
    yield f"{side}far={size(len(plain))}"
    yield from (f"{side}{what}={counted(between, letters)}" for what, letters in _COUNTED.items())
    yield from (f"{side}{what}={not set(between).isdisjoint(letters)}" for what, letters in _BREAKS.items())
    if len(plain) <= _CLOSE:
        yield f"{side}[{plain}]"
    if side != "=":
        yield from (f"{side}first={between[:1]}", f"{side}last={between[-1:]}", f"{side}last2={plain[-2:]}")


def _nearest(figure: Loose, side: str) -> Candidate | None:
    """The phrase that is nearest to the figure on one side of it."""
    there = [one for one in figure.candidates if _side(figure, one) == side]
    return None if not there or side == "=" else there[-1 if side == "<" else 0]


def _fate(figure: Loose, binding: Binding) -> str:
    """What became of a figure of the sentence."""
    if binding.figure in figure.claimed:
        return "claim"
    return "none" if binding.nominal is None else "refused"


def _unit(figure: Loose, at: int) -> str:
    quantity = figure.sentence.items[at].ref
    if quantity.kind == "money":
        return "money" if quantity.unit else "money-bare"
    return f"{quantity.kind}:{quantity.unit}" if quantity.kind in {"physical", "bare"} else str(quantity.kind)


def _is_small(figure: Loose) -> bool:
    quantity = figure.sentence.items[figure.figure].ref
    return quantity.kind == "money" and quantity.value is not None and abs(quantity.value) < _SMALL


def _plain(codes: str) -> str:
    """Codes without articles and adverbs."""
    return codes.replace("d", "").replace("v", "")
