"""How events are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from reading_texts import match, source

from claimcheck.match.frames import Frame, build_frames
from claimcheck.match.naming import inside_sentence
from claimcheck.match.questions import ask_score, ask_when, ask_where, ask_whether


@pytest.mark.parametrize(
    ("ask", "text", "question", "reason"),
    [
        (
            ask_when,
            "The siren in Velmora was switched off on 3 May 2019.",
            "When was the siren in Velmora switched off?",
            "a particle belongs to its verb",
        ),
        (
            ask_when,
            "The Mirelle sank off Hexby on 3 May 2019.",
            "When did the Mirelle sink?",
            "a preposition does not",
        ),
        (
            ask_when,
            "Thieves stole the Halden crown on 3 May 2019. The thieves were caught.",
            "When did thieves steal the Halden crown?",
            "the capital is that of the sentence",
        ),
        (
            ask_when,
            "Volto bought Nordkyst on 3 May 2019.",
            "When did Volto buy Nordkyst?",
            "the capital is that of a name",
        ),
        (
            ask_when,
            "Ada Kovar released her first album in 1974.",
            "When did Ada Kovar release her first album?",
            "her own album",
        ),
        (
            ask_where,
            "Ada Kovar married Jonas Weiss in Riga in May 1974.",
            "Where did Ada Kovar and Jonas Weiss marry in May 1974?",
            "the date tells which time",
        ),
        (
            ask_where,
            "Volto closed the Hexby plant until the end of May 2019.",
            "Where did Volto close the Hexby plant?",
            "a bound does not",
        ),
        (
            ask_whether,
            "The Halden bridge was destroyed in 1974.",
            "Was the Halden bridge destroyed in 1974?",
            "the date tells which time",
        ),
        (
            ask_score,
            "The town council of Velmora voted 11 to seven on 16 January 2024.",
            "How did the town council of Velmora vote on 16 January 2024?",
            "a vote is asked for by who voted",
        ),
    ],
)
def test_questions_are_asked_as_a_person_would(
    ask: Callable[[Sequence[Frame]], str], text: str, question: str, reason: str
) -> None:
    """Articles, particles, pronouns and dates stand where a speaker puts them."""
    assert ask(build_frames(source(text, "a"))[:1]) == question, reason


def test_a_date_is_said_once() -> None:
    """A question that names an event by its day does not say the day again."""
    (finding,) = match(
        "The crash at Halden on 18 January 2013 killed all 52 people.",
        "In all, the crash at Halden on 18 January 2013 killed 56 people.",
    ).findings
    assert finding.question.count("18 January 2013") == 1


def test_a_state_is_not_asked_for_its_date() -> None:
    """That a figure was so in a year is no event that took place then."""
    matches = match(
        "Volto's revenue was 487 million euros in 2022. Volto makes hearing aids.",
        "It was a good year in Velmora. In 2022 Volto's revenue was 487 million euros.",
    )
    assert not [a for a in matches.agreements if a.question.startswith("When")]


@pytest.mark.parametrize(
    ("phrase", "spoken"),
    [
        ("The director", "the director"),
        ("A lorry", "a lorry"),
        ("A Winter Abroad", "A Winter Abroad"),
        ("Police", "police"),
        ("Sailors from Hexby", "sailors from Hexby"),
        ("Volto", "Volto"),
        ("the strike", "the strike"),
    ],
)
def test_a_phrase_inside_a_sentence_keeps_the_capitals_of_names(
    phrase: str, spoken: str
) -> None:
    """Only the capital that a sentence gave its first word is lowered."""
    frames = build_frames(source("Volto paid the sailors in May 2019.", "a"))
    assert inside_sentence(phrase, frames) == spoken
