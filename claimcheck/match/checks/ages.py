"""Check an age against the birth and the death told in one sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.model import DateRange, Span

_AGE = re.compile(
    r"\b(?:aged|at the age of|at age)\s+(\d{1,3})\b|\b(\d{1,3})[- ]years?[- ]old\b"
)
_BORN = re.compile(r"\b(?:born|b\.)(?:\s+(?:on|in))?\s*$")
_DIED = re.compile(r"\b(?:died|d\.|killed)(?:\s+(?:on|in))?\s*$")
_DASH = re.compile(r"\s*(?:-{1,2}|\u2013|\u2014)\s*")


def check_ages(passage: Passage) -> Iterator[Result]:
    """Check "died in 2010 aged 65" against "born in 1950" in one sentence."""
    life = find_life(passage)
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


def find_life(passage: Passage) -> tuple[DateRange, DateRange] | None:
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
