"""What a text says of its currencies as a whole: whose economy it is about, and whose dollar a bare ``$`` is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, NamedTuple

from pipeline.extract.row.points import prints_commas
from pipeline.lexicon import read_csv, read_toml

_BARE: Final = re.compile(r"(?<![\w$])\$\s?\d|\d [bmt]\w{1,7} (?:dollars|dlrs?)")
_DOLLAR: Final = re.compile(r"\$|\b(?:[Dd]ollars?|[Dd]lrs?)\b")
_AMERICAN: Final = re.compile(r"\bUSD?\$|\bUSD\b|\b(?:U\.S\.|US|American)\s(?:[Dd]ollar|[Dd]lr)")
_CONVERTED: Final = re.compile(r"\b[Dd](?:ollars?|lrs?)\s?\([a-z ]{0,15}\$")
"""One dollar in brackets behind another: the sign alone is then not the text's own dollar."""
_WITH: Final = re.compile(r"\b(?:to|from|with|against|and)\s(?:the\s)?$", re.IGNORECASE)
_NEAR: Final = 16
"""Characters before a name among which the preposition stands."""
_STATISTICS: Final = "statistics"
"""The kind of office whose figures are in its own country's money."""
MOST: Final = 3
"""Economies that are in view."""


class InView:
    """The economies that an article names most, so that "crowns" or "pounds" can be told apart, and its own dollar.

    Stands for a ``CurrencyContext`` and reads the text only where a currency is in doubt, which is seldom.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def economies(self) -> tuple[str, ...]:
        """The economies that are named most, the first of equals before the others."""
        from pipeline.economy import SILENT_KINDS, find_economies, is_group

        count = Counter(
            mention.code
            for mention in find_economies(self._text)
            if mention.kind not in SILENT_KINDS and not is_group(mention.code)
        )
        return tuple(code for code, _ in count.most_common(MOST))

    @cached_property
    def prints_commas(self) -> bool:
        """Whether the text prints a comma for the decimal point."""
        return prints_commas(self._text)

    def beside(self, mentions: Iterable[Any], sentence: str) -> View:
        """The context of a sentence: of those whom it speaks of itself the first comes before whom the text names most.

        Behind "to", "from" and "with" stands whom they trade with, and a figure is in the trader's own money.
        """
        own = [one.code for one in mentions if _WITH.search(sentence[max(0, one.start - _NEAR) : one.start]) is None]
        return View(text=self, own=tuple(own))

    @cached_property
    def default(self) -> str | None:
        """The dollar that the text means by bare dollars: the one that it introduced, else that of its office."""
        return self._introduced() or self._of_office()

    def _introduced(self) -> str | None:
        """ "3 billion Canadian dlrs … 2 billion dlrs": the first dollar that a text without a US one names in full."""
        first = _DOLLAR.search(self._text)
        american = (_AMERICAN, _CONVERTED)
        if first is None or first[0] == "$" or any(one.search(self._text) is not None for one in american):
            return None
        before = self._text[: first.start()].rstrip()
        return next((dollar.code for dollar in _home_dollars() if before.endswith(dollar.names.forms)), None)

    def _of_office(self) -> str | None:
        """The dollar of the statistics office that the text cites, where it prints that dollar under no other sign."""
        if _BARE.search(self._text) is None:
            return None
        spoken = [dollar for dollar in _home_dollars() if dollar.names.stand_in(self._text)]
        if not spoken:
            return None
        from pipeline.institution import home_of
        from pipeline.source import find_sources

        offices = [mention for mention in find_sources(self._text) if mention.kind == "institution"]
        homes = {home_of(mention.name) for mention in offices}
        if None in homes and any(mention.office == _STATISTICS for mention in offices):
            homes |= {*self.economies[:1]}  # "the Statistics Bureau": that of whom the text is about
        cited = [dollar for dollar in spoken if dollar.economy in homes]
        if len(cited) != 1 or "USA" in homes or cited[0].signs.stand_in(self._text):
            return None
        return cited[0].code


@dataclass(frozen=True, kw_only=True)
class View:
    """What is in view in one sentence; asked only where a currency is in doubt."""

    text: InView
    own: tuple[str, ...]

    @property
    def economies(self) -> tuple[str, ...]:
        """Whom the sentence is about, then those named most in the text; the most named first if it is about both."""
        most = self.text.economies
        return most if most[:1] and most[0] in self.own else (*self.own[:1], *most)

    @property
    def default(self) -> str | None:
        """The dollar of the text."""
        return self.text.default


class _Forms(NamedTuple):
    """Forms that may stand in a text, none of them as the end of a longer word."""

    forms: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, forms: list[str]) -> _Forms:
        """Any of these."""
        either = "|".join(re.escape(form) for form in forms)
        return cls(tuple(forms), re.compile(f"(?<![A-Za-z])(?:{either})"))

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text; a pattern is asked only where the characters are there."""
        return any(form in text for form in self.forms) and self.pattern.search(text) is not None


class _HomeDollar(NamedTuple):
    """A dollar that its own country prints bare, the words for the country, and the longer signs of the dollar."""

    code: str
    economy: str
    names: _Forms
    signs: _Forms


@cache
def _home_dollars() -> tuple[_HomeDollar, ...]:
    """The dollars that their own country prints bare."""
    wanted = frozenset(read_toml("wording.toml")["home_dollars"])
    return tuple(
        _HomeDollar(
            code=row["code"],
            economy=row["economies"].split("|")[0],
            names=_Forms.of(row["qualifiers"].split("|")),
            signs=_Forms.of([*row["signs"].split("|"), *(f"{name} dollar" for name in row["qualifiers"].split("|"))]),
        )
        for row in read_csv("currencies.csv")
        if row["code"] in wanted
    )
