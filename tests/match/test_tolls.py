"""How tolls are read, and what becomes of two reports of one event."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import Matches, match_claims
from claimcheck.match.frames import build_frames
from claimcheck.match.tolls import find_tolls

MONDAY = dt.date(2021, 5, 10)
TUESDAY = dt.date(2021, 5, 11)
YEARS_LATER = dt.date(2024, 3, 2)
ARTICLE = "A wall of mud hit Velmora on Sunday. "


def reports(*texts: tuple[str, dt.date | None]) -> Matches:
    """Match articles of given days."""
    return match_claims([source(t, f"{i}", day) for i, (t, day) in enumerate(texts)])


@pytest.mark.parametrize(
    ("text", "kind", "who", "amount"),
    [
        ("Typhoon Kalo killed 31 people.", "killed", "people", "31"),
        ("Thirty-one miners lost their lives.", "killed", "miner", "Thirty-one"),
        ("The fire cost 12 lives.", "killed", "people", "12"),
        ("The death toll from Typhoon Kalo rose to 19.", "killed", "people", "19"),
        ("Officials put the number of dead at 31.", "killed", "people", "31"),
        ("Seventeen deaths were confirmed.", "killed", "people", "Seventeen"),
        ("Twelve people are dead.", "killed", "people", "Twelve"),
        ("At least 28 bodies were recovered.", "killed", "people", "At least 28"),
        ("The blast wounded 60 people.", "injured", "people", "60"),
        ("The number of injured rose to 52.", "injured", "people", "52"),
        ("Eleven sailors remain missing.", "missing", "sailor", "Eleven"),
        ("Some 900 villagers were evacuated.", "evacuated", "villager", "Some 900"),
        ("The flood left 300 people homeless.", "evacuated", "people", "300"),
        ("Police detained 120 protesters.", "detained", "protester", "120"),
        ("Police made 40 arrests.", "detained", "people", "40"),
    ],
)
def test_a_toll_tells_what_befell_whom(
    text: str, kind: str, who: str, amount: str
) -> None:
    """A count of those killed, hurt, missing, driven out or detained is a toll."""
    tolls = [t for f in build_frames(source(text, "a")) for t in find_tolls(f)]
    assert [(t.kind, t.who, t.amount.text) for t in tolls] == [(kind, who, amount)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Two gunmen killed a guard.", "a count of those who did it"),
        ("The school for injured pilots has 40 places.", "a count of places"),
        ("The dead painter left 12 canvases.", "a count of things left"),
        ("The number of students rose to 400.", "students suffer nothing"),
        ("Typhoon Kalo did not kill 31 people.", "denied"),
        ("The death toll rose by 12.", "a rise, not a level"),
        ("Car accidents killed 1,200 people in 2021.", "a year's figure"),
        ("The fever kills 400 people a year.", "a rate"),
    ],
)
def test_what_is_no_toll(text: str, reason: str) -> None:
    """Counts of doers, of things and of a year's cases are compared by other rules."""
    frames = build_frames(source(text, "a", dt.date(2021, 12, 20)))
    assert [t for f in frames for t in find_tolls(f)] == [], reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Typhoon Kalo killed 31 people on Saturday.", MONDAY),
        ("By Saturday Typhoon Kalo had killed 31 people.", dt.date(2021, 5, 8)),
        ("The toll stood at 31 on Saturday.", dt.date(2021, 5, 8)),
        ("As of 7 May, 31 people were confirmed dead.", dt.date(2021, 5, 7)),
    ],
)
def test_a_toll_has_the_day_of_its_counting(text: str, day: dt.date) -> None:
    """A count dated "by" or "as of" a day has that day, any other its report's."""
    (toll,) = (
        t for f in build_frames(source(text, "a", MONDAY)) for t in find_tolls(f)
    )
    assert toll.day == day


def test_same_day_tolls_of_two_papers_are_worth_a_look() -> None:
    """Two reports of one day with two tolls are possible, and the rule says so."""
    (finding,) = reports(
        ("Typhoon Kalo killed 31 people on Sunday.", MONDAY),
        ("At least 36 people were killed by Typhoon Kalo.", MONDAY),
    ).findings
    assert (finding.verdict, finding.rule) == ("possible", "reports differ")
    assert finding.question == (
        "How many people did Typhoon Kalo kill, as reported on 10 May 2021?"
    )
    assert finding.why.startswith("reports differ, as reported on 10 May 2021: ")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ARTICLE + "Twelve people in Velmora were injured.",
            ARTICLE + "Some 20 people were hurt in Velmora.",
        ),
        (
            "Eleven sailors from the Mirelle are missing.",
            "Nine sailors from the Mirelle are missing.",
        ),
        (
            "Some 4,000 people were evacuated from Velmora.",
            "About 2,500 people were evacuated from Velmora.",
        ),
        (
            "Police in Velmora detained 120 protesters on Sunday.",
            "On Sunday 85 protesters were arrested in Velmora.",
        ),
        (
            "The number of dead in Velmora stands at 14.",
            "In Velmora 17 people were killed.",
        ),
    ],
)
def test_every_kind_of_toll_is_compared_on_its_day(left: str, right: str) -> None:
    """Injured, missing, evacuated and detained people are compared as the dead are."""
    findings = reports((left, MONDAY), (right, MONDAY)).findings
    assert [(f.kind, f.verdict) for f in findings] == [("count", "possible")]


def test_a_toll_that_rises_with_its_reports_has_changed() -> None:
    """The toll of the next day is no finding, and is labelled as changed."""
    matches = reports(
        ("Typhoon Kalo killed 31 people on Sunday.", MONDAY),
        ("The death toll from Typhoon Kalo has risen to 44.", TUESDAY),
    )
    assert matches.findings == ()
    assert [d.label for d in matches.differences] == ["changed"]
    assert "31 by 10 May 2021 and 44 by 11 May 2021" in matches.differences[0].why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ("The final death toll of Typhoon Kalo is 61.", TUESDAY),
            ("In all, Typhoon Kalo killed 66 people.", MONDAY),
        ),
        (
            ("Typhoon Kalo killed 61 people in May 2021.", YEARS_LATER),
            ("Typhoon Kalo killed 66 people in May 2021.", dt.date(2023, 1, 9)),
        ),
        (
            ("Typhoon Kalo killed 61 people, an inquiry found.", YEARS_LATER),
            ("Typhoon Kalo killed 66 people in May 2021.", YEARS_LATER),
        ),
    ],
)
def test_final_tolls_exclude_each_other(
    left: tuple[str, dt.date], right: tuple[str, dt.date]
) -> None:
    """Tolls that are called final, or looked back on, cannot both be right."""
    (finding,) = reports(left, right).findings
    assert (finding.kind, finding.verdict) == ("count", "conflict")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Typhoon Kalo killed 31 people.",
            "Typhoon Minna killed 44 people.",
            "two storms",
        ),
        (
            "Typhoon Kalo killed 31 people.",
            "Typhoon Kalo killed 12 people in Velmora.",
            "one town of several",
        ),
        (
            "Typhoon Kalo killed 31 people.",
            "Typhoon Kalo killed nine children.",
            "some of them",
        ),
        (
            "Typhoon Kalo killed 31 people.",
            "Typhoon Kalo injured 44 people.",
            "the dead and the hurt",
        ),
        (
            "Typhoon Kalo killed at least 31 people.",
            "Typhoon Kalo killed 34 people.",
            "at least so many",
        ),
        (
            "Typhoon Kalo killed 31 people on Saturday.",
            "Typhoon Kalo killed 44 people in 1999.",
            "a namesake of another year",
        ),
        (
            "Eleven of the 132 people aboard the Mirelle were hurt.",
            "Eleven people aboard the Mirelle were injured.",
            "those aboard are not all hurt",
        ),
        (
            "Typhoon Kalo killed 31 people. It killed 19 people, the mayor had said.",
            "Typhoon Kalo killed 34 people.",
            "one source has two counts in mind",
        ),
    ],
)
def test_tolls_that_may_both_be_right(left: str, right: str, reason: str) -> None:
    """Other events, parts, groups and open bounds are no disagreement on one day."""
    assert reports((left, MONDAY), (right, MONDAY)).findings == (), reason


def test_reports_of_one_toll_agree() -> None:
    """Two papers of two days that print one toll bear each other out."""
    agreements = reports(
        ("Typhoon Kalo killed 31 people on Sunday.", MONDAY),
        ("The storm's victims are mourned: Typhoon Kalo killed 31 people.", TUESDAY),
    ).agreements
    assert ("count", "31") in [(a.kind, a.value) for a in agreements]


def test_tolls_of_articles_without_a_day_are_not_compared() -> None:
    """Where neither the count nor the article has a day, nothing is said."""
    text = "Typhoon Kalo killed {} people."
    matches = reports((text.format(31), None), (text.format(44), None))
    assert matches.findings == ()
