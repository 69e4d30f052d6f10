"""Partners of one flow, which the sentence names in front of them: "In terms of exports, Peru's main partners were"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.components.cues import cues
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence

_IN_FRONT: Final = re.compile(r'[dvy"]*[iuwh]{1,3}[dvwt]*(?:o[dvwp]*)?(N)(?:w|[oi][dvwC&]{1,6})?[,:]')
_BEHIND: Final = re.compile(r"(?:oE|[dv])*[iofu][dvp]*(N)(?=[dvwA]*[L:,]|iP)")
"""Behind the noun for partners: "its main partners in exports are"."""
_PARTNERS_OF: Final = {"export": "export-market", "import": "import-source"}


def of_one_flow(sentence: Sentence, nominal: Nominal, nominals: Sequence[Nominal]) -> Nominal:
    """The noun for partners as that for partners in exports, or in imports, where only these are spoken of."""
    if not nominal.cue.partner or nominal.flow != "turnover" or nominal.head < 0:
        return nominal
    found = _IN_FRONT.match(sentence.codes, 0, nominal.first) or _BEHIND.match(sentence.codes, nominal.head + 1)
    told = next((one for one in nominals if found is not None and one.head == found.start(1)), None)
    if told is None or told.cue.partner or told.flow not in _PARTNERS_OF:
        return nominal
    return replace(nominal, cue=cues()[_PARTNERS_OF[told.flow]], goods=nominal.goods or told.goods)
