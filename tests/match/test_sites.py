"""Where a person was, across articles that came out within days."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import match_claims
from claimcheck.model import Finding

WEDNESDAY = dt.date(2024, 10, 9)
# A name that the two articles share besides the person's.
SCENE = "The Halvorsen Institute had called a press conference. "


def findings_of(left: str, right: str, days: int = 0) -> tuple[Finding, ...]:
    """Match two articles that came out *days* apart."""
    later = WEDNESDAY + dt.timedelta(days=days)
    return tuple(
        f
        for f in match_claims(
            [
                source(SCENE + left, "a", WEDNESDAY),
                source(SCENE + right, "b", later),
            ]
        ).findings
        if f.kind == "place"
    )


@pytest.mark.parametrize(
    ("left", "right", "texts"),
    [
        (
            "Police detained Leif Dorn at Skive airport in May 2024.",
            "Leif Dorn was picked up at Vejle airport in May 2024.",
            {"Skive airport", "Vejle airport"},
        ),
        (
            "On Tuesday a delegation met trade minister Edda Molin in Turin.",
            "Trade minister Edda Molin met the growers in Naples on Tuesday.",
            {"Turin", "Naples"},
        ),
        (
            "Leif Dorn was buried in Aarhus on Monday.",
            "Leif Dorn was buried in Odense on Monday.",
            {"Aarhus", "Odense"},
        ),
        (
            "Police arrested Leif Dorn at the Hotel Astor on Monday.",
            "Leif Dorn was arrested at the Hotel Regina on Monday.",
            {"the Hotel Astor", "the Hotel Regina"},
        ),
        (
            "Leif Dorn testified in Brussels on Monday.",
            "Leif Dorn testified in Ghent on Monday.",
            {"Brussels", "Ghent"},
        ),
    ],
)
def test_a_person_is_in_one_place_for_one_event(
    left: str, right: str, texts: set[str]
) -> None:
    """Who was arrested at one airport was not arrested at another."""
    (finding,) = findings_of(left, right)
    assert {p.text.removeprefix("the ") for p in finding.positions} == {
        text.removeprefix("the ") for text in texts
    }


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Edda Molin met the growers in Turin on Tuesday.",
            "Edda Molin met the growers in Naples on Monday.",
            "two days",
        ),
        (
            "Edda Molin met Arne Falk in Turin on Tuesday.",
            "Edda Molin met Signe Lund in Naples on Tuesday.",
            "two meetings of one day",
        ),
        (
            "Edda Molin met the growers in Italy on Tuesday.",
            "Edda Molin met the growers in Naples on Tuesday.",
            "the one lies in the other",
        ),
        (
            "Edda Molin met the growers in Turin on Tuesday.",
            "Edda Molin will meet the growers in Naples on Tuesday.",
            "no more than planned",
        ),
        (
            "Police arrested Leif Dorn in Aarhus in May 2024.",
            "Police arrested Leif Dorn in Odense in March 2019.",
            "two arrests",
        ),
        (
            "Police arrested Leif Dorn at Skive airport in May 2024.",
            "Police arrested Arne Falk at Vejle airport in May 2024.",
            "two people",
        ),
        (
            "Police arrested Leif Dorn at Skive airport in May 2024.",
            "Police arrested Leif Dorn at his house in May 2024.",
            "what lies where is not known",
        ),
        (
            "Edda Molin met the growers in Turin. She met them in Naples too.",
            "Edda Molin met the growers in Naples on Tuesday.",
            "no day is stated",
        ),
        (
            "Edda Molin met the growers in Turin on Tuesday.",
            "Edda Molin met the growers in Lingotto, a quarter of Turin, on Tuesday.",
            "a quarter of the town",
        ),
    ],
)
def test_another_day_or_company_is_another_event(
    left: str, right: str, reason: str
) -> None:
    """Two meetings, two days or one place in another are no disagreement."""
    assert findings_of(left, right) == (), reason
