"""Ask what sources disagree about, as a person would ask it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import first_day, is_fine, length_in_days
from claimcheck.match.lexicon import word_map, word_set
from claimcheck.match.participants import Participant
from claimcheck.match.wording import (
    join_words,
    name_keys,
    past_participle,
    past_tense,
    say_date,
)
from claimcheck.model import DateRange

_NAMED = frozenset({"person", "country", "org", "place"})


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
    names = _side(frames, "agents") or _side(frames, "undergoers")
    of = f" ({names})" if names and names.lower() != measure.lower() else ""
    if unit in ("", "person"):
        return f"How many {measure}{of}{_moment(frames)}?"
    return f"What is the figure for {measure}{of}{_moment(frames)}?"


def ask_score(frames: Sequence[Frame]) -> str:
    """Ask for the tally of a vote or a match."""
    if any(a.kind == "score" for f in frames for a in f.amounts) and not any(
        f.family in ("vote", "adopt", "approve", "enact", "pass") for f in frames
    ):
        return f"What was the score when {_told(frames)}{_moment(frames)}?"
    return f"How was the vote of {_side(frames, 'agents')}{_moment(frames)}?"


def _told(frames: Sequence[Frame]) -> str:
    agents, patients = _side(frames, "agents"), _side(frames, "undergoers")
    return " ".join(filter(None, [agents, past_tense(frames[0].family), patients]))


def ask_who(frames: Sequence[Frame]) -> str:
    """Ask for the one who did it: "Who won the election in May 2024?"."""
    patient = _side(frames, "undergoers")
    return f"Who {past_tense(frames[0].family)} {patient}{_moment(frames)}?"


def _event(frames: Sequence[Frame]) -> str:
    """Word an event as the rest of a question, from what most claims say."""
    family = frames[0].family
    agents, patients = _side(frames, "agents"), _side(frames, "undergoers")
    if agents:
        return " ".join(["did", agents, family, *([patients] if patients else [])])
    if family in word_set("events", "intransitive"):
        return f"did {patients} {word_map('asked_as').get(family, family)}"
    return f"was {patients} {past_participle(family)}"


def _side(frames: Sequence[Frame], side: str) -> str:
    """Name one side of an event as the claims that name it best do."""
    sides: list[tuple[Participant, ...]] = [
        people for frame in frames if (people := getattr(frame, side))
    ]
    if not sides:
        return ""
    named = [people for people in sides if all(p.keys for p in people)] or sides
    spoken = Counter(_name(people, frames) for people in named)
    return min(spoken, key=lambda name: (-spoken[name], name))


def _name(people: Sequence[Participant], frames: Sequence[Frame]) -> str:
    """Name people, states and places by their full names, the rest by its words."""
    spoken = [
        name_keys(sorted(p.keys), frames) if _has_known_name(p) else _inside(p.text)
        for p in people
    ]
    return join_words(list(dict.fromkeys(spoken)))


def _has_known_name(participant: Participant) -> bool:
    kinds = {key.partition(":")[0] for key in participant.keys}
    return bool(kinds) and kinds <= _NAMED


def _inside(text: str) -> str:
    """Return a phrase as it stands inside a sentence: "the strike"."""
    first, _, rest = text.partition(" ")
    if first in ("The", "A", "An", "Its", "Their", "His", "Her") and rest:
        return f"{first.lower()} {rest}"
    return text


def _moment(frames: Sequence[Frame]) -> str:
    """Word the date that the claims share, the finest one: " in September 2023"."""
    dates = [f.time for f in frames if f.time is not None and f.time.last]
    if not dates:
        return ""
    finest = min(dates, key=lambda d: (length_in_days(d), first_day(d)))
    return f" {_preposition(finest)} {say_date(finest)}"


def _preposition(date: DateRange) -> str:
    return "on" if is_fine(date) and date.first == date.last else "in"
