"""Say what a lexeme of a date expression is."""

from __future__ import annotations

from typing import NamedTuple

APOSTROPHES = frozenset("'\u2018\u2019")
DASHES = frozenset("-\u2013\u2014\u2212~")
YEAR_DIGITS = 4


class Lexeme(NamedTuple):
    """
    Hold one lexeme; a tuple, since a long text has a million of them.

    *word* is its lower-case form without a possessive ending.  *kind* is a table of the
    vocabulary, a numeric shape, "word", "mark", "paragraph" or "opaque"; *fields* are
    its numbers.  *glued* tells that nothing stands between it and the lexeme before.
    """

    kind: str
    word: str
    start: int
    end: int
    name: str = ""
    fields: tuple[int, ...] = ()
    short: bool = False
    capital: bool = False
    possessive: bool = False
    glued: bool = False

    @property
    def value(self) -> int:
        """Return the first number, or 0."""
        return self.fields[0] if self.fields else 0
