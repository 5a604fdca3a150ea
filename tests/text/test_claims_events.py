"""Event nouns, light verbs and passives tell of the same events as plain verbs."""

from __future__ import annotations

import pytest
from claim_readings import argument, claim_of, read_claims, words_of


@pytest.mark.parametrize(
    "text",
    [
        "Iraq invaded Kuwait in 1990.",
        "Kuwait was invaded by Iraq in 1990.",
        "Iraq's 1990 invasion of Kuwait shocked the markets.",
        "Iraq's invasion of Kuwait in 1990 shocked the markets.",
        "The Iraqi invasion of Kuwait in 1990 shocked the markets.",
        "After the invasion of Kuwait by Iraq in 1990, prices rose.",
    ],
)
def test_event_has_one_frame_however_it_is_told(text: str) -> None:
    """Verb, passive and noun give the same predicate, agent, patient and time."""
    claim = claim_of(text, "invade")
    assert argument(claim, "agent").text in ("Iraq", "Iraqi")
    assert words_of(claim, "patient") == ["Kuwait"]
    assert words_of(claim, "time") == ["1990"]


@pytest.mark.parametrize(
    ("text", "predicate", "roles"),
    [
        (
            "Talks between Merkel and Macron took place in Berlin in 2018.",
            "meet",
            {"agent": ["Merkel and Macron"], "place": ["Berlin"], "time": ["2018"]},
        ),
        (
            "Macron paid a visit to Berlin in 2018.",
            "visit",
            {"agent": ["Macron"], "patient": ["Berlin"], "time": ["2018"]},
        ),
        (
            "The death of Elvis Presley in 1977 stunned fans.",
            "die",
            {"patient": ["Elvis Presley"], "time": ["1977"]},
        ),
        (
            "The Brussels summit between Trump and Macron in 2018 was brief.",
            "meet",
            {"agent": ["Trump and Macron"], "place": ["Brussels"], "time": ["2018"]},
        ),
    ],
)
def test_nouns_fill_their_roles(
    text: str, predicate: str, roles: dict[str, list[str]]
) -> None:
    """Possessors, prepositions and light verbs lead participants to their roles."""
    claim = claim_of(text, predicate)
    found = {role: words_of(claim, role) for role in roles}
    assert roles == found


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("France vetoed Iraq's invasion of Kuwait.", "invade"),  # prevented
        (
            "France feared the threat of an invasion of Kuwait by Iraq.",
            "invade",
        ),  # feared
    ],
)
def test_event_that_is_left_open_is_not_asserted(text: str, predicate: str) -> None:
    """What was vetoed or feared need not have happened."""
    assert claim_of(text, predicate).modality == "hypothetical"


def test_date_of_a_participant_is_not_the_events() -> None:
    """The year of the sanctions does not date the fall."""
    claim = claim_of("After the 2017 sanctions exports fell.", "decrease")
    assert words_of(claim, "time") == []


def test_noun_without_participants_makes_no_claim() -> None:
    """A mere "visit" says nothing of anybody."""
    assert [c.predicate for c in read_claims("A visit would be costly.")] == ["be"]


def test_both_halves_of_a_when_sentence_share_the_date() -> None:
    """The date of "when she came in 2004" dates the main clause too."""
    claim = claim_of("When Ana Silva came in 2004, the mayor resigned.", "resign")
    assert words_of(claim, "time") == ["2004"]
