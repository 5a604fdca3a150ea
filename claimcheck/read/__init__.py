"""Files to documents: text, Markdown, HTML, PDF and DOCX, with their metadata."""

from claimcheck.read.documents import read_documents, read_raw
from claimcheck.read.metadata import apply_fields

__all__ = ["apply_fields", "read_documents", "read_raw"]
