"""Bring two amounts of one dimension to one unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.match.lexicon import word_map
from claimcheck.model import Quantity

_PERCENT = Decimal(100)


def align_units(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """
    Return two amounts in the same unit, or None where they measure unlike things.

    Amounts of one unit come back as they are; others go to the base unit of their
    dimension, a ratio to per cent.

    Source:
        Factors: NIST Special Publication 811 (2008), appendix B; months and years are
        of no fixed length and are not converted.
    """
    if left.unit == right.unit and left.per == right.per:
        return left, right
    ours, theirs = _to_base(left), _to_base(right)
    if ours is None or theirs is None or ours.unit != theirs.unit:
        return None
    return ours, theirs


def _to_base(quantity: Quantity) -> Quantity | None:
    if quantity.kind == "ratio" and not quantity.unit:
        return _scale(quantity, _PERCENT, "percent")
    if quantity.unit == "percent":
        return quantity
    factor = word_map("factors").get(quantity.unit)
    if factor is None:
        return None
    number, unit = factor.split(" ", 1)
    return _scale(quantity, Decimal(number), unit)


def _scale(quantity: Quantity, factor: Decimal, unit: str) -> Quantity:
    low, high, precision = (
        None if b is None else b * factor
        for b in (quantity.low, quantity.high, quantity.precision)
    )
    return replace(quantity, low=low, high=high, precision=precision, unit=unit, per="")
