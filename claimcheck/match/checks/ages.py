"""Check an age against the years of birth and death that stand with it."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import first_day, last_day, length_in_days
from claimcheck.model import DateRange, Span

_DEATHS = ("die", "kill")
_AGE = re.compile(
    r"\b(?:aged|at the age of|at age)\s+(\d{1,3})\b|\b(\d{1,3})[- ]years?[- ]old\b"
)
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


def check_lives(frames: Sequence[Frame]) -> Iterator[Result]:
    """Check an age at death against birth and death told anywhere in the article."""
    births = _dated(frames, "bear")
    deaths = _dated(frames, *_DEATHS)
    for frame in frames:
        ages = [q for q in frame.amounts if q.kind == "age"]
        keys = {k for p in (*frame.agents, *frame.undergoers) for k in p.keys}
        if frame.family not in _DEATHS or len(ages) != 1 or len(keys) != 1:
            continue
        (key,) = keys
        birth, death = births.get(key), deaths.get(key)
        age = ages[0].stated_low
        if birth is None or death is None or age is None:
            continue
        low, high = _years_between(birth, death)
        yield Result(
            "arithmetic",
            None if low <= age <= high else "conflict",
            f"Does an age of {age} go with {birth.text} and {death.text}?",
            "age against birth and death",
            f"From {birth.text} to {death.text} are {_span(low, high)} years; "
            f"the text says {age}.",
            ages[0].span,
            f"{age} years",
            f"{_span(low, high)} years",
            (birth.span, death.span),
        )


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
