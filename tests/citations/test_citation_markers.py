"""Markers: which marks point to a note, and which only look as if."""

from __future__ import annotations

import pytest

from claimcheck.citations import find_notes
from claimcheck.model import Marker, Span

NOTES = "\n\n## Notes\n\n" + "\n".join(
    f"{n}. Anna Bee, “Rain {n},” *Sky*, {n} May 2019." for n in range(1, 7)
)

FOUND = [
    ("a raised number in HTML", "It fell.<sup>2</sup>", [("2", "<sup>2</sup>")]),
    (
        "a raised link",
        'It fell.<sup><a href="#fn2">2</a></sup>',
        [("2", '<sup><a href="#fn2">2</a></sup>')],
    ),
    ("a bracketed number", "It fell.[2]", [("2", "[2]")]),
    ("an escaped bracket", r"It fell.\[2\]", [("2", r"\[2\]")]),
    ("a list in one mark", "It fell [1, 3].", [("1", "1"), ("3", "3")]),
    (
        "a range names what lies between",
        "It fell [2-4].",
        [("2", "2"), ("3", "2-4"), ("4", "4")],
    ),
    ("raised digits", "It fell.⁵", [("5", "⁵")]),
    ("a Markdown footnote", "It fell.[^rain]", [("rain", "[^rain]")]),
    ("a link to a note", "It fell[[1]](#footnote-1).", [("1", "[[1]](#footnote-1)")]),
    (
        "a number that links to its source",
        "It fell [2](https://h.example/a).",
        [("2", "[2](https://h.example/a)")],
    ),
    ("a note behind a year", "in 2019<sup>3</sup>", [("3", "<sup>3</sup>")]),
]
IGNORED = [
    ("an insertion in a quotation", "“it [sic] fell”"),
    ("an inserted year", "“it fell [2019] then”"),
    ("a square metre", "an area of 5 m²"),
    ("a square kilometre in HTML", "an area of 5 km<sup>2</sup>"),
    ("a power of ten", "some 10⁶ people"),
    ("a power of ten in HTML", "some 10<sup>6</sup> people"),
    ("a square in a formula", "where x² is known"),
    ("an ordinal", "the 19<sup>th</sup> century"),
    ("a letter in brackets", "He said [x] and left."),
    ("a year that is a link", "It fell in [2019](https://h.example/a)."),
]


@pytest.mark.parametrize(("why", "words", "expected"), FOUND)
def test_marker_is_found(why: str, words: str, expected: list[tuple[str, str]]) -> None:
    """A mark that points to a note is found, with its place."""
    text = words + NOTES
    found = [(m.note, m.span.of(text)) for m in find_notes(text).markers]
    assert expected == found, why


@pytest.mark.parametrize(("why", "words"), IGNORED)
def test_marker_is_not_seen_in_other_marks(why: str, words: str) -> None:
    """Powers, insertions and ordinals are no markers, with notes or without."""
    assert find_notes(words + NOTES).markers == (), why
    assert find_notes(words).markers == (), why


def test_authors_and_years_point_to_the_list() -> None:
    """Author-date citations point to the entry of that author and year."""
    text = (
        "Rain fell (Bee, 2019; von Foo & Cee, 2018, p. 3). As Bee (2019) says, it fell "
        "(see also L. Cee 2017).\n\n## References\n\n"
        "Bee, A. (2019). Rain. *Journal of Rain*, 12(3), 45-67.\n\n"
        "Cee, L. (2017). *Hail*. Harbour Press.\n\n"
        "von Foo, B., & Cee, D. (2018). *Snow*. Harbour Press.\n"
    )
    found = [(m.note, m.span.of(text)) for m in find_notes(text).markers]
    assert [
        ("Bee 2019", "Bee, 2019"),
        ("Foo 2018", "von Foo & Cee, 2018, p. 3"),
        ("Bee 2019", "(2019)"),
        ("Cee 2017", "see also L. Cee 2017"),
    ] == found


def test_bare_digits_of_a_pdf_count_as_markers() -> None:
    """Digits that a PDF leaves behind words are markers when they count on."""
    text = (
        "Rain fell, too.1 Snow came,2 and it was 10.5 at 3.14 then.3\n\nNotes\n\n"
        "1 A. Bee, “Rain,” Sky, 2 May 2019.\n2 Ibid.\n3 C. Dee, Snow, 2001."
    )
    assert ["1", "2", "3"] == [m.note for m in find_notes(text).markers]


def test_passages_are_the_sentence_before_the_marker() -> None:
    """A marker speaks for its own sentence, abbreviations and notes in it or not."""
    text = "It fell.[1] The U.S. saw it,[2] and Dr. Bee wrote of it.[3]" + NOTES
    notes = find_notes(text)
    expected = [
        "It fell.",
        "The U.S. saw it,",
        "The U.S. saw it,[2] and Dr. Bee wrote of it.",
    ]
    assert expected == [passage.of(text) for passage in notes.passages]


def test_an_article_without_notes_has_none() -> None:
    """A text without notes yields no notes, markers or regions."""
    notes = find_notes("# Rain\n\nIt fell in [some] places.\n\n1. One\n2. Two\n")
    assert ((), (), ()) == (notes.notes, notes.markers, notes.regions)


def test_markers_hang_on_their_notes() -> None:
    """A note knows the markers that point to it."""
    text = "It fell.[1] It snowed.[1]" + NOTES
    note = find_notes(text).notes[0]
    assert (Marker("1", Span(8, 11)), Marker("1", Span(22, 25))) == note.markers
