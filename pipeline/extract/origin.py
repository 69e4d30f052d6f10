"""Who is the origin of a figure, of all who speak in its sentence."""

from __future__ import annotations

from typing import Any

from pipeline.extract.items import FIGURES, Sentence
from pipeline.extract.query import Slot


def source_of(sentence: Sentence, article: Any, figure: int) -> Slot | None:
    """Whom the sentence gives as the origin of a figure: the last that speaks before it, else the first behind it.

    The whole text is read for them, since "it said" means somebody of an earlier sentence.
    """
    from pipeline.source import find_sources

    spot = sentence.items[figure].start
    said = [
        mention
        for mention in find_sources(article.text)
        if sentence.start <= mention.start < sentence.end
        and mention.kind != "anonymous"
        and not _only_compares(sentence, mention.start, figure)
    ]
    before = [mention for mention in said if mention.start < spot]
    mention = before[-1] if before else next(iter(said), None)
    if mention is None:
        return None
    return Slot(value=mention.claim_name, start=mention.start, end=mention.end, rule=mention.cue)


def _only_compares(sentence: Sentence, start: int, figure: int) -> bool:
    """Whether the source gives only what a figure is compared with ("against estimates of a 3 % rise")."""
    at = next((index for index, item in enumerate(sentence.items) if item.end > start), 0)
    compared = sentence.codes[:at].rstrip("dvw")[-1:] == "g"
    return compared and (at > figure or sum(code in FIGURES for code in sentence.codes[at:figure]) > 0)
