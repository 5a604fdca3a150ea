"""Figures of one affair that are each other with two digits exchanged."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import match

DAY = dt.date(2023, 5, 4)
# Two articles of one affair share the names of Velna, Ilze Ozola and Harald Vik.
OPENING = "Ilze Ozola met Harald Vik in Velna on Monday. "
OTHER_OPENING = "In Velna Harald Vik came to see Ilze Ozola. "

EXCHANGED = (
    (
        "Ozola sang in front of 27,450 listeners.",
        "Officially 24,750 people heard the concert.",
        "four telling digits",
    ),
    (
        "The choir of Velna owns 46 robes.",
        "For the choir of Velna 64 robes were sewn.",
        "two digits, and shared words",
    ),
)

SILENT = (
    (
        "Vik counted 46 geese on the pond.",
        "The library lent 64 novels.",
        "two digits met by chance",
    ),
    (
        "Ozola sang in front of 27,450 listeners.",
        "Officially 24,750 people heard the concert; 27,450 had tickets.",
        "the other article gives both",
    ),
    (
        "Ozola sang in front of 27,450 listeners.",
        "The hall cost 24,750 euros.",
        "other units",
    ),
    (
        "Ozola sang in front of 27,450 listeners.",
        "Officially 54,270 people heard the concert.",
        "more than two digits moved",
    ),
)


def rules(left: str, right: str) -> list[str]:
    """Return the rules of the findings that the two articles give."""
    found = match(OPENING + left, OTHER_OPENING + right, published=DAY).findings
    return [f.rule for f in found if f.verdict == "possible"]


@pytest.mark.parametrize(("left", "right", "reason"), EXCHANGED)
def test_exchanged_digits_are_shown(left: str, right: str, reason: str) -> None:
    """Two outlets seldom print the same digits in another order for two things."""
    assert "one affair, digits exchanged" in rules(left, right), reason


@pytest.mark.parametrize(("left", "right", "reason"), SILENT)
def test_other_figures_are_left_alone(left: str, right: str, reason: str) -> None:
    """Few digits, other units and amounts that both give are no slip."""
    assert "one affair, digits exchanged" not in rules(left, right), reason
