"""What stands between a figure and its phrase that parts nothing: conversions, the rest of a row, asides."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import in_other_money, says

_CONVERSION: Final = re.compile(r"^[dv]*\([^()]*\)|^\)")
_SHARES: Final = re.compile(r"^(?:,[dv]*%)*,?&[dv]*%(?=[dv]*o)")
_LED_TO: Final = re.compile(r"^,?(?:t[dvLw]{1,3}|[&;y][dvLTUwSV]{1,4}[hb@i]?)[dv]*%(?=[dv]*o)")
"""Behind points: the share that they led to ("added 2 points to reach 9 % of …", "lost 2 points and held 9 % of …")."""
_MEMBERS: Final = re.compile(
    r"^(?:(?:,|,?[dv]*&)[dv]*(?:[wC]-?){1,3}L[dv]*Q)+(?=[vA]*L)"
    r"|^[dv]*o[dv]*C[Cw]*(?:(?:,[dv]*&?|&)[dv]*Q[dv]*o[dv]*C[Cw]*)+(?=[vA]*L)"
)
"""Behind an amount: other goods with theirs, all with one verb ("tea worth $5, milk worth $3 and … were imported")."""
_OF_AMOUNT: Final = re.compile(r"^([dv]*o[dvp]*)(?:E'?)?[dvw]*Q(?:L?o|i)?[dvwEC]*$")
"""Behind a share: the whole with its amount in front ("14 % of Peru's $5 billion trade surplus")."""
_AND_FLOW: Final = re.compile(r"&[dvw]*N")
"""Behind a phrase: a second one, so that a row before them goes with the two ("5 % and 4 % of exports and imports")."""
_OWN_FIGURE: Final = re.compile(r"(?:,[^,;Q%M]{1,24},)?[dv]*(?:[STLQ]|[o(:@][dvL]*[Q%])")
NO_WAY: Final = ";" * 4
_OR_AMOUNT: Final = re.compile(r"[dv]*,?(&)[dv]*Q,?")
_APPOSED: Final = re.compile(r"^,[dvwKRCEopifhr'&-]{1,20},(?=[vA]*[TLS])")
"""Behind a partner: who it is, "another major buyer of Peruvian fruit,"."""
_PARTNER_APPOSED: Final = re.compile(r"E(,[dvwKRCEopifhrN'&-]{1,20},)(?=[vA]*[TLS])")
_REST_OF_BRACKET: Final = re.compile(r"^,[^()Q%M]{1,24}(?=\))")


def ahead(sentence: Sentence, figure: int, nominal: Nominal, before: list[Nominal]) -> str:
    """The codes from a figure to a nominal behind it.

    Less a conversion in brackets ("$5 bn (€4 bn) in exports"), and less the rest of a row ("5 %, 4 % and 3 % of …")
    unless it goes with two flows.
    """
    codes = _MEMBERS.sub("", sentence.codes[_behind_either(sentence, figure) : nominal.first])
    if "l" in codes and _OWN_FIGURE.match(sentence.codes, nominal.last):
        return NO_WAY  # "of which exports were …" has a figure of its own
    both = _AND_FLOW.match(sentence.codes, nominal.last) or {"export", "import"} <= {one.flow for one in before}
    if sentence.codes[figure] in "%M" and not both:
        codes = _OF_AMOUNT.sub(r"\1", _SHARES.sub("", codes))
    if getattr(sentence.items[figure].ref, "kind", None) == "percentage-point":
        codes = _LED_TO.sub("", codes)
    return _spent_on(sentence, figure, _CONVERSION.sub("", codes))


def _spent_on(sentence: Sentence, figure: int, codes: str) -> str:
    """ "Spent $5 billion on imports" is no levy: what the money went on is the trade."""
    before = [item.cue for item in sentence.items[max(0, figure - 4) : figure] if item.cue is not None]
    return codes.replace("u", "i", 1) if any(cue.spends for cue in before) else codes


def _behind_either(sentence: Sentence, figure: int) -> int:
    """The item behind a figure, and behind the same amount in another currency: "ZAR 90 million or $5 million"."""
    found = _OR_AMOUNT.match(sentence.codes, figure + 1) if sentence.codes[figure] == "Q" else None
    if found is None or not says(sentence.items[found.start(1)], "either"):
        return figure + 1
    other = sentence.items[sentence.codes.index("Q", figure + 1)]
    return found.end() if in_other_money(sentence.items[figure], other) else figure + 1


def without_apposition(codes: str) -> str:
    """The codes behind a partner without who it is: "exports to Peru, the largest market for wheat, rose 5 %"."""
    return _APPOSED.sub("", codes)


def appositions(codes: str, nominals: list[Nominal]) -> list[tuple[int, int]]:
    """The items that say who a partner is, right behind the phrase: "exports to Peru, a big market for tea, rose"."""
    found = (_PARTNER_APPOSED.match(codes, one.last - 1) for one in nominals if one.last > 0)
    return [one.span(1) for one in found if one is not None]


def rest_of_bracket(codes: str) -> str:
    """The codes behind a figure in brackets without what else they say: "Peru (8 %, mainly ores) and Chile (7 %)"."""
    return _REST_OF_BRACKET.sub("", codes)
