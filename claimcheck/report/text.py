"""The consistency report for people, in plain text of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Agreement, Claim, Defect, Document, Finding, Position
from claimcheck.report.layout import WIDTH, Line, join_lines, printable, quoted, wrap
from claimcheck.report.places import Places
from claimcheck.report.report import Report
from claimcheck.report.wording import count, summarise, undated_notice

# How many claims one position shows before the rest is only counted: the first are the
# evidence, and `show` lists them all.
CLAIMS_SHOWN = 4


def render_text(report: Report, width: int = WIDTH) -> str:
    """Return the report as plain text."""
    return join_lines(layout_report(report, width))


def layout_report(report: Report, width: int = WIDTH) -> tuple[Line, ...]:
    """Return the report as styled lines of at most *width* columns."""
    return tuple(_lines(report, width))


def _lines(report: Report, width: int) -> Iterator[Line]:
    places = Places(report.documents)
    for finding in report.findings:
        yield from layout_finding(finding, places, width)
        yield ()
    if report.defects:
        yield (("heading", "Notes and references"),)
        for id_, defect in report.defects:
            yield from layout_defect(defect, places.documents[id_], places, width)
        yield ()
    if report.agreements:
        yield (("heading", "Sources agree"),)
        for agreement in report.agreements:
            yield from _agreement(agreement, places, width)
        yield ()
    yield from _loose_ends(report, width)
    yield from wrap("summary", summarise(report), width)


def layout_finding(finding: Finding, places: Places, width: int) -> Iterator[Line]:
    """Yield one finding: its question, its positions with their quotes, and why."""
    title = f"{finding.verdict.upper()}  {printable(finding.question)}"
    tag = finding.id if finding.status == "new" else f"{finding.status} {finding.id}"
    if len(title) + len(tag) + 2 <= width:
        gap = " " * (width - len(title) - len(tag))
        yield ((finding.verdict, title), ("dim", gap + tag))
    else:
        yield from wrap(finding.verdict, title, width, hanging=2)
        yield (("dim", "  " + tag),)
    for position in finding.positions:
        yield from _position(position, places, width)
    yield from wrap("why", f"why: {finding.why}", width, indent=2, hanging=7)


def _position(position: Position, places: Places, width: int) -> Iterator[Line]:
    sources = f" ({count(position.sources, 'source')})" if position.sources > 1 else ""
    yield from wrap("value", position.text + sources, width, indent=2, hanging=4)
    for claim in position.claims[:CLAIMS_SHOWN]:
        yield from _evidence(claim, places, width)
    hidden = len(position.claims) - CLAIMS_SHOWN
    if hidden > 0:
        yield (("dim", f"    and {count(hidden, 'more claim')}"),)


def _evidence(claim: Claim, places: Places, width: int) -> Iterator[Line]:
    place = places.of(claim.document_id, claim.span.start)
    words = quoted(claim.quote)
    if len(place) + len(words) + 6 <= width:
        yield (("source", f"    {place}"), ("quote", f"  {words}"))
        return
    yield (("source", f"    {place}"),)
    yield from wrap("quote", words, width, indent=6)


def layout_defect(
    defect: Defect, document: Document, places: Places, width: int
) -> Iterator[Line]:
    """Yield one defect of an article's notes."""
    place = places.of(document.id, defect.span.start)
    yield from wrap(
        "source", f"{place}, note {defect.note}: {defect.kind}", width, 2, 4
    )
    yield from wrap("quote", quoted(defect.quote), width, indent=6)
    yield from wrap("why", f"why: {defect.why}", width, indent=6, hanging=11)
    if defect.suggestion:
        yield from wrap("why", f"try: {defect.suggestion}", width, 6, 11)


def _agreement(agreement: Agreement, places: Places, width: int) -> Iterator[Line]:
    sources = sorted(
        {places.documents[claim.document_id].source for claim in agreement.claims}
    )
    answer = f"{agreement.question} {agreement.value}"
    yield from wrap("value", answer, width, indent=2, hanging=4)
    yield from wrap("source", ", ".join(sources), width, indent=4)


def _loose_ends(report: Report, width: int) -> Iterator[Line]:
    for skipped in report.skipped:
        line = f"skipped {skipped.source}: {skipped.reason}"
        yield from wrap("warning", line, width, hanging=2)
    if report.undated:
        yield from wrap("warning", undated_notice(report), width, hanging=2)
