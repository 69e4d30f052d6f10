"""What speaks for an economy as one side of a figure: where it is named, and what stands between it and the figure.

Each sign is a short name that ``models/weights/sides.csv`` gives a weight to. Signs say only what is seen; which of
them count, and how much, is learnt from annotated articles (``benchmarks/learning``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.query import WORLD, Parties, value_of
from pipeline.extract.weighing.asked import Asked
from pipeline.extract.weighing.sizes import counted, size

_COUNTED: Final = {"economies": "E", "figures": "Q%M", "phrases": "N"}
"""What is counted between an economy and the figure, or the phrase, and the codes of it."""
_BREAKS: Final = {"clause": ";:", "comma": ",", "verb": "TLVS", "relative": "Wl"}
"""What parts an economy from the figure, or from the phrase."""
_MOST_PARTNERS: Final = 3


def signs_of(asked: Asked, code: str) -> Iterator[str]:
    """What is seen of an economy, whichever side it may be."""
    yield f"kind={_kind(code)}"
    if code == asked.home:
        yield "home"
    yield from _told_before(asked, code)
    named = [number for number, known in enumerate(asked.row.codes) if known == code]
    if not named:
        return
    yield "in-sentence"
    if len(set(asked.row.codes)) == 1:
        yield "only-in-sentence"
    places = asked.row.places
    for name, anchor in asked.anchors.items():
        number = min(named, key=lambda one: abs(places[one] - anchor))
        side = f"{name}{'<' if places[number] < anchor else '>'}"
        yield from (f"{side}{sign}" for sign in _around(asked, number, anchor))
        if number == 0:
            yield f"{side}first"
        if places[number] < asked.verb:
            yield f"{side}before-verb"


def pair_signs(asked: Asked, reporter: str, partner: str) -> Iterator[str]:
    """What is seen of two economies together: what the rules found, what was said before, and who is left out."""
    yield from _as_found(asked, reporter, partner)
    frame, codes, earlier = asked.query.frame, asked.row.codes, asked.query.earlier
    if _are({reporter, partner}, frame.topic):
        yield "pair-of-title"
    if _are({reporter, partner}, frame.pair):
        yield from ("pair-before", f"pair-before:{frame.pair_here}")
    if partner == WORLD:
        yield from _with_nobody(asked, reporter)
    if earlier is not None:
        yield from _as_before(earlier, reporter, partner, codes)
    yield f"here={reporter in codes}:{'world' if partner == WORLD else partner in codes}"


def _are(two: set[str], pair: tuple[Known, Known] | None) -> bool:
    return pair is not None and two == {known.value for known in pair}


def _kind(code: str) -> str:
    if code == WORLD:
        return "world"
    return "sum" if "+" in code else "country" if code.isupper() else "group"


def _told_before(asked: Asked, code: str) -> Iterator[str]:
    """Whether headline, heading or the sentences before name it, and whether first."""
    title = [known.value for known in asked.title]
    if code in title:
        yield "in-title"
    if title[:1] == [code]:
        yield "first-in-title"
    if any(known.value == code for known in asked.row.heading):
        yield "in-heading"
    for back, row in enumerate(asked.before, start=1):
        if code in row.codes:
            yield f"back{back}{'' if row.block == asked.row.block else '-other-paragraph'}"
            yield from (f"first-back{back}",) if row.codes[0] == code else ()
            yield f"back{back}-after={row.after[row.codes.index(code)]}"
            if set(row.codes) <= {code, asked.home}:
                yield f"alone-back{back}"


def _around(asked: Asked, number: int, anchor: int) -> Iterator[str]:
    """What stands between an economy of the sentence and the figure or its phrase, and right around the economy."""
    codes, flow, at = asked.query.codes, asked.query.nominal.flow, asked.row.places[number]
    between = codes[min(at, anchor) + 1 : max(at, anchor)]
    yield f"far={size(len(between))}"
    for what, letters in _COUNTED.items():
        yield f"{what}={counted(between, letters)}"
    yield from (what for what, letters in _BREAKS.items() if not set(between).isdisjoint(letters))
    yield f"after={asked.row.after[number]}"
    yield f"after={asked.row.after[number]}:{flow}"
    yield f"before={codes[at + 1 : at + 2]}"
    yield f"before={codes[at + 1 : at + 3]}:{flow}"


def _as_found(asked: Asked, reporter: str, partner: str) -> Iterator[str]:
    """Whether the reporter, or both, are what the rules found, and by which rule."""
    found = asked.found.reporter
    if found is None or found.value != reporter:
        return
    yield from ("rule-reporter", f"rule-reporter={found.rule}", f"rule-reporter-inherited={found.inherited}")
    if partner == value_of(asked.found.partner):
        yield from ("rule", f"rule:{asked.query.nominal.flow}", f"rule:{asked.measure}", f"rule={found.rule}")
        yield f"binding={asked.query.binding.rule}"


def _with_nobody(asked: Asked, reporter: str) -> Iterator[str]:
    """Who else could be the partner of what would be trade with all the world."""
    frame, earlier = asked.query.frame, asked.query.earlier
    others = set(asked.row.codes) - {reporter}
    near = asked.before[0].codes if asked.before else ()
    yield f"world:{asked.query.nominal.flow}:{asked.measure}"
    yield f"world-others={size(len(others))}"
    yield f"world-heading={any(known.value != reporter for known in asked.row.heading)}"
    yield f"world-title={size(len({known.value for known in asked.title} - {reporter}))}"
    yield f"world-before={bool(set(near) - {reporter})}"
    yield f"world-paired={min(_MOST_PARTNERS, len(frame.partners - {reporter}))}"
    yield f"world-topic={frame.topic is not None}"
    yield f"world-of-figure={frame.partner_of_figure}"
    if earlier is not None:
        yield f"world-previous={value_of(earlier.partner) == WORLD}:{value_of(earlier.reporter) == reporter}"


def _as_before(earlier: Parties, reporter: str, partner: str, codes: tuple[str, ...]) -> Iterator[str]:
    """How the two go with those of the figure before."""
    first, second = value_of(earlier.reporter), value_of(earlier.partner)
    if (reporter, partner) == (first, second):
        yield "previous"
    if reporter == first and partner != second:
        yield f"previous-reporter:{partner in codes}"
    if partner == second and reporter != first:
        yield f"previous-partner:{reporter in codes}"
    if (partner, reporter) == (first, second):
        yield "previous-turned"
