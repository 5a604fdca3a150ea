"""What becomes of labelled items, and how rules are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from outcomes import (
    Mark,
    Result,
    mark_of,
    measure_findings,
    measure_sets,
    write_rules,
)

TEXTS = {"a": "It opened in 1934. It is long.", "b": "It opened in 1936. Nobody knows."}
EXPECTED = {
    "findings": [
        {
            "id": "opening",
            "kinds": ["date"],
            "verdicts": ["conflict"],
            "positions": [[["a", "1934"]], [["b", "1936"]]],
        }
    ],
    "unflagged": [
        {"id": "t1", "left": ["a", "long"], "right": ["b", "Nobody"], "reason": "other"}
    ],
}


def finding(*sides: tuple[str, str]) -> dict[str, object]:
    """Return a finding with one claim a position."""
    return {
        "kind": "date",
        "verdict": "conflict",
        "question": "When did it open?",
        "rule": "dates share no day",
        "positions": [
            {
                "value": words,
                "claims": [
                    {
                        "source": f"{article}.md",
                        "start": TEXTS[article].index(words),
                        "end": TEXTS[article].index(words) + len(words),
                        "quote": words,
                    }
                ],
            }
            for article, words in sides
        ],
    }


@pytest.mark.parametrize(
    ("real", "said", "mark"),
    [
        (True, True, "tp"),
        (True, False, "fn"),
        (False, True, "fp"),
        (False, False, "tn"),
    ],
)
def test_each_item_has_one_of_four_marks(
    real: bool,  # noqa: FBT001 - a table's cell
    said: bool,  # noqa: FBT001 - a table's cell
    mark: Mark,
) -> None:
    """Found, missed, invented and left alone are told apart."""
    assert mark_of(real=real, said=said) == mark


def test_a_finding_met_counts_for_its_rule() -> None:
    """What was expected and found is a true alarm of the rule that fired."""
    report = {"findings": [finding(("a", "1934"), ("b", "1936"))]}
    results = dict(measure_findings("f", report, EXPECTED, TEXTS))
    assert results["f/opening"][:2] == ("tp", "dates share no day")
    assert results["f/t1"].mark == "tn"


def test_a_trap_walked_into_is_a_false_alarm_twice_told() -> None:
    """A finding that nobody expected is listed, and so is the trap that it names."""
    report = {"findings": [finding(("a", "long"), ("b", "Nobody"))]}
    results = dict(measure_findings("f", report, EXPECTED, TEXTS))
    assert results["f/opening"] == Result("fn", "none (date)", "missed")
    assert results["f/t1"].mark == "fp"
    assert [r.mark for item, r in results.items() if item.startswith("f: ")] == ["fp"]


def test_evaluation_sets_are_measured_where_they_are_at_hand(tmp_path: Path) -> None:
    """A set's row is judged by `compare`; without sets there is nothing to measure."""
    assert list(measure_sets(tmp_path)) == []
    row = {
        "id": "1",
        "a": "The Halden dam is 90 metres high.",
        "b": "The Halden dam is 70 metres high.",
        "label": "contradiction",
    }
    lines = [row, {**row, "id": "2", "label": "unsure"}]
    (tmp_path / "pairs").mkdir()
    path = tmp_path / "pairs" / "own.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    results = dict(measure_sets(tmp_path))
    assert {item: r.mark for item, r in results.items()} == {"sets/own/1": "tp"}


def test_rules_are_counted_a_line_each() -> None:
    """The table has tp, fp and fn a rule, and leaves out what only kept silent."""
    results = [
        Result("tp", "dates", ""),
        Result("fp", "dates", ""),
        Result("fn", "none (place)", ""),
        Result("tn", "trap", ""),
    ]
    assert write_rules(results).splitlines() == [
        "   tp   fp   fn  rule",
        "    1    1    0  dates",
        "    0    0    1  none (place)",
    ]
