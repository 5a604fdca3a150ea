"""What holds for every text: spans stand in it, quotes are its words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_costs import cost_of

from claimcheck.citations import (
    cite_notes,
    export_csl_json,
    find_notes,
    lint_notes,
    summarize_notes,
)
from claimcheck.model import Document

PIECES = st.sampled_from(
    [
        "It rained.", "[1]", "[2, 3]", "<sup>4</sup>", "[^a]", "²", "\n", "\n\n",
        "## Notes", "1. ", "2. ", "[^a]: ", "- <sup>4</sup> ", "Ibid.", "Ibid, 3.",
        "Ann Roe, ", "“Rain,” ", "*Sky*, ", "May 6, 2014", "(London: Press, 1998)",
        "https://h.example/2014/06/05/a", "[a](http://b.example/c_d)", "; ", "“", "”",
        "(", ")", "et al.", "12, no. 3 (2015): 27-46", "accessed 2 May 2020",
        "<!-- claimcheck:ignore -->", "(Roe, 2014)", "Roe, A. (2014). Rain. ", " ",
        "In 2019, Roe and Lee wrote ", "Around the same time ",
        "\u2018", "\u2019", '"', "\\_",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))
HOSTILE = [
    "1 " * 100_000, "and " * 50_000, "million " * 30_000, "[1]" * 20_000,
    "<sup>" * 40_000,
    "[" * 200_000, "(" * 200_000, "“" * 200_000, "²" * 100_000, " " * 200_000,
    "\n" * 200_000, "[^1]:" * 40_000, "## Notes\n" * 20_000, "1. a\n" * 40_000,
    "<li id=fn1>" * 20_000, "http://" * 30_000, "A. B " * 40_000, "Roe, A. " * 25_000,
    "## Notes\n\n1. " + "Roe, A. B., & " * 300 + "\n" * 3,
    "## Notes\n\n" + "1. Ann Roe, “Rain,” 2014; “Rain,” 2015; \n" * 2_000,
    "".join(f"A.<sup>{n ^ (n % 5 == 0)}</sup> " for n in range(1, 3_000))
    + "\n\n## Notes\n\n"
    + "".join(f"{n}. Ibid, {n}.\n" for n in range(1, 3_000)),
    "".join(f"A (Roe{n}, 2001). " for n in range(3_000))
    + "\n\n## References\n\n"
    + "".join(f"Roe{n}, A. (2002). Rain | Sky.\n\n" for n in range(3_000)),
    "## Notes\n\n" + "1. " + "; “Rain,” 2015, “" * 200 + "\n",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_stand_in_the_text(text: str) -> None:
    """Every span lies in the text, and regions are sorted and disjoint."""
    notes = find_notes(text)
    spans = [m.span for m in notes.markers] + [n.span for n in notes.notes]
    spans += [r.span for n in notes.notes for r in n.references]
    spans += [s for n in notes.notes for r in n.references for _, s in r.spans]
    spans += [*notes.passages, *notes.regions]
    assert all(span.end <= len(text) for span in spans)
    pairs = zip(notes.regions, notes.regions[1:], strict=False)
    assert all(left.end < right.start for left, right in pairs)
    assert len(notes.passages) == len(notes.markers)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_quotes_are_words_of_the_text(text: str) -> None:
    """A defect quotes the text at its span, and linting twice gives the same."""
    document = Document(id="b2:0", source="a.md", text=text)
    notes = find_notes(text)
    defects = lint_notes(document, notes)
    assert all(defect.span.of(text) == defect.quote for defect in defects)
    assert defects == lint_notes(document, notes)
    assert isinstance(summarize_notes(document, notes), tuple)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_note_can_be_exported(text: str) -> None:
    """Whatever was parsed can be written."""
    assert export_csl_json(cite_notes(find_notes(text))).startswith("[")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
def test_hostile_lines_take_no_time(text: str) -> None:
    """No text makes the reading of notes slow."""
    document = Document(id="b2:0", source="a.md", text=text)
    assert cost_of(lambda: lint_notes(document, find_notes(text)), runs=1) < 2
