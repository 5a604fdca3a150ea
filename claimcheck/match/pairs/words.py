"""Name words by what they share with others, and find what governs them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from claimcheck.match.lexicon import word_set
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
    lemma = _lemma(token, tokens)
    if token.pos == "PROPN":
        return fold_word(strip_marks(token.text))
    if token.pos == "VERB":
        particles = [
            t.lemma.lower()
            for t in tokens
            if t.head == token.index and t.dep in ("prt", "prep")
        ]
        sense = verb_sense(lemma, *particles)
        return sense.family.name if sense else lemma
    return family_of(lemma) if token.pos == "NOUN" else lemma


def _lemma(token: Token, tokens: Sequence[Token]) -> str:
    """Return a lemma; a base form is its own, though "to found" is read as "find"."""
    before = tokens[token.index - 1].text.lower() if tokens and token.index else ""
    is_base = token.tag == "VB" or (token.pos == "VERB" and before == "to")
    return token.text.lower() if is_base else token.lemma.lower()


@functools.cache
def event_set(name: str) -> frozenset[str]:
    """Return a list of the lexicon with its events by the keys of `word_key`."""
    return frozenset(
        " ".join((_family(words[0]), *words[1:]))
        for words in (entry.split() for entry in word_set("statements", name))
    )


def _family(lemma: str) -> str:
    sense = verb_sense(lemma)
    return sense.family.name if sense else family_of(lemma)


def strip_marks(word: str) -> str:
    """
    Return a word without accents and other marks on its letters.

    >>> strip_marks("Dvořák")
    'Dvorak'
    """
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Lm"))


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
