"""Tie note lists and markers together: the entry to this package."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.citations.markers import (
    Mark,
    find_author_marks,
    find_marks,
    raised_labels,
)
from claimcheck.citations.note_lists import Entry, NoteList, find_note_lists
from claimcheck.citations.passages import LONGEST_PASSAGE, find_passages
from claimcheck.citations.references import parse_references
from claimcheck.model import Claim, Marker, Note, Span

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|n\.d\.")
_FIRST_WORD = re.compile(
    r"[“\"\u2018*_\d ]*(?:(?:van|von|de|der|den|del|la|le|al|bin|ibn)\s|d[\u2019'])*"
    r"(?:[A-Z]\.\s?){0,4}([^\W\d_][\w'\u2019-]*)"
)


@dataclass(frozen=True, slots=True)
class Notes:
    """
    Hold the notes of one text, the markers that point to them, and where both stand.

    *passages* are parallel to *markers*: the words each speaks for, its sentence up to
    it.  *regions* are sorted and disjoint: what must be hidden before the text is
    read as prose (whole marks, and note lists with their headings).  *numbered* tells
    whether markers are numbers; else a note's number is its author and year.
    """

    notes: tuple[Note, ...] = ()
    markers: tuple[Marker, ...] = ()
    passages: tuple[Span, ...] = ()
    regions: tuple[Span, ...] = ()
    numbered: bool = True


def find_notes(text: str) -> Notes:
    r"""
    Find the notes and markers of an article.

    Linear in the length of the text.  An article without notes yields no notes, and
    markers only where the form leaves no doubt.

    Args:
        text: ``Document.text``; spans count its code points.

    Returns:
        Notes in the order of their lists, markers in text order.

    >>> find_notes("It fell.[1]\n\n## Notes\n1. A. Bee, “Rain,” 2019.").markers
    (Marker(note='1', span=Span(start=8, end=11)),)
    """
    lists = find_note_lists(text, raised_labels(text))
    regions = [found.region for found in lists]
    entries = [e for found in lists if found.style == "numbered" for e in found.entries]
    labels = [entry.label for entry in entries]
    marks = find_marks(text, regions, labels)
    named = _name_entries(text, lists)
    marks += find_author_marks(text, regions, _author_keys(named)) if named else []
    markers = tuple(sorted(_markers(marks), key=lambda marker: marker.span))
    notes = _build_notes(text, [*((e.label, e) for e in entries), *named], markers)
    hidden = _merge([*regions, *(mark.span for mark in marks)])
    passages = find_passages(text, [marker.span.start for marker in markers])
    return Notes(notes, markers, passages, hidden, bool(entries) or not named)


def link_claims(claims: Iterable[Claim], notes: Notes) -> tuple[tuple[str, str], ...]:
    """
    Tie claims to the notes that their sentence carries.

    A marker speaks for what its sentence says before it; a claim that starts after the
    marker belongs to the next one.

    Args:
        claims: Claims of the text the notes were found in.
        notes: What `find_notes` returned.

    Returns:
        (claim id, note number) pairs in the order of *claims*, without repeats.
    """
    passages = sorted(
        (passage.start, marker.span.start, marker.note)
        for passage, marker in zip(notes.passages, notes.markers, strict=True)
    )
    starts = [start for start, _, _ in passages]
    pairs: dict[tuple[str, str], None] = {}
    for claim in claims:
        index = bisect.bisect_right(starts, claim.span.start)
        for start, end, note in reversed(passages[:index]):
            if start + LONGEST_PASSAGE < claim.span.start:
                break
            if claim.span.start < end:
                pairs[claim.id, note] = None
    return tuple(pairs)


def _markers(marks: Sequence[Mark]) -> list[Marker]:
    return [marker for mark in marks for marker in mark.markers]


def _name_entries(text: str, lists: Sequence[NoteList]) -> list[tuple[str, Entry]]:
    """Label unnumbered entries by first author and year, apart by letters."""
    entries = [e for each in lists if each.style == "unnumbered" for e in each.entries]
    names: list[str] = []
    for entry in entries:
        words = entry.content.of(text)
        first = _FIRST_WORD.match(words)
        year = _YEAR.search(words)
        name = first[1] if first is not None else "?"
        names.append(f"{name} {year[0]}" if year is not None else name)
    seen: Counter[str] = Counter()
    named: list[tuple[str, Entry]] = []
    for name, entry in zip(names, entries, strict=True):
        seen[name] += 1
        repeat = f" ({seen[name]})" if seen[name] > 1 else ""
        named.append((f"{name}{repeat}", entry))
    return named


def _author_keys(named: Sequence[tuple[str, Entry]]) -> dict[tuple[str, str], str]:
    keys: dict[tuple[str, str], str] = {}
    for label, _ in named:
        family, _, year = label.partition(" ")
        keys.setdefault((family.casefold(), year.partition(" ")[0]), label)
    return keys


def _build_notes(
    text: str, entries: Sequence[tuple[str, Entry]], markers: Sequence[Marker]
) -> tuple[Note, ...]:
    by_note: dict[str, list[Marker]] = {}
    for marker in markers:
        by_note.setdefault(marker.note, []).append(marker)
    references = parse_references(text, [(label, e.content) for label, e in entries])
    return tuple(
        Note(label, entry.span, cited, tuple(by_note.get(label, ())))
        for (label, entry), cited in zip(entries, references, strict=True)
    )


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return tuple(merged)
