"""Quotations that run over sentences keep their speaker."""

from __future__ import annotations

import pytest
from claim_readings import read_claims, read_sentences

from claimcheck.text.attribution import find_voices


@pytest.mark.parametrize(
    ("text", "predicate", "speaker"),
    [
        (
            "\u201cWe lost the corn,\u201d Ana Silva said. \u201cRain ruined it.\u201d",
            "ruin",
            "Ana Silva",
        ),
        (
            "Ana Silva said: \u201cWe lost it. Rain ruined the corn.\u201d",
            "ruin",
            "Ana Silva",
        ),
        ("Ana Silva spoke. Rain ruined the corn.", "ruin", None),  # not a quotation
        ("The \u201cgreat\u201d flood ruined the corn.", "ruin", None),  # a scare quote
    ],
)
def test_quoted_sentence_has_its_speaker(
    text: str, predicate: str, speaker: str | None
) -> None:
    """A sentence wholly in quotation marks is its speaker's."""
    found = [c.attributed_to for c in read_claims(text) if c.predicate == predicate]
    assert [speaker] == found


def test_quotation_without_speaker_has_no_voice() -> None:
    """Where nobody is named, nobody is made to speak."""
    assert find_voices(read_sentences("\u201cRain fell. It was cold.\u201d")) == {}
