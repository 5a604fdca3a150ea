"""Release lines: "Release Date : 2024-04-10", "Published: 3 May 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Field, Span
from claimcheck.read.calendar_dates import TIME, find_date, read_date, read_day
from claimcheck.read.lines import LONGEST_LINE, segments

# What stands before the date, and the field it fills.
_LABELS = (
    (
        "updated",
        r"(?:last\s+)?(?:updated?|modified|revised|revision)(?:\s+date)?",
    ),
    (
        "published",
        (
            r"(?:(?:first|originally)\s+)?(?:published|posted|released|issued)"
            r"|(?:release|publication|publish|posting|issue)\s+date"
            r"|date\s+(?:of\s+publication|published|posted|released)|pub\s*date|date"
        ),
    ),
    ("retrieved", r"(?:retrieved|accessed|archived|access\s+date)(?:\s+date)?"),
)
_LABEL = re.compile(
    "|".join(rf"(?P<{name}>{words})" for name, words in _LABELS), re.IGNORECASE
)
_LINK = re.compile(
    r"[*_]*\s*(?:[:\uff1a\u2013\u2014-]|\bon\b)?\s*[*_]*\s*", re.IGNORECASE
)
_AUTHOR = re.compile(r"by\s+[A-Z]", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:^|[,;:\u2013\u2014-]|\b(?:about|after|and|around|at|before|by|for|from|in|of|on"
    r"|or|since|till|to|until))\s*$",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"\s+[\"\u201c\u2018]?[A-Z][a-z]")
_GAP = re.compile(r"[\s,;.()/]*")
# Beside a date that signs an article stand names: of a place, a section, a paper.
_NAME = re.compile(r"[A-Z0-9\u00c0-\u00de][\w.'\u2019&-]*")
# Words in small letters of such lines: in a name, of the kind of paper, of the period.
_SIGNING = frozenset((
    "of", "the", "and", "in", "for", "from", "at", "de", "la", "del", "von", "van",
    "our", "newsletter", "weekly", "daily", "magazine", "edition", "online", "desk",
    "staff", "special", "correspondent", "reporter", "writer", "agencies", "agency",
    "news", "issue", "week", "to", "ending",
))  # fmt: skip
_PERIOD = re.compile(r"(?:the )?week (?:to|of|ending) $", re.IGNORECASE)
_PARTS = re.compile(r"[,;:()\u2013\u2014-]")
_MOST_NAMES = 7
_LONGEST_SIGNING = 90


def find_release_dates(text: str, lines: Sequence[Span]) -> Iterator[Field]:
    """
    Yield the dates that lines of their own give for the article, with a label.

    Args:
        text: The document's text.
        lines: Where to look, as `head_lines` and `foot_lines` give them.
    """
    for line in lines:
        if line.end - line.start > LONGEST_LINE:
            continue
        for segment in segments(text, line):
            yield from _labelled_dates(text, segment)


def find_bare_dates(text: str, lines: Sequence[Span]) -> Iterator[Field]:
    """Yield dates that stand alone on a line, or between bars, without a label."""
    for line in lines:
        if line.end - line.start > LONGEST_LINE:
            continue
        for segment in segments(text, line):
            edtf = read_date(segment.of(text))
            if edtf is not None and not edtf.startswith("X"):
                yield Field("published", edtf, "release line", segment)


def find_edge_dates(text: str, lines: Sequence[Span]) -> Iterator[Field]:
    """
    Yield full dates with their weekday that stand at an edge of a line.

    Wire texts run title and date together ("Ferry sinks Monday, 5 September 2022"), or
    date and lede ("Monday, 5 September 2022 A ferry ..."); a date that belongs to its
    sentence has a preposition before it, or small letters behind.
    """
    for line in lines:
        words = line.of(text) if line.end - line.start <= LONGEST_LINE else ""
        found = find_date(words)
        if found is None or not _WEEKDAY.match(words, found.start):
            continue
        is_tail = found.end == len(words) and not _PREPOSITION.search(
            words[: found.start]
        )
        is_start = found.start == 0 and _SENTENCE_START.match(words, found.end)
        if (is_tail or is_start) and read_day(found.edtf):
            span = Span(found.start, found.end).shift(line.start)
            yield Field("published", found.edtf, "release line", span)


def find_signing_dates(text: str, lines: Sequence[Span]) -> Iterator[Field]:
    """
    Yield full dates that stand on a line with names: "Riga, 3 May 2021".

    The names are of a place, a section or a paper ("Markets newsletter, 3 May 2021",
    "3 May 2021 - The Harbour Weekly"), and a comma, dash or bracket parts them from the
    date.  The title is no such line, and none follows the first paragraph.
    """
    for line in lines[1:]:
        words = line.of(text) if line.end - line.start <= _LONGEST_SIGNING else ""
        found = find_date(words)
        if not words:
            return
        if found is None or read_day(found.edtf) is None or _LABEL.match(words):
            continue
        time = TIME.match(words, found.end)
        before, after = words[: found.start], words[time.end() if time else found.end :]
        is_parted = _PARTS.match(after.strip()) or _PARTS.match(before.strip()[-1:])
        if (bool(before.strip()) != bool(after.strip())) and (
            is_parted or _PERIOD.fullmatch(before)
        ):
            names = _PARTS.sub(" ", before + after).split()
            if len(names) <= _MOST_NAMES and all(map(_signs, names)):
                span = Span(found.start, found.end).shift(line.start)
                yield Field("published", found.edtf, "release line", span)


def _signs(word: str) -> bool:
    return word in _SIGNING or _NAME.fullmatch(word) is not None


def _labelled_dates(text: str, segment: Span) -> Iterator[Field]:
    """Read "label: date", and "label date, label date" on one line."""
    at = segment.start
    while label := _LABEL.match(text, at, segment.end):
        start = _end_of(_LINK, text, label.end(), segment.end)
        found = find_date(text[start : segment.end])
        if found is None or found.start or start == label.end():
            return
        span = Span(start, start + found.end)
        at = _end_of(TIME, text, span.end, segment.end)
        at = _end_of(_GAP, text, at, segment.end)
        rest = text[at : segment.end]
        if rest and not _LABEL.match(rest) and not _AUTHOR.match(rest):
            return  # a sentence that begins so, not a line that says only this
        yield Field(str(label.lastgroup), found.edtf, "release line", span)


def _end_of(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
