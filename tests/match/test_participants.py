"""Who is who: keys, short names, places within places, words."""

from __future__ import annotations

import dataclasses

import pytest

from claimcheck.match.participants import Participant, best_level, relate, shared_key
from claimcheck.model import Level


def participant(
    text: str, *keys: str, within: tuple[str, ...] = (), mentions: tuple[str, ...] = ()
) -> Participant:
    """Build a participant; without keys it is known by its words."""
    words = text.lower().split()
    return Participant(
        "agent",
        text,
        frozenset(keys),
        frozenset((*keys, *within)),
        words[-1],
        frozenset(words),
        frozenset(mentions),
    )


SHOIGU = participant("Shoigu", "person:shoigu")
SERGEI = participant("Sergei Shoigu", "person:sergei shoigu")
LAVROV = participant("Sergey Lavrov", "person:sergey lavrov")
RIGA = participant("Riga", "place:riga", within=("country:LV",))
LATVIA = participant("Latvia", "country:LV")
TREATY = participant("treaty sandvik")
THE_TREATY = participant("treaty")
GUARDS = participant("two guards")
BORDER_RUSSIAN = participant("border", mentions=("country:RU", "country:KP"))
BORDER_CHINESE = participant("border", mentions=("country:CN", "country:KP"))


@pytest.mark.parametrize(
    ("left", "right", "level", "reason"),
    [
        (SERGEI, SERGEI, Level.SAME, "one key"),
        (SHOIGU, SERGEI, Level.COMPATIBLE, "a surname may be the full name"),
        (SERGEI, LAVROV, Level.DISJOINT, "two people"),
        (RIGA, LATVIA, Level.COMPATIBLE, "a city acts in its country"),
        (TREATY, THE_TREATY, Level.COMPATIBLE, "the treaty may be that treaty"),
        (TREATY, GUARDS, Level.DISJOINT, "other words"),
        (TREATY, SERGEI, Level.MISSING, "words and a name tell nothing"),
        (BORDER_RUSSIAN, BORDER_RUSSIAN, Level.SAME, "one border"),
        (BORDER_RUSSIAN, BORDER_CHINESE, Level.DISJOINT, "two borders"),
    ],
)
def test_levels(
    left: Participant, right: Participant, level: Level, reason: str
) -> None:
    """Each level is reached by a pair that calls for it, in either order."""
    assert relate(left, right) is level, reason
    assert relate(right, left) is level, reason


def test_a_description_that_means_a_name_is_still_its_words() -> None:
    """What one article knows by name, another may only describe."""
    called = dataclasses.replace(participant("hedda", "other:hedda"), called="ferry")
    assert relate(called, participant("old ferry")) is Level.COMPATIBLE
    assert relate(called, participant("old tug")) is Level.MISSING


def test_two_sides_are_as_close_as_their_closest_members() -> None:
    """One shared member is enough for two sides to be the same."""
    assert best_level([SERGEI, RIGA], [LAVROV, RIGA]) is Level.SAME
    assert best_level([], [RIGA]) is Level.MISSING


def test_articles_share_a_person_by_the_last_name() -> None:
    """A full name and a surname alone block under one key, a country under its own."""
    assert shared_key("person:sergei shoigu") == shared_key("person:shoigu")
    assert shared_key("country:LV") == "country:LV"
    assert shared_key("other:kestrel") == shared_key("org:kestrel air")


def test_a_body_that_two_were_elected_to_does_not_make_them_one() -> None:
    """Whom something was done to tells more than where it was done."""
    rask, dahl = (
        dataclasses.replace(participant(n, f"person:{n}"), role="patient")
        for n in ("rask", "dahl")
    )
    senate = dataclasses.replace(participant("senate", "org:senate"), role="goal")
    assert best_level([rask, senate], [dahl, senate]) is Level.DISJOINT
    assert best_level([rask, senate], [rask, senate]) is Level.SAME
    assert best_level([senate], [dahl, senate]) is Level.SAME
