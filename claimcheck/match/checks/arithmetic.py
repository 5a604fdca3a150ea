"""
Recompute x-folds, changes in per cent and shares from the figures beside them.

A printed figure stands for every amount that rounds to it, so a result is an interval,
and a stated one conflicts only when it lies outside even after its hedge is allowed
for ("almost 14-fold, from $0.5 billion to $6.9 billion": 12.5 to 15.4, which holds).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result, of_unit
from claimcheck.match.lexicon import word_map
from claimcheck.match.wording import say_number
from claimcheck.model import Quantity, Span

# What a hedge ("nearly", "about") may add to the width of a stated result.
HEDGE = Decimal("0.1")
# Half a unit in the last digit, and a little: 13.8 is printed as 14.
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
# Words between the two figures of one change: "from 50 in May to 60".
_LINK = re.compile(r"^[^.;:]{0,40}\b(?:to|and reached)\s+(?:just\s+|only\s+)?$")
_AS_MANY = re.compile(
    r"^\s*(?:as\s+(?:many|much|high|large|big|long)\s+as|more\s+than)\s+(?:the\s+)?$"
)
_SHARE = re.compile(r"^\s*(?:\w+\s+){0,4}?(?:out\s+of|of|in)\s+(?:the\s+|its\s+)?$")


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold a result with the room that rounding leaves it, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether the two share an amount."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Change:
    """Hold the amounts from which and to which something is said to change."""

    start: Quantity
    end: Quantity


def rounded(quantity: Quantity) -> Interval | None:
    """Return every amount that is printed as a point figure, or None for a range."""
    amount = quantity.low
    if amount is None or amount != quantity.high:
        return None
    # The last digit of 500 may be the 5 or a 0, so a whole number is never taken to be
    # coarser than a twentieth of it.
    grain = quantity.precision or Decimal(0)
    if grain >= 1:
        grain = min(grain, abs(amount) / 20)
    half = grain * _HALF
    return Interval(amount - half, amount + half)


def find_changes(passage: Passage) -> Iterator[Change]:
    """Find pairs of amounts joined as "from A to B"."""
    quantities = passage.quantities
    for quantity in quantities:
        if quantity.change == "from" and quantity.stated_low != quantity.stated_high:
            yield _ends(quantity)
    for left, right in itertools.pairwise(quantities):
        if left.unit != right.unit or left.unit == "fold":
            continue
        if "from" not in passage.before(left.span, 2):
            continue
        if _LINK.match(passage.between(left.span, right.span)):
            yield Change(left, right)


def _ends(quantity: Quantity) -> Change:
    """Split "from $0.5 billion to $6.9 billion" into its two ends."""
    first, _, second = quantity.text.partition(" to ")
    low, high = quantity.stated_low, quantity.stated_high
    return Change(
        replace(quantity, low=low, high=low, text=first.strip()),
        replace(quantity, low=high, high=high, text=second.strip() or quantity.text),
    )


def check_arithmetic(passage: Passage) -> Iterator[Result]:
    """Check x-folds, changes in per cent and shares within one sentence."""
    for change in find_changes(passage):
        yield from _check_folds(passage, change)
        yield from _check_percent(passage, change)
    yield from _check_shares(passage)
    yield from _check_times(passage)


def _check_times(passage: Passage) -> Iterator[Result]:
    """Check "90 towers, three times as many as the 40 of 2019"."""
    quantities = passage.quantities
    for large, fold, small in zip(
        quantities, quantities[1:], quantities[2:], strict=False
    ):
        if fold.unit != "fold" or large.unit != small.unit or large.unit == "fold":
            continue
        if not _AS_MANY.match(passage.between(fold.span, small.span)):
            continue
        ratio = _ratio(Change(small, large))
        if ratio is not None:
            yield _compare(fold.span, fold, ratio, " times", (small, large))


def _check_folds(passage: Passage, change: Change) -> Iterator[Result]:
    ratio = _ratio(change)
    if ratio is None:
        return
    for fold in of_unit(passage.quantities, "fold"):
        yield _compare(fold.span, fold, ratio, "-fold", (change.start, change.end))
    for token in passage.sentence.tokens:
        factor = word_map("multiples").get(token.lemma.lower())
        if factor is not None and token.pos == "VERB":
            stated = _point(token.span, token.text, Decimal(factor))
            figures = (change.start, change.end)
            yield _compare(token.span, stated, ratio, "-fold", figures)


def _ratio(change: Change) -> Interval | None:
    start, end = rounded(change.start), rounded(change.end)
    if start is None or end is None or start.low <= 0:
        return None
    return Interval(end.low / start.high, end.high / start.low)


def _check_percent(passage: Passage, change: Change) -> Iterator[Result]:
    if change.start.unit == "percent":
        return
    ratio = _ratio(change)
    percents = of_unit(passage.quantities, "percent")
    if ratio is None or len(percents) != 1 or not _is_change(passage, percents[0]):
        return
    low, high = ((r - 1) * _HUNDRED for r in (ratio.low, ratio.high))
    if high < 0:
        low, high = -high, -low
    figures = (change.start, change.end)
    yield _compare(percents[0].span, percents[0], Interval(low, high), "%", figures)


def _is_change(passage: Passage, percent: Quantity) -> bool:
    """Tell whether a percentage is a change: "rose by 20 %", "a 20 % drop"."""
    after = passage.after(percent.span).lstrip()
    return not after.startswith(("of ", "points", "percentage"))


def _check_shares(passage: Passage) -> Iterator[Result]:
    """Check "26 of 52 (50 per cent)"."""
    quantities = passage.quantities
    for part, whole, share in zip(
        quantities, quantities[1:], quantities[2:], strict=False
    ):
        if share.unit != "percent" or part.unit != whole.unit or part.unit == "percent":
            continue
        if not _SHARE.match(passage.between(part.span, whole.span)):
            continue
        if not re.match(
            r"^[\w\s-]{0,40}(?:\(|,\s*(?:or|i\.e\.)\s+)(?:about\s+|some\s+)?$",
            passage.between(whole.span, share.span),
        ):
            continue
        if not part.low or not whole.low or part.low != part.high:
            continue
        exact = part.low / whole.low * _HUNDRED
        yield _compare(share.span, share, Interval(exact, exact), "%", (part, whole))


def _point(span: Span, text: str, amount: Decimal) -> Quantity:
    return Quantity(span, text, amount, amount, "fold", amount, amount)


def _compare(
    span: Span,
    stated: Quantity,
    result: Interval,
    unit: str,
    figures: tuple[Quantity, Quantity],
) -> Result:
    holds = _allowed(stated).meets(result)
    low, high = (_short(bound) for bound in (result.low, result.high))
    expected = f"{low}{unit}" if low == high else f"{low} to {high}{unit}"
    first, second = (q.text for q in figures)
    why = f"{first} and {second} make {expected}; the text says {stated.text}."
    return Result(
        "arithmetic",
        None if holds else "conflict",
        f"Does {stated.text} follow from {first} and {second}?",
        "figures recomputed",
        why,
        span,
        stated.text,
        expected,
        tuple(q.span for q in figures),
    )


def _allowed(stated: Quantity) -> Interval:
    """Return what a stated result may stand for: its rounding, its bound, its hedge."""
    low = stated.low if stated.low is not None else Decimal(0)
    high = stated.high if stated.high is not None else Decimal("1e30")
    exponents = [
        b.as_tuple().exponent for b in (stated.low, stated.high) if b is not None
    ]
    grains = [Decimal(1).scaleb(min(e, 0)) for e in exponents if isinstance(e, int)]
    slack = max(grains, default=Decimal(1)) * _HALF
    if stated.approximate:
        slack = max(slack, (stated.high or low) * HEDGE)
    return Interval(low - slack, high + slack)


def _short(amount: Decimal) -> str:
    return say_number(round(amount, 1 if abs(amount) < _HUNDRED else 0))
