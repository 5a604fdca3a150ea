"""The consistency report as Markdown, for a page, an issue or a newsroom's wiki."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimcheck.model import Claim, Finding
from claimcheck.report.layout import printable
from claimcheck.report.places import Places
from claimcheck.report.report import Report
from claimcheck.report.wording import summarise, undated_notice

# CommonMark 0.31, section 2.4: the ASCII punctuation that means something in a line.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~!$&{}])")


def escape_markdown(text: str) -> str:
    """Return *text* on one line so that Markdown shows it as it stands."""
    return _MARKS.sub(r"\\\1", printable(text))


def render_markdown(report: Report) -> str:
    """Return the report as one Markdown document."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    place = Places(report.documents).of
    yield "# Consistency report"
    yield ""
    yield escape_markdown(summarise(report))
    for finding in report.findings:
        yield ""
        yield from _finding(finding, place)
    if report.defects:
        yield from ("", "## Notes and references", "")
        for id_, defect in report.defects:
            at = escape_markdown(place(id_, defect.span.start))
            yield f"- **note {defect.note}, {defect.kind}** ({at}): "
            yield f"  > {escape_markdown(defect.quote)}"
            yield ""
            advice = f"{defect.why} {defect.suggestion}"
            yield f"  {escape_markdown(advice)}"
    if report.agreements:
        yield from ("", "## Sources agree", "")
        for agreement in report.agreements:
            answer = f"{agreement.question} **{escape_markdown(agreement.value)}**"
            yield f"- {answer}"
            yield from (f"  - {_evidence(claim, place)}" for claim in agreement.claims)
    if report.skipped:
        yield from ("", "## Not read", "")
        for skipped in report.skipped:
            source, reason = map(escape_markdown, (skipped.source, skipped.reason))
            yield f"- {source}: {reason}"
    if report.undated:
        yield ""
        yield escape_markdown(undated_notice(report))


def _finding(finding: Finding, place: Callable[[str, int], str]) -> Iterator[str]:
    yield f"## {finding.verdict.capitalize()}: {escape_markdown(finding.question)}"
    yield ""
    for position in finding.positions:
        yield f"- **{escape_markdown(position.text)}**"
        yield from (f"  - {_evidence(claim, place)}" for claim in position.claims)
    yield ""
    yield f"Why: {escape_markdown(finding.why)} (`{finding.id}`, {finding.status})"


def _evidence(claim: Claim, place: Callable[[str, int], str]) -> str:
    at = escape_markdown(place(claim.document_id, claim.span.start))
    return f"{at}: \u201c{escape_markdown(claim.quote)}\u201d"
