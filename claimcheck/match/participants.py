"""
Tell whether two claims speak of the same participant.

A participant is known by its entity keys, or, where it names no entity, by its words:
"the Treaty of Sandvik" and "the treaty" may be one, "eleven icons" and "two guards"
are not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.match.acts import alike_nouns
from claimcheck.match.lexicon import word_groups, word_set
from claimcheck.match.measures import CACHED_WORDS, fold_word, measure_head
from claimcheck.model import Argument, Claim, Entity, Level, Role, Span

_PERSON, _ORGANISATION = "person:", "org:"
_CLOSENESS = {"same": 0, "compatible": 1, "missing": 2, "disjoint": 3}
# Openings of a phrase that means one known thing.
DEFINITE = ("the ", "its ", "their ", "his ", "her ")
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True, slots=True)
class Participant:
    """
    Hold one participant: its keys, its keys with those of what it lies in, its words.

    *head* and *words* are folded to the singular; *words* leave out function words.
    *mentions* are entities named inside the phrase, or known to share what it means:
    "the border between Russia and North Korea".  *called* is the noun by which a
    description knows a named thing: of "the ferry" that is the Hedda, "ferry".
    """

    role: Role
    text: str
    keys: frozenset[str]
    wide: frozenset[str]
    head: str
    words: frozenset[str]
    mentions: frozenset[str] = frozenset()
    span: Span | None = None
    called: str = ""

    @property
    def shared(self) -> frozenset[str]:
        """Return the keys by which another article may know the participant."""
        return frozenset(
            k for key in self.wide for k in (shared_key(key), name_key(key))
        )

    def known_as(self, key: str) -> Participant:
        """Return the participant as the one entity that *key* names."""
        keys = frozenset((key,))
        return replace(self, keys=keys, wide=keys, mentions=keys)


def build_participants(
    claim: Claim, owners: Mapping[str, frozenset[str]]
) -> tuple[Participant, ...]:
    """
    Build a participant for every resolved argument of a claim, in order.

    Args:
        claim: The claim.
        owners: Entities to which the same sentence gives a thing, by its words: in
            "Russia and Georgia share a border that is long", those of "a border".
    """
    entities = [v for v in claim.values if isinstance(v, Entity)]
    return tuple(_build(a, entities, owners) for a in claim.arguments if a.resolved)


def _build(
    argument: Argument,
    entities: Sequence[Entity],
    owners: Mapping[str, frozenset[str]],
) -> Participant:
    within = {e.key: e.within for e in entities}
    inside = {e.key for e in entities if argument.span.contains(e.span)}
    keys = frozenset(argument.keys)
    wide = keys.union(*(within.get(key, ()) for key in keys))
    called = argument.head if describes(argument) else ""
    return Participant(
        argument.role,
        argument.text,
        keys,
        wide,
        canonical(head_of(argument)),
        frozenset(phrase_words(f"{called} {argument.text}")),
        frozenset(inside) | owners.get(argument.text, frozenset()),
        argument.span,
        canonical(called),
    )


def head_of(argument: Argument) -> str:
    """Return the head noun of an argument, that of what a pronoun stands for."""
    if argument.antecedent is None or describes(argument):
        return argument.head
    if argument.head in argument.text.lower().split():
        return argument.head
    return measure_head(argument.text.partition(",")[0]) or argument.head


def describes(argument: Argument) -> bool:
    """Tell whether an argument that refers back says what it means: "the ferry"."""
    back = argument.antecedent is not None
    return back and argument.head not in word_set("statements", "hollow")


def _surname(key: str) -> str:
    """Return the key under which a full name and its last word alone both stand."""
    return f"name:{key.rsplit(' ', 1)[-1].removeprefix(_PERSON)}"


def name_key(key: str) -> str:
    """
    Return an entity's name without its kind, under which two articles may share it.

    One article may take for a person what the other takes for a thing.

    >>> name_key("person:kestrel"), name_key("country:RU")
    ('name:kestrel', 'country:RU')
    """
    kind, _, name = key.partition(":")
    return key if kind == "country" else f"name:{name}"


def shared_key(key: str) -> str:
    """Return the key by which two articles may know one entity under two names."""
    if key.startswith(_PERSON):
        return _surname(key)
    if key.startswith(_ORGANISATION):
        return f"name:{key.removeprefix(_ORGANISATION).split(' ', 1)[0]}"
    return name_key(key)


def _is_short_for(left: str, right: str) -> bool:
    """Tell whether one name is a person's or a firm's and the other a part of it."""
    kinds = {key.partition(":")[0] + ":" for key in (left, right)}
    if kinds not in ({_PERSON}, {_ORGANISATION}):
        return False
    one, other = (set(k.partition(":")[2].split()) for k in (left, right))
    return one <= other or other <= one


def phrase_words(text: str) -> Iterable[str]:
    """Yield the words of a phrase that carry meaning, folded to one form."""
    hollow = word_set("statements", "hollow")
    for found in _WORD.finditer(text):
        word = fold_word(_POSSESSIVE.sub("", found[0]))
        if word and word not in hollow:
            yield canonical(word)


@functools.lru_cache(CACHED_WORDS)
def canonical(word: str) -> str:
    """Return the name of the group of like words that *word* is in, or the word."""
    folded = fold_word(word)
    for name, group in word_groups("alike").items():
        if folded in group:
            return name
    return alike_nouns().get(folded, folded)


def relate(left: Participant, right: Participant) -> Level:
    """
    Compare two participants.

    Returns:
        SAME when they share an entity or all their words; COMPATIBLE when one may stand
        for the other (a city for its country, "the treaty" for the Treaty of Sandvik);
        MISSING when nothing tells; DISJOINT when both are known and differ.
    """
    if left.keys and right.keys:
        return _relate_keys(left, right)
    if left.keys or right.keys:
        return _relate_named(left, right)
    if left.head == right.head and left.mentions and right.mentions:
        return _relate_sets(left.mentions, right.mentions)
    if left.words and left.words == right.words:
        return Level.SAME
    if left.words and (left.words <= right.words or right.words <= left.words):
        return Level.COMPATIBLE
    return Level.MISSING if left.head == right.head else Level.DISJOINT


def _relate_keys(left: Participant, right: Participant) -> Level:
    if set(map(name_key, left.keys)) & set(map(name_key, right.keys)):
        return Level.SAME
    is_wider = bool(left.keys & right.wide or left.wide & right.keys)
    is_short = any(_is_short_for(a, b) for a in left.keys for b in right.keys)
    if is_wider or is_short or _is_namesake(left, right):
        return Level.COMPATIBLE
    return Level.DISJOINT


def _is_namesake(left: Participant, right: Participant) -> bool:
    """
    Tell whether a firm and a person are called alike: "Calder" may be either.

    Which of them one word stands for, an article leaves to its readers.
    """
    kinds = {key.partition(":")[0] for p in (left, right) for key in p.keys}
    nested = left.words <= right.words or right.words <= left.words
    return len(kinds) > 1 and bool(left.words & right.words) and nested


def _relate_named(left: Participant, right: Participant) -> Level:
    """Compare a named participant with one known by its words alone."""
    named, plain = (left, right) if left.keys else (right, left)
    if named.keys & plain.mentions and named.head == plain.head:
        return Level.SAME
    is_short = bool(plain.words) and plain.words <= named.words
    # "The iron bridge" may be what another article calls the bridge by its name.
    is_short |= bool(named.called) and named.called in plain.words
    return Level.COMPATIBLE if is_short else Level.MISSING


def _relate_sets(left: frozenset[str], right: frozenset[str]) -> Level:
    if left == right:
        return Level.SAME
    return Level.COMPATIBLE if left <= right or right <= left else Level.DISJOINT


def best_level(ours: Iterable[Participant], theirs: Iterable[Participant]) -> Level:
    """
    Return the closest level between any two participants of two sides.

    Where both sides name to whom or what something was done, a body that both did it to
    ("elected to the Senate") does not make two people one.
    """
    ours, theirs = tuple(ours), tuple(theirs)
    whom = _named_patients(ours)
    if whom and (whom_else := _named_patients(theirs)):
        ours, theirs = whom, whom_else
    closest: Level | None = None
    for one in ours:
        for other in theirs:
            level = relate(one, other)
            if level is Level.SAME:
                return level
            if closest is None or _CLOSENESS[level.value] < _CLOSENESS[closest.value]:
                closest = level
    return closest or Level.MISSING


def _named_patients(side: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the patients of a side of patients and goals alone, if all have names."""
    if not {p.role for p in side} <= {"patient", "recipient", "goal"}:
        return ()
    patients = tuple(p for p in side if p.role == "patient")
    return patients if all(p.keys for p in patients) else ()
