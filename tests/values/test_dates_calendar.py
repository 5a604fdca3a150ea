"""The calendar under the dates: feasts, parts of periods and their neighbours."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.dates import format_edtf, lexicon, periods
from claimcheck.values.dates.periods import Period

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade")
days = st.dates(dt.date(1200, 1, 1), dt.date(2800, 12, 31))

FEASTS = [
    ("easter", 2000, "2000-04-23"),
    ("easter", 2024, "2024-03-31"),
    ("easter", 2038, "2038-04-25"),
    ("good friday", 2023, "2023-04-07"),
    ("ash wednesday", 2020, "2020-02-26"),
    ("thanksgiving", 2023, "2023-11-23"),
    ("black friday", 2023, "2023-11-24"),
    ("election day", 2022, "2022-11-08"),
    ("memorial day", 2021, "2021-05-31"),
    ("labor day", 2024, "2024-09-02"),
    ("boxing day", 1999, "1999-12-26"),
]


def feast(name: str) -> lexicon.Holiday:
    """Return the rule of the feast that *name* names."""
    words = tuple(name.split())
    return dict(lexicon.holidays()[words[0]])[words]


@pytest.mark.parametrize(("name", "year", "day"), FEASTS)
def test_a_feast_falls_on_its_day(name: str, year: int, day: str) -> None:
    """Known days of feasts, fixed and movable."""
    assert lexicon.feast_in(feast(name), year) == dt.date.fromisoformat(day)


def test_every_feast_has_a_day_in_every_year() -> None:
    """No rule of the table is incomplete."""
    rules = {rule for named in lexicon.holidays().values() for _, rule in named}
    assert all(lexicon.feast_in(rule, y) for rule in rules for y in range(1900, 2100))


@given(days, st.sampled_from(UNITS))
def test_a_unit_holds_its_day(day: dt.date, unit: str) -> None:
    """The unit around a day contains it, and its neighbours lie beside it."""
    here = periods.containing(day, unit)
    after = periods.neighbour(day, unit, 1)
    assert here is not None
    assert after is not None
    assert here.first is not None
    assert here.last is not None
    assert after.first is not None
    if unit != "weekend":
        assert here.first <= day <= here.last
        assert after.first == here.last + dt.timedelta(days=1)


@given(days, st.sampled_from(UNITS), st.sampled_from(["early", "mid", "late"]))
def test_a_part_lies_in_its_period(day: dt.date, unit: str, name: str) -> None:
    """Early, middle and late are parts of the period they are parts of."""
    whole = periods.containing(day, unit)
    assert whole is not None
    part = periods.part(whole, name)
    assert part is not None
    assert part.first is not None
    assert part.last is not None
    assert whole.first is not None
    assert whole.last is not None
    assert whole.first <= part.first <= part.last <= whole.last


COUNTED = [
    (2014, "week", 1, 1, "2013-12-30/2014-01-05", "ISO week 1"),
    (2019, "week", -1, 1, "2019-12-23/2019-12-29", "the last ISO week"),
    (2018, "month", 1, 5, "2018-01/2018-05", "the first five months"),
    (2018, "month", -1, 2, "2018-11/2018-12", "the last two months"),
    (2012, "day", -1, 1, "2012-12-31", "the last day"),
    (2020, "quarter", 3, 1, "2020-07/2020-09", "the third quarter"),
]


@pytest.mark.parametrize(("year", "unit", "nth", "count", "edtf", "reason"), COUNTED)
def test_units_are_counted_in_a_year(  # noqa: PLR0913, PLR0917 - a row of the table
    year: int, unit: str, nth: int, count: int, edtf: str, reason: str
) -> None:
    """Units are counted from either end of a period."""
    whole = periods.year_of(year)
    assert whole is not None
    found = periods.count_in(whole, unit, nth, count)
    assert found is not None
    assert format_edtf(found) == edtf, reason


def test_a_part_that_is_not_there_is_none() -> None:
    """A year has no thirteenth month, and February no fifth Monday in 2021."""
    year, february = periods.year_of(2021), periods.month(2021, 2)
    assert year is not None
    assert february is not None
    assert periods.count_in(year, "month", 13) is None
    assert periods.weekday_in(february, 1, 5) is None


def test_counting_past_the_calendar_is_none() -> None:
    """No date is made before year 1 or after year 9999."""
    assert periods.shift_date(dt.date(1, 1, 1), "year", -1) is None
    assert periods.neighbour(dt.date(9999, 12, 31), "week", 1) is None
    assert periods.year_of(10_000) is None


def test_the_end_of_february_is_kept() -> None:
    """A month after 31 January is the last day of February."""
    assert periods.shift_date(dt.date(2024, 1, 31), "month", 1) == dt.date(2024, 2, 29)


def test_bounds_print_as_short_as_they_can() -> None:
    """Whole years, months and masked decades keep their short form."""
    spring = Period(dt.date(2014, 3, 1), dt.date(2014, 5, 31), "season")
    assert format_edtf(spring) == "2014-03/2014-05"
    nineties = periods.decade(1990)
    assert nineties is not None
    assert format_edtf(nineties) == "199X"
