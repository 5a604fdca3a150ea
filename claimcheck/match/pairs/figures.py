"""Read amounts as two sentences are compared: bounds, durations, restatements."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimcheck.match.pairs.clauses import OPENING
from claimcheck.model import DateRange, Quantity, Sentence

_ABOVE = re.compile(r"\b(?:more|greater|higher|longer) than\s+(?:\$\s*)?[\d.,]+")
_BELOW = re.compile(r"\b(?:less|fewer|lower|shorter) than\s+(?:\$\s*)?[\d.,]+")
_DURATION = re.compile(r"\b(\d{1,6})\s+(year|yr|month|week|day|hour|hr|minute)s?\b")
_SHORT = {"yr": "year", "hr": "hour"}


def read_duration(date: DateRange) -> Quantity | None:
    """Read "6 years ago" as six years where nothing tells from which day."""
    found = _DURATION.search(date.text) if date.basis == "none" else None
    if found is None:
        return None
    number = Decimal(found[1])
    unit = _SHORT.get(found[2], found[2])
    return Quantity(
        date.span, date.text, number, number, unit, number, number, kind="duration"
    )


def read_bound(quantity: Quantity, sentence: Sentence) -> Quantity:
    """Read a comparator that stands before an amount and was not read with it."""
    if quantity.low is None or quantity.low != quantity.high:
        return quantity
    before = [
        t.text.lower() for t in sentence.tokens if t.span.end <= quantity.span.start
    ]
    words = " ".join((*before[-3:], quantity.text.lower()))
    if _ABOVE.search(words):
        return replace(quantity, high=None, exclusive=True)
    if _BELOW.search(words):
        return replace(quantity, low=None, exclusive=True)
    return quantity


def is_restated(quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether an amount only restates the one before it: "2 m (6 ft 7 in)"."""
    before = [t for t in sentence.tokens if t.span.end <= quantity.span.start][-2:]
    opens = bool(before) and before[-1].text in OPENING
    return opens and quantity.kind in ("measure", "money") and len(before) > 1
