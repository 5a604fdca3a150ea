"""Notes, the references in them and the slips found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.spans import Span


@dataclass(frozen=True, slots=True)
class Marker:
    """Hold a note marker in running text: ``<sup>12</sup>``, ``[12]``, ``[^12]``."""

    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """
    Hold one cited source as parsed from a note.

    *csl* is a CSL-JSON item; *spans* maps each of its fields to the words it was read
    from.  *short_for* is the number of the note that a short form or ibid. stands for.
    """

    span: Span
    text: str
    csl: dict[str, object]
    spans: tuple[tuple[str, Span], ...]
    short_for: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Hold one note or reference-list entry, with the references it names."""

    number: str
    span: Span
    references: tuple[Reference, ...]
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Defect:
    """
    Hold one slip in an article's notes, with what else it explains.

    *covers* lists (note, kind) pairs that the same slip causes.
    """

    note: str
    kind: str
    severity: Literal["high", "medium", "low"]
    span: Span
    quote: str
    why: str
    suggestion: str
    covers: tuple[tuple[str, str], ...] = ()
