"""The hand-made tables hold together."""

from __future__ import annotations

from collections import Counter

from claimcheck.values.entities.tables import name_map, word_list
from claimcheck.values.places.countries import (
    capital_entries,
    country_entries,
    country_names,
)
from claimcheck.values.places.gazetteer import cities
from claimcheck.values.places.names import place_key
from claimcheck.values.places.tables import read_table


def test_codes_of_the_tables_name_countries() -> None:
    """Every code of a table is a country's, and every cue settles for a known key."""
    codes = set(country_names())
    assert set(read_table("cities")["cities"]) <= codes
    assert set(read_table("cities")["sites"]) <= codes
    assert set(read_table("regions")["in"]) <= codes
    wholes = set(name_map("organisations", "within"))
    assert wholes <= codes | set(name_map("organisations", "names"))


def test_bodies_of_the_tables_are_listed() -> None:
    """What is said to be a body of something is an organisation of the table."""
    listed = set(name_map("organisations", "names"))
    bodies = {
        b for parts in name_map("organisations", "within").values() for b in parts
    }
    assert bodies <= listed


def test_no_city_lies_in_two_countries() -> None:
    """A name stands under one country only, and is not among the ambiguous ones."""
    pairs = {
        (place_key(name), code)
        for code, names in read_table("cities")["cities"].items()
        for name in names
    }
    twice = [key for key, n in Counter(key for key, _ in pairs).items() if n > 1]
    assert twice == []
    unclear = {place_key(name) for name in read_table("cities")["ambiguous"]["names"]}
    assert not unclear & {key for key, _ in pairs}
    assert all(cities()[key] == f"country:{code}" for key, code in pairs)


def test_no_name_means_two_countries() -> None:
    """Names and peoples of countries are told apart by their words alone."""
    keys: dict[str, set[str]] = {}
    for entry in country_entries():
        keys.setdefault(entry.text, set()).add(entry.key)
    assert [text for text, found in keys.items() if len(found) > 1] == []


def test_word_lists_do_not_contradict_each_other() -> None:
    """No noun shows a state and a place alike, and no title is a family name."""
    assert not word_list("metonymy", "place_nouns") & word_list(
        "metonymy", "state_nouns"
    )
    assert not word_list("persons", "female") & word_list("persons", "male")
    kinds = ("site", "region", "city", "event")
    words = [word for kind in kinds for word in word_list("heads", kind)]
    assert [word for word, n in Counter(words).items() if n > 1] == []


def test_capitals_of_the_great_powers_are_theirs() -> None:
    """A second entry of the library for one code hides no capital."""
    capitals = {entry.text: entry.key for entry in capital_entries()}
    assert {capitals[city] for city in ("London", "Washington", "Paris")} == {
        "country:GB", "country:US", "country:FR",
    }  # fmt: skip
    known = {entry.key for entry in capital_entries() if entry.facet == "capital"}
    assert len(known) > 150
