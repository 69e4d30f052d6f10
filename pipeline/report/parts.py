"""Long lists in one file: what does not stand in the page travels packed, and the page unpacks it when asked.

Packed parts are the finished HTML of the items, so that there is one way to show an item and it is in Python.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from markupsafe import Markup

PART: Final = 25
"""Items to a packed part: small enough to unpack in a blink, large enough to pack well."""

_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029\x7f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list on the page: the items that stand in it as HTML, and the rest in packed parts."""

    standing: tuple[Markup, ...]
    total: int
    packed: tuple[str, ...] = field(default=())
    index: tuple[dict[str, Any], ...] = field(default=())

    def data(self) -> dict[str, Any]:
        """What the page's script needs: where the packed items begin, the parts, and what to filter by."""
        return {"standing": len(self.standing), "part": PART, "parts": self.packed, "index": self.index}


def shelve_items(rendered: Iterable[str], index: Sequence[dict[str, Any]], room: int) -> Items:
    """The items, HTML from the report's own escaping templates, cut where the page's ``room`` in characters ends."""
    items = list(rendered)
    used = 0
    standing = 0
    for item in items:
        used += len(item)
        if used > room and standing:
            break
        standing += 1
    rest = items[standing:]
    packed = tuple(pack(rest[at : at + PART]) for at in range(0, len(rest), PART))
    return Items(
        standing=tuple(Markup(item) for item in items[:standing]), total=len(items), packed=packed, index=tuple(index)
    )


def pack(items: Sequence[str]) -> str:
    """HTML items as base64 of a raw deflate stream of their JSON list."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = json.dumps(items, ensure_ascii=False).encode("utf-8")
    return base64.b64encode(packer.compress(raw) + packer.flush()).decode("ascii")


def unpack(part: str) -> list[str]:
    """The items of a packed part."""
    items: list[str] = json.loads(zlib.decompress(base64.b64decode(part), -15))
    return items


def page_json(value: Any) -> str:
    """JSON that may stand inside a ``script`` element: no character in it can end the element or open a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
