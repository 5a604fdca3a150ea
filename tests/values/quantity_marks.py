"""Read sentences whose quantities are marked ``<q>so</q>``."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.model import Quantity
from claimcheck.values.quantities import extract_quantities

_MARK = re.compile(r"</?q>")


def bound(printed: str) -> Decimal | None:
    """Return a bound of a table row: digits, or ".." for none."""
    return None if printed == ".." else Decimal(printed)


def unmark(marked: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without its marks, and the marked words in order."""
    return _MARK.sub("", marked), tuple(re.findall(r"<q>(.*?)</q>", marked, re.DOTALL))


def read_marked(marked: str) -> tuple[Quantity, ...]:
    """Read a marked sentence and assert that what is found is what is marked."""
    text, expected = unmark(marked)
    found = extract_quantities(text)
    assert expected == tuple(q.text for q in found)
    assert all(q.span.of(text) == q.text for q in found)
    return found


def read_one(text: str) -> Quantity:
    """Read a text that holds one quantity."""
    (found,) = extract_quantities(text)
    return found
