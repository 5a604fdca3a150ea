"""
Occurrences: the claims that matching took to tell of one event.

Findings and agreements about one event share claims: the day and the place of a meeting
are two questions, asked of claims that overlap.  What is tied so is one occurrence.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Agreement, Claim, Finding
from claimcheck.store.claims import find_numbers, load_claims_by_number
from claimcheck.store.connection import Store, reading


@dataclass(frozen=True, slots=True)
class Occurrence:
    """
    Hold one event and the claims that tell of it, in the order in which they came.

    *id* is a hash of the claims' ids; *predicate* is the one most of them have.
    """

    id: str
    predicate: str
    claims: tuple[Claim, ...]


def gather_occurrences(
    findings: Iterable[Finding], agreements: Iterable[Agreement]
) -> tuple[Occurrence, ...]:
    """
    Gather the claims that findings and agreements tie together, each claim once.

    Returns:
        In the order of their first claims; a group of one claim is no occurrence.
    """
    groups = [tuple(c for p in f.positions for c in p.claims) for f in findings]
    groups += [agreement.claims for agreement in agreements]
    claims = {claim.id: claim for group in groups for claim in group}
    leaders = {name: name for name in claims}

    def leader(name: str) -> str:
        while leaders[name] != name:
            leaders[name] = leaders[leaders[name]]
            name = leaders[name]
        return name

    for group in groups:
        for claim in group[1:]:
            leaders[leader(claim.id)] = leader(group[0].id)
    members: dict[str, list[Claim]] = {}
    for name, claim in claims.items():
        members.setdefault(leader(name), []).append(claim)
    return tuple(_build(group) for group in members.values() if len(group) > 1)


def _build(claims: Sequence[Claim]) -> Occurrence:
    names = "\n".join(sorted(claim.id for claim in claims))
    digest = hashlib.blake2b(names.encode(), digest_size=8).hexdigest()
    predicate = Counter(claim.predicate for claim in claims).most_common(1)[0][0]
    return Occurrence(f"o:{digest}", predicate, tuple(claims))


def replace_occurrences(
    connection: sqlite3.Connection,
    findings: Sequence[Finding],
    agreements: Sequence[Agreement],
) -> None:
    """
    Store the occurrences of what was matched, in the caller's transaction.

    The findings and agreements are stored already, and are linked to them.
    """
    connection.execute("DELETE FROM occurrences")
    found = gather_occurrences(findings, agreements)
    numbers = find_numbers(connection, (c for o in found for c in o.claims))
    for rank, occurrence in enumerate(found):
        connection.execute(
            "INSERT INTO occurrences VALUES (?, ?, ?)",
            (occurrence.id, occurrence.predicate, rank),
        )
        connection.executemany(
            "INSERT INTO occurrence_claims VALUES (?, ?, ?)",
            [
                (occurrence.id, n, numbers[c.id])
                for n, c in enumerate(occurrence.claims)
            ],
        )
    owners = {claim.id: o.id for o in found for claim in o.claims}
    connection.executemany(
        "UPDATE findings SET occurrence_id = ? WHERE id = ?",
        _owned(
            owners,
            ((f.id, [c for p in f.positions for c in p.claims]) for f in findings),
        ),
    )
    connection.executemany(
        "UPDATE agreements SET occurrence_id = ? WHERE id = ?",
        _owned(owners, ((a.id, a.claims) for a in agreements)),
    )


def _owned(
    owners: dict[str, str], items: Iterable[tuple[str, Sequence[Claim]]]
) -> Iterator[tuple[str, str]]:
    """Yield (occurrence, item) for the items whose claims belong to one."""
    for name, claims in items:
        owner = next((owners[c.id] for c in claims if c.id in owners), None)
        if owner is not None:
            yield owner, name


def load_occurrences(store: Store) -> tuple[Occurrence, ...]:
    """Return the stored occurrences, as found."""
    with reading(store) as connection:
        rows = connection.execute("SELECT * FROM occurrences ORDER BY rank").fetchall()
        links = connection.execute(
            "SELECT * FROM occurrence_claims ORDER BY occurrence_id, number"
        ).fetchall()
        claims = load_claims_by_number(connection, [link["claim"] for link in links])
    members: dict[str, list[Claim]] = {row["id"]: [] for row in rows}
    for link in links:
        members[link["occurrence_id"]].append(claims[link["claim"]])
    return tuple(
        Occurrence(row["id"], row["predicate"], tuple(members[row["id"]]))
        for row in rows
    )
