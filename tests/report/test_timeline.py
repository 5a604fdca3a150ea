"""Dated claims on a time axis."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.report.timeline import AXIS, year_bar


@pytest.mark.parametrize(
    ("first", "last", "bar"),
    [
        ("2023-01-01", "2023-12-31", "=" * 24),  # a whole year
        ("2024-01-01", "2024-12-31", "=" * 24),  # a leap year
        ("2023-01-01", "2023-01-01", "=" + "." * 23),  # one day still shows
        ("2023-12-31", "2023-12-31", "." * 23 + "="),
        ("2023-07-01", "2023-12-31", "." * 11 + "=" * 13),
        ("2022-10-01", "2023-03-31", "." * 17 + "=" * 7),  # goes on next year
        ("0001-01-01", "0001-12-31", "=" * 24),
    ],
)
def test_a_bar_covers_its_part_of_the_year(first: str, last: str, bar: str) -> None:
    """The bar starts and ends where its days lie in the first year."""
    drawn = year_bar(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert (len(drawn), drawn) == (AXIS, bar)
