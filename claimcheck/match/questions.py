"""Ask what sources disagree about, as a person would ask it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import first_day, is_fine, length_in_days
from claimcheck.match.wording import name_keys, past_participle, say_date
from claimcheck.model import DateRange

# Families whose noun or verb is asked for in another way when nobody acts.
_INTRANSITIVE = {"kill": "die"}


def ask_when(frames: Sequence[Frame]) -> str:
    """Ask for the date of an event: "When did Russia invade Ukraine?"."""
    return f"When {_event(frames)}?"


def ask_where(frames: Sequence[Frame]) -> str:
    """Ask for the place: "Where did Putin and Kim meet in September 2023?"."""
    return f"Where {_event(frames)}{_moment(frames)}?"


def ask_whether(frames: Sequence[Frame]) -> str:
    """Ask whether an event happened: "Did Russia invade Ukraine?"."""
    event = _event(frames)
    return f"{event[:1].upper()}{event[1:]}{_moment(frames)}?"


def ask_how_many(measure: str, unit: str, frames: Sequence[Frame]) -> str:
    """Ask for a figure of an event or a state of things."""
    moment = _moment(frames)
    names = name_keys(_shared(frames, "agents") or _shared(frames, "wide"), frames)
    of = f" ({names})" if names else ""
    if unit in ("", "person"):
        return f"How many {measure}{of}{moment}?"
    return f"What is the figure for {measure}{of}{moment}?"


def _event(frames: Sequence[Frame]) -> str:
    """Word an event as the rest of a question, from what most claims say."""
    family = frames[0].family
    agents = name_keys(_shared(frames, "agents"), frames)
    undergoers = name_keys(_shared(frames, "undergoers"), frames)
    if agents:
        return " ".join(["did", agents, family, *([undergoers] if undergoers else [])])
    if family in _INTRANSITIVE:
        return f"did {undergoers} {_INTRANSITIVE[family]}"
    return f"was {undergoers} {past_participle(family)}"


def _shared(frames: Sequence[Frame], side: str) -> frozenset[str]:
    """Return the keys that most of the claims put on one side."""
    sides = Counter(keys for frame in frames if (keys := getattr(frame, side)))
    if not sides:
        return frozenset()
    return min(sides, key=lambda keys: (-sides[keys], sorted(keys)))


def _moment(frames: Sequence[Frame]) -> str:
    """Word the date that the claims share, the finest one: " in September 2023"."""
    dates = [f.time for f in frames if f.time is not None and f.time.last]
    if not dates:
        return ""
    finest = min(dates, key=lambda d: (length_in_days(d), first_day(d)))
    return f" {_preposition(finest)} {say_date(finest)}"


def _preposition(date: DateRange) -> str:
    return "on" if is_fine(date) and date.first == date.last else "in"
