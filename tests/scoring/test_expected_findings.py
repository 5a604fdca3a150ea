"""How reports are compared with expectations."""

from __future__ import annotations

import pytest
from expected_findings import (
    Expectation,
    Json,
    Outcome,
    are_apart,
    are_linked,
    compare,
    same_speaker,
)

TEXTS = {"a": "It opened in 1934. It is long.", "b": "It opened in 1936. Nobody knows."}


def claim(article: str, words: str) -> Json:
    """Return a claim that stands at *words* of an article."""
    start = TEXTS[article].index(words)
    end = start + len(words)
    return {
        "source": f"folder/{article}.md",
        "start": start,
        "end": end,
        "quote": words,
    }


def finding(*positions: list[Json], kind: str = "date") -> Json:
    """Return a finding with one position for each list of claims."""
    return {
        "kind": kind,
        "verdict": "conflict",
        "rule": "once-only event, disjoint dates",
        "positions": [{"value": "", "claims": claims} for claims in positions],
    }


OPENED_1934 = claim("a", "It opened in 1934.")
OPENED_1936 = claim("b", "It opened in 1936.")
OPENING = Expectation(
    "opening",
    ("date",),
    ("conflict",),
    ((("a", "opened in 1934"),), (("b", "opened in 1936"),)),
)
BOTH_SIDES = finding([OPENED_1934], [OPENED_1936])


def test_expected_finding_is_met() -> None:
    """A finding with the expected words in two positions meets its expectation."""
    assert Outcome(("opening",), (), ()) == compare([BOTH_SIDES], [OPENING], TEXTS)


def test_sides_may_stand_in_any_order() -> None:
    """Which position comes first does not matter."""
    turned = finding([OPENED_1936], [OPENED_1934])
    assert compare([turned], [OPENING], TEXTS).met == ("opening",)


@pytest.mark.parametrize(
    "other",
    [
        finding([OPENED_1934], [OPENED_1936], kind="place"),
        finding([OPENED_1934, OPENED_1936], []),
        finding([OPENED_1934], [claim("b", "Nobody knows.")]),
    ],
    ids=["another kind", "both words in one position", "other words"],
)
def test_other_finding_is_unexpected(other: Json) -> None:
    """A finding of another kind, or elsewhere, is a false alarm beside a miss."""
    outcome = compare([other], [OPENING], TEXTS)
    assert outcome.missed == ("opening",)
    assert len(outcome.unexpected) == 1


def test_second_finding_for_one_expectation_is_unexpected() -> None:
    """What was said once is not to be said again."""
    outcome = compare([BOTH_SIDES, BOTH_SIDES], [OPENING], TEXTS)
    assert outcome.met == ("opening",)
    assert len(outcome.unexpected) == 1


def test_words_apart_are_those_of_two_positions() -> None:
    """Words of one position, or of no finding, are not set against each other."""
    left, right = ("a", "1934"), ("b", "1936")
    assert are_apart([BOTH_SIDES], left, right, TEXTS)
    assert not are_apart([finding([OPENED_1934, OPENED_1936])], left, right, TEXTS)
    assert not are_apart([BOTH_SIDES], left, ("b", "Nobody knows"), TEXTS)


def test_words_are_linked_by_an_agreement_or_a_position() -> None:
    """Sources agree that share an agreement or one side of a finding."""
    quotes = [("a", "1934"), ("b", "1936")]
    together = [OPENED_1934, OPENED_1936]
    assert are_linked(
        {"agreements": [{"claims": together}], "findings": []}, quotes, TEXTS
    )
    assert are_linked(
        {"agreements": [], "findings": [finding(together)]}, quotes, TEXTS
    )
    assert not are_linked({"agreements": [], "findings": [BOTH_SIDES]}, quotes, TEXTS)


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        ("the Kremlin", "Kremlin", True),
        ("THE KREMLIN", "the Kremlin", True),
        (None, None, True),
        (None, "the Kremlin", False),
        ("the ministry", "the interior ministry", False),
    ],
)
def test_speakers_are_compared_without_articles(
    found: str | None,
    expected: str | None,
    same: bool,  # noqa: FBT001 - a table's cell
) -> None:
    """A speaker is the same with another article or case, and not with other words."""
    assert same_speaker(found, expected) is same
