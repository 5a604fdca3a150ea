"""
Compare two places down a ladder of named levels.

    SAME        one key
    COMPATIBLE  one lies in the other
    DISJOINT    known to be apart: two countries, two cities, two sites, a city and a
                site that lies outside of them
    MISSING     nothing is known, so nothing may conflict
"""

from __future__ import annotations

from claimcheck.model import Entity, Level
from claimcheck.values.places.containment import contains, country_of
from claimcheck.values.places.gazetteer import cities, remote_kinds, site_kinds, sites
from claimcheck.values.places.names import fold_name

# A country and the one it came from: what lay in one may lie in the other.
_SUCCESSORS = frozenset(
    {"country:SU", "country:DD", "country:YU", "country:CSHH", "country:CS"}
)


def compare_places(left: Entity, right: Entity) -> Level:
    """
    Compare where two claims say that something is.

    Args:
        left: A place, or an entity that is none.
        right: Another; the order does not matter.

    Returns:
        The first level of the ladder that holds; MISSING when either is no place.
    """
    if left.type != "place" or right.type != "place":
        return Level.MISSING
    if left.key == right.key:
        return Level.SAME
    held = (
        contains(left.key, right.key, right.within),
        contains(right.key, left.key, left.within),
    )
    if True in held:
        return Level.COMPATIBLE
    if _are_countries_apart(left, right) or _are_apart(left, right):
        return Level.DISJOINT
    return Level.MISSING


def _are_countries_apart(left: Entity, right: Entity) -> bool:
    countries = (country_of(left.key, left.within), country_of(right.key, right.within))
    if None in countries or countries[0] == countries[1]:
        return False
    return not _SUCCESSORS & set(countries)


def _are_apart(left: Entity, right: Entity) -> bool:
    labels = {left.label, right.label}
    if labels == {"city"}:
        return _are_cities_apart(left, right)
    if labels == {"site"}:
        return not _share_a_name(left, right)
    if labels == {"site", "city"}:
        site = left if left.label == "site" else right
        return site.key in sites() or _is_remote(site)
    return False


def _are_cities_apart(left: Entity, right: Entity) -> bool:
    """Tell two cities apart; a name no table knows may be a quarter of a known city."""
    known = (left.key in cities()) + (right.key in cities())
    return known != 1 and not _is_part(left, right)


def _is_part(left: Entity, right: Entity) -> bool:
    """Tell whether one name holds the other's words ("London", "East London")."""
    one, other = _words(left), _words(right)
    return one <= other or other <= one


def _share_a_name(left: Entity, right: Entity) -> bool:
    """
    Tell whether two sites' names share a word besides what kind of site they are.

    "Heathrow Airport" and "Heathrow Terminal 5", or two translations of one name, may
    be one place; "White House" and "Blue House" are two.
    """
    one, other = _words(left), _words(right)
    return bool((one & other) - site_kinds()) or one <= other or other <= one


def _words(place: Entity) -> set[str]:
    """Return the words of a name without initials."""
    return {word for word in fold_name(place.name).split() if len(word) > 1}


def _is_remote(site: Entity) -> bool:
    words = fold_name(site.name).split()
    return not remote_kinds().isdisjoint((*words[:1], *words[-1:]))
