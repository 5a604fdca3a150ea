"""
Compare what a thing is said to be: a film is no album, a Pakistani no Indian.

Only kinds that exclude each other by nature are compared; a singer may well be an
actress, and who is called one thing is not denied to be another.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.ladders.places import compare_sites
from claimcheck.match.lexicon import word_groups, word_set
from claimcheck.match.measures import CACHED_WORDS, fold_word
from claimcheck.match.pairs.alignment import Alignment, has_unnamed_subject, has_word
from claimcheck.match.pairs.statements import Statement
from claimcheck.match.pairs.words import word_key
from claimcheck.model import Entity, Level, Token

_JOINED = ("conj", "appos")
_INSIDE_PHRASE = ("ADJ", "NOUN", "PROPN", "NUM")


@dataclass(frozen=True, slots=True)
class Description:
    """
    Hold what one copula says of its subject.

    *subject* are the keys of the subject's words, *nouns* what it is said to be,
    *countries* the countries by which that is described ("an Indian cricketer").
    """

    subject: tuple[str, ...]
    nouns: tuple[str, ...]
    countries: tuple[Entity, ...]


def find_descriptions(statement: Statement) -> Iterator[Description]:
    """Find what a sentence says that its subjects are, denials left out."""
    tokens = statement.sentence.tokens
    for token in tokens:
        if token.dep != "attr" or token.pos not in ("NOUN", "PROPN"):
            continue
        verb = tokens[token.head]
        children = [t for t in tokens if t.head == verb.index]
        if verb.lemma.lower() != "be" or any(t.dep == "neg" for t in children):
            continue
        subjects = [t for t in children if t.dep == "nsubj"]
        heads = [token, *_joined(token, tokens)]
        yield Description(
            tuple(word_key(t) for s in subjects for t in _phrase(s, tokens)),
            tuple(t.lemma.lower() for t in heads),
            tuple(_countries(heads, statement)),
        )


def _joined(token: Token, tokens: Sequence[Token]) -> Iterator[Token]:
    for child in tokens:
        if child.head == token.index and child.dep in _JOINED and child is not token:
            yield child
            yield from _joined(child, tokens)


def _phrase(token: Token, tokens: Sequence[Token]) -> list[Token]:
    parts = ("compound", "nmod", "flat", "amod")
    return [t for t in tokens if t.head == token.index and t.dep in parts] + [token]


def _countries(heads: Sequence[Token], statement: Statement) -> Iterator[Entity]:
    """Yield the nationalities in front of what is said: "an Indian film actor"."""
    tokens = statement.sentence.tokens
    for entity in statement.countries:
        place = next((t for t in tokens if t.span.overlaps(entity.span)), None)
        if place is None:
            continue
        for head in heads:
            between = tokens[place.index : head.index + 1]
            if between and all(t.pos in _INSIDE_PHRASE for t in between):
                yield entity
                break


def find_other_kind(alignment: Alignment) -> tuple[str, str] | None:
    """Return what the left calls its subject and what the right calls it instead."""
    for ours in find_descriptions(alignment.left):
        for theirs in find_descriptions(alignment.right):
            if not _is_same_subject(ours, theirs, alignment.right):
                continue
            common = {u.key for u in alignment.right.units if u.kind == "word"}
            if any(has_word(noun, common) for noun in ours.nouns):
                pair = _other_country(ours, theirs, alignment)
                if pair is not None:
                    return pair
                continue
            own = {u.key for u in alignment.left.units if u.kind == "word"}
            if any(has_word(noun, own) for noun in theirs.nouns):
                continue  # a film that is based on a novel of its name
            if (pair := _other_class(ours, theirs)) or (
                pair := _other_country(ours, theirs, alignment)
            ):
                return pair
    return None


def _is_same_subject(
    ours: Description, theirs: Description, statement: Statement
) -> bool:
    # A bracket after the subject can hide it from the parse, but not from the sentence.
    if any(has_word(word, (*theirs.subject, *statement.keys)) for word in ours.subject):
        return True
    return has_unnamed_subject(statement)


def _other_class(ours: Description, theirs: Description) -> tuple[str, str] | None:
    """Compare classes: each noun of the right must be of another class than ours."""
    classes = [_class_of(noun) for noun in theirs.nouns]
    for noun in ours.nouns:
        mine = _class_of(noun)
        if mine and classes and all(_are_exclusive(mine, c) for c in classes):
            return noun, theirs.nouns[0]
    return None


def _are_exclusive(left: str, right: str) -> bool:
    if not left or not right or left == right:
        return False
    together = word_set("kinds_together", "pairs")
    return not {f"{left}/{right}", f"{right}/{left}"} & together


@functools.lru_cache(CACHED_WORDS)
def _class_of(noun: str) -> str:
    folded = fold_word(noun)
    for name, members in word_groups("kinds").items():
        if folded in {fold_word(member) for member in members}:
            return name
    return ""


def _other_country(
    ours: Description, theirs: Description, alignment: Alignment
) -> tuple[str, str] | None:
    """
    Compare nationalities: each of ours must be apart from each of theirs.

    A country that the other sentence names anywhere is none that it excludes: "an
    Irish-born American chemist".
    """
    pairs = (
        *itertools.product(ours.countries, alignment.right.countries),
        *itertools.product(alignment.left.countries, theirs.countries),
    )
    if not ours.countries or not theirs.countries:
        return None
    if all(compare_sites(a, b) is Level.DISJOINT for a, b in pairs):
        return ours.countries[0].text, theirs.countries[0].text
    return None
