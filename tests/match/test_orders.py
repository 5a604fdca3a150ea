"""In what order two events came, across articles on one affair."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import match_claims
from claimcheck.model import Finding

THURSDAY = dt.date(2024, 2, 8)
# Names that the two articles share, so that they report one affair.
SCENE = "Brita Holm, who lives in Cragmouth, spoke to reporters on Thursday. "


def findings_of(left: str, right: str) -> tuple[Finding, ...]:
    """Match two articles of one day on one affair."""
    return tuple(
        f
        for f in match_claims(
            [source(SCENE + t, n, THURSDAY) for t, n in ((left, "a"), (right, "b"))]
        ).findings
        if f.rule == "two events, told in either order"
    )


@pytest.mark.parametrize(
    ("left", "right", "question"),
    [
        (
            "The senator conceded before the count ended.",
            "The senator conceded only after the count had ended.",
            "Did the senator concede before or after the count ended?",
        ),
        (
            "The crews were trained before the handover.",
            "The crews were trained after the handover.",
            "Were the crews trained before or after the handover?",
        ),
        (
            "After Ida Lund crashed, Vera Marsh attacked.",
            "Vera Marsh made her move before Ida Lund crashed.",
            "Did Vera Marsh attack before or after Ida Lund crashed?",
        ),
        (
            "Once the treaty was signed, the troops withdrew.",
            "The troops withdrew before the treaty was signed.",
            "Did the troops withdraw before or after the treaty was signed?",
        ),
        (
            "The guard locked the gate after the alarm went off.",
            "The guard locked the gate before the alarm went off.",
            "Did the guard lock the gate before or after the alarm went off?",
        ),
        (
            "The chairman resigned before the vote.",
            "The chairman resigned shortly after the vote.",
            "Did the chairman resign before or after the vote?",
        ),
        (
            "Following the flood the wardens closed the bridge.",
            "The wardens closed the bridge before the flood.",
            "Did the wardens close the bridge before or after the flood?",
        ),
        (
            "The smugglers fled before the police arrived.",
            "After the police arrived, the smugglers fled.",
            "Did the smugglers flee before or after the police arrived?",
        ),
    ],
)
def test_of_two_events_one_came_first(left: str, right: str, question: str) -> None:
    """What happened before the count ended did not happen after it."""
    (finding,) = findings_of(left, right)
    assert (finding.kind, finding.question) == ("sequence", question)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "The senator conceded before the count ended.",
            "Before the count ended, the senator conceded.",
            "one order in two ways",
        ),
        (
            "The senator conceded before the count ended.",
            "The count ended after the senator conceded.",
            "one order, told from the other end",
        ),
        (
            "The senator conceded before the count ended.",
            "The governor conceded after the count ended.",
            "two people",
        ),
        (
            "The band played before the match.",
            "The band played after the match.",
            "it may have played twice",
        ),
        (
            "The crews were trained before the handover.",
            "The crews were trained again after the handover.",
            "a second training",
        ),
        (
            "The crews were trained before the handover.",
            "The crews were trained after the flood.",
            "two other events",
        ),
        (
            "The chairman did not resign before the vote.",
            "The chairman resigned after the vote.",
            "both say so",
        ),
        (
            "The chairman will resign before the vote.",
            "The chairman resigned after the vote.",
            "no more than planned",
        ),
        (
            "The chairman appeared before the committee.",
            "The chairman resigned after the vote.",
            "before a body is no time",
        ),
        (
            "The chairman resigned before a vote.",
            "The chairman resigned after the vote.",
            "there was another vote",
        ),
        (
            "The bridge was closed before the flood in 1995.",
            "The bridge was closed after the flood on Tuesday.",
            "two floods",
        ),
    ],
)
def test_orders_that_may_both_be_right_are_left_alone(
    left: str, right: str, reason: str
) -> None:
    """Another event, another time or the same order in other words is none."""
    assert findings_of(left, right) == (), reason


def test_an_order_quotes_both_clauses() -> None:
    """The position shows the words that settle which event came first."""
    (finding,) = findings_of(
        "After Ida Lund crashed, Vera Marsh attacked.",
        "Vera Marsh made her move before Ida Lund crashed.",
    )
    assert {p.text for p in finding.positions} == {
        "After Ida Lund crashed, Vera Marsh attacked",
        "Vera Marsh made her move before Ida Lund crashed",
    }
