"""Notes and references: found, parsed, checked and exported."""

from claimcheck.citations.notes import Notes, find_notes, link_claims

__all__ = ["Notes", "find_notes", "link_claims"]
