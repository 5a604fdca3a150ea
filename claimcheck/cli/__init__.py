"""The command line: one module a command, the only home of typer and rich."""

from __future__ import annotations

from claimcheck.cli import (
    check,
    compare,
    explain,
    review,
    search,
    show,
    sources,
    timeline,
    verify,
)
from claimcheck.cli.app import app

# The modules above register their commands when they are imported.
__all__ = [
    "app",
    "check",
    "compare",
    "explain",
    "main",
    "review",
    "search",
    "show",
    "sources",
    "timeline",
    "verify",
]


def main() -> None:
    """Run claimcheck on the process's arguments."""
    app(prog_name="claimcheck")
