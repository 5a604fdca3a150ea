"""
Name the family of events that a verb or an event noun belongs to.

"Russia invaded Ukraine" and "Russia's invasion of Ukraine" tell of one event, so both
have the predicate "invade" and the same agent and patient.  The table of families is
data, in ``events.toml`` beside this module; its header says what each field means and
from which works the categories come.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Literal, TypeAlias, cast, get_args

from claimcheck.model import Role

Pattern: TypeAlias = Literal["verbs", "unaccusative", "nouns", "patient_nouns"]

PATTERNS: tuple[Pattern, ...] = get_args(Pattern)


@dataclass(frozen=True, slots=True)
class Family:
    """
    Hold what a family of event words has in common.

    *once* tells that the event happens once to the same participants (a birth, a
    founding); *symmetric* that agent and companion play one part (to meet);
    *one_deed* that several agents do the same thing together (to write a book);
    *goes_to_place* that a verb of motion is meant only with a place ("go to Oslo");
    *ongoing* that the nouns name a state as much as an event (trade, support).
    *roles* maps a preposition to the role of what follows it, where that is not the
    usual one.
    """

    name: str
    words: Mapping[Pattern, tuple[str, ...]]
    once: bool = False
    symmetric: bool = False
    one_deed: bool = False
    goes_to_place: bool = False
    ongoing: bool = False
    roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sense:
    """Hold the family of a word and the pattern by which its roles are filled."""

    family: Family
    pattern: Pattern


@functools.cache
def load_families() -> Mapping[str, Family]:
    """Read the table of families, by name, in the order of the file."""
    file = resources.files("claimcheck.text").joinpath("events.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: _family(name, entry) for name, entry in table.items()}


def _family(name: str, entry: Mapping[str, object]) -> Family:
    words = {
        pattern: tuple(
            word.replace("_", " ") for word in str(entry.get(pattern, "")).split()
        )
        for pattern in PATTERNS
    }
    return Family(
        name,
        words,
        once=bool(entry.get("once", False)),
        symmetric=bool(entry.get("symmetric", False)),
        one_deed=bool(entry.get("one_deed", False)),
        goes_to_place=bool(entry.get("goes_to_place", False)),
        ongoing=bool(entry.get("ongoing", False)),
        roles=cast("Mapping[str, Role]", entry.get("roles", {})),
    )


@functools.cache
def _senses(*, nominal: bool) -> Mapping[str, Sense]:
    patterns: tuple[Pattern, ...] = (
        ("nouns", "patient_nouns") if nominal else ("verbs", "unaccusative")
    )
    return {
        word: Sense(family, pattern)
        for family in reversed(tuple(load_families().values()))
        for pattern in patterns
        for word in family.words[pattern]
    }


def verb_sense(lemma: str, *marks: str) -> Sense | None:
    """
    Find the family of a verb, or None.

    Args:
        lemma: The verb's lemma, lower case.
        marks: Its particle and prepositions: with one of them the verb may be in
            another family than alone ("go to", "set up").
    """
    senses = _senses(nominal=False)
    for mark in marks:
        if sense := senses.get(f"{lemma} {mark}"):
            return sense
    return senses.get(lemma)


def noun_sense(lemma: str) -> Sense | None:
    """Find the family of an event noun by its lemma, lower case, or None."""
    return _senses(nominal=True).get(lemma)


def family_of(lemma: str) -> str:
    """
    Name the family of a verb or event noun: the lemma itself where none is known.

    >>> family_of("invasion"), family_of("summit"), family_of("frown")
    ('invade', 'meet', 'frown')
    """
    if lemma in load_families():
        return lemma
    sense = verb_sense(lemma) or noun_sense(lemma)
    return sense.family.name if sense else lemma


def is_once_only(family: str) -> bool:
    """Tell whether an event of *family* happens once to the same participants."""
    known = load_families().get(family)
    return known is not None and known.once


def is_symmetric(family: str) -> bool:
    """Tell whether agent and companion of *family* may change places."""
    known = load_families().get(family)
    return known is not None and known.symmetric


def roles(family: str) -> Mapping[str, Role]:
    """Return the roles that prepositions mark in *family*, beside the usual ones."""
    known = load_families().get(family)
    return known.roles if known else {}
