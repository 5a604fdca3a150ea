"""Compare where something happened."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Entity, Level
from claimcheck.values.places import compare_places


def compare_sites(left: Entity | None, right: Entity | None) -> Level:
    """
    Compare two places: one inside the other is compatible, not a disagreement.

    What is known of places is in `claimcheck.values.places`; an absent place, or one
    that is no place, is missing.
    """
    if left is None or right is None:
        return Level.MISSING
    return compare_places(left, right)


def compare_all_sites(left: Sequence[Entity], right: Sequence[Entity]) -> Level:
    """
    Compare places that are each given by several names: "Rabat, Morocco".

    The kindest level of the narrowest names decides, unless wider ones are disjoint.
    """
    levels = [compare_sites(a, b) for a in left for b in right]
    for level in (Level.DISJOINT, Level.SAME, Level.COMPATIBLE):
        if level in levels:
            return level
    return Level.MISSING
