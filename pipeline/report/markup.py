"""The templates of the report, for whoever shows the same cards: escaping always on, hidden characters shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.report import words
from pipeline.words.hidden import unhidden

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


def within_page(anchor: str) -> str:
    """The link to a finding or a place in an article, where everything stands on one page."""
    return f"#{anchor}"


def templates(*further: Path, link: Callable[[str], str] = within_page) -> Environment:
    """The templates of the report, and those of ``further`` directories; whatever they print is ``visible`` first.

    ``link`` makes an address of an anchor: ``f-…`` a finding, ``a7-…`` a figure in the text of article 7, ``s7-…``
    how it was read.
    """
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*further, TEMPLATES]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=visible,
        bytecode_cache=_compiled(),
        auto_reload=False,  # every article of a page asks for the macros: their file would be looked at each time
    )
    environment.filters["bound"] = words.bound
    environment.globals |= {
        "entries": words.entry,
        "word": words.word,
        "plural": words.plural,
        "count": lambda number: words.number(float(number)),
        "link": link,
    }
    return environment


@cache
def _compiled() -> BytecodeCache:
    """Compiled templates, shared by all that show them: each is compiled once in a process."""
    import jinja2

    class Compiled(jinja2.BytecodeCache):
        def __init__(self) -> None:
            self.known: dict[str, bytes] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in self.known:
                bucket.bytecode_from_string(self.known[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            self.known[bucket.key] = bucket.bytecode_to_string()

    return Compiled()


def visible(value: Any) -> Any:
    """What a template prints: strings with their control and direction characters shown instead of obeyed."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return unhidden(value)
    return value
