"""What a lint rule is given: the sources of a text and the words they are cited for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from claimcheck.citations.citation_dates import CitedDate, find_cited_dates
from claimcheck.citations.names import CslName
from claimcheck.citations.notes import Notes
from claimcheck.model import Defect, Note, Reference, Span

Severity: TypeAlias = Literal["high", "medium", "low"]

# A quote longer than this is cut: it shows where, not all.
LONGEST_QUOTE: Final = 240


@dataclass(frozen=True, slots=True)
class Cited:
    """
    Hold one source as a note cites it.

    *issued* is its printed date, and *passages* the words of the article that the note
    stands for (each a sentence up to its marker).
    """

    note: Note
    reference: Reference
    issued: CitedDate | None
    passages: tuple[Span, ...]

    @property
    def is_full(self) -> bool:
        """Tell whether this is a full reference, not "ibid." or a short form."""
        return self.reference.short_for is None

    @property
    def url(self) -> str:
        """Return the printed address, or ""."""
        return str(self.reference.csl.get("URL", "")) if self.is_full else ""

    @property
    def authors(self) -> list[CslName]:
        """Return the authors as CSL names."""
        authors = self.reference.csl.get("author")
        return authors if isinstance(authors, list) else []

    def text(self, name: str) -> str:
        """Return a field's value as text, or ""."""
        return str(self.reference.csl.get(name, ""))

    def span(self, name: str) -> Span | None:
        """Return where a field was read, or None."""
        return next((s for key, s in self.reference.spans if key == name), None)


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one text with its notes, as every rule sees it."""

    text: str
    notes: Notes
    sources: tuple[Cited, ...]
    published: dt.date | None = None

    @property
    def full(self) -> Iterator[Cited]:
        """Yield the full references."""
        return (source for source in self.sources if source.is_full)


Check: TypeAlias = Callable[[Case], Iterable[Defect]]


@dataclass(frozen=True, slots=True)
class Rule:
    """
    Hold one lint rule.

    *name* is the kind of the defects it reports, *severity* the highest it gives, and
    *source* where the rule comes from.
    """

    name: str
    severity: Severity
    summary: str
    source: str
    check: Check


def build_case(
    text: str,
    notes: Notes,
    moved: dict[int, str],
    published: dt.date | None = None,
) -> Case:
    """
    Gather every source with the passages it is cited for.

    Args:
        text: The whole text.
        notes: What `find_notes` returned for it.
        moved: For markers whose number is a slip, by index, the note that is meant.
        published: The day the text appeared, if known.

    Returns:
        The case that rules look at.
    """
    passages: dict[str, list[Span]] = {}
    pairs = zip(notes.markers, notes.passages, strict=True)
    for index, (marker, passage) in enumerate(pairs):
        passages.setdefault(moved.get(index, marker.note), []).append(passage)
    sources = tuple(
        Cited(
            note,
            reference,
            _issued(text, reference),
            tuple(passages.get(note.number, ())),
        )
        for note in notes.notes
        for reference in note.references
    )
    return Case(text, notes, sources, published)


def report(  # noqa: PLR0913, PLR0917 - the parts of a defect, in its own order
    case: Case,
    note: str,
    kind: str,
    severity: Severity,
    span: Span,
    why: str,
    suggestion: str,
    covers: tuple[tuple[str, str], ...] = (),
) -> Defect:
    """Build a defect whose quote is the text of its span, cut at a bounded length."""
    span = Span(span.start, min(span.end, span.start + LONGEST_QUOTE))
    return Defect(
        note, kind, severity, span, span.of(case.text), why, suggestion, covers
    )


def _issued(text: str, reference: Reference) -> CitedDate | None:
    span = next((s for key, s in reference.spans if key == "issued"), None)
    if span is None or reference.short_for is not None:
        return None
    date = next(iter(find_cited_dates(text, span.start, span.end)), None)
    place = next((s for key, s in reference.spans if key == "issued day"), None)
    parts = reference.csl.get("issued")
    if date is None or place is None or not isinstance(parts, dict):
        return date
    words = place.of(text)
    comma = " " if words[:1].isdecimal() else ", "
    day = tuple(parts["date-parts"][0])
    return CitedDate(place, f"{words}{comma}{date.first[0]}", day)
