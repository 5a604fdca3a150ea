"""
Compare in what order articles of one affair tell two events.

"She attacked before Lund fell" and "After Lund fell, Marsh made her move" agree on both
events and on every slot of them; they differ in which came first.  An *order* is read
where a clause or a noun of an event hangs on another by a word that settles it
(`orders.toml`): the claims of one sentence are already apart, so the word stands right
before the second of them.

Two orders are at odds where the two events are the same (one kind, one subject) and
stand the other way round.  What is done at any time and again (to work, to speak) has
no order; an article that has both orders tells of two occasions.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.match.articles import Affairs, everyone, is_definite, is_one_thing
from claimcheck.match.blocking import LARGEST_BLOCK
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates
from claimcheck.match.lexicon import word_set
from claimcheck.match.participants import Participant
from claimcheck.match.slots import Side, Slot
from claimcheck.match.tables import load_table
from claimcheck.match.wording import agree_was, past_participle, say_thing
from claimcheck.model import Level, Verdict
from claimcheck.text.events import noun_sense

# Code points between a clause and the word that hangs the next one on it: "shortly".
MOST_BETWEEN = 24
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A known event, after what says how soon: "shortly the vote".
_KNOWN = re.compile(r"(?<![\w])(?:the|its|their|his|her) .+")
_GAP = re.compile(rf"[^.;:!?()]{{0,{MOST_BETWEEN}}}")


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """Hold one of two events: its kind, whose it is, and its claim if it has one."""

    kind: str
    subject: Participant
    frame: Frame | None
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Hold that one event came before another; *main* is the one that is told."""

    main: Frame
    first: Event
    second: Event
    start: int
    end: int


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("orders")["words"][name].split())


@functools.cache
def _kinds() -> Mapping[str, str]:
    """Return, for a verb or a noun's family, the name of its like."""
    return {
        word.replace("_", " "): name
        for name, words in load_table("orders")["alike"].items()
        for word in words.split()
    }


@functools.cache
def _links() -> Mapping[str, bool]:
    """Return, for a linking word, whether what it hangs on came first."""
    return {
        w: name == "before"
        for name, words in load_table("orders")["links"].items()
        for w in words
    }


@functools.cache
def _link() -> re.Pattern[str]:
    words = sorted(_links(), key=len, reverse=True)
    return re.compile(rf"(?:^|\b)({'|'.join(words)})\s*$", re.IGNORECASE)


def compare_orders(affairs: Affairs, frames: Sequence[Frame]) -> Iterator[Slot]:
    """Compare the orders in which two events are told, pair of events by pair."""
    sentences: dict[tuple[str, int], list[Frame]] = defaultdict(list)
    for frame in frames:
        sentences[frame.source.id, frame.claim.sentence].append(frame)
    blocks: dict[tuple[str, ...], list[Order]] = defaultdict(list)
    for key in sorted(sentences):
        for order in find_orders(sentences[key]):
            kinds = sorted((order.first.kind, order.second.kind))
            blocks[tuple(kinds)].append(order)
    for kinds_key in sorted(blocks):
        yield from _compare(blocks[kinds_key][:LARGEST_BLOCK], affairs)


def find_orders(frames: Sequence[Frame]) -> Iterator[Order]:
    """Yield the orders of events that the claims of one sentence tell."""
    told = [f for f in frames if _is_told(f)]
    for main in told:
        if main.claim.predicate in _words("lasting"):
            continue
        yield from _hung_nouns(main)
        for hung in told:
            if hung.claim.predicate not in _words("lasting"):
                yield from _hung_clause(main, hung)


def _is_told(frame: Frame) -> bool:
    claim = frame.claim
    words = frozenset(_WORD.findall(claim.quote.lower()))
    plain = claim.polarity == "affirmed" and claim.modality in ("asserted", "reported")
    return plain and not words & _words("again")


def _hung_clause(main: Frame, hung: Frame) -> Iterator[Order]:
    """Yield the order of two clauses of which the second hangs on the first."""
    text, start = main.source.text, hung.claim.span.start
    head = text[max(start - MOST_BETWEEN, 0) : start]
    found = _link().search(head)
    if found is None or main.claim.span.overlaps(hung.claim.span):
        return
    link = start - len(head) + found.start()
    if main.claim.span.end <= link:
        near = _GAP.fullmatch(text, main.claim.span.end, link)
    else:
        near = re.fullmatch(r",? ", text[hung.claim.span.end : main.claim.span.start])
    events = (_event(main), _event(hung))
    if near and events[0] and events[1]:
        yield _order(main, events[0], events[1], found[1], link)


def _hung_nouns(main: Frame) -> Iterator[Order]:
    """Yield the order of a clause and an event named by a noun in it."""
    event = _event(main)
    for person in everyone(main.claim):
        marker = next(
            (a.marker for a in main.claim.arguments if a.span == person.span), ""
        )
        sense = noun_sense(person.head)
        known = _KNOWN.search(person.text)
        if event is None or marker not in _links() or not known:
            continue
        if sense is not None or person.head in _words("happenings"):
            family = sense.family.name if sense else person.head
            kind = _kinds().get(family, family)
            noun = Event(kind, person, None, known[0])
            yield _order(main, event, noun, marker, main.claim.span.start)


def _order(main: Frame, told: Event, hung: Event, link: str, start: int) -> Order:
    """Build an order; *start* is where the link stands, for it belongs to the quote."""
    spans = [main.claim.span, *([hung.frame.claim.span] if hung.frame else [])]
    is_first = _links()[link.lower()]
    return Order(
        main,
        told if is_first else hung,
        hung if is_first else told,
        min(start, *(s.start for s in spans)),
        max(s.end for s in spans),
    )


def _event(frame: Frame) -> Event | None:
    """Return the event of a clause with a known subject."""
    people = everyone(frame.claim)
    agents = [p for p in people if p.role == "agent"]
    patients = [p for p in people if p.role == "patient"]
    subjects = agents or patients
    if len(subjects) != 1 or not is_definite(subjects[0]):
        return None
    verb = frame.family
    names = [f"{verb} {p.head}" for p in patients if agents]
    kind = next((_kinds()[n] for n in (*names, verb) if n in _kinds()), verb)
    return Event(kind, subjects[0], frame, frame.claim.text)


def _compare(orders: Sequence[Order], affairs: Affairs) -> Iterator[Slot]:
    for left, right in itertools.combinations(orders, 2):
        if not _are_reversed(left, right, affairs):
            continue
        sources = {left.main.source.id, right.main.source.id}
        inside = [o for o in orders if o.main.source.id in sources]
        wavers = any(
            a.main.source.id == b.main.source.id and _have_reversed_kinds(a, b)
            for a, b in itertools.combinations(inside, 2)
        )
        if not wavers:
            yield _slot(left, right)


def _have_reversed_kinds(left: Order, right: Order) -> bool:
    ours = (left.first.kind, left.second.kind)
    return ours == (right.second.kind, right.first.kind)


def _are_reversed(left: Order, right: Order, affairs: Affairs) -> bool:
    """Tell whether two articles of one affair have two events the other way round."""
    sources = (left.main.source, right.main.source)
    if sources[0].id == sources[1].id or not _have_reversed_kinds(left, right):
        return False
    if left.first.kind == left.second.kind or not affairs.are_one(*sources):
        return False
    if compare_dates(left.main.time, right.main.time) is Level.DISJOINT:
        return False
    return _is_one_event(left.first, right.second, left, right, affairs) and (
        _is_one_event(left.second, right.first, left, right, affairs)
    )


def _is_one_event(
    ours: Event, theirs: Event, left: Order, right: Order, affairs: Affairs
) -> bool:
    if (ours.frame is None) == (theirs.frame is None):
        pair = affairs.of(left.main.source, right.main.source)
        return is_one_thing(ours.subject, theirs.subject, pair)
    # "The end of the count" is that of "the count ended".
    noun, clause = (ours, theirs) if ours.frame is None else (theirs, ours)
    return clause.subject.head in noun.subject.words


def _slot(left: Order, right: Order) -> Slot:
    sides = []
    for order in (left, right):
        hung = [e.frame for e in (order.first, order.second) if e.frame]
        frames = tuple(dict.fromkeys((order.main, *hung)))
        text = " ".join(order.main.source.text[order.start : order.end].split())
        sides.append(Side(f"{order.first.kind}, {order.second.kind}", text, frames))
    plain = all(o.main.claim.modality == "asserted" for o in (left, right))
    verdict: Verdict = "conflict" if plain else "possible"
    return Slot(
        "sequence",
        _ask(min(left, right, key=lambda o: (o.end - o.start, o.main.source.id))),
        "two events, told in either order",
        "only one of them came first",
        verdict,
        ("order", *sorted((left.first.kind, left.second.kind))),
        tuple(sides),
    )


def _ask(order: Order) -> str:
    """Ask for the order: "Were the crews trained before or after the handover?"."""
    told, hung = (order.first, order.second)
    if told.frame is not order.main:
        told, hung = hung, told
    frame = order.main
    subject = say_thing((told.subject,), (frame,))
    agents = frame.claim.with_role("agent")
    if agents or frame.family in word_set("events", "intransitive"):
        rest = [a.text for a in frame.claim.with_role("patient")] if agents else []
        asked = ("Did", subject, frame.family.replace("_", " "), *rest)
    else:
        asked = (agree_was(subject), subject, past_participle(frame.family))
    return f"{' '.join(asked)} before or after {_clause(hung)}?"


def _clause(event: Event) -> str:
    """Return the words of the event that the other hangs on, as inside a sentence."""
    text = event.frame.claim.quote if event.frame else event.text
    return " ".join(text.split())
