"""Check that a narrative does not run backwards and that a last one was the last."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import first_day, is_resolved, last_day
from claimcheck.match.participants import shared_key
from claimcheck.match.wording import say_date
from claimcheck.model import DateRange, Entity, Reading

# A sentence that opens with "In February 2023" sets the scene for the next.
_OPENING_WORDS = 8
_YEAR = re.compile(r"\d{4}")
_LAST = re.compile(r"\b(?:last|latest|most recent)\b", re.IGNORECASE)
_LAST_REACH = 60
# Two of those who take part must be the same, or two different "last meetings" of one
# man would be taken for one.
_SHARED_PARTICIPANTS = 2


def check_narrative(passages: Sequence[Passage]) -> Iterator[Result]:
    """Check "In February 2023 ... On January 27, ..." in sentences that follow on."""
    for earlier, later in itertools.pairwise(passages):
        if later.index != earlier.index + 1:
            continue
        if earlier.sentence.paragraph != later.sentence.paragraph:
            continue
        scene, step = _opening(earlier), _opening(later)
        if scene is None or step is None or scene.grain != "month":
            continue
        if (
            step.grain != "day"
            or _YEAR.search(step.text)
            or not _is_same_year(scene, step)
        ):
            continue
        if last_day(step) < first_day(scene):
            yield Result(
                "sequence",
                "possible",
                f"Was it in {scene.text} or on {step.text}?",
                "detail before its frame",
                f"{say_date(step)} lies before {say_date(scene)}, of which it is told.",
                step.span,
                step.text,
                f"a day in {scene.text}",
                (scene.span,),
            )


def _opening(passage: Passage) -> DateRange | None:
    start = passage.sentence.span.start
    for date in passage.dates:
        head = passage.reading.document.text[start : date.span.start]
        if len(head.split()) <= _OPENING_WORDS and is_resolved(date):
            return date
    return None


def _is_same_year(scene: DateRange, step: DateRange) -> bool:
    return first_day(scene).year == first_day(step).year


def check_last(reading: Reading, frames: Sequence[Frame]) -> Iterator[Result]:
    """Check "the last summit was held in 2019" against a later one in the article."""
    document = reading.document
    for last in frames:
        if last.time is None or not _is_last(last, document.text):
            continue
        named = _named_with(last, reading)
        later = [
            f
            for f in frames
            if _is_later(last, f)
            and len(named & (f.keys | _named_with(f, reading))) >= _SHARED_PARTICIPANTS
        ]
        if later:
            yield _not_last(last, later[0])


def _named_with(frame: Frame, reading: Reading) -> frozenset[str]:
    """Return the keys of all that the sentence of a frame names."""
    sentence = reading.sentences[frame.claim.sentence].span
    return frozenset(
        shared_key(value.key)
        for value in reading.values
        if isinstance(value, Entity) and sentence.overlaps(value.span)
    )


def _is_last(frame: Frame, text: str) -> bool:
    """Tell whether "last" stands right before the event's word."""
    trigger = frame.claim.trigger
    head = text[
        max(frame.claim.span.start, trigger.start - _LAST_REACH) : trigger.start
    ]
    return bool(_LAST.search(head))


def _is_later(last: Frame, other: Frame) -> bool:
    time = other.time or other.context
    if last.family != other.family or time is None or last.time is None:
        return False
    if other.claim.modality != "asserted" or time.first is None:
        return False
    if time.basis == "none" or time.last is None:
        return False
    return time.first > last_day(last.time)


def _not_last(last: Frame, later: Frame) -> Result:
    time = later.time or later.context
    if last.time is None or time is None:
        message = "an event without a date cannot be earlier or later"
        raise ValueError(message)
    when = say_date(last.time)
    return Result(
        "sequence",
        "possible",
        f"Was the one of {when} the last?",
        "a later one is told",
        f"{when} is called the last, and one of {say_date(time)} is told as well.",
        last.claim.trigger,
        when,
        say_date(time),
        (later.claim.trigger,),
    )
