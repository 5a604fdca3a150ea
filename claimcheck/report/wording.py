"""The sentences that every readable form of a report shares."""

from __future__ import annotations

import shlex

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
    """
    Return the command that gives a date to what has none, in one line.

    Which documents these are is in `claimcheck sources` when there are several.
    """
    sources = [document.source for document in report.undated]
    these, source = f"{len(sources)} documents have", "SOURCE"
    if len(sources) == 1:
        these, source = "1 document has", shlex.quote(sources[0])
    return f"{these} no date: claimcheck sources set {source} published YYYY-MM-DD"
