"""Run claimcheck as a user does, in a folder of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Ran: TypeAlias = subprocess.CompletedProcess[str]
Run: TypeAlias = Callable[..., Ran]

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
def run(tmp_path: Path) -> Run:
    """Return what runs the installed command in an empty folder."""

    def call(*arguments: str, stdin: str | bytes | None = None) -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", *arguments],
            cwd=tmp_path,
            input=data,
            capture_output=True,
            check=False,
            timeout=120,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with two articles that date one invasion differently."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "june.txt").write_text(JUNE, encoding="utf-8")
    (folder / "february.md").write_text(FEBRUARY, encoding="utf-8")
    return folder
