"""Compare who takes part, by the keys of entities."""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.model import Level


def compare_keys(left: Collection[str], right: Collection[str]) -> Level:
    """
    Compare two sets of entity keys.

    A side without keys is missing: a phrase that names nothing known never conflicts.
    A shared member makes them compatible, for a text may name some of those who took
    part; keys of different kinds ("person", "country") never conflict, for a person
    acts for a state.
    """
    ours, theirs = frozenset(left), frozenset(right)
    if not ours or not theirs:
        return Level.MISSING
    if ours == theirs:
        return Level.SAME
    if ours & theirs:
        return Level.COMPATIBLE
    kinds = {key.partition(":")[0] for key in ours | theirs}
    return Level.DISJOINT if len(kinds) == 1 else Level.COMPATIBLE
