"""
Write the pages of docs/ that follow from the code.

    python3 scripts/generate_docs.py          write them
    python3 scripts/generate_docs.py --check  name those that are stale, and fail
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from claimcheck.cli.reference import render_reference
from claimcheck.store.schema_page import render_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"

# Each page, by its name in docs/, and what writes it.
PAGES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("commands.md", render_reference),
    ("schema.md", render_schema),
)


def stale_pages(docs: Path) -> list[str]:
    """Return the names of the pages that are not what the code would write."""
    return [
        name
        for name, render in PAGES
        if not (docs / name).is_file()
        or (docs / name).read_text(encoding="utf-8") != render()
    ]


def write_pages(docs: Path) -> None:
    """Write every page."""
    for name, render in PAGES:
        (docs / name).write_text(render(), encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Write the pages, or check them; return the exit status."""
    if arguments != ["--check"]:
        write_pages(DOCS)
        return 0
    stale = stale_pages(DOCS)
    for name in stale:
        sys.stderr.write(
            f"docs/{name} is stale; run `python3 scripts/generate_docs.py`.\n"
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
