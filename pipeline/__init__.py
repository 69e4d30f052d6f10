"""Crossfoot: read trade news, extract every numeric trade claim, prove which printed figures cannot all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from pipeline.library import Reading, check, check_text

__all__ = ["Reading", "__version__", "check", "check_text"]


def __getattr__(name: str) -> Any:
    """The functions of a library user, loaded when they are first asked for: ``import pipeline`` stays light."""
    if name not in __all__:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    from pipeline import library

    return getattr(library, name)
