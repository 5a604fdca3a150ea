"""
Read how many an event killed, hurt, left missing, drove out or took away, and by when.

A toll is counted while it is printed, so each report has the toll of its day.  One that
is called final, or printed long after the event, is meant to be the last word.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.match.acts import act_map, act_phrases, act_words
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import is_fine
from claimcheck.match.measures import counts_all, figure_key, fold_word, measure_words
from claimcheck.match.participants import Participant, name_key, shared_key
from claimcheck.model import DateRange, Quantity

# Days in which a toll still grows.
COUNTING_DAYS = 60
# Those counted where no group of them is named.
ANYONE = "people"
_PARTITIVE = re.compile(r"\s+of\s+(?:(?:the|its|their|those)\s+)?")
# Prepositions that date the count and not what is counted.
_COUNTED_BY = ("as of", "by", "until")


@dataclass(frozen=True, slots=True)
class Toll:
    """
    Hold one toll: what befell whom, how many, and the day up to which they are counted.

    *kind* is a row of the table of tolls, *who* the noun for those counted.  *day* is
    the day stated for the count, or else that of the report; *event* is the date of
    what caused it, as far as the claim tells.
    """

    kind: str
    who: str
    amount: Quantity
    frame: Frame
    day: dt.date | None
    event: DateRange | None

    @property
    def is_final(self) -> bool:
        """Tell whether the toll is meant to be the last word."""
        source = self.frame.source
        return (
            is_last_word(self.frame)
            or counts_all(self.amount, source.text)
            or is_long_after(self.event, source.published)
        )


def is_last_word(frame: Frame) -> bool:
    """Tell whether a claim calls its count final: "in all", "an inquest found"."""
    said = f" {frame.claim.quote.lower()} {frame.claim.attributed_to or ''} "
    return bool(set(measure_words(said)) & act_words("toll_words", "final")) or any(
        phrase in said for phrase in act_phrases("toll_words", "final_phrases")
    )


def is_long_after(event: DateRange | None, published: dt.date | None) -> bool:
    """Tell whether an article came out when the counting was over."""
    if event is None or event.last is None or published is None:
        return False
    return (published - event.last).days >= COUNTING_DAYS


def find_tolls(frame: Frame) -> Iterator[Toll]:
    """Find the tolls that one claim gives, in text order."""
    if frame.claim.polarity != "affirmed":
        return
    for amount in frame.amounts:
        kind = _kind(frame, amount) if _is_level(amount) else ""
        if not kind or _is_of_a_period(frame) or _is_whole(frame, amount):
            continue
        counted = _counted_by(frame)
        day = counted or frame.source.published
        event = None if counted else frame.time
        yield Toll(kind, _counted(amount), amount, frame, day, event)


def _is_whole(frame: Frame, amount: Quantity) -> bool:
    """Tell whether an amount is that of which a toll is a part: "11 of the 132"."""
    text = frame.source.text
    return any(
        other.span.end < amount.span.start
        and _PARTITIVE.fullmatch(text, other.span.end, amount.span.start)
        for other in frame.amounts
    )


def _is_level(amount: Quantity) -> bool:
    """Tell whether an amount is how many there are, not by how many they grew."""
    return (
        amount.kind == "count"
        and not amount.per
        and amount.change not in ("by", "from")
        and (amount.low, amount.high) != (None, None)
    )


def _is_of_a_period(frame: Frame) -> bool:
    """Tell whether a count is of a year or so: the accidents of 2022."""
    time = frame.time
    return (
        time is not None
        and time.first is not None
        and not is_fine(time)
        and not is_long_after(time, frame.source.published)
    )


def _kind(frame: Frame, amount: Quantity) -> str:
    """Return what befell those counted, or "" where the amount is no toll."""
    act = _act(frame, amount)
    for kind in act_map("tolls"):
        if act & act_words("tolls", kind):
            return kind
    if frame.family not in act_words("toll_words", "giving"):
        return ""
    named = _named_counts(frame, amount)
    return next(
        (k for k in act_map("tolls") if named & act_words("tolls", k)),
        "killed" if "toll" in named else "",
    )


def holds(people: Iterable[Participant], amount: Quantity) -> bool:
    """Tell whether an amount is part of one of these phrases."""
    return any(p.span is not None and p.span.overlaps(amount.span) for p in people)


def _act(frame: Frame, amount: Quantity) -> set[str]:
    """
    Return what befalls those counted, also as a phrase: "lost their lives".

    "Two gunmen killed a guard" counts those who did it, "made 40 arrests" the deeds.
    """
    words = {f"{frame.family}_{p.head}" for p in frame.undergoers}
    is_deed = figure_key(amount)[1:2] == (frame.family,)
    if is_deed or holds(frame.undergoers or frame.agents, amount):
        words.add(frame.family)
    return words


def _named_counts(frame: Frame, amount: Quantity) -> set[str]:
    """
    Return the words that say what a number counts, in a claim that only gives it.

    They are those of a phrase such as "the number of dead", the head of the phrase that
    holds the number ("14 deaths") and what those counted are said to be ("are dead").
    """
    words = {a.head for a in frame.claim.with_role("attribute")}
    for one in (*frame.agents, *frame.undergoers):
        if one.head in act_words("toll_words", "of_a_toll"):
            words |= {one.head, *one.words, *map(fold_word, one.text.lower().split())}
        elif one.span is not None and one.span.overlaps(amount.span):
            words.add(one.head)
    return words


def _counted_by(frame: Frame) -> dt.date | None:
    """
    Return the day up to which a claim counts, if it names one.

    "By Friday 12 had died" counts up to Friday, and so does "the toll stood at 12 on
    Friday"; in "12 died on Friday" it is the day of their death.
    """
    time = frame.time
    if time is None or time.last is None:
        return None
    marked = any(
        a.marker in _COUNTED_BY or a.text.lower().startswith("by ")
        for a in frame.claim.with_role("time")
    )
    gives = frame.family in act_words("toll_words", "giving")
    return time.last if marked or (gives and is_fine(time)) else None


def _counted(amount: Quantity) -> str:
    """Return the noun for those counted, one word for all of whom it says no more."""
    head = next(iter(figure_key(amount)[1:2]), "")
    general = act_words("toll_words", "anyone") | act_words("toll_words", "of_a_toll")
    return ANYONE if not head or head in general else head


def names_of(frame: Frame) -> frozenset[str]:
    """Return what a toll may be known by: all that its claim names but countries."""
    people = (*frame.agents, *frame.undergoers, *frame.setting)
    keys = {k for p in people for k in p.keys | p.mentions}
    keys |= {place.key for place in frame.places}
    return frozenset(
        name
        for key in keys
        if not key.startswith("country:")
        for name in (name_key(key), shared_key(key))
    )


def is_still_counted(frame: Frame, amount: Quantity) -> bool:
    """Tell whether an amount is the toll of a known day, not meant as the last word."""
    return any(
        t.amount is amount and t.day is not None and not t.is_final
        for t in find_tolls(frame)
    )
