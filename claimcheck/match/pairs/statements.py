"""
View a sentence as the units that carry its meaning: names, words and values.

A date or an amount is one unit with its value; function words carry none.  Each unit
knows the words that govern it, so that a date can be told from another date of the same
sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from claimcheck.match.lexicon import opposites, word_set
from claimcheck.match.pairs.clauses import OPENING, split_clauses
from claimcheck.match.pairs.figures import is_restated, read_bound, read_duration
from claimcheck.match.pairs.negation import find_negations, is_refusal
from claimcheck.match.pairs.words import (
    OPEN_CLASSES,
    governors,
    is_word,
    marker_of,
    word_key,
)
from claimcheck.model import (
    DateRange,
    Entity,
    Quantity,
    Reading,
    Sentence,
    Span,
    Token,
    Value,
)

Amount: TypeAlias = DateRange | Quantity
UnitKind: TypeAlias = Literal["word", "name", "date", "quantity"]

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X", "ADP", "INTJ", "AUX")
_LIFE = re.compile(r"\s*(?:-{1,2}|[\u2013\u2014\u2212])\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """
    Hold one unit of meaning.

    *key* is what two units must share to be the same word: the folded lemma, or the
    family of an event word.  *anchors* are the keys of the words that govern it,
    nearest first, and *path* their tokens; *marker* is the preposition before it, or
    "".  *index* is the token it stands for.  *is_denied* tells that a governor is
    negated, *is_part* that an amount is a part of more ("the first three").
    """

    kind: UnitKind
    key: str
    text: str
    index: int
    anchors: tuple[str, ...] = ()
    marker: str = ""
    value: Amount | None = None
    role: str = ""
    is_denied: bool = False
    is_part: bool = False
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """
    Hold one sentence as units.

    *negated* holds the keys that a negation bears on; *denials* counts negations;
    *places* are the places, countries and nationalities it names, *restated* the
    amounts that only repeat another in brackets.
    """

    sentence: Sentence
    units: tuple[Unit, ...]
    negated: frozenset[str]
    denials: int
    places: tuple[Entity, ...] = ()
    restated: tuple[Quantity, ...] = ()

    @property
    def countries(self) -> tuple[Entity, ...]:
        """Return the countries and nationalities that it names."""
        return tuple(p for p in self.places if p.label == "country")

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of all units that are words or names."""
        return frozenset(u.key for u in self.units if u.value is None)

    def count(self, key: str) -> int:
        """Return how many units have a key."""
        return sum(u.key == key for u in self.units)

    def values(self, kind: UnitKind) -> tuple[Unit, ...]:
        """Return the units of one kind, in order."""
        return tuple(u for u in self.units if u.kind == kind)


def build_statements(reading: Reading) -> tuple[Statement, ...]:
    """View each sentence of a reading as a statement, in text order."""
    values = sorted(reading.values, key=_start_of)
    return tuple(
        _build(
            clause,
            [v for v in inside if isinstance(v, (DateRange, Quantity))],
            tuple(v for v in inside if isinstance(v, Entity) and v.type == "place"),
        )
        for sentence in reading.sentences
        for clause in split_clauses(sentence)
        if clause.tokens
        for inside in [_inside(values, clause.span)]
    )


def _inside(values: Sequence[Value], span: Span) -> list[Value]:
    """Return the values that overlap a stretch, in order."""
    low = bisect_left(values, span.start, key=_start_of)
    high = bisect_left(values, span.end, lo=low, key=_start_of)
    while low > 0 and values[low - 1].span.overlaps(span):
        low -= 1
    return list(values[low:high])


def _start_of(value: Value) -> int:
    return value.span.start


def _build(
    sentence: Sentence, values: Sequence[Amount], places: tuple[Entity, ...]
) -> Statement:
    dates = [v for v in values if isinstance(v, DateRange)]
    amounts = [v for v in values if isinstance(v, Quantity)]
    # "In 16 days" is a date that cannot be resolved and a duration that can be read.
    amounts += [q for d in dates if (q := read_duration(d)) is not None]
    dates = [
        d
        for d in dates
        if d.basis != "none" or not any(q.span.overlaps(d.span) for q in amounts)
    ]
    restated = tuple(q for q in amounts if is_restated(q, sentence))
    amounts = [read_bound(q, sentence) for q in amounts if q not in restated]
    amounts = [q for q in amounts if not any(d.span.overlaps(q.span) for d in dates)]
    units: list[Unit] = []
    taken: set[int] = set()
    both: list[Amount] = [*dates, *amounts]
    valued = {
        t.index for t in sentence.tokens if any(t.span.overlaps(v.span) for v in both)
    }
    for value in sorted(both, key=lambda v: v.span):
        covered = [t for t in sentence.tokens if t.span.overlaps(value.span)]
        free = [t for t in covered if t.index not in taken]
        if not free:
            continue
        taken.update(t.index for t in covered)
        units.append(_value_unit(value, free, sentence.tokens, valued))
    units += _word_units(sentence.tokens, taken)
    units += list(_lives(tuple(units), sentence))
    negations = tuple(find_negations(sentence.tokens))
    negated = frozenset(key for negation in negations for key in negation)
    units = [
        replace(u, is_denied=_bears_on(negated, u, sentence.tokens)) for u in units
    ]
    units.sort(key=lambda u: u.index)
    return Statement(sentence, tuple(units), negated, len(negations), places, restated)


def _bears_on(negated: frozenset[str], unit: Unit, tokens: Sequence[Token]) -> bool:
    """Tell whether a negation bears on what governs a unit, or on a value's words."""
    if negated & set(unit.anchors):
        return True
    if unit.value is None or not negated:
        return False
    inside = [t for t in tokens if t.span.overlaps(unit.value.span)]
    if any(t.text.lower() in word_set("statements", "deniers") for t in inside):
        return False  # "not more than 2 metres" was read as a bound
    return any(word_key(t) in negated for t in inside if t.pos in OPEN_CLASSES)


def _lives(units: Sequence[Unit], sentence: Sentence) -> Iterator[Unit]:
    """Yield birth and death from the dates of a life: "Ada Quill (1921-1988)"."""
    tokens = sentence.tokens
    for unit in units:
        date = unit.value
        if not isinstance(date, DateRange) or date.first is None or date.last is None:
            continue
        inside = [t.index for t in tokens if t.span.overlaps(date.span)]
        event = _event_of_life(tokens, min(inside), max(inside) + 1)
        ends = _LIFE.split(date.text)
        if event == "bear" and len(ends) == 2:  # noqa: PLR2004 - a life has two ends
            yield _end_of_life(unit, date, ends[0], "bear")
            yield _end_of_life(unit, date, ends[1], "die")
        elif event:
            yield replace(unit, anchors=(event,))


def _event_of_life(tokens: Sequence[Token], start: int, end: int) -> str:
    """
    Name the event of a date in brackets, or "".

    A lone year in brackets is that of a work; a life has a dash or "born".
    """
    before = [t.text for t in tokens[:start]][-12:]
    after = tokens[end].text if end < len(tokens) else ""
    if not any(w in OPENING for w in before):
        return ""
    if before[-1] == "born":
        return "bear"
    text = " ".join(t.text for t in tokens[start:end])
    if before[-1] in (*OPENING, ";"):
        is_life = _LIFE.fullmatch(after) or _LIFE.search(text)
        return "bear" if is_life else ""
    return "die" if _LIFE.fullmatch(before[-1]) else ""


def _end_of_life(unit: Unit, date: DateRange, text: str, event: str) -> Unit:
    day = date.first if event == "bear" else date.last
    if day is None:
        return unit
    is_year = text.strip().isdigit()
    first = dt.date(day.year, 1, 1) if is_year else day
    last = dt.date(day.year, 12, 31) if is_year else day
    told = replace(date, first=first, last=last, text=text.strip(), grain="day")
    return replace(unit, text=text.strip(), anchors=(event,), value=told)


def _value_unit(
    value: Amount, covered: Sequence[Token], tokens: Sequence[Token], valued: set[int]
) -> Unit:
    """View a value as a unit; *valued* are the tokens of all values, no governors."""
    inside = {t.index for t in covered}
    tops = [t for t in covered if t.head not in inside] or [covered[0]]
    # Of "a total of 44 ships" the number counts, not the total.
    top = next((t for t in tops if t.dep == "nummod"), tops[0])
    kind: UnitKind = "date" if isinstance(value, DateRange) else "quantity"
    path = tuple(governors(top, tokens, inside | valued))
    if kind == "date" and path and top.index < path[0].index:
        path += tuple(t for t in tokens if t.head == path[0].index and t.dep == "conj")
    return Unit(
        kind,
        kind,
        value.text,
        top.index,
        tuple(word_key(t, tokens) for t in path),
        marker_of(top, tokens),
        value,
        top.dep,
        is_part=_is_part(covered[0], tokens),
        path=tuple(t.index for t in path),
    )


def _is_part(first: Token, tokens: Sequence[Token]) -> bool:
    before = tokens[first.index - 1].lemma.lower() if first.index else ""
    return before in word_set("statements", "partial")


def _is_kept(token: Token) -> bool:
    """Tell whether a small word counts: it has an opposite, or tells when or where."""
    lemma = token.lemma.lower()
    if lemma in word_set("statements", "kept"):
        return True
    return token.pos == "ADV" and any(lemma in pair for pair in opposites())


def _word_units(tokens: Sequence[Token], taken: set[int]) -> Iterator[Unit]:
    hollow = word_set("statements", "hollow")
    for token in tokens:
        if token.index in taken or not is_word(token):
            continue
        lemma = token.lemma.lower()
        if lemma in hollow or token.pos not in _CONTENT:
            continue
        if is_refusal(token, tokens):
            continue  # a negation, not a deed of its own
        kind: UnitKind = "name" if token.pos == "PROPN" else "word"
        if token.pos not in OPEN_CLASSES and not _is_kept(token):
            continue
        path = tuple(governors(token, tokens, {token.index}))
        yield Unit(
            kind,
            word_key(token, tokens),
            token.text,
            token.index,
            tuple(word_key(t, tokens) for t in path),
            marker_of(token, tokens),
            None,
            token.dep,
            path=tuple(t.index for t in path),
        )
