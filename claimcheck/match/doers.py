"""
Compare who did what one person does, and who had a part that one person has.

`holders` compares the named doers of a deed that is done once or on one day.  Within
an affair more is known: "the equaliser" is that of the one match, "the driver" drove
the one train, and the agreement of the one report is the document of the next.  So the
doers are compared there

* by name, where each article names one person and the names have no word in common:
  a spelling or a short form is no other person,
* by office, where they are told by it alone: foreign ministers are no interior
  ministers.

An article that names two doers of one deed, or has several things that the description
fits, says nothing here.
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
from claimcheck.match.measures import fold_word
from claimcheck.match.participants import Participant
from claimcheck.match.slots import Side, Slot
from claimcheck.match.tables import load_table
from claimcheck.match.wording import name_keys, say_thing
from claimcheck.model import Level, Verdict

_PERSON = "person:"
_JOINED = " and "
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """
    Hold who is said to have done something, or to have had a part.

    *kind* is the deed of the table, or "" for a part, which is then *done* itself.
    *who* is one person's key, or "" where only the *posts* are told.
    """

    frame: Frame
    kind: str
    done: Participant
    who: str
    posts: frozenset[str]
    text: str


@functools.cache
def _by_predicate() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return, for a predicate, the deeds it may be and the word each wants."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, deed in load_table("doers")["deeds"].items():
        for written in deed["claims"].split():
            predicate, _, word = written.partition(":")
            found.setdefault(predicate, []).append((kind, word))
    return {predicate: tuple(kinds) for predicate, kinds in found.items()}


@functools.cache
def _nouns(kind: str) -> frozenset[str]:
    table = (
        load_table("doers")["deeds"][kind]["of"]
        if kind
        else load_table("doers")["parts"]["nouns"]
    )
    return frozenset(table.split())


@functools.cache
def _posts() -> frozenset[str]:
    return frozenset(
        f"{kind} {office}".strip()
        for office, kinds in load_table("doers")["posts"].items()
        for kind in kinds.split() or [""]
    )


def compare_doers(affairs: Affairs, frames: Sequence[Frame]) -> Iterator[Slot]:
    """Compare who did each deed and had each part, deed by deed."""
    blocks: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for frame in frames:
        for deed in find_deeds(frame):
            alike = deed.kind and load_table("doers")["deeds"][deed.kind].get("alike")
            blocks[deed.kind, "" if alike else deed.done.head].append(deed)
    for key in sorted(blocks):
        yield from _compare(blocks[key][:LARGEST_BLOCK], affairs)


def find_deeds(frame: Frame) -> Iterator[Deed]:
    """Yield who did what one person does, or had a part that one person has."""
    claim = frame.claim
    if claim.polarity != "affirmed" or claim.modality not in ("asserted", "reported"):
        return
    people = everyone(claim)
    doers = [p for p in people if p.role == "agent"]
    for kind, word in _by_predicate().get(claim.predicate, ()):
        roles = ("goal",) if word else ("patient", "topic")
        done = [p for p in people if p.role in roles and p.head in _nouns(kind)]
        if len(doers) == len(done) == 1 and (not word or word in claim.quote):
            yield from _deed(frame, kind, done[0], doers[0])
    if claim.predicate == "be":
        yield from _part(frame, people)


def _part(frame: Frame, people: Sequence[Participant]) -> Iterator[Deed]:
    """Yield who is said to be the one that had a part, in either order of words."""
    sides = [p for p in people if p.role in ("agent", "attribute")]
    for part, person in itertools.permutations(sides, 2):
        if part.head in _nouns("") and not part.keys and "the " in part.text.lower():
            yield from _deed(frame, "", part, person)


def _deed(
    frame: Frame, kind: str, done: Participant, doer: Participant
) -> Iterator[Deed]:
    if not is_definite(done):
        return
    persons = [key for key in doer.keys if key.startswith(_PERSON)]
    alone = len(persons) == len(doer.keys) == 1 and not _is_one_of_two(frame, doer)
    who = persons[0] if alone else ""
    posts = _posts_in(doer.text) if kind else frozenset()
    if who or posts:
        text = name_keys([who], [frame]) if who and not posts else doer.text
        yield Deed(frame, kind, done, who, posts, text)


def _is_one_of_two(frame: Frame, doer: Participant) -> bool:
    """Tell whether another name is joined to a doer's: "Quist and Brand"."""
    if doer.span is None:
        return False
    text, span = frame.source.text, doer.span
    before = text[max(span.start - len(_JOINED), 0) : span.start]
    return before == _JOINED or text[span.end :].startswith(_JOINED)


def _posts_in(text: str) -> frozenset[str]:
    """Return the offices that a phrase tells: "the foreign ministers"."""
    words = [fold_word(word) for word in _WORD.findall(text)]
    pairs = {" ".join(pair) for pair in itertools.pairwise(words)}
    return _posts() & (pairs | set(words))


def _compare(deeds: Sequence[Deed], affairs: Affairs) -> Iterator[Slot]:
    for left, right in itertools.combinations(deeds, 2):
        if not _are_opposed(left, right) or not _is_one_case(left, right, affairs):
            continue
        others = [d for d in deeds if d is not left and d is not right]
        if not any(_wavers(side, d) for side in (left, right) for d in others):
            yield _slot(left, right, others, affairs)


def _are_opposed(left: Deed, right: Deed) -> bool:
    """Tell whether the doers of two claims are known to be others."""
    if left.posts and right.posts:
        return not left.posts & right.posts
    if not left.who or not right.who:
        return False
    ours, theirs = (
        set(_WORD.findall(d.who.removeprefix(_PERSON))) for d in (left, right)
    )
    return not ours & theirs


def _are_plainly_opposed(left: Deed, right: Deed) -> bool:
    """
    Tell whether two doers exclude each other as far as the words go.

    A president may sign beside ministers, and "the winner" of a day may be that of
    another race than the one that the other article names.
    """
    if left.posts and right.posts:
        offices = ({post.split()[-1] for post in d.posts} for d in (left, right))
        return bool(set.intersection(*offices))
    return bool(left.kind) or left.done.words == right.done.words


def _is_one_case(left: Deed, right: Deed, affairs: Affairs) -> bool:
    """Tell whether two articles of one affair mean one deed."""
    sources = (left.frame.source, right.frame.source)
    if sources[0].id == sources[1].id or not affairs.are_one(*sources):
        return False
    if compare_dates(left.frame.time, right.frame.time) is Level.DISJOINT:
        return False
    pair = affairs.of(*sources)
    if is_one_thing(left.done, right.done, pair):
        return True
    alike = left.kind and load_table("doers")["deeds"][left.kind].get("alike")
    return bool(alike) and not any(
        deed.done.head in article.several
        for deed, article in zip((left, right), pair, strict=True)
    )


def _wavers(side: Deed, other: Deed) -> bool:
    """Tell whether the article of a claim names another doer as well."""
    return side.frame.source.id == other.frame.source.id and _are_opposed(side, other)


def _slot(left: Deed, right: Deed, others: Sequence[Deed], affairs: Affairs) -> Slot:
    sides = []
    for mine, against in ((left, right), (right, left)):
        fellows = [
            d.frame
            for d in others
            if _are_opposed(d, against)
            and not _are_opposed(d, mine)
            and _is_one_case(d, against, affairs)
        ]
        told = tuple(dict.fromkeys((mine.frame, *fellows)))
        value = mine.who or " ".join(sorted(mine.posts))
        sides.append(Side(value, mine.text, told))
    plain = all(d.frame.claim.modality == "asserted" for d in (left, right))
    firm = plain and _are_plainly_opposed(left, right)
    verdict: Verdict = "conflict" if firm else "possible"
    done = say_thing((left.done, right.done), (left.frame, right.frame))
    asked = (
        load_table("doers")["deeds"][left.kind]["asked"]
        if left.kind
        else "Who was {done}?"
    )
    return Slot(
        "participant",
        asked.format(done=done),
        "one deed within an affair, two doers",
        "only one can have done it",
        verdict,
        ("doer", left.kind, left.done.head),
        tuple(sides),
    )
