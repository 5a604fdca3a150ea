"""Acts that one participant seldom sees twice, and those that repeat after all."""

from __future__ import annotations

import pytest
from reading_texts import match

FINED = "In 2019 Harrow Mills was fined £450,000 for spilling dye."


@pytest.mark.parametrize(
    ("left", "right", "question"),
    [
        (
            "Greta Nyman resigned in 2019.",
            "Greta Nyman resigned in 2020.",
            "When did Greta Nyman resign?",
        ),
        (
            "Greta Nyman became governor of Skaneland in 2015.",
            "Greta Nyman became governor of Skaneland in 2016.",
            "When did Greta Nyman become governor of Skaneland?",
        ),
        (
            "Paul Orlov was jailed for six years in March 2021.",
            "Paul Orlov was sentenced to eight years in prison in March 2021.",
            "How long was the sentence of Paul Orlov in March 2021?",
        ),
        (
            "In 2021 Nordia bought Kestrel Foods for $340 million.",
            "Nordia acquired Kestrel Foods for $430 million in 2021.",
            "What was paid for Kestrel Foods in 2021?",
        ),
        (
            "Harrow Mills was fined £540,000 in 2019.",
            FINED,
            "How much was Harrow Mills fined in 2019?",
        ),
    ],
)
def test_one_act_has_one_date_and_one_amount(
    left: str, right: str, question: str
) -> None:
    """Reports of an act seldom repeated that differ are possibly at odds."""
    findings = match(left, right).findings
    assert question in [f.question for f in findings]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Greta Nyman resigned in 2009.",
            "Greta Nyman resigned in 2020.",
            "eleven years apart, two posts",
        ),
        (
            "Greta Nyman resigned as mayor in 2018 and resigned as judge in 2019.",
            "Greta Nyman resigned in 2019.",
            "one article tells of two",
        ),
        (
            "Greta Nyman became mayor of Lund in 2015.",
            "Greta Nyman became chairwoman of the port in 2016.",
            "two offices",
        ),
        (
            "Nordia bought Kestrel Foods in 2021.",
            "Nordia bought Merlin Foods in 2020.",
            "two firms are bought",
        ),
        ("Harrow Mills was fined £540,000 in 2021.", FINED, "two years, two fines"),
        (
            "Thieves stole two paintings in Lund in 2003.",
            "Thieves stole a painting in Lund in 2004.",
            "nothing known is stolen",
        ),
    ],
)
def test_what_is_done_twice_is_left_alone(left: str, right: str, reason: str) -> None:
    """Other years, other offices and other things done are other acts."""
    assert match(left, right).findings == (), reason


def test_a_date_that_rests_on_one_name_is_only_possible() -> None:
    """What ties the claims is one participant, which is never a firm conflict."""
    findings = match(
        "Greta Nyman resigned in 2019.", "Greta Nyman resigned in 2020."
    ).findings
    assert [(f.kind, f.verdict) for f in findings] == [("date", "possible")]


def test_amounts_of_one_act_agree_across_its_words() -> None:
    """A fine with its amount first and one with its year first are one."""
    agreements = match("Harrow Mills was fined £450,000 in 2019.", FINED).agreements
    assert "£450,000" in [a.value for a in agreements]


def test_what_one_is_elected_to_is_not_who_is_elected() -> None:
    """Two people elected to one chamber are two elections."""
    findings = match(
        "Paul Rask was elected to the Senate in 2018.",
        "Olga Brandt was elected to the Senate in 2020. Paul Rask stayed at home.",
    ).findings
    assert findings == ()
