"""Ask what sources disagree about, as a person would ask it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.match.acts import act_map, act_words
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import first_day, is_fine, length_in_days
from claimcheck.match.lexicon import word_map, word_set
from claimcheck.match.naming import name_side
from claimcheck.match.wording import past_participle, past_tense, say_date
from claimcheck.model import DateRange

_QUARTERS = ("first", "second", "third", "fourth")
# Particles that a verb loses its meaning without, "was switched off", and that govern
# no noun, as in "sank off Kalamos".
_PARTICLE = re.compile(
    r"\s(off|out|up|down|away|back)"
    r"(?=[.,;:)\u201d\"]|\s+(?:on|in|at|by|for|from|after|before|when|while|and|as)\b|$)"
)


def ask_when(frames: Sequence[Frame]) -> str:
    """Ask for the date of an event: "When did Russia invade Ukraine?"."""
    return f"When {_event(frames)}?"


def ask_where(frames: Sequence[Frame]) -> str:
    """Ask for the place: "Where did Putin and Kim meet in September 2023?"."""
    event = _event(frames)
    moment = say_moment(frames, event)
    # "Where did it close until the end of the month" asks for a bound, not a place.
    is_bound = moment.strip().split(" ", 1)[0] in act_words("openings", "bounds")
    return f"Where {event}{'' if is_bound else moment}?"


def ask_whether(frames: Sequence[Frame]) -> str:
    """Ask whether an event happened: "Did Russia invade Ukraine?"."""
    event = _event(frames)
    return f"{event[:1].upper()}{event[1:]}{say_moment(frames, event)}?"


def ask_score(frames: Sequence[Frame]) -> str:
    """Ask for the tally of a vote or a match."""
    if any(a.kind == "score" for f in frames for a in f.amounts) and not any(
        f.family in ("vote", "adopt", "approve", "enact", "pass") for f in frames
    ):
        told = tell(frames)
        return f"What was the score when {told}{say_moment(frames, told)}?"
    voters = name_side(frames, "agents")
    return f"How did {voters} vote{say_moment(frames, voters)}?"


def tell(frames: Sequence[Frame]) -> str:
    """Tell an event in the past tense: "Rovers defeated City"."""
    agents, patients = name_side(frames, "agents"), name_side(frames, "undergoers")
    family = frames[0].family
    if not agents and family in word_set("events", "intransitive"):
        agents, patients = patients, ""
    return " ".join(filter(None, [agents, past_tense(family), patients]))


def ask_who(frames: Sequence[Frame]) -> str:
    """Ask for the one who did it: "Who won the election in May 2024?"."""
    patient = name_side(frames, "undergoers")
    deed = past_tense(frames[0].family)
    return f"Who {deed} {patient}{say_moment(frames, patient)}?"


def _event(frames: Sequence[Frame]) -> str:
    """Word an event as the rest of a question, from what most claims say."""
    family = frames[0].family
    agents, patients = name_side(frames, "agents"), name_side(frames, "undergoers")
    if family in act_words("events", "of_office"):
        patients = ""
    office = _office(frames) if family in act_words("events", "of_office") else ""
    if family == "be":
        return " ".join(filter(None, ("was", agents, patients)))
    particle = _particle(frames)
    if agents and agents != patients:
        verb = act_map("asked_verb").get(family, family)
        if family == "become" and not office:
            verb = "take office"
        words = ["did", agents, verb, patients or office, particle]
    elif family in word_set("events", "intransitive"):
        words = ["did", patients, word_map("asked_as").get(family, family), particle]
    else:
        whom = patients or name_side(frames, "undergoers")
        words = ["was", whom, past_participle(family), office, particle]
    return " ".join(filter(None, words))


def _particle(frames: Sequence[Frame]) -> str:
    """Return the particle after the verb, where all claims have the same."""
    after = {
        found[1] if found else ""
        for f in frames
        for found in (_PARTICLE.match(f.source.text, f.claim.trigger.end),)
    }
    return after.pop() if len(after) == 1 else ""


def _office(frames: Sequence[Frame]) -> str:
    """Return what one became, was elected or appointed, if that is told."""
    told = [a.text for f in frames for a in f.claim.with_role("attribute")]
    return min(told, key=lambda office: (len(office), office), default="")


def say_moment(frames: Sequence[Frame], asked: str = "") -> str:
    """
    Word the date that the claims share, the finest one: " in September 2023".

    Nothing is said where the question has the date already: "the crash on 3 May 2013".
    """
    dates = [f.time for f in frames if f.time is not None and f.time.last]
    if not dates:
        return ""
    finest = min(dates, key=lambda d: (length_in_days(d), first_day(d)))
    period = _say_period(finest)
    if period in asked or finest.text in asked:
        return ""
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
