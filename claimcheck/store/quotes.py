"""Stored quotes, for `verify` to compare with the files as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.model import Span
from claimcheck.store.connection import Store, reading

Standing: TypeAlias = Literal["stands", "moved", "missing"]


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """Hold a claim's quote, its place and the file it was read from."""

    claim_id: str
    source: str
    document_id: str
    span: Span
    quote: str
    raw_sha256: str
    extractor: str


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """
    Hold what became of a stored quote.

    *span* is where the quote stands now: its old place, the nearest new one when it
    moved, or ``None`` when the words are not in the text any more.
    """

    stored: StoredQuote
    standing: Standing
    span: Span | None


def stored_quotes(store: Store) -> Iterator[StoredQuote]:
    """Yield the quote of every claim, by source and then in text order."""
    with reading(store) as connection:
        rows = connection.execute(
            'SELECT claims.id, source, document_id, start, "end", quote, raw_sha256, '
            "extractor FROM claims JOIN documents ON documents.id = document_id "
            "ORDER BY source, claims.number"
        ).fetchall()
    for row in rows:
        span = Span(row["start"], row["end"])
        yield StoredQuote(
            row["id"],
            row["source"],
            row["document_id"],
            span,
            row["quote"],
            row["raw_sha256"],
            row["extractor"],
        )


def check_quote(stored: StoredQuote, text: str) -> CheckedQuote:
    """
    Look for a stored quote in *text*, the document as it is read today.

    Of several places the one nearest to the old is taken, the earlier if two are.
    """
    if stored.span.of(text) == stored.quote:
        return CheckedQuote(stored, "stands", stored.span)
    old = stored.span.start
    before = text.rfind(stored.quote, 0, old + len(stored.quote))
    after = text.find(stored.quote, old)
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return CheckedQuote(stored, "missing", None)
    place = min(places, key=lambda at: (abs(at - old), at))
    return CheckedQuote(stored, "moved", Span(place, place + len(stored.quote)))
