"""
Check notes and references, one module a family of rules.

No rule opens a network connection: what a note prints is set against its own address,
the words it is cited for and the other notes.
"""

from __future__ import annotations

from claimcheck.citations.lint.checking import RULES, lint_notes, summarize_notes
from claimcheck.citations.lint.suppression import filter_defects

__all__ = ["RULES", "filter_defects", "lint_notes", "summarize_notes"]
