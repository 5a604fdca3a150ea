"""
List what a change gained and what it lost, item by item, with tp, fp and fn a rule.

    python scripts/compare_labelled.py                      # against the last commit
    python scripts/compare_labelled.py origin/main          # against another revision
    python scripts/compare_labelled.py before.json after.json

Both versions are measured by this tree's ``tests/scoring/outcomes.py`` on its labels:
claims, pairs, folders, corpus and, where at hand, the evaluation sets of pairs.
Nothing is printed when nothing moved.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

Result: TypeAlias = Mapping[str, str]
Results: TypeAlias = Mapping[str, Result]

ROOT = Path(__file__).resolve().parent.parent
OUTCOMES = ROOT / "tests" / "scoring" / "outcomes.py"
SETS = ROOT.parent / "shared" / "eval"
# An item that one version has not: nothing was said where nothing should be.
ABSENT: Result = {"mark": "tn", "rule": "-", "said": "-"}
RIGHT = ("tp", "tn")
MARKS = ("tp", "fp", "fn")


def is_right(result: Result) -> bool:
    """Tell whether an item came out as labelled."""
    return result["mark"] in RIGHT


def list_moved(before: Results, after: Results) -> dict[str, list[str]]:
    """Sort the items that moved into gained, lost and otherwise changed."""
    moved: dict[str, list[str]] = {"gained": [], "lost": [], "changed": []}
    for item in sorted(before.keys() | after.keys()):
        old, new = before.get(item, ABSENT), after.get(item, ABSENT)
        if old == new:
            continue
        was, now = is_right(old), is_right(new)
        group = "changed" if was == now else "gained" if now else "lost"
        lines = (f"    {when} {r['mark']}  {r['said']} ({r['rule']})"
                 for when, r in (("was", old), ("now", new)))  # fmt: skip
        moved[group].append("\n".join([f"  {item}", *lines]))
    return moved


def count_rules(results: Results) -> dict[str, Counter[str]]:
    """Count the marks of each rule."""
    rules: dict[str, Counter[str]] = {}
    for result in results.values():
        rules.setdefault(result["rule"], Counter())[result["mark"]] += 1
    return rules


def list_rules(before: Results, after: Results) -> Iterator[str]:
    """Yield a line for each rule whose counts moved: tp, fp, fn, before and after."""
    old, new = count_rules(before), count_rules(after)
    for rule in sorted(old.keys() | new.keys()):
        counts = [rules.get(rule, Counter()) for rules in (old, new)]
        if any(counts[0][mark] != counts[1][mark] for mark in MARKS):
            cells = "  ".join(
                f"{mark} {counts[0][mark]} -> {counts[1][mark]}" for mark in MARKS
            )
            yield f"  {cells}  {rule}"


def write_comparison(before: Results, after: Results) -> str:
    """Write what moved, group by group, and the rules whose counts did."""
    groups = list_moved(before, after)
    parts = [
        f"{name}: {len(items)}\n" + "\n".join(items)
        for name, items in groups.items()
        if items
    ]
    if rules := list(list_rules(before, after)):
        parts.append("\n".join(["by rule", *rules]))
    return "\n\n".join(parts) + "\n" if parts else ""


def measure(code: Path) -> Results:
    """Measure the package in the folder *code* on this tree's labels."""
    command = [sys.executable, str(OUTCOMES), "--json"]
    if SETS.is_dir():
        command += ["--sets", str(SETS)]
    environment = {**os.environ, "PYTHONPATH": str(code)}
    done = subprocess.run(  # noqa: S603 - our own script
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    results: Results = json.loads(done.stdout)
    return results


def measure_revision(revision: str) -> Results:
    """Measure the package as it was at a revision."""
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place) / "package.tar"
        for command in (
            ["git", "-C", str(ROOT), "archive", "-o", str(archive), revision,
             "claimcheck"],
            ["tar", "-xf", str(archive), "-C", place],
        ):  # fmt: skip
            subprocess.run(command, check=True)  # noqa: S603 - fixed commands
        return measure(Path(place))


def main() -> None:
    """Compare two files of results, or this tree with a revision."""
    parser = argparse.ArgumentParser(description="List what a change gained and lost.")
    parser.add_argument("before", nargs="?", default="HEAD", help="revision or file")
    parser.add_argument("after", nargs="?", type=Path, help="file of results")
    arguments = parser.parse_args()
    if arguments.after is None:
        before, after = measure_revision(arguments.before), measure(ROOT)
    else:
        paths = (Path(arguments.before), arguments.after)
        before, after = (json.loads(path.read_text("utf-8")) for path in paths)
    sys.stdout.write(write_comparison(before, after))


if __name__ == "__main__":
    main()
