"""``crossfoot doctor``: whether everything that results depend on is here, and is what it should be."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any, Final

from pipeline.cli.console import show, show_data
from pipeline.cli.options import CLEAN, FAILURE, add_config, add_format, settings_of
from pipeline.errors import CrossfootError

if TYPE_CHECKING:
    from pipeline.config import Settings

HELP: Final = "check the installation: versions, language model, lexicons and their hashes"
EXAMPLE: Final = "crossfoot doctor"


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_format(parser, "text", "json")
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Prints what is here; the exit code is 2 where something is missing or altered."""
    from pipeline.environment import versions
    from pipeline.lexicon import lexicon_hashes

    settings = settings_of(arguments)
    found = versions()
    model, faults = _model(settings)
    faults += [f"{name} is missing: pip install {name}" for name, version in found.items() if version == "missing"]
    record = {"versions": found, "model": model, "lexicons": lexicon_hashes(), "config": settings.to_record()}
    if arguments.format == "json":
        show_data(json.dumps({**record, "faults": faults}, ensure_ascii=False, indent=2))
    else:
        _print(record, faults)
    return FAILURE if faults else CLEAN


def _model(settings: Settings) -> tuple[dict[str, Any], list[str]]:
    """The language model as a record, and what is wrong with it."""
    from pipeline.environment import language_model

    try:
        model = language_model(settings.language_model)
    except CrossfootError as error:
        return {}, [str(error)]
    state = {None: "not on record", True: "as on record", False: "altered"}[model.known]
    record = {"name": model.name, "version": model.version, "sha256": model.sha256, "state": state}
    return record, [
        f"the files of {model.name} are not those on record: install it anew"
    ] if model.known is False else []


def _print(record: dict[str, Any], faults: list[str]) -> None:
    for name, version in record["versions"].items():
        show(f"{name:<14} {version}")
    if model := record["model"]:
        show(f"{'model':<14} {model['name']} {model['version']}, files {model['state']} ({model['sha256'][:12]})")
    show(f"{'lexicons':<14} {len(record['lexicons'])} files")
    for name, digest in record["lexicons"].items():
        show(f"  {name:<24} {digest[:12]}")
    for fault in faults:
        show(f"fault: {fault}")
    show("something is wrong" if faults else "all is well")
