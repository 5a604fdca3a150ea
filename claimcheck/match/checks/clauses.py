"""Tell which words of a sentence stand in one clause."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Sentence, Span, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "acl")


def in_one_clause(sentence: Sentence, first: Span, second: Span) -> bool:
    """
    Tell whether two stretches belong to one clause: one subject and what is said of it.

    Participles and coordinated verbs without a subject of their own belong to the
    clause that they hang on.
    """
    heads = [_clause_head(sentence.tokens, span) for span in (first, second)]
    return None not in heads and heads[0] == heads[1]


def _clause_head(tokens: Sequence[Token], span: Span) -> int | None:
    """Return the index of the verb or noun that heads the clause of *span*."""
    token = next((t for t in tokens if t.span.overlaps(span)), None)
    if token is None:
        return None
    with_subject = {t.head for t in tokens if t.dep in _SUBJECTS}
    index = token.index
    for _ in tokens:
        current = tokens[index]
        if current.dep in _CLAUSES and index in with_subject:
            return index
        if current.head == index:
            return index
        index = current.head
    return index
