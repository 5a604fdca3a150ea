"""Read texts through production code, and turn readings into sources."""

from __future__ import annotations

import datetime as dt
import functools

from claimcheck.match import Matches, Source, match_claims
from claimcheck.model import Reading
from claimcheck.pipeline import read_text


@functools.cache
def read(text: str, published: dt.date | None = None, name: str = "text") -> Reading:
    """Read a text as `compare` and `check` do."""
    return read_text(text, published, name)


def source(text: str, name: str, published: dt.date | None = None) -> Source:
    """Build the source of one article."""
    reading = read(text, published, name)
    document = reading.document
    return Source(
        document.id, name, None, document.published, document.text, reading.claims
    )


def match(*texts: str, published: dt.date | None = None) -> Matches:
    """Match the claims of articles called a, b, c."""
    names = "abcdefgh"
    return match_claims(
        [source(t, n, published) for t, n in zip(texts, names, strict=False)]
    )
