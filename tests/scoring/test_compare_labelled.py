"""The list of what a change gained and lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "compare_labelled.py"
FOUND = {"mark": "tp", "rule": "dates share no day", "said": "conflict"}
MISSED = {"mark": "fn", "rule": "none (date)", "said": "missed"}
INVENTED = {"mark": "fp", "rule": "dates share no day", "said": "unexpected"}
SILENT = {"mark": "tn", "rule": "trap", "said": "two years"}


def run(
    folder: Path, before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]
) -> str:
    """Return what the script prints about two results."""
    paths = [folder / "before.json", folder / "after.json"]
    for path, results in zip(paths, (before, after), strict=True):
        path.write_text(json.dumps(results), "utf-8")
    command = [sys.executable, str(SCRIPT), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_equal_results_print_nothing(tmp_path: Path) -> None:
    """Where nothing moved there is nothing to list."""
    assert run(tmp_path, {"pairs/1": FOUND}, {"pairs/1": FOUND}) == ""


@pytest.mark.parametrize(
    ("before", "after", "group"),
    [
        ({"x": MISSED}, {"x": FOUND}, "gained"),
        ({"x": INVENTED}, {}, "gained"),
        ({"x": INVENTED}, {"x": SILENT}, "gained"),
        ({"x": FOUND}, {"x": MISSED}, "lost"),
        ({}, {"x": INVENTED}, "lost"),
        ({"x": SILENT}, {"x": INVENTED}, "lost"),
        ({"x": FOUND}, {"x": {**FOUND, "said": "possible"}}, "changed"),
        ({"x": MISSED}, {"x": INVENTED}, "changed"),
    ],
)
def test_moved_items_are_gained_or_lost(
    tmp_path: Path,
    before: dict[str, dict[str, str]],
    after: dict[str, dict[str, str]],
    group: str,
) -> None:
    """An item that comes out as labelled is gained, one that no longer does is lost."""
    assert run(tmp_path, before, after).startswith(f"{group}: 1\n  x\n")


def test_moved_items_are_listed_with_both_outcomes(tmp_path: Path) -> None:
    """The list tells what was said before and now, and counts by rule."""
    expected = (
        "gained: 1\n"
        "  folders/1\n"
        "    was fn  missed (none (date))\n"
        "    now tp  conflict (dates share no day)\n"
        "\n"
        "by rule\n"
        "  tp 1 -> 2  fp 0 -> 0  fn 0 -> 0  dates share no day\n"
        "  tp 0 -> 0  fp 0 -> 0  fn 1 -> 0  none (date)\n"
    )
    before = {"folders/1": MISSED, "folders/2": FOUND}
    after = {"folders/1": FOUND, "folders/2": FOUND}
    assert expected == run(tmp_path, before, after)
