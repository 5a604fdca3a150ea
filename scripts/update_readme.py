"""
Fill the console examples of README.md with what the commands print today.

Each line ``$ claimcheck ...`` is run in a copy of the repository with an empty
database, and its output is put below it.  ``--check`` changes nothing and fails when an
example is stale.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from claimcheck.cli import app

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def fill_examples(page: str, folder: Path) -> str:
    """Return the page with every example run, in order, in *folder*."""
    with contextlib.chdir(folder):
        return _BLOCK.sub(lambda block: _run_block(block[1]), page)


def _run_block(block: str) -> str:
    lines = [line for line in block.splitlines() if line.startswith("$ ")]
    shown = "\n".join(f"{line}\n{_run_line(line)}" for line in lines)
    return f"```console\n{shown}```"


def _run_line(line: str) -> str:
    program, *arguments = shlex.split(line.removeprefix("$ "))
    if program != "claimcheck":
        message = f"an example runs claimcheck, not {program}"
        raise ValueError(message)
    return CliRunner().invoke(app, arguments).output


def fresh_examples(page: str) -> str:
    """Return the page with examples run on a copy of corpus/."""
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "corpus", Path(name) / "corpus")
        return fill_examples(page, Path(name))


def main(arguments: list[str]) -> int:
    """Update README.md, or check it; return the exit status."""
    page = README.read_text(encoding="utf-8")
    fresh = fresh_examples(page)
    if arguments == ["--check"]:
        return int(fresh != page)
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
