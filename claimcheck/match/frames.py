"""
View a claim as an event: who, whom, when, where, how many.

A frame holds only what was resolved.  An argument that the article left open, a date
without basis and a word that names no known entity leave their slot empty, and an empty
slot never conflicts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from claimcheck.match.ladders.dates import is_resolved, narrowest
from claimcheck.match.ladders.places import widen_keys
from claimcheck.match.sources import Source
from claimcheck.model import Argument, Claim, DateRange, Entity, Quantity, Role
from claimcheck.text.events import is_once_only, is_symmetric

# Whom or what an event is done to: a visit "to Pyongyang" has it as its goal, "of
# Pyongyang" as its patient.
_UNDERGOERS: tuple[Role, ...] = ("patient", "recipient", "goal", "topic")
_PARTAKERS: tuple[Role, ...] = ("agent", "companion")

_COMPARED = ("asserted", "reported", "hedged")

# An undated claim takes its date from a claim about the same participant that stands
# no more than this many sentences before it.
CONTEXT_SENTENCES = 2
# "Nine months ago", "last spring", "in September" point back less than this.
DEICTIC_REACH = dt.timedelta(days=731)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """
    Hold one claim with its slots filled.

    *agents* and *undergoers* are entity keys; of a symmetric family (to meet) all who
    take part are agents.  *wide* holds every key, with the country of each place.
    *heads* are the lemmas of arguments that name no entity.  Frames are compared by
    identity: each stands for one claim of one source.  *time* is what the claim
    states; *context* is what the text around an undated claim allows, good enough to
    tell which event is meant and never a position of its own.
    """

    claim: Claim
    source: Source
    agents: frozenset[str]
    undergoers: frozenset[str]
    wide: frozenset[str]
    heads: frozenset[str]
    time: DateRange | None
    context: DateRange | None
    places: tuple[Entity, ...]
    amounts: tuple[Quantity, ...]
    is_once: bool

    @property
    def family(self) -> str:
        """Return the family of the event, the claim's predicate."""
        return self.claim.predicate


def is_comparable(claim: Claim) -> bool:
    """Tell whether a claim states something that could be wrong as it stands."""
    return claim.modality in _COMPARED and bool(claim.arguments)


def build_frames(source: Source) -> tuple[Frame, ...]:
    """Build the frames of all comparable claims of one document, in text order."""
    frames: list[Frame] = []
    floor = _horizon(source)
    recent: dict[str, tuple[int, DateRange]] = {}
    for claim in source.claims:
        if not is_comparable(claim):
            continue
        frame = _fill(claim, source, None)
        if frame.time is None:
            frame = replace(frame, context=_context(frame, recent, floor))
        else:
            recent.update(dict.fromkeys(frame.wide, (claim.sentence, frame.time)))
        frames.append(frame)
    return tuple(frames)


def _context(
    frame: Frame,
    recent: Mapping[str, tuple[int, DateRange]],
    floor: dt.date | None,
) -> DateRange | None:
    """Return the date that the text around an undated claim allows, or nothing."""
    dates = [v for v in frame.claim.values if isinstance(v, DateRange)]
    if dates:  # the claim has a date that could not be resolved: "nine months ago"
        if floor is None or any(is_resolved(d) for d in dates):
            return None
        first = max(floor, dt.date.min + DEICTIC_REACH) - DEICTIC_REACH
        return replace(dates[0], first=first, last=None, basis="context")
    near = [
        (sentence, date)
        for key in sorted(frame.wide)
        for sentence, date in (recent.get(key, (-CONTEXT_SENTENCES - 1, None)),)
        if date is not None and frame.claim.sentence - sentence <= CONTEXT_SENTENCES
    ]
    if not near:
        return None
    return max(near, key=lambda n: n[0])[1]


def _horizon(source: Source) -> dt.date | None:
    """Return the latest day an undated article tells of: it cannot be older."""
    if source.published is not None:
        return None
    told = [
        date.first
        for claim in source.claims
        if claim.modality == "asserted"
        for date in claim.values
        if isinstance(date, DateRange) and date.basis == "stated" and date.first
    ]
    return max(told, default=None)


def _fill(claim: Claim, source: Source, context: DateRange | None) -> Frame:
    family = claim.predicate
    resolved = [a for a in claim.arguments if a.resolved]
    agents = _keys(a for a in resolved if a.role in _PARTAKERS)
    undergoers = _keys(a for a in resolved if a.role in _UNDERGOERS)
    if is_symmetric(family):
        agents, undergoers = agents | undergoers, frozenset()
    everyone = agents | undergoers
    return Frame(
        claim,
        source,
        agents,
        undergoers,
        widen_keys(everyone),
        frozenset(a.head for a in resolved if not a.keys and a.head),
        _time(claim),
        context,
        _places(claim, resolved),
        tuple(v for v in claim.values if isinstance(v, Quantity)),
        is_once_only(family) and _is_unique(undergoers or agents),
    )


def _keys(arguments: Iterable[Argument]) -> frozenset[str]:
    return frozenset(key for a in arguments for key in a.keys)


def _is_unique(keys: frozenset[str]) -> bool:
    """Tell whether the event befalls one thing: two killed men die two deaths."""
    return len(keys) == 1


def _time(claim: Claim) -> DateRange | None:
    """Return the date of the event; a date inside another argument is not its own."""
    dates = tuple(v for v in claim.values if isinstance(v, DateRange))
    timed = claim.with_role("time")
    own = tuple(d for d in dates if any(a.span.overlaps(d.span) for a in timed))
    return narrowest(own or (() if timed else dates))


def _places(claim: Claim, resolved: Iterable[Argument]) -> tuple[Entity, ...]:
    spans = [a.span for a in resolved if a.role == "place"]
    return tuple(
        v
        for v in claim.values
        if isinstance(v, Entity)
        and v.type == "place"
        and any(s.overlaps(v.span) for s in spans)
    )
