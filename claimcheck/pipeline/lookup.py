"""Find what an id names, with all that is known of it."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model import Claim, Finding
from claimcheck.read.walk import name_source
from claimcheck.report.details import (
    ClaimDetails,
    Details,
    DocumentDetails,
    FindingDetails,
)
from claimcheck.store import (
    Store,
    load_agreements,
    load_claim,
    load_claims,
    load_defects,
    load_differences,
    load_document,
    load_documents,
    load_finding,
    load_findings,
    load_references,
)


def stored_name(path: str) -> str:
    """Return the source under which a file is stored, however its path is written."""
    return name_source(Path(path), Path())


def look_up(store: Store, id_: str) -> Details:
    """
    Return the claim, finding or document with this id; a document also by its source.

    Raises:
        InputError: Nothing stored has this id.
        StoreError: The database cannot be read.
    """
    claim = load_claim(store, id_)
    if claim is not None:
        return _claim_details(store, claim)
    finding = load_finding(store, id_)
    if finding is not None:
        return FindingDetails(finding, load_documents(store))
    document = load_document(store, id_) or load_document(store, stored_name(id_))
    if document is not None:
        defects = tuple(d for owner, d in load_defects(store) if owner == document.id)
        return DocumentDetails(document, load_claims(store, document.id), defects)
    message = (
        f"Nothing stored has the id {id_}; take one from `claimcheck search`, "
        "`claimcheck report` or `claimcheck sources`."
    )
    raise InputError(message)


def _claim_details(store: Store, claim: Claim) -> ClaimDetails:
    return ClaimDetails(
        claim,
        load_documents(store),
        findings=tuple(f for f in load_findings(store) if _takes_part(claim, f)),
        agreements=tuple(
            agreement
            for agreement in load_agreements(store)
            if any(other.id == claim.id for other in agreement.claims)
        ),
        differences=tuple(
            difference
            for difference in load_differences(store)
            if claim.id in (difference.left.id, difference.right.id)
        ),
        references=load_references(store, claim.id),
    )


def _takes_part(claim: Claim, finding: Finding) -> bool:
    return any(c.id == claim.id for p in finding.positions for c in p.claims)
