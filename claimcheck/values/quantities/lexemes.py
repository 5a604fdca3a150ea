"""
Cut a text into the numerals, words and signs that the quantity grammar reads.

One regular expression with possessive repeats walks the text once, so that no input can
make it back up.  Dates that were read already, and gaps between paragraphs, become
"break" lexemes that no production crosses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from claimcheck.model import Span

LexemeKind: TypeAlias = Literal["number", "word", "sign", "break"]

# Productions look at most this far beyond the lexeme in hand without asking first.
PADDING = 8

# How a break that stands for a date is printed; other breaks print nothing.
DATE = "<date>"

# A row of so many bare numbers is a table, one of so many like signs is drawn: neither
# holds a claim, and each becomes one break.
ROW = 32

# Groups of three digits may be parted by a space; the first group then stands alone.
# Superscripts and vulgar fractions count as letters for Python and are kept apart.
_OWN = "\u00b2\u00b3\u00b9\u2070-\u2079\u00bc-\u00be\u2150-\u215f\u2189"
_LEXEME = re.compile(
    rf"""
    (?P<row> (?: \d++ (?: [,;|/.:\-&%]\x20? | \x20 ) ){{{ROW},}}+ \d*+ )
    | (?P<rule> (?P<mark> [^\s\w]) (?P=mark){{{ROW},}}+ )
    | (?P<number>
        (?: (?<![\w.,]) \d{{1,3}} (?:[ \u00a0\u2009\u202f] \d{{3}}(?!\d) )++
              (?: [.,]\d++ )?
          | \d++ (?: [.,]\d++ | ['\u2019]\d{{3}}(?!\d) )*+
          | (?<![\w.,]) \.\d++
        )
        (?: [eE][+\-\u2212]?\d{{1,3}}(?!\w) )?
    )
    | (?P<word> [^\W\d_{_OWN}]++ )
    | (?P<break> \n[^\S\n]*+\n\s*+ )
    | (?P<sign> [^\s\w] | [_{_OWN}] )
    """,
    re.VERBOSE,
)
_COMMA_LIST = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+,\d+|[^,]+")


class Lexeme(NamedTuple):
    """Hold one piece of text: *raw* as printed, *low* without case."""

    kind: LexemeKind
    start: int
    end: int
    raw: str
    low: str


def lex(text: str, claimed: Sequence[Span] = ()) -> list[Lexeme]:
    """
    Cut *text* into lexemes, in order, with `PADDING` breaks at the end.

    Args:
        text: Any text.
        claimed: Spans, sorted by start, that hold no quantity; each becomes one break.
    """
    lexemes = _scan(text)
    if claimed:
        lexemes = _claim(lexemes, claimed)
    end = len(text)
    lexemes.extend(Lexeme("break", end, end, "", "") for _ in range(PADDING))
    return lexemes


def _claim(lexemes: Sequence[Lexeme], claimed: Sequence[Span]) -> list[Lexeme]:
    """Put one break in place of the lexemes of each claimed span."""
    kept: list[Lexeme] = []
    spans = iter(claimed)
    span = next(spans, None)
    for lexeme in lexemes:
        while span is not None and span.end <= lexeme.start:
            span = next(spans, None)
        if span is None or lexeme.end <= span.start:
            kept.append(lexeme)
        elif not kept or kept[-1].end != span.end:
            kept.append(Lexeme("break", span.start, span.end, DATE, DATE))
    return kept


def _scan(text: str) -> list[Lexeme]:
    """Return the lexemes of *text* as printed."""
    lexemes: list[Lexeme] = []
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup
        raw = match.group()
        start, end = match.span()
        if kind == "word":
            lexemes.append(Lexeme("word", start, end, raw, raw.lower()))
        elif kind == "number":
            lexemes.extend(_split_list(start, end, raw))
        elif kind == "sign":
            lexemes.append(Lexeme("sign", start, end, raw, raw))
        else:
            lexemes.append(Lexeme("break", start, end, "", ""))
    return lexemes


def _split_list(start: int, end: int, raw: str) -> Iterator[Lexeme]:
    """Part "22,24,26", which is no number, at its commas."""
    if "," not in raw or _COMMA_LIST.fullmatch(raw) or "." in raw or " " in raw:
        yield Lexeme("number", start, end, raw, raw)
        return
    at = start
    for piece in raw.split(","):
        if at > start:
            yield Lexeme("sign", at - 1, at, ",", ",")
        yield Lexeme("number", at, at + len(piece), piece, piece)
        at += len(piece) + 1


def touches(left: Lexeme, right: Lexeme) -> bool:
    """Tell whether nothing stands between two neighbours."""
    return left.end == right.start


def match_phrase(
    lexemes: Sequence[Lexeme], at: int, words: Sequence[str], *, cased: bool = False
) -> bool:
    """Tell whether *words* stand at *at*, as printed when *cased*."""
    if at < 0 or at + len(words) > len(lexemes):
        return False
    if cased:
        return all(lexemes[at + i].raw == word for i, word in enumerate(words))
    return all(lexemes[at + i].low == word for i, word in enumerate(words))


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """Cut a table's phrase the way a text is cut."""
    return tuple(lexeme.raw for lexeme in _scan(phrase))
