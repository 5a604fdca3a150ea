"""Decisions on findings, kept by the finding's id, whatever happens to the articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.errors import InputError
from claimcheck.store.connection import Store, reading, writing

Decision: TypeAlias = Literal["confirmed", "dismissed"]


@dataclass(frozen=True, slots=True)
class Review:
    """Hold one decision; *at* is ISO 8601, if the caller told it."""

    finding_id: str
    decision: Decision
    reason: str
    at: str | None = None


def save_review(
    store: Store,
    finding_id: str,
    decision: Decision,
    reason: str = "",
    at: str | None = None,
) -> None:
    """
    Keep a decision on a finding; it replaces an earlier one.

    Raises:
        InputError: There is no such finding, or it is dismissed without a reason.
        StoreError: The database cannot be written.
    """
    if decision == "dismissed" and not reason.strip():
        message = f"Dismissing {finding_id} needs a reason; say why in a few words."
        raise InputError(message)
    with writing(store) as connection:
        known = connection.execute(
            "SELECT 1 FROM findings WHERE id = ?", (finding_id,)
        ).fetchone()
        if known is None:
            message = (
                f"There is no finding {finding_id}; `claimcheck report` lists them."
            )
            raise InputError(message)
        connection.execute(
            "INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?)",
            (finding_id, decision, reason, at),
        )


def remove_review(store: Store, finding_id: str) -> bool:
    """Take a decision back; tell whether there was one."""
    with writing(store) as connection:
        cursor = connection.execute(
            "DELETE FROM reviews WHERE finding_id = ?", (finding_id,)
        )
    return cursor.rowcount > 0


def load_reviews(store: Store) -> tuple[Review, ...]:
    """Return every decision, by finding id."""
    with reading(store) as connection:
        rows = connection.execute(
            "SELECT * FROM reviews ORDER BY finding_id"
        ).fetchall()
    return tuple(Review(**dict(row)) for row in rows)
