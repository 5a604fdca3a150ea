"""Plain text and Markdown: the decoded file as it is, front matter aside."""

from __future__ import annotations

from claimcheck.model import Span
from claimcheck.read.decoding import decode
from claimcheck.read.extracted import Extracted, UnreadableError
from claimcheck.read.front_matter import read_front_matter


def extract_plain(raw: bytes) -> Extracted:
    """
    Decode a text file; nothing in it is changed, newlines included.

    Raises:
        UnreadableError: The bytes are no text.
    """
    decoded = decode(raw)
    if decoded is None:
        message = "the file is binary, not text; save the article as text."
        raise UnreadableError(message)
    matter = read_front_matter(decoded.text)
    size = len(decoded.text)
    body = Span(matter.end, size) if 0 < matter.end < size else None
    if matter.end and not decoded.text[matter.end :].strip():
        message = "the file holds front matter but no text; add the article to it."
        raise UnreadableError(message)
    return Extracted(
        text=decoded.text,
        body=body,
        decoder=decoded.decoder,
        extractor="text",
        fields=matter.fields,
        warnings=matter.warnings,
    )
