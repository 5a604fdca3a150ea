"""
View a claim as an event: who, whom, when, where, how many.

A frame holds only what was resolved.  An argument that the article left open, a date
without basis and a word that names no known entity leave their slot empty, and an empty
slot never conflicts.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck.match.ladders.dates import is_resolved, narrowest
from claimcheck.match.lexicon import word_set
from claimcheck.match.participants import Participant, build_participants
from claimcheck.match.sources import Source
from claimcheck.model import Claim, DateRange, Entity, Quantity, Role
from claimcheck.text.events import is_once_only, is_symmetric

# Whom or what an event is done to: a visit "to Pyongyang" has it as its goal, "of
# Pyongyang" as its patient.
_UNDERGOERS: tuple[Role, ...] = ("patient", "recipient", "goal")
_PARTAKERS: tuple[Role, ...] = ("agent", "companion")
_SETTING: tuple[Role, ...] = ("place", "source", "goal", "instrument")

_COMPARED = ("asserted", "reported", "hedged")

# An undated claim takes its date from a claim about the same participant that stands
# no more than this many sentences before it.
CONTEXT_SENTENCES = 2
# "Nine months ago", "last spring", "in September" point back less than this.
DEICTIC_REACH = dt.timedelta(days=731)
# Entities by which two articles are taken to tell of one affair.
TOPIC_KEYS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """
    Hold one claim with its slots filled.

    Of a symmetric family (to meet) all who take part are *agents*.  *setting* holds
    where from, where to and with what.  *keys* holds every entity key that takes part.
    *time* is what the claim states; *context* is what the text around an undated claim
    allows, good enough to tell which event is meant and never a position of its own.
    *topic* holds the entities that the article is about.  Frames are compared by
    identity: each stands for one claim of one source.
    """

    claim: Claim
    source: Source
    agents: tuple[Participant, ...]
    undergoers: tuple[Participant, ...]
    setting: tuple[Participant, ...]
    keys: frozenset[str]
    time: DateRange | None
    context: DateRange | None
    places: tuple[Entity, ...]
    amounts: tuple[Quantity, ...]
    is_once: bool
    topic: frozenset[str] = frozenset()

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
    floor, topic = _horizon(source), _topic(source)
    recent: dict[str, tuple[int, DateRange]] = {}
    for claim in source.claims:
        if not is_comparable(claim):
            continue
        frame = _fill(claim, source, topic)
        if frame.time is None:
            frame = replace(frame, context=_context(frame, recent, floor))
        else:
            recent.update(dict.fromkeys(frame.keys, (claim.sentence, frame.time)))
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
        for key in sorted(frame.keys)
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


def _fill(claim: Claim, source: Source, topic: frozenset[str]) -> Frame:
    family = claim.predicate
    people = build_participants(claim)
    agents = tuple(p for p in people if p.role in _PARTAKERS)
    undergoers = tuple(p for p in people if p.role in _UNDERGOERS)
    if is_symmetric(family):
        agents, undergoers = agents + undergoers, ()
    setting = tuple(p for p in people if p.role in _SETTING)
    return Frame(
        claim,
        source,
        agents,
        undergoers,
        setting,
        frozenset().union(*(p.wide for p in (*agents, *undergoers))),
        _time(claim),
        None,
        _places(claim),
        tuple(v for v in claim.values if isinstance(v, Quantity)),
        _is_once(family, undergoers or agents),
        topic,
    )


def _is_once(family: str, befallen: tuple[Participant, ...]) -> bool:
    """Tell whether the event befalls one named or definite thing, and only once."""
    if not (is_once_only(family) or family in word_set("events", "one_time")):
        return False
    if len(befallen) != 1:
        return False
    (one,) = befallen
    named = len(one.keys) == 1
    definite = one.text.lower().startswith(("the ", "its ", "their ", "his ", "her "))
    return named or definite or (not one.keys and one.text[:1].isupper())


def _topic(source: Source) -> frozenset[str]:
    """Return what an article is about: the entities it names most, no countries."""
    named = Counter(
        key
        for claim in source.claims
        for argument in claim.arguments
        for key in argument.keys
        if not key.startswith("country:")
    )
    ranked = sorted(named, key=lambda key: (-named[key], key))
    return frozenset(ranked[:TOPIC_KEYS])


def _time(claim: Claim) -> DateRange | None:
    """Return the date of the event; a date inside another argument is not its own."""
    dates = tuple(v for v in claim.values if isinstance(v, DateRange))
    timed = claim.with_role("time")
    own = tuple(d for d in dates if any(a.span.overlaps(d.span) for a in timed))
    return narrowest(own or (() if timed else dates))


def _places(claim: Claim) -> tuple[Entity, ...]:
    spans = [
        a.span
        for a in claim.arguments
        if a.resolved and a.role in ("place", "source") and a.marker != "near"
    ]
    found = [
        v
        for v in claim.values
        if isinstance(v, Entity)
        and v.type == "place"
        and any(s.overlaps(v.span) for s in spans)
    ]
    # "In Riga, Latvia" names one place twice: the wider one says nothing more.
    outer = {key for place in found for key in place.within}
    return tuple(place for place in found if place.key not in outer)
