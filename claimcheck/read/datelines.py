"""
Datelines: "SEOUL, June 18 (Reuters) -", "GENEVA, 3 March 2021 —".

A place, perhaps a day, perhaps an agency, and a dash or the agency's slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Field, Span
from claimcheck.read.calendar_dates import find_date

_LONGEST = 120
_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019-]*[A-Z\u00c0-\u00de.]"
_WORD = r"[A-Z\u00c0-\u00de][\w.'\u2019-]+"
_PLACE = re.compile(rf"(?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}})")
# In small letters a place is one only where a day or an agency follows.
_WORD_PLACE = re.compile(rf"(?P<place>{_WORD}(?: {_WORD}){{0,2}})(?=, | \()")
_REGION = re.compile(r", (?P<region>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2})")
_AGENCY = re.compile(
    r",?\s*\((?P<agency>[A-Z][\w .&/]{1,30}|dpa|epd)\)|\.?\s*/(?P<slashed>[A-Z]{3,12})/"
)
_END = re.compile(r"\s*(?:[\u2012-\u2015]|--?)\s")
_SLASHED_END = re.compile(r"\.?\s")
_GAP = re.compile(r",?\s+")


def find_dateline(text: str, lines: Sequence[Span]) -> Iterator[Field]:
    """
    Yield the first dateline as a whole, then its place, day and agency.

    A place in capitals needs no more than the dash; one in small letters needs a day or
    an agency, and so does a dateline without a place.  A day without a year has the
    year "XXXX".

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
    found: list[tuple[str, str, int, int]] = []
    at = 0
    if place:
        at = place.end()
        found.append(("place", place["place"], 0, at))
    date = _date_at(head, at)
    if date is None and place and (region := _REGION.match(head, at)):
        at = region.end()
        date = _date_at(head, at)
    if date:
        start, at, edtf = date
        found.append(("published", edtf, start, at))
    agency = _AGENCY.match(head, at)
    if agency:
        group = agency.lastgroup or "agency"
        found.append(("agency", agency[group], *agency.span(group)))
        at = agency.end()
    is_sure = agency or (place and (date or capitals))
    pattern = _SLASHED_END if agency and agency["slashed"] else _END
    end = pattern.match(head, at)
    if not is_sure or not end:
        return []
    whole = head[: end.end()].rstrip()
    parts = [("dateline", whole, 0, len(whole)), *found]
    return [
        Field(name, value, "dateline", Span(start, stop).shift(line.start))
        for name, value, start, stop in parts
    ]


def _date_at(head: str, at: int) -> tuple[int, int, str] | None:
    """Read a date at the start, or right after a comma or a space."""
    gap = _GAP.match(head, at)
    start = gap.end() if gap else at
    found = find_date(head, start)
    if found is None or found.start != start or (at and not gap):
        return None
    return found.start, found.end, found.edtf
