"""Quantities: closed intervals with a unit, a measure and a hedge."""

from claimcheck.values.quantities.reader import extract_quantities

__all__ = ["extract_quantities"]
