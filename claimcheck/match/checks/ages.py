"""Check an age against the birth, and the death or other event, it is told with."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.match.checks.clauses import in_one_clause
from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import first_day, last_day, length_in_days
from claimcheck.model import DateRange, Quantity, Reading, Sentence, Span

_DEATHS = ("die", "kill")
_AGE = re.compile(
    r"\b(?:aged|at the age of|at age)\s+(\d{1,3})\b|\b(\d{1,3})[- ]years?[- ]old\b"
)
_AT_AGE = re.compile(r"\b(?:aged|at the age of|at age)\s+[\w-]+$")
_REACH = 20
_BORN = re.compile(r"\b(?:born|b\.)(?:\s+(?:on|in))?\s*$")
_DIED = re.compile(r"\b(?:died|d\.|killed)(?:\s+(?:on|in))?\s*$")
_DASH = re.compile(r"\s*(?:-{1,2}|\u2013|\u2014)\s*")


def check_ages(passage: Passage) -> Iterator[Result]:
    """Check "died in 2010 aged 65" against "born in 1950" in one sentence."""
    life = _life(passage)
    if life is None:
        return
    birth, death = life
    ages = list(_AGE.finditer(passage.text))
    if len(ages) != 1 or birth.first is None or death.first is None:
        return
    found = ages[0]
    age = int(found[1] or found[2])
    years = death.first.year - birth.first.year
    start = passage.sentence.span.start + found.start()
    holds = years - 1 <= age <= years
    told = birth.text if birth.text == death.text else f"{birth.text} to {death.text}"
    yield Result(
        "arithmetic",
        None if holds else "conflict",
        f"Does an age of {age} go with {told}?",
        "age against birth and death",
        f"{told}: {years - 1} or {years} years; the text says {age}.",
        Span(start, start + len(found[0])),
        f"{age} years",
        f"{years - 1} or {years} years",
        (birth.span, death.span),
    )


def check_lives(reading: Reading, frames: Sequence[Frame]) -> Iterator[Result]:
    """Check an age at a dated event against a birth told anywhere in the article."""
    births, deaths = _dated(frames, "bear"), _dated(frames, *_DEATHS)
    seen: set[Span] = set()
    for frame in frames:
        ages = [q for q in frame.amounts if q.kind == "age" and not q.approximate]
        keys = frozenset(k for p in (*frame.agents, *frame.undergoers) for k in p.keys)
        if frame.family == "bear" or len(ages) != 1 or len(keys) != 1:
            continue
        (key,) = keys
        sentence = reading.sentences[frame.claim.sentence]
        if _is_of_another(sentence, ages[0].span):
            continue
        when = _when(reading, frame, ages[0])
        if frame.time is None and frame.family in _DEATHS:
            when = deaths.get(key)
        birth, age = births.get(key), ages[0].stated_low
        if birth is None or when is None or age is None or ages[0].span in seen:
            continue
        seen.add(ages[0].span)
        low, high = _years_between(birth, when)
        yield Result(
            "arithmetic",
            None if low <= age <= high else "conflict",
            f"Does an age of {age} go with {birth.text} and {when.text}?",
            "age against birth and event",
            f"From {birth.text} to {when.text} are {_span(low, high)} years; "
            f"the text says {age}.",
            ages[0].span,
            f"{age} years",
            f"{_span(low, high)} years",
            (birth.span, when.span),
        )


def _when(reading: Reading, frame: Frame, age: Quantity) -> DateRange | None:
    """Return the date of the event of whose day an age is told, or None."""
    date = frame.time or frame.context
    sentence = reading.sentences[frame.claim.sentence]
    told = f"{reading.document.text[: age.span.start][-_REACH:]}{age.text}".lower()
    if date is None or not sentence.span.contains(date.span):
        return None
    is_at_event = _AT_AGE.search(told) is not None and date.basis == "stated"
    in_clause = is_at_event and in_one_clause(sentence, age.span, date.span)
    return date if in_clause else None


def _is_of_another(sentence: Sentence, age: Span) -> bool:
    """Tell whether an age hangs on somebody named in passing: "a son aged 12"."""
    tokens = sentence.tokens
    aged = next((t for t in tokens if t.span.overlaps(age) and t.dep == "acl"), None)
    if aged is None:
        return False
    bearer = tokens[aged.head]
    return bearer.pos == "NOUN" and bearer.dep not in ("nsubj", "nsubjpass", "appos")


def _dated(frames: Sequence[Frame], *families: str) -> Mapping[str, DateRange]:
    """Return the finest date of an event by the one person it befell."""
    dated: dict[str, DateRange] = {}
    for frame in frames:
        keys = {k for p in (*frame.agents, *frame.undergoers) for k in p.keys}
        if frame.family in families and len(keys) == 1 and frame.time is not None:
            (key,) = keys
            known = dated.get(key)
            if known is None or length_in_days(frame.time) < length_in_days(known):
                dated[key] = frame.time
    return dated


def _years_between(birth: DateRange, death: DateRange) -> tuple[int, int]:
    """Return the least and the greatest age in whole years, both included."""
    shortest = _age_on(last_day(birth), first_day(death))
    return shortest, _age_on(first_day(birth), last_day(death))


def _age_on(born: dt.date, day: dt.date) -> int:
    before = (day.month, day.day) < (born.month, born.day)
    return day.year - born.year - before


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} or {high}"


def _life(passage: Passage) -> tuple[DateRange, DateRange] | None:
    """Return the dates of birth and death of the one life that a sentence tells."""
    text = passage.reading.document.text
    start = passage.sentence.span.start
    dates = [d for d in passage.dates if d.first is not None and d.basis == "stated"]
    born = [d for d in dates if _BORN.search(text[start : d.span.start].lower())]
    died = [d for d in dates if _DIED.search(text[start : d.span.start].lower())]
    for date in dates:
        opens = text[start : date.span.start].rstrip().endswith("(")
        if opens and _DASH.search(date.text) and date.last is not None:
            born.append(replace(date, last=date.first))
            died.append(replace(date, first=date.last))
    for left, right in itertools.pairwise(dates):
        before = text[start : left.span.start].rstrip()
        if before.endswith("(") and _DASH.fullmatch(
            passage.between(left.span, right.span)
        ):
            born.append(left)
            died.append(right)
    return (born[0], died[0]) if len(born) == len(died) == 1 else None
