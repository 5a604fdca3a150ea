"""
Write and read Extended Date/Time Format text, level 1 of ISO 8601-2:2019.

Whole years, months, decades and centuries keep their short form ("2014", "2014-03",
"199X", "19XX"); everything else is an interval whose ends are as short as they can
be ("2022-10/2022-12"), and ".." stands for an open end.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from claimcheck.values.dates.periods import Period

_END = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MASKED = re.compile(r"(\d\d)(\dX|XX)", re.ASCII)


def format_edtf(period: Period) -> str:
    """Return the shortest text that has exactly the bounds of *period*."""
    first, last = period.first, period.last
    if first is None or last is None:
        start = _start_text(first) if first else ".."
        return f"{start}/{_end_text(last) if last else '..'}"
    if first == last:
        return first.isoformat()
    if period.grain == "decade" and _spans_years(first, last, 10):
        return f"{first.year // 10:03}X"
    if period.grain == "century" and _spans_years(first, last, 100):
        return f"{first.year // 100:02}XX"
    start, end = _start_text(first, last), _end_text(last, first)
    return start if start == end else f"{start}/{end}"


def parse_edtf(text: str) -> tuple[dt.date | None, dt.date | None]:
    """
    Return the first and last day that *text* allows; ``None`` is an open end.

    Raises:
        ValueError: *text* is not a date or interval that `format_edtf` writes.

    """
    start, slash, end = text.partition("/")
    if not slash:
        return _bound(start, last=False), _bound(start, last=True)
    return (
        None if start == ".." else _bound(start, last=False),
        None if end == ".." else _bound(end, last=True),
    )


def _spans_years(first: dt.date, last: dt.date, count: int) -> bool:
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return whole and first.year % count == 0 and last.year == first.year + count - 1


def _ends_month(date: dt.date) -> bool:
    return date.day == calendar.monthrange(date.year, date.month)[1]


def _start_text(first: dt.date, last: dt.date | None = None) -> str:
    """Shorten a first day only where the last one can be shortened alike."""
    month_too = last is None or _ends_month(last)
    year_too = last is None or (last.month, last.day) == (12, 31)
    if (first.month, first.day) == (1, 1) and year_too:
        return f"{first.year:04}"
    return first.isoformat()[:7] if first.day == 1 and month_too else first.isoformat()


def _end_text(last: dt.date, first: dt.date | None = None) -> str:
    month_too = first is None or first.day == 1
    year_too = first is None or (first.month, first.day) == (1, 1)
    if (last.month, last.day) == (12, 31) and year_too:
        return f"{last.year:04}"
    return last.isoformat()[:7] if _ends_month(last) and month_too else last.isoformat()


def _bound(text: str, *, last: bool) -> dt.date:
    if _MASKED.fullmatch(text):
        text = text.replace("X", "9") if last else text.replace("X", "0")
        text = "0001" if text == "0000" else text
    found = _END.fullmatch(text)
    if found is None:
        message = f"not an EDTF date: {text!r}"
        raise ValueError(message)
    year, month, day = found.groups()
    number = int(month or (12 if last else 1))
    end = calendar.monthrange(int(year), number)[1]
    return dt.date(int(year), number, int(day or (end if last else 1)))
