"""Datelines: "SEOUL, June 18 (Reuters) -", "GENEVA, 3 March 2021 —"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Field, Span
from claimcheck.read.calendar_dates import find_date

# A dateline is a place, perhaps a date, perhaps an agency in brackets, then a dash.
_LONGEST = 120
_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019-]*[A-Z\u00c0-\u00de.]"
_PLACE = re.compile(rf"(?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}})")
_WORD = r"[A-Z\u00c0-\u00de][\w.'\u2019-]+"
_WORD_PLACE = re.compile(rf"(?P<place>{_WORD}(?: {_WORD}){{0,2}})(?=, )")
_REGION = re.compile(r", (?P<region>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2})")
_AGENCY = re.compile(r",?\s*\((?P<agency>[A-Z][\w .&/]{1,30})\)")
_DASH = re.compile(r"\s*(?:[\u2013\u2014]|--?|\u2012|\u2015)\s")


def find_dateline(text: str, lines: Sequence[Span]) -> Iterator[Field]:
    """
    Yield the place, day and agency of the first dateline.

    A place in capitals needs an agency, a date or a dash alone; one in small letters
    needs a date.  A day without a year has the year "XXXX".

    Args:
        text: The document's text.
        lines: Its head, as `head_lines` gives it.
    """
    for line in lines:
        fields = _read_dateline(text, line)
        if fields:
            yield from fields
            return


def _read_dateline(text: str, line: Span) -> list[Field]:
    head = text[line.start : min(line.end, line.start + _LONGEST)]
    capitals = _PLACE.match(head)
    place = capitals or _WORD_PLACE.match(head)
    if place is None:
        return []
    fields = [_field("place", place, "place", line)]
    at = place.end()
    date = _date_after(head, at)
    if date is None and (region := _REGION.match(head, at)):
        at = region.end()
        date = _date_after(head, at)
    if date is not None:
        start, at, edtf = date
        span = Span(line.start + start, line.start + at)
        fields.append(Field("published", edtf, "dateline", span))
    agency = _AGENCY.match(head, at)
    if agency is not None:
        fields.append(_field("agency", agency, "agency", line))
        at = agency.end()
    is_sure = date is not None or agency is not None or capitals is not None
    return fields if is_sure and _DASH.match(head, at) else []


def _date_after(head: str, at: int) -> tuple[int, int, str] | None:
    """Read a date right after a comma or a space."""
    gap = re.compile(r",?\s+").match(head, at)
    found = find_date(head, gap.end()) if gap else None
    if gap is None or found is None or found.start != gap.end():
        return None
    return found.start, found.end, found.edtf


def _field(name: str, match: re.Match[str], group: str, line: Span) -> Field:
    start, end = match.span(group)
    return Field(
        name, match[group], "dateline", Span(line.start + start, line.start + end)
    )
