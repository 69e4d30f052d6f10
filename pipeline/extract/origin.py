"""Who is the origin of a figure, of all who speak in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from pipeline.claim import Claim
from pipeline.extract.discourse.slot_taken import with_slot_of
from pipeline.extract.query import Slot
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.source import SourceMention, sources_within

_COLON: Final = re.compile(r"[^.;:()\n]{0,40}: ?[A-Z]")
"""Behind a source whose words are all that follows it: "According to customs data: Exports …"."""
_NEAR: Final = 2
"""Words that may stand between a joint and who speaks behind it: "though data from"."""
_SURVEYS: Final = frozenset({"survey", "survey-of"})


class Claimed(NamedTuple):
    """What is known of a claim when its source is looked for: whose trade it is, and whether it is only expected."""

    reporter: str | None
    expected: bool


def source_of(sentence: Sentence, article: Any, figure: int, said_by: Claimed) -> Slot | None:
    """Whom the sentence gives as the origin of a figure; mere "customs data" only where it names nobody.

    The whole text is read for them, since "it said" means somebody of an earlier sentence.
    """
    spot = sentence.items[figure].start
    said = [
        mention
        for mention in sources_within(article.text, sentence.start, sentence.end)
        if not _only_compares(sentence, mention.start, figure)
        and not _opens_doubt(sentence, mention.start, figure)
        and (said_by.expected or not _only_expects(mention, spot))
    ]
    polled = [mention for mention in said if mention.cue in _SURVEYS] if said_by.expected else []
    named = polled or [one for one in said if one.kind != "anonymous"]
    mention = _nearest(named, spot) or _nearest([one for one in said if one.is_data], spot)
    if mention is None:
        return None
    name = mention.name_in_claim(said_by.reporter)
    return Slot(value=name, start=mention.start, end=mention.end, rule=mention.cue)


def told_throughout(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """The claims of a paragraph; what stands between two figures of one source, and names none itself, is of it too.

    "Exports rose 5 %, she said. Imports fell 3 %. The gap was $2 billion, she said." So is all that a source with a
    colon introduces: "According to the ministry: Exports were $5 billion. Imports were $3 billion."
    """
    behind: list[str | None] = []
    for claim in reversed(claims):
        later = behind[-1] if behind else None
        behind.append(later if claim.source is None else claim.source)
    last: Claim | None = None
    for claim, following in zip(claims, reversed(behind), strict=True):
        if claim.source is not None:
            last = claim
        elif last is not None and (following == last.source or _introduces(last, text)):
            claim = with_slot_of(claim, last, "source", "paragraph")  # noqa: PLW2901 - it goes on with its source
        yield claim


def _introduces(claim: Claim, text: str) -> bool:
    """Whether a colon stands between the source of a figure and the sentence of it."""
    spot = claim.evidence["source"]
    return spot.end < claim.start and _COLON.match(text, spot.end, claim.start) is not None


def _only_expects(mention: SourceMention, spot: int) -> bool:
    """ "Exports rose 5 %, missing the 6 % expected in a Reuters poll": who asked what was expected measured nothing."""
    return mention.cue in _SURVEYS and mention.start > spot


def _opens_doubt(sentence: Sentence, start: int, figure: int) -> bool:
    """ "Rose 5 %, though data from Peru may be wrong": whoever opens a new clause behind a figure did not give it."""
    if start < sentence.items[figure].end:
        return False
    at = next((index for index, item in enumerate(sentence.items) if item.end > start), 0)
    words = sentence.codes[:at].rstrip("dvwf")
    return words.endswith("y") and at - len(words) <= _NEAR


def _nearest(said: list[SourceMention], spot: int) -> SourceMention | None:
    """The last that speaks before a figure, else the first behind it."""
    before = [mention for mention in said if mention.start < spot]
    return before[-1] if before else next(iter(said), None)


def _only_compares(sentence: Sentence, start: int, figure: int) -> bool:
    """Whether the source gives only what a figure is compared with ("against estimates of a 3 % rise")."""
    at = next((index for index, item in enumerate(sentence.items) if item.end > start), 0)
    compared = sentence.codes[:at].rstrip("dvw")[-1:] == "g"
    return compared and (at > figure or sum(code in FIGURES for code in sentence.codes[at:figure]) > 0)
