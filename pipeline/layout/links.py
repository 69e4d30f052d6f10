"""Links of Markdown, whose addresses are no words of the text."""

from __future__ import annotations

import re
from typing import Final

_LINK: Final = re.compile(r"!?\[(?=[^\[\]]{1,300}\]\([^()\s]{1,500}\))|\]\([^()\s]{1,500}\)")


def without_links(text: str) -> str:
    """The text with blanks in place of brackets and addresses of links, so that every offset stays."""
    return _LINK.sub(lambda found: " " * len(found[0]), text) if "](" in text else text
