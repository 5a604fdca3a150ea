"""Read short texts as articles."""

from __future__ import annotations

from claimcheck.model import Document
from claimcheck.read import read_raw

LEDE = (
    "A ferry with 312 people on board sank off the coast on Monday, and nobody was "
    "hurt, the coast guard said in the evening."
)


def read(text: str, source: str = "a.txt") -> Document:
    """Read a text that must be a document."""
    document = read_raw(source, text.encode())
    assert isinstance(document, Document)
    return document
