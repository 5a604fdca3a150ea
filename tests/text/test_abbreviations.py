"""The table of abbreviations holds together."""

from __future__ import annotations

import itertools

import pytest

from claimcheck.text.abbreviations import abbreviations, word_class

CLASSES = ("titles", "before_numbers", "running", "closing")


def test_each_abbreviation_has_one_class() -> None:
    """What may follow an abbreviation is said once."""
    for left, right in itertools.combinations(CLASSES, 2):
        assert not word_class(left) & word_class(right), (left, right)


def test_abbreviations_are_folded() -> None:
    """Entries are in lower case and without their last stop."""
    assert all(word == word.lower().rstrip(".") for word in abbreviations())


@pytest.mark.parametrize("word", ["in", "me", "no", "art", "mass", "us", "am", "pop"])
def test_words_of_the_language_are_no_abbreviations(word: str) -> None:
    """A word that ends sentences must not look like one that never does."""
    assert word not in abbreviations() - {"no"}


def test_firm_starters_are_starters() -> None:
    """The words that firmly start a sentence are among those that start one."""
    assert word_class("firm_starters") <= word_class("starters")


def test_an_unknown_class_is_an_error() -> None:
    """A misspelt class is a fault of the program, not an empty set."""
    with pytest.raises(KeyError):
        word_class("titels")
