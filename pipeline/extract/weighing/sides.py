"""With whom, where the rules found nobody: each pair of economies in view is weighed against trade with the world.

The rules read the grammar of a clause. Where a clause names no partner, it may mean all the world, or whom the text
around it is about; many weak signs tell at once: who is in the headline, who opened the sentence before, what stands in
between. What the rules found stands unless another pair is clearly likelier.
"""

from __future__ import annotations

from pipeline.claim import WEIGHED
from pipeline.extract.binding.whole_amount import is_shared, is_whole
from pipeline.extract.frame import Known
from pipeline.extract.parties.pairs import of_all
from pipeline.extract.parties.taken_over import goes_on
from pipeline.extract.parties.unnamed import goes_to_unknown, points_back
from pipeline.extract.query import BY_DEFAULT, TRADER, WORLD, Parties, Slot
from pipeline.extract.weighing.asked import Asked, Pair
from pipeline.extract.weighing.odds import Question, choose
from pipeline.extract.weighing.side_signs import pair_signs, signs_of


def weigh_sides(asked: Asked) -> Parties:
    """The sides that the rules found, or those of the pair that is clearly likelier."""
    found = asked.found
    if found.reporter is None or found.partner is None or not is_open(asked):
        return found
    rules = (found.reporter.value, found.partner.value)
    reporter, partner = choose(question_of_sides(asked), rules)
    if (reporter, partner) == rules:
        return found
    known = asked.candidates
    return Parties(
        reporter=found.reporter if reporter == rules[0] else _slot(known[reporter]),
        partner=found.partner if partner == rules[1] else _slot(known[partner]),
        whole=found.whole if reporter == rules[0] else None,
    )


def is_open(asked: Asked) -> bool:
    """Whether the rules found a partner only by default: nobody is named, and no word says that it is all trade.

    The whole that a share is of is all trade. What only goes on from a figure has the sides of that one.
    """
    found, query = asked.found.partner, asked.query
    if found is None or asked.found.reporter is None or found.rule != BY_DEFAULT:
        return False
    if query.earlier is not None and goes_on(query):
        return False  # "rose 5 % to $2 billion": both are with whom the first was weighed to be
    if asked.found.reporter.rule == TRADER and asked.before and WORLD in asked.before[0].codes:
        return False  # "the largest traders in the world. The four largest exporters were Peru ($5 billion), …"
    if is_whole(query.sentence, query.binding) or is_shared(query.codes, query.figure):
        return False
    return not (of_all(query) or points_back(query) or goes_to_unknown(query))


def question_of_sides(asked: Asked) -> Question[Pair]:
    """The pairs of economies in view, the reporter first, with what is seen of each economy and of each pair."""
    pairs = {(one, other): f"{one} {other}" for one, other in asked.pairs()}
    alone = {code: tuple(signs_of(asked, code)) for code in asked.candidates}
    return Question(
        of="sides",
        signs=alone | {name: tuple(pair_signs(asked, *pair)) for pair, name in pairs.items()},
        readings={pair: (("reporter", pair[0]), ("partner", pair[1]), ("pair", name)) for pair, name in pairs.items()},
        places=asked.candidates,
    )


def _slot(known: Known) -> Slot:
    return Slot(value=known.value, start=known.start, end=known.end, rule=WEIGHED, inherited=True)
