"""From stored claims to a report: matched anew only when something changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import claimcheck
from claimcheck.match import Source, match_claims
from claimcheck.model import Agreement, Claim, Document, Finding, Skipped
from claimcheck.pipeline.ingestion import begin_run
from claimcheck.report.report import Report, order_findings
from claimcheck.store import (
    Run,
    Store,
    count_claims,
    fingerprint,
    has_news,
    is_matched,
    load_agreements,
    load_claims,
    load_confirmations,
    load_defects,
    load_differences,
    load_documents,
    load_findings,
    save_matches,
)

_SETTINGS = f"claimcheck {claimcheck.__version__}"


def match_stored(store: Store, run: Run | None = None) -> bool:
    """
    Match all stored claims, unless nothing changed since the last time.

    What was new the last time is open now, also when there is nothing to match.

    Args:
        store: The open database.
        run: The run under way, if something was ingested before.

    Returns:
        Whether anything was matched.
    """
    if is_matched(store, _SETTINGS):
        if run is None and has_news(store):
            begin_run(store)
        return False
    matches = match_claims(load_sources(store))
    save_matches(
        store,
        run or begin_run(store),
        matches.findings,
        matches.agreements,
        matches.differences,
        fingerprint=fingerprint(store, _SETTINGS),
    )
    return True


def load_sources(store: Store) -> tuple[Source, ...]:
    """Return every stored document with its claims, as matching needs it."""
    claims: dict[str, list[Claim]] = {}
    for claim in load_claims(store):
        claims.setdefault(claim.document_id, []).append(claim)
    return tuple(
        Source(
            document.id,
            document.source,
            document.title,
            document.published,
            document.text,
            tuple(claims.get(document.id, ())),
        )
        for document in load_documents(store)
    )


def build_report(
    store: Store,
    *,
    sources: Collection[str] | None = None,
    skipped: Iterable[Skipped] = (),
    everything: bool = False,
) -> Report:
    """
    Build the report over what is stored.

    Args:
        store: The open database.
        sources: Report only on documents with these sources: findings and agreements
            in which one of them takes part, with the documents on the other side.
        skipped: Inputs that could not be read.
        everything: Also list what is gone, what merely differs and what was checked
            inside one article and holds.
    """
    chosen = _choose(load_documents(store), sources)
    wanted = {document.id for document in chosen}
    findings = tuple(
        finding
        for finding in load_findings(store, gone=everything)
        if sources is None or wanted & _documents_of_finding(finding)
    )
    agreements = tuple(
        agreement
        for agreement in load_agreements(store)
        if sources is None or wanted & _documents_of(agreement)
    )
    named = wanted.union(
        *map(_documents_of_finding, findings), *map(_documents_of, agreements)
    )
    differences = load_differences(store) if everything else ()
    held = load_confirmations(store) if everything else ()
    return Report(
        documents=tuple(d for d in load_documents(store) if d.id in named),
        claim_counts=tuple(c for c in count_claims(store) if c[0] in named),
        skipped=tuple(skipped),
        findings=order_findings(findings),
        agreements=agreements,
        differences=tuple(
            d for d in differences if {d.left.document_id, d.right.document_id} <= named
        ),
        held=tuple(h for h in held if _documents_of(h) & wanted),
        defects=tuple(d for d in load_defects(store) if d[0] in wanted),
    )


def _choose(
    documents: tuple[Document, ...], sources: Collection[str] | None
) -> tuple[Document, ...]:
    return tuple(d for d in documents if sources is None or d.source in sources)


def _documents_of_finding(finding: Finding) -> set[str]:
    return {c.document_id for p in finding.positions for c in p.claims}


def _documents_of(agreement: Agreement) -> set[str]:
    return {claim.document_id for claim in agreement.claims}
