"""
What an article says about itself, and which of its answers is in force.

Every field that is found is kept with its origin; the first origin of `ORIGINS` that
gives one decides.  A date must be a whole day to be in force: nothing is filled in,
except that a day without a year takes the year of an address that names its month.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence

from claimcheck.model import Document, Field, Span
from claimcheck.read.bylines import (
    NOTE_LINES,
    find_affiliation,
    find_author_note,
    find_byline,
    find_lone_name,
)
from claimcheck.read.calendar_dates import read_day
from claimcheck.read.datelines import find_dateline
from claimcheck.read.lines import foot_lines, head_lines
from claimcheck.read.release_lines import (
    find_bare_dates,
    find_edge_dates,
    find_release_dates,
    find_signing_dates,
)
from claimcheck.read.titles import find_first_line, find_heading
from claimcheck.read.url_dates import file_name_date, url_date

#: Where metadata comes from, most trusted first.
ORIGINS = (
    "user", "front matter", "meta tag", "header line", "release line", "heading",
    "byline", "dateline", "author note", "url", "file name",
    "context",
)  # fmt: skip

_FOOT_LINES = 5
# A date alone further down heads an entry of a timeline.
_BARE_DATE_LINES = 6
_EDGE_DATE_LINES = 3
_YEARLESS = "XXXX-"


def find_fields(
    text: str, body: Span, source: str, given: Sequence[Field]
) -> tuple[Field, ...]:
    """
    Find the metadata of an article in its text, address and file name.

    Args:
        text: The document's text.
        body: The part of it that is the article.
        source: Its path.
        given: Fields already known, from front matter or meta tags.

    Returns:
        *given* and what was found, the most trusted origins first, each in text order.
    """
    found = (*given, *_find_in_text(text, body))
    url = _first(found, "url")
    dated = (
        ("url", url_date(url.value) if url else None),
        ("file name", file_name_date(source)),
    )
    names = tuple(Field("published", edtf, o) for o, edtf in dated if edtf)
    return sort_fields((*found, *names))


def describe_document(document: Document, fields: Sequence[Field]) -> Document:
    """Return *document* with *fields*, and those in force as its attributes."""
    ordered = sort_fields(fields)
    published, origin = choose_date(ordered)
    authors = _first(ordered, "authors")
    return dataclasses.replace(
        document,
        fields=ordered,
        title=_value(ordered, "title"),
        authors=_split(authors.value) if authors else (),
        published=published,
        published_from=origin,
        url=_value(ordered, "url"),
        publisher=_value(ordered, "publisher"),
    )


def apply_fields(document: Document, overrides: Sequence[Field]) -> Document:
    """Return *document* as the user's own fields (origin "user") make it."""
    if not overrides:
        return document
    return describe_document(document, (*overrides, *document.fields))


def choose_date(fields: Sequence[Field]) -> tuple[dt.date | None, str | None]:
    """Return the day of publication and its origin, from *fields* in order of trust."""
    dates = [field for field in fields if field.name == "published"]
    for field in dates:
        day = read_day(field.value)
        if day is not None:
            return day, field.origin
    for field in dates:
        if field.value.startswith(_YEARLESS):
            month = field.value[len(_YEARLESS) :][:2]
            for other in dates:
                year, _, other_month = other.value.partition("-")
                if other_month == month:
                    day = read_day(field.value.replace("XXXX", year))
                    return day, field.origin
    return None, None


def sort_fields(fields: Sequence[Field]) -> tuple[Field, ...]:
    """Order *fields* by the trust in their origin; ties keep their order."""
    return tuple(sorted(fields, key=lambda field: ORIGINS.index(field.origin)))


def _find_in_text(text: str, body: Span) -> Iterator[Field]:
    head = head_lines(text, body)
    foot = foot_lines(text, body, _FOOT_LINES)
    below = [line for line in foot if line not in head]
    byline = (
        find_byline(text, head)
        or find_affiliation(text, head)
        or find_lone_name(text, head)
    )
    found = [
        *find_release_dates(text, [*head, *below]),
        *find_bare_dates(text, head[:_BARE_DATE_LINES]),
        *find_signing_dates(text, head[:_BARE_DATE_LINES]),
        *find_edge_dates(text, head[:_EDGE_DATE_LINES]),
        *find_dateline(text, head),
    ]
    note = find_author_note(text, head, foot[-NOTE_LINES:])
    found += [field for field in (byline, note) if field]
    taken = [field.span for field in found if field.span and field is not note]
    if note:  # the author's name alone above the text is no title either
        taken += [line for line in head if line.of(text) == note.value]
    title = find_heading(text, body) or find_first_line(text, head, taken)
    return iter([*found, title] if title else found)


def _first(fields: Sequence[Field], name: str) -> Field | None:
    return next((field for field in sort_fields(fields) if field.name == name), None)


def _value(fields: Sequence[Field], name: str) -> str | None:
    field = _first(fields, name)
    return field.value if field else None


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for part in names.split(";") if (name := part.strip()))
