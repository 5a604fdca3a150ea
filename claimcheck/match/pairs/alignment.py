"""Align the words of one statement with those of another text."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from claimcheck.match.lexicon import word_groups, word_set
from claimcheck.match.measures import CACHED_WORDS
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.model import Token

# Spelling variants and inflected forms of one word, measured with rapidfuzz on pairs
# such as "organisation/organization" (92) against "Austria/Australia" (88).
SAME_WORD = 90
_LONG = 5
# Levels of a subject's tree that are followed: "the finale of the series of 2012".
_DEPTH = 4
# Words with this many letters in front in common are taken for forms of one word:
# "direct/director", "publish/publication", "produce/producer".
_STEM = 5
_SUFFIX = 5
_FORENAME = ("compound", "flat")
# Before a name, these say where: such a name is none of a subject left unnamed.
_ELSEWHERE = ("in", "at", "near", "from", "to")

# What a word is worth that stands in another sentence of the text.
NEARBY = 0.5
WEIGHTS = {"name": 1.5, "word": 1.0, "date": 0.0, "quantity": 0.0}


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    Hold how much of *left* is said by *right*.

    *coverage* is the share of the weight of left's words that right and its text have,
    *direct* the share that right alone has in words that are no names, both from 0 to
    1; *missing* are left's words that neither has, in order; *around* holds every
    statement of the text that *right* is from; *weight* is that of all of left's
    words that count.
    """

    left: Statement
    right: Statement
    coverage: float
    direct: float
    missing: tuple[Unit, ...]
    weight: float
    around: tuple[Statement, ...] = ()

    def beside(self, words: Iterable[str]) -> float:
        """Return the coverage of what left says beside some words that right lacks."""
        slot = set(words)
        out = sum(WEIGHTS[u.kind] for u in self.missing if u.key in slot)
        rest = self.weight - out
        return self.coverage * self.weight / rest if rest > 0 else 0.0


@functools.lru_cache(CACHED_WORDS)
def same_word(left: str, right: str) -> bool:
    """Tell whether two keys are forms of one word."""
    if left == right or _are_alike(left, right):
        return True
    short, long = sorted((left, right), key=len)
    if len(short) < _LONG:
        return False
    if long.startswith(short[: max(_STEM, len(short) - 2)]) and (
        len(long) - len(short) <= _SUFFIX
    ):
        return True
    return fuzz.ratio(left, right) >= SAME_WORD


def _are_alike(left: str, right: str) -> bool:
    return any(
        left in group and right in group for group in word_groups("alike").values()
    )


def has_word(key: str, keys: Iterable[str]) -> bool:
    """Tell whether a form of *key* is among *keys*."""
    return any(same_word(key, other) for other in keys)


def align(left: Statement, right: Statement, context: frozenset[str]) -> Alignment:
    """
    Align a statement with another.

    Args:
        left: The statement whose words are looked for.
        right: The statement they are looked for in.
        context: Keys of the whole text of *right*: a name counts as said when it stands
            anywhere there, for a text does not repeat its subject in every sentence;
            another word counts in part.
    """
    # The dates of a life in brackets say that somebody was born and died.
    keys = right.keys | {a for u in right.values("date") for a in u.anchors[:1]}
    total = said = direct = 0.0
    missing: list[Unit] = []
    unnamed = has_unnamed_subject(right)
    subject = _subject(left) if unnamed else frozenset()
    for unit in left.units:
        weight = WEIGHTS[unit.kind]
        if not weight or unit.key in word_set("statements", "deniers"):
            continue  # a denial is compared for itself
        is_title = unit.index in subject and unit.text[:1].isupper()
        is_name = unit.kind == "name" and unit.marker not in _ELSEWHERE
        if unnamed and (is_title or is_name) and not has_word(unit.key, context):
            continue  # "The film has ..." may well be the film that left names
        if _is_forename(unit, left, right):
            missing += [] if has_word(unit.key, context) else [unit]
            continue
        total += weight
        if has_word(unit.key, keys):
            said += weight
            direct += weight if unit.kind == "word" else 0.0
        elif has_word(unit.key, context):
            said += weight if unit.kind == "name" else weight * NEARBY
        else:
            missing.append(unit)
    shares = (said / total, direct / total) if total else (0.0, 0.0)
    return Alignment(left, right, *shares, tuple(missing), total)


def _is_named(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a common noun and a name stand together: "the probe Kestrel"."""
    classes = [t.pos for t in tokens[max(0, token.index - 1) : token.index + 2]]
    pairs = tuple(itertools.pairwise(classes))
    return token.pos in ("NOUN", "PROPN") and ("NOUN", "PROPN") in pairs


def _is_forename(unit: Unit, left: Statement, right: Statement) -> bool:
    """Tell whether *right* gives a name without the part that *left* has before it."""
    if unit.role not in _FORENAME or has_word(unit.key, right.keys):
        return False
    heads = [u for u in left.units if u.index in unit.path[:1]]
    shared = [u.index for u in right.units for h in heads if same_word(u.key, h.key)]
    others = [
        u
        for u in right.units
        if u.role in _FORENAME and u.path[:1] and u.path[0] in shared
    ]
    is_name = unit.kind == "name" and all(h.kind == "name" for h in heads)
    # A King School is no Queen School: another name there is another thing.
    return is_name and bool(shared) and all(has_word(u.key, left.keys) for u in others)


def has_unnamed_subject(statement: Statement) -> bool:
    """Tell whether a sentence's subject is a pronoun, "the film" or left out."""
    tokens = statement.sentence.tokens
    for token in tokens:
        if token.dep in ("nsubj", "nsubjpass") and tokens[token.head].dep == "ROOT":
            parts = [t for t in tokens if t.head == token.index]
            if _is_named(token, tokens):
                return False
            return token.pos == "PRON" or any(
                t.text.lower() in ("the", "this", "its") for t in parts
            )
    return not any(t.dep == "appos" for t in tokens)


def _subject(statement: Statement) -> frozenset[int]:
    """Return the tokens of the subject of a sentence, with all that hangs on it."""
    tokens = statement.sentence.tokens
    found = {
        t.index
        for t in tokens
        if t.dep in ("nsubj", "nsubjpass") and tokens[t.head].dep == "ROOT"
    }
    for _ in range(_DEPTH):
        found |= {t.index for t in tokens if t.head in found}
    return frozenset(found)


def best_alignments(
    left: Statement, statements: Sequence[Statement], context: frozenset[str]
) -> tuple[Alignment, ...]:
    """
    Align *left* with every statement, the best first, ties in text order.

    What a statement says itself counts as well as what its text says around it; names
    do not, for a text names its subject once and tells its deeds in other sentences.
    """
    made = [align(left, right, context) for right in statements]
    order = sorted(
        range(len(made)), key=lambda i: (-made[i].coverage - made[i].direct, i)
    )
    around = tuple(statements)
    return tuple(replace(made[i], around=around) for i in order)
