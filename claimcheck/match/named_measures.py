"""
Name the measure of an amount by the words around it.

A toll may be told as "killed 12", "12 died", "claimed 12 lives" or "a death toll of
12"; the table in ``named_measures.toml`` beside this module brings all of them under
one name.  Words are looked at as printed: a measure is most often lost where the parse
is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.match.tables import load_table
from claimcheck.model import Quantity, Span

# Code points to each side of an amount in which its wording is looked for.
REACH = 72
# Words that "~" may stand for.
GAP = 7
_TOKEN = re.compile(r"\w+(?:[-\u2019']\w+)*|[^\w\s]")
_CLAUSE_END = re.compile(r"[.!?;:](?=\s|$)|\n|[\u2014]")
_STOPS = r"(?:and|but|while|whereas|who|which|or)"
_WORD = rf"(?!(?:{_STOPS}|\d+)\s)[\w\u2019'-]+\s"
# "11 of the 132 rooms": the amount is a part, or the whole that a part is taken of.
_PART = re.compile(r"# (?:out )?of (?:the |its |their |his |her |all )*(?:\d[\d,.]*) ")
_WHOLE = re.compile(r"(?:\d[\d,.]* of|\w+ of (?:the|its|their|his|her|all)) #")
_PHRASE_END = re.compile(r"[,()\"\u201c\u201d]|\b(?:and|but|while|whereas)\b")
# Words to each side of an amount that may narrow it.
NARROWED = 5


_FLAGS = (
    "main",
    "grows",
    "settled",
    "counted",
    "single",
    "periodic",
    "borne",
    "vague",
    "told",
)


class Measure(NamedTuple):
    """Hold one measure of the table; see its head for what the fields mean."""

    name: str
    dimension: str
    wording: re.Pattern[str]
    ask: str
    main: bool
    grows: bool
    settled: bool
    counted: bool
    single: bool
    periodic: bool
    borne: bool
    vague: bool
    told: bool
    heads: frozenset[str]


@functools.cache
def load_measures() -> tuple[Measure, ...]:
    """Return the measures in the order in which they are tried."""
    table = load_table("named_measures")
    return tuple(_make(name, entry) for name, entry in table.items())


@functools.cache
def measure_of(name: str) -> Measure | None:
    """Return the measure called *name*, or None where the table has none."""
    return next((m for m in load_measures() if m.name == name), None)


def _make(name: str, entry: Mapping[str, object]) -> Measure:
    phrases = "|".join(f"(?:{_compile(str(p))})" for p in _listed(entry["phrases"]))
    wording = re.compile(rf"(?<!\S)(?:{phrases})")
    return Measure(
        name,
        str(entry["dimension"]),
        wording,
        str(entry["ask"]),
        heads=frozenset(str(entry.get("heads", "")).split()),
        **{flag: bool(entry.get(flag)) for flag in _FLAGS},
    )


def _listed(entry: object) -> list[object]:
    return list(entry) if isinstance(entry, list) else []


def _compile(phrase: str) -> str:
    """Return the pattern of one phrase over words that a blank ends each."""
    return "".join(_compile_word(word) for word in phrase.split())


def _compile_word(word: str) -> str:
    if word == "~":
        return rf"(?:{_WORD}){{0,{GAP}}}"
    choices = (
        re.escape(choice.removesuffix("*")) + (r"\w*" if choice.endswith("*") else "")
        for choice in word.split("/")
    )
    return rf"(?:{'|'.join(choices)})\s"


def surroundings(text: str, span: Span, hidden: Sequence[Span] = ()) -> str:
    """
    Return the words of the clause around *span* in lower case, "#" in its place.

    Args:
        text: The text of the document.
        span: The amount.
        hidden: What is left out, as dates are.

    >>> surroundings("It rained. The fire killed 12 people, police said.", Span(27, 29))
    'the fire killed # people , police said '
    """
    start, stop = max(0, span.start - REACH), span.end + REACH
    for other in hidden:
        if not other.overlaps(span) and start < other.end and other.start < stop:
            blank = " " * (other.end - other.start)
            text = text[: other.start] + blank + text[other.end :]
    before = text[start : span.start]
    after = text[span.end : stop]
    before = _CLAUSE_END.split(before)[-1]
    after = _CLAUSE_END.split(after)[0]
    words = [*_words(before), "#", *_words(after)]
    return " ".join(words) + " "


def _words(text: str) -> Iterator[str]:
    yield from (found[0].lower() for found in _TOKEN.finditer(text))


def name_measure(amount: Quantity, words: str) -> Measure | None:
    """
    Return the measure that the words around an amount give it, or None.

    Args:
        amount: The amount.
        words: Its `surroundings`.
    """
    part, whole = is_part(words), is_whole(words)
    words = _PART.sub("# ", words)
    for measure in load_measures():
        if (part and measure.counted) or (
            whole and measure.main and not measure.counted
        ):
            continue
        if _is_of(amount, measure.dimension) and measure.wording.search(words):
            return measure
    return next(
        (
            measure
            for measure in load_measures()
            if amount.measure_head in measure.heads
            and _is_of(amount, measure.dimension)
        ),
        None,
    )


def is_part(words: str) -> bool:
    """Tell whether an amount is a part of another: "11 of the 132 rooms"."""
    return _PART.search(words) is not None


def is_whole(words: str) -> bool:
    """Tell whether a part was named of an amount: "60 of its 398 branches"."""
    return _WHOLE.search(words) is not None


def _is_of(amount: Quantity, dimension: str) -> bool:
    """Tell whether an amount is a number, a kind or a dimension of amounts."""
    if dimension == "count":
        return amount.kind == "count" and amount.unit in ("", "person")
    if amount.kind == "age":
        return dimension == "age"
    return dimension in (amount.kind, amount.dimension)


def scope_of(words: str, narrowing: frozenset[str]) -> frozenset[str]:
    """
    Return the words of an amount's own phrase that narrow what it is an amount of.

    A comma or "and" ends the phrase.
    """
    before, _, after = words.partition("#")
    near = [
        *_PHRASE_END.split(before)[-1].split()[-NARROWED:],
        *_PHRASE_END.split(after)[0].split()[:NARROWED],
    ]
    part = {"part"} if is_part(words) else set()
    return frozenset(near) & narrowing | part
