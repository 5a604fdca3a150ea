"""Which of a series a thing is, and which place somebody reached."""

from __future__ import annotations

import pytest
from reading_texts import read

from claimcheck.match import judge

PAIRS = [
    (
        "Salt Road is the third studio album by the Irish singer Nell Daly.",
        "Salt Road is fourth studio album by Nell Daly.",
        "conflict",
        "one album, two places in the row",
    ),
    (
        "Low Tide is a song by Nell Daly for her second studio album.",
        "Low Tide is part of Nell Daly's first studio album.",
        "conflict",
        "the album that a song is from",
    ),
    (
        "The show began its eighth and final season in 2011.",
        "The final season of the show was its seventh season.",
        "conflict",
        "there is one final season",
    ),
    (
        "Kovar became the second chancellor of Norland.",
        "Kovar was the third chancellor of Norland.",
        "conflict",
        "two verbs that say what somebody is",
    ),
    (
        "The team finished third in the league.",
        "The team finished fourth in the league.",
        "conflict",
        "one result",
    ),
    (
        "He finished in third place.",
        "He finished in fourth place.",
        "conflict",
        "one result, as a noun",
    ),
    (
        "Five East Vestrian railcars had their leases ended by July 2020.",
        "Six East Vestrian railcars had their leases ended by July 2020.",
        "conflict",
        "numbers that stand at one place, read as amounts or not",
    ),
    (
        "The port ranks eleventh in Norland by traffic.",
        "The port is ranked fifth in Norland by area.",
        "differs",
        "two scales",
    ),
    (
        "Her first novel was about the sea.",
        "Her second novel was about the sea.",
        "differs",
        "the ordinal tells which novel is meant",
    ),
    (
        "In the first match Kovar scored twice.",
        "In the second match Kovar scored twice.",
        "differs",
        "two matches",
    ),
    (
        "Kovar finished third in the race in 2010.",
        "Kovar finished fourth in the race in 2012.",
        "differs",
        "two races",
    ),
    (
        "Kovar finished third in the 200 metres.",
        "Kovar finished fourth in the 400 metres.",
        "differs",
        "two distances",
    ),
    (
        "Tide is her third novel.",
        "Tide is her first historical novel.",
        "agree",
        "the series is narrowed",
    ),
    (
        "The rule holds for grade 4 or higher.",
        "The rule holds for grade 5 or higher.",
        "agree",
        "two bounds that a grade can meet",
    ),
]


@pytest.mark.parametrize(("left", "right", "verdict", "reason"), PAIRS)
def test_places_in_a_row(left: str, right: str, verdict: str, reason: str) -> None:
    """Two ordinals exclude each other where they say what one thing is."""
    forth, back = judge(read(left), read(right)), judge(read(right), read(left))
    assert forth.verdict == verdict, (reason, forth)
    assert forth == back
