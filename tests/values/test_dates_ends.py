"""The dates named inside another: the ends of a range and the date of a bound."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.values.dates import extract_dates

ENDS = [
    # Both ends take the year that is told once.
    (
        "It ran from January 23 through March 9, 2014.",
        [("January 23", "2014-01-23"), ("March 9, 2014", "2014-03-09")],
    ),
    ("Output fell between 1980 and 2012.", [("1980", "1980"), ("2012", "2012")]),
    ("It has been open since 2007.", [("2007", "2007")]),
    (
        "It ran until March of last year.",
        [("March of last year", "2023-03"), ("last year", "2023")],
    ),
    ("It closes before May 2024.", [("May 2024", "2024-05")]),
    # A deadline at the end of something is its last day; a time spent there is not.
    ("It closes by the end of 2025.", [("the end of 2025", "2025-12-31")]),
    ("Nobody pays until the end of May.", [("the end of May", "2025-05-31")]),
    ("It has slowed since the end of 2019.", [("the end of 2019", "2019-09/2019-12")]),
    # A date that another is counted or cut from.
    ("It came two days after May 5, 2021.", [("May 5, 2021", "2021-05-05")]),
    ("It was sold earlier this year.", [("this year", "2024")]),
    ("He comes on March 11 next year.", [("next year", "2025")]),
    # No end: a single date, a run of days, a part, an amount of time.
    ("It opened in May 2014.", []),
    ("He came on July 25-27, 2023.", []),
    ("It was built in late 2022.", []),
    ("It took the first five months of 2024.", []),
]


@pytest.mark.parametrize(("text", "ends"), ENDS)
def test_a_range_names_its_ends(text: str, ends: list[tuple[str, str]]) -> None:
    """Each named date stands inside the whole, in order, with its own days."""
    (date,) = extract_dates(text, dt.date(2024, 6, 18))
    assert ends == [(end.text, end.edtf) for end in date.ends]
    for end in date.ends:
        assert date.span.contains(end.span)
        assert end.span.of(text) == end.text
