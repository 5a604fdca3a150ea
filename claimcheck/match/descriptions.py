"""
Know a person by the description that another article ties to a name.

Reports open with "a former mayor of Hexby" and name him in the second sentence; the
next article says that Gerald Moss is the former mayor of Hexby.  Where an article names
the one whom a description fits, the description means him there.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.match.frames import Frame, map_participants
from claimcheck.match.participants import Participant, phrase_words, shared_key
from claimcheck.model import Entity

_PERSON = "person:"
# Words of a description without which it fits too many.
FEWEST_WORDS = 2


def name_described(frames: Sequence[Frame]) -> list[Frame]:
    """Give participants known by a description alone the key that goes with it."""
    names = _descriptions(frames)
    if not names:
        return list(frames)
    named: dict[str, set[str]] = {}
    for frame in frames:
        people = named.setdefault(frame.source.id, set())
        people.update(v.key for v in frame.claim.values if isinstance(v, Entity))
    return [
        map_participants(
            frame, functools.partial(_named, names=names, known=named[frame.source.id])
        )
        for frame in frames
    ]


def _descriptions(frames: Sequence[Frame]) -> Mapping[frozenset[str], str]:
    """Return the descriptions that fit one person only, by their words."""
    fitting: dict[frozenset[str], set[str]] = {}
    for frame in frames:
        for words, key in _described(frame):
            fitting.setdefault(words, set()).add(key)
    return {w: next(iter(keys)) for w, keys in fitting.items() if len(keys) == 1}


def _described(frame: Frame) -> Iterator[tuple[frozenset[str], str]]:
    """Yield what a claim says that a person is, where it names a place or a body."""
    claim = frame.claim
    keys = [key for p in frame.agents for key in p.keys]
    if claim.predicate != "be" or claim.polarity != "affirmed" or len(keys) != 1:
        return
    if not keys[0].startswith(_PERSON):
        return
    names = [v.span for v in claim.values if isinstance(v, Entity)]
    for office in claim.with_role("attribute"):
        words = frozenset(phrase_words(office.text))
        if len(words) >= FEWEST_WORDS and any(office.span.contains(n) for n in names):
            yield words, keys[0]


def _named(
    participant: Participant, names: Mapping[frozenset[str], str], known: set[str]
) -> Participant:
    key = "" if participant.keys else names.get(participant.words, "")
    if not key or shared_key(key) not in map(shared_key, known):
        return participant
    return participant.known_as(key)
