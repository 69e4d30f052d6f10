"""The words of a proof: what is printed, what was added up, what comes out; in a headline, a sentence and steps."""

from pipeline.explain.proof import Told, explanation, tell

__all__ = ["Told", "explanation", "tell"]
