"""
Open a database, and turn what SQLite says into sentences.

A read command never creates a file: `open_store` does so only with ``create``.  The
connection is in autocommit mode; every write stands inside `writing`, one transaction.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from claimcheck.errors import InputError, StoreError
from claimcheck.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrate

# The first 16 bytes of every SQLite database (https://sqlite.org/fileformat2.html).
_MAGIC = b"SQLite format 3\x00"

# Primary result code of SQLite to what a person can do about it.
_SENTENCES = {
    sqlite3.SQLITE_BUSY: "is locked by another program; close that one and try again",
    sqlite3.SQLITE_LOCKED: "is locked by another program; close that one and try again",
    sqlite3.SQLITE_NOTADB: "is not a SQLite database; name another file with --db",
    sqlite3.SQLITE_CORRUPT: "is damaged; delete it and ingest the articles again",
    sqlite3.SQLITE_READONLY: "cannot be written; copy it to a folder of your own",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder can be written",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full; free some space and try again",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk it lies on",
}


@dataclass(frozen=True, slots=True)
class Store:
    """Hold an open database; use it in a ``with`` statement, or close it."""

    path: str
    connection: sqlite3.Connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was saved is on disk."""
        self.connection.close()


def open_store(
    path: str | Path, *, create: bool = False, timeout_s: float = 5.0
) -> Store:
    """
    Open the database at *path* and bring its schema up to date.

    Args:
        path: A file, or ":memory:".
        create: Make the file when it is not there, or is empty.
        timeout_s: Seconds to wait for another program that holds a lock.

    Raises:
        StoreError: The file is missing, no SQLite database, locked, from a newer
            claimcheck, or of another program; or its folder cannot be used.
    """
    name = str(path)
    if name == ":memory:":
        connection = sqlite3.connect(name, isolation_level=None)
    else:
        _check_file(Path(path), create=create)
        with _sentences(name):
            connection = _connect(Path(path), create=create, timeout_s=timeout_s)
    try:
        with _sentences(name):
            connection.execute("PRAGMA foreign_keys = ON")
            # SQLite's own lower() knows ASCII only.
            connection.create_function("casefold", 1, _casefold, deterministic=True)
            _bring_up_to_date(connection, name)
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return Store(name, connection)


@contextlib.contextmanager
def reading(store: Store) -> Iterator[sqlite3.Connection]:
    """
    Give the connection for a query.

    Raises:
        InputError: A value is not valid text.
        StoreError: SQLite refused.
    """
    with _sentences(store.path):
        yield store.connection


@contextlib.contextmanager
def writing(store: Store) -> Iterator[sqlite3.Connection]:
    """
    Give the connection inside one transaction; an error undoes it all.

    A ``writing`` inside another joins the outer transaction.

    Raises:
        StoreError: SQLite refused.
    """
    connection = store.connection
    with _sentences(store.path):
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _check_file(path: Path, *, create: bool) -> None:
    """Refuse what is plainly no database before SQLite sees it."""
    if path.is_dir():
        message = f"{path} is a folder, not a database; name a file with --db."
        raise StoreError(message)
    if not path.exists():
        if not create:
            message = (
                f"There is no database {path}; make one with `claimcheck ingest PATH`."
            )
            raise StoreError(message)
        if not path.absolute().parent.is_dir():
            message = (
                f"The folder of {path} is not there; make it, "
                "or name another file with --db."
            )
            raise StoreError(message)
        return
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}); check its permissions."
        raise StoreError(message) from error
    if start and start != _MAGIC:
        message = f"{path} {_SENTENCES[sqlite3.SQLITE_NOTADB]}."
        raise StoreError(message)


def _connect(path: Path, *, create: bool, timeout_s: float) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"{uri}?mode={mode}", uri=True, timeout=timeout_s, isolation_level=None
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        connection.close()
        if create or not _is_write_protected(error, path):
            raise
        # A database in WAL mode needs to write beside itself even to be read, unless
        # SQLite is told that nobody changes it (https://sqlite.org/wal.html#readonly).
        connection = sqlite3.connect(
            f"{uri}?immutable=1", uri=True, isolation_level=None
        )
    return connection


def _is_write_protected(error: sqlite3.Error, path: Path) -> bool:
    code = error.sqlite_errorcode & 0xFF
    return (
        code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
        and path.exists()
        and not path.with_name(path.name + "-wal").exists()
    )


def _bring_up_to_date(connection: sqlite3.Connection, name: str) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or tables):
        message = (
            f"{name} belongs to another program; name another file with --db, "
            "nothing was changed."
        )
        raise StoreError(message)
    if version > SCHEMA_VERSION:
        message = (
            f"{name} was written by a newer claimcheck (schema {version}, this one "
            f"knows {SCHEMA_VERSION}); upgrade claimcheck."
        )
        raise StoreError(message)
    if version < SCHEMA_VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection)


def _casefold(text: str | None) -> str | None:
    return None if text is None else text.casefold()


@contextlib.contextmanager
def _sentences(name: str) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:  # bytes of a command line that are no text
        message = f"{error.object!a} is not valid text; type it anew."
        raise InputError(message) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        told = _SENTENCES.get(code, f"cannot be used ({error}); check the file")
        message = f"{name} {told}."
        raise StoreError(message) from error
