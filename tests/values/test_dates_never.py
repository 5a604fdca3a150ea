"""What looks like a date and is none."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.values.dates import extract_dates

PUBLISHED = dt.date(2024, 6, 19)

NEVER = [
    ("This may help the region.", "a modal verb"),
    ("The troops march on.", "a verb"),
    ("Covid-19 spread.", "a name with a number"),
    ("He flew an F-16 over STS-133.", "codes"),
    ("Resolution 2375 was adopted.", "a resolution's number"),
    ("See pp. 1995-1999 and page 1998.", "pages"),
    ("They won 2-1 and 3-2.", "scores"),
    ("Call 202-555-0143.", "a telephone number"),
    ("It costs $2000.", "a price"),
    ("About 2000 people came.", "a count"),
    ("A 2000-strong crowd came.", "a count with a hyphen"),
    ("They shipped 2015 tonnes.", "an amount"),
    ("Version 2.0.1 is out.", "a version"),
    ("He was the 2 of 3.", "numbers"),
    ("4/5 of voters agreed.", "a fraction"),
    ("A 24/7 service.", "an idiom"),
    ("It opens every Monday and on Fridays.", "habits"),
    ("The Sunday Times said so.", "a newspaper"),
    ("He is in his sixties.", "an age"),
    ("The 35-year-old left on a three-day visit.", "ages and durations"),
    ("They talked for three days.", "a duration"),
    ("She lives on Easter Island.", "a place"),
    ("It starts at 17:30.", "a time of day"),
    ("Send it to 192.168.2.1.", "an address"),
    ("ISBN 978-3-16-148410-0", "a book's number"),
    ("May I ask who will fall?", "verbs"),
    ("The valley in the 5th century BC.", "before our era"),
    ("A temple of 1300 B.C. and a wall of 1200 BCE.", "before our era, too"),
    ("She placed an AD 30 seconds long.", "an advertisement"),
    ("It rained on 26 of the 30 days of the fair.", "a count of days"),
    ("It ended five weeks later than planned.", "a comparison"),
    ("One in 2000 has it, at 1500 GMT.", "a rate and a time of day"),
    ("A tradition 2000 years old, of 1709 pupils.", "an age and a count"),
    ("Pay ABC 2000 for it.", "an amount with a currency code"),
    ("The boy who lived on Jan Mayen.", "an initialism's letters and an island"),
    ("He met a Tuesday group on any given Sunday.", "no Tuesday in particular"),
    ("Mr. March wrote The Day After Tomorrow.", "a person and a title"),
    ("In the coming years it may fall.", "no year in particular"),
    ("They set the date and marked the date of the storm.", "a date to come"),
    ("Up to date maps of the date palm.", "other dates"),
    ("At the end of the day, at the end of the line.", "idioms"),
    ("https://example.org/2017/09/09/story", "an address"),
]


@pytest.mark.parametrize(("sentence", "reason"), NEVER)
def test_no_date_is_found(sentence: str, reason: str) -> None:
    """A text without a date yields none."""
    assert extract_dates(sentence, PUBLISHED) == (), reason


NEAR = [
    ("Theresa May spoke in May 2018.", ["May 2018"]),
    ("Resolution 1718 (2006) stands.", ["2006"]),
    ("The 2017 sanctions bit.", ["2017"]),
    ("On Friday, the twelfth man left.", ["Friday"]),
    ("17 years after the first blast, in 2016.", ["2016"]),
    ("Halfway through 2019 he left.", ["2019"]),
    ("A June report warned that Mr June left.", ["June"]),
    ("On the 2nd floor on June 2, 2020.", ["June 2, 2020"]),
    ("At 5 pm on Tuesday, 4 May 2021.", ["Tuesday, 4 May 2021"]),
    ("In March we march.", ["March"]),
    ("April Jones and August Wilson came in June.", ["June"]),
    ("Saturday Night Live aired on Saturday night.", ["Saturday night"]),
]


@pytest.mark.parametrize(("sentence", "words"), NEAR)
def test_only_the_date_beside_it_is_found(sentence: str, words: list[str]) -> None:
    """What is refused does not hide the date next to it."""
    assert words == [d.text for d in extract_dates(sentence, PUBLISHED)]
