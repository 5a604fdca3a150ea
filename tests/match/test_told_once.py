"""Events that articles of one affair tell once each, whatever they call the thing."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import match

DAY = dt.date(2023, 5, 4)
# Two articles of one affair share the names of Velna, Ilze Ozola and Harald Vik.
OPENING = "Ilze Ozola and Harald Vik walked across the Velna border on Monday. "
OTHER_OPENING = "At Velna, Harald Vik and Ilze Ozola were the first across. "

AT_ODDS = (
    (
        "The crossing had been closed since August 2022.",
        "The crossing was shut in June 2022.",
        "one thing, one verb family",
    ),
    (
        "The crossing had been closed since August 2022. Riga shut the gate in anger.",
        "In June 2022 the gate was shut.",
        "one article calls the thing by two names",
    ),
)

SILENT = (
    (
        "The crossing was closed in June 2022 and the bridge was closed in 2021.",
        "The crossing was closed in June 2022.",
        "the same date",
    ),
    (
        "The gate was shut in June 2022. In August 2022 it was shut again.",
        "The gate was closed in March 2022.",
        "closed twice already",
    ),
    (
        "The crossing was closed on Tuesday.",
        "The crossing was closed in June 2022.",
        "news of one, background of the other",
    ),
    (
        "The school was closed in August 2022.",
        "The hospital was closed in June 2022.",
        "two things",
    ),
    (
        "A gate was closed in August 2022.",
        "A gate was closed in June 2022.",
        "no known thing",
    ),
    (
        "The crossing was closed in August 2022.",
        "The crossing is to be closed in June 2024.",
        "a plan",
    ),
    (
        "The crossing was closed in August 2022.",
        "The crossing was closed in June 2012.",
        "ten years apart",
    ),
)


@pytest.mark.parametrize(("left", "right", "reason"), AT_ODDS)
def test_what_each_tells_once_is_possibly_at_odds(
    left: str, right: str, reason: str
) -> None:
    """Within an affair one closing of the crossing is that of the other article."""
    findings = match(OPENING + left, OTHER_OPENING + right, published=DAY).findings
    assert [f.verdict for f in findings] == ["possible"], reason


@pytest.mark.parametrize(("left", "right", "reason"), SILENT)
def test_what_may_be_told_of_two_events_is_left_alone(
    left: str, right: str, reason: str
) -> None:
    """Two events, two things, a plan and what is told of one day are no conflict."""
    findings = match(OPENING + left, OTHER_OPENING + right, published=DAY).findings
    assert not findings, reason


def test_articles_of_two_affairs_do_not_meet() -> None:
    """Without names in common "the crossing" may be any."""
    left, right, _ = AT_ODDS[0]
    assert not match(left, right, published=DAY).findings
