"""Articles are read in plain characters; what is found in them is put back on the characters that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.claim import Claim, Evidence, claim_id
from pipeline.layout import Plain, plain

if TYPE_CHECKING:
    from pipeline.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An article as it is printed, and as it is read; the same one where all its characters are plain."""

    article: Article
    read: Article
    _plain: Plain | None

    @classmethod
    def of(cls, article: Article) -> Printed:
        """The article with the text that finders read."""
        found = plain(article.text)
        read = article if found is None else replace(article, text=found.text)
        return cls(article=article, read=read, _plain=found)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the printed text a span of the one that was read stands."""
        return (start, end) if self._plain is None else self._plain.printed(start, end)

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Claims that were read, on the characters that are printed and with the ids that these give them."""
        if self._plain is None:
            return tuple(claims)
        moved = {claim.id: self._moved(claim) for claim in claims}
        ids = {old: claim.id for old, claim in moved.items()}
        return tuple(replace(claim, conversion_of=ids.get(claim.conversion_of or "")) for claim in moved.values())

    def _moved(self, claim: Claim) -> Claim:
        start, end = self.span(claim.start, claim.end)
        text = self.article.text[start:end]
        evidence = {slot: self._shown(found) for slot, found in claim.evidence.items()}
        name = claim_id(claim.doc, start, end, text)
        return replace(claim, id=name, start=start, end=end, text=text, evidence=MappingProxyType(evidence))

    def _shown(self, found: Evidence) -> Evidence:
        start, end = self.span(found.start, found.end)
        return replace(found, start=start, end=end)
