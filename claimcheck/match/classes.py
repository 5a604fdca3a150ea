"""
Know a thing by the class noun that another article of the folder ties to its name.

One article says "the European probe Argos", the next only "Argos touched down. The
probe was launched in May": there, too, the probe is Argos, if the article has named
nothing else that any article calls a probe.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.match.frames import Frame, map_participants
from claimcheck.match.participants import Participant, describes, name_key
from claimcheck.model import Argument, Claim, Entity
from claimcheck.text.antecedents_classes import covers

# A description that says nothing but the class: "the probe", "The 1,450-kg probe".
_BARE = re.compile(r"the (?:[\d,.]+-[\w-]+ )?(?P<noun>[a-z-]+)", re.IGNORECASE)
_NOVEL = re.compile(r"(?:an?|another|two|three|four|five|several)\s", re.IGNORECASE)
_NOUN_BEFORE = re.compile(r"(?P<noun>[a-z-]+)\s$")


@dataclass(frozen=True, slots=True)
class _Article:
    """
    Hold what an article tells of names.

    *first* is the place of the first mention of each name, with its key; *novel* the
    places where a thing without a name comes in, by its noun.
    """

    first: Mapping[str, tuple[int, str]]
    novel: Mapping[str, int]


def name_called(frames: Sequence[Frame]) -> list[Frame]:
    """Give participants known by a class noun alone the name that goes with it."""
    called: dict[str, set[str]] = defaultdict(set)
    by_article: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        by_article[frame.source.id].append(frame)
        for noun, key in _callings(frame.claim):
            called[noun].add(name_key(key))
    if not called:
        return list(frames)
    articles = {place: _read_article(own) for place, own in by_article.items()}
    meant = {
        noun: {n for word, found in called.items() if covers(noun, word) for n in found}
        for noun in {_bare_noun(p) for f in frames for p in (*f.agents, *f.undergoers)}
    }
    return [
        map_participants(
            frame,
            functools.partial(_named, meant=meant, article=articles[frame.source.id]),
        )
        for frame in frames
    ]


def _bare_noun(participant: Participant) -> str:
    """Return the noun of a description that says nothing but the class, or ""."""
    bare = None if participant.keys else _BARE.fullmatch(participant.text)
    return bare["noun"].lower() if bare else ""


def _callings(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the nouns that a claim calls things by, each with a key."""
    entities = [v for v in claim.values if isinstance(v, Entity)]
    for argument in claim.arguments:
        if len(argument.keys) != 1:
            continue
        if describes(argument):
            yield argument.head, argument.keys[0]
        for entity in entities:
            if entity.key in argument.keys and argument.antecedent is None:
                yield from _noun_before(argument, entity)
    if claim.predicate == "be" and claim.polarity == "affirmed":
        keys = [key for a in claim.with_role("agent") for key in a.keys]
        if len(keys) == 1:
            yield from ((a.head, keys[0]) for a in claim.with_role("attribute"))


def _noun_before(argument: Argument, entity: Entity) -> Iterator[tuple[str, str]]:
    words, _, _ = argument.text.partition(entity.text)
    found = _NOUN_BEFORE.search(words)
    if found and words != argument.text:
        yield found["noun"], entity.key


def _read_article(frames: Sequence[Frame]) -> _Article:
    first: dict[str, tuple[int, str]] = {}
    novel: dict[str, int] = {}
    for frame in frames:
        for value in frame.claim.values:
            if isinstance(value, Entity):
                place = (value.span.start, value.key)
                name = name_key(value.key)
                first[name] = min(place, first.get(name, place))
        for argument in frame.claim.arguments:
            if _NOVEL.match(argument.text) and not argument.keys:
                start = argument.span.start
                novel[argument.head] = min(start, novel.get(argument.head, start))
    return _Article(first, novel)


def _named(
    participant: Participant, meant: Mapping[str, set[str]], article: _Article
) -> Participant:
    noun = _bare_noun(participant)
    if not noun or participant.span is None:
        return participant
    start = participant.span.start
    named = (article.first[n] for n in meant[noun] if n in article.first)
    known = [(place, key) for place, key in named if place < start]
    if len(known) != 1:
        return participant
    ((place, key),) = known
    rivals = [at for word, at in article.novel.items() if covers(noun, word)]
    if any(place < at < start for at in rivals):
        return participant
    return participant.known_as(key)
