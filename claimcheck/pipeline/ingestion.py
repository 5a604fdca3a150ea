"""
From files to the store: only what is new or changed is read again.

A file is unchanged when its bytes, the user's settings for it and what would read it
are those of the last time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import claimcheck
from claimcheck.citations import lint_notes
from claimcheck.match import check_reading, confirm_reading
from claimcheck.model import Document, Skipped
from claimcheck.pipeline.reading import read_document
from claimcheck.read import apply_fields, read_documents
from claimcheck.read.walk import check_paths, name_source
from claimcheck.store import (
    Run,
    Store,
    is_unchanged,
    load_documents,
    load_overrides,
    remove_document,
    save_reading,
    start_run,
)
from claimcheck.text.parse import find_model
from claimcheck.values.entities import Aliases, load_aliases

__all__ = ["Ingested", "begin_run", "check_paths", "ingest", "reader_name"]

Notice = Callable[[str], None]

# What SQLite keeps beside a database while it is open (sqlite.org/tempfiles.html).
_COMPANIONS = ("", "-wal", "-shm", "-journal")


@dataclasses.dataclass(frozen=True, slots=True)
class Ingested:
    """
    Hold what became of the inputs, each by its source, in the order of reading.

    *sources* are those of all documents that the inputs now stand for; *removed* are
    documents that were stored from an input folder and are not there any more; *run* is
    the run that wrote, if there was anything to write.
    """

    sources: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    run: Run | None = None


def reader_name() -> str:
    """Return what tells one reader of claims from another: a changed one reads anew."""
    _, version = find_model()
    return f"claimcheck {claimcheck.__version__}, en_core_web_sm {version}"


def begin_run(store: Store) -> Run:
    """Record that this claimcheck, with this model, is about to write."""
    return start_run(store, claimcheck.__version__, " ".join(find_model()))


def ingest(
    store: Store,
    paths: Sequence[Path],
    *,
    aliases: Path | None = None,
    notice: Notice | None = None,
) -> Ingested:
    """
    Read what is new or changed at *paths* and store it, one transaction a document.

    The database itself, met in one of the folders, is passed over in silence.

    Args:
        store: The open database.
        paths: Files, folders, or "-" for standard input.
        aliases: A file with the user's own names for entities.
        notice: Called with the source of each document before it is read.

    Raises:
        AliasError: The file of aliases cannot be read.
        InputError: A path does not exist.
        StoreError: The database cannot be written.
    """
    work = _Work(store, load_aliases(aliases) if aliases else None, notice)
    sources: list[str] = []
    read: list[str] = []
    skipped: list[Skipped] = []
    own = _own_files(store) - {name_source(path, Path()) for path in paths}
    for item in read_documents(paths):
        if isinstance(item, Skipped):
            if item.source not in own:
                skipped.append(item)
            continue
        sources.append(item.source)
        if work.store_document(item):
            read.append(item.source)
    removed = tuple(
        work.remove_missing(paths, {*sources, *(s.source for s in skipped)})
    )
    unchanged = tuple(source for source in sources if source not in set(read))
    return Ingested(
        tuple(sources), tuple(read), unchanged, removed, tuple(skipped), work.run
    )


def _own_files(store: Store) -> set[str]:
    """Return the database and what SQLite keeps beside it, as sources are named."""
    return {name_source(Path(store.path + end), Path()) for end in _COMPANIONS}


class _Work:
    """Hold an ingest under way; its run is recorded when there is first work to do."""

    def __init__(
        self, store: Store, aliases: Aliases | None, notice: Notice | None
    ) -> None:
        self._store = store
        self._aliases = aliases
        self._notice = notice
        self._reader = f"{reader_name()}{_digest_of(aliases)}"
        self.run: Run | None = None

    def _begin(self) -> Run:
        if self.run is None:
            self.run = begin_run(self._store)
        return self.run

    def store_document(self, document: Document) -> bool:
        """Read and store a document; tell whether there was anything to do."""
        source = document.source
        if is_unchanged(self._store, source, document.raw_sha256, self._reader):
            return False
        if self._notice:
            self._notice(source)
        document = apply_fields(document, load_overrides(self._store, source))
        reading, notes = read_document(document, self._aliases)
        save_reading(
            self._store,
            reading,
            self._begin(),
            notes=notes.notes,
            defects=lint_notes(document, notes, reading),
            findings=check_reading(reading),
            held=confirm_reading(reading),
            reader=self._reader,
        )
        return True

    def remove_missing(self, paths: Sequence[Path], seen: set[str]) -> Iterator[str]:
        """Remove stored documents of an input folder whose file is there no more."""
        folders = [path.absolute() for path in paths if path.is_dir()]
        for document in load_documents(self._store):
            source = Path(document.source).absolute()
            inside = any(source.is_relative_to(folder) for folder in folders)
            if inside and document.source not in seen and not source.exists():
                remove_document(self._store, document.source, self._begin())
                yield document.source


def _digest_of(aliases: Aliases | None) -> str:
    return "" if aliases is None else f", aliases {aliases!r}"
