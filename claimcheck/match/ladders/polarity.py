"""Compare whether two claims affirm or deny the same thing."""

from __future__ import annotations

from claimcheck.model import Level, Polarity


def compare_polarity(left: Polarity, right: Polarity) -> Level:
    """Compare two polarities: equal ones are the same, others cannot both hold."""
    return Level.SAME if left == right else Level.DISJOINT
