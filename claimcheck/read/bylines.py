"""Bylines: "By Jane Doe", a name alone above the lede, a note on the author below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Field, Span
from claimcheck.read.lines import LONGEST_LINE, segments

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_GIVEN = rf"(?:(?:{_CAPITAL}\.){{1,4}}|{_CAPITAL}[\w\u2019'-]*)"
# Particles of family names, lower case inside a name.
_PARTICLE = (
    r"(?:al|bin|da|das|de|del|della|den|der|di|dos|du|el|la|le|ibn|ten|ter|van|von|y)"
)
_NAME = rf"{_GIVEN}(?:\s(?:{_PARTICLE}\s)*{_GIVEN}){{1,4}}(?:,?\s(?:Jr|Sr|II|III)\.?)?"
_AND = r"(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+)"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME}){{0,7}}"

_BYLINE = re.compile(
    rf"(?:(?:Written\s+|Reported\s+)?[Bb]y|BY|Authors?\s*:|Words\s*:)\s+"
    rf"(?P<names>{_NAMES}|[A-Z \u00c0-\u00de.'\u2019-]{{5,60}}$)"
)
_ALONE = re.compile(rf"(?P<names>{_NAMES})$")
_SPLIT = re.compile(_AND)

# What may follow the names on their line: a place, an office or an agency.
_REST = re.compile(r"$|\s+in\s+[A-Z]|\s*,\s+\S|\s*\(")

# "Jane Doe is a research fellow at ...": the last lines, about the author.
_NOTE = re.compile(
    rf"(?:[Tt]he author,?\s+)?(?P<names>{_NAMES})\s*,?\s+(?:is|are|was)\s+"
    r"(?:an?\s|the\s|professors?\s|currently\s|based\s)"
)
_OFFICE = re.compile(
    r"\b(?:analyst|author|candidate|columnist|contributor|correspondent|director|editor"
    r"|expert|fellow|historian|journalist|lecturer|officer|politician|professor"
    r"|reporter|researcher|scholar|scientist|student|teacher|writer|views)s?\b"
)
# Words of an office or an outlet that stand capitalised behind a name.
_NO_NAME = re.compile(
    rf"{_OFFICE.pattern}|\b(?:agency|bureau|chief|college|institute|journal|magazine"
    r"|news|newspaper|post|press|reuters|staff|times|tribune|university)\b",
    re.IGNORECASE,
)
NOTE_LINES = 3

# A lede has a dozen words or more and ends like a sentence.
_SHORTEST_LEDE = 60
_SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019')\]]*\s*$")


def find_byline(text: str, lines: Sequence[Span]) -> Field | None:
    """
    Find the byline among the head lines: "By Jane Doe and Li Wei | 3 May 2021".

    Args:
        text: The document's text.
        lines: Its head, as `head_lines` gives it.

    Returns:
        The names, separated by semicolons, with the span that they stand in.
    """
    for line in lines:
        if line.end - line.start > LONGEST_LINE:
            continue
        for segment in segments(text, line):
            match = _BYLINE.match(text, segment.start, segment.end)
            if match and _REST.match(text, match.end("names"), segment.end):
                return _field(text, match, "byline")
    return None


def find_lone_name(text: str, lines: Sequence[Span]) -> Field | None:
    """
    Find a name alone on the first line, above a lede.

    A title is about what the text is about, so its words come again; an author's name
    does not, except in a note on the author.  A line whose words the text repeats, or
    that no sentence follows, is therefore left alone.
    """
    if len(lines) < 2 or not _is_lede(text, lines[1]):  # noqa: PLR2004 - name and lede
        return None
    first = lines[0]
    if first.end - first.start > LONGEST_LINE:
        return None
    match = _ALONE.match(text, first.start, first.end)
    if match is None or match.end() != first.end or first.of(text).isupper():
        return None
    rest = text[first.end :]
    words = {
        word for word in re.findall(r"\w{3,}", first.of(text)) if word[0].isupper()
    }
    is_repeated = any(
        re.search(rf"\b{re.escape(word)}\b", rest, re.IGNORECASE) for word in words
    )
    return None if is_repeated or not words else _field(text, match, "byline")


def find_author_note(text: str, lines: Sequence[Span]) -> Field | None:
    """
    Find a closing note on the author: "Jane Doe is a research fellow at ...".

    Args:
        text: The document's text.
        lines: Its last lines, as `foot_lines` gives them.
    """
    for line in lines:
        match = _NOTE.match(text, line.start, min(line.end, line.start + LONGEST_LINE))
        if match and _OFFICE.search(text, match.end(), line.end):
            return _field(text, match, "author note")
    return None


def split_names(names: str) -> tuple[str, ...]:
    """
    Split the names of a byline.

    >>> split_names("Jane Doe, Li Wei and A. B. von Essen")
    ('Jane Doe', 'Li Wei', 'A. B. von Essen')

    An office or an outlet after a name is none: "Jane Doe, Chief Editor, Harbour News".
    """
    parts = (name.strip(" .,") for name in _SPLIT.split(names))
    return tuple(name for name in parts if name and not _NO_NAME.search(name))


def _is_lede(text: str, line: Span) -> bool:
    words = line.of(text)
    return len(words) >= _SHORTEST_LEDE and bool(_SENTENCE_END.search(words))


def _field(text: str, match: re.Match[str], origin: str) -> Field:
    span = Span(*match.span("names"))
    names = split_names(span.of(text)) or (span.of(text),)
    return Field("authors", "; ".join(_cased(name) for name in names), origin, span)


def _cased(name: str) -> str:
    """Write "JANE DOE" as "Jane Doe"."""
    return name.title() if name.isupper() else " ".join(name.split())
