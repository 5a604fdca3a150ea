"""
Tell whether two claims speak of the same participant.

A participant is known by its entity keys, or, where it names no entity, by its words:
"the Treaty of Sandvik" and "the treaty" may be one, "eleven icons" and "two guards"
are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.match.lexicon import word_groups, word_set
from claimcheck.match.measures import fold_word
from claimcheck.model import Argument, Claim, Entity, Level, Role

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True, slots=True)
class Participant:
    """
    Hold one participant: its keys, its keys with those of what it lies in, its words.

    *head* and *words* are folded to the singular; *words* leave out function words.
    """

    role: Role
    text: str
    keys: frozenset[str]
    wide: frozenset[str]
    head: str
    words: frozenset[str]


def build_participants(claim: Claim) -> tuple[Participant, ...]:
    """Build a participant for every resolved argument of a claim, in order."""
    within = {v.key: v.within for v in claim.values if isinstance(v, Entity)}
    return tuple(_build(a, within) for a in claim.arguments if a.resolved)


def _build(argument: Argument, within: Mapping[str, tuple[str, ...]]) -> Participant:
    keys = frozenset(argument.keys)
    wide = keys.union(*(within.get(key, ()) for key in keys))
    return Participant(
        argument.role,
        argument.text,
        keys,
        wide,
        canonical(argument.head),
        frozenset(_words(argument.text)),
    )


def _words(text: str) -> Iterable[str]:
    hollow = word_set("statements", "hollow")
    for found in _WORD.finditer(text):
        word = fold_word(_POSSESSIVE.sub("", found[0]))
        if word and word not in hollow:
            yield canonical(word)


def canonical(word: str) -> str:
    """Return the name of the group of like words that *word* is in, or the word."""
    folded = fold_word(word)
    for name, group in word_groups("alike").items():
        if folded in group:
            return name
    return folded


def relate(left: Participant, right: Participant) -> Level:
    """
    Compare two participants.

    Returns:
        SAME when they share an entity or all their words; COMPATIBLE when one may stand
        for the other (a city for its country, "the treaty" for the Treaty of Sandvik);
        MISSING when nothing tells; DISJOINT when both are known and differ.
    """
    if left.keys and right.keys:
        if left.keys & right.keys:
            return Level.SAME
        shared = left.keys & right.wide or left.wide & right.keys
        return Level.COMPATIBLE if shared else Level.DISJOINT
    if left.words and left.words == right.words:
        return Level.SAME
    if left.words and (left.words <= right.words or right.words <= left.words):
        return Level.COMPATIBLE
    if left.keys or right.keys:
        return Level.MISSING
    return Level.MISSING if left.head == right.head else Level.DISJOINT


def best_level(ours: Iterable[Participant], theirs: Iterable[Participant]) -> Level:
    """Return the closest level between any two participants of two sides."""
    theirs = tuple(theirs)
    found = {relate(one, other) for one in ours for other in theirs}
    order = (Level.SAME, Level.COMPATIBLE, Level.MISSING, Level.DISJOINT)
    return next((level for level in order if level in found), Level.MISSING)
