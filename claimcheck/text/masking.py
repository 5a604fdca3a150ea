"""
Blank what is not prose, so that every offset stays what it was.

Each masked character becomes one space; line breaks stay.  What is masked: note markers
and note lists (given by the caller), front matter, HTML tags and comments, Markdown
marks, link and image targets, code blocks and invisible characters.  The words
between the marks stay.  Every pattern is bounded or runs to the next delimiter, so the
time is linear in the length of the text.

Source: CommonMark 0.31.2 (escapes, emphasis runs, headings, links, fences, thematic
breaks), GitHub Flavored Markdown 0.29 (tables, strikethrough) and the list of elements
of the HTML Living Standard, as read in 2026; emphasis inside a word is left alone,
because news prose has ``snake_case`` and ``5*3*2`` more often than half-bold words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from claimcheck.model import Span

# Elements that appear in articles kept as Markdown or text; anything else between angle
# brackets is left alone ("x <y and z> w").
_ELEMENTS = (
    "a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|"
    "col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|"
    "header|hr|i|iframe|img|ins|kbd|li|link|main|mark|meta|nav|ol|p|picture|pre|q|s|"
    "samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|"
    "th|thead|time|tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]{{0,2000}})?\s?/?>",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(
    r"<sup(?:\s[^<>]{0,500})?>(?P<mark>[^<>]{0,60}|<a\s[^<>]{0,500}>[^<>]{0,60}</a>)"
    r"</sup>",
    re.IGNORECASE,
)
_MARK_WORDS = re.compile(r"[\s\d,;.*†‡§\[\]()\u2013-]*(?:note\s\d+|[a-z])?[\s\]\)]*")
_UNIT_BEFORE = re.compile(r"(?:\b(?:[kcm]?m|mi|ft|in|yd)|\b[A-Za-z])\s?$")
_AUTOLINK = re.compile(r"<(?:https?|ftp|mailto):[^<>\s]{1,4000}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj);|(?<=&)amp;")
_LINK = re.compile(
    r"(?P<open>!?\[)(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,500})"
    r"(?P<close>\]\((?:[^()\s<>]|\([^()\s]{0,300}\)){0,4000}"
    r"(?:\s{1,4}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\))"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]+\S+.*$", re.MULTILINE
)
_REFERENCE = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,500})\]\[(?P<label>[^\[\]\n]{0,200})\]"
)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_HEADING = re.compile(
    r"^ {0,3}#{1,6}(?=[ \t]+\S)|(?<=[ \t])#{1,6}[ \t]*$", re.MULTILINE
)
_RULE = re.compile(
    r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$", re.MULTILINE
)
_QUOTE_MARK = re.compile(r"^ {0,3}(?:>[ \t]?){1,9}", re.MULTILINE)
_BULLET = re.compile(
    r"^[ \t]{0,12}(?:>[ \t]?){0,3}[ \t]{0,12}([-*+])(?=[ \t]+\S)", re.MULTILINE
)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^(?=[^\n|]*\|)[ \t|:-]+$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_RUN = re.compile(r"\*{1,3}|_{1,3}|~~|`{1,2}|\n[ \t]*\n")
_FRONT_LINE = re.compile(r"[ \t]*(?:[\w .\"'-]{1,80}:(?:\s.*)?|-\s.*|[ \t]+\S.*|#.*|)$")

# Zero-width space, marks of direction, byte order mark, and control characters that are
# not white space.  Joiners and soft hyphens stand inside words and are left there.
_INVISIBLE = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f]"
)
_VISIBLE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]")


def mask(text: str, hidden: Sequence[Span] = (), *, markdown: bool = True) -> str:
    r"""
    Replace each character that is not prose by one space.

    Args:
        text: A document as decoded.
        hidden: Stretches to blank whole, such as note markers and note lists; offsets
            count code points of *text*.
        markdown: Read Markdown and inline HTML; false blanks only *hidden* and
            invisible characters.

    Returns:
        A text of the same length, with the line breaks of *text*.

    >>> mask("Sales rose to **\\$5**.<sup>3</sup>")
    'Sales rose to    $5  .            '
    """
    plain = _blank(text, chain(_pairs(hidden), _matches(_INVISIBLE, text)))
    if not markdown:
        return plain
    for find in _FINDERS:
        plain = _blank(plain, find(plain))
    return plain


def _blank(text: str, stretches: Iterator[tuple[int, int]]) -> str:
    """Blank stretches that may overlap and lie in any order."""
    parts = []
    at = 0
    for start, end in sorted(stretches):
        if end <= at:
            continue
        begin = max(start, at)
        parts.append(text[at:begin])
        parts.append(_VISIBLE.sub(" ", text[begin:end]))
        at = min(end, len(text))
    parts.append(text[at:])
    return "".join(parts)


def _pairs(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    return ((span.start, span.end) for span in spans)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text))


def _front_matter(text: str) -> Iterator[tuple[int, int]]:
    """Find a leading YAML block: "---", lines of keys, "---" or "..."."""
    start = len(text) - len(text.lstrip("\ufeff \r\n"))
    if not text.startswith("---", start):
        return
    lines = text[start:].splitlines(keepends=True)
    if lines[0].strip() != "---":
        return
    end = start + len(lines[0])
    for line in lines[1:]:
        end += len(line)
        if line.strip() in {"---", "..."}:
            yield start, end
            return
        if not _FRONT_LINE.match(line.rstrip("\r\n")):
            return


def _enclosed(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Find what stands between two marks, each search starting where one ended."""
    folded = text.lower()
    start = folded.find(opening)
    while start >= 0:
        end = folded.find(closing, start + len(opening))
        if end < 0:
            return
        yield start, end + len(closing)
        start = folded.find(opening, end)


def _blocks_of_code(text: str) -> Iterator[tuple[int, int]]:
    yield from _enclosed(text, "<!--", "-->")
    yield from _enclosed(text, "<script", "</script>")
    yield from _enclosed(text, "<style", "</style>")
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence["mark"].startswith(opened["mark"]):
            yield opened.start(), fence.end()
            opened = None
    if opened is not None:
        yield opened.span()


def _html(text: str) -> Iterator[tuple[int, int]]:
    for match in _NOTE_MARK.finditer(text):
        words = _TAG.sub("", match["mark"])
        unit = _UNIT_BEFORE.search(text, max(match.start() - 4, 0), match.start())
        if _MARK_WORDS.fullmatch(words) and not unit:
            yield match.span()
    yield from _matches(_TAG, text)
    yield from _matches(_AUTOLINK, text)
    yield from _matches(_ENTITY, text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_RULE, _HEADING, _QUOTE_MARK, _TABLE_RULE):
        yield from _matches(pattern, text)
    for match in _BULLET.finditer(text):
        yield match.span(1)
    for row in _TABLE_ROW.finditer(text):
        for pipe in re.finditer(r"(?<!\\)\|", row.group()):
            yield row.start() + pipe.start(), row.start() + pipe.end()


def _links(text: str) -> Iterator[tuple[int, int]]:
    labels = set()
    for definition in _DEFINITION.finditer(text):
        labels.add(definition[1].casefold())
        yield definition.span()
    for link in _LINK.finditer(text):
        if link["open"] == "![":
            yield link.span()
        else:
            yield link.span("open")
            yield link.span("close")
    for reference in _REFERENCE.finditer(text):
        if (reference["label"] or reference["words"]).casefold() in labels:
            yield reference.start(), reference.start("words")
            yield reference.end("words"), reference.end()
    yield from _matches(_FOOTNOTE_MARK, text)


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """
    Pair runs of "*", "_", "~~" and "`" within a paragraph.

    A run opens when a word follows it and none precedes it, and closes when the
    reverse holds; what finds no partner is punctuation and stays.
    """
    opened: dict[str, list[list[int]]] = {}
    for run in _RUN.finditer(text):
        mark = run.group()[0]
        if mark == "\n":
            opened.clear()
            continue
        start, end = run.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        stack = opened.setdefault(mark, [])
        if before == "\\":
            continue
        if stack and not before.isspace() and not after.isalnum():
            while start < end and stack:
                last = stack[-1]
                width = min(end - start, last[1] - last[0])
                yield last[1] - width, last[1]
                yield start, start + width
                start += width
                last[1] -= width
                if last[0] == last[1]:
                    stack.pop()
        elif not after.isspace() and not before.isalnum():
            stack.append([start, end])


def _escapes(text: str) -> Iterator[tuple[int, int]]:
    return _matches(_ESCAPE, text)


# In this order: what holds no prose, then tags, line marks, links, inline marks; the
# backslash goes last, because until then it shields the mark after it.
_FINDERS: tuple[Callable[[str], Iterator[tuple[int, int]]], ...] = (
    _front_matter,
    _blocks_of_code,
    _html,
    _lines,
    _links,
    _emphasis,
    _escapes,
)
