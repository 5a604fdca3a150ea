"""The list of what a change gained and lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "compare_labelled.py"


def run(folder: Path, before: dict[str, str], after: dict[str, str]) -> str:
    """Return what the script prints about two results."""
    paths = [folder / "before.json", folder / "after.json"]
    for path, results in zip(paths, (before, after), strict=True):
        path.write_text(json.dumps(results), "utf-8")
    command = [sys.executable, str(SCRIPT), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_equal_results_print_nothing(tmp_path: Path) -> None:
    """Where nothing moved there is nothing to list."""
    assert run(tmp_path, {"pairs/1": "conflict"}, {"pairs/1": "conflict"}) == ""


def test_moved_items_are_listed_with_both_outcomes(tmp_path: Path) -> None:
    """A changed item and one that is gone are listed, by name."""
    before = {"pairs/2": "agree", "pairs/1": "conflict", "pairs/3": "differs"}
    after = {"pairs/2": "conflict", "pairs/3": "differs"}
    expected = (
        "pairs/1\n    was conflict\n    now -\n"
        "pairs/2\n    was agree\n    now conflict\n"
    )
    assert expected == run(tmp_path, before, after)
