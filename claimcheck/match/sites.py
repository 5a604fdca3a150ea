"""
Compare at what site articles place one event of a person.

`slots` compares the places of one occurrence, which two of its participants tie, and
places that the tables know.  Here one person ties an event that is at one site
(`sites.toml`) and has a stated day, or a month where it befalls rarely; and two sites
of one kind with other names, "Faro airport" and "Lisbon airport", lie apart.

A person may meet two others on one day: the rest of who took part must not be known to
differ, and what only the person and the day tie is no more than possible.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.match.affairs import name_of, share_names
from claimcheck.match.articles import NEWS_DAYS, Affairs, days_between, everyone
from claimcheck.match.blocking import LARGEST_BLOCK
from claimcheck.match.coreference import may_corefer
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, is_fine, length_in_days
from claimcheck.match.ladders.places import compare_sites
from claimcheck.match.participants import Participant, relate
from claimcheck.match.questions import ask_where
from claimcheck.match.slots import Side, Slot
from claimcheck.match.tables import load_table
from claimcheck.model import Level, Verdict

_PERSON = "person:"
_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w\u2019'-]+")


@dataclass(frozen=True, slots=True, eq=False)
class Stay:
    """Hold that a claim has a person at a site, in an event that is at one site."""

    frame: Frame
    event: str
    person: Participant
    rest: tuple[Participant, ...]
    site: Participant


@functools.cache
def _events() -> Mapping[str, str]:
    return {
        predicate.replace("_", " "): name
        for name, event in load_table("sites")["events"].items()
        for predicate in event["like"].split()
    }


@functools.cache
def _kinds() -> frozenset[str]:
    return frozenset(load_table("sites")["words"]["kinds"].split())


def compare_stays(affairs: Affairs, frames: Sequence[Frame]) -> Iterator[Slot]:
    """Compare the sites of each person's events, person by person."""
    blocks: dict[tuple[str, str], list[Stay]] = defaultdict(list)
    for frame in frames:
        for stay in find_stays(frame):
            for key in sorted(stay.person.shared):
                blocks[stay.event, key].append(stay)
    for block in sorted(blocks):
        yield from _compare(blocks[block][:LARGEST_BLOCK], affairs)


def find_stays(frame: Frame) -> Iterator[Stay]:
    """Yield who is where in a dated event that is at one site."""
    claim = frame.claim
    event = _events().get(claim.predicate)
    told = claim.polarity == "affirmed" and claim.modality in ("asserted", "reported")
    if event is None or not told or not _is_dated(frame, event):
        return
    people = everyone(claim)
    sites = [p for p in people if p.role == "place"]
    roles = load_table("sites")["events"][event]["role"].split()
    taking_part = [p for p in people if p.role in roles]
    if len(sites) != 1:
        return
    for person in taking_part:
        if len(person.keys) == 1 and next(iter(person.keys)).startswith(_PERSON):
            rest = tuple(p for p in taking_part if p is not person)
            yield Stay(frame, event, person, rest, sites[0])


def _is_dated(frame: Frame, event: str) -> bool:
    time = frame.time
    if time is None or not is_fine(time):
        return False
    return (
        load_table("sites")["events"][event]["grain"] == "month"
        or length_in_days(time) <= 1
    )


def _compare(stays: Sequence[Stay], affairs: Affairs) -> Iterator[Slot]:
    for left, right in itertools.combinations(stays, 2):
        if not _lie_apart(left, right, affairs) or not _is_one_event(left, right):
            continue
        wavers = any(
            other.frame.source.id == side.frame.source.id
            and _lie_apart(side, other, affairs)
            for side in (left, right)
            for other in stays
        )
        if not wavers:
            yield _slot(left, right, stays, affairs)


def _is_one_event(left: Stay, right: Stay) -> bool:
    """Tell whether two articles mean one event, by who took part and when."""
    ours, theirs = left.frame, right.frame
    if ours.source.id == theirs.source.id:
        return False
    if (days_between(ours.source, theirs.source) or 0) > NEWS_DAYS:
        return False
    if not compare_dates(ours.time, theirs.time).agrees:
        return False
    if not relate(left.person, right.person).agrees:
        return False
    return not (left.rest and right.rest) or not _are_others(left.rest, right.rest)


def _are_others(ours: Sequence[Participant], theirs: Sequence[Participant]) -> bool:
    """Tell whether the rest of who took part are named, and named otherwise."""
    pairs = list(itertools.product(ours, theirs))
    if any(relate(a, b).agrees or may_corefer(a, b) for a, b in pairs):
        return False
    return all(a.keys and b.keys for a, b in pairs)


def _lie_apart(left: Stay, right: Stay, affairs: Affairs) -> bool:
    """
    Tell whether two sites are taken to be two.

    A town that no table knows may be a quarter of a known one; an article would say so.
    """
    level = _compare_places(left, right)
    if level is not Level.MISSING:
        return level is Level.DISJOINT
    if left.site.words & right.site.words & _kinds():
        names = [_proper_words(stay.site) for stay in (left, right)]
        return all(names) and names[0].isdisjoint(names[1])
    return _names_no_other(left, right, affairs) and _names_no_other(
        right, left, affairs
    )


def _proper_words(site: Participant) -> set[str]:
    """Return the words of a site's name besides what kind of site it is."""
    return {word.lower() for word in _NAME.findall(site.text)} - _kinds()


def _compare_places(left: Stay, right: Stay) -> Level:
    ours, theirs = left.frame.places, right.frame.places
    if len(ours) == len(theirs) == 1:
        return compare_sites(ours[0], theirs[0])
    return Level.MISSING


def _names_no_other(stay: Stay, other: Stay, affairs: Affairs) -> bool:
    """Tell whether the article of a stay in a town never names the other's town."""
    places = (*stay.frame.places, *other.frame.places)
    if len(places) != 2 or any(p.label != "city" for p in places):  # noqa: PLR2004 - one each
        return False
    (article,) = affairs.of(stay.frame.source)
    return not share_names([name_of(places[1].key)], article.names)


def _slot(left: Stay, right: Stay, stays: Sequence[Stay], affairs: Affairs) -> Slot:
    sides = []
    for mine, against in ((left, right), (right, left)):
        fellows = [
            s.frame
            for s in stays
            if _lie_apart(s, against, affairs)
            and not _lie_apart(s, mine, affairs)
            and _is_one_event(s, against)
        ]
        told = tuple(dict.fromkeys((mine.frame, *fellows)))
        sides.append(Side(mine.site.text.lower(), mine.site.text, told))
    plain = all(s.frame.claim.modality == "asserted" for s in (left, right))
    rare = load_table("sites")["events"][left.event]["grain"] == "month"
    known = _compare_places(left, right) is Level.DISJOINT
    affair = affairs.are_one(left.frame.source, right.frame.source)
    firm = plain and affair and known and rare
    verdict: Verdict = "conflict" if firm else "possible"
    return Slot(
        "place",
        ask_where((left.frame, right.frame)),
        "one event of a person, sites lie apart",
        "one event is at one site",
        verdict,
        ("site", left.event, *sorted(left.person.shared)),
        tuple(sides),
    )
