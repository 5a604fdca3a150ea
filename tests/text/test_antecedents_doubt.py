"""Where a pronoun may mean two things, or none, nothing is put in its place."""

from __future__ import annotations

import pytest

from claimcheck.model import Argument
from claimcheck.pipeline import read_text


def argument_at(text: str, word: str) -> Argument:
    """Return the last argument that is printed as *word*."""
    found = [
        a
        for c in read_text(text).claims
        for a in c.arguments
        if a.span.of(text).lower() == word
    ]
    assert found, text
    return found[-1]


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Lumo Air grew. It was the worst accident in years.", "it", "an event"),
        ("The mill burned. Faro denies it.", "it", "what was said"),
        ("No mill burned. It employs 20 people.", "it", "no mill there is"),
        ("The cousin of Ana Silva wept. It cost 20 euros.", "it", "a cousin is no it"),
        (
            'The miners struck. "They cheat the owners," the judges said.',
            "they", "direct speech with two it may mean",
        ),
        (
            "Vets saw goats in sheds with sheep. Nine of them died.",
            "nine of them", "the whole may be either",
        ),
        ("Men from Peru and Chile joined them.", "them", "the men's own countries"),
        (
            "Porto grew. Porto paid. Rain fell. It hailed. Lisbon paid. The city grew.",
            "the city", "another city is what the text is about",
        ),
        (
            "The tenant met Ana Silva. She sold a mill.",
            "she", "a person with a name and one without",
        ),
    ],
)  # fmt: skip
def test_doubtful_word_stays_open(text: str, word: str, reason: str) -> None:
    """A wrong name would make the text say what it does not."""
    assert argument_at(text, word).keys == (), reason


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Four miners were tried. Two of them fled.", "two of them", "Four miners"),
        ("The miners struck. They cheated the owners.", "they", "The miners"),
        ("Lumo Air grew. It is the largest airline in Chile.", "it", "Lumo Air"),
        ("Porto grew. The city sold a mill.", "the city", "Porto"),
        ("Ana Silva, a teacher, left. She sold a mill.", "she", "Ana Silva"),
        ('"She sold a mill," Ana Silva said. Later she wept.', "she", "Ana Silva"),
        ("The tenant left. He sold a mill.", "he", "The tenant"),
    ],
)
def test_word_of_one_reading_is_resolved(text: str, word: str, meant: str) -> None:
    """With one candidate there is no doubt."""
    argument = argument_at(text, word)
    assert argument.resolved
    assert meant in argument.text


def test_weather_is_nobody_s_doing() -> None:
    """The "it" of "it rained" takes up no city and is not open either."""
    claims = read_text("Lund grew. In May it rained on the city.").claims
    agents = [a for c in claims for a in c.arguments if a.text == "it"]
    assert all(a.resolved and not a.keys for a in agents)
