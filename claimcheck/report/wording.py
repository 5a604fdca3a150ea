"""The sentences that every readable form of a report shares."""

from __future__ import annotations

from claimcheck.report.report import Report


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def summarise(report: Report) -> str:
    """Return what the report holds in one sentence."""
    totals = dict(report.summary())
    parts = [
        count(totals["conflict"], "conflict"),
        f"{totals['possible']} possible",
        count(totals["agreements"], "agreement"),
        count(totals["citation_defects"], "citation defect"),
    ]
    read = (
        f"{count(totals['documents'], 'document')}, {count(totals['claims'], 'claim')}"
    )
    return f"{read}: {', '.join(parts)}."


def undated_notice(report: Report) -> str:
    """Return one sentence that asks for the dates that are missing."""
    names = ", ".join(document.source for document in report.undated)
    return (
        f"{count(len(report.undated), 'document')} without a date, so that "
        f'"last month" stays open there: {names}. Set one with '
        "claimcheck sources set SOURCE published YYYY-MM-DD."
    )
