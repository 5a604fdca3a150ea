"""
Compare the tolls that several reports give of one event.

A toll that rises with the dates of its reports has changed, which is no disagreement.
Tolls of one day differ in a way worth a look; only tolls that are both meant to be the
last word cannot both be right.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.match.acts import act_map, act_words
from claimcheck.match.blocking import Block
from claimcheck.match.ladders.dates import compare_dates, first_day, is_fine
from claimcheck.match.ladders.places import compare_sites
from claimcheck.match.ladders.quantities import compare_quantities
from claimcheck.match.naming import name_side
from claimcheck.match.occurrences import Member
from claimcheck.match.participants import Participant, best_level
from claimcheck.match.positions import Stated, are_disjoint, split_positions
from claimcheck.match.scopes import is_part
from claimcheck.match.slots import Side, Slot, canonical_amount, spread
from claimcheck.match.tolls import (
    ANYONE,
    Toll,
    find_tolls,
    holds,
    is_long_after,
    names_of,
)
from claimcheck.match.wording import say_day
from claimcheck.model import Difference, Level, Verdict

# Entities that the articles have in common where a claim itself names nothing.
SHARED_TOPICS = 2


def compare_tolls(block: Block) -> Iterator[Slot]:
    """Compare tolls of one day with each other, and last words with last words."""
    for tolls in _events(_tolls(block)):
        final = [toll for toll in tolls if toll.is_final]
        yield from _slots(final, "")
        for day, printed in _by_day(t for t in tolls if not t.is_final).items():
            yield from _slots(printed, f", as reported on {say_day(day)}")
    same: dict[str, list[Toll]] = defaultdict(list)
    for toll in _tolls(block):
        same[canonical_amount(toll.amount)].append(toll)
    for of_amount in same.values():
        for tolls in _events(of_amount):
            yield from _slots(tolls, "")


def label_tolls(block: Block) -> Iterator[Difference]:
    """Label tolls that differ because one was counted after the other, or is a part."""
    for tolls in _events(_tolls(block)):
        days = [t for t in tolls if t.day is not None]
        days.sort(key=lambda t: (t.day or dt.date.min, _place(t)))
        for left, right in itertools.pairwise(days):
            difference = _label(left, right)
            if difference is not None:
                yield difference


def _label(left: Toll, right: Toll) -> Difference | None:
    if left.frame is right.frame or (left.is_final and right.is_final):
        return None
    ours, theirs = left.amount.text, right.amount.text
    if _is_part(left, right) or _is_part(right, left):
        why = f"{ours} and {theirs} may count a part and the whole."
        return Difference("other scope", why, left.frame.claim, right.frame.claim)
    level = compare_quantities(left.amount, right.amount)
    if left.day == right.day or level is not Level.DISJOINT:
        return None
    if left.day is None or right.day is None:
        return None
    why = (
        f"{ours} by {say_day(left.day)} and {theirs} by {say_day(right.day)}: "
        "a toll changes while it is counted."
    )
    return Difference("changed", why, left.frame.claim, right.frame.claim)


def _tolls(block: Block) -> list[Toll]:
    """
    Return the tolls that the key of a block names.

    Those that name something come first: they tell the event for those that do not.
    """
    tolls = [
        toll
        for frame in block.frames
        for toll in find_tolls(frame)
        if (toll.kind, toll.who) == block.key[:2]
    ]
    return sorted(tolls, key=lambda toll: (not names_of(toll.frame), toll.is_final))


def _events(tolls: Iterable[Toll]) -> Iterator[list[Toll]]:
    """Split tolls by the event they are of."""
    rest = list(tolls)
    while rest:
        event: list[Toll] = []
        left: list[Toll] = []
        for toll in rest:
            is_tied = not event or any(_is_one_event(one, toll) for one in event)
            fits = is_tied and not any(_is_of_two(one, toll) for one in event)
            (event if fits else left).append(toll)
        yield event
        rest = left


def _is_one_event(left: Toll, right: Toll) -> bool:
    """
    Tell whether a name that both claims have ties two tolls to one event.

    Claims without names are tied by the topic of their articles, unless one looks back
    on what it does not name.
    """
    ours, theirs = left.frame, right.frame
    if names_of(ours) & names_of(theirs):
        return True
    is_like = compare_quantities(left.amount, right.amount) is Level.SAME
    if names_of(ours) and names_of(theirs):
        return False
    if not is_like and (left.is_final or right.is_final):
        return False
    shared = set(ours.topic) & set(theirs.topic)
    return len(shared) >= SHARED_TOPICS or bool(shared & set(ours.topic[:1]))


def _is_of_two(left: Toll, right: Toll) -> bool:
    """Tell whether cause, day or place of two tolls are not the same."""
    causes = _causes(left), _causes(right)
    sites = itertools.product(left.frame.places, right.frame.places)
    return (
        (all(causes) and best_level(*causes) is Level.DISJOINT)
        or compare_dates(left.event, right.event) is Level.DISJOINT
        or _is_long_before(left, right)
        or _is_long_before(right, left)
        or any(compare_sites(*pair) is Level.DISJOINT for pair in sites)
        or _is_before(left, right)
        or _is_before(right, left)
    )


def _is_before(left: Toll, right: Toll) -> bool:
    """Tell whether a toll was counted before the other's event took place."""
    return (
        left.day is not None
        and is_fine(right.event)
        and right.event is not None
        and left.day < first_day(right.event)
    )


def _is_long_before(left: Toll, right: Toll) -> bool:
    """Tell whether an event is too old to be what another article counts as news."""
    return (
        right.event is None
        and is_long_after(left.event, right.day)
        and compare_quantities(left.amount, right.amount) is Level.DISJOINT
    )


def _causes(toll: Toll) -> tuple[Participant, ...]:
    """Return what or who brought the toll about; who only gives it is left out."""
    if toll.frame.family in act_words("toll_words", "giving"):
        return ()
    return tuple(p for p in toll.frame.agents if not holds((p,), toll.amount))


def _is_part(left: Toll, right: Toll) -> bool:
    """Tell whether the first toll may be a part of the second."""
    return is_part((left.amount, left.frame), (right.amount, right.frame))


def _by_day(tolls: Iterator[Toll]) -> dict[dt.date, list[Toll]]:
    days: dict[dt.date, list[Toll]] = defaultdict(list)
    for toll in tolls:
        if toll.day is not None:
            days[toll.day].append(toll)
    return dict(sorted(days.items()))


def _slots(tolls: Sequence[Toll], reported: str) -> Iterator[Slot]:
    stated = [Stated(t, Member(t.frame, "date")) for t in _of_one_mind(tolls)]
    groups = split_positions(stated, _compare, lambda t: spread(t.amount))
    if not groups or not are_disjoint(groups, _compare):
        return
    first = groups[0][0].value
    yield Slot(
        "count",
        ask_toll([s.value for s in stated]) + reported + "?",
        "reports differ" if reported else "final tolls differ",
        f"reports differ{reported}" if reported else "no toll satisfies both",
        _weigh(groups, is_final=not reported),
        ("toll", first.kind, first.who),
        tuple(
            Side(
                canonical_amount(g[0].value.amount),
                g[0].value.amount.text,
                tuple(s.frame for s in g),
            )
            for g in groups
        ),
        reported,
    )


def _weigh(groups: Sequence[Sequence[Stated[Toll]]], *, is_final: bool) -> Verdict:
    """Weigh the sides: only last words exclude each other, and none that is a guess."""
    plain = all(any(s.frame.claim.modality != "hedged" for s in g) for g in groups)
    return "conflict" if is_final and plain else "possible"


def _of_one_mind(tolls: Sequence[Toll]) -> list[Toll]:
    """Leave out sources that give two tolls: they have two counts in mind."""
    told: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        told[toll.frame.source.id].append(toll)
    return [
        toll
        for of_source in told.values()
        if all(
            _compare(a, b) is not Level.DISJOINT
            for a, b in itertools.combinations(of_source, 2)
        )
        for toll in of_source
    ]


def _compare(left: Toll, right: Toll) -> Level:
    if _is_part(left, right) or _is_part(right, left):
        return Level.MISSING
    return compare_quantities(left.amount, right.amount)


def ask_toll(tolls: Sequence[Toll]) -> str:
    """Ask for a toll, without the question mark: "How many did Storm Hilda kill"."""
    first = tolls[0]
    measures = [t.amount.measure for t in tolls if holds(t.frame.undergoers, t.amount)]
    who = ANYONE if first.who == ANYONE else min(measures, default=first.who)
    caused = [t.frame for t in tolls if _causes(t)]
    by_cause, alone = act_map("asked_toll")[first.kind].split("/")
    cause = name_side(caused, "agents")
    asked = by_cause.format(who=who, cause=cause) if cause else alone.format(who=who)
    return asked if cause else f"{asked}{_where(tolls)}"


def _where(tolls: Sequence[Toll]) -> str:
    """Name the place that most claims give: " in Hexby"."""
    places = Counter(p.name for t in tolls for p in t.frame.places)
    if not places:
        return ""
    return f" in {min(places, key=lambda name: (-places[name], name))}"


def _place(toll: Toll) -> tuple[str, int]:
    return (toll.frame.source.id, toll.amount.span.start)
