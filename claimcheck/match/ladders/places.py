"""Compare where something happened."""

from __future__ import annotations

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
