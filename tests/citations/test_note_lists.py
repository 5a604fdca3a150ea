"""Note lists: where notes stand, and what is only a chapter of that name."""

from __future__ import annotations

import pytest

from claimcheck.citations import find_notes

LISTS = [
    (
        "endnotes with raised numbers in a bulleted list",
        (
            "Rain.<sup>1</sup>\n\n## Endnotes\n\n- <sup>1</sup> A. Bee, “Rain,” 2019.\n"
            "- <sup>2</sup> Ibid.\n"
        ),
        ["1", "2"],
    ),
    (
        "a plain heading and numbers",
        "Rain.[1]\n\nNotes:\n1. A. Bee, “Rain,” 2019.\n2. Ibid.\n",
        ["1", "2"],
    ),
    (
        "a bold heading and brackets",
        "Rain.[1]\n\n**References**\n\n[1] A. Bee, 2019.\n\n[2] C. Dee, 2001.\n",
        ["1", "2"],
    ),
    (
        "Markdown footnotes anywhere, with a second line",
        (
            "Rain.[^a] Snow.[^2]\n\n[^a]: A. Bee, “Rain,” 2019.\n    And more.\n"
            "[^2]: https://snow.example/\n\nThe end."
        ),
        ["a", "2"],
    ),
    (
        "an HTML list whose items have ids",
        (
            '<p>Rain<sup><a href="#fn1">1</a></sup>.</p>\n<ol>'
            '<li id="fn1">A. B., 2019.</li>'
            '<li id="fn2">C. Dee, 2001.</li></ol>'
        ),
        ["1", "2"],
    ),
    (
        "brackets at the end, without a heading",
        "Rain.[1] Snow.[2]\n\n[1] A. Bee, “Rain,” 2019.\n[2] C. Dee, “Snow,” 2001.\n",
        ["1", "2"],
    ),
    (
        "notes of a word processor, with links back",
        (
            "Rain[[1]](#footnote-1).\n\n1. A. Bee, “Rain,” 2019. [↑](#footnote-ref-1)\n"
            "2. C. Dee, 2001. [↑](#footnote-ref-2)\n"
        ),
        ["1", "2"],
    ),
    (
        "a reference list without numbers, works of a year told apart",
        "Rain.\n\n## References\n\nBee, A. (2019). Rain.\n\nBee, A. (2019). Hail.\n",
        ["Bee 2019", "Bee 2019 (2)"],
    ),
    (
        "an entry that begins with a number of its own",
        (
            "Rain.\n\n## References\n\n38 South. 2020. Rain.\n\nBee, A. 2019. Hail.\n\n"
            "Cee, D. 2018. Snow.\n"
        ),
        ["South 2020", "Bee 2019", "Cee 2018"],
    ),
]
PROSE = [
    ("a chapter on sources", "# Sources\n\nThe river is long.\n\nThey lie high."),
    ("a numbered list of steps", "How to:\n\n1. Open the box.\n2. Close the box.\n"),
    ("a table of contents", "# Notes\n\n- One\n- Two\n- Three\n"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "labels"), LISTS)
def test_list_is_found(why: str, text: str, labels: list[str]) -> None:
    """A list of notes is found in each of its forms."""
    assert labels == [note.number for note in find_notes(text).notes], why


@pytest.mark.parametrize(("why", "text"), PROSE)
def test_prose_is_no_list(why: str, text: str) -> None:
    """A chapter that is only called so holds no notes and is not hidden."""
    notes = find_notes(text)
    assert ((), ()) == (notes.notes, notes.regions), why


def test_regions_hide_list_and_heading() -> None:
    """What must not be read as prose covers marks, heading and list, and no more."""
    text = "Rain.[1]\n\n## Notes\n\n1. A. Bee, “Rain,” 2019.\n\n## About us\n\nBee."
    hidden = [region.of(text) for region in find_notes(text).regions]
    assert ["[1]", "## Notes\n\n1. A. Bee, “Rain,” 2019."] == hidden


def test_words_after_the_list_are_read() -> None:
    """A paragraph behind the last note belongs to the text."""
    text = "Rain.[1]\n\nNotes\n\n1. A. Bee, “Rain,” 2019.\n\nBee lives in Oslo."
    assert find_notes(text).regions[-1].of(text).endswith("2019.")


def test_footnotes_after_a_bibliography_are_their_own() -> None:
    """Markdown footnotes at the end are no entries of the bibliography before them."""
    text = (
        "Rain.[^1]\n\n## References\n\nBee, Anna. *Rain*. Harbour Press, 2019.\n\n"
        "[^1]: Bee, *Rain*.\n"
    )
    assert ["1", "Bee 2019"] == [note.number for note in find_notes(text).notes]
