"""
Skip what is no prose: phone numbers, tables of bare numbers, words over and over.

None holds a claim, and a hostile megabyte of them would otherwise be read number by
number.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.values.quantities.lexemes import Lexeme

# More bare numbers than this without a word between them are a table or a listing.
LONGEST_ROW = 16
# Three and more that only spaces part are a phone or an account number.
MOST_SPACED = 2
# No sentence says a phrase of up to four lexemes five times on end.
LONGEST_PERIOD = 4
MOST_REPEATS = 5
_ROW_SIGNS = frozenset(",;|/.:-&")


def skip_noise(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return the index after the noise that starts at *at*, or *at* itself."""
    return max(_skip_row(lexemes, at), _skip_repeats(lexemes, at))


def _skip_row(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return the index after a long row of bare numbers, or *at*."""
    end = at
    while lexemes[end].kind == "number":
        end += 1
    if end - at > MOST_SPACED:
        return end
    numbers = 0
    while lexemes[end].kind == "number" or lexemes[end].raw in _ROW_SIGNS:
        numbers += lexemes[end].kind == "number"
        end += 1
    return end if numbers > LONGEST_ROW else at


def _skip_repeats(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return the index after a phrase that is said over and over, or *at*."""
    for period in range(1, LONGEST_PERIOD + 1):
        end = at + period
        if end >= len(lexemes) or lexemes[at].low != lexemes[end].low:
            continue
        while end < len(lexemes) and lexemes[end].low == lexemes[end - period].low:
            end += 1
        if end - at >= MOST_REPEATS * period and lexemes[at].kind != "break":
            return end
    return at
