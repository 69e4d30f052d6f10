"""Reading claims: which figure belongs to whom, which way, for when, of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from pipeline.article.record import Article, Skipped
from pipeline.claim import Claim
from pipeline.errors import CrossfootError

_BATCH: Final = 64
Outcome = tuple[Article | Skipped, tuple[Claim, ...]]
"""An article and its claims; what was skipped has none, nor has one that met an error of Crossfoot's own."""


def extract_claims(article: Any) -> tuple[Claim, ...]:
    """The claims of one article in the order of its text."""
    from pipeline.extract.as_printed import Printed
    from pipeline.extract.triage import may_hold_claim

    printed = Printed.of(article)
    if not may_hold_claim(printed.read.text, article.published):
        return ()
    from pipeline.extract.reader import read_article

    return printed.claims(read_article(printed.read))


def extract_articles(articles: Iterable[Any], settings: Any = None) -> Iterator[Outcome]:
    """Each article with its claims, one after the other; words that only these articles use are forgotten again.

    Hedges and language model are those of ``settings``, ``ConfigError`` where there are no such. An error of ours in
    one article costs that article, is told, and costs no other.
    """
    from pipeline.components.language import prefer
    from pipeline.components.memory import forgetting
    from pipeline.quantity import hedged_as

    if settings is not None:
        prefer(settings.language_model)
    waiting = iter(articles)
    while batch := list(islice(waiting, _BATCH)):
        with forgetting(), hedged_as(settings.hedges if settings is not None else None):
            found = [_outcome(article) for article in batch]
        yield from found


def _outcome(article: Any) -> Outcome:
    try:
        return article, extract_claims(article)
    except CrossfootError:
        raise  # what the user can mend, such as a language model that is not there
    except Exception as error:  # whatever it is, the other articles are read
        reason = f"was left out, by an error of Crossfoot itself ({type(error).__name__}: {error}): please report it"
        return Skipped(name=article.name, reason=reason), ()
