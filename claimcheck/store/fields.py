"""Metadata that the user set: kept by source, so that it outlives a changed text."""

from __future__ import annotations

import datetime as dt
import sqlite3

from claimcheck.errors import InputError
from claimcheck.model import Field
from claimcheck.store.connection import Store, reading, writing
from claimcheck.store.rows import insert_row
from claimcheck.store.serialization import dump_json

# What can be set, and the column of documents that it changes.
SETTABLE = ("title", "authors", "published", "publisher", "url")


def set_field(store: Store, source: str, name: str, value: str) -> None:
    """
    Set one piece of metadata; an empty *value* takes the user's setting back.

    A new date changes what "last month" means, and what is taken back must be looked
    up in the file: the document is then read again by the next ingest.

    Args:
        store: The open database.
        source: A stored document's source.
        name: One of `SETTABLE`.
        value: Authors are separated by semicolons; a date is an ISO day.

    Raises:
        InputError: There is no such source or field, or the date is not a day.
        StoreError: The database cannot be written.
    """
    if name not in SETTABLE:
        message = f"{name} cannot be set; choose one of {', '.join(SETTABLE)}."
        raise InputError(message)
    column = _column_value(name, value)
    with writing(store) as connection:
        document_id = _find_document(connection, source)
        key = (source, name)
        connection.execute("DELETE FROM overrides WHERE source = ? AND name = ?", key)
        connection.execute(
            "DELETE FROM document_fields "
            "WHERE document_id = ? AND name = ? AND origin = 'user'",
            (document_id, name),
        )
        if name == "published" or not value:
            connection.execute(
                "UPDATE documents SET reader = '' WHERE id = ?", (document_id,)
            )
        if value:
            connection.execute("INSERT INTO overrides VALUES (?, ?, ?)", (*key, value))
            _put_in_force(connection, document_id, name, column)
            field: dict[str, object] = {
                "document_id": document_id,
                "number": -1,  # before those that were found
                "name": name,
                "value": value,
                "origin": "user",
            }
            insert_row(connection, "document_fields", field)


def load_overrides(store: Store, source: str) -> tuple[Field, ...]:
    """Return what the user set for *source*, by name; it wins over what is found."""
    with reading(store) as connection:
        rows = connection.execute(
            "SELECT name, value FROM overrides WHERE source = ? ORDER BY name",
            (source,),
        ).fetchall()
    return tuple(Field(row["name"], row["value"], "user") for row in rows)


def split_authors(value: str) -> tuple[str, ...]:
    """Return the names in a list separated by semicolons."""
    return tuple(name for part in value.split(";") if (name := part.strip()))


def _find_document(connection: sqlite3.Connection, source: str) -> str:
    row = connection.execute(
        "SELECT id FROM documents WHERE source = ?", (source,)
    ).fetchone()
    if row is None:
        message = (
            f"No document {source} is stored; "
            "`claimcheck sources` lists those that are."
        )
        raise InputError(message)
    return str(row["id"])


def _put_in_force(
    connection: sqlite3.Connection, document_id: str, name: str, value: str
) -> None:
    connection.execute(
        f"UPDATE documents SET {name} = ? WHERE id = ?",  # noqa: S608 - one of SETTABLE
        (value, document_id),
    )
    if name == "published":
        connection.execute(
            "UPDATE documents SET published_from = 'user' WHERE id = ?", (document_id,)
        )


def _column_value(name: str, value: str) -> str:
    if name == "authors":
        return dump_json(list(split_authors(value)))
    if name == "published" and value:
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError as error:
            message = f"{value} is not a day; write it as 2024-06-18."
            raise InputError(message) from error
    return value
