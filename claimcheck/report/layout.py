"""
Lay text out for a terminal or a pipe: styled lines of a fixed width.

A line is a tuple of (style, words); a renderer that knows colours may use the style and
one that does not joins the words.  Source text is hostile: control characters, which
could move a cursor or forge a link, are shown as U+FFFD and never passed on.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Segment: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[Segment, ...]

# Columns of the narrowest terminal that is still common, and of most pipes' readers.
WIDTH = 80


def printable(text: str) -> str:
    """Return *text* on one line, white space folded, control characters replaced."""
    folded = " ".join(text.split())
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cf") else c
        for c in folded
    )


def quoted(text: str) -> str:
    """Return *text* for display between quotation marks that it does not use itself."""
    words = printable(text)
    return f"\u201c{words}\u201d" if '"' in words else f'"{words}"'


def wrap(
    style: str, words: str, width: int, indent: int = 0, hanging: int | None = None
) -> Iterator[Line]:
    """Break *words* into lines of at most *width* columns."""
    rest = indent if hanging is None else hanging
    for line in textwrap.wrap(
        printable(words),
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * rest,
        break_on_hyphens=False,
    ):
        yield ((style, line),)


def join_lines(lines: Iterable[Line]) -> str:
    """Return the lines as plain text, without trailing white space."""
    return "".join(
        "".join(words for _, words in line).rstrip() + "\n" for line in lines
    )
