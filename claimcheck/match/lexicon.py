"""
Read the word lists that matching rests on.

The lists are data, in ``lexicon.toml`` beside this module; its headings name their
sources.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources


@functools.cache
def _load() -> Mapping[str, Mapping[str, str]]:
    file = resources.files("claimcheck.match").joinpath("lexicon.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@functools.cache
def word_set(table: str, name: str) -> frozenset[str]:
    """Return one list of words; "_" in the file joins the words of a phrase."""
    words = _load()[table][name].split()
    return frozenset(word.replace("_", " ") for word in words)


@functools.cache
def word_groups(table: str) -> Mapping[str, frozenset[str]]:
    """Return every list of a table by its name."""
    return {name: word_set(table, name) for name in _load()[table]}


@functools.cache
def word_map(table: str) -> Mapping[str, str]:
    """Return a table that maps one word to another."""
    return dict(_load()[table])


@functools.cache
def opposites() -> frozenset[frozenset[str]]:
    """Return the pairs of words of which at most one is true of a thing."""
    return frozenset(
        frozenset(pair.split("/"))
        for line in _load()["opposites"].values()
        for pair in line.split()
    )
