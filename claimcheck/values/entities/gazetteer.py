"""
Find the names of a table in a text, longest first, in time linear in the text.

Names match with the case they are listed in, so that "us" and "turkey" are no
countries; between their words white space, a hyphen, a stop or an apostrophe may stand.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from claimcheck.model import Span
from claimcheck.values.entities.tables import name_map
from claimcheck.values.places.countries import (
    Known,
    capital_entries,
    country_entries,
    region_entries,
)
from claimcheck.values.places.gazetteer import place_entries
from claimcheck.values.places.names import fold_name, name_words

Table: TypeAlias = Mapping[str, Sequence[tuple[tuple[str, ...], Known]]]

# A word; also the second half of one whose space an extractor lost: "visitedMoscow".
_WORD = re.compile(r"(?:[^\W\d_]?[a-z]{3,30}(?=[A-Z][a-z]{3}))|[^\W_]+")
_JOIN = re.compile(r"[ \t\n\r\u00a0.,'\u2019\u2011-]{0,12}")
_SHORT = 3  # letters: "US" and "WHO" are in capitals anyway, "OMAN" is not
# First halves of compounds, which are nothing without their hyphen: "Sino-Indian".
_PREFIXES = frozenset({"Sino", "Russo", "Anglo", "Franco", "Indo", "Irano"})


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a name of a table and its place in the text."""

    span: Span
    known: Known


def index_names(entries: Iterable[Known]) -> Table:
    """Index names by their first word, longest first; the first of equals stays."""
    table: dict[str, dict[tuple[str, ...], Known]] = {}
    for known in entries:
        words = name_words(known.text)
        if words:
            table.setdefault(words[0], {}).setdefault(words, known)
    return {
        first: sorted(names.items(), key=lambda pair: -len(pair[0]))
        for first, names in table.items()
    }


@functools.cache
def world() -> Table:
    """Index every name that the package's own tables know."""
    return index_names(
        (
            *_organisations(),
            *_events(),
            *region_entries(),
            *country_entries(),
            *capital_entries(),
            *place_entries(),
        )
    )


def _organisations() -> Iterator[Known]:
    """Yield the organisations that news names without introducing them."""
    listed = name_map("organisations", "names")
    bodies = {
        body: f"org:{fold_name(whole)}" if whole in listed else f"country:{whole}"
        for whole, parts in name_map("organisations", "within").items()
        for body in parts
    }
    for first, others in listed.items():
        within = (bodies[first],) if first in bodies else ()
        key = f"org:{fold_name(first)}"
        for name in (first, *others):
            yield Known(name, key, first, "organisation", within=within)


def _events() -> Iterator[Known]:
    """Yield the wars and other events that go by several names."""
    for first, others in name_map("organisations", "events").items():
        for name in (first, *others):
            yield Known(name, f"event:{fold_name(first)}", first, "event")


def key_of_name(name: str) -> str | None:
    """
    Return the key of what a name of the package's tables denotes, as listed there.

    >>> key_of_name("DPRK")
    'country:KP'
    """
    found = next(find_names(name, Span(0, len(name)), world()), None) if name else None
    if found is None or found.span != Span(0, len(name)):
        return None
    return found.known.key


def find_names(text: str, span: Span, *tables: Table) -> Iterator[Found]:
    """
    Find the names of *tables* inside *span*, left to right and disjoint.

    An earlier table goes before a later one, a longer name before a shorter.
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    at = 0
    while at < len(words):
        found = next(
            (f for t in tables if (f := _match(text, words, at, t, span.end))), None
        )
        if found is None:
            at += 1
            continue
        yield found[0]
        at += found[1]


def _match(
    text: str, words: Sequence[re.Match[str]], at: int, table: Table, limit: int
) -> tuple[Found, int] | None:
    for names, known in _names_from(words[at].group(), table):
        here = words[at : at + len(names)]
        if len(here) < len(names) or not _spelt(text, here, names, known.label):
            continue
        end = here[-1].end()
        following = text[end : end + 1]
        if known.text in _PREFIXES and following not in {"-", "\u2013"}:
            continue
        if known.text.endswith("."):
            if following != ".":
                continue
            end = min(end + 1, limit)
        return Found(Span(here[0].start(), end), known), len(names)
    return None


def _names_from(word: str, table: Table) -> Sequence[tuple[tuple[str, ...], Known]]:
    """Return the names that begin with *word*, also where it stands in capitals."""
    found = table.get(word)
    if found is None and word.isupper() and len(word) > _SHORT:
        found = table.get(word.capitalize())
    return found or ()


def _spelt(
    text: str, words: Sequence[re.Match[str]], names: Sequence[str], label: str
) -> bool:
    """Compare words; an organisation's later ones may be small ("UN council")."""
    return all(
        word.group() in {name, _capitals(name)}
        or (n > 0 and label == "organisation" and word.group() == name.lower())
        for n, (word, name) in enumerate(zip(words, names, strict=True))
    ) and all(_joined(text, pair) for pair in pairwise(words))


def _capitals(name: str) -> str:
    """Return a name in capitals, as datelines have it; a short one as it is."""
    return name.upper() if len(name) > _SHORT else name


def _joined(text: str, pair: tuple[re.Match[str], re.Match[str]]) -> bool:
    """Tell whether nothing but a join stands between two words."""
    return _JOIN.fullmatch(text, pair[0].end(), pair[1].start()) is not None
