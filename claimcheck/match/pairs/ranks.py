"""Compare the ranks of one thing: "the fifth largest city", "the 11th largest city"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from claimcheck.match.lexicon import word_map
from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.statements import Statement
from claimcheck.match.pairs.words import word_key

_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_SUPERLATIVE = "JJS"


@dataclass(frozen=True, slots=True)
class Rank:
    """Hold a rank: the superlative and noun that are *ranked*, and the *number*."""

    ranked: tuple[str, str]
    number: str
    text: str


def find_other_rank(alignment: Alignment) -> tuple[str, str] | None:
    """
    Return the ranks that two sentences give one thing, if they differ.

    Both rank by the same superlative and the same noun, and only once: a city has a
    rank by its area and another by its population.
    """
    ours, theirs = find_ranks(alignment.left), find_ranks(alignment.right)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (left,), (right,) = ours, theirs
    if left.ranked != right.ranked or left.number == right.number:
        return None
    return left.text, right.text


def find_ranks(statement: Statement) -> tuple[Rank, ...]:
    """Return every rank by a superlative, in text order."""
    tokens = statement.sentence.tokens
    return tuple(
        Rank(
            (following.text.lower(), word_key(tokens[following.head])),
            number,
            f"{token.text} {following.text}",
        )
        for token, following in itertools.pairwise(tokens)
        if following.tag == _SUPERLATIVE and (number := _number(token.text.lower()))
    )


def _number(word: str) -> str:
    numeral = _ORDINAL.fullmatch(word)
    return numeral[1] if numeral else word_map("ordinals").get(word, "")
