"""
From a text to its reading: what is stated in it, by whom and where.
"""

from __future__ import annotations

import datetime as dt

from claimcheck.citations import Notes, find_notes
from claimcheck.match import judge
from claimcheck.model import (
    Document,
    Judgement,
    Reading,
    Span,
    Value,
    content_id,
)
from claimcheck.text.claims import split_claims
from claimcheck.text.kinds import classify
from claimcheck.text.masking import mask
from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences
from claimcheck.values.dates import extract_dates
from claimcheck.values.entities import Aliases, extract_entities
from claimcheck.values.quantities import extract_quantities


def read_document(
    document: Document, aliases: Aliases | None = None
) -> tuple[Reading, Notes]:
    """
    Read sentences, values and claims from a document, and its notes beside them.

    Note markers and note lists are blanked first: nothing in a note is a claim.

    Args:
        document: Its ``text`` is what every offset counts code points of.
        aliases: The user's own names for entities, if any.
    """
    notes = find_notes(document.text)
    hidden = (*_outside(document), *_datelines(document), *notes.regions)
    visible = mask(document.text, hidden)
    sentences = classify(document.text, parse(visible, split_sentences(visible)))
    entities = extract_entities(visible, sentences, aliases or Aliases())
    dates = extract_dates(visible, document.published, sentences)
    quantities = extract_quantities(visible, dates, sentences)
    values: tuple[Value, ...] = tuple(
        sorted((*dates, *quantities, *entities), key=lambda value: value.span)
    )
    claims = split_claims(document.id, document.text, visible, sentences, values)
    return Reading(document, sentences, values, claims), notes


def _outside(document: Document) -> tuple[Span, ...]:
    """Return what stands before and after the body."""
    body, size = document.body, len(document.text)
    if body is None:
        return ()
    edges = ((0, body.start), (body.end, size))
    return tuple(Span(start, end) for start, end in edges if start < end)


def _datelines(document: Document) -> tuple[Span, ...]:
    """Return where a dateline stands: its town is no subject of the lead."""
    return tuple(f.span for f in document.fields if f.name == "dateline" and f.span)


def read_text(
    text: str, published: dt.date | None = None, source: str = "-"
) -> Reading:
    """
    Read a text that is no file, as `explain` and `compare` do.

    Args:
        text: Any text; offsets count its code points.
        published: The day that "last month" counts from, if known.
        source: The name under which its claims are shown.
    """
    document = Document(
        id=content_id(text),
        source=source,
        text=text,
        published=published,
        published_from="user" if published else None,
    )
    return read_document(document)[0]


def compare_texts(left: str, right: str, published: dt.date | None = None) -> Judgement:
    """Give a verdict on two texts of one or more sentences, in either order."""
    return judge(read_text(left, published, "a"), read_text(right, published, "b"))
