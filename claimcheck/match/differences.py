"""Label what differs without conflict, so that a reader can ask why not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from claimcheck.match.ladders.dates import compare_dates
from claimcheck.match.occurrences import Occurrence
from claimcheck.model import Difference, Level


def label_occurrences(occurrence: Occurrence) -> Iterator[Difference]:
    """Label members next to each other of which one is more precise than the other."""
    for left, right in itertools.pairwise(occurrence.members):
        ours, theirs = left.frame.time, right.frame.time
        if ours is None or theirs is None:
            continue
        if compare_dates(ours, theirs) is Level.COMPATIBLE:
            why = f"{ours.text} and {theirs.text} share days; one is more precise."
            yield Difference("refined", why, left.frame.claim, right.frame.claim)
