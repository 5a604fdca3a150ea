"""
Tell a figure of a part from a figure of the whole.

"90 primary schools" and "400 schools", or "sold 90 cars in Kessel" and "sold 400 cars",
are no disagreement: a part may be as small as it likes.  A figure that is narrower and
larger is no part, and can be compared.
"""

from __future__ import annotations

from typing import TypeAlias

from claimcheck.match.acts import act_map, act_words
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, length_in_days
from claimcheck.match.ladders.places import compare_sites
from claimcheck.match.ladders.quantities import compare_quantities
from claimcheck.match.lexicon import word_set
from claimcheck.match.measures import counts_all, measure_head, measure_words
from claimcheck.match.participants import name_key
from claimcheck.model import DateRange, Entity, Level, Quantity

# Words for a count of people that tell no group of them: "the final death toll".
_COUNTING = (
    *(("tolls", kind) for kind in act_map("tolls")),
    *(("toll_words", row) for row in ("of_a_toll", "anyone", "final")),
)

# Names that an article gives most: a place among them is where all of it happens, and
# narrows nothing.
SCENE = 3

Figure: TypeAlias = tuple[Quantity, Frame]


def is_part(left: Figure, right: Figure) -> bool:
    """
    Tell whether the first figure, the smaller one, may be of a part of the other.

    It may when its claim names a place, or its measure a group, of which the other
    article says nothing where it gives the whole.
    """
    if compare_quantities(left[0], right[0]) is not Level.DISJOINT:
        return False
    if not _is_smaller(left[0], right[0]):
        return False
    return _is_inside(left[1], right[1]) or bool(_narrowing(left, right))


def is_within(left: DateRange, right: DateRange) -> bool:
    """Tell whether a period is a part of another, less than half as long."""
    meet = compare_dates(left, right) is Level.COMPATIBLE
    return meet and 2 * length_in_days(left) < length_in_days(right)


def _is_smaller(left: Quantity, right: Quantity) -> bool:
    ours = left.high if left.high is not None else left.low
    theirs = right.low if right.low is not None else right.high
    return ours is not None and theirs is not None and ours < theirs


def _is_inside(left: Frame, right: Frame) -> bool:
    """Tell whether a claim is of one place of several that the other may be of."""
    if left.places and right.places:
        return all(
            compare_sites(one, other) is not Level.SAME
            for one in left.places
            for other in right.places
        )
    known = {
        value.key
        for claim in right.source.claims
        for value in claim.values
        if isinstance(value, Entity)
    }
    scene = right.topic[:SCENE]
    return any(
        place.key not in known
        or (place.label != "country" and name_key(place.key) not in scene)
        for place in left.places
    )


def _narrowing(left: Figure, right: Figure) -> set[str]:
    """
    Return the words by which the first measure is narrower than the second.

    Words of places, which are compared by themselves, and words that the other claim
    or its article's topic has anyway narrow nothing; nor do any where "all" are meant.
    """
    (ours, frame), (theirs, other) = left, right
    if counts_all(ours, frame.source.text):
        return set()
    places = [p.text for p in frame.places] + [p.text for p in frame.setting]
    topic = [key.partition(":")[2] for key in other.topic]
    known = " ".join((theirs.measure, other.claim.text, *topic, *places))
    empty = word_set("statements", "hollow").union(*(act_words(*r) for r in _COUNTING))
    named = set(measure_words(known)) | {measure_head(ours.measure)}
    return set(measure_words(ours.measure)) - named - empty
