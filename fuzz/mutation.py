"""Changes to inputs, drawn from a seeded generator: the same seed tries the same inputs on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator

from fuzz.starts import TOKENS, starts

LARGEST = 4000


def inputs(name: str, *, runs: int, seed: int = 0) -> Iterator[bytes]:
    """``runs`` hostile inputs for a target: the sound ones first, then ever more changed ones, crossed with others."""
    draw = random.Random(f"{name}:{seed}")
    known = starts(name)
    yield from known[:runs]
    for _ in range(runs - len(known)):
        data = draw.choice(known)
        for _ in range(draw.choice((1, 1, 2, 3, 5, 8, 20))):
            data = _changed(data, draw)
        yield data[:LARGEST]
        if draw.random() < 0.02 and len(known) < 200:
            known.append(data[:LARGEST])


def _changed(data: bytes, draw: random.Random) -> bytes:
    at, to = sorted((draw.randrange(len(data) + 1), draw.randrange(len(data) + 1)))
    near = min(to, at + draw.choice((1, 2, 8, 40)))
    kind = draw.randrange(8)
    if kind == 0:
        return data[:at] + draw.choice(TOKENS) + data[at:]
    if kind == 1:
        return data[:at] + draw.choice(TOKENS) + data[near:]
    if kind == 2:
        return data[:at] + data[near:]
    if kind == 3:
        return data[:at] + data[at:near] * draw.choice((2, 3, 30)) + data[near:]
    if kind == 4:
        return data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]
    if kind == 5:
        return data[near:] + data[:at]
    if kind == 6:
        return data[:at] + draw.choice(TOKENS) * draw.choice((2, 20, 200)) + data[at:]
    return data[:to]
