"""Every pattern that the package compiles, against texts on which a bad one takes forever: run as a script by a test.

Prints a line of JSON for each pattern whose time grows faster than the text: where, how it was used, on what.
"""

from __future__ import annotations

import importlib
import json
import linecache
import pkgutil
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent / "pipeline"
PIECES = [
    *(
        "7",
        "1,",
        "1.",
        "((",
        "[",
        "a",
        "A",
        "a ",
        "A. ",
        "U.S.",
        "$5 ",
        "-",
        "–",
        " ",
        "\n",
        "\t",
        "|",
        "| ",
        "|-",
        "*",
        "'",
    ),
    *(
        '"',
        "<",
        "<a",
        "&nbsp;",
        ".",
        ",",
        "5%",
        "é",
        "\u00a0",
        "1 000 ",
        "2024-",
        "one ",
        "half a ",
        "w,",
        "P",
        "_",
        "#",
    ),
    *("=", "\\", "/", "http://a", "a@", "5 May ", "A, ", "a:", "--", ")", "x.Y", "EG", "TU", "C&", "[2] to x"),
]
SHORT, LONG = 1_000, 4_000
NOTICED, GROWTH = 0.003, 9.0  # seconds; 4 when linear, 16 when quadratic

compiled: dict[tuple[str | bytes, int], tuple[re.Pattern[str], str]] = {}
compile_ = re.compile


def spy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, remembering what code of ours compiles."""
    made = compile_(pattern, flags)
    frame = sys._getframe(1)
    _, ours, place = frame.f_code.co_filename.replace("\\", "/").rpartition("/pipeline/")
    if ours:
        name = linecache.getline(frame.f_code.co_filename, frame.f_lineno).partition("re.compile")[0]
        compiled.setdefault((made.pattern, made.flags), (made, f"{place} {name.partition(':')[0].strip()}"))
    return made


def load() -> None:
    """Every module, and what is compiled only when a text is read."""
    import pipeline

    re.compile = spy  # type: ignore[assignment]
    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    from pipeline.article import Article
    from pipeline.extract import extract_claims

    text = "Exports to Kenya rose 5% to $3bn in May 2024.\n\nTrade | 2024\n---|---\nKenya | 5\nUganda | 6\n"
    extract_claims(Article(name="a.txt", text=text))


def seconds(pattern: re.Pattern[str], text: str, way: str) -> float:
    subject = text.encode() if isinstance(pattern.pattern, bytes) else text
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        if way == "search":
            sum(1 for _ in pattern.finditer(subject))  # type: ignore[arg-type]
        else:
            pattern.match(subject)  # type: ignore[arg-type]
            pattern.fullmatch(subject)  # type: ignore[arg-type]
        best = min(best, time.process_time() - began)
        if best < NOTICED:
            break
    return best


def grows(pattern: re.Pattern[str], way: str) -> str | None:
    """The piece on whose repetition the pattern takes more than linear time."""
    for piece in PIECES:
        for end in ("", "!\n☃"):
            long = seconds(pattern, piece * (LONG // len(piece)) + end, way)
            if long > NOTICED and long > GROWTH * seconds(pattern, piece * (SHORT // len(piece)) + end, way):
                return piece + "…" + end
    return None


def ways(where: str) -> tuple[str, ...]:
    """How a pattern is used: one that is only matched at a place may be slow to look for."""
    place, _, name = where.partition(" ")
    source = (ROOT / place).read_text(encoding="utf-8")
    looked_for = not name.isidentifier() or re.search(rf"\b{name}\.(?:search|finditer|findall|sub|split)\b", source)
    return ("match", "search") if looked_for else ("match",)


if __name__ == "__main__":
    load()
    for pattern, where in compiled.values():
        for way in ways(where):
            piece = grows(pattern, way)
            if piece is not None:
                print(json.dumps({"where": where, "way": way, "piece": piece, "pattern": str(pattern.pattern)[:80]}))
    print(json.dumps({"patterns": len(compiled)}))
