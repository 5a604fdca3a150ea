"""The table of event families and how words are looked up in it."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from claimcheck.text.events import (
    PATTERNS,
    family_of,
    is_once_only,
    is_symmetric,
    load_families,
    noun_sense,
    roles,
    verb_sense,
)


@pytest.mark.parametrize(
    ("word", "family"),
    [
        ("invasion", "invade"),  # the noun of a verb
        ("incursion", "invade"),  # a synonym's noun
        ("summit", "meet"),  # a noun without a verb of its own
        ("death", "die"),  # the patient's noun
        ("assassinate", "die"),  # the causing verb
        ("go to", "visit"),  # a verb with its preposition
        ("set up", "found"),  # a verb with its particle
        ("victory", "win"),
        ("airstrike", "bomb"),
        ("visit", "visit"),  # a family is its own name
        ("frown", "frown"),  # a word outside the table keeps its lemma
        ("", ""),
    ],
)
def test_word_has_its_family(word: str, family: str) -> None:
    """A verb, its nouns and its synonyms lead to one predicate."""
    assert family == family_of(word)


def test_table_is_large_and_every_family_has_words() -> None:
    """The table has at least 250 families, none of them empty."""
    families = load_families()
    assert len(families) >= 250
    assert all(any(f.words[p] for p in PATTERNS) for f in families.values())


def test_no_word_stands_in_two_families() -> None:
    """A verb leads to one family, save with certain things, and so does a noun."""
    for patterns in (("verbs", "unaccusative"), ("nouns", "patient_nouns")):
        words = [
            word
            for family in load_families().values()
            for pattern in PATTERNS
            if pattern in patterns
            for word in family.words[pattern]
            if not family.restricts(word)
        ]
        assert sorted(words) == sorted(set(words))


def test_table_names_its_sources() -> None:
    """The header of the table says which works its categories come from."""
    text = resources.files("claimcheck.text").joinpath("events.toml").read_text("utf-8")
    header = text.partition("\n[")[0]
    assert all(name in header for name in ("FrameNet", "VerbNet", "NOMLEX"))
    assert tomllib.loads(text)


def test_particle_or_preposition_changes_the_family() -> None:
    """One verb is in several families, told apart by what stands with it."""
    alone, pair = verb_sense("shoot"), verb_sense("shoot", "down")
    assert alone is not None
    assert pair is not None
    assert (alone.family.name, pair.family.name) == ("shoot", "shoot_down")
    assert verb_sense("go") is None


@pytest.mark.parametrize(
    ("family", "once", "symmetric"),
    [
        ("invade", True, False),  # to the same country, as a rule
        ("bear", True, False),
        ("found", True, False),
        ("visit", False, False),  # repeatable
        ("meet", False, True),  # who meets whom is all one
        ("marry", False, True),
        ("frown", False, False),  # not in the table
    ],
)
def test_families_know_their_nature(
    family: str, *, once: bool, symmetric: bool
) -> None:
    """Once-only and symmetric families are marked, unknown ones are neither."""
    assert (once, symmetric) == (is_once_only(family), is_symmetric(family))


def test_prepositions_have_the_roles_of_their_family() -> None:
    """A visit is "to" its patient; an unknown family has no roles of its own."""
    assert roles("visit")["to"] == "patient"
    assert roles("frown") == {}


def test_noun_pattern_tells_whose_event_it_is() -> None:
    """The possessor suffers a death and makes a visit."""
    death, visit = noun_sense("death"), noun_sense("visit")
    assert death is not None
    assert visit is not None
    assert (death.pattern, visit.pattern) == ("patient_nouns", "nouns")
