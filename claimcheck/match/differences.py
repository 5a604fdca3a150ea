"""
Label what differs without conflict, so that a reader can ask why not.

"Refined": one date, place or amount contains the other.  "Rounding": one figure is the
other with fewer digits, or hedged.  "Changed": two figures of two periods.  "Other
scope": one figure is of a part of what the other is of.  "Repeated event": two dates on
which the same people did the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from claimcheck.match.blocking import Block
from claimcheck.match.figures import figures_of, is_of_one_bearer
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, days_apart, first_day
from claimcheck.match.ladders.places import compare_sites
from claimcheck.match.ladders.quantities import compare_quantities, is_point
from claimcheck.match.lexicon import word_set
from claimcheck.match.measures import same_measure
from claimcheck.match.occurrences import (
    NEARLY_SAME_DAYS,
    Member,
    Occurrence,
    count_ties,
    is_against,
)
from claimcheck.match.positions import Stated
from claimcheck.match.scopes import is_part, is_within
from claimcheck.match.slots import is_close, is_lasting
from claimcheck.match.toll_reports import label_tolls
from claimcheck.match.wording import say_date
from claimcheck.model import DateRange, Difference, Level, Quantity


def label_occurrence(occurrence: Occurrence) -> Iterator[Difference]:
    """Label members next to each other that give a slot more and less precisely."""
    for left, right in itertools.pairwise(occurrence.members):
        for words, label in (*_refined(left, right), *_rounded(left, right)):
            yield Difference(label, words, left.frame.claim, right.frame.claim)


def label_block(block: Block) -> Iterator[Difference]:
    """Label what the claims of one block tell of several events, periods or parts."""
    if block.rule == "figure":
        yield from _label_figures(block)
    elif block.rule == "toll":
        yield from label_tolls(block)
    elif block.rule in ("participants", "topic", "principal"):
        yield from _label_repeated(block)


def _refined(left: Member, right: Member) -> Iterator[tuple[str, str]]:
    """Word what contains what, of the dates and the places of two members."""
    ours, theirs = left.frame.time, right.frame.time
    is_state = is_lasting(left.frame)
    if ours and theirs and not is_state and _contain(ours, theirs):
        words = f"{ours.text} and {theirs.text} share days; one is more precise."
        yield words, "refined"
    for one, other in itertools.product(left.frame.places, right.frame.places):
        if compare_sites(one, other) is Level.COMPATIBLE:
            yield f"{one.name} and {other.name}: one lies in the other.", "refined"


def _contain(ours: DateRange, theirs: DateRange) -> bool:
    return compare_dates(ours, theirs) is Level.COMPATIBLE


def _rounded(left: Member, right: Member) -> Iterator[tuple[str, str]]:
    for one, other in itertools.product(left.frame.amounts, right.frame.amounts):
        if same_measure(one, other):
            yield from _covered(one, other)


def _covered(one: Quantity, other: Quantity) -> Iterator[tuple[str, str]]:
    """Word why two amounts that differ can both be right."""
    if compare_quantities(one, other) is not Level.COMPATIBLE:
        return
    if (one.low, one.high) == (other.low, other.high) or not _tell_alike(one, other):
        return
    if all(is_point(q) or q.approximate for q in (one, other)):
        yield f"{one.text} and {other.text}: one is rounded.", "rounding"
    else:
        words = f"{one.text} and {other.text} share values; one is more precise."
        yield words, "refined"


def _tell_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether a bound that is open lies where the other amount does."""
    return is_close(one, other) and is_close(other, one)


def _label_figures(block: Block) -> Iterator[Difference]:
    """Label figures of one measure, those next to each other in time."""
    figures = sorted(figures_of(block), key=_day)
    for left, right in itertools.pairwise(figures):
        if left.frame is right.frame or not is_of_one_bearer(left, right):
            continue
        for words, label in _difference(left, right):
            yield Difference(label, words, left.frame.claim, right.frame.claim)


def _difference(
    left: Stated[Quantity], right: Stated[Quantity]
) -> Iterator[tuple[str, str]]:
    ours, theirs = left.frame.time, right.frame.time
    texts = f"{left.value.text} and {right.value.text}"
    if compare_quantities(left.value, right.value) is not Level.DISJOINT:
        if compare_dates(ours, theirs) is not Level.DISJOINT:
            yield from _covered(left.value, right.value)
    elif compare_dates(ours, theirs) is Level.DISJOINT:
        yield f"{texts} are of different dates.", "changed"
    elif _is_part_of(left, right) or _is_part_of(right, left):
        yield f"{texts} may be of a part and of the whole.", "other scope"
    elif ours and theirs and (is_within(ours, theirs) or is_within(theirs, ours)):
        yield f"{texts} are of {ours.text} and of {theirs.text}.", "other scope"


def _is_part_of(left: Stated[Quantity], right: Stated[Quantity]) -> bool:
    return is_part((left.value, left.frame), (right.value, right.frame))


def _label_repeated(block: Block) -> Iterator[Difference]:
    """Label acts of the same people at dates too far apart for one occasion."""
    if block.key[0] in word_set("events", "stative"):
        return
    rest = [f for f in block.frames if f.time is not None and not f.is_once]
    rest.sort(key=_moment)
    while rest:
        acts = [f for f in rest if f is rest[0] or _is_same_act(rest[0], f)]
        rest = [f for f in rest if f not in acts]
        for left, right in itertools.pairwise(acts):
            yield from _two_occasions(left, right)


def _two_occasions(left: Frame, right: Frame) -> Iterator[Difference]:
    if left.time is None or right.time is None:
        return
    if days_apart(left.time, right.time) > NEARLY_SAME_DAYS:
        words = f"{say_date(left.time)} and {say_date(right.time)}: two occasions."
        yield Difference("repeated event", words, left.claim, right.claim)


def _is_same_act(left: Frame, right: Frame) -> bool:
    """Tell whether two claims name the same on every side that both name."""
    ours, theirs = (
        [side for side in (f.agents, f.undergoers, f.setting) if side]
        for f in (left, right)
    )
    is_named = any(p.keys for p in left.agents)
    ties = count_ties(left, right) if is_named else 0
    return not is_against(left, right) and ties == len(ours) == len(theirs)


def _day(figure: Stated[Quantity]) -> tuple[str, str, int, int]:
    return (*_moment(figure.frame), figure.value.span.start)


def _moment(frame: Frame) -> tuple[str, str, int]:
    first = first_day(frame.time).isoformat() if frame.time else ""
    return (first, frame.source.id, frame.claim.span.start)
