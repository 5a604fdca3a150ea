"""
Tell which articles are of one affair, by the names that they share.

Articles of one piece of news share the people and places it is about; those of one
subject share one name, and are told from each other by their dates.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from claimcheck.match.participants import name_key, phrase_words, shared_key
from claimcheck.match.sources import Source
from claimcheck.model import Entity

# The two keys by which articles share an entity: in full and in short.
Name: TypeAlias = tuple[str, str]

# Two articles that report one affair.
Pair: TypeAlias = tuple[Source, Source]

# Names that two articles on one affair share at least, one of them a main one of each.
SHARED_NAMES = 2
MAIN_NAMES = 6
# Articles that one name may bring together; a name of more is the folder's subject.
MOST_SOURCES = 40
# Days between two articles on one piece of news, and the words of their leads that
# they share at least where they share one name.
SAME_NEWS_DAYS = 3
LEAD_WORDS = 4
# Sentences, the heading among them, in which an article says what it is about.
LEAD = 4


def pair_sources(sources: Sequence[Source]) -> Iterator[Pair]:
    """Yield each two sources of one affair once, in their order."""
    names = {s.id: _ranked(s) for s in sources}
    holders: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        for name in names[source.id][:MAIN_NAMES]:
            holders[name[1]].append(source)
    seen: set[tuple[str, str]] = set()
    for key in sorted(holders):
        for left, right in itertools.combinations(holders[key][:MOST_SOURCES], 2):
            if (left.id, right.id) in seen or left.id == right.id:
                continue
            seen.add((left.id, right.id))
            if _is_one_affair(
                left, right, len(share_names(names[left.id], names[right.id]))
            ):
                yield left, right


def _is_one_affair(left: Source, right: Source, shared: int) -> bool:
    """Tell whether two articles that share so many names tell of one affair."""
    if left.published is None or right.published is None:
        return shared > SHARED_NAMES
    days = abs((left.published - right.published).days)
    if shared < SHARED_NAMES and days <= SAME_NEWS_DAYS:
        return len(_lead_words(left) & _lead_words(right)) >= LEAD_WORDS
    return shared >= SHARED_NAMES


def _lead_words(source: Source) -> frozenset[str]:
    lead = [c.text for c in source.claims if c.sentence < LEAD]
    return frozenset(phrase_words(" ".join((source.title or "", *lead))))


def opening_words(source: Source) -> frozenset[str]:
    """Return the words of the title and the first sentence of an article."""
    first = min((c.sentence for c in source.claims), default=0)
    opening = [c.text for c in source.claims if c.sentence == first]
    return frozenset(phrase_words(" ".join((source.title or "", *opening))))


def _ranked(source: Source) -> list[Name]:
    """Return the names of an article, the most frequent first, countries left out."""
    counted: dict[Name, int] = defaultdict(int)
    for claim in source.claims:
        for value in claim.values:
            if isinstance(value, Entity) and not value.key.startswith("country:"):
                counted[name_of(value.key)] += 1
    return sorted(counted, key=lambda name: (-counted[name], name))


def name_of(key: str) -> Name:
    """Return the two keys by which articles share an entity, in full and in short."""
    return name_key(key), shared_key(key)


def share_names(ours: Iterable[Name], theirs: Iterable[Name]) -> set[Name]:
    """Return the names of the first that the second has in full or in short."""
    known = {key for name in theirs for key in name}
    return {name for name in ours if known & set(name)}
