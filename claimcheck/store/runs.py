"""
Runs: what read and matched the articles, and what has changed since.

A run is recorded only when there is something to do.  Nothing here looks at a clock:
the time of a run is what the caller says, or nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from claimcheck.store.connection import Store, reading, writing


@dataclass(frozen=True, slots=True)
class Run:
    """
    Hold one run; *matched* is the fingerprint of what it matched, if it did.

    *model* is the English model's name and version; *at* is ISO 8601, if told.
    """

    id: int
    claimcheck: str
    model: str
    at: str | None = None
    matched: str | None = None


def start_run(store: Store, claimcheck: str, model: str, at: str | None = None) -> Run:
    """
    Record a run; findings first seen in an earlier one are new no longer.

    Raises:
        StoreError: The database cannot be written.
    """
    with writing(store) as connection:
        row = connection.execute(
            "INSERT INTO runs (claimcheck, model, at) VALUES (?, ?, ?) RETURNING id",
            (claimcheck, model, at),
        ).fetchone()
    return Run(row["id"], claimcheck, model, at)


def load_runs(store: Store) -> tuple[Run, ...]:
    """Return every run, oldest first."""
    with reading(store) as connection:
        rows = connection.execute("SELECT * FROM runs ORDER BY id").fetchall()
    return tuple(Run(**dict(row)) for row in rows)


def last_run(store: Store) -> Run | None:
    """Return the latest run, or ``None`` when nothing was ever ingested."""
    with reading(store) as connection:
        row = connection.execute(
            "SELECT * FROM runs ORDER BY id DESC LIMIT 1"
        ).fetchone()
    return Run(**dict(row)) if row else None


def fingerprint(store: Store, settings: str = "") -> str:
    """
    Digest everything that matching depends on: claims, document dates and *settings*.

    Args:
        store: The open database.
        settings: What else decides, such as the version and the user's aliases.
    """
    digest = hashlib.blake2b(settings.encode(), digest_size=16)
    with reading(store) as connection:
        for query in (
            "SELECT id, source, title, published, reader FROM documents ORDER BY id",
            "SELECT id, text FROM claims ORDER BY id",
        ):
            for row in connection.execute(query):
                digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def is_matched(store: Store, settings: str = "") -> bool:
    """Tell whether what is stored now has been matched under the same *settings*."""
    with reading(store) as connection:
        row = connection.execute(
            "SELECT matched FROM runs WHERE matched IS NOT NULL ORDER BY id DESC"
        ).fetchone()
    return row is not None and row["matched"] == fingerprint(store, settings)


def has_news(store: Store) -> bool:
    """
    Tell whether findings are still listed as new or gone since the last run.

    A caller that finds nothing else to do starts a run, so that they are so no more.
    """
    with reading(store) as connection:
        row = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM findings WHERE "
            "(SELECT max(id) FROM runs) IN (first_run, gone_run))"
        ).fetchone()
    return bool(row[0])
