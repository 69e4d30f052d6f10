"""Text that was taken out of HTML, PDF or DOCX, put right; plain text files never come here."""

from __future__ import annotations

import re
from typing import Final

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_TRAILING: Final = re.compile(r"(?<![ \t])[ \t]++\n")
_BLANKS: Final = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """The text without mojibake, ligatures and control characters, and with plain line ends; quotes stay as printed."""
    import ftfy

    settings = ftfy.TextFixerConfig(unescape_html=False, uncurl_quotes=False, remove_terminal_escapes=True)
    fixed = ftfy.fix_text(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"), settings)
    tidy = _TRAILING.sub("\n", _CONTROL.sub("", fixed))
    return _BLANKS.sub("\n\n", tidy).strip()


def table_row(cells: list[str]) -> str:
    """One row of a table as every format gives it: ``| China | 2.1 |``."""
    return "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"
