"""
Read the word lists that matching rests on.

The lists are data, in ``lexicon.toml`` beside this module; its headings name their
sources.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from claimcheck.match.tables import load_table


@functools.cache
def word_set(table: str, name: str) -> frozenset[str]:
    """Return one list of words; "_" in the file joins the words of a phrase."""
    words = load_table("lexicon")[table][name].split()
    return frozenset(word.replace("_", " ") for word in words)


@functools.cache
def word_groups(table: str) -> Mapping[str, frozenset[str]]:
    """Return every list of a table by its name."""
    return {name: word_set(table, name) for name in load_table("lexicon")[table]}


@functools.cache
def word_map(table: str) -> Mapping[str, str]:
    """Return a table that maps one word to another."""
    return dict(load_table("lexicon")[table])


@functools.cache
def opposites() -> frozenset[frozenset[str]]:
    """Return the pairs of words of which at most one is true of a thing."""
    return frozenset(
        frozenset(pair.split("/"))
        for line in load_table("lexicon")["opposites"].values()
        for pair in line.split()
    )
