"""Phrases that number libraries misread, each in a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from quantity_marks import bound, read_marked

PHRASES = [
    ("Turnover was <q>$0.5 billion</q> that spring.",
     "500000000", "500000000", "USD", ""),
    ("Farms sent <q>3.0 million metric tons</q> of barley.",
     "3000000", "3000000", "tonne", ""),
    ("Mills took <q>51 thousand metric tons</q> of it.",
     "51000", "51000", "tonne", ""),
    ("Rents have grown <q>nearly 14-fold</q> since.", "14", "14", "fold", "~"),
    ("That is <q>about 1/60th</q> of what was promised.",
     str(Decimal(1) / 60), str(Decimal(1) / 60), "", "~"),
    ("Turnout fell to <q>37.2 per cent</q> there.", "37.2", "37.2", "percent", ""),
    ("There were <q>well over 30,000</q> pilgrims.", "30000", "..", "", "x"),
    ("The plant hires <q>20,000 to 50,000</q> pickers.", "20000", "50000", "", ""),
    ("Aid stayed at the <q>$100-150 million</q> mark.",
     "100000000", "150000000", "USD", ""),
    ("Flour was <q>5,670 NKW</q> that week.", "5670", "5670", "KPW", ""),
    ("He sold <q>merely five</q> of them.", "5", "5", "", ""),
    ("A branch line of <q>some 300 miles</q> was cut.", "300", "300", "mile", "~"),
    ("Bread cost <q>$3</q> there (per kilo).", "3", "3", "USD", ""),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "low", "high", "unit", "flags"), PHRASES)
def test_a_phrase_is_right_in_its_sentence(
    marked: str, low: str, high: str, unit: str, flags: str
) -> None:
    """Comparator, range, multiplier, unit and precision survive together."""
    (found,) = read_marked(marked)
    assert (bound(low), bound(high), unit) == (found.low, found.high, found.unit)
    assert ("x" in flags, "~" in flags) == (found.exclusive, found.approximate)
