"""Which place lies in which, and every rung of the ladder between two places."""

from __future__ import annotations

import pytest
from entity_reading import read_entities
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Entity, Level, Span
from claimcheck.values.places import compare_places, contains, country_of
from claimcheck.values.places.gazetteer import cities, regions, sites, unions


def place(key: str, label: str, *within: str) -> Entity:
    """Make a place that goes by the words of its key."""
    name = key.split(":")[1]
    return Entity(Span(0, 1), "x", key, name.title(), "place", label, within=within)


CONTAINS = [
    ("a city in its country", "country:RU", "place:vladivostok", True),
    ("a capital in its country", "country:KP", "place:pyongyang", True),
    ("a site in its country", "country:RU", "place:vostochny cosmodrome", True),
    ("a state in its country", "country:US", "place:ohio", True),
    ("a country in a group", "place:korean peninsula", "country:KP", True),
    ("a city in a group", "place:korean peninsula", "place:busan", True),
    ("a place in itself", "place:oslo", "place:oslo", True),
    ("a city in another country", "country:CN", "place:vladivostok", False),
    ("a country outside a group", "place:korean peninsula", "country:CN", False),
    ("a city in another city", "place:oslo", "place:bergen", False),
    (
        "a site that lies elsewhere",
        "place:vladivostok",
        "place:vostochny cosmodrome",
        False,
    ),
    ("a country in its city", "place:oslo", "country:NO", False),
    ("an unknown site in a city", "place:oslo", "place:hotel linde", None),
    ("an unknown city in a country", "country:NO", "place:lindestad", None),
    ("a city in a continent", "place:asia", "place:vladivostok", None),
]


@pytest.mark.parametrize(("outer", "inner", "held"), [row[1:] for row in CONTAINS])
def test_containment(outer: str, inner: str, *, held: bool | None) -> None:
    """Tables say yes or no; where they say nothing the answer is None."""
    assert contains(outer, inner) is held


LADDER = [
    ("one city", place("place:oslo", "city"), place("place:oslo", "city"), "same"),
    (
        "a city and its country",
        place("place:vladivostok", "city"), place("country:RU", "country"),
        "compatible",
    ),
    (
        "a city and its state, by the text",
        place("place:akron", "city", "place:ohio"), place("place:ohio", "region"),
        "compatible",
    ),
    (
        "a site and its city, by the text",
        place("place:hotel linde", "site", "place:oslo"), place("place:oslo", "city"),
        "compatible",
    ),
    (
        "two countries",
        place("country:RU", "country"), place("country:CN", "country"), "disjoint",
    ),
    (
        "two cities",
        place("place:oslo", "city"), place("place:bergen", "city"), "disjoint",
    ),
    (
        "two unknown cities",
        place("place:lindestad", "city"), place("place:eichdorf", "city"), "disjoint",
    ),
    (
        "a known city and what may be its quarter",
        place("place:oslo", "city"), place("place:lindestad", "city"), "missing",
    ),
    (
        "a site far from towns and a city",
        place("place:vostochny cosmodrome", "site"), place("place:vladivostok", "city"),
        "disjoint",
    ),
    (
        "a city's hotel and a city",
        place("place:hotel linde", "site"), place("place:oslo", "city"), "missing",
    ),
    (
        "two sites",
        place("place:linde palace", "site"), place("place:eiche palace", "site"),
        "disjoint",
    ),
    (
        "a site and its part",
        place("place:linde airport", "site"),
        place("place:linde airport terminal 2", "site"),
        "missing",
    ),
    (
        "one site in two translations",
        place("place:linde cosmodrome", "site"),
        place("place:linde spaceport", "site"),
        "missing",
    ),
    (
        "an initial for a name",
        place("place:fort d linde", "site"),
        place("place:fort david linde", "site"),
        "missing",
    ),
    (
        "two houses",
        place("place:green house", "site"), place("place:red house", "site"),
        "disjoint",
    ),
    (
        "a site and a country, unknown",
        place("place:linde palace", "site"), place("country:NO", "country"), "missing",
    ),
    (
        "a former country and its successor",
        place("country:SU", "country"), place("country:RU", "country"), "missing",
    ),
    (
        "a city and a continent",
        place("place:oslo", "city"), place("place:europe", "region"), "missing",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "level"), [row[1:] for row in LADDER])
def test_every_rung(left: Entity, right: Entity, level: str) -> None:
    """Two places stand on the same rung whichever comes first."""
    assert compare_places(left, right) == Level(level)
    assert compare_places(right, left) == Level(level)


def test_what_is_no_place_is_missing() -> None:
    """A person is nowhere."""
    person = Entity(Span(0, 1), "x", "person:lee", "Lee", "entity", "person")
    assert compare_places(person, place("place:oslo", "city")) is Level.MISSING


LEARNT = [
    ("a comma", "They met in Lindestad, Norway.", "place:lindestad", "country:NO"),
    (
        "a comma and more",
        "In Lindestad, Norway, it snowed.",
        "place:lindestad",
        "country:NO",
    ),
    ("a state", "The mill in Akron, Ohio burned.", "place:akron", "place:ohio"),
    (
        "the state's country",
        "The mill in Akron, Ohio burned.",
        "place:akron",
        "country:US",
    ),
    ("in", "He was born at Lindestad in Norway.", "place:lindestad", "country:NO"),
    (
        "a people",
        "He left the Norwegian city of Lindestad.",
        "place:lindestad",
        "country:NO",
    ),
]


@pytest.mark.parametrize(("text", "key", "outer"), [row[1:] for row in LEARNT])
def test_containment_is_learnt_from_the_text(text: str, key: str, outer: str) -> None:
    """What a text puts in a country lies there for the whole text."""
    again = f"{text} Later Lindestad and Akron were sold."
    within = [e.within for e in read_entities(again) if e.key == key]
    assert within
    assert all(outer in keys for keys in within)


NOT_LEARNT = [
    ("a list", "They saw Lindestad, Norway and Sweden.", "place:lindestad"),
    ("another's city", "Norway's talks over Lindestad failed.", "place:lindestad"),
    ("against the tables", "They flew to Oslo, Sweden.", "place:oslo"),
]


@pytest.mark.parametrize(("text", "key"), [row[1:] for row in NOT_LEARNT])
def test_lists_teach_nothing(text: str, key: str) -> None:
    """A list of places, or a slip, puts none of them in another."""
    assert not {
        outer
        for entity in read_entities(text)
        if entity.key == key
        for outer in entity.within
    } & {"country:NO", "country:SE"} - {country_of(key)}


KEYS = sorted(
    {*cities(), *sites(), *regions(), *unions(), *cities().values(), "place:x"}
)


@given(st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_containment_is_an_order(left: str, right: str) -> None:
    """Two places lie in each other only if they are one."""
    if contains(left, right) and contains(right, left):
        assert left == right


def test_tables_hold_keys_of_known_countries() -> None:
    """Every city and site of the tables lies in a country with a name."""
    countries = {*cities().values(), *sites().values()}
    assert all(country_of(key) == key for key in countries)
    assert {"country:RU", "country:KP", "country:US"} <= countries


def test_a_part_of_a_city_lies_in_it() -> None:
    """A name that ends with a city's is a part of the city."""
    [found] = read_entities("They met in Greater London.")
    assert found.key == "place:greater london"
    assert found.within == ("place:london", "country:GB")
