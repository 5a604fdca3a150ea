"""The stored documents, their metadata and where each field came from."""

from __future__ import annotations

import csv
import io
import json

from claimcheck.model import Document
from claimcheck.report.contract import document_json
from claimcheck.report.details import layout_metadata, metadata_json
from claimcheck.report.layout import WIDTH, Line
from claimcheck.report.markdown import escape_markdown
from claimcheck.report.tables import csv_cell
from claimcheck.report.wording import count

CSV_COLUMNS = ("source", "title", "authors", "published", "published_from", "claims")


def layout_sources(
    documents: tuple[Document, ...],
    counts: tuple[tuple[str, int], ...],
    width: int = WIDTH,
) -> tuple[Line, ...]:
    """Return each document with its fields and its number of claims."""
    claims = dict(counts)
    lines: list[Line] = []
    for document in documents:
        lines.extend(layout_metadata(document, width))
        number = count(claims.get(document.id, 0), "claim")
        lines.append((("dim", f"  {number}"),))
    return tuple(lines)


def render_sources(
    documents: tuple[Document, ...], counts: tuple[tuple[str, int], ...], form: str
) -> str:
    """Return the documents as json, jsonl, csv or markdown."""
    claims = dict(counts)
    rows = [
        {**document_json(d, claims.get(d.id, 0)), "fields": metadata_json(d)}
        for d in documents
    ]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if form == "csv":
        return _csv(documents, claims)
    return "".join(
        f"- {escape_markdown(d.source)}: {escape_markdown(d.title or 'no title')}, "
        f"{d.published or 'no date'}\n"
        for d in documents
    )


def _csv(documents: tuple[Document, ...], claims: dict[str, int]) -> str:
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\n")
    table.writerow(CSV_COLUMNS)
    for document in documents:
        row = (
            document.source,
            document.title or "",
            "; ".join(document.authors),
            document.published or "",
            document.published_from or "",
            claims.get(document.id, 0),
        )
        table.writerow([csv_cell(value) for value in row])
    return page.getvalue()
