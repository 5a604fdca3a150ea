"""What one reader takes out of one file."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Field, Span


@dataclass(frozen=True, slots=True)
class Extracted:
    """
    Hold the text of a file and what the file says about it.

    *body* is the part of *text* that is the article; *extractor* names what took it
    out, with the version where another version may give another text.
    """

    text: str
    body: Span | None
    decoder: str
    extractor: str
    fields: tuple[Field, ...] = ()
    warnings: tuple[str, ...] = ()


class UnreadableError(Exception):
    """Tell why a file gives no text; the message is a `Skipped` reason."""
