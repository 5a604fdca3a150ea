"""Names: split where their order is known, kept as printed where it is not."""

from __future__ import annotations

import pytest

from claimcheck.citations.names import read_names
from claimcheck.model import Span

NAMES = [
    ("running order", "Julian E. Barnes", [{"family": "Barnes", "given": "Julian E."}]),
    (
        "two authors",
        "Niall Hart and Moritz Lind",
        [{"family": "Hart", "given": "Niall"}, {"family": "Lind", "given": "Moritz"}],
    ),
    (
        "a particle that stays",
        "Hugo von Essen",
        [{"family": "Essen", "given": "Hugo", "non-dropping-particle": "von"}],
    ),
    (
        "a particle that may drop",
        "Inés de la Cruz",
        [{"family": "Cruz", "given": "Inés", "dropping-particle": "de la"}],
    ),
    (
        "a suffix behind a comma",
        "Pieter van Houten, Jr.",
        [
            {
                "family": "Houten",
                "given": "Pieter",
                "non-dropping-particle": "van",
                "suffix": "Jr.",
            }
        ],
    ),
    ("inverted, Korean", "Kim, Jih-Un", [{"family": "Kim", "given": "Jih-Un"}]),
    (
        "APA",
        "Bee, A. B., & Cee, D.-E.",
        [{"family": "Bee", "given": "A. B."}, {"family": "Cee", "given": "D.-E."}],
    ),
    (
        "Vancouver with others",
        "Bee A, Cee DE, et al.",
        [{"family": "Bee", "given": "A"}, {"family": "Cee", "given": "DE"}],
    ),
    (
        "MLA, a family name of two words",
        "Garcia Lopez, Amina, and Ruth Kern",
        [
            {"family": "Garcia Lopez", "given": "Amina"},
            {"family": "Kern", "given": "Ruth"},
        ],
    ),
    (
        "initials before the name",
        "A. Müller, R. Olsen",
        [{"family": "Müller", "given": "A."}, {"family": "Olsen", "given": "R."}],
    ),
    ("family name first, order unknown", "Zhu Feng", [{"literal": "Zhu Feng"}]),
    (
        "two East Asian family names, order unknown",
        "Yun Sun",
        [{"literal": "Yun Sun"}],
    ),
    (
        "Western order, Korean",
        "Byung-chul Park",
        [{"family": "Park", "given": "Byung-chul"}],
    ),
    (
        "an organisation with a bracket",
        "World Grain Office (WGO)",
        [{"literal": "World Grain Office (WGO)"}],
    ),
    (
        "an organisation with and",
        "Ministry of Rain and Snow",
        [{"literal": "Ministry of Rain and Snow"}],
    ),
    (
        "family name in capitals and first",
        "KREMER Paul",
        [{"family": "KREMER", "given": "Paul"}],
    ),
    ("a name of one word", "Reuters", [{"literal": "Reuters"}]),
    ("Hangul", "홍길동", [{"literal": "홍길동"}]),
    ("an apostrophe", "Chad O'Carroll", [{"family": "O'Carroll", "given": "Chad"}]),
    ("a garbled name", "thanE Jewel", [{"literal": "thanE Jewel"}]),
]


@pytest.mark.parametrize(("why", "words", "expected"), NAMES)
def test_names_are_read(why: str, words: str, expected: list[dict[str, str]]) -> None:
    """Names of each form become CSL names."""
    found = [name for name, _ in read_names(words, Span(0, len(words))).names]
    assert expected == found, why


def test_names_know_their_places() -> None:
    """Each name's span covers its own words."""
    words = "Niall Hart, Moritz Lind, and Una Roe"
    names = read_names(words, Span(0, len(words))).names
    expected = ["Niall Hart", "Moritz Lind", "Una Roe"]
    assert expected == [span.of(words) for _, span in names]


def test_others_are_remembered() -> None:
    """The words "et al." are no author, and not forgotten."""
    words = "Bee A, et al."
    names = read_names(words, Span(0, len(words)))
    assert (1, True) == (len(names.names), names.others)
