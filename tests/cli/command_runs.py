"""What a run of a command leaves, as the tests of the command line see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Ran:
    """Hold what a command printed, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


Run: TypeAlias = Callable[..., Ran]
