"""Notes and references: found, parsed, checked and exported."""

from claimcheck.citations.lint import (
    RULES,
    filter_defects,
    lint_notes,
    summarize_notes,
)
from claimcheck.citations.notes import Notes, find_notes, link_claims

__all__ = [
    "RULES",
    "Notes",
    "filter_defects",
    "find_notes",
    "link_claims",
    "lint_notes",
    "summarize_notes",
]
