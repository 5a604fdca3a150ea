"""
Find the dates that are named inside another: the ends of a range, the date of a bound.

"From January 23 through March 9" states a stretch of time, and two days as well; "since
1958" names a year.  Annotators differ in which of them they mark, so both are kept: the
whole as a date of the text, the named ones as its ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.values.dates.anchoring import resolve, resolve_ends
from claimcheck.values.dates.anchors import Anchor, Found
from claimcheck.values.dates.grammar import read_simple
from claimcheck.values.dates.lexemes import Lexeme
from claimcheck.values.dates.memory import Candidate
from claimcheck.values.dates.nodes import Between, Bound, Node


def find_ends(
    lexemes: Sequence[Lexeme], candidate: Candidate, anchor: Anchor
) -> Iterator[tuple[Candidate, Found]]:
    """
    Yield the dates named inside *candidate* with the days they allow, left to right.

    Args:
        lexemes: The text that *candidate* counts lexemes of.
        candidate: Any expression; one that is no range and no bound has no ends.
        anchor: What the expression is counted from.
    """
    node, at = candidate.node, candidate.start
    if isinstance(node, Bound):
        named = _locate(lexemes, node.base, at, candidate.end)
        found = resolve(node.base, anchor)
        if named and found:
            yield named, found
    elif isinstance(node, Between) and (ends := resolve_ends(node, anchor)):
        for side, found in zip((node.left, node.right), ends, strict=True):
            named = _locate(lexemes, side, at, candidate.end)
            if named:
                yield named, found
                at = named.end


def _locate(
    lexemes: Sequence[Lexeme], node: Node, start: int, end: int
) -> Candidate | None:
    """Return where the words of *node* stand between two places, if they do."""
    for at in range(start, end):
        read = read_simple(lexemes, at)
        if read and read[0] == node and read[1] <= end:
            return Candidate(node, at, read[1])
    return None
