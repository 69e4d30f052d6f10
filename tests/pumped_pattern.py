"""Texts made from the patterns themselves: what a pattern matches, one of its loops turned many times, the end spoilt.

A loop that can be left in two ways at each turn takes two to the power of its turns, if at last it does not match; no
text of pieces that know nothing of the pattern would show it. Run as a script by a test, after ``every_pattern``.
"""

from __future__ import annotations

import json
import random
import re
import signal
import time
from collections.abc import Iterator
from re import _constants as C  # type: ignore[attr-defined]  # noqa: N812
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

import every_pattern

_CHARACTERS: Final = " a7A,.-$%|\n'(["
_ENDS: Final = ("\N{SNOWMAN}", "[", "\n\N{SNOWMAN}", ".", "a")
_TURNS, _TRIES, _LONGEST = 40, 3, 1500
_NOTICED, _LIMIT = 0.3, 5  # seconds
_CLASSES: Final = {
    C.CATEGORY_DIGIT: r"\d",
    C.CATEGORY_NOT_DIGIT: r"\D",
    C.CATEGORY_SPACE: r"\s",
    C.CATEGORY_NOT_SPACE: r"\S",
    C.CATEGORY_WORD: r"\w",
    C.CATEGORY_NOT_WORD: r"\W",
}
_LOOPS: Final = (C.MAX_REPEAT, C.MIN_REPEAT)


def loops(tree: Any) -> Iterator[int]:
    """Every loop of a pattern that may turn more than a few times."""
    for kind, value in tree:
        if kind in _LOOPS:
            if value[1] > 3:
                yield id(value[2])
            yield from loops(value[2])
        elif kind is C.BRANCH:
            for branch in value[1]:
                yield from loops(branch)
        elif kind in (C.SUBPATTERN, C.ASSERT, C.ASSERT_NOT):
            yield from loops(value[-1])


def made(tree: Any, loop: int, draw: random.Random) -> str:
    """A text that a pattern would match, but for what stands around it; one loop is turned often."""
    return "".join(_made(kind, value, loop, draw) for kind, value in tree)


def _made(kind: Any, value: Any, loop: int, draw: random.Random) -> str:
    if kind is C.LITERAL:
        return chr(value)
    if kind in (C.ANY, C.NOT_LITERAL):
        return draw.choice("a 7")
    if kind is C.IN:
        return _one_of(value, draw)
    if kind is C.BRANCH:
        return made(draw.choice(value[1]), loop, draw)
    if kind is C.SUBPATTERN:
        return made(value[-1], loop, draw)
    if kind in (*_LOOPS, C.POSSESSIVE_REPEAT):
        least, most, body = value
        turns = _TURNS if id(body) == loop else least + draw.randrange(2)
        return "".join(made(body, loop, draw) for _ in range(min(turns, most)))
    return ""


def _one_of(items: Any, draw: random.Random) -> str:
    single = re.compile(_written(items))
    fitting = [character for character in _CHARACTERS if single.fullmatch(character)]
    known = [chr(value if kind is C.LITERAL else value[0]) for kind, value in items if kind in (C.LITERAL, C.RANGE)]
    return draw.choice(fitting or known or ["a"])


def _written(items: Any) -> str:
    """The set as it would be written."""
    parts = []
    for kind, value in items:
        if kind is C.NEGATE:
            parts.append("^")
        elif kind is C.LITERAL:
            parts.append(f"\\U{value:08x}")
        elif kind is C.RANGE:
            parts.append(f"\\U{value[0]:08x}-\\U{value[1]:08x}")
        else:
            parts.append(_CLASSES[value])
    return f"[{''.join(parts)}]"


def _slow(pattern: re.Pattern[str], text: str) -> bool:
    began = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, _LIMIT)
    try:
        pattern.search(text)
        pattern.fullmatch(text)
    except TimeoutError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - began > _NOTICED


def _stop(*_: object) -> None:
    raise TimeoutError


def slow_text(pattern: re.Pattern[str], draw: random.Random) -> str | None:
    """A text on which the pattern takes far too long."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    for loop in list(loops(tree)):
        for _ in range(_TRIES):
            text = made(tree, loop, draw)[:_LONGEST]
            for end in _ENDS:
                if _slow(pattern, text + end):
                    return text + end
    return None


if __name__ == "__main__":
    every_pattern.load()
    re.compile = every_pattern.compile_  # type: ignore[assignment]
    signal.signal(signal.SIGALRM, _stop)
    texts = [(pattern, where) for pattern, where in every_pattern.compiled.values() if isinstance(pattern.pattern, str)]
    for pattern, where in texts:
        found = slow_text(pattern, random.Random(5))
        if found is not None:
            print(json.dumps({"where": where, "text": found[:200], "pattern": pattern.pattern[:80]}))
    print(json.dumps({"patterns": len(texts)}))
