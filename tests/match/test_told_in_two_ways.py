"""One event told in two ways is one event; two events of the same things are two."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading_texts import match, source

from claimcheck.match.frames import Frame, build_frames
from claimcheck.match.ladders.dates import compare_dates
from claimcheck.match.occurrences import count_ties, is_against
from claimcheck.model import Level

DATA = Path(__file__).parents[1] / "data" / "events"


def rows(name: str) -> list[list[str]]:
    """Return the rows of a table below its heading."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


SAME = [row[1:3] for row in rows("told_in_two_ways")]
DIFFERENT = rows("different_events")


def met(left: str, right: str) -> Iterator[tuple[Frame, Frame]]:
    """Yield the dated frames of two texts that are of one act and participant."""
    for ours in build_frames(source(left, "a")):
        for theirs in build_frames(source(right, "b")):
            if ours.time is None or theirs.time is None:
                continue
            alike = ours.family == theirs.family and not is_against(ours, theirs)
            if alike and count_ties(ours, theirs):
                yield ours, theirs


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_ways_of_telling_meet(left: str, right: str) -> None:
    """Family, a participant and the time are the same however the event is told."""
    days = [compare_dates(ours.time, theirs.time) for ours, theirs in met(left, right)]
    assert {Level.SAME, Level.COMPATIBLE} & set(days)


@pytest.mark.parametrize(
    ("left", "right", "reason"), [row[1:] for row in DIFFERENT], ids=lambda t: t[:40]
)
def test_two_events_of_the_same_things_stay_apart(
    left: str, right: str, reason: str
) -> None:
    """No date is set against that of another event."""
    assert list(met(left, right)) == [], reason
    assert match(left, right).findings == (), reason


def test_tables_cover_ten_fields() -> None:
    """News events of all fields are among the rows."""
    assert len({row[0] for row in rows("told_in_two_ways")}) == 10
