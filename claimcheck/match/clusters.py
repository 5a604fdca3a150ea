"""Bring groups together that overlap, such as pairs that share a figure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

_Item = TypeVar("_Item", bound=Hashable)


def join_overlapping(groups: Iterable[Sequence[_Item]]) -> list[list[_Item]]:
    """
    Join groups that share an item, directly or by way of other groups.

    Returns:
        Groups without an item in common, each with its items once; a group that was
        joined stands where the last of its parts stood.

    >>> join_overlapping(["ab", "cd", "be"])
    [['c', 'd'], ['a', 'b', 'e']]
    """
    joined: list[list[_Item]] = []
    for group in groups:
        met = [known for known in joined if any(item in known for item in group)]
        joined = [known for known in joined if known not in met]
        joined.append([*dict.fromkeys([*(i for known in met for i in known), *group])])
    return joined
