"""The lines at the head and the foot of an article, where its metadata stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Span

# An article's head is its title, standfirst, byline and date; what stands lower is
# text, and a date there is about something else.
HEAD_LINES = 12

# No heading, byline or release line is longer than this.
LONGEST_LINE = 600

# Looked at on either side, so that a huge single line costs nothing.
_REACH = 12_000

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SEPARATOR = re.compile(r"\s*[|\u00b7\u2022]\s*|\t+|\s{3,}|\s+[\u2013\u2014]\s+")
_MARKS = "*_#> \t\u00a0"


def head_lines(text: str, body: Span) -> list[Span]:
    """
    Return the first `HEAD_LINES` lines of the body that are not blank, in order.

    Spans are without blanks and Markdown marks at both ends; a line that goes on beyond
    the searched head ends there.
    """
    end = min(body.end, body.start + _REACH)
    lines: list[Span] = []
    for line in _stripped(text, body.start, end):
        lines.append(line)
        if len(lines) == HEAD_LINES:
            break
    return lines


def foot_lines(text: str, body: Span, count: int) -> list[Span]:
    """Return the last *count* lines of the body that are not blank, in order."""
    start = max(body.start, body.end - _REACH)
    lines = list(_stripped(text, start, body.end))
    is_cut = start > body.start and text[start - 1] not in "\r\n"
    return lines[is_cut:][-count:]


def segments(text: str, line: Span) -> list[Span]:
    """
    Split a line at bars, bullets, tabs, wide gaps and free-standing dashes.

    "By Jane Doe | 3 May 2021" has two segments.
    """
    found = []
    at = line.start
    for gap in _SEPARATOR.finditer(text, line.start, line.end):
        found.append((at, gap.start()))
        at = gap.end()
    found.append((at, line.end))
    parts = (strip_span(text, start, end) for start, end in found)
    return [part for part in parts if part is not None]


def strip_span(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without blanks and Markdown marks, or ``None`` if empty."""
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _LINE.finditer(text, start, end):
        span = strip_span(text, match.start(), match.end())
        if span is not None:
            yield span
