"""
View a sentence as the units that carry its meaning: names, words and values.

A date or an amount is one unit with its value; function words carry none.  Each unit
knows the words that govern it, so that a date can be told from another date of the same
sentence.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from claimcheck.match.lexicon import word_set
from claimcheck.match.measures import fold_word
from claimcheck.model import DateRange, Entity, Quantity, Reading, Sentence, Token
from claimcheck.text.events import family_of, verb_sense

Amount: TypeAlias = DateRange | Quantity
UnitKind: TypeAlias = Literal["word", "name", "date", "quantity"]

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X", "ADP", "INTJ", "AUX")
_OPEN = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X")
_FINITE = ("VERB", "AUX")
_OPENING = ("(", "-LRB-")
_CLOSING = (")", "-RRB-")
_LIFE = re.compile(r"\s*(?:-{1,2}|[\u2013\u2014\u2212])\s*")
_BRACKET = re.compile(r"-(?:[LR][RSC]B)-", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:more|greater|higher|longer) than\s+(?:\$\s*)?[\d.,]+")
_BELOW = re.compile(r"\b(?:less|fewer|lower|shorter) than\s+(?:\$\s*)?[\d.,]+")
_DURATION = re.compile(r"\b(\d{1,6})\s+(year|month|week|day|hour|minute)s?\b")
# Governors looked at above a value: "based on 76 reviews", "a rating of 76 %".
_REACH = 4


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
    *countries* are the countries and nationalities it names.
    """

    sentence: Sentence
    units: tuple[Unit, ...]
    negated: frozenset[str]
    denials: int
    countries: tuple[Entity, ...] = ()

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
    values = [v for v in reading.values if isinstance(v, (DateRange, Quantity))]
    countries = [
        v for v in reading.values if isinstance(v, Entity) and v.label == "country"
    ]
    return tuple(
        _build(
            clause,
            [v for v in values if clause.span.overlaps(v.span)],
            tuple(v for v in countries if clause.span.overlaps(v.span)),
        )
        for sentence in reading.sentences
        for clause in _clauses(sentence)
        if clause.tokens
    )


def _clauses(sentence: Sentence) -> Iterator[Sentence]:
    """Split a sentence at semicolons between two finite clauses."""
    tokens = sentence.tokens
    depths = itertools.accumulate(_depth(t.text) for t in tokens)
    cuts = [
        t.index for t, d in zip(tokens, depths, strict=True) if not d and t.text == ";"
    ]
    edges = [0, *(c + 1 for c in cuts), len(tokens)]
    parts = [tokens[a:b] for a, b in itertools.pairwise(edges) if a < b]
    if len(parts) < 2 or not all(any(t.pos in _FINITE for t in p) for p in parts):  # noqa: PLR2004 - nothing to split
        yield sentence
        return
    for part in parts:
        yield Sentence(
            part[0].span.cover(part[-1].span), _rebase(part), sentence.paragraph
        )


def _depth(text: str) -> int:
    """Return by how much a token opens or closes brackets."""
    return (text in _OPENING) - (text in _CLOSING)


def _rebase(part: Sequence[Token]) -> tuple[Token, ...]:
    """Count the tokens of a clause from 0; one whose head lies outside is a root."""
    start, end = part[0].index, part[-1].index
    return tuple(
        replace(
            t,
            index=t.index - start,
            head=(t.head if start <= t.head <= end else t.index) - start,
        )
        for t in part
    )


def _build(
    sentence: Sentence, values: Sequence[Amount], countries: tuple[Entity, ...]
) -> Statement:
    dates = [v for v in values if isinstance(v, DateRange)]
    amounts = [v for v in values if isinstance(v, Quantity)]
    # "In 16 days" is a date that cannot be resolved and a duration that can be read.
    amounts += [q for d in dates if (q := _as_duration(d)) is not None]
    dates = [
        d
        for d in dates
        if d.basis != "none" or not any(q.span.overlaps(d.span) for q in amounts)
    ]
    amounts = [_bounded(q, sentence) for q in amounts if not _is_restated(q, sentence)]
    amounts = [q for q in amounts if not any(d.span.overlaps(q.span) for d in dates)]
    units: list[Unit] = []
    taken: set[int] = set()
    both: list[Amount] = [*dates, *amounts]
    for value in sorted(both, key=lambda v: v.span):
        covered = [t for t in sentence.tokens if t.span.overlaps(value.span)]
        free = [t for t in covered if t.index not in taken]
        if not free:
            continue
        taken.update(t.index for t in covered)
        units.append(_value_unit(value, free, sentence.tokens))
    units += _word_units(sentence.tokens, taken)
    units += list(_lives(tuple(units), sentence))
    negated = list(_negated(sentence.tokens))
    units = [replace(u, is_denied=bool(set(u.anchors) & set(negated))) for u in units]
    units.sort(key=lambda u: u.index)
    return Statement(
        sentence, tuple(units), frozenset(negated), len(negated), countries
    )


def _as_duration(date: DateRange) -> Quantity | None:
    """Read "6 years ago" as six years where nothing tells from which day."""
    found = _DURATION.search(date.text) if date.basis == "none" else None
    if found is None:
        return None
    number = Decimal(found[1])
    return Quantity(
        date.span, date.text, number, number, found[2], number, number, kind="duration"
    )


def _bounded(quantity: Quantity, sentence: Sentence) -> Quantity:
    """Read a comparator that stands before an amount and was not read with it."""
    if quantity.low is None or quantity.low != quantity.high:
        return quantity
    before = [
        t.text.lower()
        for t in sentence.tokens
        if t.span.end <= quantity.span.start or t.text == "$"
    ][-3:]
    phrase = " ".join(w for w in before if w != "$")
    words = f"{phrase} {quantity.text.lower()}"
    if _ABOVE.search(words):
        return replace(quantity, high=None, exclusive=True)
    if _BELOW.search(words):
        return replace(quantity, low=None, exclusive=True)
    return quantity


def _is_restated(quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether an amount only restates the one before it: "2 m (6 ft 7 in)"."""
    before = [t for t in sentence.tokens if t.span.end <= quantity.span.start][-2:]
    opens = bool(before) and before[-1].text in _OPENING
    return opens and quantity.kind in ("measure", "money") and len(before) > 1


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
    if not any(w in _OPENING for w in before):
        return ""
    if before[-1] == "born":
        return "bear"
    text = " ".join(t.text for t in tokens[start:end])
    if before[-1] in (*_OPENING, ";"):
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
    value: Amount, covered: Sequence[Token], tokens: Sequence[Token]
) -> Unit:
    inside = {t.index for t in covered}
    top = next((t for t in covered if t.head not in inside), covered[0])
    kind: UnitKind = "date" if isinstance(value, DateRange) else "quantity"
    path = tuple(_governors(top, tokens, inside))
    if kind == "date" and path and top.index < path[0].index:
        path += tuple(t for t in tokens if t.head == path[0].index and t.dep == "conj")
    return Unit(
        kind,
        kind,
        value.text,
        top.index,
        tuple(word_key(t, tokens) for t in path),
        _marker(top, tokens),
        value,
        top.dep,
        is_part=_is_part(covered[0], tokens),
        path=tuple(t.index for t in path),
    )


def _is_part(first: Token, tokens: Sequence[Token]) -> bool:
    before = tokens[first.index - 1].lemma.lower() if first.index else ""
    return before in word_set("statements", "partial")


def _word_units(tokens: Sequence[Token], taken: set[int]) -> Iterator[Unit]:
    hollow = word_set("statements", "hollow")
    for token in tokens:
        if token.index in taken or not _is_word(token):
            continue
        lemma = token.lemma.lower()
        if lemma in hollow or token.pos not in _CONTENT:
            continue
        kind: UnitKind = "name" if token.pos == "PROPN" else "word"
        if token.pos not in _OPEN and not word_set("statements", "kept") & {lemma}:
            continue
        path = tuple(_governors(token, tokens, {token.index}))
        yield Unit(
            kind,
            word_key(token, tokens),
            token.text,
            token.index,
            tuple(word_key(t, tokens) for t in path),
            _marker(token, tokens),
            None,
            token.dep,
            path=tuple(t.index for t in path),
        )


def _is_word(token: Token) -> bool:
    """Tell whether a token is a word and no bracket of a tokenised corpus."""
    return any(c.isalnum() for c in token.text) and not _BRACKET.fullmatch(token.text)


def word_key(token: Token, tokens: Sequence[Token] = ()) -> str:
    """
    Return the key of a word: its family, or its lemma in the singular.

    Args:
        token: The word.
        tokens: Its sentence, where a verb's particle counts: "set up" is "found".
    """
    lemma = token.lemma.lower()
    if token.pos == "PROPN":
        return fold_word(token.text)
    if token.pos == "VERB":
        particles = [
            t.lemma.lower()
            for t in tokens
            if t.head == token.index and t.dep in ("prt", "prep")
        ]
        sense = verb_sense(lemma, *particles)
        return sense.family.name if sense else lemma
    return family_of(lemma) if token.pos == "NOUN" else lemma


def _governors(
    token: Token, tokens: Sequence[Token], inside: set[int]
) -> Iterator[Token]:
    current, steps = token, 0
    while current.head != current.index and steps < _REACH:
        current = tokens[current.head]
        if current.lemma.lower() == "be":
            # "The height is 2 metres": what a copula links governs through it.
            for other in tokens:
                linked = other.head == current.index and other.dep == "nsubj"
                if linked and other.index not in inside:
                    yield other
        if current.index in inside or current.pos not in _OPEN:
            continue
        if not _is_word(current):
            continue
        steps += 1
        yield current


def _marker(token: Token, tokens: Sequence[Token]) -> str:
    """Return the preposition above a phrase, looking through a compound."""
    current = token
    for _ in range(_REACH):
        if current.head == current.index:
            return ""
        head = tokens[current.head]
        if head.pos in ("ADP", "SCONJ"):
            return head.lemma.lower()
        if current.dep not in ("compound", "nmod", "nummod", "amod", "poss", "flat"):
            return ""
        current = head
    return ""


def _negated(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the keys of the words that a negation in the sentence bears on."""
    deniers = word_set("statements", "deniers")
    failing = word_set("statements", "failing")
    for token in tokens:
        lemma = token.lemma.lower()
        if token.pos == "INTJ" or (token.index == 0 and lemma in ("no", "yes")):
            continue  # an answer: "No, it did not" denies once
        before = tokens[token.index - 1].lemma.lower() if token.index else ""
        if token.text.lower() == "not" and before == "or":
            continue  # "whether or not" denies nothing
        if token.text.lower() in deniers or token.dep == "neg":
            follower = (
                tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            )
            if follower is not None and follower.lemma.lower() in (
                "only",
                "just",
                "but",
            ):
                continue  # "not only", "nothing but" deny nothing
            yield from _denied_by(tokens[token.head], tokens)
        elif lemma in failing and token.pos in ("VERB", "ADJ"):
            for child in tokens:
                if child.head == token.index and child.dep == "xcomp":
                    yield word_key(child)


def _denied_by(head: Token, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what a negation at *head* denies; through "be" and "have", what follows."""
    if head.lemma.lower() not in ("be", "have"):
        yield word_key(head)
        return
    deps = ("attr", "acomp", "dobj", "prep")
    linked = [t for t in tokens if t.head == head.index and t.dep in deps]
    yield from (word_key(t) for t in linked[:1])
    if not linked:
        yield word_key(head)
