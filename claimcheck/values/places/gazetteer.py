"""
Say in which country a well-known place lies.

Source: countryinfo (capitals), CLDR through babel (exemplar cities of the time zones
and their territories), the regions of the entity tables, and ``data/cities.toml``.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from claimcheck.values.places.countries import (
    Known,
    capital_entries,
    country_names,
    region_entries,
)
from claimcheck.values.places.names import fold_name, place_key
from claimcheck.values.places.tables import read_table


@functools.cache
def site_kinds() -> frozenset[str]:
    """Return the words for kinds of site, in lower case."""
    kinds = read_table("cities")["kinds"]
    return frozenset((*kinds["remote"], *kinds["urban"]))


@functools.cache
def remote_kinds() -> frozenset[str]:
    """Return the words for kinds of site that lie outside cities, in lower case."""
    return frozenset(read_table("cities")["kinds"]["remote"])


@functools.cache
def cities() -> Mapping[str, str]:
    """Map the key of each well-known city to its country's, without ambiguous ones."""
    found: dict[str, str] = {}
    for entry in capital_entries():
        if entry.facet in {"capital", "shared capital"}:
            found.setdefault(entry.place_key, entry.key)
    for code, names in read_table("cities")["cities"].items():
        for name in names:
            found.setdefault(place_key(name), f"country:{code}")
    countries = {fold_name(name) for name in country_names().values()}
    unclear = {
        fold_name(name) for name in read_table("cities")["ambiguous"]["names"]
    } | countries
    for name, code in _zone_cities():
        if fold_name(name) not in unclear:
            found.setdefault(place_key(name), f"country:{code}")
    return found


def _zone_cities() -> list[tuple[str, str]]:
    from babel import Locale  # noqa: PLC0415 - reads its data on import
    from babel.core import get_global  # noqa: PLC0415 - as above

    shown = Locale("en").time_zones
    return [
        (
            str(
                shown.get(zone, {}).get("city")
                or zone.rsplit("/", 1)[-1].replace("_", " ")
            ),
            code,
        )
        for zone, code in get_global("zone_territories").items()
        if "/" in zone
        and code != "001"
        and not zone.startswith(("Etc/", "Antarctica/"))
    ]


@functools.cache
def place_entries() -> tuple[Known, ...]:
    """Return the names of well-known cities and sites that are no words besides."""
    words = set(read_table("cities")["ambiguous"]["words"])
    listed = read_table("cities")["cities"]
    named = [(name, code) for code, names in listed.items() for name in names]
    unclear = set(read_table("cities")["ambiguous"]["names"])
    zones = [(name, code) for name, code in _zone_cities() if name not in unclear]
    found = [
        Known(name, place_key(name), name, "city", within=(cities()[place_key(name)],))
        for name, _ in (*named, *zones)
        if name not in words and place_key(name) in cities()
    ]
    for code, names in read_table("cities")["sites"].items():
        for name in names:
            within = (f"country:{code}",)
            found.append(Known(name, place_key(name), name, "site", within=within))
    return tuple(found)


@functools.cache
def sites() -> Mapping[str, str]:
    """Map the key of each well-known site to its country's."""
    found = {
        place_key(name): f"country:{code}"
        for code, names in read_table("cities")["sites"].items()
        for name in names
    }
    for entry in capital_entries():
        if entry.facet == "government":
            found.setdefault(entry.place_key, entry.key)
    return found


@functools.cache
def regions() -> Mapping[str, tuple[str, ...]]:
    """Map the key of each part of one country to that country's."""
    return {entry.key: entry.within for entry in region_entries() if entry.within}


@functools.cache
def unions() -> Mapping[str, frozenset[str]]:
    """Map the key of each group of countries to its members'."""
    return {
        place_key(name): frozenset(f"country:{code}" for code in codes)
        for name, codes in read_table("regions")["of"].items()
    }
