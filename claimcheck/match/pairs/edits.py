"""
Compare two sentences that are the same but for a word or a figure.

Where all else is equal word for word, the place that was changed decides: two figures
that share no value, a word and its opposite, a negation that one side lacks.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.model import Token

# Share of the words that may differ before two sentences are no longer one sentence
# edited.  Pinned by tests/match/test_judge.py.
MOST_CHANGED = 0.4


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold the words of one place that differs; either side may be empty."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """Hold all that differs: changed words, and values that stand at one place."""

    words: tuple[Edit, ...]
    values: tuple[tuple[Unit, Unit], ...]


def find_edits(left: Statement, right: Statement) -> Edits | None:
    """Return what was changed between two statements, or None if too much was."""
    ours, theirs = _sequence(left), _sequence(right)
    matcher = difflib.SequenceMatcher(
        None, [_symbol(x) for x in ours], [_symbol(x) for x in theirs], autojunk=False
    )
    words: list[Edit] = []
    values: list[tuple[Unit, Unit]] = []
    changed = 0
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            pairs = zip(ours[a:b], theirs[c:d], strict=True)
            values += [
                (x, y) for x, y in pairs if isinstance(x, Unit) and isinstance(y, Unit)
            ]
        else:
            words.append(Edit(_tokens(ours[a:b]), _tokens(theirs[c:d])))
            changed += max(b - a, d - c)
    if changed > MOST_CHANGED * min(len(ours), len(theirs)):
        return None
    return Edits(tuple(words), tuple(values))


def _sequence(statement: Statement) -> list[Token | Unit]:
    """Return the words and values in order, punctuation left out."""
    values = {u.index: u for u in statement.units if u.value is not None}
    covered = [u.value.span for u in values.values() if u.value is not None]
    sequence: list[Token | Unit] = []
    for token in statement.sentence.tokens:
        if token.index in values:
            sequence.append(values[token.index])
        elif any(span.overlaps(token.span) for span in covered):
            continue
        elif any(c.isalnum() for c in token.text) or token.text == "%":
            sequence.append(token)
    return sequence


def _symbol(item: Token | Unit) -> str:
    if isinstance(item, Unit):
        return f"<{item.kind}>"
    return item.text.lower().strip("'`\"")


def _tokens(items: Sequence[Token | Unit]) -> tuple[Token, ...]:
    return tuple(i for i in items if isinstance(i, Token))
