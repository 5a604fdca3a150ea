"""Find what the negations of a sentence bear on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.words import word_key
from claimcheck.model import Token


def find_negated(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the keys of the words that a negation in the sentence bears on."""
    deniers = word_set("statements", "deniers")
    failing = word_set("statements", "failing")
    for token in tokens:
        lemma = token.lemma.lower()
        if token.pos == "INTJ" or (token.index == 0 and lemma in ("no", "yes")):
            continue  # an answer: "No, it did not" denies once
        before = tokens[token.index - 1].lemma.lower() if token.index else ""
        if token.text.lower() == "not" and before == "or":
            continue  # "whether or not" denies nothing
        if token.text.lower() in deniers or token.dep == "neg":
            follower = (
                tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            )
            if follower is not None and follower.lemma.lower() in (
                "only",
                "just",
                "but",
            ):
                continue  # "not only", "nothing but" deny nothing
            yield from _denied_by(tokens[token.head], tokens)
        elif lemma in failing and token.pos in ("VERB", "ADJ"):
            for child in tokens:
                if child.head == token.index and child.dep == "xcomp":
                    yield word_key(child)


def _denied_by(head: Token, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what a negation at *head* denies; through "be" and "have", what follows."""
    if head.lemma.lower() not in ("be", "have"):
        yield word_key(head)
        return
    deps = ("attr", "acomp", "dobj", "prep")
    linked = [t for t in tokens if t.head == head.index and t.dep in deps]
    yield from (word_key(t) for t in linked[:1])
    if not linked:
        yield word_key(head)
