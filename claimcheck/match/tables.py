"""Load the word tables of this package, the TOML files beside its modules."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any


@functools.cache
def load_table(name: str) -> Mapping[str, Any]:
    """Return the table in ``NAME.toml``, read once."""
    file = resources.files("claimcheck.match").joinpath(f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
