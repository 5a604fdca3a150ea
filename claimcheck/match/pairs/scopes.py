"""
Tell apart the amounts of one sentence by the words that narrow each of them.

"It grossed $12 million in Norland and $9 million elsewhere, a worldwide total of $21
million": what it grossed worldwide is to be compared with the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.match.pairs.alignment import has_word
from claimcheck.match.pairs.statements import Statement, Unit

_MODIFIERS = ("amod", "compound", "nmod", "advmod", "npadvmod", "poss", "nummod")


def closest(
    unit: Unit, home: Statement, others: Sequence[Unit], statement: Statement
) -> list[Unit]:
    """
    Keep of several amounts those that are narrowed by the same words as *unit*.

    Args:
        unit: An amount of *home*.
        home: Its sentence.
        others: Amounts of *statement* that may measure the same thing.
        statement: The other sentence.
    """
    if len(others) < 2:  # noqa: PLR2004 - nothing to choose from
        return list(others)
    ours = set(_scope(unit, home))
    theirs = [set(_scope(other, statement)) for other in others]
    shared = [sum(has_word(word, scope) for word in ours) for scope in theirs]
    best = max(shared)
    return [o for o, count in zip(others, shared, strict=True) if count == best]


def _scope(unit: Unit, statement: Statement) -> Iterator[str]:
    """Yield the words that narrow an amount, or the noun that it is of."""
    tokens = statement.sentence.tokens
    above = unit.path[:1]
    nouns = [i for i in above if tokens[i].pos in ("NOUN", "PROPN")]
    near = {unit.index, *nouns}
    yield from unit.anchors[: len(nouns)]
    same_kind = [u for u in statement.values(unit.kind) if u.path[:1] == above]
    if len(same_kind) == 1:
        near |= set(above)  # "earned $3 million worldwide": no other amount is meant
    for word in statement.units:
        if word.value is not None or not near & set(word.path[:1]):
            continue
        if word.role in _MODIFIERS or (word.marker and word.role == "pobj"):
            yield word.key
