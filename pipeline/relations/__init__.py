"""What must hold between trade figures: one file per relation, each a ``RELATION`` that is found by its place here."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from pipeline.relations.row import Relation


@cache
def relations() -> tuple[Relation, ...]:
    """Every relation of the package, the simplest first: a new file is a new relation."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        relation = getattr(importlib.import_module(f"{__name__}.{module.name}"), "RELATION", None)
        if relation is not None:
            found.append(relation)
    return tuple(sorted(found, key=lambda relation: (relation.order, relation.id)))
