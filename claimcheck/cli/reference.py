"""The reference of all commands, written from their own help."""

from __future__ import annotations

from collections.abc import Iterator

import typer.testing

from claimcheck.cli.app import ORDER, app

# Groups and their subcommands; the rest are single commands.
GROUPS = {"cite": ("lint", "export"), "sources": ("set",)}

HEAD = """\
# Commands

Written by `scripts/generate_docs.py` from the commands' own help.

Exit status: 0 done and nothing flagged; 1 something flagged (`check`, `report`,
`cite lint`, `verify`), or a `search` with no hit; 2 could not do it, with one sentence
on standard error. Data goes to standard output, everything else to standard
error. `CLAIMCHECK_DB` names the database where `--db` does not.
"""


def render_reference() -> str:
    """Return the page: the help of every command, in the order of `--help`."""
    return HEAD + "".join(_section(words) for words in _commands())


def _commands() -> Iterator[tuple[str, ...]]:
    for name in ORDER:
        yield (name,)
        yield from ((name, inner) for inner in GROUPS.get(name, ()))


def _section(words: tuple[str, ...]) -> str:
    runner = typer.testing.CliRunner()
    done = runner.invoke(app, [*words, "--help"], prog_name="claimcheck")
    return f"\n## claimcheck {' '.join(words)}\n\n```text\n{done.stdout.strip()}\n```\n"
