"""Check weekdays against dates, and dates that run backwards."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.wording import say_date
from claimcheck.model import DateRange, Span
from claimcheck.values.dates import extract_dates

WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:from|between)\s+([12]\d{3})\s+(?:to|and|until)\s+([12]\d{3})")
_ENDS = re.compile(r"(?:from|between)\s+(.{4,30}?)\s+(?:to|and|until)\s+(.{4,30})")
# "On 3 March 2020, a Monday," and "on 3 March (Monday)".
_AFTER = re.compile(
    rf"(?:,\s+(?:which\s+was\s+)?an?\s+|\s*\(\s*(?:an?\s+)?)({'|'.join(WEEKDAYS)})\b",
    re.IGNORECASE,
)
# A weekday that belongs to the date stands right before it: "Tuesday, 18 June".
_BEFORE = re.compile(rf"\b({'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?$", re.IGNORECASE)


def check_weekdays(passage: Passage) -> Iterator[Result]:
    """Check each weekday that is printed with a full date."""
    for date in passage.dates:
        day = date.first
        if day is None or day != date.last or date.basis == "none":
            continue
        if not any(c.isdigit() for c in date.text):
            continue  # "Saturday, a day later": the weekday is the whole date
        named = _weekday_of(passage, date)
        if named is None:
            continue
        words, span = named
        true = WEEKDAYS[day.weekday()]
        holds = words.lower() == true.lower()
        certain = date.basis == "stated" and str(day.year) in date.text
        yield Result(
            "weekday",
            None if holds else ("conflict" if certain else "possible"),
            f"Was {say_date(date)} a {words}?",
            "weekday against date",
            f"{say_date(date)} was a {true}; the text says {words}.",
            span,
            words,
            true,
            (date.span,),
        )


def _weekday_of(passage: Passage, date: DateRange) -> tuple[str, Span] | None:
    text = passage.reading.document.text
    if (inside := _WEEKDAY.search(date.text)) and any(c.isdigit() for c in date.text):
        start = date.span.start + inside.start()
        return inside[0], Span(start, start + len(inside[0]))
    head = text[passage.sentence.span.start : date.span.start]
    if found := _BEFORE.search(head[-20:]):
        start = date.span.start - len(head[-20:]) + found.start(1)
        return found[1], Span(start, start + len(found[1]))
    if found := _AFTER.match(text[date.span.end : passage.sentence.span.end]):
        start = date.span.end + found.start(1)
        return found[1], Span(start, start + len(found[1]))
    return None


def check_date_order(passage: Passage) -> Iterator[Result]:
    """Check that "from A to B" and "between A and B" run forwards."""
    for date in passage.dates:
        yield from _check_ends(date)
        found = _YEARS.fullmatch(date.text)
        if found is not None and found[1] > found[2]:
            yield _upside_down(date.span, date.text, found[1], found[2])
    for left, right in itertools.pairwise(passage.dates):
        link = passage.between(left.span, right.span).strip()
        opening = passage.before(left.span, 1)
        if (opening, link) not in ((("from",), "to"), (("between",), "and")):
            continue
        if left.first is None or right.last is None or left.basis == "none":
            continue
        if right.last < left.first:
            stated = f"{opening[0]} {left.text} {link} {right.text}"
            span = left.span.cover(right.span)
            yield _upside_down(span, stated, left.text, right.text)


def _check_ends(date: DateRange) -> Iterator[Result]:
    """Check a range that was left unresolved because it ends before it starts."""
    ends = _ENDS.fullmatch(date.text) if date.first is date.last is None else None
    if ends is None:
        return
    read = [extract_dates(end) for end in ends.groups()]
    if any(len(found) != 1 or found[0].basis != "stated" for found in read):
        return
    (first,), (last,) = read
    if first.first is not None and last.last is not None and last.last < first.first:
        yield _upside_down(date.span, date.text, first.text, last.text)


def _upside_down(span: Span, stated: str, first: str, last: str) -> Result:
    return Result(
        "sequence",
        "conflict",
        f"Which comes first, {first} or {last}?",
        "range upside down",
        f"The range starts at {first} and ends before it, at {last}.",
        span,
        stated,
        f"{last} is before {first}",
    )
