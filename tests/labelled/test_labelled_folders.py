"""The sample of 20 small folders with the findings and the traps in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from expected_findings import Json, call_claimcheck
from labelled_samples import (
    LABELLED,
    FolderOutcome,
    check_folder,
    folder_texts,
    read_folders,
    tally_folders,
)

FLOORS: Json = json.loads((LABELLED.parent / "floors.json").read_text("utf-8"))[
    "folders"
]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, FolderOutcome]:
    """Return what `check` makes of every folder."""
    return {folder["id"]: check_folder(folder) for folder in read_folders()}


@pytest.mark.parametrize("folder", read_folders(), ids=lambda folder: folder["id"])
def test_expected_words_stand_once_in_their_article(folder: Json) -> None:
    """Every expectation quotes words that stand exactly once in its article."""
    texts = folder_texts(folder["id"])
    quotes = [q for f in folder["findings"] for p in f["positions"] for q in p]
    quotes += [trap[side] for trap in folder["unflagged"] for side in ("left", "right")]
    assert quotes
    assert {texts[article].count(words) for article, words in quotes} == {1}


def test_every_folder_has_two_to_four_short_articles() -> None:
    """There are 20 folders of two to four articles of at most 150 words."""
    folders = read_folders()
    assert len(folders) == 20
    for folder in folders:
        texts = folder_texts(folder["id"])
        assert 2 <= len(texts) <= 4
        assert max(len(t.split("---", 2)[2].split()) for t in texts.values()) <= 150


def findings_of(folder: Path, articles: dict[str, str]) -> list[Json]:
    """Return what `check` finds in *articles*, written to a new folder."""
    folder.mkdir()
    for name, text in articles.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    database = folder.with_suffix(".db")
    report = call_claimcheck(
        "check", str(folder), "--db", str(database), "--format", "json"
    )
    findings: list[Json] = report["findings"]
    return findings


def test_unrelated_article_changes_no_finding(tmp_path: Path) -> None:
    """What is found in a folder does not depend on an article about something else."""
    articles = folder_texts("04-chess")
    stranger = {"z": folder_texts("13-treaty")["c"]}
    alone = findings_of(tmp_path / "alone", articles)
    beside = findings_of(tmp_path / "beside", articles | stranger)
    assert [f["id"] for f in alone] == [f["id"] for f in beside]


def test_article_does_not_conflict_with_its_copy(tmp_path: Path) -> None:
    """The same article under two names finds what it finds alone."""
    article = folder_texts("01-dock-strike")["a"]
    alone = findings_of(tmp_path / "alone", {"a": article})
    twice = findings_of(tmp_path / "twice", {"a": article, "b": article})
    assert [f["question"] for f in alone] == [f["question"] for f in twice]


def test_findings_reach_their_floor(outcomes: dict[str, FolderOutcome]) -> None:
    """As many of the expected findings are reported as have been."""
    missed = [m for o in outcomes.values() for m in o.outcome.missed]
    assert tally_folders(outcomes).tp >= FLOORS["findings"], missed


def test_unexpected_findings_stay_under_their_ceiling(
    outcomes: dict[str, FolderOutcome],
) -> None:
    """No more is reported that nobody expects than has been."""
    listing = "\n".join(
        f"{folder}: {line}"
        for folder, result in outcomes.items()
        for line in result.outcome.unexpected
    )
    assert tally_folders(outcomes).fp <= FLOORS["unexpected_at_most"], listing


def test_traps_stay_unflagged(outcomes: dict[str, FolderOutcome]) -> None:
    """No more pairs that only differ are set against each other than have been."""
    flagged = [trap for result in outcomes.values() for trap in result.flagged]
    assert len(flagged) <= FLOORS["flagged_traps_at_most"], flagged
