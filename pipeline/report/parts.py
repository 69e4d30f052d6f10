"""Long lists in one file: what does not stand in the page travels packed, and the page unpacks it when asked.

Packed parts are the finished HTML of the items, so that there is one way to show an item and it is in Python.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Any, Final

from markupsafe import Markup

PART: Final = 25
"""Items to a packed part: small enough to unpack in a blink, large enough to pack well."""

ROOM: Final = 1_000_000
"""Up to so many characters of items all stand in the page itself, and it can be read without its script."""

SHARES: Final = {"proofs": 150_000, "disagreements": 60_000, "reading": 50_000, "articles": 110_000, "pairs": 60_000}
"""How many characters of each list stand in a page that cannot hold them all."""

_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029\x7f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The items of one list as HTML from the report's own escaping templates, and what each is filtered by."""

    items: tuple[str, ...]
    index: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list on the page: the items that stand in it, and the rest in packed parts."""

    standing: tuple[Markup, ...]
    total: int
    packed: tuple[str, ...]
    index: tuple[Mapping[str, Any], ...]

    def data(self) -> dict[str, Any]:
        """What the page's script needs: where the packed items begin, the parts, and what to filter by, packed too."""
        return {"standing": len(self.standing), "part": PART, "parts": self.packed, "index": pack(self.index)}


def lay_out(lists: Mapping[str, Listing]) -> dict[str, Items]:
    """The lists as the page holds them: all items standing where there is room, else the first ones of each list."""
    whole = sum(len(item) for listing in lists.values() for item in listing.items)
    return {name: _cut(listing, None if whole <= ROOM else SHARES[name]) for name, listing in lists.items()}


def _cut(listing: Listing, room: int | None) -> Items:
    """The list cut where its room in characters ends; at least one item stands."""
    standing = len(listing.items) if room is None else max(1, _fitting(listing.items, room))
    rest = listing.items[standing:]
    return Items(
        standing=tuple(Markup(item) for item in listing.items[:standing]),
        total=len(listing.items),
        packed=tuple(pack(rest[at : at + PART]) for at in range(0, len(rest), PART)),
        index=listing.index,
    )


def _fitting(items: Sequence[str], room: int) -> int:
    ends = accumulate(len(item) for item in items)
    return sum(1 for _ in takewhile(lambda end: end <= room, ends))


def pack(items: Sequence[Any]) -> str:
    """A list as base64 of a raw deflate stream of its JSON."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = json.dumps(items, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return base64.b64encode(packer.compress(raw) + packer.flush()).decode("ascii")


def unpack(part: str) -> list[Any]:
    """The items of a packed part."""
    items: list[Any] = json.loads(zlib.decompress(base64.b64decode(part), -15))
    return items


def page_json(value: Any) -> str:
    """JSON that may stand inside a ``script`` element: no character in it can end the element or open a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
