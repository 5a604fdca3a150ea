"""Every grain and form of date, each in a sentence of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.values.dates import extract_dates

# A Wednesday.
PUBLISHED = dt.date(2024, 6, 19)


def read(text: str) -> list[tuple[str, str]]:
    """Return each date's words and EDTF text."""
    return [(d.text, d.edtf) for d in extract_dates(text, PUBLISHED)]


STATED = [
    # day
    ("The bridge fell on 25 July 2023.", "25 July 2023", "2023-07-25"),
    ("It opened on July 25, 2023 in the rain.", "July 25, 2023", "2023-07-25"),
    ("They met on the 1st of March 2021.", "the 1st of March 2021", "2021-03-01"),
    ("The twenty-first of March 2003 was cold.", "The twenty-first of March 2003",
     "2003-03-21"),
    ("Filed Oct. 5, 2012, in court.", "Oct. 5, 2012", "2012-10-05"),
    ("Signed on Friday, 13 May 2011.", "Friday, 13 May 2011", "2011-05-13"),
    ("The file is dated 2023-07-25.", "2023-07-25", "2023-07-25"),
    ("Stamped 15.2.2013 at the border.", "15.2.2013", "2013-02-15"),
    ("Received 10/31/1974 by post.", "10/31/1974", "1974-10-31"),
    ("The log of 31-Oct-74 is lost.", "31-Oct-74", "1974-10-31"),
    ("Born on January first, two thousand and five.",
     "January first, two thousand and five", "2005-01-01"),
    # days
    ("He stayed on July 25-27, 2023.", "July 25-27, 2023", "2023-07-25/2023-07-27"),
    ("From 13 to 15 July 2019 it rained.", "13 to 15 July 2019",
     "2019-07-13/2019-07-15"),
    ("On 5 and 6 May 2014 they voted.", "5 and 6 May 2014", "2014-05-05/2014-05-06"),
    ("On May 3, 4 and 5, 2014, it snowed.", "May 3, 4 and 5, 2014",
     "2014-05-03/2014-05-05"),
    # month
    ("In July 2023 prices fell.", "July 2023", "2023-07"),
    ("By March of 2020 it was over in May, 2021.", "May, 2021", "2021-05"),
    ("The 2017 April edition sold out.", "2017 April", "2017-04"),
    # quarter, half, season
    ("Profit rose in Q3 2021.", "Q3 2021", "2021-07/2021-09"),
    ("The third quarter of 2018 was weak.", "The third quarter of 2018",
     "2018-07/2018-09"),
    ("H1 2022 was better.", "H1 2022", "2022-01/2022-06"),
    ("In the summer of 2012 it was dry.", "the summer of 2012", "2012-06/2012-08"),
    ("The winter of 2010-11 was hard.", "The winter of 2010-11", "2010-12/2011-02"),
    # year, decade, century
    ("It was founded in 1884.", "1884", "1884"),
    ("In the year 2000 nothing broke.", "the year 2000", "2000"),
    ("The team won in '98.", "'98", "1998"),
    ("The 1990s were lean.", "The 1990s", "199X"),
    ("In the nineties it closed.", "the nineties", "199X"),
    ("Music of the '60s.", "the '60s", "196X"),
    ("A 19th-century house.", "19th-century", "18XX"),
    ("In the 21st century it grew.", "the 21st century", "20XX"),
    # week, weekend
    ("Week 12 of 2014 was calm.", "Week 12 of 2014", "2014-03-17/2014-03-23"),
    ("The week of October 7, 2013 began well.", "The week of October 7, 2013",
     "2013-10-07/2013-10-13"),
    ("They left on the weekend of May 3, 2014.", "the weekend of May 3, 2014",
     "2014-05-03/2014-05-04"),
    ("It ended at year-end 2023.", "year-end 2023", "2023-12-31"),
    # a feast makes its weekend longer by the day it falls on
    ("Thanksgiving weekend 2023 was dry.", "Thanksgiving weekend 2023",
     "2023-11-23/2023-11-26"),
    ("Easter weekend 2023 was wet.", "Easter weekend 2023", "2023-04-07/2023-04-10"),
    ("On Labor Day weekend 2023 it burned.", "Labor Day weekend 2023",
     "2023-09-02/2023-09-04"),
    ("The weekend of Independence Day 2025 is full.",
     "The weekend of Independence Day 2025", "2025-07-04/2025-07-06"),
    # a day beside another
    ("The Monday after Easter 2015 was free.", "The Monday after Easter 2015",
     "2015-04-06"),
    ("The Friday before 5 May 2021 was free.", "The Friday before 5 May 2021",
     "2021-04-30"),
    ("Two years to the day after 5 May 2015 he died.",
     "Two years to the day after 5 May 2015", "2017-05-05"),
    # eras
    ("It erupted in AD 79.", "AD 79", "0079"),
    ("It was sacked in 410 AD.", "410 AD", "0410"),
    ("It fell in 79 A.D. and was lost.", "79 A.D.", "0079"),
    ("The 1990's were lean.", "The 1990's", "199X"),
    ("In line with Vision 2030's goals.", "2030's", "2030"),
    ("The vote is on the first Tuesday after the first Monday of November 2024.",
     "the first Tuesday after the first Monday of November 2024", "2024-11-05"),
    # feasts
    ("He died on Christmas Eve 2013.", "Christmas Eve 2013", "2013-12-24"),
    ("On Good Friday 2015 it snowed.", "Good Friday 2015", "2015-04-03"),
    ("Thanksgiving 2020 was quiet.", "Thanksgiving 2020", "2020-11-26"),
    ("The law followed 9/11 within weeks.", "9/11", "2001-09-11"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf"), STATED)
def test_a_stated_date_has_its_bounds(sentence: str, words: str, edtf: str) -> None:
    """A date that says everything is read whole and rests on its words alone."""
    assert (words, edtf) in read(sentence)


PARTS = [
    ("In late 2022 the talks stalled.", "late 2022", "2022-10/2022-12"),
    ("In early March 2021 it thawed.", "early March 2021", "2021-03-01/2021-03-10"),
    ("By the mid-1990s it had gone.", "the mid-1990s", "1993/1996"),
    ("In mid-October 2019 he fell ill.", "mid-October 2019", "2019-10-11/2019-10-20"),
    ("Mid-to-late 2021 was busy.", "Mid-to-late 2021", "2021-05/2021-12"),
    ("In the late 19th century it burned.", "the late 19th century", "1870/1899"),
    ("The second half of 2021 was worse.", "The second half of 2021",
     "2021-07/2021-12"),
    ("The first five months of 2023 were dry.", "The first five months of 2023",
     "2023-01/2023-05"),
    ("The last three years of the 1990s.", "The last three years of the 1990s",
     "1997/1999"),
    ("The first ten days of October 1950.", "The first ten days of October 1950",
     "1950-10-01/1950-10-10"),
    ("The third Monday of March 2021 was free.", "The third Monday of March 2021",
     "2021-03-15"),
    ("The last day of 2012 was a Monday.", "The last day of 2012", "2012-12-31"),
    ("The three months to June 2020 were bad.", "The three months to June 2020",
     "2020-04/2020-06"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf"), PARTS)
def test_a_part_of_a_period_is_narrower(sentence: str, words: str, edtf: str) -> None:
    """A word for a part keeps only that part of the period."""
    found = [(w.removeprefix("By "), e) for w, e in read(sentence)]
    expected = (words, edtf)
    bounded = (words, f"../{edtf.partition('/')[2]}")
    assert expected in found or bounded in found


RANGES = [
    ("From 1996 to 2010 it grew.", "From 1996 to 2010", "1996/2010"),
    ("Throughout 2000-2019 it shrank.", "2000-2019", "2000/2019"),
    ("The 2016-17 rules lapsed.", "2016-17", "2016/2017"),
    ("Between March and May 2018 they met.", "Between March and May 2018",
     "2018-03/2018-05"),
    ("From July 25 to August 3, 2023, he hid.", "From July 25 to August 3, 2023",
     "2023-07-25/2023-08-03"),
    ("He was away for ten days from 3 May 2021.", "ten days from 3 May 2021",
     "2021-05-03/2021-05-12"),
    ("Open October 2012 to March 2013.", "October 2012 to March 2013",
     "2012-10/2013-03"),
    ("June-July 2020 was dry.", "June-July 2020", "2020-06/2020-07"),
    ("June/July 2020 was dry.", "June/July 2020", "2020-06/2020-07"),
    ("10 June\N{EN DASH}12 July 2021", "10 June\N{EN DASH}12 July 2021",
     "2021-06-10/2021-07-12"),
    ("From the 1930s to the 1950s it stood.", "From the 1930s to the 1950s",
     "1930/1959"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf"), RANGES)
def test_a_range_is_one_date(sentence: str, words: str, edtf: str) -> None:
    """Both ends of a range make one closed interval, and share what one leaves out."""
    assert [(words, edtf)] == read(sentence)


BOUNDS = [
    ("Since 2014 it has been shut.", "Since 2014", "2014/.."),
    ("It has stood since early 2020.", "since early 2020", "2020/.."),
    ("Until 2022 it was open.", "Until 2022", "../2022"),
    ("The rains last through October 2025.", "through October 2025", "../2025-10"),
    ("Reply no later than 5 May 2021.", "no later than 5 May 2021", "../2021-05-05"),
    ("It will come no earlier than June 2025.", "no earlier than June 2025",
     "2025-06/.."),
    ("It fell no later than 2010.", "no later than 2010", "../2010"),
    ("Few came earlier than 1990.", "earlier than 1990", "../1989"),
    ("It was open up until May 2018.", "up until May 2018", "../2018-05"),
    ("Before 1990 few came.", "Before 1990", "../1989"),
    ("It stopped after 2017.", "after 2017", "2018/.."),
    ("The post-1991 order ended.", "post-1991", "1992/.."),
    ("Prior to 2010 it was free.", "Prior to 2010", "../2009"),
    ("They left by the end of 2019.", "by the end of 2019", "../2019"),
    ("They left before the end of 2019.", "before the end of 2019", "../2019"),
    ("They left before the start of 2019.", "before the start of 2019", "../2018"),
    ("From 2014 onwards it paid.", "From 2014 onwards", "2014/.."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf"), BOUNDS)
def test_a_bound_leaves_one_side_open(sentence: str, words: str, edtf: str) -> None:
    """A bound has only the day that was stated."""
    assert [(words, edtf)] == read(sentence)


def test_a_target_year_is_that_year() -> None:
    """The target "by 2050" is 2050, while "by the end of 2050" is a deadline."""
    assert read("Harvests would halve by 2050.") == [("by 2050", "2050")]


@pytest.mark.parametrize(
    "words", ["fiscal 2013", "FY2013-14", "the 2023-24 fiscal year", "Q4 FY2023"]
)
def test_a_fiscal_year_is_not_a_calendar_year(words: str) -> None:
    """Whose fiscal year it is, the text does not say, so its days stay open."""
    (found,) = extract_dates(f"Sales fell in {words}.", PUBLISHED)
    assert (found.first, found.last, found.basis) == (None, None, "none")


def test_a_document_settles_the_order_of_numeric_dates() -> None:
    """A day over 12 anywhere shows which number is the day everywhere."""
    day_first = read("Paid 04/05/2014, due 13/05/2014.")
    month_first = read("Paid 04/05/2014, due 05/13/2014.")
    assert [edtf for _, edtf in day_first] == ["2014-05-04", "2014-05-13"]
    assert [edtf for _, edtf in month_first] == ["2014-04-05", "2014-05-13"]


def test_the_stated_weekday_is_kept() -> None:
    """A weekday beside a date is kept even where the two disagree."""
    (found,) = extract_dates("On Monday, June 18, 2024, he left.")
    assert (1, dt.date(2024, 6, 18)) == (found.weekday, found.first)
