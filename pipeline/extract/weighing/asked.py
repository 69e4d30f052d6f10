"""A figure whose two sides are weighed: what the rules found, and every economy in view that may be one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.economy import ADJECTIVE_KINDS, country_of
from pipeline.extract.frame import Known
from pipeline.extract.query import TRADER, WORLD, Parties, Query, Slot, value_of
from pipeline.extract.weighing.naming import Named, Naming

_MOST: Final = 12
"""Economies that are weighed, the closest first."""
_OF_HEADING: Final = 2
_OF_TITLE: Final = 2
_OF_SENTENCE: Final = 4
_PREDICATES: Final = frozenset("TLVS")
_PARTS: Final = re.compile(r"[iP]{0,2},?l[dv]*E[(h@:,dv]{0,2}[Q%][^;y]*")
_OWNER: Final = "owner"
_FROM: Final = "f"
"""Rules that read the owner before a flow, and the one that it comes from."""

Pair = tuple[str, str]
"""The codes of a reporter and a partner."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The question for a figure's sides, what the rules have found, and the text that names economies."""

    query: Query
    naming: Naming
    measure: str
    found: Parties

    @cached_property
    def row(self) -> Named:
        """The economies of the figure's own sentence."""
        return self.naming.at(self.query.sentence.start)

    @cached_property
    def title(self) -> tuple[Known, ...]:
        """Those of the headline."""
        title = self.naming.title(self.query.sentence.start)
        return () if title is None else title.known

    @cached_property
    def before(self) -> tuple[Named, ...]:
        """Those of the sentences before it, the nearest first."""
        return self.naming.before(self.query.sentence.start)

    @cached_property
    def home(self) -> str | None:
        """Whom the article is about."""
        return value_of(self.query.frame.home)

    @cached_property
    def anchors(self) -> dict[str, int]:
        """The items that economies are seen from: the figure, and the phrase that it hangs on, where that stands."""
        query = self.query
        return {"figure": query.figure} | ({"phrase": query.nominal.head} if query.own else {})

    @cached_property
    def verb(self) -> int:
        """The first predicate of the sentence; its length where it has none."""
        codes = self.query.codes
        return next((at for at, code in enumerate(codes) if code in _PREDICATES), len(codes))

    @cached_property
    def candidates(self) -> dict[str, Known]:
        """The economies that may be a side, each with where the text names it: the rules' own, then the closest."""
        known: dict[str, Known] = {}
        for one in self._in_view():
            if one is not None and len(known) < _MOST:
                known.setdefault(one.value, Known(value=one.value, start=one.start, end=one.end))
        return known

    @cached_property
    def seller(self) -> str | None:
        """Whose exports they are, whoever else is in view: "Japanese exports", "exports from Japan" are Japan's."""
        query = self.query
        if not query.own or query.nominal.flow != "export" or query.nominal.cue.agent or not query.nominal.owners:
            return None
        at, found = query.nominal.owners[-1].index, self.found.reporter
        said = query.codes[at] == "E" and query.sentence.items[at].ref.kind in ADJECTIVE_KINDS
        told = found is not None and (found.rule == _FROM or (said and found.rule == _OWNER))
        return value_of(found) if told else None

    @cached_property
    def parts(self) -> frozenset[str]:
        """Those that are listed behind the figure with parts of it: "$9 billion, such as Peru ($2 billion)"."""
        items, behind = self.query.sentence.items, _PARTS.match(self.query.codes, self.query.figure + 1)
        listed = items[slice(*behind.span())] if behind is not None else ()
        return frozenset(item.ref.code for item in listed if item.code == "E")

    def pairs(self) -> Iterator[Pair]:
        """The pairs that are weighed: none within one country, and with the world only whom the rules found.

        Of those who are listed as traders none is the partner of another.
        """
        owner = value_of(self.found.reporter)
        for first in self.candidates if self.seller is None else (self.seller,):
            for second in self.candidates:
                named = WORLD not in (first, second) and country_of(first) != country_of(second)
                parted = second in self.row.listed and first not in self.row.listed
                among = self._of_traders and second in self.row.codes
                apart = parted or among or second in self.parts or second in self.row.described
                if (named and not apart) or (
                    first,
                    second,
                ) == (owner, WORLD):
                    yield first, second

    @property
    def _of_traders(self) -> bool:
        """Whether the sentence lists those who trade, and the figure is of one of them."""
        return self.found.reporter is not None and self.found.reporter.rule == TRADER

    def _in_view(self) -> Iterator[Known | Slot | None]:
        """Whoever the rules, the sentence, the article, the figure before, headings and sentences before name."""
        figure, earlier = self.query.sentence.items[self.query.figure], self.query.earlier
        yield from (self.found.reporter, self.found.partner)
        yield Known(value=WORLD, start=figure.start, end=figure.end)
        yield from sorted(self.row.known, key=lambda one: abs(one.start - figure.start))
        yield self.query.frame.home
        yield from (earlier.reporter, earlier.partner) if earlier is not None else ()
        yield from (*self.row.heading[:_OF_HEADING], *self.title[:_OF_TITLE])
        for row in self.before:
            yield from row.known[:_OF_SENTENCE]
