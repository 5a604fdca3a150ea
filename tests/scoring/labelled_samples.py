"""Measure claimcheck on the labelled samples in tests/labelled."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from expected_findings import (
    Json,
    Outcome,
    answer_lines,
    are_apart,
    call_claimcheck,
    compare,
    read_expectations,
)
from labelled_frames import FrameScore, score_item

LABELLED = Path(__file__).resolve().parents[1] / "labelled"


@dataclass(frozen=True, slots=True)
class Tally:
    """Hold true and false positives and misses, and the rates they make."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was reported that is real; 1 for nothing."""
        reported = self.tp + self.fp
        return self.tp / reported if reported else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what is real that was reported; 1 for nothing."""
        real = self.tp + self.fn
        return self.tp / real if real else 1.0


@dataclass(frozen=True, slots=True)
class FolderOutcome:
    """Hold what was found in one folder, and the traps it walked into."""

    outcome: Outcome
    flagged: tuple[str, ...]


def read_lines(name: str) -> list[Json]:
    """Return the items of a sample, one a line."""
    text = (LABELLED / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def read_folders() -> list[Json]:
    """Return the expectations of every folder."""
    folders: list[Json] = json.loads((LABELLED / "folders.json").read_text("utf-8"))
    return folders


def folder_texts(folder: str) -> dict[str, str]:
    """Return the articles of a folder by name."""
    paths = sorted((LABELLED / "folders" / folder).glob("*.md"))
    return {path.stem: path.read_text("utf-8") for path in paths}


def score_frames() -> dict[str, FrameScore]:
    """Return the score of every item of the sample of claims."""
    return {item["id"]: score_item(item) for item in read_lines("claims")}


def answer_pairs() -> dict[str, Json]:
    """Return what `compare` answers to every labelled pair, by its id."""
    items = [{k: pair[k] for k in ("id", "a", "b")} for pair in read_lines("pairs")]
    return {answer["id"]: answer for answer in answer_lines("compare", items)}


def check_articles(path: Path) -> Json:
    """Return the report on the articles of a folder, made in a new database."""
    with tempfile.TemporaryDirectory() as place:
        database = str(Path(place) / "claims.db")
        return call_claimcheck("check", str(path), "--db", database, "--format", "json")


def check_folder(folder: Json) -> FolderOutcome:
    """Run `check` on one folder in a new database and compare its findings."""
    texts = folder_texts(folder["id"])
    findings = check_articles(LABELLED / "folders" / folder["id"])["findings"]
    expectations = read_expectations(folder["findings"])
    flagged = tuple(
        trap["id"]
        for trap in folder["unflagged"]
        if are_apart(findings, tuple(trap["left"]), tuple(trap["right"]), texts)
    )
    return FolderOutcome(compare(findings, expectations, texts), flagged)


def tally_pairs(answers: Mapping[str, Json]) -> dict[str, Tally]:
    """
    Count conflicts found, invented and missed, by the kind that is or was claimed.

    A conflict found under another kind is found; one that is called possible is not.
    """
    counts: dict[str, Counter[str]] = {}
    for pair in read_lines("pairs"):
        answer = answers[pair["id"]]
        real, said = (row["verdict"] == "conflict" for row in (pair, answer))
        if real or said:
            kind = (pair if real else answer)["kind"] or "none"
            mark = "tp" if real and said else "fn" if real else "fp"
            counts.setdefault(kind, Counter())[mark] += 1
    return {kind: Tally(**count) for kind, count in sorted(counts.items())}


def tally_folders(outcomes: Mapping[str, FolderOutcome]) -> Tally:
    """Count findings met, invented and missed over all folders."""
    found = [outcome.outcome for outcome in outcomes.values()]
    return Tally(
        tp=sum(len(o.met) for o in found),
        fp=sum(len(o.unexpected) for o in found),
        fn=sum(len(o.missed) for o in found),
    )
