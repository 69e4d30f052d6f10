"""A period as a text prints it: where it stands, what it means, and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.period.fiscal import crop_of
from pipeline.period.meaning import Meaning, Pair, Part, When
from pipeline.period.value import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodMention:
    """The characters ``[start, end)`` of a text that tell a time; ``text`` is always that slice.

    ``kind`` is one of

    - ``absolute``: says everything itself ("2024", "the first quarter of 2024"); a fiscal year needs its economy;
    - ``partial``: months without a year ("October", "the first nine months");
    - ``deictic``: counted from the article's date ("last year", "so far this year");
    - ``anaphoric``: counted from the main period ("a year earlier", "the same period", "year-on-year");
    - ``day``: a date; its month is weak evidence for what a figure is for;
    - ``rate``: "a year", "annually": no time at all;
    - ``name``: part of a proper name ("Vision 2030"), to be ignored.

    ``comparison`` is ``year``, ``quarter`` or ``month`` where the words tell the base of a change. ``role`` comes from
    the preposition directly before: ``from``, ``to``, ``base``, ``by``. ``rule`` is its id in ``models/periods.toml``.
    ``some_days``: only some days of the months are meant ("the week to 7 March").
    """

    start: int
    end: int
    text: str
    period: Period | None
    kind: str
    meaning: Meaning
    rule: str
    comparison: str | None = None
    role: str | None = None
    average: bool = False
    some_days: bool = False

    @property
    def months(self) -> tuple[int, int] | None:
        """The first and last calendar month that the words name, whatever the year; None where they name none."""
        meaning = self.meaning
        return (meaning.first, meaning.last) if isinstance(meaning, Part) else None

    @property
    def is_fiscal(self) -> bool:
        """Whether the words speak of a fiscal year."""
        year = getattr(self.meaning, "year", None)
        return isinstance(self.meaning, Pair) or (year is not None and year.base.startswith("fiscal"))

    def resolve(
        self,
        *,
        anchor: Period | None = None,
        published: date | None = None,
        fiscal: str | None = None,
        recent: tuple[Period, ...] = (),
        fiscal_told: bool = False,
    ) -> Period | None:
        """The period, given the main period, the article's date, and the economy whose fiscal year it is.

        What was settled when the mention was found is kept where nothing is given that could settle it better.
        """
        fiscal = crop_of(self.text) or fiscal
        if self.period is not None and published is None and fiscal is None:
            return self.period
        when = When(anchor=anchor, published=published, fiscal=fiscal, recent=recent, fiscal_told=fiscal_told)
        return self.meaning.resolve(when) or self.period

    def day(self, *, published: date | None = None) -> date | None:
        """The exact date of a mention of kind ``day``; a date without a year is the latest before publication."""
        if self.kind != "day":
            return None
        from pipeline.period.days import read_day  # slow to import, seldom asked for

        return read_day(self.text, published=published)
