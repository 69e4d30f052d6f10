"""The words that tie a figure to its origin, and those that may stand beside them (``models/sources.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteer import Gazetteer
from pipeline.lexicon import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue: on which ``side`` its source stands, and who can be one.

    ``institution``: only known ones, no names as printed. ``colon``: a colon must follow. ``vague``: figures and people
    without a name will do. ``amounts``: the verb takes an amount, too, and then tells nothing.
    """

    id: str
    side: str
    institution: bool
    colon: bool
    vague: bool
    again: bool
    """Whether a pronoun before it can be its source: "it registered a deficit" is said of a country."""
    amounts: bool


@cache
def cues() -> Gazetteer[Cue]:
    """All phrases of all cues."""
    known: Gazetteer[Cue] = Gazetteer()
    for record in read_toml("sources.toml")["cue"]:
        cue = Cue(
            id=record["id"],
            side=record["side"],
            institution=record.get("institution", False),
            colon=record.get("colon", False),
            vague=record.get("vague", True),
            again=record.get("again", True),
            amounts=record.get("amounts", False),
        )
        for phrase in record["words"]:
            known.add(phrase, cue)
    return known


@cache
def fillers(place: str) -> frozenset[str]:
    """Words that name nobody: ``after`` a cue, ``before`` it, at ``rest`` behind a name after its verb.

    ``times``: what "that" may belong to ("reported that month"). ``estimates``: what an office raises or cuts.
    """
    return frozenset(read_toml("sources.toml")["filler"][place])


@cache
def dates() -> frozenset[str]:
    """Days and months, which may stand between a speaker and the verb."""
    return frozenset(read_toml("sources.toml")["bounds"]["dates"])


@cache
def short_forms(part: str) -> frozenset[str]:
    """Words of the short forms that mean a source said before.

    ``heads``: nouns ("the bank") that must occur in the name of the one who is meant. ``bodies``: of these the ones
    that are said of each other ("the office" of a Customs Service). ``figures``: nouns that mean
    figures, those of an office or a body and never of a state that spoke between. ``shows``: what figures do ("they
    show"), and people do not.
    """
    return frozenset(read_toml("sources.toml")["again"][part])


@cache
def canonical_ids() -> frozenset[str]:
    """Institutions whose canonical id a claim carries, whatever the text calls them."""
    return frozenset(read_toml("sources.toml")["canonical"]["ids"])
