"""The sample of 60 pairs of texts with their verdicts."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from expected_findings import Json, answer_lines
from labelled_samples import LABELLED, Tally, answer_pairs, read_lines, tally_pairs

FLOORS: Json = json.loads((LABELLED.parent / "floors.json").read_text("utf-8"))["pairs"]


@pytest.fixture(scope="module")
def answers() -> dict[str, Json]:
    """Return the answer to every pair."""
    return answer_pairs()


def test_sample_has_sixty_pairs_of_every_verdict() -> None:
    """The sample has all five verdicts, and more pairs without conflict than with."""
    verdicts = Counter(pair["verdict"] for pair in read_lines("pairs"))
    assert verdicts.total() == 60
    assert {"conflict", "possible", "agree", "differs", "unrelated"} == set(verdicts)
    assert verdicts["conflict"] < verdicts.total() / 2


def test_conflicts_found_reach_their_floor(answers: dict[str, Json]) -> None:
    """As many of the conflicts of each kind are found as have been."""
    tallies = tally_pairs(answers)
    found = {kind: tally.tp for kind, tally in tallies.items() if tally.tp}
    below = {
        kind: (found.get(kind, 0), floor)
        for kind, floor in FLOORS["conflicts_found"].items()
        if found.get(kind, 0) < floor
    }
    assert below == {}


def test_false_alarms_stay_under_their_ceiling(answers: dict[str, Json]) -> None:
    """Pairs that are no conflict are called one no more often than they have been."""
    alarms = [
        pair["id"]
        for pair in read_lines("pairs")
        if pair["verdict"] != "conflict"
        and answers[pair["id"]]["verdict"] == "conflict"
    ]
    assert len(alarms) <= FLOORS["false_alarms_at_most"], alarms


def test_right_verdicts_reach_their_floor(answers: dict[str, Json]) -> None:
    """As many of the sixty get exactly the right verdict as have got it."""
    wrong = {
        pair["id"]: answers[pair["id"]]["verdict"]
        for pair in read_lines("pairs")
        if answers[pair["id"]]["verdict"] != pair["verdict"]
    }
    assert 60 - len(wrong) >= FLOORS["right_verdicts"], wrong


def test_verdict_does_not_depend_on_the_order(answers: dict[str, Json]) -> None:
    """What is said of A and B is said of B and A."""
    turned = [{"id": p["id"], "a": p["b"], "b": p["a"]} for p in read_lines("pairs")]
    keys = ("verdict", "kind", "rule")
    changed = [
        answer["id"]
        for answer in answer_lines("compare", turned)
        if [answer[key] for key in keys] != [answers[answer["id"]][key] for key in keys]
    ]
    assert changed == []


def test_rates_of_an_empty_tally_are_one() -> None:
    """Nothing reported is nothing wrong, and nothing to report is nothing missed."""
    assert (Tally().precision, Tally().recall) == (1.0, 1.0)


def test_rates_of_a_tally() -> None:
    """Three right of four reported, of six real."""
    assert (Tally(3, 1, 3).precision, Tally(3, 1, 3).recall) == (0.75, 0.5)
