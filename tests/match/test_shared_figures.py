"""Figures that articles of one affair give alike are agreements."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import match

DAY = dt.date(2023, 5, 4)
# Two articles of one affair share the names of Velna, Ilze Ozola and Harald Vik.
OPENING = "Ilze Ozola met Harald Vik in Velna on Monday. "
OTHER_OPENING = "In Velna Harald Vik came to see Ilze Ozola. "

ALIKE = (
    (
        "In 1971 a quake of magnitude 6.8 hit Velna.",
        "The magnitude of the quake of 1971 was 6.8.",
        "6.8",
        "a measure told in two ways",
    ),
    (
        "Ozola was given seven years in prison.",
        "The court sentenced Ozola to seven years.",
        "seven years",
        "a sentence",
    ),
    (
        "Ozola planted 340 pear trees.",
        "Ozola tends some 340 pear trees.",
        "340",
        "a telling number of one thing",
    ),
    (
        "Ozola said the council had voted 14 to nine for the tram on Monday.",
        "Vik, of the council, saw it vote 14 to nine for the tram on Monday.",
        "14 to nine",
        "a tally",
    ),
)

NOT_ALIKE = (
    (
        "Ozola planted two trees.",
        "Vik felled two trees.",
        "a number that is met by chance",
    ),
    (
        "Prosecutors asked for seven years in prison for Ozola.",
        "Ozola was sentenced to seven years in prison.",
        "asked for and imposed",
    ),
    (
        "Ozola planted 340 pear trees.",
        "Ozola planted 340 roses.",
        "two things",
    ),
    (
        "Ozola said the council had voted 14 to nine for the tram on Monday.",
        "Vik, of the council, saw it vote 14 to eight for the tram on Monday.",
        "tallies that are alike on their larger side alone",
    ),
)


@pytest.mark.parametrize(("left", "right", "value", "reason"), ALIKE)
def test_equal_figures_agree(left: str, right: str, value: str, reason: str) -> None:
    """What two outlets give alike is shown as what sources agree on."""
    agreements = match(OPENING + left, OTHER_OPENING + right, published=DAY).agreements
    assert any(value in a.value for a in agreements), reason


@pytest.mark.parametrize(("left", "right", "reason"), NOT_ALIKE)
def test_equal_numbers_alone_do_not(left: str, right: str, reason: str) -> None:
    """A number met by chance, of another thing or in another scope says nothing."""
    agreements = match(OPENING + left, OTHER_OPENING + right, published=DAY).agreements
    numbers = [a for a in agreements if a.kind in ("count", "quantity")]
    assert not numbers, (reason, [a.question for a in numbers])
