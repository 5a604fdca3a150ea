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

# Lines above a title: a section, a kind of article, a press office's formula.
_TITLE_LINES = 4
# Words before a date on its line that make a title rather than a label or a section.
_SHORTEST_CUT_TITLE = 3
_LABEL = re.compile(r"(?:title|headline)\s*:\s*(?=\S)", re.IGNORECASE)
_KICKER = re.compile(
    r"(?:opinion|analysis|commentary|comment|editorial|exclusive|explainer|feature|news"
    r"|interview|politics|world|business|press release|news release|statement|breaking"
    r"|for immediate release|policy brief|report|op-ed|blog|perspective)s?(?: news)?:?",
    re.IGNORECASE,
)


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

    It is short, does not end like a sentence, and text follows it.  Lines that hold
    other metadata, and kickers such as "Opinion", may stand above it.

    Args:
        text: The document's text.
        lines: Its head, as `head_lines` gives it.
        taken: Spans of other metadata.
    """
    for line in lines[:_TITLE_LINES]:
        end = min((s.start for s in taken if line.overlaps(s)), default=line.end)
        words = text[line.start : end].rstrip(" \t|\u00b7\u2022\u2013\u2014-")
        is_cut = end < line.end and len(words.split()) < _SHORTEST_CUT_TITLE
        if is_cut or not words or _KICKER.fullmatch(words):
            continue
        if line == lines[-1] or not _reads_like_title(words):
            return None
        label = _LABEL.match(words)
        span = Span(line.start, line.start + len(words))
        if label:
            span = Span(line.start + label.end(), span.end)
        return Field("title", _plain(span.of(text)), "heading", span)
    return None


def _reads_like_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST_FIRST_LINE
        and _SENTENCE_END.search(words) is None
        and re.search(r"[^\W\d_]", words) is not None
        and not words[0].islower()
    )


def _plain(words: str) -> str:
    """Fold white space and drop emphasis marks."""
    return " ".join(_EMPHASIS.sub(r"\2", words).split())
