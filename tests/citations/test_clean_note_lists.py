"""Well-kept lists of notes, each in a style of its own, raise no alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.citations import find_notes, lint_notes
from claimcheck.model import Document

DATA = Path(__file__).parent.parent / "data" / "citations"


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("chicago_notes", 10),
        ("vancouver", 6),
        ("apa", 4),
        ("markdown_footnotes", 3),
        ("british_notes", 4),
    ],
)
def test_a_well_kept_list_raises_no_alarm(name: str, count: int) -> None:
    """A well-kept list is read whole and no defect is reported."""
    text = (DATA / f"clean_{name}.md").read_text(encoding="utf-8")
    notes = find_notes(text)
    assert count == len(notes.notes)
    assert {note.number for note in notes.notes} == {m.note for m in notes.markers}
    document = Document(id="b2:0", source=name, text=text)
    found = [(d.note, d.kind, d.quote) for d in lint_notes(document, notes)]
    assert [] == found
