"""The consistency report as JSON, JSON lines and CSV, for other programs."""

from __future__ import annotations

import csv
import io
import json

from claimcheck.report.contract import by_id, claim_writer, finding_json, report_json
from claimcheck.report.report import Report

CSV_COLUMNS = (
    "finding", "kind", "verdict", "status", "question", "why", "position", "source",
    "line", "column", "quote",
)  # fmt: skip

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV
# Injection"); an apostrophe in front makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_json(report: Report) -> str:
    """Return the report as one JSON object."""
    return json.dumps(report_json(report), ensure_ascii=False, indent=1) + "\n"


def render_jsonl(report: Report) -> str:
    """Return one JSON object a finding and line; nothing where there is none."""
    write = claim_writer(by_id(report.documents))
    return "".join(
        json.dumps(finding_json(finding, write), ensure_ascii=False) + "\n"
        for finding in report.findings
    )


def render_csv(report: Report) -> str:
    """Return one row a quoted claim, with the finding it stands in."""
    write = claim_writer(by_id(report.documents))
    rows = io.StringIO()
    table = csv.writer(rows, lineterminator="\n")
    table.writerow(CSV_COLUMNS)
    for finding in report.findings:
        head = (
            finding.id, finding.kind, finding.verdict, finding.status,
            finding.question, finding.why,
        )  # fmt: skip
        for position in finding.positions:
            if not position.claims:
                table.writerow(map(csv_cell, (*head, position.text, "", "", "", "")))
            for claim in position.claims:
                item = write(claim)
                place = (item["source"], item["line"], item["column"], claim.quote)
                table.writerow(map(csv_cell, (*head, position.text, *place)))
    return rows.getvalue()


def csv_cell(value: object) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
