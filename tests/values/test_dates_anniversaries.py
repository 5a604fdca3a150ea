"""Anniversaries of dated events."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.values.dates import extract_dates

PUBLISHED = dt.date(2011, 4, 13)


def read(text: str) -> list[tuple[str, str]]:
    """Return the words and EDTF text of the dates that rest on their context."""
    dates = extract_dates(text, PUBLISHED)
    return [(d.text, d.edtf) for d in dates if d.basis == "context"]


TOLD = [
    ("The town marked the 30th anniversary of the first launch on April 12, 2011.",
     [("the 30th anniversary", "2011-04-12")], "thirty years on it lies far ahead"),
    ("They marked the 50th anniversary of the flood on 20 July 1961.",
     [("the 50th anniversary", "2011-07-20")], "fifty years on it is near"),
    ("It was the tenth anniversary of the fire in May 2001.",
     [("the tenth anniversary", "2011-05")], "a month"),
    ("The 25th anniversary of the strike on Tuesday was quiet.",
     [("The 25th anniversary", "2011-04-12")], "a relative date"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "reason"), TOLD)
def test_the_number_tells_whose_date_it_is(
    text: str, found: list[tuple[str, str]], reason: str
) -> None:
    """The reading that brings the anniversary near the document is taken."""
    assert found == read(text), reason


OPEN = [
    ("On the 20th anniversary of his death in 1987 it closed.", "neither is near"),
    ("The first anniversary of the coup of 14 April 2010 was calm.", "both are near"),
    ("The May 30th anniversary of the coup of 14 April 1981 was calm.", "a day"),
    ("They met on its 5th anniversary. In 2006 it burned.", "another sentence"),
    ("The fire of 2001 had an anniversary.", "no number"),
    ("It was the 10th anniversary of the fair, and in May 2001 he left.",
     "another clause"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), OPEN)
def test_an_anniversary_that_nothing_dates_is_left(text: str, reason: str) -> None:
    """Where both readings will do, or none, no day is made up."""
    assert [] == read(text), reason


def test_without_a_document_date_nothing_tells() -> None:
    """The number tells only beside the document's own date."""
    text = "The 30th anniversary of the launch on April 12, 2011."
    assert [d.edtf for d in extract_dates(text)] == ["2011-04-12"]
