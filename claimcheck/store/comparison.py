"""Whether two databases say the same, whatever the order in which they were filled."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.store.claims import load_claims
from claimcheck.store.connection import Store
from claimcheck.store.documents import load_documents
from claimcheck.store.findings import load_agreements, load_differences, load_findings
from claimcheck.store.notes import load_defects, load_notes
from claimcheck.store.reviews import load_reviews


def compare_stores(left: Store, right: Store) -> tuple[str, ...]:
    """
    Name what two databases hold differently: "documents", "claims" and so on.

    Row numbers, runs and SQLite's own version do not count; the status of findings
    follows from runs and does not either.
    """
    pairs = zip(_contents(left), _contents(right), strict=True)
    return tuple(name for (name, ours), (_, theirs) in pairs if ours != theirs)


def _contents(store: Store) -> Iterator[tuple[str, object]]:
    documents = load_documents(store)
    yield "documents", documents
    yield "claims", load_claims(store)
    yield "notes", tuple(load_notes(store, document.id) for document in documents)
    yield "defects", load_defects(store)
    findings = (
        (f.id, f.kind, f.verdict, f.question, f.rule, f.why, f.scope, f.positions)
        for f in load_findings(store)
    )
    yield "findings", tuple(findings)
    yield "agreements", load_agreements(store)
    yield "differences", load_differences(store)
    yield "reviews", load_reviews(store)
