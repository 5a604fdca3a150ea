"""Run claimcheck as a user does, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_runs import Ran, Run
from typer.testing import CliRunner

from claimcheck.cli import app

JUNE = """\
The war in Ukraine

By Ada Brandt

Release Date : 2024-04-10

Russia invaded Ukraine in June 2022. Prices rose in Europe.
"""

FEBRUARY = """\
---
title: Two years of war
authors: [Leo Marsh]
published: 2024-02-24
---

Russia's invasion of Ukraine in February 2022 shocked Europe.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMCHECK_DB", raising=False)

    def call(*arguments: str, stdin: str | bytes | None = None) -> Ran:
        done = CliRunner().invoke(app, list(arguments), input=stdin)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Ran(done.exit_code, done.stdout, done.stderr)

    return call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with two articles that date one invasion differently."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "june.txt").write_text(JUNE, encoding="utf-8")
    (folder / "february.md").write_text(FEBRUARY, encoding="utf-8")
    return folder
