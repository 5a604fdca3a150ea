"""
Run the rules that compare what articles of one affair tell, slot or no slot.

The slots of one occurrence are compared in `slots`; here are the disagreements that no
comparison of one filled slot sees.  A rule is a plain function from the articles and
the frames of a folder to slots with two sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from claimcheck.match.articles import Affairs, build_affairs
from claimcheck.match.bearings import compare_bearings
from claimcheck.match.doers import compare_doers
from claimcheck.match.frames import Frame
from claimcheck.match.opposites import compare_opposites
from claimcheck.match.orders import compare_orders
from claimcheck.match.sites import compare_stays
from claimcheck.match.slots import Slot
from claimcheck.match.sources import Source

ContraryRule: TypeAlias = Callable[[Affairs, Sequence[Frame]], Iterator[Slot]]

CONTRARY_RULES: tuple[ContraryRule, ...] = (
    compare_opposites,
    compare_bearings,
    compare_doers,
    compare_orders,
    compare_stays,
)


def compare_contraries(
    sources: Sequence[Source], frames: Sequence[Frame]
) -> Iterator[Slot]:
    """Compare what two articles of one affair cannot both be right about."""
    affairs = build_affairs(sources)
    for rule in CONTRARY_RULES:
        yield from rule(affairs, frames)
