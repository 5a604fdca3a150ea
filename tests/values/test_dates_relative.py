"""Dates that are counted from the document's date or from the date named last."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.values.dates import extract_dates

# A Wednesday.
PUBLISHED = dt.date(2024, 6, 19)


def read(text: str) -> list[tuple[str, str]]:
    """Return each date's words and EDTF text."""
    return [(d.text, d.edtf) for d in extract_dates(text, PUBLISHED)]


FROM_DOCUMENT = [
    ("He left nine months ago.", "nine months ago", "2023-09"),
    ("It burned two years ago.", "two years ago", "2022"),
    ("It was seen a week ago.", "a week ago", "2024-06-10/2024-06-16"),
    ("Two to three years ago it was new.", "Two to three years ago", "2021/2022"),
    ("Half a year ago it was new.", "Half a year ago", "2023-12"),
    ("It opened a year and three months ago.", "a year and three months ago",
     "2023-03"),
    ("It closed two weeks and three days ago.", "two weeks and three days ago",
     "2024-06-02"),
    ("It was sealed four business days ago.", "four business days ago", "2024-06-13"),
    ("The next 4 working days are free.", "The next 4 working days",
     "2024-06-20/2024-06-25"),
    ("He sat the previous 3 business days.", "the previous 3 business days",
     "2024-06-14/2024-06-18"),
    ("He returns on the next working day.", "the next working day", "2024-06-20"),
    ("She is out for 3 days from today.", "3 days from today",
     "2024-06-19/2024-06-21"),
    ("The launch is set for 3 days from today.", "3 days from today", "2024-06-22"),
    ("It closed a fortnight ago.", "a fortnight ago", "2024-06-03/2024-06-09"),
    ("It was built in September two years ago.", "September two years ago",
     "2022-09"),
    ("It will not be paid this year or next.", "this year or next", "2024/2025"),
    ("The summer before last was wet.", "The summer before last", "2022-06/2022-08"),
    ("It opened in the last 48 hours.", "the last 48 hours", "2024-06-17/2024-06-19"),
    ("He comes back this coming Friday.", "this coming Friday", "2024-06-21"),
    ("Fifty years ago this Thursday he died.", "Fifty years ago this Thursday",
     "1974-06-20"),
    ("It closed a month and a half ago.", "a month and a half ago",
     "2024-05-01/2024-05-15"),
    ("It flew six and a half months ago.", "six and a half months ago",
     "2023-12-01/2023-12-15"),
    ("Over the past 2 1/2 months it grew.", "the past 2 1/2 months",
     "2024-04-04/2024-06-19"),
    ("Five years ago today he died.", "Five years ago today", "2019-06-19"),
    ("Forty years ago this month it blew up.", "Forty years ago this month", "1984-06"),
    ("Last month the port closed.", "Last month", "2024-05"),
    ("This week it opens.", "This week", "2024-06-17/2024-06-23"),
    ("It will open next year.", "next year", "2025"),
    ("He called last night.", "last night", "2024-06-18"),
    ("He called yesterday.", "yesterday", "2024-06-18"),
    ("He will call the day after tomorrow.", "the day after tomorrow", "2024-06-21"),
    ("It fell over the past three months.", "the past three months",
     "2024-03-19/2024-06-19"),
    ("It will grow in the next two years.", "the next two years",
     "2024-06-20/2026-06-19"),
    ("In the first five months of this year it fell.",
     "the first five months of this year", "2024-01/2024-05"),
    ("They will visit later this month.", "later this month", "2024-06-19/2024-06-30"),
    ("They came earlier this month.", "earlier this month", "2024-06-01/2024-06-19"),
    ("So far this year it rained.", "So far this year", "2024-01-01/2024-06-19"),
    ("Late last month it rained.", "Late last month", "2024-05-21/2024-05-31"),
    ("Last August it rained.", "Last August", "2023-08"),
    ("Last Christmas it rained.", "Last Christmas", "2023-12-25"),
    ("He was hired the week before last.", "the week before last",
     "2024-06-03/2024-06-09"),
    ("It closes on the 5th of next month.", "the 5th of next month", "2024-07-05"),
    ("The talks begin Tuesday of next week.", "Tuesday of next week", "2024-06-25"),
    ("This working week is short.", "This working week", "2024-06-17/2024-06-21"),
    ("It was closed the last workweek.", "the last workweek", "2024-06-10/2024-06-14"),
    ("In March last year it froze.", "March last year", "2023-03"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf"), FROM_DOCUMENT)
def test_a_relative_date_counts_from_the_document(
    sentence: str, words: str, edtf: str
) -> None:
    """What is relative counts from the document's date and says so."""
    (found,) = extract_dates(sentence, PUBLISHED)
    assert (words, edtf, "document date") == (found.text, found.edtf, found.basis)


BY_TENSE = [
    ("She was freed on Monday.", "Monday", "2024-06-17"),
    ("She will be freed on Monday.", "Monday", "2024-06-24"),
    ("She spoke on Wednesday.", "Wednesday", "2024-06-19"),
    ("The vote was held in October.", "October", "2023-10"),
    ("The vote will be held in October.", "October", "2024-10"),
    ("It was signed on May 5.", "May 5", "2024-05-05"),
    ("It will be signed on May 5.", "May 5", "2025-05-05"),
]


@pytest.mark.parametrize(("sentence", "words", "edtf"), BY_TENSE)
def test_the_tense_tells_which_one_is_meant(
    sentence: str, words: str, edtf: str
) -> None:
    """A past tense means the last Monday or October, a future one the next."""
    assert [(words, edtf)] == read(sentence)


FROM_LAST_DATE = [
    ("She quit on March 3, 2021, and died two days later.", "2021-03-05"),
    ("The war began in 2014. A year later it ended.", "2015"),
    ("He spoke on 27 July 1953; the following year he left.", "1954"),
    ("It passed on 1 July 2020. The next day 300 were held.", "2020-07-02"),
    ("It sank on 3 May 1980. A service marked the date.", "1980-05-03"),
    ("It sank on 3 May 1980. On that date he wept.", "1980-05-03"),
    ("17 years after the first blast in 1999 it opened.", "2016"),
    ("Two days after the vote of lawmakers on 5 May 2020 he left.", "2020-05-07"),
    ("Two days after the vote he flew to Rome on 5 May 2020.", "2020-05-05"),
    ("The day before the derby on 5 May 2020 it snowed.", "2020-05-04"),
    ("It was drawn up in May 1871. Updated Sunday, 16 June.", "2024-06-16"),
    ("It was drawn up in May 1871. Burned Sunday, 18 June.", "1871-06-18"),
    ("Tests rose in 2022; the same year the pact lapsed.", "2022"),
    ("He came in July 2000. The state was six years away from a test.", "2006"),
    ("The election was held on 5 November 2020. Two days after the election he went.",
     "2020-11-07"),
    ("Easter 2013 was early; it came three days before Easter 2013.", "2013-03-28"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), FROM_LAST_DATE)
def test_an_anaphoric_date_counts_from_the_date_before(text: str, edtf: str) -> None:
    """What is "later", "following" or "the same" counts from the date named last."""
    assert edtf == read(text)[-1][1]


def test_a_coarse_date_does_not_carry_a_finer_one() -> None:
    """Two days after some year is no day: it is kept without bounds."""
    found = extract_dates("It began in 2010. Two days later it ended.", PUBLISHED)[-1]
    assert (found.text, found.first, found.basis) == ("Two days later", None, "none")


def test_without_a_document_date_nothing_is_guessed() -> None:
    """A relative date without an anchor is kept for its quote, with no bounds."""
    (found,) = extract_dates("Last month the port closed.")
    assert (
        found.text, found.first, found.last, found.edtf, found.basis
    ) == ("Last month", None, None, "", "none")  # fmt: skip


def test_a_weekday_and_the_years_around_it_fix_the_year() -> None:
    """June 18 is a Tuesday in 2024 alone of the years that the text speaks of."""
    text = "On Tuesday, June 18, he came. He had been there in 2023 and May 2024."
    found = extract_dates(text)[0]
    assert (found.edtf, found.basis) == ("2024-06-18", "context")


def test_a_bare_month_takes_the_time_of_its_passage() -> None:
    """A day without a year belongs to the dated story it stands in."""
    text = "The crisis began on 14 October 1962. On October 28 it was over."
    found = extract_dates(text, PUBLISHED)[-1]
    assert (found.edtf, found.basis) == ("1962-10-28", "context")


def test_a_bare_month_takes_the_time_of_the_event_beside_it() -> None:
    """An event that the text has dated gives its year to a month beside it."""
    text = (
        "The strike of miners in February 2022 spread fast.\n\n"
        "In early March, soon after the strike began, the port closed."
    )
    assert read(text)[-1][1] == "2022-03-01/2022-03-10"


def test_a_past_tense_keeps_a_month_before_the_peg() -> None:
    """Without a document date, a day with its weekday stands in for it."""
    text = (
        "On Tuesday, June 18, he came, after trips to Minsk in May 2024. "
        "They had met in September."
    )
    assert ["2024-06-18", "2024-05", "2023-09"] == [d.edtf for d in extract_dates(text)]


OWN_TIME = [
    ("He took over in May 2011. On July 3 he was in Oslo.", "2011-07-03",
     "the story goes on"),
    ("It was signed on 10 June 1963. Talks had begun in April.", "1963-04",
     "the story reaches back"),
    ("He took over in July 2010. On June 8 he was in Oslo.", "2024-06-08",
     "too late for the story, and too early"),
    ("A memoir came out in October 2004, after that of 1970. He was ill in May.",
     "2024-05", "another year was named since"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf", "reason"), OWN_TIME)
def test_a_yearless_day_is_recent_unless_the_story_goes_on(
    text: str, edtf: str, reason: str
) -> None:
    """A story of another time keeps only the days that can follow what it told."""
    assert edtf == read(text)[-1][1], reason


def test_a_mere_year_does_not_date_a_month() -> None:
    """A month after "in 2022" may be of the document's year: it stays open."""
    text = "They drew a protest in 2022, and in March it was renewed."
    assert ["2022", ""] == [d.edtf for d in extract_dates(text)]


def test_a_running_date_without_a_document_date_stays_open() -> None:
    """The years "2014-present" have a first day even where the present is unknown."""
    (found,) = extract_dates("He was in office 2014-present.")
    assert found.edtf == "2014/.."


SHARED = [
    ("It rained in June and July 2020.", ["2020-06", "2020-07"]),
    ("In December and January 2021 it froze.", ["2020-12", "2021-01"]),
    ("In 2020, on March 5, he left.", ["2020", "2020-03-05"]),
    ("In 2019, between May and July, it sank.", ["2019", "2019-05/2019-07"]),
]


@pytest.mark.parametrize(("sentence", "edtf"), SHARED)
def test_joined_dates_share_a_year(sentence: str, edtf: list[str]) -> None:
    """A year that is said once holds for the dates that are joined to it."""
    assert edtf == [date.edtf for date in extract_dates(sentence, PUBLISHED)]


def test_a_duration_is_no_date() -> None:
    """The words "in two weeks" are a date only where the sentence looks ahead."""
    assert read("In two weeks the army took the town.") == []
    assert [w for w, _ in read("The army will leave in two weeks.")] == ["in two weeks"]


@pytest.mark.parametrize(
    "text",
    [
        "On the following day shares fell.",
        "In the same month the firm was sold; the following day it closed.",
    ],
)
def test_what_follows_nothing_named_has_no_date(text: str) -> None:
    """A following day counts from what was told, never from the article's day."""
    dates = extract_dates(text, PUBLISHED)
    assert [d.edtf for d in dates if d.text.startswith("the following")] == [""]
