"""
Header lines: "Title: ...", "Date: ...", "Source: ..." at the top of a saved article.

People who save articles by hand write them without the fences of front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model import Field, Span
from claimcheck.read.calendar_dates import read_date
from claimcheck.read.front_matter import DATE_FIELDS, FIELD_NAMES

_LINE = re.compile(
    r"[ \t]*\**(?P<key>[A-Za-z][A-Za-z ]{1,19})\**[ \t]*:\**[ \t]*(?P<value>\S[^\r\n]*)"
)
_BLANK = re.compile(r"\s*")
_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?$")
_REACH = 6_000
_LONGEST_VALUE = 400

# One line may be a sentence that begins so ("Date: unknown, he wrote"); two are a form.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Header:
    """Hold the fields of header lines, and where the text after them starts."""

    fields: tuple[Field, ...] = ()
    end: int = 0


def read_header_lines(text: str) -> Header:
    """
    Read the lines with known names at the start of *text*; at least two make a header.

    "Source:" is the address when it is one, else the publisher.
    """
    blank = _BLANK.match(text, 0, _REACH)
    start = at = blank.end() if blank else 0
    fields: list[Field] = []
    lines = 0
    while line := _LINE.match(text, at, start + _REACH):
        newline = _NEWLINE.match(text, line.end())
        known = tuple(_read_line(line))
        if newline is None or not known or line.end() == at:
            break
        fields += known
        lines += 1
        at = newline.end()
    return Header(tuple(fields), at) if lines >= _FEWEST else Header()


def _read_line(line: re.Match[str]) -> Iterator[Field]:
    words = line["value"].rstrip()
    key = line["key"].strip().lower().replace(" ", "_")
    address = _ADDRESS.match(words)
    name = FIELD_NAMES.get(key)
    if key == "source":
        name = "url" if address else "publisher"
    if name is None or len(words) > _LONGEST_VALUE:
        return
    value = words
    if name in DATE_FIELDS:
        value = read_date(words) or ""
    elif name == "url":
        value = address[1] if address else ""
    start = line.start("value")
    if value:
        yield Field(name, value, "header line", Span(start, start + len(words)))
