"""
Check a source's date against the words it is cited for.

Four slips leave a trace in the text: day and month exchanged (the source then appears
before the event it reports), last year's number in January, another year than the text
names for the work, and a source too old for what it is said to show.  A passage that
also names a time the source could know is left alone, and so is one about the future.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.citations.citation_dates import (
    CitedDate,
    find_cited_dates,
    month_number,
)
from claimcheck.citations.lint.addressed_dates import (
    find_date_conflicts,
    is_systematic,
    print_date,
    swap_day_and_month,
)
from claimcheck.citations.lint.case import Case, Cited, Severity, report
from claimcheck.citations.names import family_of
from claimcheck.citations.passages import paragraph_around
from claimcheck.model import Defect, Span

# A report of an event appears within this many days after it.
REPORT_DAYS: Final = 45
# Sources on things that happen "around the same time" lie this close together.
SAME_TIME_DAYS: Final = 75

# An article may still be revised for this many days after its date.
REVISION_DAYS: Final = 31
MOST_LATE: Final = 2
# More sources than this that predate their passages, in number and as a share of the
# notes, are background.
MOST_PREDATING: Final = 4
BACKGROUND_SHARE: Final = 0.1

_MONTH: Final = (
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|October|"
    r"(?:Sept|Nov|Dec)ember)"
)
_DAY: Final = r"(?:[12]\d|3[01]|[1-9])"
# A day and month whose year the text leaves out.
_PARTIAL = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s(?P<d1>{_DAY})(?:st|nd|rd|th)?"
    rf"(?![\d\u2013-])(?!,?\s\d{{4}})"
    rf"|(?P<d2>{_DAY})(?:st|nd|rd|th)?\s(?P<m2>{_MONTH})\b(?!,?\s\d{{4}}))"
)
_YEAR = re.compile(r"(?<![\w,.$£€-])(?:1[89]|20)\d\d(?![\w%-]|,\d|\.\d)")
_SAME_TIME = re.compile(
    r"\b(?:(?:at|around|about) (?:the|that) same time|at (?:the|that) time|"
    r"simultaneously|(?:soon|shortly|immediately) (?:after|afterwards?|thereafter)|"
    r"(?:a few |some |two |three |several )?(?:days|weeks) (?:later|after)|"
    r"(?:the|that) same (?:day|week|month)|the (?:next|following) (?:day|week))\b",
    re.IGNORECASE,
)
_AT_THE_TIME = re.compile(
    r"\b(?:at (?:the|that) time|(?:in )?that (?:same )?year|by then)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|can|(?:expect|forecast|predict|plan|"
    r"promis|schedul|aim|intend|propos|prospect)\w*|project(?:ed|ions?)|targets?|goals?|"
    r"due to|by (?:mid-|late |early |the end of )?20\d\d|until 20[3-9]\d|if|since)\b",
    re.IGNORECASE,
)
_SAYING: Final = (
    r"(?:wrote|observed|argued|noted|said|reported|described|estimated|claimed|warned|"
    r"concluded|published|released|remarked|stated|suggested|found|made|revealed)"
)
_PART: Final = r"(?:(?:early|late|mid)[ -])?"
_MONTH_YEAR: Final = r"(?:[A-Z][a-z]{2,8}\s)?(?:1[89]|20)\d\d"
_IN_YEAR = re.compile(
    rf"\b{_SAYING}\b[^.;:“”\"]{{0,60}}?\bin\s{_PART}(?P<after>{_MONTH_YEAR})\b"
    rf"|\b[Ii]n\s{_PART}(?P<before>{_MONTH_YEAR}),?\s[^.;:“”\"\d]{{0,60}}?\b{_SAYING}\b"
)
# Kinds of source that report what has happened; books and articles are cited for more.
_REPORTING: Final = frozenset(
    {"article-newspaper", "webpage", "post-weblog", "report", "article-magazine"}
)


def check_context(case: Case) -> Iterator[Defect]:
    """Report dates that the words they are cited for contradict."""
    swapped = {conflict.source.note.number for conflict in find_date_conflicts(case)}
    systematic = is_systematic(case)
    yield from _after_article(case)
    if not case.notes.numbered:
        return
    for index, source in enumerate(case.sources):
        if source.issued is None or not source.passages:
            continue
        found = (
            _named_year(case, source)
            or (source.note.number not in swapped and _swapped_event(case, source))
            or _last_year(case, source)
            or (
                source.note.number not in swapped
                and _same_time(case, index, systematic=systematic)
            )
        )
        if found:
            yield found


def check_predates(case: Case) -> Iterator[Defect]:
    """
    Report sources older than what they are cited for.

    Where that is common, the article cites for background, and nothing is reported.
    """
    found = [defect for source in case.sources for defect in _predating(case, source)]
    if len(found) <= max(MOST_PREDATING, BACKGROUND_SHARE * len(case.notes.notes)):
        yield from found


def _predating(case: Case, source: Cited) -> Iterator[Defect]:
    """Report a source once if it is older than a passage it is cited for."""
    bounds = source.issued.bounds if source.issued is not None else None
    if bounds is None or source.issued is None or not _is_alone(case, source):
        return
    for passage in source.passages:
        latest = _latest_event(case.text, passage, source.issued)
        if latest is None:
            continue
        yield report(
            case, source.note.number, "source-predates-claim", "medium",
            source.issued.span,
            f"The source is of {source.issued.text}, the text cites it for {latest}.",
            "Cite a source as recent as the statement, or correct the date.",
        )  # fmt: skip
        return


def _after_article(case: Case) -> Iterator[Defect]:
    """
    Report sources that bear a later date than the article that cites them.

    More than a few tell that the article's own date is wrong, or was read wrong.
    """
    late = [
        (source, source.issued)
        for source in case.full
        if source.issued is not None and _days_late(case, source.issued) > REVISION_DAYS
    ]
    for source, issued in late if len(late) <= MOST_LATE else ():
        swapped = swap_day_and_month(issued)
        fits = swapped is not None and _is_before(swapped, case.published)
        right = print_date(swapped, issued.text) if swapped and fits else ""
        yield _context(
            case, source, "medium",
            f"The source is dated {issued.text}, after the article that cites it "
            f"({case.published}).",
            f"Change it to {right}." if right else "Check the date of the source.",
        )  # fmt: skip


def _days_late(case: Case, issued: CitedDate) -> int:
    """Return by how many days a source is younger than the article, 0 if it is not."""
    if case.published is None or issued.bounds is None:
        return 0
    return max((issued.bounds[0] - case.published).days, 0)


def _is_before(day: dt.date, published: dt.date | None) -> bool:
    return published is not None and day <= published


def _is_alone(case: Case, source: Cited) -> bool:
    """Tell whether the note has this one source, and it is of a reporting kind."""
    return (
        len(source.note.references) == 1
        and case.notes.numbered
        and source.text("type") in _REPORTING
    )


def _context(
    case: Case, source: Cited, severity: Severity, why: str, suggestion: str
) -> Defect:
    span = source.issued.span if source.issued is not None else source.reference.span
    return report(
        case,
        source.note.number,
        "date-context-mismatch",
        severity,
        span,
        why,
        suggestion,
    )


def _named_year(case: Case, source: Cited) -> Defect | None:
    """Compare "Twomey observed in 2008" and "a report released in May" to the note."""
    assert_names = [family_of(name).split()[-1:] for name in source.authors]
    names = {word for words in assert_names for word in words}
    container = source.text("container-title").casefold().removeprefix("the ")
    for passage in source.passages:
        words = passage.of(case.text)
        folded = words.casefold()
        named = any(name in folded for name in names) or (
            len(container) > 3 and container in folded  # noqa: PLR2004 (an abbreviation is in many words)
        )
        match = _IN_YEAR.search(words)
        if not named or match is None or source.issued is None or source.issued.last:
            continue
        group = "after" if match["after"] else "before"
        dates = find_cited_dates(words, *match.span(group))
        bounds, printed = (dates[0].bounds if dates else None), source.issued.bounds
        if bounds is None or printed is None or _overlap(bounds, printed):
            continue
        return _context(
            case, source, "medium",
            f"The text speaks of {match[group]}, the note prints {source.issued.text}.",
            "Check which of the two dates is right.",
        )  # fmt: skip
    return None


def _swapped_event(case: Case, source: Cited) -> Defect | None:
    """Find a source that predates its event but fits when day and month change."""
    issued = source.issued
    swapped = swap_day_and_month(issued) if issued is not None else None
    day = issued.day if issued is not None else None
    if issued is None or swapped is None or day is None:
        return None
    for passage in source.passages:
        for event in _event_days(case.text, passage, swapped.year):
            delay = (swapped - event).days
            if day < event and -1 <= delay <= REPORT_DAYS:
                return _context(
                    case, source, "high",
                    f"The note prints {issued.text}, before the {_say(event)} of "
                    "the text; "
                    f"with day and month exchanged it is {_say(swapped)}.",
                    f"Change {issued.text} to {print_date(swapped, issued.text)}.",
                )  # fmt: skip
    return None


def _last_year(case: Case, source: Cited) -> Defect | None:
    """Find the day and month of the text with the year before in the note."""
    day = source.issued.day if source.issued is not None else None
    if source.issued is None or day is None:
        return None
    for passage in source.passages:
        around = paragraph_around(case.text, passage.end - 1)
        before = Span(around.start, passage.end)
        years = {int(m[0]) for m in _YEAR.finditer(before.of(case.text))}
        if years != {day.year + 1}:
            continue
        for match in _PARTIAL.finditer(case.text, before.start, before.end):
            if _month_day(match) == (day.month, day.day):
                right = day.replace(year=day.year + 1)
                return _context(
                    case, source, "medium",
                    f"The text puts {match[0]} in {right.year}, "
                    f"the note prints {source.issued.text}.",
                    f"Change {source.issued.text} to "
                    f"{print_date(right, source.issued.text)}.",
                )  # fmt: skip
    return None


def _same_time(case: Case, index: int, *, systematic: bool) -> Defect | None:
    """Find a date far before its neighbour's that the text puts beside it."""
    source, issued = case.sources[index], case.sources[index].issued
    swapped = swap_day_and_month(issued) if issued is not None else None
    if issued is None or issued.day is None or swapped is None or index == 0:
        return None
    neighbour = case.sources[index - 1]
    other = neighbour.issued.day if neighbour.issued is not None else None
    if other is None or not any(_links(case, source, p) for p in source.passages):
        return None
    apart, near = (issued.day - other).days, abs((swapped - other).days)
    if abs(apart) <= 2 * SAME_TIME_DAYS or near > SAME_TIME_DAYS:
        return None
    seen = " as in other notes of this list" if systematic else ""
    return _context(
        case, source, "medium",
        f"The text puts this at the time of note {neighbour.note.number} "
        f"({_say(other)}), the note prints {issued.text}; day and month look "
        f"exchanged{seen}.",
        f"Change {issued.text} to {print_date(swapped, issued.text)}.",
    )  # fmt: skip


def _links(case: Case, source: Cited, passage: Span) -> bool:
    """Tell whether the passage says that it speaks of the time just spoken of."""
    del source
    return _SAME_TIME.search(passage.of(case.text)) is not None


def _event_days(text: str, passage: Span, year: int) -> Iterator[dt.date]:
    """Yield the days a passage names, *year* where it names none."""
    for date in find_cited_dates(text, passage.start, passage.end):
        if date.day is not None:
            yield date.day
    for match in _PARTIAL.finditer(text, passage.start, passage.end):
        month, day = _month_day(match)
        try:
            yield dt.date(year, month, day)
        except ValueError:
            continue


def _month_day(match: re.Match[str]) -> tuple[int, int]:
    name, day = (
        (match["m1"], match["d1"]) if match["m1"] else (match["m2"], match["d2"])
    )
    return month_number(name), int(day)


def _latest_event(text: str, passage: Span, issued: CitedDate) -> str | None:
    """
    Return the words of the time a passage reports, when it is after the source.

    None when the passage speaks of what is to come, or also of a time that the source
    could know.
    """
    printed = issued.bounds
    words = passage.of(text)
    if printed is None or _FUTURE.search(_outside_quotes(words)):
        return None
    dates = list(find_cited_dates(text, passage.start, passage.end))
    if not dates and _AT_THE_TIME.search(words):
        dates = _dates_before(text, passage)
    known = [date.bounds for date in dates if date.bounds is not None]
    if not known or any(_could_know(printed, bounds) for bounds in known):
        return None
    latest = max(dates, key=lambda date: date.bounds or (dt.date.min, dt.date.min))
    return latest.text


def _could_know(
    printed: tuple[dt.date, dt.date], event: tuple[dt.date, dt.date]
) -> bool:
    """Tell whether the source, when it appeared, could report the event."""
    return event[0] <= printed[1]


def _dates_before(text: str, passage: Span) -> list[CitedDate]:
    """Return the last date of the same paragraph before a passage."""
    around = paragraph_around(text, passage.start)
    if around.start >= passage.start:
        return []
    return list(find_cited_dates(text, around.start, passage.start))[-1:]


def _outside_quotes(words: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]", " ", words)


def _overlap(left: tuple[dt.date, dt.date], right: Sequence[dt.date]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _say(day: dt.date) -> str:
    return print_date(day, "")
