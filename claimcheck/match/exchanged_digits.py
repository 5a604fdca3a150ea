"""
Find figures of one affair that are each other with their digits exchanged.

"18,640 spectators" and "16,840 people in the stadium" share no word that names what is
counted; but two outlets seldom print the same digits in another order for two things.
The slip is the commonest of copied numbers (transposition, after Damerau, 1964).  It is
no proof: what is found is possible.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.affair_figures import NEWS_DAYS
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates
from claimcheck.match.ladders.quantities import compare_quantities, is_point
from claimcheck.match.participants import phrase_words
from claimcheck.match.slots import Side, Slot, canonical_amount
from claimcheck.match.sources import Source
from claimcheck.model import Level, Quantity

# Digits that are no zero: with so many, the same ones are no chance; with fewer, the
# claims share words that say what is counted.
TELLING_DIGITS = 4
FEWEST_DIGITS = 2
SHARED_WORDS = 2
_DIGIT = re.compile(r"\d")
_KINDS = frozenset({"count", "measure", "money", "share", "duration"})


@dataclass(frozen=True, eq=False)
class _Told:
    """Hold an amount in figures with the shortest claim that holds it."""

    amount: Quantity
    frame: Frame
    digits: str


def compare_digits(
    affairs: Iterable[tuple[Source, Source]],
    frames: Iterable[Frame],
    known: Iterable[Slot],
) -> Iterator[Slot]:
    """
    Yield a slot for each two amounts of one affair with the same digits.

    Args:
        affairs: Every two sources of one affair, as `pair_sources` gives them.
        frames: The frames of all sources, those of plans among them.
        known: What other rules compared; sentences that they set at odds are left out.
    """
    told = _collect(frames)
    compared = {place for slot in known for place in _pairs(slot)}
    for left, right in affairs:
        ours, theirs = told.get(left.id, []), told.get(right.id, [])
        for one, other in itertools.product(ours, theirs):
            if (
                _are_exchanged(one, other)
                and _are_of_one_time(one.frame, other.frame)
                and frozenset((_place(one.frame), _place(other.frame))) not in compared
                and not (_is_repeated(one, theirs) or _is_repeated(other, ours))
            ):
                yield _slot(one, other)


def _pairs(slot: Slot) -> Iterator[frozenset[tuple[str, int]]]:
    """Yield the pairs of sentences that stand on two sides of a slot."""
    for one, other in itertools.combinations(slot.sides, 2):
        for left, right in itertools.product(one.frames, other.frames):
            yield frozenset((_place(left), _place(right)))


def _place(frame: Frame) -> tuple[str, int]:
    return (frame.source.id, frame.claim.sentence)


def _collect(frames: Iterable[Frame]) -> dict[str, list[_Told]]:
    found: dict[tuple[str, int], _Told] = {}
    for frame in frames:
        if frame.claim.polarity != "affirmed":
            continue
        for amount in frame.amounts:
            digits = "".join(_DIGIT.findall(amount.text))
            place = (frame.source.id, amount.span.start)
            held = found.get(place)
            if (
                amount.kind in _KINDS
                and is_point(amount)
                and not amount.change
                and len(digits.replace("0", "")) >= FEWEST_DIGITS
                and (held is None or _length(frame) < _length(held.frame))
            ):
                found[place] = _Told(amount, frame, digits)
    told: dict[str, list[_Told]] = {}
    for (source, _), one in sorted(found.items(), key=lambda item: item[0]):
        told.setdefault(source, []).append(one)
    return told


def _length(frame: Frame) -> int:
    return frame.claim.span.end - frame.claim.span.start


def _are_exchanged(left: _Told, right: _Told) -> bool:
    """Tell whether two amounts have one unit and the same digits in another order."""
    ours, theirs = left.amount, right.amount
    if (ours.unit, ours.per, ours.kind) != (theirs.unit, theirs.per, theirs.kind):
        return False
    if left.digits == right.digits or sorted(left.digits) != sorted(right.digits):
        return False
    moved = sum(a != b for a, b in zip(left.digits, right.digits, strict=True))
    if moved > 2 or left.frame.claim.modality != right.frame.claim.modality:  # noqa: PLR2004 - one exchange moves two
        return False
    if len(left.digits.replace("0", "")) >= TELLING_DIGITS:
        return True
    shared = _words(left) & _words(right)
    return len(shared) >= SHARED_WORDS


def _are_of_one_time(left: Frame, right: Frame) -> bool:
    """Tell whether no date says that two claims are of two times."""
    if left.time is not None and right.time is not None:
        return compare_dates(left.time, right.time) is not Level.DISJOINT
    return _is_recent(left) and _is_recent(right)


def _is_recent(frame: Frame) -> bool:
    """Tell whether a claim has no date or one shortly before its article."""
    time, day = frame.time, frame.source.published
    if time is None or time.last is None or day is None:
        return True
    return (day - time.last).days <= NEWS_DAYS


def _words(told: _Told) -> frozenset[str]:
    return frozenset(phrase_words(told.frame.claim.quote))


def _is_repeated(told: _Told, others: Sequence[_Told]) -> bool:
    """Tell whether the other article gives the amount as well: then they are two."""
    return any(
        told.amount.unit == other.amount.unit
        and compare_quantities(told.amount, other.amount) is Level.SAME
        for other in others
    )


def _ask(left: _Told, right: _Told) -> str:
    """Ask which of two amounts it is: of what, only the counted noun may tell."""
    one, other = sorted((left.amount, right.amount), key=lambda a: (a.low, a.text))
    counted = other.measure if other.kind == "count" else ""
    return f"Is it {one.text} or {other.text} {counted}".rstrip() + "?"


def _slot(left: _Told, right: _Told) -> Slot:
    sides = tuple(
        Side(canonical_amount(t.amount), t.amount.text, (t.frame,))
        for t in (left, right)
    )
    unit = left.amount.unit
    return Slot(
        "count" if unit in ("", "person") else "quantity",
        _ask(left, right),
        "one affair, digits exchanged",
        "the same digits stand in another order",
        "possible",
        ("digits", *sorted(s.value for s in sides)),
        sides,
    )
