"""Who is the origin of a figure, of all who speak in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.extract.items import FIGURES, Sentence
from pipeline.extract.query import Slot

if TYPE_CHECKING:
    from pipeline.source import SourceMention


def source_of(sentence: Sentence, article: Any, figure: int, reporter: str | None) -> Slot | None:
    """Whom the sentence gives as the origin of a figure; mere "customs data" only where it names nobody.

    The whole text is read for them, since "it said" means somebody of an earlier sentence.
    """
    from pipeline.source import find_sources

    said = [
        mention
        for mention in find_sources(article.text)
        if sentence.start <= mention.start < sentence.end and not _only_compares(sentence, mention.start, figure)
    ]
    spot = sentence.items[figure].start
    mention = _nearest([one for one in said if one.kind != "anonymous"], spot) or _nearest(
        [one for one in said if one.is_data], spot
    )
    if mention is None:
        return None
    return Slot(value=mention.name_in_claim(reporter), start=mention.start, end=mention.end, rule=mention.cue)


def _nearest(said: list[SourceMention], spot: int) -> SourceMention | None:
    """The last that speaks before a figure, else the first behind it."""
    before = [mention for mention in said if mention.start < spot]
    return before[-1] if before else next(iter(said), None)


def _only_compares(sentence: Sentence, start: int, figure: int) -> bool:
    """Whether the source gives only what a figure is compared with ("against estimates of a 3 % rise")."""
    at = next((index for index, item in enumerate(sentence.items) if item.end > start), 0)
    compared = sentence.codes[:at].rstrip("dvw")[-1:] == "g"
    return compared and (at > figure or sum(code in FIGURES for code in sentence.codes[at:figure]) > 0)
