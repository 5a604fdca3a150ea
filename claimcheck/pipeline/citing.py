"""From the store to a citation list."""

from __future__ import annotations

from claimcheck.citations import (
    EXPORTERS,
    Citable,
    cite_claims,
    cite_document,
    cite_finding,
    cite_reference,
    export_claim_review,
    merge_citables,
    render_style,
)
from claimcheck.errors import InputError
from claimcheck.store import (
    Filters,
    Store,
    load_documents,
    load_finding,
    load_findings,
    load_notes,
    search_claims,
)

CLAIM_REVIEW = "claim-review"

FORMATS = (*EXPORTERS, CLAIM_REVIEW)


def export_citations(  # noqa: PLR0913 - what to cite, and how
    store: Store,
    form: str,
    *,
    style: str | None = None,
    finding: str | None = None,
    query: str | None = None,
    notes: bool = False,
) -> str:
    """
    Export a citation list of stored sources.

    Args:
        store: The open database.
        form: One of `FORMATS`.  "claim-review" writes the findings that a person has
            decided on, whatever else is asked for.
        style: Print in this style ("apa", "chicago", "mla") instead.
        finding: Only the sources of this finding, every side with its quotes.
        query: Only the sources of claims that a search finds, with those quotes.
        notes: Also the sources that the articles' own notes name.

    Raises:
        InputError: There is no such format or finding, or nothing was found.
        MissingProgramError: The style needs pandoc, which is not installed.
    """
    if form == CLAIM_REVIEW:
        return export_claim_review(load_findings(store), load_documents(store))
    if form not in FORMATS:
        message = f"There is no format {form}; choose from {', '.join(FORMATS)}."
        raise InputError(message)
    items = _choose(store, finding, query)
    if notes:
        items = merge_citables((*items, *_cited_in(store, items)))
    return render_style(items, style) if style else EXPORTERS[form](items)


def _choose(
    store: Store, finding_id: str | None, query: str | None
) -> tuple[Citable, ...]:
    documents = load_documents(store)
    if finding_id is not None:
        finding = load_finding(store, finding_id)
        if finding is None:
            message = f"There is no finding {finding_id}; `claimcheck report` has them."
            raise InputError(message)
        return cite_finding(finding, documents)
    if query is not None:
        claims = [hit.claim for hit in search_claims(store, query, Filters())]
        if not claims:
            message = f'No claim holds "{query}", so there is nothing to cite.'
            raise InputError(message)
        return cite_claims(claims, documents)
    return merge_citables(cite_document(document) for document in documents)


def _cited_in(store: Store, items: tuple[Citable, ...]) -> tuple[Citable, ...]:
    """Cite what the notes of the chosen articles name, short forms left out."""
    return tuple(
        cite_reference(reference)
        for item in items
        for note in load_notes(store, item.document)
        for reference in note.references
        if reference.short_for is None
    )
