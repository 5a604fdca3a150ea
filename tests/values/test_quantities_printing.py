"""Printed quantities read back as the same ones."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quantity_marks import read_one

from claimcheck.values.quantities import extract_quantities, format_quantity

PRINTED = [
    ("well over 30,000 pickers", "more than 30,000"),
    ("$0.5 billion", "USD 500,000,000"),
    ("at least five tons", "at least 5 tonnes"),
    ("up to 3 ft", "up to 3 feet"),
    ("less than 2 inches", "less than 2 inches"),
    ("nearly 14-fold", "about 14-fold"),
    ("20-30 miles", "20 to 30 miles"),
    ("6 feet 2 inches", "74 inches"),
    ("-5 to 3 °C", "-5 to 3 degrees Celsius"),
    ("one in three", "1/3"),
    ("a 61-year-old", "61 years old"),
    ("500 barrels a day", "500 barrels per day"),
    ("€3 per kilo", "EUR 3 per kilogram"),
    ("1 km", "1 kilometre"),
    ("they won 3-1", "3\u20131"),
    ("25 basis points", "25 basis points"),
    ("50 dinars", "50 dinars"),
]


@pytest.mark.parametrize(("text", "printed"), PRINTED)
def test_a_quantity_prints_and_reads_back(text: str, printed: str) -> None:
    """The printed form has the same bounds, unit and hedge."""
    found = read_one(text)
    assert printed == format_quantity(found)
    again = read_one(printed)
    assert (found.low, found.high, found.unit) == (again.low, again.high, again.unit)
    assert (found.exclusive, found.approximate) == (again.exclusive, again.approximate)
    assert printed == format_quantity(again)


UNITS = ["km", "tonnes", "percent", "dollars", "litres", "men", "barrels a day"]
HEDGES = ["", "about ", "more than ", "at least ", "up to ", "fewer than "]


@given(
    amount=st.decimals(
        min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False
    ),
    unit=st.sampled_from(UNITS),
    hedge=st.sampled_from(HEDGES),
)
def test_any_amount_reads_back(amount: Decimal, unit: str, hedge: str) -> None:
    """Digits, hedge and unit survive printing, whatever the amount."""
    found = read_one(f"{hedge}{amount:,f} {unit}")
    assert amount == found.stated_low == found.stated_high
    again = read_one(f"{format_quantity(found)} men")
    assert (found.low, found.high, found.unit) == (again.low, again.high, again.unit)


@given(low=st.integers(2, 10**9), more=st.integers(1, 10**9))
def test_any_range_reads_back(low: int, more: int) -> None:
    """Both ends of a range survive printing."""
    found = read_one(f"{low:,} to {low + more:,} km")
    assert (Decimal(low), Decimal(low + more)) == (found.low, found.high)
    assert extract_quantities(format_quantity(found))[0].low == low


ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905 - a row
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


@given(
    hundreds=st.integers(1, 9),
    tens=st.integers(2, 9),
    ones=st.integers(1, 9),
    joint=st.sampled_from([" and ", " "]),
    hyphen=st.sampled_from(["-", " "]),
)
def test_any_number_in_words_reads_as_its_value(
    hundreds: int, tens: int, ones: int, joint: str, hyphen: str
) -> None:
    """Spelt-out numbers mean what their digits mean."""
    spelt = f"{TENS[tens - 2]}{hyphen}{ONES[ones - 1]}"
    words = f"{ONES[hundreds - 1]} hundred{joint}{spelt} thousand cows"
    assert read_one(words).low == (hundreds * 100 + tens * 10 + ones) * 1000
