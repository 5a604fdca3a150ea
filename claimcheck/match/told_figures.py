"""
Gather the figures that articles give, each under the name of its measure.

Of claims that hold one amount the shortest counts: it is the one told of the amount.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from claimcheck.match.acts import act_words
from claimcheck.match.affairs import LEAD, Name, name_of
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import is_resolved
from claimcheck.match.lexicon import word_set
from claimcheck.match.named_measures import (
    Measure,
    name_measure,
    scope_of,
    surroundings,
)
from claimcheck.match.participants import Participant, canonical, phrase_words
from claimcheck.model import DateRange, Entity, Quantity

# The figures of each source, by its id and by what they measure.
Figures: TypeAlias = Mapping[str, Mapping[tuple[str, ...], Sequence["Figure"]]]

# Code points after an amount in which its own date begins: "$1.3 billion in 2022".
DATE_GAP = 5
# Words before an amount in which the pronoun of its clause stands.
_CLOSE = 4


@dataclass(frozen=True, eq=False)
class Figure:
    """Hold one amount of a claim with what it measures; *key* is () of no measure."""

    amount: Quantity
    frame: Frame
    measure: Measure | None
    key: tuple[str, ...]

    @cached_property
    def scope(self) -> frozenset[str]:
        """Return the words around the amount that narrow it."""
        narrowing = word_set("statements", "narrowing") - act_words("measures", "sizes")
        narrowing |= act_words("measures", "scopes")
        found = scope_of(_clause(self.amount, self.frame), narrowing)
        return found - {"part"} if self.measure and self.measure.main else found

    @cached_property
    def names(self) -> frozenset[Name]:
        """Return the names in the claim and those of its participants."""
        everyone = (*self.frame.agents, *self.frame.undergoers)
        named = [v.key for v in self.frame.claim.values if isinstance(v, Entity)]
        named += [key for p in everyone for key in p.keys]
        return frozenset(map(name_of, named))

    @cached_property
    def people(self) -> tuple[Participant, ...]:
        """Return who and what takes part, the amount itself left out."""
        return tuple(
            p
            for p in (*self.frame.agents, *self.frame.undergoers, *self.frame.setting)
            if p.words
            and not (p.span is not None and p.span.overlaps(self.amount.span))
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the claim that carry meaning, its numbers aside."""
        claim = self.frame.claim
        counted = {*phrase_words(self.amount.text), self.key[1]}
        empty = word_set("statements", "auxiliary") | counted
        return frozenset(phrase_words(f"{claim.quote} {claim.text}")) - empty

    @cached_property
    def proper(self) -> frozenset[str]:
        """Return the capitalised words of the claim, its first left out."""
        quote = self.frame.claim.quote.split()[1:]
        named = " ".join(word for word in quote if word[:1].isupper())
        return frozenset(phrase_words(named))

    @cached_property
    def time(self) -> DateRange | None:
        """Return the date right after the amount, or else that of the claim."""
        end = self.amount.span.end
        for value in self.frame.claim.values:
            if (
                isinstance(value, DateRange)
                and is_resolved(value)
                and 0 < value.span.start - end <= DATE_GAP
            ):
                return value
        return self.frame.time

    @cached_property
    def mood(self) -> str:
        """
        Return how an amount is told: "planned", "told", "open", or as its claim is.

        In "it will open after a repair that cost 4 million" the cost is no plan, nor
        is the fine against which someone will appeal.  "The 2 billion takeover" leaves
        open whether it has come.
        """
        claim, measure = self.frame.claim, self.measure
        before, _, after = _clause(self.amount, self.frame).partition("#")
        words = before.split()[-_CLOSE:]
        coming = words[-2:-1] == ["to"] or act_words("openings", "coming") & set(words)
        if coming:
            ordered = act_words("openings", "ordering") & set(words)
            return "told" if ordered and measure else "planned"
        if measure and (
            measure.told
            or act_words("openings", "pricing").intersection(words[-1:])
            or act_words("measures", "deals").intersection(after.split()[:1])
        ):
            return "open"
        if claim.modality == "planned":
            past = words[-1:] == ["cost"] and {"that", "which"} & set(words)
            known = claim.predicate in act_words("events", "presupposing")
            return "told" if past or known else "planned"
        told = claim.modality in ("asserted", "reported", "hedged")
        return "told" if told else claim.modality

    @property
    def in_lead(self) -> bool:
        """Tell whether the claim stands where an article says what it is about."""
        return self.frame.claim.sentence < LEAD


def collect_figures(frames: Iterable[Frame]) -> Figures:
    """Return the figures of each source by what they measure, one of each amount."""
    narrowest: dict[tuple[str, int], Figure] = {}
    for frame in frames:
        if frame.claim.polarity != "affirmed":
            continue
        for amount in frame.amounts:
            figure = _measure(amount, frame)
            place = (frame.source.id, amount.span.start)
            held = narrowest.get(place)
            if figure and (held is None or _length(figure) < _length(held)):
                narrowest[place] = figure
    found: dict[str, dict[tuple[str, ...], list[Figure]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for (source, _), figure in sorted(narrowest.items(), key=lambda item: item[0]):
        found[source][figure.key].append(figure)
    return found


def _length(figure: Figure) -> int:
    span = figure.frame.claim.span
    return span.end - span.start


def _measure(amount: Quantity, frame: Frame) -> Figure | None:
    """Return the figure of an amount, or None where it is not known what of."""
    if amount.change in ("by", "from") or amount.kind in ("fold", "ordinal", "points"):
        return None
    if amount.low is None and amount.high is None:
        return None
    measure = name_measure(amount, _clause(amount, frame))
    noun = canonical(amount.measure_head)
    if amount.kind == "score":
        if measure is None:
            return None
        amount = _larger_side(amount)
    if measure is not None:
        name = f"{measure.name}:{noun}" if measure.counted else measure.name
    elif amount.kind == "count" and noun not in act_words("measures", "vague"):
        name = noun
    else:
        return None
    if not name:
        return None
    # "3.20 a share" and "3.20" are one dividend, 3 euros a head and 3 euros no one fee
    per = "" if measure is not None and measure.single else amount.per
    key = (amount.dimension or amount.kind, name, per)
    return Figure(amount, frame, measure, key)


def _larger_side(amount: Quantity) -> Quantity:
    """Return a tally by the larger of its sides."""
    sides = [s for s in (amount.stated_low, amount.stated_high) if s is not None]
    most = max(sides, default=None)
    return replace(amount, low=most, high=most, kind="count", unit="", dimension="")


def _clause(amount: Quantity, frame: Frame) -> str:
    """Return the words around an amount, dates left out."""
    dates = [v.span for v in frame.claim.values if isinstance(v, DateRange)]
    return surroundings(frame.source.text, amount.span, dates)
