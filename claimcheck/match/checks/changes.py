"""
Find the two amounts between which something is said to change.

A printed figure stands for every amount that rounds to it, so what follows from two
figures is an interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.match.checks.passage import Passage
from claimcheck.match.lexicon import word_set
from claimcheck.model import Quantity, Span

# What a hedge ("nearly", "about") may add to the width of a stated result.
HEDGE = Decimal("0.1")
# Half a unit in the last digit, and a little: 13.8 is printed as 14.
_HALF = Decimal("0.5")
# "Doubled" is said of 1.75 to 2.25 times, "14-fold" of what rounds to it.
_FOLD_ROOM = Decimal("0.125")
# A first end this many times smaller or larger than the mantissa of the second does
# not share its "million": "from 900 to 1.2 million" starts at nine hundred.
_SAME_SCALE = Decimal(10)
# Between the two figures of one change: "from 50 in May to 60", "to 60 from 50".  A
# dollar sign may be escaped, as Markdown has it.
_FIGURE = r"(?:(?:the|its|their|just|only|some)\s+)?\\{0,2}$"
_FORTH = re.compile(rf"^[^.;:]{{0,40}}\b(?:to|and\sreached)\s+{_FIGURE}")
_BACK = re.compile(rf"^[^.;:]{{0,20}}\bfrom\s+{_FIGURE}")
# "60, up from 50", "60, more than the 50 of 2019": a level, then what it was.
_COMPARED = re.compile(
    r"^[^.;:]{0,25}[,\u2013\u2014(]\s{0,9}(?:(?:slightly|sharply|well|far|much)\s+)?"
    r"(?P<word>\w+)\s+(?:(?:by\s+)?[\d.,]{1,9}\s{0,9}(?:%|per\s?cent)\s+)?"
    rf"(?:from|than)\s+{_FIGURE}"
)
# "60 in the spring, compared with 50": a level and another, no word of direction.
_AGAINST = re.compile(rf"^[^.;:]{{0,50}},?\s+compared\s+(?:with|to)\s+{_FIGURE}")
# "50 in 2019; in 2023 it was a bit lower, 60": a level, then what it became.
_BECAME = re.compile(rf"\b(?P<word>\w+)(?:,|\s+at|,\s+at)\s+{_FIGURE}")
_UP_TO = re.compile(r"up\s+to\s+", re.IGNORECASE)
# How far before the second figure its comparative is looked for.
_REACH = 40
_MANTISSA = re.compile(r"\d+(?:\.\d+)?")


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
    """
    Hold the amounts from which and to which something is said to change.

    *word* is the word of direction that joins the two, if one does ("up from").
    """

    start: Quantity
    end: Quantity
    word: Span | None = None

    @property
    def figures(self) -> tuple[Quantity, Quantity]:
        """Return both amounts, the earlier first."""
        return self.start, self.end

    @property
    def ratio(self) -> Interval | None:
        """Return how many times the start goes into the end, or None for a range."""
        start, end = rounded(self.start), rounded(self.end)
        if start is None or end is None or start.low <= 0:
            return None
        return Interval(end.low / start.high, end.high / start.low)


def rounded(quantity: Quantity) -> Interval | None:
    """Return every amount that is printed as a point figure, or None for a range."""
    amount = quantity.low
    if amount is None or amount != quantity.high:
        return None
    # The last digit of 500 may be the 5 or a 0, so a whole number is never taken to be
    # coarser than a twentieth of it; "5 million" is rounded to the million.
    grain = quantity.precision or Decimal(0)
    if grain >= 1:
        grain = min(grain, abs(amount) / 20)
    if has_scale(quantity):
        grain = max(grain, printed_grain(quantity))
    half = grain * _HALF
    return Interval(amount - half, amount + half)


def allowed(stated: Quantity) -> Interval:
    """
    Return what a stated result may stand for: its rounding, its bound, its hedge.

    A fraction in words is a hedge by nature: "a third" is said of 30 to 37 per cent.
    """
    low = stated.low if stated.low is not None else Decimal(0)
    high = stated.high if stated.high is not None else Decimal("1e30")
    exponents = [
        b.as_tuple().exponent for b in (stated.low, stated.high) if b is not None
    ]
    grains = [Decimal(1).scaleb(min(e, 0)) for e in exponents if isinstance(e, int)]
    slack = max(grains, default=Decimal(1)) * _HALF
    if stated.unit == "fold" and not stated.approximate:
        slack = min(slack, (stated.high or low) * _FOLD_ROOM)
    if stated.approximate or stated.kind == "ratio":
        slack = max(slack, (stated.high or low) * HEDGE)
    return Interval(low - slack, high + slack)


def find_changes(passage: Passage) -> Iterator[Change]:
    """Find pairs of amounts joined as "from A to B", "B, up from A" or "A, then B"."""
    for quantity in passage.quantities:
        if quantity.change == "from" and quantity.stated_low != quantity.stated_high:
            yield _ends(quantity)
    levels = [_reached(passage, q) for q in passage.quantities if _is_level(q)]
    for position, left in enumerate(levels[:-1]):
        change = _join(passage, left, levels[position + 1])
        if change is not None:
            yield change


def _is_level(quantity: Quantity) -> bool:
    return quantity.unit not in ("fold", "ordinal") and quantity.change != "by"


def _reached(passage: Passage, quantity: Quantity) -> Quantity:
    """Read "crept up to 40" as a level: the "up" belongs to the verb."""
    found = _UP_TO.match(quantity.text)
    verb = next(
        (
            t
            for t in reversed(passage.sentence.tokens)
            if t.span.end <= quantity.span.start
        ),
        None,
    )
    phrasal = word_set("directions", "phrasal")
    if found is None or verb is None or verb.lemma.lower() not in phrasal:
        return quantity
    start, text = quantity.span.start + found.end(), quantity.text[found.end() :]
    level, span = quantity.high, Span(start, quantity.span.end)
    return replace(quantity, span=span, text=text, low=level, change="to")


def _join(passage: Passage, left: Quantity, right: Quantity) -> Change | None:
    """Join two neighbouring levels by the words between them, or return None."""
    between = passage.between(left.span, right.span)
    if "from" in passage.before(left.span, 2) and _FORTH.match(between):
        first = _complete(left, right)
        return None if first is None else Change(first, right)
    is_reached = left.change == "to" or passage.before(left.span, 1) == ("to",)
    is_back = is_reached and _BACK.match(between)
    if left.unit != right.unit:
        return _back_to_bare(right, left) if is_back else None
    if found := _COMPARED.match(between):
        return _directed(right, left, found, left.span.end)
    if is_back or (left.change != "from" and _AGAINST.match(between)):
        return Change(right, left)
    found = _BECAME.search(between[-_REACH:])
    if found and found["word"] in _comparatives():
        return _directed(
            left, right, found, max(right.span.start - _REACH, left.span.end)
        )
    return None


def _back_to_bare(start: Quantity, end: Quantity) -> Change | None:
    """Read "to 60 tonnes from 50": the earlier figure leaves out the unit."""
    head = start.measure_head
    if not end.unit or head not in ("", end.measure_head):
        return None
    first = _complete(start, end) if start.kind == "count" else None
    if first is None or first.low is None or not end.low:
        return None
    # "To 90 minutes from two" leaves out hours.
    is_near = end.low / _SAME_SCALE <= first.low <= end.low * _SAME_SCALE
    return Change(first, end) if is_near else None


def _directed(
    start: Quantity, end: Quantity, found: re.Match[str], offset: int
) -> Change | None:
    if found["word"] not in _directions():
        return None
    low, high = found.span("word")
    return Change(start, end, Span(offset + low, offset + high))


def _directions() -> frozenset[str]:
    return (
        _comparatives()
        | word_set("directions", "above")
        | word_set("directions", "below")
    )


def _comparatives() -> frozenset[str]:
    return word_set("directions", "higher") | word_set("directions", "lower")


def _complete(first: Quantity, second: Quantity) -> Quantity | None:
    """Give the first figure the unit and the "million" that only the second prints."""
    if first.unit == second.unit and not _lacks_scale(first, second):
        return first
    if first.unit not in ("", second.unit) or first.low is None:
        return None
    if not _lacks_scale(first, second):
        return replace(first, unit=second.unit)
    mantissa = _MANTISSA.search(second.text.replace(",", ""))
    if mantissa is None or second.low is None or first.low != first.high:
        return None
    printed = Decimal(mantissa[0])
    if not printed / _SAME_SCALE <= first.low <= printed * _SAME_SCALE:
        return None
    factor = second.low / printed
    amount, grain = first.low * factor, (first.precision or Decimal(1)) * factor
    return replace(first, unit=second.unit, low=amount, high=amount, precision=grain)


def _lacks_scale(first: Quantity, second: Quantity) -> bool:
    return has_scale(second) and not has_scale(first)


def printed_grain(quantity: Quantity) -> Decimal:
    """Return the place value of the last digit printed: "1.2 million" has 100,000."""
    found = _MANTISSA.search(quantity.text.replace(",", ""))
    amount = quantity.low
    if found is None or amount is None or not Decimal(found[0]):
        return Decimal(0)
    mantissa = Decimal(found[0])
    exponent = mantissa.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return abs(amount / mantissa) * Decimal(1).scaleb(places)


def has_scale(quantity: Quantity) -> bool:
    """Tell whether a figure is printed with "thousand", "million" or the like."""
    words = re.findall(r"[a-z]+", quantity.text.lower())
    return not word_set("checks", "magnitudes").isdisjoint(words)


def _ends(quantity: Quantity) -> Change:
    """Split "from $0.5 billion to $6.9 billion" into its two ends."""
    first, _, second = quantity.text.partition(" to ")
    low, high = quantity.stated_low, quantity.stated_high
    return Change(
        replace(quantity, low=low, high=low, text=first.strip()),
        replace(quantity, low=high, high=high, text=second.strip() or quantity.text),
    )
