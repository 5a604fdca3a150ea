"""Days told by an event: "the opening night", "day five of the cup"."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.values.dates import extract_dates

# A Wednesday.
PUBLISHED = dt.date(2024, 6, 19)


def read(text: str) -> list[tuple[str, str]]:
    """Return the words and EDTF text of the dates that rest on their context."""
    dates = extract_dates(text, PUBLISHED)
    return [(d.text, d.edtf) for d in dates if d.basis == "context"]


BESIDE = [
    ("On Friday, the opening night, the hall was full.",
     [("the opening night", "2024-06-14")], "a date before it, between commas"),
    ("Opening day, 3 May 2024, of the boat show drew thousands.",
     [("Opening day", "2024-05-03")], "a date after it, before the event"),
    ("Yesterday, day two of the regatta, brought no wind.",
     [("day two", "2024-06-18")], "a relative date"),
    ("The talks entered their third day on Tuesday.",
     [("third day", "2024-06-18")], "joined by a preposition"),
    ("Thursday was the closing day of the expo.",
     [("the closing day", "2024-06-13")], "joined by a verb"),
    ("Saturday's opening day was sold out.",
     [("opening day", "2024-06-15")], "a possessive"),
    ("The first night of the carnival (8 June) was wet.",
     [("The first night", "2024-06-08")], "in brackets"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "reason"), BESIDE)
def test_a_date_in_apposition_dates_the_day(
    text: str, found: list[tuple[str, str]], reason: str
) -> None:
    """A day of an event takes the date that stands beside it."""
    assert found == read(text), reason


COUNTED = [
    (("The harbour festival opened on 7 June 2024. On day three of the festival a mast "
     "fell."), [("day three", "2024-06-09")], "from the first day"),
    (("Rescuers reached the shaft on day six of the search. The search began on 3 May "
     "2024."), [("day six", "2024-05-08")], "from a first day told later"),
    ("The siege began on 2 March 1992. By day 400 of the siege no bridge stood.",
     [("day 400", "1993-04-05")], "over many months"),
    (("The book fair runs from 12 to 16 June 2024. Prices drop on the final day of the "
     "fair."), [("the final day", "2024-06-16")], "from a span"),
    (("The July 1-5, 2024 summit drew crowds. On the opening day of the summit nobody "
     "spoke."), [("the opening day", "2024-07-01")], "from a span before the noun"),
    (("The strike started on 3 June 2024. By its fourth day buses had stopped, and the "
     "strike spread."), [("fourth day", "2024-06-06")], "the event of its sentence"),
    (("On Saturday, day four of the tour, he fell. The third or fourth day of the tour "
     "is the hardest."),
     [("day four", "2024-06-15"), ("The third or fourth day", "2024-06-14/2024-06-15")],
     "two days, from a day in the middle"),
    (("The trial of two men began on Monday. On the second day of the trial a juror "
     "fell ill."), [("the second day", "2024-06-18")], "within a working week"),
    ("Day two: rain\n\nYesterday, day two of the regatta, brought no wind.",
     [("Day two", "2024-06-18"), ("day two", "2024-06-18")], "a headline"),
    (("On Friday, the opening night, the hall was full. Critics left early on opening "
     "night."), [("the opening night", "2024-06-14"), ("opening night", "2024-06-14")],
     "the same words again"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "reason"), COUNTED)
def test_a_day_counts_from_another_of_its_event(
    text: str, found: list[tuple[str, str]], reason: str
) -> None:
    """A dated day of an event dates its others."""
    assert found == read(text), reason


SILENT = [
    (("The Leeds fair opened on 3 June. The York fair opened on 5 June. On the third "
     "day of the fair it rained."), "two events compete"),
    ("The Oslo summit opened on 3 June. On day two of the Cairo summit they left.",
     "events of two names"),
    ("The 2019 fair opened on 3 June 2019. On day two of the 2022 fair it burned.",
     "events of two years"),
    ("The trial began on Monday. On day nine of the trial he was back.",
     "courts rest at weekends"),
    (("The summit was to open on 3 June but was postponed. On day two of the summit "
     "they left."), "a plan that did not hold"),
    ("The fair runs from 3 to 5 June. On day six of the fair it was empty.",
     "past its last day"),
    ("After losing on Monday, the final day brought relief.", "no apposition"),
    ("By the final day, Monday's lead had gone.", "no apposition either"),
    ("He slept all day five times. One day two men came.", "counts after a noun"),
    ("On the last day of his life he wrote.", "no date at all"),
    ("She remembers her opening night and the first day of school.", "no date at all"),
    ("The fair opened on 3 June. On the second day of her visit she left.",
     "another event"),
    ("The fair opened on 3 June. It was an opening day like any other.",
     "no day in particular"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), SILENT)
def test_a_day_that_nothing_places_is_left(text: str, reason: str) -> None:
    """Where events compete or nothing is dated, no day is made up."""
    assert [] == read(text), reason
