"""Split a sentence into clauses that each make a statement."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model import Sentence, Token

_FINITE = ("VERB", "AUX")
OPENING = ("(", "-LRB-")
CLOSING = (")", "-RRB-")


def split_clauses(sentence: Sentence) -> Iterator[Sentence]:
    """Split a sentence at semicolons between two finite clauses."""
    tokens = sentence.tokens
    depths = itertools.accumulate(_depth(t.text) for t in tokens)
    cuts = [
        t.index for t, d in zip(tokens, depths, strict=True) if not d and t.text == ";"
    ]
    edges = [0, *(c + 1 for c in cuts), len(tokens)]
    parts = [tokens[a:b] for a, b in itertools.pairwise(edges) if a < b]
    if len(parts) < 2 or not all(any(t.pos in _FINITE for t in p) for p in parts):  # noqa: PLR2004 - nothing to split
        yield sentence
        return
    for part in parts:
        yield Sentence(
            part[0].span.cover(part[-1].span), _rebase(part), sentence.paragraph
        )


def _depth(text: str) -> int:
    """Return by how much a token opens or closes brackets."""
    return (text in OPENING) - (text in CLOSING)


def _rebase(part: Sequence[Token]) -> tuple[Token, ...]:
    """Count the tokens of a clause from 0; one whose head lies outside is a root."""
    start, end = part[0].index, part[-1].index
    return tuple(
        replace(
            t,
            index=t.index - start,
            head=(t.head if start <= t.head <= end else t.index) - start,
        )
        for t in part
    )
