"""Ask for an amount as a person would: by what the amount is in its claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from claimcheck.match.acts import act_map
from claimcheck.match.frames import Frame
from claimcheck.match.lexicon import word_set
from claimcheck.match.measures import figure_key, measure_words
from claimcheck.match.participants import Participant
from claimcheck.match.questions import name_side, say_moment
from claimcheck.match.wording import past_participle, past_tense
from claimcheck.model import Quantity

Figure: TypeAlias = tuple[Quantity, Frame]

_POSSESSIVE = re.compile(r"\w['\u2019]s? ")
_COUNTED = ("", "person")
_OF_PHRASES = (" of ", " between ", " in ", " for ")


def ask_figure(figures: Sequence[Figure]) -> str:
    """
    Ask for an amount: "How many people were injured?", "How long is the border?".

    The amount of an act is asked for by the act ("What was paid for Volto?"), an extent
    by its adjective, a count by the part that what is counted plays in the claim, and
    whatever else as the measure of its bearer ("What was Nordkyst's revenue?").
    """
    amount, frame = max(figures, key=_clarity)
    frames = [f for _, f in figures]
    head = figure_key(amount)[1]
    pattern = act_map("asked_amount").get(head)
    if pattern is not None:
        whom = _named(frames, "undergoers") or name_side(frames, "undergoers") or "it"
        return f"{pattern.format(whom=whom)}{say_moment(frames)}?"
    adjective = act_map("asked_extent").get(head)
    if adjective is not None and amount.dimension:
        return f"How {adjective} is {_bearer(figures)}?"
    if amount.unit in _COUNTED and amount.kind == "count" and amount.measure:
        return f"{_count(amount, frame, frames)}{say_moment(frames)}?"
    return f"{_measure(amount, frame, frames)}{say_moment(frames)}?"


def ask_measure(
    pattern: str, people: Sequence[Participant], frames: Sequence[Frame]
) -> str:
    """
    Ask for a measure in its own words: "How long was the sentence of Moss?".

    Args:
        pattern: The question, with "{whom}" for what has the measure.
        people: Who and what the claims name beside the amount; a name is preferred.
        frames: The claims, whose date is that of the question.
    """
    best = max(people, key=lambda p: (bool(p.keys), len(p.text)), default=None)
    whom = best.text if best else "it"
    if best is None:
        pattern = pattern.removesuffix(" of {whom}")
    elif not best.keys:
        whom = whom[:1].lower() + whom[1:]
    return f"{pattern.format(whom=whom)}{say_moment(frames)}?"


def _clarity(figure: Figure) -> tuple[bool, int, int]:
    """Rank claims by how well they name the bearer, the longer measure first."""
    amount, frame = figure
    named = any(p.keys for p in (*frame.agents, *frame.undergoers))
    return (named, len(amount.measure), -frame.claim.span.start)


def _holds(people: Sequence[Participant], amount: Quantity) -> bool:
    return any(p.span is not None and p.span.overlaps(amount.span) for p in people)


def _count(amount: Quantity, frame: Frame, frames: Sequence[Frame]) -> str:
    many = f"How many {amount.measure}"
    agents, patients = name_side((frame,), "agents"), name_side((frame,), "undergoers")
    family = act_map("asked_verb").get(frame.family, frame.family)
    if frame.family in ("be", "have", "share") and not _holds(frame.agents, amount):
        return f"{many} did {agents} have" if agents else f"{many} were there"
    if _holds(frame.agents, amount):
        return " ".join(filter(None, (many, past_tense(family), patients)))
    if _holds(frame.undergoers, amount):
        if agents:
            return f"{many} did {agents} {family}"
        if frame.family in word_set("events", "intransitive"):
            return f"{many} {past_tense(frame.family)}"
        return f"{many} were {past_participle(family)}"
    names = _named(frames, "agents") or _named(frames, "undergoers")
    return f"{many} ({names})" if names else many


def _measure(amount: Quantity, frame: Frame, frames: Sequence[Frame]) -> str:
    measure = _plain(amount.measure or amount.measure_head)
    if _POSSESSIVE.search(measure):
        return f"What was {measure}"
    if amount.kind == "share" and _is_part(amount, frame):
        names = _named(frames, "agents") or _named(frames, "undergoers")
        return f"What share of the {measure}{f' ({names})' if names else ''}"
    was = "were" if measure.endswith("s") and not measure.endswith("ss") else "was"
    if any(phrase in f" {measure} " for phrase in _OF_PHRASES):
        return f"What {was} the {measure}"
    names = _named(frames, "agents") or _named(frames, "undergoers")
    if not names or set(measure_words(names)) & set(measure_words(measure)):
        return f"What {was} the {measure}"
    return f"What {was} {names}'s {measure}"


def _is_part(amount: Quantity, frame: Frame) -> bool:
    return frame.source.text[amount.span.end :][:4] == " of "


def _plain(measure: str) -> str:
    """Return a measure as it stands after "the", without a period it begins with."""
    words = measure.split()
    while len(words) > 1 and words[0].lower().endswith("-quarter"):
        words.pop(0)
    if words and words[0].lower() in ("the", "a", "an"):
        words.pop(0)
    if words and words[0].istitle() and not _POSSESSIVE.search(measure):
        words[0] = words[0].lower()
    return " ".join(words)


def _named(frames: Sequence[Frame], side: str) -> str:
    """Name a side by participants that are named and no amounts, or not at all."""
    known = [f for f in frames if any(p.keys for p in getattr(f, side))]
    return name_side(known, side) if known else ""


def _bearer(figures: Sequence[Figure]) -> str:
    """Name what has an extent: what is measured, or else the subject."""
    measure = max((_plain(a.measure) for a, _ in figures), key=len)
    if measure:
        return f"the {measure}"
    frames = [f for _, f in figures]
    return name_side(frames, "agents") or name_side(frames, "undergoers") or "it"
