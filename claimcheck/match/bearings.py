"""
Compare on which side of another thing articles of one affair place a thing.

"Its epicentre 12 km north of Devon Mills" and "centred south of Devon Mills" fill no
place slot: both name one place, and differ in the bearing from it.  A *bearing* is read
from the words "DISTANCE north of X" and "on the left bank of X"; what lies there is the
noun right before it, else the subject of a verb of lying or happening.

Two bearings of one thing from one point are at odds where they face away from each
other: 135 degrees and more, left and right.  At a right angle they are no more than
possible, for "north" may be said of what lies north-east.  A thing that one article
places on two sides takes none.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.articles import Affairs, everyone, is_definite, is_one_thing
from claimcheck.match.blocking import LARGEST_BLOCK
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates
from claimcheck.match.participants import Participant, canonical, phrase_words
from claimcheck.match.slots import Side, Slot
from claimcheck.match.tables import load_table
from claimcheck.match.wording import agree_was, say_thing
from claimcheck.model import Entity, Level, Verdict

# Degrees between two bearings that no loose wording bridges, and that it may.
OPPOSITE_DEGREES = 135
SQUARE_DEGREES = 90
_FULL_CIRCLE = 360
_POINTS = r"(?:north|south)(?:-?(?:east|west))?|east|west"
_BEARING = re.compile(
    rf"(?:(?P<far>(?:about |some |around )?[\d.,]+ ?(?:km|kilomet\w+|miles?|m|met\w+)|"
    rf"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen) "
    rf"(?:kilomet\w+|miles?|met\w+)) )?(?:to the |just |due |immediately )?"
    rf"(?P<point>{_POINTS}) of (?P<from>[^\W_][^,;:.()]*)"
)
_SIDE = re.compile(
    rf"(?:on|to|at|from) the (?P<side>left|right|near|far|upper|lower|(?:{_POINTS})"
    rf"(?:ern)?)(?:-hand)? (?P<part>\w+) of (?P<from>[^\W_][^,;:.()]*)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Bearing:
    """
    Hold where a claim places a thing: on which side of what.

    *part* is the noun of the side ("bank"), or "" with a point of the compass.  *seen*
    is the point that it is seen from, by name or by its words.
    """

    frame: Frame
    thing: Participant
    happening: str
    side: str
    part: str
    seen: frozenset[str]
    text: str


@functools.cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(load_table("bearings")[table][name].split())


def _alike(head: str) -> str:
    """Return the name of the point that a noun is used for, or the noun."""
    names = (
        name
        for name in load_table("bearings")["alike"]
        if head in _words("alike", name)
    )
    return next(names, head)


def compare_bearings(affairs: Affairs, frames: Sequence[Frame]) -> Iterator[Slot]:
    """Compare the bearings of one thing from one point, point by point."""
    blocks: dict[str, list[Bearing]] = defaultdict(list)
    for frame in frames:
        for bearing in find_bearings(frame):
            for word in sorted(bearing.seen):
                blocks[word].append(bearing)
    for word in sorted(blocks):
        yield from _compare(blocks[word][:LARGEST_BLOCK], affairs)


def find_bearings(frame: Frame) -> Iterator[Bearing]:
    """Yield where a claim places a known thing."""
    claim = frame.claim
    if claim.polarity != "affirmed" or claim.modality not in ("asserted", "reported"):
        return
    for pattern in (_BEARING, _SIDE):
        for found in pattern.finditer(claim.quote):
            part = found.groupdict().get("part", "")
            if part and part not in _words("parts", "nouns"):
                continue
            side = found["point"] if pattern is _BEARING else found["side"]
            side = load_table("bearings")["adjectives"].get(side, side)
            thing = _placed(frame, claim.span.start + found.start())
            seen = _seen_from(frame, found, claim.span.start)
            if thing is not None and seen:
                lies, happens = thing
                text = found[0].partition(" of ")[0] + f" of {_named(found['from'])}"
                yield Bearing(frame, lies, happens, side, part, seen, text)


def _named(phrase: str) -> str:
    """Cut a phrase after its name, or after its noun with an article."""
    words = phrase.split()
    size = next((i for i, w in enumerate(words) if w[:1].islower() and i), len(words))
    return " ".join(words[: size + 1 if words[0].islower() and size == 1 else size])


def _seen_from(frame: Frame, found: re.Match[str], shift: int) -> frozenset[str]:
    """Return by what the point is known that a thing is seen from."""
    start = shift + found.start("from")
    for value in frame.claim.values:
        if isinstance(value, Entity) and start <= value.span.start <= start + len(
            "the "
        ):
            return frozenset((value.key.partition(":")[2],))
    phrase = found["from"]
    if not phrase.startswith("the "):
        return frozenset()
    return frozenset(itertools.islice(phrase_words(phrase), 1))


def _placed(frame: Frame, start: int) -> tuple[Participant, str] | None:
    """Return the thing that stands right before a bearing, or lies or happens there."""
    claim = frame.claim
    people = everyone(claim)
    for person in people:
        if person.span and 0 <= start - person.span.end <= 1 and is_definite(person):
            return person, ""
    subjects = [p for p in people if p.role in ("agent", "patient") and is_definite(p)]
    if len(subjects) != 1 or claim.predicate not in _words("lying", "verbs"):
        return None
    lies = claim.predicate in ("be", "lie", "locate", "stand", "situate", "sit")
    return subjects[0], "" if lies else claim.predicate


def _compare(bearings: Sequence[Bearing], affairs: Affairs) -> Iterator[Slot]:
    for left, right in itertools.combinations(bearings, 2):
        angle = _angle(left, right)
        if angle < SQUARE_DEGREES or not _is_one_case(left, right, affairs):
            continue
        wavering = any(
            _angle(b, side) >= SQUARE_DEGREES
            for side in (left, right)
            for b in bearings
            if b.frame.source.id == side.frame.source.id and _is_one_thing(b, side)
        )
        if not wavering:
            yield _slot(left, right, bearings, angle, affairs)


def _is_one_thing(left: Bearing, right: Bearing) -> bool:
    return _alike(left.thing.head) == _alike(right.thing.head)


def _is_one_case(left: Bearing, right: Bearing, affairs: Affairs) -> bool:
    """Tell whether two bearings are of one thing in two articles of one affair."""
    sources = (left.frame.source, right.frame.source)
    if sources[0].id == sources[1].id or left.happening != right.happening:
        return False
    if not affairs.are_one(*sources):
        return False
    if compare_dates(left.frame.time, right.frame.time) is Level.DISJOINT:
        return False
    if is_one_thing(left.thing, right.thing, affairs.of(*sources)):
        return True
    known = left.thing.head in _words("alike", "epicentre")
    return (
        known and _is_one_thing(left, right) and not any(map(_is_apart, (left, right)))
    )


def _is_apart(bearing: Bearing) -> bool:
    """Tell whether a claim is of another event than the main one: an aftershock."""
    words = re.findall(r"\w+", bearing.frame.claim.quote.lower())
    return not _words("apart", "words").isdisjoint(words)


def _angle(left: Bearing, right: Bearing) -> int:
    """Return the degrees between two bearings; 0 where they do not compare."""
    if left.part != right.part:
        return 0
    compass = load_table("bearings")["compass"]
    if left.side in compass and right.side in compass:
        apart = abs(compass[left.side] - compass[right.side])
        return int(min(apart, _FULL_CIRCLE - apart))
    contrary = load_table("bearings")["sides"].get(left.side) == right.side
    return OPPOSITE_DEGREES if contrary else 0


def _slot(
    left: Bearing,
    right: Bearing,
    bearings: Sequence[Bearing],
    angle: int,
    affairs: Affairs,
) -> Slot:
    frames = [left.frame, right.frame]
    plain = all(f.claim.modality == "asserted" for f in frames)
    verdict: Verdict = "conflict" if plain and angle >= OPPOSITE_DEGREES else "possible"
    sides = []
    for mine, other in ((left, right), (right, left)):
        fellows = [
            b.frame
            for b in bearings
            if b.side == mine.side and _is_one_case(b, other, affairs)
        ]
        told = tuple(dict.fromkeys((mine.frame, *fellows)))
        sides.append(Side(mine.side, mine.text, told))
    return Slot(
        "place",
        _ask(left, right),
        "one thing, bearings face away",
        "it lies on one side only",
        verdict,
        ("bearing", *sorted(left.seen), canonical(_alike(left.thing.head))),
        tuple(sides),
    )


def _ask(left: Bearing, right: Bearing) -> str:
    """Ask for the side: "Was the epicentre north or south of Devon Mills?"."""
    thing = say_thing((left.thing, right.thing), (left.frame, right.frame))
    seen = min(left.text, right.text, key=len).partition(" of ")[2]
    one, other = sorted((left.side, right.side))
    part = f" {left.part}" if left.part else ""
    place = f"on the {one} or the {other}{part}" if part else f"{one} or {other}"
    if left.happening:
        return f"Did it happen {place} of {seen}?"
    return f"{agree_was(thing)} {thing} {place} of {seen}?"
