"""Name words by what they share with others, and find what governs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.match.measures import fold_word
from claimcheck.model import Token
from claimcheck.text.events import family_of, verb_sense

OPEN_CLASSES = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X")
_BRACKET = re.compile(r"-(?:[LR][RSC]B)-", re.IGNORECASE)
# Governors looked at above a value: "based on 76 reviews", "a rating of 76 %".
_REACH = 4


def is_word(token: Token) -> bool:
    """Tell whether a token is a word and no bracket of a tokenised corpus."""
    return any(c.isalnum() for c in token.text) and not _BRACKET.fullmatch(token.text)


def word_key(token: Token, tokens: Sequence[Token] = ()) -> str:
    """
    Return the key of a word: its family, or its lemma in the singular.

    Args:
        token: The word.
        tokens: Its sentence, where a verb's particle counts: "set up" is "found".
    """
    lemma = token.lemma.lower()
    if token.pos == "PROPN":
        return fold_word(token.text)
    if token.pos == "VERB":
        particles = [
            t.lemma.lower()
            for t in tokens
            if t.head == token.index and t.dep in ("prt", "prep")
        ]
        sense = verb_sense(lemma, *particles)
        return sense.family.name if sense else lemma
    return family_of(lemma) if token.pos == "NOUN" else lemma


def governors(
    token: Token, tokens: Sequence[Token], inside: set[int]
) -> Iterator[Token]:
    """
    Yield the words above a word, nearest first.

    Args:
        token: The word.
        tokens: Its sentence.
        inside: Tokens to pass over: the rest of the value that *token* stands for.
    """
    current, steps = token, 0
    while current.head != current.index and steps < _REACH:
        current = tokens[current.head]
        if current.lemma.lower() == "be":
            # "The height is 2 metres": what a copula links governs through it.
            for other in tokens:
                linked = other.head == current.index and other.dep == "nsubj"
                if linked and other.index not in inside:
                    yield other
        if current.index in inside or current.pos not in OPEN_CLASSES:
            continue
        if not is_word(current):
            continue
        steps += 1
        yield current


def marker_of(token: Token, tokens: Sequence[Token]) -> str:
    """Return the preposition above a phrase, looking through a compound."""
    current = token
    for _ in range(_REACH):
        if current.head == current.index:
            return ""
        head = tokens[current.head]
        if head.pos in ("ADP", "SCONJ"):
            return head.lemma.lower()
        if current.dep not in ("compound", "nmod", "nummod", "amod", "poss", "flat"):
            return ""
        current = head
    return ""
