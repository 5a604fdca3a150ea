"""How amounts are asked for, and how positions print them."""

from __future__ import annotations

import pytest
from reading_texts import match


@pytest.mark.parametrize(
    ("left", "right", "question", "positions"),
    [
        (
            "The border between Norway and Sweden is 1,630 kilometres long.",
            "The border between Norway and Sweden is 1,360 kilometres long.",
            "How long is the border between Norway and Sweden?",
            {"1,630 kilometres", "1,360 kilometres"},
        ),
        (
            "Mount Varna is 2,340 metres high.",
            "Mount Varna is 2,430 metres high.",
            "How high is Mount Varna?",
            {"2,340 metres", "2,430 metres"},
        ),
        (
            "Lina Berg wrote four operas.",
            "Lina Berg wrote seven operas.",
            "How many operas did Lina Berg write?",
            {"four", "seven"},
        ),
        (
            "Nordia's revenue was $4.2 million in 2021.",
            "Nordia's revenue was $2.4 million in 2021.",
            "What was Nordia's revenue in 2021?",
            {"$4.2 million", "$2.4 million"},
        ),
    ],
)
def test_questions_are_those_of_a_reader(
    left: str, right: str, question: str, positions: set[str]
) -> None:
    """The question names bearer and measure; the answers are the texts' own words."""
    (finding,) = match(left, right).findings
    assert finding.question == question
    assert {p.text for p in finding.positions} == positions


def test_an_agreement_is_told_once() -> None:
    """Blocks that overlap give one agreement, not one for each of their keys."""
    left = "The harbour museum in Lund had 41,000 visitors in 2019, Lina Berg said."
    right = "In 2019 the harbour museum in Lund had 41,000 visitors, said Lina Berg."
    asked = [a.question for a in match(left, right).agreements]
    assert len(asked) == len(set(asked))


def test_a_pronoun_is_no_second_figure_of_one_bearer() -> None:
    """One article that gives "its revenue" after another firm's is left alone."""
    text = (
        "Nordia had revenue of 120 million dollars in 2021. It is larger than Merlin. "
        "Its revenue was 96 million dollars in 2021."
    )
    assert match(text, "Nothing happened in Lund.").findings == ()


def test_a_recall_that_grows_has_no_single_figure() -> None:
    """What is still being called back is counted anew in each report."""
    first = "Sunfield recalled 62,000 tubs of hummus in July 2020."
    second = "Sunfield recalled 190,000 tubs of hummus in July 2020."
    assert match(first, second).findings == ()
