"""
List the labelled items that a change moved.

    python tests/scoring/labelled_samples.py > before.json
    ... the change ...
    python tests/scoring/labelled_samples.py > after.json
    python scripts/compare_labelled.py before.json after.json

Prints one line an item whose outcome differs, and nothing when none does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ABSENT = "-"


def list_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each item whose outcome is another now, by item."""
    for item in sorted(before.keys() | after.keys()):
        old, new = before.get(item, ABSENT), after.get(item, ABSENT)
        if old != new:
            yield f"{item}\n    was {old}\n    now {new}"


def main() -> None:
    """Compare the two files named on the command line."""
    parser = argparse.ArgumentParser(description="List the labelled items that moved.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    arguments = parser.parse_args()
    results = (arguments.before, arguments.after)
    before, after = (json.loads(path.read_text("utf-8")) for path in results)
    for line in list_changes(before, after):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
