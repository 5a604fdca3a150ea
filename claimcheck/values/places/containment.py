"""
Tell which place lies in which, from tables and from what a text says itself.

Keys are those of entities: "country:RU", "place:vladivostok".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.model import Entity, Sentence
from claimcheck.values.places.gazetteer import cities, regions, sites, unions

_COUNTRY = "country:"
_COMMA = re.compile(r",\s{1,3}")
_IN = re.compile(
    r"\s(?:in|on the coast of|in the far (?:east|north|south|west) of)\s(?:the\s)?"
)
# What may stand between a country's name and its place's: "Russia's far eastern port".
_KINDS = (
    r"(?:(?:far|east|west|north|south|eastern|western|northern|southern|central|coastal|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|border|port|second|"
    r"largest|biggest|second-largest|second-biggest|third-largest|main|capital|ancient|"
    r"historic|new|remote|mountain|lakeside|seaside|industrial|city|town|village|resort|"
    r"island|province|region|state)\s)"
)
_OWN = re.compile(rf"['\u2019]s?\s{_KINDS}{{0,4}}(?:of\s)?")
_OF = re.compile(rf"\s{_KINDS}{{1,4}}(?:of\s)?")
# "Vladivostok, China and Japan" lists; "in Vladivostok, Russia, and left" does not.
_LISTED = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?[A-Z]|,\s(?:the\s)?[A-Z]")


def known_within(key: str) -> tuple[str, ...]:
    """
    Return the keys of what a place is known to lie in, narrowest first.

    >>> known_within("place:vladivostok")
    ('country:RU',)
    """
    country = cities().get(key) or sites().get(key)
    return (country,) if country else regions().get(key, ())


def country_of(key: str, within: Iterable[str] = ()) -> str | None:
    """Return the key of the one country a place lies in, if it is known."""
    if key.startswith(_COUNTRY):
        return key
    found = {k for k in (*within, *known_within(key)) if k.startswith(_COUNTRY)}
    return next(iter(found)) if len(found) == 1 else None


def contains(outer: str, inner: str, within: Sequence[str] = ()) -> bool | None:
    """
    Tell whether one place lies in another.

    Args:
        outer: The key of the place that may hold the other.
        inner: The key of the place that may lie in it.
        within: Further keys that the text puts *inner* in (``Entity.within``).

    Returns:
        True or False where tables or *within* say so, None where nothing does.

    >>> contains("country:RU", "place:vladivostok")
    True
    >>> contains("place:vladivostok", "place:vostochny cosmodrome")
    False
    >>> contains("place:paris", "place:hotel lambert") is None
    True
    """
    if outer == inner or outer in within or outer in known_within(inner):
        return True
    inside = country_of(inner, within)
    members = unions().get(outer)
    if members is not None and inside is not None:
        return inside in members
    if outer.startswith(_COUNTRY):
        return None if inside is None else inside == outer
    around = country_of(outer)
    if around is not None and inside is not None and around != inside:
        return False
    if inner.startswith(_COUNTRY):
        return False if outer in cities() or outer in sites() else None
    fixed = (
        (cities().keys() | sites().keys())
        if outer in cities() or outer in sites()
        else ()
    )
    return False if inner in fixed else None


def learn_containment(
    text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Entity, ...]:
    """
    Add to each place what the text says that it lies in.

    "Akron, Ohio", "Vladivostok in Russia", "Russia's Vostochny Cosmodrome" and "the
    Russian city of Sochi" say so; "Vladivostok, China and Japan" is a list and does
    not.  What is learnt once holds for every mention of the place.

    Args:
        text: The document.
        sentences: Its sentences, which no such phrase crosses.
        entities: Its entities, ascending and disjoint.

    Returns:
        The same entities, in order, with fuller ``within``.
    """
    starts = [sentence.span.start for sentence in sentences]
    home = [bisect_right(starts, entity.span.start) for entity in entities]
    learnt: dict[str, tuple[str, ...]] = {}
    for n, (left, right) in enumerate(pairwise(entities)):
        if home[n] != home[n + 1]:
            continue
        after = text[right.span.end : right.span.end + 30]
        inner, outer = _nested(
            text[left.span.end : right.span.start], after, left, right
        )
        if inner is None or outer is None or inner.key in learnt:
            continue
        if contains(outer.key, inner.key, inner.within) is not False:
            learnt[inner.key] = (outer.key, *outer.within)
    return tuple(
        replace(entity, within=_merged(learnt[entity.key], entity.within))
        if entity.key in learnt
        else entity
        for entity in entities
    )


def _merged(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _nested(
    between: str, after: str, left: Entity, right: Entity
) -> tuple[Entity | None, Entity | None]:
    """Return the inner and the outer place of two neighbours, if they are nested."""
    nothing = (None, None)
    if left.type != "place" or right.type != "place" or left.key == right.key:
        return nothing
    if _COMMA.fullmatch(between):
        listed = _LISTED.match(after) is not None
        return (left, right) if _wider(right, left) and not listed else nothing
    if _IN.fullmatch(between) and _wider(right, left):
        return left, right
    if (_OWN.fullmatch(between) or _OF.fullmatch(between)) and _wider(left, right):
        return right, left
    return nothing


_RANKS = {"site": 0, "city": 1, "region": 2, "country": 3}


def _wider(outer: Entity, inner: Entity) -> bool:
    """Tell whether one kind of place can hold the other."""
    return inner.label in {"site", "city"} and (
        _RANKS.get(outer.label, -1) > _RANKS[inner.label]
    )
