"""Characters that steer what shows them, or vanish there: they are named in brackets instead."""

from __future__ import annotations

from typing import Final

_HIDDEN: Final = {
    code: f"\N{MATHEMATICAL LEFT ANGLE BRACKET}U+{code:04X}\N{MATHEMATICAL RIGHT ANGLE BRACKET}"
    for code in (
        *(c for c in range(0x20) if chr(c) not in "\t\n\r"),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
}
"""Control characters, direction overrides, lone surrogates."""


def unhidden(text: str) -> str:
    """The text with such characters shown."""
    return text if text.isprintable() else text.translate(_HIDDEN)
