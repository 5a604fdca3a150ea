"""What holds for every text, however hostile."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_costs import cost_of

from claimcheck.model import Quantity
from claimcheck.values.quantities import (
    bounds_of,
    extract_quantities,
    format_quantity,
)

PIECES = [
    "one", "two", "twenty", "hundred", "million", "half", "a", "third", "and", "to",
    "between", "from", "of", "in", "more than", "about", "at least", "or", "so", "-",
    "$", "US$", "€", "Rs", "%", "km", "m", "tons", "per", "day", "years", "old", "5",
    "3.5", "1,000", "1.2.3", "2013", "0", "/", "x", "10^6", "^", "½", "²", "times",
    "fold", "doubled", "aged", "won", "(", ")", ",", ".", "\n\n", "\u2212", "'", '"',
    "°", "point", "dozen", "bn", "K", "ft", "below", "zero", "out", "th", "first",
]  # fmt: skip

prose = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)


def check(text: str, found: tuple[Quantity, ...]) -> None:
    """Assert what holds for the quantities of any text."""
    for quantity in found:
        assert quantity.span.end <= len(text)
        assert quantity.text == quantity.span.of(text)
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        assert bounds_of(quantity)
        assert format_quantity(quantity)
    for left, right in itertools.pairwise(found):
        assert left.span.end <= right.span.start


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    """Spans are sorted, disjoint, inside, and bounds in order, for arbitrary text."""
    check(text, extract_quantities(text))


@given(prose)
def test_any_heap_of_the_grammars_own_words_is_read_without_error(text: str) -> None:
    """The same holds where every word means something to the grammar."""
    check(text, extract_quantities(text))


@given(prose, st.text(max_size=5))
def test_reading_is_the_same_twice(text: str, tail: str) -> None:
    """Nothing is remembered from one text to the next."""
    first = extract_quantities(text)
    extract_quantities(tail)
    assert first == extract_quantities(text)


MEGABYTE = 1_000_000
SECONDS = 1.0


def cost(text: str) -> float:
    """Return the processor time that reading *text* takes."""
    return cost_of(lambda: extract_quantities(text))


@pytest.mark.parametrize(
    "piece",
    ["7", "and ", "million ", "1.", "twenty-", "more than ", "one and ", "hundred ",
     "x", "\n", "millionand", "about ", "half a ", "1,", "1, ", "1;", "1%", "1/2 ",
     "-1", "\u00a3"],
)  # fmt: skip
def test_a_hostile_megabyte_is_read_in_a_second(piece: str) -> None:
    """A line of one piece over and over costs no more than prose of its length."""
    text = piece * (MEGABYTE // len(piece))
    extract_quantities("5 dollars")  # the tables are loaded once
    assert cost(text) < SECONDS


@pytest.mark.parametrize(
    "piece", ["five hundred cows and ", "$3 to $5 a day, ", "a 6 "]
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    """Eight times the text takes about eight times as long, never sixty-four."""
    varied = "".join(f"{piece}{n % 97} words on " for n in range(400))
    assert cost(varied * 8) < cost(varied) * 24
