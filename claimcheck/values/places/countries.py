"""
Build the table of countries, their peoples, capitals, regions and governments.

Source: countryinfo (names, alternative names, capitals, demonyms), CLDR through babel
(names of territories) and ``data/countries.toml``, ``data/regions.toml``, which say
what these two leave out.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from claimcheck.values.places.names import place_key
from claimcheck.values.places.tables import read_table

if TYPE_CHECKING:
    from countryinfo import CountryInfo

Facet: TypeAlias = Literal["name", "people", "capital", "shared capital", "government"]

_SHORT = 3  # two and three letters are codes ("ER", "AND"): only the own table's count


@dataclass(frozen=True, slots=True)
class Known:
    """
    Hold one name of the gazetteer.

    *facet* says which side of the thing the name shows; a capital and a government's
    seat are a place too, with *place_key*; a "shared capital" is said for others than
    its country too.  *within* holds the keys of what it lies in.
    """

    text: str
    key: str
    name: str
    label: str
    facet: Facet = "name"
    place_key: str = ""
    within: tuple[str, ...] = ()


@functools.cache
def _countries() -> Mapping[str, CountryInfo]:
    """Map each code of ISO 3166-1 to countryinfo's first entry: some have a second."""
    from countryinfo import all_countries  # noqa: PLC0415 - reads its data on import

    found: dict[str, CountryInfo] = {}
    for country in all_countries():
        code = country.iso(2)
        if code and code not in _FORMER:
            found.setdefault(code, country)
    return found


@functools.cache
def country_names() -> Mapping[str, str]:
    """Name every country: ISO 3166-1 alpha-2 code (3166-3 if former) to short name."""
    from babel import Locale  # noqa: PLC0415 - reads its data on import

    named = {code: country.name() or code for code, country in _countries().items()}
    named.update(
        (code, name)
        for code, name in Locale("en").territories.items()
        if code in named and "&" not in name and "(" not in name and " - " not in name
    )
    own = read_table("countries")["names"]
    for code, names in own.items():
        named[code] = _PREFERRED.get(code) or named.get(code) or names[0]
    return named


# Codes that ISO 3166-1 withdrew and countryinfo keeps.
_FORMER = frozenset({"AN", "CS"})

# Where CLDR's short name is not the one in use.
_PREFERRED = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macau",
    "PS": "Palestine",
    "TR": "Turkey",
}


def country_entries() -> Iterator[Known]:
    """Yield every name by which a country, its people or its government goes."""
    own = read_table("countries")
    names = country_names()
    ambiguous = frozenset(own["ambiguous"]["countries"])
    seen = set()
    for code, name, facet in (*_own_entries(own), *_library_entries(names)):
        if not name or name in ambiguous or (name, facet) in seen:
            continue
        seen.add((name, facet))
        key = f"country:{code}"
        yield Known(name, key, names.get(code, name), "country", facet)


def _own_entries(
    own: Mapping[str, Mapping[str, list[str]]],
) -> Iterator[tuple[str, str, Facet]]:
    for code, names in own["names"].items():
        yield from ((code, name, "name") for name in names)
    for code, names in own["people"].items():
        yield from ((code, name, "people") for name in names)


def _library_entries(names: Mapping[str, str]) -> Iterator[tuple[str, str, Facet]]:
    from babel import Locale  # noqa: PLC0415 - reads its data on import

    yield from ((code, name, "name") for code, name in names.items())
    territories = Locale("en").territories
    yield from ((code, territories.get(code, ""), "name") for code in names)
    for code, country in _countries().items():
        for name in (*(country.alt_spellings() or ()), country.name() or ""):
            plain = len(name) > _SHORT and "," not in name
            if plain and name.strip() != country.demonym():
                yield code, name.strip(), "name"
    yield from _peoples()


def _peoples() -> Iterator[tuple[str, str, Facet]]:
    """Yield the demonyms of one country only that the own table does not settle."""
    own = read_table("countries")["people"]
    taken = {name for listed in own.values() for name in listed}
    homes: dict[str, list[str]] = {}
    for code, country in _countries().items():
        for people in (country.demonym() or "").replace("/", ",").split(","):
            homes.setdefault(people.strip(), []).append(code)
    for people, codes in homes.items():
        if len(codes) == 1 and people not in taken:
            yield codes[0], people, "people"
            if people.endswith(("n", "i")):
                yield codes[0], people + "s", "people"


def capital_entries() -> Iterator[Known]:
    """Yield every capital and seat of government, with the country it stands for."""
    own = read_table("countries")
    names = country_names()
    ambiguous = frozenset(own["ambiguous"]["capitals"])
    shared = frozenset(own["ambiguous"]["shared"])
    capitals = {code: country.capital() for code, country in _countries().items()}
    listed = {
        code: [*own["capitals"].get(code, ()), capital]
        for code, capital in capitals.items()
        if isinstance(capital, str) and "/" not in capital
    }
    listed.update(
        (code, more) for code, more in own["capitals"].items() if code not in listed
    )
    for code, cities in listed.items():
        for city in dict.fromkeys(cities):
            if city and city not in ambiguous and city != names.get(code):
                facet: Facet = "shared capital" if city in shared else "capital"
                yield _seat(city, code, names.get(code, code), facet)
    for code, seats in own["governments"].items():
        for seat in seats:
            yield _seat(seat, code, names[code], "government")


def _seat(text: str, code: str, name: str, facet: Facet) -> Known:
    key = f"country:{code}"
    return Known(text, key, name, "country", facet, place_key(text), (key,))


def region_entries() -> Iterator[Known]:
    """Yield regions: parts of one country, and those larger than a country."""
    own = read_table("regions")
    for code, names in own["in"].items():
        for name in names:
            yield Known(
                name, place_key(name), name, "region",
                within=(f"country:{code}",),
            )  # fmt: skip
    inside = {name: code for code, names in own["in"].items() for name in names}
    for name in (*own["wide"]["names"], *own["of"]):
        yield Known(name, place_key(name), name, "region")
    for name, peoples in own["people"].items():
        within = (f"country:{inside[name]}",) if name in inside else ()
        for people in peoples:
            yield Known(
                people, place_key(name), name, "region", "people", within=within
            )


def settled_entries(text: str) -> Iterator[Known]:
    """
    Yield the names of two countries that a text settles for one.

    "Georgia" is the country where the text also names Tbilisi, the state where it names
    Atlanta, and nothing where it names both or neither.
    """
    for shared in read_table("shared_names").values():
        cues = cast("Mapping[str, list[str]]", shared["cues"])
        told = [key for key, words in cues.items() if any(w in text for w in words)]
        if len(told) != 1 or not any(name in text for name in _said(shared)):
            continue
        key = told[0]
        country = key.startswith("country:")
        within = () if country else ("country:US",)
        name = country_names()[key.removeprefix("country:")] if country else "Georgia"
        label = "country" if country else "region"
        for words in shared["names"]:
            yield Known(words, key, name, label, "name", within=within)
        for words in shared["people"]:
            yield Known(words, key, name, label, "people", within=within)


def _said(shared: Mapping[str, list[str]]) -> list[str]:
    return [*shared["names"], *shared["people"]]
