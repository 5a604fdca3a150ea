"""
Count on the calendar: periods, their neighbours and their parts.

A `Period` is every day from ``first`` to ``last``, both included; an open side is
``None``.  Whatever falls outside the years 1 to 9999 is ``None``, never an error.
Weeks and weekdays follow ISO 8601 (Monday is 1), seasons are the meteorological ones
of the northern hemisphere (World Meteorological Organization, whole months).
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from dataclasses import dataclass, replace

from claimcheck.model import Grain

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}

# First month and number of months; winter is named after the year it begins in.
SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}

# Which share of a period a word for its part covers, by the period's grain, as
# (first, last) of so many equal steps: "early 2022" is its first three months of
# twelve, "late" its last three, and "mid" what a reader would call neither.
STEPS: dict[str, tuple[str, dict[str, tuple[int, int]]]] = {
    "week": ("day", {"early": (1, 3), "mid": (3, 5), "late": (5, 7)}),
    "month": ("day", {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}),
    "quarter": ("month", {"early": (1, 1), "mid": (2, 2), "late": (3, 3)}),
    "season": ("month", {"early": (1, 1), "mid": (2, 2), "late": (3, 3)}),
    "half": ("month", {"early": (1, 2), "mid": (3, 4), "late": (5, 6)}),
    "year": ("month", {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}),
    "decade": ("year", {"early": (1, 4), "mid": (4, 7), "late": (7, 10)}),
    "century": ("year", {"early": (1, 30), "mid": (31, 70), "late": (71, 100)}),
}
# "The end of 2012" reaches further back than "late 2012"; elsewhere they are alike.
WIDER = {("year", "end"): (9, 12)}
LIKE = {"beginning": "early", "middle": "mid", "end": "late"}
_FIRST_DECADE = 10
_MID_MONTH = 15
_FRIDAY, _SATURDAY, _SUNDAY = 5, 6, 7
HALVES = {"first half": (0, 2), "second half": (1, 2)}


@dataclass(frozen=True, slots=True)
class Period:
    """Hold every day from *first* to *last*, both included; ``None`` is open."""

    first: dt.date | None
    last: dt.date | None
    grain: Grain


def day(date: dt.date) -> Period:
    """Return the period of one day."""
    return Period(date, date, "day")


def day_of(year: int, month_number: int, number: int) -> Period | None:
    """Return a calendar day, or ``None`` where the calendar has none such."""
    try:
        return day(dt.date(year, month_number, number))
    except (ValueError, OverflowError):
        return None


def months(year: int, first_month: int, count: int, grain: Grain) -> Period | None:
    """Return *count* whole months; *first_month* counts on from January of *year*."""
    year, first_month = year + (first_month - 1) // 12, (first_month - 1) % 12 + 1
    end_year, end = year + (first_month + count - 2) // 12, (first_month + count - 2)
    end = end % 12 + 1
    if year < dt.MINYEAR or end_year > dt.MAXYEAR:
        return None
    last = calendar.monthrange(end_year, end)[1]
    first_day = dt.date(year, first_month, 1)
    return Period(first_day, dt.date(end_year, end, last), grain)


def month(year: int, number: int) -> Period | None:
    """Return month *number* (1 to 12) of *year*."""
    return months(year, number, 1, "month")


def year_of(year: int) -> Period | None:
    """Return a calendar year."""
    return months(year, 1, 12, "year")


def decade(year: int) -> Period | None:
    """Return the ten years that *year*, a multiple of ten, begins."""
    return months(year, 1, 120, "decade")


def century(number: int) -> Period | None:
    """
    Return a century: the 20th is 1900 to 1999, as EDTF's "19XX" has it.

    Common usage names the hundreds; the strict count from 1901 differs by one year.
    """
    start = (number - 1) * 100
    period = months(max(start, 1), 1, 1200 if start else 99 * 12, "century")
    return period if number >= 1 else None


def season(name: str, year: int) -> Period | None:
    """Return a season of *year*; its winter ends in the February after."""
    first_month, count = SEASONS[name]
    return months(year, first_month, count, "season")


def shift_date(date: dt.date, unit: str, count: int) -> dt.date | None:
    """Move *date* by *count* units; the 31st becomes the last day of a short month."""
    try:
        if unit == "half month":
            months_away = shift_date(date, "month", int(count / 2))
            days = int(math.fmod(count, 2)) * _MID_MONTH
            return months_away and months_away + dt.timedelta(days=days)
        if unit == "working day":
            return _shift_working_days(date, count)
        if unit in DAYS_IN:
            return date + dt.timedelta(days=DAYS_IN[unit] * count)
        if unit == "weekend":
            return date + dt.timedelta(weeks=count)
        length = MONTHS_IN.get(unit, 1200 if unit == "century" else 3)
        index = date.year * 12 + date.month - 1 + length * count
        year, number = index // 12, index % 12 + 1
        last = calendar.monthrange(year, number)[1]
        return dt.date(year, number, min(date.day, last))
    except (ValueError, OverflowError):
        return None


def _shift_working_days(date: dt.date, count: int) -> dt.date:
    """Move *date* by days that are no Saturday or Sunday."""
    step = 1 if count > 0 else -1
    weekday = date.isoweekday()
    if weekday >= _SATURDAY:  # count from the working day on its far side
        back = weekday - _FRIDAY if step > 0 else weekday - _SUNDAY - 1
        date -= dt.timedelta(days=back)
    weeks, days = divmod(abs(count), _FRIDAY)
    date += dt.timedelta(weeks=weeks * step)
    for _ in range(days):
        date += dt.timedelta(days=step)
        while date.isoweekday() >= _SATURDAY:
            date += dt.timedelta(days=step)
    return date


def containing(date: dt.date, unit: str) -> Period | None:
    """Return the calendar unit that holds *date* (a week begins on Monday)."""
    year = date.year
    if unit in {"day", "working day"}:
        return day(date)
    if unit in {"week", "fortnight", "weekend", "half month"}:
        return _half_month(date) if unit == "half month" else _week(date, unit)
    if unit == "season":
        held = [season(n, y) for y in (year - 1, year) for n in SEASONS]
        return next(
            (s for s in held if s and s.first and s.last and s.first <= date <= s.last),
            None,
        )
    if unit == "decade":
        return decade(year // 10 * 10) if year >= _FIRST_DECADE else None
    if unit == "century":
        return century(year // 100 + 1)
    size = MONTHS_IN[unit]
    start = (date.month - 1) // size * size + 1
    grains: dict[str, Grain] = {
        "month": "month",
        "quarter": "quarter",
        "half": "half",
        "year": "year",
    }
    return months(year, start, size, grains[unit])


def _half_month(date: dt.date) -> Period:
    """Return the days up to the 15th or those after it."""
    last = calendar.monthrange(date.year, date.month)[1]
    first, last = (1, _MID_MONTH) if date.day <= _MID_MONTH else (_MID_MONTH + 1, last)
    return Period(date.replace(day=first), date.replace(day=last), "range")


def _week(date: dt.date, unit: str) -> Period | None:
    monday = date.toordinal() - date.weekday()
    begin, days, grain = {
        "week": (0, 7, "week"),
        "fortnight": (0, 14, "week"),
        "weekend": (5, 2, "weekend"),
    }[unit]
    try:
        first = dt.date.fromordinal(monday + begin)
        last = dt.date.fromordinal(monday + begin + days - 1)
    except (ValueError, OverflowError):
        return None
    return Period(first, last, "weekend" if grain == "weekend" else "week")


def neighbour(date: dt.date, unit: str, count: int) -> Period | None:
    """Return the calendar unit *count* units from the one that holds *date*."""
    here = containing(date, unit)
    if here is None or here.first is None:
        return None
    there = shift_date(here.first, unit, count)
    return containing(there, unit) if there else None


def cover(left: Period, right: Period) -> Period | None:
    """Return the stretch from the first day of *left* to the last of *right*."""
    if left.first and right.last and left.first > right.last:
        return None
    return Period(left.first, right.last, "range")


def part(period: Period, name: str) -> Period | None:
    """
    Return the part of *period* that "early", "mid", "late" or a half names.

    A period without parts of its own (a day, a range) keeps its bounds for "early",
    "mid" and "late", since nothing narrower was said.
    """
    if period.first is None or period.last is None:
        return None
    if name in HALVES:
        return _half(period, HALVES[name][0])
    if period.grain not in STEPS:
        return period
    unit, shares = STEPS[period.grain]
    low, high = WIDER.get((period.grain, name)) or shares[LIKE.get(name, name)]
    found = count_in(period, unit, low, high - low + 1)
    return replace(found, grain="range") if found else None


def _half(period: Period, index: int) -> Period | None:
    first, last = period.first, period.last
    if first is None or last is None:
        return None
    size = MONTHS_IN.get(period.grain, 0)
    if size > 1 and size % 2 == 0:
        begin = first.month + index * size // 2
        grain: Grain = "half" if period.grain == "year" else "range"
        return months(first.year, begin, size // 2, grain)
    if period.grain == "century":
        return count_in(period, "year", 1 + 50 * index, 50)
    # An odd number of days gives the middle one to both halves.
    length = (last - first).days
    middle = first + dt.timedelta(days=(length + index) // 2)
    return Period(middle, last, "range") if index else Period(first, middle, "range")


def count_in(period: Period, unit: str, nth: int, count: int = 1) -> Period | None:
    """
    Return *count* units of *period*, from the *nth* on.

    A negative *nth* counts from the end, so that -1 is the last.  Weeks of a period are
    those that begin in it, save the first week of a year, which is ISO week 1.
    """
    if period.first is None or period.last is None or nth == 0 or count < 1:
        return None
    if nth > 0:
        start = _start_of_units(period, unit)
        first = shift_date(start, unit, nth - 1) if start else None
    else:
        end = _end_of_units(period.last, period.grain, unit)
        if end and end.last and end.last > period.last and unit != "week":
            end = neighbour(period.last, unit, -1)
        first = shift_date(end.first, unit, nth + 1) if end and end.first else None
        first = shift_date(first, unit, 1 - count) if first else None
    return _run_of_units(period, unit, first, count)


def _end_of_units(last: dt.date, grain: Grain, unit: str) -> Period | None:
    if unit == "week" and grain == "year":
        # 28 December is always in the last ISO week of its year.
        return containing(last.replace(day=28), unit)
    return containing(last, unit)


def _run_of_units(
    period: Period, unit: str, first: dt.date | None, count: int
) -> Period | None:
    begin = containing(first, unit) if first else None
    final = neighbour(first, unit, count - 1) if first else None
    if begin is None or final is None or begin.first is None or period.last is None:
        return None
    if begin.first > period.last:
        return None
    if count == 1:
        return begin
    run = cover(begin, final)
    if run and unit == "day" and run.last and run.last > period.last:
        run = replace(run, last=period.last)
    return run


def _start_of_units(period: Period, unit: str) -> dt.date | None:
    if period.first is None or unit not in {"week", "weekend", "fortnight"}:
        return period.first
    if period.grain == "year" and unit == "week":
        return dt.date.fromisocalendar(period.first.year, 1, 1)
    first = containing(period.first, unit)
    if first and first.first and first.first < period.first:
        first = neighbour(period.first, unit, 1)
    return first.first if first else None


def weekday_in(period: Period, weekday: int, nth: int) -> Period | None:
    """Return the *nth* such weekday (ISO, Monday is 1) of *period*; -1 is the last."""
    if period.first is None or period.last is None or nth == 0:
        return None
    if nth > 0:
        ahead = (weekday - period.first.isoweekday()) % 7
        found = shift_date(period.first, "day", ahead + 7 * (nth - 1))
    else:
        back = (period.last.isoweekday() - weekday) % 7
        found = shift_date(period.last, "day", -back + 7 * (nth + 1))
    if found is None or not period.first <= found <= period.last:
        return None
    return day(found)


def nearest_weekday(date: dt.date, weekday: int, direction: int) -> dt.date | None:
    """
    Return the closest such weekday at or before (-1), at or after (1) *date*.

    With direction 0 it is the one of the same ISO week.
    """
    ahead = (weekday - date.isoweekday()) % 7
    if direction < 0:
        return shift_date(date, "day", ahead - 7 if ahead else 0)
    if direction > 0:
        return shift_date(date, "day", ahead)
    return shift_date(date, "day", weekday - date.isoweekday())
