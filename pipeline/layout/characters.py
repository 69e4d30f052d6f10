"""Plain characters: a text as finders read it, where another character is printed alike or none, and the way back."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.lexicon import read_toml

_MAY_DIFFER: Final = re.compile(
    "[^\t\n\r -%'-~\u00a0-\u00ac\u00ae-\u00b6\u00b8-\u00c1\u00c4-\u00e1\u00e3-\u024f"
    "\u2009\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u2218\u221a-\u22c4\u22c6-\u2bff\u3131-\u318e\u4e00-\u9fff\uac00-\ud7a3](?:(?<!&)|[#A-Za-z])"
)
"""Where a text may differ: in most articles nowhere. An accent or a picture takes the character before it along."""
_NAMED: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text in plain characters; ``printed`` leads from spans of it to spans of the text as printed."""

    text: str
    ours: tuple[int, ...]
    """Where in ``text`` each piece begins; odd pieces stand for other characters, even ones are as printed."""
    theirs: tuple[int, ...]
    """Where in the printed text each piece begins."""

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span of the printed text that a span of ``text`` stands for."""
        if end <= start:
            place = self._place(start)[0]
            return place, place
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        """The printed characters that one character stands for."""
        piece = bisect_right(self.ours, at) - 1
        if piece % 2:
            return self.theirs[piece], self.theirs[piece + 1]
        start = self.theirs[piece] + at - self.ours[piece]
        return start, start + 1


def plain(text: str) -> Plain | None:
    """The text in plain characters; None where it has no others."""
    if _MAY_DIFFER.search(text) is None:
        return None
    parts: list[str] = []
    ours, theirs, length, end = [0], [0], 0, 0
    for start, stop, meant in _others(text):
        parts += (text[end:start], meant)
        length += start - end
        ours += (length, length + len(meant))
        theirs += (start, stop)
        length += len(meant)
        end = stop
    if not parts:
        return None
    return Plain(text="".join((*parts, text[end:])), ours=tuple(ours), theirs=tuple(theirs))


def plain_text(text: str) -> str:
    """The text in plain characters, where nobody asks what is printed."""
    found = plain(text)
    return text if found is None else found.text


def _others(text: str) -> Iterator[tuple[int, int, str]]:
    """What means something else than it says: where it stands, and what it means; in order."""
    last = 0
    for hint in _MAY_DIFFER.finditer(text):
        if hint.start() < last:
            continue
        found = _pattern().match(text, max(last, hint.start() - 1)) or _pattern().match(text, hint.start())
        if found is None or found.lastgroup is None:
            continue
        last = found.end()
        meant = _MEANT[found.lastgroup](found[0])
        if meant is not None and meant != found[0]:
            yield found.start(), found.end(), meant


@cache
def _pattern() -> re.Pattern[str]:
    """Every kind of other characters, each as a group with the name of its table."""
    known = read_toml("characters.toml")
    marks = re.escape("".join(known["between_digits"]["as"]))
    kinds = {
        "named": _NAMED.pattern,
        "twice": f"[{known['twice']['two']}][^\\x00-\\x7f]|[{known['twice']['three']}][^\\x00-\\x7f]{{2}}",
        "windows": _any_of(known["windows"]),
        "nothing": f"{_any_of(known['nothing'])}+",
        "turned": "[{0}][^{1}\n]*[{1}]?".format(*(chr(int(known["turned"][end], 16)) for end in ("begin", "end"))),
        "pictures": f"(?<=\\S) ?{_any_of(known['pictures'])}+(?=[\\s.,;:!?)]|\\Z)",
        "compatible": _any_of(known["compatible"]),
        "between_digits": f"(?<=\\d)[{marks}](?=\\d)",
        "composed": "[^\\W\\d_][\u0300-\u036f]+",
        "digits": "(?![0-9])\\d",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in kinds.items()))


def _any_of(table: dict[str, Any]) -> str:
    """A class of characters, from its ranges."""
    ends = (one.partition("-") for one in table["ranges"])
    spans = ((int(first, 16), int(last or first, 16)) for first, _, last in ends)
    return "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans) + "]"


def _named(printed: str) -> str | None:
    """The character that HTML gives a name; no bracket, for that would make a tag, and nothing that HTML has not."""
    meant = html.unescape(printed)
    return None if meant == printed or set(meant) & set("<>\ufffd") else meant


def _twice(printed: str) -> str | None:
    """The character whose UTF-8 it was."""
    try:
        return b"".join(map(_byte, printed)).decode("utf-8")
    except UnicodeError:
        return None


def _byte(character: str) -> bytes:
    """The byte that Windows writes for a character, or Latin-1 where Windows has none."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


_MEANT: Final[dict[str, Callable[[str], str | None]]] = {
    "named": _named,
    "twice": _twice,
    "windows": lambda printed: printed.encode("latin-1").decode("cp1252", errors="ignore"),
    "nothing": lambda _: "",
    "turned": lambda _: "\N{REPLACEMENT CHARACTER}",
    "pictures": lambda _: "",
    "compatible": lambda printed: unicodedata.normalize("NFKC", printed),
    "between_digits": lambda printed: str(read_toml("characters.toml")["between_digits"]["as"][printed]),
    "composed": lambda printed: unicodedata.normalize("NFC", printed),
    "digits": lambda printed: str(unicodedata.decimal(printed)),
}
