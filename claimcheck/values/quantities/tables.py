"""Load the data files of this package, once and only when a text is read."""

from __future__ import annotations

import csv
import functools
import tomllib
from importlib import resources
from typing import Any

FOLDER = "data"


@functools.cache
def load_toml(name: str) -> dict[str, Any]:
    """Return one of the package's TOML files."""
    return tomllib.loads(_read(name))


@functools.cache
def load_tsv(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one of the package's tab-separated files, without comments."""
    lines = [line for line in _read(name).splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(name: str) -> str:
    """Return the text of a data file."""
    return (resources.files(__package__) / FOLDER / name).read_text(encoding="utf-8")
