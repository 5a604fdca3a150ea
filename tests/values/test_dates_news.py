"""Dates of whole news paragraphs, with all that stands around them."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.model import DateRange, Span
from claimcheck.text.parse import parse
from claimcheck.text.sentences import split_sentences
from claimcheck.values.dates import extract_dates

NEWS = Path(__file__).with_name("dated_news.txt")
_MARK = re.compile(r"\[\[([^|]*)\|([^\]]*)\]\]")


@dataclass(frozen=True)
class Marked:
    """A date as a reader marked it."""

    span: Span
    first: str
    last: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph without its marks, and what they said."""

    text: str
    published: dt.date
    marked: tuple[Marked, ...]


def paragraphs() -> Iterator[Paragraph]:
    """Read the marked file."""
    _, *blocks = NEWS.read_text(encoding="utf-8").split("\n@ ")
    for block in blocks:
        head, _, body = block.partition("\n")
        text, end, marked = "", 0, []
        for mark in _MARK.finditer(body):
            text += body[end : mark.start()]
            first, slash, last = mark[1].partition("/")
            span = Span(len(text), len(text) + len(mark[2]))
            marked.append(Marked(span, first, last if slash else first))
            text, end = text + mark[2], mark.end()
        text += body[end:]
        yield Paragraph(text, dt.date.fromisoformat(head[:10]), tuple(marked))


def with_ends(dates: tuple[DateRange, ...]) -> Iterator[DateRange]:
    """Yield each date and those named inside it."""
    for date in dates:
        yield date
        yield from date.ends


def bounds(date: DateRange) -> tuple[str, str]:
    """Return the days of *date* as they are marked."""
    first, last = date.first, date.last
    return first.isoformat() if first else "", last.isoformat() if last else ""


@functools.cache
def score() -> tuple[int, int, int]:
    """Count the marks that are met, those that are not, and dates that are wrong."""
    met = missed = wrong = 0
    for paragraph in paragraphs():
        text = paragraph.text
        sentences = parse(text, split_sentences(text))
        dates = extract_dates(text, paragraph.published, sentences)
        found = [d for d in with_ends(dates) if d.edtf]
        for mark in paragraph.marked:
            over = [d for d in found if d.span.overlaps(mark.span)]
            hit = (mark.first, mark.last) in map(bounds, over)
            met, missed = met + hit, missed + (not hit)
            wrong += bool(over) and not hit
        spans = [mark.span for mark in paragraph.marked]
        wrong += sum(
            bool(d.edtf) and not any(d.span.overlaps(s) for s in spans) for d in dates
        )
    return met, missed, wrong


def test_news_is_read_as_a_reader_reads_it() -> None:
    """Of all dates that a reader marks, 96 in a hundred are read with their days."""
    met, missed, _ = score()
    assert met >= 0.96 * (met + missed)


def test_what_is_read_in_news_is_there() -> None:
    """Of all dates that are read, 98 in a hundred are what a reader marks."""
    met, _, wrong = score()
    assert met >= 0.98 * (met + wrong)
