"""The head of an article on its page: the headline as printed, and the standfirst where it stands outside of the body.

Extractors look for the body, and many pages print headline, standfirst and key points in a block before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from pipeline.article.title import is_furniture

_ASIDE: Final = frozenset({"nav", "aside", "footer", "form", "figure", "button", "table", "script", "style", "time"})
_BLOCKS: Final = frozenset({"p", "h2", "h3", "h4", "li"})
_OTHER: Final = re.compile(
    r"related|\bshar|social|promo|newsletter|cookie|consent|\bads?\b|byline|author|breadcrumb|\btags?\b|\bnav|menu|"
    r"comment|subscri|login|banner|credit|\b(?:time|date)|most-?read|recommend|trending|sponsor",
    re.I,
)
_FEWEST_WORDS: Final = 5
_MOST_PIECES: Final = 8
_LONGEST_PIECE: Final = 600
_LIKE: Final = 60  # characters that two texts share if they are the same
_NEAR: Final = 150  # elements between headline and body
_WORD: Final = re.compile(r"[^\W_]+")


def printed_headline(tree: Any, title: str | None) -> Any | None:
    """The element of the headline: the first heading that shares at least half its words with the page's title.

    Without a title it is the first heading of two words.
    """
    wanted = _words(title or "")
    for heading in tree.iter("h1"):
        found = _words(_text(heading))
        if len(found) > 1 and (not wanted or 2 * len(found & wanted) >= min(len(found), len(wanted))):
            return heading
    return None


def standfirst(headline: Any, body: str) -> list[str]:
    """What is printed between a headline and the text of the body; nothing where it never comes to that."""
    squeezed = " ".join(body.split())
    shared = set(headline.iterancestors())
    pieces: list[str] = []
    for element in _following(headline):
        said = " ".join(_text(element).split())
        if len(said.split()) >= _FEWEST_WORDS and said[:_LIKE] in squeezed:
            return pieces
        if said not in pieces and _is_said(element, said, shared):
            pieces.append(said)
            if len(pieces) > _MOST_PIECES:
                return []
    return []


def _following(headline: Any) -> Iterator[Any]:
    """The blocks of text behind an element, in the order of the page, while they may be the head of the article."""
    for element in islice(headline.xpath("following::*"), _NEAR):
        if element.tag in _BLOCKS or (element.tag == "div" and len(element) == 0):
            yield element


def _is_said(element: Any, said: str, shared: set[Any]) -> bool:
    """Whether a block is a sentence or a point of the article and no furniture of its page.

    ``shared`` is what the headline stands in too: the class of that says nothing about the block.
    """
    if len(said.split()) < _FEWEST_WORDS or len(said) > _LONGEST_PIECE or is_furniture(said):
        return False
    linked = sum(len(_text(link)) for link in element.iter("a"))
    if 2 * linked > len(said):
        return False
    around = [element, *(one for one in element.iterancestors() if one not in shared)]
    return not any(one.tag in _ASIDE or _OTHER.search(f"{one.get('class', '')} {one.get('id', '')}") for one in around)


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
