"""Write citation lists, one module a format; every exporter is a plain function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from claimcheck.citations.export.biblatex import export_biblatex
from claimcheck.citations.export.citable import (
    Citable,
    Quotation,
    cite_claims,
    cite_document,
    cite_finding,
    cite_notes,
    cite_reference,
    merge_citables,
)
from claimcheck.citations.export.claim_review import export_claim_review
from claimcheck.citations.export.csl_json import export_csl_json
from claimcheck.citations.export.fragments import link_to_quote, selectors
from claimcheck.citations.export.house_style import export_markdown, export_text
from claimcheck.citations.export.ris import export_ris
from claimcheck.citations.export.styles import STYLES, render_style

EXPORTERS: Final[dict[str, Callable[[Iterable[Citable]], str]]] = {
    "csl-json": export_csl_json,
    "biblatex": export_biblatex,
    "ris": export_ris,
    "markdown": export_markdown,
    "text": export_text,
}

__all__ = [
    "EXPORTERS",
    "STYLES",
    "Citable",
    "Quotation",
    "cite_claims",
    "cite_document",
    "cite_finding",
    "cite_notes",
    "cite_reference",
    "export_biblatex",
    "export_claim_review",
    "export_csl_json",
    "export_markdown",
    "export_ris",
    "export_text",
    "link_to_quote",
    "merge_citables",
    "render_style",
    "selectors",
]
