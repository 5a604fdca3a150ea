"""Sort the values that claims give for one slot into the positions they take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimcheck.match.frames import Frame
from claimcheck.match.occurrences import Member
from claimcheck.model import Level

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Stated(Generic[V]):
    """Hold one value for a slot and the member of an occurrence that states it."""

    value: V
    member: Member

    @property
    def frame(self) -> Frame:
        """Return the frame of the claim that states the value."""
        return self.member.frame


def split_positions(
    stated: Iterable[Stated[V]],
    compare: Callable[[V, V], Level],
    width: Callable[[V], float],
) -> list[list[Stated[V]]]:
    """
    Group values that can all be right together, the most precise value first.

    A value vague enough to fit two groups takes no side and is left out; so is one of
    which it is not known whether it fits.

    Args:
        stated: Values of one slot of one occurrence.
        compare: The slot's ladder.
        width: How vague a value is; a smaller number is more precise.
    """
    ordered = sorted(stated, key=lambda s: (width(s.value), _order(s.frame)))
    groups: list[list[Stated[V]]] = []
    for item in ordered:
        fitting = [
            group
            for group in groups
            if all(compare(item.value, g.value) is not Level.DISJOINT for g in group)
        ]
        if not fitting:
            groups.append([item])
        elif len(fitting) == 1 and _is_known(item, fitting[0], compare):
            fitting[0].append(item)
    return groups


def _is_known(
    item: Stated[V], group: Sequence[Stated[V]], compare: Callable[[V, V], Level]
) -> bool:
    return compare(item.value, group[0].value) is not Level.MISSING


def are_disjoint(
    groups: Sequence[Sequence[Stated[V]]], compare: Callable[[V, V], Level]
) -> bool:
    """Tell whether every two positions exclude each other by their leading values."""
    leads = [group[0].value for group in groups]
    return all(
        compare(one, other) is Level.DISJOINT
        for i, one in enumerate(leads)
        for other in leads[i + 1 :]
    )


def _order(frame: Frame) -> tuple[str, int, int]:
    return (frame.source.id, frame.claim.span.start, frame.claim.span.end)
