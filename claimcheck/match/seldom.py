"""
Take claims of an act that one participant seldom sees twice for claims of one act.

A mayor resigns, a thief is sentenced and a firm is bought, most often, once in some
years.  Two dates a year apart are then more likely two reports of one act than two
acts; but no more than likely, so what rests on this alone is only possible.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claimcheck.match.acts import act_words
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, first_day, last_day
from claimcheck.match.participants import Participant, best_level
from claimcheck.model import Level

# Days between two dates of one act: years next to each other, or with one between.
SELDOM_DAYS = 550
_BOTH = 2
_SIDES = ("patient", "agent", "dated")


def is_seldom(frames: Sequence[Frame]) -> bool:
    """Tell whether the participants of *frames* of one family seldom see it twice."""
    family = frames[0].family
    if any(family in act_words("seldom", side) for side in _SIDES):
        return True
    return family in act_words("seldom", "of_work") and any(
        key.startswith("work:")
        for frame in frames
        for person in (*frame.agents, *frame.undergoers)
        for key in person.keys
    )


def principals(frame: Frame) -> tuple[Participant, ...]:
    """Return the named participants by which an act seldom repeated is known."""
    family = frame.family
    if family in act_words("seldom", "agent"):
        people = frame.agents
    elif is_seldom((frame,)):
        people = frame.undergoers
    else:
        return ()
    named = tuple(p for p in people if len(p.keys) == 1)
    needed = _BOTH if family in act_words("seldom", "two_sided") else 1
    return named if len(named) >= needed else ()


def _is_definite(frame: Frame) -> bool:
    """Tell whether what an act is done to, or who does it, is one known thing."""
    counted = [a.span for a in frame.amounts if a.kind == "count"]
    return not any(
        (
            not p.keys
            and p.text.lower().split(" ", 1)[0] in act_words("openings", "indefinite")
        )
        or (p.span is not None and any(p.span.overlaps(span) for span in counted))
        for p in (*frame.agents, *frame.undergoers)
    )


def gather_seldom(frames: Sequence[Frame]) -> Iterator[list[Frame]]:
    """
    Gather claims of one participant's act, those within two years of each other.

    An article that dates the act twice, with no day in common, tells that it was done
    twice; then nothing is gathered.  A claim without a date joins where there is only
    one act to join.
    """
    known = [f for f in frames if _is_definite(f) and _has_one_principal(f, frames[0])]
    dated = sorted(
        (f for f in known if f.time and f.time.first and f.time.last),
        key=lambda f: (first_day(f.time), last_day(f.time)) if f.time else (),
    )
    groups: list[list[Frame]] = []
    for frame in dated:
        if groups and _is_near(groups[-1], frame):
            groups[-1].append(frame)
        else:
            groups.append([frame])
    if len(groups) < _BOTH:
        undated = [f for f in known if f.time is None and f.context is None]
        groups = [[*(groups[0] if groups else ()), *undated]]
    yield from (g for g in groups if not _is_repeated(g) and _is_one_office(g))


def _has_one_principal(left: Frame, right: Frame) -> bool:
    """Tell whether two acts befall, or are done by, the same one."""
    sides = [
        f.agents
        if f.family in act_words("seldom", "agent")
        else tuple(p for p in f.undergoers if p.role == "patient")
        for f in (left, right)
    ]
    return best_level(*sides).agrees


def _is_near(group: Sequence[Frame], frame: Frame) -> bool:
    first, time = group[0].time, frame.time
    if first is None or time is None:
        return False
    if frame.family in act_words("seldom", "dated"):
        return all(compare_dates(f.time, time) is not Level.DISJOINT for f in group)
    return (first_day(time) - last_day(first)).days <= SELDOM_DAYS


def _is_repeated(group: Sequence[Frame]) -> bool:
    return any(
        left.source.id == right.source.id
        and compare_dates(left.time, right.time) is Level.DISJOINT
        for i, left in enumerate(group)
        for right in group[i + 1 :]
    )


def _is_one_office(group: Sequence[Frame]) -> bool:
    """Tell whether all who became something became the same, as far as told."""
    offices = [office for f in group if (office := _office(f))]
    left = [side for f in group if (side := _left(f))]
    return (not offices or bool(frozenset.intersection(*offices))) and not any(
        best_level(one, other) is Level.DISJOINT
        for one, other in itertools.combinations(left, 2)
    )


def _left(frame: Frame) -> tuple[Participant, ...]:
    """Return what one resigned or was dismissed from."""
    return tuple(p for p in frame.setting if p.role == "source")


def _office(frame: Frame) -> frozenset[str]:
    return frozenset(a.head for a in frame.claim.with_role("attribute") if a.head)
