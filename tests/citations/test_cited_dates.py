"""Dates: as notes print them, and as addresses carry them."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.citations.addresses import date_in_address
from claimcheck.citations.citation_dates import csl_date, find_cited_dates

PRINTED = [
    ("month first", "May 6, 2014", {"date-parts": [[2014, 5, 6]]}),
    ("day first", "6 May 2014", {"date-parts": [[2014, 5, 6]]}),
    ("year first", "2014, May 6", {"date-parts": [[2014, 5, 6]]}),
    ("Vancouver", "2014 Mar 6", {"date-parts": [[2014, 3, 6]]}),
    ("ISO 8601", "2014-05-06", {"date-parts": [[2014, 5, 6]]}),
    ("a month", "May 2014", {"date-parts": [[2014, 5]]}),
    ("two months", "May-June 2014", {"date-parts": [[2014, 5], [2014, 6]]}),
    ("days", "25-27 July 2023", {"date-parts": [[2023, 7, 25], [2023, 7, 27]]}),
    ("a season", "Spring 2014", {"date-parts": [[2014]], "season": 1}),
    ("years", "2013-2015", {"date-parts": [[2013], [2015]]}),
    ("a short second year", "2013-15", {"date-parts": [[2013], [2015]]}),
    ("a hedge", "c. 1954", {"date-parts": [[1954]], "circa": True}),
    ("a letter", "2014a", {"date-parts": [[2014]]}),
    ("points", "31.12.2014", {"date-parts": [[2014, 12, 31]]}),
    ("slashes, day above 12", "31/12/2014", {"date-parts": [[2014, 12, 31]]}),
    ("slashes, order unknown", "05/06/2014", {"date-parts": [[2014]]}),
]
ADDRESSES = [
    ("a day", "https://x.example/2022/09/05/a.html", "2022-09-05", "2022-09-05"),
    ("a month", "https://x.example/story/2022/03/113", "2022-03-01", "2022-03-31"),
    ("a month's name", "http://x.example/2017/sep/09/a", "2017-09-09", "2017-09-09"),
    ("a suffix", "https://x.example/a-b-2022-10-03/", "2022-10-03", "2022-10-03"),
    ("digits", "https://x.example/a-04202021162846.html", "2021-04-20", "2021-04-20"),
    ("year first", "https://x.example/a-20220905.html", "2022-09-05", "2022-09-05"),
]  # fmt: skip
UNDATED = [
    ("a DOI", "https://doi.org/10.3000/1810-6374-2020-18-3-152-176"),
    ("a DOI on a publisher's page", "https://x.example/doi/10.1000/2020-10-02"),
    ("an identifier", "https://x.example/articles/13897237"),
    ("an issue number", "http://x.example/weekly/2016/0697/b06.php"),
    ("a copy in an archive", "https://web.archive.org/web/20200101/http://x.example"),
    ("a query", "https://x.example/a?date=2020-01-02"),
    ("a month that does not exist", "https://x.example/2020/13/a"),
]


@pytest.mark.parametrize(("why", "words", "expected"), PRINTED)
def test_printed_date(why: str, words: str, expected: dict[str, object]) -> None:
    """A printed date is read with its grain; nothing is added to it."""
    dates = find_cited_dates(f"({words})", 0, len(words) + 2)
    assert [expected] == [csl_date(date) for date in dates], why


@pytest.mark.parametrize(
    "words", ["30 February 2019", "pp. 101-120", "no. 45", "1,954 people", "v2014"]
)
def test_no_date(words: str) -> None:
    """Days that do not exist, pages and counts give no calendar day."""
    dates = find_cited_dates(words, 0, len(words))
    assert [] == [date for date in dates if date.day is not None]


@pytest.mark.parametrize(("why", "url", "first", "last"), ADDRESSES)
def test_address_date(why: str, url: str, first: str, last: str) -> None:
    """The date in an address is read with the days it allows."""
    found = date_in_address(url)
    assert found is not None, why
    expected = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert expected == (found.first, found.last), why


@pytest.mark.parametrize(("why", "url"), UNDATED)
def test_address_without_date(why: str, url: str) -> None:
    """What only looks like a date in an address is not read."""
    assert date_in_address(url) is None, why
