"""Bylines: "By Jane Doe", a name alone above the lede, a note on the author below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Field, Span
from claimcheck.read.lines import LONGEST_LINE, segments

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_GIVEN = rf"(?:(?:{_CAPITAL}\.){{1,4}}|{_CAPITAL}(?:[^\W\d_]|[\u2019'-])*)"
# Particles of family names, lower case inside a name.
_PARTICLE = (
    r"(?:al|bin|da|das|de|del|della|den|der|di|dos|du|el|la|le|ibn|ten|ter|van|von|y)"
)
_NAME = rf"{_GIVEN}(?:\s(?:{_PARTICLE}\s)*{_GIVEN}){{1,4}}(?:,?\s(?:Jr|Sr|II|III)\.?)?"
_AND = r"(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+)"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME}){{0,7}}"

_BYLINE = re.compile(
    # "Posted on 3 May 2021 by Jane Doe" names the author behind the date.
    r"(?:(?:\w[\w ,.:]{0,40}\d{4},?\s+)?(?:Written\s+|Reported\s+)?[Bb]y|BY"
    r"|Authors?\s*:|Words\s*:)\s+"
    rf"(?P<names>{_NAMES}|{_CAPITAL}[A-Z .'\u2019-]{{4,60}}$)"
)
_ALONE = re.compile(rf"(?P<names>{_NAMES})(?:\s+in\s+{_CAPITAL}[\w ,]{{2,30}})?$")
_SPLIT = re.compile(_AND)

# What may follow the names on their line: a place, an office, an agency or a date.
_REST = re.compile(r"\s*(?:$|in\s+[A-Z]|,\s+\S|\(|on\s+\w+\s+\d)")

# A Markdown link, of which only the words are read.
_LINK = re.compile(r"\[([^\]\n]{1,80})\]\([^)\n]{0,300}\)")

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
# "Jane Doe, Senior Fellow, Harbour Institute": who the author is, below the title.
# Text taken from web pages may have lost the space between name and office.
_AFFILIATION = re.compile(
    rf"(?P<names>{_GIVEN}(?:\s(?:{_PARTICLE}\s)*"
    rf"{_CAPITAL}(?:[^\W\d_]|[\u2019'-])+?){{1,3}})"
    r"(?:\s*[,;:\u2013-]\s*|\s+|(?<=[a-z]))"
    r"(?i:postdoc(?:toral)?|ph\.?d\.?|senior|junior|visiting|research|associate|assistant"
    r"|adjunct|professor|lecturer|fellow|director|analyst|columnist|correspondent|editor"
    r"|reporter|staff writer|chief)\b"
)
NOTE_LINES = 3
_NOTE_END = 400

# Title, standfirst, name, outlet, date: a name stands no lower, nor the lede below it.
_NAME_LINES = 5

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
            words = _without_links(segment.of(text))
            match = _BYLINE.match(words)
            if match and _REST.match(words, match.end("names")):
                return _field(match, segment.start, "byline")
    return None


def find_lone_name(text: str, lines: Sequence[Span]) -> Field | None:
    """
    Find a name alone on one of the first lines, above a lede; "in Seoul" may follow.

    A title is about what the text is about, so its words come again; an author's name
    does not, except in a note on the author.  A line whose words the text repeats, or
    that no sentence follows, is therefore left alone.
    """
    for number, line in enumerate(lines[:_NAME_LINES]):
        words = _without_links(line.of(text))
        match = None if words.isupper() else _ALONE.match(words)
        ledes = lines[number + 1 : number + 1 + _NAME_LINES]
        if match is None or not any(_is_lede(text, lede) for lede in ledes):
            continue
        field = _field(match, line.start, "byline")
        if field.span and not _is_repeated(text, field.span):
            return field
    return None


def find_affiliation(text: str, lines: Sequence[Span]) -> Field | None:
    """
    Find a line that names the author and the author's office, but tells nothing.

    Args:
        text: The document's text.
        lines: Its head, as `head_lines` gives it.
    """
    for line in lines[:_NAME_LINES]:
        if line.end - line.start > LONGEST_LINE:
            continue
        words = _without_links(line.of(text))
        match = _AFFILIATION.match(words)
        is_told = _SENTENCE_END.search(words)
        if match and not is_told and _OFFICE.search(words.lower(), match.end("names")):
            return _field(match, line.start, "byline")
    return None


def find_author_note(
    text: str, head: Sequence[Span], lines: Sequence[Span]
) -> Field | None:
    """
    Find a closing note on the author: "Jane Doe is a research fellow at ...".

    Somebody the article tells of has been named before; its author has not, unless in
    the byline.

    Args:
        text: The document's text.
        head: Its first lines, as `head_lines` gives them.
        lines: Its last lines, as `foot_lines` gives them.
    """
    if not head:
        return None
    opening = head[min(len(head), _NAME_LINES) - 1]
    for line in lines:
        words = _without_links(text[line.start : min(line.end, line.start + _NOTE_END)])
        match = _NOTE.match(words)
        if line == head[0] or not match or not _OFFICE.search(words, match.end()):
            continue
        if text.find(match["names"], min(opening.end, line.start), line.start) < 0:
            return _field(match, line.start, "author note")
    return None


def read_names(words: str) -> tuple[str, ...]:
    """
    Return the names in *words* that are a byline and nothing else, "By" or not.

    >>> read_names("By Jane Doe and Li Wei")
    ('Jane Doe', 'Li Wei')
    >>> read_names("More from the author")
    ()
    """
    match = _BYLINE.match(words) or _ALONE.match(words)
    if match is None or not _REST.match(words, match.end("names")):
        return ()
    return tuple(_cased(name) for name in split_names(match["names"]))


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


def _is_repeated(text: str, names: Span) -> bool:
    """Tell whether a word of the names stands elsewhere, a note on them aside."""
    rest = text[: names.start] + text[names.end :]
    words = {
        word for word in re.findall(r"\w{3,}", names.of(text)) if word[0].isupper()
    }
    if not words or _NO_NAME.search(names.of(text)):
        return True
    pattern = rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b"
    return re.search(pattern, rest, re.IGNORECASE) is not None


def _without_links(words: str) -> str:
    """Blank all of a Markdown link but its words; offsets stay."""

    def blank(match: re.Match[str]) -> str:
        return f" {match[1]} ".ljust(len(match[0]))

    return _LINK.sub(blank, words)


def _field(match: re.Match[str], offset: int, origin: str) -> Field:
    printed = match["names"]
    names = split_names(printed) or (printed,)
    start = offset + match.start("names")
    span = Span(start, start + len(printed.rstrip()))
    return Field("authors", "; ".join(_cased(name) for name in names), origin, span)


def _cased(name: str) -> str:
    """Write "JANE DOE" as "Jane Doe"."""
    words = " ".join(name.split())
    return words.title() if words.isupper() else words
