"""Print a quantity so that it reads back as the same one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claimcheck.model import Quantity

_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "penny": "pence"}
# A value with more digits than any source prints comes of a division.
_ENDLESS = 20
_LARGEST_DENOMINATOR = 10_000
_UNCHANGED = frozenset(("percent", "hertz", "lux", "horsepower"))


def format_quantity(quantity: Quantity) -> str:
    """
    Return the amount in words a reader can take in at a glance.

    What is printed reads back with the same bounds and unit: bounds as "at least" and
    "up to" (excluded ones as "more than" and "less than"), hedges as "about".

    >>> from claimcheck.values.quantities import extract_quantities
    >>> format_quantity(extract_quantities("well over 30,000 workers")[0])
    'more than 30,000'
    """
    low, high = quantity.low, quantity.high
    if quantity.kind == "score":
        return f"{_digits(quantity.stated_low)}\u2013{_digits(quantity.stated_high)}"
    if low is None and high is None:
        return quantity.text
    about = "about " if quantity.approximate else ""
    if high is None:
        return (
            ("more than " if quantity.exclusive else "at least ")
            + about
            + _one(quantity, low)
        )
    if low is None:
        return (
            ("less than " if quantity.exclusive else "up to ")
            + about
            + _one(quantity, high)
        )
    if low == high:
        return about + _one(quantity, low)
    return f"{about}{_digits(low)} to {_one(quantity, high)}"


def _one(quantity: Quantity, bound: Decimal | None) -> str:
    """Return one bound with the unit."""
    digits = _digits(bound)
    if quantity.kind == "fold":
        return digits + "-fold"
    if quantity.kind == "age":
        return f"{digits} {_named(quantity.unit, bound)} old"
    if quantity.dimension.startswith("money") and quantity.unit[:3].isupper():
        code, _, per = quantity.unit.partition(" per ")
        return f"{code} {digits}" + (f" per {per}" if per else "")
    unit = _named(quantity.unit, bound)
    return f"{digits} {unit}" if unit else digits


def _named(unit: str, bound: Decimal | None) -> str:
    """Return a unit's name in the number that *bound* asks for."""
    over, per, under = unit.partition(" per ")
    if bound is None or abs(bound) == 1 or not over or over in _UNCHANGED:
        return unit
    if over.startswith("degree "):
        return "degrees " + over.removeprefix("degree ") + per + under
    head, gap, last = over.rpartition(" ")
    return head + gap + _PLURALS.get(last, last + "s") + per + under


def _digits(value: Decimal | None) -> str:
    """Return plain digits with commas between thousands, endless ones as a fraction."""
    if value is None:
        return ""
    if len(value.as_tuple().digits) > _ENDLESS:
        fraction = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
        if Decimal(fraction.numerator) / fraction.denominator == value:
            return f"{fraction.numerator}/{fraction.denominator}"
    return f"{value:,f}"
