"""A source: who a text gives as the origin of a figure ("according to", "said", "data from", "Source:").

The cues are data (``models/sources.toml``); the institutions too (``pipeline.institution``). Whoever speaks without
being in the lexicon is given as printed.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from pipeline.gazetteer import Match, Words, split_words
from pipeline.institution import Actor, find_actors, institution_of
from pipeline.source_cue import Cue, canonical_ids, cues, dates, fillers, short_forms
from pipeline.speaker import Speakers

__all__ = ["SourceMention", "find_sources", "sources_within"]

_AFTER_REACH: Final = 16
_BEFORE_REACH: Final = 6
_APPOSITION_REACH: Final = 22
_UNKNOWN_WORDS: Final = 3
_INVERSION_REACH: Final = 2
_TOLD_REACH: Final = 5
_ESTIMATE_REACH: Final = 9
_GLUE: Final = frozenset({"-", "'", "’"})
_CLOSING: Final = ",\"”'’"
_MEMORY: Final = 8
_AMOUNT_REACH: Final = 4
_CODE: Final = 3
"""Letters of a currency's code, and of "US" before a sign."""
_STOPS: Final = frozenset(',;:."“”¶\n')
_ANYBODY: Final = frozenset({"it", "he", "she", "they"})
_PEOPLE: Final = frozenset({"he", "she"})
_CLAUSE_WORDS: Final = frozenset({"that", "which", "who", "while", "but", "when", "where", "because", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """A source named in a text; ``name`` is canonical for known institutions, else as printed without its article.

    ``kind`` is ``institution``, ``agency`` (news), ``official`` (a state without its office), ``person`` or
    ``anonymous``; ``office`` (``customs``, ``statistics``, …) lets the caller complete a bare office with
    ``institution_of``; ``reporter_hint`` is the economy that the source belongs to.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    cue: str
    rule: str
    reporter_hint: str | None = None
    office: str | None = None
    printed: str = ""
    """The name as the text prints it, without its article; of "it said" that of the one who is meant."""

    @property
    def is_data(self) -> bool:
        """Whether these are figures of an office that the text leaves without a country ("customs data")."""
        return self.kind == "anonymous" and self.rule.endswith((".office.customs", ".anonymous.data"))

    def name_in_claim(self, reporter: str | None) -> str:
        """The name that a claim of a reporter carries: the canonical id of the specification, else as printed."""
        bare = institution_of(reporter, self.office) if reporter and self.office and self.is_data else None
        return next((name for name in (bare, self.name) if name in canonical_ids()), self.printed)


def is_nobody(name: str) -> bool:
    """Whether a source as printed is only figures of nobody in particular: "latest figures", "official data"."""
    return name == name.lower() and name.rsplit(" ", 1)[-1] in short_forms("figures")


@lru_cache(maxsize=64)  # asked once for the sentence, and again for each of its figures
def find_sources(text: str) -> tuple[SourceMention, ...]:
    """Every source that a text ties to what it says, in the order of the cues."""
    words = split_words(text)
    matches = [*cues().find(words)]
    if not matches:
        return ()
    reading = _Reading(words=words, speakers=Speakers.read(words, find_actors(words)))
    for match in matches:
        reading.take(match)
    return tuple(reading.found)


def sources_within(text: str, start: int, end: int) -> list[SourceMention]:
    """The sources of a text that begin in ``[start, end)``, in the order of the cues."""
    starts, order = _by_start(text)
    found = find_sources(text)
    return [found[at] for at in sorted(order[bisect_left(starts, start) : bisect_left(starts, end)])]


@lru_cache(maxsize=4)  # asked for each figure of an article
def _by_start(text: str) -> tuple[list[int], list[int]]:
    """Where the sources of a text begin, in the order of the text, and which of them each is."""
    found = find_sources(text)
    order = sorted(range(len(found)), key=lambda at: found[at].start)
    return [found[at].start for at in order], order


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One pass over a text; remembers what was found, because "it said" means the one before."""

    words: Words
    speakers: Speakers
    found: list[SourceMention] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def take(self, match: Match[Cue]) -> None:
        """Add the source of a cue, if it has one."""
        cue = match.value
        if cue.colon and ":" not in self.words.gap(match.last - 1):
            return
        actor = self._resolved(self._source(match))
        if actor is not None and (actor.first, actor.last) not in self.taken:
            self.taken.add((actor.first, actor.last))
            self.found.append(self._mention(actor, cue))

    def _source(self, match: Match[Cue]) -> Actor | None:
        cue = match.value
        if cue.side == "nobody" or (cue.amounts and self._takes_amount(match.last)):
            return None
        if cue.id == "revised" and not self._of_estimate(match.last):
            return None
        if cue.side == "before" and self._leads_on(match.last):
            cue = dataclasses.replace(cue, institution=False)
        if cue.side == "after":
            return self._after(match.last, cue)
        if cue.side == "both" and self._is_inverted(match):
            return self._inverted(match.last)
        actor = self._before(match.first, cue) or (self._inverted(match.last) if cue.side == "both" else None)
        return actor if actor is None or cue.vague or actor.kind != "anonymous" else None

    def _leads_on(self, index: int) -> bool:
        """True if a verb leads to what somebody tells ("reported on Monday that"): then anybody can be its subject."""
        for place in range(index, min(index + _TOLD_REACH, len(self.words.spans))):
            if not self.words.joined(place - 1):
                return False
            if self.words.keys[place] == "that":
                return self.words.word(place + 1) not in fillers("times")
        return False

    def _takes_amount(self, index: int) -> bool:
        """True if a verb has an amount for its object: "added nearly $2 billion", "claimed 40 percent"."""
        for place in range(index, min(index + _AMOUNT_REACH, len(self.words.spans))):
            word = self.words.word(place)
            if set(self.words.gap(place - 1)) & _STOPS:
                return False
            if word[:1].isdigit():
                return True
            if word not in fillers("degrees") and not (word.isupper() and len(word) <= _CODE):
                return False
        return False

    def _of_estimate(self, index: int) -> bool:
        """True if it is an estimate that was raised or cut, and no trade."""
        for place in range(index, min(index + _ESTIMATE_REACH, len(self.words.spans))):
            if not self.words.joined(place - 1):
                return False
            if self.words.keys[place] in fillers("estimates"):
                return True
        return False

    def _after(self, index: int, cue: Cue) -> Actor | None:
        """The source that follows a cue: the first name or institution, else figures or people without a name."""
        vague, unknown = None, 0
        for place in range(index, min(index + _AFTER_REACH, len(self.words.spans))):
            if place > index and self.speakers.parts(place - 1):
                break
            if (vague is not None or unknown) and "," in self.words.gap(place - 1):
                break
            actor = self.speakers.starting(place)
            if actor is not None and actor.kind != "anonymous":
                return self._with_institution(actor) if self._may_say(actor, cue) else None
            vague = vague or actor
            unknown += not (actor or self.words.word(place) in fillers("after"))
            if unknown > _UNKNOWN_WORDS or self.words.keys[place] in _CLAUSE_WORDS:
                break
        return vague

    def _inverted(self, index: int) -> Actor | None:
        """The speaker in "…, said Anna Petrova, head of …"; whoever goes on to do something is none."""
        for place in range(index, min(index + _INVERSION_REACH, len(self.words.spans))):
            if self.speakers.parts(place - 1):
                break
            actor = self.speakers.starting(place)
            if actor is not None:
                return self._with_institution(actor) if self._rests(actor.last) else None
            if self.words.word(place) not in fillers("after"):
                break
        return None

    def _rests(self, last: int) -> bool:
        """True if the clause is over after a name, or goes on with where, when or which."""
        gap = self.words.gap(last - 1)
        return (not gap.isspace() and gap not in _GLUE) or self.words.word(last) in fillers("rest") or "\n" in gap

    def _is_inverted(self, match: Match[Cue]) -> bool:
        """True if a comma or a closing quote precedes the verb and somebody follows it."""
        gap = self.words.gap(match.first - 1)
        return any(sign in gap for sign in _CLOSING) and self._inverted(match.last) is not None

    def _with_institution(self, actor: Actor) -> Actor:
        """Of "NAME, TITLE of ORG" the organisation, where it is known; else the name."""
        if actor.kind != "person" or "," not in self.words.gap(actor.last - 1):
            return actor
        for place in range(actor.last, min(actor.last + _APPOSITION_REACH, len(self.words.spans))):
            if place > actor.last and ("," in self.words.gap(place - 1) or self.speakers.parts(place - 1)):
                break
            known = self.speakers.known_at(place)
            if known is not None and known.kind == "institution":
                return known
        return actor

    def _before(self, index: int, cue: Cue) -> Actor | None:
        """The source that a verb has before it; where brackets close there, before them or in them."""
        outside = self.speakers.before_brackets(index)
        return self._leftwards(outside, cue) or (self._leftwards(index, cue) if outside != index else None)

    def _leftwards(self, place: int, cue: Cue) -> Actor | None:
        vague = None
        for _ in range(_BEFORE_REACH):
            if place < 1 or self.speakers.parts(place - 1):
                break
            if vague is not None and "," in self.words.gap(place - 1):
                return vague
            actor = self.speakers.ending(place)
            if actor is not None and actor.kind == "anonymous":
                vague, place = vague or actor, actor.first
                continue
            if actor is not None:
                return actor if self._may_say(actor, cue) else vague
            if cue.again and (again := self.speakers.again_ending(place)):
                return self._again(again) or vague
            if "," in self.words.gap(place - 1):
                return vague or self._apposition(place, cue)
            if not self._is_filler(place - 1):
                break
            place -= 1
        return vague

    def _is_filler(self, index: int) -> bool:
        """True for words between a speaker and the verb: "also", and the date in "X on June 19 reported"."""
        word = self.words.word(index)
        return (
            word in fillers("before") or word in dates() or (word.isdigit() and self.words.word(index - 1) in dates())
        )

    def _apposition(self, place: int, cue: Cue) -> Actor | None:
        """The source in "NAME, TITLE of ORG, said": the organisation where it is known, else the name."""
        office: Actor | None = None
        for index in range(place - 1, max(place - _APPOSITION_REACH, 0), -1):
            known = self.speakers.known_ending(index + 1)
            if known is not None and known.kind == "institution":
                if known.iso3 is not None or not known.rule.startswith("office."):
                    return known
                office = office or known  # "of the ministry's department of statistics": whose it is says more
            if self.speakers.parts(index - 1):
                return office
            if "," in self.words.gap(index - 1):
                actor = self.speakers.ending(index)
                return office or (actor if actor is not None and self._may_say(actor, cue) else None)
        return office

    def _may_say(self, actor: Actor, cue: Cue) -> bool:
        return not cue.institution or not actor.rule.startswith("speaker.")

    def _resolved(self, actor: Actor | None) -> Actor | None:
        """Bare "the figures" are those of the source last named; "the Uzbek figures" those of an Uzbek one."""
        if actor is None:
            return None
        if actor.rule.startswith("office.") and actor.iso3 is None:
            return self._same_office(actor) or actor
        if self.words.keys[actor.last : actor.last + 1] and self.words.keys[actor.last] in short_forms("origins"):
            return actor  # "data from eighty countries" are not those of the office named before
        if actor.rule in {"anonymous.figures", "office.government"}:
            return self._again((actor.first, actor.last), actor.iso3) or actor
        return actor

    def _same_office(self, actor: Actor) -> Actor | None:
        """For "the central bank" the central bank last named, for "the ministry" the ministry."""
        head = self.words.keys[actor.last - 1]
        for mention in reversed(self.found[-_MEMORY:]):
            if mention.kind == "institution" and (
                mention.office == actor.office or (head in short_forms("heads") and head in mention.printed.casefold())
            ):
                return _repeated(mention, (actor.first, actor.last))
        return None

    def _again(self, place: tuple[int, int], iso3: str | None = None) -> Actor | None:
        """Whom a pronoun or a short form means: the last person for "he", for figures no news agency and no state."""
        word, head = self.words.keys[place[0]], self.words.keys[place[1] - 1]
        tells = iso3 is None and (
            head in short_forms("figures") or (word == "they" and self.words.keys[place[1]] in short_forms("shows"))
        )
        needed = head if head in short_forms("heads") else ""
        bodies = short_forms("bodies")
        for nouns in ({needed}, bodies) if needed in bodies else ({needed},):
            for mention in reversed(self.found[-_MEMORY:]):
                if iso3 in {None, mention.reporter_hint} and _may_be_meant(mention, word, nouns, tells=tells):
                    return _repeated(mention, place)
        if needed:
            return Actor(first=place[1] - 1, last=place[1], name=head, kind="institution", rule=f"short.{head}")
        return self._named_before(place) if word == "it" else None

    def _named_before(self, place: tuple[int, int]) -> Actor | None:
        """For "it said" after a sentence that only names the institution."""
        actor = self.speakers.institution_before(place[0])
        if actor is None:
            return None
        printed = _without_article(self.words, actor)
        return dataclasses.replace(actor, first=place[0], last=place[1], rule="again", printed=printed)

    def _mention(self, actor: Actor, cue: Cue) -> SourceMention:
        start, end = self.words.spans[actor.first][0], self.words.spans[actor.last - 1][1]
        return SourceMention(
            start=start,
            end=end,
            text=self.words.text[start:end],
            name=actor.name,
            kind=actor.kind,
            cue=cue.id,
            rule=f"source.{cue.id}.{actor.rule}",
            reporter_hint=actor.iso3,
            office=actor.office,
            printed=actor.printed or _without_article(self.words, actor),
        )


def _may_be_meant(mention: SourceMention, word: str, nouns: Collection[str], *, tells: bool) -> bool:
    """Whether a short form that begins with a word may mean a source, whose name must hold one of the nouns.

    ``tells``: it is figures that tell.
    """
    fits = (mention.kind == "person") == (word in _PEOPLE)
    fits = fits and (mention.kind != "anonymous" or (mention.is_data and tells))
    fits = fits and (mention.kind != "agency" or word in _ANYBODY)
    fits = fits and not (tells and mention.rule.endswith(".speaker.economy"))
    return fits and any(noun in f"{mention.name} {mention.printed}".casefold() for noun in nouns)


def _repeated(mention: SourceMention, place: tuple[int, int]) -> Actor:
    """An earlier source, meant again at another place."""
    return Actor(
        first=place[0],
        last=place[1],
        name=mention.name,
        kind=mention.kind,
        rule=f"again.{mention.rule}",
        office=mention.office,
        iso3=mention.reporter_hint,
        printed=mention.printed,
    )


def _without_article(words: Words, actor: Actor) -> str:
    """What is printed of an actor, on one line, without "the"."""
    first = actor.first + (actor.last - actor.first > 1 and words.keys[actor.first] in {"the", "a", "an"})
    return " ".join(words.text[words.spans[first][0] : words.spans[actor.last - 1][1]].split())
