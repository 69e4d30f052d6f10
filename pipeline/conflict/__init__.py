"""Claims in, contradictions out: which printed figures cannot all be true, and which one is most likely wrong."""

from pipeline.conflict.check import Check, check
from pipeline.conflict.settings import DEFAULT, CheckSettings

__all__ = ["DEFAULT", "Check", "CheckSettings", "check"]
