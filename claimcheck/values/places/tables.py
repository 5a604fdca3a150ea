"""Read the tables about places."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources


@functools.cache
def read_table(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    """Read one of the TOML tables of ``places/data``: lists of names, by section."""
    file = resources.files("claimcheck.values.places") / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))
