"""Tallies of votes and matches across articles."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import match_claims
from claimcheck.model import Finding

SUNDAY = dt.date(2022, 5, 22)


def findings_of(*texts: str) -> tuple[Finding, ...]:
    """Match articles that came out on one Sunday."""
    return match_claims(
        [source(t, n, SUNDAY) for t, n in zip(texts, "abc", strict=False)]
    ).findings


def test_a_match_has_one_score() -> None:
    """Beating the other side and winning the cup that day is one match."""
    (finding,) = findings_of(
        "Harland Rovers beat Marsden City 3-1 on Saturday.",
        "Harland Rovers beat Marsden City 3-2 on Saturday.",
    )
    assert finding.kind == "count"
    assert [p.text for p in finding.positions] == ["3-1", "3-2"]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Harland Rovers beat Marsden City 3-1 on Saturday.",
            "Harland Rovers beat Marsden City 3-1 on Saturday, fans said.",
            "one score",
        ),
        (
            "Harland Rovers beat Marsden City 3-1 on Saturday.",
            "Harland Rovers beat Marsden City 4-0 in March 2021.",
            "two matches of two sides",
        ),
        (
            "Harland Rovers beat Marsden City 3-1 on Saturday.",
            "Eastwick Town beat Brook United 2-0 on Saturday.",
            "other sides, the same day",
        ),
    ],
)
def test_other_matches_are_left_alone(left: str, right: str, reason: str) -> None:
    """Another day or another side is another match."""
    assert findings_of(left, right) == (), reason


def test_two_votes_of_one_day_are_told_apart() -> None:
    """A source that gives two tallies of one body and day has two votes in mind."""
    both = (
        "The Thornbury council voted 15 to 3 on Tuesday for a pool. "
        "The Thornbury council voted 11 to 7 on Tuesday to close the library."
    )
    assert not [
        f
        for f in findings_of(both, "The Thornbury council voted 15 to 3 on Tuesday.")
        if f.scope == "cross"
    ]
