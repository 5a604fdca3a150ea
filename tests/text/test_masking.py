"""What `mask` blanks, what it leaves, and that no offset moves."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Span
from claimcheck.text.masking import mask

# (why, text, the words that stay, white space folded)
MASKED = [
    ("a note mark", "It ended.<sup>12</sup> Then", "It ended. Then"),
    ("a linked note mark", 'So.<sup><a href="#n1">1</a></sup> Next', "So. Next"),
    ("an ordinal's letters stay", "the 10<sup>th</sup> floor", "the 10 th floor"),
    ("a unit's power stays", "40 km<sup>2</sup>", "40 km 2"),
    ("bold and italics", "a **bold** and _slanted_ word", "a bold and slanted word"),
    ("nested emphasis", "***both* bold**", "both bold"),
    ("struck words", "~~old~~ new", "old new"),
    ("an escape", r"worth \$5 (\*)", "worth $5 ( *)"),
    ("a heading", "## The war ##\nIt began.", "The war It began."),
    (
        "a link's target",
        "see [the report](https://e.org/a_(b)) now",
        "see the report now",
    ),
    ("an image", "![A map](m.png) Here", "Here"),
    ("a defined reference", "see [it][1]\n\n[1]: https://e.org", "see it"),
    ("an address in angles", "at <https://e.org/x_y> now", "at now"),
    ("a footnote mark", "It ended.[^4] Then", "It ended. Then"),
    ("quote and bullet marks", "> said\n- one\n* two", "said one two"),
    ("a table", "| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
    ("fenced code", "Before\n```\nx = 1\n```\nAfter", "Before After"),
    ("a comment", "a<!-- not b -->c", "a c"),
    ("a script", "a<script>var b</script>c", "a c"),
    ("front matter", "---\ntitle: T\nauthors:\n  - A B\n---\nText.", "Text."),
    ("a rule", "One.\n\n---\n\nTwo.", "One. Two."),
    ("an entity", "A&nbsp;B &amp; C", "A B & C"),
    ("invisible characters", "\ufeffA\u200b B", "A B"),
]

# Prose in which the same characters are no marks.
KEPT = [
    ("a product", "5 * 3 = 15 and 5*3*2 = 30"),
    ("underscores in a word", "the snake_case_name of it"),
    ("a price", "$5 or £3"),
    ("an editor's word", "they [sic] went, [he] said"),
    ("an unmatched star", "prices* rose"),
    ("an undefined reference", "[?][note] This"),
    ("a comparison", "if a < b and c > d"),
    ("a dash in a line", "What? - Nothing"),
    ("a hash before a number", "#5 of 6 and C# too"),
    ("a numbered item", "1. First"),
    ("a joiner in a word", "co\u00adoperate"),
]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in MASKED])
def test_marks_are_blanked(text: str, words: str) -> None:
    """Marks become spaces and the words between them stay."""
    assert " ".join(mask(text).split()) == words


@pytest.mark.parametrize("text", [row[1] for row in KEPT])
def test_prose_is_kept(text: str) -> None:
    """Characters that only look like marks stay as they are."""
    assert mask(text) == text


def test_hidden_stretches_are_blanked() -> None:
    """What the caller hides is blanked, overlaps and all."""
    assert mask("ab cd ef", [Span(3, 5), Span(4, 6)]) == "ab    ef"


def test_plain_text_keeps_its_marks() -> None:
    """Without Markdown only hidden stretches and invisible characters go."""
    text = "a **b** <i>c</i>\u200b"
    assert mask(text, [Span(0, 1)], markdown=False) == "  **b** <i>c</i> "


def test_front_matter_needs_keys() -> None:
    """A rule at the top of a text that is no front matter hides no prose."""
    text = "---\nNot a key at all, but prose that runs on\n---\nText."
    assert "prose that runs on" in mask(text)


MARKUP = "*_`~<>[]()!#|\\-\n &;:/abc1 ^\"'$"


@given(st.text(alphabet=MARKUP, max_size=200) | st.text(max_size=80))
def test_no_offset_moves(text: str) -> None:
    """Each character stays, becomes a space, or is a line break that stays."""
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, masked, strict=True))
    assert [i for i, c in enumerate(text) if c in "\r\n"] == [
        i for i, c in enumerate(masked) if c in "\r\n"
    ]


@pytest.mark.parametrize(
    "part", ["[", "*a ", "<a ", "`", "|", "\\", "[a](", "- ", "~~"]
)
def test_hostile_lines_are_read_in_time(part: str) -> None:
    """Twice the marks take about twice the time, however they nest."""
    short, long = part * 20_000, part * 160_000
    start = time.perf_counter()
    mask(short)
    middle = time.perf_counter()
    mask(long)
    end = time.perf_counter()
    assert end - middle < 32 * (middle - start) + 0.5
