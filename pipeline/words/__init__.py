"""How amounts, parties, flows and periods are said in a sentence of a report."""

from pipeline.words.amounts import MINUS, amount, between, plain, printed, scale_of, short, signed_amount
from pipeline.words.names import about, during, listing, party, possessive, said, verb, when

__all__ = [
    "MINUS",
    "about",
    "amount",
    "between",
    "during",
    "listing",
    "party",
    "plain",
    "possessive",
    "printed",
    "said",
    "scale_of",
    "short",
    "signed_amount",
    "verb",
    "when",
]
