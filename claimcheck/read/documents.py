"""Read files into documents, and say in one sentence why one is left out."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from claimcheck.model import Document, Skipped, Span, content_id
from claimcheck.read.docx import extract_docx
from claimcheck.read.extracted import Extracted, UnreadableError
from claimcheck.read.html import extract_html
from claimcheck.read.metadata import describe_document, find_fields
from claimcheck.read.mojibake import describe_mojibake
from claimcheck.read.pdf import extract_pdf
from claimcheck.read.plain import extract_plain
from claimcheck.read.walk import STANDARD_INPUT, SourceFile, check_paths, find_files

Extractor = Callable[[bytes], Extracted]

# File name endings, lower case, and what reads such files.
EXTRACTORS: tuple[tuple[tuple[str, ...], Extractor], ...] = (
    ((".txt", ".text", ".md", ".markdown", ""), extract_plain),
    ((".html", ".htm", ".xhtml"), extract_html),
    ((".pdf",), extract_pdf),
    ((".docx",), extract_docx),
)

# The longest novels have four million characters; what is longer is no article, and
# reading it would keep a newsroom waiting for minutes.
LARGEST_TEXT = 5_000_000
# Four bytes a character in UTF-32; scanned books as PDF have a few hundred megabytes.
LARGEST_FILE = 500_000_000

# How files of other kinds begin, to say so when the name misleads.
_SIGNATURES = (
    (b"%PDF-", ".pdf", "a PDF"),
    (b"PK\x03\x04", ".docx", "a Word or ZIP file"),
)


def read_documents(
    paths: Sequence[Path], base: Path | None = None
) -> Iterator[Document | Skipped]:
    """
    Read the articles that *paths* name, in a fixed order.

    Args:
        paths: Files, folders, or "-" for a text on standard input.
        base: Sources are named relative to this folder; the working folder if ``None``.

    Returns:
        By source; standard input first.  A file with the text of an earlier one is
        skipped, and the reason names that one.

    Raises:
        InputError: A path is missing; nothing was read then.
    """
    check_paths(paths)
    return _read_all(paths, base or Path.cwd())


def read_raw(source: str, raw: bytes) -> Document | Skipped:
    """
    Read one article from its bytes.

    Args:
        source: Its path; the ending tells the format.
        raw: The file.
    """
    if not raw.strip():
        return Skipped(source, "the file is empty; put the article into it.")
    try:
        extracted = _choose_extractor(source, raw)(raw)
    except UnreadableError as error:
        return Skipped(source, str(error))
    text = extracted.text
    if not text.strip():
        return Skipped(source, "no text was found in it.")
    if len(text) > LARGEST_TEXT:
        reason = (
            f"{len(text):,} characters are more than an article has "
            f"(limit {LARGEST_TEXT:,}); split the file."
        )
        return Skipped(source, reason)
    doubt = describe_mojibake(text)
    document = Document(
        id=content_id(text),
        source=source,
        text=text,
        body=extracted.body,
        decoder=extracted.decoder,
        extractor=extracted.extractor,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        warnings=(*extracted.warnings, *([doubt] if doubt else [])),
    )
    body = extracted.body or Span(0, len(text))
    fields = find_fields(text, body, source, extracted.fields)
    return describe_document(document, fields)


def _read_all(paths: Sequence[Path], base: Path) -> Iterator[Document | Skipped]:
    first: dict[str, str] = {}
    for item in _read_each(paths, base):
        if isinstance(item, Document) and item.id in first:
            reason = f"its text is the same as that of {first[item.id]}."
            yield Skipped(item.source, reason)
            continue
        if isinstance(item, Document):
            first[item.id] = item.source
        yield item


def _read_each(paths: Sequence[Path], base: Path) -> Iterator[Document | Skipped]:
    if any(str(path) == STANDARD_INPUT for path in paths):
        yield read_raw(STANDARD_INPUT, sys.stdin.buffer.read())
    files = [path for path in paths if str(path) != STANDARD_INPUT]
    for item in find_files(files, base):
        yield item if isinstance(item, Skipped) else _read_file(item)


def _read_file(file: SourceFile) -> Document | Skipped:
    suffix = PurePosixPath(file.source).suffix.lower()
    if not any(suffix in endings for endings, _ in EXTRACTORS):
        reason = f"{suffix} files are not read; save the article as text or HTML."
        return Skipped(file.source, reason)
    try:
        if file.path.stat().st_size > LARGEST_FILE:
            reason = f"the file is larger than {LARGEST_FILE:,} bytes; split it."
            return Skipped(file.source, reason)
        raw = file.path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror}); check its permissions."
        return Skipped(file.source, reason)
    return read_raw(file.source, raw)


def _choose_extractor(source: str, raw: bytes) -> Extractor:
    suffix = "" if source == STANDARD_INPUT else PurePosixPath(source).suffix.lower()
    for start, ending, name in _SIGNATURES:
        if raw.startswith(start) and suffix != ending:
            message = f"it is {name}, not text; give it the ending {ending}."
            raise UnreadableError(message)
    return next(extract for endings, extract in EXTRACTORS if suffix in endings)
