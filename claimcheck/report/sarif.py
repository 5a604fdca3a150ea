"""The consistency report as SARIF 2.1.0, which code hosts and editors show in place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from claimcheck.model import Claim, Defect, Document, Finding
from claimcheck.report.contract import Json, by_id
from claimcheck.report.places import Lines
from claimcheck.report.report import Report

_LEVELS = {
    "conflict": "error",
    "possible": "warning",
    "high": "error",
    "medium": "warning",
    "low": "note",
}


def render_sarif(report: Report, version: str) -> str:
    """
    Return the report as one SARIF log with one run.

    Columns count Unicode code points from 1, as the run says.

    Source:
        OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 to 3.30.
    """
    results = list(_results(report))
    rules = sorted({str(result["ruleId"]) for result in results})
    run: Json = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": version,
                "rules": [{"id": rule} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log: Json = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _results(report: Report) -> Iterator[Json]:
    documents = by_id(report.documents)
    lines = {document.id: Lines(document.text) for document in report.documents}
    for finding in report.findings:
        yield _finding(finding, documents, lines)
    for id_, defect in report.defects:
        yield _defect(defect, documents[id_], lines[id_])


def _finding(
    finding: Finding, documents: dict[str, Document], lines: dict[str, Lines]
) -> Json:
    places = [
        (position.text, claim)
        for position in finding.positions
        for claim in position.claims
    ]

    def location(value: str, claim: Claim) -> Json:
        id_ = claim.document_id
        where = _region(documents[id_], lines[id_], claim.span.start, claim.span.end)
        return {**where, "message": {"text": value}}

    answers = "; ".join(position.text for position in finding.positions)
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.verdict],
        "message": {"text": f"{finding.question} {answers}. {finding.why}"},
        "locations": [location(*place) for place in places[:1]],
        "relatedLocations": [location(*place) for place in places[1:]],
        "partialFingerprints": {"finding/v1": finding.id},
    }


def _defect(defect: Defect, document: Document, lines: Lines) -> Json:
    advice = f" {defect.suggestion}" if defect.suggestion else ""
    where = _region(document, lines, defect.span.start, defect.span.end)
    return {
        "ruleId": defect.kind,
        "level": _LEVELS[defect.severity],
        "message": {"text": f"Note {defect.note}: {defect.why}{advice}"},
        "locations": [where],
    }


def _region(document: Document, lines: Lines, start: int, end: int) -> Json:
    first_line, first_column = lines.place(start)
    last_line, last_column = lines.place(end)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(document.source)},
            "region": {
                "startLine": first_line,
                "startColumn": first_column,
                "endLine": last_line,
                "endColumn": last_column,
            },
        }
    }
