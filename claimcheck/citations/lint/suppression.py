"""
Leave out defects that a person has decided on.

A comment ``claimcheck:ignore`` in the text (HTML or Markdown) silences its own line, or
the next one with words when it stands alone on its line; kinds after it narrow that:
``<!-- claimcheck:ignore url-escape, punctuation -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Defect, Span

_COMMENT = re.compile(
    r"(?:<!--|\[//\]:\s?#\s?[(\"'])\s{0,9}claimcheck:ignore\b(?P<kinds>[\w ,-]{0,200}?)"
    r"\s{0,9}(?:-->|[)\"'])"
)
_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class _Ignored:
    span: Span
    kinds: frozenset[str]


def filter_defects(
    defects: Iterable[Defect],
    *,
    text: str = "",
    rules: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Defect, ...]:
    """
    Keep the defects that are asked for.

    Args:
        defects: What the rules reported.
        text: The text they were found in; its ``claimcheck:ignore`` comments hold.
        rules: Kinds to keep; () keeps all.
        ignore: Kinds to leave out.

    Returns:
        The rest, in the order given.
    """
    silenced = tuple(_comments(text))
    return tuple(
        defect
        for defect in defects
        if (not rules or defect.kind in rules)
        and defect.kind not in ignore
        and not any(_silences(each, defect) for each in silenced)
    )


def _comments(text: str) -> Iterator[_Ignored]:
    for match in _COMMENT.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = _line_end(text, match.end())
        if not (text[start : match.start()] + text[match.end() : end]).strip():
            while end < len(text) and text[end].isspace():
                end += 1
            end = _line_end(text, end)
        kinds = frozenset(_KIND.findall(match["kinds"]))
        yield _Ignored(Span(start, max(end, start + 1)), kinds)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _silences(ignored: _Ignored, defect: Defect) -> bool:
    return ignored.span.overlaps(defect.span) and (
        not ignored.kinds or defect.kind in ignored.kinds
    )
