"""The ladder for amounts: bounds, hedges, rounding and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.match.ladders.quantities import compare_quantities
from claimcheck.model import Level, Quantity, Span
from claimcheck.model.values import QuantityKind


def amount(  # noqa: PLR0913 - a row of a table names what differs
    low: str | None,
    high: str | None,
    unit: str = "",
    *,
    exclusive: bool = False,
    approximate: bool = False,
    kind: QuantityKind = "count",
) -> Quantity:
    """Build an amount from its bounds."""
    bounds = [Decimal(b) if b else None for b in (low, high)]
    return Quantity(
        Span(0, 2),
        "amount",
        bounds[0],
        bounds[1],
        unit,
        bounds[0],
        bounds[1],
        approximate=approximate,
        exclusive=exclusive,
        kind=kind,
    )


def exactly(number: str, unit: str = "") -> Quantity:
    """Build a point."""
    return amount(number, number, unit)


MORE_THAN_90 = amount("90", None, "percent", exclusive=True)


@pytest.mark.parametrize(
    ("left", "right", "level", "reason"),
    [
        (exactly("9"), None, Level.MISSING, "one side says nothing"),
        (exactly("9"), exactly("9", "metre"), Level.MISSING, "unlike things"),
        (exactly("9"), exactly("9"), Level.SAME, "equal"),
        (exactly("95", "percent"), MORE_THAN_90, Level.COMPATIBLE, "above the bound"),
        (exactly("90", "percent"), MORE_THAN_90, Level.DISJOINT, "the bound is out"),
        (exactly("69", "percent"), MORE_THAN_90, Level.DISJOINT, "below the bound"),
        (
            amount("90", None, "percent"),
            exactly("90", "percent"),
            Level.COMPATIBLE,
            "at least 90 may be 90",
        ),
        (amount("2", None), amount(None, "5"), Level.COMPATIBLE, "both may be 3"),
        (
            amount("5", None, exclusive=True),
            amount(None, "5", exclusive=True),
            Level.DISJOINT,
            "more than 5 is never less than 5",
        ),
        (
            amount("1000", "1000", approximate=True),
            exactly("1100"),
            Level.COMPATIBLE,
            "a hedge covers a tenth",
        ),
        (
            amount("1000", "1000", approximate=True),
            exactly("1300"),
            Level.DISJOINT,
            "a hedge does not cover a third",
        ),
        (exactly("650000"), exactly("652723"), Level.COMPATIBLE, "rounded"),
        (exactly("50"), exactly("51"), Level.DISJOINT, "small counts are exact"),
        (exactly("14000"), exactly("9000"), Level.DISJOINT, "too far for rounding"),
        (
            exactly("45", "mile"),
            exactly("72", "kilometre"),
            Level.COMPATIBLE,
            "45 miles are 72 kilometres",
        ),
        (
            exactly("2410", "metre"),
            exactly("9500", "foot"),
            Level.DISJOINT,
            "9,500 feet are 2,896 metres",
        ),
        (
            amount("0.333", "0.333", kind="ratio"),
            exactly("33", "percent"),
            Level.COMPATIBLE,
            "a third is 33 per cent",
        ),
    ],
)
def test_levels(
    left: Quantity, right: Quantity | None, level: Level, reason: str
) -> None:
    """Each level is reached by a pair that calls for it, in either order."""
    assert compare_quantities(left, right) is level, reason
    assert compare_quantities(right, left) is level, reason


def test_rounding_can_be_left_out() -> None:
    """Where two sentences are the same but for a figure, every digit counts."""
    left, right = exactly("650000"), exactly("652723")
    assert compare_quantities(left, right, rounding=False) is Level.DISJOINT


NUMBERS = st.integers(0, 5000).map(str)


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS))
def test_ranges_that_share_an_amount_never_conflict(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Two closed ranges with a common amount are not disjoint."""
    (a, b), (c, d) = sorted(one, key=int), sorted(other, key=int)
    level = compare_quantities(amount(a, b), amount(c, d))
    if int(a) <= int(d) and int(c) <= int(b):
        assert level is not Level.DISJOINT
