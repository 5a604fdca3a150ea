"""On which side of another thing a thing lies, across articles on one affair."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import match_claims
from claimcheck.model import Finding

FRIDAY = dt.date(2024, 9, 13)
# Names that the two articles share, so that they report one affair.
SCENE = "Oona Feld, who runs the ferry at Marrowby, spoke to reporters on Friday. "


def findings_of(left: str, right: str) -> tuple[Finding, ...]:
    """Match two articles of one day on one affair."""
    return tuple(
        f
        for f in match_claims(
            [source(SCENE + t, n, FRIDAY) for t, n in ((left, "a"), (right, "b"))]
        ).findings
        if f.rule == "one thing, bearings face away"
    )


@pytest.mark.parametrize(
    ("left", "right", "question", "verdict"),
    [
        (
            "The quake had its epicentre 9 km north of Marrowby.",
            "The epicentre was nine kilometres south of Marrowby.",
            "Was the epicentre north or south of Marrowby?",
            "conflict",
        ),
        (
            "The camp lies on the left bank of the Tarn.",
            "The camp lies on the right bank of the Tarn.",
            "Was the camp on the left or the right bank of the Tarn?",
            "conflict",
        ),
        (
            "The glider crashed 3 km east of Marrowby.",
            "The glider crashed west of Marrowby.",
            "Did it happen east or west of Marrowby?",
            "conflict",
        ),
        (
            "The new quarry is 2 miles north-east of Marrowby.",
            "The new quarry is two miles south-west of Marrowby.",
            "Was the new quarry north-east or south-west of Marrowby?",
            "conflict",
        ),
        (
            "The wreck lies just north of Marrowby.",
            "The wreck lies east of Marrowby.",
            "Was the wreck east or north of Marrowby?",
            "possible",
        ),
        (
            "The fire began on the northern edge of Marrowby.",
            "The fire began on the southern edge of Marrowby.",
            "Did it happen on the north or the south edge of Marrowby?",
            "conflict",
        ),
    ],
)
def test_a_thing_lies_on_one_side_of_a_point(
    left: str, right: str, question: str, verdict: str
) -> None:
    """North is not south, and the left bank not the right."""
    (finding,) = findings_of(left, right)
    assert finding.kind == "place"
    assert (finding.question, finding.verdict) == (question, verdict)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "The quarry is 2 miles north of Marrowby.",
            "The quarry is 2 miles north-east of Marrowby.",
            "the one is a rounding of the other",
        ),
        (
            "The quarry lies north of Marrowby.",
            "The quarry lies south of Ketterholm.",
            "it is between them",
        ),
        (
            "The quarry lies north of Marrowby.",
            "The brewery lies south of Marrowby.",
            "two things",
        ),
        (
            "A village 2 miles north of Marrowby was cut off.",
            "A village 2 miles south of Marrowby was cut off.",
            "two villages",
        ),
        (
            "The epicentre was 9 km north of Marrowby.",
            "An aftershock had its epicentre 4 km south of Marrowby.",
            "an aftershock has one of its own",
        ),
        (
            "The glider crashed east of Marrowby.",
            "The glider took off west of Marrowby.",
            "it flew from the one to the other",
        ),
        (
            "The camp lies on the left bank of the Tarn.",
            "The camp lies on the north bank of the Tarn.",
            "a river may have both",
        ),
        (
            "The camp lies north of Marrowby. The camp lies south of Marrowby as well.",
            "The camp lies south of Marrowby.",
            "it has two sides",
        ),
        (
            "The glider crashed east of Marrowby in 1998.",
            "The glider crashed west of Marrowby on Thursday.",
            "two crashes",
        ),
        (
            "The camp does not lie north of Marrowby.",
            "The camp lies south of Marrowby.",
            "both say so",
        ),
    ],
)
def test_bearings_that_do_not_face_away_are_left_alone(
    left: str, right: str, reason: str
) -> None:
    """Another thing, another point or another event has a bearing of its own."""
    assert findings_of(left, right) == (), reason
