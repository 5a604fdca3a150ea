"""Put right what the parser gets wrong about a sentence's main verb and its object."""

from __future__ import annotations

import dataclasses

from claimcheck.model import Token
from claimcheck.text.embedding import words_of

# Lemmas that the parser gives to verbs it does not know.
_LEMMAS = {"premier": "premiere", "fin": "fine"}

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _replace(
    tokens: tuple[Token, ...], at: int, **changes: str | int
) -> tuple[Token, ...]:
    changed = dataclasses.replace(tokens[at], **changes)  # type: ignore[arg-type]
    return (*tokens[:at], changed, *tokens[at + 1 :])


def mend_lemmas(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb its lemma: "premiered" is of "premiere"."""
    for token in tokens:
        if token.pos == "VERB" and token.lemma in _LEMMAS:
            tokens = _replace(tokens, token.index, lemma=_LEMMAS[token.lemma])
    return tokens


def raise_main_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """
    Make a finite verb the head of a sentence that a noun is taken to head.

    "A gale hit Elmfield" is parsed as a gale that was hit, where participle and past
    tense look alike; a participle is not tagged as a finite verb.
    """
    root = next((t for t in tokens if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("NOUN", "PROPN"):
        return tokens
    below = [t for t in tokens if t.head == root.index and t.index != root.index]
    verbs = [t for t in below if t.dep == "acl" and t.tag == "VBD"]
    if len(verbs) != 1 or any(t.tag in _FINITE for t in tokens if t is not verbs[0]):
        return tokens
    (verb,) = verbs
    tokens = _replace(tokens, verb.index, head=verb.index, dep="ROOT")
    tokens = _replace(tokens, root.index, head=verb.index, dep="nsubj")
    for token in below:
        if token.index > verb.index:  # the full stop
            tokens = _replace(tokens, token.index, head=verb.index)
    return tokens


def part_offices(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """
    Part a person from the office that he is given: "named [Ana Lund] [prime minister]".

    The name is parsed as a part of the office's title.
    """
    for office in tokens:
        verb = tokens[office.head]
        named = verb.lemma in words_of("office_verb", "verbs")
        given = office.dep in ("dobj", "oprd") and office.pos == "NOUN"
        if not named or not given:
            continue
        person = [
            t
            for t in tokens[verb.index + 1 : office.index]
            if t.head == office.index and t.dep == "compound" and t.entity == "PERSON"
        ]
        if len(person) != 1 or tokens[verb.index + 1].pos != "PROPN":
            continue
        tokens = _replace(tokens, person[0].index, head=verb.index, dep="dobj")
        tokens = _replace(tokens, office.index, dep="oprd")
    return tokens
