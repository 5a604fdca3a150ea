"""
Find quotations and brackets short enough to stay inside one sentence.

Source: the quotation marks of English (Unicode General Punctuation and Latin-1) and
the rule of the golden rules that a quotation of several sentences is not split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Code points.  A longer quotation or bracket is a passage, not part of a sentence; the
# longest of the golden rules has 240.
LONGEST_PROTECTED = 320

_MARKS = re.compile("[\"\u201c\u201d\u00ab\u00bb()\\[\\]]|['\u2018](?=\\w)")
_CLOSING = {"\u201d": "\u201c", "\u00bb": "\u00ab", ")": "(", "]": "["}
_BEFORE_OPENING = " \t\n\r\u00a0([\u2014\u2013-"
# A single mark closes a quotation only beside a stop: else it is an apostrophe.
_SINGLE_END = re.compile("[.!?,]['\u2019](?=[\\s,;:)]|$)")


def find_protected(block: str) -> list[tuple[int, int]]:
    """
    Find outermost quotations and brackets of at most `LONGEST_PROTECTED` code points.

    A mark without its partner protects nothing.

    Returns:
        Disjoint half-open (start, end) pairs, ascending, marks included.
    """
    found: list[tuple[int, int]] = []
    for start, end in _pairs(block):
        if end - start > LONGEST_PROTECTED:
            continue
        while found and found[-1][0] >= start:
            found.pop()
        if not found or found[-1][1] <= start:
            found.append((start, end))
    return found


def _pairs(block: str) -> Iterator[tuple[int, int]]:
    """Yield pairs of marks, an inner one before the one around it."""
    opened: dict[str, list[int]] = {}
    until = 0
    for match in _MARKS.finditer(block):
        mark, at = match.group(), match.start()
        if at < until:
            continue
        if mark in "'\u2018":
            until = _end_of_single(block, at)
            if until:
                yield at, until
        elif _is_opening(block, mark, at):
            stack = opened.setdefault(mark, [])
            if mark == '"':
                stack.clear()
            stack.append(at)
        elif opened.get(_CLOSING.get(mark, mark)):
            yield opened[_CLOSING.get(mark, mark)].pop(), at + 1


def _end_of_single(block: str, at: int) -> int:
    if at and (block[at - 1].isalnum() or block[at - 1] in ".,"):
        return 0
    closing = _SINGLE_END.search(block, at, at + LONGEST_PROTECTED)
    return closing.end() if closing else 0


def _is_opening(block: str, mark: str, at: int) -> bool:
    """Tell whether a mark opens; a straight one does before a word and after a gap."""
    if mark != '"':
        return mark not in _CLOSING
    spaced = not at or block[at - 1] in _BEFORE_OPENING
    return spaced and at + 1 < len(block) and not block[at + 1].isspace()
