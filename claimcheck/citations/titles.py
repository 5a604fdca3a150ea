"""Find quoted and slanted words in a note: what its titles stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimcheck.citations.addresses import unescape
from claimcheck.model import Span

_SLANTED = re.compile(
    r"(?<![\w*\\])\*{1,2}(?=[^\s*])([^*\n]{1,600}?)(?<=[^\s*])\*{1,2}(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])([^_\n]{1,600}?)(?<=[^\s_])_(?![\w_])"
    r"|<(?:em|i|cite)>([^<>\n]{1,600})</(?:em|i|cite)>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
# A closing single quote, told from an apostrophe by what surrounds it.
_SINGLE_END = re.compile(
    r"(?<=[,.?!…])[\u2019'](?=[\s,.;)]|$)|[\u2019'](?=\s?[,.;)(]|\s[*_(<]|\sin\s|$)"
)
_LONGEST_TITLE: Final = 600


@dataclass(frozen=True, slots=True)
class Quoted:
    """Hold words with their marks (*outer*) and without (*inner*)."""

    outer: Span
    inner: Span
    is_single: bool = False


def find_quoted(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """
    Find words in curly or straight quotation marks, outermost only.

    Args:
        text: A whole text.
        start: First code point looked at.
        end: The code point after the last one.

    Returns:
        Quoted stretches, left to right.  Single marks count only where no double ones
        stand, since an apostrophe looks the same.
    """
    found: list[Quoted] = []
    position = start
    while position < end:
        position = _next_mark(text, position, end, '“"„«')
        close = _closing(text, position, end)
        if close < 0:
            break
        if close > position + 1:
            found.append(Quoted(Span(position, close + 1), Span(position + 1, close)))
        position = close + 1
    return tuple(found) or _find_single(text, start, end)


def find_slanted(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """Find words in italics or bold: Markdown stars and underscores, HTML tags."""
    found: list[Quoted] = []
    for match in _SLANTED.finditer(text, start, end):
        group = next(n for n in (1, 2, 3) if match[n])
        found.append(Quoted(Span(*match.span()), Span(*match.span(group))))
    return tuple(found)


def clean_title(words: str) -> str:
    r"""
    Return a title as one line without marks, tags and the comma that follows it.

    >>> clean_title("*Rain,\n and snow*,")
    'Rain, and snow'
    """
    plain = _TAG.sub("", unescape(words))
    plain = re.sub(r"(?<!\\w)[*_]{1,2}|[*_]{1,2}(?!\\w)", "", plain)
    plain = re.sub(r",([”\u2019'\"])\s*$", r"\1", plain)
    return " ".join(plain.split()).strip(" ,;")


def trim(text: str, span: Span, marks: str = " ,;.:") -> Span | None:
    """Return *span* without the *marks* at its ends, or None when nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start] in marks or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in marks or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _next_mark(text: str, start: int, end: int, marks: str) -> int:
    found = [at for at in (text.find(mark, start, end) for mark in marks) if at >= 0]
    first = min(found, default=end)
    if first < end and text[first - 1 : first] == "=":
        # The value of an HTML attribute, not a quotation.
        closing = text.find('"', first + 1, end)
        return _next_mark(text, closing + 1, end, marks) if closing > 0 else end
    return first


def _closing(text: str, start: int, end: int) -> int:
    """Return where the quotation that opens at *start* ends, or -1."""
    if start >= end:
        return -1
    limit = min(end, start + _LONGEST_TITLE)
    opening = text[start]
    if opening == '"':
        return text.find('"', start + 1, limit)
    closing = {"“": "”", "„": "“”", "«": "»"}[opening]
    depth = 0
    for position in range(start, limit):
        if text[position] in closing and position > start:
            depth -= 1
            if depth == 0:
                return position
        elif text[position] == opening:
            depth += 1
    return text.find('"', start + 1, limit)


def _find_single(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    for match in re.compile(r"(?:(?<=[\s(])|^)[\u2018'](?=\S)").finditer(
        text, start, end
    ):
        close = _SINGLE_END.search(
            text, match.end(), min(end, match.end() + _LONGEST_TITLE)
        )
        if close is not None and close.start() > match.end():
            outer, inner = (
                Span(match.start(), close.end()),
                Span(match.end(), close.start()),
            )
            return (Quoted(outer, inner, is_single=True),)
    return ()
