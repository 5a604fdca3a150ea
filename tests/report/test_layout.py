"""Laying out hostile text in a fixed width."""

from __future__ import annotations

import hypothesis
import hypothesis.strategies as st
import pytest

from claimcheck.report.layout import join_lines, printable, quoted, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a\ufffd[31mred"),  # colour
        ("\x1b]8;;http://x\x07y", "\ufffd]8;;http://x\ufffdy"),  # a forged link
        ("[bold]loud[/bold]", "[bold]loud[/bold]"),  # rich markup is text
        ("left\u202eright", "left\ufffdright"),  # turns the reading direction
        ("two\n  lines", "two lines"),
    ],
)
def test_control_characters_are_shown_not_obeyed(text: str, shown: str) -> None:
    """What could steer a terminal is printed as a replacement character."""
    assert printable(text) == shown


def test_a_quote_that_has_quotation_marks_gets_others_around_it() -> None:
    """The marks around a quote are not those inside it."""
    assert quoted('a "peace" deal') == '\u201ca "peace" deal\u201d'
    assert quoted("a peace deal") == '"a peace deal"'


@hypothesis.given(st.text(max_size=300), st.integers(40, 100))
def test_lines_fit_the_width(text: str, width: int) -> None:
    """No line of wrapped text is wider than asked, and no control character passes."""
    page = join_lines(wrap("quote", text, width, indent=4, hanging=8))
    assert all(len(line) <= width for line in page.split("\n"))
    assert "\x1b" not in page
