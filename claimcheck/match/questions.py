"""Ask what sources disagree about, as a person would ask it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.match.acts import act_map, act_words
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
from claimcheck.model import DateRange, Quantity

_QUARTERS = ("first", "second", "third", "fourth")
_NAMED = frozenset({"person", "country", "org", "place"})


def ask_when(frames: Sequence[Frame]) -> str:
    """Ask for the date of an event: "When did Russia invade Ukraine?"."""
    return f"When {_event(frames)}?"


def ask_where(frames: Sequence[Frame]) -> str:
    """Ask for the place: "Where did Putin and Kim meet in September 2023?"."""
    return f"Where {_event(frames)}{say_moment(frames)}?"


def ask_whether(frames: Sequence[Frame]) -> str:
    """Ask whether an event happened: "Did Russia invade Ukraine?"."""
    event = _event(frames)
    return f"{event[:1].upper()}{event[1:]}{say_moment(frames)}?"


def ask_score(frames: Sequence[Frame]) -> str:
    """Ask for the tally of a vote or a match."""
    if any(a.kind == "score" for f in frames for a in f.amounts) and not any(
        f.family in ("vote", "adopt", "approve", "enact", "pass") for f in frames
    ):
        return f"What was the score when {_told(frames)}{say_moment(frames)}?"
    return f"How was the vote of {name_side(frames, 'agents')}{say_moment(frames)}?"


def _told(frames: Sequence[Frame]) -> str:
    agents, patients = name_side(frames, "agents"), name_side(frames, "undergoers")
    return " ".join(filter(None, [agents, past_tense(frames[0].family), patients]))


def ask_who(frames: Sequence[Frame]) -> str:
    """Ask for the one who did it: "Who won the election in May 2024?"."""
    patient = name_side(frames, "undergoers")
    return f"Who {past_tense(frames[0].family)} {patient}{say_moment(frames)}?"


def _event(frames: Sequence[Frame]) -> str:
    """Word an event as the rest of a question, from what most claims say."""
    family = frames[0].family
    agents, patients = name_side(frames, "agents"), name_side(frames, "undergoers")
    if family in act_words("events", "of_office"):
        patients = ""
    office = _office(frames) if family in act_words("events", "of_office") else ""
    if agents:
        verb = act_map("asked_verb").get(family, family)
        if family == "become" and not office:
            verb = "take office"
        return " ".join(filter(None, ("did", agents, verb, patients or office)))
    if family in word_set("events", "intransitive"):
        return f"did {patients} {word_map('asked_as').get(family, family)}"
    whom = patients or name_side(frames, "undergoers")
    return " ".join(filter(None, ("was", whom, past_participle(family), office)))


def _office(frames: Sequence[Frame]) -> str:
    """Return what one became, was elected or appointed, if that is told."""
    told = [a.text for f in frames for a in f.claim.with_role("attribute")]
    return min(told, key=lambda office: (len(office), office), default="")


def name_side(frames: Sequence[Frame], side: str) -> str:
    """Name one side of an event as the claims that name it best do."""
    sides: list[tuple[Participant, ...]] = [
        people for frame in frames if (people := _without_amounts(frame, side))
    ]
    if not sides:
        return ""
    named = [people for people in sides if all(p.keys for p in people)] or sides
    spoken = Counter(_name(people, frames) for people in named)
    return min(spoken, key=lambda name: (-spoken[name], name))


def _without_amounts(frame: Frame, side: str) -> tuple[Participant, ...]:
    """Return a side without its amounts of money and with one part for each."""
    people: tuple[Participant, ...] = getattr(frame, side)
    # Whom something goes to is no part of what is given, bought or sent.
    if side == "undergoers":
        people = tuple(p for p in people if p.role == "patient") or people
    paid = [a.span for a in frame.amounts if a.kind in ("money", "duration", "share")]
    counted = [a for a in frame.amounts if a.kind == "count" and a.measure]
    return tuple(
        replace(p, text=_uncounted(p, counted))
        for p in people
        if p.span is None or not any(p.span.overlaps(span) for span in paid)
    )


def _uncounted(participant: Participant, counted: Sequence[Quantity]) -> str:
    """Return the words of a participant without the number it begins with."""
    for amount in counted:
        if participant.span and participant.span.start == amount.span.start:
            return participant.text.removeprefix(amount.text).lstrip()
    return participant.text


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


def say_moment(frames: Sequence[Frame]) -> str:
    """Word the date that the claims share, the finest one: " in September 2023"."""
    dates = [f.time for f in frames if f.time is not None and f.time.last]
    if not dates:
        return ""
    finest = min(dates, key=lambda d: (length_in_days(d), first_day(d)))
    period = _say_period(finest)
    if period.lower().split(" ", 1)[0] in act_words("openings", "bounds"):
        return f" {period}"
    return f" {_preposition(finest)} {period}"


def _say_period(date: DateRange) -> str:
    """Write a date without the days that it stands for: "the third quarter of 2024"."""
    if date.grain == "quarter" and date.first is not None:
        return f"the {_QUARTERS[date.first.month // 3]} quarter of {date.first.year}"
    return say_date(date).partition(" (")[0]


def _preposition(date: DateRange) -> str:
    return "on" if is_fine(date) and date.first == date.last else "in"
