"""Whether a figure without a trade word before it goes on with the flow that the text was about."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.phrase.ways import way, way_cost
from pipeline.extract.row.dashed import dashed_entry
from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import says, says_any, says_first

SMALLEST: Final = 10_000
"""Money below this goes on from nothing: the smallest flows between countries that news prints are larger."""
GOES_ON: Final = 0.75
_APPOSED: Final = re.compile(r"E,[^,QN%M;]{1,20},")
_FORECAST_ALONE: Final = re.compile(r"(?:[dvwG]{1,5}A{1,2}|AA)[dv]*Q[dviP]*\"?")
_THIS_COMPARED: Final = re.compile(r"L?g")
_TOLD_COMPARED: Final = re.compile(r"[dv]*(w)L?g[dv]*Q")
_TIME_GAVE: Final = re.compile(r"[dv]*P[dv]*(?:upw)?[LS]{1,2}[dv]*Q")
_GROWS: Final = re.compile(r"r(?:,y,)?[vA]*T[dvb]*$")
_GOODS_MOVED: Final = re.compile(
    r"(?:[dvwPi,]*wL)?[dvwK]{0,3}[TJ](?:[LvwA]{0,3}[ib]|S|L{0,2}l?)[dvwCK,:&-]{1,16}(?:[UTb(]|W[dvA]*Tb?)[dvb]*%"
)
"""A sentence on the moves of goods, up to the first: "The biggest drops were in tin, which fell by 5 %"."""
_AIM_OF_BOTH: Final = re.compile(
    r"[^2Q%]{0,8}2[dvwLi]{0,6}A[^Q%M;yNOxFVECu]{0,16}?(?:t|o|L|(T))[dv]*Q(?=[dv]*(?:[\".,;P]|i[dvw]*P|[bi][dv]*[wP]|$))"
)
"""What the two countries want of their trade: "both sides aim to bring it to $5 billion"."""
_DRIVEN_BY: Final = re.compile(r"(?:r|d[TJ])[dvwLAbB-]{1,8}[JT]i[dvwC]{1,5},?l[dvw]*C[Cw]*\(")
"""From "they", or the move just told, to the first of several goods with theirs."""
_LABELLED: Final = re.compile(r'"*[dvwC,&-]{0,12}C[dvwC]{0,3}(?:\([dvwC,&-]{0,8}\))?:[dvL]*')
"""All before the figure of an entry: the goods that it is of, in whatever words, and a colon."""
_OPENING: Final = re.compile(r"^y,?(?=[^,;])")
"""A word that joins a sentence to the one before parts nothing of it: "However, …", "But …"."""
_UNKNOWN: Final = re.compile(r"[dvwyPiuof,\"-]*(w)(?:i[dvw]*E)?(?:,[dv]*y,)?[vA]*[TL](?![dv]*[oiSlL])")
"""A sentence up to its verb, where all before are plain words, the last of which is the subject, and where it is."""
_GROWTH_AHEAD: Final = re.compile(r"[P,iy\"]*(J)[LvwidPE]*A")
_STOCK: Final = re.compile(r"[dvyP,i\"]*(s)[dvwo]*w(?:,[dv]*y,)?[vA]*[TL]")
"""Shares of what is no goods and no flow, and what they did."""
_GOODS_ROW: Final = re.compile(r"^'?(?:[w-]{0,3}C[Cw-]{0,4}(?:,?&|,)?){1,5}'?,?(?=L{1,2}$)")
"""Goods that are worth so much, however long their name: "gases and other hydrocarbons amounted to"."""
_NEAR_BEHIND: Final = 3
"""Up to so many items from a percentage on a word must say what it is of: "one hundred percent certain that they …"."""
_NAMES: Final = re.compile(r"[ECr][,&]*")


def goes_on(sentence: Sentence, figure: int) -> bool:
    """Whether a figure without a trade word before it can go on with what the text was about."""
    path = way(sentence.codes[:figure])
    if is_small(sentence.items[figure], SMALLEST):
        return False
    if re.match(r"[dv]*n[dvw]*E[dv]*&[dvw]*E", sentence.codes[figure + 1 :]):
        return True  # "… $5 billion between China and Japan"
    if any(_grows_itself(sentence, other) for other in {figure, next(iter(sentence.figures()), figure)}):
        return False  # "the economy grew 0.8 % after 2.2 %"
    if _THIS_COMPARED.fullmatch(path) and says(sentence.items[0], "pointing"):
        return True  # "This compared with $5 billion in January 2020."
    told = _TOLD_COMPARED.match(sentence.codes)
    if told is not None and told.end() == figure + 1 and says(sentence.items[told.end(1) - 1], "level_nouns"):
        return True  # "The figure compares with $5 billion in January 2020."
    if _FORECAST_ALONE.fullmatch(sentence.codes) is not None:
        return True  # "Economists had expected $127 billion."
    if _TIME_GAVE.fullmatch(sentence.codes, 0, figure + 1) is not None:
        return True  # "April contributed $5 billion."
    if _GOODS_MOVED.match(sentence.codes, 0, figure + 1) is not None:
        return "C" in sentence.codes and not set(sentence.codes) & set("OxFV")
    if is_driven(sentence, figure):
        return True
    if dashed_entry(sentence, figure) is not None:
        return not set(sentence.codes) & set("OxFV")  # "Then come: tin – $5 billion; wine of grapes – $3 billion."
    if aims_of_both(sentence, figure) or _LABELLED.fullmatch(sentence.codes, 0, figure) is not None:
        return True
    if sentence.codes[figure] in "%M" and _is_of_unknown(sentence, figure):
        return False
    if any(_does_else(sentence, at) for at in range(figure)):
        return False  # "Peru produced 5,000 tonnes"
    if (output := _GROWTH_AHEAD.match(sentence.codes[:figure])) and says(sentence.items[output.start(1)], "of_output"):
        return False  # "Growth is forecast at 2.5 percent"
    record = any(item.cue is not None and item.cue.record for item in sentence.items[:figure])
    near = sentence.codes[: figure + _NEAR_BEHIND] if sentence.codes[figure] in "%M" else sentence.codes
    if set(sentence.codes) & set("Ox") or not (record or set(near) & set("TJULr(CEG")):
        return False
    if sentence.codes[figure] == "Q":
        path = _GOODS_ROW.sub("C", path)
    return way_cost(_OPENING.sub("", _NAMES.sub("", _APPOSED.sub("E", path)))) <= GOES_ON


def is_driven(sentence: Sentence, figure: int) -> bool:
    """ "They were driven by growth in key goods, including copper (+23 %)": what moved those just told of."""
    return sentence.codes[figure] == "%" and _DRIVEN_BY.fullmatch(sentence.codes, 0, figure) is not None


def _does_else(sentence: Sentence, at: int) -> bool:
    """Whether a word says that something is done with goods that is no trade: "the port handled", "Peru produced"."""
    item = sentence.items[at]
    named = at > 0 and sentence.codes[at - 1] == "E"  # what a port with a name handled is told with its doubt
    return item.code == "w" and (says(item, "other_doings") or (says(item, "handled") and not named))


def aims_of_both(sentence: Sentence, figure: int) -> bool:
    """ "The two countries want to reach $5 billion": an amount that two who trade with each other aim at."""
    found = _AIM_OF_BOTH.match(sentence.codes)
    if found is None or found.end() != figure + 1 or sentence.items[figure].ref.kind != "money":
        return False
    leads = sentence.items[len(sentence.codes[:figure].rstrip("dv")) - 1]
    attained = leads.code != "L" or (leads.cue is not None and leads.cue.attained)
    return attained and (found[1] is None or says(sentence.items[found.start(1)], "climbing"))


def _is_of_unknown(sentence: Sentence, figure: int) -> bool:
    """ "But the peso fell 3 %": the move, or the part, of something that no lexicon knows and that is no flow."""
    stock = _STOCK.match(sentence.codes[:figure])
    if stock is not None and says_first(sentence.items[stock.start(1)], "stocks"):
        return True
    subject = _UNKNOWN.match(sentence.codes[:figure])
    return subject is not None and not says_any(sentence.items[subject.end(1) - 1], "level_nouns", "told_nouns")


def _grows_itself(sentence: Sentence, figure: int) -> bool:
    """ "The region grew by 5 %", "the economy shrank 2 %": its output, and not its trade."""
    found = _GROWS.search(sentence.codes[:figure])
    return found is not None and not says(sentence.items[found.start()], "pronouns")


def is_small(figure: Item, least: int) -> bool:
    """ "A subscription is A$120": an amount of money that is no country's trade with anybody; "$0.0 billion" may be."""
    ref = figure.ref
    return ref.kind == "money" and ref.value is not None and abs(ref.value) < least and ref.scale < least
