"""
Add up what a sentence adds to the amount of the sentence before it.

"The crop came to 1.4 million tonnes.  Adding 380,000 tonnes in store and 150,000 tonnes
of imports gives a total of 2.1 million."  Only an explicit word of adding and one of a
total make such a sum.  The first summand is not named again, so that what is off is
never more than possible.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.checks.sums import ROOM, compare_sum, exact_amount
from claimcheck.model import Quantity

_ADDED = re.compile(
    r"\b(?:add(?:ing|ed|s)?|plus|on\s+top\s+of\s+(?:that|this|it|these)"
    r"|(?:together|along)\s+with|in\s+addition\s+to\s+(?:that|this)|counting)\b"
)
_TOTAL = re.compile(
    r"\b(?:totals?|altogether|in\s+all|all\s+told|sum|combined|overall)\b"
)
_TOTAL_AFTER = re.compile(
    r"^(?:\s+[\w'\u2019-]{1,30}){0,3}\s+(?:in\s+(?:all|total)|altogether|all\s+told)\b"
)
# "Taking 5 off" and the like: not every amount of the sentence is added.
_TAKEN = re.compile(
    r"\b(?:less|minus|without|except|excluding|subtract\w*|deduct\w*|after|tax"
    r"|offset|instead|would|could|if|already|includ\w+|of\s+(?:which|whom|them))\b"
)
_BREAK = re.compile(r"[:;()]")
_HALF = Decimal("0.5")
_FEWEST_FIGURES = 2


def check_additions(passages: Sequence[Passage]) -> Iterator[Result]:
    """Check each total that adds to the one amount of the sentence before."""
    for earlier, later in itertools.pairwise(passages):
        follows = later.index == earlier.index + 1
        if follows and earlier.sentence.paragraph == later.sentence.paragraph:
            yield from _check_addition(earlier, later)


def _check_addition(earlier: Passage, later: Passage) -> Iterator[Result]:
    figures = later.quantities
    if len(figures) < _FEWEST_FIGURES or not _says_total(later, figures):
        return
    *added, whole = figures
    first = _only_amount(earlier, whole)
    if first is None or not all(_is_like(figure, whole) for figure in figures):
        return
    parts = (first, *added)
    amounts = [a for part in parts if (a := exact_amount(part)) is not None]
    made, total = sum(amounts, Decimal(0)), exact_amount(whole)
    if total is None or len(amounts) < len(parts):
        return
    room = sum((_grain(figure) for figure in (*parts, whole)), Decimal(0)) * _HALF
    is_without_first = abs(made - amounts[0] - total) <= room
    is_rounded = 0 < abs(made - total) <= room
    if not (is_without_first or is_rounded):
        yield from compare_sum(whole, parts, ROOM)


def _says_total(passage: Passage, figures: Sequence[Quantity]) -> bool:
    """Tell whether all but the last figure are added, and the last is the total."""
    text = passage.text.lower()
    if _TAKEN.search(text) or _BREAK.search(text):
        return False
    *_, last, whole = figures
    first, start = figures[0].span.start, passage.sentence.span.start
    closing = passage.between(last.span, whole.span)
    is_added = _ADDED.search(text[: first - start]) or _ADDED.search(closing)
    named = f"{closing}{whole.text.lower()}"
    is_total = _TOTAL.search(named) or _TOTAL_AFTER.match(passage.after(whole.span))
    return bool(is_added and is_total)


def _only_amount(passage: Passage, whole: Quantity) -> Quantity | None:
    """Return the one amount of a sentence, when it is of the unit of *whole*."""
    amounts = passage.quantities
    return amounts[0] if len(amounts) == 1 and _is_like(amounts[0], whole) else None


def _is_like(part: Quantity, whole: Quantity) -> bool:
    """Tell whether both are of one unit, and count the same if they count."""
    if part.unit != whole.unit or exact_amount(part) is None or part.per:
        return False
    return bool(whole.unit) or part.measure_head == whole.measure_head


def _grain(quantity: Quantity) -> Decimal:
    return quantity.precision or Decimal(1)
