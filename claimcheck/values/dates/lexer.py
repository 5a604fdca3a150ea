"""
Cut a text into the lexemes of date expressions, in one pass.

Every stretch of the text that is not white space becomes a lexeme; those that can play
no part are kind "word" or "opaque", so that the grammar sees what stands between two
others.  A run of digits and separators is classified as a whole: what is not a known
numeric form (a telephone number, a score, a ratio) is opaque, never half a date.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.values.dates import lexicon

# One alternative a lexeme; no two can start at one place, so the scan is linear.
_LEXEME = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<edtf>(?<![\w.])(?:\d{4}(?:-\d\d){0,2}/\.\.|\.\./\d{4}(?:-\d\d){0,2}"
    r"|\d{3}X|\d\dXX)(?![\w.]))"
    r"|(?P<digits>[0-9]+(?:[-–—/.:,~][0-9]+)*)(?P<ending>(?:['’]?s|st|nd|rd|th)\b)?"
    r"|(?P<paragraph>\n(?:[^\S\n]*\n)+)"
    r"|(?P<mark>[^\s])"
)

_LONGEST_RUN = 24

# Numeric forms by their shape; "~" and every dash mean a range.
_DASH = "[-–—~]"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(shape))
    for kind, shape in (
        ("number", r"([0-9]{1,9})"),
        ("year month day", r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"),
        ("day month year", r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"),
        ("ambiguous", r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4}|[0-9]{2})"),
        ("compact", r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])"),
        ("years", rf"([0-9]{{4}}){_DASH}([0-9]{{4}})"),
        ("years", r"([0-9]{4})/([0-9]{4})"),
        ("year month", r"([0-9]{4})[-/]([0-9]{1,2})"),
        ("years", r"([0-9]{4})[–—~]([0-9]{2})"),
        ("month year", r"([0-9]{1,2})[-/]([0-9]{4})"),
        ("pair", r"([0-9]{1,2})/([0-9]{1,2})"),
        ("numbers", rf"([0-9]{{1,2}}){_DASH}([0-9]{{1,2}})"),
        ("edtf", r"([0-9]{4})(?:-[0-9]{2}){0,2}/[0-9]{4}(?:-[0-9]{2}){0,2}"),
        ("clock", r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?"),
    )
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+")

_MONEY = frozenset("$£€¥#@₩₽₹")
_DASHES = frozenset("-–—−")

# What may be written onto a number, before or after it, without making it a code.
_GLUE_BEFORE = frozenset(("month", "weekday", "part", "bound", "fiscal", "number"))
_TAGS = frozenset(("q", "h", "fy", "cy", "year", "years"))


class Lexeme(NamedTuple):
    """
    Hold one lexeme (a tuple, since a long text has a million of them); *word* is its lower-case form without a possessive ending.

    *kind* is a table of the vocabulary, a numeric shape, "word", "mark", "paragraph" or
    "opaque"; *fields* are its numbers.
    """

    kind: str
    word: str
    start: int
    end: int
    name: str = ""
    fields: tuple[int, ...] = ()
    short: bool = False
    capital: bool = False
    possessive: bool = False
    glued: bool = False

    @property
    def value(self) -> int:
        """Return the first number, or 0."""
        return self.fields[0] if self.fields else 0


def lex(text: str) -> tuple[Lexeme, ...]:
    """
    Cut *text* into lexemes, in order; offsets count its code points.

    Number words are joined ("twenty five" is one number), and a number that is part of
    a code ("F-16"), an amount of money or a telephone number is opaque.
    """
    return tuple(_join_number_words(_isolate(list(_scan(text)))))


def _scan(text: str) -> Iterator[Lexeme]:
    end_before = -1
    for found in _LEXEME.finditer(text):
        start, end = found.span()
        kind = found.lastgroup
        glued, end_before = start == end_before, end
        if kind == "word":
            yield _word(found.group(), start, glued=glued)
        elif kind in {"digits", "ending"}:
            yield from _numbers(found, glued=glued)
        elif kind in {"mark", "edtf", "paragraph"}:
            word = "" if kind == "paragraph" else found.group()
            yield Lexeme(kind, word, start, end, glued=glued)
        else:
            yield Lexeme("opaque", "", start, end, glued=glued)


def _word(text: str, start: int, *, glued: bool) -> Lexeme:
    kind, word, length, name, fields, short, possessive = _known_word(text)
    return Lexeme(
        kind, word, start, start + length, name, fields, short, text[0].isupper(),
        possessive, glued,
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def _known_word(
    text: str,
) -> tuple[str, str, int, str, tuple[int, ...], bool, bool]:
    """Look a word up; a possessive ending is cut off only from a known word."""
    word = text.lower().replace("’", "'")
    possessive = word.endswith("'s") and len(word) > 2
    base = word[:-2] if possessive else word
    entry = lexicon.entries().get(base)
    if entry is None:
        return "word", word, len(text), "", (), False, possessive
    fields = (entry.value,) if entry.counts else ()
    length = len(text) - (2 if possessive else 0)
    return entry.kind, base, length, entry.name, fields, entry.short, possessive


def _numbers(found: re.Match[str], *, glued: bool) -> Iterator[Lexeme]:
    """Classify a run of digits; one that commas divide is read piece by piece."""
    run, ending = found.group("digits"), found.group("ending") or ""
    start, end = found.span()
    lexeme = _classify(run, ending.lstrip("'’"), start, end)
    if lexeme.kind == "opaque" and "," in run and not _GROUPED.fullmatch(run):
        yield from _pieces(run, start, glued=glued)
        return
    yield lexeme._replace(glued=glued) if glued else lexeme


def _pieces(run: str, start: int, *, glued: bool) -> Iterator[Lexeme]:
    at = start
    for index, piece in enumerate(run.split(",")):
        if index:
            yield Lexeme("mark", ",", at, at + 1)
            at += 1
        lexeme = _classify(piece, "", at, at + len(piece))
        yield lexeme._replace(glued=glued and not index)
        at += len(piece)


def _classify(run: str, ending: str, start: int, end: int) -> Lexeme:
    opaque = Lexeme("opaque", run if len(run) <= _LONGEST_RUN else "", start, end)
    if len(run) > _LONGEST_RUN:
        return opaque
    for kind, shape in _SHAPES:
        found = shape.fullmatch(run)
        if found is None:
            continue
        fields = tuple(int(group) for group in found.groups())
        return _with_ending(Lexeme(kind, run, start, end, fields=fields), ending)
    return opaque


def _with_ending(lexeme: Lexeme, ending: str) -> Lexeme:
    """Read "21st" as an ordinal, "1990s" and "90s" as a decade."""
    if not ending:
        return lexeme
    if lexeme.kind == "number" and ending == "s":
        decade = lexeme.value % 10 == 0 and len(lexeme.word) in {2, 4}
        if decade:
            return lexeme._replace(kind="decade")
        # "2030's goals": the possessive of a year.
        if len(lexeme.word) == 4:
            return lexeme._replace(possessive=True)
    if lexeme.kind == "number":
        return lexeme._replace(kind="ordinal")
    if lexeme.kind == "numbers":
        return lexeme._replace(name="ordinal")
    return lexeme._replace(kind="opaque")


def _isolate(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make every number opaque that is written onto something it belongs to."""
    count = len(lexemes)
    result = list(lexemes)
    for index, lexeme in enumerate(lexemes):
        if not lexeme.fields or lexeme.word.isalpha():
            continue
        before = lexemes[index - 1] if index else None
        after = lexemes[index + 1] if index + 1 < count else None
        if _belongs_left(lexemes, index, before) or _belongs_right(lexemes, index):
            result[index] = lexeme._replace(kind="opaque")
        elif after and after.kind == "mark" and after.word in {"%", "°"}:
            result[index] = lexeme._replace(kind="opaque")
    return result


def _belongs_left(lexemes: list[Lexeme], index: int, before: Lexeme | None) -> bool:
    lexeme = lexemes[index]
    if before is None or before.kind == "paragraph":
        return False
    if before.word in _MONEY and before.kind == "mark":
        return True
    if before.end != lexeme.start:
        return False
    if before.kind != "mark":
        return not (before.word in _TAGS or before.kind in {"month", "fiscal"})
    if before.word == "_":
        return True
    if before.word in _DASHES and before.glued and index > 1:
        owner = lexemes[index - 2]
        return not (owner.kind in _GLUE_BEFORE or owner.word in _TAGS)
    return False


def _belongs_right(lexemes: list[Lexeme], index: int) -> bool:
    if index + 1 >= len(lexemes):
        return False
    after = lexemes[index + 1]
    if not after.glued:
        return False
    if after.kind in {"word", "unit", "opaque"}:
        return after.word not in {"q", "am", "pm", "t"}
    return after.kind == "mark" and after.word == "_"


def _join_number_words(lexemes: list[Lexeme]) -> Iterator[Lexeme]:
    """Join "twenty five", "two thousand and five" and "nineteen eighty-six"."""
    index, count = 0, len(lexemes)
    while index < count:
        lexeme = lexemes[index]
        if lexeme.kind == "number" and lexeme.word.isalpha():
            joined, index = _spelled_number(lexemes, index)
            yield joined
        else:
            yield lexeme
            index += 1


def _spelled_number(lexemes: list[Lexeme], index: int) -> tuple[Lexeme, int]:
    start = lexemes[index]
    value, index = _below_hundred(lexemes, index)
    kind = "number"
    scale = lexemes[index].word if index < len(lexemes) else ""
    if scale in {"thousand", "hundred"}:
        value, index = value * (1000 if scale == "thousand" else 100), index + 1
        rest = index + (index < len(lexemes) and lexemes[index].word == "and")
        if rest < len(lexemes) and _is_spelled(lexemes[rest]):
            low, index = _below_hundred(lexemes, rest)
            value += low
    elif 13 <= value <= 20 and index < len(lexemes) and _is_spelled(lexemes[index]):
        low, after = _below_hundred(lexemes, index)
        if low >= 10:  # "nineteen eighty six", "twenty thirteen"
            value, index = value * 100 + low, after
    elif value % 10 == 0 and index < len(lexemes) and _is_unit_ordinal(lexemes[index]):
        value, kind, index = value + lexemes[index].value, "ordinal", index + 1
    last = lexemes[index - 1]
    word = start.word if last is start else f"{value:04}" if value > 999 else str(value)
    joined = start._replace(kind=kind, word=word, end=last.end, fields=(value,))
    return joined, index


def _is_spelled(lexeme: Lexeme) -> bool:
    return lexeme.kind == "number" and lexeme.word.isalpha()


def _is_unit_ordinal(lexeme: Lexeme) -> bool:
    return lexeme.kind == "ordinal" and lexeme.word.isalpha() and lexeme.value < 10


def _below_hundred(lexemes: list[Lexeme], index: int) -> tuple[int, int]:
    value, index = lexemes[index].value, index + 1
    dash = index < len(lexemes) and lexemes[index].word == "-"
    unit = index + dash
    if value >= 20 and unit < len(lexemes) and lexemes[index].kind != "paragraph":
        follower = lexemes[unit]
        if _is_spelled(follower) and 0 < follower.value < 10:
            return value + follower.value, unit + 1
    return value, index
