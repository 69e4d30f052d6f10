"""Whether the text stays with a pair that it has told of, or goes back to everybody."""

from __future__ import annotations

from pipeline.extract.frame import OF_TWO, Frame
from pipeline.extract.parties.with_all import with_all_just_now
from pipeline.extract.query import OUTSIDE, WORLD, Query, Slot, same_value
from pipeline.extract.row.words import says, wording


def leaves_goods(query: Query) -> bool:
    """ "Chinese imports of copper from Peru fell. Gold made up $3 billion of exports": an aside on one flow is over."""
    frame = query.frame
    others = frame.cue is not None and {frame.cue.flow, query.nominal.flow} == {"export", "import"}
    return others and frame.cue_goods is not None and query.nominal.goods is None and query.own


def pair_goes_on(query: Query, reporter: Slot, *, said_reporter: bool) -> bool:
    """Whether a side of the pair still trades with the other, and not with the world."""
    frame = query.frame
    if query.own and any(side.value.startswith(OUTSIDE) for side in frame.pair or ()):
        return False  # behind "non-EU exports" bare exports are all of them again
    only_topic = not frame.partner_of_figure and query.nominal.flow in {"export", "import"}
    if query.sentence.text.lower().startswith(tuple(wording("of_that"))) and not query.nominal.total:
        return frame.partner is None or frame.partner.value != WORLD
    if query.nominal.flow == "turnover" and (query.nominal.cue.weak or _of_bilateral(query) or of_two(query)):
        return True  # "last year's volume" is of the trade that was named before
    new = said_reporter or query.nominal.owners or query.nominal.total or query.nominal.goods
    of_topic = len(frame.partners) == 1 and frame.sentence_age <= 1 and _on_topic(frame)
    if query.own and not new and of_topic and not with_all_just_now(query):
        return True  # the headline tells of these two, and the text of nobody else yet
    if _parts_turnover(query):
        return True
    if query.own and not new and frame.on_two and frame.figures_of_two > OF_TWO:
        return True  # all that was told so far, and more than once, is of the two
    if query.own and query.nominal.goods and frame.on_two and not frame.new_paragraph:
        return True
    if _of_some_goods(query) or _of_all_goods_again(query, reporter):
        return False
    if same_value(reporter, frame.home) and query.own:
        if said_reporter or frame.new_paragraph or only_topic or frame.pair_of_part:
            return False
    elif same_value(reporter, frame.home) and frame.new_paragraph and len(frame.partners) > 1:
        return False
    return said_reporter or frame.partner is None or frame.partner.value != WORLD


def of_two(query: Query) -> bool:
    """ "Cooperation between Peru and Chile is close. In 2019 the trade turnover was $2 billion": that of the two."""
    frame, nominal = query.frame, query.nominal
    definite = (
        nominal.flow == "turnover" and nominal.first >= 0 and says(query.sentence.items[nominal.first], "definite")
    )
    return definite and frame.pair_here and not frame.new_paragraph and not nominal.owners and not nominal.total


def _of_bilateral(query: Query) -> bool:
    """ "Bilateral trade has grown. The value of trade rose to $5 billion": trade, said again without the two."""
    frame = query.frame
    return (
        frame.cue is not None and frame.cue.pair and query.own and not query.nominal.owners and not query.nominal.total
    )


def _parts_turnover(query: Query) -> bool:
    """ "Trade of Peru and Chile was $7 billion. Peru's exports were $3 billion": one way of what went both ways.

    Behind the foreign trade of Peru they are with everybody, whomever the text had been on.
    """
    frame = query.frame
    both = frame.cue is not None and frame.cue.flow == "turnover" and frame.measure == "level"
    both = both and (frame.partner is None or frame.partner.value != WORLD)
    return (
        both
        and query.nominal.flow in {"export", "import"}
        and frame.sentence_age == 0
        and not frame.new_paragraph
        and not query.nominal.total
    )


def _of_some_goods(query: Query) -> bool:
    """ "China's soybean imports": whose and of what is said anew and with whom is not, in a text on no one pair.

    Nor is it in "imports of copper fell", in a text that has told of several partners.
    """
    nominal, frame = query.nominal, query.frame
    if not query.own or not nominal.goods:
        return False
    if any(side.code for side in nominal.owners):
        return frame.new_paragraph or not _on_topic(frame)
    return len(frame.partners) > 1 and not _on_topic(frame)


def _on_topic(frame: Frame) -> bool:
    """Whether the pair that was told of last is the one of the headline, or of the section."""
    return frame.topic is not None and {side.value for side in frame.topic} == {side.value for side in frame.pair or ()}


def _of_all_goods_again(query: Query, reporter: Slot) -> bool:
    """ "January imports rose", behind those of pork from Peru and another sentence: the home's of everything again."""
    frame = query.frame
    aside = frame.cue_goods is not None and (frame.sentence_age > 0 or leaves_goods(query))
    return aside and query.own and query.nominal.goods is None and same_value(reporter, frame.home)
