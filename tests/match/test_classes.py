"""Class nouns that another article ties to a name."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import match, source

from claimcheck.match.classes import name_called
from claimcheck.match.frames import build_frames

DAY = dt.date(2021, 3, 5)
NAMED = "The Danish trawler Hedda was built in Husvik in 1961. Hedda carried 14 men."


def keys_of(text: str, other: str, words: str) -> list[list[str]]:
    """Return the keys of the participants of *text* that read *words*."""
    sources = [source(t, n, DAY) for t, n in ((text, "a"), (other, "b"))]
    frames = name_called([f for s in sources for f in build_frames(s)])
    return [
        sorted(p.keys)
        for f in frames
        for p in (*f.agents, *f.undergoers)
        if f.source.source == "a" and p.text == words
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hedda left Oslo on Monday. The trawler carried 19 men.", "The trawler"),
        ("Hedda left Oslo on Monday. The vessel carried 19 men.", "The vessel"),
        ("Hedda left Oslo. The 30-metre trawler carried 19 men.",
         "The 30-metre trawler"),
        ("Hedda left Oslo. The trawler carried 19 men. A second trawler sank.",
         "The trawler"),
    ],
)  # fmt: skip
def test_an_article_leaves_the_class_to_another(text: str, words: str) -> None:
    """A noun that another article calls a name by means that name here."""
    assert keys_of(text, NAMED, words) == [["other:hedda"]]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Rain fell in Oslo. The trawler carried 19 men.", "The trawler", "no Hedda"),
        ("The trawler carried 19 men. Hedda left Oslo.", "The trawler", "before her"),
        ("Hedda left Oslo. Another trawler came. The trawler carried 19 men.",
         "The trawler", "another one came in"),
        ("Hedda left Oslo. The second trawler carried 19 men.",
         "The second trawler", "not this one"),
        ("Hedda left Oslo. The barge carried 19 men.", "The barge", "no barge"),
    ],
)  # fmt: skip
def test_a_class_that_may_be_of_another_names_nobody(
    text: str, words: str, reason: str
) -> None:
    """Without the name before it, or with a rival, a class noun is left alone."""
    assert keys_of(text, NAMED, words) == [[]], reason


def test_two_names_of_one_class_are_told_apart_by_nothing() -> None:
    """With two trawlers in the folder and in the article, neither is meant."""
    text = "Hedda met Orla in Oslo. The trawler carried 19 men."
    both = f"{NAMED} The trawler Orla left Oslo."
    assert keys_of(text, both, "The trawler") == [[]]


def test_figures_of_a_thing_and_of_its_class_meet() -> None:
    """The crew of Hedda and that of "the trawler" are one crew."""
    text = "Hedda left Oslo on Monday. The trawler carried 19 men."
    assert {f.kind for f in match(NAMED, text, published=DAY).findings} == {"count"}


def test_figures_of_two_of_a_class_do_not_meet() -> None:
    """A crew of another trawler is no crew of Hedda's."""
    text = "Hedda met the trawler Orla on Monday. The trawler carried 19 men."
    assert match(NAMED, text, published=DAY).findings == ()
