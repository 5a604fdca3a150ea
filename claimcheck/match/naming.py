"""Name those who take part in an event as a question about it would name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.match.frames import Frame
from claimcheck.match.lexicon import word_set
from claimcheck.match.participants import Participant
from claimcheck.match.wording import join_words, name_keys
from claimcheck.model import Quantity

_NAMED = frozenset({"person", "country", "org", "place"})
_OWN = ("his ", "her ", "its ", "their ")
_THE = "the "
_DETERMINERS = ("The", "Its", "Their", "His", "Her", "This", "These", "Some")
_LISTED = re.compile(r",|\band\b|&")


def name_side(frames: Sequence[Frame], side: str) -> str:
    """Name one side of an event as the claims that name it best do."""
    sides = [
        (people, frame) for frame in frames if (people := without_amounts(frame, side))
    ]
    if not sides:
        return ""
    named = [s for s in sides if all(p.keys for p in s[0])] or sides
    spoken = Counter(_name(people, frame, frames) for people, frame in named)
    return min(spoken, key=lambda n: (-spoken[n], not n.startswith(_THE), n))


def without_amounts(frame: Frame, side: str) -> tuple[Participant, ...]:
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


def _name(people: Sequence[Participant], frame: Frame, frames: Sequence[Frame]) -> str:
    """Name people, states and places by their full names, the rest by its words."""
    spoken = [
        _by_name(p, frames) if _has_known_name(p) else _by_words(p, frame, frames)
        for p in people
    ]
    return join_words(list(dict.fromkeys(spoken)))


def _has_known_name(participant: Participant) -> bool:
    kinds = {key.partition(":")[0] for key in participant.keys}
    is_list = len(participant.keys) < 2 or _LISTED.search(participant.text)  # noqa: PLR2004 - one needs no joining
    return bool(kinds) and kinds <= _NAMED and bool(is_list)


def _by_name(participant: Participant, frames: Sequence[Frame]) -> str:
    """Return the full name, with the article that its text has: "the Senate"."""
    name = name_keys(sorted(participant.keys), frames)
    text = participant.text
    has_article = text.lower().startswith(_THE) and name.split(" ", 1)[0] in text
    is_person = " " in name and any(k.startswith("person:") for k in participant.keys)
    if name.lower().startswith(_THE) or is_person or _LISTED.search(name):
        return name
    return f"{_THE}{name}" if has_article else name


def _by_words(participant: Participant, frame: Frame, frames: Sequence[Frame]) -> str:
    """Return a phrase, as it was printed where it begins with a possessive pronoun."""
    printed = participant.span.of(frame.source.text) if participant.span else ""
    agents = [p.text for p in frame.agents if p.span != participant.span]
    is_own = printed.lower().startswith(_OWN) and any(
        participant.text.startswith(agent) for agent in agents
    )
    return inside_sentence(printed if is_own else participant.text, frames)


def inside_sentence(text: str, frames: Sequence[Frame]) -> str:
    """
    Return a phrase as it stands inside a sentence: "the strike", "thieves".

    A capital that only the beginning of a sentence gave it is lowered: an article's,
    and that of a word which some article also writes without.
    """
    first, _, rest = text.partition(" ")
    if not first[:1].isupper():
        return text
    lowered = f"{first.lower()} {rest}".rstrip()
    if first in _DETERMINERS and rest:
        return lowered
    if first in ("A", "An"):
        return lowered if rest[:1].islower() else text
    if first.lower() in word_set("statements", "common_subjects"):
        return lowered
    word = re.compile(rf"\b{re.escape(first.lower())}\b")
    # By their texts: a source is hashed by all its claims.
    is_common = any(map(word.search, dict.fromkeys(f.source.text for f in frames)))
    return lowered if is_common else text
