"""Ask for an amount as a person would: by what the amount is in its claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from claimcheck.match.acts import act_map, act_words
from claimcheck.match.frames import Frame
from claimcheck.match.lexicon import word_set
from claimcheck.match.measures import figure_key, measure_head, measure_words
from claimcheck.match.naming import name_side
from claimcheck.match.participants import DEFINITE, Participant, canonical
from claimcheck.match.questions import say_moment, tell
from claimcheck.match.tolls import holds
from claimcheck.match.wording import past_participle, past_tense
from claimcheck.model import Quantity

Figure: TypeAlias = tuple[Quantity, Frame]

_POSSESSIVE = re.compile(r"\w['\u2019]s? ")
_PRONOUN = re.compile(r"\b(?:it|its|them|their|him|his|her)\b", re.IGNORECASE)
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
        asked = pattern.format(whom=whom)
        return f"{asked}{say_moment(frames, asked)}?"
    adjective = act_map("asked_extent").get(head)
    if adjective is not None and amount.dimension:
        return f"How {adjective} is {_bearer(figures, head)}?"
    if amount.unit in _COUNTED and amount.kind == "count" and amount.measure:
        asked = _count(amount, frame, frames)
    else:
        asked = _measure(amount, frame, frames)
    return f"{asked}{say_moment(frames, asked)}?"


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
    known = [p for p in people if p.keys or p.text.lower().startswith(DEFINITE)]
    best = max(known, key=lambda p: (bool(p.keys), len(p.text)), default=None)
    whom = best.text if best else "it"
    if best is None:
        pattern = pattern.removesuffix(" of {whom}")
    elif not best.keys or whom.startswith(("A ", "An ", "The ")):
        whom = whom[:1].lower() + whom[1:]
    return f"{pattern.format(whom=whom)}{say_moment(frames)}?"


def _clarity(figure: Figure) -> tuple[bool, int, int]:
    """Rank claims by how well they name the bearer, the longer measure first."""
    amount, frame = figure
    named = any(p.keys for p in (*frame.agents, *frame.undergoers))
    return (named, len(amount.measure), -frame.claim.span.start)


def _count(amount: Quantity, frame: Frame, frames: Sequence[Frame]) -> str:
    many = f"How many {amount.measure}"
    agents, patients = name_side((frame,), "agents"), name_side((frame,), "undergoers")
    family = act_map("asked_verb").get(frame.family, frame.family)
    is_toll = measure_head(amount.measure) in act_words("tolls", "killed")
    is_state = frame.family in ("be", "have", "share")
    if is_toll or (is_state and not holds(frame.agents, amount)):
        has_bearer = agents and not is_toll
        return f"{many} did {agents} have" if has_bearer else f"{many} were there"
    if holds(frame.agents, amount):
        return " ".join(filter(None, (many, past_tense(family), patients)))
    if holds(frame.undergoers, amount):
        if agents:
            return f"{many} did {agents} {family}"
        if frame.family in word_set("events", "intransitive"):
            return f"{many} {past_tense(frame.family)}"
        return f"{many} were {past_participle(family)}"
    told = tell([f for f in frames if f.family == frame.family])
    is_act = " " in told and frame.family not in word_set("events", "stative")
    return f"{many} were there{f' when {told}' if is_act else ''}"


def _measure(amount: Quantity, frame: Frame, frames: Sequence[Frame]) -> str:
    measure = _plain(amount.measure or amount.measure_head)
    if _POSSESSIVE.search(measure):
        return f"What was {measure}"
    if amount.kind == "share" and _is_part(amount, frame):
        return _share(f"What share of the {measure}", amount, frame)
    was = "were" if measure.endswith("s") and not measure.endswith("ss") else "was"
    if any(phrase in f" {measure} " for phrase in _OF_PHRASES):
        return f"What {was} the {measure}"
    names = _named(frames, "agents") or _named(frames, "undergoers")
    if not names or set(measure_words(names)) & set(measure_words(measure)):
        return f"What {was} the {measure}"
    return f"What {was} {names}'s {measure}"


def _share(share: str, amount: Quantity, frame: Frame) -> str:
    """Ask for the share that one has, or of those to whom something happens."""
    agents, patients = name_side((frame,), "agents"), name_side((frame,), "undergoers")
    verb = frame.family
    if holds(frame.agents, amount):
        deed = "was" if verb == "be" else past_tense(verb)
        return " ".join(filter(None, (share, deed, patients)))
    if holds(frame.undergoers, amount) and verb not in ("be", "have"):
        return f"{share} did {agents} {verb}" if agents else share
    before = frame.source.text[max(0, amount.span.start - 3) : amount.span.start]
    if before.lower() == "in " and agents:
        return f"In {share[0].lower()}{share[1:]} did {agents} {verb}"
    return f"{share} did {agents or patients} have" if agents or patients else share


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


def _bearer(figures: Sequence[Figure], extent: str) -> str:
    """Name what has an extent: what is measured, or else the subject."""
    measure = max((_plain(a.measure) for a, _ in figures), key=len)
    if measure and canonical(measure) != extent:
        return f"the {measure}"
    for side in ("agents", "undergoers"):
        # The fullest name tells most: "the wall of the Halden dam", not "the wall".
        names = [name_side((frame,), side) for _, frame in figures]
        names = [name for name in names if not _PRONOUN.search(name)] or names
        if any(names):
            return max(names, key=lambda name: (len(name), name))
    return "it"
