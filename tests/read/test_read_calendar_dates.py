"""Dates that stand alone, in addresses and in file names."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.read.calendar_dates import find_date, read_date
from claimcheck.read.url_dates import file_name_date, url_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-04-10", "2024-04-10"),
        ("2024/4/1", "2024-04-01"),
        ("3 May 2021", "2021-05-03"),
        ("3rd of May, 2021", "2021-05-03"),
        ("Tuesday, June 18, 2024", "2024-06-18"),
        ("Tues. 18 June 2024", "2024-06-18"),
        ("Sept. 9, 2017", "2017-09-09"),
        ("2024-06-18T08:00:00Z", "2024-06-18"),
        ("18 June 2024 10:30 GMT", "2024-06-18"),
        ("June 18, 2024 at 4:05 p.m. EDT", "2024-06-18"),
        ("March 2021", "2021-03"),
        ("June 18", "XXXX-06-18"),
        ("29 February", "XXXX-02-29"),
        ("18/06/2024", "2024-06-18"),
        ("06/18/2024", "2024-06-18"),
        ("05/05/2024", "2024-05-05"),
        pytest.param("04/10/2024", None, id="April or October: nothing is guessed"),
        pytest.param("31 February 2020", None, id="no such day"),
        pytest.param("2023-13-01", None, id="no such month"),
        pytest.param("3 May 20211", None, id="no year"),
        pytest.param("marching on", None, id="no month"),
        pytest.param("3 May 2021 was a day", None, id="a sentence"),
        pytest.param("2021", None, id="a year alone"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates_that_stand_alone(text: str, edtf: str | None) -> None:
    """A line that is one date is read, any other is not."""
    assert read_date(text) == edtf


@given(st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    """In each of the printed forms."""
    forms = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b. %Y", "%b %d %Y")
    for form in forms:
        assert read_date(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://example.org/2022/09/05/story", "2022-09-05"),
        ("https://example.org/world/2017/sep/09/story", "2017-09-09"),
        ("https://example.org/story-2022-10-03/", "2022-10-03"),
        ("https://example.org/20220905/story.html", "2022-09-05"),
        ("https://example.org/2022/03/story", "2022-03"),
        ("https://example.org/2022/march/story", "2022-03"),
        ("https://example.org/2022/09/05", "2022-09-05"),
        pytest.param("https://doi.org/10.1000/2020-08-03", None, id="a DOI"),
        pytest.param("https://example.org/2020-18-03", None, id="no such month"),
        pytest.param("https://example.org/2022/33/", None, id="no such month either"),
        pytest.param("https://example.org/rail-04202021162846", None, id="a serial"),
        pytest.param("https://example.org/2022", None, id="a year alone"),
        pytest.param("https://example.org/story?d=2022-10-03", None, id="a query"),
        pytest.param("http://[", None, id="no address"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates_in_addresses(url: str, edtf: str | None) -> None:
    """The forms of news sites, and digits that only look like them."""
    assert url_date(url) == edtf


@pytest.mark.parametrize(
    ("source", "edtf"),
    [
        ("wire/2024-06-18-visit.md", "2024-06-18"),
        ("20240618_visit.txt", "2024-06-18"),
        ("visit 2024.06.18.txt", "2024-06-18"),
        ("000_3820190101ae9ad95b80c.txt", None),
        ("visit-2024.txt", None),
        ("2024-06-18/visit.txt", None),
        ("20241318.txt", None),
    ],
)
def test_dates_in_file_names(source: str, edtf: str | None) -> None:
    """Only in the name itself, and never out of a longer number."""
    assert file_name_date(source) == edtf


@given(st.text())
def test_any_text_is_searched_for_a_date(text: str) -> None:
    """What is found lies inside the text."""
    found = find_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
