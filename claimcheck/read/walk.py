"""Find the files that paths name: sorted, each once, whatever links there are."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Skipped

#: The path that stands for standard input.
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Hold a file to read; *source* is its name in reports, with forward slashes."""

    source: str
    path: Path


def check_paths(paths: Sequence[Path]) -> None:
    """
    Refuse paths that lead nowhere, before anything is read.

    Raises:
        InputError: A path is missing.
    """
    for path in paths:
        if str(path) != STANDARD_INPUT and not os.path.lexists(path):
            message = f"There is no file or folder {path}; check its name."
            raise InputError(message)


def find_files(paths: Sequence[Path], base: Path) -> tuple[SourceFile | Skipped, ...]:
    """
    Return the regular files that *paths* name, folders searched to the bottom.

    Hidden files and folders inside a folder are left out, in silence.  A folder that a
    link leads back to is searched once, and so is a file that several links name; what
    is named or lies in a real folder keeps its own name.

    Args:
        paths: Files and folders that exist.
        base: Sources below it are named relative to it; others as written.

    Returns:
        By source, each once; what cannot be read stands between them.
    """
    found: dict[str, SourceFile | Skipped] = {}
    seen: set[Path] = set()
    waiting = list(reversed(paths))
    links: list[Path] = []
    while waiting or links:
        if not waiting:
            waiting, links = sorted(links, reverse=True), []
        path = waiting.pop()
        source = name_source(path, base)
        item = _refuse_name(source) or _look_at(path, source, seen)
        if isinstance(item, list):
            links += [child for child in item if child.is_symlink()]
            waiting += [child for child in item if not child.is_symlink()]
        elif item is not None:
            found[item.source] = item
    return tuple(found[source] for source in sorted(found))


def _refuse_name(source: str) -> Skipped | None:
    """Refuse a name of bytes that are no text: no report could print or find it."""
    printable = source.encode("utf-8", "replace").decode()
    if printable == source:
        return None
    return Skipped(printable, "its name is not valid text; rename it.")


def _look_at(
    path: Path, source: str, seen: set[Path]
) -> SourceFile | Skipped | list[Path] | None:
    """Return a file, the children of a folder, or ``None`` for what was seen."""
    try:
        mode = path.stat().st_mode
        real = path.resolve()
    except (OSError, RuntimeError):  # RuntimeError: a link to itself, before 3.13
        return Skipped(source, "the link leads nowhere; mend or delete it.")
    if real in seen:
        return None
    seen.add(real)
    if stat.S_ISREG(mode):
        return SourceFile(source, path)
    if not stat.S_ISDIR(mode):
        return Skipped(source, "it is a device or a pipe, not a file.")
    try:
        return [child for child in path.iterdir() if not child.name.startswith(".")]
    except OSError as error:
        reason = f"the folder cannot be read ({error.strerror}); check its permissions."
        return Skipped(source, reason)


def name_source(path: Path, base: Path) -> str:
    """
    Return the name of *path* in reports, with forward slashes.

    Below *base* it is relative to it, however it was written; elsewhere as written.
    """
    full = Path(os.path.normpath(path.absolute()))
    try:
        return full.relative_to(os.path.normpath(base.absolute())).as_posix()
    except ValueError:
        return Path(os.path.normpath(path)).as_posix()
