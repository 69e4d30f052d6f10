"""What speaks for an economy as one side of a figure: where it is named, and what stands between it and the figure.

Each sign is a short name that ``models/sides.csv`` gives a weight to. Signs say only what is seen; which of them count,
and how much, is learnt from annotated articles (``benchmarks/sides.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.extract.binding import Binding
from pipeline.extract.frame import Frame, Known
from pipeline.extract.items import Sentence
from pipeline.extract.naming import Named, Naming, preposition_before
from pipeline.extract.nominals import Nominal
from pipeline.extract.query import WORLD, Parties, Slot

_COUNTED: Final = {"economies": "E", "figures": "Q%M", "phrases": "N"}
"""What is counted between an economy and the figure, or the phrase, and the codes of it."""
_BREAKS: Final = {"clause": ";:", "comma": ",", "verb": "TLVS", "relative": "Wl"}
"""What parts an economy from the figure, or from the phrase."""
_PREDICATES: Final = frozenset("TLVS")
_SIZES: Final = ((0, "0"), (1, "1"), (3, "2-3"), (6, "4-6"), (10, "7-10"))
_MOST_COUNTED: Final = 2
_MOST_PARTNERS: Final = 3


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A figure whose sides are asked for, with what the rules have found, and the text that names economies."""

    sentence: Sentence
    binding: Binding
    nominals: tuple[Nominal, ...]
    frame: Frame
    naming: Naming
    flow: str
    measure: str
    found: Parties
    earlier: Parties | None = None

    @cached_property
    def row(self) -> Named:
        """The economies of the figure's own sentence."""
        return self.naming.at(self.sentence.start)

    @cached_property
    def title(self) -> tuple[Known, ...]:
        """Those of the headline."""
        return self.naming.title(self.sentence.start)

    @cached_property
    def before(self) -> tuple[Named, ...]:
        """Those of the sentences before it, the nearest first."""
        return self.naming.before(self.sentence.start)

    @cached_property
    def anchors(self) -> dict[str, int]:
        """The items that economies are seen from: the figure, and the phrase that it hangs on, where that stands."""
        nominal = self.binding.nominal
        own = nominal is not None and nominal.first >= 0
        return {"figure": self.binding.figure} | ({"phrase": nominal.head} if nominal is not None and own else {})

    @cached_property
    def verb(self) -> int:
        """The first predicate of the sentence; its length where it has none."""
        codes = self.sentence.codes
        return next((at for at, code in enumerate(codes) if code in _PREDICATES), len(codes))


def signs_of(asked: Asked, code: str) -> Iterator[str]:
    """What is seen of an economy, whichever side it may be."""
    yield f"kind={_kind(code)}"
    home = asked.frame.home
    if home is not None and home.value == code:
        yield "home"
    yield from _told_before(asked, code)
    items = asked.sentence.items
    named = [at for at, item in enumerate(asked.sentence.codes) if item == "E"]
    places = [at for at in named if str(items[at].ref.code) == code]
    if not places:
        return
    yield "in-sentence"
    if len(set(asked.row.codes)) == 1:
        yield "only-in-sentence"
    for name, anchor in asked.anchors.items():
        at = min(places, key=lambda place: abs(place - anchor))
        side = f"{name}{'<' if at < anchor else '>'}"
        yield from (f"{side}{sign}" for sign in _around(asked, at, anchor))
        if at == named[0]:
            yield f"{side}first"
        if at < asked.verb:
            yield f"{side}before-verb"


def pair_signs(asked: Asked, reporter: str, partner: str) -> Iterator[str]:
    """What is seen of two economies together: what the rules found, what was said before, and who is left out."""
    yield from _as_found(asked, reporter, partner)
    frame, codes = asked.frame, asked.row.codes
    for name, pair in (("pair-of-title", frame.topic), ("pair-before", frame.pair)):
        if pair is not None and {reporter, partner} == {known.value for known in pair}:
            yield name
            yield from (f"pair-before:{frame.pair_here}",) if name == "pair-before" else ()
    if partner == WORLD:
        yield from _with_nobody(asked, reporter)
    if asked.earlier is not None:
        yield from _as_before(asked.earlier, reporter, partner, codes)
    yield f"here={reporter in codes}:{'world' if partner == WORLD else partner in codes}"


def _kind(code: str) -> str:
    if code == WORLD:
        return "world"
    return "sum" if "+" in code else "country" if code.isupper() else "group"


def _told_before(asked: Asked, code: str) -> Iterator[str]:
    """Whether headline, heading or the sentences before name it, and whether first."""
    title = [known.value for known in asked.title]
    home = asked.frame.home.value if asked.frame.home is not None else None
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
            if set(row.codes) <= {code, home}:
                yield f"alone-back{back}"


def _around(asked: Asked, at: int, anchor: int) -> Iterator[str]:
    """What stands between an economy and the figure or its phrase, and right around the economy."""
    codes = asked.sentence.codes
    between = codes[min(at, anchor) + 1 : max(at, anchor)]
    yield f"far={_size(len(between))}"
    for what, letters in _COUNTED.items():
        yield f"{what}={min(_MOST_COUNTED, sum(map(between.count, letters)))}"
    yield from (what for what, letters in _BREAKS.items() if not set(between).isdisjoint(letters))
    after = preposition_before(asked.sentence.items, at)
    yield f"after={after}"
    yield f"after={after}:{asked.flow}"
    yield f"before={codes[at + 1 : at + 2]}"
    yield f"before={codes[at + 1 : at + 3]}:{asked.flow}"


def _as_found(asked: Asked, reporter: str, partner: str) -> Iterator[str]:
    """Whether the reporter, or both, are what the rules found, and by which rule."""
    found = asked.found.reporter
    if found is None or found.value != reporter:
        return
    yield from ("rule-reporter", f"rule-reporter={found.rule}", f"rule-reporter-inherited={found.inherited}")
    if partner == _code(asked.found.partner):
        yield from ("rule", f"rule:{asked.flow}", f"rule:{asked.measure}", f"rule={found.rule}")
        yield f"binding={asked.binding.rule}"


def _with_nobody(asked: Asked, reporter: str) -> Iterator[str]:
    """Who else could be the partner of what would be trade with all the world."""
    frame = asked.frame
    others = set(asked.row.codes) - {reporter}
    near = asked.before[0].codes if asked.before else ()
    yield f"world:{asked.flow}:{asked.measure}"
    yield f"world-others={_size(len(others))}"
    yield f"world-heading={any(known.value != reporter for known in asked.row.heading)}"
    yield f"world-title={_size(len({known.value for known in asked.title} - {reporter}))}"
    yield f"world-before={bool(set(near) - {reporter})}"
    yield f"world-paired={min(_MOST_PARTNERS, len(frame.partners - {reporter}))}"
    yield f"world-topic={frame.topic is not None}"
    yield f"world-of-figure={frame.partner_of_figure}"
    if asked.earlier is not None:
        earlier = asked.earlier
        yield f"world-previous={_code(earlier.partner) == WORLD}:{_code(earlier.reporter) == reporter}"


def _as_before(earlier: Parties, reporter: str, partner: str, codes: tuple[str, ...]) -> Iterator[str]:
    """How the two go with those of the figure before."""
    first, second = _code(earlier.reporter), _code(earlier.partner)
    if (reporter, partner) == (first, second):
        yield "previous"
    if reporter == first and partner != second:
        yield f"previous-reporter:{partner in codes}"
    if partner == second and reporter != first:
        yield f"previous-partner:{reporter in codes}"
    if (partner, reporter) == (first, second):
        yield "previous-turned"


def _code(slot: Slot | None) -> str | None:
    return None if slot is None else slot.value


def _size(count: int) -> str:
    return next((name for most, name in _SIZES if count <= most), "11+")
