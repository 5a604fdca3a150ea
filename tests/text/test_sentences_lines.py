"""Which line breaks end a sentence, and what holds of every text."""

from __future__ import annotations

import itertools
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.sentences import split_sentences


def read(text: str) -> list[str]:
    """Return the sentences of *text*, white space folded."""
    return [" ".join(span.of(text).split()) for span in split_sentences(text)]


PARAGRAPH = (
    "The council met on Tuesday in the old town hall to talk about the Northern Line, "
    "which had been late for weeks. Mr. Lee, who runs it, said that the money for it "
    "would come from the Treasury. Nobody in the hall of the Old Town Council smiled."
)

HEADED = """\
A line is late
The council met on Tuesday in the old town hall to talk about the line, late for weeks.
Who pays?
The Treasury does, Mr. Lee said on Monday, and it will pay until the line is in time."""


@pytest.mark.parametrize("width", range(36, 100, 3))
def test_wrapped_lines_are_joined(width: int) -> None:
    """A line that was filled goes on in the next, at whatever width, after any word."""
    wrapped = textwrap.fill(PARAGRAPH, width)
    assert [s.split()[0] for s in read(wrapped)] == ["The", "Mr.", "Nobody"]


def test_headings_stand_alone() -> None:
    """A short line above a long one is a sentence of its own."""
    found = read(HEADED)
    assert (found[0], found[2], len(found)) == ("A line is late", "Who pays?", 4)


def test_blank_lines_end_sentences() -> None:
    """A paragraph ends its last sentence, with or without a stop."""
    assert read("The end\n\nThe start") == ["The end", "The start"]


def test_page_breaks_do_not() -> None:
    """A sentence cut by a page goes on where the next paragraph starts small."""
    first = "The old council of the town, which had met there in every single week"
    text = f"{first}\n\n\nsince the war, fell."
    assert len(read(text)) == 1


def test_short_paragraphs_are_not_joined() -> None:
    """A heading above a paragraph that starts small stays a heading."""
    assert read("Prices\n\nthey rose.") == ["Prices", "they rose."]


def test_lists_are_split_by_line() -> None:
    """Lines of few words without a stop are items, numbered lines always."""
    assert read("bread\nsalt, oil\nred wine") == ["bread", "salt, oil", "red wine"]
    assert read("1. Bread is baked\n2. Salt is mined") == [
        "1. Bread is baked",
        "2. Salt is mined",
    ]


def test_contents_are_split_by_line() -> None:
    """Leaders to a page number end a line of a table of contents."""
    assert read("The start ........ 5\nThe end ........ 9\nAn index ....... 12") == [
        "The start ........ 5",
        "The end ........ 9",
        "An index ....... 12",
    ]


def test_windows_lines_are_lines() -> None:
    """A carriage return before the line feed changes nothing."""
    assert read("It began.\r\nIt ended.\r\n\r\nYes.") == [
        "It began.",
        "It ended.",
        "Yes.",
    ]


PROSE = st.lists(
    st.sampled_from(
        ["The", "end", "Mr.", "U.S.", "No.", "5", "p.m.", "“", "”", "(", ")", '"',
         ".", "!", "?", "...", ". . .", "\n", "\n\n", "1.", "•", "a)", "[1]", "al-Nur"]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


@given(PROSE | st.text(max_size=120))
def test_sentences_tile_the_text(text: str) -> None:
    """Spans are sorted, disjoint, trimmed, and hold every visible character."""
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    held = {i for span in spans for i in range(span.start, span.end)}
    assert not [i for i, c in enumerate(text) if not c.isspace() and i not in held]


@pytest.mark.parametrize(
    "part", ["9", "and ", "million ", "a. ", "U.S. ", '"a ', "'a ", "(", "1) ", "A\n"]
)
def test_hostile_texts_are_read_in_time(part: str) -> None:
    """Eight times the text takes about eight times as long."""
    start = time.perf_counter()
    split_sentences(part * 4_000)
    middle = time.perf_counter()
    split_sentences(part * 32_000)
    end = time.perf_counter()
    assert end - middle < 32 * (middle - start) + 0.5
