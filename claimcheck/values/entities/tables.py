"""Read the tables about names that are no places."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any


@functools.cache
def _read_table(name: str) -> Mapping[str, Any]:
    file = resources.files("claimcheck.values.entities") / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@functools.cache
def word_list(table: str, name: str) -> frozenset[str]:
    """
    Return a list of words of one of the TOML tables of ``entities/data``.

    Raises:
        KeyError: The table has no list *name*.

    >>> "summit" in word_list("heads", "event")
    True
    """
    return frozenset(str(_read_table(table)[name]).split())


@functools.cache
def name_map(table: str, section: str) -> Mapping[str, Any]:
    """Return a section of one of the tables that maps names to other names."""
    found: Mapping[str, Any] = _read_table(table)[section]
    return found
