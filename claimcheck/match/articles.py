"""
Tell what a bare description means in the articles of one affair.

"The driver" of one report is "the engine driver" of the next only where both tell of
one affair (`Affairs.are_one`) and came out close together.  There a definite
description stands for the one thing that it fits, as long as each article has no
second thing that it fits too; "the mayor" stands for Ines Calder where an article
calls her Mayor Calder.

What is tied here is the occasion, not the statement: whether two statements can both
be right is for the rules that ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.match.acts import opens_with
from claimcheck.match.affairs import SHARED_NAMES, Name, name_of, share_names
from claimcheck.match.frames import Frame
from claimcheck.match.measures import fold_word, measure_head
from claimcheck.match.participants import (
    DEFINITE,
    Participant,
    build_participants,
    canonical,
    phrase_words,
    relate,
)
from claimcheck.match.sources import Source
from claimcheck.model import Claim, DateRange, Entity

# Days after which a report is of what came of an affair.
AFFAIR_DAYS = 31
NEWS_DAYS = 7
# Code points of a word that may be a title.
LONGEST_TITLE = 24
_BEFORE_NAME = re.compile(r"([^\W\d_][\w-]*) $")
_COUNTRY = "country:"


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """
    Hold what an article says its people and things are called.

    *names* are those of people, bodies and places, no countries.  *titles* are the
    words that it puts to a name ("Mayor Calder", "Calder is the mayor").  *called*
    holds, by head noun, the ways in which it describes things; *several* the nouns of
    which it has more than one thing: "another driver".
    """

    source: Source
    names: frozenset[Name]
    titles: Mapping[str, frozenset[str]]
    called: Mapping[str, frozenset[frozenset[str]]]
    several: frozenset[str]


def _build(source: Source) -> Article:
    titles: dict[str, set[str]] = {}
    called: dict[str, set[frozenset[str]]] = {}
    several: set[str] = set()
    for claim in source.claims:
        for value in claim.values:
            title = _title(source.text, value) if isinstance(value, Entity) else ""
            if isinstance(value, Entity) and title:
                titles.setdefault(value.key, set()).add(title)
        for key, title in _said_to_be(claim):
            titles.setdefault(key, set()).add(title)
        for person in everyone(claim):
            if not person.keys and person.head:
                called.setdefault(person.head, set()).add(person.words)
                if opens_with(person.text, "beside_another"):
                    several.add(person.head)
    entities = (v for c in source.claims for v in c.values if isinstance(v, Entity))
    return Article(
        source,
        frozenset(name_of(e.key) for e in entities if not e.key.startswith(_COUNTRY)),
        {key: frozenset(words) for key, words in titles.items()},
        {head: frozenset(ways) for head, ways in called.items()},
        frozenset(several),
    )


def _title(text: str, name: Entity) -> str:
    """Return the word right before a name: "Mayor" Calder."""
    start = name.span.start
    before = _BEFORE_NAME.search(text[max(start - LONGEST_TITLE, 0) : start])
    return fold_word(before[1]) if before else ""


def _said_to_be(claim: Claim) -> Iterable[tuple[str, str]]:
    if claim.predicate == "be" and claim.polarity == "affirmed":
        for holder in claim.with_role("agent"):
            for office in claim.with_role("attribute"):
                yield from ((key, canonical(office.head)) for key in holder.keys)


def everyone(claim: Claim) -> tuple[Participant, ...]:
    """
    Build the participants of a claim, those known by a description alone among them.

    An article that has not settled which mayor "the mayor" is may still mean the one
    mayor of its affair.
    """
    arguments = tuple(
        replace(a, resolved=True) if _is_description(a.text, a.head) else a
        for a in claim.arguments
    )
    return build_participants(replace(claim, arguments=arguments), {})


def _is_description(text: str, head: str) -> bool:
    return text.lower().startswith("the ") and head in text.lower()


@dataclass(frozen=True, slots=True, eq=False)
class Affairs:
    """Hold what is known of the articles of a folder, by the ids of their sources."""

    articles: Mapping[str, Article]

    def are_one(self, left: Source, right: Source) -> bool:
        """
        Tell whether two sources report one affair within a month.

        They share the names that `affairs` asks for, be they main ones or not: what
        is compared further has a thing in common as well.
        """
        ours, theirs = self.of(left, right)
        days = days_between(left, right)
        shared = len(share_names(ours.names, theirs.names))
        if days is None:
            return shared > SHARED_NAMES
        return days <= AFFAIR_DAYS and shared >= SHARED_NAMES

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the sources in their order."""
        return tuple(article.source for article in self.articles.values())

    def of(self, *sources: Source) -> tuple[Article, ...]:
        """Return what is known of some articles."""
        return tuple(self.articles[source.id] for source in sources)


def build_affairs(sources: Iterable[Source]) -> Affairs:
    """Build what is known of every article."""
    return Affairs({source.id: _build(source) for source in sources})


def days_between(left: Source, right: Source) -> int | None:
    """Return the days between two publications, or None where one is not known."""
    if left.published is None or right.published is None:
        return None
    return abs((left.published - right.published).days)


def is_one_thing(
    left: Participant, right: Participant, articles: Sequence[Article]
) -> bool:
    """
    Tell whether two articles of one affair mean the same by two participants.

    Args:
        left: A participant of the first article.
        right: A participant of the second.
        articles: The two articles, in this order.
    """
    if left.keys and right.keys:
        return len(left.keys) == len(right.keys) and relate(left, right).agrees
    if left.keys or right.keys:
        named, plain = (left, right) if left.keys else (right, left)
        known = articles[0] if left.keys else articles[1]
        titles = [known.titles.get(key, frozenset()) for key in named.keys]
        return (
            len(titles) == 1
            and plain.head in titles[0]
            and is_definite(plain)
            and len(plain.words) == 1
        )
    if not left.head or left.head != right.head:
        return False
    nested = left.words <= right.words or right.words <= left.words
    return nested and all(map(_is_only_one, (left, right), articles))


def _is_only_one(thing: Participant, article: Article) -> bool:
    """Tell whether an article has one thing only that a description fits."""
    if thing.head in article.several:
        return False
    ways = article.called.get(thing.head, frozenset())
    fitting = [w for w in ways if thing.words <= w or w <= thing.words]
    return all(a <= b or b <= a for a in fitting for b in fitting)


def is_definite(participant: Participant) -> bool:
    """Tell whether a phrase means one known thing: a name, "the driver"."""
    return bool(participant.keys) or participant.text.lower().startswith(DEFINITE)


def describe(phrase: str, claim: Claim) -> Participant:
    """Build the participant that a phrase of a claim is, where no argument holds it."""
    keys = frozenset(
        v.key
        for v in claim.values
        if isinstance(v, Entity) and phrase.endswith(v.text) and v.type != "place"
    )
    words = frozenset(phrase_words(phrase))
    head = canonical(measure_head(phrase))
    return Participant("other", phrase, keys, keys, head, words)


def own_time(frame: Frame) -> DateRange | None:
    """
    Return the date of an event; that of "a review in January" is the review's.

    What is said of a state is dated with it: "remained shut on Sunday".
    """
    time = frame.time
    if time is None:
        return None
    holders = [a for a in frame.claim.arguments if a.span.contains(time.span)]
    return time if all(a.role in ("time", "attribute") for a in holders) else None
