"""Find what the rest of a text says of two values that one of its sentences parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.match.ladders.dates import first_day, is_resolved, last_day
from claimcheck.match.pairs.alignment import has_word
from claimcheck.match.pairs.statements import Amount, Statement, Unit
from claimcheck.match.pairs.values import level_of
from claimcheck.model import DateRange, Level, Quantity

# "A film of 2016" and "a thriller of 2016" are of the thing that both describe.
_NEAREST = 2


def is_supported(unit: Unit, statements: Sequence[Statement]) -> bool:
    """
    Tell whether any sentence of a text gives a date for the same event.

    A film of 2006 that is a remake of a film of 2002 is a film of 2006: the other date
    is another film's.
    """
    return isinstance(unit.value, DateRange) and any(
        _is_within(other.value, unit.value) for other in _of_one_event(unit, statements)
    )


def _is_within(inner: Amount | None, outer: DateRange) -> bool:
    """Tell whether a date says all that the other says, or more."""
    if not isinstance(inner, DateRange) or not (
        is_resolved(inner) and is_resolved(outer)
    ):
        return False
    return first_day(outer) <= first_day(inner) and last_day(inner) <= last_day(outer)


def is_given_twice(
    unit: Unit, home: Statement, statements: Sequence[Statement]
) -> bool:
    """
    Tell whether the sentences of a text count the same things with two results.

    "On the first day 45 died.  Four died in the morning": neither is the toll.
    """
    if (
        not isinstance(unit.value, Quantity)
        or unit.value.unit
        or unit not in home.units
    ):
        return False
    others = [s for s in statements if s is not home]
    return any(
        level_of(unit, other) is Level.DISJOINT for other in _of_one_event(unit, others)
    )


def _of_one_event(unit: Unit, statements: Sequence[Statement]) -> Iterator[Unit]:
    for statement in statements:
        for other in statement.values(unit.kind):
            if any(
                has_word(key, unit.anchors[:_NEAREST])
                for key in _nearest_event(other, statement)
            ):
                yield other


def _nearest_event(unit: Unit, statement: Statement) -> Iterator[str]:
    """Yield what governs a value up to the first verb: "the crime film of 2006"."""
    tokens = statement.sentence.tokens
    for key, index in zip(unit.anchors, unit.path, strict=False):
        yield key
        if tokens[index].pos == "VERB":
            return
