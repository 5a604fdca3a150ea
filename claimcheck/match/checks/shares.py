"""
Check a share against the part and the whole that stand with it.

"26 of 52 (50 per cent)", "of the 600 barns, 150, or a quarter, ...", "half of the 48
members, 24 singers": the three are told next to each other, in one of these orders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from claimcheck.match.checks.arithmetic import compare
from claimcheck.match.checks.changes import HEDGE, Interval
from claimcheck.match.checks.passage import Passage, Result
from claimcheck.model import Quantity

Trio: TypeAlias = tuple[Quantity, Quantity, Quantity]
# The part, the whole and the share that three neighbouring amounts are, or nothing.
Order: TypeAlias = Callable[[Passage, Trio], Trio | None]

_HUNDRED = Decimal(100)
_THREE = 3
# "Half of the 48 members, 24 singers": people are counted with and without their unit.
_PEOPLE = frozenset(("", "person"))
_HEDGES = r"(?:(?:about|some|around|roughly|nearly|almost|just|over)\s+)?"
_DASH = r"\s(?:-|\u2013|\u2014)\s{0,9}"
# "300 of its 1,200": at most a few words between the part and "of".
_OF = re.compile(
    r"^\s*(?:\w+\s+){0,4}?(?:out\s+of|of|in)\s+(?:(?:the|its|their|his|her|all)\s+){0,2}$"
)
# "1,200 trees (25 per cent", "1,200 trees in the storm, or a quarter".
_OR = re.compile(rf"^[\w\s'\u2019-]{{0,40}}(?:\(|,\s{{0,9}}or\s+){_HEDGES}$")
_BESIDE = re.compile(
    rf"^[\w\s'\u2019-]{{0,40}}(?:\(|,\s{{0,9}}(?:or\s+)?|{_DASH}){_HEDGES}$"
)
_NEXT = re.compile(rf"^\s{{0,9}}(?:\(|,\s{{0,9}}or\s+|\s+or\s+){_HEDGES}$")
# After a share told in passing its clause is over: "a quarter of which" is another.
_DONE = re.compile(
    r"^\s*(?:of\s+(?:all|them\s+all|the\s+(?:total|whole|lot|fleet|stock))\b|of\s+them\)|[,.;:)\u2013\u2014]|$)"
)
_CLOSED = re.compile(r"^(?:\s[\w'\u2019-]{1,30}){0,3}\s?[,.;)\u2013\u2014-]")
_MEMBERS = re.compile(r"^[\w\s'\u2019-]{0,40}(?:,|\()\s{0,9}$")


def check_shares_of(passage: Passage) -> Iterator[Result]:
    """Check a share against the part and the whole beside it."""
    amounts = [q for q in passage.quantities if q.change != "by"]
    for position in range(len(amounts) - _THREE + 1):
        first, second, third = amounts[position : position + _THREE]
        trios = (order(passage, (first, second, third)) for order in _ORDERS)
        found = next((trio for trio in trios if trio is not None), None)
        if found is not None:
            yield from _compare(*found)


def _part_whole_share(passage: Passage, trio: Trio) -> Trio | None:
    """Read "26 of 52 (50 per cent)" and "300 of its 1,200 trees, a quarter of all"."""
    part, whole, share = trio
    after = passage.after(share.span)
    link = _BESIDE if _is_fraction(share) else _OR
    if not _OF.match(passage.between(part.span, whole.span)):
        return None
    if not link.match(passage.between(whole.span, share.span)):
        return None
    return trio if _DONE.match(after) else None


def _whole_part_share(passage: Passage, trio: Trio) -> Trio | None:
    """Read "of the 600 barns surveyed, 150, or a quarter, ..."."""
    whole, part, share = trio
    if not {"of"} & set(passage.before(whole.span, 2)):
        return None
    if not _MEMBERS.match(passage.between(whole.span, part.span)):
        return None
    if not _NEXT.match(passage.between(part.span, share.span)):
        return None
    return (part, whole, share) if _DONE.match(passage.after(share.span)) else None


def _share_whole_part(passage: Passage, trio: Trio) -> Trio | None:
    """Read "two thirds of the 90 members, 60 in all, ..."."""
    share, whole, part = trio
    if not _OF.match(passage.between(share.span, whole.span)):
        return None
    if not _BESIDE.match(passage.between(whole.span, part.span)):
        return None
    closing = _CLOSED.match(passage.after(part.span))
    return (part, whole, share) if closing else None


_ORDERS: tuple[Order, ...] = (_part_whole_share, _whole_part_share, _share_whole_part)


def _is_fraction(quantity: Quantity) -> bool:
    return quantity.kind == "ratio"


def _compare(part: Quantity, whole: Quantity, share: Quantity) -> Iterator[Result]:
    if not (_is_fraction(share) or share.unit == "percent"):
        return
    if not _are_counted(part, whole) or not part.low or not whole.low:
        return
    exact = part.low / whole.low
    if exact > 1 or part.low != part.high or whole.low != whole.high:
        return
    if not _is_fraction(share):
        exact *= _HUNDRED
    room = exact * HEDGE if part.approximate or whole.approximate else Decimal(0)
    result = Interval(exact - room, exact + room)
    yield compare(share.span, share, result, "%", (part, whole))


def _are_counted(part: Quantity, whole: Quantity) -> bool:
    """Tell whether the part is of the whole: one unit, and no share of its own."""
    counted: Sequence[Quantity] = (part, whole)
    if any(
        _is_fraction(q) or q.unit in ("percent", "fold", "ordinal") for q in counted
    ):
        return False
    return part.unit == whole.unit or {part.unit, whole.unit} <= _PEOPLE
