"""Which way goes what is shipped: "shipments" are exports, unless the text has just spoken of imports.

"It cut its imports of Chilean wine, with shipments falling 5 %": what is shipped is what was imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.components.cues import Cue
from pipeline.extract.frame import Frame
from pipeline.extract.phrase.announced_flow import of_one_flow
from pipeline.extract.phrase.meant import as_imports, flow_meant
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says, says_any

_AMOUNT_OF: Final = re.compile(r"No[dv]*Q")


def going_on(sentence: Sentence, nominals: tuple[Nominal, ...], frame: Frame) -> tuple[Nominal, ...]:
    """The nominals, each bare word for what is shipped with the flow that the text was about."""
    return tuple(_each(sentence, nominals, frame))


def _each(sentence: Sentence, nominals: tuple[Nominal, ...], frame: Frame) -> Iterator[Nominal]:
    before: Nominal | None = None
    for nominal in nominals:
        said = _taken_up(nominal, before, frame) if is_bare(sentence, nominal) else nominal
        said = _of_supplier(sentence, said, before) or said
        if before is None and frame.cue is not None and _is_volume_told(sentence, nominal, frame):
            said = replace(nominal, cue=frame.cue)
        meant = flow_meant(sentence, said, frame, begins=nominal is nominals[0])
        told_as_exports = before is not None and before.flow == "export" and said.flow == "export"
        said = said if told_as_exports and meant.flow == "import" else meant
        if before is not None and _is_amount_of(sentence, said, before):
            said = replace(said, cue=before.cue, goods=said.goods or before.goods)
        said = of_one_flow(sentence, said, nominals)
        before = said if said.flow else before
        yield said


def _taken_up(nominal: Nominal, before: Nominal | None, frame: Frame) -> Nominal:
    """The word with the flow of the phrase before it, else of the sentence before, where that is imports."""
    if before is not None:
        return replace(nominal, cue=before.cue, goods=before.goods) if _imports(before.cue) else nominal
    if frame.cue is None or frame.sentence_age > 1 or not _imports(frame.cue):
        return nominal
    return replace(nominal, cue=frame.cue)


def _of_supplier(sentence: Sentence, nominal: Nominal, before: Nominal | None) -> Nominal | None:
    """ "Peru stayed Chile's top supplier of coal, raising its volumes by 5 %": what Chile imported from Peru."""
    if before is None or not before.cue.partner or not before.owners or nominal.partners or len(nominal.owners) != 1:
        return None
    word, supplies = sentence.items[nominal.head], before.flow == "import"
    its = nominal.owners[0].code is None and nominal.cue.weak
    if not (supplies and its and says_any(word, "both_ways", "volume_told")):
        return None
    goods = nominal.goods or before.goods
    return as_imports(replace(nominal, goods=goods), nominal.owners, before.owners)


def _is_volume_told(sentence: Sentence, nominal: Nominal, frame: Frame) -> bool:
    """ "Exports to Peru hit $55 million in 2010. The volume rose …": the volume of the flow just told."""
    told = frame.cue is not None and frame.cue.flow in {"export", "import"} and not frame.new_paragraph
    if not told or frame.sentence_age > 1 or nominal.head < 0 or not nominal.cue.weak:
        return False
    bare = not (nominal.owners or nominal.partners or nominal.goods)
    begins = nominal.head == 0 or says(sentence.items[nominal.head - 1], "definite")
    return bare and begins and says(sentence.items[nominal.head], "volume_told")


def _is_amount_of(sentence: Sentence, nominal: Nominal, before: Nominal) -> bool:
    """ "Swiss exports to Peru rose and reached a volume of $5 billion": the volume of the flow just told."""
    if (
        before.flow not in {"export", "import"}
        or before.cue.code != "N"
        or before.cue.partner
        or nominal.head < 0
        or not nominal.cue.weak
    ):
        return False
    bare = nominal.flow == "turnover" and not (nominal.owners or nominal.partners)
    return (
        bare
        and _AMOUNT_OF.match(sentence.codes, nominal.head) is not None
        and says(sentence.items[nominal.head], "volume_told")
    )


def is_bare(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether a word for what is shipped stands without whose, with whom and of what."""
    said = nominal.owners or nominal.partners or nominal.goods
    return nominal.head >= 0 and not said and says(sentence.items[nominal.head], "both_ways")


def _imports(cue: Cue) -> bool:
    return cue.flow == "import" and not cue.weak
