"""Ratios, multiples, ages, scores and ranks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from quantity_marks import bound, read_marked

FORMS = [
    ("<q>one in eight</q> voters", "ratio", "", "0.125", "0.125"),
    ("<q>3 out of 4</q> voters", "ratio", "", "0.75", "0.75"),
    ("<q>one of every eight</q> voters", "ratio", "", "0.125", "0.125"),
    ("a <q>one-in-ten</q> chance", "ratio", "", "0.1", "0.1"),
    ("<q>3 in 10</q> voters", "ratio", "", "0.3", "0.3"),
    ("a ratio of <q>5 to 2</q>", "ratio", "", "2.5", "2.5"),
    ("a <q>3:1</q> ratio", "ratio", "", "3", "3"),
    ("a <q>12-fold</q> gain", "fold", "fold", "12", "12"),
    ("a <q>tenfold</q> gain", "fold", "fold", "10", "10"),
    ("output <q>tripled</q>", "fold", "fold", "3", "3"),
    ("<q>three times</q> as many", "fold", "fold", "3", "3"),
    ("<q>twice</q> as many", "fold", "fold", "2", "2"),
    ("<q>double</q> the price", "fold", "fold", "2", "2"),
    ("a <q>61-year-old</q> miner", "age", "year", "61", "61"),
    ("a miner <q>aged 61</q>", "age", "year", "61", "61"),
    ("a girl of <q>8 months old</q>", "age", "month", "8", "8"),
    ("at the age of <q>61</q>", "age", "year", "61", "61"),
    ("Ana Ruiz, <q>61</q>, spoke", "age", "year", "61", "61"),
    ("pupils <q>aged 6 to 11</q>", "age", "year", "6", "11"),
    ("they won <q>3-1</q> at home", "score", "score", "1", "3"),
    ("a <q>9–2</q> ruling", "score", "score", "2", "9"),  # noqa: RUF001 - as printed
    ("voted <q>52 to 48</q> for it", "score", "score", "48", "52"),
    ("the <q>73rd</q> session", "ordinal", "ordinal", "73", "73"),
    ("his <q>third</q> visit", "ordinal", "ordinal", "3", "3"),
    ("their <q>twenty-second</q> meeting", "ordinal", "ordinal", "22", "22"),
]


@pytest.mark.parametrize(("marked", "kind", "unit", "low", "high"), FORMS)
def test_a_form_has_its_kind(
    marked: str, kind: str, unit: str, low: str, high: str
) -> None:
    """Forms that are no plain count say so by kind and unit."""
    (found,) = read_marked(marked)
    assert (kind, unit) == (found.kind, found.unit)
    assert (bound(low), bound(high)) == (found.low, found.high)


def test_a_score_keeps_the_order_of_its_sides() -> None:
    """The stated bounds are the sides as printed, the winner's first or not."""
    (found,) = read_marked("they lost <q>1-4</q> at home")
    assert (Decimal(1), Decimal(4)) == (found.stated_low, found.stated_high)
    (found,) = read_marked("they won <q>4-1</q> at home")
    assert (Decimal(4), Decimal(1)) == (found.stated_low, found.stated_high)


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        ("he came <q>three</q> times", ["count"]),
        ("<q>two</q> died in <q>five</q> towns in all", ["count", "count"]),
        ("the second half of the game", []),
        ("a second man came", []),
        ("the third quarter of the year", []),
        ("first of all", []),
        ("he plays men's doubles", []),
        ("the eastern half of the city", []),
        ("they saw Avenged Sevenfold", []),
    ],
)
def test_look_alikes_are_no_form(marked: str, kinds: list[str]) -> None:
    """A count of times is no multiple, a place in the calendar no rank."""
    assert kinds == [found.kind for found in read_marked(marked)]
