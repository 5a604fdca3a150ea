"""Name calendar periods in words: a day, a week, a month, a quarter, a year."""

from __future__ import annotations

from claimcheck.model.values import DateRange

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip

_QUARTERS = ("first", "second", "third", "fourth")
_MONTHS_A_QUARTER = 3


def name_period(date: DateRange) -> str:
    """
    Name a period as a full date would: "17 June 2024", "the week of 10 June 2024".

    Returns:
        The name, without a preposition; "" for a date with an open end, and for one
        that is no single day, week, weekend, month, quarter or year.
    """
    first, last = date.first, date.last
    if first is None or last is None:
        return ""
    month = f"{MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return f"{first.day} {month}"
    if date.grain in ("week", "weekend"):
        return f"the {date.grain} of {first.day} {month}"
    if date.grain == "quarter":
        quarter = _QUARTERS[(first.month - 1) // _MONTHS_A_QUARTER]
        return f"the {quarter} quarter of {first.year}"
    if date.grain == "month" and (first.year, first.month) == (last.year, last.month):
        return month
    return str(first.year) if date.grain == "year" and first.year == last.year else ""
