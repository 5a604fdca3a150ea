"""
Decisions on findings, kept by the finding's id, whatever happens to the articles.

Where the id of a finding changes, as with the date of an article, the decision follows
the words that it was about.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.errors import InputError
from claimcheck.store.connection import Store, reading, writing

Decision: TypeAlias = Literal["confirmed", "dismissed"]
# The words of each position of a finding, by its number.
Sides: TypeAlias = Mapping[int, set[tuple[str, str]]]

_SELECT_WORDS = """
SELECT findings.id, findings.kind, positions.number, documents.source, claims.quote
FROM findings
JOIN positions ON positions.finding_id = findings.id
JOIN position_claims ON position_claims.position_id = positions.id
JOIN claims ON claims.number = position_claims.claim
JOIN documents ON documents.id = claims.document_id
"""
_UNDECIDED = """
WHERE gone_run IS NULL
AND NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.finding_id = findings.id)
"""
# Decisions on what is found no more under its id.
_SELECT_LEFT = """
SELECT finding_id, kind, side, source, quote FROM review_words
WHERE NOT EXISTS (
    SELECT 1 FROM findings WHERE findings.id = finding_id AND gone_run IS NULL
)
"""


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
        connection.execute(
            f"INSERT OR IGNORE INTO review_words {_SELECT_WORDS} WHERE findings.id = ?",
            (finding_id,),
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


def carry_decisions(connection: sqlite3.Connection) -> None:
    """
    Give decisions whose finding is gone to the one that now says the same.

    That is the only undecided finding of the kind that sets the same words of the same
    sources against each other.  Runs in the caller's transaction.
    """
    left = _read_sides(connection, _SELECT_LEFT)
    if not left:
        return
    fresh = _read_sides(connection, _SELECT_WORDS + _UNDECIDED)
    for (old, kind), sides in left.items():
        same = [
            new
            for (new, other), theirs in fresh.items()
            if other == kind and _is_same(sides, theirs)
        ]
        if len(same) == 1:
            connection.execute(
                "UPDATE reviews SET finding_id = ? WHERE finding_id = ?",
                (same[0], old),
            )
            del fresh[same[0], kind]


def _read_sides(
    connection: sqlite3.Connection, query: str
) -> dict[tuple[str, str], Sides]:
    """Return the words of findings by their id and kind, in order."""
    found: dict[tuple[str, str], dict[int, set[tuple[str, str]]]] = {}
    for name, kind, side, source, quote in sorted(
        map(tuple, connection.execute(query))
    ):
        sides = found.setdefault((name, kind), defaultdict(set))
        sides[side].add((source, quote))
    return dict(found)


def _is_same(ours: Sides, theirs: Sides) -> bool:
    """Tell whether each side of the one meets a side of its own of the other."""
    met = [
        [number for number, words in theirs.items() if words & side]
        for side in ours.values()
    ]
    homes = {numbers[0] for numbers in met if len(numbers) == 1}
    return len(homes) == len(ours)
