"""How closely the time phrases of a sentence go with a figure: by what stands between, each at a price."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.lexicon import read_toml

_CONVERTED: Final = re.compile(r"^[dv]*(?:\([^()]*\),?[dvw]{0,2}Q?|,[dvw]{0,2}Q(?=,))")
_COORDINATED: Final = re.compile(r"[dvwTJioNCE]*&[dv]*([Q%M])[dvwTJioNCE]*")
_VALUE_OF: Final = re.compile(r"P[dvw]{0,2}(?:[wN][dvw&]*)?[wN]o[dv]*$")
_OWN_PHRASE: Final = re.compile(r"[Q%M][dvwTJNoC]{0,5}L[iv][dv]*$")
_OPENS_CLAUSE: Final = re.compile(r"(?:,[dv]*&|[;y])[dv]*[if]?[dv]*$")
_OPENS_ENTRY: Final = re.compile(r"[,;&][dv]*[if]?[dv]*$")
"""Before a time whose figure follows, where one stood before: "in May $5 billion, in the quarter at $9 billion"."""
_JOINED_ON: Final = re.compile(r"[&y][dv]*[ib]?[dv]*$")
_NEXT_PHRASE: Final = re.compile(r"P(?:[vwC]{0,3}[Nr]|,[dvL]*[Q%])")
"""A time that begins what is joined on: "and the 2010 exports", "and in 2010 it was", "and in 2010, $4 billion"."""
_THAT_OF: Final = re.compile(r"[&,y][dvw]{1,2}o[dv]*P[dvL]*$")
"""Before a figure: the time of what it is for, where a pronoun stands for the phrase."""
_RECORDED: Final = re.compile(r"[dvLwi]{0,3}[ib][dv]*")


def cost(name: str) -> float:
    """What keeps a time phrase from a figure, as ``models/wording.toml`` weighs it."""
    return float(read_toml("wording.toml")["time_cost"][name])


def by_cost(sentence: Sentence, binding: Binding) -> list[tuple[float, int]]:
    """Time phrases by how closely they go with the figure: right behind, right before, in its phrase, elsewhere."""
    places = [at for at, item in enumerate(sentence.items) if item.code == "P" and item.ref.kind != "day"]
    return sorted((_cost(sentence, binding, at), at) for at in places)


def _cost(sentence: Sentence, binding: Binding, at: int) -> float:
    """How far a time phrase is from going with the figure."""
    figure, nominal = binding.figure, binding.nominal
    price = _cost_behind(sentence.codes, figure, at) if at > figure else _cost_before(sentence.codes, at, figure)
    if nominal is not None and nominal.first >= 0 and _opening(sentence.codes, nominal.first) <= at < nominal.last:
        between = sentence.codes[at + 1 : figure]
        crossed = sum(code in FIGURES for code in between)
        if crossed and _THAT_OF.search(sentence.codes[:figure]) is not None:
            return price  # "the 2011 deficit was $5 billion, and that of 2010 $4 billion"
        if crossed and binding.rule == "pronoun" and "P" in re.split("[Q%M]", between)[-1]:
            return price  # "all imports in 2011 were $5 billion and in 2010 they were $4 billion"
        return min(price, cost("in-phrase") + crossed * cost("phrase-and-figure"))
    if _is_of_phrase(sentence.codes, binding, at):
        return cost("in-phrase")
    apart = _in_bracket(sentence.codes, at, figure) or _in_aside(sentence, at, figure)
    return price + (cost("in-bracket") if apart else 0.0)


def _opening(codes: str, first: int) -> int:
    """Where a phrase begins with "the 2022 value of": its time stands before its noun."""
    found = _VALUE_OF.search(codes[:first])
    return first if found is None else found.start()


def _is_of_phrase(codes: str, binding: Binding, at: int) -> bool:
    """ "The A$9.8bn trade deficit recorded in 2014": a time right behind the phrase whose figure stands before it."""
    nominal = binding.nominal
    if nominal is None or binding.side != "after" or not binding.figure < nominal.first < nominal.last <= at:
        return False
    return _RECORDED.fullmatch(codes[nominal.last : at]) is not None


def _in_aside(sentence: Sentence, at: int, figure: int) -> bool:
    """Whether a time has a figure of its own in a clause that is over: "which stood at $2 bn in 2023, rose 5 %"."""
    over = (span for span in sentence.asides if span[0] <= at < span[1] <= figure)
    return any(not FIGURES.isdisjoint(sentence.codes[first:last]) for first, last in over)


def _in_bracket(codes: str, at: int, figure: int) -> bool:
    """Whether the time stands in brackets with a figure of its own: "in 2022 (2021: $63 billion), and imports …"."""
    start, end = codes.rfind("(", 0, at), codes.find(")", at)
    if end < 0 or start <= codes.rfind(")", 0, at):
        return False
    own = not FIGURES.isdisjoint(codes[start:end])
    return own and not start < figure < end


def _cost_behind(codes: str, figure: int, at: int) -> float:
    between = _CONVERTED.sub("", codes[figure + 1 : at])
    joined = _COORDINATED.fullmatch(between)
    if joined is not None and joined[1] == codes[figure]:
        return _distance(between)  # "an 8 % rise in exports and a 5 % rise in imports in May"
    crosses = sum(code in FIGURES for code in between)
    price = _distance(between) + crosses * cost("figure-behind") + (cost("another-figure") if crosses else 0.0)
    price += cost("phrase-behind") * between.count("N") + cost("other-topic") * between.count("O")
    following = codes[at + 1 : at + 2]
    if crosses and _OWN_PHRASE.search(codes[:at]) is not None:
        price += cost("of-base")  # "…, above the 5 % rise recorded in May"
    listed = following == ":" and between.strip("dvi") and not FIGURES.isdisjoint(codes[at + 2 : at + 5])
    opens = _OPENS_CLAUSE.search(codes[:at]) is not None
    named = _JOINED_ON.search(codes[:at]) is not None and _NEXT_PHRASE.match(codes, at) is not None
    opened = "P" in codes[:figure] and _OPENS_ENTRY.search(codes[:at]) is not None
    entry = opened and codes[at + 1 :].lstrip("dvL")[:1] in {"Q", "%"}
    leads_on = following == "'" or entry or listed or (following == "," and opens) or named
    return price + (cost("next-figures") if leads_on else 0.0)


def _cost_before(codes: str, at: int, figure: int) -> float:
    between = codes[at + 1 : figure]
    if between.strip("dv") == "'":
        return 0.0  # "May's 5 %"
    crosses = sum(code in FIGURES for code in between)
    price = _distance(between) * cost("nearer-before") + crosses * cost("figure-before") + cost("before")
    return price + cost("phrase-before") * between[:-1].count("N")


def _distance(between: str) -> float:
    """Words and breaks between a time phrase and a figure."""
    breaks = between.count("y") + cost("semicolon") * between.count(";") + between.count(",") * cost("comma")
    return len(between) * cost("word") + breaks
