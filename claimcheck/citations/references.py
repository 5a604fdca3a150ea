"""Parse notes into references."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Reference, Span


def parse_references(
    text: str, entries: Sequence[tuple[str, Span]]
) -> list[tuple[Reference, ...]]:
    """Parse each entry into the references it names."""
    return [
        (Reference(span, span.of(text), {"type": "document"}, ()),)
        for _, span in entries
    ]
