"""
Find the words that a marker speaks for: its sentence, up to the marker.

A small scan of its own, so that notes can be tied to passages before the text is
parsed.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.model import Span

# No sentence that a note supports is longer; what is further back is not looked at.
LONGEST_PASSAGE: Final = 1_500

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_BOUNDARY = re.compile(
    r"""
      \n[ \t\r]*\n\s*
    | (?P<stop>[.!?…])[”"\u2019')\]*_]{0,4}
      (?:
          <sup\b[^<>]{0,100}>[^<>\n]{0,40}</sup>
        | \\?\[\^?[\w ,\u2013-]{1,40}\\?\]
        | [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}
      )*
      \s+(?=[“"\u2018'(\[*_]{0,3}[^\W_a-zß-ÿ])
    """,
    re.VERBOSE,
)
# A full stop after these does not end a sentence (titles, Latin, initials, "U.S.").
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|Lt|Sgt|St|Jr|Sr|vs|cf|etc|approx|"
    r"No|Nos|Art|Sec|Inc|Ltd|Corp|Co|al|e\.g|i\.e|ca|Fig|Vol|pp)|\b[A-Z])$"
)


def find_passages(text: str, offsets: Sequence[int]) -> tuple[Span, ...]:
    """
    Return, for each offset, the sentence that ends or runs on there, up to it.

    Args:
        text: A whole article.
        offsets: Where markers start, in code points.

    Returns:
        Stretches that end at their offsets, or the character there when none stands
        before; parallel to *offsets*.

    >>> find_passages("One. Two is here.[1]", [17])
    (Span(start=5, end=17),)
    """
    if not offsets:
        return ()
    starts = [0, *_sentence_starts(text, max(offsets))]
    return tuple(_passage(text, starts, offset) for offset in offsets)


def _sentence_starts(text: str, end: int) -> Iterator[int]:
    for match in _BOUNDARY.finditer(text, 0, end):
        stop = match.start("stop")
        if stop < 0 or not _ABBREVIATION.search(text, max(0, stop - 12), stop):
            yield match.end()


def _passage(text: str, starts: Sequence[int], offset: int) -> Span:
    start = starts[bisect.bisect_left(starts, offset) - 1] if offset else 0
    start = max(start, offset - LONGEST_PASSAGE)
    while start < offset and text[start].isspace():
        start += 1
    return Span(start, offset) if start < offset else Span(offset, offset + 1)


def paragraph_around(text: str, offset: int) -> Span:
    """Return the paragraph that holds *offset*, cut to a bounded way before it."""
    floor = max(0, offset - 4 * LONGEST_PASSAGE)
    breaks = list(_PARAGRAPH.finditer(text, floor, offset))
    start = breaks[-1].end() if breaks else floor
    after = _PARAGRAPH.search(text, offset, min(len(text), offset + LONGEST_PASSAGE))
    end = after.start() if after else min(len(text), offset + LONGEST_PASSAGE)
    return Span(start, max(end, start + 1))
