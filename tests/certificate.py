"""An independent check of a finding: do the claims alone, as printed, admit no true figures?

It shares no code with the engine: the unknowns are directed flows only, and the inequalities are eliminated one unknown
at a time (Fourier and Motzkin) in fractions. Any set of claims that it calls infeasible is infeasible, since every step
is an equivalence or drops what cannot matter (Kohler's rule).
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from pipeline.claim import Claim
from pipeline.economy import is_group, members

Line = dict[object, Fraction]
"""A linear form; the key ``1`` holds the constant. A constraint says that the form is at least zero."""


def contradictory(claims: Sequence[Claim]) -> bool:
    """Whether no flows satisfy all claims at the widest reading."""
    return all(_infeasible([*lines], forms) for lines, forms in _cases(claims))


def with_digits_cut(one: Claim) -> Claim:
    """The claim with room up to the next printed place, where digits may have been cut off instead of rounded."""
    value = one.value
    bounded = None not in (one.low, one.high, one.natural_low, one.natural_high)
    if value is None or one.hedge or one.modality == "target" or not bounded:
        return one
    round_number = len(str(abs(value)).replace(".", "").strip("0")) == 1 and "." not in one.text
    ends = (one.low, one.high) if round_number else (one.natural_low, one.natural_high)
    beyond = abs(value) + max(abs(abs(end) - abs(value)) for end in ends if end is not None) * 2
    if value < 0 and (one.low or 0) < 0:
        return dataclasses.replace(one, low=min(one.low, -beyond))
    return dataclasses.replace(one, high=max(one.high, beyond))


def _cases(claims: Sequence[Claim]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The constraints; a second or third place is a choice of who may stand before, each choice a case of its own."""
    atoms: dict[object, None] = {}
    fixed = [line for one in claims for line in _constraints(one, claims, atoms)]
    cases = [[]]
    for one in claims:
        if one.measure == "rank" and one.aspect != "change" and one.value != 1:
            cases = [[*case, *choice] for case in cases for choice in _placed(one, atoms)]
    wholes = list(_part_lines(claims, atoms))
    for case in cases:
        yield [*fixed, *case, *wholes], [{atom: Fraction(1)} for atom in atoms if atom[0] == "flow"]  # type: ignore[index]


def _flow(reporter: str, partner: str, flow: str, rest: tuple[object, ...], atoms: dict[object, None]) -> Line:
    """The form of an edge in directed flows between countries, groups replaced by their members."""
    if flow == "import":
        return _directed(partner, reporter, rest, atoms)
    there = _directed(reporter, partner, rest, atoms)
    if flow == "export":
        return there
    back = _directed(partner, reporter, rest, atoms)
    return _plus(there, back, Fraction(1 if flow == "turnover" else -1))


def _directed(seller: str, buyer: str, rest: tuple[object, ...], atoms: dict[object, None]) -> Line:
    year = int(str(rest[1])[:4])
    form: Line = {}
    for a in _parties(seller, year):
        for b in _parties(buyer, year):
            atom = ("flow", a, b, *rest)
            atoms[atom] = None
            form[atom] = Fraction(1)
    return form


def _parties(code: str, year: int) -> list[str]:
    listed = sorted(members(code, year)) if "+" in code or (is_group(code) and code != "world") else []
    return listed or [code]


def _rest(one: Claim, claims: Sequence[Claim], period: str | None = None) -> tuple[object, ...]:
    units = sorted({other.unit or "" for other in claims if other.measure == "level"})
    unit = one.unit if one.measure == "level" or (one.measure == "change" and one.unit != "percent") else None
    goods = "" if (one.commodity or "") in ("goods", "merchandise") else (one.commodity or "")
    return (goods, period or one.period, unit or (units[0] if units else "USD"))


def _form(one: Claim, claims: Sequence[Claim], atoms: dict[object, None], period: str | None = None) -> Line:
    return _flow(one.reporter or "", one.partner or "", one.flow or "", _rest(one, claims, period), atoms)


def _ends(one: Claim) -> tuple[Fraction | None, Fraction | None]:
    low, high = (None if end is None else Fraction(end) for end in (one.low, one.high))
    if one.value is not None and one.value < 0 and ((high or 0) > 0 or (high is None and (low or 0) > 0)):
        low, high = (None if high is None else -high), (None if low is None else -low)
    return low, high


def _constraints(one: Claim, claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    form = _form(one, claims, atoms)
    low, high = _ends(one)
    if one.modality == "target":
        yield _plus(form, {1: -Fraction(one.low if one.low is not None else one.value or 0)})
    elif one.measure == "level" and (one.aspect or "").endswith("average"):
        yield from _averaged(one, claims, atoms)
    elif one.measure == "level":
        yield from _between(form, low, high)
    elif one.unit == "percentage-point":
        now, then = (
            ("share", one.reporter, one.partner, one.commodity, time) for time in (one.period, one.base_period)
        )
        yield from _between({now: Fraction(1), then: Fraction(-1)}, low, high)
    elif one.measure == "change":
        yield from _changed(one, form, claims, atoms)
    elif one.measure == "share":
        yield from _shared(one, form, claims, atoms)
    elif one.measure == "sign":
        yield _times(form, Fraction(1 if (one.value or 0) > 0 else -1))
    elif one.order == "record":
        yield from _record(one, form, claims, atoms)
    elif one.measure == "trend":
        yield from _moved(one, form, _form(one, claims, atoms, one.base_period))
    elif one.measure == "rank" and one.aspect == "change":
        yield from _fastest(one, claims, atoms)
    elif one.measure == "rank" and one.value == 1:
        for peer in _peers(one, _rest(one, claims), atoms):
            yield _plus(form, peer, Fraction(-1)) if one.order != "smallest" else _plus(peer, form, Fraction(-1))


def _between(form: Line, low: Fraction | None, high: Fraction | None) -> Iterator[Line]:
    if low is not None:
        yield _plus(form, {1: -low})
    if high is not None:
        yield _plus(_times(form, Fraction(-1)), {1: high})


def _changed(one: Claim, form: Line, claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    before = _form(one, claims, atoms, one.base_period)
    low, high = _ends(one)
    gap = Fraction(1)
    if one.flow == "balance":
        gap = Fraction(
            -1 if any(o.flow == "balance" and (o.value or 0) < 0 and o.measure != "change" for o in claims) else 1
        )
    rate = ("rate", one.reporter, one.partner, one.flow, one.commodity, one.period, one.base_period)
    yield from _between({rate: Fraction(1)}, low, high)
    if one.unit != "percent":
        yield from _between(_times(_plus(form, before, Fraction(-1)), gap), low, high)
        return
    if low is not None:
        yield _times(_plus(form, before, -(1 + low / 100)), gap)
    if high is not None:
        yield _times(_plus(_times(form, Fraction(-1)), before, 1 + high / 100), gap)


def _shared(one: Claim, form: Line, claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    reporter, partner, flow = (one.share_of or "").split("/")
    rest = _rest(one, claims)
    own = (reporter, partner, flow) == (one.reporter, one.partner, one.flow)
    whole = _flow(reporter, partner, flow, ("" if own else rest[0], *rest[1:]), atoms)
    low, high = _ends(one)
    yield from _between({("share", one.reporter, one.partner, one.commodity, one.period): Fraction(1)}, low, high)
    if low is not None:
        yield _plus(form, whole, -low / 100)
    if high is not None:
        yield _plus(_times(form, Fraction(-1)), whole, high / 100)


def _moved(one: Claim, form: Line, before: Line) -> Iterator[Line]:
    if one.value == 0:
        yield _plus(form, before, Fraction(-95, 100))
        yield _plus(_times(form, Fraction(-1)), before, Fraction(105, 100))
    else:
        yield _times(_plus(form, before, Fraction(-1)), Fraction(1 if (one.value or 0) > 0 else -1))


def _averaged(one: Claim, claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    """So many times an average of years is their sum; of months, all that the time has."""
    low, high = _ends(one)
    first, _, last = (one.period or "").partition("/")
    if one.aspect == "monthly-average":
        count, form = 12, _form(one, claims, atoms)
    else:
        years = range(int(first), int(last) + 1)
        count, form = len(years), {}
        for year in years:
            form = _plus(form, _form(one, claims, atoms, str(year)))
    yield from _between(form, *(None if end is None else end * count for end in (low, high)))


def _record(one: Claim, form: Line, claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    """A record is not below what was before it, back to the year since when it is one."""
    up = ((one.value or 0) > 0) != any(o.measure == "level" and (o.value or 0) < 0 for o in claims)
    for other in claims:
        if other.measure == "level" and (one.base_period or "") < (other.period or "") < (one.period or ""):
            line = _plus(form, _form(one, claims, atoms, other.period), Fraction(-1))
            yield _times(line, Fraction(1 if up else -1))


def _fastest(one: Claim, claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    own = [o for o in claims if o.measure == "change" and (o.partner, o.period) == (one.partner, one.period)]
    for growth in own:
        _, high = _ends(growth)
        rest = _rest(one, claims)
        now, then = _peers(one, rest, atoms), _peers(one, (rest[0], one.base_period, rest[2]), atoms)
        for peer, before in zip(now, then, strict=True) if high is not None else ():
            yield _plus(_times(peer, Fraction(-1)), before, 1 + high / 100)


def _peers(one: Claim, rest: tuple[object, ...], atoms: dict[object, None]) -> list[Line]:
    edge, _, group = (one.among or "").partition(":")
    reporter, partner, flow = edge.split("/")
    own = one.partner if partner == "*" else one.reporter
    others = sorted(members(group or "world", int((one.period or "")[:4])) - {own, reporter, partner})
    return [
        _flow(other if reporter == "*" else reporter, other if partner == "*" else partner, flow, rest, atoms)
        for other in others
    ]


def _placed(one: Claim, atoms: dict[object, None]) -> Iterator[list[Line]]:
    rest = next(iter(atoms))[3:]  # type: ignore[index]
    form = _flow(one.reporter or "", one.partner or "", one.flow or "", (rest[0], one.period, rest[2]), atoms)
    peers = _peers(one, (rest[0], one.period, rest[2]), atoms)
    for ahead in combinations(range(len(peers)), int(one.value or 0) - 1):
        yield [_plus(form, peer, Fraction(-1)) for at, peer in enumerate(peers) if at not in ahead] + [
            _plus(peer, form, Fraction(-1)) for at, peer in enumerate(peers) if at in ahead
        ]


def _part_lines(claims: Sequence[Claim], atoms: dict[object, None]) -> Iterator[Line]:
    """What is true by definition: parts are at most the whole, and all of it where nothing is left out."""
    flows = [atom for atom in atoms if atom[0] == "flow"]  # type: ignore[index]
    for whole in flows:
        for parts, full in _part_sets(whole, flows):
            rest = _plus({whole: Fraction(1)}, {part: Fraction(1) for part in parts}, Fraction(-1))
            yield rest
            if full:
                yield _times(rest, Fraction(-1))
    shares = {
        ("share", one.reporter, one.partner, one.commodity, one.period): Fraction(1)
        for one in claims
        if one.measure == "share"
        and not is_group(one.partner or "")
        and one.share_of == f"{one.reporter}/world/{one.flow}"
    }
    if len(shares) > 1:
        yield _plus({1: Fraction(100)}, shares, Fraction(-1))  # type: ignore[arg-type]


def _part_sets(whole: object, flows: Sequence[object]) -> Iterator[tuple[list[object], bool]]:
    _, seller, buyer, commodity, period, unit = whole  # type: ignore[misc]
    alike = [f for f in flows if f[3:] == whole[3:]]  # type: ignore[index]
    if buyer == "world" and seller != "world":
        yield [f for f in alike if f[1] == seller and f[2] != "world"], False  # type: ignore[index]
    if seller == "world" and buyer != "world":
        yield [f for f in alike if f[2] == buyer and f[1] != "world"], False  # type: ignore[index]
    if commodity == "" and "world" in (seller, buyer):
        side = 1 if buyer == "world" else 2
        for part in flows:
            told = part[3] not in ("", "services", "goods and services")  # type: ignore[index]
            if told and part[side] == whole[side] and part[4:] == whole[4:]:  # type: ignore[index]
                yield [part], False
    named = {f[3]: f for f in flows if (f[1], f[2], f[4], f[5]) == (seller, buyer, period, unit)}  # type: ignore[index]
    if commodity == "goods and services":
        yield [part for name, part in named.items() if name == ""], False
    for name, part in named.items() if commodity == "" else ():
        if name and name != "goods and services":
            yield [part], False
        if f"non-{name}" in named:
            yield [part, named[f"non-{name}"]], True
    inner = {f[4]: f for f in flows if (f[1], f[2], f[3], f[5]) == (seller, buyer, commodity, unit)}  # type: ignore[index]
    quarters = [f for time, f in inner.items() if time.startswith(f"{period}-Q")]
    if quarters:
        yield quarters, len(quarters) == 4
    for time, part in inner.items():
        if time.startswith(f"{period}-"):
            yield [part], False


def _plus(left: Line, right: Line, factor: Fraction = Fraction(1)) -> Line:
    total = dict(left)
    for key, value in right.items():
        total[key] = total.get(key, Fraction(0)) + factor * value
    return {key: value for key, value in total.items() if value or key == 1}


def _times(line: Line, factor: Fraction) -> Line:
    return {key: value * factor for key, value in line.items()}


def _infeasible(lines: list[Line], forms: list[Line]) -> bool:
    """Whether no unknowns make every form at least zero: elimination, each form traced to those it comes from."""
    traced = [(line, frozenset((place,))) for place, line in enumerate([*lines, *forms])]
    for count in range(1, 200):
        above = Counter(key for line, _ in traced for key, value in line.items() if key != 1 and value > 0)
        below = Counter(key for line, _ in traced for key, value in line.items() if key != 1 and value < 0)
        costs = {key: above[key] * below[key] - above[key] - below[key] for key in above | below}
        if not costs:
            break
        traced = _eliminated(traced, min(costs, key=lambda key: (costs[key], str(key))), count)
    return any(line.get(1, Fraction(0)) < 0 for line, _ in traced)


def _eliminated(
    traced: Sequence[tuple[Line, frozenset[int]]], key: object, count: int
) -> list[tuple[Line, frozenset[int]]]:
    above = [(line, why) for line, why in traced if line.get(key, 0) > 0]
    below = [(line, why) for line, why in traced if line.get(key, 0) < 0]
    if not above or not below:
        return [(line, why) for line, why in traced if not line.get(key, 0)]
    kept = {_canonical(line): (line, why) for line, why in traced if not line.get(key, 0)}
    for line, why in above:
        for other, because in below:
            if len(why | because) <= count + 1:
                joined = _plus(_times(line, 1 / line[key]), _times(other, -1 / other[key]))
                joined.pop(key, None)
                known = kept.get(_canonical(joined))
                if known is None or len(why | because) < len(known[1]):
                    kept[_canonical(joined)] = (joined, why | because)
    return list(kept.values())


def _canonical(line: Line) -> tuple[tuple[str, Fraction], ...]:
    size = next((abs(value) for key, value in sorted(line.items(), key=str) if key != 1 and value), Fraction(1))
    return tuple((str(key), value / size) for key, value in sorted(line.items(), key=str) if value)
