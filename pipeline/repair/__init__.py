"""The rewrite of a suspect that a person would make, where it settles the conflict and others bear it out."""

from pipeline.repair.accept import repair_of

__all__ = ["repair_of"]
