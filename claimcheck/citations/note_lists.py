"""
Find the lists in which notes and references stand, entry by entry.

A list stands under a heading ("Endnotes", "References", ...), is written as Markdown
footnotes (``[^1]: ...``) or HTML list items with a note id, or follows a text that
carries its markers.  What does not look like notes is left alone: an article may well
have a chapter called "Sources".  Every step is linear in the length of the text.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from claimcheck.citations.vocabulary import CLOSING_HEADINGS, LIST_HEADINGS
from claimcheck.model import Span

ListStyle: TypeAlias = Literal["numbered", "unnumbered"]

# An entry longer than this is running text under a misleading heading.
LONGEST_ENTRY: Final = 4_000

_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_DIGITS: Final = str.maketrans(_SUPERSCRIPTS, "0123456789")

_LABEL = re.compile(
    r"""
    [ \t>]{0,8}(?:[-*+•][ \t]{1,8})?(?:<(?:li|p|div|dd|span)\b[^<>]{0,200}>[ \t]*){0,3}
    (?:
        <sup\b[^<>]{0,100}>[ \t]*(?:<a\b[^<>]{0,300}>)?\\?\[?
          (?P<sup>\d{1,4}|[*†‡§]{1,3})\\?\]?(?:</a>)?[.)]?[ \t]*</sup>
      | \[\^(?P<markdown>[^\]\s]{1,64})\]:
      | \\?\[\[?(?P<bracket>\d{1,4})\]?\\?\](?:\(\#[^)\s]{0,200}\))?[.:]?(?=\s)
      | (?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})
      | (?P<number>\d{1,3})\\?[.):][ \t]
      | (?P<bare>\d{1,3})[ \t]{1,8}(?=["“'\u2018*_A-Z\[<])
    )
    [ \t]*(?:</span>)?[ \t]*(?:<span\b[^<>]{0,200}>)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t>]{0,8}(?:[-*+•][ \t]{1,8})?")
_HTML_ITEM = re.compile(
    r"""<(?:li|p|div|dd)\b[^<>]{0,200}?\bid=["']?(?:user-content-)?
        (?:fn|footnote|endnote|note|cite_note|ref|en|edn|ftn|_ftn|_edn|bib|CR)
        [-_:]?(?:[A-Za-z_]{0,40}[-_])?(?P<label>\d{1,4})["']?[^<>]{0,200}>""",
    re.VERBOSE | re.IGNORECASE,
)
_ITEM_END = re.compile(r"</(?:li|p|div|dd)>|\n[ \t\r]*\n", re.IGNORECASE)
_HEADING_TRIM = re.compile(
    r"^\s*(?:#{1,6}\s*)?(?:</?[a-z0-9]{1,10}\b[^<>]{0,200}>\s*){0,3}[*_]{0,3}"
    r"(?:[\dIVX]{1,4}[.)]\s{1,4})?",
    re.IGNORECASE,
)
_HEADING_TAIL = re.compile(
    r"[*_]{0,3}:?[*_]{0,3}\s*(?:</[a-z0-9]{1,10}>\s*){0,3}#*\s*$"
)
_MARKED_HEADING = re.compile(
    r"\s{0,3}#{1,6}\s|\s*<h[1-6]\b|\s*(?:\*\*|__)[^*_\n]{1,120}(?:\*\*|__):?\s*$",
    re.IGNORECASE,
)
# Lines that a reader does not see: tags, and comments of HTML and Markdown.
_UNSEEN = re.compile(
    r"\s*(?:</?(?:div|section|ol|ul|p|span|a)\b[^<>]{0,200}>\s*){1,9}$"
    r"|\s*<!--[^<>]{0,300}-->\s*$|\s*\[//\]:\s#",
    re.IGNORECASE,
)
_BACKLINK = re.compile(r"\]\(#(?:footnote|fn|endnote|edn|ftn|cite_)-?ref|↩|↑")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_REFERENCE_SIGN = re.compile(
    r"\b(?:1[5-9]|20)\d\d[a-z]?\b|https?://|www\.|\bdoi\b|\bn\.d\.|\bIbid|\b[Aa]ccessed\b"
)
_LONGEST_HEADING: Final = 60


# Labels that no reference begins with by chance.
_NOTE_KINDS: Final = ("markdown", "bracket", "sup", "super")


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one entry: its label ("" without one), its place and its words' place."""

    label: str
    span: Span
    content: Span


@dataclass(frozen=True, slots=True)
class NoteList:
    """Hold one list: *region* covers its heading and every entry."""

    region: Span
    entries: tuple[Entry, ...]
    style: ListStyle


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def is_blank(self) -> bool:
        if not self.text or self.text.isspace():
            return True
        first = self.text.lstrip()[0]
        return (first in "-*_=" and bool(_RULE.match(self.text[:200]))) or (
            first in "<[" and bool(_UNSEEN.match(self.text))
        )


def find_note_lists(text: str, marked: frozenset[str]) -> tuple[NoteList, ...]:
    """
    Find every list of notes or references, in text order, without overlaps.

    Args:
        text: A whole article; spans count its code points.
        marked: Labels that raised or bracketed marks in the text carry; a list without
            a heading is believed only when they ask for it.

    Returns:
        Lists with at least one entry.
    """
    lines = _split_lines(text)
    lists = list(_find_under_headings(text, lines))
    taken = [found.region for found in lists]
    lists.extend(_find_html_items(text, taken))
    taken = sorted(found.region for found in lists)
    lists.extend(_find_definitions(text, lines, taken, marked))
    return tuple(sorted(lists, key=lambda found: found.region))


def label_of(line: str) -> tuple[str, str, int] | None:
    """
    Read the label that opens an entry.

    Returns:
        Its kind, the label and the length of the opening, or None.

    >>> label_of("[^a]: Words")
    ('markdown', 'a', 6)
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    kind = str(match.lastgroup)
    return kind, match[kind].translate(TO_DIGITS), match.end()


def _split_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start = 0
    for raw in text.split("\n"):
        lines.append(_Line(start, raw))
        start += len(raw) + 1
    return lines


def _heading_name(line: str) -> str:
    if len(line) > _LONGEST_HEADING:
        return ""
    name = _HEADING_TAIL.sub("", _HEADING_TRIM.sub("", line, count=1), count=1)
    return " ".join(name.casefold().split()).rstrip(":")


def _find_under_headings(text: str, lines: Sequence[_Line]) -> Iterator[NoteList]:
    position = 0
    while position < len(lines):
        if _heading_name(lines[position].text) not in LIST_HEADINGS:
            position += 1
            continue
        last = position + 1
        while last < len(lines) and not _ends_list(lines[last].text):
            last += 1
        found = _read_list(text, lines, position, last)
        if found is not None:
            yield found
        position = last


def _ends_list(line: str) -> bool:
    if label_of(line) is not None:
        return False
    name = _heading_name(line)
    return bool(_MARKED_HEADING.match(line[:200])) or (
        name in CLOSING_HEADINGS or name in LIST_HEADINGS
    )


def _read_list(
    text: str, lines: Sequence[_Line], heading: int, last: int
) -> NoteList | None:
    body = _before_footnotes(lines[heading + 1 : last])
    entries = _numbered_entries(body) or _unnumbered_entries(body)
    if not entries:
        return None
    region = Span(lines[heading].start, entries[-1].span.end)
    style: ListStyle = "numbered" if entries[0].label else "unnumbered"
    if style == "unnumbered" and not _looks_like_references(text, entries):
        return None
    return NoteList(region, tuple(entries), style)


def _before_footnotes(lines: Sequence[_Line]) -> Sequence[_Line]:
    """Cut notes off a list of another kind: they follow whatever chapter is last."""
    filled = [n for n, line in enumerate(lines) if not line.is_blank]
    kinds = {n: found[0] for n in filled if (found := label_of(lines[n].text))}
    if not filled or kinds.get(filled[0]) in _NOTE_KINDS:
        return lines
    cut = next((n for n, kind in kinds.items() if kind in _NOTE_KINDS), len(lines))
    return lines[:cut]


def _numbered_entries(lines: Sequence[_Line]) -> list[Entry]:
    """Read labelled entries; the first label's kind is the kind of all."""
    entries: list[Entry] = []
    kind = ""
    after_blank = True
    paragraphs = 0
    for line in lines:
        if line.is_blank:
            after_blank = True
            continue
        found = label_of(line.text)
        paragraphs += after_blank
        if found is not None and found[0] == (kind or found[0]):
            kind = found[0]
            entries.append(_entry(found[1], line, line.start + found[2]))
        elif entries and (not after_blank or line.text[:2] in ("  ", "\t")):
            entries[-1] = _extend(entries[-1], line)
        elif not entries:
            return []
        after_blank = False
    if 2 * len(entries) < paragraphs:
        return []
    return [entry for entry in entries if _length(entry) <= LONGEST_ENTRY]


def _unnumbered_entries(lines: Sequence[_Line]) -> list[Entry]:
    """Read one entry a paragraph, or one a line when no blank lines part them."""
    filled = [line for line in lines if not line.is_blank]
    parted = any(line.is_blank for line in lines[1:-1])
    entries: list[Entry] = []
    after_blank = True
    for line in lines:
        if line.is_blank:
            after_blank = True
            continue
        opening = _BULLET.match(line.text)
        shift = opening.end() if opening else 0
        is_bullet = bool(line.text[:shift].strip())
        starts = after_blank or is_bullet or not parted or len(filled) == 1
        if starts or not entries:
            entries.append(_entry("", line, line.start + shift))
        else:
            entries[-1] = _extend(entries[-1], line)
        after_blank = False
    return entries


def _entry(label: str, line: _Line, content: int) -> Entry:
    end = line.start + len(line.text.rstrip())
    content = min(content, end - 1)
    return Entry(label, Span(line.start, end), Span(max(content, line.start), end))


def _extend(entry: Entry, line: _Line) -> Entry:
    end = line.start + len(line.text.rstrip())
    return Entry(
        entry.label, Span(entry.span.start, end), Span(entry.content.start, end)
    )


def _length(entry: Entry) -> int:
    return entry.content.end - entry.content.start


def _looks_like_references(text: str, entries: Sequence[Entry]) -> bool:
    """Tell whether two thirds of the entries carry a year, an address or the like."""
    signs = sum(
        _length(entry) <= LONGEST_ENTRY // 4
        and _REFERENCE_SIGN.search(entry.content.of(text)) is not None
        for entry in entries
    )
    return 3 * signs >= 2 * len(entries)


def _find_html_items(text: str, taken: Sequence[Span]) -> Iterator[NoteList]:
    entries: list[Entry] = []
    matches = [m for m in _HTML_ITEM.finditer(text) if not _inside(m.start(), taken)]
    limits = [*(match.start() for match in matches[1:]), len(text)]
    for match, limit in zip(matches, limits, strict=False):
        last = min(limit, match.end() + LONGEST_ENTRY)
        end = _ITEM_END.search(text, match.end(), last)
        if end is None or not text[match.end() : end.start()].strip():
            continue
        span = Span(match.start(), end.end())
        entries.append(Entry(match["label"], span, Span(match.end(), end.start())))
    if entries:
        region = Span(entries[0].span.start, entries[-1].span.end)
        gaps = itertools.pairwise(entries)
        if all(not text[a.span.end : b.span.start].strip() for a, b in gaps):
            yield NoteList(region, tuple(entries), "numbered")
        else:
            yield from (NoteList(e.span, (e,), "numbered") for e in entries)


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    """Tell whether one of the sorted, disjoint *spans* holds *offset*."""
    index = bisect.bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < spans[index].end


def _find_definitions(
    text: str, lines: Sequence[_Line], taken: Sequence[Span], marked: frozenset[str]
) -> Iterator[NoteList]:
    """Read notes that stand without a heading, each line by its label."""
    entries: list[tuple[str, Entry]] = []
    is_open = False
    for line in lines:
        if line.is_blank or _inside(line.start, taken):
            is_open = False
            continue
        found = label_of(line.text)
        if found is not None and (
            found[0] == "markdown"
            or found[1] in marked
            or _BACKLINK.search(line.text, max(0, len(line.text) - 80))
        ):
            entries.append((found[0], _entry(found[1], line, line.start + found[2])))
            is_open = True
        elif is_open and _length(entries[-1][1]) < LONGEST_ENTRY:
            entries[-1] = (entries[-1][0], _extend(entries[-1][1], line))
    explicit = [e for kind, e in entries if kind in ("markdown", "sup", "super")]
    for entry in explicit:
        yield NoteList(entry.span, (entry,), "numbered")
    for kind in ("bracket", "number", "bare"):
        run = _final_run([entry for each, entry in entries if each == kind])
        asked = sum(entry.label in marked for entry in run)
        is_sure = kind == "bracket" and 2 * asked >= len(run)
        if len(run) > 1 and (is_sure or _looks_like_references(text, run)):
            yield NoteList(Span(run[0].span.start, run[-1].span.end), run, "numbered")
            return


def _final_run(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Keep the last run of labels that counts up from 1."""
    run: list[Entry] = []
    for entry in entries:
        number = int(entry.label) if entry.label.isdecimal() else 0
        if number == 1:
            run = [entry]
        elif run and number == int(run[-1].label) + 1:
            run.append(entry)
    return tuple(run)
