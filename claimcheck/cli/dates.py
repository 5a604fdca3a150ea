"""Days as users type them."""

from __future__ import annotations

import datetime as dt

from claimcheck.errors import InputError


def parse_day(words: object) -> dt.date | None:
    """
    Read a day such as "2024-06-18", with or without a time behind it.

    Raises:
        InputError: It is not a day of the calendar.
    """
    if words in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(str(words)[:10])
    except ValueError:
        message = f'"{words}" is not a day; write it as YYYY-MM-DD.'
        raise InputError(message) from None
