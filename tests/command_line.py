"""What the tests of the command line share: texts of the toy language, and files of a working directory."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
CLASH = "Headline of the article\n\nKAZ CHN turnover 2024: $43.8 billion\n\nKAZ CHN turnover 2024: $34.8 billion\n"
CLEAN = "Headline of the article\n\nKAZ CHN turnover 2024: $43.8 billion\n\nKAZ CHN turnover 2024: about $44 billion\n"


def put(name: str, content: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name
