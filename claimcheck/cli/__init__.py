"""The command line: one module a command, the only home of typer and rich."""

from __future__ import annotations

from claimcheck.cli import compare, explain
from claimcheck.cli.app import app

__all__ = ["app", "compare", "explain", "main"]


def main() -> None:
    """Run claimcheck on the process's arguments."""
    app(prog_name="claimcheck")
