"""How claims are gathered into occurrences, and occurrences are joined."""

from __future__ import annotations

import pytest
from reading_texts import source

from claimcheck.match.frames import Frame, build_frames
from claimcheck.match.occurrences import (
    Member,
    Occurrence,
    Tie,
    join_occurrences,
)

NINTH = "The Mirelle sank off Hexby on 9 May 2018."
EIGHTH = "The ferry Mirelle sank on 8 May 2018."
NAMELESS = "The ferry sank on 9 May 2018."
OTHER = "The Rosalba sank on 9 May 2018."
MET = "Ada Kovar met Jonas Weiss on 9 May 2018."
MET_TOO = "Ada Kovar met Jonas Weiss in May 2018."
MET_LATER = "Ada Kovar met Jonas Weiss on 11 May 2018."


def occurrences(tie: Tie, *groups: tuple[str, ...]) -> list[Occurrence]:
    """Return an occurrence for each group of texts; a text is one claim in all."""
    frames: dict[str, Frame] = {
        text: build_frames(source(text, text))[0] for group in groups for text in group
    }
    return [
        Occurrence(
            frames[group[0]].family,
            (str(number),),
            tuple(Member(frames[text], tie) for text in group),
        )
        for number, group in enumerate(groups)
    ]


@pytest.mark.parametrize(
    ("tie", "groups", "sizes", "reason"),
    [
        ("once", ((NINTH, EIGHTH), (NINTH, NAMELESS)), [3], "one claim in common"),
        ("once", ((NINTH, EIGHTH), (EIGHTH, NINTH)), [2], "the same claims"),
        ("once", ((NINTH, EIGHTH, NAMELESS), (EIGHTH, NINTH)), [3], "one in the other"),
        ("once", ((NINTH, NAMELESS), (NAMELESS, OTHER)), [2, 2], "two ships"),
        ("once", ((NINTH, EIGHTH), (NAMELESS, OTHER)), [2, 2], "nothing in common"),
        ("date", ((MET, MET_TOO), (MET_TOO, MET_LATER)), [2, 2], "two days"),
        ("slots", ((MET, MET_TOO), (MET_TOO, MET_LATER)), [2, 2], "loosely tied"),
    ],
)
def test_occurrences_with_a_claim_in_common_are_one(
    tie: Tie, groups: tuple[tuple[str, ...], ...], sizes: list[int], reason: str
) -> None:
    """What several blocks found of one event is joined, unless members disagree."""
    joined = join_occurrences(occurrences(tie, *groups))
    assert [len(o.members) for o in joined] == sizes, reason
