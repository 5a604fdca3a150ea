"""Compare the dates and amounts of two aligned statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.match.ladders.dates import compare_dates, is_resolved
from claimcheck.match.ladders.quantities import compare_quantities, is_point
from claimcheck.match.ladders.units import align_units
from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment, same_word
from claimcheck.match.pairs.scopes import closest
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.model import MONTHS, DateRange, Level, Quantity

_YEAR = re.compile(r"\b[12]\d{3}\b")
_MONTH = re.compile("|".join(m[:3] for m in MONTHS), re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
# 58/100 is a score and 24 counts the critics.
_UNLIKE = ({"count", "ratio"},)
# What lasts until 1998 ended then, though it held in every year before.
_ENDS = ("until", "till")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Hold a value of the left statement, what it was compared with, and the level."""

    left: Unit
    right: Unit | None
    level: Level


def meet_dates(alignment: Alignment) -> Iterator[Meeting]:
    """Compare each date of the left with the dates of the same event on the right."""
    theirs = alignment.right.values("date")
    for ours in alignment.left.values("date"):
        same = [t for t in theirs if shares_event(ours, t)]
        nearest = [t for t in same if same_word(t.anchors[0], ours.anchors[0])]
        yield _best(ours, [(t, level_of(ours, t)) for t in nearest or same])


def meet_amounts(alignment: Alignment) -> Iterator[Meeting]:
    """
    Compare each amount of the left with those of the same measure on the right.

    An amount of the right that is narrowed by the words of another is left to that one.
    """
    left, right = alignment.left, alignment.right
    mine, theirs = left.values("quantity"), right.values("quantity")
    for ours in mine:
        same = [t for t in theirs if shares_measure(ours, t, alignment)]
        close = closest(ours, left, same, right)
        meeting = _best(ours, [(t, level_of(ours, t)) for t in close])
        if meeting.right is not None and meeting.level is Level.DISJOINT:
            rivals = [u for u in mine if shares_measure(u, meeting.right, alignment)]
            if ours not in closest(meeting.right, right, rivals, left):
                continue
        yield meeting


def find_denied_value(alignment: Alignment) -> tuple[Unit, Unit] | None:
    """Find a value that one side denies of the very event the other gives it for."""
    for ours in alignment.left.units:
        for theirs in alignment.right.units:
            if ours.value is None or ours.is_denied == theirs.is_denied:
                continue
            if ours.kind != theirs.kind or not shares_event(ours, theirs):
                continue
            if not same_word(ours.anchors[0], theirs.anchors[0]):
                continue
            if plain_level(ours, theirs) is Level.SAME:
                return ours, theirs
    return None


def _best(ours: Unit, levels: Sequence[tuple[Unit, Level]]) -> Meeting:
    """Keep the kindest reading: one partner that agrees is enough."""
    for wanted in (Level.SAME, Level.COMPATIBLE, Level.DISJOINT):
        for theirs, level in levels:
            if level is wanted:
                return Meeting(ours, theirs, level)
    return Meeting(ours, None, Level.MISSING)


def level_of(left: Unit, right: Unit) -> Level:
    """
    Compare two values, taking into account that one may be denied.

    "Not in 1971" says nothing of other years, and "not more than 2" is at most 2; that
    the very value is denied is for the comparison of polarities to say.
    """
    if left.is_denied == right.is_denied:
        return plain_level(left, right)
    ours, theirs = _undenied(left), _undenied(right)
    level = plain_level(ours, theirs)
    if ours.is_denied == theirs.is_denied:
        return level
    return Level.MISSING if level is Level.DISJOINT else Level.COMPATIBLE


def _undenied(unit: Unit) -> Unit:
    """Turn a denied bound into the bound that it amounts to."""
    value = unit.value
    if not unit.is_denied or not isinstance(value, Quantity) or is_point(value):
        return unit
    if value.low is not None and value.high is not None:
        return unit
    turned = replace(
        value, low=value.high, high=value.low, exclusive=not value.exclusive
    )
    return replace(unit, value=turned, is_denied=False)


def plain_level(left: Unit, right: Unit) -> Level:
    """Compare two values as if neither were denied."""
    ours, theirs = left.value, right.value
    if isinstance(ours, DateRange) and isinstance(theirs, DateRange):
        if _is_end(left) and _is_end(right):
            return compare_partial(left.text, right.text)
        if is_resolved(ours) and is_resolved(theirs):
            return compare_dates(ours, theirs)
        return compare_partial(left.text, right.text)
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return compare_quantities(ours, theirs, rounding=False)
    return Level.MISSING


def _is_end(unit: Unit) -> bool:
    return unit.marker in _ENDS or unit.text.lower().startswith(_ENDS)


def compare_partial(left: str, right: str) -> Level:
    """
    Compare dates of which a part is not stated, such as "in October".

    Only parts that both state are compared; a day alone settles nothing.
    """
    if left.lower() == right.lower():
        return Level.SAME
    months = [[m[0].lower() for m in _MONTH.finditer(t)] for t in (left, right)]
    if len(months[0]) == len(months[1]) == 1 and months[0] != months[1]:
        return Level.DISJOINT
    years = [_YEAR.findall(t) for t in (left, right)]
    if len(years[0]) == len(years[1]) == 1 and years[0] != years[1]:
        return Level.DISJOINT
    days = [{m[0].lower() for m in _WEEKDAY.finditer(t)} for t in (left, right)]
    if days[0] and days[1] and not days[0] & days[1]:
        return Level.DISJOINT
    if _NUMBER.sub("#", left) == _NUMBER.sub("#", right) and left != right:
        return Level.DISJOINT
    shared = bool((months[0] and months[1]) or (years[0] and years[1]))
    return Level.COMPATIBLE if shared else Level.MISSING


def shares_event(left: Unit, right: Unit) -> bool:
    """Tell whether two dates are governed by the same event."""
    ours, theirs = _events(left), _events(right)
    if not ours or not theirs:
        return False
    return any(same_word(ours[0], b) for b in theirs[:2]) or any(
        same_word(theirs[0], a) for a in ours[:2]
    )


def _events(unit: Unit) -> tuple[str, ...]:
    hollow = word_set("statements", "hollow")
    return tuple(a for a in unit.anchors if a not in hollow)


def shares_measure(left: Unit, right: Unit, alignment: Alignment) -> bool:
    """
    Tell whether two amounts measure the same thing, as far as their words tell.

    Plain counts must count the same things; an amount with a unit must share a word
    that governs it, or be the only one of that unit on both sides.  A second time and
    a 52nd edition count unlike things.
    """
    ours, theirs = left.value, right.value
    if not isinstance(ours, Quantity) or not isinstance(theirs, Quantity):
        return False
    if align_units(ours, theirs) is None or left.is_part or right.is_part:
        return False
    if {ours.kind, theirs.kind} in _UNLIKE or "ordinal" in (ours.kind, theirs.kind):
        return False
    counted, other = _events(left), _events(right)
    if _count_one_thing(counted, other) or _count_one_thing(other, counted):
        return True
    if not ours.unit:
        return False
    shared = any(same_word(a, b) for a in _events(left) for b in _events(right))
    return shared or (
        _count_unit(alignment.left, ours.unit) == 1
        and _count_unit(alignment.right, ours.unit) == 1
    )


def _count_one_thing(counted: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the same is counted, or people by a deed that both counts name."""
    if counted and other and same_word(counted[0], other[0]):
        return True
    people = word_set("statements", "people")
    return (
        len(counted) > 1
        and counted[0] in people
        and any(same_word(counted[1], key) for key in other[:2])
    )


def _count_unit(statement: Statement, unit: str) -> int:
    return sum(
        isinstance(u.value, Quantity) and u.value.unit == unit for u in statement.units
    )
