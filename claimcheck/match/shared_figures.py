"""
Find the figures that articles of one affair give alike.

That two outlets print the same telling figure for one measure is worth as much to an
editor as that they differ.  Equal amounts tie themselves: "310 million pounds" is not
said of two costs by chance, while "two people" is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.match.affair_figures import ask_figures, is_named_apart
from claimcheck.match.affairs import Pair
from claimcheck.match.clusters import join_overlapping
from claimcheck.match.ladders.quantities import compare_quantities
from claimcheck.match.slots import Side, Slot, canonical_amount
from claimcheck.match.told_figures import Figure, Figures
from claimcheck.model import Level, Quantity

# Digits beside the rounding zeros of a number that is not met by chance, where nothing
# but the counted noun tells what it is of.
TELLING_DIGITS = 2
# Ends a question about nothing that the claims name.
_OF_NOTHING = " it?"


def find_shared_figures(affairs: Sequence[Pair], figures: Figures) -> Iterator[Slot]:
    """
    Yield a slot of one side for each figure that two articles of an affair share.

    Args:
        affairs: The pairs of articles that tell of one affair.
        figures: What all articles give, plans among it.
    """
    pairs = (
        pair
        for left, right in affairs
        for pair in _alike(figures[left.id], figures[right.id])
    )
    for group in join_overlapping(pairs):
        asked = ask_figures(group)
        if asked.endswith(_OF_NOTHING):
            continue
        lead = group[0]
        side = Side(
            canonical_amount(lead.amount),
            lead.amount.text,
            tuple(dict.fromkeys(f.frame for f in group)),
        )
        yield Slot(
            "count" if lead.amount.unit in ("", "person") else "quantity",
            asked,
            "one affair, one measure, one amount",
            "the amounts are equal",
            "possible",
            ("affair", *lead.key),
            (side,),
        )


def _alike(
    ours: Mapping[tuple[str, ...], Sequence[Figure]],
    theirs: Mapping[tuple[str, ...], Sequence[Figure]],
) -> Iterator[tuple[Figure, Figure]]:
    for key in sorted(ours.keys() & theirs.keys()):
        for left, right in itertools.product(ours[key], theirs[key]):
            if (
                _is_equal(left, right)
                and (left.measure is not None or _is_telling(left))
                and left.scope == right.scope
                and (left.mood == "planned") == (right.mood == "planned")
                and not is_named_apart(left.frame, right.frame)
            ):
                yield left, right


def _is_equal(left: Figure, right: Figure) -> bool:
    """Tell whether two amounts are equal, or printed alike: "340" and "some 340"."""
    ours, theirs = (replace(f.amount, measure="") for f in (left, right))
    level = compare_quantities(ours, theirs)
    is_printed = ours.stated_low is not None and (
        (ours.stated_low, ours.stated_high, ours.unit)
        == (theirs.stated_low, theirs.stated_high, theirs.unit)
    )
    if _is_tally(ours) and _is_tally(theirs) and not _has_same_sides(ours, theirs):
        return False
    return level is Level.SAME or (level is Level.COMPATIBLE and is_printed)


def _is_tally(amount: Quantity) -> bool:
    """Tell whether an amount is the larger side of two: that of "14 to nine"."""
    return amount.low == amount.high and amount.stated_low != amount.stated_high


def _has_same_sides(left: Quantity, right: Quantity) -> bool:
    """Tell whether two tallies are equal on both sides, whichever is said first."""
    return {left.stated_low, left.stated_high} == {right.stated_low, right.stated_high}


def _is_telling(figure: Figure) -> bool:
    low = figure.amount.low
    return low is not None and len(low.normalize().as_tuple().digits) >= TELLING_DIGITS
