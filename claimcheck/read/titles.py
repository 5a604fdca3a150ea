"""Titles: a Markdown heading, or a short first line above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Field, Span

_ATX = re.compile(r"^ {0,3}#[ \t]+(?P<title>[^\r\n]+)", re.MULTILINE)
_SETEXT = re.compile(r"^(?P<title>[^\s=-][^\r\n]*)\r?\n=+[ \t]*$", re.MULTILINE)
_LONGEST_TITLE = 300
_LONGEST_FIRST_LINE = 160
_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(?=\S)([^*_]+)(?<=\S)\1")
_SENTENCE_END = re.compile(r"[.;:,][\"\u201d\u2019')\]]*$")
_REACH = 12_000


def find_heading(text: str, body: Span) -> Field | None:
    """Find the first Markdown heading of the first level."""
    end = min(body.end, body.start + _REACH)
    found = [p.search(text, body.start, end) for p in (_ATX, _SETEXT)]
    matches = sorted((m for m in found if m), key=lambda m: m.start())
    for match in matches:
        start, end = match.span("title")
        words = match["title"].rstrip().rstrip("#").rstrip()
        if words and end - start <= _LONGEST_TITLE:
            span = Span(start, start + len(words))
            return Field("title", _plain(words), "heading", span)
    return None


def find_first_line(
    text: str, lines: Sequence[Span], taken: Sequence[Span]
) -> Field | None:
    """
    Take the first line for a title when it reads like one.

    It is short, does not end like a sentence, and text follows it.

    Args:
        text: The document's text.
        lines: Its head, as `head_lines` gives it.
        taken: Spans of other metadata: a line that holds one is no title.
    """
    free = [line for line in lines if not any(line.overlaps(span) for span in taken)]
    if len(free) < 2 or free[0] != lines[0]:  # noqa: PLR2004 - title and text
        return None
    words = free[0].of(text)
    if len(words) > _LONGEST_FIRST_LINE or _SENTENCE_END.search(words):
        return None
    if not re.search(r"[^\W\d_]", words) or words[0].islower():
        return None
    return Field("title", _plain(words), "heading", free[0])


def _plain(words: str) -> str:
    """Fold white space and drop emphasis marks."""
    return " ".join(_EMPHASIS.sub(r"\2", words).split())
