"""
Say what became of every labelled item, and count true and false alarms a rule.

Run as a script it prints a line a rule, or with ``--json`` every item for
``scripts/compare_labelled.py`` to compare with those of another version:

    python tests/scoring/outcomes.py
    python tests/scoring/outcomes.py --json --sets ../shared/eval > before.json

An item is a *tp* (a disagreement found), an *fp* (invented), an *fn* (missed) or a *tn*
(left alone, as it should be).  A miss counts for the rule that decided otherwise, or,
where none did, for the kind that was to be found.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from expected_findings import (
    Json,
    answer_lines,
    are_apart,
    are_linked,
    describe,
    pair_findings,
    read_expectations,
)
from labelled_samples import (
    LABELLED,
    check_articles,
    folder_texts,
    read_folders,
    read_lines,
    score_frames,
)

Mark: TypeAlias = Literal["tp", "fp", "fn", "tn"]
TESTS = LABELLED.parent
CORPUS = TESTS.parent / "corpus"
# Labels of the evaluation sets of pairs; a row with another one is not scored.
LABELS = ("contradiction", "entailment", "neutral")


class Result(NamedTuple):
    """Hold what became of one item, the rule that decided, and its answer."""

    mark: Mark
    rule: str
    said: str


Results: TypeAlias = Iterator[tuple[str, Result]]


def mark_of(*, real: bool, said: bool) -> Mark:
    """Return the mark of an item that is, and is said to be, a disagreement or not."""
    if real:
        return "tp" if said else "fn"
    return "fp" if said else "tn"


def judge_pairs(name: str, rows: Sequence[Json], real: Mapping[str, bool]) -> Results:
    """Yield what `compare` says of pairs; *real* tells the conflicts among them."""
    items = [{k: row[k] for k in ("id", "a", "b")} for row in rows]
    for answer in answer_lines("compare", items):
        said = answer["verdict"] == "conflict"
        mark = mark_of(real=real[answer["id"]], said=said)
        yield f"{name}/{answer['id']}", Result(mark, answer["rule"], answer["verdict"])


def measure_pairs() -> Results:
    """Yield the results of the sample of pairs."""
    rows = read_lines("pairs")
    yield from judge_pairs(
        "pairs", rows, {row["id"]: row["verdict"] == "conflict" for row in rows}
    )


def measure_sets(folder: Path) -> Results:
    """Yield the results of evaluation sets of pairs, where they are at hand."""
    for path in sorted((folder / "pairs").glob("*.jsonl")):
        lines = path.read_text("utf-8").splitlines()
        rows = [row for row in map(json.loads, lines) if row["label"] in LABELS]
        real = {row["id"]: row["label"] == "contradiction" for row in rows}
        yield from judge_pairs(f"sets/{path.stem}", rows, real)


def measure_claims() -> Results:
    """Yield the results of the sample of claims: all of an item's frames, or not."""
    for key, score in score_frames().items():
        mark = mark_of(real=True, said=score.exact == score.labelled)
        said = f"{score.exact} of {score.labelled} exact, {score.found} found"
        yield f"claims/{key}", Result(mark, "frames", said)


def measure_findings(
    name: str, report: Json, expected: Json, texts: Mapping[str, str]
) -> Results:
    """Yield the results of one folder: its findings, and the traps in it."""
    expectations = read_expectations(expected["findings"])
    found = pair_findings(report["findings"], expectations, texts)
    for finding, expectation in found:
        if expectation is None:
            words = describe(finding)
            yield f"{name}: {words}", Result("fp", finding["rule"], "unexpected")
        else:
            said = f"{finding['verdict']}: {finding['question']}"
            yield f"{name}/{expectation.id}", Result("tp", finding["rule"], said)
    met = {expectation.id for _, expectation in found if expectation is not None}
    for one in expectations:
        if one.id not in met:
            rule = f"none ({'/'.join(one.kinds)})"
            yield f"{name}/{one.id}", Result("fn", rule, "missed")
    for trap in expected["unflagged"]:
        sides = tuple(trap["left"]), tuple(trap["right"])
        mark = mark_of(real=False, said=are_apart(report["findings"], *sides, texts))
        yield f"{name}/{trap['id']}", Result(mark, "trap", trap["reason"])


def measure_folders() -> Results:
    """Yield the results of the sample of folders."""
    for folder in read_folders():
        report = check_articles(LABELLED / "folders" / folder["id"])
        texts = folder_texts(folder["id"])
        yield from measure_findings("folders", report, folder, texts)


def measure_corpus() -> Results:
    """Yield the results of the corpus: findings, traps and agreements."""
    path = TESTS / "corpus" / "expectations.json"
    expected: Json = json.loads(path.read_text("utf-8"))
    texts = {p.stem: p.read_text("utf-8") for p in sorted(CORPUS.glob("*.md"))}
    report = check_articles(CORPUS)
    yield from measure_findings("corpus", report, expected, texts)
    for item in expected["agreements"]:
        quotes = [(article, words) for article, words in item["claims"]]
        mark = mark_of(real=True, said=are_linked(report, quotes, texts))
        yield f"corpus/{item['id']}", Result(mark, "agreement", "")


def tally_rules(results: Iterable[Result]) -> dict[str, Counter[str]]:
    """Count the marks of each rule, by rule."""
    tally: dict[str, Counter[str]] = {}
    for result in results:
        tally.setdefault(result.rule, Counter())[result.mark] += 1
    return dict(sorted(tally.items()))


def write_rules(results: Iterable[Result]) -> str:
    """Write tp, fp and fn a rule, a line each; rules that only kept silent are left."""
    lines = [
        f"{count['tp']:5}{count['fp']:5}{count['fn']:5}  {rule}"
        for rule, count in tally_rules(results).items()
        if count["tp"] or count["fp"] or count["fn"]
    ]
    return "\n".join([f"{'tp':>5}{'fp':>5}{'fn':>5}  rule", *lines])


def measure(sets: Path | None = None) -> dict[str, Result]:
    """Return what became of every item; *sets* is the folder of evaluation sets."""
    parts = [measure_claims(), measure_pairs(), measure_folders(), measure_corpus()]
    if sets is not None:
        parts.append(measure_sets(sets))
    return {item: result for part in parts for item, result in part}


def main() -> None:
    """Measure, and print what became of the items or of the rules."""
    parser = argparse.ArgumentParser(description="Measure on the labelled samples.")
    parser.add_argument("--json", action="store_true", help="print every item")
    parser.add_argument("--sets", type=Path, help="folder of evaluation sets")
    arguments = parser.parse_args()
    results = measure(arguments.sets)
    if arguments.json:
        items = {item: result._asdict() for item, result in results.items()}
        json.dump(items, sys.stdout, indent=1, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(write_rules(results.values()) + "\n")


if __name__ == "__main__":
    main()
